//! The window: library at the left, editor in the middle, pop-up and visitor at the right.
//!
//! Nothing here decides what a campaign means, how a pop-up looks, or what stops a launch: it shows what the other modules say and sends
//! them what the user wants.
//!
//! # How it hangs together
//!
//! - [`crate::studio`] holds what the window is; panels draw it.
//! - Panels get what they show to read, and a list of [`crate::studio::action`]s to ask for what they want; they change nothing but their own
//!   looks.
//! - The editor alone changes the campaign, and names each change for undo.
//! - Nothing in a frame waits for a disk: `app` makes it a job of [`crate::studio::tasks`] and takes its event.

#![deny(clippy::disallowed_methods)]

pub mod app;
pub mod checks_page;
pub mod commands;
pub mod dialogs;
pub mod editor;
pub mod file_manager;
pub mod header;
pub mod journey;
pub mod library_panel;
mod native_chooser;
pub mod pictures;
pub mod preview_panel;
pub mod simulator;
pub mod soft;
pub mod start;
pub mod theme;
pub mod widgets;

pub use start::{Options, StartError, WindowPicture, launched_before, picture_of_window, run, window_shots};
