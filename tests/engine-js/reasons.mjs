// What came out of every node of a campaign file, and the shortest set of reasons, from an engine that only answers yes or no.

const JOINERS = ['all', 'any', 'none'];
const joinerOf = (node) => JOINERS.find((joiner) => joiner in node);

/**
 * The audience and the activity as trees of { pointer, outcome, joiner, children }, and all outcomes by JSON Pointer.
 * `decide` says of a campaign file whether anything takes part in its rule and whether the rule holds.
 */
export function outcomes(file, decide) {
  const all = {};
  const alone = (audience) => decide({ ...file, audience, activity: { conditions: [] } });
  const outcome = (audience, muted, nothing) => {
    const { takesPart, holds } = muted ? {} : alone(audience);
    return muted ? 'muted' : !takesPart ? nothing : holds ? 'holds' : 'fails';
  };
  const recorded = (node) => Object.assign(node, { outcome: (all[node.pointer] = node.outcome) });
  const condition = (node, pointer, muted) =>
    recorded({ pointer, outcome: outcome({ all: [node] }, muted || node.muted, 'unfinished') });
  const group = (node, pointer, outer) => {
    const muted = outer || node.muted;
    const joiner = joinerOf(node) ?? 'all';
    const children = (node[joiner] ?? []).map((child, index) =>
      (joinerOf(child) ? group : condition)(child, `${pointer}/${joiner}/${index}`, muted));
    return recorded({ pointer, joiner, children, outcome: outcome(node, muted, 'empty') });
  };
  const audience = group(file.audience ?? {}, '/audience', false);
  const list = file.activity?.conditions ?? [];
  const conditions = list.map((node, index) => condition(node, `/activity/conditions/${index}`, false));
  const activity = recorded({
    pointer: '/activity', joiner: 'all', children: conditions, outcome: outcome({ all: list }, false, 'empty'),
  });
  return { all, audience, activity, join: file.activity?.join === 'or' ? 'any' : 'all' };
}

const decided = ({ outcome }) => ({ holds: true, fails: false })[outcome];

/** The conditions that would all have to turn out otherwise (`proof` false), or that bring the outcome about (`proof` true); the fewest. */
function joined(joiner, holds, parts, proof) {
  // One part alone decides when one of "all" fails, or one of "any" or "none" holds.
  const byOne = holds === (joiner === 'any');
  const concerned = parts.filter((part) => decided(part) === (byOne === (joiner !== 'all')));
  const sets = concerned.map((part) => (part.children ? joined(part.joiner, decided(part), part.children, proof) : [part]));
  if (byOne !== proof) return sets.flat();
  return sets.reduce((best, set) => (set.length < best.length ? set : best), sets[0] ?? []);
}

/** The reasons by JSON Pointer, with `shut` for a campaign that is not open, `repeat_cycle` for a cycle and `quiet` for a quiet that runs until then. */
export function reasons({ audience, activity, join }, holds, shut, until, quiet) {
  const blocked = { ...shut, ...(until && { repeat_cycle: until }), ...(quiet && { quiet }) };
  if (holds && Object.keys(blocked).length) return blocked;
  const set = joined(join, holds, [audience, activity], holds);
  return { ...Object.fromEntries(set.map(({ pointer, outcome }) => [pointer, outcome])), ...blocked };
}
