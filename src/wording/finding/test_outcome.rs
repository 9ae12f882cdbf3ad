//! Outcomes of the makers' own tests, as values of sentences.

use super::Value;
use crate::insight::{Lack, Surprise};
use crate::wording::number::tidy;
use crate::wording::verdict::{clauses, few};
use crate::wording::{Language, Reader};

/// How many reasons are given; more would hide the first.
const MOST_REASONS: usize = 3;

/// Returns the outcome, and why.
pub(super) fn surprising(surprise: &Surprise, language: Language) -> [Value; 3] {
    let clauses = clauses(&surprise.explanation, surprise.zone, Reader::anywhere(language));
    let why = few(&clauses, MOST_REASONS, language);
    let shown = surprise.explanation.shown;
    let reason = match (why.is_empty(), shown) {
        (false, _) => "given",
        (true, true) => "none-needed",
        (true, false) => "unknown",
    };
    [
        ("shown", if shown { "yes" } else { "no" }.into()),
        ("reason", reason.into()),
        ("why", why.into()),
    ]
}

/// Returns what keeps a test from being run, and the key or text concerned.
pub(super) fn lacking(name: &'static str, lack: &Lack) -> [Value; 2] {
    let (variant, what) = match lack {
        Lack::NoVisitor => ("no-visitor", ""),
        Lack::NotAVisitor => ("not-a-visitor", ""),
        Lack::UnknownKey(key) => ("unknown-key", key.as_str()),
        Lack::WrongValue(key) => ("wrong-value", key.as_str()),
        Lack::NoInstant => ("no-instant", ""),
        Lack::Instant(text) => ("not-an-instant", text.as_str()),
        Lack::NoOutcome => ("no-outcome", ""),
    };
    [(name, variant.into()), ("what", tidy(what).into())]
}
