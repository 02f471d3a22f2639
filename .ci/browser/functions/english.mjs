// The site in English: every type of page, used, says its own words in English; what is Japanese there is source text and is marked so.
import { relative } from 'node:path';
import { pagesOf } from '../pages.mjs';

export default async function ({ sites: { english }, check, open }) {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'], locale: 'en-GB' });
  // Visible or spoken words in Japanese outside elements that say that they are.
  const foreign = () => page.evaluate(() => {
    const japanese = /[\u3041-\u30fa\u30fc-\u30ff\u4e00-\u9fff]/, out = [], ours = (e) => e.closest('[lang]').lang === 'en';
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) { const n = walk.currentNode, e = n.parentElement; if (japanese.test(n.data) && ours(e) && !/^(SCRIPT|STYLE|OPTION)$/.test(e.tagName)) out.push(n.data.trim().slice(0, 40)); }
    return { text: document.body.innerText, lang: document.documentElement.lang, out, generated: [...document.querySelectorAll('ins, del')].slice(0, 3).map((e) => getComputedStyle(e, '::before').content) };
  });
  const types = pagesOf(english.folder);
  let words = 0;
  for (const [type, [{ path }]] of types) {
    await page.goto(english.url + relative(english.folder, path) + (type === 'search' ? '?q=' + encodeURIComponent('情報資産') : ''));
    if (type === 'search') {
      await page.waitForSelector('.hit');
      const told = await page.$$eval('.sa', (l) => l.map((e) => e.textContent).join(''));
      check('results print dates in English', /in force \d+ [A-Z][a-z]+ \d{4}/.test(told) && !/\d{4}-\d\d/.test(told), told);
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach((e) => { e.open = true; }));
    const f = await foreign();
    words += (await page.textContent('body')).length;
    check(`${type}: says that it is English`, f.lang === 'en');
    check(`${type}: every Japanese word says that it is Japanese`, f.out.length === 0, f.out.slice(0, 6));
    check(`${type}: no Japanese signs between English words`, !/[a-z]・[A-Z]/.test(f.text), f.text.match(/.{0,20}[a-z]・[A-Z].{0,20}/)?.[0]);
    check(`${type}: inserted and deleted words are announced in English`, f.generated.every((c) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(c)), f.generated);
  }
  check('all types of page are there', types.size >= 10 && words > 5000, [types.size, words]);
  await page.goto(english.url + 'rules/joho-kitei/revisions/2026-04-01/');
  await page.click('.rep.cite [data-copy]');
  await page.locator('.rep.cite [role=status]').filter({ hasText: /[Cc]opied/ }).waitFor();
  check('copying speaks English', true);
  await page.uncheck('#f-sub', { force: true });
  check('the count of changes is English', !/か所/.test(await page.textContent('[data-jump] output')), await page.textContent('[data-jump] output'));
}
