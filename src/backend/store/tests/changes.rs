//! Changes over time: retries, keys that are forgotten, pictures that nobody uses, counts.

use std::collections::HashMap;

use chrono::TimeDelta;
use serde_json::json;

use super::{Desk, campaign, item, png, put};
use crate::backend::store::{Change, Counts, Variant};

#[test]
fn a_retry_gets_the_first_answer_until_a_week_has_passed() {
    let mut desk = Desk::new();
    let first = desk
        .write("a", put(&campaign("a", "x")), None, Some("k"))
        .expect("made");
    let etag = first.etag.clone().expect("a tag");
    let changed = desk
        .write("a", put(&campaign("a", "y")), Some(&etag), None)
        .expect("changed");
    desk.pass(TimeDelta::days(7));
    desk.database.sweep(desk.now).expect("swept");
    // Its condition would no longer hold.
    let retried = desk
        .write("a", put(&campaign("a", "x")), None, Some("k"))
        .expect("the first answer");
    assert_eq!(retried, first);
    let (document, present) = desk
        .database
        .document("a", Variant::Stored)
        .expect("read")
        .expect("there");
    assert!(document.contains("\"y\"") && Some(&present) == changed.etag.as_ref());
    desk.pass(TimeDelta::days(2));
    desk.database.sweep(desk.now).expect("swept");
    assert!(
        desk.write("a", put(&campaign("a", "x")), None, Some("k")).is_err(),
        "428: the key is forgotten"
    );
}

#[test]
fn tags_never_come_again() {
    let mut desk = Desk::new();
    let mut seen = std::collections::HashSet::new();
    for _ in 0..3 {
        let made = desk.write("a", put(&campaign("a", "x")), None, None).expect("made");
        let launched = desk.write("a", Change::Launch, None, None).expect("launched");
        let again = desk.write("a", Change::Launch, None, None).expect("launched");
        let paused = desk.write("a", Change::Pause, None, None).expect("paused");
        let twice = desk.write("a", Change::Pause, None, None).expect("still paused");
        assert_eq!(paused.etag, twice.etag, "nothing changed");
        for answer in [made, launched, again, paused] {
            assert!(seen.insert(answer.etag.expect("a tag")));
        }
        assert_eq!(desk.write("a", Change::Delete, None, None).expect("gone").status, 204);
    }
}

#[test]
fn a_put_leaves_what_is_live() {
    let mut desk = Desk::new();
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    let launched = desk.write("a", Change::Launch, None, None).expect("launched");
    assert_eq!(item(&launched)["changed"], false);
    assert_eq!(item(&launched)["launched_at"], "2026-11-23T10:00:00.000Z");
    let live = desk.database.document("a", Variant::Live).expect("read").expect("live");
    let changed = desk
        .write("a", put(&campaign("a", "y")), launched.etag.as_deref(), None)
        .expect("changed");
    assert_eq!(
        (item(&changed)["status"].as_str(), item(&changed)["changed"].as_bool()),
        (Some("live"), Some(true))
    );
    assert_eq!(desk.database.document("a", Variant::Live).expect("read"), Some(live));
    let list = desk.list();
    assert!(list.contains("\"x\""));
    // The same words again: nothing differs but the instant of the launch.
    let back = desk
        .write("a", put(&campaign("a", "x")), changed.etag.as_deref(), None)
        .expect("changed");
    assert_eq!(item(&back)["changed"], false);
}

#[test]
fn a_picture_outlives_its_last_use_by_a_day() {
    let mut desk = Desk::new();
    let mut document = campaign("a", "x");
    document["content"]["image"] = json!(png());
    let made = desk.write("a", put(&document), None, None).expect("made");
    let pictures = |desk: &Desk| {
        let sql = "SELECT hash FROM pictures";
        let mut statement = desk.database.connection.prepare(sql).expect("prepared");
        let hashes = statement.query_map([], |row| row.get::<_, String>(0)).expect("read");
        hashes.map(|hash| hash.expect("a hash")).collect::<Vec<_>>()
    };
    let hash = pictures(&desk).into_iter().next().expect("a picture");
    let plain = desk
        .write("a", put(&campaign("a", "x")), made.etag.as_deref(), None)
        .expect("changed");
    desk.pass(TimeDelta::hours(23));
    desk.database.sweep(desk.now).expect("swept");
    // Named again in time, it stays.
    document["content"]["image"] = json!(format!("images/{hash}.png"));
    let named = desk
        .write("a", put(&document), plain.etag.as_deref(), None)
        .expect("changed");
    desk.pass(TimeDelta::days(3));
    desk.database.sweep(desk.now).expect("swept");
    assert!(desk.database.picture(&hash).expect("read").is_some());
    assert!(desk.write("a", Change::Delete, named.etag.as_deref(), None).is_ok());
    desk.pass(TimeDelta::hours(25));
    desk.database.sweep(desk.now).expect("swept");
    assert!(pictures(&desk).is_empty());
    let refused = desk.write("a", put(&document), None, None).expect_err("it is gone");
    assert_eq!(refused.body()["problems"][0]["code"], "picture_missing");
}

#[test]
fn counts_belong_to_campaigns_that_are_there() {
    let mut desk = Desk::new();
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    let shown = Counts {
        shown: 2,
        ..Counts::default()
    };
    let counted = HashMap::from([("a".to_owned(), shown), ("gone".to_owned(), shown)]);
    for _ in 0..2 {
        desk.database.count(&counted).expect("counted");
    }
    let items = desk.database.items(crate::clock::now()).expect("items");
    assert_eq!((items.len(), items[0].counts.shown), (1, 4));
    assert!(desk.write("a", Change::Delete, None, None).is_ok());
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    assert_eq!(
        desk.database.items(crate::clock::now()).expect("items")[0].counts,
        Counts::default(),
        "a new campaign starts over"
    );
}

