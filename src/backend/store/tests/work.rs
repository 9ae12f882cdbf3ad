//! The cost of a change, in steps of SQLite's virtual machine, is the same whatever else is stored. Stored documents can be read back.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::json;

use super::{Desk, campaign, item, png, put};
use crate::backend::document::{read, text_of};
use crate::backend::store::{Change, Variant};
use crate::campaign::{MAX_FILE_BYTES, from_json};

/// A database with a number of campaigns on the site, and a counter of its steps.
struct Counted {
    desk: Desk,
    steps: Arc<AtomicU64>,
}

impl Counted {
    fn with(campaigns: usize) -> Self {
        let mut desk = Desk::new();
        for number in 0..campaigns {
            let id = format!("c{number:05}");
            assert!(desk.write(&id, put(&campaign(&id, "x")), None, None).is_ok());
            assert!(desk.write(&id, Change::Launch, None, None).is_ok());
        }
        let steps = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&steps);
        let count = move || {
            counter.fetch_add(1, Ordering::Relaxed);
            false
        };
        desk.database
            .connection
            .progress_handler(1, Some(count))
            .expect("counted");
        Counted { desk, steps }
    }

    /// The steps of something.
    fn steps_of(&mut self, work: impl FnOnce(&mut Desk)) -> u64 {
        let before = self.steps.load(Ordering::Relaxed);
        work(&mut self.desk);
        self.steps.load(Ordering::Relaxed) - before
    }

    /// The steps of each kind of change.
    fn of_changes(&mut self) -> Vec<(&'static str, u64)> {
        let mut document = campaign("new", "x");
        document["content"]["image"] = json!(png());
        let mut changed = document.clone();
        changed["content"]["text"] = json!("y");
        let mut etag = None;
        let mut steps = Vec::new();
        let mut note = |what, counted: &mut Counted, change: Change, if_match: Option<String>, key: Option<&str>| {
            let taken = counted.steps_of(|desk| {
                let answer = desk.write("new", change, if_match.as_deref(), key).expect(what);
                etag = answer.etag;
            });
            steps.push((what, taken));
            etag.clone()
        };
        note("made", self, put(&document), None, Some("k"));
        let made = note("made, a retry", self, put(&document), None, Some("k"));
        note("changed", self, put(&changed), made, None);
        note("launched", self, Change::Launch, None, None);
        note("launched again", self, Change::Launch, None, None);
        note("paused", self, Change::Pause, None, None);
        note("paused again", self, Change::Pause, None, None);
        note("deleted", self, Change::Delete, None, None);
        steps
    }
}

#[test]
fn a_change_costs_the_same_whatever_is_live() {
    let (mut few, mut many) = (Counted::with(10), Counted::with(1_000));
    for ((what, with_few), (_, with_many)) in few.of_changes().into_iter().zip(many.of_changes()) {
        println!("{what}: {with_few} steps with 10, {with_many} with 1,000");
        assert!(
            with_few > 0 && with_many <= with_few + with_few / 4,
            "{what}: {with_few} and {with_many}"
        );
    }
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let mut desk = Desk::new();
    assert!(desk.write("a", put(&campaign("a", "x")), None, Some("k")).is_ok());
    assert!(desk.write("a", Change::Launch, None, None).is_ok());
    assert!(desk.write("a", Change::Pause, None, None).is_ok());
    let version = |desk: &Desk| desk.database.live().read().expect("no panic").version();
    let (changes, listed) = (desk.database.connection.total_changes(), version(&desk));
    assert!(desk.write("a", Change::Pause, None, None).is_ok());
    assert!(desk.write("a", put(&campaign("a", "x")), None, Some("k")).is_ok());
    assert!(
        desk.write("a", put(&campaign("a", "x")), Some("\"stale\""), None)
            .is_err()
    );
    assert_eq!(desk.database.connection.total_changes(), changes);
    // A draft is nothing to visitors.
    let etag = desk.database.items(crate::clock::now()).expect("a list")[0]
        .etag
        .clone();
    assert!(desk.write("a", put(&campaign("a", "y")), Some(&etag), None).is_ok());
    assert_eq!(version(&desk), listed);
}

