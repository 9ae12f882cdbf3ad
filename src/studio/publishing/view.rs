//! What the head of the editor and the Review step show of publishing, recomputed only when something has changed.

use std::sync::Arc;

use chrono::DateTime;

use super::{ConnectionState, LOCAL, Publishing};
use crate::{
    campaign::{Campaign, SiteDocument},
    insight,
    popup::{Brand, Corner},
    publish::{Connection, Entry, Refusal, SiteStanding, Standing, Status, What},
    wording::{self, Language, Reader, Sentence, text::Text},
};

/// A connection as offered to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionOffer {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
}

impl ConnectionOffer {
    /// Returns its name as people read it.
    pub fn name_in(&self, text: &Text) -> String {
        match self.id.as_str() {
            LOCAL => text.t("connection-local"),
            _ => self.name.clone(),
        }
    }
}

/// What pressing the one button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LaunchAct {
    /// Launches for the first time, or again after a refusal.
    #[default]
    Launch,
    /// Launches what was changed.
    Changes,
    /// Puts a paused campaign back onto the site.
    Resume,
    /// Nothing is left to launch.
    Done,
    /// It is on its way.
    OnItsWay,
    /// The user has to choose between two versions.
    Choose,
}

impl LaunchAct {
    /// The key of the button's word.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Launch => "launch",
            Self::Changes => "launch-changes",
            Self::Resume => "launch-resume",
            Self::Done => "launch-done",
            Self::OnItsWay => "launch-on-its-way",
            Self::Choose => "launch-choose",
        }
    }

    /// Whether pressing it launches something.
    pub fn launches(self) -> bool {
        matches!(self, Self::Launch | Self::Changes | Self::Resume)
    }
}

/// A change that launching would make, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its place in the draft, as a JSON Pointer.
    pub pointer: String,
    /// What differs.
    pub what: String,
    /// What is live.
    pub live: Option<Sentence>,
    /// What the draft says.
    pub draft: Option<Sentence>,
    /// The change in one sentence.
    pub sentence: String,
}

/// What is shown of publishing about the open campaign.
#[derive(Debug, Clone, Default)]
pub struct LaunchView {
    /// Its standing; a draft while nothing is known.
    pub standing: Option<Standing>,
    /// Its status at the backend, as far as known.
    pub there: Option<Status>,
    /// The connection that this library publishes to.
    pub place: Option<ConnectionOffer>,
    /// Every connection.
    pub places: Vec<ConnectionOffer>,
    /// The state of the chosen one.
    pub line: ConnectionState,
    /// When it was launched, in words.
    pub since: Option<String>,
    /// What visitors did, in words.
    pub counts: Option<String>,
    /// Why the last operation was refused.
    pub refusal: Option<Refusal>,
    /// What waits.
    pub waiting: Option<What>,
    /// What launching would change.
    pub changes: Vec<ChangeLine>,
    /// The rule in words, live and in the draft, where they differ.
    pub rules: Option<[Sentence; 2]>,
    /// Whether an operation is being stored, or the server on this computer is being started.
    pub busy: bool,
    /// Where the campaign can be tried.
    pub demo: Option<String>,
    /// What to put into the site's pages.
    pub snippet: Option<String>,
    /// How the site document stands, if there is one.
    pub site: Option<SiteStanding>,
    /// Whether anything can be published at all.
    pub possible: bool,
}

impl LaunchView {
    /// Returns its standing.
    pub fn standing(&self) -> Standing {
        self.standing.unwrap_or(Standing::Draft)
    }

    /// Returns where a launch goes, in words; a request to choose while no connection is chosen.
    pub fn place_name(&self, text: &Text) -> String {
        match &self.place {
            Some(place) => place.name_in(text),
            None if self.places.is_empty() => text.t("launch-place-none"),
            None => text.t("launch-place-choose"),
        }
    }

    /// Whether a launch would first ask where to publish.
    pub fn lacks_place(&self) -> bool {
        self.place.is_none() && !self.places.is_empty()
    }

    /// What pressing the one button does.
    pub fn act(&self) -> LaunchAct {
        match self.standing() {
            Standing::Conflict => LaunchAct::Choose,
            _ if self.busy => LaunchAct::OnItsWay,
            Standing::Waiting => LaunchAct::OnItsWay,
            Standing::ChangedSinceLaunch => LaunchAct::Changes,
            Standing::Paused => LaunchAct::Resume,
            Standing::Live => LaunchAct::Done,
            Standing::Refused | Standing::Draft => LaunchAct::Launch,
        }
    }

    /// Whether it is at the backend, so that it can be paused or taken down.
    pub fn is_there(&self) -> bool {
        match self.standing() {
            Standing::Live | Standing::ChangedSinceLaunch | Standing::Paused => true,
            // A refusal does not concern the version before.
            Standing::Refused => matches!(self.there, Some(Status::Live | Status::Paused)),
            Standing::Conflict | Standing::Waiting | Standing::Draft => false,
        }
    }

    /// Whether visitors may see any version of it, so that it can be paused.
    pub fn can_pause(&self) -> bool {
        self.is_there() && self.standing() != Standing::Paused && self.there != Some(Status::Paused)
    }

    /// Whether something waits until the backend answers again.
    pub fn waits_for_line(&self) -> bool {
        self.standing() == Standing::Waiting
            && matches!(self.line, ConnectionState::Offline(_) | ConnectionState::Stopped(_))
    }
}

/// From what a view was made.
type Key = (u64, u64, u64, Reader, String, bool, Option<String>);

/// The view, and what it was made from.
#[derive(Debug, Default)]
pub(super) struct Kept {
    key: Option<Key>,
    view: Arc<LaunchView>,
}

