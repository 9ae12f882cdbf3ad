//! The tables, and the migrations of older databases.

use rusqlite::{Connection, TransactionBehavior};

use super::OpenError;

/// The application ID of this backend in a SQLite file's header.
const APPLICATION_ID: i32 = 0x4265_636b;

/// Each step brings a database of the version that is its place here to the next one. Steps that were published are never changed.
const STEPS: [&str; 4] = [
    r"
CREATE TABLE campaigns (
    id          TEXT PRIMARY KEY,
    document    TEXT NOT NULL,
    launched    TEXT,
    status      TEXT NOT NULL CHECK (status IN ('draft', 'live', 'paused')),
    etag        TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    CHECK (status = 'draft' OR launched IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE counts (
    campaign TEXT PRIMARY KEY REFERENCES campaigns (id) ON DELETE CASCADE,
    shown    INTEGER NOT NULL DEFAULT 0,
    clicked  INTEGER NOT NULL DEFAULT 0,
    closed   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE pictures (
    hash         TEXT PRIMARY KEY,
    width        INTEGER NOT NULL,
    height       INTEGER NOT NULL,
    unused_since INTEGER,
    png          BLOB NOT NULL
) STRICT;
CREATE TABLE picture_uses (
    campaign TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    picture  TEXT NOT NULL REFERENCES pictures (hash),
    PRIMARY KEY (campaign, picture)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_uses_by_picture ON picture_uses (picture);
CREATE TABLE answers (
    key         TEXT PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    status      INTEGER NOT NULL,
    etag        TEXT,
    location    TEXT,
    body        BLOB NOT NULL,
    at          INTEGER NOT NULL
) STRICT;
CREATE INDEX answers_by_age ON answers (at);
",
    // What lists show, copied from the documents so that a list reads none of them; it is filled in when they are read. Answers
    // are deleted, since their keys cover more of a request now: a retry finds its change made, as after a week.
    r"
ALTER TABLE campaigns ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaigns ADD COLUMN launched_at TEXT;
CREATE INDEX campaigns_listed ON campaigns (id, status, etag, updated_at, name, changed, launched_at);
DELETE FROM answers;
",
    // What holds for all campaigns of the site: one document at most.
    r"
CREATE TABLE site (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    document   TEXT NOT NULL,
    etag       TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
",
    // Clicks on each quick reply.
    r"
ALTER TABLE counts ADD COLUMN reply_1 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN reply_2 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN reply_3 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN reply_4 INTEGER NOT NULL DEFAULT 0;
",
];

/// The version that this program writes.
pub(super) const VERSION: i32 = STEPS.len() as i32;

/// Brings a database to [`VERSION`], each step in a transaction of its own.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), OpenError> {
    let version: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let owner: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if owner != APPLICATION_ID && (owner != 0 || tables > 0) {
        return Err(OpenError::Foreign);
    }
    if version > VERSION {
        return Err(OpenError::Newer { found: version });
    }
    for (done, step) in (1..).zip(STEPS).skip(usize::try_from(version).unwrap_or_default()) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", done)?;
        transaction.commit()?;
    }
    Ok(())
}
