// Marks the main types of page with Lighthouse, as a phone and as a desk. usage: node mark.mjs SITE-FOLDER [PAGE…]
// The folder is served as a web server would do it: compressed, cacheable for ever where the name changes with the content. A mark below 100 is a
// fault, with the audits that cost it. Marks of speed depend on the machine: the median of RUNS (three by default) counts.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch as start } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const sites=process.argv[2].split(','); const named=process.argv.slice(3); let site=sites[0];
const pages = named.length ? named : ['', 'rules/joho-kitei/', 'rules/joho-kitei/revisions/2026-04-01/', 'rules/joho-kitei/clauses/' + firstClause(), 'search/'];
const runs = Number(process.env.RUNS || 3);
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
const res={};
for (let i=0;i<runs;i++) for (const page of named) for (const s of sites) { site=s;
  const r=(await lighthouse(base+page,{port:chrome.port,logLevel:'silent',onlyCategories:['performance']})).lhr;
  const a=r.audits; (res[page+' '+s]??=[]).push({score:r.categories.performance.score*100,fcp:a['first-contentful-paint'].numericValue,lcp:a['largest-contentful-paint'].numericValue,si:a['speed-index'].numericValue,tbt:a['total-blocking-time'].numericValue,tasks:JSON.stringify((a['long-tasks']?.details?.items||[]).map(x=>Math.round(x.duration)+'@'+Math.round(x.startTime)))});
}
const med=a=>{a=[...a].sort((x,y)=>x-y);return a[a.length>>1]};
for(const [k,r] of Object.entries(res).sort()) console.log(k.padEnd(60),['score','fcp','lcp','si','tbt'].map(x=>x+' '+med(r.map(y=>y[x])).toFixed(0)).join(' '),r.map(x=>x.score.toFixed(0)).join(','),r.at(-1).tasks);
await chrome.kill(); server.close(); process.exit(0);
