// Opens every page of a site made from a corpus written to harm, on screen and as print, and reports what it achieved: a script that
// ran (window.ran), a dialog, a request to anything but the site's own files, a violation of the policy, words that a reader does not see as they
// were written, a page that grows wider than its window or a head higher than what sticks below it reckons with. The mouse goes over what stands there too. usage: node hostile.mjs SITE-FOLDER PROBES.json
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';
import { pagesOf } from './pages.mjs';

const [site, list] = process.argv.slice(2);
const probes = new Map(JSON.parse(readFileSync(list, 'utf8')).map((p) => [p.page, p.text || []]));
const root = pathToFileURL(site).href + '/';
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
await context.addInitScript(() => {
  window.violated = [];
  document.addEventListener('securitypolicyviolation', (e) => window.violated.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
});
const page = await context.newPage();
const faults = [];
let current = '', words = 0;
const fault = (text) => faults.push(`${current}: ${text}`);
page.on('dialog', (d) => { fault(`dialog: ${d.message()}`); d.dismiss(); });
page.on('pageerror', (e) => fault(`script error: ${e.message}`));
page.on('console', (m) => { if (m.type() === 'error') fault(`console: ${m.text()}`); });
page.on('request', (r) => { if (!r.url().startsWith(root)) fault(`asks for ${r.url()}`); });
const pages = [...pagesOf(site).entries()].filter(([type]) => type !== 'none').flatMap(([, l]) => l.map((p) => p.path));
for (const path of pages) {
  current = relative(site, path);
  await page.goto(pathToFileURL(path).href);
  const wanted = probes.get(current) || [];
  probes.delete(current);
  const got = await page.evaluate(() => {
    document.querySelectorAll('details').forEach((e) => { e.open = true; });
    document.querySelectorAll('main *').forEach((e) => { for (const t of ['mouseover', 'mouseenter', 'focus']) e.dispatchEvent(new MouseEvent(t)); });
    const seen = document.body.cloneNode(true);
    seen.querySelectorAll('[hidden]').forEach((e) => e.remove());
    return { ran: window.ran, violated: window.violated, text: seen.textContent, strange: [...document.querySelectorAll('main script, iframe, object, embed, img, main style, [onload], [onerror], [onmouseover]')].filter((e) => !/^search/.test(document.body.dataset.page)).map((e) => e.outerHTML.slice(0, 120)) };
  });
  if (got.ran) fault('a script of the corpus ran');
  for (const v of got.violated) fault(`policy: ${v}`);
  for (const s of got.strange) if (!/<img [^>]*src="(?!\/\/|http)[^"]*\.(png|svg|webp|avif)"/.test(s)) fault(`holds ${s}`);
  for (const w of wanted) { words++; if (!got.text.includes(w)) fault(`does not show ${JSON.stringify(w)}`); }
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const [over, head, top] = await page.evaluate(() => {
      const bar = document.querySelector('.gh'), css = bar && getComputedStyle(bar);
      return [document.documentElement.scrollWidth - innerWidth, bar && css.position === 'sticky' ? bar.offsetHeight : 0, parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--top')) * 16];
    });
    if (over > 0) fault(`${over} px wider than a window of ${width}`);
    if (head > top + 2) fault(`the head that stays in sight is ${head} px high, not ${top}`);
  }
  await page.emulateMedia({ media: 'print' });
  if (await page.evaluate(() => window.violated.length)) fault('policy violated in print');
  await page.emulateMedia({ media: 'screen' });
}
for (const missing of probes.keys()) faults.push(`${missing}: no such page`);
// Found words stand in the page as text too.
current = 'search';
await page.goto(root + 'search/index.html?q=' + encodeURIComponent('記録'));
await page.waitForSelector('.hit');
if (await page.evaluate(() => window.ran || window.violated.length || document.querySelector('.hit script, .hit img, .hit iframe'))) fault('a result runs or holds what it should show');
await page.goto(root + 'search/index.html?q=' + encodeURIComponent('<img src=x onerror=window.ran=1>'));
await page.waitForFunction(() => document.querySelector('[data-status]').textContent.trim() !== '');
if (await page.evaluate(() => window.ran || document.querySelector('main img'))) fault('the query runs');
await browser.close();
for (const f of faults.slice(0, 60)) console.log(f);
console.log(`${pages.length} pages, ${words} hostile wordings shown to the letter; ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
