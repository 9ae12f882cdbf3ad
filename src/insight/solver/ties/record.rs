//! What a visitor has done with a campaign: counts that fit each other, and showings that fit the present.

use super::{Choice, Done, Left, Record, Relations, Showings, Shows, Ties};
use crate::campaign::{Field, SHOWINGS, WITHIN_SHOWINGS};
use crate::insight::Relation;
use crate::insight::solver::cost::{Cost, FREE, cost, distance, weight};
use crate::insight::solver::sets;
use crate::insight::solver::times::Moment;

impl Ties {
    pub(super) fn choice(
        &self,
        left: &Left<'_>,
        time: usize,
        shows: Option<(Shows<usize>, Cost)>,
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

    /// Returns the values of a visitor who has never been shown the campaign: the first showing would be now.
    fn never(&self, record: &Record, left: &Left<'_>, time: usize, relations: Relations) -> Option<Choice> {
        let mut done = Done::default();
        for (index, field) in WITHIN_SHOWINGS.into_iter().enumerate() {
            done[index] = if relations.has(Relation::WithinViews(field)) {
                sets::has(left.done[index], 0).then_some(0)?
            } else {
                sets::first(left.done[index])?
            };
        }
        let first = if relations.has(Relation::FirstShowingToday) {
            sets::has(left.first, time).then_some(time)
        } else {
            sets::first(left.first)
        };
        let forgotten = if record.views > 0 {
            cost(1, weight(SHOWINGS) + distance(record.views, 0))
        } else {
            FREE
        };
        Some(Choice {
            shows: Shows {
                views: sets::has(left.views, 0).then_some(0)?,
                done,
            },
            first: first?,
            showings: None,
            cost: forgotten,
            at: self.times.at(time),
        })
    }

    /// Returns the values of a visitor who has been shown it.
    fn seen(
        &self,
        record: &Record,
        left: &Left<'_>,
        time: usize,
        (shows, shown): (Shows<usize>, Cost),
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
                total = cost(1, weight(SHOWINGS));
            }
            let choice = Choice {
                shows,
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
            // A visitor who comes now cannot have been shown it later than this; one who waits for the repeat cycle keeps what they had.
            let [coming, waiting] = [first.min(latest), first].map(|first| self.times.cell(first));
            consider(coming);
            if waiting != coming {
                consider(waiting);
            }
        }
        best
    }

    /// Returns the first and last showing, the first in a given cell, for a visitor who comes in a cell of time.
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
            // Waiting is nearer than having seen it earlier.
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
    /// Returns the cheapest views, at least 1, and counts of what was done with them, of these cells, that fit each other. Where a count is not bound
    /// by the views, they may not be the cheapest: callers who leave a relation out ask only whether anything fits.
    pub(super) fn cheapest_shows(&self, left: &Left<'_>, relations: Relations) -> Option<(Shows<usize>, Cost)> {
        let own = Shows {
            views: self.shows.cell(self.views),
            done: self.done.map(|count| self.shows.cell(count)),
        };
        let are_left = |(domain, cell): (&[u64], usize)| sets::has(domain, cell);
        if self.views > 0
            && sets::has(left.views, own.views)
            && left.done.into_iter().zip(own.done).all(are_left)
            && self.shows(own, relations).is_some_and(|(_, cost)| cost == FREE)
        {
            return Some((own, FREE));
        }
        let mut best: Option<(Shows<usize>, Cost)> = None;
        for views in likely_views(left, own.views) {
            let ways = Combinations::new(std::array::from_fn(|index| {
                let is_bound = relations.has(Relation::WithinViews(WITHIN_SHOWINGS[index]));
                self.likely_done(left.done[index], own.done[index], views, is_bound)
            }));
            for done in ways {
                let cells = Shows { views, done };
                if let Some((_, cost)) = self.shows(cells, relations)
                    && best.is_none_or(|known| (cost, cells) < (known.1, known.0))
                {
                    best = Some((cells, cost));
                    if cost == FREE {
                        return best;
                    }
                }
            }
        }
        best
    }

    /// Returns the cells of a count that may be the cheapest with this many views: around its own cell; the cell of the views, with which these rise,
    /// or which rises with them; and the least one for a visitor who has not been shown the campaign, as they have done nothing with it.
    fn likely_done(&self, cells: &[u64], own: usize, views: usize, is_bound: bool) -> Likely {
        let end = if is_bound { views + 1 } else { usize::MAX };
        let within = |cell: &usize| *cell < end;
        let places = [
            (self.views == 0).then(|| sets::first(cells)).flatten().filter(within),
            sets::last_before(cells, own.min(end)),
            sets::first_from(cells, own).filter(within),
            sets::has(cells, views).then_some(views),
        ];
        let mut likely = Likely::default();
        places.into_iter().flatten().for_each(|cell| likely.add(cell));
        likely
    }

