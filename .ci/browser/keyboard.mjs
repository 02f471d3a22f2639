// Uses the sample site with the keyboard alone, asks the accessibility tree what a screen reader gets, and reads printed pages. usage:
//   node keyboard.mjs SITE-FOLDER FOLDER-WITH-A-MOVE    prints one line a fault; exit 1 on faults
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';

const [site, other] = process.argv.slice(2);
const at = (path) => pathToFileURL(join(site, path)).href;
const comparison = 'rules/joho-kitei/revisions/2026-04-01/index.html';
const moving = pathToFileURL(join(other, 'rules/mizu/revisions/2025-04-01/index.html')).href;
const faults = [];
let done = 0;
const check = (name, ok) => { done++; if (!ok) faults.push(name); };
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
const page = await context.newPage();
const press = (...keys) => keys.reduce((p, k) => p.then(() => page.keyboard.press(k)), Promise.resolve());
// What has the focus: its name, and whether one sees that it has it (by itself, or by the label's face beside an invisible input).
const focus = () => page.evaluate(() => {
  const e = document.activeElement, face = e.matches('input') && getComputedStyle(e).opacity === '0' ? e.nextElementSibling : e;
  const s = getComputedStyle(face), r = face.getBoundingClientRect();
  return { id: e.id, tag: e.tagName, name: (e.textContent || e.getAttribute('aria-label') || e.name || '').trim().slice(0, 30), ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, inView: r.bottom > 0 && r.top < innerHeight && r.width > 0 };
});
// tabTo goes on with Tab until the focus is on what the selector means.
async function tabTo(selector, most = 400) {
  for (let i = 0; i < most; i++) {
    await press('Tab');
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return true;
  }
  faults.push(`${selector} is not reached by Tab`);
  return false;
}

// follow takes the link that has the focus to another page.
const follow = async () => { const from = page.url(); await Promise.all([page.waitForURL((u) => u.href !== from, { waitUntil: 'load' }), press('Enter')]); };

await page.goto(at(comparison));
await press('Tab');
check('the first stop is the way to the text', (await focus()).name === '本文へ移動' && (await focus()).inView);
await press('Enter', 'Tab');
check('it leads past the header', await page.evaluate(() => document.activeElement.closest('main') !== null));
// Each stop of the way from there through the tools has a ring and is in view; the way follows the page.
const order = [];
for (let i = 0; i < 40; i++) {
  const f = await focus();
  if (!f.ring || !f.inView) faults.push(`no ring on, or not in view: ${JSON.stringify(f)}`);
  order.push(await page.evaluate(() => { const e = document.activeElement; e.dataset.stop ||= document.querySelectorAll('[data-stop]').length + 1; return [...document.querySelectorAll('a, button, input, summary, [tabindex]')].indexOf(e); }));
  await press('Tab');
}
check('Tab goes in the order of the page', order.every((n, i) => i === 0 || n > order[i - 1] || n === -1));

await page.goto(at(comparison));
await tabTo('.tl-s');
const scrolled = await page.evaluate(() => document.activeElement.scrollWidth > document.activeElement.clientWidth);
await press('ArrowRight');
check('the timeline moves where it is wider than the page', !scrolled || await page.evaluate(() => document.activeElement.scrollLeft >= 0));
await tabTo('.tl-s a');
const to = await page.evaluate(() => document.activeElement.href);
await follow();
check('the timeline leads to a revision', page.url() === to && to.includes('/revisions/'));

await page.goto(at(comparison));
await tabTo('.toc nav a');
const target = await page.evaluate(() => document.activeElement.hash);
await press('Enter');
check('the contents lead to the clause', decodeURIComponent(new URL(page.url()).hash) === decodeURIComponent(target) && await page.evaluate((h) => { const r = document.getElementById(decodeURIComponent(h.slice(1))).getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; }, target));
check('the header does not lie over it', await page.evaluate((h) => { const r = document.getElementById(decodeURIComponent(h.slice(1))).getBoundingClientRect(); const top = document.elementFromPoint(r.left + 4, r.top + r.height / 2); return !top?.closest('.gh, .tools'); }, target));