#[test]
fn no_more_is_clicked_or_closed_than_was_shown() {
    let mut desk = Desk::new();
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    let counts = |shown, clicked, closed| Counts {
        shown,
        clicked,
        closed,
        replies: [clicked, 0, 0, 0],
    };
    for (more, wanted) in [
        (counts(0, 5, 5), counts(0, 0, 0)),
        (counts(3, 1, 2), counts(3, 1, 2)),
        (counts(0, 9, 9), counts(3, 3, 3)),
        (counts(2, 0, 1), counts(5, 3, 4)),
    ] {
        desk.database
            .count(&HashMap::from([("a".to_owned(), more)]))
            .expect("counted");
        assert_eq!(
            desk.database.items(crate::clock::now()).expect("items")[0].counts,
            wanted,
            "{more:?}"
        );
    }
}

#[test]
fn a_picture_that_two_campaigns_use_stays_for_the_other() {
    let mut desk = Desk::new();
    let document = |id: &str| {
        let mut document = campaign(id, "x");
        document["content"]["image"] = json!(png());
        document
    };
    let hash = {
        assert!(desk.write("a", put(&document("a")), None, None).is_ok());
        assert!(desk.write("b", put(&document("b")), None, None).is_ok());
        let sql = "SELECT hash FROM pictures";
        let hash: String = desk
            .database
            .connection
            .query_row(sql, [], |row| row.get(0))
            .expect("one picture");
        hash
    };
    assert!(desk.write("a", Change::Delete, None, None).is_ok());
    desk.pass(TimeDelta::days(3));
    desk.database.sweep(desk.now).expect("swept");
    assert!(desk.database.picture(&hash).expect("read").is_some());
    assert!(desk.write("b", Change::Delete, None, None).is_ok());
    desk.pass(TimeDelta::days(3));
    desk.database.sweep(desk.now).expect("swept");
    assert!(desk.database.picture(&hash).expect("read").is_none());
}

#[test]
fn as_many_campaigns_as_are_kept() {
    let mut desk = Desk::new();
    desk.database.max_campaigns = 2;
    for id in ["a", "b"] {
        assert!(desk.write(id, put(&campaign(id, "x")), None, None).is_ok());
    }
    let refused = desk.write("c", put(&campaign("c", "x")), None, None).expect_err("full");
    assert_eq!(refused.body()["type"], "urn:beckon:problem:limit-reached");
    let etag = desk.database.items(crate::clock::now()).expect("items")[0].etag.clone();
    assert!(
        desk.write("a", put(&campaign("a", "y")), Some(&etag), None).is_ok(),
        "changes go on"
    );
    assert!(desk.write("b", Change::Delete, None, None).is_ok());
    assert!(desk.write("c", put(&campaign("c", "x")), None, None).is_ok());
}

#[test]
fn what_cannot_be_written_changes_nothing_for_visitors() {
    let mut desk = Desk::new();
    for id in ["a", "b"] {
        assert!(desk.write(id, put(&campaign(id, "x")), None, None).is_ok());
        assert!(desk.write(id, Change::Launch, None, None).is_ok());
    }
    let list = desk.list();
    let refused = |desk: &mut Desk, change: Change| {
        let problem = desk
            .write("a", change, None, None)
            .expect_err("it cannot be written")
            .body();
        assert!(
            problem["status"].as_u64().is_some_and(|status| status >= 500),
            "{problem}"
        );
        (
            problem["type"].clone(),
            problem["detail"].clone(),
            problem["hint"].clone(),
        )
    };
    // Another program holds the database.
    let other = rusqlite::Connection::open(desk._folder.path().join("beckon.db")).expect("a connection");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    desk.database
        .connection
        .busy_timeout(std::time::Duration::ZERO)
        .expect("set");
    for change in [Change::Pause, Change::Launch, Change::Delete] {
        let (kind, detail, _) = refused(&mut desk, change);
        assert_eq!(kind, "urn:beckon:problem:unavailable");
        assert!(
            detail.as_str().is_some_and(|detail| detail.contains("another program")),
            "{detail}"
        );
    }
    assert_eq!(desk.list(), list);
    other.execute_batch("ROLLBACK").expect("let go");
    // The disk is full: SQLite must not add another page.
    let fill = "PRAGMA max_page_count = 1";
    let _: i64 = desk
        .database
        .connection
        .query_row(fill, [], |row| row.get(0))
        .expect("set");
    let mut large = campaign("a", "x");
    large["filler"] = json!("x".repeat(100_000));
    let etag = desk.database.items(crate::clock::now()).expect("items")[0].etag.clone();
    let full = desk
        .write("a", put(&large), Some(&etag), None)
        .expect_err("no room")
        .body();
    assert_eq!(full["detail"], "the backend's disk is full");
    assert!(
        full["hint"].as_str().is_some_and(|hint| hint.contains("room")),
        "{full}"
    );
    assert_eq!(desk.list(), list);
    let more = "PRAGMA max_page_count = 1000000";
    let _: i64 = desk
        .database
        .connection
        .query_row(more, [], |row| row.get(0))
        .expect("set");
    assert!(desk.write("a", Change::Pause, None, None).is_ok());
    assert!(!desk.list().contains("\"id\":\"a\""));
}
