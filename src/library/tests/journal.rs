//! The undo history on the disk.

use std::fs;

use super::*;
use crate::library::journal::{MOST_BYTES, MOST_STEPS};

fn history(first: &Campaign, titles: usize) -> History<Campaign> {
    let mut history = History::new(first.clone(), HistoryLimits::default(), |_| 1);
    for number in 0..titles {
        history.step(&titled(first, &format!("Title {number}")), &format!("step-{number}"));
    }
    history
}

fn again(bench: &Bench, stored: &Stored) -> Option<History<Campaign>> {
    let record = bench
        .library
        .read_history(&stored.tag.path, &stored.campaign.id, now())?;
    Some(History::of_record(record, HistoryLimits::default(), |_| 1))
}

/// Returns the file of the only history in the library.
fn only_file(bench: &Bench) -> PathBuf {
    let folder = fs::read_dir(bench.library.dir().join(".beckon/history")).expect("there");
    let files: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    assert_eq!(files.len(), 1);
    files[0].clone()
}

#[test]
fn undo_and_redo_survive() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let mut history = history(&stored.campaign, 4);
    history.undo();
    bench
        .library
        .write_history(&stored.tag.path, &history.record(), now())
        .expect("written");
    let mut read = again(&bench, &stored).expect("there");
    assert_eq!((read.undo_name(), read.redo_name()), (Some("step-2"), Some("step-3")));
    assert_eq!(read.present(), history.present());
    let all = |history: &mut History<Campaign>| {
        let back: Vec<_> = std::iter::from_fn(|| history.undo()).collect();
        (back, std::iter::from_fn(|| history.redo()).collect::<Vec<_>>())
    };
    assert_eq!(all(&mut read), all(&mut history));
}

#[test]
fn it_follows_a_campaign_to_another_file_name_but_not_to_a_copy() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let record = history(&stored.campaign, 1).record();
    bench
        .library
        .write_history(&stored.tag.path, &record, now())
        .expect("written");
    let other = bench.library.dir().join("renamed.campaign.json");
    let at = |path: &std::path::Path| bench.library.read_history(path, &stored.campaign.id, now());
    fs::copy(&stored.tag.path, &other).expect("copied");
    assert!(at(&other).is_none(), "a copy has a history of its own");
    fs::remove_file(&stored.tag.path).expect("removed");
    assert!(at(&other).is_some());
}

#[test]
fn it_is_bounded_by_steps_bytes_and_age() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let long = history(&stored.campaign, MOST_STEPS + 50);
    bench
        .library
        .write_history(&stored.tag.path, &long.record(), now())
        .expect("written");
    let mut read = again(&bench, &stored).expect("there");
    assert_eq!(read.undo_name(), long.undo_name());
    assert_eq!(std::iter::from_fn(|| read.undo()).count(), MOST_STEPS);

    let mut heavy = History::new(stored.campaign.clone(), HistoryLimits::default(), |_| 1);
    for number in 0..20 {
        heavy.step(
            &titled(&stored.campaign, &format!("{number}{}", "x".repeat(100_000))),
            "Paste",
        );
    }
    bench
        .library
        .write_history(&stored.tag.path, &heavy.record(), now())
        .expect("written");
    let bytes = fs::metadata(only_file(&bench)).expect("there").len() as usize;
    assert!(bytes <= MOST_BYTES + 1_000, "{bytes}");
    assert!(again(&bench, &stored).expect("there").undo_name().is_some());

    let id = &stored.campaign.id;
    let later = |age| bench.library.read_history(&stored.tag.path, id, now() + days(age));
    assert!(later(30).is_some());
    assert!(later(31).is_none());
    assert_eq!(bench.library.tidy_histories(crate::clock::now() + days(29)), 0);
    assert_eq!(bench.library.tidy_histories(crate::clock::now() + days(31)), 1);
}

#[test]
fn one_step_is_written_whatever_its_size() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let mut history = History::new(
        titled(&stored.campaign, &"x".repeat(2 << 20)),
        HistoryLimits::default(),
        |_| 1,
    );
    history.step(&stored.campaign, "Cut");
    bench
        .library
        .write_history(&stored.tag.path, &history.record(), now())
        .expect("written");
    assert_eq!(again(&bench, &stored).expect("there").undo_name(), Some("Cut"));
}

#[test]
fn damage_costs_the_steps_behind_it_and_never_the_campaign() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let record = history(&stored.campaign, 6).record();
    bench
        .library
        .write_history(&stored.tag.path, &record, now())
        .expect("written");
    let file = only_file(&bench);
    let whole = fs::read_to_string(&file).expect("there");
    let undoable = |text: &str| {
        fs::write(&file, text).expect("written");
        again(&bench, &stored).map(|mut history| std::iter::from_fn(|| history.undo()).count())
    };
    // The third of six steps: the three after it stay.
    let third = whole.match_indices("\"campaign\":{").nth(2).expect("a step").0;
    let damaged = format!(
        "{}{}",
        &whole[..third],
        whole[third..].replacen("\"campaign\":{", "\"campaign\":[],\"was\":{", 1)
    );
    assert_eq!(undoable(&damaged), Some(3));
    for text in [
        &whole[..whole.len() / 2],
        "",
        "null",
        "[]",
        &whole.replace("beckon.history", "something.else"),
        &whole.replace("\"version\":1,\"campaign\":\"", "\"version\":2,\"campaign\":\""),
        &whole.replace("\"at\":\"2026", "\"at\":\"soon"),
        &whole.replace("\"present\":{", "\"present\":[],\"was\":{"),
    ] {
        assert_eq!(undoable(text), None, "{}", &text[..text.len().min(60)]);
    }
    // The next edit writes a valid one again.
    bench
        .library
        .write_history(&stored.tag.path, &record, now())
        .expect("written");
    assert!(again(&bench, &stored).is_some());
}

#[test]
fn a_history_without_steps_is_not_written() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let write = |history: &History<Campaign>| {
        bench
            .library
            .write_history(&stored.tag.path, &history.record(), now())
            .expect("written");
    };
    write(&history(&stored.campaign, 0));
    assert!(again(&bench, &stored).is_none());
    write(&history(&stored.campaign, 1));
    assert!(again(&bench, &stored).is_some());
    write(&history(&stored.campaign, 0));
    assert!(again(&bench, &stored).is_none());
}

#[test]
fn any_identity_names_one_file_inside_the_folder() {
    let bench = Bench::new();
    let path = bench.library.dir().join("mine.campaign.json");
    for id in [
        "",
        "../../etc/passwd",
        "a/b",
        "CON",
        "ş",
        "\u{0}",
        "0193a1b2-7c00-7000-8000-000000000001",
    ] {
        let mut odd = campaign("Odd");
        odd.id = id.to_owned();
        bench
            .library
            .write_history(&path, &history(&odd, 1).record(), now())
            .expect("written");
        only_file(&bench);
        assert!(bench.library.read_history(&path, id, now()).is_some(), "{id:?}");
        bench
            .library
            .write_history(&path, &history(&odd, 0).record(), now())
            .expect("removed");
    }
}