await page.goto(at(comparison));
await tabTo('#v-side');
await press('ArrowRight', 'ArrowRight');
check('arrows choose the view', await page.isChecked('#v-after'));
await press('ArrowLeft', 'ArrowLeft');
await tabTo('.flt input');
const all = await page.locator('.clause').filter({ visible: true }).count();
await press('Space');
check('Space turns a filter', await page.locator('.clause').filter({ visible: true }).count() !== all);
await press('Space');
await tabTo('.eff summary');
await press('Enter', 'Tab');
check('a menu opens and is entered', await page.evaluate(() => document.activeElement.name === 'effect'));
await press('ArrowDown');
check('an effect is chosen', await page.locator('.clause').filter({ visible: true }).count() < all);
await press('ArrowUp');
await tabTo('#only');
await press('Space');
check('only changes', await page.locator('.ryaku').filter({ visible: true }).count() === 0);
await press('Space');
await tabTo('[data-next]');
await press('Enter', 'Enter');
check('the button goes to the next change', /^2 \//.test(await page.textContent('[data-jump] output')));
await press('Shift+Tab', 'Enter');
check('and the other one back', /^1 \//.test(await page.textContent('[data-jump] output')));
await press('j', 'j', 'k');
check('so do j and k', /^2 \//.test(await page.textContent('[data-jump] output')));
await tabTo('.ryaku summary');
await press('Enter');
check('（略） opens', await page.evaluate(() => document.activeElement.parentElement.open));
await tabTo('.here');
const link = await page.evaluate(() => document.activeElement.hash);
await press('Enter');
check('a row has its address', link.length > 1 && new URL(page.url()).hash === link);
await tabTo('.rep.cite [data-copy]', 900);
await press('Enter');
await page.locator('.rep.cite [role=status]').filter({ hasText: /コピー/ }).waitFor();
check('the citation is copied', (await page.evaluate(() => navigator.clipboard.readText())).includes('情報資産取扱規程'));

await press('/');
await page.keyboard.type('事故');
await press('Enter');
await page.waitForSelector('.hit');
await tabTo('.hit a');
await follow();
check('a result leads to its clause', /clauses|revisions|rules/.test(page.url()) && !page.url().includes('search/'));

// What a screen reader gets: inserted and deleted words as such, moves in words with a way to the other end, the columns as heads of a table.
const client = await context.newCDPSession(page);
let every = []; // nodes that tell nothing themselves lead to others that do
const tree = async () => { every = (await client.send('Accessibility.getFullAXTree')).nodes; return every.filter((n) => !n.ignored); };
const words = (node) => { const by = new Map(every.map((n) => [n.nodeId, n])); const say = (n) => n.role?.value === 'StaticText' ? n.name?.value || '' : (n.childIds || []).map((c) => by.get(c)).filter(Boolean).map(say).join(''); return say(node); };
await page.goto(at(comparison));
let nodes = await tree();
const bounds = /^［[^］]+］([^]*)［[^］]+終わり］$/; // said before and behind, since many readers pass over the roles
const same = (a, b) => JSON.stringify(a.map((w) => w.replace(/\s/g, '')).sort()) === JSON.stringify(b.map((w) => w.replace(/\s/g, '')).sort());
for (const [role, tag] of [['insertion', 'ins'], ['deletion', 'del']]) {
  const told = nodes.filter((n) => n.role.value === role).map((n) => words(n));
  const shown = await page.evaluate((t) => [...document.querySelectorAll(t)].filter((e) => e.checkVisibility() && e.textContent).map((e) => e.textContent), tag);
  check(`${told.length} of ${shown.length} <${tag}> are told as ${role}, with their words`, shown.length > 5 && told.length === shown.length && told.every((w) => bounds.test(w.trim())) && same(told.map((w) => w.trim().replace(bounds, '$1')), shown));
}
const named = (role) => nodes.filter((n) => n.role.value === role).map((n) => n.name?.value || '');
check('the columns are named', ['改正後', '改正前'].every((w) => named('columnheader').some((n) => n.includes(w))));
for (const role of ['link', 'button', 'checkbox', 'radio', 'switch', 'searchbox', 'heading']) check(`every ${role} has a name`, named(role).every((n) => n.trim() !== ''));
check('sets of switches are named', ['表示形式', '改正の種別'].every((w) => named('group').includes(w)));
const signs = nodes.filter((n) => /[▾›↔←→]$|^[▾›↔←→]/.test((n.name?.value || '').trim()) && !/Text/.test(n.role.value)).map((n) => n.name.value);
check(`signs that only decorate are not read out: ${signs}`, signs.length === 0);
check('the date of a column is a word of its own', named('columnheader').every((n) => !/改正[後前]令和/.test(n)));
check('the regions are named', ['banner', 'main', 'contentinfo', 'navigation', 'search'].every((r) => nodes.some((n) => n.role.value === r)));
await page.goto(moving);
nodes = await tree();
const moves = await page.evaluate(() => [...document.querySelectorAll('.mvlink')].filter((e) => e.checkVisibility()).map((e) => [e.textContent.trim(), e.hash]));
check('moves are on this page', moves.length > 1);
check(`each move is a link whose words say where to: ${moves.map(([w]) => w)} among ${named('link').length} links`, moves.every(([w]) => w.length > 2 && named('link').some((n) => n.endsWith(w))));
for (const [w, hash] of moves.slice(0, 4)) {
  const back = await page.evaluate((h) => { const t = document.getElementById(decodeURIComponent(h.slice(1))); const row = t && (t.closest('tr') || t); return row ? [...row.closest('tbody').querySelectorAll('.mvlink')].map((e) => decodeURIComponent(e.hash.slice(1))) : null; }, hash);
  check(`${w} leads to its other end, which leads back`, back !== null && back.length > 0);
}

// On paper: A4, the heads of the columns on every sheet of the table.
for (const path of [comparison, 'rules/security-shishin/revisions/2020-04-01/index.html']) {
  await page.goto(at(path));
  const dir = mkdtempSync(join(tmpdir(), 'shinkyu-print-'));
  writeFileSync(join(dir, 'page.pdf'), await page.pdf({ preferCSSPageSize: true }));
  const info = spawnSync('pdfinfo', [join(dir, 'page.pdf')], { encoding: 'utf8' });
  const text = spawnSync('pdftotext', ['-layout', join(dir, 'page.pdf'), '-'], { encoding: 'utf8' });
  rmSync(dir, { recursive: true });
  if (info.error || text.error) { console.log('paper is not read: no pdftotext (poppler-utils)'); break; }
  const [, w, h] = info.stdout.match(/Page size:\s+([\d.]+) x ([\d.]+)/).map(Number);
  check(`${path}: a sheet is ${w} x ${h} points`, Math.abs(w - 841.9) < 2 && Math.abs(h - 595.3) < 2);
  const sheets = text.stdout.split('\f').filter((s) => s.trim());
  const heads = sheets.map((s) => /改正後.*改正前|改正案.*現\s*行/.test(s.replace(/ +/g, ' ')));
  const first = heads.indexOf(true), last = heads.lastIndexOf(true);
  check(`${path}: heads on sheets ${heads.map((x, i) => x ? i + 1 : 0).filter(Boolean)} of ${sheets.length}`, first >= 0 && last > first && heads.slice(first, last + 1).every(Boolean));
  check(`${path}: no button or menu on paper`, !/本文へ移動|溶け込み|引用をコピー/.test(text.stdout));
}
// What has no two columns is read upright, and no heading ends a sheet.
for (const path of ['rules/joho-kitei/index.html', 'rules/joho-kitei/revisions/2026-04-01/text.html']) {
  await page.goto(at(path));
  const dir = mkdtempSync(join(tmpdir(), 'shinkyu-print-'));
  writeFileSync(join(dir, 'page.pdf'), await page.pdf({ preferCSSPageSize: true }));
  const info = spawnSync('pdfinfo', [join(dir, 'page.pdf')], { encoding: 'utf8' }), text = spawnSync('pdftotext', ['-layout', join(dir, 'page.pdf'), '-'], { encoding: 'utf8' });
  rmSync(dir, { recursive: true });
  if (info.error || text.error) break;
  const [, w, h] = info.stdout.match(/Page size:\s+([\d.]+) x ([\d.]+)/).map(Number);
  check(`${path}: a sheet is ${w} x ${h} points`, Math.abs(w - 595.3) < 2 && Math.abs(h - 841.9) < 2);
  const ends = text.stdout.split('\f').map((s) => s.trim().split('\n').map((l) => l.trim()).filter((l) => l && !/^\d+ \/ \d+$/.test(l)).at(-1) || '');
  check(`${path}: no sheet ends with a heading`, !ends.some((l) => /^第[一二三四五六七八九十]+(条|章)[^。]{0,40}$/.test(l) && !/[。、]/.test(l)), ends);
}
await browser.close();
for (const f of faults) console.log('fails: ' + f);
console.log(`${done} uses tried, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
