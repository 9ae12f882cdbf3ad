//! Reading a backend's answers, defensively: anything in between may answer in its place.

use chrono::{DateTime, TimeDelta, Utc};
use serde::de::IntoDeserializer as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::backoff::retry_after;
use super::transport::Response;
use crate::campaign::{Campaign, from_json, steers};
use crate::publish::{Answer, Counts, Status};

/// What the kinds of problem of Beckon backends begin with.
const PROBLEM: &str = "urn:beckon:problem:";
/// Longest name of a kind of problem.
const LONGEST_KIND: usize = 40;
/// The problem type with which a Beckon backend says that it cannot read a stored document.
const UNREADABLE: &str = "urn:beckon:problem:unreadable";
/// Longest sentence of a backend that is passed on, in characters.
const MAX_WORDS: usize = 400;

/// A campaign as the backend lists it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Item {
    pub id: String,
    #[serde(default)]
    pub name: String,
    /// `None` for a status that this program does not know, such as that the backend cannot read the campaign.
    #[serde(deserialize_with = "known_status")]
    pub status: Option<Status>,
    pub etag: String,
    #[serde(default)]
    pub launched_at: Option<String>,
    #[serde(default)]
    pub counts: Counts,
}

impl Item {
    /// The entity tag of the version, as in a header.
    pub(super) fn mark(&self) -> String {
        match self.etag.starts_with('"') {
            true => self.etag.clone(),
            false => format!("\"{}\"", self.etag),
        }
    }
}

/// A status, if it is one that this program knows.
fn known_status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Status>, D::Error> {
    let word = String::deserialize(deserializer)?;
    let known: Result<Status, serde::de::value::Error> = Status::deserialize(word.into_deserializer());
    Ok(known.ok())
}

#[derive(Deserialize)]
struct List {
    campaigns: Vec<Value>,
}

/// The kind of an answer, regardless of its subject.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It worked.
    Fine,
    /// The backend does not have it.
    Gone,
    /// The backend's version is another one.
    Changed,
    /// The token is refused.
    Unauthorized,
    /// A later try may succeed.
    Later {
        /// How long the backend asks to wait.
        asked: Option<TimeDelta>,
        /// True when it is about the connection, not about this campaign.
        everywhere: bool,
    },
    /// Something else answers instead of the backend.
    Stranger,
    /// No try can succeed.
    No,
}

/// Sorts an answer.
pub(super) fn kind(response: &Response, now: DateTime<Utc>) -> Kind {
    let asked = || {
        response
            .retry_after
            .as_deref()
            .and_then(|header| retry_after(header, now))
    };
    match response.status {
        200..=299 => Kind::Fine,
        300..=399 => Kind::Stranger,
        401 | 407 => Kind::Unauthorized,
        // It failed, and will fail again until somebody changes the stored document.
        500..=599 if says(response, UNREADABLE) => Kind::No,
        501 | 505 | 506 | 508 | 510 => Kind::No,
        404 | 410 if is_problem(response) => Kind::Gone,
        409 | 412 | 428 => Kind::Changed,
        429 | 502 | 503 | 504 => Kind::Later {
            asked: asked(),
            everywhere: true,
        },
        408 | 425 | 500..=599 => Kind::Later {
            asked: asked(),
            everywhere: false,
        },
        400..=499 => Kind::No,
        _ => Kind::Stranger,
    }
}

/// Whether the body is a problem of this type.
fn says(response: &Response, kind: &str) -> bool {
    is_json(response) && serde_json::from_slice::<Value>(&response.body).is_ok_and(|value| value["type"] == kind)
}

/// Whether the body says itself to be JSON of some kind.
pub(super) fn is_json(response: &Response) -> bool {
    let media = response.content_type.as_deref().unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    media == "application/json" || media.ends_with("+json")
}

/// Whether it is a JSON object, like every problem that a backend reports.
pub(super) fn is_problem(response: &Response) -> bool {
    is_json(response) && serde_json::from_slice::<Value>(&response.body).is_ok_and(|value| value.is_object())
}

/// The list's item that a launch or a pause answers with.
pub(super) fn item(response: &Response) -> Option<Item> {
    serde_json::from_slice(&response.body).ok()
}

/// The identity of the campaign that an answer is about: of an item and of a document alike.
pub(super) fn identity(response: &Response) -> Option<String> {
    let value: Value = serde_json::from_slice(&response.body).ok()?;
    value.get("id")?.as_str().map(str::to_owned)
}

/// Returns the entity tag of the backend's version that a refusal names.
pub(super) fn current_etag(response: &Response) -> Option<String> {
    let value: Value = serde_json::from_slice(&response.body).ok()?;
    value.get("current_etag")?.as_str().map(str::to_owned)
}

/// Returns the items of a list. Invalid ones are left out.
pub(super) fn items(response: &Response) -> Option<Vec<Item>> {
    let list: List = serde_json::from_slice(&response.body).ok()?;
    let items = list
        .campaigns
        .into_iter()
        .filter_map(|item| serde_json::from_value(item).ok());
    Some(items.collect())
}

/// The document that a backend hands out.
pub(super) fn document(response: &Response) -> Option<Campaign> {
    from_json(&response.body).ok()
}

/// Returns the backend's message and advice: one line each, without terminal control characters.
pub(super) fn words(response: &Response) -> Answer {
    let problem: Option<Value> = is_json(response)
        .then(|| serde_json::from_slice(&response.body).ok())
        .flatten();
    let problem = problem.unwrap_or_default();
    let word = |key: &str| problem[key].as_str().map(tidy).filter(|text| !text.is_empty());
    let said = match (word("title"), word("detail")) {
        (Some(title), Some(detail)) if title != detail => Some(format!("{title}: {detail}")),
        (Some(text), _) | (None, Some(text)) => Some(text),
        (None, None) => None,
    };
    let all: Vec<String> = said.into_iter().chain(findings(&problem)).collect();
    Answer {
        status: response.status,
        problem: problem["type"].as_str().and_then(known_kind),
        words: (!all.is_empty()).then(|| tidy(&all.join("; "))),
        hint: word("hint"),
    }
}

/// The kind of problem that a type of Beckon's names.
fn known_kind(name: &str) -> Option<String> {
    let kind = name.strip_prefix(PROBLEM)?;
    let fits = |letter: u8| letter.is_ascii_lowercase() || letter == b'-';
    ((1..=LONGEST_KIND).contains(&kind.len()) && kind.bytes().all(fits)).then(|| kind.to_owned())
}

/// What the backend's checks found, under whatever key it lists them.
fn findings(problem: &Value) -> impl Iterator<Item = String> {
    let lists = ["findings", "problems", "errors"]
        .into_iter()
        .filter_map(|key| problem[key].as_array());
    let texts = lists.flatten().filter_map(|finding| {
        let text = finding.as_str().or_else(|| finding["message"].as_str())?;
        Some(tidy(text))
    });
    texts.take(5)
}

/// Returns foreign text as one line of bounded length.
fn tidy(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .filter(|letter| !steers(*letter))
        .collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MAX_WORDS) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
