//! When the disk is read.

use std::sync::Arc;

use proptest::prelude::*;

use super::{
    super::{Choose, Event, KeptTheirs, Theirs, reading::Reading},
    desk::{CAMPAIGN, Desk, LIBRARY, campaign, courier, read, snapshot, snapshot_with},
};
use crate::{
    publish::{self, Choice, Document, Status},
    studio::{testing, trouble::Trouble},
};

#[test]
fn requests_to_read_are_joined_and_never_two_readings_run() {
    Desk::new().follows([
        (Event::Opened, &["read for the first time"]),
        (courier(publish::Event::Idle), &[]),
        (Event::Retry, &["retry all"]),
        // One more reading for both, which is not the first.
        (read(snapshot(&["shop"])), &["refresh statuses", "read"]),
        (read(snapshot(&["shop"])), &["refresh statuses"]),
        (courier(publish::Event::Idle), &["read"]),
    ]);
}

/// An earlier version's data is adopted by the first reading that succeeds.
#[test]
fn a_first_reading_that_failed_is_followed_by_a_first_one() {
    let failed = || Event::Read(Err(Trouble::TokenOfAnotherServer));
    let complaint = "complain: the token that is kept is for another server";
    Desk::new().follows([
        (Event::Opened, &["read for the first time"]),
        (failed(), &[complaint]),
        (Event::Retry, &["retry all", "read for the first time"]),
        (Event::Retry, &["retry all"]),
        (failed(), &[complaint, "read for the first time"]),
        (read(snapshot(&[])), &["refresh statuses"]),
        (Event::Retry, &["retry all", "read"]),
    ]);
}

/// An answer that changes nothing causes no reading.
#[test]
fn a_refresh_is_read_only_if_it_brought_something() {
    let refreshed = |changed| {
        let connection = "shop".to_owned();
        courier(publish::Event::Refreshed { connection, changed })
    };
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([(refreshed(false), &[]), (refreshed(true), &["read"])]);
    assert_eq!(desk.publishing.heard(), Some(desk.now));
}

#[test]
fn the_same_snapshot_read_twice_changes_nothing_that_is_shown() {
    let live = || {
        snapshot_with(&["shop"], |entry| {
            entry.status = Some(Status::Live);
            entry.live = Some(Document::Campaign(Box::new(campaign())));
        })
    };
    let mut desk = Desk::new();
    desk.on(read(live()));
    let (view, known) = (desk.view(), desk.publishing.published().snapshot());
    desk.on(read(live()));
    assert!(Arc::ptr_eq(&view, &desk.view()), "what is shown is not made again");
    assert!(Arc::ptr_eq(&known, &desk.publishing.published().snapshot()));
    desk.on(read(snapshot(&["shop"])));
    assert_ne!(view.standing(), desk.view().standing());
}

#[test]
fn a_conflict_is_resolved_in_the_library_that_was_read() {
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([(
        Event::ResolveConflict(choose(Choice::KeepMine)),
        &[&*format!("KeepMine at shop in {LIBRARY}"), "read"],
    )]);
}

fn choose(choice: Choice) -> Choose {
    Choose {
        connection: "shop".to_owned(),
        campaign: CAMPAIGN.to_owned(),
        choice,
    }
}

#[test]
fn a_conflict_ends_once_nothing_is_lost_by_it() {
    let kept = |choice, kept| {
        Event::TheirsKept(Ok(Box::new(Theirs {
            path: testing::path("Sale"),
            choose: choose(choice),
            kept,
        })))
    };
    let theirs = testing::campaign("Theirs");
    let copied = Box::new(testing::stored(theirs.clone()));
    let mine = format!("KeepMine at shop in {LIBRARY}");
    let cases: [(Event, &[&str]); 4] = [
        // The draft's file must have it first.
        (
            kept(Choice::TakeTheirs, KeptTheirs::Here(Box::new(theirs))),
            &["take theirs"],
        ),
        (
            kept(Choice::KeepMine, KeptTheirs::Copied(copied)),
            &["say copied Theirs", &mine, "read"],
        ),
        (kept(Choice::KeepMine, KeptTheirs::Nowhere), &[&mine, "read"]),
        (
            Event::TheirsKept(Err(Trouble::BrokeOff)),
            &["complain: this broke off because of a fault in Beckon"],
        ),
    ];
    for (event, requests) in cases {
        Desk::connected_to(&["shop"]).follows([(event, requests)]);
    }
}

proptest! {
    /// Whatever happens in whatever order: at most one reading runs, and the last request is answered by a reading that began after it.
    #[test]
    fn the_newest_request_is_answered_by_a_later_reading(asks in proptest::collection::vec(any::<Option<bool>>(), 0..40)) {
        let mut reading = Reading::default();
        // Whether one runs, and whether it began after the last request.
        let (mut runs, mut is_fresh) = (false, true);
        // In the end, all that runs ends.
        for ask in asks.into_iter().chain([Some(true); 3]) {
            let begun = match ask {
                None => {
                    is_fresh = false;
                    reading.ask()
                }
                Some(succeeded) if runs => {
                    runs = false;
                    reading.end(succeeded)
                }
                Some(_) => None,
            };
            if begun.is_some() {
                prop_assert!(!runs, "two at once");
                (runs, is_fresh) = (true, true);
            }
        }
        prop_assert!(!runs && is_fresh);
    }
}
