//! Wanted counts, in English.

use crate::wording::counts::Count;
use crate::wording::{Language, number};

impl Count {
    /// Returns `more than`, `exactly` and the like, with the number; `None` when none are wanted.
    fn english(self) -> Option<(&'static str, u64)> {
        Some(match self {
            Count::Zero => return None,
            Count::Exactly(n) => ("exactly", n),
            Count::Not(n) => ("any number but", n),
            Count::MoreThan(n) => ("more than", n),
            Count::FewerThan(n) => ("fewer than", n),
            Count::AtLeast(n) => ("at least", n),
            Count::AtMost(n) => ("at most", n),
        })
    }

    /// Writes `more than 5`.
    pub(super) fn bare(self) -> String {
        self.english()
            .map_or_else(|| "none".to_owned(), |(words, n)| format!("{words} {}", digits(n)))
    }

    /// Writes `more than 5 times`, `exactly once`, `never`.
    pub(super) fn times(self) -> String {
        match self.english() {
            None => "never".to_owned(),
            Some((_, n)) if self == Count::Not(n) => format!("any number of times but {}", digits(n)),
            Some((words, 1)) => format!("{words} once"),
            Some((words, 2)) if self != Count::FewerThan(2) => format!("{words} twice"),
            Some((words, n)) => format!("{words} {} times", digits(n)),
        }
    }

    /// Writes `more than 5 pages`, `no pages`.
    pub(super) fn things(self, one: &str, many: &str) -> String {
        match self.english() {
            None => format!("no {many}"),
            Some((_, n)) if self == Count::Not(n) => format!("any number of {many} but {}", digits(n)),
            Some((words, n)) => format!("{words} {} {}", digits(n), if n == 1 { one } else { many }),
        }
    }
}

fn digits(n: u64) -> String {
    number::count(n, Language::ENGLISH)
}
