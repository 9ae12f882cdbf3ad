//! Where the keyboard goes when a step of the editor is reached by keyboard: to what is missing there, so that typing goes on at once.

#[cfg(test)]
mod tests;

use super::{editor_step::EditorStep, finding_line::FindingLine, outline::locate, publishing::LaunchAct, to_do::Kind};
use crate::{
    campaign::{Campaign, ContentType, NodePath},
    engine::NodeLocation,
};

/// The place of the message's type.
const TYPE: &str = "/content/type";

/// What the keyboard goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// The control of this place, as a JSON Pointer.
    Place(String),
    /// This row of the outline.
    Row(NodeLocation),
    /// The button that launches.
    Launch,
    /// What comes first.
    First,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The step itself.
    Step,
    /// The step as the next one on the way to a launch.
    Launch,
}

/// What is known of the campaign whose step is reached.
#[derive(Debug)]
pub struct Known<'a, F> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// What was found in it.
    pub findings: F,
    /// The selected row of its outline.
    pub selected: Option<&'a NodeLocation>,
    /// What the button of the last step does; `None` where nothing can be launched.
    pub act: Option<LaunchAct>,
}

/// Returns what the keyboard goes to on `step`.
pub fn landing<'a>(step: EditorStep, aim: Aim, known: Known<'a, impl Iterator<Item = &'a FindingLine>>) -> Landing {
    let stoppers = known.findings.filter(|finding| finding.kind != Kind::Advice);
    let mut places = stoppers.map(|finding| finding.pointer.as_str());
    match step {
        EditorStep::Audience => audience(places, known.campaign, known.selected),
        EditorStep::Message => message(places, known.campaign),
        EditorStep::Review => match (places.next(), aim, known.act) {
            (Some(place), ..) => Landing::Place(place.to_owned()),
            (None, Aim::Launch, Some(LaunchAct::Launch | LaunchAct::Changes | LaunchAct::Resume)) => Landing::Launch,
            (None, Aim::Launch, Some(LaunchAct::OnItsWay | LaunchAct::Choose | LaunchAct::Done) | None)
            | (None, Aim::Step, _) => Landing::First,
        },
    }
}

/// The first row that is not finished, else the selected one, else the first.
fn audience<'a>(
    mut places: impl Iterator<Item = &'a str>,
    campaign: &Campaign,
    selected: Option<&NodeLocation>,
) -> Landing {
    let audience = &campaign.audience;
    let first = || NodeLocation::Audience(NodePath(vec![0]));
    match places.find(|place| locate(place, audience).is_some()) {
        Some(place) => Landing::Place(place.to_owned()),
        None if audience.children.is_empty() => Landing::Place("/audience".to_owned()),
        None => Landing::Row(selected.cloned().unwrap_or_else(first)),
    }
}

/// The first field, in the order of the fields, that is empty though it is needed, or wrong; else the first.
fn message<'a>(places: impl Iterator<Item = &'a str>, campaign: &Campaign) -> Landing {
    let slots = campaign.content.kind.known().map_or(&[][..], ContentType::slots);
    let order = |place: &str| slots.iter().position(|slot| place.starts_with(slot.part.pointer()));
    let here = places.filter(|place| EditorStep::of_pointer(place) == EditorStep::Message);
    // What belongs to no part of the message comes below them all, except for its type.
    let sorted = here.min_by_key(|place| match order(place) {
        Some(at) => at,
        None if *place == TYPE => 0,
        None => slots.len(),
    });
    let first = || slots.first().map_or(TYPE, |slot| slot.part.pointer());
    Landing::Place(sorted.unwrap_or_else(first).to_owned())
}
