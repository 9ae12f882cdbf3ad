//! The first answer to every request with an idempotency key, so that a retry gets the same answer and changes nothing.
//!
//! Only answers to changes are kept: a refusal changed nothing, and is decided afresh.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

use crate::backend::problem::{Kind, Problem};

/// Longest key, in bytes.
pub(in crate::backend) const MAX_KEY: usize = 255;
/// For how long a key is remembered: a week, and a day for clocks and delays.
const REMEMBERED: TimeDelta = TimeDelta::days(8);

/// A key and its request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::backend) struct Key {
    /// As the client chose it.
    pub key: String,
    /// SHA-256 of method, path, conditions and body.
    pub fingerprint: [u8; 32],
}

/// The answer to a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::backend) struct Answer {
    /// HTTP's status.
    pub status: u16,
    /// The new entity tag of what was changed, in its quotes.
    pub etag: Option<String>,
    /// Where something new is.
    pub location: Option<String>,
    /// JSON; empty when there is nothing to say.
    pub body: Vec<u8>,
}

/// A change that is asked for.
#[derive(Debug)]
pub(super) enum Begun<'a> {
    /// It was made before, with this answer.
    Answered(Answer),
    /// It is to be made in this transaction.
    New(Transaction<'a>),
}

/// Begins a change, unless its key was answered before.
///
/// # Errors
/// When the key was used for another request.
pub(super) fn begin<'a>(connection: &'a mut Connection, key: Option<&Key>) -> Result<Begun<'a>, Problem> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let answered = key.map(|key| find(&transaction, key)).transpose()?.flatten();
    Ok(match answered {
        Some(answer) => Begun::Answered(answer),
        None => Begun::New(transaction),
    })
}

/// Returns the answer that was given to this key.
///
/// # Errors
/// When the key was used for another request.
pub(super) fn find(connection: &Connection, key: &Key) -> Result<Option<Answer>, Problem> {
    let sql = "SELECT fingerprint, status, etag, location, body FROM answers WHERE key = ?1";
    let found = connection.prepare_cached(sql)?.query_row([&key.key], |row| {
        let answer = Answer {
            status: row.get(1)?,
            etag: row.get(2)?,
            location: row.get(3)?,
            body: row.get(4)?,
        };
        Ok((row.get::<_, Vec<u8>>(0)?, answer))
    });
    match found.optional()? {
        None => Ok(None),
        Some((fingerprint, answer)) if fingerprint == key.fingerprint => Ok(Some(answer)),
        Some(_) => Err(Problem::new(
            Kind::KeyReused,
            "this `Idempotency-Key` came with another request before",
            "make a new key for every new request, and repeat it only with the very same one",
        )),
    }
}

/// Remembers an answer.
pub(super) fn keep(connection: &Connection, key: &Key, answer: &Answer, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let sql =
        "INSERT INTO answers (key, fingerprint, status, etag, location, body, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute(params![
        key.key,
        key.fingerprint,
        answer.status,
        answer.etag,
        answer.location,
        answer.body,
        now.timestamp()
    ])?;
    Ok(())
}

/// Removes answers older than any retry.
pub(super) fn forget_old(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let oldest = (now - REMEMBERED).timestamp();
    connection.execute("DELETE FROM answers WHERE at < ?1", [oldest])?;
    Ok(())
}
