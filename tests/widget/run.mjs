// Runs the widget in a browser, through every case of `cases`. A case is a function of { browser, site }, or says what it needs that a browser
// lacks: { lacks: { webkit: 'why' }, run }.
// Usage: node run.mjs WIDGET.js [PART OF A NAME] [--in=chromium|firefox|webkit]
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from '../browser.mjs';
import { serve } from './site.mjs';

const { positionals: [script, wanted = ''], values: { in: which } } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string', default: 'chromium' } },
});
const folder = new URL('cases/', import.meta.url);
const browser = await launch({ which });
const began = Date.now();
const skipped = [];
// What a case leaves behind unawaited, when it fails, is part of its failure, not the end of the others.
process.on('unhandledRejection', (error) => console.log(`left behind: ${error.stack ?? error}`));
let failed = 0;
let count = 0;
const seconds = () => Math.round((Date.now() - began) / 1000);
for (const file of fs.readdirSync(folder).sort()) {
  const { cases } = await import(new URL(file, folder));
  for (const [name, test] of Object.entries(cases)) {
    if (!`${file} ${name}`.includes(wanted)) continue;
    if (test.lacks?.[which]) {
      skipped.push(`not run in ${which}: ${file} ${name}: ${test.lacks[which]}`);
      continue;
    }
    const site = await serve(fs.readFileSync(script));
    count += 1;
    try {
      await (test.run ?? test)({ browser, site });
    } catch (error) {
      failed += 1;
      console.log(`FAILED in ${which}: ${file} ${name}\n${error.stack}\n`);
    }
    for (const context of browser.contexts()) await context.close();
    site.close();
  }
  if (!wanted) console.log(`${file} done after ${seconds()} s`);
}
const version = browser.version();
await browser.close();
for (const line of skipped) console.log(line);
console.log(`${count} cases in ${which} ${version}, ${failed} failed, ${skipped.length} not run, ${seconds()} s`);
process.exit(failed ? 1 : 0);
