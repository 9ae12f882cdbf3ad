// Runs the widget in headless Chromium, through every case of `cases`.
// Usage: node run.mjs WIDGET.js [PART OF A NAME]   (CHROMIUM names another browser than the system's)
import fs from 'node:fs';
import { launch } from '../browser.mjs';
import { serve } from './site.mjs';

const [script, wanted = ''] = process.argv.slice(2);
const folder = new URL('cases/', import.meta.url);
const browser = await launch();
let failed = 0;
let count = 0;
for (const file of fs.readdirSync(folder).sort()) {
  const { cases } = await import(new URL(file, folder));
  for (const [name, test] of Object.entries(cases)) {
    if (!`${file} ${name}`.includes(wanted)) continue;
    const site = await serve(fs.readFileSync(script));
    count += 1;
    try {
      await test({ browser, site });
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${file} ${name}\n${error.stack}\n`);
    }
    for (const context of browser.contexts()) await context.close();
    site.close();
  }
}
await browser.close();
console.log(`${count} cases, ${failed} failed`);
process.exit(failed ? 1 : 0);
