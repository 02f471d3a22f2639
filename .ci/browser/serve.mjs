// Serves a built site as a plain web server does: below a base path, 404.html with its status for what is not there, folders by their
// index.html, types by extension and nothing guessed. serve(folder, "/archive/") gives {url, close}; url ends with the base path.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.json': 'application/json', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml', '.atom': 'application/atom+xml', '.pdf': 'application/pdf',
};

export async function serve(site, base = '/') {
  const server = createServer((ask, answer) => {
    const path = decodeURIComponent(new URL(ask.url, 'http://x').pathname);
    let file = path.startsWith(base) ? join(site, normalize('/' + path.slice(base.length))) : '';
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) { answer.writeHead(301, { Location: path + '/' }); answer.end(); return; }
      file = join(file, 'index.html');
    }
    const there = file && existsSync(file);
    if (!there) file = join(site, '404.html');
    answer.writeHead(there ? 200 : 404, { 'Content-Type': types[extname(file)] || 'application/octet-stream', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache' });
    answer.end(readFileSync(file));
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  return { url: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() };
}
