//! The Journey: a visitor's steps on a time axis, their effect on the screen, and the state of every campaign at the playhead.
//!
//! It draws a [`JourneyDesk`], and changes only the steps and who takes them.

mod controls;
mod head;
mod keys;
mod lane;
mod step_form;
mod trace;
mod words;

#[cfg(test)]
mod tests;

use std::time::Duration;

use chrono_tz::Tz;
use egui::Ui;

pub use head::{frame_of, switch};

use self::lane::Drag;
use super::theme::space;
use crate::{
    studio::{action::Actions, journey::JourneyDesk, simulated::SimulatedVisitor},
    wording::{LiveState, Reader, text::Text},
};

/// How the journey is being looked at.
pub struct JourneyPanel {
    drag: Option<Drag>,
    /// The control that had the focus in the last frame.
    focus: Option<egui::Id>,
    /// How many lines of the trace are shown.
    lines: usize,
    /// The step whose marker gets the focus.
    focus_step: Option<usize>,
    /// The playhead is to be scrolled into sight.
    reveal: bool,
}

impl Default for JourneyPanel {
    fn default() -> Self {
        Self {
            drag: None,
            focus: None,
            lines: trace::LINES,
            focus_step: None,
            reveal: false,
        }
    }
}

/// What the panel may look at.
pub struct JourneyContext<'a> {
    /// The app's texts.
    pub text: &'a Text,
    /// The id of the open campaign.
    pub open: &'a str,
    /// The campaign's time zone, in which days are shown.
    pub zone: Tz,
    /// The zone of the person at the screen.
    pub own_zone: Tz,
    /// The page that the open campaign asks for.
    pub page: &'a str,
    /// Whether there is anything to save.
    pub unsaved: bool,
    /// Whether the visitor's device is used with fingers.
    pub touch: bool,
    /// The open campaign's state on the site.
    pub live: LiveState,
}

impl JourneyContext<'_> {
    /// Who reads what is shown.
    fn reader(&self) -> Reader {
        Reader::in_zone(self.text.language(), self.own_zone)
    }
}

/// The panel at work on the journey.
struct View<'a> {
    desk: &'a mut JourneyDesk,
    panel: &'a mut JourneyPanel,
}

impl JourneyPanel {
    /// Lets time pass while the journey plays. True when the next frame is wanted.
    pub fn tick(&mut self, ui: &Ui, desk: &mut JourneyDesk) -> bool {
        let passed = f64::from(ui.input(|input| input.stable_dt));
        self.reveal |= desk.player.playing;
        desk.tick(passed, reduced_motion(ui))
    }

    /// Shows the panel below its head, over the whole width; the caller scrolls.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut JourneyDesk,
        simulated: &mut SimulatedVisitor,
        ctx: &JourneyContext<'_>,
        actions: &mut Actions,
    ) {
        ui.spacing_mut().item_spacing.y = space::S;
        let whole = ui.max_rect();
        let mut view = View { desk, panel: self };
        // Before the controls see the keys.
        view.follow_user(ui, whole);
        view.follow_keys(ui, simulated);
        view.head(ui, simulated, ctx, actions);
        view.controls(ui, simulated, ctx, actions);
        view.lane(ui, simulated, ctx);
        view.step_form(ui, simulated, ctx);
        view.trace(ui, ctx, actions);
    }
}

/// The time since the app started.
fn seconds(ui: &Ui) -> Duration {
    Duration::from_secs_f64(ui.input(|input| input.time).max(0.0))
}

/// Whether motion is reduced: egui's own animations are then off as well.
fn reduced_motion(ui: &Ui) -> bool {
    ui.style().animation_time <= 0.0
}
