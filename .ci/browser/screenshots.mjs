// Pictures of every page type, for the docs: of the sample site, and of two invented rules, one too long for one page and one of many revisions; dark
// ones of the comparison page. usage: node screenshots.mjs PROGRAM OUT-FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';
import { pagesOf } from './pages.mjs';

const [program, out] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'shinkyu-'));
const sample = join(work, 'sample'), invented = join(work, 'invented');
execFileSync(program, ['build', '--sample', '-o', sample], { stdio: 'inherit' });
invent(join(work, 'corpus'));
execFileSync(program, ['build', '-o', invented, join(work, 'corpus')], { stdio: 'inherit' });
mkdirSync(out, { recursive: true });

// A corpus of rules made by count: articles that say something else each, and change in turn.
function invent(dir) {
  const who = ['館長は', '司書は', '利用者は', '管理係は', '閲覧室の当番は'], what = ['貸出しの記録を', '書庫の鍵を', '寄贈の目録を', '破損した資料を', '予約の申込みを', '行事の掲示を', '点検の結果を'];
  const how = ['毎月', '速やかに', '書面により', '閉館の前に', '係の確認を得て', '年度の初めに'], does = ['確かめるものとする。', '報告しなければならない。', '保存しなければならない。', '公表することができる。', '改めてはならない。'];
  const sentence = (n) => who[n % 5] + '、' + what[n % 7] + how[n % 6] + does[(n * 3 + (n >> 2)) % 5];
  const rule = (id, title, articles, chapter, labels, changed) => {
    mkdirSync(join(dir, id), { recursive: true });
    const toml = [`title = "${title}"`];
    labels.forEach((label, k) => {
      const lines = [title];
      for (let i = 1; i <= articles; i++) {
        if (chapter && i % chapter === 1) lines.push(`第${Math.ceil(i / chapter)}章　${what[Math.ceil(i / chapter) % 7].slice(0, -1)}`);
        let turn = 0;
        for (let r = 1; r <= k; r++) if (changed(i, r)) turn++;
        lines.push(`（${what[i % 7].slice(0, -1)}）`, `第${i}条　${sentence(i)}${turn ? sentence(i + 11 * turn) : ''}`, `２　${sentence(i * 2 + 1)}`);
      }
      writeFileSync(join(dir, id, k + '.txt'), lines.join('\n') + '\n');
      toml.push('[[revision]]', `label = "${label}"`, `in_force = ${2016 + k}-04-01`, `file = "${k}.txt"`, 'content = "text"');
    });
    writeFileSync(join(dir, id, 'rule.toml'), toml.join('\n') + '\n');
  };
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'corpus.toml'), 'title = "図書館例規集"\nowner = "見本図書館"\n');
  rule('kanri', '図書館管理規程', 420, 60, ['制定', '全体の見直し'], (i) => i % 3 > 0);
  rule('etsuran', '閲覧室規則', 14, 0, ['制定', '第一次改正', '第二次改正', '第三次改正', '第四次改正', '第五次改正', '第六次改正', '第七次改正', '第八次改正'], (i, r) => (i + r) % 4 === 0);
}

const browser = await launch();
async function picture(type, address, ready, dark) {
  const states = [['desktop', 1440, 1000, 'light'], ['phone', 390, 844, 'light']];
  if (dark) states.push(['desktop-dark', 1440, 1000, 'dark'], ['phone-dark', 390, 844, 'dark']);
  for (const [name, width, height, colorScheme] of states) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
    await page.goto(address);
    await ready?.(page);
    await page.screenshot({ path: join(out, `${type}-${name}.png`) });
    await page.close();
  }
  console.log(type);
}
const all = process.env.DARK === '1'; // every page in dark too, to look at
const hit = (page) => page.waitForSelector('.hit');
const taken = new Set(['none']);
for (const site of [sample, invented]) {
  for (const [type, list] of pagesOf(site)) {
    const [{ path }] = list, scanned = list.find((p) => readFileSync(p.path, 'utf8').includes('class="fac"'));
    if (taken.has(type)) continue;
    taken.add(type);
    const at = pathToFileURL(path).href;
    if (type === 'search') await picture(type, at + '?q=' + encodeURIComponent('情報資産'), hit, all);
    else if (type === 'pairs') await picture(type, at + '?old=2016-04-01&new=2021-04-01', (page) => page.waitForSelector('.diff .clause'), all);
    else await picture(type, at, null, all || type === 'comparison');
    if (type === 'comparison') await picture('facsimile', pathToFileURL(scanned.path).href, async (page) => {
      const fold = page.locator('details:has(.fac)').first();
      await fold.locator('summary').first().click();
      await fold.scrollIntoViewIfNeeded();
      await fold.locator('img').first().evaluate((i) => i.decode());
      await fold.evaluate((e) => e.scrollIntoView({ block: 'center' }));
    }, all);
  }
}
await browser.close();
rmSync(work, { recursive: true });
