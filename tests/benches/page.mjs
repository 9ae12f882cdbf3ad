// How long the whole widget takes on a page with 100 live campaigns, per event, in Chromium: rules, state and storage together.
// Usage: node tests/benches/page.mjs WIDGET.js   (`beckon export FILE -o DIR --as site` writes one; `npm ci` in `tests` once)
import fs from 'node:fs';
import { launch } from '../browser.mjs';
import { campaign } from '../engine-js/bench.mjs';
import { read, serve } from '../widget/site.mjs';

/** Runs in the page: milliseconds of each kind of event, batch by batch, since the page's clock is coarse. */
function measure() {
  let frame;
  document.body.style.height = '5000px';
  window.requestAnimationFrame = (work) => ((frame = work), 1);
  const events = {
    'page view (pushState)': (turn) => history.pushState({}, '', `/pricing?visit=${turn}`),
    'scroll, in its frame': (turn) => {
      document.scrollingElement.scrollTop = 1 + turn;
      document.dispatchEvent(new Event('scroll'));
      frame(0);
    },
    exit: () => document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientX: 300, clientY: -1 })),
    identify: (turn) => beckon.identify({ seen: turn }),
  };
  const [ROUNDS, TURNS] = [20, 9];
  return Object.entries(events).map(([name, work]) => {
    const times = Array.from({ length: ROUNDS }, (_, round) => {
      const begun = performance.now();
      for (let turn = 0; turn < TURNS; turn += 1) work(round * TURNS + turn);
      return (performance.now() - begun) / TURNS;
    }).sort((one, other) => one - other);
    return { name, median: times[ROUNDS / 2], most: times[ROUNDS - 1] };
  });
}

/** Runs in a page without the widget: what the browser itself takes for a `pushState`. */
function bare() {
  const begun = performance.now();
  for (let turn = 0; turn < 100; turn += 1) history.pushState({}, '', `?visit=${turn}`);
  return (performance.now() - begun) / 100;
}

const site = await serve(read(process.argv[2]));
site.campaigns = Array.from({ length: 100 }, (_, index) => campaign(index));
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${site.origin}/widget.js`);
const own = await page.evaluate(bare);
await page.goto(`${site.origin}/pricing`);
await page.waitForFunction(() => localStorage.getItem('beckon'));
await page.evaluate(() => beckon.identify({ plan: 'trial' }));
console.log(`100 live campaigns of twelve conditions, the whole widget in Chromium ${browser.version()}`);
for (const { name, median, most } of await page.evaluate(measure)) {
  console.log(`${name.padEnd(24)} median ${median.toFixed(3)} ms, slowest batch ${most.toFixed(3)} ms`);
}
console.log(`of a page view, the browser's own pushState: ${own.toFixed(3)} ms`);
await browser.close();
site.close();
