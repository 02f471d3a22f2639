// Uses the pages of the sample site as a reader does, from file://. usage: node features.mjs SITE-FOLDER
// Views, filters and folds are tried with script switched off; jumps, copying and the theme by keyboard; paper as PDF.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';

const site = process.argv[2];
const at = (path) => pathToFileURL(join(site, path)).href;
const comparison = 'rules/joho-kitei/revisions/2026-04-01/index.html';
const faults = [];
let done = 0;
const check = (name, ok) => { done++; if (!ok) faults.push(name); };
const browser = await launch();

{
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const shown = (selector) => page.locator(selector).filter({ visible: true }).count();
  await page.goto(at(comparison));
  check('both columns stand side by side', await shown('.diff .before') > 5 && await shown('.diff .after') > 5);
  check('no button without a script', await shown('[data-jump] button, [data-copy], [data-theme-toggle]') === 0);
  const deleted = await shown('.after del');
  await page.check('#v-inline', { force: true });
  check('inline: one column with deleted words', await shown('.diff .before') === 0 && await shown('.after del') > deleted);
  await page.check('#v-after', { force: true });
  check('new text only', await shown('.diff .before') === 0 && await shown('.after del') === 0);
  await page.check('#v-side', { force: true });
  const rows = await shown('.clause');
  await page.uncheck('#f-sub', { force: true });
  check('a filter hides clauses', await shown('.clause') < rows);
  await page.check('#f-sub', { force: true });
  check('and shows them again', await shown('.clause') === rows);
  await page.locator('.eff summary').first().click();
  for (const id of await page.$$eval('.eff input[name=effect]:not(#e-all)', (l) => l.map((e) => e.id))) {
    await page.check('#' + id, { force: true });
    const want = await page.locator(`.clause[data-e~="${id.slice(2)}"]`).count();
    check(`effect ${id}`, want > 0 && await shown('.clause') === want);
  }
  await page.check('#e-all', { force: true });
  await page.check('#only', { force: true });
  check('only changed', await shown('.k-same, .k-omit, .ryaku') === 0 && await shown('.k-chg') > 0);
  await page.uncheck('#only', { force: true });
  const fold = page.locator('.ryaku details').first();
  await fold.locator('summary').click();
  check('（略） opens', await fold.locator('p').first().isVisible());
  await page.locator('.eff summary').nth(1).click();
  await page.check('#vert', { force: true });
  check('vertical writing', await page.locator('.paper').first().evaluate((e) => getComputedStyle(e).writingMode) === 'vertical-rl');
  const [above, below] = await page.locator('.k-chg').first().locator('td').evaluateAll((l) => l.map((e) => e.getBoundingClientRect().top));
  check('vertical: the new text stands above', above < below);
  await page.goto(at('search/index.html'));
  check('the search says that it needs a script', await page.locator('noscript p').isVisible() && (await page.locator('noscript p').innerText()).includes('スクリプトが要ります'));
  await context.close();
}
{
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(at(comparison));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  check('j goes on', /^2 \//.test(await page.textContent('[data-jump] output')) && await page.locator('.on-target').count() === 1);
  await page.keyboard.press('k');
  check('k goes back', /^1 \//.test(await page.textContent('[data-jump] output')));
  check('the address names the change', /#.+/.test(page.url()));
  await page.keyboard.press('/');
  check('/ leads to the search', await page.evaluate(() => document.activeElement.name) === 'q');
  await page.keyboard.type('事故');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hit');
  check('the header searches', /見つかりました/.test(await page.textContent('[data-status]')));
  const told = (await page.textContent('[data-status]')) + (await page.$$eval('.sa', (l) => l.map((e) => e.textContent).join('')));
  check('results print dates as the pages do', /令和\d+年\d+月\d+日施行/.test(told) && !/\d{4}-\d\d/.test(told), told);
  await page.goto(at(comparison));
  await page.locator('.hrow details:has(.cite) > summary').first().focus();
  await page.keyboard.press('Enter');
  const copy = page.locator('.hrow [data-copy]').first();
  await copy.focus();
  await page.keyboard.press('Enter');
  await page.locator('.hrow [role=status]').first().filter({ hasText: /コピー/ }).waitFor();
  check('copying speaks', true);
  await page.locator('#v-side').focus();
  await page.keyboard.press('ArrowRight');
  check('views by keyboard', await page.isChecked('#v-inline'));
  const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.locator('[data-theme-toggle]').focus();
  await page.keyboard.press('Enter');
  check('the theme changes', await page.evaluate(() => getComputedStyle(document.body).backgroundColor) !== before);
  // every interactive thing can be reached by Tab
  await page.goto(at('rules/joho-kitei/index.html'));
  const want = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].filter((e) => e.checkVisibility()).length);
  const seen = new Set();
  for (let i = 0; i < want + 5; i++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => { const e = document.activeElement; e.dataset.n ||= String(Math.random()); return e === document.body ? '' : e.dataset.n; }));
  }
  seen.delete('');
  check(`Tab reaches all (${seen.size} of ${want})`, seen.size >= want);
  await page.emulateMedia({ media: 'print' });
  await page.goto(at(comparison));
  check('paper has no toolbar, heads repeat', !await page.locator('.tools').isVisible() && await page.locator('.diff thead').first().evaluate((e) => getComputedStyle(e).display) === 'table-header-group');
  const pdf = await page.pdf({ format: 'A4', landscape: true });
  check('prints', pdf.length > 20000 && (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) || []).length > 2);
  await context.close();
}
{
  const context = await browser.newContext({ viewport: { width: 640, height: 900 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const path of [comparison, 'index.html', 'search/index.html', 'changes/index.html', 'rules/joho-kitei/terms/index.html']) {
    await page.goto(at(path));
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    if (path === comparison) {
      const box = await page.locator('[data-jump]').evaluate((e) => { const b = e.getBoundingClientRect(); return { left: b.left, right: b.right, in: [...e.children].every((c) => { const r = c.getBoundingClientRect(); return r.left >= b.left - 1 && r.right <= b.right + 1 && r.height >= 44; }) }; });
      check('the jump box at 200 % text: within the window, buttons within it and large enough', box.left >= 0 && box.right <= 640 && box.in);
    }
    check(`${path} at 200 % text: no sideways scrolling`, await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  }
  await context.close();
}
await browser.close();
for (const f of faults) console.log('fails: ' + f);
console.log(`${done} uses tried, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
