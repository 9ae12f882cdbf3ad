// Where every campaign stands at an instant, from what a delivery knows of it.

/** By id: { state, until?, by?, visible? }, times in seconds after the start. */
export function standing(delivery, blockedUntil) {
  const candidate = delivery.candidate();
  const state = (contender) => {
    const blocked = blockedUntil(contender, delivery.wall());
    if (!delivery.pageOpen) return { state: 'no_page' };
    if (delivery.visible === contender) return { state: 'visible' };
    if (contender.shownHere) return { state: 'already_shown' };
    if (!contender.holds) return { state: 'rule_fails' };
    if (blocked !== undefined) return { state: 'repeat_cycle', until: (blocked - delivery.clock) / 1e6 };
    if (delivery.visible) return { state: 'behind', visible: delivery.visible.id };
    if (!candidate) return { state: 'chat_open' };
    if (candidate === contender) return { state: 'waiting', until: (contender.since + contender.delay) / 1e6 };
    return { state: 'outranked', by: candidate.id };
  };
  return new Map(delivery.line.map((contender) => [contender.id, state(contender)]));
}
