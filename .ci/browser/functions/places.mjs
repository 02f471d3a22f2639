// A place that is gone to can be read: what a link or a jump leads to lies below the switches that stay at the top, on phones of every width, at the size
// of text that the reader set, in both languages, with and without script. And the contents are in reach without the script of the page.
const path = 'rules/joho-kitei/revisions/2026-04-01/';

// What stays at the top of the window, how far down it reaches, and where the place begins; a place near the end of the page need not come up to the top.
const measure = (id) => {
  const bars = [...document.querySelectorAll('.gh, .tools, .tools .jump, .diff thead th')].filter((e) => getComputedStyle(e).position === 'sticky' && getComputedStyle(e).visibility !== 'hidden');
  const low = Math.max(0, ...bars.map((e) => e.getBoundingClientRect()).filter((r) => r.height && r.top <= 200).map((r) => r.bottom));
  const to = id ? document.getElementById(id) : document.querySelector('.on-target');
  return { low, top: to.getBoundingClientRect().top, high: innerHeight };
};

export default async function ({ sites: { plain, english }, check, open }) {
  const sizes = [[320, 568, 16], [390, 844, 16], [390, 844, 32], [736, 1000, 32], [1100, 800, 16], [1440, 900, 16]];
  for (const [language, site, script] of [['Japanese', plain, true], ['Japanese', plain, false], ['English', english, true]]) {
    const page = await open({ javaScriptEnabled: script });
    const client = await page.context().newCDPSession(page);
    await client.send('Page.enable');
    for (const [width, height, text] of sizes) {
      const name = `${language}, ${width} px, ${text} px text, ${script ? 'with' : 'without'} script`;
      const reached = async (what, id) => {
        await page.waitForTimeout(200);
        const m = await page.evaluate(measure, id);
        check(`${what}, ${name}`, m.top >= m.low - 1 && m.top < m.high, m);
      };
      await client.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text * 13 / 16 } });
      await page.setViewportSize({ width, height });
      await page.goto('about:blank');
      await page.goto(site.url + path + '#a2');
      await reached('a link from elsewhere', 'a2');
      await page.evaluate(() => { location.hash = '#a5'; });
      await reached('a link on the page', 'a5');
      for (let n = 0; script && n < 3; n++) {
        await page.evaluate(() => document.querySelector('[data-next]').click());
        await reached('the next change', '');
      }
    }
  }

  // Without the page's own script, for it is lost or blocked, or with none: the contents open and lead on.
  for (const [script, what] of [[true, 'its script lost'], [false, 'no script']]) {
    const page = await open({ javaScriptEnabled: script });
    await page.route('**/compare.*.js', (r) => r.fulfill({ contentType: 'text/javascript', body: '' }));
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(plain.url + path);
      const link = page.locator('.tocd a[href="#a2"]');
      if (width < 1000) {
        check(`contents: folded on a phone, ${what}`, !(await link.isVisible()));
        await page.click('.tocd > summary');
      }
      check(`contents: shown at ${width} px, ${what}`, await link.isVisible());
      await link.click();
      check(`contents: lead on at ${width} px, ${what}`, page.url().endsWith('#a2'));
    }
  }
}
