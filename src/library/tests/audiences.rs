//! Saved audiences on the disk: named safely, listed with their troubles, never written over another program's change.

use std::fs;

use super::*;
use crate::campaign::{Condition, Field, Group, Joiner, Node, Operator, SavedAudience};

fn audience(name: &str, visits: i64) -> SavedAudience {
    let asks = Condition::new(Field::Visits, Operator::AtLeast, visits);
    SavedAudience {
        name: name.to_owned(),
        audience: Group::of(Joiner::All, vec![Node::Condition(asks)]),
        ..SavedAudience::default()
    }
}

fn names(bench: &Bench) -> Vec<String> {
    let entries = bench.library.audiences().expect("they list");
    entries.into_iter().map(|entry| entry.name).collect()
}

#[test]
fn files_are_named_after_audiences_and_never_clash() {
    let bench = Bench::new();
    assert!(names(&bench).is_empty(), "a library need not have any");
    for name in ["Returning buyers", "returning BUYERS!", "CON", "🎉", "../../etc"] {
        bench.library.create_audience(&audience(name, 2)).expect("it is saved");
    }
    let found = names(&bench);
    assert_eq!(
        found,
        [
            "audience",
            "con-audience",
            "etc",
            "returning-buyers",
            "returning-buyers-2"
        ]
    );
    let entries = bench.library.audiences().expect("they list");
    assert_eq!(entries[3].title(), "Returning buyers");
    assert_eq!(bench.library.known_audiences().iter().count(), 5);
}

#[test]
fn broken_and_foreign_files_are_told_apart() {
    let bench = Bench::new();
    let folder = bench.library.dir().join(AUDIENCE_FOLDER);
    fs::create_dir(&folder).expect("made");
    for (file, text) in [
        ("cut.audience.json", "{ \"format\": \"beckon.audience\", "),
        (".audience.json", "{}"),
        (".hidden.audience.json", "{}"),
        ("notes.txt", ""),
        (
            "nested.audience.json",
            r#"{ "format": "beckon.audience", "version": 1, "audience": { "all": [ { "saved": "cut" } ] } }"#,
        ),
    ] {
        fs::write(folder.join(file), text).expect("written");
    }
    let entries = bench.library.audiences().expect("they list");
    let found: Vec<_> = entries
        .iter()
        .map(|entry| (entry.name.as_str(), entry.content.is_ok()))
        .collect();
    assert_eq!(found, [("cut", false), ("nested", false)]);
    assert!(bench.library.known_audiences().is_empty());
}

#[test]
fn another_programs_change_is_a_conflict_and_stays() {
    let bench = Bench::new();
    let made = bench.library.create_audience(&audience("Buyers", 2)).expect("saved");
    // The same again is not written.
    let before = fs::metadata(&made.tag.path)
        .and_then(|facts| facts.modified())
        .expect("there");
    bench
        .library
        .save_audience(&made.tag, &audience("Buyers", 2))
        .expect("nothing to save");
    assert_eq!(
        fs::metadata(&made.tag.path)
            .and_then(|facts| facts.modified())
            .expect("there"),
        before
    );
    let theirs = audience("Theirs", 5);
    fs::write(&made.tag.path, theirs.to_json()).expect("written");
    let error = bench
        .library
        .save_audience(&made.tag, &audience("Mine", 3))
        .expect_err("a conflict");
    let AudienceSaveError::Conflict {
        theirs: Some(found), ..
    } = error
    else {
        panic!("{error}");
    };
    assert_eq!(found.audience, theirs);
    assert_eq!(read_audience(&made.tag.path), Ok(theirs));
    // Whoever knows their version may write over it.
    let saved = bench
        .library
        .save_audience(&found.tag, &audience("Mine", 3))
        .expect("saved");
    fs::remove_file(&made.tag.path).expect("removed");
    let error = bench
        .library
        .save_audience(&saved.tag, &audience("Mine", 4))
        .expect_err("it is gone");
    assert!(
        matches!(error, AudienceSaveError::Conflict { theirs: None, .. }),
        "{error}"
    );
}

#[test]
fn a_deleted_one_is_kept_and_comes_back_under_its_name() {
    let bench = Bench::new();
    let made = bench.library.create_audience(&audience("Buyers", 2)).expect("saved");
    let binned = bench.library.delete_audience(&made.tag.path, now()).expect("deleted");
    assert!(names(&bench).is_empty());
    assert_eq!(read_audience(&binned.kept), Ok(audience("Buyers", 2)));
    assert!(
        bench.library.bin(now()).is_empty(),
        "the bin of campaigns lists campaigns"
    );
    bench
        .library
        .put_audience("buyers", &made.audience)
        .expect("it is back");
    assert_eq!(names(&bench), ["buyers"]);
    let taken = bench
        .library
        .put_audience("buyers", &audience("Others", 9))
        .expect_err("it is there");
    assert_eq!(taken.kind, TroubleKind::NameTaken);
}

#[test]
fn the_watch_tells_of_them() {
    let bench = Bench::new();
    let mut scanner = Scanner::new(bench.library.dir());
    let made = bench.library.create_audience(&audience("Buyers", 2)).expect("saved");
    let changed = |paths: &[&PathBuf]| FolderEvent::Changed {
        changed: paths.iter().map(|path| (*path).clone()).collect(),
        gone: Vec::new(),
    };
    assert_eq!(scanner.scan(true), Some(changed(&[&made.tag.path])));
    bench
        .library
        .save_audience(&made.tag, &audience("Buyers", 3))
        .expect("saved");
    assert_eq!(scanner.scan(true), Some(changed(&[&made.tag.path])));
    fs::remove_dir_all(bench.library.dir().join(AUDIENCE_FOLDER)).expect("removed");
    assert!(matches!(scanner.scan(true), Some(FolderEvent::Changed { gone, .. }) if gone == [made.tag.path]));
}
