//! What publishing keeps is private to its owner, and nothing put in its place makes it wait.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::desk::{connection, data_dir, operation};
use crate::publish::{DataDir, Entry, EntryKey, Keyring, Operation, SendError, Token};

/// Every file and folder below one, with its permission bits.
fn modes(folder: &Path, found: &mut Vec<(String, bool, u32)>) {
    let facts = fs::symlink_metadata(folder).expect("there");
    let mode = facts.permissions().mode() & 0o7777;
    found.push((folder.display().to_string(), facts.is_dir(), mode));
    if facts.is_dir() {
        for entry in fs::read_dir(folder).expect("listed").flatten() {
            modes(&entry.path(), found);
        }
    }
}

#[track_caller]
fn is_private(folder: &Path) {
    let mut found = Vec::new();
    modes(folder, &mut found);
    assert!(found.len() > 8, "{found:?}");
    for (path, is_folder, mode) in found {
        assert_eq!(mode, if is_folder { 0o700 } else { 0o600 }, "{path}: {mode:o}");
    }
}

fn filled() -> (tempfile::TempDir, DataDir) {
    let (folder, data_dir) = data_dir();
    data_dir
        .connections
        .put(connection("here", "Here", "https://a.example/"))
        .expect("kept");
    data_dir
        .tokens
        .set("here", &Token::new("s3cret").expect("a token"))
        .expect("kept");
    data_dir
        .outbox
        .add(&operation(1, "a", Operation::Pause))
        .expect("added");
    data_dir
        .ledger
        .put(&Entry::new(&EntryKey::new("drafts", "here", "a"), "A"))
        .expect("written");
    fs::create_dir(folder.path().join("library")).expect("made");
    data_dir.libraries.name(&folder.path().join("library")).expect("named");
    drop(data_dir.try_lock("here").expect("locked"));
    (folder, data_dir)
}

#[test]
fn nobody_else_can_read_what_publishing_keeps() {
    let (folder, data_dir) = filled();
    is_private(data_dir.dir());
    // What an earlier version, or a user by hand, left accessible is restricted when it is opened.
    let loosened = Command::new("chmod")
        .arg("-R")
        .arg("a+rwX")
        .arg(data_dir.dir())
        .status();
    assert!(loosened.expect("chmod starts").success());
    fs::create_dir(data_dir.dir().join("outbox/damaged")).expect("made");
    fs::set_permissions(data_dir.dir().join("outbox/damaged"), fs::Permissions::from_mode(0o755)).expect("set");
    DataDir::open(folder.path().join("data_dir"), Keyring::Avoid).expect("opened");
    is_private(data_dir.dir());
}

#[test]
fn a_folder_that_holds_other_things_is_not_closed() {
    let (folder, data_dir) = filled();
    let path = |name: &str| data_dir.dir().join(name);
    fs::write(path("notes.txt"), "the user's own").expect("written");
    for name in ["", "notes.txt", "outbox"] {
        fs::set_permissions(path(name), fs::Permissions::from_mode(0o755)).expect("set");
    }
    DataDir::open(folder.path().join("data_dir"), Keyring::Avoid).expect("opened");
    let mode = |name: &str| fs::metadata(path(name)).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("notes.txt"), mode("outbox")), (0o755, 0o755, 0o700));
}

fn pipe(path: &Path) {
    let _ = fs::remove_file(path);
    let made = Command::new("mkfifo").arg(path).status();
    assert!(made.expect("mkfifo starts").success());
}

/// Opening a pipe that nobody writes to would wait forever, and this test with it.
#[test]
fn a_pipe_in_the_place_of_a_file_holds_up_nothing() {
    let (folder, data_dir) = filled();
    data_dir
        .outbox
        .add(&operation(2, "b", Operation::Pause))
        .expect("added");
    let paths = data_dir.outbox.paths().expect("listed");
    pipe(&paths[0]);
    let queue = data_dir.outbox.queue().expect("listed");
    assert_eq!(queue.waiting.len(), 1);
    assert!(
        matches!(&queue.troubles[..], [SendError::PutAside(_)]),
        "{:?}",
        queue.troubles
    );
    assert!(
        data_dir.outbox.queue().expect("listed").troubles.is_empty(),
        "it is out of the way"
    );

    pipe(&data_dir.dir().join("ledger/drafts/here/a.json"));
    assert!(data_dir.ledger.get(&EntryKey::new("drafts", "here", "a")).is_err());
    assert_eq!(data_dir.ledger.of_connection("drafts", "here"), []);
    assert!(
        data_dir
            .ledger
            .put(&Entry::new(&EntryKey::new("drafts", "here", "a"), "A"))
            .is_err()
    );

    pipe(&data_dir.dir().join("connections.json"));
    assert!(data_dir.connections.list().is_err());
    pipe(&data_dir.dir().join("tokens/here.token"));
    assert!(data_dir.tokens.get("here").is_err());
    pipe(&data_dir.dir().join("sending/here.lock"));
    assert!(data_dir.try_lock("here").is_err() && data_dir.lock("here").is_err());
    pipe(&data_dir.dir().join("libraries.json"));
    assert!(
        data_dir.libraries.find(&folder.path().join("library")).is_some(),
        "its mark says so"
    );
    pipe(&folder.path().join("library/.beckon/library.json"));
    assert_eq!(data_dir.libraries.find(&folder.path().join("library")), None);
    DataDir::open(data_dir.dir(), Keyring::Avoid).expect("opened");
}
