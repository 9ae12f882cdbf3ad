//! Answers in words: who can see a campaign, what would have to change, and which of several campaigns goes first.

mod rivals;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::text::{say, word};
use super::timetable::{hours, run};
use super::verdict::facts;
use super::{Language, Sentence, number, rule, summary};
use crate::campaign::Campaign;
use crate::engine::explain;
use crate::insight::{
    Alteration, Conflict, Doubt, DoubtReason, FindAnswer, HOURS_POINTER, NearestAnswer, NearestChange, RUN_POINTER,
    Relation,
};
use crate::visitor::Visitor;

pub use rivals::{overlap, shadowed};

/// An answer in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The answer, in one sentence.
    pub headline: String,
    /// Further sentences, if any.
    pub detail: String,
}

/// States what is true of every visitor.
fn relation(relation: Relation, language: Language) -> Cow<'static, str> {
    let known = match relation {
        Relation::PageViewsWithinVisits => word(language, "relation-page-views-within-visits"),
        Relation::SessionsWithinVisits => word(language, "relation-sessions-within-visits"),
        Relation::FirstSessionIsAll => word(language, "relation-first-session-is-all"),
        Relation::PresentPageCounts => word(language, "relation-present-page-counts"),
        Relation::WithinViews(field) => return language.grammar().within_views(field).into(),
        Relation::FirstShowingToday => word(language, "relation-first-showing-today"),
        Relation::FirstSeenNotLater => word(language, "relation-first-seen-not-later"),
        Relation::TimePasses => word(language, "relation-time-passes"),
        Relation::RepeatCycle => word(language, "relation-repeat-cycle"),
    };
    known.into()
}

/// States whether anybody can see a campaign.
pub fn find_answer(campaign: &Campaign, answer: &FindAnswer, language: Language) -> Statement {
    let (headline, detail) = match answer {
        FindAnswer::Found(sighting) => (
            say(language, "answer-somebody", &[]),
            example(&[(campaign, &sighting.visitor)], sighting.at, language),
        ),
        FindAnswer::Nobody(conflict) => (
            say(language, "answer-nobody", &[]),
            contradiction(campaign, conflict, language),
        ),
        FindAnswer::Undetermined(why) => (say(language, "answer-unsure-who", &[]), doubt(why, language)),
    };
    Statement { headline, detail }
}

/// States what would have to change for a visitor to see a campaign.
pub fn nearest(campaign: &Campaign, answer: &NearestAnswer, language: Language) -> Statement {
    let (headline, detail) = match answer {
        NearestAnswer::AlreadyShown => (say(language, "answer-sees-already", &[]), String::new()),
        NearestAnswer::Change(change) => (would_see(&way(campaign, change, language), language), String::new()),
        NearestAnswer::Nobody(conflict) => (
            say(language, "answer-no-change-helps", &[]),
            contradiction(campaign, conflict, language),
        ),
        NearestAnswer::Undetermined(why) => (say(language, "answer-unsure-what", &[]), doubt(why, language)),
    };
    Statement { headline, detail }
}

/// States what would have to be different, one clause per change: `if they had opened this page 2 more times`.
pub fn way(campaign: &Campaign, way: &NearestChange, language: Language) -> Vec<String> {
    let clause = |alteration: &Alteration| language.grammar().change(campaign, way, alteration);
    way.alterations.iter().map(clause).collect()
}

/// Explains in one sentence why conditions cannot all turn out as they would have to.
pub fn contradiction(campaign: &Campaign, conflict: &Conflict, language: Language) -> String {
    let whom = rule::at_places(campaign, &conflict.places).map(|rule| summary::visitors(&rule, language));
    let reasons: Vec<String> = openings(campaign, conflict, language)
        .into_iter()
        .chain([relations(&conflict.because, language)])
        .filter(|reason| !reason.is_empty())
        .collect();
    let reasons = reasons.join("; ");
    let text = match whom {
        None if reasons.is_empty() => return String::new(),
        None => reasons,
        Some(whom) => say(language, "answer-no-such-visitors", &[("visitors", &whom.to_string())]) + &colon(&reasons),
    };
    sentence(&text, language)
}

