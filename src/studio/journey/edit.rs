//! Changing the journey, with undo: each change has a name, and a drag or a stretch of typing is one change.

use std::time::Duration;

use super::{JourneyDesk, OpenFile, preset, starts, timeline::Timeline};
use crate::{
    library::{History, HistoryLimits},
    studio::simulated::SimulatedVisitor,
    visitor::{Event, Journey, JourneyPreset},
};

/// The journey as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    timeline: Timeline,
    /// Who took it; restored only if the undone change brought somebody else.
    visitor: SimulatedVisitor,
    preset: Option<JourneyPreset>,
}

impl Snapshot {
    /// The steps as they were.
    pub(super) fn timeline(&self) -> &Timeline {
        &self.timeline
    }
}

/// The steps that replace the whole journey, including who takes it.
const REPLACES: [&str; 2] = ["journey-step-preset", "journey-step-open"];

/// Most steps that can be undone.
const MOST: usize = 200;

pub(super) fn history(
    timeline: &Timeline,
    visitor: &SimulatedVisitor,
    preset: Option<JourneyPreset>,
) -> History<Snapshot> {
    let limits = HistoryLimits {
        steps: MOST,
        ..HistoryLimits::default()
    };
    let snapshot = Snapshot {
        timeline: timeline.clone(),
        visitor: visitor.clone(),
        preset,
    };
    History::new(snapshot, limits, |snapshot| 600 + 64 * snapshot.timeline.steps().len())
}

impl JourneyDesk {
    fn snapshot(&self, simulated: &SimulatedVisitor) -> Snapshot {
        Snapshot {
            timeline: self.timeline.clone(),
            visitor: simulated.clone(),
            preset: self.preset,
        }
    }

    /// Changes the journey in one step; `name` is the key of the step's name.
    pub fn change<R>(
        &mut self,
        name: &'static str,
        simulated: &SimulatedVisitor,
        change: impl FnOnce(&mut Timeline) -> R,
    ) -> R {
        let before = self.timeline.clone();
        let result = change(&mut self.timeline);
        if before != self.timeline {
            self.preset = None;
            self.commit(name, simulated);
        }
        result
    }

    /// Changes the steps by typing into `place`, so long after the app started; more typing there belongs to the same stroke.
    pub fn typed(
        &mut self,
        now: Duration,
        place: &str,
        simulated: &SimulatedVisitor,
        change: impl FnOnce(&mut Timeline),
    ) {
        let before = self.timeline.clone();
        change(&mut self.timeline);
        if before == self.timeline {
            return;
        }
        self.preset = None;
        let snapshot = self.snapshot(simulated);
        self.history.typed(&snapshot, "journey-step-edit", place, now);
        self.active = true;
        self.changed();
    }

    /// Remembers what was changed.
    pub(super) fn commit(&mut self, name: &'static str, simulated: &SimulatedVisitor) {
        let snapshot = self.snapshot(simulated);
        self.history.step(&snapshot, name);
        self.active = true;
        self.changed();
    }

    /// Notes that the steps have changed.
    pub(super) fn changed(&mut self) {
        self.revision += 1;
        let end = self.timeline.end();
        self.player.at = self.player.at.min(end);
        self.selected = self.selected.filter(|index| *index < self.timeline.steps().len());
    }

    /// Begins a preset on the page `url`, taken by a stranger with the looks of the simulated visitor.
    pub fn begin(&mut self, preset: JourneyPreset, url: &str, simulated: &mut SimulatedVisitor) {
        let known = self.base(simulated);
        *simulated = preset::visitor(preset, &known, url);
        if preset == JourneyPreset::BackOnPhone {
            self.before_phone = Some((known, simulated.clone()));
        }
        self.replace(
            preset::steps(preset, url),
            Some(preset),
            "journey-step-preset",
            simulated,
        );
        self.file = None;
    }

    /// Returns who begins another preset: the simulated visitor; after the preset on the phone, the visitor before it, unless changed.
    fn base(&mut self, simulated: &SimulatedVisitor) -> SimulatedVisitor {
        let before = self.before_phone.take().filter(|(_, on_phone)| on_phone == simulated);
        before.map_or_else(|| simulated.clone(), |(before, _)| before)
    }

    /// Takes over a journey that was read from a file, and who takes it.
    pub fn open(&mut self, mut file: OpenFile, simulated: &mut SimulatedVisitor) {
        self.bring(file.journey.clone(), simulated);
        // Redundant content of a file is not a change of the user's.
        file.journey = starts::journey(&self.timeline, simulated);
        self.file = Some(file);
    }

    /// Takes over a journey, and who takes it.
    pub fn bring(&mut self, journey: Journey, simulated: &mut SimulatedVisitor) {
        *simulated = starts::simulated(&journey);
        self.replace(Timeline::new(journey.events), None, "journey-step-open", simulated);
    }

    fn replace(
        &mut self,
        timeline: Timeline,
        preset: Option<JourneyPreset>,
        name: &'static str,
        simulated: &SimulatedVisitor,
    ) {
        self.timeline = timeline;
        self.preset = preset;
        self.selected = None;
        self.player.seek(0.0, self.timeline.end());
        self.commit(name, simulated);
    }

    /// Moves a preset that nobody has changed to the page of another campaign. Not a change of the user's, so it cannot be undone.
    pub fn follow(&mut self, url: &str, simulated: &SimulatedVisitor) {
        let Some(preset) = self.preset else { return };
        self.timeline = preset::steps(preset, url);
        self.history = history(&self.timeline, simulated, self.preset);
        self.player.seek(0.0, self.timeline.end());
        self.changed();
    }

    /// Forgets what could be undone: the journey begins here.
    pub fn settle(&mut self, simulated: &SimulatedVisitor) {
        self.history = history(&self.timeline, simulated, self.preset);
    }

    /// Takes over steps of an earlier run for the current visitor. Not a change of the user's.
    pub fn resume(&mut self, steps: Vec<Event>, simulated: &SimulatedVisitor) {
        self.timeline = Timeline::new(steps);
        self.preset = None;
        self.player.seek(0.0, self.timeline.end());
        self.settle(simulated);
        self.changed();
    }

    /// Keeps the steps when another campaign is opened, even those of a preset.
    pub fn pin(&mut self) {
        self.preset = None;
    }

    /// Ends the open step of typing, because the focus moved elsewhere.
    pub fn close_step(&mut self) {
        self.history.close();
    }

    /// Returns the key of the text that names what undo would undo.
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// The key of the text that names the step to redo.
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// Undoes the last change; false when there is none.
    pub fn undo(&mut self, simulated: &mut SimulatedVisitor) -> bool {
        let replaced = self.history.undo_name().is_some_and(|name| REPLACES.contains(&name));
        let before = self.history.undo();
        self.put_back(before, replaced, simulated)
    }

    /// Redoes the last undone change; false when there is none.
    pub fn redo(&mut self, simulated: &mut SimulatedVisitor) -> bool {
        let replaced = self.history.redo_name().is_some_and(|name| REPLACES.contains(&name));
        let after = self.history.redo();
        self.put_back(after, replaced, simulated)
    }

    fn put_back(&mut self, snapshot: Option<Snapshot>, replaced: bool, simulated: &mut SimulatedVisitor) -> bool {
        let Some(snapshot) = snapshot else { return false };
        self.timeline = snapshot.timeline;
        self.preset = snapshot.preset;
        if replaced {
            *simulated = snapshot.visitor;
        }
        self.changed();
        true
    }
}
