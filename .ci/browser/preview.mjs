// Stands in for a drafter: shows a page of `shinkyu serve`, edits the file beside it, and looks at what the page does; then for a page elsewhere
// that wants the draft. usage: node preview.mjs EDITS.json    (see preview_browser_test.go for what it holds)
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { launch } from './launch.mjs';

const faults = [];
let done = 0;
const check = (name, ok) => { done++; if (!ok) faults.push(name); };
// ms from saving a file to seeing it. A busy machine adds what it likes, so a slow save is tried again until it was fast once.
const slow = 1000, tries = 15;
const browser = await launch();

// raw asks for a target as it is written, which no client of HTTP would do, and gives the status and all that came.
const raw = (url, target, headers = {}, method = 'GET') => new Promise((done, fail) => {
  const { hostname, port, host } = new URL(url);
  const socket = connect(+port, hostname);
  let got = '';
  const all = { Host: host, Connection: 'close', ...headers };
  socket.setTimeout(5000, () => socket.destroy());
  socket.on('error', fail);
  socket.on('data', (d) => { got += d; });
  socket.on('close', () => done({ status: +(got.match(/^HTTP\/1\.. (\d+)/) || [])[1], text: got }));
  socket.write(`${method} ${target} HTTP/1.1\r\n` + Object.entries(all).map(([k, v]) => `${k}: ${v}\r\n`).join('') + '\r\n');
});

const stranger = createServer((q, a) => { a.setHeader('Content-Type', 'text/html; charset=utf-8'); a.end('<!doctype html><title>x</title><p>x'); });
await new Promise((r) => stranger.listen(0, '127.0.0.1', r));
const elsewhere = `http://localhost:${stranger.address().port}/`;

