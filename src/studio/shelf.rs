//! The library as the left panel shows it: every campaign file with what a list needs, and which of them match.

mod item;
mod keys;
mod status;
#[cfg(test)]
mod tests;

use std::{
    cell::Cell,
    collections::HashSet,
    path::{Path, PathBuf},
};

use super::{
    labels::{self, Used},
    publishing::Published,
};
use crate::campaign::label_key;

pub use item::Item;
pub use keys::KnownKeys;
pub use status::Status;

use item::fold;

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::VariantArray)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// The newest first.
    Newest,
    /// Those first that win over others.
    Priority,
    /// By status: what needs attention, then what is on the site, then drafts.
    Status,
}

impl Sort {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Its name in the settings.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Newest => "newest",
            Self::Priority => "priority",
            Self::Status => "status",
        }
    }

    /// The key of its name.
    pub fn label_key(self) -> String {
        format!("sort-{}", self.id())
    }
}

/// Which campaigns the list shows, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// What their names, or their labels, contain.
    pub wanted: String,
    /// The state that they are in.
    pub status: Option<Status>,
    /// A label that they have.
    pub label: Option<String>,
    /// Their order.
    pub sort: Sort,
}

impl Filter {
    /// Whether it leaves any campaign out.
    pub fn is_narrow(&self) -> bool {
        !self.wanted.is_empty() || self.status.is_some() || self.label.is_some()
    }

    /// Leaves none out.
    pub fn widen(&mut self) {
        self.wanted.clear();
        self.status = None;
        self.label = None;
    }
}

/// Up to how many files are put into their places one by one.
const FEW: usize = 4;

/// All campaign files that have been read so far, by name.
#[derive(Debug, Default)]
pub struct Shelf {
    items: Vec<Item>,
    /// Rises with every change.
    revision: u64,
    /// Whether more are still being read.
    pub loading: bool,
    /// Files that were listed when reading began, and have not been found again.
    stale: HashSet<PathBuf>,
    /// The place of the file that was asked for last, where nothing was moved since.
    found_last: Cell<usize>,
}

impl Shelf {
    /// Notes that the folder is being read. Listed items stay until they are known to be gone.
    pub fn begin(&mut self) {
        self.revision += 1;
        self.loading = true;
        self.stale = self.items.iter().map(|item| item.path.clone()).collect();
    }

    /// Notes that the whole folder was read: items not found again are gone.
    pub fn end(&mut self) {
        self.revision += 1;
        self.loading = false;
        let stale = std::mem::take(&mut self.stale);
        self.items.retain(|known| !stale.contains(&known.path));
    }

    /// Notes that the folder could not be read whole: what is listed stays.
    pub fn break_off(&mut self) {
        self.revision += 1;
        self.loading = false;
        self.stale.clear();
    }

    /// Adds files, or replaces what was known of them.
    pub fn put(&mut self, items: Vec<Item>) {
        self.revision += 1;
        if items.len() <= FEW {
            return items.into_iter().for_each(|item| self.put_one(item));
        }
        let paths: HashSet<&Path> = items.iter().map(|item| item.path.as_path()).collect();
        self.stale.retain(|path| !paths.contains(path.as_path()));
        self.items.retain(|known| !paths.contains(known.path.as_path()));
        self.items.extend(items);
        self.items
            .sort_by(|one, other| (&one.folded, &one.path).cmp(&(&other.folded, &other.path)));
    }

    /// Adds a file, or replaces what was known of it, without putting all others into order again.
    fn put_one(&mut self, item: Item) {
        self.stale.remove(&item.path);
        if let Some(place) = self.place(&item.path) {
            self.items.remove(place);
        }
        let before = |known: &Item| (&known.folded, &known.path) < (&item.folded, &item.path);
        let place = self.items.partition_point(before);
        self.items.insert(place, item);
    }

    /// Notes that a file is there, whether the folder lists it or not.
    pub fn found(&mut self, path: &Path) {
        self.stale.remove(path);
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &Path) {
        self.revision += 1;
        self.items.retain(|known| known.path != path);
    }

    /// Rises with every change of the list.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// All items, by name.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What is known of a file.
    pub fn item(&self, path: &Path) -> Option<&Item> {
        self.items.get(self.place(path)?)
    }

    /// The place of a file in [`Shelf::items`].
    pub fn place(&self, path: &Path) -> Option<usize> {
        // Windows ask in every frame, of thousands of files: comparing bytes is many times faster than comparing paths part by part, which is needed
        // only where one file is written in two ways.
        let same_bytes = |item: &Item| item.path.as_os_str() == path.as_os_str();
        // Most of the time it is the open campaign's, which stays where it is.
        let last = self.found_last.get();
        if self.items.get(last).is_some_and(same_bytes) {
            return Some(last);
        }
        let found = self.items.iter().position(same_bytes);
        let found = found.or_else(|| self.items.iter().position(|item| item.path == path));
        found.inspect(|place| self.found_last.set(*place))
    }

    /// The keys that the campaigns ask about.
    pub fn keys(&self) -> KnownKeys {
        let mut keys = KnownKeys::default();
        self.items.iter().for_each(|item| keys.extend(&item.keys));
        keys
    }

    /// The labels that the campaigns have, the most used first.
    pub fn labels(&self) -> Vec<Used> {
        labels::count(self.items.iter().flat_map(|item| &item.labels))
    }

    /// The files of campaigns that were ever published, or are shown as such, except for the one at `except`.
    pub fn published_files(&self, published: &Published, except: Option<&Path>) -> Vec<PathBuf> {
        self.items()
            .iter()
            .filter(|item| published.knows(&item.id) || item.status.comes_from_publishing())
            .map(|item| item.path.as_path())
            .filter(|path| Some(*path) != except)
            .map(Path::to_owned)
            .collect()
    }

    /// How many have this status.
    pub fn count(&self, status: Status) -> usize {
        self.items.iter().filter(|item| status.takes(item.status)).count()
    }

    /// The places of the items that a filter leaves, in its order; equal ones by name.
    pub fn matching(&self, filter: &Filter) -> Vec<usize> {
        let wanted = fold(filter.wanted.trim());
        let in_state = |item: &Item| filter.status.is_none_or(|status| status.takes(item.status));
        let label = filter.label.as_deref().map(label_key);
        let labelled = |item: &Item| label.as_ref().is_none_or(|label| item.has_label(label));
        let mut found: Vec<(usize, &Item)> = self
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.is_found_by(&wanted) && in_state(item) && labelled(item))
            .collect();
        match filter.sort {
            Sort::Name => {}
            // Identities begin with the instant at which they were made (RFC 9562, version 7).
            Sort::Newest => found.sort_by(|(_, one), (_, other)| other.id.cmp(&one.id)),
            Sort::Priority => found.sort_by_key(|(_, item)| item.rank),
            Sort::Status => found.sort_by_key(|(_, item)| item.status.order()),
        }
        found.into_iter().map(|(place, _)| place).collect()
    }
}
