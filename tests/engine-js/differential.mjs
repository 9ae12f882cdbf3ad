// Answers generated cases by the widget's engine, in node (no argument) or in Chromium (`chromium`): a case a line on standard input, an answer a
// line on standard output. `tests/differential` asks, and says what a case holds.
import * as engine from '../../assets/widget/engine.js';
import { answer } from './answer.mjs';

const inNode = (lines) => lines.map((line) => JSON.stringify(answer(engine, JSON.parse(line))));
const site = process.argv[2] === 'chromium' ? await (await import('./chromium.mjs')).open() : undefined;
const inChromium = (lines) =>
  site.page.evaluate((lines) => {
    const { answer, engine } = window.tests;
    return lines.map((line) => JSON.stringify(answer(engine, JSON.parse(line))));
  }, lines);
const ask = site ? inChromium : inNode;

let begun = '';
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (begun + chunk).split('\n');
  begun = lines.pop();
  if (lines.length) for (const told of await ask(lines)) console.log(told);
}
await site?.browser.close();
