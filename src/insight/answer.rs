//! Answers about who sees campaigns: plain data that the solver finds and `wording` puts into words.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::campaign::{Field, Named, WITHIN_SHOWINGS};
use crate::visitor::Visitor;

/// Whether anybody can see a campaign.
#[derive(Debug, Clone, PartialEq)]
pub enum FindAnswer {
    /// This visitor does; the engine confirms it.
    Found(Box<Sighting>),
    /// Nobody, now or later. This is a proof.
    Nobody(Conflict),
    /// The question is too hard to answer.
    Undetermined(Doubt),
}

/// A visitor at an instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Sighting {
    /// The visitor.
    pub visitor: Visitor,
    /// When they are on the page. Never before the instant asked about; later only where a date, the repeat cycle or quiet requires it.
    pub at: DateTime<Utc>,
}

/// Why nobody can see a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conflict {
    /// The smallest set of conditions that cannot all turn out as they would have to, as JSON Pointers into the file, in its order.
    pub places: Vec<String>,
    /// What makes them conflict apart from the conditions; empty when these contradict each other on their own.
    pub because: Vec<Relation>,
}

/// A fact that holds for every visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Page views of one page never exceed the visits to all pages.
    PageViewsWithinVisits,
    /// Every session has a page, so that earlier sessions and the pages of this one never exceed the visits to all pages.
    SessionsWithinVisits,
    /// In the first session, its pages are all pages opened.
    FirstSessionIsAll,
    /// The present page view counts, so whatever counts pages or sessions is at least 1.
    PresentPageCounts,
    /// Whatever this counts, such as clicks on a campaign, never exceeds how often the campaign was shown.
    WithinViews(Field),
    /// For a visitor who has never been shown the campaign, the first showing would be today.
    FirstShowingToday,
    /// The first showing is today or earlier.
    FirstSeenNotLater,
    /// Days that are over do not come back.
    TimePasses,
    /// The repeat cycle holds the campaign back after a showing.
    RepeatCycle,
}

impl Relation {
    /// Returns all of them, in the order in which they are left out where two explain the same.
    pub fn all() -> impl Iterator<Item = Relation> {
        let within = WITHIN_SHOWINGS.map(Relation::WithinViews);
        let pages = [
            Relation::PageViewsWithinVisits,
            Relation::SessionsWithinVisits,
            Relation::FirstSessionIsAll,
            Relation::PresentPageCounts,
        ];
        let showings = [
            Relation::RepeatCycle,
            Relation::FirstSeenNotLater,
            Relation::FirstShowingToday,
            Relation::TimePasses,
        ];
        pages.into_iter().chain(within).chain(showings)
    }

    /// Returns the identifier in machine-readable output.
    pub fn id(self) -> Cow<'static, str> {
        match self {
            Relation::PageViewsWithinVisits => "page_views_within_visits".into(),
            Relation::SessionsWithinVisits => "sessions_within_visits".into(),
            Relation::FirstSessionIsAll => "first_session_is_all".into(),
            Relation::PresentPageCounts => "present_page_counts".into(),
            Relation::WithinViews(field) => format!("{}_within_views", field.id()).into(),
            Relation::FirstShowingToday => "first_showing_today".into(),
            Relation::FirstSeenNotLater => "first_seen_not_later".into(),
            Relation::TimePasses => "time_passes".into(),
            Relation::RepeatCycle => "repeat_cycle".into(),
        }
    }
}

/// Why a question could not be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The conditions in question, as JSON Pointers into the file, in its order; may be empty.
    pub places: Vec<String>,
    /// What makes it hard.
    pub why: DoubtReason,
}

/// What makes a question hard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DoubtReason {
    /// Too many conditions on texts whose combinations cannot all be tried.
    Texts,
    /// Too many alternatives to try them all.
    Alternatives,
}

impl DoubtReason {
    /// Returns the identifier in machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            DoubtReason::Texts => "texts",
            DoubtReason::Alternatives => "alternatives",
        }
    }
}

