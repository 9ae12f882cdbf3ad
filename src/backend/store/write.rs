//! One change of one campaign: looked up, weighed, made and remembered in one transaction.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, TransactionBehavior};
use serde_json::{Value, json};

use super::answers::{self, Answer, Key};
use super::campaigns::{self, Status, Stored};
use super::{Database, pictures};
use crate::backend::conditional::Tags;
use crate::backend::document::{Document, PictureFault, picture_problem};
use crate::backend::problem::{Kind, Problem};
use crate::campaign::to_json;
use crate::insight::{Context, Finding, check_and_examine, stops_launch};
use crate::wording::{Language, finding as phrase};

/// A change that a client asks for.
#[derive(Debug)]
pub(in crate::backend) struct Write {
    /// Of which campaign.
    pub id: String,
    /// On which condition.
    pub condition: Condition,
    /// What.
    pub change: Change,
    /// What a retry of it is known by.
    pub key: Option<Key>,
    /// When.
    pub now: DateTime<Utc>,
}

/// The condition of a change.
#[derive(Debug, Clone, Default)]
pub(in crate::backend) struct Condition {
    /// What is there must be among these.
    pub if_match: Option<Tags>,
    /// What is there must not be among these.
    pub if_none_match: Option<Tags>,
}

/// What is to be changed.
#[derive(Debug)]
pub(in crate::backend) enum Change {
    /// Store this document; a body that is none is refused only once it is known to be no retry.
    Put(Result<Box<Document>, Problem>),
    /// Remove the campaign, from the site too.
    Delete,
    /// Put the stored document on the site.
    Launch,
    /// Take it off the site.
    Pause,
}

impl Database {
    /// Makes a change, or gives the first answer to it again. What is answered is on the disk.
    ///
    /// # Errors
    /// Refusals, which changed nothing.
    pub(in crate::backend) fn write(&mut self, write: Write) -> Result<Answer, Problem> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some(key) = &write.key
            && let Some(answer) = answers::find(&transaction, key)?
        {
            return Ok(answer);
        }
        let current = campaigns::find(&transaction, &write.id)?;
        let answer = change(&transaction, &write, current)?;
        if let Some(key) = &write.key {
            answers::keep(&transaction, key, &answer, write.now)?;
        }
        transaction.commit()?;
        Ok(answer)
    }
}

fn change(connection: &Connection, write: &Write, current: Option<Stored>) -> Result<Answer, Problem> {
    match (&write.change, current) {
        (Change::Put(document), current) => put(connection, write, document, current),
        (_, None) if write.condition.if_match.is_some() => Err(changed(None)),
        (_, None) => Err(Problem::no_campaign(&write.id)),
        (other, Some(current)) => {
            write.condition.weigh(Some(&current.etag))?;
            match other {
                Change::Launch => launch(connection, write.now, current),
                Change::Pause => pause(connection, write.now, current),
                _ => delete(connection, write.now, &current),
            }
        }
    }
}

impl Condition {
    /// # Errors
    /// When somebody else changed what is there.
    fn weigh(&self, etag: Option<&str>) -> Result<(), Problem> {
        let matched = self.if_match.as_ref().is_none_or(|tags| tags.names(etag));
        let free = self.if_none_match.as_ref().is_none_or(|tags| !tags.names(etag));
        if matched && free { Ok(()) } else { Err(changed(etag)) }
    }

    fn is_stated(&self) -> bool {
        self.if_match.is_some() || self.if_none_match.is_some()
    }
}

fn changed(etag: Option<&str>) -> Problem {
    let (detail, hint) = match etag {
        Some(_) => (
            "what is stored is not the version that the request names",
            "get the campaign as it is now, choose between the two, and name its `current_etag` in `If-Match`",
        ),
        None => (
            "the campaign that the request names a version of is not there",
            "somebody took it down; put it anew with `If-None-Match: *`",
        ),
    };
    Problem::new(Kind::Changed, detail, hint).with("current_etag", etag)
}

