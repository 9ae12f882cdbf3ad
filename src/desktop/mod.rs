//! The window: library at the left, editor in the middle, pop-up and visitor at the right.
//!
//! Nothing here decides what a campaign means, how a pop-up looks, or what stops a launch: it shows the results of the other modules and
//! sends them the user's requests.
//!
//! # How it hangs together
//!
//! - [`crate::studio`] holds the window's state; panels draw it.
//! - Panels get read-only access to what they show, and a list of [`crate::studio::action`]s for their requests; they change only their own
//!   appearance.
//! - Only the editor changes the campaign, and it names each change for undo.
//! - Nothing in a frame waits for a disk: `app` makes it a job of [`crate::studio::tasks`] and takes its event.

#![deny(clippy::disallowed_methods)]

mod app;
mod audience_page;
mod calendar_page;
mod checks_page;
mod commands;
mod detail_editor;
mod detail_menu;
mod dialogs;
mod editor;
mod file_manager;
mod gallery;
mod header;
mod journey;
mod library_panel;
mod native_chooser;
mod page_head;
mod pictures;
mod preview_panel;
mod sheet_page;
mod simulator;
mod site_page;
mod soft;
mod start;
mod theme;
mod widgets;

pub use start::{Options, StartError, WindowPicture, launched_before, picture_of_window, run, window_shots};

/// What the window's tests and benchmarks use; not for other callers.
#[doc(hidden)]
pub mod testing {
    pub use super::app::{App, DiagnosticsSetup, DrawnBy, FolderState, Page, Setup, Work};
    pub use super::soft::{Picture, SoftRenderer};
    pub use super::theme::{Icon, Type, install, palette, space};
    pub use super::widgets::{
        Button, Card, Choice, DropZone, Field, MenuItem, NumberField, Select, StepsForm, badge, chip, icon_button,
        mark, notice, segmented, steps, toggle,
    };
}