#[test]
fn a_list_reads_no_documents() {
    let mut desk = Desk::new();
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    let plan = "EXPLAIN QUERY PLAN SELECT id, status, etag, updated_at, name, changed, launched_at
        FROM campaigns INDEXED BY campaigns_listed ORDER BY id";
    let how: String = desk
        .database
        .connection
        .query_row(plan, [], |row| row.get(3))
        .expect("a plan");
    assert!(how.contains("COVERING INDEX campaigns_listed"), "{how}");
    // Within the same connection, nothing reveals that the document was corrupted: only reading it would.
    let spoil = "UPDATE campaigns SET document = '{broken'";
    desk.database.connection.execute(spoil, []).expect("spoilt");
    let items = desk.database.items(crate::clock::now()).expect("a list");
    assert_eq!(items[0].name, "A tip");
}

/// Returns a document that is short when sent, and of this length when stored.
fn of_length(id: &str, length: usize) -> serde_json::Value {
    let mut document = campaign(id, "x");
    document["filler"] = json!("");
    let empty = read(id, document.to_string().as_bytes())
        .expect("a document")
        .text
        .len();
    document["filler"] = json!("x".repeat(length - empty));
    document
}

#[test]
fn what_is_stored_can_be_read_back_before_and_after_a_launch() {
    // What a launch adds: `,"launched_at":"2026-11-22T10:00:00.000Z"`.
    const ADDED: usize = 41;
    for (length, fits) in [
        (MAX_FILE_BYTES - ADDED, true),
        (MAX_FILE_BYTES - ADDED + 1, false),
        (MAX_FILE_BYTES, false),
        (MAX_FILE_BYTES + 1, false),
    ] {
        let mut desk = Desk::new();
        let answer = desk.write("a", put(&of_length("a", length)), None, None);
        if !fits {
            let refused = answer.expect_err("too long").body();
            assert_eq!(
                (refused["status"].as_u64(), refused["type"].as_str()),
                (Some(413), Some("urn:beckon:problem:too-large"))
            );
            continue;
        }
        assert!(answer.is_ok(), "{length}");
        let launched = desk.write("a", Change::Launch, None, None).expect("launched");
        assert_eq!(item(&launched)["status"], "live");
        for variant in [Variant::Stored, Variant::Live] {
            let (document, _) = desk.database.document("a", variant).expect("read").expect("there");
            assert_eq!(document.len(), MAX_FILE_BYTES);
            assert!(from_json(document.as_bytes()).is_ok());
        }
        let mut desk = desk.restarted();
        assert_eq!(desk.database.items(crate::clock::now()).expect("a list").len(), 1);
    }
}

#[test]
fn what_grows_as_it_is_stored_is_refused_and_what_does_not_is_kept() {
    // Numbers that are written out: five bytes become eighteen.
    let mut document = campaign("a", "x");
    document["numbers"] = json!(0);
    let sent = |item: &str, count: usize| {
        let items = vec![item; count].join(",");
        document
            .to_string()
            .replace("\"numbers\":0", &format!("\"numbers\":[{items}]"))
    };
    let grown = read("a", sent("1e15", 400_000).as_bytes())
        .expect_err("too long")
        .body();
    assert_eq!(grown["status"], 413, "{grown}");
    assert!(
        grown["hint"].as_str().is_some_and(|hint| !hint.contains("again")),
        "{grown}"
    );
    // Pretty-printed, as files are, this one would have four times its bytes.
    let kept = read("a", sent("0", 1_000_000).as_bytes()).expect("a document");
    assert!(kept.text.len() < MAX_FILE_BYTES);
    assert_eq!(text_of(&kept.campaign).expect("a text"), kept.text);
}
