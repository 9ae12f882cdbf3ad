//! Listing, names, leftovers, samples.

use std::fs;
use std::time::{Duration, SystemTime};

use super::*;
use crate::library::names;

#[test]
fn file_names_come_from_campaign_names() {
    for (name, stem) in [
        ("Pricing page, fifth visit", "pricing-page-fifth-visit"),
        ("  İndirim & Çay! ", "indirim-çay"),
        ("春のセール", "春のセール"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-campaign"),
        ("com1", "com1-campaign"),
        ("community", "community"),
        ("🎉", "campaign"),
        ("", "campaign"),
        ("a\u{0}b\u{202e}c", "a-b-c"),
    ] {
        assert_eq!(names::stem(name), stem, "{name:?}");
    }
    assert!(names::stem(&"ş".repeat(100_000)).len() <= 120);
}

#[test]
fn names_never_clash_whatever_their_case() {
    let bench = Bench::new();
    fs::write(bench.library.dir().join("WELCOME.campaign.json"), "{").expect("written");
    for _ in 0..3 {
        bench.create("Welcome");
    }
    let expected = ["WELCOME", "welcome-2", "welcome-3", "welcome-4"].map(|stem| format!("{stem}.campaign.json"));
    assert_eq!(bench.names(), expected);
}

#[test]
fn broken_files_stay_listed_with_their_reason() {
    let bench = Bench::new();
    bench.create("Fine");
    let dir = bench.library.dir();
    fs::write(dir.join("cut.campaign.json"), "{ \"format\": \"beckon.campaign\", ").expect("written");
    fs::write(dir.join("huge.campaign.json"), vec![b' '; 5 << 20]).expect("written");
    fs::create_dir(dir.join("folder.campaign.json")).expect("made");
    fs::write(dir.join("notes.txt"), "not listed").expect("written");
    let entries: Vec<_> = bench.library.entries().expect("it lists").collect();
    let found: Vec<_> = entries
        .iter()
        .map(|entry| (entry.name(), entry.content.is_ok()))
        .collect();
    assert_eq!(
        found,
        [("cut", false), ("Fine", true), ("folder", false), ("huge", false)]
    );
    for error in entries.iter().filter_map(|entry| entry.content.as_ref().err()) {
        assert!(!error.to_string().is_empty() && !error.hint().is_empty(), "{error}");
        assert!(!error.to_string().contains('\n'));
    }
}

/// Opening a pipe that nobody writes to would wait for ever, and this test with it.
#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_file_holds_up_nothing() {
    let bench = Bench::new();
    let stored = bench.create("Fine");
    bench
        .library
        .recovery()
        .note(&stored.tag.path, None, &stored.campaign)
        .expect("noted");
    let pipe = |path: &std::path::Path| {
        let _ = fs::remove_file(path);
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.expect("mkfifo starts").success());
    };
    pipe(&stored.tag.path);
    let error = Library::load(&stored.tag.path).expect_err("no file");
    assert!(
        matches!(&error, LoadError::Disk(error) if error.kind == TroubleKind::WrongKind),
        "{error}"
    );
    let entries: Vec<_> = bench.library.entries().expect("it lists").collect();
    assert!(entries[0].content.is_err());
    assert!(
        bench
            .library
            .save(&stored.tag, &titled(&stored.campaign, "Hi"))
            .is_err()
    );
    for record in fs::read_dir(bench.library.dir().join(".beckon/recovery")).expect("listed") {
        pipe(&record.expect("one").path());
    }
    assert_eq!(bench.library.recovery().pending(), []);
}

/// Unsaved work is private to its owner wherever it is kept, even if an earlier version left it open.
#[cfg(unix)]
#[test]
fn nobody_else_can_read_unsaved_work() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    let stored = bench.create("Fine");
    let mode = |path: &std::path::Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let note = || {
        bench
            .library
            .recovery()
            .note(&stored.tag.path, None, &stored.campaign)
            .expect("noted")
    };
    let check = |record: &std::path::Path| {
        assert_eq!((mode(record), mode(record.parent().expect("a folder"))), (0o600, 0o700));
    };
    let record = note();
    check(&record);
    for path in [record.as_path(), record.parent().expect("a folder")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o777)).expect("set");
    }
    Library::open_with_rescue(bench.library.dir(), Some(bench.rescue())).expect("opened");
    check(&record);
    // The same holds in the folder that takes it when the library cannot.
    fs::remove_dir_all(record.parent().expect("a folder")).expect("removed");
    fs::write(record.parent().expect("a folder"), "in the way").expect("written");
    let rescued = note();
    assert!(rescued.starts_with(bench.rescue()));
    check(&rescued);
}

