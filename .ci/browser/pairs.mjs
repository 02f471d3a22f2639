// Any two revisions of a rule that has many: every pair is reached from the rule's page; a pair without a page of its own is set out by script, and
// what it shows as the text after and before is to the letter what the pages of the whole texts show; views, jumps and the form work; without script
// the page leads to what there is.
//
// usage: node pairs.mjs SITE-FOLDER RULE [HOW-MANY]    prints one line a fault, exit 1 on faults
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';

const [, , site, rule, many = '12'] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const home = pathToFileURL(join(site, 'rules', rule, 'index.html')).href;
const faults = [];
let done = 0;
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
let where = '';
page.on('console', (m) => { if (m.type() === 'error') faults.push(`${where}: console: ${m.text()}`); });
page.on('pageerror', (e) => faults.push(`${where}: script error: ${e.message}`));

// The links of the rule's page: each revision with every earlier one.
await page.goto(home);
const rows = await page.locator('section:has(#pair-h) tbody tr').evaluateAll((trs) => trs.map((tr) => ({ label: tr.querySelector('b').textContent, text: tr.cells[1].querySelector('a').href, links: [...tr.cells[2].querySelectorAll('a')].map((a) => ({ label: a.textContent, href: a.href })) })));
rows.forEach((r, i) => { if (r.links.length !== rows.length - 1 - i) faults.push(`${r.label} can be compared with ${r.links.length} revisions of ${rows.length - 1 - i}`); });
const texts = new Map(rows.map((r) => [r.label, r.text]));
const pairs = rows.flatMap((r) => r.links.filter((l) => l.href.includes('?')).map((l) => ({ now: r.label, old: l.label, href: l.href })));
if (!pairs.length) faults.push('no pair is set out by script');

const bare = (s) => s.replace(/\s/g, '');
// The words of a whole text, article by article: captions and numbers stand in the headings.
const whole = async (label) => {
  await page.goto(texts.get(label));
  return bare(await page.evaluate(() => [...document.querySelectorAll('.fch, .art')].map((e) => {
    if (e.matches('.fch')) return e.textContent;
    const cap = e.querySelector('.cap'), head = e.querySelector('h3, h4'), num = head ? head.firstElementChild.matches('a') ? head.firstElementChild.textContent : head.firstChild.textContent : '';
    const list = [...e.querySelectorAll('p')].map((p) => { const c = p.cloneNode(true); c.querySelectorAll('.h').forEach((x) => x.remove()); return c.textContent; });
    return (cap ? cap.textContent : '') + ((list[0] || '').replace(/\s/g, '').startsWith(num.replace(/\s/g, '')) ? '' : num) + list.join('');
  }).join('')));
};
const known = new Map();
const shownOn = (side) => page.evaluate((side) => {
  // Folds show what both have; of a row the cell of the side, without what is hidden as the other's.
  const text = (e) => { const c = e.cloneNode(true); c.querySelectorAll('[hidden]').forEach((x) => x.remove()); return c.textContent; };
  const out = [];
  for (const body of document.querySelectorAll('.diff tbody')) {
    const chapter = body.querySelector('h2');
    if (chapter && !body.querySelector('.after')) out.push(chapter.textContent);
    const words = [...body.querySelectorAll(body.matches('.ryaku') ? 'details > p' : `.${side} > p:not(.note)`)].map(text);
    const head = body.querySelector('h3'), told = body.querySelector('[data-caption]');
    if (head && !told && words.length) {
      out.push([...head.querySelectorAll('.hd')].map((e) => e.textContent).join(''));
      const was = body.querySelector('.ren'), num = (was && side === 'before' ? was.textContent.replace(/^旧|から$/g, '') : head.firstElementChild.textContent).replace(/\s/g, '');
      const first = words[0].replace(/\s/g, '');
      if (![...num].some((_, i) => num.length - i > 1 && first.startsWith(num.slice(i)))) out.push(num); // 附則第一条 over 第一条
    }
    out.push(...words);
  }
  return out.join('');
}, side);

