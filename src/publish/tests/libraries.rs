//! Which library a folder is: it moves, it is copied, it loses its mark, it cannot be written.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::desk::data_dir;
use crate::library::read_mark;
use crate::publish::{DataDir, Entry, EntryKey, Intention, Operation};

/// A folder with a library in it, next to what publishing keeps.
struct Desk {
    folder: TempDir,
    data_dir: DataDir,
}

impl Desk {
    fn new() -> Desk {
        let (folder, data_dir) = data_dir();
        Desk { folder, data_dir }
    }

    fn library(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(&path).expect("made");
        path
    }

    fn name(&self, folder: &Path) -> String {
        self.data_dir.libraries.name(folder).expect("named")
    }

    fn find(&self, folder: &Path) -> Option<String> {
        self.data_dir.libraries.find(folder)
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to.join(".beckon")).expect("made");
    fs::copy(from.join(".beckon/library.json"), to.join(".beckon/library.json")).expect("copied");
}

#[test]
fn a_library_gets_an_identity_when_it_needs_one_and_keeps_it() {
    let desk = Desk::new();
    let (one, other) = (desk.library("one"), desk.library("other"));
    assert_eq!(desk.find(&one), None);
    assert!(!one.join(".beckon").exists(), "looking leaves nothing behind");
    let id = desk.name(&one);
    assert_eq!((desk.find(&one), desk.name(&one)), (Some(id.clone()), id.clone()));
    assert_eq!(read_mark(&one), Some(id.clone()));
    assert_ne!(desk.name(&other), id);
    // Another path to the same folder finds the same library.
    let again = DataDir::open(desk.data_dir.dir(), crate::publish::Keyring::Avoid).expect("opened");
    assert_eq!(again.libraries.find(&one.join("../one")), Some(id.clone()));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&one, desk.folder.path().join("link")).expect("linked");
        assert_eq!(desk.find(&desk.folder.path().join("link")), Some(id));
    }
}

#[test]
fn an_identity_moves_with_its_folder_and_is_not_copied_with_it() {
    let desk = Desk::new();
    let one = desk.library("one");
    let id = desk.name(&one);
    let moved = desk.folder.path().join("moved");
    fs::rename(&one, &moved).expect("moved");
    assert_eq!((desk.find(&moved), desk.name(&moved)), (Some(id.clone()), id.clone()));
    // A copy was never launched from, whichever of the two is asked for first.
    let copied = desk.library("copied");
    copy(&moved, &copied);
    assert_eq!(desk.find(&copied), None);
    let own = desk.name(&copied);
    assert_ne!(own, id);
    assert_eq!(
        (desk.find(&moved), desk.find(&copied)),
        (Some(id.clone()), Some(own.clone()))
    );
    // In place of one that is gone, a copy counts as that one.
    fs::remove_dir_all(&moved).expect("removed");
    let back = desk.library("back");
    fs::create_dir_all(back.join(".beckon")).expect("made");
    fs::write(
        back.join(".beckon/library.json"),
        format!(r#"{{"format":"beckon.library","version":1,"id":"{id}"}}"#),
    )
    .expect("written");
    assert_eq!(desk.name(&back), id);
}

#[test]
fn a_library_without_its_mark_is_known_by_its_place() {
    let desk = Desk::new();
    let one = desk.library("one");
    let id = desk.name(&one);
    // As version control does with untracked files.
    fs::remove_dir_all(one.join(".beckon")).expect("removed");
    assert_eq!(desk.find(&one), Some(id.clone()));
    assert_eq!((desk.name(&one), read_mark(&one)), (id.clone(), Some(id.clone())));
    for damaged in ["{", "[]", r#"{"format":"beckon.library","id":"../../x"}"#] {
        fs::write(one.join(".beckon/library.json"), damaged).expect("written");
        assert_eq!(desk.name(&one), id, "{damaged}");
    }
    // One whose folder cannot be marked is known by its place, too.
    let stubborn = desk.library("stubborn");
    fs::write(stubborn.join(".beckon"), "a file in the way").expect("written");
    let id = desk.name(&stubborn);
    assert_eq!((desk.find(&stubborn), desk.name(&stubborn)), (Some(id.clone()), id));
    // A lost list is rebuilt from the marks.
    let id = desk.name(&one);
    fs::write(desk.data_dir.dir().join("libraries.json"), "{").expect("written");
    assert_eq!((desk.find(&one), desk.name(&one)), (Some(id.clone()), id));
}

#[test]
fn two_that_ask_at_once_get_the_same_answer() {
    let desk = Desk::new();
    let one = desk.library("one");
    let ids: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| desk.name(&one))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("named"))
            .collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn what_an_earlier_version_kept_goes_to_the_library_that_has_the_campaign() {
    let desk = Desk::new();
    let (one, other) = (desk.name(&desk.library("one")), desk.name(&desk.library("other")));
    let old = |campaign: &str| Entry::new(&EntryKey::new("", "here", campaign), "Hello");
    for campaign in ["a", "b", "waits"] {
        desk.data_dir.ledger.put(&old(campaign)).expect("written");
    }
    assert!(desk.data_dir.dir().join("ledger/here/a.json").is_file());
    let operation = Intention {
        library: String::new(),
        ..super::desk::operation(1, "waits", Operation::Pause)
    };
    desk.data_dir.outbox.add(&operation).expect("added");
    let adopt = |library: &str, campaigns: &[&str]| {
        let campaigns = campaigns.iter().map(|campaign| (*campaign).to_owned()).collect();
        desk.data_dir.adopt(library, || campaigns).expect("adopted");
    };
    adopt(&one, &["a", "waits", "never launched"]);
    adopt(&other, &["a", "b"]);
    let get = |library: &str, campaign: &str| {
        let key = EntryKey::new(library, "here", campaign);
        desk.data_dir.ledger.get(&key).expect("read").is_some()
    };
    assert!(get(&one, "a") && !get(&other, "a"), "the first that asked has it");
    assert!(get(&other, "b") && !get(&one, "b"));
    assert!(
        get("", "waits") && !get(&one, "waits"),
        "what waits is not taken from under its operation"
    );
    desk.data_dir
        .outbox
        .remove(&desk.data_dir.outbox.paths().expect("listed")[0])
        .expect("removed");
    adopt(&one, &["a", "waits"]);
    assert!(get(&one, "waits") && !desk.data_dir.is_behind());
}
