//! What is written when, depending on what happens to sessions.

use std::time::Duration;

use chrono::TimeDelta;

use super::*;
use crate::{
    library::{ContentHash, LibraryError, VersionTag},
    studio::testing::{self, now},
};

type Keep = Keeping<&'static str>;

/// A window with one open campaign of this name, saved.
fn open(name: &str) -> (Sessions, u64) {
    let mut sessions = Sessions::default();
    let number = add(&mut sessions, name);
    (sessions, number)
}

fn add(sessions: &mut Sessions, name: &str) -> u64 {
    testing::open(sessions, testing::campaign(name))
}

fn edit(sessions: &mut Sessions, number: u64, name: &str) {
    let session = sessions.of(number).expect("a session");
    session.step("edit-rename", |campaign| campaign.name = name.to_owned());
}

/// Short words for what is asked.
fn words(requests: Vec<Request<&'static str>>) -> Vec<String> {
    let word = |request: Request<&'static str>| match request {
        Request::Save {
            session,
            edition,
            delay: None,
        } => format!("save {session}.{edition}"),
        Request::Save {
            session,
            edition,
            delay: Some(delay),
        } => format!("save {session}.{edition} in {} s", delay.as_secs()),
        Request::Note => "note".into(),
        Request::TickIn(_) => "tick".into(),
        Request::EndEditing => "end editing".into(),
        Request::Flush => "flush".into(),
        Request::Ask { session, edition, .. } => format!("ask {session}.{edition}"),
        Request::SayNotSaved(name) => format!("say {name}"),
        Request::FolderTookIt => "folder took it".into(),
        Request::FolderRefused(kind) => format!("folder refused {kind:?}"),
        Request::OpenIsSaved => "refresh".into(),
        Request::Do(then) => then.into(),
    };
    requests.into_iter().map(word).collect()
}

fn refused() -> SaveError {
    let source = std::io::Error::from(std::io::ErrorKind::StorageFull);
    SaveError::Failed {
        error: LibraryError::new("save", std::path::Path::new("/library/a.campaign.json"), source),
        rescued: None,
    }
}

fn saved(session: u64, edition: u64, result: Result<Saved, SaveError>) -> Event<&'static str> {
    Event::Saved {
        session,
        edition,
        result,
    }
}

fn on(keep: &mut Keep, event: Event<&'static str>, sessions: &mut Sessions) -> Vec<String> {
    words(keep.on(event, sessions, now()))
}

const LATER: Duration = Duration::from_secs(60);

#[test]
fn an_edition_is_saved_once_when_typing_pauses() {
    let (mut sessions, number) = open("a");
    let mut keep = Keep::default();
    assert_eq!(on(&mut keep, Event::Tick(LATER), &mut sessions), Vec::<String>::new());
    edit(&mut sessions, number, "b");
    assert_eq!(on(&mut keep, Event::Tick(LATER), &mut sessions), ["save 1.1"]);
    assert_eq!(on(&mut keep, Event::Tick(LATER), &mut sessions), Vec::<String>::new());
    assert_eq!(*sessions.open().expect("open").saving(), Saving::Running(1));
    edit(&mut sessions, number, "c");
    assert_eq!(on(&mut keep, Event::Tick(LATER), &mut sessions), ["save 1.2"]);
}

#[test]
fn what_is_being_typed_is_written_down_once_a_revision() {
    let (mut sessions, number) = open("a");
    let mut keep = Keep::default();
    let session = sessions.of(number).expect("a session");
    session.edit(LATER, |campaign| {
        campaign.name.push('b');
        Some(crate::studio::session::Edit::Typed("edit-rename", "/name".into()))
    });
    assert_eq!(on(&mut keep, Event::Tick(LATER), &mut sessions), ["note", "tick"]);
    assert_eq!(on(&mut keep, Event::Tick(LATER), &mut sessions), ["tick"]);
    assert_eq!(on(&mut keep, Event::Tick(LATER * 2), &mut sessions), ["save 1.1"]);
}

#[test]
fn a_disk_that_refuses_is_said_once_and_tried_later_and_later() {
    let (mut sessions, number) = open("a");
    let mut keep = Keep::default();
    edit(&mut sessions, number, "b");
    on(&mut keep, Event::Tick(LATER), &mut sessions);
    let mut delays = Vec::new();
    for attempt in 0..8 {
        let said = on(&mut keep, saved(1, 1, Err(refused())), &mut sessions);
        assert_eq!(said[0], "folder refused Full");
        assert_eq!(said.contains(&"say b".to_owned()), attempt == 0, "{said:?}");
        delays.push(said.last().cloned().expect("it is tried again"));
    }
    let wanted = [1, 2, 4, 8, 16, 30, 30, 30].map(|delay| format!("save 1.1 in {delay} s"));
    assert_eq!(delays, wanted);
    // Nothing more is requested automatically until the user edits or asks.
    assert_eq!(on(&mut keep, Event::Tick(LATER), &mut sessions), Vec::<String>::new());
    assert_eq!(on(&mut keep, Event::Retry, &mut sessions), ["save 1.1", "flush"]);
    let taken = on(&mut keep, saved(1, 1, Ok(fine())), &mut sessions);
    assert_eq!(taken, ["refresh", "folder took it"]);
    assert_eq!(*sessions.open().expect("open").saving(), Saving::Fine);
}

