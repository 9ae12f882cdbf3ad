//! What a visitor has done with a campaign: views and clicks that fit each other, and showings that fit the present.

use super::{Choice, Left, Record, Relations, Showings, Ties, likely};
use crate::campaign::Field;
use crate::insight::Relation;
use crate::insight::solver::cost::{Cost, FREE, cost, distance, weight};
use crate::insight::solver::sets;
use crate::insight::solver::times::Moment;

impl Ties {
    pub(super) fn choice(
        &self,
        left: &Left<'_>,
        time: usize,
        shows: Option<(usize, usize, Cost)>,
        relations: Relations,
    ) -> Option<Choice> {
        let record = &self.records[left.record];
        let never = self.never(record, left, time, relations);
        let seen = shows.and_then(|shows| self.seen(record, left, time, shows, relations));
        match (never, seen) {
            (Some(never), Some(seen)) => {
                let total = |choice: &Choice| choice.cost + self.waiting(choice.at);
                Some(if total(&seen) < total(&never) { seen } else { never })
            }
            (never, seen) => never.or(seen),
        }
    }

    /// Somebody who has never been shown the campaign: the first showing would be now.
    fn never(&self, record: &Record, left: &Left<'_>, time: usize, relations: Relations) -> Option<Choice> {
        let clicks = if relations.has(Relation::ClicksWithinViews) {
            sets::has(left.clicks, 0).then_some(0)
        } else {
            sets::first(left.clicks)
        };
        let first = if relations.has(Relation::FirstShowingToday) {
            sets::has(left.first, time).then_some(time)
        } else {
            sets::first(left.first)
        };
        let forgotten = if record.views > 0 {
            cost(1, weight(Field::Views) + distance(record.views, 0))
        } else {
            FREE
        };
        Some(Choice {
            views: sets::has(left.views, 0).then_some(0)?,
            clicks: clicks?,
            first: first?,
            showings: None,
            cost: forgotten,
            at: self.times.at(time),
        })
    }

    /// Somebody who has been shown it.
    fn seen(
        &self,
        record: &Record,
        left: &Left<'_>,
        time: usize,
        (views, clicks, shown): (usize, usize, Cost),
        relations: Relations,
    ) -> Option<Choice> {
        let cycle = left.cycle;
        let mut best: Option<Choice> = None;
        let mut consider = |first: usize| {
            let Some(showings) = self.showings(record, time, first, relations, cycle) else {
                return;
            };
            let first_cost = if showings.first_changed {
                cost(1, weight(Field::FirstSeen))
            } else {
                FREE
            };
            let last_cost = if showings.last_changed {
                cost(1, weight(Field::LastSeen) + 1_000)
            } else {
                FREE
            };
            let mut total = shown + first_cost + last_cost;
            if record.views == 0 && total == FREE {
                total = cost(1, weight(Field::Views));
            }
            let choice = Choice {
                views,
                clicks,
                first,
                showings: Some(showings),
                cost: total,
                at: showings.at,
            };
            let all = |choice: &Choice| choice.cost + self.waiting(choice.at);
            if best.as_ref().is_none_or(|best| all(&choice) < all(best)) {
                best = Some(choice);
            }
        };
        if record.dated {
            sets::cells(left.first).for_each(&mut consider);
        } else {
            let latest = self.times.at(time).saturating_sub(cycle);
            let first = record.first.unwrap_or(latest);
            // Who comes now cannot have been shown it later than this; who waits for the repeat cycle keeps what they had.
            let [coming, waiting] = [first.min(latest), first].map(|first| self.times.cell(first));
            consider(coming);
            if waiting != coming {
                consider(waiting);
            }
        }
        best
    }

