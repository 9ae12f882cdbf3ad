//! Words: sentences for rules, findings and verdicts, and the texts of the app, in each language.
//!
//! It must never look at a clock, a file or the network, nor decide anything. Sentences are built here rather than in the text files,
//! since they bend with what they say; short texts of the app stand in `assets/text`.

// A new field kind, comparison or finding must be considered wherever one is chosen from.
#![cfg_attr(not(test), warn(clippy::wildcard_enum_match_arm))]

mod answer;
mod counts;
mod difference;
mod fields;
mod finding;
mod label;
mod live;
mod number;
mod performance;
mod rule;
mod sentence;
mod standing;
mod summary;
pub mod text;
mod typed_date;
mod verdict;

pub use answer::{Statement, contradiction, find_answer, nearest, overlap, shadowed, way};
pub use difference::{Sides, change, sides};
pub use finding::{Phrase, finding};
pub use label::{choice_label, field_help, field_label, joiner_label, operator_label, value_label};
pub use live::{LiveState, live};
pub use number::decimal;
pub use performance::{count, day, instant, performance, share};
pub use sentence::{Sentence, Span, capitalised};
pub use standing::{Instant, standing};
pub use summary::{summary, timing};
pub use text::Language;
pub use typed_date::typed_date;
pub use verdict::{Verdict, node, reasons, verdict};
