// Answers generated cases by the widget's engine, in node (no argument) or in Chromium (`chromium`): a case a line on standard input, an answer a
// line on standard output. `tests/differential` asks, and says what a case holds.
import readline from 'node:readline';
import * as engine from '../../assets/widget/engine.js';
import { answer } from './answer.mjs';

const told = (line) => JSON.stringify(answer(engine, JSON.parse(line)));
const site = process.argv[2] === 'chromium' ? await (await import('./chromium.mjs')).open() : undefined;
const ask = site
  ? (line) => site.page.evaluate((line) => JSON.stringify(window.tests.answer(window.tests.engine, JSON.parse(line))), line)
  : told;

for await (const line of readline.createInterface({ input: process.stdin })) console.log(await ask(line));
await site?.browser.close();
