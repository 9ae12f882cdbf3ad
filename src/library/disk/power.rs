//! Power loss, for tests: records what [`disk`](super) does on this thread, and determines what a disk may hold when the power fails.
//!
//! The model is that of POSIX, which promises less than most file systems keep: a file's bytes last once the file was synced; before that they may be
//! missing or torn. Changes of a name last once its folder was synced; before that any subset of them may be lost, in any order. A rename is lost or
//! kept as a whole, and lasts with the target folder.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Most pending changes of names of which every subset is tried; of more, each one, all but each one, and each beginning.
const MOST_FOR_ALL_PARTS: usize = 6;

/// An operation on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Operation {
    /// A folder was made.
    Made(PathBuf),
    /// An empty file was made.
    Created(PathBuf),
    /// A file was filled with these bytes.
    Written(PathBuf, Vec<u8>),
    /// A file's bytes were synced.
    Synced(PathBuf),
    /// A file replaced another under its name, and whatever had the new name.
    Renamed(PathBuf, PathBuf),
    /// A file got a second name.
    Linked(PathBuf, PathBuf),
    /// A name of a file, or an empty folder, was removed.
    Removed(PathBuf),
    /// A folder's names were synced.
    FolderSynced(PathBuf),
}

thread_local! {
    static RECORD: RefCell<Option<Vec<Operation>>> = const { RefCell::new(None) };
}

/// Adds an operation to this thread's recording, if there is one.
pub(super) fn note(operation: impl FnOnce() -> Operation) {
    RECORD.with_borrow_mut(|record| record.as_mut().map(|record| record.push(operation())));
}

/// Starts a recording of what this thread does to the disk.
pub(crate) fn start() {
    RECORD.set(Some(Vec::new()));
}

/// Returns how many operations are recorded.
pub(crate) fn count() -> usize {
    RECORD.with_borrow(|record| record.as_ref().map_or(0, Vec::len))
}

/// Does something without recording it.
pub(crate) fn unrecorded<T>(act: impl FnOnce() -> T) -> T {
    let record = RECORD.take();
    let done = act();
    RECORD.set(record);
    done
}

/// Ends the recording.
pub(crate) fn stop() -> Vec<Operation> {
    RECORD.take().unwrap_or_default()
}

/// Returns a folder and everything in it, contents before their folder; nothing without a recording.
pub(super) fn listed(folder: &Path) -> Vec<PathBuf> {
    if RECORD.with_borrow(Option::is_none) {
        return Vec::new();
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<PathBuf> = entries
        .flat_map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => listed(&entry.path()),
            _ => vec![entry.path()],
        })
        .collect();
    all.push(folder.to_owned());
    all
}

/// The contents of a disk: folders, and files with their bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Disk(BTreeMap<PathBuf, Option<Vec<u8>>>);

