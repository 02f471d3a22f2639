// The pages of a built site by type (body[data-page]), the largest first: what is wrong shows in the page that holds most.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// pagesOf gives a Map from the type ("none" where a page does not say it) to [{path, size in bytes}].
export function pagesOf(site) {
  const types = new Map();
  (function walk(dir) {
    for (const name of readdirSync(dir).sort()) {
      const path = join(dir, name);
      if (statSync(path).isDirectory()) { walk(path); continue; }
      if (!name.endsWith('.html')) continue;
      const [, type] = readFileSync(path, 'utf8').match(/<body[^>]*\bdata-page="([^"]+)"/) || [, 'none'];
      if (!types.has(type)) types.set(type, []);
      types.get(type).push({ path, size: statSync(path).size });
    }
  })(site);
  for (const list of types.values()) list.sort((a, b) => b.size - a.size);
  return types;
}
