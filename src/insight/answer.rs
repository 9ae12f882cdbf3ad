//! What can be answered about who sees campaigns: data alone, found by the solver, put into words by `wording`.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::campaign::{Field, Named, WITHIN_SHOWINGS};
use crate::visitor::Visitor;

/// Whether anybody can see a campaign.
#[derive(Debug, Clone, PartialEq)]
pub enum FindAnswer {
    /// This visitor would: the engine confirms it.
    Found(Box<Sighting>),
    /// Nobody, now or later. This is a proof.
    Nobody(Conflict),
    /// It could not be told.
    Undetermined(Doubt),
}

/// A visitor at an instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Sighting {
    /// The visitor.
    pub visitor: Visitor,
    /// When they are on the page. Never before the instant that was asked about; later only where a date, the repeat cycle or quiet needs it.
    pub at: DateTime<Utc>,
}

/// Why nobody can see a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conflict {
    /// The smallest set of conditions that cannot all turn out as they would have to, as JSON Pointers into the file, in its order.
    pub places: Vec<String>,
    /// What besides the conditions makes them conflict; empty when they contradict each other by themselves.
    pub because: Vec<Relation>,
}

/// Something that is true of every visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Nobody has opened this page more often than all pages together.
    PageViewsWithinVisits,
    /// This page view counts, so page views and visits are 1 or more.
    PresentPageCounts,
    /// Nobody has done what this counts, such as to click a campaign, more often than they were shown it.
    WithinViews(Field),
    /// For somebody who has never been shown the campaign, the first showing would be today's.
    FirstShowingToday,
    /// The first showing lies before today, or is today's.
    FirstSeenNotLater,
    /// Days that are over do not come back.
    TimePasses,
    /// The repeat cycle keeps the campaign back after a showing.
    RepeatCycle,
}

impl Relation {
    /// All of them, in the order in which they are left out where two explain the same.
    pub fn all() -> impl Iterator<Item = Relation> {
        let within = WITHIN_SHOWINGS.map(Relation::WithinViews);
        let pages = [Relation::PageViewsWithinVisits, Relation::PresentPageCounts];
        let showings = [
            Relation::RepeatCycle,
            Relation::FirstSeenNotLater,
            Relation::FirstShowingToday,
            Relation::TimePasses,
        ];
        pages.into_iter().chain(within).chain(showings)
    }

    /// The identifier in machine-readable output.
    pub fn id(self) -> Cow<'static, str> {
        match self {
            Relation::PageViewsWithinVisits => "page_views_within_visits".into(),
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
    /// Too many conditions on texts that cannot be told apart.
    Texts,
    /// Too many alternatives to try them all.
    Alternatives,
}

impl DoubtReason {
    /// The identifier in machine-readable output.
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
    Change(Box<Way>),
    /// No change helps: nobody can see it.
    Nobody(Conflict),
    /// It could not be told.
    Undetermined(Doubt),
}

/// A way from a visitor who does not see a campaign to one who does.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The visitor with the changes made, and when they would see it.
    pub goal: Sighting,
    /// The fewest values that have to change, smallest changes first. What changes along by itself (visits, where page views rise beyond
    /// them) is in the goal, not here.
    pub alterations: Vec<Alteration>,
}

/// One changed value.
#[derive(Debug, Clone, PartialEq)]
pub struct Alteration {
    /// What changes.
    pub what: Altered,
    /// The visitor's value; null for an attribute that is missing. Dates are `YYYY-MM-DD` in the campaign's zone.
    pub from: Value,
    /// The value it would have to have.
    pub to: Value,
}

/// What can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Altered {
    /// The value of a field other than `custom`. For `last_seen` it is the day of the visit.
    Field(Field),
    /// A custom attribute.
    Custom(String),
    /// When the campaign was last shown, or that time has to pass until the repeat cycle is over: an RFC 3339 instant.
    LastShown,
    /// Until when nothing is shown, an RFC 3339 instant, which has to pass.
    Quiet,
}

/// What there is to know about campaigns that compete. Campaigns are named by their place in what was asked about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overlaps {
    /// Every pair that a visitor can qualify for at once, the smaller place first, in order. Pairs that cannot meet are not listed.
    pub pairs: Vec<Overlap>,
    /// The campaigns that always lose, in order.
    pub shadowed: Vec<Shadowed>,
    /// Pairs that could not be told, in order.
    pub unsure: Vec<(usize, usize)>,
}

/// Two campaigns that compete for a visitor.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// The one with the smaller place.
    pub a: usize,
    /// The other one.
    pub b: usize,
    /// A visitor who qualifies for both: the engine confirms it.
    pub sighting: Sighting,
    /// The same visitor as `b` knows them, where views, clicks, closes and showings have to differ from campaign to campaign.
    pub other: Option<Box<Visitor>>,
    /// Which one is shown to them: `a` or `b`.
    pub winner: usize,
    /// Why that one.
    pub why: RankReason,
}

/// Whether two campaigns compete.
#[derive(Debug, Clone, PartialEq)]
pub enum OverlapAnswer {
    /// They do; the first one asked about is `a` with the place 0.
    Found(Box<Overlap>),
    /// Nobody ever qualifies for both at once. This is a proof.
    Never,
    /// It could not be told.
    Undetermined(Doubt),
}

/// Why one campaign goes before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RankReason {
    /// Its priority is the lower number.
    Priority,
    /// It was launched later, or launched at all.
    LaunchedLater,
    /// Nothing else tells them apart: its identity is the smaller one.
    Id,
}

/// A campaign that always loses: everybody who qualifies for it qualifies at that moment for one that goes before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shadowed {
    /// The campaign that loses.
    pub loser: usize,
    /// Those that go before it, none of which could be left out; best-ranked first.
    pub by: Vec<usize>,
    /// It gets its turn after all while these rest after a showing.
    pub rests: bool,
}
