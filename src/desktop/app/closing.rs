//! Closing the window: everything pending is written first, and the user is informed if that takes long.

use std::time::Duration;

use egui::{Context, ViewportCommand};

use super::App;
use crate::{
    desktop::dialogs::{Dialog, QuitDialog, Unkept},
    studio::{
        journey, keeping,
        session::{NotSaved, Saving},
        trouble::InWords,
    },
};

/// How long the disk may take before the window says that it does not answer.
const PATIENCE: f64 = 4.0;
/// How long the end waits for the disk after the window is gone.
const FAREWELL: Duration = Duration::from_secs(10);

/// How far closing is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Closing {
    /// Not requested.
    #[default]
    No,
    /// Everything is being written, since this time in seconds after the app started; `said` is whether the delay was reported.
    Writing { since: f64, said: bool },
    /// It may close.
    Granted,
    /// The window system knows that it may close.
    Warned,
}

impl App {
    /// Writes everything before the window closes.
    pub(super) fn mind_closing(&mut self, ctx: &Context) {
        let (asked, now) = ctx.input(|input| (input.viewport().close_requested(), input.time));
        if asked {
            // Whoever closes the window wants no other library in it.
            self.next_library = None;
            self.begin_closing(ctx);
        }
        if let Closing::Writing { since, said } = self.closing {
            self.mind_writing(ctx, now - since, said);
        }
        match self.closing {
            Closing::Granted if self.next_library.is_some() => {
                if let Some(library) = self.next_library.take() {
                    self.become_library(ctx, library);
                }
            }
            Closing::Granted => {
                if !asked {
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
                self.closing = Closing::Warned;
            }
            Closing::Writing { .. } | Closing::No if asked => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
            Closing::Writing { .. } | Closing::No | Closing::Warned => {}
        }
    }

    /// Begins to write everything, unless that has begun.
    pub(super) fn begin_closing(&mut self, ctx: &Context) {
        if self.closing == Closing::No {
            self.closing = Closing::Writing {
                since: ctx.input(|input| input.time),
                said: false,
            };
            self.write_everything();
            self.take_events_at_once(ctx);
        }
    }

    /// Requests that the disk worker write everything that is only in memory.
    fn write_everything(&mut self) {
        self.end_editing();
        self.keep_on(keeping::Event::Closing);
        self.journey_on(journey::Event::Closing);
    }

    fn mind_writing(&mut self, ctx: &Context, waited: f64, said: bool) {
        let unwritten = self.tasks.unwritten();
        if unwritten.is_empty() {
            let unkept = self.unkept();
            if unkept.is_empty() {
                self.closing = Closing::Granted;
            } else {
                self.closing = Closing::No;
                self.dialog = Some(Dialog::Quit(QuitDialog::unsaved(unkept)));
            }
            return;
        }
        if waited >= PATIENCE && !said {
            let what = unwritten.first().map(|what| self.text.t(what)).unwrap_or_default();
            self.dialog = Some(Dialog::Quit(QuitDialog::slow(what)));
            if let Closing::Writing { since, .. } = self.closing {
                self.closing = Closing::Writing { since, said: true };
            }
        }
        ctx.request_repaint_after_secs(0.1);
    }

    /// Campaigns whose newest edition is in no file of the library.
    fn unkept(&self) -> Vec<Unkept> {
        let unsaved = self.sessions.all().filter(|session| session.is_unsaved());
        unsaved
            .map(|session| {
                let (why, rescued) = match session.saving() {
                    Saving::Failed(NotSaved { why, rescued, .. }) => {
                        (Some(why.words(&self.text).what), rescued.clone())
                    }
                    Saving::Fine | Saving::Running(_) | Saving::Undecided => (None, None),
                };
                Unkept {
                    name: session.campaign().name.clone(),
                    safe: rescued.is_some() || *session.saving() == Saving::Undecided,
                    why,
                }
            })
            .collect()
    }

    /// Closes the window, whatever is not written yet.
    pub(super) fn close_anyway(&mut self) {
        self.closing = Closing::Granted;
    }

    /// Cancels closing.
    pub(super) fn stay(&mut self) {
        self.next_library = None;
        self.closing = Closing::No;
    }

    /// Ends everything that runs in the background: first what has to reach the disk, then the sender.
    pub fn end(&mut self) {
        let left = self.tasks.finish(FAREWELL);
        if !left.is_empty() {
            tracing::error!(?left, "the disk did not answer in time");
        }
        self.end_publishing();
    }
}
