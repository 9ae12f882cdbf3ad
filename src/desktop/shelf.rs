//! The library as the left panel shows it: every campaign file with the little that a list needs, and which of them match.

use std::{
    collections::{BTreeSet, HashSet},
    path::{Path, PathBuf},
};

use super::widgets::Tone;
use crate::{
    campaign::{Campaign, Condition, ContentType, Group, Node},
    insight::{self, Severity},
    library::{Entry, FILE_SUFFIX},
};

/// How a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Never launched.
    Draft,
    /// Launched as it is now.
    Live,
    /// Changed after it was launched.
    Changed,
    /// Something stops its launch.
    Failing,
    /// The file cannot be read.
    Broken,
}

impl Status {
    /// The states that the list can be narrowed to.
    pub const FILTERS: [Self; 4] = [Self::Draft, Self::Live, Self::Changed, Self::Failing];

    /// The key of its name's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Draft => "status-draft",
            Self::Live => "status-live",
            Self::Changed => "status-changed",
            Self::Failing => "status-failing",
            Self::Broken => "status-broken",
        }
    }

    /// The colour of its dot.
    pub fn tone(self) -> Tone {
        match self {
            Self::Draft => Tone::Neutral,
            Self::Live => Tone::Success,
            Self::Changed => Tone::Warning,
            Self::Failing | Self::Broken => Tone::Danger,
        }
    }
}

/// One campaign file of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The file.
    pub path: PathBuf,
    /// What people know it by.
    pub name: String,
    /// What kind of pop-up it is.
    pub kind: Option<ContentType>,
    /// How it stands.
    pub status: Status,
    /// Why the file cannot be read, and what to do about it; for broken files alone.
    pub trouble: Option<(String, String)>,
    /// The custom attributes that it speaks of.
    pub attributes: Vec<String>,
    folded: String,
}

impl Item {
    /// What the list needs to know of a file.
    pub fn of_entry(entry: &Entry, folder: &Path) -> Self {
        let name = entry.name().to_owned();
        match &entry.content {
            Ok(stored) => Self::of_campaign(&entry.path, &stored.campaign, folder),
            Err(error) => {
                let trouble = Some((error.to_string(), error.hint().to_owned()));
                Self {
                    path: entry.path.clone(),
                    folded: fold(&name),
                    name,
                    kind: None,
                    status: Status::Broken,
                    trouble,
                    attributes: Vec::new(),
                }
            }
        }
    }

    /// What the list needs to know of a campaign.
    pub fn of_campaign(path: &Path, campaign: &Campaign, folder: &Path) -> Self {
        let status = if is_failing(campaign, folder) {
            Status::Failing
        } else if campaign.launched_at.is_some() {
            Status::Live
        } else {
            Status::Draft
        };
        let name = if campaign.name.trim().is_empty() {
            file_name(path)
        } else {
            campaign.name.clone()
        };
        Self {
            path: path.to_owned(),
            folded: fold(&name),
            name,
            kind: campaign.content.kind.known(),
            status,
            trouble: None,
            attributes: attributes(campaign),
        }
    }
}

/// The custom attributes that a campaign's conditions speak of.
fn attributes(campaign: &Campaign) -> Vec<String> {
    fn collect<'a>(group: &'a Group, found: &mut Vec<&'a Condition>) {
        for child in &group.children {
            match child {
                Node::Group(inner) => collect(inner, found),
                Node::Condition(condition) => found.push(condition),
            }
        }
    }
    let mut conditions = Vec::new();
    collect(&campaign.audience, &mut conditions);
    let keys = conditions.into_iter().filter_map(|condition| condition.key.as_deref());
    keys.map(str::trim)
        .filter(|key| !key.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_failing(campaign: &Campaign, folder: &Path) -> bool {
    let pictures = super::checks::LibraryPictures(folder.to_owned());
    let context = insight::Context {
        pictures: &pictures,
        now: None,
    };
    insight::check(campaign, context)
        .iter()
        .any(|finding| finding.severity() == Severity::Error)
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(FILE_SUFFIX).unwrap_or(&name).to_owned()
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// All campaign files that have been read so far, by name.
#[derive(Debug, Default)]
pub struct Shelf {
    items: Vec<Item>,
    /// Whether more are still being read.
    pub loading: bool,
}

impl Shelf {
    /// Starts anew, before a folder is read.
    pub fn begin(&mut self) {
        self.items.clear();
        self.loading = true;
    }

    /// Adds files, or replaces what was known of them.
    pub fn put(&mut self, items: Vec<Item>) {
        let paths: HashSet<&Path> = items.iter().map(|item| item.path.as_path()).collect();
        self.items.retain(|known| !paths.contains(known.path.as_path()));
        self.items.extend(items);
        self.items
            .sort_by(|one, other| (&one.folded, &one.path).cmp(&(&other.folded, &other.path)));
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &Path) {
        self.items.retain(|known| known.path != path);
    }

    /// All items, by name.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What is known of a file.
    pub fn item(&self, path: &Path) -> Option<&Item> {
        self.items.iter().find(|item| item.path == path)
    }

    /// The custom attributes that the campaigns speak of, each once.
    pub fn attributes(&self) -> Vec<String> {
        let all: BTreeSet<&String> = self.items.iter().flat_map(|item| &item.attributes).collect();
        all.into_iter().cloned().collect()
    }

    /// How many stand so.
    pub fn count(&self, status: Status) -> usize {
        self.items.iter().filter(|item| status.takes(item.status)).count()
    }

    /// The places of the items whose name holds `wanted` and that stand as `status` says, if it says anything.
    pub fn matching(&self, wanted: &str, status: Option<Status>) -> Vec<usize> {
        let wanted = fold(wanted.trim());
        let fits = |item: &Item| item.folded.contains(&wanted) && status.is_none_or(|status| status.takes(item.status));
        self.items
            .iter()
            .enumerate()
            .filter(|(_, item)| fits(item))
            .map(|(place, _)| place)
            .collect()
    }
}

impl Status {
    /// Whether the filter for this state lets `other` through.
    fn takes(self, other: Self) -> bool {
        self == other || (self == Self::Failing && other == Self::Broken)
    }
}
