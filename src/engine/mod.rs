//! Decisions: matching (one visitor, one rule), explanation, and delivery over time. `tests/specification` defines what each means.
//!
//! Pure functions of their arguments, without clock, randomness, input or output: instants and visitors are passed in.
//!
//! # How it decides
//!
//! Where the specification is silent, these are the decisions. Each has conformance cases in `tests/conformance`, which a second implementation runs
//! unchanged; `tests/conformance/README.md` repeats the meanings independently of Rust.
//!
//! - **Case**: [`fold`] is the Unicode lower case of JavaScript's `toLowerCase()`, with `ς` written as `σ` and without the dot that a lower-cased `İ`
//!   keeps (U+0307 after `i`), so that `İSTANBUL` and `istanbul` are equal. `ı` and `i` stay different letters.
//! - **Blanks** at the ends of values, pages, versions and language tags are those of JavaScript's `trim()`, and those without width (U+200B, U+200C,
//!   U+200D, U+2060, U+FEFF).
//! - **Addresses** are in WHATWG form, folded, without a fragment unless that is a route. A route begins with `#/` or `#!`, may have a query of its
//!   own after its first `?`, and ends at a further `#`; one that consists only of `/` and `!` leads nowhere and is left out of `equals`. A value
//!   *has a scheme* when `://` stands before any `/`, `?` or `#`; other values are compared with the part after the page's `://`. An empty query
//!   counts as none. A trailing slash of path and route is dropped on both sides, at most one each. In `contains`, `starts_with` and `matches` the
//!   value is plain text in which blanks and letters beyond ASCII are percent-encoded as the parser would, and whose host, when it follows a scheme
//!   (or stands at the start of `starts_with` and `matches`), is written in Punycode. `matches` compares the whole form, including the query. A page
//!   that no parser accepts is compared as plain text.
//! - **A page**, for `page_views`, is what `equals` without a query distinguishes.
//! - **Languages** compare tag by tag without regard to case; `_` reads as `-`.
//! - **Versions**: parts that the visitor's version lacks are 0; in a part such as `0b2` the leading digits count. Parts are numbers as in
//!   JavaScript. An unknown version satisfies only `not_equals`.
//! - **Attributes**: texts, numbers and yes/no are attributes; null, lists and objects count as missing; an empty text is set. A text is number-like
//!   when it is up to 15 digits with an optional minus and an optional fraction of up to 15 digits. Two number-like sides compare as numbers;
//!   everything else compares as folded text, a number as JavaScript prints it, yes/no as `true` and `false`. Greater and less need numbers on both
//!   sides.
//! - **Dates** are calendar dates in the campaign's zone, or in UTC when it names no existing zone.
//! - **Ignored** are muted nodes, unfinished conditions ([`finished`]) and groups without anything effective. An audience or activity without
//!   anything effective is absent from the rule; without both, the rule holds for everybody.
//!
//! [`delivery`] lists the decisions about delivery.

// A new field kind, comparison or question must be considered wherever one is chosen from.
#![cfg_attr(not(test), warn(clippy::wildcard_enum_match_arm))]

mod address;
mod asked;
mod attribute;
mod compiled;
pub mod delivery;
mod explain;
mod finished;
mod languages;
mod page_view;
mod plan;
mod reasons;
mod rests;
mod rule;
mod site_rules;
mod timetable;
mod version;
mod wanted;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::{generated_campaign, generated_timetable, generated_visitor};

pub use crate::campaign::fold;
pub(crate) use crate::campaign::trim;
pub use address::page_identity;
pub use asked::{asked_language, asked_page, named_page, page_of};
pub use attribute::number_like;
pub use delivery::{Delivery, Effect, EffectKind, QUIET, Rank, Standing, StandingState, simulate, simulate_on};
pub use explain::{
    Blocks, Comparison, Detail, Explained, ExplainedActivity, Explanation, Ignored, NodeLocation, Outcome, explain,
    explain_on,
};
pub use finished::{Unfinished, finished};
pub use languages::{Spoken, spoken};
pub use page_view::{PageView, Prepared, Stats, has_touch};
pub use reasons::{Need, Reason};
pub use rests::Resting;
pub use rule::Rule;
pub use site_rules::SiteRules;
pub use timetable::{Shut, Timetable};

/// The parts of a rule, for reasoning about rules: callers ask these very parts, so that they cannot differ from the engine.
pub(crate) mod parts {
    pub(crate) use super::address::{Address, without_anchor};
    pub(crate) use super::attribute::Attribute;
    pub(crate) use super::compiled::{CompiledCondition, ConditionTest, Key, is_date_shaped};
    pub(crate) use super::delivery::{Micros, micros, seconds};
    pub(crate) use super::page_view::{Day, date_of, day_of};
    pub(crate) use super::plan::{Plan, Spot, Whole, plan, plan_activity, plan_audience};
    pub(crate) use super::rests::{resting, takes_part};
    pub(crate) use super::version::{Version, covers};
    pub(crate) use super::wanted::{Shape, Wanted};
    pub(crate) use crate::campaign::language_tag;
}
