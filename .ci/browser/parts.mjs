// A comparison in parts, as a reader meets it: an old link to a clause is led to its part, the parts are gone through by next and previous, the
// switches work on each, contents and part are sound for axe and at 390 px, and without script the contents lead everywhere.
//
// usage: node parts.mjs SITE-FOLDER FOLDER-OF-THE-COMPARISON    prints one line a fault, exit 1 on faults
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';

const [, , site, folder] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const home = pathToFileURL(join(site, folder, 'index.html')).href;
const faults = [];
let done = 0;
const expect = (ok, text) => { if (ok) done++; else faults.push(text); };
/** follow clicks a link and waits until the page it leads to is there. */
const follow = async (page, link) => {
  const before = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState();
};
const browser = await launch();
for (const { width, scheme } of [{ width: 1440, scheme: 'light' }, { width: 390, scheme: 'dark' }]) {
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })).newPage();
  page.on('console', (m) => { if (m.type() === 'error') faults.push(`console: ${m.text()}`); });
  await page.goto(home);
  const links = await page.locator('[data-parts] li a').evaluateAll((list) => list.map((a) => a.href));
  const last = links[links.length - 1];
  await page.goto(home + last.slice(last.indexOf('#')));
  await page.waitForURL(/part-\d+\.html#/, { timeout: 5000 }).catch(() => {});
  expect(page.url() === last, `an old link to a clause ends at ${page.url()}, not ${last}`);
  const row = await page.locator('.diff tr[id]').last().getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`${home}#${row}`);
  await page.waitForURL(/part-\d+\.html#/, { timeout: 5000 }).catch(() => {});
  expect(await page.locator(`tr:target`).count() === 1, `an old link to the row ${row} ends at ${page.url()}`);
  await page.goto('about:blank');
  await page.goto(`${home}#no-such-place`);
  await page.waitForTimeout(300);
  expect(page.url().startsWith(home), 'a link to no place is led away');

  await follow(page, page.locator('[data-parts] h3 a').first());
  let seen = 1;
  while (await page.locator('.pager a[rel=next]').count()) { await follow(page, page.locator('.pager a[rel=next]')); seen++; }
  const parts = await page.locator('.parts li').count();
  expect(seen === parts && parts > 1, `next goes through ${seen} of ${parts} parts`);
  await page.keyboard.press('j');
  expect(await page.locator('.on-target').count() === 1, 'j goes nowhere');
  await page.locator('#v-inline').focus();
  await page.keyboard.press('Space');
  expect(!(await page.locator('.diff .before').first().isVisible()), 'the old column stands in the inline view');
  for (const at of [page.url().split('#')[0], home]) {
    await page.goto(at);
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ['violations'] }));
    for (const v of found.violations) faults.push(`${at.split('/').pop()} at ${width} px: axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join(' | ')}`);
    expect(!(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)), `${at.split('/').pop()} scrolls sideways at ${width} px`);
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}-${width}-${at === home ? 'contents' : 'part'}.png` });
  }
  await page.context().close();
}
const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await still.goto(home);
await follow(still, still.locator('[data-parts] li a').last());
expect(/part-\d+\.html#/.test(still.url()) && await still.locator(':target').count() === 1, 'without script the contents lead nowhere');
await still.goto(home);
await follow(still, still.locator('.prov a'));
expect(await still.locator('.diff').first().isVisible(), 'without script there is no page with everything');
await browser.close();
for (const f of faults.slice(0, 40)) console.log(f);
console.log(`${done} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
