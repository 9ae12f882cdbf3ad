//! A preset journey in the panel: its steps as a timeline, and who takes it.

use crate::{studio::simulated::SimulatedVisitor, visitor::JourneyPreset};

use super::timeline::Timeline;

/// The steps, on the page `url`.
pub fn steps(preset: JourneyPreset, url: &str) -> Timeline {
    Timeline::new(preset.events(url))
}

/// Returns who takes the journey: the simulated visitor, with nothing remembered of them yet; on the phone, with its browser.
pub fn visitor(preset: JourneyPreset, simulated: &SimulatedVisitor, url: &str) -> SimulatedVisitor {
    let visitor = preset.visitor(&simulated.visitor, url);
    let same = visitor == simulated.visitor;
    SimulatedVisitor {
        visitor,
        at: simulated.at,
        preset: simulated.preset.filter(|_| same),
    }
}
