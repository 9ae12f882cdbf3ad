//! Closing the window: everything that is only in memory is written first, and the user is asked where that fails or takes long.
//!
//! What waits to be sent needs no question: it is in the outbox, and is sent at the next start.

use super::{
    session::{NotSaved, SaveFailure, Saving, Session},
    sessions::Sessions,
};

/// How long the disk may take before the window says that it does not answer, in seconds.
const PATIENCE: f64 = 4.0;
/// How soon the disk is looked at again, in seconds.
const SOON: f64 = 0.1;

/// Something that affects closing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// The window system asks to close, at this time in seconds after the app started.
    Asked(f64),
    /// Time has passed.
    Frame {
        /// Whether the window system asks to close in this frame.
        asked: bool,
        /// In seconds after the app started.
        now: f64,
        /// What is being written: the key of a text.
        unwritten: Option<&'static str>,
    },
    /// The user wants to close, whatever is not written yet.
    CloseAnyway,
    /// The user wants to stay.
    Stay,
}

/// A request to be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Write everything that is only in memory.
    Write,
    /// Ask about campaigns that are in no file of the library.
    AskUnsaved(Vec<Unkept>),
    /// Say that the disk does not answer; what it is doing: the key of a text.
    SaySlow(&'static str),
    /// Look again soon.
    FrameIn(std::time::Duration),
    /// The window must stay open in this frame.
    CancelClose,
    /// Close the window.
    Close,
}

/// A campaign whose newest edition is in no file of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unkept {
    /// Its name.
    pub name: String,
    /// Whether a copy is kept that the next start offers.
    pub safe: bool,
    /// Why it is not saved; `None` if the user has not yet chosen between two versions.
    pub why: Option<SaveFailure>,
}

/// How far closing is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Closing {
    /// Not wanted.
    #[default]
    No,
    /// Everything is being written, since this time in seconds after the app started.
    Writing(f64),
    /// It takes so long that the user was told.
    Slow,
    /// It may close.
    Granted,
    /// The window system knows that it may close.
    Warned,
}

impl Closing {
    /// Whether the disk has to be looked at.
    pub fn is_wanted(self) -> bool {
        self != Self::No
    }

    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event, sessions: &Sessions) -> Vec<Request> {
        match event {
            Event::Asked(now) if *self == Self::No => {
                *self = Self::Writing(now);
                vec![Request::Write]
            }
            Event::Asked(_) => Vec::new(),
            Event::Frame { asked, now, unwritten } => {
                let mut requests = self.mind_writing(now, unwritten, sessions);
                requests.extend(self.answer(asked));
                requests
            }
            Event::CloseAnyway => {
                *self = Self::Granted;
                Vec::new()
            }
            Event::Stay => {
                *self = Self::No;
                Vec::new()
            }
        }
    }

    fn mind_writing(&mut self, now: f64, unwritten: Option<&'static str>, sessions: &Sessions) -> Vec<Request> {
        match (*self, unwritten) {
            (Self::No | Self::Granted | Self::Warned, _) => Vec::new(),
            (Self::Writing(_) | Self::Slow, None) => {
                let unkept = unkept(sessions);
                if unkept.is_empty() {
                    *self = Self::Granted;
                    return Vec::new();
                }
                *self = Self::No;
                vec![Request::AskUnsaved(unkept)]
            }
            (Self::Writing(since), Some(what)) if now - since >= PATIENCE => {
                *self = Self::Slow;
                vec![Request::SaySlow(what), soon()]
            }
            (Self::Writing(_) | Self::Slow, Some(_)) => vec![soon()],
        }
    }

    /// Answers the window system.
    fn answer(&mut self, asked: bool) -> Option<Request> {
        match self {
            Self::Granted => {
                *self = Self::Warned;
                (!asked).then_some(Request::Close)
            }
            Self::No | Self::Writing(_) | Self::Slow => asked.then_some(Request::CancelClose),
            Self::Warned => None,
        }
    }
}

fn soon() -> Request {
    Request::FrameIn(std::time::Duration::from_secs_f64(SOON))
}

