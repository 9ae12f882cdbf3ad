//! Findings in words: what is the matter, and what to do about it.

mod english;
mod turkish;

#[cfg(test)]
mod tests;

use super::Language;
use crate::insight::Finding;

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
    let (message, fix) = match language {
        Language::English => english::phrase(&finding.problem),
        Language::Turkish => turkish::phrase(&finding.problem),
    };
    Phrase { message, fix }
}

/// The name of an invisible character, such as `U+202E`.
fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
