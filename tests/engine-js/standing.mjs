// Where every campaign stands at an instant, from what a delivery knows of it.

/**
 * By id: { state, until?, by?, visible? }, times in seconds after the start; `clock`: the clock on the wall at the start, in microseconds;
 * `conditions`: the seconds of `quiet`, and whether the tab is hidden (`away`) or the page `covered`.
 */
export function standing(delivery, blockedUntil, clock, at, { quiet, away, covered }) {
  const { line, seen, visible, chatOpen } = delivery;
  const quietUntil = (delivery.state().gone + quiet * 1e6 - clock) / 1e6;
  const candidate = line.find((contender) => contender.since !== undefined);
  const state = (contender) => {
    const blocked = blockedUntil(contender, clock + at * 1e6);
    // Opening a page is what sets this.
    if (seen.scroll_ratio === undefined) return { state: 'no_page' };
    if (visible === contender) return { state: 'visible' };
    if (delivery.elsewhere) return { state: 'other_site' };
    if (contender.shownHere) return { state: 'already_shown' };
    if (!contender.holds) return { state: 'rule_fails' };
    if (blocked !== undefined) return { state: 'repeat_cycle', until: (blocked - clock) / 1e6 };
    if (visible) return { state: 'behind', visible: visible.id };
    if (chatOpen) return { state: 'chat_open' };
    if (away) return { state: 'away' };
    if (covered) return { state: 'covered' };
    const due = (contender.since + contender.delay) / 1e6;
    if (candidate === contender && quietUntil > Math.max(due, at)) return { state: 'quiet', until: quietUntil };
    if (candidate === contender) return { state: 'waiting', until: due };
    return { state: 'outranked', by: candidate.id };
  };
  return new Map(line.map((contender) => [contender.id, state(contender)]));
}
