//! The makers' own tests (`tests/specification/expectations.md`): who they expect to see a campaign, and the outcome.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value};

use crate::campaign::{Campaign, Expectation};
use crate::engine::{Explanation, explain};
use crate::visitor::{Visitor, is_visitor_key};

/// The outcome of one expectation.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectationResult {
    /// Its index in the file, counted from 0.
    pub index: usize,
    /// What its makers call it.
    pub name: String,
    /// The outcome.
    pub outcome: TestOutcome,
    /// Whether its failure is accepted, so that it does not stop a launch.
    pub waived: bool,
}

/// The possible outcomes of an expectation.
#[derive(Debug, Clone, PartialEq)]
pub enum TestOutcome {
    /// The expected outcome.
    Passes,
    /// The opposite outcome.
    Fails(Box<Surprise>),
    /// It cannot be run.
    Unreadable(Lack),
}

/// Why the opposite of the expectation happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Surprise {
    /// The engine's explanation for the visitor; the opposite of its `shown` was expected.
    pub explanation: Explanation,
    /// The zone in which instants are shown.
    pub zone: Tz,
}

/// What keeps an expectation from being run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// It names no visitor.
    NoVisitor,
    /// Its visitor is not an object.
    NotAVisitor,
    /// Its visitor has a key that visitors do not have.
    UnknownKey(String),
    /// A value of its visitor has a type that the key does not take.
    WrongValue(String),
    /// It names no instant.
    NoInstant,
    /// Its instant cannot be read.
    Instant(String),
    /// It does not say what is expected.
    NoOutcome,
}

/// Returns the outcome of each of a campaign's expectations, in the order of the file. Each is a single question to the engine.
pub fn expectations(campaign: &Campaign) -> Vec<ExpectationResult> {
    let run = |(index, expectation): (usize, &Expectation)| ExpectationResult {
        index,
        name: expectation.name.trim().to_owned(),
        outcome: outcome(campaign, expectation),
        waived: expectation.waived,
    };
    campaign.expectations.iter().enumerate().map(run).collect()
}

fn outcome(campaign: &Campaign, expectation: &Expectation) -> TestOutcome {
    let (visitor, at) = match visitor_of(expectation) {
        Ok(sighting) => sighting,
        Err(lack) => return TestOutcome::Unreadable(lack),
    };
    let Some(wanted) = expectation.shown else {
        return TestOutcome::Unreadable(Lack::NoOutcome);
    };
    let explanation = explain(campaign, &visitor, at);
    if explanation.shown == wanted {
        return TestOutcome::Passes;
    }
    TestOutcome::Fails(Box::new(Surprise {
        explanation,
        zone: campaign.zone(),
    }))
}

/// Returns the visitor of an expectation, and the instant at which they are on the page.
///
/// # Errors
/// What is missing or cannot be read.
pub fn visitor_of(expectation: &Expectation) -> Result<(Visitor, DateTime<Utc>), Lack> {
    let visitor = match &expectation.visitor {
        Value::Null => return Err(Lack::NoVisitor),
        Value::Object(map) => read_visitor(map)?,
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => return Err(Lack::NotAVisitor),
    };
    let at = expectation.at.as_deref().map(str::trim).filter(|at| !at.is_empty());
    let at = at.ok_or(Lack::NoInstant)?;
    let instant = DateTime::parse_from_rfc3339(at).map_err(|_| Lack::Instant(at.to_owned()))?;
    Ok((visitor, instant.to_utc()))
}

fn read_visitor(map: &Map<String, Value>) -> Result<Visitor, Lack> {
    let read = |map: &Map<String, Value>| serde_json::from_value::<Visitor>(Value::Object(map.clone()));
    read(map).map_err(|_| {
        let alone = |key: &str, value: &Value| Map::from_iter([(key.to_owned(), value.clone())]);
        let wrong = map.iter().find(|(key, value)| read(&alone(key, value)).is_err());
        match wrong {
            None => Lack::NotAVisitor,
            Some((key, _)) if is_visitor_key(key) => Lack::WrongValue(key.clone()),
            Some((key, _)) => Lack::UnknownKey(key.clone()),
        }
    })
}
