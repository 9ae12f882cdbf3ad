//! The makers' own tests (`tests/specification/expectations.md`): whom they expect to see a campaign, and what comes out.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value};

use crate::campaign::{Campaign, Expectation};
use crate::engine::{Explanation, explain};
use crate::visitor::Visitor;

/// What came out of one expectation.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectationResult {
    /// Which one of the file, counted from 0.
    pub index: usize,
    /// What its makers call it.
    pub name: String,
    /// What came out.
    pub outcome: TestOutcome,
    /// Whether its failing stops no launch.
    pub waived: bool,
}

/// What can come out of an expectation.
#[derive(Debug, Clone, PartialEq)]
pub enum TestOutcome {
    /// What was expected.
    Passes,
    /// The opposite.
    Fails(Box<Surprise>),
    /// It cannot be run.
    Unreadable(Lack),
}

/// Why the opposite of what was expected came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Surprise {
    /// What the engine says of the visitor; the opposite of its `shown` was expected.
    pub explanation: Explanation,
    /// The zone in which instants are told.
    pub zone: Tz,
}

/// What keeps an expectation from being run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// It names no visitor.
    NoVisitor,
    /// Its visitor is no object.
    NotAVisitor,
    /// Its visitor has a key that visitors do not have.
    UnknownKey(String),
    /// A value of its visitor is of a kind that the key does not take.
    WrongValue(String),
    /// It names no instant.
    NoInstant,
    /// Its instant cannot be read.
    Instant(String),
    /// It does not say what is expected.
    NoOutcome,
}

/// What comes out of each of a campaign's expectations, in the order of the file. Each is a single question to the engine.
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

/// The visitor of an expectation, and the instant at which they are on the page.
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
            Some((key, _)) if is_key(key) => Lack::WrongValue(key.clone()),
            Some((key, _)) => Lack::UnknownKey(key.clone()),
        }
    })
}

/// Whether visitors have such a key.
fn is_key(key: &str) -> bool {
    serde_json::to_value(Visitor::default()).is_ok_and(|visitor| visitor.get(key).is_some())
}