/// What would have to change for a visitor to see a campaign.
#[derive(Debug, Clone, PartialEq)]
pub enum NearestAnswer {
    /// Nothing: they see it.
    AlreadyShown,
    /// These values.
    Change(Box<NearestChange>),
    /// No change helps: nobody can see it.
    Nobody(Conflict),
    /// The question is too hard to answer.
    Undetermined(Doubt),
}

/// A way from a visitor who does not see a campaign to one who does.
#[derive(Debug, Clone, PartialEq)]
pub struct NearestChange {
    /// The visitor with the changes made, and when they would see it.
    pub goal: Sighting,
    /// The fewest values that have to change, smallest changes first. What merely follows (visits, where page views rise beyond them) is in the goal,
    /// not here.
    pub alterations: Vec<Alteration>,
}

/// One changed value.
#[derive(Debug, Clone, PartialEq)]
pub struct Alteration {
    /// What changes.
    pub what: Altered,
    /// The visitor's value; null for what is missing under its key. Dates are `YYYY-MM-DD` in the campaign's zone.
    pub from: Value,
    /// The value that it would have to have.
    pub to: Value,
}

/// What can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Altered {
    /// The value of a field without keys. For `last_seen` it is the day of the visit.
    Field(Field),
    /// The value of a field under this key: an attribute, a parameter of an address, how often an event has happened.
    Keyed(Field, String),
    /// The last showing of the campaign, or time that has to pass until the repeat cycle is over: an RFC 3339 instant.
    LastShown,
    /// When they come: once the campaign is open. An RFC 3339 instant.
    Opening,
    /// The end of the time in which nothing is shown, which has to pass: an RFC 3339 instant.
    Quiet,
    /// The end of a full rest of the site, which has to pass: an RFC 3339 instant, or null for the end of the session. A repeat cycle that counts
    /// sessions has to pass the same way; it goes to their number, where that is more than one.
    Rest,
}

/// All that is known about campaigns that compete. Campaigns are named by their index in the question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overlaps {
    /// Every pair for which a visitor can qualify at once, the smaller index first, in order. Pairs that cannot meet are not listed.
    pub pairs: Vec<Overlap>,
    /// The campaigns that always lose, in order.
    pub shadowed: Vec<Shadowed>,
    /// Pairs that remain undetermined, in order.
    pub unsure: Vec<(usize, usize)>,
}

/// Two campaigns that compete for a visitor.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// The one with the smaller index.
    pub a: usize,
    /// The other one.
    pub b: usize,
    /// A visitor who qualifies for both; the engine confirms it.
    pub sighting: Sighting,
    /// The same visitor as `b` knows them, where views, clicks, closes and showings have to differ between the campaigns.
    pub other: Option<Box<Visitor>>,
    /// Which one is shown to them: `a` or `b`.
    pub winner: usize,
    /// Why that one wins.
    pub why: RankReason,
}

/// Whether two campaigns compete.
#[derive(Debug, Clone, PartialEq)]
pub enum OverlapAnswer {
    /// They do; the first campaign in the question is `a`, with index 0.
    Found(Box<Overlap>),
    /// Nobody ever qualifies for both at once. This is a proof.
    Never,
    /// The question is too hard to answer.
    Undetermined(Doubt),
}

/// Why one campaign goes before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RankReason {
    /// Its priority is the lower number.
    Priority,
    /// It was launched later, or the other was never launched.
    LaunchedLater,
    /// Everything else is equal: its identity is the smaller one.
    Id,
}

/// A campaign that always loses: everybody who qualifies for it also qualifies, at that moment, for one that goes before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shadowed {
    /// The campaign that loses.
    pub loser: usize,
    /// Those that go before it, best-ranked first; none of them can be left out.
    pub by: Vec<usize>,
    /// It still gets its turn while these rest after a showing.
    pub rests: bool,
}
