//! The values of each kind of field, cut into cells: within a cell, no condition distinguishes two values.
//!
//! The engine's own parts decide with a value of the cell what a condition makes of it.

pub(super) mod address;
pub(super) mod choice;
pub(super) mod counter;
pub(super) mod custom;
pub(super) mod elapsed;
mod form;
pub(super) mod language;
mod machine;
mod product;
pub(super) mod scroll;
pub(super) mod url;
pub(super) mod version;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde_json::Value;

use super::cost::{Cost, DOUBTFUL, FREE, cost};
use crate::campaign::Condition;
use crate::engine::parts::ConditionTest;

/// A condition on the value that is cut into cells.
#[derive(Clone, Copy)]
pub(super) struct Asked<'c> {
    pub condition: &'c Condition,
    pub ask: &'c ConditionTest,
}

/// The cells of a value that is not bound to others.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// For each cell, its value nearest to the visitor's. A doubtful cell has none.
    pub values: Vec<Option<Value>>,
    pub costs: Vec<Cost>,
    /// For each condition, the cells in which it holds, and those in which it does not. Doubtful cells may be in both.
    pub yes: Vec<Vec<usize>>,
    pub no: Vec<Vec<usize>>,
}

impl Cells {
    /// Returns whether it is unknown of some cells whether they exist.
    pub fn are_doubtful(&self) -> bool {
        self.values.iter().any(Option::is_none)
    }
}

/// Collects candidates: among those that no condition distinguishes, the cheapest is kept.
pub(super) struct Collector {
    asked: usize,
    known: HashMap<Vec<u64>, usize>,
    truths: Vec<Vec<u64>>,
    values: Vec<Option<Value>>,
    costs: Vec<Cost>,
    work: usize,
}

/// How many questions about candidates may be asked before optional candidates are left out.
const MOST_WORK: usize = 60_000;

impl Collector {
    pub fn new(asked: usize) -> Collector {
        Collector {
            work: 0,
            asked,
            known: HashMap::new(),
            truths: Vec::new(),
            values: Vec::new(),
            costs: Vec::new(),
        }
    }

    /// Returns whether a part of the permitted questions has been asked. Long texts take longer.
    pub fn is_spent(&self, part: usize) -> bool {
        self.work > MOST_WORK / part
    }

    /// Returns whether every combination of answers has a candidate already.
    pub fn is_full(&self) -> bool {
        self.asked < 20 && self.values.len() == 1 << self.asked
    }

    /// Returns whether there is a candidate for a combination of answers.
    pub fn knows(&self, truth: &[bool]) -> bool {
        let mut packed = vec![0; self.asked.div_ceil(64)];
        let holding = truth.iter().enumerate().filter(|(_, holds)| **holds);
        holding.for_each(|(index, _)| super::sets::put(&mut packed, index));
        self.known.contains_key(&packed)
    }

    /// Takes a value whose change has this weight; 0 is the visitor's own. A missing value is null.
    pub fn take(&mut self, value: Value, weight: u32, mut holds: impl FnMut(usize) -> bool) {
        let cost = if weight == 0 { FREE } else { cost(1, weight) };
        self.take_at(value, cost, &mut holds);
    }

    /// Takes a value whose change has this cost.
    pub fn take_at(&mut self, value: Value, cost: Cost, mut holds: impl FnMut(usize) -> bool) {
        let mut truth = vec![0; self.asked.div_ceil(64)];
        self.work += self.asked * (1 + value.as_str().map_or(0, str::len) / 256);
        for index in 0..self.asked {
            if holds(index) {
                super::sets::put(&mut truth, index);
            }
        }
        match self.known.get(&truth) {
            Some(cell) if self.costs[*cell] <= cost => {}
            Some(cell) => {
                self.values[*cell] = Some(value);
                self.costs[*cell] = cost;
            }
            None => {
                self.known.insert(truth.clone(), self.values.len());
                self.truths.push(truth);
                self.values.push(Some(value));
                self.costs.push(cost);
            }
        }
    }

    /// Returns the cells; `doubtful` adds cells that may not exist, each with the conditions that surely hold and those that surely do not hold in
    /// it.
    pub fn finish(self, doubtful: &[(Vec<usize>, Vec<usize>)]) -> Cells {
        let mut cells = Cells {
            values: self.values,
            costs: self.costs,
            yes: vec![Vec::new(); self.asked],
            no: vec![Vec::new(); self.asked],
        };
        for (cell, truth) in self.truths.iter().enumerate() {
            for index in 0..self.asked {
                let side = if super::sets::has(truth, index) {
                    &mut cells.yes
                } else {
                    &mut cells.no
                };
                side[index].push(cell);
            }
        }
        for (holding, failing) in doubtful {
            let cell = cells.values.len();
            cells.values.push(None);
            cells.costs.push(cost(DOUBTFUL, 0));
            for index in 0..self.asked {
                if !failing.contains(&index) {
                    cells.yes[index].push(cell);
                }
                if !holding.contains(&index) {
                    cells.no[index].push(cell);
                }
            }
        }
        cells
    }
}
