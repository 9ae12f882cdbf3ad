//! Two libraries that publish the same campaign to one backend, from one computer: what is live belongs to the one that launched it.

use uuid::Uuid;

use super::fake::{Desk, HERE, draft, stored};
use crate::publish::courier::{Choice, Event};
use crate::publish::{EntryKey, Intention, Launch, Operation, Outcome, Standing, Subject, What, standing};

/// The library that launches second.
const OTHER: &str = "other";

fn other_key() -> EntryKey {
    EntryKey::new(OTHER, HERE, "a")
}

fn other_operation(desk: &Desk, number: u128, operation: Operation) -> Uuid {
    let intention = Intention {
        id: Uuid::from_u128(10_000 + number),
        library: OTHER.into(),
        connection: HERE.into(),
        subject: Subject::campaign("a"),
        name: "A".into(),
        at: desk.now,
        operation,
    };
    desk.data_dir.outbox.add(&intention).expect("added");
    intention.id
}

fn other_launch(desk: &Desk, number: u128, title: &str) -> Uuid {
    let launch = Launch::of(&draft("a", title), desk.folder.path()).expect("no pictures");
    other_operation(desk, number, Operation::Launch(Box::new(launch)))
}

fn other_standing(desk: &Desk, title: &str) -> Standing {
    let entry = desk.data_dir.ledger.get(&other_key()).expect("read");
    let waiting = desk.data_dir.outbox.queue().expect("listed").waiting;
    standing(&draft("a", title), OTHER, HERE, entry.as_ref(), &waiting)
}

fn refresh(desk: &mut Desk) {
    desk.rounds.refresh(HERE, desk.now, &mut |_| {}).expect("noted");
}

#[test]
fn a_copy_in_another_library_is_not_live() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.work();
    assert_eq!(other_standing(&desk, "one"), Standing::Draft);
    // The backend has a campaign of that identity; it was not launched from there.
    refresh(&mut desk);
    assert_eq!(other_standing(&desk, "one"), Standing::Draft);
    assert_eq!(desk.data_dir.ledger.of_connection(OTHER, HERE), []);
    assert_eq!(desk.standing("a", "one"), Standing::Live);
}

#[test]
fn launching_a_changed_copy_overwrites_nothing_unseen() {
    let mut desk = Desk::new(2);
    desk.launch("a", "one");
    desk.work();
    other_launch(&desk, 1, "another");
    desk.work();
    assert_eq!(desk.backend().campaigns["a"].live, Some(stored("a", "one")));
    assert_eq!(other_standing(&desk, "another"), Standing::Conflict);
    let entry = desk.data_dir.ledger.get(&other_key()).expect("read").expect("there");
    let theirs = entry
        .conflict
        .and_then(|conflict| conflict.theirs)
        .expect("both versions");
    let theirs = theirs.campaign().expect("a campaign");
    assert_eq!(theirs.content.text.as_deref(), Some("one"));
    // The library that launched it notices nothing, and goes on as before.
    assert_eq!(desk.standing("a", "one"), Standing::Live);
    desk.launch("a", "two");
    desk.work();
    assert_eq!(desk.standing("a", "two"), Standing::Live);

    // The user decides for the copy: now the first library has to look.
    let events = &mut desk.events;
    let resolved = desk
        .rounds
        .resolve(&other_key(), Choice::KeepMine, &mut |event| events.push(event));
    resolved.expect("the disk works");
    desk.work();
    // The version shown in the conflict is no longer there: it is shown again.
    assert_eq!(other_standing(&desk, "another"), Standing::Conflict);
    let resolved = desk.rounds.resolve(&other_key(), Choice::KeepMine, &mut |_| {});
    resolved.expect("the disk works");
    desk.work();
    assert_eq!(other_standing(&desk, "another"), Standing::Live);
    refresh(&mut desk);
    assert_eq!(desk.standing("a", "two"), Standing::ChangedSinceLaunch);
    desk.launch("a", "three");
    desk.work();
    assert_eq!(desk.standing("a", "three"), Standing::Conflict);
    assert_eq!(desk.backend().campaigns["a"].live, Some(stored("a", "another")));
}

#[test]
fn launching_the_same_from_another_library_has_nothing_to_choose() {
    let mut desk = Desk::new(3);
    desk.launch("a", "one");
    desk.work();
    other_launch(&desk, 1, "one");
    desk.work();
    assert_eq!(other_standing(&desk, "one"), Standing::Live);
    refresh(&mut desk);
    assert_eq!(desk.standing("a", "one"), Standing::Live);
}

#[test]
fn operations_of_two_libraries_do_not_overtake_each_other() {
    let mut desk = Desk::new(4);
    let mine = desk.launch("a", "one");
    let theirs = other_launch(&desk, 1, "one");
    desk.operation("a", Operation::Pause);
    desk.work();
    let ended = |id: Uuid| {
        desk.events.iter().find_map(|event| match event {
            Event::Ended { about, outcome } if about.intention == id => Some(*outcome),
            Event::Sent { about, .. } if about.intention == id => Some(Outcome::Done),
            _ => None,
        })
    };
    // Ours was overtaken by our own pause; theirs does not concern us.
    assert_eq!(ended(mine), Some(Outcome::Superseded));
    assert_eq!(ended(theirs), Some(Outcome::Done));
    assert!(desk.waits().is_empty(), "{:?}", desk.waits());
}

#[test]
fn a_conflict_of_one_library_holds_up_no_other() {
    let mut desk = Desk::new(5);
    desk.launch("a", "one");
    desk.work();
    other_launch(&desk, 1, "another");
    desk.work();
    desk.launch("a", "two");
    desk.work();
    assert_eq!(desk.standing("a", "two"), Standing::Live);
    assert_eq!(desk.waits(), [What::Launch], "the other one waits for the user");
}
