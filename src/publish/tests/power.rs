//! Power loss at every point of a session: what the library, the outbox and the ledger keep is whole, and nothing is lost that was
//! reported as done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::desk::operation;
use crate::campaign::Campaign;
use crate::library::power::{self, Disk};
use crate::library::{Binned, Library, Record, Resolution, SaveError, Step, Stored, Why};
use crate::publish::{DataDir, Entry, EntryKey, Keyring, Operation, What};

/// What a session has made, as the next start finds it: the content of each item.
type Facts = BTreeMap<String, BTreeSet<String>>;

/// One person at work.
struct Session {
    _folder: tempfile::TempDir,
    /// The root of everything, on an initially empty disk.
    root: PathBuf,
    library: Library,
    data_dir: DataDir,
    /// After how many operations each step was done, and what there was then.
    done: Vec<(usize, Facts)>,
}

fn open(root: &Path) -> (Library, DataDir) {
    let library =
        Library::open_with_rescue(root.join("home/drafts"), Some(root.join("home/rescue"))).expect("a library");
    let data_dir = DataDir::open(root.join("data/publishing"), Keyring::Avoid).expect("a folder");
    (library, data_dir)
}

fn instant(second: i64) -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(second)
}

fn campaign(number: u128, title: &str) -> Campaign {
    let mut campaign = Campaign::new(uuid::Uuid::from_u128(number), "Offer", "Europe/Istanbul");
    campaign.content.title = Some(title.to_owned());
    campaign
}

fn title(campaign: &Campaign) -> String {
    campaign.content.title.clone().unwrap_or_default()
}

/// What the next start finds. Panics for a file that cannot be read.
fn facts(library: &Library, data_dir: &DataDir) -> Facts {
    let mut facts = Facts::new();
    let mut add = |thing: String, says: String| {
        facts.entry(thing).or_default().insert(says);
    };
    for entry in library.entries().expect("it lists") {
        let campaign = entry.content.expect("no campaign is unreadable").campaign;
        add(format!("file of {}", campaign.id), entry.path.display().to_string());
        add(format!("saved of {}", campaign.id), title(&campaign));
        add(format!("kept of {}", campaign.id), title(&campaign));
        for version in library.versions(&entry.path, &campaign.id) {
            add(format!("versions of {}", campaign.id), title(&version.campaign));
        }
        if let Some(record) = library.read_history(&entry.path, &campaign.id, instant(0)) {
            let steps = record.past.iter().map(|step| title(&step.value)).collect::<Vec<_>>();
            add(
                format!("history of {}", campaign.id),
                format!("{steps:?} {}", title(&record.present)),
            );
        }
    }
    for entry in library.bin(instant(0)) {
        let campaign = entry.campaign.expect("nothing in the bin is unreadable");
        add(format!("bin of {}", campaign.id), title(&campaign));
        add(format!("kept of {}", campaign.id), title(&campaign));
    }
    for unsaved in library.recovery().pending() {
        add(format!("unsaved of {}", unsaved.campaign.id), title(&unsaved.campaign));
        add(format!("kept of {}", unsaved.campaign.id), title(&unsaved.campaign));
    }
    let queue = data_dir.outbox.queue().expect("it lists");
    assert!(queue.troubles.is_empty(), "{:?}", queue.troubles);
    for queued in queue.waiting {
        add("outbox".to_owned(), format!("{} {}", queued.id, queued.what.id()));
    }
    for entry in data_dir.ledger.of_connection("drafts", "here") {
        add(
            format!("ledger of {}", entry.subject.campaign_id().expect("a campaign")),
            format!("{} {:?}", entry.name, entry.etag),
        );
    }
    facts
}

impl Session {
    /// Begins on an empty disk.
    fn begin() -> Session {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("there").join("disk");
        std::fs::create_dir(&root).expect("made");
        power::start();
        let (library, data_dir) = open(&root);
        let mut session = Session {
            _folder: folder,
            root,
            library,
            data_dir,
            done: Vec::new(),
        };
        session.step(|_| ());
        session
    }

