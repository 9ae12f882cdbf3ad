//! Beckon: design the pop-ups that invite a website's visitor into a conversation, and know who will see them.
//!
//! # Asking the engine from a program of your own
//!
//! ```
//! use beckon::{campaign, engine, visitor::Visitor, wording};
//!
//! let file = br#"{ "format": "beckon.campaign", "version": 1, "audience": { "all": [
//!     { "field": "page_views", "operator": "greater_than", "value": 5 } ] } }"#;
//! let campaign = campaign::from_json(file)?;
//! let visitor = Visitor::from_json(r#"{ "page_views": 3, "visits": 8 }"#)?;
//! let explanation = engine::explain(&campaign, &visitor, "2026-11-22T10:00:00Z".parse()?);
//!
//! assert!(!explanation.shown);
//! let reasons = wording::reasons(&campaign, &explanation, wording::Language::ENGLISH);
//! assert_eq!(reasons, ["This is their 3rd view of the page, more than 5 needed."]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The core needs no window: `beckon = { path = "…", default-features = false }`. Further examples: [`campaign::from_json`],
//! [`engine::Rule`], [`engine::simulate`], [`insight::find_visitor`], [`wording::summary`], [`popup::html`], [`publish::site`],
//! [`reach::clause`].
//!
//! # The map
//!
//! | module | what it is for | may know |
//! | --- | --- | --- |
//! | [`campaign`] | the document: audience tree, field catalogue, content, schedule, file format, JSON Schema | nobody |
//! | [`visitor`] | a visitor's state as the widget knows it, journeys, and presets of both | `campaign` |
//! | [`engine`] | decides: matching, delivery over time, explanation | `campaign`, `visitor` |
//! | [`insight`] | findings about campaigns: what stops a launch, what is impossible | those and `engine` |
//! | [`wording`] | sentences for rules, findings and verdicts, in each language | those and `insight` |
//! | [`reach`] | logs of visitors: reads them, writes an audience as SQL, counts who qualifies | `campaign`, `visitor`, `engine`, `wording` |
//! | [`notation`] | audiences in the notations of other programs, both ways | `campaign`, `engine`; its tests `visitor` |
//! | [`popup`] | campaign and brand to HTML to pixels, and the frames it is shown in | `campaign` |
//! | [`library`] | the folder of drafts: atomic saves, recovery, undo histories, versions, the bin, a watch for other programs, pictures | `campaign`, `popup` (picture limits) |
//! | [`publish`] | what leaves the library: bundles, snippets, a static site; connections, outbox, ledger and the courier that serves them | `campaign`, `library`, `popup` |
//! | [`backend`] | the service that campaigns are launched to: routes, SQLite store, what the widget fetches | `campaign`, `visitor`, `engine`, `insight`, `wording`, `popup`, `library` |
//! | [`diagnostics`] | the log, reports of crashes, and what is sent along with a question | `campaign`, `library`, `publish` |
//! | [`cli`] | one file a command | all but `desktop` |
//! | [`studio`] | what the window is, without how it is drawn: sessions, the list, publishing, the simulated visitor, background work | all but `cli`, `desktop` |
//! | `desktop` | the window (feature `desktop`): draws what `studio` says | all but `cli` |
//!
//! `clock` reads the present instant and makes identities. `redact` decides what the log may show of names, identities and addresses. [`help`] is the
//! table of the documents under `assets/docs`. For tests, `growth` checks that work grows in proportion to its input, and `fuzzing` checks the laws
//! of everything that is read from outside.
//!
//! # What must never happen
//!
//! - A clock, randomness, a file or the network inside `campaign`, `visitor`, `engine`, `insight`, `wording`: time and randomness are arguments.
//! - The computer's clock read anywhere but in [`clock`] (`clippy.toml` enforces it).
//! - egui outside `desktop`; `cli` and `desktop` using each other.
//! - A panic that a user, a file or the network can cause.
//! - A second description of a pop-up's look: `assets/widget` holds its HTML and CSS, for both the browser and the preview.
//!
//! `tests/modules.rs` reads the imports and checks this table.

pub mod backend;
pub mod campaign;
pub mod cli;
pub mod clock;
#[cfg(feature = "desktop")]
pub mod desktop;
pub mod diagnostics;
pub mod engine;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
#[cfg(test)]
mod growth;
pub mod help;
pub mod insight;
pub mod library;
pub mod notation;
pub mod popup;
pub mod publish;
pub mod reach;
mod redact;
pub mod studio;
pub mod visitor;
pub mod wording;
