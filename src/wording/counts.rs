//! Wanted counts.

use super::rule::WordedCondition;
use crate::campaign::Operator;

/// A wanted count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    Zero,
    Exactly(u64),
    Not(u64),
    MoreThan(u64),
    FewerThan(u64),
    AtLeast(u64),
    AtMost(u64),
}

impl Count {
    /// Returns the wanted count; for whole numbers, the opposite comparison is also one.
    pub(super) fn of(ask: &WordedCondition<'_>) -> Count {
        let wanted = ask.value.as_u64().unwrap_or_else(|| ask.number() as u64);
        match (ask.operator, ask.yes, wanted) {
            (Operator::Equals, true, 0) | (Operator::AtMost, true, 0) | (Operator::LessThan, true, 1) => Count::Zero,
            (Operator::GreaterThan, false, 0) | (Operator::AtLeast, false, 1) => Count::Zero,
            (Operator::Equals, true, n) => Count::Exactly(n),
            (Operator::Equals, false, 0) | (Operator::GreaterThan, true, 0) => Count::AtLeast(1),
            (Operator::Equals, false, n) => Count::Not(n),
            (Operator::GreaterThan, true, n) | (Operator::AtMost, false, n) => Count::MoreThan(n),
            (Operator::LessThan, true, n) | (Operator::AtLeast, false, n) => Count::FewerThan(n),
            (Operator::AtLeast, true, n) | (Operator::LessThan, false, n) => Count::AtLeast(n),
            (_, _, n) => Count::AtMost(n),
        }
    }

    /// Returns whether the visitor has too many rather than too few.
    pub(super) fn limits(self) -> bool {
        matches!(self, Count::Zero | Count::FewerThan(_) | Count::AtMost(_))
    }
}
