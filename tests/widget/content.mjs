// Asks the widget what the preview was asked, and compares the answers. Usage: node content.mjs ANSWERS.json
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { brandColors, fillTokens } from '../../assets/widget/content.js';

const { attributes, colors, fillings } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
assert.ok(colors.length > 8000 && fillings.length >= 2000);
for (const [text, dark, expected] of colors) assert.deepEqual(brandColors(text, dark), expected, `${JSON.stringify(text)} ${dark}`);
const visitor = new Map(Object.entries(attributes));
for (const [text, expected] of fillings) assert.equal(fillTokens(text, visitor), expected, JSON.stringify(text));