for (const e of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const name = e.Page;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(() => { window.violated = []; document.addEventListener('securitypolicyviolation', (v) => window.violated.push(v.violatedDirective + ' ' + v.blockedURI)); });
  const page = await context.newPage();
  page.on('console', (m) => { if (m.type() === 'error' && !/Failed to load resource/.test(m.text())) faults.push(`${name}: console: ${m.text()}`); });
  page.on('pageerror', (x) => faults.push(`${name}: script error: ${x.message}`));
  await page.goto(e.URL + e.Page);
  await page.evaluate((id) => { document.querySelector('#v-inline').click(); document.getElementById(id).scrollIntoView(); }, e.Place);
  const top = () => page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, e.Place);
  const was = await top();
  check(`${name}: the reader stands within the page`, was > 0 && was < 800 && await page.evaluate(() => window.scrollY) > 500);
  const save = async (text, sees) => {
    const start = Date.now();
    writeFileSync(e.File, text);
    await page.waitForFunction(sees[0], sees[1], { timeout: 30000, polling: 20 });
    return Date.now() - start;
  };
  const has = (w) => [(x) => document.querySelector('main')?.textContent.includes(x) && document.readyState === 'complete', w];
  let took = await save(e.Changed, has(e.Sees));
  await page.waitForTimeout(200);
  const is = await top();
  check(`${name}: the place moved from ${was} to ${is}`, Math.abs(is - was) <= 2);
  check(`${name}: the view is kept`, await page.isChecked('#v-inline'));
  await save(e.Broken, [() => !!document.querySelector('.trouble[role=alert]')]);
  check(`${name}: the message names the file`, (await page.textContent('.trouble')).includes(e.File.split('/').pop()));
  check(`${name}: the last good page stays`, (await page.textContent('main')).includes(e.Sees) && Math.abs(await top() - is) <= 2);
  await save(e.First, [() => !document.querySelector('.trouble') && document.readyState === 'complete' && !document.body.textContent.includes('猛暑')]);
  check(`${name}: the message goes`, await page.locator('.trouble').count() === 0);
  for (let n = 0; took > slow && n < tries; n++) {
    await save(n % 2 ? e.First : e.Changed, [([w, there]) => document.querySelector('main')?.textContent.includes(w) === there && document.readyState === 'complete', [e.Sees, n % 2 === 0]]).then((t) => { took = Math.min(took, t); });
  }
  check(`${name}: shows a saved file after ${took} ms at best, more than ${slow}`, took <= slow);
  await save(e.Mistaken, [(x) => [...document.querySelectorAll('.finds li, .fd li')].some((l) => l.textContent.includes(x)), e.Finds]);
  check(`${name}: the finding stands at its clause or below`, true);
  check(`${name}: no violation of the policy`, (await page.evaluate(() => window.violated)).length === 0);

  // Other files, as targets of every spelling.
  for (const target of ['/../private.txt', '/%2e%2e/private.txt', '/..%2fprivate.txt', '/.%2e/.%2e/etc/passwd', '/rules/../../private.txt', '//etc/passwd', '/..\\private.txt', '/%5c..%5cprivate.txt',
    '/private.txt', '/mizu/2.txt', '/mizu/link.txt', '/rules/mizu/link.txt', '/rules/mizu/source/link.txt', '/current.txt', '/file:///etc/passwd', '/%00', '/etc/passwd', '/_preview/../private.txt', '/corpus.toml', '/mizu/rule.toml']) {
    const r = await raw(e.URL, target);
    check(`${name}: ${target} answers ${r.status}`, !(r.status >= 200 && r.status < 300) && !r.text.includes(e.Secret) && !r.text.includes('root:'));
  }
  // Other names (DNS rebinding), other origins, other methods, sockets.
  const refused = async (what, headers, method, target = e.Page) => { const r = await raw(e.URL, target, headers, method); check(`${name}: ${what} answers ${r.status}`, r.status >= 400 && !r.text.includes(e.Sees)); };
  for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1', '0.0.0.0', '169.254.169.254', '']) await refused(`Host: ${host}`, { Host: host });
  for (const origin of ['https://evil.example', 'null', 'http://localhost:1', 'file://', e.URL + '.evil.example']) for (const target of [e.Page, '/_preview/state']) await refused(`Origin: ${origin}`, { Origin: origin }, 'GET', target);
  for (const s of ['cross-site', 'same-site']) for (const target of [e.Page, '/_preview/state?after=0', '/_preview/preview.js']) await refused(`Sec-Fetch-Site: ${s}`, { 'Sec-Fetch-Site': s }, 'GET', target);
  for (const m of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT']) await refused(m, { 'Content-Length': '0' }, m);
  const socket = await raw(e.URL, '/_preview/state?after=0', { Upgrade: 'websocket', Connection: 'Upgrade, close', Origin: 'http://evil.example', 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'Sec-WebSocket-Version': '13' });
  check(`${name}: a socket opens: ${socket.status}`, socket.status === 403);
  // A page elsewhere, in a real browser: what it loads, embeds, sends and opens.
  const evil = await context.newPage();
  await evil.goto(elsewhere);
  const answers = [];
  evil.on('response', (r) => { if (r.url().startsWith(e.URL)) answers.push([r.url(), r.status()]); });
  const got = await evil.evaluate(async ([base, path]) => {
    const out = {};
    const element = (tag, attributes) => new Promise((r) => { const x = Object.assign(document.createElement(tag), attributes); x.onload = () => r('loads'); x.onerror = () => r('fails'); document.body.append(x); setTimeout(() => r('silent'), 1500); });
    out.fetch = await fetch(base + path).then(() => 'reads', () => 'fails');
    out.blind = await fetch(base + path, { mode: 'no-cors' }).then((r) => r.type, () => 'fails');
    out.script = await element('script', { src: base + '/_preview/preview.js' });
    out.image = await element('img', { src: base + '/assets/' });
    out.events = await new Promise((r) => { const s = new EventSource(base + '/_preview/state?after=0'); s.onopen = () => r('opens'); s.onerror = () => r('fails'); });
    out.socket = await new Promise((r) => { const s = new WebSocket(base.replace('http', 'ws') + '/_preview/state'); s.onopen = () => r('opens'); s.onerror = () => r('fails'); });
    const frame = document.createElement('iframe'); frame.src = base + path; document.body.append(frame);
    await new Promise((r) => { frame.onload = r; setTimeout(r, 1500); });
    try { out.frame = frame.contentDocument ? 'reads' : 'fails'; } catch (x) { out.frame = 'fails'; }
    return out;
  }, [e.URL, e.Page]);
  for (const [what, how] of Object.entries(got)) check(`${name}: from another page, ${what} ${how}`, how === 'fails' || how === 'silent' || how === 'opaque');
  check(`${name}: another page got ${JSON.stringify(answers.filter(([, s]) => s < 400))}`, answers.length > 0 && answers.every(([, s]) => s >= 400));
  await context.close();
  console.log(`${name}: a saved file shows after ${took} ms`);
}
stranger.close();
await browser.close();
for (const f of faults.slice(0, 60)) console.log('fails: ' + f);
console.log(`${done} tried, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