    /// Does something, and counts the result as promised.
    fn step<T>(&mut self, act: impl FnOnce(&Session) -> T) -> T {
        let done = act(self);
        let now = power::unrecorded(|| facts(&self.library, &self.data_dir));
        self.done.push((power::count(), now));
        done
    }

    /// Loses the power after every operation, and starts again.
    fn lose_power_everywhere(self) {
        let operations = power::stop();
        let whole: BTreeSet<&[u8]> = operations.iter().filter_map(written).collect();
        let mut tried = 0;
        for count in 0..=operations.len() {
            let before = self.done.iter().rev().find(|(done, _)| *done <= count);
            let after = self.done.iter().find(|(done, _)| *done >= count);
            let nothing = Facts::new();
            let before = before.map_or(&nothing, |(_, facts)| facts);
            let (_, after) = after.expect("the session ended with a step");
            for disk in power::after(&self.root, &operations[..count]) {
                tried += 1;
                let point = format!(
                    "power lost after {count}: {:?}",
                    operations[..count].last().map(without_bytes)
                );
                disk.restore(&self.root).expect("restored");
                assert_whole(&disk, &whole, &point);
                let (library, data_dir) = open(&self.root);
                assert_between(&facts(&library, &data_dir), before, after, &point);
            }
        }
        assert!(
            tried > operations.len(),
            "{tried} states after {} operations",
            operations.len()
        );
    }
}

fn written(operation: &power::Operation) -> Option<&[u8]> {
    match operation {
        power::Operation::Written(_, bytes) => Some(bytes),
        power::Operation::Made(_)
        | power::Operation::Created(_)
        | power::Operation::Synced(_)
        | power::Operation::Renamed(..)
        | power::Operation::Linked(..)
        | power::Operation::Removed(_)
        | power::Operation::FolderSynced(_) => None,
    }
}

fn without_bytes(operation: &power::Operation) -> String {
    match operation {
        power::Operation::Written(path, bytes) => format!("{} bytes into {}", bytes.len(), path.display()),
        other => format!("{other:?}"),
    }
}

/// Asserts that each file has its old or its new content, and nothing in between.
fn assert_whole(disk: &Disk, whole: &BTreeSet<&[u8]>, point: &str) {
    for (path, bytes) in disk.files() {
        let unfinished = path.extension().is_some_and(|ending| ending == "tmp");
        assert!(
            unfinished || whole.contains(bytes),
            "{} is torn, {point}",
            path.display()
        );
    }
}

/// Asserts that what a step leaves unchanged stays, and what it changes is old or new, never missing if it exists before and after.
fn assert_between(found: &Facts, before: &Facts, after: &Facts, point: &str) {
    let none = BTreeSet::new();
    let things: BTreeSet<&String> = [found, before, after].into_iter().flat_map(BTreeMap::keys).collect();
    for thing in things {
        let of = |facts: &'_ Facts| facts.get(thing).cloned().unwrap_or_default();
        let (found, before, after) = (of(found), of(before), of(after));
        let says = format!("{thing}: {found:?}, which was {before:?} and becomes {after:?}, {point}");
        assert!(found.is_subset(&(&before | &after)), "{says}");
        assert!(found.is_superset(&(&before & &after)), "{says}");
        assert!(before == none || after == none || found != none, "{says}");
    }
}

fn history(steps: &[&str], present: &Campaign) -> Record<Campaign> {
    let step = |title: &&str| Step {
        name: "Edit".to_owned(),
        value: Arc::new(campaign(1, title)),
    };
    Record {
        past: steps.iter().map(step).collect(),
        present: Arc::new(present.clone()),
        future: Vec::new(),
    }
}

