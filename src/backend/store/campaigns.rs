//! The stored campaigns: the document as it was put, and as it was when it was launched.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Serialize;

use super::counts::Counts;
use crate::campaign::{Campaign, from_json};

/// How a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::backend) enum Status {
    /// Never launched.
    Draft,
    /// On the site.
    Live,
    /// Launched once, and off the site.
    Paused,
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Live => "live",
            Status::Paused => "paused",
        }
    }

    fn of(word: &str) -> Status {
        match word {
            "live" => Status::Live,
            "paused" => Status::Paused,
            _ => Status::Draft,
        }
    }
}

/// Which document of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::backend) enum Variant {
    /// As it was put last.
    Stored,
    /// As visitors see it now.
    Live,
}

/// A campaign as the list of campaigns shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::backend) struct Item {
    /// Its identity.
    pub id: String,
    /// What its makers call it.
    pub name: String,
    /// How it stands.
    pub status: Status,
    /// The entity tag of its document and status, in its quotes.
    pub etag: String,
    /// When document or status changed last (RFC 3339).
    pub updated_at: String,
    /// When it was launched last (RFC 3339).
    pub launched_at: Option<String>,
    /// Whether the stored document differs from the launched one; false for what was never launched.
    pub changed: bool,
    /// How often visitors saw, clicked and closed it.
    pub counts: Counts,
}

/// A row of the table.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub id: String,
    pub document: String,
    pub launched: Option<String>,
    pub status: Status,
    pub etag: String,
    pub updated_at: String,
}

impl Stored {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Stored {
            id: row.get(0)?,
            document: row.get(1)?,
            launched: row.get(2)?,
            status: Status::of(&row.get::<_, String>(3)?),
            etag: row.get(4)?,
            updated_at: row.get(5)?,
        })
    }

    /// The row as the list shows it.
    pub(super) fn item(&self, counts: Counts) -> rusqlite::Result<Item> {
        let stored = campaign(&self.document)?;
        let launched = self.launched.as_deref().map(campaign).transpose()?;
        let changed = launched.as_ref().is_some_and(|launched| differ(&stored, launched));
        Ok(Item {
            id: self.id.clone(),
            name: stored.name,
            status: self.status,
            etag: self.etag.clone(),
            updated_at: self.updated_at.clone(),
            launched_at: launched.and_then(|launched| launched.launched_at),
            changed,
            counts,
        })
    }
}

/// Whether two documents differ in more than the instant of their launch.
fn differ(one: &Campaign, other: &Campaign) -> bool {
    let undated = |campaign: &Campaign| Campaign {
        launched_at: None,
        ..campaign.clone()
    };
    undated(one) != undated(other)
}

/// The campaign of a stored document, which was read before it was stored.
pub(super) fn campaign(document: &str) -> rusqlite::Result<Campaign> {
    from_json(document.as_bytes())
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}

/// The campaign of an identity.
pub(super) fn find(connection: &Connection, id: &str) -> rusqlite::Result<Option<Stored>> {
    let sql = "SELECT id, document, launched, status, etag, updated_at FROM campaigns WHERE id = ?1";
    connection.prepare_cached(sql)?.query_row([id], Stored::of).optional()
}

/// Writes a campaign, new or not.
pub(super) fn save(connection: &Connection, stored: &Stored) -> rusqlite::Result<()> {
    let sql = "INSERT INTO campaigns (id, document, launched, status, etag, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET document = ?2, launched = ?3, status = ?4, etag = ?5, updated_at = ?6";
    connection.prepare_cached(sql)?.execute(params![
        stored.id,
        stored.document,
        stored.launched,
        stored.status.word(),
        stored.etag,
        stored.updated_at
    ])?;
    Ok(())
}

/// Deletes a campaign, with its counts and its hold on pictures.
pub(super) fn delete(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM campaigns WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// The counts of a campaign.
pub(super) fn counts(connection: &Connection, id: &str) -> rusqlite::Result<Counts> {
    let mut statement = connection.prepare_cached("SELECT shown, clicked, closed FROM counts WHERE campaign = ?1")?;
    let counts = statement.query_row([id], |row| counts_at(row, 0)).optional()?;
    Ok(counts.unwrap_or_default())
}

fn counts_at(row: &Row<'_>, first: usize) -> rusqlite::Result<Counts> {
    let number = |column| Ok::<_, rusqlite::Error>(row.get::<_, i64>(column)?.unsigned_abs());
    Ok(Counts {
        shown: number(first)?,
        clicked: number(first + 1)?,
        closed: number(first + 2)?,
    })
}

/// Every campaign as the list shows it, in the order of identities.
pub(super) fn items(connection: &Connection) -> rusqlite::Result<Vec<Item>> {
    let sql = "SELECT id, document, launched, status, etag, updated_at,
            coalesce(shown, 0), coalesce(clicked, 0), coalesce(closed, 0)
        FROM campaigns LEFT JOIN counts ON campaign = id ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Stored::of(row)?.item(counts_at(row, 6)?))?;
    rows.collect()
}

/// A document of a campaign with its entity tag, in its quotes.
pub(super) fn document(
    connection: &Connection,
    id: &str,
    variant: Variant,
) -> rusqlite::Result<Option<(String, String)>> {
    let Some(stored) = find(connection, id)? else {
        return Ok(None);
    };
    Ok(match variant {
        Variant::Stored => Some((stored.document, stored.etag)),
        Variant::Live if stored.status == Status::Live => stored.launched.map(|launched| {
            let hash = crate::library::ContentHash::of(launched.as_bytes()).to_string();
            let etag = format!("\"live-{}\"", &hash[..32]);
            (launched, etag)
        }),
        Variant::Live => None,
    })
}

/// The identities of all campaigns.
pub(super) fn ids(connection: &Connection) -> rusqlite::Result<HashSet<String>> {
    let mut statement = connection.prepare_cached("SELECT id FROM campaigns")?;
    statement.query_map([], |row| row.get(0))?.collect()
}

/// What is live, as it was launched.
pub(super) fn live(connection: &Connection) -> rusqlite::Result<Vec<Campaign>> {
    let mut statement = connection.prepare_cached("SELECT launched FROM campaigns WHERE status = 'live'")?;
    let launched = statement.query_map([], |row| campaign(&row.get::<_, String>(0)?))?;
    launched.collect()
}
