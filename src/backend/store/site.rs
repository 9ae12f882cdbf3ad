//! The site document: there is one at most. It changes under conditions and once for each key, as campaigns do; unlike theirs, its stored version is
//! what visitors get.

use std::sync::PoisonError;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;

use super::Database;
use super::answers::{self, Answer, Begun, Key};
use super::campaigns::text_at;
use super::change::{fresh_etag, instant};
use super::write::Condition;
use crate::backend::problem::{Kind, Problem};
use crate::campaign::SiteDocument;

/// Where it is.
const PLACE: &str = "/api/v1/site";

/// A change of the site document that a client asks for.
#[derive(Debug)]
pub(in crate::backend) struct SiteWrite {
    /// What to store; an invalid body is refused only once the request is known not to be a retry.
    pub document: Result<Box<SiteDocument>, Problem>,
    /// On which condition.
    pub condition: Condition,
    /// The key that identifies a retry.
    pub key: Option<Key>,
    /// When.
    pub now: DateTime<Utc>,
}

/// The stored text with its entity tag.
struct Row {
    document: Vec<u8>,
    etag: String,
}

impl Row {
    fn read(&self) -> Option<SiteDocument> {
        let log = |error: &_| {
            tracing::error!(reason = %error, "the stored site document cannot be read; put it again");
        };
        SiteDocument::from_json(&self.document).inspect_err(log).ok()
    }
}

fn find(connection: &Connection) -> rusqlite::Result<Option<Row>> {
    let mut statement = connection.prepare_cached("SELECT CAST(document AS BLOB), etag FROM site")?;
    let row = statement.query_row([], |row| {
        Ok(Row {
            document: row.get(0)?,
            etag: text_at(row, 1)?.unwrap_or_default(),
        })
    });
    row.optional()
}

/// Returns what visitors get of the stored document. One that cannot be read might name addresses, and so no page is among its own.
pub(super) fn stored(connection: &Connection) -> rusqlite::Result<Option<SiteDocument>> {
    let nowhere = || SiteDocument {
        addresses: vec![String::new()],
        ..SiteDocument::default()
    };
    Ok(find(connection)?.map(|row| row.read().unwrap_or_else(nowhere)))
}

impl Database {
    /// The site document with its entity tag; `None` where there is none.
    ///
    /// # Errors
    /// When the document cannot be read, or the database fails.
    pub(in crate::backend) fn site(&mut self) -> Result<Option<(String, String)>, Problem> {
        self.catch_up()?;
        let Some(row) = find(&self.connection)? else {
            return Ok(None);
        };
        match row.read().and(String::from_utf8(row.document).ok()) {
            Some(document) => Ok(Some((document, row.etag))),
            None => Err(Problem::unreadable_site().with("current_etag", row.etag)),
        }
    }

    /// Stores the site document, or repeats the first answer. Once it is answered, it is on the disk, and visitors fetch the new state.
    ///
    /// # Errors
    /// Refusals, which changed nothing.
    pub(in crate::backend) fn put_site(&mut self, write: SiteWrite) -> Result<Answer, Problem> {
        self.catch_up()?;
        let transaction = match answers::begin(&mut self.connection, write.key.as_ref())? {
            Begun::Answered(answer) => return Ok(answer),
            Begun::New(transaction) => transaction,
        };
        let document = write.document?;
        let current = find(&transaction)?.map(|row| row.etag);
        permit(&write.condition, current.as_deref())?;
        let (etag, updated_at) = (fresh_etag()?, instant(write.now));
        let sql = "INSERT INTO site (one, document, etag, updated_at) VALUES (1, ?1, ?2, ?3)
            ON CONFLICT (one) DO UPDATE SET document = ?1, etag = ?2, updated_at = ?3";
        transaction.execute(sql, params![document.to_value().to_string(), etag, updated_at])?;
        let is_new = current.is_none();
        let body = json!({ "name": document.name, "etag": etag, "updated_at": updated_at });
        let answer = Answer {
            status: if is_new { 201 } else { 200 },
            etag: Some(etag),
            location: is_new.then(|| PLACE.to_owned()),
            body: body.to_string().into_bytes(),
        };
        if let Some(key) = &write.key {
            answers::keep(&transaction, key, &answer, write.now)?;
        }
        // Until memory follows, it may disagree with the disk; if this ends early, everything is read again.
        self.stale = true;
        transaction.commit()?;
        let mut live = self.live.write().unwrap_or_else(PoisonError::into_inner);
        live.set_document(Some(*document));
        drop(live);
        self.stale = false;
        Ok(answer)
    }
}

/// # Errors
/// When somebody else changed the document, or the request does not say which version it changes.
fn permit(condition: &Condition, etag: Option<&str>) -> Result<(), Problem> {
    if let Some(etag) = etag
        && !condition.is_stated()
    {
        let hint =
            "send the `ETag` of the version that you changed in `If-Match`, or `If-None-Match: *` to make a new one";
        let problem = Problem::new(Kind::ConditionMissing, "the site document is there already", hint);
        return Err(problem.with("current_etag", etag));
    }
    if condition.holds(etag) {
        return Ok(());
    }
    let (detail, hint) = match etag {
        Some(_) => (
            "what is stored is not the version that the request names",
            "get the site document as it is now, choose between the two, and name its `current_etag` in `If-Match`",
        ),
        None => (
            "there is no site document, so that no version of it can be changed",
            "put it with `If-None-Match: *`",
        ),
    };
    Err(Problem::new(Kind::Changed, detail, hint).with("current_etag", etag))
}