fn fine() -> Saved {
    Saved::Written(VersionTag {
        path: "/library/a.campaign.json".into(),
        hash: ContentHash::of(b"a"),
    })
}

#[test]
fn the_folder_has_taken_it_only_when_nothing_fails_any_more() {
    let (mut sessions, first) = open("a");
    let mut keep = Keep::default();
    edit(&mut sessions, first, "b");
    let second = add(&mut sessions, "c");
    edit(&mut sessions, second, "d");
    on(&mut keep, saved(first, 1, Err(refused())), &mut sessions);
    on(&mut keep, saved(second, 1, Err(refused())), &mut sessions);
    assert_eq!(on(&mut keep, saved(second, 1, Ok(fine())), &mut sessions), ["refresh"]);
    assert_eq!(
        on(&mut keep, saved(first, 1, Ok(fine())), &mut sessions),
        ["folder took it"]
    );
}

#[test]
fn what_waits_for_a_save_is_done_once_that_edition_is_in_the_file() {
    let (mut sessions, number) = open("a");
    let mut keep = Keep::default();
    assert_eq!(
        on(&mut keep, Event::Then(number, "resolve"), &mut sessions),
        ["resolve"]
    );
    edit(&mut sessions, number, "b");
    edit(&mut sessions, number, "c");
    assert_eq!(
        on(&mut keep, Event::Then(number, "resolve"), &mut sessions),
        ["save 1.2"]
    );
    let early = on(&mut keep, saved(1, 1, Ok(fine())), &mut sessions);
    assert!(!early.contains(&"resolve".to_owned()), "{early:?}");
    let due = on(&mut keep, saved(1, 2, Ok(fine())), &mut sessions);
    assert!(due.contains(&"resolve".to_owned()), "{due:?}");
    assert_eq!(
        on(&mut keep, saved(1, 2, Ok(fine())), &mut sessions),
        ["refresh", "folder took it"]
    );
}

#[test]
fn a_campaign_that_is_left_is_saved_unless_the_user_has_to_choose() {
    let (mut sessions, first) = open("a");
    let mut keep = Keep::default();
    edit(&mut sessions, first, "b");
    assert_eq!(
        on(&mut keep, Event::Changed(first), &mut sessions),
        Vec::<String>::new()
    );
    add(&mut sessions, "c");
    assert_eq!(on(&mut keep, Event::Left(first), &mut sessions), ["save 1.1"]);
    assert_eq!(on(&mut keep, Event::Changed(first), &mut sessions), ["save 1.1"]);
    sessions.of(first).expect("parked").set_saving(Saving::Undecided);
    assert_eq!(on(&mut keep, Event::Left(first), &mut sessions), Vec::<String>::new());
    assert_eq!(on(&mut keep, Event::Closing, &mut sessions), ["flush"]);
    assert_eq!(on(&mut keep, Event::Retry, &mut sessions), ["save 1.1", "flush"]);
}

#[test]
fn a_worker_that_breaks_off_is_a_save_that_failed() {
    let (mut sessions, number) = open("a");
    let mut keep = Keep::default();
    edit(&mut sessions, number, "b");
    let said = on(&mut keep, Event::Crashed(number), &mut sessions);
    assert_eq!(said, ["folder refused Other", "say b", "save 1.1 in 1 s"]);
    assert_eq!(on(&mut keep, Event::Crashed(99), &mut sessions), Vec::<String>::new());
}

#[test]
fn an_editing_session_that_rests_for_half_an_hour_ends() {
    let (mut sessions, number) = open("a");
    let mut keep = Keep::default();
    edit(&mut sessions, number, "b");
    on(&mut keep, saved(number, 1, Ok(fine())), &mut sessions);
    let at = |minutes| now() + TimeDelta::minutes(minutes);
    let mut tick = |minutes| words(keep.on(Event::Tick(LATER), &mut sessions, at(minutes)));
    assert_eq!(tick(0), Vec::<String>::new());
    assert_eq!(tick(30), Vec::<String>::new());
    assert_eq!(tick(31), ["end editing"]);
}
