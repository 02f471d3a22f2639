// Opens the pages of a built site in Chromium and reports what a reader would trip over: sideways scrolling,
// console errors, failed requests, and accessibility violations by axe-core. Of each type of page (body[data-page]) the
// largest ones are opened, four by default; `--all` opens all of them.
//
// usage: node check.mjs SITE-FOLDER [--all]    prints one line a fault, "N passed, M failed" at the end; exit 1 on faults
// Pages are opened from file://, as a reader would who got the folder on a disk.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';

const site = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const most = process.argv.includes('--all') ? Infinity : 4;
const faults = [];
const types = new Map();
(function walk(dir) {
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) walk(path);
    else if (name.endsWith('.html')) {
      const [, type] = readFileSync(path, 'utf8').match(/<body[^>]*\bdata-page="([^"]+)"/) || [];
      if (!type) { faults.push(`${relative(site, path)}: body has no data-page`); continue; }
      if (!types.has(type)) types.set(type, []);
      types.get(type).push({ path, size: statSync(path).size });
    }
  }
})(site);
const pages = [...types.values()].flatMap((list) => list.sort((a, b) => b.size - a.size).slice(0, most).map((p, i) => ({ path: p.path, audit: i < 1 })));

const browser = await launch();
let passed = 0;
for (const scheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    let current = '';
    const fault = (text) => faults.push(`${relative(site, current)} at ${width} px, ${scheme}: ${text}`);
    page.on('console', (m) => { if (m.type() === 'error') fault(`console: ${m.text()}`); });
    page.on('pageerror', (e) => fault(`script error: ${e.message}`));
    page.on('requestfailed', (r) => { if (r.failure()?.errorText !== 'net::ERR_ABORTED') fault(`request failed: ${r.url()}`); });
    for (const { path, audit } of pages) {
      current = path;
      const before = faults.length;
      await page.goto(pathToFileURL(path).href);
      const over = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return '';
        const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > room + 1);
        return `scrolls sideways: ${document.documentElement.scrollWidth} > ${room}, ` + wide.slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${e.className}`).join(' ');
      });
      if (over) fault(over);
      if (audit) {
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
        for (const v of found.violations) fault(`axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join(' | ')}`);
      }
      if (faults.length === before) passed++;
    }
    await context.close();
  }
}
await browser.close();
for (const f of faults.slice(0, 60)) console.log(f);
console.log(`${pages.length} pages of ${types.size} types, 4 states each`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
