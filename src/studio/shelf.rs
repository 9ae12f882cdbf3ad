//! The library as the left panel shows it: every campaign file with what a list needs, and which of them match.

#[cfg(test)]
mod tests;

use std::{
    cell::Cell,
    collections::{BTreeSet, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use super::{
    labels::{self, Used},
    publishing::Published,
    session::Touched,
    to_do::{Kind, Tally},
};
use crate::{
    campaign::{Campaign, Condition, ContentType, Group, Look, Node, label_key, to_json},
    insight::{self, PictureFacts},
    library::{Entry, FILE_SUFFIX, LoadError},
    publish::{Counts, Standing},
    studio::{command::Command, tone::Tone},
};

/// The status of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Not on the site.
    Draft,
    /// An operation was requested and is not done yet.
    Waiting,
    /// On the site as it is now.
    Live,
    /// On the site, and changed since.
    Changed,
    /// Kept off the site for now.
    Paused,
    /// The backend refused the last operation.
    Refused,
    /// Someone else changed it at the backend.
    Conflict,
    /// It still needs something before it can be launched.
    Unfinished,
    /// Something in it is wrong and stops its launch.
    Failing,
    /// The file cannot be read.
    Broken,
}

impl Status {
    /// The states by which the list can be filtered.
    pub const FILTERS: [Self; 7] = [
        Self::Unfinished,
        Self::Draft,
        Self::Waiting,
        Self::Live,
        Self::Changed,
        Self::Paused,
        Self::Failing,
    ];

    /// The state of a readable campaign. What stops a launch counts only while the campaign is not on its way or on the site.
    pub fn of(standing: Standing, tally: Tally) -> Self {
        match standing {
            Standing::Conflict => Self::Conflict,
            Standing::Waiting => Self::Waiting,
            Standing::Refused => Self::Refused,
            Standing::Live => Self::Live,
            Standing::ChangedSinceLaunch => Self::Changed,
            Standing::Paused => Self::Paused,
            Standing::Draft if tally.blockers > 0 => Self::Failing,
            Standing::Draft if tally.to_do > 0 => Self::Unfinished,
            Standing::Draft => Self::Draft,
        }
    }

    /// Its name in the settings.
    pub fn id(self) -> &'static str {
        self.label_key().trim_start_matches("status-")
    }

    /// Whether it says what became of a launch, rather than how the draft stands.
    fn comes_from_publishing(self) -> bool {
        match self {
            Self::Draft | Self::Unfinished | Self::Failing | Self::Broken => false,
            Self::Waiting | Self::Live | Self::Changed | Self::Paused | Self::Refused | Self::Conflict => true,
        }
    }

    /// Whether visitors may see it now.
    pub fn is_on_site(self) -> bool {
        matches!(self, Self::Live | Self::Changed)
    }

    /// The key of its name's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Draft => "status-draft",
            Self::Waiting => "status-waiting",
            Self::Live => "status-live",
            Self::Changed => "status-changed",
            Self::Paused => "status-paused",
            Self::Refused => "status-refused",
            Self::Conflict => "status-conflict",
            Self::Unfinished => "status-unfinished",
            Self::Failing => "status-failing",
            Self::Broken => "status-broken",
        }
    }

    /// The colour of its dot.
    pub fn tone(self) -> Tone {
        match self {
            Self::Draft | Self::Unfinished | Self::Paused => Tone::Neutral,
            Self::Waiting => Tone::Accent,
            Self::Live => Tone::Success,
            Self::Changed => Tone::Warning,
            Self::Refused | Self::Conflict | Self::Failing | Self::Broken => Tone::Danger,
        }
    }
}

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

/// One campaign file of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The file.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// The campaign's identity; empty when the file cannot be read.
    pub id: String,
    /// What kind of pop-up it is.
    pub kind: Option<ContentType>,
    /// Its status.
    pub status: Status,
    /// Its rank among campaigns, lowest first.
    pub rank: i64,
    /// What visitors did with it, if it was ever launched.
    pub counts: Option<Counts>,
    /// What stops its launch, and what deserves a look.
    pub tally: Tally,
    /// Why the file cannot be read; only for broken files.
    pub trouble: Option<LoadError>,
    /// How many of its makers' tests stop a launch.
    pub failing_tests: usize,
    /// The custom attributes that it mentions.
    pub attributes: Vec<String>,
    /// A whole address that its audience names, if it names one.
    pub page: Option<String>,
    /// Its labels.
    pub labels: Vec<String>,
    /// Another number whenever its pop-up looks otherwise.
    pub looks: u64,
    folded: String,
}

impl Item {
    /// What the list needs to know of a file of a library whose site has this look.
    pub fn of_entry(entry: &Entry, pictures: &dyn PictureFacts, site: Option<&Look>, published: &Published) -> Self {
        let name = entry.name().to_owned();
        match &entry.content {
            Ok(stored) => {
                let touched = Touched::default();
                Self::of_campaign(&entry.path, &stored.campaign, &touched, pictures, site, published)
            }
            Err(error) => Self {
                path: entry.path.clone(),
                folded: fold(&name),
                name,
                id: String::new(),
                kind: None,
                status: Status::Broken,
                rank: i64::MAX,
                counts: None,
                tally: Tally::default(),
                trouble: Some(error.clone()),
                failing_tests: 0,
                attributes: Vec::new(),
                page: None,
                labels: Vec::new(),
                looks: 0,
            },
        }
    }

