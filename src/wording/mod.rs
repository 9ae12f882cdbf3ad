//! Words: sentences for rules, findings and verdicts, and the texts of the app, in each language.
//!
//! It must never look at a clock, a file or the network, nor decide anything. The texts are in `assets/text`, one file per language; sentences that
//! inflect with their content are built by the language's grammar (`english`, `turkish`). No other code knows which languages exist.

// A new field kind, comparison or finding must be considered wherever one is chosen from.
#![cfg_attr(not(test), warn(clippy::wildcard_enum_match_arm))]

mod address;
mod answer;
mod calendar;
mod counts;
mod difference;
mod english;
mod fields;
mod finding;
mod grammar;
mod label;
mod language;
mod live;
mod look;
mod names;
mod number;
mod performance;
mod reader;
mod rest;
mod row;
mod rule;
mod sentence;
mod standing;
mod summary;
pub mod text;
mod timetable;
mod turkish;
mod typed_date;
mod verdict;

pub use address::address_use;
pub use answer::{Statement, contradiction, find_answer, nearest, overlap, shadowed, way};
pub use calendar::{clash, gap, open_times};
pub use difference::{Sides, change, sides, site_sides};
pub use finding::{Phrase, finding, finding_in};
pub use label::{
    choice_label, choice_words, field_also, field_help, field_help_on, field_label, field_words, joiner_label,
    language_label, operator_label, schema_label,
};
pub use language::Language;
pub use live::{LiveState, live};
pub use look::{contrast, look_label, look_value, look_word};
pub use number::{decimal, element};
pub use performance::{count, day, instant, percent, performance, reply_counts, share};
pub use reader::{Reader, ReaderZone};
pub use rest::rest;
pub use row::{RowWords, row};
pub use sentence::{Sentence, Span, capitalised, lower_case};
pub use standing::{Instant, standing};
pub use summary::{audience, summary, timing};
pub use timetable::{clock, days_in_words, weekday};
pub use typed_date::typed_date;
pub use verdict::{PlacedReason, Verdict, node, placed_reasons, reasons, spoken, used_up, verdict};
