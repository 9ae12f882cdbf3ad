// How long the widget's engine takes per event with 100 live campaigns: `node tests/benches/widget.mjs` in node, and in Chromium with
// `chromium` behind it (`npm ci` in `tests` once). The campaigns and events stand in `../engine-js/bench.mjs`.
import * as engine from '../../assets/widget/engine.js';
import { bench } from '../engine-js/bench.mjs';

async function inChromium() {
  const { open } = await import('../engine-js/page.mjs');
  const { page, where, close } = await open();
  const result = await page.evaluate(async () => (await import('/tests/engine-js/bench.mjs')).bench(window.tests.engine));
  await close();
  return { result, where };
}

const chromium = process.argv[2] === 'chromium';
const { result, where } = chromium ? await inChromium() : { result: bench(engine), where: `node ${process.version}` };
console.log(`100 live campaigns of twelve conditions in ${where}`);
for (const [name, time] of Object.entries(result)) console.log(`${name.padEnd(24)} ${time.toFixed(4)} ms`);
