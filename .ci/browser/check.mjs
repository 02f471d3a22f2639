// Opens every page of a built site in Chromium and reports what a reader would trip over: sideways scrolling,
// console errors, failed requests, and (on one page of each type) accessibility violations by axe-core.
//
// usage: node check.mjs SITE-FOLDER          prints one line a fault, "N passed, M failed" at the end; exit 1 on faults
// Pages are opened from file://, as a reader would who got the folder on a disk. A page's type is body[data-page].
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const site = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = [];
(function walk(dir) {
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) walk(path);
    else if (name.endsWith('.html')) pages.push(path);
  }
})(site);

const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

const browser = await launch();
let passed = 0;
const faults = [];
const seenTypes = new Map();
for (const scheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    let current = '';
    const fault = (text) => faults.push(`${relative(site, current)} at ${width} px, ${scheme}: ${text}`);
    page.on('console', (m) => { if (m.type() === 'error') fault(`console: ${m.text()}`); });
    page.on('pageerror', (e) => fault(`script error: ${e.message}`));
    page.on('requestfailed', (r) => fault(`request failed: ${r.url()}`));
    for (const path of pages) {
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
      const type = await page.evaluate(() => document.body.dataset.page || '');
      if (!type) fault('body has no data-page');
      const key = `${type} ${width} ${scheme}`;
      if ((seenTypes.get(key) || 0) < 2) {
        seenTypes.set(key, (seenTypes.get(key) || 0) + 1);
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
        for (const v of found.violations) fault(`axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join(' | ')}`);
      }
      if (faults.length === before) passed++;
    }
    await context.close();
  }
}
await browser.close();
for (const f of faults.slice(0, 60)) console.log(f);
console.log(`${pages.length} pages, ${new Set([...seenTypes.keys()].map((k) => k.split(' ')[0])).size} types, 4 states each`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
