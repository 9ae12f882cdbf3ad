//! What the backend keeps: one SQLite file, one thread that opens it, one change at a time.
//!
//! A change is answered after it is on the disk (WAL with `synchronous = FULL`), so what a client was told survives a crash. Campaigns,
//! their pictures and the answer that belongs to an idempotency key change in one transaction. Nothing here knows HTTP's headers, and no
//! clock: instants are arguments.

mod answers;
mod campaigns;
mod counts;
mod pictures;
mod schema;
mod thread;
mod write;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

pub(super) use answers::{Answer, Key, MAX_KEY};
pub(super) use campaigns::{Item, Variant};
pub(super) use counts::{Counted, Counts};
pub(super) use thread::Store;
pub(super) use write::{Change, Condition, Write};

use crate::backend::demo::most_named_site;
use crate::backend::published::Published;
use crate::campaign::live_list;

/// How long a lock of another program, such as a backup, is waited for.
const BUSY: Duration = Duration::from_secs(5);

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub(super) enum OpenError {
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
    pub(super) fn hint(&self) -> &'static str {
        match self {
            OpenError::Newer { .. } => "update Beckon, or name another folder with --data",
            OpenError::Foreign => "name another folder with --data",
            OpenError::Damaged(_) => "put a backup in its place, or name another folder with --data",
            OpenError::Sqlite(_) => {
                "see that the folder can be written and the disk has room, or name another with --data"
            }
        }
    }
}

/// The open database.
pub(super) struct Database {
    connection: Connection,
}

impl Database {
    /// Opens a database, or makes it; an older one is brought up to date.
    ///
    /// # Errors
    /// When it is newer, another program's, damaged, or cannot be opened at all.
    pub(super) fn open(file: &Path) -> Result<Self, OpenError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(file, flags).map_err(telling_damage)?;
        connection.busy_timeout(BUSY)?;
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
        Ok(Database { connection })
    }

    /// What visitors may fetch, as it stands.
    pub(super) fn published(&self) -> rusqlite::Result<Published> {
        let live = campaigns::live(&self.connection)?;
        Ok(Published {
            list: live_list(&live).to_string().into_bytes(),
            site: most_named_site(&live),
            campaigns: campaigns::ids(&self.connection)?,
            pictures: pictures::hashes(&self.connection)?,
        })
    }

    /// Every campaign, as the list shows it.
    pub(super) fn items(&self) -> rusqlite::Result<Vec<Item>> {
        campaigns::items(&self.connection)
    }

    /// A campaign's document with its entity tag.
    pub(super) fn document(&self, id: &str, variant: Variant) -> rusqlite::Result<Option<(String, String)>> {
        campaigns::document(&self.connection, id, variant)
    }

    /// A picture's PNG.
    pub(super) fn picture(&self, hash: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        pictures::png(&self.connection, hash)
    }

    /// Adds to the counts of campaigns; those that are gone are left out.
    pub(super) fn count(&mut self, counted: &Counted) -> rusqlite::Result<()> {
        counts::add(&mut self.connection, counted)
    }

    /// Forgets answers that no client asks for any more, and pictures that nobody has used for a day.
    pub(super) fn sweep(&mut self, now: DateTime<Utc>) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction()?;
        answers::forget_old(&transaction, now)?;
        pictures::forget_unused(&transaction, now)?;
        transaction.commit()
    }
}

/// SQLite's words for a file that is no database, in ours.
fn telling_damage(error: rusqlite::Error) -> OpenError {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error.sqlite_error_code() {
        Some(DatabaseCorrupt | NotADatabase) => OpenError::Damaged(error.to_string()),
        _ => OpenError::Sqlite(error),
    }
}
