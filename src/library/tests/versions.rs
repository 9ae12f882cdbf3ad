//! Earlier versions.

use std::fs;

use super::*;
use crate::campaign::to_json;
use crate::library::versions::{MOST_BYTES, MOST_VERSIONS, ORPHANS_KEEP};

fn keep(bench: &Bench, stored: &Stored, title: &str, why: Why, at: DateTime<Utc>) {
    let campaign = titled(&stored.campaign, title);
    bench
        .library
        .keep_version(&stored.tag.path, &campaign, why, at)
        .expect("kept");
}

fn listed(bench: &Bench, stored: &Stored) -> Vec<(String, Why, i64)> {
    let versions = bench.library.versions(&stored.tag.path, &stored.campaign.id);
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
        .rename(&stored.tag, &stored.campaign, "Yours")
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
    // The presence of a version before an edit adds nothing new.
    let edited = bench.create("Edited");
    keep(&bench, &edited, "One", Why::Edited, now());
    keep(&bench, &edited, "One", Why::Opened, now() + days(1));
    keep(&bench, &edited, "One", Why::Outside, now() + days(1));
    assert_eq!(listed(&bench, &edited), [row("One", Why::Edited, 0)]);
    // Recording when it was launched is not an edit.
    let mut launched = titled(&stored.campaign, "One");
    launched.launched_at = Some("2026-11-28T10:15:00Z".to_owned());
    bench
        .library
        .keep_version(&stored.tag.path, &launched, Why::Edited, now() + days(5))
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
    let names = ["Here", "Binned", "Gone"];
    let [here, binned, gone] = names.map(|name| bench.create(name));
    for (stored, name) in [&here, &binned, &gone].into_iter().zip(names) {
        keep(&bench, stored, name, Why::Edited, now());
    }
    let later = now() + ORPHANS_KEEP + days(1);
    bench.library.delete(&binned.tag.path, later).expect("deleted");
    fs::remove_file(&gone.tag.path).expect("removed");
    assert_eq!(bench.library.tidy_versions(now() + ORPHANS_KEEP), 0);
    assert_eq!(bench.library.tidy_versions(later), 1);
    let left = [&here, &binned, &gone].map(|stored| listed(&bench, stored).len());
    assert_eq!(left, [1, 1, 0]);
}

#[test]
fn nothing_is_removed_while_a_campaign_cannot_be_read() {
    let later = now() + ORPHANS_KEEP + days(1);
    let damages: [fn(&Bench, &Stored); 3] = [
        |_, stored| fs::write(&stored.tag.path, "<<<<<<< HEAD").expect("written"),
        |bench, stored| {
            let binned = bench.library.delete(&stored.tag.path, now()).expect("deleted");
            fs::write(binned.kept, "{").expect("written");
        },
        |bench, _| fs::rename(bench.library.dir(), bench.folder.path().join("away")).expect("moved away"),
    ];
    for damage in damages {
        let bench = Bench::new();
        let stored = bench.create("Mine");
        keep(&bench, &stored, "Mine", Why::Edited, now());
        damage(&bench, &stored);
        assert_eq!(bench.library.tidy_versions(later), 0);
        let away = bench.folder.path().join("away");
        if away.exists() {
            fs::rename(away, bench.library.dir()).expect("moved back");
        }
        assert_eq!(listed(&bench, &stored).len(), 1);
    }
}

#[test]
fn what_is_erased_for_good_leaves_neither_versions_nor_history_unless_the_campaign_goes_on() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let history = Record {
        past: vec![Step {
            name: "edit-rename".to_owned(),
            value: titled(&stored.campaign, "Before").into(),
        }],
        present: stored.campaign.clone().into(),
        future: Vec::new(),
    };
    bench
        .library
        .write_history(&stored.tag.path, &history, now())
        .expect("written");
    keep(&bench, &stored, "Mine", Why::Edited, now());
    let aside = bench
        .library
        .set_aside(
            &stored.tag.path,
            to_json(&stored.campaign).as_bytes(),
            now(),
            Removal::SetAside,
        )
        .expect("set aside");
    let kept = |bench: &Bench| {
        let history = bench.library.read_history(&stored.tag.path, &stored.campaign.id, now());
        (listed(bench, &stored).len(), history.is_some())
    };
    bench.library.erase_with_history(&aside, now()).expect("erased");
    assert_eq!(kept(&bench), (1, true), "the campaign itself is still there");
    let binned = bench.library.delete(&stored.tag.path, now()).expect("deleted");
    assert_eq!(kept(&bench), (1, true), "it may be restored");
    bench.library.erase_with_history(&binned, now()).expect("erased");
    assert_eq!(kept(&bench), (0, false));
}
