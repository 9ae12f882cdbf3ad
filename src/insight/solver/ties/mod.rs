//! Values that are bound to each other: what counts pages and sessions; the counts of a campaign, the first and the last showing, and the present.
//!
//! Finds, within what a search leaves of each, the values that fit each other at the least cost. What merely follows from another change costs
//! nothing: visits that rise with page views, the instants of showings where there were none before.

mod pages;
mod record;

#[cfg(test)]
mod tests;

use super::cells::counter::Ranges;
use super::cost::{Cost, FREE, cost, distance, weight};
use super::sets;
use super::times::{Moment, Times};
use crate::campaign::{Field, WITHIN_SHOWINGS};
use crate::insight::Relation;
pub(super) use pages::Opened;

/// The relations that are considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Relations(u64);

impl Relations {
    /// All that hold for visitors.
    pub(crate) const ALL: Relations = Relations(u64::MAX);

    #[inline]
    pub(super) fn has(self, relation: Relation) -> bool {
        self.0 & bit(relation) != 0
    }

    pub(super) fn without(self, relation: Relation) -> Relations {
        Relations(self.0 & !bit(relation))
    }
}

// Every field has a bit in addition to those of the other relations.
const _: () = assert!(Field::COUNT + 8 <= u64::BITS as usize);

#[inline]
fn bit(relation: Relation) -> u64 {
    match relation {
        Relation::PageViewsWithinVisits => 1,
        Relation::PresentPageCounts => 1 << 1,
        Relation::FirstShowingToday => 1 << 2,
        Relation::FirstSeenNotLater => 1 << 3,
        Relation::TimePasses => 1 << 4,
        Relation::RepeatCycle => 1 << 5,
        Relation::SessionsWithinVisits => 1 << 6,
        Relation::FirstSessionIsAll => 1 << 7,
        Relation::WithinViews(field) => 1 << (8 + field as u32),
    }
}

/// One entry for each count of what is done with showings, in the order of [`WITHIN_SHOWINGS`].
pub(super) type Done<T> = [T; WITHIN_SHOWINGS.len()];

/// One entry for the showings of a campaign and for each count of what is done with them: cells, counts or costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Shows<T> {
    pub views: T,
    pub done: Done<T>,
}

impl Shows<Cost> {
    /// Returns what they cost together.
    pub fn total(&self) -> Cost {
        self.views + self.done.iter().sum::<Cost>()
    }
}

/// What the visitor has done with a campaign, or with several that are considered together.
#[derive(Debug)]
pub(super) struct Record {
    /// Ranges of views and of what is done with them.
    pub shows: Ranges,
    pub views: u64,
    pub done: Done<u64>,
    pub first: Option<Moment>,
    pub last: Option<Moment>,
    /// Whether a condition asks for the first showing.
    pub dated: bool,
}

/// All bound values of a space.
#[derive(Debug)]
pub(super) struct Ties {
    /// Ranges of everything that counts pages or sessions.
    pub pages: Ranges,
    /// The counts of the visitor whom those who are found are to resemble.
    pub near: Opened<u64>,
    /// Whether a condition asks for the pages of the session.
    pub pages_of_session_asked: bool,
    pub times: Times,
    pub records: Vec<Record>,
}

/// Page views and visits that fit each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages {
    pub page_views: u64,
    pub visits: u64,
    pub cost: Cost,
}

/// When a visitor was shown a campaign, and when they come again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Showings {
    pub at: Moment,
    pub first: Moment,
    pub last: Moment,
    pub first_changed: bool,
    pub last_changed: bool,
}

/// What was chosen for a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub shows: Shows<usize>,
    pub first: usize,
    /// `None` for a visitor who has never been shown it.
    pub showings: Option<Showings>,
    pub cost: Cost,
    pub at: Moment,
}

/// What a search leaves of a record's values.
#[derive(Clone, Copy)]
pub(super) struct Left<'d> {
    pub record: usize,
    /// The repeat cycle that must have run out.
    pub cycle: Moment,
    pub views: &'d [u64],
    pub done: Done<&'d [u64]>,
    pub first: &'d [u64],
}

impl Ties {
    /// Returns the cheapest page views and visits of these cells that fit each other.
    pub fn cheapest_pages(
        &self,
        page_views: &[u64],
        visits: &[u64],
        relations: Relations,
    ) -> Option<(usize, usize, Cost)> {
        let mut best: Option<(usize, usize, Cost)> = None;
        let (one, other) = (self.pages.cell(self.near.page_views), self.pages.cell(self.near.visits));
        if sets::has(page_views, one)
            && sets::has(visits, other)
            && self
                .pages(one, other, relations)
                .is_some_and(|pages| pages.cost == FREE)
        {
            return Some((one, other, FREE));
        }
        let least = usize::from(relations.has(Relation::PresentPageCounts));
        for (one, other) in likely(page_views, visits, (least, other)) {
            if let Some(pages) = self.pages(one, other, relations)
                && best.is_none_or(|known| (pages.cost, one, other) < (known.2, known.0, known.1))
            {
                best = Some((one, other, pages.cost));
                if pages.cost == FREE {
                    break;
                }
            }
        }
        best
    }