#[cfg(unix)]
#[test]
fn a_dangling_link_is_listed_and_a_good_one_survives_a_save() {
    let bench = Bench::new();
    let stored = bench.create("Linked");
    let real = bench.folder.path().join("real.json");
    fs::rename(&stored.tag.path, &real).expect("moved");
    std::os::unix::fs::symlink(&real, &stored.tag.path).expect("linked");
    std::os::unix::fs::symlink("nowhere", bench.library.dir().join("lost.campaign.json")).expect("linked");
    bench
        .library
        .save(&stored.tag, &titled(&stored.campaign, "Hi"))
        .expect("it is saved");
    assert!(fs::symlink_metadata(&stored.tag.path).expect("there").is_symlink());
    assert!(fs::read_to_string(real).expect("there").contains("\"Hi\""));
    assert_eq!(
        bench
            .library
            .entries()
            .expect("it lists")
            .filter(|entry| entry.content.is_ok())
            .count(),
        1
    );
}

#[test]
fn two_thousand_files_list_at_once_and_load_one_by_one() {
    let bench = Bench::new();
    let text = crate::campaign::to_json(&campaign("Copy"));
    for number in 0..2_000 {
        fs::write(bench.library.dir().join(format!("c{number:04}.campaign.json")), &text).expect("written");
    }
    let mut entries = bench.library.entries().expect("it lists");
    assert_eq!(entries.len(), 2_000);
    assert!(entries.by_ref().take(64).all(|entry| entry.content.is_ok()));
    assert_eq!(entries.len(), 1_936);
    assert_eq!(
        entries.last().map(|entry| entry.name().to_owned()).as_deref(),
        Some("Copy")
    );
}

#[test]
fn renaming_moves_the_file_and_duplicating_makes_another_campaign() {
    let bench = Bench::new();
    let stored = bench.create("Old");
    let renamed = bench
        .library
        .rename(&stored.tag, &stored.campaign, "New name")
        .expect("renamed");
    assert_eq!(bench.names(), ["new-name.campaign.json"]);
    assert_eq!(Library::load(&renamed.tag.path).expect("it reads"), renamed);
    let same = bench
        .library
        .rename(&renamed.tag, &renamed.campaign, "New Name!")
        .expect("renamed");
    assert_eq!(same.tag.path, renamed.tag.path);
    let launched = Campaign {
        launched_at: Some("2026-11-22T10:00:00Z".into()),
        ..same.campaign
    };
    let id = crate::clock::new_id();
    let copy = bench.library.duplicate(&launched, id, "Copy").expect("copied").campaign;
    assert_eq!(
        (copy.id, copy.name, copy.launched_at),
        (id.to_string(), "Copy".to_owned(), None)
    );
}

#[test]
fn leftovers_of_a_crash_are_ignored_and_swept_when_old() {
    let bench = Bench::new();
    bench.create("Fine");
    let leftover = bench.library.dir().join(".beckon-x1y2.tmp");
    fs::write(&leftover, "{ half").expect("written");
    assert_eq!(bench.names(), ["fine.campaign.json"]);
    let now = SystemTime::from(crate::clock::now());
    assert_eq!(bench.library.sweep(now - Duration::from_secs(3_600)), 0);
    assert_eq!(bench.library.sweep(now + Duration::from_secs(3_600)), 1);
    assert!(!leftover.exists());
    assert_eq!(bench.names(), ["fine.campaign.json"]);
}

#[test]
fn a_file_where_the_folder_should_be_is_explained() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("library");
    fs::write(&path, "in the way").expect("written");
    for dir in [path.clone(), path.join("deeper")] {
        let error = Library::open_with_rescue(dir, None).expect_err("not a folder");
        assert!(error.to_string().starts_with("cannot open the folder"), "{error}");
        assert!(!error.hint().is_empty());
    }
}

#[test]
fn samples_are_copied_once_and_stay_deleted() {
    let bench = Bench::new();
    assert!(bench.library.is_new());
    let files = bench.library.add_samples().expect("copied");
    assert_eq!(files.len(), SAMPLES.len());
    for entry in bench.library.entries().expect("it lists") {
        let stored = entry.content.expect("samples are valid");
        if let Some(image) = &stored.campaign.content.image {
            let facts = picture_facts(bench.library.dir(), image);
            assert_eq!(
                facts,
                PictureFacts::Readable {
                    png: true,
                    width: 400,
                    height: 200
                },
                "{image}"
            );
        }
        bench.library.delete(&stored.tag.path, now()).expect("deleted");
    }
    assert!(!bench.library.is_new());
}

#[test]
fn no_sample_is_forgotten() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-campaigns");
    let count = |folder: &std::path::Path, suffix: &str| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .filter(|entry| entry.file_name().to_string_lossy().ends_with(suffix))
            .count()
    };
    assert_eq!(SAMPLES.len(), count(&folder, FILE_SUFFIX));
    assert_eq!(SAMPLE_PICTURES.len(), count(&folder.join("images"), ".png"));
}
