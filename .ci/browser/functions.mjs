// Uses the functions of built sites, one file of functions/ after the other, in one Chromium and from one server for each site. usage:
//   node functions.mjs SITES.json [NAME…]    SITES: {"plain": {"folder": "…", "base": "/"}, …}; NAME: files of functions/ without .mjs
// docs/FUNCTIONS.md lists which check proves which function. Prints one line a fault and one for each file; exit 1 on faults.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch.mjs';
import { serve } from './serve.mjs';

const [list, ...only] = process.argv.slice(2);
const here = new URL('./functions/', import.meta.url);
const sites = JSON.parse(readFileSync(list, 'utf8'));
for (const s of Object.values(sites)) {
  const server = await serve(s.folder, s.base);
  s.url = server.url;
  s.close = server.close;
  const texts = new Map(), places = new Map(); // each file is asked for many times
  s.read = (path) => texts.get(path) ?? texts.set(path, readFileSync(join(s.folder, path), 'utf8')).get(path);
  // Whether a page has a place of that name.
  s.place = (path, id) => {
    if (!places.has(path)) places.set(path, new Set([...s.read(path).matchAll(/\bid="([^"]*)"/g)].map(([, v]) => v.replace(/&#(\d+);/g, (m, n) => String.fromCodePoint(n)).replace(/&amp;/g, '&'))));
    return places.get(path).has(id);
  };
  s.has = (path) => existsSync(join(s.folder, path));
  s.file = (path) => pathToFileURL(join(s.folder, path)).href;
  // The file that an address of this site means, "" where it leads out of it.
  s.path = (address) => {
    const u = new URL(address, s.url), bases = [s.url, s.published || s.url];
    const b = bases.find((x) => u.href.startsWith(x));
    if (b === undefined) return '';
    const p = decodeURIComponent(u.href.slice(b.length).replace(/[?#].*/, ''));
    return p === '' || p.endsWith('/') ? p + 'index.html' : p;
  };
}
const browser = await launch();
let all = 0, failed = 0;
for (const name of only.length ? only : readdirSync(here).filter((n) => n.endsWith('.mjs')).sort().map((n) => n.slice(0, -4))) {
  const faults = [], started = Date.now();
  let done = 0;
  const check = (what, ok, seen) => { done++; if (process.env.VERBOSE) console.log(name, Date.now() - started, what); if (!ok) faults.push(what + (seen === undefined ? '' : ': ' + JSON.stringify(seen).slice(0, 300))); };
  // A page that reports what no page may do.
  const open = async (options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60000);
    page.on('console', (m) => { if (m.type() === 'error' && !/Failed to load resource.*404/.test(m.text())) faults.push(`console at ${page.url()}: ${m.text()}`); });
    page.on('pageerror', (e) => faults.push(`script error at ${page.url()}: ${e.message}`));
    page.context = () => context;
    return page;
  };
  try {
    await (await import(new URL(name + '.mjs', here))).default({ browser, sites, check, open });
  } catch (e) {
    faults.push(`stopped: ${e.stack}`);
  }
  for (const c of browser.contexts()) await c.close();
  for (const f of faults.slice(0, 20)) console.log(`${name} fails: ${f}`);
  console.log(`${name}: ${done} checks, ${faults.length} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  all += done;
  failed += faults.length;
}
await browser.close();
for (const s of Object.values(sites)) s.close();
console.log(`${all} checks, ${failed} failed`);
process.exit(failed || !all ? 1 : 0);
