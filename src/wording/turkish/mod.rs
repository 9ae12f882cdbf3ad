//! The grammar of Turkish: what its texts alone cannot express. Suffixes are only on the language's own words, never on a value.

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

/// Turkish.
pub(super) struct Turkish;

impl Grammar for Turkish {
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

    fn ordinal_ending(&self, _: u64) -> &'static str {
        "."
    }

    fn day_comes_first(&self) -> bool {
        true
    }

    // Turkish has a dotted i in both cases, and a dotless one.
    fn upper(&self, letter: char) -> String {
        match letter {
            'i' => "İ".to_owned(),
            other => other.to_uppercase().to_string(),
        }
    }

    fn lower(&self, text: &str) -> String {
        text.replace('I', "ı").replace('İ', "i").to_lowercase()
    }
}
