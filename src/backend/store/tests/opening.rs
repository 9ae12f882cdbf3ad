//! Databases of other versions, of other programs, and broken ones.

use std::fs;

use rusqlite::Connection;

use super::{Desk, campaign, put};
use crate::backend::store::campaigns::Standing;
use crate::backend::store::{Database, OpenError, schema};

#[test]
fn a_database_opens_again_with_what_it_had() {
    let mut desk = Desk::new();
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    let file = desk._folder.path().join("beckon.db");
    let mut again = Database::open(&file).expect("it opens");
    assert_eq!(again.items(crate::clock::now()).expect("items").len(), 1);
    let mode: String = again
        .connection
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .expect("a mode");
    let synchronous: i64 = again
        .connection
        .query_row("PRAGMA synchronous", [], |row| row.get(0))
        .expect("a mode");
    assert_eq!((mode.as_str(), synchronous), ("wal", 2));
}

#[test]
fn a_newer_database_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("beckon.db");
    let database = Database::open(&file).expect("a database");
    database
        .connection
        .pragma_update(None, "user_version", schema::VERSION + 1)
        .expect("aged");
    drop(database);
    let before = fs::read(&file).expect("bytes");
    let error = Database::open(&file).err().expect("refused");
    assert!(
        matches!(error, OpenError::Newer { found } if found == schema::VERSION + 1),
        "{error}"
    );
    assert!(error.hint().contains("update"));
    assert_eq!(fs::read(&file).expect("bytes"), before);
}

#[test]
fn another_programs_database_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("beckon.db");
    let other = Connection::open(&file).expect("a database");
    other.execute_batch("CREATE TABLE theirs (a)").expect("a table");
    drop(other);
    assert!(matches!(Database::open(&file), Err(OpenError::Foreign)));
}

#[test]
fn a_damaged_database_is_named_as_such() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("beckon.db");
    fs::write(
        &file,
        b"this is not a database, whatever its name says, and it goes on for a while",
    )
    .expect("written");
    let error = Database::open(&file).err().expect("refused");
    assert!(matches!(error, OpenError::Damaged(_)), "{error}");
    assert!(error.hint().contains("backup"));
}

#[test]
fn a_database_of_an_earlier_version_is_brought_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("beckon.db");
    let old = Connection::open(&file).expect("a database");
    old.execute_batch(include_str!("databases/1.sql")).expect("as it was");
    drop(old);
    for _ in 0..2 {
        let mut database = Database::open(&file).expect("it opens");
        let items = database.items(crate::clock::now()).expect("a list");
        let statuses: Vec<_> = items
            .iter()
            .map(|item| {
                (
                    item.id.as_str(),
                    item.name.as_str(),
                    item.status,
                    item.changed,
                    item.launched_at.is_some(),
                )
            })
            .collect();
        assert_eq!(
            statuses,
            [
                ("draft", "Taslak", Standing::Draft, false, false),
                ("live", "Renamed", Standing::Live, true, true),
                ("paused", "A tip", Standing::Paused, false, true),
                ("spoilt", "", Standing::Unreadable, false, false),
                ("spoilt-live", "A tip", Standing::Unreadable, true, false),
            ]
        );
        assert_eq!((items[1].counts.shown, items[1].etag.as_str()), (120, "\"tag-1\""));
        let list = String::from_utf8(database.live().read().expect("no panic").list()).expect("text");
        assert!(list.contains("\"old\"") && !list.contains("\"new\""), "{list}");
    }
    let version: i32 = Connection::open(&file)
        .and_then(|database| database.query_row("PRAGMA user_version", [], |row| row.get(0)))
        .expect("a version");
    assert_eq!(version, schema::VERSION);
}
