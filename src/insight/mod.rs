//! Findings about campaigns: what stops a launch, and what its maker should look at twice.
//!
//! Never asks the clock, the disk or the network: facts about the outside world come in through [`Context`]. Never phrases anything:
//! a [`Finding`] carries a code with its parameters, and `wording` makes sentences of it.

// A new field kind, comparison or question must be considered wherever one is chosen from.
#![cfg_attr(not(test), warn(clippy::wildcard_enum_match_arm))]

mod answer;
mod argument;
mod calendar;
mod check;
mod difference;
mod examine;
mod expectation;
mod finding;
mod overlap;
mod replacement;
mod solver;
mod window;

pub use answer::{
    Alteration, Altered, Conflict, Doubt, DoubtReason, FindAnswer, NearestAnswer, NearestChange, Overlap,
    OverlapAnswer, Overlaps, RankReason, Relation, Shadowed, Sighting,
};
pub use argument::Argument;
pub use calendar::{Calendar, Clash, DaySpan, OpenDays, calendar};
pub use check::{Context, Picture, PictureFacts, SiteContext, UncheckedPictures, check, check_audience, check_site};
pub use difference::{Change, ChangeKind, ChangedPart, difference, visible_difference};
pub use examine::{check_and_examine, examine};
pub use expectation::{ExpectationResult, Lack, Surprise, TestOutcome, expectations, visitor_of};
pub use finding::{CODES, Finding, Problem, Severity, stops_launch};

pub use crate::campaign::TextPart;
pub use overlap::{Starved, competes, let_through, overlap, overlaps, overlaps_among, starved};
pub use replacement::{Replacement, replacement};
pub(crate) use solver::{HOURS_POINTER, RUN_POINTER};
pub use solver::{find_visitor, find_visitor_on, nearest_change, nearest_change_on, on_a_known_page};
pub use window::{Window, window};

#[cfg(test)]
pub(crate) use check::tests::every_finding;
