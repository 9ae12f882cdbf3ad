//! Values that are bound to each other (SPEC 3): page views and visits; views, clicks, the first and the last showing, and the present.
//!
//! For what a search leaves of each, finds the values that fit each other at the least cost. What merely follows from another change costs
//! nothing: visits that rise with page views, the instants of showings where there were none before.

use super::cells::counter::Ranges;
use super::cost::{Cost, FREE, cost, distance, weight};
use super::sets;
use super::times::{Moment, Times};
use crate::campaign::Field;
use crate::insight::Relation;

/// The relations that are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Relations(u8);

impl Relations {
    /// All that are true of visitors.
    pub(crate) const ALL: Relations = Relations(u8::MAX);

    #[inline]
    pub(super) fn has(self, relation: Relation) -> bool {
        self.0 >> relation as u8 & 1 == 1
    }

    pub(super) fn without(self, relation: Relation) -> Relations {
        Relations(self.0 & !(1 << relation as u8))
    }
}

/// What the visitor has done with a campaign, or with several that are looked at together.
#[derive(Debug)]
pub(super) struct Record {
    /// Ranges of views and of clicks.
    pub shows: Ranges,
    pub views: u64,
    pub clicks: u64,
    pub first: Option<Moment>,
    pub last: Option<Moment>,
    /// Whether a condition asks for the first showing.
    pub dated: bool,
}

/// All bound values of a space.
#[derive(Debug)]
pub(super) struct Ties {
    /// Ranges of page views and of visits.
    pub pages: Ranges,
    pub page_views: u64,
    pub visits: u64,
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

/// When somebody was shown a campaign, and when they come again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Showings {
    pub at: Moment,
    pub first: Moment,
    pub last: Moment,
    pub first_changed: bool,
    pub last_changed: bool,
}

/// What of a record was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub views: usize,
    pub clicks: usize,
    pub first: usize,
    /// `None` for somebody who has never been shown it.
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
    pub clicks: &'d [u64],
    pub first: &'d [u64],
}

impl Ties {
    /// The cheapest page views and visits of these cells that fit each other.
    pub fn cheapest_pages(
        &self,
        page_views: &[u64],
        visits: &[u64],
        relations: Relations,
    ) -> Option<(usize, usize, Cost)> {
        let mut best: Option<(usize, usize, Cost)> = None;
        let (one, other) = (self.pages.cell(self.page_views), self.pages.cell(self.visits));
        if sets::has(page_views, one)
            && sets::has(visits, other)
            && self
                .pages(one, other, relations)
                .is_some_and(|pages| pages.cost == FREE)
        {
            return Some((one, other, FREE));
        }
        for one in sets::cells(page_views) {
            for other in sets::cells(visits) {
                if let Some(pages) = self.pages(one, other, relations)
                    && best.is_none_or(|(_, _, cost)| pages.cost < cost)
                {
                    best = Some((one, other, pages.cost));
                    if pages.cost == FREE {
                        return best;
                    }
                }
            }
        }
        best
    }

    /// Page views and visits of two cells.
    pub fn pages(&self, page_views: usize, visits: usize, relations: Relations) -> Option<Pages> {
        let least = u64::from(relations.has(Relation::PresentPageCounts));
        if self.pages.bounds(page_views).1 < least || self.pages.bounds(visits).1 < least {
            return None;
        }
        let opened = self.pages.nearest(page_views, self.page_views);
        let all = self.pages.nearest(visits, self.visits);
        if opened <= all || !relations.has(Relation::PageViewsWithinVisits) {
            return Some(self.priced(opened, all));
        }
        if page_views > visits {
            return None;
        }
        // One range for both: the one follows the other.
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

    /// What it costs that visits, and that page views are so many. What follows from the other costs nothing.
    pub fn priced_pages(&self, page_views: u64, visits: u64) -> [Cost; 2] {
        let follows = visits == self.visits.max(page_views).max(1);
        let all = if visits == self.visits || follows {
            FREE
        } else {
            cost(1, weight(Field::Visits) + distance(self.visits, visits))
        };
        let follows = page_views == self.page_views.max(1).min(visits);
        let here = if page_views == self.page_views || follows {
            FREE
        } else {
            cost(1, weight(Field::PageViews) + distance(self.page_views, page_views))
        };
        [all, here]
    }

    /// The cheapest instant of these cells, with the cheapest of each record's values that fit it: the cell, the moment, the cost.
    pub fn cheapest_moment(
        &self,
        times: &[u64],
        records: &[Left<'_>],
        relations: Relations,
    ) -> Option<(usize, Moment, Cost, Vec<Choice>)> {
        let shows = records
            .iter()
            .map(|left| self.records[left.record].cheapest_shows(left, relations));
        let shows: Vec<Option<(usize, usize, Cost)>> = shows.collect();
        let mut best: Option<(usize, Moment, Cost, Vec<Choice>)> = None;
        let present = sets::has(times, self.times.present).then_some(self.times.present);
        let others = sets::cells(times).filter(|time| Some(*time) != present);
        for time in present.into_iter().chain(others) {
            if relations.has(Relation::TimePasses) && time < self.times.present {
                continue;
            }
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

    /// What it costs to come at another time than now.
    fn waiting(&self, at: Moment) -> Cost {
        if at == self.times.now {
            return FREE;
        }
        let days = at.abs_diff(self.times.now) / 86_400_000_000;
        cost(1, weight(Field::LastSeen) + days.min(900) as u32)
    }

    fn choice(
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
            let first = record.first.unwrap_or(latest).min(latest);
            consider(self.times.cell(first));
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
    fn cheapest_shows(&self, left: &Left<'_>, relations: Relations) -> Option<(usize, usize, Cost)> {
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
        for views in sets::cells(left.views).filter(|cell| *cell > 0) {
            for clicks in sets::cells(left.clicks) {
                if let Some((_, _, cost)) = self.shows(views, clicks, relations)
                    && best.is_none_or(|(_, _, least)| cost < least)
                {
                    best = Some((views, clicks, cost));
                    if cost == FREE {
                        return best;
                    }
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
