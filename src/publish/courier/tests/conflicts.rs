//! Somebody else changed it there: both versions are kept, and the user chooses.

use super::fake::{Desk, HERE, draft, key, stored};
use crate::publish::courier::{Choice, Event};
use crate::publish::{Document, Operation, Outcome, Standing, What};

/// Launched from here, changed by somebody else, launched again.
fn contested() -> Desk {
    let mut desk = Desk::new(7);
    desk.launch("a", "one");
    desk.work();
    {
        let mut backend = desk.backend();
        let kept = backend.campaigns.get_mut("a").expect("there");
        kept.document = stored("a", "theirs");
        kept.etag = "\"theirs\"".into();
    }
    desk.launch("a", "mine");
    desk.work();
    desk
}

fn choose(desk: &mut Desk, choice: Choice) {
    let events = &mut desk.events;
    desk.rounds
        .resolve(&key("a"), choice, &mut |event| events.push(event))
        .expect("the disk works");
    desk.work();
}

#[test]
fn a_conflict_keeps_both_and_waits() {
    let mut desk = contested();
    assert_eq!(desk.standing("a", "mine"), Standing::Conflict);
    assert_eq!(desk.waits(), [What::Launch]);
    let conflict = desk.entry("a").conflict.expect("a conflict");
    assert_eq!(
        conflict.theirs.as_ref().and_then(Document::campaign),
        Some(&draft("a", "theirs"))
    );
    assert_eq!(desk.backend().campaigns["a"].document, stored("a", "theirs"));
    assert!(desk.events.iter().any(|event| matches!(event, Event::Conflict { .. })));
    // Nothing goes out meanwhile, even after a restart.
    let heard = desk.backend().heard.len();
    desk.restart();
    desk.work();
    assert_eq!(desk.backend().heard.len(), heard);
}

#[test]
fn mine_goes_over_theirs() {
    let mut desk = contested();
    choose(&mut desk, Choice::KeepMine);
    assert_eq!(desk.backend().campaigns["a"].live, Some(stored("a", "mine")));
    assert_eq!(desk.standing("a", "mine"), Standing::Live);
}

#[test]
fn mine_goes_over_theirs_only_if_theirs_is_what_was_seen() {
    let mut desk = contested();
    {
        let mut backend = desk.backend();
        let kept = backend.campaigns.get_mut("a").expect("there");
        kept.document = stored("a", "theirs again");
        kept.etag = "\"again\"".into();
    }
    choose(&mut desk, Choice::KeepMine);
    let conflict = desk.entry("a").conflict.expect("another conflict");
    assert_eq!(
        conflict.theirs.as_ref().and_then(Document::campaign),
        Some(&draft("a", "theirs again"))
    );
    choose(&mut desk, Choice::KeepMine);
    assert_eq!(desk.backend().campaigns["a"].live, Some(stored("a", "mine")));
}

#[test]
fn theirs_stays_and_mine_is_given_up() {
    let mut desk = contested();
    let second = desk.launch("a", "mine, later");
    choose(&mut desk, Choice::TakeTheirs);
    assert_eq!(desk.waits(), []);
    assert_eq!(desk.backend().campaigns["a"].document, stored("a", "theirs"));
    assert!(
        desk.events.iter().any(
            |event| matches!(event, Event::Ended { about, outcome: Outcome::GivenUp } if about.intention == second)
        )
    );
    // Their version is known from now on: the next launch replaces it.
    desk.launch("a", "after all");
    desk.work();
    assert_eq!(desk.standing("a", "after all"), Standing::Live);
}

