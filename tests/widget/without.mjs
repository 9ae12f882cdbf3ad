// What cases need that browsers or their drivers lack. It holds no test.
import assert from 'node:assert/strict';

/** The cases of a file, with what browsers lack for them: { 'the name of a case': { browser: 'why it cannot run there' } }. */
export function without(lacks, cases) {
  for (const name of Object.keys(lacks)) assert.ok(name in cases, `no case is called ${name}`);
  return Object.fromEntries(Object.entries(cases).map(([name, run]) => [name, lacks[name] ? { lacks: lacks[name], run } : run]));
}
