// Runs the conformance cases through the widget's engine, in node (no argument) or in Chromium (`chromium`); prints the faults and ends with 1
// when there are any. `runner.mjs` says what is asserted.
import fs from 'node:fs';
import * as engine from '../../assets/widget/engine.js';
import { run } from './runner.mjs';

const json = (name) => JSON.parse(fs.readFileSync(new URL(`../conformance/${name}`, import.meta.url), 'utf8'));
const index = json('index.json');
const files = Object.fromEntries(index.files.map(({ file }) => [file, json(file)]));

async function inChromium() {
  const { browser, page } = await (await import('./chromium.mjs')).open();
  const result = await page.evaluate(([index, files]) => window.tests.run(window.tests.engine, index, files), [index, files]);
  const version = browser.version();
  await browser.close();
  return { ...result, where: `Chromium ${version}` };
}

const inNode = () => ({ ...run(engine, index, files), where: `node ${process.version}` });
const { count, faults, where } = await (process.argv[2] === 'chromium' ? inChromium() : inNode());
for (const fault of faults) console.log(fault);
console.log(`${count} conformance cases in ${where}, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