    /// First and last showing, the first of them in a cell, for somebody who comes in a cell of time.
    pub fn showings(
        &self,
        record: &Record,
        time: usize,
        first: usize,
        relations: Relations,
        cycle: Moment,
    ) -> Option<Showings> {
        let cycle = if relations.has(Relation::RepeatCycle) { cycle } else { 0 };
        let bound = cycle > 0 || relations.has(Relation::FirstSeenNotLater);
        let (earliest, _) = self.times.bounds(first);
        let mut at = self.times.at(time);
        if bound {
            at = at.max(earliest.saturating_add(cycle));
        }
        let (_, end) = self.times.bounds(time);
        if at >= end && at > self.times.now {
            return None;
        }
        let seen = record.views > 0;
        let blocked = |at: Moment| {
            record
                .last
                .is_some_and(|last| seen && cycle > 0 && last > at.saturating_sub(cycle))
        };
        let mut last_changed = false;
        if blocked(at) {
            // To wait is nearer than to have seen it earlier.
            let over = record.last.map_or(at, |last| last.saturating_add(cycle)).max(at);
            if over < end {
                at = over;
            } else {
                last_changed = true;
            }
        }
        let latest = if bound { at.saturating_sub(cycle) } else { Moment::MAX };
        let natural = record.first.filter(|_| seen).unwrap_or(latest.min(at)).min(latest);
        let first_changed = self.times.cell(natural) != first;
        let shown_first = if first_changed {
            self.times.nearest(first, natural, latest)
        } else {
            natural
        };
        let last = record
            .last
            .filter(|_| seen)
            .unwrap_or(shown_first)
            .min(latest)
            .max(shown_first);
        Some(Showings {
            at,
            first: shown_first,
            last,
            first_changed,
            last_changed,
        })
    }
}

impl Record {
    /// The cheapest views, 1 or more, and clicks of these cells that fit each other.
    pub(super) fn cheapest_shows(&self, left: &Left<'_>, relations: Relations) -> Option<(usize, usize, Cost)> {
        let mut best: Option<(usize, usize, Cost)> = None;
        let (views, clicks) = (self.shows.cell(self.views), self.shows.cell(self.clicks));
        if self.views > 0
            && sets::has(left.views, views)
            && sets::has(left.clicks, clicks)
            && self
                .shows(views, clicks, relations)
                .is_some_and(|(_, _, cost)| cost == FREE)
        {
            return Some((views, clicks, FREE));
        }
        for (clicks, views) in likely(left.clicks, left.views, (1, views)) {
            if let Some((_, _, cost)) = self.shows(views, clicks, relations)
                && best.is_none_or(|known| (cost, views, clicks) < (known.2, known.0, known.1))
            {
                best = Some((views, clicks, cost));
                if cost == FREE {
                    break;
                }
            }
        }
        best
    }

    /// Views, 1 or more, and clicks of two cells.
    pub fn shows(&self, views: usize, clicks: usize, relations: Relations) -> Option<(u64, u64, Cost)> {
        let shown = self.shows.nearest(views, self.views.max(1));
        let clicked = self.shows.nearest(clicks, self.clicks);
        if clicked <= shown || !relations.has(Relation::ClicksWithinViews) {
            return Some(self.priced(shown, clicked));
        }
        if clicks > views {
            return None;
        }
        let (up, down) = (self.priced(clicked, clicked), self.priced(shown, shown));
        Some(if down.2 < up.2 { down } else { up })
    }

    fn priced(&self, views: u64, clicks: u64) -> (u64, u64, Cost) {
        (views, clicks, self.priced_shows(views, clicks).into_iter().sum())
    }

    /// What it costs that views, 1 or more, and that clicks are so many. What follows from the other, or from there being a first showing,
    /// costs nothing.
    pub fn priced_shows(&self, views: u64, clicks: u64) -> [Cost; 2] {
        let had = if self.views == 0 { 0 } else { self.clicks };
        let follows = views == self.views.max(clicks).max(1);
        let shown = if views == self.views || follows {
            FREE
        } else {
            cost(1, weight(Field::Views) + distance(self.views, views))
        };
        let follows = clicks == had.min(views);
        let clicked = if clicks == self.clicks || follows {
            FREE
        } else {
            cost(1, weight(Field::Clicks) + distance(self.clicks, clicks))
        };
        [shown, clicked]
    }
}
