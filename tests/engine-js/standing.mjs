// Where every campaign stands at an instant, from what a delivery knows of it.

/** By id: { state, until?, by?, visible? }, times in seconds after the start; `clock`: the clock on the wall at the start, in microseconds. */
export function standing({ line, seen, visible, chatOpen }, blockedUntil, clock, at) {
  const candidate = line.find((contender) => contender.since !== undefined);
  const state = (contender) => {
    const blocked = blockedUntil(contender, clock + at * 1e6);
    // Opening a page is what sets this.
    if (seen.scroll_ratio === undefined) return { state: 'no_page' };
    if (visible === contender) return { state: 'visible' };
    if (contender.shownHere) return { state: 'already_shown' };
    if (!contender.holds) return { state: 'rule_fails' };
    if (blocked !== undefined) return { state: 'repeat_cycle', until: (blocked - clock) / 1e6 };
    if (visible) return { state: 'behind', visible: visible.id };
    if (chatOpen) return { state: 'chat_open' };
    if (candidate === contender) return { state: 'waiting', until: (contender.since + contender.delay) / 1e6 };
    return { state: 'outranked', by: candidate.id };
  };
  return new Map(line.map((contender) => [contender.id, state(contender)]));
}
