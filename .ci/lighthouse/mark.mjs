// Marks the main types of page with Lighthouse, as a phone and as a desk. usage: node mark.mjs SITE-FOLDER [PAGE…]
// The folder is served as a web server would do it: compressed, cacheable for ever where the name changes with the content. A mark below 100 is a
// fault, with the audits that cost it. Marks of speed depend on the machine: the median of RUNS (five by default) counts, after one run that is not
// counted, in which the browser itself starts and finds the system's faces.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch as start } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const [site, ...named] = process.argv.slice(2);
const pages = named.length ? named : ['', 'rules/joho-kitei/', 'rules/joho-kitei/revisions/2026-04-01/', 'rules/joho-kitei/clauses/' + firstClause(), 'search/'];
const runs = Number(process.env.RUNS || 5);
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml', '.atom': 'application/atom+xml', '.png': 'image/png' };

function firstClause() {
  return readFileSync(join(site, 'rules/joho-kitei/index.html'), 'utf8').match(/clauses\/([\w-]+\.html)/)[1];
}

const server = createServer((ask, answer) => {
  let path = join(site, normalize(decodeURIComponent(new URL(ask.url, 'http://x').pathname)));
  if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
  if (!existsSync(path)) { answer.writeHead(404); answer.end(); return; }
  const headers = { 'Content-Type': types[extname(path)] || 'application/octet-stream', 'Content-Encoding': 'gzip', 'Cache-Control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache', 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Opener-Policy': 'same-origin' };
  answer.writeHead(200, headers);
  answer.end(gzipSync(readFileSync(path)));
});
await new Promise((r) => server.listen(0, '127.0.0.1', r));
const base = `http://127.0.0.1:${server.address().port}/`;
const chrome = await start({ chromePath: process.env.CHROMIUM || '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'] });
const faults = [];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
await lighthouse(base, { port: chrome.port, logLevel: 'silent', onlyCategories: ['performance'] });
for (const [form, config] of [['phone', undefined], ['desk', desktopConfig]]) {
  for (const page of pages) {
    const marks = new Map(categories.map((c) => [c, []]));
    const full = (c) => marks.get(c).filter((m) => m === 100).length > runs / 2;
    let last;
    for (let i = 0; i < runs; i++) {
      const result = await lighthouse(base + page, { port: chrome.port, logLevel: 'silent', onlyCategories: categories }, config);
      last = result.lhr;
      if (last.runtimeError) { faults.push(`${page}: ${last.runtimeError.message}`); break; }
      for (const c of categories) marks.get(c).push(Math.round(last.categories[c].score * 100));
      if (categories.every(full)) break; // whatever the other runs give
    }
    const mark = (c) => { const l = [...marks.get(c)].sort((a, b) => a - b); return l[l.length >> 1]; };
    console.log(`${form}  ${categories.map((c) => String(mark(c)).padStart(3)).join(' ')}  /${page}  LCP ${last.audits['largest-contentful-paint'].displayValue}, CLS ${last.audits['cumulative-layout-shift'].displayValue}, ${last.audits['total-byte-weight'].displayValue}, performance of each run ${marks.get('performance').join(' ')}`);
    for (const c of categories) if (mark(c) < 100) {
      const cost = last.categories[c].auditRefs.filter((r) => r.weight > 0 && last.audits[r.id].score !== null && last.audits[r.id].score < 1).map((r) => `${r.id} ${last.audits[r.id].displayValue || ''} ${JSON.stringify((last.audits[r.id].details?.items || []).slice(0, 2)).slice(0, 300)}`);
      faults.push(`/${page} as ${form}: ${c} ${mark(c)}: ${cost.join('; ')}`);
    }
  }
}
await chrome.kill();
server.close();
for (const f of faults) console.log(f);
process.exit(faults.length ? 1 : 0);
