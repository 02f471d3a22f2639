// The site's mark as the picture for the browser's tab, drawn from the SVG: an SVG there is laid out as a page of its own, beside the page that the
// reader waits for. usage: node icon.mjs SVG PNG
import { readFileSync } from 'node:fs';
import { launch } from './launch.mjs';

const [svg, png] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 64, height: 64 } });
await page.setContent(`<style>body { margin: 0 } svg { display: block; inline-size: 64px }</style>${readFileSync(svg, 'utf8')}`);
await page.screenshot({ path: png, omitBackground: true });
await browser.close();
