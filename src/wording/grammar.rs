//! What a language needs besides its texts: the sentences that inflect with their content, and how it writes numbers and letters.
//!
//! A new language implements this in one module, as `english` and `turkish` do.

use serde_json::Value;

use super::Sentence;
use super::rule::{Rule, WordedCondition};
use super::verdict::{Checked, Said, Wants};
use crate::campaign::{Campaign, Field};
use crate::insight::{Alteration, NearestChange};

/// How a language builds sentences.
pub(super) trait Grammar: Sync {
    /// Writes who sees a campaign and when on the page. With `either`, the audience or the activity is enough.
    fn summary(&self, audience: Option<&Rule<'_>>, activity: &[WordedCondition<'_>], either: bool) -> Sentence;

    /// Writes which visitors a rule describes: `on example.com who have opened this page more than 5 times`.
    fn visitors(&self, rule: &Rule<'_>) -> Sentence;

    /// Writes what a visitor has, and what is wanted: `this is their 4th view of the page, more than 5 needed`.
    fn said(&self, checked: &Checked<'_>, wants: &Wants<'_>) -> Said;

    /// Writes what a visitor has: `this is their 4th view of the page`.
    fn found(&self, ask: &WordedCondition<'_>, found: Option<&Value>) -> String;

    /// Writes what would have to be different: `if they used a phone`.
    fn change(&self, campaign: &Campaign, way: &NearestChange, alteration: &Alteration) -> String;

    /// States that nobody has done what a field counts more often than they were shown the campaign.
    fn within_views(&self, field: Field) -> String;

    /// Returns the ending of an ordinal: the `th` of `4th`.
    fn ordinal_ending(&self, place: u64) -> &'static str;

    /// Returns whether `1/12/2026` is certainly the first of December.
    fn day_comes_first(&self) -> bool;

    /// Returns a letter in upper case.
    fn upper(&self, letter: char) -> String {
        letter.to_uppercase().to_string()
    }

    /// Returns a text in lower case.
    fn lower(&self, text: &str) -> String {
        text.to_lowercase()
    }
}
