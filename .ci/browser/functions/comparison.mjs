// The comparison page: deep links to every clause and change, findings at their place, marks of the source beside computed ones, moves both ways,
// （略） that opens, the citation, jumps with filters, side heads in view, contents with signs, the vertical view, other views' words.
const path = 'rules/joho-kitei/revisions/2026-04-01/', slips = 'rules/security-shishin/revisions/2020-04-01/';

export default async function ({ sites: { plain, moving, english }, check, open }) {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const inView = (id) => page.evaluate((i) => { const e = document.getElementById(i), r = e?.getBoundingClientRect(); return !!r && e.checkVisibility() && r.top >= 0 && r.top < innerHeight; }, id);

  // Deep links: every clause and every change has an address of its own, and it leads there, folded or not.
  await page.goto(plain.url + path);
  const ids = await page.evaluate(() => ({
    clauses: [...document.querySelectorAll('.clause')].map((c) => c.querySelector('.clbar [id]')?.id || ''),
    changes: [...document.querySelectorAll('.diff tr:is(.k-chg,.k-new,.k-rep,.k-mvto,.k-mvfrom)')].map((r) => r.id || r.closest('tbody').querySelector('.clbar [id]')?.id || ''),
    folded: [...document.querySelectorAll('.ryaku details [id]')].map((e) => e.id), links: [...document.querySelectorAll('.perma, .here')].map((a) => decodeURIComponent(a.hash.slice(1))),
    double: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, l) => l.indexOf(id) !== i),
  }));
  check('deep links: every clause has an address', ids.clauses.length > 5 && ids.clauses.every(Boolean), ids.clauses);
  check('deep links: every change has an address', ids.changes.length > 5 && ids.changes.every(Boolean), ids.changes);
  check('deep links: no address twice', ids.double.length === 0, ids.double);
  check('deep links: every clause offers its address', ids.clauses.every((id) => ids.links.includes(id)));
  for (const id of new Set([...ids.clauses, ...ids.changes, ...ids.folded])) {
    await page.evaluate((i) => { scrollTo(0, 0); location.hash = '#' + encodeURIComponent(i); return new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))); }, id);
    check(`deep links: #${id} comes into view`, await inView(id));
  }
  const far = ids.folded.at(-1); // also where a page is opened with it
  let turn = 0;
  const anew = (path, id) => `${plain.url}${path}?${turn++}#${encodeURIComponent(id)}`; // loaded, not only scrolled
  await page.goto(anew(path, far));
  check(`deep links: the page opens at #${far}`, await inView(far));
  check('deep links: a folded clause is opened for it', ids.folded.length > 0 && await page.evaluate((id) => document.getElementById(id).closest('details').open, ids.folded.at(-1)));
  // On a phone the cards out of sight are laid out when they come near; a link leads into them all the same.
  const hand = await open({ viewport: { width: 390, height: 844 } });
  const onHand = (id) => hand.evaluate((i) => { const r = document.getElementById(i).getBoundingClientRect(); return [Math.round(r.top), r.top >= 0 && r.top < innerHeight]; }, id);
  await hand.goto(plain.url + path);
  for (const id of [...ids.clauses].reverse()) {
    await hand.evaluate((i) => { location.hash = '#' + encodeURIComponent(i); return new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))); }, id);
    const seen = await onHand(id);
    check(`deep links: #${id} comes into view on a phone`, seen[1], seen);
  }
  for (const id of [ids.clauses.at(-1), ids.changes[ids.changes.length >> 1]]) {
    await hand.goto(anew(path, id));
    await hand.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
    const seen = await onHand(id);
    check(`deep links: the page opens at #${id} on a phone`, seen[1], seen);
  }
  for (const text of ['rules/joho-kitei/', 'rules/joho-kitei/revisions/2024-10-01/text.html']) { // so do the articles of a whole text
    const articles = [...plain.read(text + (text.endsWith('/') ? 'index.html' : '')).matchAll(/ class="art" id="([^"]+)"/g)].map((m) => m[1]);
    check(`deep links: /${text} has articles`, articles.length > 10, articles);
    for (const id of [articles.at(-1), articles[articles.length >> 1]]) {
      await hand.goto(anew(text, id));
      await hand.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
      const seen = await onHand(id);
      check(`deep links: /${text}#${id} comes into view on a phone`, seen[1], seen);
    }
  }
  // What is in sight of the timeline begins with the revision before; the contents are folded, and open on demand, also in a window that was wide before.
  await hand.goto(plain.url + 'rules/joho-kitei/revisions/2023-07-01/');
  const [frame, was, is] = await hand.evaluate(() => ['.tl-s', '.v-before .tg', '.v-after .tg'].map((s) => { const r = document.querySelector(s).getBoundingClientRect(); return [r.left, r.right]; }));
  check('timeline: both revisions are in sight on a phone', was[0] >= frame[0] && is[1] <= frame[1], { frame, was, is });
  check('contents: folded on a phone', !(await hand.locator('.toc nav').isVisible()));
  await hand.click('.tocd summary');
  check('contents: open on demand on a phone', await hand.locator('.toc-cl').first().isVisible());
  await hand.setViewportSize({ width: 1440, height: 900 });
  await hand.goto(plain.url + path);
  await hand.setViewportSize({ width: 600, height: 900 });
  check('contents: stay when a window becomes narrow', await hand.locator('.toc-cl').first().isVisible());
  await hand.close();

  // Contents: every clause, with the signs of its change; a filter that hides a clause hides its line.
  await page.goto(plain.url + path);
  const toc = await page.$$eval('.toc-cl', (l) => l.map((e) => [decodeURIComponent(e.querySelector('a').hash.slice(1)), [...e.querySelectorAll('i')].map((i) => i.textContent)]));
  const badges = await page.$$eval('.clause .clbar', (l) => Object.fromEntries(l.map((b) => [b.querySelector('[id]').id, [...b.querySelectorAll('.badge')].map((e) => e.textContent)])));
  check('contents: signs are those of the clause', toc.length > 5 && toc.every(([id, signs]) => signs.length > 0 && signs.every((s) => (badges[id] || []).includes(s))), toc.filter(([id, signs]) => !signs.every((s) => (badges[id] || []).includes(s))));
  await page.uncheck('#f-sub', { force: true });
  const left = await page.evaluate(() => [[...document.querySelectorAll('.toc-cl')].filter((e) => e.checkVisibility()).length, [...document.querySelectorAll('.clause')].filter((e) => e.checkVisibility() && e.querySelector('.clbar')).length]);
  check('contents: follow the filters', left[0] === left[1] && left[0] < toc.length, left);

  // Jumps go over what the filters show, count it, and stop at the ends.
  const rest = await page.locator('.diff tr:is(.k-chg,.k-new,.k-rep,.k-mvto,.k-mvfrom)').filter({ visible: true }).count();
  check('jumps: the count follows the filters', (await page.textContent('[data-jump] output')).includes(String(rest)), rest);
  const visited = new Set();
  for (let i = 0; i < rest + 3; i++) {
    if (i % 2) await page.click('[data-next]'); else await page.keyboard.press('j');
    visited.add(await page.evaluate(() => [...document.querySelectorAll('.diff tr')].indexOf(document.querySelector('.on-target'))));
  }
  check('jumps: j and the button reach every change shown, and stop at the last', visited.size === rest && (await page.textContent('[data-jump] output')).startsWith(`${rest} / ${rest}`), visited.size);
  check('jumps: the change stands in the middle, not under the heads', await page.evaluate(() => { const r = document.querySelector('.on-target').getBoundingClientRect(); return r.top > 60 && r.bottom < innerHeight + r.height; }));
  for (let i = 0; i < rest + 1; i++) await page.click('[data-prev]');
  check('jumps: back to the first', (await page.textContent('[data-jump] output')).startsWith('1 / '));
  await page.check('#f-sub', { force: true });

  // Heads of the columns stay in view, below switches in one row or two, however many they are and in English.
  for (const [site, at] of [[plain, path], [plain, 'rules/joho-kitei/revisions/2024-10-01/'], [english, path]]) {
    for (const width of [1920, 1440, 1366, 1280, 1024, 768]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url + at);
      const head = await page.evaluate(() => {
        window.scrollTo(0, document.querySelector('.diff').getBoundingClientRect().top + scrollY + 1500);
        const words = document.createRange();
        words.selectNodeContents(document.querySelector('.diff thead th > span'));
        const r = words.getBoundingClientRect();
        return [r.top, r.bottom, [r.top + 3, r.bottom - 3].every((y) => document.elementFromPoint(r.left + 5, y)?.closest('thead th'))];
      });
      check(`side heads: stay in view, above the rows and below the switches, ${width} px wide`, head[0] >= 0 && head[1] < 300 && head[2], [site.url, at, head]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(plain.url + path);

  // （略） opens to the text that is known.
  const folds = await page.$$eval('.ryaku details', (l) => l.map((d) => [d.open, [...d.querySelectorAll('p')].map((p) => p.textContent).join('').length]));
  check('（略）: folds hold the known text', folds.length > 0 && folds.every(([o, n]) => !o && n > 8), folds);
  await page.locator('.ryaku summary').first().click();
  check('（略）: opens', await page.locator('.ryaku details').first().locator('p').first().isVisible());
  const behind = page.locator('.bh').first();
  if (await behind.count()) { await behind.locator('summary').click(); check('（略）: a part of a clause opens too', await behind.locator('p').first().isVisible()); }

  // Citation: what is shown is what is copied, of the page and of a clause.
  for (const box of ['.rep.cite', '.hrow .cite']) {
    if (box.startsWith('.hrow')) await page.locator('.hrow details:has(.cite) > summary').first().click();
    await page.locator(`${box} [data-copy]`).first().click();
    await page.locator(`${box} [role=status]`).first().filter({ hasText: 'コピーしました' }).waitFor();
    const [copied, shown] = [await page.evaluate(() => navigator.clipboard.readText()), await page.locator(`${box} .ct`).first().textContent()];
    check(`citation: ${box} is copied as shown`, copied === shown && shown.includes('情報資産取扱規程') && /\d年/.test(shown), [copied, shown]);
  }

  // Vertical view: lines from right to left, the new text above the old, moves and marks on the right side.
  await page.locator('.eff summary').last().click();
  await page.check('#vert', { force: true });
  const vertical = await page.evaluate(() => {
    const p = document.querySelector('.paper'), rows = [...p.querySelectorAll('.k-chg')], [a, b] = rows.slice(0, 2).map((r) => r.getBoundingClientRect()), [after, before] = [...rows[0].querySelectorAll('td')].map((t) => t.getBoundingClientRect());
    return { mode: getComputedStyle(p).writingMode, order: b.right <= a.left + 1 || b.left < a.left, above: after.bottom <= before.top + 2, line: getComputedStyle(rows[0].querySelector('ins, del')).textUnderlinePosition, page: document.documentElement.scrollWidth <= document.documentElement.clientWidth };
  });
  check('vertical: from right to left, new above old, lines on the right, the page itself stays', vertical.mode === 'vertical-rl' && vertical.order && vertical.above && /right/.test(vertical.line) && vertical.page, vertical);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  check('vertical: j brings a change into view', await page.evaluate(() => { const r = document.querySelector('.on-target').getBoundingClientRect(); return r.right > 0 && r.left < innerWidth; }));

  // Marks of the source and computed marks: both can be seen, and the differences are named where they are, and in the list.
  await page.goto(plain.url + slips);
  const findings = await page.evaluate(() => ({
    list: [...document.querySelectorAll('.finds > li')].map((l) => [l.querySelector('p').textContent, decodeURIComponent(l.querySelector('.meta a')?.hash.slice(1) || '')]),
    at: [...document.querySelectorAll('.fd li')].map((l) => [l.textContent, l.closest('tr').id || l.closest('tbody').querySelector(':is(.clbar, .chh) [id]')?.id, l.querySelector('.badge').textContent]),
  }));
  check('findings: the list has them', findings.list.length > 3);
  for (const [said, id] of findings.list) check(`findings: ${said.slice(0, 30)} stands at its clause`, id !== '' && findings.at.some(([t, row]) => t.includes(said) && row === id), [id, findings.at.filter(([t]) => t.includes(said))]);
  await page.locator('.fd summary').first().click();
  check('findings: open where they are, with what to do', await page.locator('.fd li').first().isVisible() && findings.at.every(([t]) => t.length > 15) && findings.at.every(([, , badge]) => badge));
  await page.locator('.finds .meta a').first().click();
  check('findings: the list leads to the place', await inView(findings.list[0][1]));
  const style = (s) => page.locator(s).first().evaluate((e) => { const c = getComputedStyle(e); return [c.textDecorationStyle, c.boxShadow]; });
  const [miss] = await style('.after ins.miss');
  check('marks: computed but not in the source is a wave', miss === 'wavy', miss);
  const quiet = (await style('.after ins.om'))[1];
  await page.locator('.eff summary').last().click();
  await page.check('#marks', { force: true });
  const marked = (await style('.after ins.om'))[1], unmarked = (await style('.after ins.miss'))[1];
  check('marks: those of the source are shown on demand, and only those', quiet === 'none' && marked !== 'none' && unmarked === 'none', [quiet, marked, unmarked]);
  check('marks: the legend explains both', await page.locator('.legend .miss').isVisible() && await page.locator('.legend .over').isVisible());

  // The three views: 溶け込み has both words in one text, 改正後のみ only the new ones; each tells by its head what it shows.
  const words = (view) => page.evaluate((v) => { document.querySelector(v).click(); const seen = (s) => [...document.querySelectorAll('.diff ' + s)].filter((e) => e.checkVisibility()).length; return { ins: seen('.after ins'), del: seen('.after del'), before: seen('td.before'), head: [...document.querySelectorAll('.diff thead th span')].filter((e) => e.checkVisibility()).map((e) => e.textContent) }; }, view);
  const [side, inline, after] = [await words('#v-side'), await words('#v-inline'), await words('#v-after')];
  check('views: 対照', side.before > 0 && side.del === 0 && side.head.length === 2, side);
  check('views: 溶け込み', inline.before === 0 && inline.del > 0 && inline.ins >= side.ins && inline.head.join().includes('溶け込み'), inline);
  check('views: 改正後のみ', after.before === 0 && after.del === 0 && after.head.length === 1, after);

  // Moves: from one end to the other and back.
  await page.goto(moving.url + 'rules/mizu/revisions/2025-04-01/');
  const ends = await page.$$eval('.mvlink', (l) => l.filter((e) => e.checkVisibility()).map((e) => [e.textContent, decodeURIComponent(e.hash.slice(1))]));
  check('moves: both ends lead on', ends.length === 2 && ends[0][1] !== ends[1][1], ends);
  for (const [said, id] of ends) {
    await page.locator('.mvlink').filter({ visible: true }).filter({ hasText: said }).click();
    check(`moves: ${said} comes into view`, await inView(id));
    check(`moves: at ${id} a link leads back`, await page.evaluate((i) => [...document.getElementById(i).closest('tr, tbody').querySelectorAll('.mvlink')].length > 0, id));
  }
  check('moves: the moved words have a double line', await page.locator('.diff :is(ins,del).mv').first().evaluate((e) => getComputedStyle(e).textDecorationStyle) === 'double');
}
