//! What counts pages: views of the page, pages opened, sessions, and pages opened in the present one.

use super::{Relations, Ties};
use crate::campaign::Field;
use crate::insight::Relation;
use crate::insight::solver::cost::{Cost, FREE, cost, distance, weight};
use crate::insight::solver::sets;
use crate::visitor::Visitor;

/// One entry for each of these counts: cells, counts, costs or what a search leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(in crate::insight::solver) struct Opened<T> {
    pub page_views: T,
    pub visits: T,
    pub sessions: T,
    pub session_pages: T,
}

impl<T> Opened<T> {
    /// Returns each count's field with its entry, in the order in which changes are told.
    pub fn by_field(self) -> [(Field, T); 4] {
        [
            (Field::Visits, self.visits),
            (Field::PageViews, self.page_views),
            (Field::Sessions, self.sessions),
            (Field::SessionPages, self.session_pages),
        ]
    }
}

impl Opened<Cost> {
    /// Returns what they cost together.
    pub fn total(&self) -> Cost {
        self.page_views + self.visits + self.sessions + self.session_pages
    }
}

impl Opened<u64> {
    /// Reads a visitor's counts. Whoever is on a page is in a session.
    pub fn of(visitor: &Visitor) -> Self {
        Opened {
            page_views: visitor.page_views,
            visits: visitor.visits,
            sessions: visitor.sessions.max(1),
            session_pages: visitor.session_pages.max(1),
        }
    }

    /// Gives them to a visitor.
    pub fn write(&self, visitor: &mut Visitor) {
        visitor.page_views = self.page_views;
        visitor.visits = self.visits;
        visitor.sessions = self.sessions;
        visitor.session_pages = self.session_pages;
    }

    /// Returns whether the pages opened are at least as many as the other counts need.
    pub fn has_room(&self) -> bool {
        self.least_visits() <= self.visits && self.page_views <= self.visits
    }

    /// Returns whether all pages opened are those of this session, if it is the first.
    pub fn is_whole(&self) -> bool {
        self.sessions != 1 || self.session_pages == self.visits
    }

    /// Returns how many pages the sessions need at least: every earlier one has one.
    fn least_visits(&self) -> u64 {
        self.session_pages.saturating_add(self.sessions.saturating_sub(1))
    }

    /// Returns whether the relations hold, apart from the present page.
    fn fits(&self, relations: Relations) -> bool {
        (!relations.has(Relation::PageViewsWithinVisits) || self.page_views <= self.visits)
            && (!relations.has(Relation::SessionsWithinVisits) || self.least_visits() <= self.visits)
            && (!relations.has(Relation::FirstSessionIsAll) || self.is_whole())
    }

    /// Returns the same counts with sessions that fit the pages opened: the present one takes what the first one must, and no more than there is.
    pub fn with_fitting_sessions(self, near: Opened<u64>) -> Self {
        let pages = near.session_pages.clamp(1, self.visits.max(1));
        let fitting = Opened {
            session_pages: pages,
            sessions: near.sessions.clamp(1, rest(self.visits, pages)),
            ..self
        };
        if near.is_whole() && !fitting.is_whole() {
            let session_pages = self.visits;
            return Opened {
                session_pages,
                ..fitting
            };
        }
        fitting
    }
}

/// Returns the most sessions, or pages of the present one, where the other takes so many of the pages opened.
fn rest(visits: u64, taken: u64) -> u64 {
    visits.saturating_sub(taken.saturating_sub(1)).max(1)
}

/// How many cells next to the own ones are looked at, of those in which both pages opened and pages of the session may lie.
const NEXT: usize = 5;

/// The first and the last number of a cell that are possible.
type Bounds = (u64, u64);

impl Ties {
    /// Returns the relations that can be asked of a search near this visitor. One who says that a first session has other pages than all is taken at
    /// their word.
    fn believed(&self, relations: Relations) -> Relations {
        if self.near.is_whole() {
            relations
        } else {
            relations.without(Relation::FirstSessionIsAll)
        }
    }

    /// Returns the cheapest counts of these cells that fit each other, and what each of them costs.
    pub fn opened(&self, cells: Opened<usize>, relations: Relations) -> Option<(Opened<u64>, Cost)> {
        let least = u64::from(relations.has(Relation::PresentPageCounts));
        let bounds = |cell: usize| {
            let (first, last) = self.pages.bounds(cell);
            (last >= least).then_some((first.max(least), last))
        };
        let within = Opened {
            page_views: bounds(cells.page_views)?,
            visits: bounds(cells.visits)?,
            sessions: bounds(cells.sessions)?,
            session_pages: bounds(cells.session_pages)?,
        };
        let relations = self.believed(relations);
        let mut best: Option<(Cost, Opened<u64>)> = None;
        let mut take = |opened: Opened<u64>| {
            let price = self.priced_opened(opened).total();
            if opened.fits(relations) && best.is_none_or(|known| (price, opened) < known) {
                best = Some((price, opened));
            }
        };
        self.several_sessions(within, relations, &mut take);
        if relations.has(Relation::FirstSessionIsAll) && within.sessions.0 <= 1 {
            self.first_session(within, relations, &mut take);
        }
        best.map(|(price, opened)| (opened, price))
    }

