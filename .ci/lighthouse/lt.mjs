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
for (const page of named) for (let i=0;i<runs;i++) { const rr=await lighthouse(base+page,{port:chrome.port,logLevel:'silent',onlyCategories:['performance']});
 if(i<runs-1) continue;
 const tr=rr.artifacts.Trace||rr.artifacts.traces?.defaultPass; const ev=tr.traceEvents;
 console.log('==',page,rr.lhr.categories.performance.score,rr.lhr.audits['total-blocking-time'].numericValue);
 const u=base+page; const nav=ev.filter(e=>e.name==='navigationStart'&&e.args?.data?.documentLoaderURL===u).pop();
 const X=ev.filter(e=>e.pid===nav.pid&&e.tid===nav.tid&&e.ph==='X'&&e.dur);
 for(const m of ev.filter(e=>e.pid===nav.pid&&/^firstContentfulPaint$|^loadEventEnd$/.test(e.name)&&e.ts>nav.ts)) console.log(((m.ts-nav.ts)/1000).toFixed(0),m.name);
 const tasks=X.filter(e=>/RunTask/.test(e.name)&&e.ts>nav.ts-1000&&e.dur>9000);
 for(const t of tasks){const kids=X.filter(e=>e.ts>t.ts&&e.ts+e.dur<=t.ts+t.dur&&e.dur>1500&&!/RunTask/.test(e.name)).sort((a,b)=>a.ts-b.ts||b.dur-a.dur);
 console.log(`@${((t.ts-nav.ts)/1000).toFixed(0)} wall ${(t.dur/1000).toFixed(1)} cpu ${((t.tdur||0)/1000).toFixed(1)}: `+kids.map(k=>k.name+' '+(k.dur/1000).toFixed(1)+'/'+((k.tdur||0)/1000).toFixed(1)+(k.args?.data?.type||k.args?.data?.url?'['+(k.args.data.type||k.args.data.url.split('/').pop())+']':'')+(k.args?.elementCount?'('+k.args.elementCount+')':'')).slice(0,9).join(', '));}
}
await chrome.kill(); server.close(); process.exit(0);
