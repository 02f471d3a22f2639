// The data beside a comparison: each link is clicked, and what comes is read as the program it is for would read it. What the page marks is
// the truth that all forms are held against.
import { readFileSync } from 'node:fs';
import { entries } from '../zip.mjs';

const fields = { // of shinkyu.comparison/1; kinds of values
  schema: 'string', title: 'string', tables: 'array', sides: 'object', units: 'object', changes: 'array', terms: 'array', definitions: 'array', findings: 'array', unplaced: 'array',
};
const kindOf = (v) => Array.isArray(v) ? 'array' : typeof v;
const bare = (s) => s.replace(/\s/g, '');

export default async function ({ sites: { plain }, check, open }) {
  const page = await open();
  const parse = (text, type) => page.evaluate(([t, k]) => { const d = new DOMParser().parseFromString(t, k); const e = d.querySelector('parsererror'); return e ? e.textContent : ''; }, [text, type]);
  for (const path of ['rules/joho-kitei/revisions/2026-04-01/', 'rules/security-shishin/revisions/2020-04-01/', 'rules/kensa-tsuchi/revisions/2023-10-01/', 'rules/joho-kitei/revisions/2019-04-01/']) {
    await page.goto(plain.url + path);
    const links = await page.$$eval('.files a', (l) => l.map((a) => [a.getAttribute('href'), a.download, a.querySelector('small').textContent]));
    check(`${path}: offers files`, links.length > 0);
    const got = new Map();
    for (const [href, name, told] of links) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.files a[href="${href}"]`)]);
      const data = readFileSync(await download.path());
      got.set(href, data);
      check(`${path}${href}: is saved under its name`, download.suggestedFilename() === name, download.suggestedFilename());
      const size = told.match(/([\d.]+) (KB|MB)/);
      check(`${path}${href}: its size is told`, size && Math.abs(size[1] * (size[2] === 'KB' ? 1024 : 1 << 20) - data.length) < Math.max(1024, data.length / 10), [told, data.length]);
    }
    const source = links.find(([href]) => href.startsWith('source/'));
    check(`${path}: the source is the file that was given`, !!source && got.get(source[0]).length > 100);
    if (!got.has('comparison.json')) continue;
    const shown = await page.evaluate(() => ({
      title: document.querySelector('h1').firstChild.textContent,
      ins: [...document.querySelectorAll('.after ins')].filter((e) => !e.closest('[hidden], details')).map((e) => e.textContent),
      del: [...document.querySelectorAll('.before del')].filter((e) => !e.closest('[hidden], details')).map((e) => e.textContent),
      findings: document.querySelectorAll('.finds > li').length,
    }));

    // JSON: fields, kinds, spans within their texts, every unit in one change.
    const json = JSON.parse(got.get('comparison.json').toString('utf8'));
    check(`${path}: JSON names its schema`, json.schema === 'shinkyu.comparison/1', json.schema);
    for (const [name, kind] of Object.entries(fields)) check(`${path}: JSON has ${name} as ${kind}`, kindOf(json[name]) === kind, kindOf(json[name]));
    check(`${path}: JSON says what was read`, !!(json.source?.sha256 || json.sources?.new?.sha256));
    const length = { new: json.units.new.map((u) => [...u.text].length), old: json.units.old.map((u) => [...u.text].length) };
    const within = (e) => length[e.side]?.[e.unit] >= e.span[1] && e.span[0] <= e.span[1] && e.span[0] >= 0;
    check(`${path}: JSON spans lie in their texts`, json.changes.every((c) => c.edits.every(within) && c.effects.every((f) => f.evidence.every(within))) && json.findings.filter((f) => f.span).every(within));
    for (const side of ['new', 'old']) {
      const all = json.changes.flatMap((c) => c[side]).sort((a, b) => a - b);
      check(`${path}: JSON has each unit of ${side} in one change`, all.length === length[side].length && all.every((n, i) => n === i));
      check(`${path}: JSON units of ${side} have their fields`, json.units[side].every((u) => ['path', 'label', 'kind', 'text'].every((k) => typeof u[k] === 'string') && Array.isArray(u.marks)));
    }
    check(`${path}: JSON has the findings of the page`, json.findings.length >= shown.findings && shown.findings > 0 === json.findings.length > 0, [json.findings.length, shown.findings]);
    // A clause rewritten for the most part is marked as a whole on the page, by its edits in the data.
    const edit = (side) => json.changes.flatMap((c) => c.edits).filter((e) => e.side === side).map((e) => [...json.units[side][e.unit].text].slice(...e.span).join('')).filter((w) => bare(w) !== '');
    const [added, deleted] = [edit('new'), edit('old')];
    const rewritten = (side) => bare(json.changes.filter((c) => c.form === 'rewritten').flatMap((c) => c[side]).map((u) => json.units[side][u].text).join(''));
    const [whole, gone] = [bare(added.join('')) + rewritten('new'), bare(deleted.join('')) + rewritten('old')];
    check(`${path}: what the page marks is what was edited`, shown.ins.length > 3 && shown.ins.every((w) => whole.includes(bare(w))) && shown.del.every((w) => gone.includes(bare(w))), shown.ins.filter((w) => !whole.includes(bare(w))).slice(0, 3));

    // Text: each mark of the page stands in it as a mark.
    const text = bare(got.get('comparison.txt').toString('utf8'));
    check(`${path}: text has the title`, text.includes(bare(json.title)) && text.includes(bare(json.sides.new.header)));
    check(`${path}: text has the added words`, added.every((w) => text.includes(bare(w))), added.filter((w) => !text.includes(bare(w))).slice(0, 3));
    check(`${path}: text has the deleted words`, deleted.every((w) => text.includes(bare(w))), deleted.filter((w) => !text.includes(bare(w))).slice(0, 3));
    check(`${path}: text marks words`, /\[\+[^\]]+\+\]/.test(text) && /\[-[^\]]+-\]/.test(text));

    // XML: well-formed, as many changes, the same words marked.
    const xml = got.get('comparison.xml').toString('utf8');
    check(`${path}: XML is well-formed`, await parse(xml, 'application/xml') === '', await parse(xml, 'application/xml'));
    const told = await page.evaluate((t) => { const d = new DOMParser().parseFromString(t, 'application/xml'); const all = (n) => [...d.querySelectorAll(n)].map((e) => e.textContent); return { changes: d.querySelectorAll('change').length, ins: all('ins'), del: all('del') }; }, xml);
    check(`${path}: XML has the changes of the JSON`, told.changes === json.changes.length, [told.changes, json.changes.length]);
    check(`${path}: XML marks what was added and deleted`, added.every((w) => bare(told.ins.join('')).includes(bare(w))) && deleted.every((w) => bare(told.del.join('')).includes(bare(w))));

    // Word: a package with its parts, each well-formed, a table of two columns, changed words underlined.
    const parts = entries(got.get('comparison.docx'));
    for (const name of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']) check(`${path}: Word has ${name}`, parts.has(name), [...parts.keys()]);
    for (const [name, data] of parts) if (/\.(xml|rels)$/.test(name)) check(`${path}: Word's ${name} is well-formed`, await parse(data.toString('utf8'), 'application/xml') === '');
    const types = parts.get('[Content_Types].xml').toString('utf8');
    check(`${path}: Word's types name the document`, /wordprocessingml\.document\.main\+xml/.test(types));
    const word = await page.evaluate((t) => {
      const ns = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main', d = new DOMParser().parseFromString(t, 'application/xml');
      const all = (e, n) => [...e.getElementsByTagNameNS(ns, n)], said = (e) => all(e, 't').map((x) => x.textContent).join('');
      const lined = (r) => all(r, 'u').some((u) => u.getAttributeNS(ns, 'val') !== 'none');
      const column = (i) => all(d, 'tr').map((r) => all(r, 'tc')[i]).filter(Boolean).flatMap((c) => all(c, 'r').filter(lined).map(said)).join('');
      return { rows: all(d, 'tr').length, wide: all(d, 'tr').every((r) => all(r, 'tc').length === 2), head: said(all(d, 'tr')[0]), repeats: all(all(d, 'tr')[0], 'tblHeader').length, after: column(0), before: column(1) };
    }, parts.get('word/document.xml').toString('utf8'));
    check(`${path}: Word has a table of two columns whose head repeats`, word.rows > 5 && word.wide && word.repeats > 0 && word.head.includes(json.sides.new.header), word);
    check(`${path}: Word underlines the added words`, added.every((w) => bare(word.after).includes(bare(w))), added.filter((w) => !bare(word.after).includes(bare(w))).slice(0, 3));
    check(`${path}: Word underlines the deleted words`, deleted.every((w) => bare(word.before).includes(bare(w))), deleted.filter((w) => !bare(word.before).includes(bare(w))).slice(0, 3));
  }
}
