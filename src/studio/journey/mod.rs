//! A journey as data: the steps on a time axis, who takes them, their outcome, and the state of every campaign at an instant.
//!
//! The engine decides what is shown when, in a [`Run`].

pub mod axis;
mod cast;
mod desk;
mod edit;
pub mod files;
mod moment;
pub mod player;
mod preset;
mod run;
mod stage;
mod starts;
pub mod timeline;

use std::path::PathBuf;

pub use cast::{Member, Scope};
pub use desk::{Event, JourneyDesk, Play, Played, Present, Request, RunInput};
pub use moment::Moment;
pub use run::{Bar, Run};
pub use stage::{Screen, Shows};
pub use starts::{journey as journey_of, simulated as visitor_of};

use crate::{library::ContentHash, visitor::Journey};

/// The file that a journey was read from or written to last.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenFile {
    /// The file.
    pub path: PathBuf,
    /// Its content, as far as this window knows.
    pub hash: ContentHash,
    /// The journey that it holds.
    pub journey: Journey,
}