/// States when a campaign is open, as far as a conflict is about that.
fn openings(campaign: &Campaign, conflict: &Conflict, language: Language) -> Vec<String> {
    let schedule = &campaign.schedule;
    let about = |pointer: &str| conflict.places.iter().any(|place| place == pointer);
    let run = schedule.runs.as_ref().and_then(|runs| run(runs, language));
    let hours = hours(schedule, language);
    [(RUN_POINTER, run), (HOURS_POINTER, hours)]
        .into_iter()
        .filter(|(pointer, _)| about(pointer))
        .filter_map(|(_, said)| Some(said?.to_string()))
        .collect()
}

/// States what is true of every visitor, in clauses; empty for no relations.
pub(super) fn relations(because: &[Relation], language: Language) -> String {
    let clause = |known: &Relation| relation(*known, language);
    because.iter().map(clause).collect::<Vec<_>>().join("; ")
}

fn colon(reasons: &str) -> String {
    if reasons.is_empty() {
        String::new()
    } else {
        format!(": {reasons}")
    }
}

fn doubt(doubt: &Doubt, language: Language) -> String {
    match doubt.why {
        DoubtReason::Texts => say(language, "answer-doubt-texts", &[]),
        DoubtReason::Alternatives => say(language, "answer-doubt-alternatives", &[]),
    }
}

/// Writes `They would see it if …, if … and if ….`
fn would_see(clauses: &[String], language: Language) -> String {
    let parts: Vec<Sentence> = clauses.iter().map(|clause| Sentence::plain(clause)).collect();
    let changes = Sentence::list(&parts, ", ", &summary::between("word-and", language));
    say(language, "answer-would-see", &[("changes", &changes.to_string())])
}

/// States what one visitor has that makes campaigns show, as each campaign knows them, and when.
fn example(seen: &[(&Campaign, &Visitor)], at: DateTime<Utc>, language: Language) -> String {
    let mut listed: Vec<String> = Vec::new();
    for (campaign, visitor) in seen {
        for fact in facts(&explain(campaign, visitor, at), language) {
            if !listed.contains(&fact) {
                listed.push(fact);
            }
        }
    }
    let zone = seen.first().map_or(chrono_tz::UTC, |(campaign, _)| campaign.zone());
    let when = number::instant(at, zone, language);
    if listed.is_empty() {
        return say(language, "answer-example-anybody", &[]);
    }
    say(
        language,
        "answer-example",
        &[("when", &when), ("facts", &listed.join("; "))],
    )
}

/// How a count would have to differ.
pub(super) enum Count {
    /// This many more than now, and the present count.
    More(u64, u64),
    /// At most this many.
    Only(u64),
}

pub(super) fn counted(alteration: &Alteration) -> Count {
    let [from, to] = [&alteration.from, &alteration.to].map(|value| value.as_u64().unwrap_or_default());
    if to > from {
        Count::More(to - from, from)
    } else {
        Count::Only(to)
    }
}

/// Returns which of the phrases for nothing, only that much and more says how a share would have to differ; and the share.
pub(super) fn share([nothing, only, more]: [&'static str; 3], alteration: &Alteration) -> (&'static str, f64) {
    let [from, to] = [&alteration.from, &alteration.to].map(|value| value.as_f64().unwrap_or_default());
    let phrase = match to {
        0.0 => nothing,
        to if to < from => only,
        _ => more,
    };
    (phrase, to)
}

/// Returns whether something would have to last longer, and how long.
pub(super) fn lasted(alteration: &Alteration) -> (bool, f64) {
    let [from, to] = [&alteration.from, &alteration.to].map(|value| value.as_f64().unwrap_or_default());
    (to > from, to)
}

/// Returns whether a value of an alteration is this instant.
pub(super) fn same_instant(value: &Value, instant: Option<DateTime<Utc>>) -> bool {
    let read = value.as_str().and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    read.map(|read| read.to_utc()) == instant
}

fn sentence(clause: &str, language: Language) -> String {
    let mut sentence = Sentence::plain(clause);
    sentence.say(".");
    sentence.capitalised(language).to_string()
}