impl Disk {
    /// Returns the files.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        let files = self.0.iter();
        files.filter_map(|(path, bytes)| Some((path.as_path(), bytes.as_deref()?)))
    }

    /// Makes the folder `root` hold this and nothing else.
    pub(crate) fn restore(&self, root: &Path) -> io::Result<()> {
        fs::remove_dir_all(root)?;
        fs::create_dir(root)?;
        self.0.iter().try_for_each(|(path, bytes)| match bytes {
            None => fs::create_dir(path),
            Some(bytes) => fs::write(path, bytes),
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    /// The index of the file's content.
    File(usize),
}

#[derive(Debug, Default)]
struct Content {
    bytes: Vec<u8>,
    synced: bool,
}

/// What happened to the bytes that were not synced.
#[derive(Debug, Clone, Copy)]
enum Unsynced {
    Kept,
    Torn,
    Dropped,
}

/// A change of names.
#[derive(Debug)]
struct Change {
    /// What has to be synced for it to last.
    folder: PathBuf,
    lasts: bool,
    gone: Option<PathBuf>,
    new: Option<(PathBuf, Node)>,
}

#[derive(Debug, Default)]
struct Machine {
    names: BTreeMap<PathBuf, Node>,
    contents: Vec<Content>,
    changes: Vec<Change>,
}

/// Returns what the disk may hold when the power fails after these operations, which began in the empty folder `root`.
pub(crate) fn after(root: &Path, operations: &[Operation]) -> BTreeSet<Disk> {
    let mut machine = Machine::default();
    operations.iter().for_each(|operation| machine.run(operation));
    machine.outcomes(root)
}

impl Machine {
    fn run(&mut self, operation: &Operation) {
        match operation {
            Operation::Made(path) => self.change(None, Some((path.clone(), Node::Folder))),
            Operation::Created(path) => {
                self.contents.push(Content::default());
                self.change(None, Some((path.clone(), Node::File(self.contents.len() - 1))));
            }
            Operation::Written(path, bytes) => {
                let content = self.content(path);
                content.bytes.clone_from(bytes);
                content.synced = false;
            }
            Operation::Synced(path) => self.content(path).synced = true,
            Operation::Renamed(from, to) => self.change(Some(from.clone()), Some((to.clone(), self.names[from]))),
            Operation::Linked(from, to) => self.change(None, Some((to.clone(), self.names[from]))),
            Operation::Removed(path) => self.change(Some(path.clone()), None),
            Operation::FolderSynced(folder) => {
                let within = self.changes.iter_mut().filter(|change| change.folder == *folder);
                within.for_each(|change| change.lasts = true);
            }
        }
    }

    fn content(&mut self, path: &Path) -> &mut Content {
        match self.names[path] {
            Node::File(place) => &mut self.contents[place],
            Node::Folder => panic!("{} is a folder", path.display()),
        }
    }

    fn change(&mut self, gone: Option<PathBuf>, new: Option<(PathBuf, Node)>) {
        let path = new.as_ref().map(|(path, _)| path).or(gone.as_ref()).expect("a name");
        let change = Change {
            folder: path.parent().expect("within the root").to_owned(),
            lasts: false,
            gone,
            new,
        };
        change.apply(&mut self.names);
        self.changes.push(change);
    }

    fn outcomes(&self, root: &Path) -> BTreeSet<Disk> {
        let open: Vec<usize> = (0..self.changes.len()).filter(|at| !self.changes[*at].lasts).collect();
        let mut disks = BTreeSet::new();
        for kept in parts(&open) {
            let mut names = BTreeMap::from([(root.to_owned(), Node::Folder)]);
            let lasting = |(at, change): &(usize, &Change)| change.lasts || kept.contains(at);
            let changes = self.changes.iter().enumerate().filter(lasting);
            changes.for_each(|(_, change)| change.apply(&mut names));
            for unsynced in [Unsynced::Kept, Unsynced::Torn, Unsynced::Dropped] {
                disks.insert(self.disk(root, &names, unsynced));
            }
        }
        disks
    }

    fn disk(&self, root: &Path, names: &BTreeMap<PathBuf, Node>, unsynced: Unsynced) -> Disk {
        let is_folder = |path: &Path| names.get(path) == Some(&Node::Folder);
        let reachable = |path: &Path| {
            let mut above = path.ancestors().skip(1).take_while(|above| above.starts_with(root));
            above.all(is_folder)
        };
        let bytes = |node: Node| match node {
            Node::Folder => None,
            Node::File(place) => Some(self.contents[place].after(unsynced).to_owned()),
        };
        let below = names.iter().filter(|(path, _)| *path != root && reachable(path));
        Disk(below.map(|(path, node)| (path.clone(), bytes(*node))).collect())
    }
}

impl Content {
    fn after(&self, unsynced: Unsynced) -> &[u8] {
        match unsynced {
            _ if self.synced => &self.bytes,
            Unsynced::Kept => &self.bytes,
            Unsynced::Torn => &self.bytes[..self.bytes.len() / 2],
            Unsynced::Dropped => &[],
        }
    }
}

impl Change {
    fn apply(&self, names: &mut BTreeMap<PathBuf, Node>) {
        if let Some(gone) = &self.gone {
            names.remove(gone);
        }
        if let Some((path, node)) = &self.new {
            names.insert(path.clone(), *node);
        }
    }
}

/// Returns which of the open changes may be kept.
fn parts(open: &[usize]) -> BTreeSet<BTreeSet<usize>> {
    let of = |wanted: &dyn Fn(usize) -> bool| (0..open.len()).filter(|at| wanted(*at)).map(|at| open[at]).collect();
    if open.len() <= MOST_FOR_ALL_PARTS {
        return (0..1_usize << open.len())
            .map(|part| of(&|at| part >> at & 1 == 1))
            .collect();
    }
    let each = |at: usize| {
        [
            of(&|other| other == at),
            of(&|other| other != at),
            of(&|other| other < at),
        ]
    };
    (0..open.len()).flat_map(each).chain([of(&|_| true)]).collect()
}

/// Tests of the model itself: the losses that it predicts are those that the functions of this module prevent.
mod tests {
    use super::*;

    fn files(disks: &BTreeSet<Disk>) -> BTreeSet<Vec<(String, String)>> {
        let text = |(path, bytes): (&Path, &[u8])| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, String::from_utf8_lossy(bytes).into_owned())
        };
        disks.iter().map(|disk| disk.files().map(text).collect()).collect()
    }

    fn expect(operations: &[Operation], outcomes: &[&[(&str, &str)]]) {
        let owned = |files: &&[(&str, &str)]| {
            files
                .iter()
                .map(|(name, text)| ((*name).into(), (*text).into()))
                .collect()
        };
        assert_eq!(
            files(&after(Path::new("/r"), operations)),
            outcomes.iter().map(owned).collect()
        );
    }

    #[test]
    fn what_is_not_synced_is_lost_in_part_or_whole() {
        let (temporary, file, root) = (PathBuf::from("/r/t"), PathBuf::from("/r/f"), PathBuf::from("/r"));
        let careless = [
            Operation::Created(temporary.clone()),
            Operation::Written(temporary.clone(), b"work".into()),
            Operation::Renamed(temporary.clone(), file.clone()),
            Operation::FolderSynced(root.clone()),
        ];
        expect(&careless, &[&[("f", "work")], &[("f", "wo")], &[("f", "")]]);
        let mut careful = careless.to_vec();
        careful.insert(2, Operation::Synced(temporary));
        expect(&careful, &[&[("f", "work")]]);
        // Until the last rename is synced, the name may be lost, or still be the first one.
        expect(&careful[..4], &[&[], &[("t", "work")], &[("f", "work")]]);
        let moved = [
            &careful[..],
            &[
                Operation::Made("/r/bin".into()),
                Operation::Linked(file.clone(), "/r/bin/f".into()),
                Operation::Removed(file),
                Operation::FolderSynced(root),
            ],
        ]
        .concat();
        expect(&moved, &[&[], &[("f", "work")]]);
    }
}
