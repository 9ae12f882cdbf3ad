//! The stored campaigns: the document as last sent, and as launched. What lists show has columns of its own, so that
//! a list reads no documents, and an unreadable document does not break a list.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Serialize;

use super::counts::Counts;
use crate::campaign::{Campaign, ReadError, from_json};
use crate::engine::Timetable;

/// The status of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// The status of a campaign in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::backend) enum Standing {
    /// Never launched.
    Draft,
    /// On the site.
    Live,
    /// Launched once, and off the site.
    Paused,
    /// A stored document of it is damaged, or of a newer version.
    Unreadable,
}

impl From<Status> for Standing {
    fn from(status: Status) -> Self {
        match status {
            Status::Draft => Standing::Draft,
            Status::Live => Standing::Live,
            Status::Paused => Standing::Paused,
        }
    }
}

/// Where a live campaign stands in its run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::backend) enum Phase {
    /// It has not begun.
    Scheduled,
    /// It has begun, and is not over.
    Running,
    /// It is over.
    Ended,
}

/// From when until when a campaign runs, in microseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::backend) struct Run([Option<i64>; 2]);

impl Run {
    pub(in crate::backend) fn of(campaign: &Campaign) -> Run {
        Run(Timetable::of(campaign, None).run())
    }

    /// Returns where it stands at an instant; its beginning is in, its end is out.
    pub(in crate::backend) fn at(self, now: DateTime<Utc>) -> Phase {
        let now = now.timestamp_micros();
        let [from, until] = self.0;
        if until.is_some_and(|until| until <= now) {
            Phase::Ended
        } else if from.is_some_and(|from| from > now) {
            Phase::Scheduled
        } else {
            Phase::Running
        }
    }
}

/// Which document of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::backend) enum Variant {
    /// As last sent.
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
    /// Its status.
    pub status: Standing,
    /// Where it stands in its run; `None` while it is not on the site.
    pub run: Option<Phase>,
    /// The entity tag of its document and status, in its quotes.
    pub etag: String,
    /// When document or status changed last (RFC 3339).
    pub updated_at: String,
    /// When it was launched last (RFC 3339).
    pub launched_at: Option<String>,
    /// Whether the stored document differs from the launched one; false for what was never launched.
    pub changed: bool,
    /// How often browsers say that visitors saw, clicked and closed it.
    pub counts: Counts,
}

/// A row of the table, without its documents.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub id: String,
    pub status: Status,
    pub etag: String,
    pub updated_at: String,
    pub facts: Facts,
}

/// What lists show of the documents.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Facts {
    pub name: String,
    pub changed: bool,
    pub launched_at: Option<String>,
}

impl Facts {
    /// What lists show of these documents.
    pub(super) fn of(stored: &Campaign, launched: Option<&Campaign>) -> Self {
        Facts {
            name: stored.name.clone(),
            changed: launched.is_some_and(|launched| differ(stored, launched)),
            launched_at: launched.and_then(|launched| launched.launched_at.clone()),
        }
    }
}

impl Facts {
    /// Keeps what is still known when the launched document cannot be read: it differs, and its launch time holds.
    pub(super) fn differ_from_what_is_unreadable(&mut self, before: &Facts) {
        self.changed = true;
        self.launched_at.clone_from(&before.launched_at);
    }
}

/// The columns of [`Entry`], in its order, out of an index that has no documents to skip.
macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT id, status, etag, updated_at, name, changed, launched_at, ",
            "coalesce(shown, 0), coalesce(clicked, 0), coalesce(closed, 0), ",
            "coalesce(reply_1, 0), coalesce(reply_2, 0), coalesce(reply_3, 0), coalesce(reply_4, 0) ",
            "FROM campaigns INDEXED BY campaigns_listed LEFT JOIN counts ON campaign = id ",
            $rest
        )
    };
}

/// Reads a row of [`listed!`]. Damaged texts are read as far as possible.
fn listed_at(row: &Row<'_>) -> rusqlite::Result<(Entry, Counts)> {
    Ok((entry_at(row)?, counts_at(row)?))
}

/// Reads a row of the columns of [`Entry`].
fn entry_at(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: text_at(row, 0)?.unwrap_or_default(),
        status: Status::of(&text_at(row, 1)?.unwrap_or_default()),
        etag: text_at(row, 2)?.unwrap_or_default(),
        updated_at: text_at(row, 3)?.unwrap_or_default(),
        facts: Facts {
            name: text_at(row, 4)?.unwrap_or_default(),
            changed: row.get(5)?,
            launched_at: text_at(row, 6)?,
        },
    })
}

/// Reads what was counted, which stands behind the columns of [`Entry`].
fn counts_at(row: &Row<'_>) -> rusqlite::Result<Counts> {
    let number = |column| Ok::<_, rusqlite::Error>(row.get::<_, i64>(column)?.unsigned_abs());
    Ok(Counts {
        shown: number(7)?,
        clicked: number(8)?,
        closed: number(9)?,
        replies: [number(10)?, number(11)?, number(12)?, number(13)?],
    })
}

pub(super) fn text_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    let bytes = row.get_ref(column)?.as_bytes_or_null()?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

