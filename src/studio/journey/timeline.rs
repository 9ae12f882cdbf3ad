//! The steps of a journey as plain data, and the ways to change them. Independent of how they look.
//!
//! Steps are the events of a journey file (`tests/specification/visitor-files.md`), in order of time: what is edited is what is saved.
//! A wait is the event in which nothing happens (`end`), and coming back tomorrow is a page opened after a long gap.

use serde_json::Map;

use crate::campaign::{ClickTarget, Element};
use crate::visitor::{Event, EventKind};

/// Most steps that are read from a file.
pub const MOST_STEPS: usize = 10_000;

/// A gap of at least this many seconds before a page is opened is a return to the site.
pub const LONG_GAP: f64 = 1_800.0;

/// Seconds of a day.
pub const DAY: f64 = 86_400.0;

/// Seconds that a journey continues after its last step, so that a delay can run out.
const TAIL: f64 = 5.0;

/// The latest time of a step, in seconds: some three thousand years.
pub const FARTHEST: f64 = 1e11;

/// What can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum StepKind {
    /// A page is opened.
    Open,
    /// Time passes.
    Wait,
    /// The page is scrolled.
    Scroll,
    /// The pointer leaves through the top.
    Leave,
    /// The pop-up is clicked.
    Click,
    /// What is open is closed.
    Close,
    /// A conversation takes place.
    Chat,
    /// The pointer moves, or a key is pressed.
    Input,
    /// The site reports an attribute.
    Identify,
    /// The site tells of an event.
    Track,
    /// Something on the page is clicked.
    Press,
    /// The visitor turns to another tab.
    Away,
    /// They are back in the tab.
    Back,
    /// Something covers the page.
    Cover,
    /// It disappears.
    Uncover,
    /// A day passes, then the page is opened again.
    Tomorrow,
}

impl StepKind {
    /// All of them, in the order of the menu.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The kind of a step, given the seconds before it.
    pub fn of(kind: &EventKind, gap: f64) -> Self {
        match kind {
            EventKind::Open(_) if gap >= LONG_GAP => Self::Tomorrow,
            EventKind::Open(_) => Self::Open,
            EventKind::End => Self::Wait,
            EventKind::Scroll(_) => Self::Scroll,
            EventKind::Exit => Self::Leave,
            EventKind::Click(_) => Self::Click,
            EventKind::Close => Self::Close,
            EventKind::Converse => Self::Chat,
            EventKind::Input => Self::Input,
            EventKind::Identify(_) => Self::Identify,
            EventKind::Track(_) => Self::Track,
            EventKind::Press(_) => Self::Press,
            EventKind::Away(true) => Self::Away,
            EventKind::Away(false) => Self::Back,
            EventKind::Covered(true) => Self::Cover,
            EventKind::Covered(false) => Self::Uncover,
        }
    }

    /// What happens, on the page `url`.
    fn event(self, url: &str) -> EventKind {
        match self {
            Self::Open | Self::Tomorrow => EventKind::Open(url.into()),
            Self::Wait => EventKind::End,
            Self::Scroll => EventKind::Scroll(50.0),
            Self::Leave => EventKind::Exit,
            Self::Click => EventKind::Click(ClickTarget::Message),
            Self::Close => EventKind::Close,
            Self::Chat => EventKind::Converse,
            Self::Input => EventKind::Input,
            Self::Away => EventKind::Away(true),
            Self::Back => EventKind::Away(false),
            Self::Cover => EventKind::Covered(true),
            Self::Uncover => EventKind::Covered(false),
            Self::Track => EventKind::Track("add_to_cart".to_owned()),
            Self::Press => EventKind::Press(Element::Text("Add to basket".to_owned())),
            Self::Identify => {
                let attributes = [("plan".to_owned(), "trial".into())];
                EventKind::Identify(attributes.into_iter().collect::<Map<_, _>>())
            }
        }
    }

    /// Seconds after the step before it.
    fn gap(self) -> f64 {
        match self {
            Self::Wait => 10.0,
            Self::Tomorrow => DAY,
            Self::Identify | Self::Track => 1.0,
            _ => 3.0,
        }
    }
}

/// The steps, in order of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    events: Vec<Event>,
}

impl Timeline {
    /// Takes over the events of a journey, which are in order; those beyond [`FARTHEST`] are moved to it.
    pub fn new(mut events: Vec<Event>) -> Self {
        for event in &mut events {
            event.at = event.at.min(FARTHEST);
        }
        Self { events }
    }

    /// The steps.
    pub fn steps(&self) -> &[Event] {
        &self.events
    }

    /// When the journey is over, in seconds after its start.
    pub fn end(&self) -> f64 {
        self.events.last().map_or(0.0, |event| event.at.min(FARTHEST))
    }