    /// Returns page views and visits of two cells, where nothing is asked about sessions.
    pub fn pages(&self, page_views: usize, visits: usize, relations: Relations) -> Option<Pages> {
        let least = u64::from(relations.has(Relation::PresentPageCounts));
        if self.pages.bounds(page_views).1 < least || self.pages.bounds(visits).1 < least {
            return None;
        }
        let opened = self.pages.nearest(page_views, self.near.page_views);
        let all = self.pages.nearest(visits, self.near.visits);
        if opened <= all || !relations.has(Relation::PageViewsWithinVisits) {
            return Some(self.priced(opened, all));
        }
        if page_views > visits {
            return None;
        }
        // Both share one range: one follows the other.
        let (up, down) = (self.priced(opened, opened), self.priced(all, all));
        Some(if down.cost < up.cost { down } else { up })
    }

    fn priced(&self, page_views: u64, visits: u64) -> Pages {
        Pages {
            page_views,
            visits,
            cost: self.priced_pages(page_views, visits).into_iter().sum(),
        }
    }

    /// Returns the costs of this many visits and of this many page views, in that order. What follows from the other costs nothing.
    pub fn priced_pages(&self, page_views: u64, visits: u64) -> [Cost; 2] {
        let follows = visits == self.near.visits.max(page_views).max(1);
        let all = if visits == self.near.visits || follows {
            FREE
        } else {
            cost(1, weight(Field::Visits) + distance(self.near.visits, visits))
        };
        let follows = page_views == self.near.page_views.max(1).min(visits);
        let here = if page_views == self.near.page_views || follows {
            FREE
        } else {
            cost(1, weight(Field::PageViews) + distance(self.near.page_views, page_views))
        };
        [all, here]
    }

    /// Returns the cheapest instant of these cells, with the cheapest of each record's values that fit it: the cell, the moment, the cost. Adds how
    /// many values were examined.
    pub fn cheapest_moment(
        &self,
        times: &[u64],
        records: &[Left<'_>],
        relations: Relations,
        looks: &mut usize,
    ) -> Option<(usize, Moment, Cost, Vec<Choice>)> {
        let shows = records
            .iter()
            .map(|left| self.records[left.record].cheapest_shows(left, relations));
        let shows: Vec<Option<(Shows<usize>, Cost)>> = shows.collect();
        let firsts = |left: &Left<'_>| match self.records[left.record].dated {
            true => sets::cells(left.first).count(),
            false => 1,
        };
        let each = 1 + records.iter().map(firsts).sum::<usize>();
        let mut best: Option<(usize, Moment, Cost, Vec<Choice>)> = None;
        let present = sets::has(times, self.times.present).then_some(self.times.present);
        let others = sets::cells(times).filter(|time| Some(*time) != present);
        for time in present.into_iter().chain(others) {
            if relations.has(Relation::TimePasses) && time < self.times.present {
                continue;
            }
            *looks += each;
            let choices = records.iter().zip(&shows);
            let choices = choices.map(|(left, shows)| self.choice(left, time, *shows, relations));
            let Some(choices) = choices.collect::<Option<Vec<Choice>>>() else {
                continue;
            };
            let at = choices
                .iter()
                .map(|choice| choice.at)
                .max()
                .unwrap_or(self.times.at(time));
            let total = self.waiting(at) + choices.iter().map(|choice| choice.cost).sum::<Cost>();
            if best.as_ref().is_none_or(|(_, _, cost, _)| total < *cost) {
                best = Some((time, at, total, choices));
                if total == FREE {
                    break;
                }
            }
        }
        best
    }

    /// Returns the cost of coming at another time than now.
    fn waiting(&self, at: Moment) -> Cost {
        if at == self.times.now {
            return FREE;
        }
        let days = at.abs_diff(self.times.now) / 86_400_000_000;
        cost(1, weight(Field::LastSeen) + days.min(900) as u32)
    }
}

/// Returns pairs of cells that include the cheapest one, for two counters of which the first is at most the second and the second costs more the
/// farther it is from its own cell. For each cell of the first: those of the second around its own cell, and the first one that is large enough; none
/// of the second before the least.
fn likely(less: &[u64], more: &[u64], (least, own): (usize, usize)) -> impl Iterator<Item = (usize, usize)> {
    let more: Vec<usize> = sets::cells(more).filter(|cell| *cell >= least).collect();
    let near = more.partition_point(|cell| *cell < own);
    sets::cells(less).flat_map(move |cell| {
        let enough = more.partition_point(|other| *other < cell);
        let places = [near.checked_sub(1), Some(near), Some(enough)];
        let others = places.map(|place| place.and_then(|place| more.get(place).copied()));
        others.into_iter().flatten().map(move |other| (cell, other))
    })
}
