// The source's pages beside clauses, as a reader meets them: nothing of them is loaded before they are opened, opening moves nothing that
// stands above, the picture is whole and has its frames where they belong, a phone can move and enlarge it, all that without script too.
//
// usage: node facsimile.mjs SITE-FOLDER    the site must have a comparison with pictures; prints one line a fault, exit 1 on faults
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';
import { pagesOf } from './pages.mjs';

const site = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictured = (pagesOf(site).get('comparison') || []).filter(({ path }) => readFileSync(path, 'utf8').includes('class="fac"'));
const faults = [];
let done = 0;
const browser = await launch();

for (const { width, scheme, script } of [{ width: 1440, scheme: 'light', script: true }, { width: 390, scheme: 'dark', script: true }, { width: 390, scheme: 'light', script: false }]) {
  for (const [nth, { path }] of pictured.slice(0, 2).entries()) {
    const where = `${relative(site, path)} at ${width} px, ${scheme}${script ? '' : ', without script'}`;
    const fault = (text) => faults.push(`${where}: ${text}`);
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script });
    const page = await context.newPage();
    const asked = [];
    page.on('request', (r) => { if (r.url().includes('/facsimile/')) asked.push(r.url()); });
    page.on('requestfailed', (r) => fault(`request failed: ${r.url()}`));
    page.on('console', (m) => { if (m.type() === 'error') fault(`console: ${m.text()}`); });
    await page.goto(pathToFileURL(path).href);
    await page.waitForTimeout(300);
    // A browser without script loads lazy pictures at once, so that nobody can watch a reader scroll: that is its own rule.
    if (script && asked.length) fault(`${asked.length} pictures loaded before any was opened`);

    const boxes = page.locator('details:has(> .fac)');
    const n = await boxes.count();
    if (!n) fault('no pictures');
    for (let i = 0; i < Math.min(n, 4); i++) {
      const box = boxes.nth(i), summary = box.locator('summary');
      await summary.scrollIntoViewIfNeeded();
      const before = await summary.boundingBox();
      await summary.click();
      const image = box.locator('img').first();
      const early = await image.boundingBox();
      await image.scrollIntoViewIfNeeded();
      await page.waitForTimeout(200);
      const late = await image.boundingBox();
      if (Math.abs(early.height - late.height) > 1 || early.height < 10) fault(`picture ${i} had ${early.height} px before it was loaded, then ${late.height}`);
      const after = await summary.boundingBox();
      if (before.x !== after.x) fault(`opening ${i} moved its own line`);
      if (script) {
        const state = await image.evaluate((e) => ({ ok: e.complete && e.naturalWidth > 0, declared: e.getAttribute('width') / e.getAttribute('height'), real: e.naturalWidth / e.naturalHeight }));
        if (!state.ok) fault(`picture ${i} is not shown`);
        if (Math.abs(state.declared - state.real) > 0.01) fault(`picture ${i} is ${state.real}, declared ${state.declared}`);
        const stray = await box.locator('.fac').first().evaluate((figure) => {
          const p = figure.querySelector('img').getBoundingClientRect();
          const frames = [...figure.querySelectorAll('rect')].map((r) => r.getBoundingClientRect());
          return frames.length === 0 ? 'no frame' : frames.some((r) => r.left < p.left - 2 || r.top < p.top - 2 || r.right > p.right + 2 || r.bottom > p.bottom + 2 || r.width < 5 || r.height < 5) ? 'a frame outside of the picture' : '';
        });
        if (stray) fault(`picture ${i}: ${stray}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) fault(`the page scrolls sideways by ${over} px`);
      }
      if (width < 500) {
        const room = await box.locator('.fac-s').first().evaluate((e) => ({ scrolls: e.scrollWidth > e.clientWidth + 50, focus: e.tabIndex }));
        if (!room.scrolls || room.focus !== 0) fault(`picture ${i} cannot be moved on a phone`);
      }
      const alone = await box.locator('figcaption a').first().getAttribute('href');
      if (alone !== await image.getAttribute('src')) fault(`picture ${i} has no link to itself`);
      if (!(await image.getAttribute('alt'))) fault(`picture ${i} has no words for those who do not see it`);
      done++;
    }
    if (script && nth === 0) {
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ['violations'] }));
      for (const v of found.violations) fault(`axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((x) => x.target.join(' ')).join(' | ')}`);
    }
    if (process.env.PICTURES) {
      await page.locator('.fac').first().scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${process.env.PICTURES}-${width}-${scheme}.png` });
    }
    await context.close();
  }
}
await browser.close();
if (!pictured.length) faults.push('no comparison has pictures of its source');
for (const f of faults.slice(0, 40)) console.log(f);
console.log(`${done} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
