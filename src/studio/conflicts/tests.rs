//! When the user is asked about a conflict, and what follows from the answer.

use super::*;
use crate::{
    library::{LibraryError, Resolved, Theirs},
    studio::testing,
};

/// A window with one open campaign that is edited and in conflict.
fn window() -> (Conflicts, Sessions, u64) {
    let mut sessions = Sessions::default();
    let number = add(&mut sessions, "Sale");
    (Conflicts::default(), sessions, number)
}

fn add(sessions: &mut Sessions, name: &str) -> u64 {
    let number = testing::open(sessions, testing::campaign(name));
    let session = sessions.open_mut().expect("an open campaign");
    session.step("edit-rename", |campaign| campaign.name.push_str(" mine"));
    session.set_saving(Saving::Undecided);
    number
}

fn met(sessions: &mut Sessions, session: u64) -> Met {
    let found = sessions.of(session).expect("a session");
    Met {
        session,
        edition: found.edition(),
        conflict: Conflict {
            tag: testing::stored(testing::campaign("Sale")).tag,
            mine: found.campaign().clone(),
            theirs: Theirs::Deleted,
        },
    }
}

/// Short words for what is asked.
fn words(requests: Vec<Request>) -> Vec<String> {
    let word = |request: Request| match request {
        Request::Ask(met) => format!("ask {}.{}", met.session, met.edition),
        Request::End { met, resolution, .. } => format!("end {} {resolution:?}", met.session),
        Request::Save(number) => format!("save {number}"),
        Request::Complain(_) => "complain".into(),
        Request::Listed(path, campaign) => format!("listed {} {}", path.display(), campaign.name),
        Request::OpenChanged => "refresh".into(),
        Request::Look(path) => format!("look {}", path.display()),
        Request::Open(opened) => format!("open {}", opened.stored.campaign.name),
        Request::Gone(path, name) => format!("gone {} {name}", path.display()),
        Request::ReadBin => "bin".into(),
    };
    requests.into_iter().map(word).collect()
}

fn ended(session: u64, keep: Keep, open: Option<&str>, theirs: Option<&str>) -> Event {
    let stored = |name: &str| testing::stored(testing::campaign(name));
    Event::Ended {
        session,
        edition: 1,
        keep,
        result: Ok(Box::new(Ended {
            resolved: Resolved {
                open: open.map(stored),
                other: None,
            },
            theirs: theirs.map(stored),
        })),
    }
}

#[test]
fn a_conflict_is_asked_about_when_nothing_else_is_and_only_its_newest_state() {
    let (mut conflicts, mut sessions, sale) = window();
    let other = add(&mut sessions, "Other");
    for number in [sale, other, sale] {
        let met = met(&mut sessions, number);
        assert!(conflicts.on(Event::Met(met), &mut sessions).is_empty());
    }
    assert_eq!(
        words(conflicts.on(Event::Free, &mut sessions)),
        [format!("ask {other}.1")]
    );
    assert_eq!(
        words(conflicts.on(Event::Free, &mut sessions)),
        [format!("ask {sale}.1")]
    );
    assert!(conflicts.on(Event::Free, &mut sessions).is_empty());
}

#[test]
fn what_was_decided_or_forgotten_meanwhile_is_not_asked_about() {
    let (mut conflicts, mut sessions, decided) = window();
    let forgotten = add(&mut sessions, "Forgotten");
    let open = add(&mut sessions, "Open");
    for number in [decided, forgotten, open] {
        let met = met(&mut sessions, number);
        conflicts.on(Event::Met(met), &mut sessions);
    }
    sessions.of(decided).expect("a session").set_saving(Saving::Fine);
    sessions.forget(forgotten);
    assert_eq!(
        words(conflicts.on(Event::Free, &mut sessions)),
        [format!("ask {open}.1")]
    );
}

#[test]
fn each_choice_becomes_what_the_library_has_to_do() {
    let (mut conflicts, mut sessions, number) = window();
    let copy = (Uuid::nil(), "Copy".to_owned());
    let cases = [
        (Keep::Mine, Resolution::KeepMine),
        (Keep::Theirs, Resolution::TakeTheirs),
        (
            Keep::Both,
            Resolution::KeepBoth {
                id: copy.0,
                name: copy.1.clone(),
            },
        ),
    ];
    for (keep, resolution) in cases {
        let met = met(&mut sessions, number);
        let copy = copy.clone();
        let chosen = Event::Chosen { met, keep, copy };
        assert_eq!(
            words(conflicts.on(chosen, &mut sessions)),
            [format!("end {number} {resolution:?}")]
        );
    }
}

#[test]
fn mine_is_saved_and_the_next_edit_is_not() {
    let (mut conflicts, mut sessions, number) = window();
    let requests = conflicts.on(ended(number, Keep::Mine, Some("Sale"), None), &mut sessions);
    assert_eq!(words(requests), ["listed /library/Sale.campaign.json Sale", "bin"]);
    let session = sessions.of(number).expect("a session");
    assert_eq!((session.is_unsaved(), session.saving()), (false, &Saving::Fine));
}

#[test]
fn theirs_is_shown_and_mine_is_one_undo_away() {
    let (mut conflicts, mut sessions, number) = window();
    let requests = conflicts.on(ended(number, Keep::Theirs, Some("Theirs"), None), &mut sessions);
    assert_eq!(words(requests), ["refresh", "bin"]);
    let session = sessions.of(number).expect("a session");
    assert_eq!(session.campaign().name, "Theirs");
    session.undo();
    assert_eq!(session.campaign().name, "Sale mine");
}

#[test]
fn both_go_on_in_files_of_their_own() {
    let (mut conflicts, mut sessions, number) = window();
    let requests = conflicts.on(ended(number, Keep::Both, Some("Copy"), Some("Sale")), &mut sessions);
    assert_eq!(
        words(requests),
        ["look /library/Sale.campaign.json", "open Copy", "bin"]
    );
    assert_eq!(sessions.of(number).expect("a session").campaign().name, "Sale");
    let requests = conflicts.on(ended(number, Keep::Both, Some("Copy"), None), &mut sessions);
    assert_eq!(words(requests).len(), 3);
    assert!(sessions.of(number).is_none(), "its file cannot be read");
}

#[test]
fn an_accepted_deletion_takes_the_campaign_from_the_list() {
    let (mut conflicts, mut sessions, number) = window();
    let requests = conflicts.on(ended(number, Keep::Theirs, None, None), &mut sessions);
    assert_eq!(words(requests), ["gone /library/Sale.campaign.json Sale mine", "bin"]);
}

#[test]
fn a_conflict_that_was_not_ended_is_met_again() {
    let (mut conflicts, mut sessions, number) = window();
    let failing = |result: SaveError| Event::Ended {
        session: number,
        edition: 1,
        keep: Keep::Both,
        result: Err(result),
    };
    let changed_again = SaveError::from(Box::new(met(&mut sessions, number).conflict));
    assert!(conflicts.on(failing(changed_again), &mut sessions).is_empty());
    assert_eq!(
        words(conflicts.on(Event::Free, &mut sessions)),
        [format!("ask {number}.1")]
    );
    let full = SaveError::Failed {
        error: LibraryError::new(
            "save",
            std::path::Path::new("Sale"),
            std::io::ErrorKind::StorageFull.into(),
        ),
        rescued: None,
    };
    let again = format!("save {number}");
    assert_eq!(words(conflicts.on(failing(full), &mut sessions)), ["complain", &again]);
    assert_eq!(words(conflicts.on(Event::BrokeOff(number), &mut sessions)), [again]);
}
