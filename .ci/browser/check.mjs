// Opens the pages of a built site in Chromium and reports what a reader would trip over: sideways scrolling, console errors, failed
// requests, violations of the Content-Security-Policy, and accessibility violations by axe-core (WCAG 2.2 AA, of which JIS X 8341-3:2016
// AA is a part, and its best practices). Of each type of page the four largest are opened (`--all`: all) in each of the FRAMES; the largest one is
// given to axe with all that can be unfolded unfolded, the comparison in each of its views too. Then the reader's colours change on the open page
// (COLOURS): what axe says about colours is asked again, and that nothing else came or went is counted instead of asking all again,
// which took three minutes.
//
// usage: node check.mjs SITE-FOLDER [--all]    prints one line a fault, "N passed, M failed" at the end; exit 1 on faults
// Pages are opened from file://, as a reader would who got the folder on a disk.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';
import { pagesOf } from './pages.mjs';

const site = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const most = process.argv.includes('--all') ? Infinity : 4;
const faults = [];
const types = pagesOf(site);
for (const { path } of types.get('none') || []) faults.push(`${relative(site, path)}: body has no data-page`);
types.delete('none');

// text is the size that the reader's browser is set to: 32 px is 200 %.
const FRAMES = [{ width: 1440, text: 16, views: true }, { width: 390, text: 16, views: true }, { width: 1440, text: 32 }, { width: 390, text: 32 }];
const COLOURS = [{ name: 'dark', colorScheme: 'dark' }, { name: 'forced colours on light', colorScheme: 'light', forcedColors: 'active' }, { name: 'forced colours on dark', colorScheme: 'dark', forcedColors: 'active' }];
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], COLOUR = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const VIEWS = ['#v-inline', '#v-after', '#marks', '#vert'];

const browser = await launch();
let passed = 0, audits = 0;
for (const frame of FRAMES) {
  const context = await browser.newContext({ viewport: { width: frame.width, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Page.enable');
  await client.send('Page.setFontSizes', { fontSizes: { standard: frame.text, fixed: frame.text * 13 / 16 } });
  let current = '', colours = 'light';
  const fault = (text) => faults.push(`${relative(site, current)} at ${frame.width} px, ${colours}${frame.text > 16 ? ', 200 % text' : ''}: ${text}`);
  page.on('console', (m) => { if (m.type() === 'error') fault(`console: ${m.text()}`); });
  page.on('pageerror', (e) => fault(`script error: ${e.message}`));
  page.on('requestfailed', (r) => { if (r.failure()?.errorText !== 'net::ERR_ABORTED') fault(`request failed: ${r.url()}`); });
  const audit = async (what, rules = ALL) => {
    audits++;
    const found = await page.evaluate((runOnly) => window.axe.run(document, { preload: false, resultTypes: ['violations'], runOnly }), rules);
    for (const v of found.violations) fault(`${what}axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join(' | ')}`);
  };
  const visible = () => page.evaluate(() => [...document.body.querySelectorAll('*')].filter((e) => e.checkVisibility({ visibilityProperty: true })).length);
  // The reader's colours change on the page as it is open.
  const recolour = async (what) => {
    const before = await visible();
    for (const { name, ...media } of COLOURS) {
      colours = name;
      await page.emulateMedia({ forcedColors: 'none', ...media });
      const now = await visible();
      if (now !== before) fault(`${what}${now} elements are visible, ${before} in the light`);
      await audit(what, COLOUR);
    }
    colours = 'light';
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  };
  const overflow = async (what) => {
    const over = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return '';
      const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > room + 1);
      return `scrolls sideways: ${document.documentElement.scrollWidth} > ${room}, ` + wide.slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${e.className}`).join(' ');
    });
    if (over) fault(what + over);
  };
  for (const [type, list] of types) {
    for (const [i, { path }] of list.slice(0, most).entries()) {
      current = path;
      const before = faults.length;
      await page.goto(pathToFileURL(path).href);
      await overflow('');
      if (i === 0) {
        await page.evaluate(() => document.querySelectorAll('details').forEach((e) => { e.open = true; }));
        await page.evaluate(axe);
        await overflow('unfolded: ');
        await audit('');
        if (frame.views) await recolour('');
        for (const view of type === 'comparison' && frame.views ? VIEWS : []) {
          const there = await page.evaluate((v) => { const e = document.querySelector(v); if (e) e.click(); return !!e; }, view);
          if (!there) continue;
          await overflow(view + ': ');
          await audit(view + ': ');
          if (frame.width > 400) await recolour(view + ': ');
          await page.evaluate((v) => { const e = document.querySelector(v); if (e.type === 'checkbox') e.click(); else document.querySelector('#v-side').click(); }, view);
        }
      }
      if (faults.length === before) passed++;
    }
  }
  await context.close();
}
await browser.close();
for (const f of faults.slice(0, 60)) console.log(f);
console.log(`${types.size} types of page (${[...types.keys()].join(', ')}), ${FRAMES.length} frames, ${COLOURS.length + 1} sets of colours, ${audits} audits by axe-core`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
