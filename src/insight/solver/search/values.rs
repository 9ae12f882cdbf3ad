//! The cheapest values that are left.

use super::{BOUND, Search};
use crate::insight::solver::cost::{Cost, FREE, cost};
use crate::insight::solver::program::FormulaNode;
use crate::insight::solver::sets;
use crate::insight::solver::space::{MOMENTS, PAGES, RecordPlaces};
use crate::insight::solver::ties::{Left, Opened};

impl Search<'_> {
    /// Takes the cheapest values that are left and fit each other; returns what they cost, `None` when none fit.
    pub(super) fn cheapest(&mut self, level: usize) -> Option<Cost> {
        let (space, program) = (self.space, self.task.program);
        self.steps += (program.active.len() + program.domain) as u64;
        let mut total = FREE;
        for (index, active) in program.active.iter().enumerate() {
            let Some(own) = &space.variables[active.variable].own else {
                continue;
            };
            let domain = self.domain(level, index);
            let cell = sets::cells(domain).min_by_key(|cell| own.costs[*cell])?;
            self.cells[index] = cell;
            self.costs[active.group] = own.costs[cell];
            total += own.costs[cell];
        }
        total += self.cheapest_bound(level)?;
        Some(total)
    }

    fn cheapest_bound(&mut self, level: usize) -> Option<Cost> {
        let (space, task) = (self.space, self.task);
        let [page_views, visits, today] = BOUND;
        let (all, views) = (self.domain(level, visits), self.domain(level, page_views));
        let mut looks = 0;
        match task.program.sessions {
            Some([sessions, session_pages]) => {
                let left = Opened {
                    page_views: views,
                    visits: all,
                    sessions: self.domain(level, sessions),
                    session_pages: self.domain(level, session_pages),
                };
                let (cells, cost) = space.ties.cheapest_opened(left, task.relations, &mut looks)?;
                (self.cells[page_views], self.cells[visits], self.costs[PAGES]) =
                    (cells.page_views, cells.visits, cost);
                (self.cells[sessions], self.cells[session_pages]) = (cells.sessions, cells.session_pages);
            }
            None => {
                let pages = space.ties.cheapest_pages(views, all, task.relations)?;
                (self.cells[page_views], self.cells[visits], self.costs[PAGES]) = pages;
            }
        }
        let lefts: Vec<Left<'_>> = task
            .program
            .records
            .iter()
            .enumerate()
            .map(|(index, record)| {
                let places = RecordPlaces::of(index);
                Left {
                    record: *record,
                    views: self.domain(level, places.views),
                    done: places.done.map(|place| self.domain(level, place)),
                    first: self.domain(level, places.first),
                    cycle: task.cycles[*record],
                }
            })
            .collect();
        let cheapest = space
            .ties
            .cheapest_moment(self.domain(level, today), &lefts, task.relations, &mut looks);
        self.steps += (space.ties.pages.count() + looks / 4) as u64;
        let (time, at, moments, choices) = cheapest?;
        self.cells[today] = time;
        self.at = at;
        for (index, choice) in choices.iter().enumerate() {
            let RecordPlaces { views, done, first } = RecordPlaces::of(index);
            self.cells[views] = choice.shows.views;
            for (place, cell) in done.into_iter().zip(choice.shows.done) {
                self.cells[place] = cell;
            }
            self.cells[first] = choice.first;
        }
        self.costs[MOMENTS] = moments;
        self.choices = choices;
        Some(self.costs[PAGES] + moments)
    }

    /// Estimates what a part would cost on its own.
    pub(super) fn price(&self, level: usize, part: usize) -> Cost {
        match self.task.program.parts[part] {
            FormulaNode::In { variable, set } => {
                let domain = self.domain(level, variable);
                let wanted = self.task.program.set(set, domain.len());
                if sets::has(wanted, self.cells[variable]) {
                    return FREE;
                }
                let active = &self.task.program.active[variable];
                let Some(own) = &self.space.variables[active.variable].own else {
                    return cost(1, 100) + active.at as Cost;
                };
                let cells = sets::cells(domain).filter(|cell| sets::has(wanted, *cell));
                let least = cells.map(|cell| own.costs[cell]).min().unwrap_or(FREE);
                least.saturating_sub(self.costs[active.group])
            }
            FormulaNode::All { from, to } => (from..to)
                .map(|index| self.price(level, self.task.program.children[index]))
                .sum(),
            FormulaNode::Any { from, to } => (from..to)
                .map(|index| self.price(level, self.task.program.children[index]))
                .min()
                .unwrap_or(FREE),
        }
    }
}
