//! What publishing keeps is its owner's alone, and nothing that stands in its place makes it wait.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::desk::{connection, post, wish};
use crate::publish::{Entry, EntryKey, Keyring, Post, SendError, Token, Wish};

/// Every file and folder below one, with the bits that say who may do what.
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

fn filled() -> (tempfile::TempDir, Post) {
    let (folder, post) = post();
    post.connections
        .put(connection("here", "Here", "https://a.example/"))
        .expect("kept");
    post.tokens
        .set("here", &Token::new("s3cret").expect("a token"))
        .expect("kept");
    post.outbox.add(&wish(1, "a", Wish::Pause)).expect("added");
    post.ledger
        .put(&Entry::new(&EntryKey::new("drafts", "here", "a"), "A"))
        .expect("written");
    fs::create_dir(folder.path().join("library")).expect("made");
    post.libraries.name(&folder.path().join("library")).expect("named");
    drop(post.try_turn("here").expect("locked"));
    (folder, post)
}

#[test]
fn nobody_else_can_read_what_publishing_keeps() {
    let (folder, post) = filled();
    is_private(post.dir());
    // What an earlier version, or somebody by hand, left open is closed when it is opened.
    let loosened = Command::new("chmod").arg("-R").arg("a+rwX").arg(post.dir()).status();
    assert!(loosened.expect("chmod starts").success());
    fs::create_dir(post.dir().join("outbox/damaged")).expect("made");
    fs::set_permissions(post.dir().join("outbox/damaged"), fs::Permissions::from_mode(0o755)).expect("set");
    Post::open(folder.path().join("post"), Keyring::Avoid).expect("opened");
    is_private(post.dir());
}

#[test]
fn a_folder_that_holds_other_things_is_not_closed() {
    let (folder, post) = filled();
    let path = |name: &str| post.dir().join(name);
    fs::write(path("notes.txt"), "the user's own").expect("written");
    for name in ["", "notes.txt", "outbox"] {
        fs::set_permissions(path(name), fs::Permissions::from_mode(0o755)).expect("set");
    }
    Post::open(folder.path().join("post"), Keyring::Avoid).expect("opened");
    let mode = |name: &str| fs::metadata(path(name)).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("notes.txt"), mode("outbox")), (0o755, 0o755, 0o700));
}

fn pipe(path: &Path) {
    let _ = fs::remove_file(path);
    let made = Command::new("mkfifo").arg(path).status();
    assert!(made.expect("mkfifo starts").success());
}

/// Whoever opens a pipe that nobody writes to would wait for ever, and this test with it.
#[test]
fn a_pipe_in_the_place_of_a_file_holds_up_nothing() {
    let (folder, post) = filled();
    post.outbox.add(&wish(2, "b", Wish::Pause)).expect("added");
    let paths = post.outbox.paths().expect("listed");
    pipe(&paths[0]);
    let queue = post.outbox.queue().expect("listed");
    assert_eq!(queue.waiting.len(), 1);
    assert!(
        matches!(&queue.troubles[..], [SendError::PutAside(_)]),
        "{:?}",
        queue.troubles
    );
    assert!(
        post.outbox.queue().expect("listed").troubles.is_empty(),
        "it is out of the way"
    );

    pipe(&post.dir().join("ledger/drafts/here/a.json"));
    assert!(post.ledger.get(&EntryKey::new("drafts", "here", "a")).is_err());
    assert_eq!(post.ledger.of_connection("drafts", "here"), []);
    assert!(
        post.ledger
            .put(&Entry::new(&EntryKey::new("drafts", "here", "a"), "A"))
            .is_err()
    );

    pipe(&post.dir().join("connections.json"));
    assert!(post.connections.list().is_err());
    pipe(&post.dir().join("tokens/here.token"));
    assert!(post.tokens.get("here").is_err());
    pipe(&post.dir().join("sending/here.lock"));
    assert!(post.try_turn("here").is_err() && post.turn("here").is_err());
    pipe(&post.dir().join("libraries.json"));
    assert!(
        post.libraries.find(&folder.path().join("library")).is_some(),
        "its mark says so"
    );
    pipe(&folder.path().join("library/.beckon/library.json"));
    assert_eq!(post.libraries.find(&folder.path().join("library")), None);
    Post::open(post.dir(), Keyring::Avoid).expect("opened");
}
