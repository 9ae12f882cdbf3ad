// Asks the widget what the preview was asked, and compares the answers. Usage: node content.mjs ANSWERS.json
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fillTokens, paints } from '../../assets/widget/content.js';

const { attributes, colors, fillings } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
assert.ok(colors.length > 8000 && fillings.length >= 2000);
for (const [look, dark, expected] of colors) {
  assert.deepEqual(paints(look, dark).map((value) => value ?? null), expected, `${JSON.stringify(look)} ${dark}`);
}
const visitor = new Map(Object.entries(attributes));
for (const [text, expected] of fillings) assert.equal(fillTokens(text, visitor), expected, JSON.stringify(text));
