//! What the page of the site shows of publishing it, made again only when something has changed.

use std::sync::Arc;

use super::{ChangeLine, ConnectionOffer, ConnectionState, Publishing, view::offer};
use crate::{
    campaign::{SiteDifference, SiteDocument},
    publish::{Entry, Refusal, SiteStanding},
    studio::tone::Tone,
    wording::{self, Language, text::Text},
};

/// What pressing the one button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteAct {
    /// Publishes it.
    Publish,
    /// Nothing is left to publish.
    Done,
    /// It is on its way.
    OnItsWay,
    /// The user has to choose between two versions.
    Choose,
}

impl SiteAct {
    fn of(standing: SiteStanding, busy: bool, newer: bool) -> Self {
        match standing {
            SiteStanding::Conflict => Self::Choose,
            _ if busy => Self::OnItsWay,
            SiteStanding::Waiting if newer => Self::Publish,
            SiteStanding::Waiting => Self::OnItsWay,
            SiteStanding::Live => Self::Done,
            SiteStanding::Refused
            | SiteStanding::Unpublished
            | SiteStanding::Changed(_)
            | SiteStanding::ChangedThere => Self::Publish,
        }
    }

    /// The key of the button's word.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Publish => "site-publish",
            Self::Done => "site-published",
            Self::OnItsWay => "site-on-its-way",
            Self::Choose => "launch-choose",
        }
    }

    /// Whether pressing it does anything.
    pub fn can_be_pressed(self) -> bool {
        match self {
            Self::Publish | Self::Choose => true,
            Self::Done | Self::OnItsWay => false,
        }
    }
}

/// What is shown of publishing the site document.
#[derive(Debug, Clone)]
pub struct SiteLaunch {
    /// Its standing.
    pub standing: SiteStanding,
    /// The connection that this library publishes to.
    pub place: Option<ConnectionOffer>,
    /// Whether there are connections, and none of them is chosen.
    pub lacks_place: bool,
    /// The state of the chosen one.
    pub line: ConnectionState,
    /// Whether it is known what is live there.
    pub is_known: bool,
    /// What publishing it changes there, as far as known.
    pub changes: Vec<ChangeLine>,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// Whether what waits may be older than what is here.
    pub newer: bool,
    /// Whether an operation is being stored, or the server on this computer is being started.
    pub busy: bool,
}

impl SiteLaunch {
    /// What pressing the one button does.
    pub fn act(&self) -> SiteAct {
        SiteAct::of(self.standing, self.busy, self.newer)
    }

    /// Returns where it goes, in words; a request to choose while no connection is chosen.
    pub fn place_name(&self, text: &Text) -> String {
        match &self.place {
            Some(place) => place.name_in(text),
            None if self.lacks_place => text.t("launch-place-choose"),
            None => text.t("launch-place-none"),
        }
    }

    /// Returns its standing in a few words, and how they are meant.
    pub fn pill(&self, text: &Text) -> (String, Tone) {
        let said = |key: &str| text.t(key);
        match (self.standing, &self.line) {
            (SiteStanding::Conflict, _) => (said("site-pill-conflict"), Tone::Danger),
            (SiteStanding::Waiting, ConnectionState::Offline(_)) => (said("site-pill-offline"), Tone::Warning),
            (SiteStanding::Waiting, ConnectionState::Stopped(_)) => (said("site-pill-stopped"), Tone::Danger),
            (SiteStanding::Waiting, ConnectionState::Online | ConnectionState::Unknown) => {
                (said("site-pill-waiting"), Tone::Accent)
            }
            (SiteStanding::Refused, _) => (said("site-pill-refused"), Tone::Danger),
            (SiteStanding::Unpublished, _) => (said("site-pill-unpublished"), Tone::Warning),
            (SiteStanding::Changed(count), _) => {
                let words = text.tv("site-pill-changed", &[("count", count.into())]);
                (words, Tone::Warning)
            }
            (SiteStanding::ChangedThere, _) => (said("site-pill-changed-there"), Tone::Warning),
            (SiteStanding::Live, _) => (said("site-pill-live"), Tone::Success),
        }
    }
}

/// From what a view was made.
type Key = (u64, u64, Language, bool);

/// The view, and what it was made from.
#[derive(Debug, Default)]
pub(super) struct Kept(Option<(Key, Arc<SiteLaunch>)>);

impl Publishing {
    /// Returns the view of the site document at `revision`; `None` where nothing can be published.
    pub fn look_at_site(
        &mut self,
        document: &SiteDocument,
        revision: u64,
        language: Language,
    ) -> Option<Arc<SiteLaunch>> {
        if !self.can_publish() {
            return None;
        }
        let key = (revision, self.generation, language, self.is_busy());
        if let Some((made_from, view)) = &self.site_view.0
            && *made_from == key
        {
            return Some(view.clone());
        }
        let view = Arc::new(self.make_site(document, language));
        self.site_view = Kept(Some((key, view.clone())));
        Some(view)
    }

    /// What can be done about publishing the site document; `None` where nothing can be published.
    pub fn site_act(&self, document: &SiteDocument) -> Option<SiteAct> {
        let standing = || self.published.site_standing(document);
        let newer = self.site_wanted.as_deref() != Some(document);
        self.can_publish()
            .then(|| SiteAct::of(standing(), self.is_busy(), newer))
    }

    fn make_site(&self, document: &SiteDocument, language: Language) -> SiteLaunch {
        let entry = self.published.site_entry();
        SiteLaunch {
            standing: self.published.site_standing(document),
            place: self.connection().map(offer),
            lacks_place: self.needs_choice(),
            line: self.line(),
            is_known: entry.and_then(Entry::live_site).is_some(),
            changes: site_changes(entry.and_then(Entry::live_site), document, language),
            refusal: entry.and_then(|entry| entry.refusal.clone()),
            newer: self.site_wanted.as_deref() != Some(document),
            busy: self.is_busy(),
        }
    }
}

/// Returns what publishing a document changes over another one, in words; over none, everything in which it is not the usual one.
pub fn site_changes(live: Option<&SiteDocument>, document: &SiteDocument, language: Language) -> Vec<ChangeLine> {
    let nothing = SiteDocument::default();
    let differences = SiteDifference::between(live.unwrap_or(&nothing), document);
    let line = |difference: &SiteDifference| {
        let sides = wording::site_sides(difference, language);
        ChangeLine {
            pointer: String::new(),
            sentence: sides.sentence().to_string(),
            what: sides.what,
            live: sides.live,
            draft: sides.draft,
        }
    };
    differences.iter().map(line).collect()
}
