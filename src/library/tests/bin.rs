//! What is deleted can be restored, for a time.

use std::fs;

use super::*;

/// Panics; for entries that come back as they were.
fn no_copy(_: &Campaign) -> (uuid::Uuid, String) {
    panic!("it comes back as it was")
}

#[test]
fn a_deleted_file_comes_back_even_when_its_name_was_taken() {
    let bench = Bench::new();
    let first = bench.create("Offer");
    let bytes = fs::read(&first.tag.path).expect("there");
    let binned = bench.library.delete(&first.tag.path, now()).expect("deleted");
    assert!(bench.names().is_empty());
    assert_eq!(
        bench.library.restore(&binned, no_copy).expect("restored"),
        first.tag.path
    );
    assert_eq!(fs::read(&first.tag.path).expect("back"), bytes);
    let binned = bench.library.delete(&first.tag.path, now()).expect("deleted");
    bench.create("Offer");
    let back = bench.library.restore(&binned, no_copy).expect("restored");
    assert_eq!(bench.names(), ["offer-2.campaign.json", "offer.campaign.json"]);
    assert_eq!(Library::load(&back).expect("it reads").campaign, first.campaign);
    assert!(bench.library.bin(now()).is_empty());
    let gone = bench
        .library
        .delete(&bench.library.dir().join("never.campaign.json"), now());
    assert_eq!(gone.expect_err("nothing there").kind, TroubleKind::Missing);
    assert!(bench.library.bin(now()).is_empty(), "nothing went into the bin");
}

#[test]
fn the_bin_lists_what_when_and_why_newest_first() {
    let bench = Bench::new();
    let old = bench.create("Old offer").tag.path;
    let new = bench.create("New offer").tag.path;
    fs::write(bench.library.dir().join("broken.campaign.json"), "{").expect("written");
    let broken = bench.library.dir().join("broken.campaign.json");
    bench.library.delete(&old, now() - days(3)).expect("deleted");
    bench.library.delete(&new, now()).expect("deleted");
    bench.library.delete(&broken, now() - days(9)).expect("deleted");
    let aside = crate::campaign::to_json(&campaign("Theirs"));
    let library = &bench.library;
    let path = library.dir().join("shared.campaign.json");
    library
        .set_aside(&path, aside.as_bytes(), now() - days(5), Removal::SetAside)
        .expect("kept");
    let listed: Vec<_> = library
        .bin(now())
        .iter()
        .map(|entry| {
            (
                entry.name(),
                (now() - entry.at).num_days(),
                entry.why,
                entry.campaign.is_some(),
            )
        })
        .collect();
    let named = |name: &str, days, why, readable| (name.to_owned(), days, why, readable);
    assert_eq!(
        listed,
        [
            named("New offer", 0, Removal::Deleted, true),
            named("Old offer", 3, Removal::Deleted, true),
            named("Theirs", 5, Removal::SetAside, true),
            named("broken", 9, Removal::Deleted, false),
        ]
    );
    let bytes: Vec<u64> = library.bin(now()).iter().map(|entry| entry.bytes).collect();
    assert_eq!((bytes[2], bytes[3]), (aside.len() as u64, 1));
}

#[test]
fn several_deletions_of_one_name_and_one_second_are_all_kept() {
    let bench = Bench::new();
    let kept: Vec<_> = (0..3)
        .map(|_| {
            let path = bench.create("Same").tag.path;
            bench.library.delete(&path, now()).expect("deleted").kept
        })
        .collect();
    assert!(kept.iter().all(|path| path.is_file()));
    assert_eq!(bench.library.bin(now()).len(), 3);
}

#[test]
fn what_is_erased_is_gone_and_nothing_else_is() {
    let bench = Bench::new();
    let (one, other) = (bench.create("One").tag.path, bench.create("Other").tag.path);
    let binned = bench.library.delete(&one, now()).expect("deleted");
    bench.library.erase(&binned).expect("erased");
    bench.library.erase(&binned).expect("what is gone already is fine");
    assert!(bench.library.bin(now()).is_empty());
    // A file that is not in the bin is never removed.
    let outside = Binned {
        file: other.clone(),
        kept: other.clone(),
    };
    bench.library.erase(&outside).expect("nothing to do");
    assert!(other.is_file());
}

#[test]
fn the_bin_keeps_for_thirty_days_and_not_longer() {
    let bench = Bench::new();
    for (name, age) in [("Fresh", 1), ("Last day", 30), ("Over", 31), ("Clock was wrong", -400)] {
        let path = bench.create(name).tag.path;
        bench.library.delete(&path, now() - days(age)).expect("deleted");
    }
    assert_eq!(bench.library.tidy_bin(now()), 1);
    let left: Vec<_> = bench.library.bin(now()).iter().map(BinEntry::name).collect();
    assert_eq!(left, ["Clock was wrong", "Fresh", "Last day"]);
}

#[test]
fn the_bin_of_an_older_version_is_read_and_its_time_begins_now() {
    let bench = Bench::new();
    let stored = bench.create("Offer");
    let folder = bench.library.dir().join(".beckon/trash");
    fs::create_dir_all(&folder).expect("made");
    fs::copy(&stored.tag.path, folder.join("offer.campaign.json")).expect("copied");
    fs::copy(&stored.tag.path, folder.join("2-offer.campaign.json")).expect("copied");
    fs::write(folder.join("notes.txt"), "somebody's").expect("written");
    fs::remove_file(&stored.tag.path).expect("removed");
    let listed = |at| {
        bench
            .library
            .bin(at)
            .iter()
            .map(|entry| (entry.name(), entry.at))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        listed(now()),
        [("Offer".to_owned(), now()), ("Offer".to_owned(), now())]
    );
    assert_eq!(bench.library.tidy_bin(now()), 0);
    let later = now() + days(29);
    assert_eq!(
        listed(later),
        [("Offer".to_owned(), now()), ("Offer".to_owned(), now())]
    );
    assert_eq!(bench.library.tidy_bin(later), 0);
    assert_eq!(bench.library.tidy_bin(later + days(2)), 2);
    assert!(
        folder.join("notes.txt").is_file(),
        "files that are not campaigns are left alone"
    );
}

#[test]
fn what_lost_a_conflict_comes_back_as_a_copy() {
    let bench = Bench::new();
    let stored = bench.create("Shared");
    let mine = titled(&stored.campaign, "Mine");
    let text = crate::campaign::to_json(&mine);
    let path = &stored.tag.path;
    let binned = bench
        .library
        .set_aside(path, text.as_bytes(), now(), Removal::SetAside)
        .expect("kept");
    let id = crate::clock::new_id();
    let back = bench
        .library
        .restore(&binned, |campaign| (id, format!("{} (copy)", campaign.name)))
        .expect("restored");
    let copy = Library::load(&back).expect("it reads").campaign;
    assert_eq!((copy.id, copy.name.as_str()), (id.to_string(), "Shared (copy)"));
    assert_eq!(copy.content.title.as_deref(), Some("Mine"));
    assert_eq!(Library::load(path).expect("it reads"), stored);
    assert!(bench.library.bin(now()).is_empty());
}
