//! Bundles, and what publishing keeps on the disk, are read in time proportional to their number.

use serde_json::json;
use tempfile::TempDir;

use super::desk::{data_dir, operation};
use super::*;
use crate::growth::grows_as_its_input;

fn bundle_of(count: usize, campaign: impl Fn(usize) -> Value) -> String {
    let campaigns: Vec<Value> = (0..count).map(campaign).collect();
    json!({ "format": "beckon.bundle", "version": 1, "campaigns": campaigns, "images": {} }).to_string()
}

#[test]
fn bundles_are_read_in_the_time_that_their_size_asks_for() {
    let read = |text: &String| drop(read_bundle(text.as_bytes()));
    let sound = |count| bundle_of(count, |_| to_value(&rich()));
    grows_as_its_input("a bundle of campaigns", 200, sound, read);
    let broken = |count| {
        bundle_of(
            count,
            |_| json!({ "format": "beckon.campaign", "version": 1, "name": 7, "id": [] }),
        )
    };
    grows_as_its_input("a bundle of broken campaigns", 500, broken, read);
    let pictures = |count| {
        let named = |number: usize| (format!("images/{number}.png"), json!("data:image/png;base64,!"));
        let mut bundle = json!({ "format": "beckon.bundle", "version": 1, "campaigns": [] });
        bundle["images"] = (0..count).map(named).collect::<serde_json::Map<_, _>>().into();
        bundle.to_string()
    };
    grows_as_its_input("a bundle of broken pictures", 2_000, pictures, read);
}

#[test]
fn a_bundle_is_installed_in_the_time_that_its_campaigns_ask_for() {
    let bundle = |count| Bundle {
        campaigns: vec![campaign(json!({ "type": "text", "text": "Hi" })); count],
        pictures: Default::default(),
    };
    // All of one name: each needs another number after it.
    grows_as_its_input("installing campaigns", 40, bundle, |bundle| {
        let here = folder(8);
        let library = library(&here);
        let stored = install(&library, bundle.clone(), crate::clock::new_id).expect("installed");
        assert_eq!(library.entries().expect("listed").len(), stored.len());
    });
}

/// Makes a publishing folder with this many of each item.
struct Filled {
    data_dir: DataDir,
    _folder: TempDir,
}

fn filled(count: usize, fill: impl Fn(&DataDir, usize)) -> Filled {
    let (folder, data_dir) = data_dir();
    (0..count).for_each(|number| fill(&data_dir, number));
    Filled {
        data_dir,
        _folder: folder,
    }
}

#[test]
fn what_publishing_keeps_is_read_in_the_time_that_its_number_asks_for() {
    grows_as_its_input(
        "an outbox",
        20,
        |count| {
            filled(count, |data_dir, number| {
                let operation = operation(number as u128, &format!("c{number}"), Operation::Pause);
                data_dir.outbox.add(&operation).expect("added");
            })
        },
        |filled| assert!(!filled.data_dir.outbox.queue().expect("listed").waiting.is_empty()),
    );
    grows_as_its_input(
        "a ledger",
        20,
        |count| {
            filled(count, |data_dir, number| {
                let entry = Entry::new(&EntryKey::new("drafts", "here", &format!("c{number}")), "Plans");
                data_dir.ledger.put(&entry).expect("written");
            })
        },
        |filled| assert!(!filled.data_dir.ledger.of_connection("drafts", "here").is_empty()),
    );
    grows_as_its_input(
        "connections",
        500,
        |count| {
            let filled = filled(0, |_, _| {});
            let one = |number| json!({ "id": format!("c{number}"), "name": format!("C {number}"), "url": "https://a.example/" });
            let list: Vec<Value> = (0..count).map(one).collect();
            let text = json!({ "format": "beckon.connections", "version": 1, "connections": list }).to_string();
            std::fs::write(filled.data_dir.dir().join("connections.json"), text).expect("written");
            filled
        },
        |filled| assert!(!filled.data_dir.connections.list().expect("listed").is_empty()),
    );
}