    /// Seconds between the step before this one, or the start, and this one.
    pub fn gap(&self, index: usize) -> f64 {
        let at = |index: usize| self.events.get(index).map_or(0.0, |event| event.at);
        at(index) - index.checked_sub(1).map_or(0.0, at)
    }

    /// The kind of a step.
    pub fn kind(&self, index: usize) -> Option<StepKind> {
        let event = self.events.get(index)?;
        Some(StepKind::of(&event.kind, self.gap(index)))
    }

    /// Whether a step is the one that ends the journey.
    pub fn is_end(&self, index: usize) -> bool {
        index + 1 == self.events.len() && self.events.last().is_some_and(|event| event.kind == EventKind::End)
    }

    /// Returns the page on which a step happens, or that it opens: the last page opened up to there.
    pub fn page_at(&self, index: usize) -> Option<&str> {
        let until = (index + 1).min(self.events.len());
        self.events[..until].iter().rev().find_map(|event| match &event.kind {
            EventKind::Open(opening) => Some(opening.url.as_str()),
            _ => None,
        })
    }

    /// Adds a step after the one at `after` (at the front without one), opening `url` if it opens a page. Later steps make way where
    /// necessary. Returns its place.
    pub fn add(&mut self, kind: StepKind, after: Option<usize>, url: &str) -> usize {
        // After the end, nothing happens: new steps come before it.
        let last = self.events.len().checked_sub(1);
        let after = after.filter(|index| *index < self.events.len());
        let after = if after == last && after.is_some_and(|index| self.is_end(index)) {
            last.and_then(|last| last.checked_sub(1))
        } else {
            after
        };
        let place = after.map_or(0, |index| index + 1);
        let before = after.map_or(0.0, |index| self.events[index].at);
        // A journey begins with what comes first, not with a wait for it.
        let gap = if place == 0 && kind != StepKind::Wait {
            0.0
        } else {
            kind.gap()
        };
        let at = (before + gap).min(FARTHEST);
        let room = self.events.get(place).map_or(0.0, |next| next.at - before);
        let pushes = matches!(kind, StepKind::Wait | StepKind::Tomorrow);
        let by = if pushes { gap } else { (gap - room).max(0.0) };
        for later in &mut self.events[place..] {
            later.at = (later.at + by).min(FARTHEST);
        }
        self.events.insert(
            place,
            Event {
                at,
                kind: kind.event(url),
            },
        );
        self.keep_tail(at);
        place
    }

    /// Keeps the end some seconds after a new step.
    fn keep_tail(&mut self, at: f64) {
        let last = self.events.len() - 1;
        if self.is_end(last) && last > 0 && self.events[last - 1].at == at {
            let end = &mut self.events[last].at;
            *end = end.max(at + TAIL).min(FARTHEST);
        }
    }

    /// Removes a step. Returns the place to select afterwards.
    pub fn remove(&mut self, index: usize) -> Option<usize> {
        if index < self.events.len() {
            self.events.remove(index);
        }
        self.events.len().checked_sub(1).map(|last| index.min(last))
    }

    /// Moves a step in time, past others where necessary. Returns its new place.
    pub fn move_to(&mut self, index: usize, at: f64) -> usize {
        let Some(event) = self.events.get(index) else {
            return index;
        };
        let (before, at) = (event.at, rounded(at));
        if at == before {
            return index;
        }
        let mut event = self.events.remove(index);
        event.at = at;
        // It stops next to steps of the same time, and passes them with the next move.
        let place = if at > before {
            self.events.partition_point(|other| other.at < at)
        } else {
            self.events.partition_point(|other| other.at <= at)
        };
        self.events.insert(place, event);
        place
    }

    /// Swaps a step with its neighbour; the times stay. Returns its new place.
    pub fn exchange(&mut self, index: usize, later: bool) -> usize {
        let other = if later {
            index.checked_add(1)
        } else {
            index.checked_sub(1)
        };
        let Some(other) = other.filter(|other| *other < self.events.len() && index < self.events.len()) else {
            return index;
        };
        self.events.swap(index, other);
        let (one, two) = (self.events[index].at, self.events[other].at);
        (self.events[index].at, self.events[other].at) = (two, one);
        other
    }

    /// Sets the seconds before a step; all later ones move along.
    pub fn set_gap(&mut self, index: usize, gap: f64) {
        let by = rounded(gap) - self.gap(index);
        for event in self.events.iter_mut().skip(index) {
            event.at = rounded(event.at + by);
        }
    }

    /// What happens in a step, to be changed.
    pub fn kind_mut(&mut self, index: usize) -> Option<&mut EventKind> {
        self.events.get_mut(index).map(|event| &mut event.kind)
    }

