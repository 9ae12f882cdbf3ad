// Holds what cases and stories say that browsers lack: known browsers, never Chromium, and each with a reason that somebody can judge.
// Usage: node lacks.mjs
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { NAMES } from '../browser.mjs';

const folder = new URL('cases/', import.meta.url);
function check(at, lacks = {}) {
  for (const [browser, reason] of Object.entries(lacks)) {
    assert.ok(NAMES.includes(browser), `${at}: no browser is called ${browser}`);
    assert.notEqual(browser, 'chromium', `${at}: every case runs in Chromium`);
    assert.ok(typeof reason === 'string' && reason.trim().split(/\s+/).length >= 4, `${at}: ${JSON.stringify(reason)} is no reason`);
  }
}
for (const file of fs.readdirSync(folder)) {
  const { cases } = await import(new URL(file, folder));
  for (const [name, test] of Object.entries(cases)) {
    const at = `${file} ${name}`;
    assert.equal(typeof (test.run ?? test), 'function', `${at} does nothing`);
    check(at, test.lacks);
  }
}
const { stories } = JSON.parse(fs.readFileSync(new URL('../end-to-end/stories.json', import.meta.url), 'utf8'));
for (const { name, lacks } of stories) check(name, lacks);