#[test]
fn a_power_cut_loses_nothing_of_an_edited_campaign() {
    let mut session = Session::begin();
    let Stored { mut tag, .. } = session.step(|on| on.library.create(campaign(1, "one")).expect("made"));
    for (title, past) in [("two", &["one"][..]), ("three", &["one", "two"])] {
        let edited = campaign(1, title);
        session.step(|on| {
            on.library
                .recovery()
                .note(&tag.path, Some(tag.hash), &edited)
                .expect("noted")
        });
        session.step(|on| {
            on.library
                .write_history(&tag.path, &history(past, &edited), instant(0))
                .expect("kept")
        });
        let saved = session.step(|on| on.library.save(&tag, &edited).expect("saved"));
        tag = saved.tag().clone();
        session.step(|on| {
            on.library
                .keep_version(&tag.path, &edited, Why::Edited, instant(1))
                .expect("kept")
        });
    }
    session.step(|on| {
        let again = on
            .library
            .keep_version(&tag.path, &campaign(1, "three"), Why::Launched, instant(2));
        again.expect("kept under a new date");
    });
    session.step(|on| {
        on.library
            .recovery()
            .note(&tag.path, Some(tag.hash), &campaign(1, "four"))
            .expect("noted")
    });
    session.step(|on| on.library.recovery().clear(&tag.path));
    session.step(|on| on.library.add_picture(b"a picture").expect("stored"));
    session.step(|on| {
        on.library
            .rename(&tag, &campaign(1, "three"), "Another")
            .expect("renamed")
    });
    session.lose_power_everywhere();
}

#[test]
fn a_power_cut_loses_nothing_on_the_way_to_the_bin_and_back() {
    let mut session = Session::begin();
    let mut stored = session.step(|on| on.library.create(campaign(1, "one")).expect("made"));
    session.step(|on| on.library.create(campaign(2, "other")).expect("made"));
    for second in [0, 1] {
        let binned = session.step(|on| on.library.delete(&stored.tag.path, instant(second)).expect("deleted"));
        stored.tag.path = session.step(|on| restore(&on.library, &binned));
    }
    let binned = session.step(|on| on.library.delete(&stored.tag.path, instant(2)).expect("deleted"));
    session.step(|on| on.library.erase_with_history(&binned, instant(3)).expect("erased"));
    session.lose_power_everywhere();
}

fn restore(library: &Library, binned: &Binned) -> PathBuf {
    let copy = |campaign: &Campaign| (uuid::Uuid::from_u128(9), campaign.name.clone());
    library.restore(binned, copy).expect("restored")
}

#[test]
fn a_power_cut_loses_neither_side_of_a_conflict() {
    let mut session = Session::begin();
    let stored = session.step(|on| on.library.create(campaign(1, "one")).expect("made"));
    // Another window of this program.
    session.step(|on| on.library.save(&stored.tag, &campaign(1, "theirs")).expect("saved"));
    let mine = campaign(1, "mine");
    session.step(|on| {
        on.library
            .recovery()
            .note(&stored.tag.path, Some(stored.tag.hash), &mine)
            .expect("noted")
    });
    let Err(SaveError::Conflict(conflict)) = session.step(|on| on.library.save(&stored.tag, &mine)) else {
        panic!("a conflict");
    };
    session.step(|on| {
        on.library
            .resolve(*conflict, Resolution::KeepMine, instant(0))
            .expect("resolved")
    });
    session.lose_power_everywhere();
}

#[test]
fn a_power_cut_loses_no_launch_and_no_outcome() {
    let mut session = Session::begin();
    for number in 1..=3 {
        session.step(|on| {
            on.data_dir
                .outbox
                .add(&operation(number, "a", Operation::Pause))
                .expect("added")
        });
        let first = session.data_dir.outbox.paths().expect("listed").remove(0);
        let mut entry = Entry::new(&EntryKey::new("drafts", "here", "a"), "Offer");
        entry.etag = Some(format!("\"{number}\""));
        session.step(|on| on.data_dir.ledger.put(&entry).expect("written"));
        if number < 3 {
            session.step(|on| on.data_dir.outbox.remove(&first).expect("removed"));
        }
    }
    let waiting = session.data_dir.outbox.queue().expect("listed").waiting;
    assert_eq!(
        waiting.iter().map(|queued| queued.what).collect::<Vec<_>>(),
        [What::Pause]
    );
    session.lose_power_everywhere();
}
