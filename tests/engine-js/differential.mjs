// Answers generated cases by the widget's engine, in node (no argument) or in Chromium (`chromium`): a case a line on standard input, an answer a
// line on standard output. `tests/differential` asks, and says what a case holds. A line with `zones` asks when those change their offsets.
import * as engine from '../../assets/widget/engine.js';
import { answer } from './answer.mjs';
import { changes } from './zones.mjs';

const inNode = (lines) =>
  lines.map((line) => {
    const asked = JSON.parse(line);
    return JSON.stringify(asked.zones ? changes(asked) : answer(engine, asked));
  });
const site = process.argv[2] === 'chromium' ? await (await import('./page.mjs')).open() : undefined;
const inChromium = (lines) =>
  site.page.evaluate((lines) => {
    const { answer, changes, engine } = window.tests;
    return lines.map((line) => {
      const asked = JSON.parse(line);
      return JSON.stringify(asked.zones ? changes(asked) : answer(engine, asked));
    });
  }, lines);
const ask = site ? inChromium : inNode;

let begun = '';
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (begun + chunk).split('\n');
  begun = lines.pop();
  if (lines.length) for (const answer of await ask(lines)) console.log(answer);
}
await site?.close();
