//! The window: library at the left, editor in the middle, pop-up and visitor at the right.
//!
//! Nothing here decides what a campaign means, how a pop-up looks, or what stops a launch: it shows what the other modules say and sends
//! them what the user wants.
//!
//! # How it hangs together
//!
//! - Panels get what they show to read, and an [`action::Outbox`] to ask for what they want; they change nothing but their own looks.
//! - The editor alone changes the campaign, and names each change for undo; [`session::Session`] holds it and counts its revisions. A
//!   session outlives being shown: its history, and whatever could not be saved, stay with it.
//! - What the engine, the checks and the sentences say of a revision is kept in one [`analysis::Analysis`].
//! - What takes longer is an [`inquiry`], asked beside the window; its answer belongs to one revision.
//! - Publishing goes through the outbox on the disk; what [`publishing::Publishing`] shows of it is read back from there.
//! - [`journey`] plays a visitor's steps on a time axis; while it is shown, the preview shows its instant.
//! - Nothing in a frame waits for a disk: what changes files is a job of one ordered worker, what reads or computes runs in a pool
//!   ([`tasks::Tasks`]); results come back as typed events, and late ones are dropped by revision. [`file_work`] is what the worker does.

#![deny(clippy::disallowed_methods)]

pub mod action;
pub mod analysis;
pub mod app;
pub mod checks_page;
pub mod chooser;
pub mod clock;
pub mod commands;
pub mod dialogs;
pub mod editor;
pub mod editor_step;
pub mod expecting;
pub mod export;
pub mod file_manager;
pub mod file_work;
pub mod header;
pub mod inquiry;
pub mod journey;
pub mod library_panel;
pub mod pictures;
pub mod preview_panel;
pub mod publishing;
pub mod session;
pub mod settings;
pub mod shelf;
pub mod simulator;
pub mod soft;
pub mod start;
pub mod survey;
pub mod tasks;
pub mod theme;
pub mod trouble;
pub mod widgets;

pub use start::{Options, StartError, WindowPicture, launched_before, picture_of_window, run, window_shots};
