//! What a formula forces, derived from it until nothing more follows.

use super::{BOUND, Search};
use crate::campaign::WITHIN_SHOWINGS;
use crate::insight::Relation;
use crate::insight::solver::program::FormulaNode;
use crate::insight::solver::sets;
use crate::insight::solver::space::RecordPlaces;

impl Search<'_> {
    /// Derives what the asserted parts force; false when it is impossible.
    pub(super) fn propagate(&mut self, level: usize) -> bool {
        loop {
            let mut changed = false;
            for index in 0..self.asserted.len() {
                if !self.assert(level, self.asserted[index], &mut changed) {
                    return false;
                }
            }
            if !self.bind(level, &mut changed) {
                return false;
            }
            if !changed {
                return true;
            }
        }
    }

    /// Makes a part hold as far as that is forced; false when it cannot.
    pub(super) fn assert(&mut self, level: usize, part: usize, changed: &mut bool) -> bool {
        self.steps += 1;
        match self.task.program.parts[part] {
            FormulaNode::In { variable, set } => {
                let variable = &self.task.program.active[variable];
                let at = level * self.task.program.domain + variable.at;
                let domain = &mut self.domains[at..at + variable.words];
                *changed |= sets::keep(domain, self.task.program.set(set, variable.words));
                !sets::is_empty(domain)
            }
            FormulaNode::All { from, to } => {
                (from..to).all(|index| self.assert(level, self.task.program.children[index], changed))
            }
            FormulaNode::Any { .. } if self.decided[part] => true,
            FormulaNode::Any { from, to } => {
                let mut only = None;
                for index in from..to {
                    let child = self.task.program.children[index];
                    match self.state(level, child) {
                        Some(true) => return true,
                        Some(false) => {}
                        None if only.is_some() => return true,
                        None => only = Some(child),
                    }
                }
                only.is_some_and(|child| self.assert(level, child, changed))
            }
        }
    }

    /// Returns whether a part holds for all that is left, or for nothing of it.
    pub(super) fn state(&mut self, level: usize, part: usize) -> Option<bool> {
        self.steps += 1;
        match self.task.program.parts[part] {
            FormulaNode::In { variable, set } => {
                let domain = self.domain(level, variable);
                let set = self.task.program.set(set, domain.len());
                if !sets::meets(domain, set) {
                    Some(false)
                } else {
                    sets::within(domain, set).then_some(true)
                }
            }
            FormulaNode::All { from, to } => {
                let mut all = Some(true);
                for index in from..to {
                    match self.state(level, self.task.program.children[index]) {
                        Some(false) => return Some(false),
                        Some(true) => {}
                        None => all = None,
                    }
                }
                all
            }
            FormulaNode::Any { from, to } => {
                let mut any = Some(false);
                for index in from..to {
                    match self.state(level, self.task.program.children[index]) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => any = None,
                    }
                }
                any
            }
        }
    }

    /// Derives the bounds that bound values set for each other.
    fn bind(&mut self, level: usize, changed: &mut bool) -> bool {
        let relations = self.task.relations;
        let [page_views, visits, _] = BOUND;
        if relations.has(Relation::PageViewsWithinVisits) && !self.order(level, page_views, visits, changed) {
            return false;
        }
        // Each of both takes at least as many of the pages opened, since the other takes one at least.
        let bound = relations.has(Relation::SessionsWithinVisits) && relations.has(Relation::PresentPageCounts);
        for place in self.task.program.sessions.filter(|_| bound).into_iter().flatten() {
            if !self.order(level, place, visits, changed) {
                return false;
            }
        }
        for record in 0..self.task.program.records.len() {
            let RecordPlaces { views, done, .. } = RecordPlaces::of(record);
            for (field, done) in WITHIN_SHOWINGS.into_iter().zip(done) {
                if relations.has(Relation::WithinViews(field)) && !self.order(level, done, views, changed) {
                    return false;
                }
            }
        }
        true
    }

    /// Enforces that the first of two counters is at most the second.
    fn order(&mut self, level: usize, less: usize, more: usize, changed: &mut bool) -> bool {
        let (Some(from), Some(to)) = (
            sets::first(self.domain(level, less)),
            sets::last(self.domain(level, more)),
        ) else {
            return false;
        };
        let start = level * self.task.program.domain;
        for (variable, from, to) in [(less, 0, to), (more, from, usize::MAX - 64)] {
            let variable = &self.task.program.active[variable];
            let at = start + variable.at;
            let domain = &mut self.domains[at..at + variable.words];
            *changed |= sets::clip(domain, from, to);
            if sets::is_empty(domain) {
                return false;
            }
        }
        true
    }
}
