//! A full disk: saving, unsaved work, launching and exporting report it, and lose nothing.
//!
//! The test runs itself again in a process with a small disk of its own: where it may mount one, which root may, and most users within a
//! namespace; elsewhere in one that may not write long files, which fails at the same places.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::desk::operation;
use crate::campaign::Campaign;
use crate::library::{Library, LibraryError, SaveError, Stored, TroubleKind, write_atomically};
use crate::publish::{DataDir, Document, Entry, EntryKey, Keyring, Launch, Operation, SiteError, bundle, site};

/// Names the small disk, in the process that has one; the word before it says what limits that.
const DISK: &str = "BECKON_TEST_SMALL_DISK";

/// How the process with a small disk begins: `$0` is the folder, `$1` this program, `$2` the test.
const MOUNTED: &str = r#"mount -t tmpfs -o size=1m tmpfs "$0" && export BECKON_TEST_SMALL_DISK="mounted:$0" && exec "$1" --exact "$2" --nocapture"#;
/// In blocks of 512 bytes; the signal that comes with it would end the process.
const LIMITED: &str =
    r#"trap '' XFSZ; ulimit -f 128; export BECKON_TEST_SMALL_DISK="limited:$0"; exec "$1" --exact "$2" --nocapture"#;

/// More than the room on the small disk, or than its limit for a file.
const LONG: usize = 400 << 10;

#[test]
fn a_full_disk_is_reported_and_loses_nothing() {
    let name = concat!(module_path!(), "::a_full_disk_is_reported_and_loses_nothing");
    let name = name.split_once("::").map_or(name, |(_, within)| within);
    match std::env::var(DISK) {
        Ok(disk) => {
            let (limit, folder) = disk.split_once(':').expect("what limits it, and where");
            Desk::open(Path::new(folder), limit == "mounted").try_everything();
            println!("tried on a disk that is {limit}");
        }
        Err(_) => run_on_a_small_disk(name),
    }
}

fn run_on_a_small_disk(test: &str) {
    let program = std::env::current_exe().expect("this program");
    let ways: [(&[&str], &str); 3] = [
        (&["unshare", "-m", "sh", "-c"], MOUNTED),
        (&["unshare", "-rm", "sh", "-c"], MOUNTED),
        (&["sh", "-c"], LIMITED),
    ];
    let mut tried = Vec::new();
    for (words, script) in ways {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(words[0]);
        command
            .args(&words[1..])
            .arg(script)
            .arg(folder.path())
            .arg(&program)
            .arg(test);
        let Ok(output) = command.output() else { continue };
        let said = [output.stdout, output.stderr]
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .concat();
        // Otherwise the test never ran: mounting is not allowed here.
        if said.contains("running 1 test") {
            assert!(output.status.success() && said.contains("tried on a disk"), "{said}");
            return;
        }
        tried.push(said);
    }
    panic!("no small disk is to be had: {tried:?}");
}

/// The content of the small disk.
struct Desk {
    folder: PathBuf,
    /// Whether the disk itself is small, and another has room.
    mounted: bool,
    library: Library,
    data_dir: DataDir,
    stored: Stored,
    /// A folder on another disk.
    elsewhere: tempfile::TempDir,
}

fn titled(title: &str, padding: usize) -> Campaign {
    let mut campaign = Campaign::new(uuid::Uuid::from_u128(1), "Offer", "Europe/Istanbul");
    campaign.content.title = Some(title.to_owned());
    campaign.content.text = Some("x".repeat(padding));
    campaign
}

/// The error reports that the disk has no room.
fn assert_full(error: &LibraryError, mounted: bool) {
    let expected = if mounted {
        TroubleKind::Full
    } else {
        TroubleKind::TooLarge
    };
    assert_eq!(error.kind, expected, "{error}");
    assert!(
        !error.hint().is_empty() && error.to_string().contains(if mounted { "full" } else { "large" }),
        "{error}"
    );
}

impl Desk {
    fn open(folder: &Path, mounted: bool) -> Desk {
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        let rescue = elsewhere.path().join("rescue");
        let library = Library::open_with_rescue(folder.join("drafts"), Some(rescue)).expect("a library");
        let data_dir = DataDir::open(folder.join("publishing"), Keyring::Avoid).expect("a folder");
        let stored = library.create(titled("one", 0)).expect("there is room");
        let path = &stored.tag.path;
        library
            .recovery()
            .note(path, Some(stored.tag.hash), &titled("two", 0))
            .expect("there is room");
        data_dir
            .outbox
            .add(&operation(1, "a", Operation::Pause))
            .expect("there is room");
        data_dir
            .ledger
            .put(&Entry::new(&EntryKey::new("drafts", "here", "a"), "one"))
            .expect("there is room");
        Desk {
            folder: folder.to_owned(),
            mounted,
            library,
            data_dir,
            stored,
            elsewhere,
        }
    }

