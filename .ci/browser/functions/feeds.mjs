// All feeds of a site: read as XML, held to what RFC 4287 demands of a feed and an entry, each link to a page of the site that says what the
// entry says, ids that stay when a revision is added and a document is renamed. And the pages lead to them.
import { pagesOf } from '../pages.mjs';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

function feedsOf(site) {
  const out = [];
  (function walk(dir) {
    for (const name of readdirSync(dir).sort()) {
      const path = join(dir, name);
      if (statSync(path).isDirectory()) walk(path); else if (name.endsWith('.atom')) out.push(relative(site, path));
    }
  })(site);
  return out;
}

export default async function ({ sites: { plain, own }, check, open }) {
  const page = await open();
  await page.goto(plain.url);
  const read = (text) => page.evaluate((t) => {
    const d = new DOMParser().parseFromString(t, 'application/xml'), bad = d.querySelector('parsererror');
    if (bad) return { bad: bad.textContent };
    const ns = 'http://www.w3.org/2005/Atom', kids = (e, n) => [...e.children].filter((c) => c.namespaceURI === ns && c.localName === n), say = (e, n) => kids(e, n).map((c) => c.textContent);
    const one = (e) => ({ id: say(e, 'id'), title: say(e, 'title'), updated: say(e, 'updated'), authors: say(e, 'author').length, links: kids(e, 'link').map((l) => [l.getAttribute('rel') || 'alternate', l.getAttribute('href')]), published: say(e, 'published') });
    return { root: d.documentElement.namespaceURI + ' ' + d.documentElement.localName, ...one(d.documentElement), entries: kids(d.documentElement, 'entry').map(one) };
  }, text);
  const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
  const ids = {};
  for (const [name, site] of Object.entries({ plain, own })) {
    const feeds = feedsOf(site.folder);
    ids[name] = new Map();
    const kinds = new Set(feeds.map((f) => f === 'feed.atom' ? 'all' : f.includes('/clauses/') ? 'clause' : 'document'));
    check(`${name}: feeds of all, of a document, of a clause`, kinds.size === 3, [...kinds]);
    for (const path of feeds) {
      const f = await read(site.read(path));
      check(`${name} ${path}: is XML`, !f.bad, f.bad);
      if (f.bad) continue;
      check(`${name} ${path}: is a feed with one id, title and time`, f.root === 'http://www.w3.org/2005/Atom feed' && [f.id, f.title, f.updated].every((l) => l.length === 1 && l[0].trim()) && stamp.test(f.updated[0]), f);
      const self = f.links.find(([rel]) => rel === 'self')?.[1] || '';
      check(`${name} ${path}: says its own address`, site.has(site.path(self)) && (site === own || site.path(self) === path), self);
      check(`${name} ${path}: has entries, newest first, with an author`, f.entries.length > 0 && f.entries.every((e, i) => stamp.test(e.updated[0]) && (e.authors || f.authors) && (i === 0 || e.updated[0] <= f.entries[i - 1].updated[0])));
      check(`${name} ${path}: ids are different addresses`, new Set(f.entries.map((e) => e.id[0])).size === f.entries.length && f.entries.every((e) => /^[a-z]+:/.test(e.id[0])));
      for (const e of [f, ...f.entries]) {
        const to = e.links.find(([rel]) => rel === 'alternate')?.[1] || '', [, place] = to.split('#');
        const file = to && site.path(to);
        check(`${name} ${path}: ${to} is a page of the site`, file !== '' && site.has(file));
        if (file && place && site.has(file)) check(`${name} ${path}: ${to} is a place on it`, site.place(file, decodeURIComponent(place)));
        if (e !== f) ids[name].set(path + ' ' + e.id[0], e.title[0]);
      }
    }
  }
  const kept = new Set([...ids.own.keys()].map((k) => k.split(' ')[1]));
  const before = new Set([...ids.plain.keys()].map((k) => k.split(' ')[1]));
  const first = (id) => id.replace('joho-kitei:2023-07-01', 'joho-kitei:2023-06-01'); // own says that this revision had that name first
  const lost = [...before].filter((id) => !kept.has(first(id)));
  check('ids stay when a revision is added and a document is renamed', lost.length === 0, lost.slice(0, 4));
  check('the added revision is an entry of its own', kept.size > before.size, [kept.size, before.size]);

  // From a page to its feeds.
  for (const [type, [{ path }]] of pagesOf(plain.folder)) {
    if (['moved', 'notfound'].includes(type)) continue;
    await page.goto(plain.url + relative(plain.folder, path));
    const found = await page.$$eval('link[rel=alternate][type="application/atom+xml"]', (l) => l.map((e) => [e.href, e.title]));
    check(`${type}: names its feeds`, found.length > 0 && found.every(([h, t]) => plain.has(plain.path(h)) && t.trim()), found);
  }
}
