//! How many are wanted, in words.

use super::rule::Ask;
use super::{Language, number};
use crate::campaign::Operator;

/// How many are wanted.
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
    /// The wanted count; the opposite comparison of whole numbers is one again.
    pub(super) fn of(ask: &Ask<'_>) -> Count {
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

    /// `more than`, `exactly` and their like, with the number; `None` when none are wanted.
    fn parts(self) -> Option<(&'static str, &'static str, u64)> {
        Some(match self {
            Count::Zero => return None,
            Count::Exactly(n) => ("exactly", "tam", n),
            Count::Not(n) => ("any number but", "tam", n),
            Count::MoreThan(n) => ("more than", "fazla", n),
            Count::FewerThan(n) => ("fewer than", "az", n),
            Count::AtLeast(n) => ("at least", "en az", n),
            Count::AtMost(n) => ("at most", "en fazla", n),
        })
    }

    /// `more than 5`.
    pub(super) fn bare(self) -> String {
        self.parts()
            .map_or_else(|| "none".to_owned(), |(words, _, n)| format!("{words} {}", english(n)))
    }

    /// `more than 5 times`, `exactly once`, `never`.
    pub(super) fn times(self) -> String {
        match self.parts() {
            None => "never".to_owned(),
            Some((_, _, n)) if self == Count::Not(n) => format!("any number of times but {}", english(n)),
            Some((words, _, 1)) => format!("{words} once"),
            Some((words, _, 2)) if self != Count::FewerThan(2) => format!("{words} twice"),
            Some((words, _, n)) => format!("{words} {} times", english(n)),
        }
    }

    /// `more than 5 pages`, `no pages`.
    pub(super) fn things(self, one: &str, many: &str) -> String {
        match self.parts() {
            None => format!("no {many}"),
            Some((_, _, n)) if self == Count::Not(n) => format!("any number of {many} but {}", english(n)),
            Some((words, _, n)) => format!("{words} {} {}", english(n), if n == 1 { one } else { many }),
        }
    }

    /// `5 kereden fazla`, `tam 5 kere`, `hiç`: the unit carries the suffix, never the number.
    pub(super) fn turkish(self, unit: &str, than_unit: &str) -> String {
        match self.parts() {
            None => "hiç".to_owned(),
            Some((_, words @ ("fazla" | "az"), n)) => format!("{} {than_unit} {words}", turkish(n)),
            Some((_, words, n)) => format!("{words} {} {unit}", turkish(n)),
        }
    }

    /// Whether the visitor has too many rather than too few.
    pub(super) fn limits(self) -> bool {
        matches!(self, Count::Zero | Count::FewerThan(_) | Count::AtMost(_))
    }

    /// Whether Turkish says it with a negative verb.
    pub(super) fn turkish_negates(self) -> bool {
        matches!(self, Count::Zero | Count::Not(_))
    }
}

fn english(n: u64) -> String {
    number::count(n, Language::English)
}

fn turkish(n: u64) -> String {
    number::count(n, Language::Turkish)
}
