//! What the list needs to know of one campaign file.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use super::{KnownKeys, Status};
use crate::{
    campaign::{Campaign, ContentType, SavedAudiences, label_key, to_json},
    insight::{self, PictureFacts, SiteContext},
    library::{Entry, FILE_SUFFIX, LoadError},
    publish::Counts,
    studio::{
        command::Command,
        publishing::Published,
        session::Touched,
        to_do::{Kind, Tally},
    },
};

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
    /// The keys that it asks about.
    pub keys: KnownKeys,
    /// A whole address that its audience names, if it names one.
    pub page: Option<String>,
    /// Its labels.
    pub labels: Vec<String>,
    /// The names of the saved audiences that it uses.
    pub uses: Vec<String>,
    /// Another number whenever its pop-up looks otherwise.
    pub looks: u64,
    pub(super) folded: String,
}

impl Item {
    /// What the list needs to know of a file of a library with this site.
    pub fn of_entry(
        entry: &Entry,
        audiences: &SavedAudiences,
        pictures: &dyn PictureFacts,
        site: SiteContext<'_>,
        published: &Published,
    ) -> Self {
        let name = entry.name().to_owned();
        match &entry.content {
            Ok(stored) => {
                let touched = Touched::default();
                let inlined = stored.campaign.inlined(audiences);
                Self::of_campaign(&entry.path, &inlined, &touched, pictures, site, published).using(&stored.campaign)
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
                keys: KnownKeys::default(),
                page: None,
                labels: Vec::new(),
                uses: Vec::new(),
                looks: 0,
            },
        }
    }

    /// What the list needs to know of a campaign, of which this was `touched`. It has the conditions of saved audiences in their places.
    pub fn of_campaign(
        path: &Path,
        campaign: &Campaign,
        touched: &Touched,
        pictures: &dyn PictureFacts,
        site: SiteContext<'_>,
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
            counts: entry
                .filter(|entry| entry.status.is_some())
                .map(|entry| entry.counts.clone()),
            tally,
            trouble: None,
            failing_tests: crate::studio::expecting::failing(campaign),
            keys: KnownKeys::of_campaign(campaign),
            page: crate::engine::named_page(campaign),
            labels: campaign.labels.clone(),
            uses: Vec::new(),
            looks: looks(campaign),
        }
    }
}

impl Item {
    /// The same, about a campaign that is written like this.
    #[must_use]
    pub fn using(self, written: &Campaign) -> Self {
        Self {
            uses: written.uses().into_iter().map(str::to_owned).collect(),
            ..self
        }
    }

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
    pub(super) fn is_found_by(&self, wanted: &str) -> bool {
        self.folded.contains(wanted) || self.labels.iter().any(|label| fold(label).contains(wanted))
    }

    /// Whether it has the label of this key.
    pub(super) fn has_label(&self, key: &str) -> bool {
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

fn tally(campaign: &Campaign, touched: &Touched, pictures: &dyn PictureFacts, site: SiteContext<'_>) -> Tally {
    let context = insight::Context {
        pictures,
        site,
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

pub(super) fn fold(text: &str) -> String {
    text.to_lowercase()
}
