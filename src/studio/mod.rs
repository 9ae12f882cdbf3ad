//! The window's state without its drawing: open campaigns and their histories, the list, what is simulated, published and asked, and
//! the work in the background.
//!
//! Nothing here uses egui, draws, or waits for a disk, a network or a solver: [`tasks`] does that work and returns results as events.

//! # How it hangs together
//!
//! - [`session::Session`] holds an open campaign and counts its revisions. It outlives its display: its history, and whatever could not be
//!   saved, stay with it.
//! - The results of the engine, the checks and the sentences for a revision are kept in one [`analysis::Analysis`].
//! - Each concern is a state machine: `on(event)` changes its state and returns requests, which the window carries out. [`opening`] says which
//!   campaign is open, [`filing`] what is done with files, [`batch`] what is changed in several campaigns at once, [`folder`] what other programs did, [`conflicts`] what the user has to choose,
//!   [`keeping`] what is saved when, [`closing`] whether the window may close, [`navigation`] where the user is, [`canvas`] which part of the
//!   message is chosen in the preview and in the editor, [`viewing`] the window that the preview is in, [`sheet`] which pictures the contact sheet
//!   has and what is found in them, [`shell`] which parts of the window are shown,
//!   [`publishing`], [`journey`] and [`inquiring`] the rest.
//! - What takes longer is an [`inquiry`]; its answer belongs to one revision.
//! - Publishing goes through the outbox on the disk; what [`publishing::Publishing`] shows of it is read back from there.
//! - What changes files is a job of one ordered worker, what reads or computes runs in a pool ([`tasks::Tasks`]). Late results are dropped by
//!   revision. [`file_work`] is what the worker does.

#![deny(clippy::disallowed_methods)]

pub mod action;
pub mod analysis;
pub mod arrival;
pub mod audience_work;
pub mod audiences;
pub mod batch;
pub mod calendar;
pub mod canvas;
pub mod choosing;
pub mod clock;
pub mod closing;
pub mod command;
pub mod conflicts;
pub mod cropping;
pub mod duration;
pub mod echo;
pub mod editor_step;
pub mod expecting;
pub mod export;
pub mod file_work;
pub mod filing;
pub mod finding_line;
pub mod folder;
pub mod gallery;
pub mod inquiring;
pub mod inquiry;
pub mod inspector;
pub mod journey;
pub mod keeping;
pub mod labelling;
pub mod labels;
pub mod landing;
pub mod navigation;
pub mod opening;
pub mod ordering;
pub mod outline;
pub mod path_kind;
pub mod pictures;
pub mod placeholders;
pub mod publishing;
pub mod queue;
pub mod replacing;
pub mod replies;
pub mod room;
pub mod selection;
pub mod session;
pub mod sessions;
pub mod settings;
pub mod sheet;
pub mod shelf;
pub mod shell;
pub mod simulated;
pub mod site;
pub mod speaking;
pub mod starting_point;
pub mod startup;
pub mod survey;
pub mod tasks;
#[cfg(test)]
mod testing;
pub mod to_do;
pub mod tone;
pub mod trouble;
pub mod undoing;
pub mod viewing;
