//! Counters: ranges of whole numbers. Two counters that are bound to each other are cut at the same places, so that a range of one lies before,
//! after, or at the same place as a range of the other.

use serde_json::Value;

use super::{Asked, Cells, Collector};
use crate::campaign::Field;
use crate::engine::parts::ConditionTest;
use crate::insight::solver::cost::{distance, weight};

/// Ranges that follow each other from 0 to the greatest number.
#[derive(Debug, Clone)]
pub(in crate::insight::solver) struct Ranges {
    starts: Vec<u64>,
}

impl Ranges {
    /// Creates ranges that begin at 0, at these points, and where these conditions begin and cease to hold.
    pub fn new<'c>(points: &[u64], asks: impl Iterator<Item = &'c ConditionTest>) -> Ranges {
        let mut starts = vec![0];
        starts.extend(points);
        for ask in asks {
            if let ConditionTest::Count(_, from, to) | ConditionTest::CountOf(_, from, to) = ask
                && from <= to
            {
                starts.push(*from);
                starts.extend(to.checked_add(1));
            }
        }
        starts.sort_unstable();
        starts.dedup();
        Ranges { starts }
    }

    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns the range of a number.
    #[inline]
    pub fn cell(&self, of: u64) -> usize {
        self.starts.partition_point(|start| *start <= of).saturating_sub(1)
    }

    /// Returns the first and the last number of a range.
    #[inline]
    pub fn bounds(&self, cell: usize) -> (u64, u64) {
        let last = self.starts.get(cell + 1).map_or(u64::MAX, |next| next - 1);
        (self.starts[cell], last)
    }

    /// Returns the number of a range that is nearest to another number.
    #[inline]
    pub fn nearest(&self, cell: usize, to: u64) -> u64 {
        let (first, last) = self.bounds(cell);
        to.clamp(first, last)
    }

    /// Returns the ranges in which a condition holds.
    pub fn holding(&self, ask: &ConditionTest) -> Vec<usize> {
        let (ConditionTest::Count(_, from, to) | ConditionTest::CountOf(_, from, to)) = ask else {
            return Vec::new();
        };
        let inside = |cell: &usize| (*from..=*to).contains(&self.starts[*cell]);
        (0..self.count()).filter(inside).collect()
    }
}

/// Returns whether a condition holds for a count.
fn is_within(ask: &ConditionTest, count: u64) -> bool {
    matches!(ask, ConditionTest::Count(_, from, to) | ConditionTest::CountOf(_, from, to) if (*from..=*to).contains(&count))
}

/// Cuts a counter that is not bound to another.
pub(in crate::insight::solver) fn counter(field: Field, base: u64, asked: &[Asked<'_>]) -> Cells {
    let ranges = Ranges::new(&[], asked.iter().map(|asked| asked.ask));
    let mut cells = Collector::new(asked.len());
    for cell in 0..ranges.count() {
        let count = ranges.nearest(cell, base);
        let weight = if count == base {
            0
        } else {
            weight(field) + distance(base, count)
        };
        cells.take(Value::from(count), weight, |index| is_within(asked[index].ask, count));
    }
    cells.finish(&[])
}
