//! Changes over time: retries, keys that are forgotten, pictures that nobody uses, counts.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use serde_json::json;

use super::{Desk, campaign, item, put};
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
    // Its condition would not hold any more.
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
    let list = desk.database.published().expect("read").list;
    assert!(String::from_utf8_lossy(&list).contains("\"x\""));
    // The same words again: nothing differs but the instant of the launch.
    let back = desk
        .write("a", put(&campaign("a", "x")), changed.etag.as_deref(), None)
        .expect("changed");
    assert_eq!(item(&back)["changed"], false);
}

#[test]
fn a_picture_outlives_its_last_use_by_a_day() {
    let mut desk = Desk::new();
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(400, 200)
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a PNG");
    let mut document = campaign("a", "x");
    document["content"]["image"] = json!(format!("data:image/png;base64,{}", STANDARD.encode(png.into_inner())));
    let made = desk.write("a", put(&document), None, None).expect("made");
    let pictures = |desk: &Desk| desk.database.published().expect("read").pictures;
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
    let items = desk.database.items().expect("items");
    assert_eq!((items.len(), items[0].counts.shown), (1, 4));
    assert!(desk.write("a", Change::Delete, None, None).is_ok());
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    assert_eq!(
        desk.database.items().expect("items")[0].counts,
        Counts::default(),
        "a new campaign begins anew"
    );
}
