//! What the backend keeps: one SQLite file, one thread that opens it, one change at a time.
//!
//! A change is answered after it is on the disk (WAL with `synchronous = FULL`), so an answered change survives a crash. Campaigns,
//! their pictures and the answer that belongs to an idempotency key change in one transaction. Nothing here knows HTTP headers or a
//! clock: instants are arguments.

mod answers;
mod campaigns;
mod change;
mod counts;
mod pictures;
mod schema;
mod site;
mod thread;
mod write;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

pub(super) use answers::{Answer, Key, MAX_KEY};
pub(super) use campaigns::{Item, Run, Variant};
pub(super) use counts::{Counted, Counts, MOST_REPLIES};
pub(super) use site::SiteWrite;
pub(super) use thread::Store;
pub(super) use write::{Change, Condition, Write};

use crate::backend::live::{Listed, Live};
use crate::backend::problem::Problem;
use crate::backend::published::SharedLive;
use crate::campaign::Campaign;
use campaigns::{Damage, Facts, Status};

/// Most campaigns that are kept.
const MAX_CAMPAIGNS: usize = 10_000;
/// How long a lock of another program, such as a backup, is waited for.
const BUSY: Duration = Duration::from_secs(5);

/// Prepared statements that are kept.
const STATEMENTS: usize = 64;

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Written by a newer version of this program.
    #[error(
        "the database has version {found}, and this program knows up to version {}",
        schema::VERSION
    )]
    Newer {
        /// The version found.
        found: i32,
    },
    /// Another program's.
    #[error("the file beckon.db is another program's database")]
    Foreign,
    /// Damaged.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// SQLite's own words.
    #[error("the database cannot be opened: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

impl OpenError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            OpenError::Newer { .. } => "update Beckon, or name another folder with --data",
            OpenError::Foreign => "name another folder with --data",
            OpenError::Damaged(_) => "put a backup in its place, or name another folder with --data",
            OpenError::Sqlite(_) if self.is_disk_full() => "make room on the disk, or name another folder with --data",
            OpenError::Sqlite(_) if self.is_busy() => {
                "close whatever else has the database open, such as a backup, then start again"
            }
            OpenError::Sqlite(_) => {
                "see that the folder and its files can be written, or name another folder with --data"
            }
        }
    }

    /// Whether the disk has no room.
    pub fn is_disk_full(&self) -> bool {
        self.sqlite_code() == Some(rusqlite::ErrorCode::DiskFull)
    }

    /// Whether another program has the database open.
    pub fn is_busy(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
        matches!(self.sqlite_code(), Some(DatabaseBusy | DatabaseLocked))
    }

    fn sqlite_code(&self) -> Option<rusqlite::ErrorCode> {
        match self {
            OpenError::Sqlite(error) => error.sqlite_error_code(),
            OpenError::Newer { .. } | OpenError::Foreign | OpenError::Damaged(_) => None,
        }
    }
}

/// The open database, and its state in memory.
pub(super) struct Database {
    connection: Connection,
    /// What is on the site; changed only here, after the change is on the disk.
    live: SharedLive,
    /// The campaigns of which a document cannot be read.
    unreadable: HashMap<String, Unreadable>,
    /// How many campaigns there are.
    campaigns: usize,
    /// How many there may be.
    max_campaigns: usize,
    /// SQLite's number for the last change of another program that was seen.
    seen: i64,
    /// Whether memory may differ from the disk.
    stale: bool,
}

/// Which documents of a campaign cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Unreadable {
    stored: bool,
    launched: bool,
}

impl Database {
    /// Opens or creates a database; an older one is migrated.
    ///
    /// # Errors
    /// When it is newer, another program's, damaged, or cannot be opened at all. Single unreadable campaigns are not an error.
    pub(super) fn open(file: &Path) -> Result<Self, OpenError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        let mut connection = Connection::open_with_flags(file, flags).map_err(telling_damage)?;
        connection.busy_timeout(BUSY)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let sound: String = connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(telling_damage)?;
        if sound != "ok" {
            return Err(OpenError::Damaged(sound));
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        schema::migrate(&mut connection)?;
        let mut database = Database {
            connection,
            live: SharedLive::default(),
            unreadable: HashMap::new(),
            campaigns: 0,
            max_campaigns: MAX_CAMPAIGNS,
            seen: 0,
            stale: true,
        };
        database.catch_up()?;
        Ok(database)
    }

    /// Returns the shared state of the site.
    pub(super) fn live(&self) -> SharedLive {
        Arc::clone(&self.live)
    }

    /// Every campaign, as the list shows it at an instant.
    pub(super) fn items(&mut self, now: DateTime<Utc>) -> rusqlite::Result<Vec<Item>> {
        self.catch_up()?;
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        let all = campaigns::all(&self.connection)?.into_iter();
        let items = all.map(|(entry, counts)| {
            let readable = !self.unreadable.contains_key(&entry.id);
            let run = live.run(&entry.id).map(|run| run.at(now));
            entry.item(counts, readable, run)
        });
        Ok(items.collect())
    }

