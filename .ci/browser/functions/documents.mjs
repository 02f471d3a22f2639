// The pages around a comparison: a document's page with its timeline and choice of two revisions, the text after any revision, what is not yet
// in force as the reader's own day tells it, the life of a clause, terms, changes by month and effect, the front page.
export default async function ({ sites: { plain, own }, check, open }) {
  const page = await open({ timezoneId: 'Asia/Tokyo' }), rule = 'rules/joho-kitei/';
  const h1 = () => page.textContent('h1');

  // Document: the timeline has each revision, its size, and leads to it.
  await page.goto(plain.url + rule);
  const marks = await page.$$eval('.track .v', (l) => l.map((v) => ({ href: v.querySelector('a').href, label: v.querySelector('b').textContent, size: v.querySelector('.vc').textContent, day: v.querySelector('time').dateTime, bar: v.querySelector('.bar').getBoundingClientRect().height })));
  const data = JSON.parse(plain.read(rule + 'rule.json'));
  check('timeline: has every revision in the order of time', marks.length === data.revisions.length && marks.every((m, i) => m.day === data.revisions[i].in_force && m.label === data.revisions[i].label), marks);
  check('timeline: tells the size of each change', data.revisions.every((r, i) => !r.changed_clauses || marks[i].size.includes(String(r.changed_clauses))), marks.map((m) => m.size));
  const sized = data.revisions.map((r, i) => [r.changed_clauses, marks[i].bar]).filter(([n]) => n > 0).sort((a, b) => a[0] - b[0]);
  check('timeline: more change is a taller bar', sized.every(([, h], i) => i === 0 || h >= sized[i - 1][1]) && sized.at(-1)[1] > sized[0][1], sized);

  // Any two revisions: from the table of the document to a page that compares just these.
  const pairs = await page.$$eval('section[aria-labelledby=pair-h] tbody tr', (l) => l.flatMap((r) => [...r.querySelectorAll('td:last-child a')].map((a) => [r.querySelector('b').textContent, a.textContent, a.getAttribute('href')])));
  check('pairs: every two of the revisions are offered', pairs.length === data.revisions.length * (data.revisions.length - 1) / 2, pairs.length);
  for (const [newer, older, href] of pairs) {
    await page.goto(plain.url + rule);
    await Promise.all([page.waitForURL((u) => u.pathname !== '/' + rule, { waitUntil: 'load' }), page.click(`section[aria-labelledby=pair-h] a[href="${href}"]`)]);
    const seen = await page.evaluate(() => ({ title: document.title, facts: document.querySelector('.facts').textContent, rows: document.querySelectorAll('.diff tr:is(.k-chg,.k-new,.k-rep,.k-mvto,.k-mvfrom)').length, marks: document.querySelectorAll('.diff :is(ins,del)').length }));
    check(`pairs: ${older} and ${newer} lead to their comparison`, seen.rows > 0 && seen.marks > 0 && (seen.title + seen.facts).includes(newer) && (href.includes('revisions/') || (seen.title + seen.facts).includes(older)), seen);
  }

  // The whole text after each revision, from the table; a clause of it leads to its life.
  await page.goto(plain.url + rule);
  const texts = await page.$$eval('section[aria-labelledby=pair-h] tbody td:nth-child(2) a', (l) => l.map((a) => a.href));
  const seen = new Set();
  for (const href of texts) {
    await page.goto(href);
    const body = await page.evaluate(() => [...document.querySelectorAll('.art, .clause')].map((e) => e.textContent).join(''));
    check(`text: ${plain.path(href)} has the articles`, body.includes('第一条') && body.length > 1000, body.length);
    seen.add(body);
  }
  check('text: no two revisions have the same text', seen.size === texts.length);

  // Not yet in force: by the day of the reader, not of the build; without script by the build's, which is told.
  const days = [['2026-03-31', true], ['2026-04-01', false]];
  for (const [day, notYet] of days) {
    await page.clock.setFixedTime(new Date(day + 'T12:00:00+09:00'));
    for (const path of ['index.html', rule + 'index.html', 'changes/index.html', rule + 'revisions/2026-04-01/index.html', rule + 'clauses/' + plain.read(rule + 'index.html').match(/clauses\/(a11-[\w]+\.html)/)[1]]) {
      await page.goto(plain.url + path);
      const tags = await page.$$eval('[data-force="2026-04-01"]', (l) => l.map((e) => e.checkVisibility()));
      check(`not yet in force: ${path} on ${day}`, path.includes('clauses') ? tags.every((t) => t === notYet) : tags.length > 0 && tags.every((t) => t === notYet), tags);
      check(`not yet in force: ${path} on ${day} says nothing of the build's day`, await page.locator('[data-force] small').count() === 0);
    }
  }
  const still = await open({ javaScriptEnabled: false });
  await still.goto(own.url);
  check('not yet in force: without script as of the day of the build, which is named', /施行前（令和8年3月1日現在）/.test(await still.locator('[data-force="2026-04-01"]').first().textContent()));
  await still.goto(own.url + 'rules/joho-kisoku/');
  check('not yet in force: a later revision too', await still.locator('[data-force="2027-04-01"]').first().isVisible() && !await still.locator('[data-force="2024-10-01"]').first().isVisible());

  // The life of a clause: each step its words that changed, the reason from the notes with links, who refers to it, the way on.
  // Of all lives those with most to tell: most steps, notes and references to them.
  const every = [...new Set(plain.read(rule + 'index.html').match(/clauses\/[\w-]+\.html/g))], told = (l, w) => plain.read(rule + l).split(w).length;
  const lives = new Set(['<div class="chg">', 'class="nt"', 'この条文を引く条文'].flatMap((w) => [...every].sort((a, b) => told(b, w) - told(a, w)).slice(0, 2)));
  let steps = 0, reasons = 0, cited = 0;
  for (const life of lives) {
    await page.goto(plain.url + rule + life);
    const clause = await page.evaluate(() => ({
      steps: [...document.querySelectorAll('.life > li')].map((l) => [l.querySelector('time')?.dateTime || '', l.querySelectorAll(':is(ins,del)').length, l.querySelector('.gist').textContent]),
      notes: [...document.querySelectorAll('.nt a')].map((a) => a.href), reasons: document.querySelectorAll('.nt').length,
      lines: new Set([...document.querySelectorAll('.life .chg del:not([hidden], .num, .mv), .lg del')].map((d) => getComputedStyle(d).textDecorationLine)).size,
      by: [...document.querySelectorAll('.aside a')].map((a) => a.href), words: document.querySelector('.clausetext')?.textContent.length,
    }));
    steps += clause.steps.filter(([, n]) => n > 0).length;
    reasons += clause.reasons;
    cited += clause.by.length;
    check(`life of ${life}: steps newest first, with what changed`, clause.steps.length > 0 && clause.steps.every(([d, , g], i) => g && (i === 0 || d <= clause.steps[i - 1][0])), clause.steps);
    check(`life of ${life}: the legend draws what was deleted as the life does`, clause.lines === 1, clause.lines);
    for (const to of [...clause.notes, ...clause.by]) check(`life of ${life}: ${to} leads to a page`, plain.has(plain.path(to)));
  }
  check('life: words that changed, reasons and references are there', steps > 3 && reasons > 2 && cited > 2, [steps, reasons, cited]);

  // Terms: each with its meaning, place, uses; every link leads to a clause that holds the term.
  await page.goto(plain.url + rule + 'terms/');
  const terms = await page.$$eval('section[aria-labelledby=td-h] .term', (l) => l.map((t) => [t.querySelector('h3').textContent, t.querySelector('dd')?.textContent || '', [...t.querySelectorAll('dd a')].map((a) => a.href)]));
  check('terms: defined ones with meaning and uses', terms.length > 3 && terms.filter(([, means]) => means).length > 3);
  for (const [term, , uses] of terms) for (const to of uses) check(`terms: ${term} stands at ${plain.path(to)}`, plain.read(plain.path(to)).includes(term));
  check('terms: systematic replacements with their places', await page.locator('section[aria-labelledby=tr-h] tbody tr').count() > 0 && await page.locator('section[aria-labelledby=tr-h] .pl a').count() > 1);
  await page.setViewportSize({ width: 390, height: 844 });
  check('terms: on a phone, where the table has no head, the numbers are named', (await page.locator('section[aria-labelledby=tr-h] tbody .n').allInnerTexts()).every((x) => /^(箇所|残り)\s*\d+$/.test(x)));
  await page.setViewportSize({ width: 1440, height: 900 });

  // Changes: newest first, a year, an effect of a year, the line's place on its comparison.
  await page.goto(plain.url + 'changes/');
  const order = await page.$$eval('.months time', (l) => l.map((e) => e.dateTime));
  check('changes: newest first', order.length > 5 && order.every((d, i) => i === 0 || d <= order[i - 1]), order);
  for (const [s, part] of [['nav[aria-label="年"] a >> text=2026', '2026'], ['.kinds a >> text=義務の強化', 'duty']]) await Promise.all([page.waitForURL((u) => u.href.includes(part), { waitUntil: 'load' }), page.click(s)]);
  check('changes: an effect of a year', (await h1()).startsWith('義務の強化'));
  for (const to of await page.$$eval('.lines > li > a', (l) => l.map((a) => a.href))) {
    await page.goto(to);
    const target = decodeURIComponent(new URL(to).hash.slice(1));
    check(`changes: ${target} is the place, with the effect told`, await page.evaluate((id) => { const e = document.getElementById(id); return !!e && (e.closest('tbody') || e).textContent.includes('義務の強化'); }, target));
  }

  // The front page: what the site is for, all documents, the latest amendments.
  await page.goto(plain.url);
  const front = await page.evaluate(() => ({ words: document.querySelector('.hero').textContent, how: document.querySelectorAll('.how li').length, cards: [...document.querySelectorAll('.rc a')].map((a) => a.href), news: [...document.querySelectorAll('.news time')].map((e) => e.dateTime) }));
  check('front: says what the site is for', front.words.length > 30 && front.how === 3);
  check('front: all documents', front.cards.length === 3 && front.cards.every((h) => plain.has(plain.path(h))));
  check('front: the latest amendments, newest first', front.news.length > 2 && front.news.every((d, i) => i === 0 || d <= front.news[i - 1]));

  // Every link of every kind of page leads to a file, and to a place where it names one.
  const { pagesOf } = await import('../pages.mjs');
  const { relative } = await import('node:path');
  for (const site of [plain, own]) {
    let links = 0;
    for (const [, list] of pagesOf(site.folder)) for (const { path } of list) {
      const at = relative(site.folder, path), html = site.read(at);
      for (const [, raw] of html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)) {
        const to = raw.replace(/&amp;/g, '&').replace(/&#(\d+);/g, (m, n) => String.fromCodePoint(n));
        if (/^mailto:/.test(to)) continue;
        links++;
        const address = new URL(to, site.url + at), file = site.path(address.href), place = decodeURIComponent(address.hash.slice(1));
        if (!file || !site.has(file)) check(`links: ${at} leads to ${to}, which is not there`, false);
        else if (place && file.endsWith('.html') && !site.place(file, place)) check(`links: ${at} leads to ${to}, a place that is not there`, false);
      }
    }
    check(`links: all ${links} were followed`, links > 2000, links);
  }
}
