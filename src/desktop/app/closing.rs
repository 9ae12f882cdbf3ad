//! Writes, asks and closes for [`crate::studio::closing`].

use std::time::Duration;

use egui::{Context, ViewportCommand};

use super::App;
use crate::{
    desktop::dialogs::{Dialog, QuitDialog},
    studio::{
        closing::{self, Request},
        journey, keeping, opening,
    },
};

/// How long the end waits for the disk after the window is gone.
const FAREWELL: Duration = Duration::from_secs(10);

impl App {
    /// Lets closing know whether it is asked for, and what the disk still has to do.
    pub(super) fn mind_closing(&mut self, ctx: &Context) {
        let (asked, now) = ctx.input(|input| (input.viewport().close_requested(), input.time));
        if asked {
            // Whoever closes the window wants no other library in it.
            self.next_library = None;
            self.close_on(ctx, closing::Event::Asked(now));
            self.take_events_at_once(ctx);
        }
        if asked || self.closing.is_wanted() {
            let unwritten = self.tasks.unwritten().first().copied();
            self.close_on(ctx, closing::Event::Frame { asked, now, unwritten });
        }
    }

    /// Passes an event to closing, and carries out its requests.
    pub(super) fn close_on(&mut self, ctx: &Context, event: closing::Event) {
        for request in self.closing.on(event, &self.sessions) {
            match request {
                Request::Write => {
                    self.note_window(ctx);
                    self.write_settings();
                    self.open_on(opening::Event::EditingEnded);
                    self.keep_on(keeping::Event::Closing);
                    self.journey_on(journey::Event::Closing);
                }
                Request::AskUnsaved(unkept) => self.dialogs.put(Dialog::Quit(QuitDialog::unsaved(unkept))),
                Request::SaySlow(what) => self.dialogs.put(Dialog::Quit(QuitDialog::slow(self.text.t(what)))),
                Request::FrameIn(soon) => ctx.request_repaint_after(soon),
                Request::CancelClose => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
                Request::Close => match self.next_library.take() {
                    Some(library) => self.become_library(ctx, library),
                    None => ctx.send_viewport_cmd(ViewportCommand::Close),
                },
            }
        }
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
