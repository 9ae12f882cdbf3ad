//! The Journey: a visitor's steps on a time axis, what they bring to the screen, and where every campaign stands at the playhead.
//!
//! It changes the journey and who takes it, and nothing else: what is shown when is the engine's say, told by a [`Run`]. Files, threads and the
//! picture are the app's.
//!
//! # How it hangs together
//!
//! - [`timeline::Timeline`] is the steps as data; [`axis::Axis`] says where times lie; [`player::Player`] is the playhead.
//! - The journey is taken by the simulated visitor ([`starts`]), so who that is is changed where visitors are.
//! - Of every change the app makes a new [`Run`] beside the window; the last one is shown until it is there.

mod controls;
mod edit;
mod head;
mod keys;
mod lane;
mod step_form;
mod trace;
mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono_tz::Tz;
use egui::Ui;

pub use edit::Snapshot;
pub use head::{frame_of, switch};

use self::lane::Drag;
use super::theme::space;
use crate::{
    library::History,
    studio::{
        action::Outbox,
        journey::{
            JourneyPreset, Moment, OpenFile, Run, Scope, Screen,
            axis::Axis,
            player::Player,
            timeline::{self, Timeline},
        },
        simulated::SimulatedVisitor,
    },
    wording::{LiveState, text::Text},
};

/// The journey, and what is shown of it.
pub struct JourneyPanel {
    /// Whether the journey is shown, rather than the visitor.
    pub shown: bool,
    /// Who competes.
    pub scope: Scope,
    /// The playhead.
    pub player: Player,
    /// The file, if it has one.
    pub file: Option<OpenFile>,
    timeline: Timeline,
    preset: Option<JourneyPreset>,
    /// Who was simulated before the preset on the phone, and who is since.
    before_phone: Option<(SimulatedVisitor, SimulatedVisitor)>,
    selected: Option<usize>,
    history: History<Snapshot>,
    /// Rises with every change of the steps.
    revision: u64,
    run: Option<Arc<Run>>,
    moment: Option<Arc<Moment>>,
    /// Drafts that are left out of the run.
    left_out: usize,
    drag: Option<Drag>,
    /// Whether the keyboard or the last press was here, so that Undo is about the journey.
    active: bool,
    /// What had the keyboard in the last frame.
    focus: Option<egui::Id>,
    /// How many lines of the trace are shown.
    lines: usize,
    /// The step whose marker the keyboard is to go to.
    focus_step: Option<usize>,
    /// The playhead is to be scrolled into sight.
    reveal: bool,
}

/// What the panel may look at.
pub struct JourneyContext<'a> {
    /// The app's texts.
    pub text: &'a Text,
    /// The id of the open campaign.
    pub open: &'a str,
    /// The campaign's time zone, in which days are told.
    pub zone: Tz,
    /// The pages that campaigns of the library ask for; the first one is the open campaign's.
    pub pages: &'a [String],
    /// Whether there is anything to save.
    pub unsaved: bool,
    /// Whether the visitor's device is used with fingers.
    pub touch: bool,
    /// How the open campaign stands on the site.
    pub live: LiveState,
}

impl JourneyContext<'_> {
    fn page(&self) -> &str {
        self.pages.first().map_or("", String::as_str)
    }
}

impl JourneyPanel {
    /// The first of the presets, on the page `url`.
    pub fn new(simulated: &SimulatedVisitor, url: &str) -> Self {
        let preset = JourneyPreset::default();
        let timeline = preset.steps(url);
        Self {
            shown: false,
            scope: Scope::default(),
            player: Player::default(),
            file: None,
            history: edit::history(&timeline, simulated, Some(preset)),
            timeline,
            preset: Some(preset),
            before_phone: None,
            selected: None,
            revision: 0,
            run: None,
            moment: None,
            left_out: 0,
            drag: None,
            active: false,
            focus: None,
            lines: trace::LINES,
            focus_step: None,
            reveal: false,
        }
    }

    /// The steps.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The preset that the steps still are exactly.
    pub fn preset(&self) -> Option<JourneyPreset> {
        self.preset
    }

    /// The place of the selected step.
    pub fn selected(&self) -> Option<usize> {
        self.selected
    }

    /// Rises with every change of the steps.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether Undo is about the journey.
    pub fn is_active(&self) -> bool {
        self.shown && self.active
    }

    /// The user is busy elsewhere: Undo is not about the journey.
    pub fn leave(&mut self) {
        self.active = false;
    }

    /// What the journey comes to, once it is known; it may be that of the last change but one.
    pub fn run(&self) -> Option<&Arc<Run>> {
        self.run.as_ref()
    }

    /// Takes over what the journey comes to; `left_out` drafts do not compete.
    pub fn take(&mut self, run: Run, left_out: usize) {
        self.run = Some(Arc::new(run));
        self.left_out = left_out;
        self.moment = None;
    }

    /// How things stand at the playhead.
    pub fn moment(&mut self) -> Option<Arc<Moment>> {
        let run = self.run.as_ref()?;
        if self.moment.as_ref().is_none_or(|moment| moment.at != self.player.at) {
            self.moment = Some(Arc::new(Moment::new(run, self.player.at)));
        }
        self.moment.clone()
    }

    /// What is on the screen at the playhead; `None` while it is not known.
    pub fn screen(&mut self) -> Option<Screen> {
        let run = self.run.clone()?;
        self.moment().map(|moment| Screen::of(&run, &moment))
    }

    /// Lets time pass while it plays. True when the next frame is wanted.
    pub fn tick(&mut self, ui: &Ui) -> bool {
        if !self.player.playing {
            return false;
        }
        let end = self.timeline.end();
        let passed = f64::from(ui.input(|input| input.stable_dt));
        let axis = self.axis(lane::USUAL_WIDTH);
        if reduced_motion(ui) {
            let moments = self.moments();
            self.player.step_on(passed, &moments, end);
        } else {
            self.player.play(passed, &axis, end);
        }
        self.reveal = true;
        self.player.playing
    }

    /// Every instant at which something happens.
    fn moments(&self) -> Vec<f64> {
        let steps = self.timeline.steps().iter().map(|step| step.at);
        let effects = self.run.iter().flat_map(|run| run.moments());
        steps.chain(effects).collect()
    }

    fn axis(&self, width: f32) -> Axis {
        let steps: Vec<f64> = self
            .timeline
            .steps()
            .iter()
            .map(|step| step.at.min(timeline::FARTHEST))
            .collect();
        let effects = self.run.as_ref().map(|run| run.moments()).unwrap_or_default();
        Axis::new(&steps, &effects, width)
    }

    /// Shows the panel below its head, over the whole width; the caller scrolls.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        simulated: &mut SimulatedVisitor,
        ctx: &JourneyContext<'_>,
        outbox: &mut Outbox,
    ) {
        ui.spacing_mut().item_spacing.y = space::S;
        let whole = ui.max_rect();
        // Before the controls see the keys.
        self.follow_user(ui, whole);
        self.follow_keys(ui, simulated);
        self.head(ui, simulated, ctx, outbox);
        self.controls(ui, simulated, ctx, outbox);
        self.lane(ui, simulated, ctx);
        self.step_form(ui, simulated, ctx);
        self.trace(ui, ctx, outbox);
    }
}

/// Whether things should not move by themselves: then egui's own animations are off as well.
fn reduced_motion(ui: &Ui) -> bool {
    ui.style().animation_time <= 0.0
}
