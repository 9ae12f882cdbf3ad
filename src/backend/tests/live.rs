//! The site in memory equals a list built from scratch, whatever changed in which order.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use proptest::prelude::*;
use serde_json::json;

use crate::backend::live::{Listed, Live, MAX_LIST_BYTES};
use crate::backend::published::{SharedLive, Shelf};
use crate::campaign::{Campaign, SiteDocument, from_json, live_list};

fn campaign(id: &str, priority: i64, launched: u32, text: &str, picture: Option<char>) -> Campaign {
    let image = picture.map(|digit| format!("images/{}.png", digit.to_string().repeat(64)));
    let document = json!({ "format": "beckon.campaign", "version": 1, "id": id,
        "launched_at": format!("2026-11-22T10:00:{launched:02}Z"),
        "content": { "type": "rich", "title": text, "image": image }, "schedule": { "priority": priority } });
    from_json(document.to_string().as_bytes()).expect("a campaign")
}

fn shown(live: &Live) -> Vec<char> {
    "0123456789abcdef"
        .chars()
        .filter(|digit| live.shows(&digit.to_string().repeat(64)))
        .collect()
}

/// What is launched: priority, second of its launch, title, picture.
type Put = (i64, u32, String, Option<u8>);

/// Generates a change: which campaign, and what is launched; `None` takes it off.
fn change() -> impl Strategy<Value = (u8, Option<Put>)> {
    let put = (-2_i64..3, 0_u32..5, ".{0,6}", prop::option::of(0_u8..6));
    (0_u8..8, prop::option::weighted(0.7, put))
}

proptest! {
    #[test]
    fn it_is_the_list_of_all_that_is_there(changes in prop::collection::vec(change(), 0..40), addresses in prop::option::of(prop::collection::vec(".{0,6}", 0..3))) {
        let mut live = Live::default();
        let site = addresses.map(|addresses| SiteDocument { addresses, ..SiteDocument::default() });
        live.set_document(site.clone());
        let mut there = BTreeMap::<String, Campaign>::new();
        for (id, put) in changes {
            let id = format!("c{id}");
            let before = live.version();
            let was_there = there.contains_key(&id);
            match put {
                Some((priority, launched, text, picture)) => {
                    let digit = picture.and_then(|digit| char::from_digit(digit.into(), 16));
                    let campaign = campaign(&id, priority, launched, &text, digit);
                    live.put(Listed::of(&campaign));
                    there.insert(id.clone(), campaign);
                    prop_assert!(live.version() > before);
                }
                None => {
                    live.remove(&id);
                    there.remove(&id);
                    prop_assert_eq!(live.version() > before, was_there);
                }
            }
            prop_assert_eq!(live.contains(&id), there.contains_key(&id));
            let all: Vec<Campaign> = there.values().cloned().collect();
            prop_assert_eq!(String::from_utf8(live.list()).expect("text"), live_list(&all, site.as_ref()).to_string());
            let mut pictures: Vec<char> = all.iter().flat_map(Campaign::pictures).filter_map(|name| name.chars().nth(7)).collect();
            pictures.sort_unstable();
            pictures.dedup();
            prop_assert_eq!(shown(&live), pictures);
        }
    }
}

#[test]
fn it_does_not_grow_beyond_its_limit() {
    const QUARTER: usize = MAX_LIST_BYTES / 4;
    let mut live = Live::default();
    let large = |id: &str, bytes: usize| Listed::of(&campaign(id, 1, 0, &"x".repeat(bytes), None));
    for id in ["a", "b", "c"] {
        assert!(live.has_room_for(&large(id, QUARTER)));
        live.put(large(id, QUARTER));
    }
    assert!(live.has_room_for(&large("d", QUARTER / 2)));
    assert!(!live.has_room_for(&large("d", QUARTER)));
    assert!(
        live.has_room_for(&large("a", QUARTER + QUARTER / 2)),
        "in the place of what it had"
    );
    // A campaign that is already too large, from an earlier version, may become smaller.
    live.put(large("d", QUARTER + 4_096));
    assert!(live.has_room_for(&large("d", QUARTER + 4_000)));
    assert!(!live.has_room_for(&large("e", 10)));
}

#[tokio::test]
async fn it_is_put_together_once_for_all_who_fetch_it_after_a_change() {
    let live = SharedLive::default();
    let shelf = std::sync::Arc::new(Shelf::new(live.clone()));
    let put = |id: &str| {
        live.write()
            .expect("no panic")
            .put(Listed::of(&campaign(id, 1, 0, "x", None)))
    };
    let fetch = async || {
        let response = shelf.list(&HeaderMap::new()).await.expect("an answer");
        let body = axum::body::to_bytes(response.into_body(), 1 << 20)
            .await
            .expect("a body");
        String::from_utf8(body.to_vec()).expect("text")
    };
    for id in 0..100 {
        put(&format!("c{id}"));
    }
    assert_eq!(shelf.assemblies(), 0, "nobody asked for it");
    for _ in 0..10 {
        assert!(fetch().await.contains("\"c99\""));
    }
    let visitors: Vec<_> = (0..20).map(|_| fetch()).collect();
    for visitor in visitors {
        assert!(visitor.await.contains("\"c99\""));
    }
    assert_eq!(shelf.assemblies(), 1);
    put("new");
    assert!(
        fetch().await.contains("\"new\""),
        "what is answered after a change has it"
    );
    assert_eq!(shelf.assemblies(), 2);
}