    /// A campaign's document with its entity tag.
    ///
    /// # Errors
    /// When the document cannot be read, or the database fails.
    pub(super) fn document(&mut self, id: &str, variant: Variant) -> Result<Option<(String, String)>, Problem> {
        self.catch_up()?;
        let Some((entry, _)) = campaigns::find(&self.connection, id)? else {
            return Ok(None);
        };
        let unreadable = self.unreadable.get(id).copied().unwrap_or_default();
        let documents = campaigns::documents(&self.connection, id)?.unwrap_or_default();
        let current = entry.etag.clone();
        let (damaged, document, etag) = match (variant, entry.status) {
            (Variant::Stored, _) => (unreadable.stored, documents.stored, entry.etag),
            (Variant::Live, Status::Live) => {
                let launched = documents.launched.unwrap_or_default();
                let hash = crate::library::ContentHash::of(&launched).to_string();
                (unreadable.launched, launched, format!("\"live-{}\"", &hash[..32]))
            }
            (Variant::Live, Status::Draft | Status::Paused) => return Ok(None),
        };
        match String::from_utf8(document) {
            Ok(document) if !damaged => Ok(Some((document, etag))),
            _ => Err(Problem::unreadable(id).with("current_etag", current)),
        }
    }

    /// A picture's PNG.
    pub(super) fn picture(&self, hash: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        pictures::png(&self.connection, hash)
    }

    /// Adds to the counts of campaigns; those that are gone are left out.
    pub(super) fn count(&mut self, counted: &Counted) -> rusqlite::Result<()> {
        counts::add(&mut self.connection, counted)
    }

    /// Removes answers that no client asks for any more, and pictures unused for a day.
    pub(super) fn sweep(&mut self, now: DateTime<Utc>) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction()?;
        answers::forget_old(&transaction, now)?;
        pictures::forget_unused(&transaction, now)?;
        transaction.commit()
    }

    /// Reads everything again when another program wrote to the database, or when the effect of a change is uncertain.
    fn catch_up(&mut self) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare_cached("PRAGMA data_version")?;
        let version: i64 = statement.query_row([], |row| row.get(0))?;
        drop(statement);
        if self.stale || version != self.seen {
            self.read_all()?;
            self.seen = version;
            self.stale = false;
        }
        Ok(())
    }

    /// Reads every document: live ones, what lists show, and unreadable ones, which are logged and left out.
    fn read_all(&mut self) -> rusqlite::Result<()> {
        let mut live = Live::default();
        live.set_document(site::stored(&self.connection)?);
        let mut unreadable = HashMap::new();
        let mut corrections = Vec::new();
        let mut count = 0;
        campaigns::visit_all(&self.connection, |entry, documents| {
            count += 1;
            let id = &entry.id;
            let stored = readable(id, "stored", &documents.stored);
            let launched = documents
                .launched
                .as_deref()
                .map(|document| readable(id, "launched", document));
            let damage = Unreadable {
                stored: stored.is_none(),
                launched: launched.as_ref().is_some_and(Option::is_none),
            };
            let launched = launched.flatten();
            if let (Status::Live, Some(launched)) = (entry.status, &launched) {
                live.put(Listed::of(launched));
            }
            if damage != Unreadable::default() {
                unreadable.insert(entry.id.clone(), damage);
            }
            if let Some(stored) = stored {
                let mut facts = Facts::of(&stored, launched.as_ref());
                if damage.launched {
                    facts.differ_from_what_is_unreadable(&entry.facts);
                }
                if facts != entry.facts {
                    corrections.push((entry.id, facts));
                }
            }
            Ok(())
        })?;
        let transaction = self.connection.transaction()?;
        for (id, facts) in corrections {
            campaigns::save_facts(&transaction, &id, &facts)?;
        }
        transaction.commit()?;
        self.live.write().unwrap_or_else(PoisonError::into_inner).replace(live);
        self.unreadable = unreadable;
        self.campaigns = count;
        Ok(())
    }
}

/// Returns the campaign of a stored document; `None`, with a line in the log, if it cannot be read.
fn readable(id: &str, which: &str, document: &[u8]) -> Option<Campaign> {
    let log = |damage: &Damage| {
        tracing::error!(campaign = id, document = which, reason = %damage, "a stored document cannot be read; put the campaign again, or delete it");
    };
    campaigns::read(id, document).inspect_err(log).ok()
}

/// Translates SQLite's error for a file that is not a database.
fn telling_damage(error: rusqlite::Error) -> OpenError {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error.sqlite_error_code() {
        Some(DatabaseCorrupt | NotADatabase) => OpenError::Damaged(error.to_string()),
        _ => OpenError::Sqlite(error),
    }
}
