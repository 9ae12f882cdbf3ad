//! The site document on the disk: in the outbox and the ledger, beside what an earlier version wrote.

use chrono::DateTime;
use serde_json::{Value, json};
use uuid::Uuid;

use super::desk::{data_dir, operation};
use crate::campaign::SiteDocument;
use crate::publish::intention::Unfit;
use crate::publish::{
    Conflict, Document, Entry, EntryKey, Intention, Operation, Status, Subject, What, read_page, write_page,
};

fn document() -> SiteDocument {
    let text = br#"{ "format": "beckon.site", "version": 1, "name": "Leafhouse", "addresses": ["https://a.example"], "quiet": 10 }"#;
    SiteDocument::from_json(text).expect("a site document")
}

fn intention(number: u128) -> Intention {
    Intention {
        subject: Subject::Site,
        name: "Leafhouse".to_owned(),
        ..operation(number, "a", Operation::PublishSite(Box::new(document())))
    }
}

#[test]
fn an_intention_reads_back_as_it_was_written() {
    let one = intention(1);
    assert_eq!(
        (one.what(), one.key()),
        (What::Launch, EntryKey::site("drafts", "here"))
    );
    assert_eq!(Intention::from_json(one.to_json().as_bytes()), Ok(one.clone()));
    let written: Value = serde_json::from_str(&one.to_json()).expect("JSON");
    // A version that knows no site documents leaves it for one that does.
    assert_eq!((&written["version"], &written["campaign"]), (&json!(2), &Value::Null));
    let pause: Value = serde_json::from_str(&operation(2, "a", Operation::Pause).to_json()).expect("JSON");
    assert_eq!((&pause["version"], &pause["campaign"]), (&json!(1), &json!("a")));
}

#[test]
fn what_cannot_be_wanted_of_a_site_is_damaged() {
    let written: Value = serde_json::from_str(&intention(1).to_json()).expect("JSON");
    let with = |key: &str, value: Value| {
        let mut other = written.clone();
        other[key] = value;
        Intention::from_json(other.to_string().as_bytes())
    };
    for damaged in [
        with("what", json!("pause")),
        with("what", json!("take_down")),
        with("document", json!({ "format": "beckon.site", "version": 99 })),
        with("document", Value::Null),
        with("campaign", json!("")),
        with("campaign", json!(7)),
        with("campaign", json!("a")),
    ] {
        assert_eq!(damaged, Err(Unfit::Damaged));
    }
    assert_eq!(with("version", json!(3)), Err(Unfit::Newer));
}

#[test]
fn a_page_reads_back_as_it_was_written() {
    let mut entry = Entry::new(&EntryKey::site("drafts", "here"), "Leafhouse");
    entry.status = Some(Status::Live);
    entry.etag = Some("\"1\"".to_owned());
    entry.live = Some(Document::Site(Box::new(document())));
    entry.conflict = Some(Conflict {
        intention: Uuid::from_u128(7),
        what: What::Launch,
        theirs: Some(Document::Site(Box::new(SiteDocument::new("Theirs")))),
        etag: None,
        pictures: Default::default(),
        at: DateTime::UNIX_EPOCH,
    });
    let page = write_page(&entry).expect("written");
    assert_eq!(read_page(page.as_bytes()), Some(entry));
}

#[test]
fn it_is_kept_beside_a_campaign_of_any_identity() {
    let (_folder, data_dir) = data_dir();
    let key = EntryKey::site("drafts", "here");
    data_dir.ledger.put(&Entry::new(&key, "Leafhouse")).expect("written");
    for campaign in ["site", "site.page", "a"] {
        let entry = Entry::new(&EntryKey::new("drafts", "here", campaign), campaign);
        data_dir.ledger.put(&entry).expect("written");
    }
    assert_eq!(data_dir.ledger.of_connection("drafts", "here").len(), 4);
    let read = data_dir.ledger.get(&key).expect("read").expect("there");
    assert_eq!((read.subject, read.name.as_str()), (Subject::Site, "Leafhouse"));
}

/// As versions before the site document wrote them.
#[test]
fn files_of_an_earlier_version_are_read() {
    let intention = json!({
        "format": "beckon.intention", "version": 1, "id": "0193a1b2-7c00-7000-8000-000000000001", "library": "l",
        "connection": "c", "campaign": "a", "name": "A", "at": "2026-11-28T10:00:00.500Z", "what": "pause",
    });
    let read = Intention::from_json(intention.to_string().as_bytes()).expect("an intention");
    assert_eq!((read.key(), read.what()), (EntryKey::new("l", "c", "a"), What::Pause));
    let campaign = json!({ "format": "beckon.campaign", "version": 1, "id": "a", "name": "A" });
    let page = json!({
        "format": "beckon.ledger", "version": 1, "library": "l", "connection": "c", "campaign": "a", "name": "A",
        "status": "live", "etag": "\"1\"", "live": campaign, "renamed": {}, "launched_at": "2026-11-28T10:00:00Z",
        "counts": { "shown": 3, "clicked": 2, "closed": 1 }, "changed_there": false, "refusal": null,
        "conflict": { "intention": "0193a1b2-7c00-7000-8000-000000000001", "what": "launch", "theirs": campaign,
            "etag": null, "pictures": {}, "at": "2026-11-28T10:00:00Z" },
        "progress": null, "last": ["0193a1b2-7c00-7000-8000-000000000001", "done"], "heard_at": null,
    });
    let read = read_page(page.to_string().as_bytes()).expect("a page");
    assert_eq!(read.key(), EntryKey::new("l", "c", "a"));
    assert_eq!(read.live_campaign().map(|live| live.name.as_str()), Some("A"));
    let theirs = read.conflict.and_then(|conflict| conflict.theirs);
    assert!(matches!(theirs, Some(Document::Campaign(_))));
}
