//! Changes that other programs make to the folder are noticed.

use std::fs;
use std::sync::mpsc::channel;
use std::time::Duration;

use super::*;

fn changed(changed: &[&PathBuf], gone: &[&PathBuf]) -> Option<FolderEvent> {
    let owned = |paths: &[&PathBuf]| paths.iter().map(|path| (*path).clone()).collect();
    Some(FolderEvent::Changed {
        changed: owned(changed),
        gone: owned(gone),
    })
}

#[test]
fn a_scan_tells_new_changed_and_missing_files() {
    let bench = Bench::new();
    let (one, other) = (bench.create("One").tag, bench.create("Other").tag);
    let mut scanner = Scanner::new(bench.library.dir());
    assert_eq!(scanner.scan(false), None);
    let new = bench.create("New").tag;
    let edited = titled(&Library::load(&one.path).expect("it reads").campaign, "Hi");
    bench.library.save(&one, &edited).expect("saved");
    fs::write(bench.library.dir().join("notes.txt"), "no campaign").expect("written");
    fs::remove_file(&other.path).expect("removed");
    assert_eq!(scanner.scan(false), changed(&[&new.path, &one.path], &[]));
    // A program that saves by deleting and renaming leaves a gap.
    assert!(scanner.is_in_doubt());
    assert_eq!(scanner.scan(false), changed(&[], &[&other.path]));
    assert!(!scanner.is_in_doubt());
    assert_eq!(scanner.scan(false), None);
}

#[test]
fn a_file_that_comes_back_at_once_was_never_gone() {
    let bench = Bench::new();
    let one = bench.create("One").tag;
    let text = fs::read(&one.path).expect("there");
    let mut scanner = Scanner::new(bench.library.dir());
    fs::remove_file(&one.path).expect("removed");
    assert_eq!(scanner.scan(false), None);
    fs::write(&one.path, text).expect("written");
    assert!(!matches!(scanner.scan(false), Some(FolderEvent::Changed { gone, .. }) if !gone.is_empty()));
    fs::remove_file(&one.path).expect("removed");
    assert_eq!(
        scanner.scan(true),
        changed(&[], &[&one.path]),
        "whoever is sure hears at once"
    );
}

#[test]
fn a_folder_that_goes_and_comes_back_is_reported_once_each() {
    let bench = Bench::new();
    bench.create("One");
    let mut scanner = Scanner::new(bench.library.dir());
    let away = bench.folder.path().join("away");
    fs::rename(bench.library.dir(), &away).expect("moved");
    assert_eq!(scanner.scan(false), Some(FolderEvent::Lost(TroubleKind::Missing)));
    assert_eq!((scanner.scan(false), scanner.is_lost()), (None, true));
    fs::write(bench.library.dir(), "in the way").expect("written");
    assert_eq!(scanner.scan(false), None);
    fs::remove_file(bench.library.dir()).expect("removed");
    fs::rename(&away, bench.library.dir()).expect("back");
    assert_eq!(scanner.scan(false), Some(FolderEvent::Found));
    assert_eq!((scanner.scan(false), scanner.is_lost()), (None, false));
}

#[test]
fn the_thread_reports_what_happens_and_ends_when_it_is_dropped() {
    let bench = Bench::new();
    let (sender, receiver) = channel();
    let watch = Watch::start(bench.library.dir(), move |event| {
        let _ = sender.send(event);
    })
    .expect("a thread");
    // A generous limit: only a watch that hears nothing at all waits this long.
    let next = || receiver.recv_timeout(Duration::from_secs(60)).expect("an event");
    assert_eq!(next(), FolderEvent::Ready);
    let new = bench.create("New").tag.path;
    assert_eq!(Some(next()), changed(&[&new], &[]));
    fs::remove_file(&new).expect("removed");
    watch.look();
    assert_eq!(Some(next()), changed(&[], &[&new]));
    drop(watch);
    // The sender was dropped with the thread.
    assert!(receiver.iter().next().is_none());
}
