// Runs the conformance cases through the widget's engine, in node (`node` or no argument) or in a browser (`chromium`, `firefox`, `webkit`); prints
// the faults and ends with 1 when there are any. A second argument `-` has it read other cases from standard input, as `[index, files]`.
// `runner.mjs` says what is asserted.
import fs from 'node:fs';
import * as engine from '../../assets/widget/engine.js';
import { run } from './runner.mjs';

const json = (name) => JSON.parse(fs.readFileSync(new URL(`../conformance/${name}`, import.meta.url), 'utf8'));
const stored = () => {
  const index = json('index.json');
  return [index, Object.fromEntries(index.files.map(({ file }) => [file, json(file)]))];
};
const [index, files] = process.argv[3] === '-' ? JSON.parse(fs.readFileSync(0, 'utf8')) : stored();

async function inBrowser(which) {
  const { page, where, close } = await (await import('./page.mjs')).open({ which });
  const result = await page.evaluate((text) => window.tests.run(window.tests.engine, ...JSON.parse(text)), JSON.stringify([index, files]));
  await close();
  return { ...result, where };
}

const inNode = () => ({ ...run(engine, index, files), where: `node ${process.version}` });
const place = process.argv[2] ?? 'node';
const { count, faults, where } = await (place === 'node' ? inNode() : inBrowser(place));
for (const fault of faults) console.log(fault);
console.log(`${count} conformance cases in ${where}, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
