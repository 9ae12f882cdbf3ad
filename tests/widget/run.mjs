// Runs the widget in a browser, through every case of `cases`. A case is a function of { browser, site }, or says what it needs that a browser
// lacks: { lacks: { webkit: 'why' }, run }.
// Usage: node run.mjs WIDGET.js [PART OF A NAME] [--in=chromium|firefox|webkit] [--lanes=2] [--without=PART,PART]
//
// Cases are independent, so several browsers take them from one queue: as many as there are lanes, two unless said otherwise.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from '../browser.mjs';
import { read, serve } from './site.mjs';

const { positionals: [file, wanted = ''], values: { in: which, lanes, without } } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string', default: 'chromium' }, lanes: { type: 'string', default: '2' }, without: { type: 'string' } },
});
const folder = new URL('cases/', import.meta.url);
const widget = read(file);
const began = Date.now();
const seconds = (since) => (Date.now() - since) / 1000;
const skipped = [];
const queue = [];
const leftOut = (without ?? '').split(',').filter(Boolean);
for (const file of fs.readdirSync(folder).sort()) {
  const { cases } = await import(new URL(file, folder));
  for (const [name, test] of Object.entries(cases)) {
    const title = `${file} ${name}`;
    if (!title.includes(wanted) || leftOut.some((part) => title.includes(part))) continue;
    if (test.lacks?.[which]) skipped.push(`not run in ${which}: ${title}: ${test.lacks[which]}`);
    else queue.push([title, test.run ?? test]);
  }
}
const count = queue.length;
// What a case leaves behind unawaited, when it fails, is part of its failure, not the end of the others.
process.on('unhandledRejection', (error) => console.log(`left behind: ${error.stack ?? error}`));
let failed = 0;
const times = [];

/** Runs cases in a browser of its own until none is left; gives the browser's version. */
async function lane() {
  const browser = await launch({ which });
  for (let next; (next = queue.shift()); ) {
    const [title, run] = next;
    const since = Date.now();
    const site = await serve(widget);
    try {
      await run({ browser, site });
    } catch (error) {
      failed += 1;
      console.log(`FAILED in ${which}: ${title}\n${error.stack}\n`);
    }
    for (const context of browser.contexts()) await context.close();
    site.close();
    times.push([seconds(since), title]);
  }
  const version = browser.version();
  await browser.close();
  return version;
}
const [version] = await Promise.all(Array.from({ length: Math.min(Number(lanes), count) || 1 }, lane));
for (const line of skipped) console.log(line);
const slowest = times.sort(([one], [other]) => other - one).slice(0, 5).map(([time, title]) => `${time.toFixed(1)} s ${title}`);
console.log(`the slowest: ${slowest.join('; ')}`);
console.log(`${count} cases in ${which} ${version}, ${failed} failed, ${skipped.length} not run, ${Math.round(seconds(began))} s`);
if (!count) console.log('no case has such a name');
process.exit(failed || !count ? 1 : 0);
