// Runs the conformance cases in node; prints the faults and ends with 1 when there are any. An argument names another engine file.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { run } from './runner.mjs';

const file = (name) => new URL(`../../${name}`, import.meta.url);
const json = (name) => JSON.parse(fs.readFileSync(file(`tests/conformance/${name}`), 'utf8'));
const named = process.argv[2];
const engine = await import(named ? pathToFileURL(path.resolve(named)) : file('assets/widget/engine.js'));
const index = json('index.json');
const { count, faults } = run(engine, index, Object.fromEntries(index.files.map((entry) => [entry.file, json(entry.file)])));
for (const fault of faults) console.log(fault);
console.log(`${count} conformance cases in node ${process.version}, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
