//! The courier's events and the messages about them.

use std::collections::BTreeMap;

use chrono::DateTime;

use super::{
    super::{ConnectionState, Event, FollowUp, LOCAL, Message},
    desk::{CAMPAIGN, Desk, LIBRARY, about, campaign, courier, file, sent, snapshot_with, waiting},
};
use crate::{
    publish::{self, Answer, Conflict, Reason, Refusal, RefusalCause, SendError, Subject, What},
    studio::tone::Tone,
    wording::text::{Language, Text},
};

fn refusal() -> Refusal {
    Refusal {
        intention: crate::clock::new_id(),
        what: What::Launch,
        cause: RefusalCause::Answered,
        answer: Answer {
            status: 422,
            problem: None,
            words: Some("Plants are out of season".to_owned()),
            hint: None,
        },
        at: DateTime::UNIX_EPOCH,
    }
}

fn refused(library: &str) -> Event {
    courier(publish::Event::Refused {
        about: about(library, "shop", What::Launch),
        refusal: refusal(),
    })
}

fn conflict() -> Conflict {
    Conflict {
        intention: crate::clock::new_id(),
        what: What::Launch,
        theirs: None,
        etag: None,
        pictures: BTreeMap::new(),
        at: DateTime::UNIX_EPOCH,
    }
}

fn in_conflict(library: &str) -> Event {
    courier(publish::Event::Conflict {
        about: about(library, "shop", What::Launch),
        conflict: Box::new(conflict()),
    })
}

/// The offered action is a command to a campaign in this library's list; there is none for another library's.
#[test]
fn events_of_another_library_are_said_without_a_button() {
    type OfLibrary = fn(&str) -> Event;
    let events: [(OfLibrary, &str); 4] = [
        (refused, "ShowReview"),
        (in_conflict, "Choose"),
        (|library| sent(library, LOCAL, What::Launch), "OpenDemo"),
        (|library| sent(library, "shop", What::Launch), ""),
    ];
    for (event, next) in events {
        for (library, is_own) in [(LIBRARY, true), ("another-library", false)] {
            let mut desk = Desk::connected_to(&["shop"]);
            let said = desk.on(event(library)).remove(0);
            let offer = format!(" about {CAMPAIGN}, offer {next}");
            assert!(said.starts_with("say "), "{said}");
            assert_eq!(said.ends_with(&offer), is_own && !next.is_empty(), "{said}");
        }
    }
}

#[test]
fn whatever_happened_is_read_from_the_disk() {
    let events: [fn() -> publish::Event; 5] = [
        || publish::Event::Sending(about(LIBRARY, "shop", What::Launch)),
        || publish::Event::Ended {
            about: about(LIBRARY, "shop", What::Launch),
            outcome: publish::Outcome::Done,
        },
        || publish::Event::Stopped {
            connection: "shop".to_owned(),
            reason: Reason::TokenRefused,
        },
        || publish::Event::Online {
            connection: "shop".to_owned(),
        },
        || publish::Event::Idle,
    ];
    for event in events {
        Desk::connected_to(&["shop"]).follows([(courier(event()), &["read"])]);
    }
    let trouble = SendError::NoThread("EAGAIN".to_owned());
    Desk::connected_to(&["shop"]).follows([(
        courier(publish::Event::Trouble(trouble)),
        &["complain: nothing can be sent just now: EAGAIN", "read"],
    )]);
}

#[test]
fn each_connection_has_its_line() {
    let mut desk = Desk::connected_to(&["shop"]);
    assert_eq!(desk.publishing.line(), ConnectionState::Unknown);
    desk.on(waiting("shop"));
    assert_eq!(
        desk.publishing.line(),
        ConnectionState::Offline(Reason::LocalNotRunning)
    );
    desk.on(sent(LIBRARY, "blog", What::Launch));
    assert_eq!(
        desk.publishing.line(),
        ConnectionState::Offline(Reason::LocalNotRunning)
    );
    assert_eq!(desk.publishing.lines().get("blog"), Some(&ConnectionState::Online));
    let reason = Reason::TokenRefused;
    desk.on(courier(publish::Event::Stopped {
        connection: "shop".to_owned(),
        reason: reason.clone(),
    }));
    assert_eq!(desk.view().line, ConnectionState::Stopped(reason.clone()));
    // One campaign alone waits: the line is unchanged.
    desk.on(courier(publish::Event::Waiting {
        connection: "shop".to_owned(),
        subject: Some(Subject::campaign(CAMPAIGN)),
        until: DateTime::UNIX_EPOCH,
        reason: Reason::NotABackend,
    }));
    assert_eq!(desk.view().line, ConnectionState::Stopped(reason));
    desk.on(refused(LIBRARY));
    assert_eq!(desk.view().line, ConnectionState::Online);
    desk.on(Event::RemoveConnection("shop".to_owned()));
    assert_eq!(desk.publishing.line(), ConnectionState::Unknown);
}

#[test]
fn both_versions_are_shown_while_there_is_a_conflict() {
    let show = || Event::ShowConflict(file(), Box::new(campaign()));
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([(show(), &[])]);
    let snapshot = snapshot_with(&["shop"], |entry| entry.conflict = Some(conflict()));
    desk.on(Event::Read(Ok(snapshot)));
    desk.follows([(show(), &["show the conflict with shop"])]);
}

#[test]
fn messages_have_words_and_a_tone() {
    let name = || "Welcome".to_owned();
    let messages = [
        (Message::Impossible, Tone::Danger, "launch-impossible"),
        (Message::ChooseConnection, Tone::Accent, "launch-choose-connection"),
        (Message::NothingNew, Tone::Neutral, "launch-nothing-new"),
        (Message::NoDemo, Tone::Neutral, "launch-no-demo"),
    ];
    for language in Language::ALL {
        let text = Text::new(language);
        for (message, tone, key) in &messages {
            assert_eq!((message.tone(), message.words(&text)), (*tone, text.t(key)));
        }
        let stopped = Message::Stopped(27);
        assert_eq!(stopped.tone(), Tone::Danger);
        assert!(stopped.words(&text).contains("27"));
        let about = [
            (Message::Done(What::Launch, name()), Tone::Success),
            (Message::Done(What::Pause, name()), Tone::Success),
            (Message::Done(What::TakeDown, name()), Tone::Success),
            (Message::Conflict(name()), Tone::Warning),
            (
                Message::Refused {
                    name: name(),
                    refusal: refusal(),
                },
                Tone::Danger,
            ),
        ];
        for (message, tone) in about {
            let words = message.words(&text);
            assert_eq!(message.tone(), tone);
            assert!(words.contains("Welcome"), "{words}");
        }
        for next in [FollowUp::ShowReview, FollowUp::Choose, FollowUp::OpenDemo] {
            assert_ne!(text.t(next.label_key()), next.label_key());
        }
    }
}