#[test]
fn a_crash_while_giving_up_overwrites_nothing() {
    let mut desk = contested();
    let path = desk.data_dir.outbox.paths().expect("listed").remove(0);
    let kept = std::fs::read(&path).expect("read");
    let before = desk.entry("a");
    choose(&mut desk, Choice::TakeTheirs);
    // The operation was removed, and the ledger not yet written.
    desk.data_dir.ledger.put(&before).expect("put back");
    desk.restart();
    desk.work();
    assert_eq!(desk.standing("a", "mine"), Standing::ChangedSinceLaunch);
    choose(&mut desk, Choice::KeepMine);
    assert_eq!(desk.backend().campaigns["a"].document, stored("a", "theirs"));
    // The ledger was written, and a power cut brought the operation back.
    std::fs::write(&path, kept).expect("written");
    desk.restart();
    desk.work();
    assert_eq!(desk.backend().campaigns["a"].document, stored("a", "theirs"));
    assert_eq!(desk.waits(), []);
}

#[test]
fn theirs_may_be_nothing() {
    for choice in [Choice::KeepMine, Choice::TakeTheirs] {
        let mut desk = Desk::new(7);
        desk.launch("a", "one");
        desk.work();
        desk.backend().campaigns.clear();
        desk.launch("a", "mine");
        desk.work();
        assert_eq!(desk.entry("a").conflict.expect("a conflict").theirs, None);
        choose(&mut desk, choice);
        let there = desk.backend().campaigns.contains_key("a");
        assert_eq!(there, choice == Choice::KeepMine);
        let standing = if there { Standing::Live } else { Standing::Draft };
        assert_eq!(desk.standing("a", "mine"), standing);
    }
}

#[test]
fn the_same_content_is_not_a_conflict() {
    // From another machine, or from this one so long ago that the backend forgot the key.
    let mut desk = contested();
    choose(&mut desk, Choice::TakeTheirs);
    desk.backend().campaigns.get_mut("a").expect("there").etag = "\"other\"".into();
    desk.launch("a", "theirs");
    desk.work();
    assert_eq!(desk.standing("a", "theirs"), Standing::Live);
    assert_eq!(desk.entry("a").conflict, None);
}

#[test]
fn a_pause_over_a_change_asks_too() {
    let mut desk = contested();
    choose(&mut desk, Choice::KeepMine);
    desk.backend().campaigns.get_mut("a").expect("there").etag = "\"other\"".into();
    desk.operation("a", Operation::Pause);
    desk.work();
    assert_eq!(desk.standing("a", "mine"), Standing::Conflict);
    choose(&mut desk, Choice::KeepMine);
    assert_eq!(desk.backend().campaigns["a"].status, "paused");
}

#[test]
fn keeping_mine_over_a_conflict_that_ended_gives_up_nothing() {
    let mut desk = contested();
    let stale = desk.entry("a");
    choose(&mut desk, Choice::KeepMine);
    // A crash brought the conflict back after its operation had ended, and something else was requested since.
    desk.data_dir.ledger.put(&stale).expect("put back");
    desk.restart();
    desk.launch("a", "newer");
    let events = &mut desk.events;
    desk.rounds
        .resolve(&key("a"), Choice::KeepMine, &mut |event| events.push(event))
        .expect("the disk works");
    assert_eq!(desk.waits(), [What::Launch]);
    assert_eq!(desk.entry("a").conflict, None);
}

#[test]
fn what_waits_for_a_connection_that_is_gone_is_given_up() {
    let mut desk = Desk::new(7);
    desk.launch("a", "one");
    let drop_orphans = |desk: &mut Desk| {
        let events = &mut desk.events;
        let dropped = desk.rounds.drop_orphans(&mut |event| events.push(event));
        dropped.expect("the disk works");
    };
    drop_orphans(&mut desk);
    assert_eq!(desk.waits(), [What::Launch]);
    // A missing list does not show what it contained.
    let list = desk.data_dir.dir().join("connections.json");
    let kept = std::fs::read(&list).expect("read");
    std::fs::remove_file(&list).expect("removed");
    drop_orphans(&mut desk);
    assert_eq!(desk.waits(), [What::Launch]);
    std::fs::write(&list, kept).expect("written");
    desk.data_dir.connections.remove(HERE).expect("removed");
    drop_orphans(&mut desk);
    assert_eq!(desk.waits(), []);
}