impl Publishing {
    /// Returns the view of `campaign` at `revision`. `page` is a page that it asks for, `brand` the site's looks, `site` its document, if it has one,
    /// at its revision.
    pub fn look(
        &mut self,
        campaign: &Campaign,
        revision: u64,
        reader: Reader,
        page: impl FnOnce() -> Option<String>,
        brand: &Brand,
        (site, site_revision): (Option<&SiteDocument>, u64),
    ) -> Arc<LaunchView> {
        let busy = self.is_busy();
        let look = format!("{} {}", brand.color(), brand.corner());
        let local = self.local_url().map(str::to_owned);
        let key = (revision, site_revision, self.generation, reader, look, busy, local);
        if self.view.key.as_ref() != Some(&key) {
            let view = LaunchView {
                busy,
                site: site.map(|site| self.published.site_standing(site)),
                ..self.make(campaign, reader, page().as_deref(), brand)
            };
            self.view = Kept {
                key: Some(key),
                view: Arc::new(view),
            };
        }
        self.view.view.clone()
    }

    fn make(&self, campaign: &Campaign, reader: Reader, page: Option<&str>, brand: &Brand) -> LaunchView {
        let language = reader.language;
        let entry = self.entry(&campaign.id);
        let live = entry.and_then(Entry::live_campaign);
        let draft = entry.map_or_else(|| campaign.clone(), |entry| as_published(campaign, entry));
        let waiting = self
            .published
            .waiting()
            .filter(|queued| queued.key.subject.is_campaign(&campaign.id));
        let standing = self.published.standing(campaign);
        let known = standing != Standing::Draft;
        LaunchView {
            standing: Some(standing),
            there: entry.and_then(|entry| entry.status),
            place: self.connection().map(offer),
            places: self.published.connections().iter().map(offer).collect(),
            line: self.line(),
            since: entry.and_then(|entry| since(entry, campaign, reader)).filter(|_| known),
            counts: entry.filter(|entry| entry.status.is_some()).map(|entry| {
                let counts = &entry.counts;
                let whole = wording::performance(counts.shown, counts.clicked, counts.closed, language);
                let replies = live.unwrap_or(&draft).content.replies_in_force();
                let names = replies.map(|(_, reply)| reply.name.as_deref().unwrap_or_default());
                match wording::reply_counts(names.zip(counts.replies.iter().copied()), language) {
                    Some(replies) => format!("{whole}\n{replies}"),
                    None => whole,
                }
            }),
            refusal: entry.and_then(|entry| entry.refusal.clone()),
            waiting: waiting.last().map(|queued| queued.what),
            changes: live
                .map(|live| change_lines(insight::visible_difference(live, &draft), language))
                .unwrap_or_default(),
            rules: live.and_then(|live| rules(live, &draft, language)),
            busy: false,
            demo: self.demo_of(page),
            snippet: self.connection().map(|connection| snippet(&connection.url, brand)),
            site: None,
            possible: self.can_publish(),
        }
    }

    /// Where a campaign can be tried on the demo shop of the server on this computer.
    fn demo_of(&self, page: Option<&str>) -> Option<String> {
        self.connection().filter(|connection| connection.id == LOCAL)?;
        let base = self.local_url()?;
        Some(demo_address(base, page))
    }
}

/// Returns a connection as it is offered.
pub(super) fn offer(connection: &Connection) -> ConnectionOffer {
    ConnectionOffer {
        id: connection.id.clone(),
        name: connection.name.clone(),
        url: connection.url.clone(),
    }
}

/// Returns the address of the demo shop in place of `page`; its home page without one, and for a page that is not on the web.
pub fn demo_address(base: &str, page: Option<&str>) -> String {
    let of_the_web = |page: &&str| url::Url::parse(page).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    let open = url::Url::parse(&format!("{base}demo/open")).ok();
    match open.zip(page.filter(of_the_web)) {
        Some((mut open, page)) => {
            open.query_pairs_mut().append_pair("page", page);
            open.into()
        }
        None => format!("{base}demo/"),
    }
}

/// What to put into a site's pages for the widget of a backend.
fn snippet(url: &str, brand: &Brand) -> String {
    let usual = Brand::default();
    let mut look = String::new();
    if brand.color() != usual.color() {
        look.push_str(&format!(" data-brand=\"{}\"", brand.color()));
    }
    if brand.corner() != Corner::default() {
        look.push_str(&format!(" data-corner=\"{}\"", brand.corner()));
    }
    format!("<script src=\"{url}widget.js\"{look} async></script>")
}

/// Returns the draft with its pictures named as at the backend.
pub(super) fn as_published(draft: &Campaign, entry: &Entry) -> Campaign {
    let mut draft = draft.clone();
    entry.name_pictures_as_published(&mut draft);
    draft
}

/// Changes in words.
pub fn change_lines(changes: Vec<insight::Change>, language: Language) -> Vec<ChangeLine> {
    let line = |change: insight::Change| {
        let sides = wording::sides(&change, language);
        ChangeLine {
            what: sides.what,
            live: sides.live,
            draft: sides.draft,
            sentence: wording::change(&change, language).to_string(),
            pointer: change.pointer,
        }
    };
    changes.into_iter().map(line).collect()
}

fn rules(live: &Campaign, draft: &Campaign, language: Language) -> Option<[Sentence; 2]> {
    let [live, draft] = [live, draft].map(|campaign| wording::summary(campaign, language));
    (live != draft).then_some([live, draft])
}

fn since(entry: &Entry, campaign: &Campaign, reader: Reader) -> Option<String> {
    let launched = entry.launched_at.as_deref()?;
    let instant = DateTime::parse_from_rfc3339(launched).ok()?;
    Some(wording::instant(instant.to_utc(), campaign.zone(), reader))
}