    fn try_everything(&self) {
        let filler = self.folder.join("filler");
        if self.mounted {
            fill(&filler);
        }
        self.saving_fails();
        self.noting_fails_over_to_another_disk();
        self.launching_fails();
        self.exporting_fails();
        self.assert_all_is_there();
        if self.mounted {
            fs::remove_file(&filler).expect("removed");
        }
        self.everything_works_again();
    }

    fn saving_fails(&self) {
        let path = &self.stored.tag.path;
        match self.library.save(&self.stored.tag, &titled("three", LONG)) {
            Err(SaveError::Failed { error, rescued }) => {
                assert_full(&error, self.mounted);
                // On the other disk there is room.
                assert_eq!(
                    rescued.is_some_and(|copy| copy.starts_with(self.elsewhere.path())),
                    self.mounted
                );
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(&Library::load(path).expect("it reads").campaign, &self.stored.campaign);
        assert_full(
            &self.library.create(titled("four", LONG)).expect_err("no room"),
            self.mounted,
        );
        let kept = self.library.keep_version(
            path,
            &titled("four", LONG),
            crate::library::Why::Edited,
            crate::clock::now(),
        );
        assert_full(&kept.expect_err("no room"), self.mounted);
    }

    fn noting_fails_over_to_another_disk(&self) {
        let alone = self.library.without_rescue();
        let path = &self.stored.tag.path;
        let error = alone
            .recovery()
            .note(path, None, &titled("three", LONG))
            .expect_err("no room");
        assert_full(&error, self.mounted);
        let titles = |library: &Library| {
            let pending = library.recovery().pending();
            pending
                .into_iter()
                .map(|unsaved| unsaved.campaign.content.title)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            titles(&alone),
            [Some("two".to_owned())],
            "the earlier note is as it was"
        );
        let newest = if self.mounted { "three" } else { "two" };
        assert_eq!(titles(&self.library), [Some(newest.to_owned())]);
    }

    fn launching_fails(&self) {
        let launch = Launch::of(&titled("three", LONG), self.library.dir()).expect("no pictures");
        let launch = operation(2, "a", Operation::Launch(Box::new(launch)));
        assert_full(&self.data_dir.outbox.add(&launch).expect_err("no room"), self.mounted);
        let mut entry = Entry::new(&EntryKey::new("drafts", "here", "a"), "two");
        entry.live = Some(Document::Campaign(Box::new(titled("three", LONG))));
        assert_full(&self.data_dir.ledger.put(&entry).expect_err("no room"), self.mounted);
    }

    fn exporting_fails(&self) {
        let campaign = titled("three", LONG);
        let of_one = [(&campaign, self.library.dir())];
        let target = self.folder.join("export.json");
        let bundle = bundle(of_one).expect("no pictures");
        let error = write_atomically(&target, bundle.to_json().as_bytes()).expect_err("no room");
        assert_full(&LibraryError::new("write", &target, error), self.mounted);
        assert!(!target.exists());
        match site(of_one, None)
            .expect("no pictures")
            .write(&self.folder.join("site"))
        {
            Err(SiteError::Disk(error)) => assert_full(&error, self.mounted),
            other => panic!("{other:?}"),
        }
    }

    /// No existing file is gone, and no unfinished file remains.
    fn assert_all_is_there(&self) {
        let entries: Vec<_> = self.library.entries().expect("it lists").collect();
        assert_eq!(entries.len(), 1);
        let queue = self.data_dir.outbox.queue().expect("it lists");
        assert_eq!((queue.waiting.len(), queue.troubles.len()), (1, 0));
        let entries = self.data_dir.ledger.of_connection("drafts", "here");
        assert_eq!(
            entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(),
            ["one"]
        );
        assert!(unfinished(&self.folder).is_empty(), "{:?}", unfinished(&self.folder));
    }

    fn everything_works_again(&self) {
        fs::remove_dir_all(self.folder.join("site")).unwrap_or_default();
        let edited = titled("five", 100);
        self.library.save(&self.stored.tag, &edited).expect("there is room");
        assert!(self.library.recovery().pending().is_empty());
        self.data_dir
            .outbox
            .add(&operation(3, "a", Operation::TakeDown))
            .expect("there is room");
        let whole = bundle([(&edited, self.library.dir())]).expect("no pictures").to_json();
        write_atomically(&self.folder.join("export.json"), whole.as_bytes()).expect("there is room");
    }
}

fn fill(path: &Path) {
    let mut file = File::create(path).expect("made");
    let mut block = 4096;
    while block > 0 {
        if file
            .write_all(&vec![b'x'; block])
            .and_then(|()| file.sync_all())
            .is_err()
        {
            block /= 2;
        }
    }
}

fn unfinished(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("it lists")
        .map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let tmp = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "tmp");
    let below = folders.iter().flat_map(|folder| unfinished(folder));
    files.into_iter().filter(tmp).chain(below).collect()
}