const step = Math.max(1, Math.floor(pairs.length / Number(many)));
for (let i = 0; i < pairs.length; i += step) {
  const { now, old, href } = pairs[i];
  where = `${old}…${now}`;
  for (const label of [now, old]) if (!known.has(label)) known.set(label, await whole(label));
  await page.goto(href);
  await page.locator('[data-result]:not([hidden])').waitFor({ timeout: 5000 }).catch(() => faults.push(`${where}: nothing is shown`));
  const heads = await page.locator('.diff thead span').evaluateAll((list) => list.map((e) => e.textContent.trim()));
  if (heads[0] !== now || heads[2] !== old) faults.push(`${where}: heads ${heads}`);
  for (const [side, label] of [['after', now], ['before', old]]) {
    const got = bare(await shownOn(side)), want = known.get(label);
    if (sorted(got) !== sorted(want)) faults.push(`${where}: ${side} differs from the whole text: ${difference(want, got)}`);
  }
  // What the table cannot say is one link away: each amendment between the two, oldest first.
  const between = rows.map((r) => r.label).reverse(), steps = await page.locator('[data-steps] a').evaluateAll((l) => l.map((a) => [a.textContent, a.href]));
  if (steps.map(([t]) => t).join() !== between.slice(between.indexOf(old) + 1, between.indexOf(now) + 1).join()) faults.push(`${where}: leads to ${steps.map(([t]) => t)}`);
  for (const [, to] of steps) if (!existsSync(fileURLToPath(to))) faults.push(`${where}: leads to ${to}, which is not there`);
  const marked = await page.evaluate(() => [...document.querySelectorAll('.k-chg')].filter((r) => !r.querySelector('ins, del')).length);
  if (marked) faults.push(`${where}: ${marked} changed rows without a mark`);
  done++;
}
// Captions stand in heads on one page and before the words on the other, so the letters are compared as a bag, and told where they differ.
function sorted(s) { return [...s].sort().join(''); }
function difference(want, got) {
  const n = new Map();
  for (const c of want) n.set(c, (n.get(c) || 0) + 1);
  for (const c of got) n.set(c, (n.get(c) || 0) - 1);
  const less = [...n].filter(([, k]) => k > 0), more = [...n].filter(([, k]) => k < 0);
  return `lacks ${less.slice(0, 12).map(([c, k]) => c + k).join(' ')}; has too much ${more.slice(0, 12).map(([c, k]) => c + -k).join(' ')}`;
}

// The views, the jumps, the form.
where = 'use';
const one = pairs[Math.floor(pairs.length / 2)];
await page.goto(one.href);
await page.keyboard.press('j');
if (!(await page.locator('.on-target').count())) faults.push('j goes nowhere');
await page.locator('#v-inline').check({ force: true });
if (await page.locator('.before').first().isVisible()) faults.push('the old column stands in the inline view');
await page.locator('#v-side').check({ force: true });
await page.locator('#only').check({ force: true });
if (await page.locator('.ryaku').first().isVisible().catch(() => false)) faults.push('unchanged clauses stay');
const options = await page.locator('select[name=old] option').evaluateAll((o) => o.map((x) => x.value));
await page.locator('select[name=old]').selectOption(options[options.length - 1]);
await page.locator('select[name=new]').selectOption(options[0]);
await page.locator('[data-pair] button').click();
await page.waitForLoadState();
if (page.url().includes('compare/index.html')) faults.push(`the first and the last revision have a page, but the form stays at ${page.url()}`);
await page.goto(new URL('compare/index.html?old=%3Cscript%3E&new=x', home).href);
if (!(await page.locator('[data-pair]').isVisible()) || await page.locator('[data-result]').isVisible()) faults.push('revisions that are not there are compared');
done++;

// Every state of the eye that the pages are checked in; here the page as it is set out.
for (const state of [{ width: 1440, scheme: 'light' }, { width: 390, scheme: 'dark' }]) {
  const c = await browser.newContext({ viewport: { width: state.width, height: 900 }, colorScheme: state.scheme });
  const p = await c.newPage();
  await p.goto(one.href);
  await p.locator('[data-result]:not([hidden])').waitFor();
  await p.evaluate(axe);
  const found = await p.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ['violations'] }));
  for (const v of found.violations) faults.push(`${state.width} px: axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((x) => x.target.join(' ')).join(' | ')}`);
  if (await p.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push(`${state.width} px: scrolls sideways`);
  if (process.env.PICTURES) await p.screenshot({ path: `${process.env.PICTURES}-${state.width}.png` });
  await c.close();
  done++;
}

const still = await browser.newContext({ javaScriptEnabled: false });
const quiet = await still.newPage();
await quiet.goto(one.href);
if (await quiet.locator('[data-pair]').isVisible()) faults.push('without script: a form that does nothing');
if ((await quiet.locator('section:has(#pair-h) a').count()) < rows.length) faults.push('without script: the list of pairs is missing');
done++;
await browser.close();
for (const f of faults.slice(0, 40)) console.log(f);
console.log(`${rows.length} revisions, ${pairs.length} pairs set out by script: ${done} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
