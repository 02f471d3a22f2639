// Nothing moves under the reader's eyes while a page loads (cumulative layout shift, as Chromium counts it): on a slow phone and on a desk, of each
// type of page the largest, with a day at which what was to come when the site was built has come.
import { relative } from 'node:path';
import { pagesOf } from '../pages.mjs';

const most = 0.005; // far below what anybody notices (0.1 is called good)

export default async function ({ sites: { plain }, check, open }) {
  for (const [name, viewport] of [['phone', { width: 412, height: 823 }], ['desk', { width: 1350, height: 940 }]]) {
    const page = await open({ viewport });
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      window.moved = [];
      new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) window.moved.push([e.value, e.sources.map((s) => (s.node?.outerHTML || s.node?.textContent || '').slice(0, 60))]); }).observe({ type: 'layout-shift', buffered: true });
    });
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: 200e3, uploadThroughput: 200e3 }); // bytes a second: pages are painted while they come
    const list = [...pagesOf(plain.folder)].map(([type, [{ path }]]) => [type, relative(plain.folder, path)]).filter(([type]) => type !== 'moved');
    for (const [type, path] of [...list, ['search with a word', 'search/index.html?q=' + encodeURIComponent('情報')]]) {
      // A page that is painted in other steps each time counts as it is at best of three: what moves always is its own.
      let sum = 1, moved;
      for (let n = 0; n < 3 && sum >= most; n++) {
        await page.goto(plain.url + path);
        if (path.includes('?')) await page.waitForSelector('.hit');
        await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
        const seen = await page.evaluate(() => window.moved), all = seen.reduce((s, [v]) => s + v, 0);
        if (all < sum) [sum, moved] = [all, seen];
      }
      check(`${type} on a ${name}: moves by ${sum.toFixed(4)} while it loads`, sum < most, moved);
    }
  }
}
