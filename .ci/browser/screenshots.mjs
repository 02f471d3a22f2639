// Pictures of every page type of the sample site, for the docs; dark ones of the comparison page. usage: node screenshots.mjs PROGRAM OUT-FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';
import { pagesOf } from './pages.mjs';

const [program, out] = process.argv.slice(2);
const site = join(mkdtempSync(join(tmpdir(), 'shinkyu-')), 'site');
execFileSync(program, ['build', '--sample', '-o', site], { stdio: 'inherit' });
mkdirSync(out, { recursive: true });
const browser = await launch();
for (const [type, [{ path }]] of pagesOf(site)) {
  if (type === 'none') continue;
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
