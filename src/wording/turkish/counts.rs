//! Wanted counts, in Turkish: the unit carries the suffix, never the number.

use crate::wording::counts::Count;
use crate::wording::{Language, number};

impl Count {
    /// Writes `5 kereden fazla`, `tam 5 kere`, `hiç`.
    pub(super) fn turkish(self, unit: &str, than_unit: &str) -> String {
        let (words, n, than) = match self {
            Count::Zero => return "hiç".to_owned(),
            Count::Exactly(n) | Count::Not(n) => ("tam", n, false),
            Count::MoreThan(n) => ("fazla", n, true),
            Count::FewerThan(n) => ("az", n, true),
            Count::AtLeast(n) => ("en az", n, false),
            Count::AtMost(n) => ("en fazla", n, false),
        };
        let digits = number::count(n, Language::TURKISH);
        match than {
            true => format!("{digits} {than_unit} {words}"),
            false => format!("{words} {digits} {unit}"),
        }
    }

    /// Returns whether a negative verb expresses it.
    pub(super) fn turkish_negates(self) -> bool {
        matches!(self, Count::Zero | Count::Not(_))
    }
}
