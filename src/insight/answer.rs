//! What can be answered about who sees a campaign: data alone, found by the solver, put into words by `wording`.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::campaign::Field;
use crate::visitor::Visitor;

/// Whether anybody can see a campaign (SPEC 6, find a visitor).
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
    /// When they are on the page. Never before the instant that was asked about; later only where a date or the repeat cycle needs it.
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

/// Something that is true of every visitor (SPEC 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Nobody has opened this page more often than all pages together.
    PageViewsWithinVisits,
    /// This page view counts, so page views and visits are 1 or more.
    PresentPageCounts,
    /// Nobody has clicked a campaign more often than they were shown it.
    ClicksWithinViews,
    /// For somebody who has never been shown the campaign, the first showing would be today's.
    FirstShowingToday,
    /// The first showing lies before today, or is today's.
    FirstSeenNotLater,
    /// Days that are over do not come back.
    TimePasses,
    /// The repeat cycle keeps the campaign back after a showing.
    RepeatCycle,
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

/// What would have to change for a visitor to see a campaign (SPEC 6, nearest change).
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
}
