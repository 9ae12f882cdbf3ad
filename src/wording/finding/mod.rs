//! Findings in words: what is the matter, and what to do about it.

// A problem without words of its own is found by a test, which words every one.
#![allow(clippy::wildcard_enum_match_arm)]

mod english;
mod expectation;
mod turkish;

#[cfg(test)]
mod tests;

use super::Language;
use crate::insight::{Finding, Problem};

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// A finding in words.
pub fn finding(finding: &Finding, language: Language) -> Phrase {
    let (message, fix) = match (&finding.problem, language) {
        (Problem::ExpectationFails { name, surprise, waived }, language) => {
            expectation::fails(name, surprise, *waived, language)
        }
        (Problem::ExpectationUnreadable { name, lack, waived }, language) => {
            expectation::unreadable(name, lack, *waived, language)
        }
        (problem, Language::English) => english::phrase(problem),
        (problem, Language::Turkish) => turkish::phrase(problem),
    };
    Phrase { message, fix }
}

/// The name of an invisible character, such as `U+202E`.
fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
