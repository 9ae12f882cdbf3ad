//! Earlier versions.

use std::fs;

use super::*;
use crate::library::versions::{MOST_BYTES, MOST_VERSIONS, ORPHANS_KEEP};

fn keep(bench: &Bench, stored: &Stored, title: &str, why: Why, at: DateTime<Utc>) {
    let campaign = titled(&stored.campaign, title);
    bench
        .library
        .keep_version(&stored.stamp.path, &campaign, why, at)
        .expect("kept");
}

fn listed(bench: &Bench, stored: &Stored) -> Vec<(String, Why, i64)> {
    let versions = bench.library.versions(&stored.stamp.path, &stored.campaign.id);
    versions
        .into_iter()
        .map(|version| {
            (
                version.campaign.content.title.unwrap_or_default(),
                version.why,
                (version.at - now()).num_days(),
            )
        })
        .collect()
}

fn row(title: &str, why: Why, day: i64) -> (String, Why, i64) {
    (title.to_owned(), why, day)
}

#[test]
fn versions_are_listed_newest_first_with_when_and_why() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    keep(&bench, &stored, "First", Why::Opened, now());
    keep(&bench, &stored, "Second", Why::Edited, now() + days(1));
    keep(&bench, &stored, "Third", Why::Launched, now() + days(2));
    let expected = [
        row("Third", Why::Launched, 2),
        row("Second", Why::Edited, 1),
        row("First", Why::Opened, 0),
    ];
    assert_eq!(listed(&bench, &stored), expected);
    // They follow the campaign to another file name.
    let renamed = bench
        .library
        .rename(&stored.stamp, &stored.campaign, "Yours")
        .expect("renamed");
    assert_eq!(listed(&bench, &renamed), expected);
}

#[test]
fn what_is_the_same_is_kept_once_and_a_launch_stays_one() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    keep(&bench, &stored, "One", Why::Edited, now());
    keep(&bench, &stored, "One", Why::Edited, now() + days(1));
    assert_eq!(listed(&bench, &stored), [row("One", Why::Edited, 1)]);
    keep(&bench, &stored, "One", Why::Launched, now() + days(2));
    assert_eq!(listed(&bench, &stored), [row("One", Why::Launched, 2)]);
    keep(&bench, &stored, "One", Why::Edited, now() + days(3));
    assert_eq!(listed(&bench, &stored), [row("One", Why::Launched, 2)]);
    keep(&bench, &stored, "One", Why::Launched, now() + days(4));
    assert_eq!(listed(&bench, &stored), [row("One", Why::Launched, 4)]);
    // That something was there before an edit says nothing new of it.
    let edited = bench.create("Edited");
    keep(&bench, &edited, "One", Why::Edited, now());
    keep(&bench, &edited, "One", Why::Opened, now() + days(1));
    keep(&bench, &edited, "One", Why::Outside, now() + days(1));
    assert_eq!(listed(&bench, &edited), [row("One", Why::Edited, 0)]);
    // Writing down when it was launched is no edit.
    let mut launched = titled(&stored.campaign, "One");
    launched.launched_at = Some("2026-11-28T10:15:00Z".to_owned());
    bench
        .library
        .keep_version(&stored.stamp.path, &launched, Why::Edited, now() + days(5))
        .expect("kept");
    assert_eq!(listed(&bench, &stored), [row("One", Why::Launched, 4)]);
}

#[test]
fn they_are_bounded_and_launches_stay_longest() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    keep(&bench, &stored, "Launch", Why::Launched, now() - days(100));
    for number in 0..MOST_VERSIONS as i64 + 20 {
        keep(
            &bench,
            &stored,
            &format!("Edit {number}"),
            Why::Edited,
            now() + days(number),
        );
    }
    let rows = listed(&bench, &stored);
    assert_eq!(rows.len(), MOST_VERSIONS);
    assert_eq!(rows.last(), Some(&row("Launch", Why::Launched, -100)));

    let heavy = bench.create("Heavy");
    for number in 0..12 {
        keep(
            &bench,
            &heavy,
            &format!("{number}{}", "x".repeat(1 << 20)),
            Why::Edited,
            now() + days(number),
        );
    }
    let rows = listed(&bench, &heavy);
    assert!(rows.len() <= (MOST_BYTES >> 20) as usize, "{}", rows.len());
    assert_eq!(rows[0].2, 11, "the newest stays");
}

#[test]
fn a_damaged_version_is_left_out_and_foreign_files_are_left_alone() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    keep(&bench, &stored, "Good", Why::Edited, now());
    keep(&bench, &stored, "Bad", Why::Edited, now() + days(1));
    let folder = bench.library.dir().join(".beckon/versions").join(&stored.campaign.id);
    let bad = fs::read_dir(&folder)
        .expect("there")
        .flatten()
        .map(|entry| entry.path())
        .find(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("\"Bad\"")))
        .expect("there");
    fs::write(&bad, "{").expect("written");
    fs::write(folder.join("notes.txt"), "somebody's").expect("written");
    assert_eq!(listed(&bench, &stored), [row("Good", Why::Edited, 0)]);
    assert!(folder.join("notes.txt").is_file());
}

#[test]
fn versions_of_campaigns_that_are_long_gone_are_removed() {
    let bench = Bench::new();
    let (here, gone) = (bench.create("Here"), bench.create("Gone"));
    keep(&bench, &here, "Here", Why::Edited, now());
    keep(&bench, &gone, "Gone", Why::Edited, now());
    let known = [(here.stamp.path.clone(), here.campaign.id.clone())];
    assert_eq!(bench.library.tidy_versions(&known, now() + ORPHANS_KEEP), 0);
    assert_eq!(bench.library.tidy_versions(&known, now() + ORPHANS_KEEP + days(1)), 1);
    assert_eq!(listed(&bench, &here).len(), 1);
    assert!(listed(&bench, &gone).is_empty());
}