    /// Takes counts of which none is fixed by another: as near as possible, with more pages opened or less of what needs them.
    fn several_sessions(&self, within: Opened<Bounds>, relations: Relations, take: &mut dyn FnMut(Opened<u64>)) {
        let mut within = within;
        if relations.has(Relation::FirstSessionIsAll) {
            within.sessions.0 = within.sessions.0.max(2);
            if within.sessions.0 > within.sessions.1 {
                return;
            }
        }
        let nearest = |count: u64, (first, last): Bounds| count.clamp(first, last);
        let own = Opened {
            page_views: nearest(self.near.page_views, within.page_views),
            visits: nearest(self.near.visits, within.visits),
            sessions: nearest(self.near.sessions, within.sessions),
            session_pages: nearest(self.near.session_pages, within.session_pages),
        };
        let fewest = Opened {
            sessions: within.sessions.0,
            session_pages: within.session_pages.0,
            ..own
        };
        let needed = [
            own.visits,
            own.page_views,
            own.least_visits(),
            own.page_views.max(own.least_visits()),
            within.page_views.0.max(fewest.least_visits()),
        ];
        for visits in needed.map(|needed| nearest(own.visits.max(needed), within.visits)) {
            let page_views = match relations.has(Relation::PageViewsWithinVisits) {
                true => own.page_views.min(visits).max(within.page_views.0),
                false => own.page_views,
            };
            let opened = Opened {
                page_views,
                visits,
                ..own
            };
            take(opened);
            // One takes all that the other leaves of them, or of too many as much as there is; then the other has to take less.
            let fill = |taken: u64, within: Bounds| nearest(rest(visits, taken), within);
            let session_pages = fill(own.sessions, within.session_pages);
            let sessions = fill(own.session_pages, within.sessions);
            for opened in [
                Opened {
                    session_pages,
                    ..opened
                },
                Opened { sessions, ..opened },
                Opened {
                    session_pages,
                    sessions: fill(session_pages, within.sessions),
                    ..opened
                },
                Opened {
                    sessions,
                    session_pages: fill(sessions, within.session_pages),
                    ..opened
                },
            ] {
                take(opened);
            }
        }
    }

    /// Takes counts of a first session, whose pages are all pages opened.
    fn first_session(&self, within: Opened<Bounds>, relations: Relations, take: &mut dyn FnMut(Opened<u64>)) {
        let above = match relations.has(Relation::PageViewsWithinVisits) {
            true => within.page_views.0,
            false => 0,
        };
        let first = within.visits.0.max(within.session_pages.0).max(above);
        let last = within.visits.1.min(within.session_pages.1);
        if first > last || within.sessions.1 < 1 {
            return;
        }
        let page_views = self.near.page_views.clamp(within.page_views.0, within.page_views.1);
        for all in [self.near.visits, self.near.session_pages, page_views] {
            let all = all.clamp(first, last);
            take(Opened {
                page_views: match relations.has(Relation::PageViewsWithinVisits) {
                    true => page_views.min(all),
                    false => page_views,
                },
                visits: all,
                sessions: 1,
                session_pages: all,
            });
        }
    }

    /// Returns the costs of these counts. What follows from another costs nothing: pages opened that rise with what needs them; and in a first session
    /// its pages, which are the pages opened.
    pub fn priced_opened(&self, opened: Opened<u64>) -> Opened<Cost> {
        let near = self.near;
        let price = |field, own: u64, count: u64| match own == count {
            true => FREE,
            false => cost(1, weight(field) + distance(own, count)),
        };
        let [of_visits, page_views] = self.priced_pages(opened.page_views, opened.visits);
        let sessions = price(Field::Sessions, near.sessions, opened.sessions);
        let of_pages = price(Field::SessionPages, near.session_pages, opened.session_pages);
        let is_first = opened.sessions == 1 && opened.session_pages == opened.visits;
        let (visits, session_pages) = if !is_first {
            let needed = near.visits.max(opened.page_views).max(opened.least_visits());
            (if opened.visits == needed { FREE } else { of_visits }, of_pages)
        } else if of_visits == FREE {
            (FREE, FREE)
        } else if near.sessions == 1 && self.pages_of_session_asked {
            // Both are one count, told by the one that is asked for.
            (FREE, of_pages)
        } else if near.sessions != 1 && of_pages == FREE {
            (FREE, FREE)
        } else {
            (of_visits, FREE)
        };
        Opened {
            page_views,
            visits,
            sessions,
            session_pages,
        }
    }