fn put(
    connection: &Connection,
    write: &Write,
    document: &Result<Box<Document>, Problem>,
    current: Option<Stored>,
) -> Result<Answer, Problem> {
    let document = document.as_ref().map_err(Problem::clone)?;
    let etag = current.as_ref().map(|current| current.etag.as_str());
    if let Some(etag) = etag
        && !write.condition.is_stated()
    {
        let hint =
            "send the `ETag` of the version that you changed in `If-Match`, or `If-None-Match: *` to make a new one";
        let problem = Problem::new(Kind::ConditionMissing, "the campaign is there already", hint);
        return Err(problem.with("current_etag", etag));
    }
    write.condition.weigh(etag)?;
    pictures::add(connection, &document.pictures, write.now)?;
    let missing = pictures::missing(connection, &document.campaign)?;
    if !missing.is_empty() {
        return Err(picture_problem(
            missing
                .into_iter()
                .map(|place| PictureFault::Missing.at(place))
                .collect(),
        ));
    }
    let is_new = current.is_none();
    let stored = Stored {
        id: write.id.clone(),
        document: to_json(&document.campaign),
        launched: current.as_ref().and_then(|current| current.launched.clone()),
        status: current.map_or(Status::Draft, |current| current.status),
        etag: fresh_etag()?,
        updated_at: instant(write.now),
    };
    let mut answer = keep(connection, write.now, &stored, if is_new { 201 } else { 200 })?;
    answer.location = is_new.then(|| format!("/api/v1/campaigns/{}", write.id));
    Ok(answer)
}

fn launch(connection: &Connection, now: DateTime<Utc>, current: Stored) -> Result<Answer, Problem> {
    let mut campaign = campaigns::campaign(&current.document)?;
    let facts = |name: &str| pictures::facts(connection, name);
    let findings = check_and_examine(
        &campaign,
        Context {
            pictures: &facts,
            now: Some(now),
        },
    );
    if stops_launch(&findings) {
        return Err(Problem::new(
            Kind::NotReady,
            "the checks found what stops a launch",
            "correct what `findings` lists as errors, and launch again",
        )
        .with("findings", findings.iter().map(told).collect::<Vec<_>>()));
    }
    campaign.launched_at = Some(instant(now));
    let document = to_json(&campaign);
    let stored = Stored {
        launched: Some(document.clone()),
        document,
        status: Status::Live,
        etag: fresh_etag()?,
        updated_at: instant(now),
        ..current
    };
    keep(connection, now, &stored, 200)
}

fn pause(connection: &Connection, now: DateTime<Utc>, current: Stored) -> Result<Answer, Problem> {
    match current.status {
        Status::Draft => Err(Problem::new(
            Kind::Conflict,
            "the campaign was never launched",
            "there is nothing to pause; visitors do not see it",
        )
        .with("current_etag", current.etag)),
        // Nothing changes, and so its tag does not.
        Status::Paused => answer_of(connection, &current, 200),
        Status::Live => {
            let stored = Stored {
                status: Status::Paused,
                etag: fresh_etag()?,
                updated_at: instant(now),
                ..current
            };
            keep(connection, now, &stored, 200)
        }
    }
}

fn delete(connection: &Connection, now: DateTime<Utc>, current: &Stored) -> Result<Answer, Problem> {
    campaigns::delete(connection, &current.id)?;
    pictures::mark_unused(connection, now)?;
    Ok(Answer {
        status: 204,
        etag: None,
        location: None,
        body: Vec::new(),
    })
}

/// Writes a campaign with its hold on pictures, and answers with its item.
fn keep(connection: &Connection, now: DateTime<Utc>, stored: &Stored, status: u16) -> Result<Answer, Problem> {
    campaigns::save(connection, stored)?;
    let document = campaigns::campaign(&stored.document)?;
    let launched = stored.launched.as_deref().map(campaigns::campaign).transpose()?;
    let names = document
        .pictures()
        .chain(launched.iter().flat_map(|launched| launched.pictures()));
    pictures::set_uses(connection, &stored.id, names, now)?;
    answer_of(connection, stored, status)
}

fn answer_of(connection: &Connection, stored: &Stored, status: u16) -> Result<Answer, Problem> {
    let item = stored.item(campaigns::counts(connection, &stored.id)?)?;
    Ok(Answer {
        status,
        etag: Some(stored.etag.clone()),
        location: None,
        body: json!(item).to_string().into_bytes(),
    })
}

/// A finding in words.
fn told(finding: &Finding) -> Value {
    let words = phrase(finding, Language::English);
    json!({
        "path": finding.path,
        "severity": finding.severity().id(),
        "code": finding.code(),
        "message": words.message,
        "fix": words.fix,
    })
}

/// An entity tag that no campaign ever had.
fn fresh_etag() -> Result<String, Problem> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Problem::internal(&error))?;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("\"{digits}\""))
}

fn instant(now: DateTime<Utc>) -> String {
    now.to_rfc3339_opts(SecondsFormat::Millis, true)
}
