// Pictures of every page type of the sample site, for the docs; dark ones of the comparison page. usage: node screenshots.mjs PROGRAM OUT-FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';

const [program, out] = process.argv.slice(2);
const site = join(mkdtempSync(join(tmpdir(), 'shinkyu-')), 'site');
execFileSync(program, ['build', '--sample', '-o', site], { stdio: 'inherit' });
mkdirSync(out, { recursive: true });
const byType = new Map();
(function walk(dir) {
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) { walk(path); continue; }
    if (!name.endsWith('.html')) continue;
    const type = (readFileSync(path, 'utf8').match(/<body[^>]*data-page="([a-z-]+)"/) || [])[1];
    const size = statSync(path).size;
    if (type && (!byType.has(type) || byType.get(type).size < size)) byType.set(type, { path, size });
  }
})(site);
const browser = await launch();
for (const [type, { path }] of byType) {
  const states = [['desktop', 1440, 1000, 'light'], ['phone', 390, 844, 'light']];
  if (type === 'comparison') states.push(['desktop-dark', 1440, 1000, 'dark'], ['phone-dark', 390, 844, 'dark']);
  for (const [name, width, height, colorScheme] of states) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
    await page.goto(pathToFileURL(path).href + (type === 'search' ? '?q=' + encodeURIComponent('情報資産') : ''));
    if (type === 'search') await page.waitForSelector('.hit');
    await page.screenshot({ path: join(out, `${type}-${name}.png`) });
    await page.close();
  }
  console.log(type);
}
await browser.close();