    /// Returns the cheapest cells, of those that are left, whose counts fit each other. Adds how many were examined.
    pub fn cheapest_opened(
        &self,
        left: Opened<&[u64]>,
        relations: Relations,
        looks: &mut usize,
    ) -> Option<(Opened<usize>, Cost)> {
        let own = Opened {
            page_views: self.pages.cell(self.near.page_views),
            visits: self.pages.cell(self.near.visits),
            sessions: self.pages.cell(self.near.sessions),
            session_pages: self.pages.cell(self.near.session_pages),
        };
        let mut best: Option<(Cost, Opened<usize>)> = None;
        let mut take = |cells: Opened<usize>| {
            *looks += 1;
            if let Some((_, price)) = self.opened(cells, relations)
                && best.is_none_or(|known| (price, cells) < known)
            {
                best = Some((price, cells));
            }
        };
        let least = usize::from(relations.has(Relation::PresentPageCounts));
        let of = |page_views, visits, sessions, session_pages| Opened {
            page_views,
            visits,
            sessions,
            session_pages,
        };
        let sessions = few(left.sessions, own.sessions, [least, self.pages.cell(2)]);
        let pages = few(left.session_pages, own.session_pages, [least]);
        let mut visits = few(left.visits, own.visits, []);
        visits.extend(sets::last(left.visits));
        let first = Some(self.pages.cell(1)).filter(|first| sets::has(left.sessions, *first));
        let common = in_common(&left, own);
        // Views of this page follow pages opened that fall below them.
        let mut views = few(left.page_views, own.page_views, [least]);
        let lower = visits.iter().chain(common.iter().take(NEXT)).chain(common.last());
        views.extend(lower.filter_map(|all| before(left.page_views, *all)));
        views.sort_unstable();
        views.dedup();
        for page_views in views {
            for &count in &sessions {
                for &some in &pages {
                    let needed = self.least_cell(count, some, relations).max(page_views);
                    let enough = sets::first_from(left.visits, needed);
                    let all = visits.iter().copied().chain(enough);
                    all.for_each(|all| take(of(page_views, all, count, some)));
                }
            }
            for &all in &visits {
                for &count in &sessions {
                    let some = before(left.session_pages, self.most_cell(all, count));
                    some.into_iter().for_each(|some| take(of(page_views, all, count, some)));
                }
                for &some in &pages {
                    let count = before(left.sessions, self.most_cell(all, some));
                    count
                        .into_iter()
                        .for_each(|count| take(of(page_views, all, count, some)));
                }
            }
            if let Some(first) = first {
                let enough = common.iter().find(|cell| **cell >= page_views);
                let all = common.iter().take(NEXT).chain(common.last()).chain(enough);
                all.for_each(|all| take(of(page_views, *all, first, *all)));
            }
        }
        best.map(|(price, cells)| (cells, price))
    }

    /// Returns the first cell of pages opened that has room for so many sessions and pages of the present one.
    fn least_cell(&self, sessions: usize, session_pages: usize, relations: Relations) -> usize {
        if !relations.has(Relation::SessionsWithinVisits) {
            return 0;
        }
        let least = |cell: usize| self.pages.bounds(cell).0.max(1);
        self.pages
            .cell(least(session_pages).saturating_add(least(sessions) - 1))
    }

    /// Returns the last cell of one of both that has room beside so many of the other.
    fn most_cell(&self, visits: usize, other: usize) -> usize {
        let (least, most) = (self.pages.bounds(other).0, self.pages.bounds(visits).1);
        self.pages.cell(rest(most, least))
    }
}

/// Returns the own cell if it is left, else those that are left on both sides of it; and the first that are left from each of these on.
fn few<const COUNT: usize>(left: &[u64], own: usize, from: [usize; COUNT]) -> Vec<usize> {
    let mut few: Vec<usize> = match sets::has(left, own) {
        true => vec![own],
        false => before(left, own)
            .into_iter()
            .chain(sets::first_from(left, own))
            .collect(),
    };
    few.extend(from.into_iter().filter_map(|from| sets::first_from(left, from)));
    few.sort_unstable();
    few.dedup();
    few
}

/// Returns the last of the cells that are left up to this one.
fn before(left: &[u64], last: usize) -> Option<usize> {
    sets::last_before(left, last + 1)
}

/// Returns the cells that are left of both pages opened and pages of the session, those next to the own ones first.
fn in_common(left: &Opened<&[u64]>, own: Opened<usize>) -> Vec<usize> {
    let mut common: Vec<usize> = sets::cells(left.visits)
        .filter(|cell| sets::has(left.session_pages, *cell))
        .collect();
    let away = |cell: usize| cell.abs_diff(own.visits).min(cell.abs_diff(own.session_pages));
    common.sort_by_key(|cell| away(*cell));
    common
}
