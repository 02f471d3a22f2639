// The contrast of everything that is to be read, from the colours that Chromium computes: every visible text against what lies under it, tints laid
// over each other, and faded text as it comes out; lines under inserted and deleted words; edges of fields. On the screen, light and dark, in
// forced colours, and on paper, printed from either theme and with and without grounds (browsers leave them out unless told); for the
// program's colours and for an owner's. JIS X 8341-3:2016, 1.4.3 and WCAG 2.1, 1.4.11: 4.5 to 1, large text and lines 3 to 1.
import { relative } from 'node:path';
import { pagesOf } from '../pages.mjs';

const STATES = [
  { name: 'light', colorScheme: 'light' }, { name: 'dark', colorScheme: 'dark' }, { name: 'forced light', colorScheme: 'light', forcedColors: 'active' }, { name: 'forced dark', colorScheme: 'dark', forcedColors: 'active' },
  { name: 'paper', media: 'print', colorScheme: 'light' }, { name: 'paper from a dark page', media: 'print', colorScheme: 'dark' }, { name: 'paper from a page turned dark', media: 'print', colorScheme: 'light', theme: 'dark' },
];

function measure(paper) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true }), known = new Map();
  const rgba = (c) => {
    if (!known.has(c)) { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = '#000'; canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; known.set(c, [d[0], d[1], d[2], d[3] / 255]); }
    return known.get(c);
  };
  const over = (top, below) => { const a = top[3]; return [0, 1, 2].map((i) => top[i] * a + below[i] * (1 - a)).concat(1); };
  const probe = document.body.appendChild(document.createElement('div')); // the page's own ground follows its colour scheme
  probe.style.backgroundColor = 'Canvas';
  const canvasColour = rgba(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const grounds = new Map(), white = [255, 255, 255, 1];
  const ground = (e) => {
    if (!e) return canvasColour;
    if (!grounds.has(e)) { const c = rgba(getComputedStyle(e).backgroundColor); grounds.set(e, c[3] === 1 ? c : over(c, ground(e.parentElement))); }
    return grounds.get(e);
  };
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => { const x = v / 255; return x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + .05) / (y + .05); };
  const opacity = (e) => { let o = 1; for (let x = e; x; x = x.parentElement) o *= +getComputedStyle(x).opacity; return o; };
  const out = [], said = new Set();
  let count = 0;
  const forced = matchMedia('(forced-colors: active)').matches;
  const hold = (what, colour, e, least, faded = 1, own = ground(e)) => {
    const front = rgba(colour), say = (e.className && typeof e.className === 'string' ? e.tagName.toLowerCase() + '.' + e.className.trim().replace(/\s+/g, '.') : e.tagName.toLowerCase());
    for (const [where, under] of paper ? [['', own], [' without grounds', white]] : [['', own]]) {
      const r = ratio(over([front[0], front[1], front[2], front[3] * faded], under), under);
      count++;
      const key = what + say + where;
      if (r < least - .005 && !said.has(key)) { said.add(key); out.push(`${what} of ${say} has a contrast of ${r.toFixed(2)}${where}, ${colour} on ${under.slice(0, 3).map(Math.round)}`); }
    }
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const n = walk.currentNode, e = n.parentElement;
    if (!n.data.trim() || /^(SCRIPT|STYLE|OPTION)$/.test(e.tagName) || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(n);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || e.closest('.vh')) continue;
    const s = getComputedStyle(e), size = parseFloat(s.fontSize), large = size >= 24 || size >= 18.66 && +s.fontWeight >= 700;
    hold('text', s.color, e, large ? 3 : 4.5, opacity(e));
    // In forced colours the browser lays the page's ground behind the letters of all that is not exempt, whatever the box's ground is.
    if (forced && s.forcedColorAdjust === 'auto') hold('text on its backplate', s.color, e, large ? 3 : 4.5, opacity(e), canvasColour);
  }
  for (const e of document.querySelectorAll('ins, del, u.over')) {
    const s = getComputedStyle(e);
    if (e.checkVisibility() && s.textDecorationLine !== 'none' && e.textContent.trim()) hold('line', s.textDecorationColor, e, 3, opacity(e));
  }
  for (const e of document.querySelectorAll('input[type=search], select')) if (e.checkVisibility()) hold('edge', getComputedStyle(e).borderTopColor, e.parentElement, 3);
  return { out, count };
}

export default async function ({ sites: { plain, own }, check, open }) {
  const page = await open();
  for (const [name, site] of [['plain', plain], ['own', own]]) {
    for (const [type, [{ path }]] of pagesOf(site.folder)) {
      await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
      await page.goto(site.url + relative(site.folder, path) + (type === 'search' ? '?q=' + encodeURIComponent('情報資産') : ''));
      if (type === 'moved') continue;
      if (type === 'search') await page.waitForSelector('.hit');
      await page.evaluate(() => { document.querySelectorAll('details').forEach((e) => { e.open = true; }); const m = document.querySelector('#marks'); if (m) m.checked = true; document.body.focus(); });
      let count = 0;
      for (const { name: state, theme = '', ...media } of STATES) {
        await page.emulateMedia({ media: 'screen', forcedColors: 'none', reducedMotion: 'reduce', ...media });
        const views = type === 'comparison' && !media.media ? ['#v-side', '#v-inline'] : [''];
        for (const view of views) {
          const seen = await page.evaluate(([t, v, f, paper]) => {
            if (t) document.documentElement.dataset.theme = t; else delete document.documentElement.dataset.theme;
            if (v) document.querySelector(v).checked = true;
            return new Function('return (' + f + ')')()(paper);
          }, [theme, view, String(measure), media.media === 'print']);
          count += seen.count;
          check(`${name} ${type}, ${state}${view && ' ' + view}: all can be read`, seen.out.length === 0, seen.out);
        }
      }
      check(`${name} ${type}: something was measured`, count > 20, count);
    }
  }
}