    /// Returns views, at least 1, and what was done with them, of these cells.
    pub fn shows(&self, cells: Shows<usize>, relations: Relations) -> Option<(Shows<u64>, Cost)> {
        let shown = self.shows.nearest(cells.views, self.views.max(1));
        let nearest = |index: usize| self.shows.nearest(cells.done[index], self.done[index]);
        let done: Done<u64> = std::array::from_fn(nearest);
        let exceeds =
            |index: usize| done[index] > shown && relations.has(Relation::WithinViews(WITHIN_SHOWINGS[index]));
        let exceeding: Done<bool> = std::array::from_fn(exceeds);
        if !exceeding.contains(&true) {
            return Some(self.priced(Shows { views: shown, done }));
        }
        // A count that shares a range with the views: they rise to it, or it falls to them.
        let is_beyond = |index: usize| exceeding[index] && cells.done[index] > cells.views;
        if (0..done.len()).any(is_beyond) {
            return None;
        }
        let met = |views: u64| {
            self.priced(Shows {
                views,
                done: std::array::from_fn(|index| match exceeding[index] {
                    true => done[index].min(views),
                    false => done[index],
                }),
            })
        };
        let mut best = met(shown);
        for index in (0..done.len()).filter(|index| exceeding[*index]) {
            let risen = met(done[index]);
            if risen.1 <= best.1 {
                best = risen;
            }
        }
        Some(best)
    }

    fn priced(&self, shows: Shows<u64>) -> (Shows<u64>, Cost) {
        (shows, self.priced_shows(shows).total())
    }

    /// Returns the cost of this many views, at least 1, and of these counts of what was done with them. What follows from the others, or from the
    /// presence of a first showing, costs nothing.
    pub fn priced_shows(&self, shows: Shows<u64>) -> Shows<Cost> {
        let views = shows.views;
        let most = shows.done.into_iter().fold(self.views, u64::max);
        let shown = if views == self.views || views == most.max(1) {
            FREE
        } else {
            cost(1, weight(SHOWINGS) + distance(self.views, views))
        };
        let done = |index: usize| {
            let (own, count) = (self.done[index], shows.done[index]);
            let had = if self.views == 0 { 0 } else { own };
            if count == own || count == had.min(views) {
                FREE
            } else {
                cost(1, weight(WITHIN_SHOWINGS[index]) + distance(own, count))
            }
        };
        Shows {
            views: shown,
            done: std::array::from_fn(done),
        }
    }
}

/// Returns the cells of views, none of them 0, that include the cheapest: around the views' own cell, and for every cell of what is done with views
/// the first one that is large enough.
fn likely_views(left: &Left<'_>, own: usize) -> impl Iterator<Item = usize> {
    let (views, done) = (left.views, left.done);
    let near = [
        sets::last_before(views, own).filter(|cell| *cell > 0),
        sets::first_from(views, own.max(1)),
    ];
    // Cells of what is done before this one fit fewer views already.
    let mut from = 0;
    sets::cells(views).filter(|cell| *cell > 0).filter(move |cell| {
        let is_enough = |done: &[u64]| sets::first_from(done, from).is_some_and(|least| least <= *cell);
        let is_likely = near.contains(&Some(*cell)) || done.into_iter().any(is_enough);
        from = cell + 1;
        is_likely
    })
}

/// A few cells.
#[derive(Debug, Clone, Copy, Default)]
struct Likely {
    cells: [usize; 4],
    count: usize,
}

impl Likely {
    fn add(&mut self, cell: usize) {
        if !self.cells[..self.count].contains(&cell) {
            self.cells[self.count] = cell;
            self.count += 1;
        }
    }
}

/// All combinations that take one of a few cells for each count.
struct Combinations {
    likely: Done<Likely>,
    next: Option<Done<usize>>,
}

impl Combinations {
    fn new(likely: Done<Likely>) -> Combinations {
        let some = likely.iter().all(|likely| likely.count > 0);
        Combinations {
            likely,
            next: some.then(Done::default),
        }
    }
}

impl Iterator for Combinations {
    type Item = Done<usize>;

    fn next(&mut self) -> Option<Done<usize>> {
        let places = self.next.as_mut()?;
        let way = std::array::from_fn(|index| self.likely[index].cells[places[index]]);
        let advanced = places.iter_mut().zip(&self.likely).any(|(place, likely)| {
            *place = (*place + 1) % likely.count;
            *place > 0
        });
        if !advanced {
            self.next = None;
        }
        Some(way)
    }
}