    /// What the list needs to know of a campaign, of which this was `touched`.
    pub fn of_campaign(
        path: &Path,
        campaign: &Campaign,
        touched: &Touched,
        pictures: &dyn PictureFacts,
        site: Option<&Look>,
        published: &Published,
    ) -> Self {
        let tally = tally(campaign, touched, pictures, site);
        let status = Status::of(published.standing(campaign), tally);
        let entry = published.entry(&campaign.id);
        let name = if campaign.name.trim().is_empty() {
            file_name(path)
        } else {
            campaign.name.clone()
        };
        Self {
            path: path.to_owned(),
            folded: fold(&name),
            name,
            id: campaign.id.clone(),
            kind: campaign.content.kind.known(),
            status,
            rank: campaign.schedule.rank(),
            counts: entry.filter(|entry| entry.status.is_some()).map(|entry| entry.counts),
            tally,
            trouble: None,
            failing_tests: crate::studio::expecting::failing(campaign),
            attributes: attributes(campaign),
            page: crate::engine::named_page(campaign),
            labels: campaign.labels.clone(),
            looks: looks(campaign),
        }
    }
}

impl Item {
    /// Whether a backend, as far as known, has the campaign, so that deleting it means more than deleting a draft.
    pub fn is_at_backend(&self) -> bool {
        match self.status {
            Status::Live | Status::Changed | Status::Paused | Status::Waiting | Status::Conflict => true,
            // What was refused may have left an older version there: then the backend counts what visitors do with it.
            Status::Refused => self.counts.is_some(),
            Status::Draft | Status::Unfinished | Status::Failing | Status::Broken => false,
        }
    }

    /// Whether its name or one of its labels contains this, in small letters.
    fn is_found_by(&self, wanted: &str) -> bool {
        self.folded.contains(wanted) || self.labels.iter().any(|label| fold(label).contains(wanted))
    }

    /// Whether it has the label of this key.
    fn has_label(&self, key: &str) -> bool {
        self.labels.iter().any(|label| label_key(label) == key)
    }

    /// Returns the commands that apply to the campaign in its status.
    pub fn commands(&self) -> Vec<Command> {
        use Command as C;
        let own: &[C] = match self.status {
            Status::Broken => return vec![C::Delete],
            Status::Failing | Status::Unfinished | Status::Draft => &[],
            // Nothing can be taken down of a campaign refused before the backend had any version of it.
            Status::Refused if self.counts.is_none() => &[],
            Status::Waiting => &[C::RetryNow, C::Pause, C::TakeDown],
            Status::Live | Status::Changed | Status::Refused => &[C::Pause, C::TakeDown],
            Status::Paused => &[C::Resume, C::TakeDown],
            Status::Conflict => &[C::ResolveConflict],
        };
        let launch = matches!(self.status, Status::Draft | Status::Changed | Status::Refused).then_some(C::Launch);
        let always = [C::Rename, C::Labels, C::Duplicate, C::Versions, C::Delete];
        launch.into_iter().chain(own.iter().copied()).chain(always).collect()
    }
}

/// Returns another number whenever a pop-up looks otherwise.
fn looks(campaign: &Campaign) -> u64 {
    let seen = Campaign {
        content: campaign.content.clone(),
        look: campaign.look.clone(),
        launcher_image: campaign.launcher_image.clone(),
        ..Campaign::default()
    };
    let mut hasher = DefaultHasher::new();
    to_json(&seen).hash(&mut hasher);
    hasher.finish()
}

/// Returns the custom attributes that a campaign's conditions mention.
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

fn tally(campaign: &Campaign, touched: &Touched, pictures: &dyn PictureFacts, site: Option<&Look>) -> Tally {
    let context = insight::Context {
        pictures,
        site,
        addresses: &[],
        now: None,
    };
    insight::check(campaign, context)
        .iter()
        .map(|finding| Kind::of(finding, touched, campaign))
        .collect()
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(FILE_SUFFIX).unwrap_or(&name).to_owned()
}

fn fold(text: &str) -> String {
    text.to_lowercase()
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

    /// The custom attributes that the campaigns mention, each once.
    pub fn attributes(&self) -> Vec<String> {
        let all: BTreeSet<&String> = self.items.iter().flat_map(|item| &item.attributes).collect();
        all.into_iter().cloned().collect()
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

impl Status {
    /// Its place where campaigns are sorted by status.
    const fn order(self) -> u8 {
        match self {
            Self::Broken => 0,
            Self::Conflict => 1,
            Self::Refused => 2,
            Self::Failing => 3,
            Self::Waiting => 4,
            Self::Changed => 5,
            Self::Live => 6,
            Self::Paused => 7,
            Self::Unfinished => 8,
            Self::Draft => 9,
        }
    }

    /// Whether the filter for this state lets `other` through.
    fn takes(self, other: Self) -> bool {
        let needs_attention = matches!(other, Self::Broken | Self::Refused | Self::Conflict);
        self == other || (self == Self::Failing && needs_attention)
    }
}