impl Entry {
    /// The row as the list shows it.
    pub(super) fn item(self, counts: Counts, readable: bool, run: Option<Phase>) -> Item {
        Item {
            id: self.id,
            name: self.facts.name,
            status: if readable {
                self.status.into()
            } else {
                Standing::Unreadable
            },
            run: run.filter(|_| self.status == Status::Live),
            etag: self.etag,
            updated_at: self.updated_at,
            launched_at: self.facts.launched_at,
            changed: self.facts.changed,
            counts,
        }
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

/// The campaign of an identity with its counts.
pub(super) fn find(connection: &Connection, id: &str) -> rusqlite::Result<Option<(Entry, Counts)>> {
    let mut statement = connection.prepare_cached(listed!("WHERE id = ?1"))?;
    statement.query_row([id], listed_at).optional()
}

/// Every campaign with its counts, in the order of identities.
pub(super) fn all(connection: &Connection) -> rusqlite::Result<Vec<(Entry, Counts)>> {
    let mut statement = connection.prepare_cached(listed!("ORDER BY id"))?;
    statement.query_map([], listed_at)?.collect()
}

/// The two documents of a campaign as they are stored, readable or not.
#[derive(Debug, Default)]
pub(super) struct Documents {
    pub stored: Vec<u8>,
    pub launched: Option<Vec<u8>>,
}

impl Documents {
    fn at(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        let bytes = |column| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_bytes_or_null()?.map(<[u8]>::to_vec));
        Ok(Documents {
            stored: bytes(first)?.unwrap_or_default(),
            launched: bytes(first + 1)?,
        })
    }
}

/// The documents of a campaign.
pub(super) fn documents(connection: &Connection, id: &str) -> rusqlite::Result<Option<Documents>> {
    let mut statement = connection.prepare_cached("SELECT document, launched FROM campaigns WHERE id = ?1")?;
    statement.query_row([id], |row| Documents::at(row, 0)).optional()
}

/// Visits every row with its documents. Reads everything: for the start, and after another program wrote to the database.
pub(super) fn visit_all(
    connection: &Connection,
    mut see: impl FnMut(Entry, Documents) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let sql = "SELECT id, status, etag, updated_at, name, changed, launched_at, document, launched FROM campaigns";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        see(entry_at(row)?, Documents::at(row, 7)?)?;
    }
    Ok(())
}

/// The campaign of a stored document. It must be of the identity that it is stored under.
pub(super) fn read(id: &str, document: &[u8]) -> Result<Campaign, Damage> {
    let campaign = from_json(document)?;
    if campaign.id == id {
        return Ok(campaign);
    }
    Err(Damage::OtherIdentity(campaign.id))
}

/// Why a stored document cannot be used.
#[derive(Debug, thiserror::Error)]
pub(super) enum Damage {
    /// It is not a campaign.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// It is another campaign.
    #[error("it is campaign `{0}`")]
    OtherIdentity(String),
}

/// Writes a new campaign.
pub(super) fn insert(connection: &Connection, entry: &Entry, document: &str) -> rusqlite::Result<()> {
    let sql = "INSERT INTO campaigns (id, status, etag, updated_at, name, changed, launched_at, document)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    write(connection, sql, entry, document)
}

/// Writes a campaign with another document; its version on the site stays.
pub(super) fn update(connection: &Connection, entry: &Entry, document: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE campaigns SET status = ?2, etag = ?3, updated_at = ?4, name = ?5, changed = ?6, launched_at = ?7, document = ?8
        WHERE id = ?1";
    write(connection, sql, entry, document)
}

/// Writes a campaign that is on the site now, as this document says.
pub(super) fn launch(connection: &Connection, entry: &Entry, document: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE campaigns SET status = ?2, etag = ?3, updated_at = ?4, name = ?5, changed = ?6, launched_at = ?7, document = ?8,
        launched = ?8 WHERE id = ?1";
    write(connection, sql, entry, document)
}

fn write(connection: &Connection, sql: &str, entry: &Entry, document: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute(params![
        entry.id,
        entry.status.word(),
        entry.etag,
        entry.updated_at,
        entry.facts.name,
        entry.facts.changed,
        entry.facts.launched_at,
        document
    ])?;
    Ok(())
}

/// Writes the status of a campaign; its documents stay.
pub(super) fn save_status(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let sql = "UPDATE campaigns SET status = ?2, etag = ?3, updated_at = ?4 WHERE id = ?1";
    connection
        .prepare_cached(sql)?
        .execute(params![entry.id, entry.status.word(), entry.etag, entry.updated_at])?;
    Ok(())
}

/// Writes what lists show of a campaign's documents.
pub(super) fn save_facts(connection: &Connection, id: &str, facts: &Facts) -> rusqlite::Result<()> {
    let sql = "UPDATE campaigns SET name = ?2, changed = ?3, launched_at = ?4 WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute(params![id, facts.name, facts.changed, facts.launched_at])?;
    Ok(())
}

/// Deletes a campaign, with its counts and its uses of pictures.
pub(super) fn delete(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM campaigns WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}