    /// How many steps have happened at `at` seconds after the start.
    pub fn passed(&self, at: f64) -> usize {
        self.events.partition_point(|event| event.at <= at)
    }
}

/// Rounds a time to what a person can distinguish, within the range of the axis.
fn rounded(at: f64) -> f64 {
    ((at * 1e3).round() / 1e3).clamp(0.0, FARTHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://www.example.com/";

    /// The steps as `time kind`.
    fn written(timeline: &Timeline) -> Vec<String> {
        let line = |index: usize| {
            let event = &timeline.steps()[index];
            format!("{} {:?}", event.at, timeline.kind(index).expect("it is there"))
        };
        (0..timeline.steps().len()).map(line).collect()
    }

    fn visit() -> Timeline {
        let mut timeline = Timeline::default();
        timeline.add(StepKind::Wait, None, PAGE);
        timeline.add(StepKind::Open, Some(0), PAGE);
        timeline.add(StepKind::Scroll, Some(0), PAGE);
        timeline
    }

    #[test]
    fn steps_are_added_behind_the_selected_one_and_before_the_end() {
        let mut timeline = visit();
        assert_eq!(written(&timeline), ["0 Open", "3 Scroll", "10 Wait"]);
        assert_eq!(timeline.add(StepKind::Click, Some(2), PAGE), 2);
        assert_eq!(written(&timeline), ["0 Open", "3 Scroll", "6 Click", "11 Wait"]);
        assert_eq!(timeline.add(StepKind::Wait, Some(0), PAGE), 1);
        assert_eq!(
            written(&timeline),
            ["0 Open", "10 Wait", "13 Scroll", "16 Click", "21 Wait"]
        );
        assert!(timeline.is_end(4) && !timeline.is_end(1));
        timeline.add(StepKind::Tomorrow, Some(4), PAGE);
        assert_eq!(written(&timeline)[4..], ["86416 Tomorrow", "86421 Wait"]);
        assert_eq!(timeline.page_at(2), Some(PAGE));
        assert_eq!(Timeline::default().add(StepKind::Open, Some(7), PAGE), 0);
    }

    #[test]
    fn a_step_moves_past_others_one_at_a_time() {
        let mut timeline = visit();
        timeline.add(StepKind::Leave, Some(1), PAGE);
        assert_eq!(written(&timeline), ["0 Open", "3 Scroll", "6 Leave", "11 Wait"]);
        assert_eq!(timeline.move_to(1, 6.0), 1, "it stops beside the step of the same time");
        assert_eq!(timeline.move_to(1, 7.0), 2);
        assert_eq!(written(&timeline), ["0 Open", "6 Leave", "7 Scroll", "11 Wait"]);
        assert_eq!(timeline.move_to(2, 6.0), 2);
        assert_eq!(timeline.move_to(2, -4.0), 1, "before the start there is nothing");
        assert_eq!(written(&timeline)[..2], ["0 Open", "0 Scroll"]);
        assert_eq!(timeline.move_to(9, 3.0), 9);
        assert_eq!(timeline.move_to(1, f64::INFINITY), 3);
        assert_eq!(timeline.end(), FARTHEST);
    }

    #[test]
    fn neighbours_change_places_and_times_stay() {
        let mut timeline = visit();
        assert_eq!(timeline.exchange(1, false), 0);
        assert_eq!(written(&timeline), ["0 Scroll", "3 Open", "10 Wait"]);
        assert_eq!(timeline.exchange(0, false), 0);
        assert_eq!(timeline.exchange(2, true), 2);
    }

    #[test]
    fn later_steps_follow_a_changed_gap() {
        let mut timeline = visit();
        timeline.set_gap(1, 4.0);
        assert_eq!(written(&timeline), ["0 Open", "4 Scroll", "11 Wait"]);
        timeline.set_gap(1, -1.0);
        assert_eq!(written(&timeline), ["0 Open", "0 Scroll", "7 Wait"]);
        assert_eq!((timeline.gap(2), timeline.gap(0)), (7.0, 0.0));
    }

    #[test]
    fn removing_selects_what_is_left() {
        let mut timeline = visit();
        assert_eq!(timeline.remove(2), Some(1));
        assert_eq!(timeline.remove(7), Some(1));
        assert_eq!(
            (timeline.remove(0), timeline.remove(0), timeline.remove(0)),
            (Some(0), None, None)
        );
        assert_eq!(timeline.end(), 0.0);
        assert_eq!(timeline.page_at(0), None);
    }

    #[test]
    fn what_has_passed_counts_the_present_instant() {
        let timeline = visit();
        assert_eq!([0.0, 2.9, 3.0, 99.0].map(|at| timeline.passed(at)), [1, 1, 2, 3]);
    }
}
