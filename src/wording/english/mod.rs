//! The grammar of English: what its texts alone cannot express.

mod answer;
mod counts;
mod fields;
mod summary;
mod verdict;

use serde_json::Value;

use super::Sentence;
use super::grammar::Grammar;
use super::rule::{Rule, WordedCondition};
use super::verdict::{Checked, Said, Wants};
use crate::campaign::{Campaign, Field};
use crate::insight::{Alteration, NearestChange};

/// English.
pub(super) struct English;

impl Grammar for English {
    fn summary(&self, audience: Option<&Rule<'_>>, activity: &[WordedCondition<'_>], either: bool) -> Sentence {
        summary::summary(audience, activity, either)
    }

    fn visitors(&self, rule: &Rule<'_>) -> Sentence {
        summary::visitors(rule)
    }

    fn said(&self, checked: &Checked<'_>, wants: &Wants<'_>) -> Said {
        verdict::said(checked, wants)
    }

    fn found(&self, ask: &WordedCondition<'_>, found: Option<&Value>) -> String {
        verdict::found(ask, found)
    }

    fn change(&self, campaign: &Campaign, way: &NearestChange, alteration: &Alteration) -> String {
        answer::change(campaign, way, alteration)
    }

    fn within_views(&self, field: Field) -> String {
        answer::within_views(field)
    }

    fn ordinal_ending(&self, place: u64) -> &'static str {
        match (place % 10, place % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        }
    }

    // English readers disagree about which number is the month.
    fn day_comes_first(&self) -> bool {
        false
    }
}
