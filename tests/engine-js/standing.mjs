// Where every campaign stands at an instant, from what a delivery knows of it.

/** For how many turns of its hours a campaign is asked when it opens again. */
const MOST_TURNS = 64;

/** Why a campaign is not open at an instant: { state, until? }, in microseconds since 1970; undefined when it is. */
export function shut({ opens }, contender, wall) {
  if (opens(contender, wall)[0]) return undefined;
  if (wall >= contender.until) return { state: 'ended' };
  if (wall < contender.from) return { state: 'scheduled', until: contender.from };
  let until = wall;
  for (let turn = 0; turn < MOST_TURNS && !opens(contender, until)[0]; turn += 1) {
    until = opens(contender, until)[1];
    // Its hours do not come again within its run.
    if (!(until < Infinity) || until >= contender.until) return { state: 'ended' };
  }
  // Its own hours are told first.
  return { state: contender.opening(wall)[0] ? 'nobody_answers' : 'out_of_hours', until };
}

/**
 * By id: { state, until?, by?, visible? }, times in seconds after the start; `clock`: the clock on the wall at the start, in microseconds;
 * `conditions`: the seconds of `quiet`, and whether the tab is hidden (`away`) or the page `covered`.
 */
export function standing(delivery, engine, clock, at, { quiet, away, covered }) {
  const { line, seen, visible, chatOpen } = delivery;
  const quietUntil = (delivery.state().gone + quiet * 1e6 - clock) / 1e6;
  const candidate = line.find((contender) => contender.since !== undefined);
  const state = (contender) => {
    const wall = clock + at * 1e6;
    const blocked = engine.blockedUntil(contender, wall, seen.sessions);
    const closed = shut(engine, contender, wall);
    const inSeconds = ({ state, until }) => ({ state, ...(until !== undefined && { until: (until - clock) / 1e6 }) });
    // Opening a page is what sets this.
    if (seen.scroll_ratio === undefined) return { state: 'no_page' };
    if (visible === contender) return { state: 'visible' };
    if (delivery.elsewhere) return { state: 'other_site' };
    if (contender.shownHere) return { state: 'already_shown' };
    if (/scheduled|ended/.test(closed?.state)) return inSeconds(closed);
    if (!contender.holds) return { state: 'rule_fails' };
    if (closed) return inSeconds(closed);
    const rest = delivery.resting(contender);
    if (rest && !(rest.until < blocked)) return { state: 'resting', until: rest.until < Infinity ? (rest.until - clock) / 1e6 : null, by: rest.by };
    if (blocked !== undefined) return { state: 'repeat_cycle', until: blocked < Infinity ? (blocked - clock) / 1e6 : null };
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
