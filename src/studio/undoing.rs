//! Undo and redo: of the journey while that is being worked on, of a deletion until something else is changed, else of the open campaign.

use crate::library::Binned;

use super::{
    journey::JourneyDesk,
    session::{Session, Undone},
    sessions::Sessions,
    simulated::SimulatedVisitor,
};

/// Which way the history is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Back to what was before the last change.
    Undo,
    /// Forward to a change that was undone.
    Redo,
}

/// What was deleted last, for as long as nothing was changed since.
#[derive(Debug, Default)]
pub struct Deleted {
    binned: Vec<Binned>,
    editions: u64,
}

impl Deleted {
    /// Notes what was deleted together.
    pub fn note(&mut self, binned: Vec<Binned>, sessions: &Sessions) {
        *self = Self {
            binned,
            editions: editions(sessions),
        };
    }

    /// Whether it is what an undo brings back.
    pub fn is_last(&self, sessions: &Sessions) -> bool {
        !self.binned.is_empty() && self.editions == editions(sessions)
    }

    /// Hands out what an undo brings back, once.
    pub fn take(&mut self, sessions: &Sessions) -> Option<Vec<Binned>> {
        let is_last = self.is_last(sessions);
        let binned = std::mem::take(&mut self.binned);
        is_last.then_some(binned)
    }

    /// Forgets it: it was brought back in another way.
    pub fn forget(&mut self) {
        self.binned.clear();
    }
}

/// Rises with every change of an open campaign.
pub(super) fn editions(sessions: &Sessions) -> u64 {
    sessions.all().map(Session::edition).sum()
}

/// What undo and redo change.
pub struct Histories<'a> {
    /// The open campaigns.
    pub sessions: &'a mut Sessions,
    /// The journey.
    pub journey: &'a mut JourneyDesk,
    /// The visitor of the journey.
    pub simulated: &'a mut SimulatedVisitor,
}

/// Returns the name of the step that would be undone or redone: the key of a text.
pub fn next<'a>(direction: Direction, sessions: &'a Sessions, journey: &'a JourneyDesk) -> Option<&'a str> {
    if journey.is_active() {
        return match direction {
            Direction::Undo => journey.undo_name(),
            Direction::Redo => journey.redo_name(),
        };
    }
    let session = sessions.open()?;
    match direction {
        Direction::Undo => session.undo_name(),
        Direction::Redo => session.redo_name(),
    }
}

/// Undoes or redoes a change. Returns what changed in the open campaign, if it was that one: a change of the journey is seen where it was made.
pub fn walk(direction: Direction, histories: Histories<'_>) -> Option<Undone> {
    let Histories {
        sessions,
        journey,
        simulated,
    } = histories;
    if journey.is_active() {
        match direction {
            Direction::Undo => journey.undo(simulated),
            Direction::Redo => journey.redo(simulated),
        };
        return None;
    }
    let session: &mut Session = sessions.open_mut()?;
    match direction {
        Direction::Undo => session.undo(),
        Direction::Redo => session.redo(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        studio::testing,
        visitor::{JourneyPreset, Visitor},
    };

    /// A campaign whose name was changed, and a journey that was begun.
    fn changed() -> (Sessions, JourneyDesk, SimulatedVisitor) {
        let mut sessions = Sessions::default();
        testing::open(&mut sessions, testing::campaign("before"));
        let mut simulated = SimulatedVisitor::own(Visitor::default(), testing::now());
        let mut journey = JourneyDesk::new(&simulated);
        let session = sessions.open_mut().expect("a session");
        session.step("edit-name", |campaign| campaign.name = "after".to_owned());
        journey.begin(JourneyPreset::ALL[0], "https://www.example.com/", &mut simulated);
        (sessions, journey, simulated)
    }

    fn name(sessions: &Sessions) -> &str {
        &sessions.open().expect("a session").campaign().name
    }

    #[test]
    fn the_campaign_is_meant_unless_the_journey_is_worked_on() {
        let (mut sessions, mut journey, mut simulated) = changed();
        for is_journey in [true, false] {
            journey.shown = is_journey;
            journey.set_active(is_journey);
            let undoes = next(Direction::Undo, &sessions, &journey).expect("a step").to_owned();
            assert_eq!(undoes == "edit-name", !is_journey, "{undoes}");
            assert_eq!(next(Direction::Redo, &sessions, &journey), None);
            let walked = |direction, sessions: &mut Sessions, journey: &mut JourneyDesk, simulated: &mut _| {
                walk(
                    direction,
                    Histories {
                        sessions,
                        journey,
                        simulated,
                    },
                )
            };
            let undone = walked(Direction::Undo, &mut sessions, &mut journey, &mut simulated);
            assert_eq!(undone.is_none(), is_journey);
            assert_eq!(name(&sessions), if is_journey { "after" } else { "before" });
            assert!(next(Direction::Redo, &sessions, &journey).is_some());
            walked(Direction::Redo, &mut sessions, &mut journey, &mut simulated);
            assert_eq!(name(&sessions), "after");
        }
    }

    #[test]
    fn with_nothing_open_there_is_nothing_to_undo() {
        let simulated = &mut SimulatedVisitor::own(Visitor::default(), testing::now());
        let (sessions, journey) = (&mut Sessions::default(), &mut JourneyDesk::new(simulated));
        assert_eq!(next(Direction::Undo, sessions, journey), None);
        let histories = Histories {
            sessions,
            journey,
            simulated,
        };
        assert_eq!(walk(Direction::Undo, histories), None);
    }
}
