//! The steps of the journey on the desk: what is read of them, and what dragging, selecting and playing change.

use std::sync::Arc;

use super::JourneyDesk;
use crate::{
    studio::{
        journey::{
            Moment, OpenFile, Run, Screen,
            axis::{Axis, USUAL_WIDTH},
            starts,
            timeline::{self, Timeline},
        },
        simulated::SimulatedVisitor,
    },
    visitor::{Journey, JourneyPreset},
};

impl JourneyDesk {
    /// The journey as it would be saved now.
    pub fn journey(&self, simulated: &SimulatedVisitor) -> Journey {
        starts::journey(&self.timeline, simulated)
    }

    /// Whether the journey differs from its file, or from every preset.
    pub fn is_unsaved(&self, simulated: &SimulatedVisitor) -> bool {
        match &self.file {
            Some(file) => file.journey != self.journey(simulated),
            None => self.preset.is_none() && !self.timeline.steps().is_empty(),
        }
    }

    /// The file, if it has one.
    pub fn file(&self) -> Option<&OpenFile> {
        self.file.as_ref()
    }

    /// The steps.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The preset that the steps still equal exactly.
    pub fn preset(&self) -> Option<JourneyPreset> {
        self.preset
    }

    /// The place of the selected step.
    pub fn selected(&self) -> Option<usize> {
        self.selected
    }

    /// Selects a step, or none; the playhead stays.
    pub fn mark(&mut self, index: Option<usize>) {
        self.selected = index;
    }

    /// Selects a step and moves the playhead there; false when there is no such step.
    pub fn select(&mut self, index: usize) -> bool {
        let Some(step) = self.timeline.steps().get(index) else {
            return false;
        };
        let at = step.at;
        self.selected = Some(index);
        self.player.seek(at, self.timeline.end());
        true
    }

    /// Rises with every change of the steps.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether Undo is about the journey.
    pub fn is_active(&self) -> bool {
        self.shown && self.active
    }

    /// Notes whether the user is busy here.
    pub fn set_active(&mut self, active: bool) {
        self.active = active;
    }

    /// The pages that campaigns ask for; the first one is the open campaign's.
    pub fn pages(&self) -> &[String] {
        &self.pages
    }

    /// Drafts that are left out of the run.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The outcome of the journey, once known; it may still be that of the change before the last.
    pub fn run(&self) -> Option<&Arc<Run>> {
        self.run.as_ref()
    }

    /// Returns the state at the playhead.
    pub fn moment(&mut self) -> Option<Arc<Moment>> {
        let run = self.run.as_ref()?;
        if self.moment.as_ref().is_none_or(|moment| moment.at != self.player.at) {
            self.moment = Some(Arc::new(Moment::new(run, self.player.at)));
        }
        self.moment.clone()
    }

    /// Returns what is on the screen at the playhead; `None` while unknown.
    pub fn screen(&mut self) -> Option<Screen> {
        let run = self.run.clone()?;
        self.moment().map(|moment| Screen::of(&run, &moment))
    }

    /// Lets `passed` seconds pass while it plays: from one thing that happens to the next with `in_steps`. True when it still plays.
    pub fn tick(&mut self, passed: f64, in_steps: bool) -> bool {
        if !self.player.playing {
            return false;
        }
        let end = self.timeline.end();
        if in_steps {
            let moments = self.moments();
            self.player.step_on(passed, &moments, end);
        } else {
            let axis = self.axis(USUAL_WIDTH);
            self.player.play(passed, &axis, end);
        }
        self.player.playing
    }

    /// Every instant at which something happens.
    pub fn moments(&self) -> Vec<f64> {
        let steps = self.timeline.steps().iter().map(|step| step.at);
        let effects = self.run.iter().flat_map(|run| run.moments());
        steps.chain(effects).collect()
    }

    /// The time axis in a room of so many points.
    pub fn axis(&self, width: f32) -> Axis {
        let steps = self.timeline.steps().iter();
        let steps: Vec<f64> = steps.map(|step| step.at.min(timeline::FARTHEST)).collect();
        let effects = self.run.as_ref().map(|run| run.moments()).unwrap_or_default();
        Axis::new(&steps, &effects, width)
    }

    /// Moves a step to an instant while it is dragged; returns its new place.
    pub fn drag(&mut self, index: usize, at: f64) -> usize {
        let before = self.timeline.steps()[index].at;
        let place = self.timeline.move_to(index, at);
        if before != at {
            self.selected = Some(place);
            self.changed();
            self.player.at = at;
        }
        place
    }

    /// Cancels dragging.
    pub fn cancel_drag(&mut self) {
        self.timeline = self.history.present().timeline().clone();
        self.selected = None;
        self.changed();
    }

    /// Ends dragging; false when nothing was moved.
    pub fn drop_drag(&mut self, simulated: &SimulatedVisitor) -> bool {
        let moved = *self.history.present().timeline() != self.timeline;
        if moved {
            self.preset = None;
            self.commit("journey-step-move", simulated);
        }
        moved
    }
}