/// Campaigns whose newest edition is in no file of the library.
fn unkept(sessions: &Sessions) -> Vec<Unkept> {
    let unsaved = sessions.all().filter(|session| session.is_unsaved());
    unsaved
        .map(|session: &Session| {
            let (why, safe) = match session.saving() {
                Saving::Failed(NotSaved { why, rescued, .. }) => (Some(why.clone()), rescued.is_some()),
                Saving::Undecided => (None, true),
                Saving::Fine | Saving::Running(_) => (None, false),
            };
            Unkept {
                name: session.campaign().name.clone(),
                safe,
                why,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::testing;

    fn frame(asked: bool, now: f64, unwritten: Option<&'static str>) -> Event {
        Event::Frame { asked, now, unwritten }
    }

    fn unsaved(saving: Saving) -> Sessions {
        let mut sessions = Sessions::default();
        testing::open(&mut sessions, testing::campaign("Sale"));
        let session = sessions.open_mut().expect("an open campaign");
        session.step("edit-rename", |campaign| campaign.name = "Winter sale".into());
        session.set_saving(saving);
        sessions
    }

    #[test]
    fn with_everything_written_the_window_closes_in_the_frame_that_asked() {
        let (mut closing, sessions) = (Closing::default(), Sessions::default());
        assert_eq!(closing.on(Event::Asked(1.0), &sessions), [Request::Write]);
        assert_eq!(closing.on(frame(true, 1.0, None), &sessions), []);
        assert_eq!(closing, Closing::Warned);
        assert_eq!(
            closing.on(frame(true, 1.1, None), &sessions),
            [],
            "and is not held up again"
        );
    }

    #[test]
    fn a_slow_disk_is_waited_for_and_reported_once() {
        let (mut closing, sessions) = (Closing::default(), Sessions::default());
        let later = Request::FrameIn(std::time::Duration::from_millis(100));
        closing.on(Event::Asked(1.0), &sessions);
        let saving = Some("busy-save");
        assert_eq!(
            closing.on(frame(true, 1.0, saving), &sessions),
            [later.clone(), Request::CancelClose]
        );
        assert_eq!(
            closing.on(Event::Asked(2.0), &sessions),
            [],
            "it is being written already"
        );
        assert_eq!(
            closing.on(frame(false, 4.9, saving), &sessions),
            std::slice::from_ref(&later)
        );
        let said = [Request::SaySlow("busy-save"), later.clone()];
        assert_eq!(closing.on(frame(false, 5.0, saving), &sessions), said);
        assert_eq!(closing.on(frame(false, 9.0, saving), &sessions), [later]);
        assert_eq!(closing.on(frame(false, 9.1, None), &sessions), [Request::Close]);
    }

    #[test]
    fn who_does_not_wait_closes_and_who_stays_is_asked_again() {
        let (mut closing, sessions) = (Closing::default(), Sessions::default());
        closing.on(Event::Asked(0.0), &sessions);
        closing.on(Event::Stay, &sessions);
        assert_eq!(closing.on(frame(false, 9.0, Some("busy-save")), &sessions), []);
        assert_eq!(closing.on(Event::Asked(9.5), &sessions), [Request::Write]);
        closing.on(Event::CloseAnyway, &sessions);
        assert_eq!(
            closing.on(frame(false, 9.6, Some("busy-save")), &sessions),
            [Request::Close]
        );
    }

    #[test]
    fn what_is_in_no_file_is_asked_about_and_the_window_stays() {
        let failed = |rescued: Option<&str>| {
            Saving::Failed(NotSaved {
                why: SaveFailure::BrokeOff,
                rescued: rescued.map(Into::into),
                attempts: 1,
                edition: 1,
            })
        };
        let cases = [
            (failed(Some("/tmp/rescued")), true, Some(SaveFailure::BrokeOff)),
            (failed(None), false, Some(SaveFailure::BrokeOff)),
            (Saving::Undecided, true, None),
        ];
        for (saving, safe, why) in cases {
            let sessions = unsaved(saving.clone());
            let mut closing = Closing::default();
            closing.on(Event::Asked(0.0), &sessions);
            let asked = Request::AskUnsaved(vec![Unkept {
                name: "Winter sale".into(),
                safe,
                why,
            }]);
            let requests = closing.on(frame(true, 0.0, None), &sessions);
            assert_eq!(requests, [asked, Request::CancelClose], "{saving:?}");
            assert_eq!(closing, Closing::No);
        }
    }
}
