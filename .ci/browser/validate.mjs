// Holds the pages of a built site against the HTML standard with html-validate; of each type of page the largest ones, twelve at
// most. usage: node validate.mjs SITE-FOLDER    prints one line a fault; exit 1 on faults
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { pagesOf } from './pages.mjs';

const site = process.argv[2];
const types = pagesOf(site);
const pages = [...types.values()].flatMap((list) => list.slice(0, 12).map((p) => p.path));
const judge = new HtmlValidate({
  extends: ['html-validate:standard'],
  // Names of places may be any word in HTML; titles are as long as those of the documents; spaces at line ends cost nothing.
  rules: { 'valid-id': ['error', { relaxed: true }], 'long-title': 'off', 'no-trailing-whitespace': 'off' },
});
let faults = 0;
for (const path of pages) {
  const report = await judge.validateString(readFileSync(path, 'utf8'), path);
  for (const result of report.results) {
    for (const m of result.messages) {
      if (++faults <= 40) console.log(`${relative(site, path)}:${m.line}: ${m.ruleId}: ${m.message}`);
    }
  }
}
console.log(`${pages.length} pages of ${types.size} types, ${faults} faults`);
process.exit(faults ? 1 : 0);
