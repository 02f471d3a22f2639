// A site as its owner publishes it: below a base path, with own title, colours, footer, style and a replaced template; old addresses of a renamed
// document; a page for what is not there; what search engines and other sites read of a page.
import { relative } from 'node:path';
import { pagesOf } from '../pages.mjs';

export default async function ({ sites: { plain, own }, check, open }) {
  const page = await open();
  const asked = [], stray = [];
  page.on('response', (r) => { asked.push(r.url()); if (r.status() >= 400 || !r.url().startsWith(own.url)) stray.push(`${r.status()} ${r.url()}`); });

  // Base path: no page asks for anything outside it, and all types work there.
  for (const [type, [{ path }]] of pagesOf(own.folder)) {
    if (type === 'moved') continue;
    await page.goto(own.url + relative(own.folder, path) + (type === 'search' ? '?q=' + encodeURIComponent('情報資産') : ''));
    if (type === 'search') await page.waitForSelector('.hit');
  }
  check('base path: nothing is asked for outside, or missing', stray.length === 0 && asked.length > 20, stray);
  await page.goto(own.url + 'rules/joho-kisoku/');
  await page.fill('.gs input', '事故');
  await page.press('.gs input', 'Enter');
  await page.waitForSelector('.hit');
  await Promise.all([page.waitForURL((u) => !u.href.includes('/search/'), { waitUntil: 'load' }), page.click('.hit a')]);
  check('base path: the search of a page leads through it', page.url().startsWith(own.url + 'rules/'), page.url());

  // Own looks, in both themes.
  await page.goto(own.url);
  for (const [colorScheme, accent] of [['light', 'rgb(11, 92, 46)'], ['dark', 'rgb(127, 224, 165)']]) {
    await page.emulateMedia({ colorScheme });
    const colour = await page.evaluate(() => getComputedStyle(document.querySelector('.rc h3 a')).color);
    check(`own colours: the accent is the owner's (${colorScheme})`, colour === accent, colour);
  }
  check('own title: in the head, the bar and the heading', (await page.title()).includes('みほん例規集') && (await page.textContent('.brand')).includes('みほん例規集') && (await page.textContent('h1')).includes('みほん例規集'));
  check('own footer: Markdown with a link', (await page.textContent('.gf-own')).includes('窓口は') && await page.getAttribute('.gf-own a', 'href') === 'mailto:soumu@rules.example');
  check('own template: the logo is replaced', await page.locator('.brand .own-logo').count() === 1 && await page.locator('.brand svg').count() === 0);
  check('own style: comes after the program\'s', await page.evaluate(() => getComputedStyle(document.querySelector('.own-logo')).fontStyle) === 'italic');
  check('own looks: the policy stays', await page.getAttribute('meta[http-equiv=Content-Security-Policy]', 'content').then((c) => c.startsWith("default-src 'none'")));

  // Renamed documents: every page of the old address leads to the same page of the new one, with the place, also without script.
  const olds = pagesOf(own.folder).get('moved').map(({ path }) => relative(own.folder, path));
  const before = [...pagesOf(plain.folder).entries()].flatMap(([, l]) => l.map(({ path }) => relative(plain.folder, path))).filter((p) => p.startsWith('rules/joho-kitei/'));
  check('renamed: every page of the old address is still there', before.length > 50 && before.every((p) => olds.includes(p)), before.filter((p) => !olds.includes(p)).slice(0, 4));
  const still = await open({ javaScriptEnabled: false });
  for (const [path, place] of [['rules/joho-kitei/', ''], ['rules/joho-kitei/revisions/2026-04-01/', '#a6'], ['rules/joho-kitei/revisions/2024-10-01/text.html', ''], [before.find((p) => /clauses\/a6-/.test(p)), ''], ['rules/joho-kitei/terms/', '']]) {
    const to = own.url + path.replace('joho-kitei', 'joho-kisoku').replace(/index\.html$/, '');
    await page.goto(own.url + path + place);
    await page.waitForURL((u) => u.href.replace(/index\.html/, '') === to + place);
    check(`renamed: ${path}${place} leads on`, (await page.textContent('h1')).length > 2 && await page.locator('body[data-page=moved]').count() === 0);
    await still.goto(own.url + path);
    await still.waitForURL((u) => u.href.replace(/index\.html/, '') === to);
    check(`renamed: ${path} leads on without script`, await still.locator('body[data-page=moved]').count() === 0);
    const html = own.read(own.path(own.url + path));
    check(`renamed: ${path} tells search engines`, html.includes('noindex') && /<link rel="canonical" href="https:\/\/rules\.example\/archive\/rules\/joho-kisoku\//.test(html));
  }
  await page.goto(own.url + 'rules/joho-kitei/revisions/2026-04-01/?von=brief#a6');
  await page.waitForURL((u) => u.href.includes('joho-kisoku'));
  check('renamed: the query and the place go along', page.url().endsWith('?von=brief#a6'), page.url());
  for (const path of ['rules/joho-kisoku/revisions/2023-06-01/', 'rules/joho-kitei/revisions/2023-06-01/', olds.find((p) => /joho-kisoku\/compare\/.*2023-06-01/.test(p))]) {
    const to = own.url + path.replace('joho-kitei', 'joho-kisoku').replace('2023-06-01', '2023-07-01').replace(/index\.html$/, '');
    await page.goto(own.url + path + '#a6');
    await page.waitForURL((u) => u.href.replace(/index\.html/, '') === to + '#a6');
    check(`renamed revision: ${path} leads on`, await page.locator('body[data-page=comparison]').count() === 1);
  }
  for (const kind of ['json', 'xml', 'txt', 'docx']) check(`renamed: ${kind} is still there`, own.has('rules/joho-kitei/revisions/2026-04-01/comparison.' + kind));
  check('renamed: the feed stays at its old address', own.has('rules/joho-kitei/feed.atom'));

  // What is not there: the page says so with the status, whatever the depth of the address, and leads home.
  const lost = await open({}); // a page of its own: the icon of the page before may still be on its way
  for (const path of ['nai.html', 'rules/nai/revisions/x/', 'rules/joho-kisoku/clauses/nai.html']) {
    const answer = await lost.goto(own.url + path);
    check(`404: ${path} says so`, answer.status() === 404 && (await lost.textContent('h1')).includes('見つかりません'));
    const home = await lost.$eval('main a', (a) => a.href);
    check(`404: ${path} leads home`, own.path(home) === 'index.html', home);
    const asked = await lost.evaluate(() => performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !/favicon/.test(n)));
    check(`404: ${path} needs no other file`, asked.length === 0, asked);
  }

  // What others read: canonical address, OpenGraph, robots, the map of the site.
  const located = (file) => page.evaluate((t) => { const d = new DOMParser().parseFromString(t, 'application/xml'); return d.querySelector('parsererror') ? null : [...d.getElementsByTagNameNS('http://www.sitemaps.org/schemas/sitemap/0.9', 'loc')].map((e) => e.textContent); }, own.read(file));
  const maps = await located('sitemap.xml');
  check('sitemap: names the maps of all documents', maps !== null && maps.length > 1 && maps.every((u) => u.startsWith(own.published) && own.has(own.path(u))), maps);
  const listed = [];
  for (const u of maps) listed.push(...await located(own.path(u)));
  check('sitemap: is XML with addresses', listed.length > 50);
  check('sitemap: each is a page of the site, once', listed.every((u) => u.startsWith(own.published) && own.has(own.path(u))) && new Set(listed).size === listed.length);
  const indexed = [...pagesOf(own.folder).entries()].filter(([type]) => !['moved', 'notfound'].includes(type)).flatMap(([type, l]) => l.map(({ path }) => [type, relative(own.folder, path)]));
  const titles = new Map();
  for (const [type, path] of indexed) {
    const html = own.read(path), meta = (p) => html.match(new RegExp(`<meta (?:property|name)="${p}" content="([^"]*)"`))?.[1] || '';
    const canonical = html.match(/<link rel="canonical" href="([^"]*)"/)?.[1] || '', title = html.match(/<title>([^<]*)<\/title>/)[1];
    if (own.path(canonical.replace(/&amp;/g, '&')) !== path) check(`canonical: ${path} says ${canonical}`, false);
    if (meta('og:url') !== canonical || meta('og:title') !== title || !meta('og:description') || !meta('og:site_name').includes('みほん例規集') || !meta('og:type') || meta('description').length < 10) check(`OpenGraph: ${path} lacks something`, false, ['og:url', 'og:title', 'og:description', 'og:type', 'description'].map(meta));
    if (/noindex/.test(html)) check(`robots: ${path} may not be found`, false);
    if (!titles.has(title)) titles.set(title, []);
    titles.get(title).push([type, path]);
  }
  check(`canonical and OpenGraph: ${indexed.length} pages were read`, indexed.length > 200);
  const doubles = [...titles.values()].filter((l) => l.length > 1);
  check('titles: no two pages have the same', doubles.length === 0, doubles.slice(0, 3));
  const mapped = new Set(listed.map((u) => own.path(u)));
  check('sitemap: every page is in it', indexed.every(([, p]) => mapped.has(p)), indexed.filter(([, p]) => !mapped.has(p)).slice(0, 4));
  const robots = own.read('robots.txt');
  check('robots: names the map, forbids nothing', /Sitemap: https:\/\/rules\.example\/archive\/sitemap\.xml/.test(robots) && /User-agent: \*/.test(robots) && !/Disallow: \//.test(robots));
}
