//! Which parts the cheapest values do not satisfy.

use super::Search;
use crate::insight::solver::cost::FREE;
use crate::insight::solver::program::FormulaNode;
use crate::insight::solver::sets;
use crate::insight::solver::space::PAGES;

#[derive(Default)]
struct Open {
    part: Option<usize>,
    alternatives: usize,
    more: u32,
    /// All such parts, where they are to be collected.
    all: Vec<usize>,
    collects: bool,
}

impl Search<'_> {
    /// Returns the part with alternatives that the cheapest values do not satisfy and that has the fewest of them; and how many more values have to
    /// change at least, because such parts are about different values that have not changed yet.
    pub(super) fn open(&mut self, level: usize) -> (Option<usize>, u32) {
        self.mark += 1;
        let mut found = Open::default();
        for index in 0..self.asserted.len() {
            self.add_open(level, self.asserted[index], &mut found);
        }
        (found.part, found.more)
    }

    /// Returns all parts with alternatives that the cheapest values do not satisfy.
    pub(super) fn all_open(&mut self, level: usize) -> Vec<usize> {
        self.mark += 1;
        let mut found = Open {
            collects: true,
            ..Open::default()
        };
        for index in 0..self.asserted.len() {
            self.add_open(level, self.asserted[index], &mut found);
        }
        found.all
    }

    fn add_open(&mut self, level: usize, part: usize, found: &mut Open) {
        match self.task.program.parts[part] {
            FormulaNode::In { .. } => {}
            FormulaNode::All { from, to } => {
                for index in from..to {
                    self.add_open(level, self.task.program.children[index], found);
                }
            }
            FormulaNode::Any { .. } if self.decided[part] || self.is_satisfied(part) => {}
            FormulaNode::Any { from, to } => {
                let mut possible = 0;
                let mut last = None;
                for index in from..to {
                    let child = self.task.program.children[index];
                    if self.state(level, child) != Some(false) {
                        possible += 1;
                        last = Some(child);
                    }
                }
                if possible == 1 {
                    return last.into_iter().for_each(|child| self.add_open(level, child, found));
                }
                found.more += u32::from(self.is_apart(part));
                if found.collects {
                    found.all.push(part);
                }
                if found.part.is_none() || possible < found.alternatives {
                    found.part = Some(part);
                    found.alternatives = possible;
                }
            }
        }
    }

    /// Returns whether a part is only about values that have not changed and that no other open part is about.
    fn is_apart(&mut self, part: usize) -> bool {
        let groups = self.task.program.groups(part);
        self.steps += groups.len() as u64;
        // Impossible page views can be corrected in several ways, none of which is a change.
        if groups.contains(&PAGES) && !self.space.ties.near.has_room() {
            return false;
        }
        let free = groups
            .iter()
            .all(|group| self.costs[*group] == FREE && self.marks[*group] != self.mark);
        if free {
            groups.iter().for_each(|group| self.marks[*group] = self.mark);
        }
        free
    }

    /// Returns whether the cheapest values satisfy a part.
    fn is_satisfied(&mut self, part: usize) -> bool {
        self.steps += 1;
        match self.task.program.parts[part] {
            FormulaNode::In { variable, set } => {
                let words = self.task.program.active[variable].words;
                sets::has(self.task.program.set(set, words), self.cells[variable])
            }
            FormulaNode::All { from, to } => {
                (from..to).all(|index| self.is_satisfied(self.task.program.children[index]))
            }
            FormulaNode::Any { from, to } => {
                (from..to).any(|index| self.is_satisfied(self.task.program.children[index]))
            }
        }
    }
}
