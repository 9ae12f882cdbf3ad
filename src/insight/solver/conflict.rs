//! Why nobody can see a campaign: the smallest set of conditions that cannot turn out as they would have to, regardless of the others.

use super::search::Effort;
use super::space::Space;
use super::term::Term;
use super::ties::Relations;
use super::{Solution, cells::Cells};
use crate::campaign::Campaign;
use crate::insight::{Conflict, Doubt, DoubtReason, Relation};

/// Most conditions that are tried together in every way.
const MOST_TOGETHER: usize = 3;
/// The steps of one question about some of the conditions.
const EACH: Effort = Effort {
    first: 300_000,
    better: 0,
};
/// The steps of all questions about one conflict.
const ALL: u64 = 12_000_000;

/// A conflict, and whether it was searched completely: otherwise it may hold more conditions than necessary, and lack relations.
pub(crate) struct Explained {
    pub(crate) conflict: Conflict,
    pub(crate) is_sure: bool,
}

/// Returns the smallest conflict of a formula that is known to be impossible.
pub(crate) fn conflict(campaign: &Campaign, space: &Space, formula: &Term, shown: &[usize]) -> Conflict {
    explained(campaign, space, formula, shown, &mut ALL.clone()).conflict
}

/// Does the same for one of several formulas, which share these steps.
pub(crate) fn explained(
    campaign: &Campaign,
    space: &Space,
    formula: &Term,
    shown: &[usize],
    steps: &mut u64,
) -> Explained {
    let allowed = (*steps).min(ALL);
    let mut finder = Finder {
        space,
        formula,
        shown,
        kept: vec![false; space.conditions.len()],
        left: allowed,
    };
    let mut numbers = finder.smallest();
    numbers.sort_unstable();
    *steps -= allowed - finder.left;
    let is_smallest = finder.left > 0;
    let (because, is_known) = finder.because(&numbers);
    let places = numbers
        .iter()
        .map(|number| space.conditions[*number].pointer(campaign))
        .collect();
    Explained {
        conflict: Conflict { places, because },
        is_sure: is_smallest && is_known,
    }
}

/// Returns the conditions that leave the question undetermined.
pub(super) fn doubt(campaign: &Campaign, space: &Space, why: DoubtReason) -> Doubt {
    let doubtful = |variable: usize| {
        let own = space.variables.get(variable).and_then(|variable| variable.own.as_ref());
        own.is_some_and(Cells::are_doubtful)
    };
    let conditions = space.conditions.iter().filter(|condition| doubtful(condition.variable));
    let places = conditions.map(|condition| condition.pointer(campaign)).collect();
    Doubt {
        places: if why == DoubtReason::Texts { places } else { Vec::new() },
        why,
    }
}

struct Finder<'s> {
    space: &'s Space,
    formula: &'s Term,
    shown: &'s [usize],
    kept: Vec<bool>,
    left: u64,
}

impl Finder<'_> {
    /// Returns whether these conditions are proved unable to turn out as they would have to. Also false when that remains undetermined.
    fn conflicts(&mut self, numbers: &[usize], relations: Relations) -> bool {
        matches!(self.ask(numbers, relations), Solution::Impossible)
    }

    /// Asks whether these conditions can turn out as they would have to, regardless of the others.
    fn ask(&mut self, numbers: &[usize], relations: Relations) -> Solution {
        if self.left == 0 {
            return Solution::Unknown(DoubtReason::Alternatives);
        }
        numbers.iter().for_each(|number| self.kept[*number] = true);
        let kept = |number: usize| self.kept[number];
        let (solution, steps) = self
            .space
            .solve_partly(self.formula, self.shown, relations, &kept, EACH);
        numbers.iter().for_each(|number| self.kept[*number] = false);
        // Each question walks the formula and joins the sets of the conditions.
        let sets: usize = numbers.iter().map(|number| self.space.conditions[*number].size()).sum();
        let preparing = self.kept.len() + sets / 4;
        self.left = self.left.saturating_sub(steps + preparing as u64);
        solution
    }

    fn smallest(&mut self) -> Vec<usize> {
        let all = self.formula.conditions();
        let mut best = self.shrunk(all.clone());
        if best.len() > 1 {
            let other = self.shrunk(all.iter().rev().copied().collect());
            if other.len() < best.len() {
                best = other;
            }
        }
        for together in 1..best.len().min(MOST_TOGETHER + 1) {
            if let Some(found) = self.together(&all, together) {
                return found;
            }
        }
        best
    }

    /// Leaves out conditions, in large steps and then in ever smaller ones, as long as the others conflict without them.
    fn shrunk(&mut self, mut numbers: Vec<usize>) -> Vec<usize> {
        let mut bite = numbers.len().div_ceil(2).max(1);
        loop {
            let mut at = 0;
            while at < numbers.len() {
                let end = (at + bite).min(numbers.len());
                let others: Vec<usize> = numbers[..at].iter().chain(&numbers[end..]).copied().collect();
                if self.conflicts(&others, Relations::ALL) {
                    numbers = others;
                } else {
                    at = end;
                }
            }
            if bite == 1 {
                return numbers;
            }
            bite = bite.div_ceil(2);
        }
    }

    /// Returns the first `count` conditions that conflict with each other.
    fn together(&mut self, all: &[usize], count: usize) -> Option<Vec<usize>> {
        let mut chosen: Vec<usize> = (0..count).collect();
        while self.left > 0 && chosen.last().is_some_and(|last| *last < all.len()) {
            let numbers: Vec<usize> = chosen.iter().map(|index| all[*index]).collect();
            if self.conflicts(&numbers, Relations::ALL) {
                return Some(numbers);
            }
            next(&mut chosen, all.len())?;
        }
        None
    }

    /// Returns the relations without which the conditions are known not to conflict, and whether that is known for each.
    fn because(&mut self, numbers: &[usize]) -> (Vec<Relation>, bool) {
        // Few conditions are asked about here, so steps for them are always reserved.
        self.left = self.left.max(ALL / 4);
        let mut relations = Relations::ALL;
        let mut because = Vec::new();
        let mut is_known = true;
        for relation in Relation::all() {
            match self.ask(numbers, relations.without(relation)) {
                Solution::Impossible => relations = relations.without(relation),
                Solution::Possible(_) | Solution::Unknown(DoubtReason::Texts) => because.push(relation),
                Solution::Unknown(DoubtReason::Alternatives) => is_known = false,
            }
        }
        because.sort_unstable();
        (because, is_known)
    }
}

/// Moves to the next choice of the same size, in order; `None` after the last.
fn next(chosen: &mut [usize], of: usize) -> Option<()> {
    let count = chosen.len();
    let at = (0..count).rev().find(|at| chosen[*at] + count - at < of)?;
    chosen[at] += 1;
    for later in at + 1..count {
        chosen[later] = chosen[later - 1] + 1;
    }
    Some(())
}
