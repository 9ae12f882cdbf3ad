//! Pictures by the hash of their content. One that no campaign uses any more stays for a day: the next document may name it again.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::backend::document::{Picture, picture_hash};
use crate::campaign::Campaign;
use crate::insight;

/// For how long a picture outlives its last use.
const UNUSED: TimeDelta = TimeDelta::days(1);

/// Stores pictures that are not there yet.
pub(super) fn add(connection: &Connection, pictures: &[Picture], now: DateTime<Utc>) -> rusqlite::Result<()> {
    let sql = "INSERT INTO pictures (hash, png, width, height, unused_since) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
    let mut statement = connection.prepare_cached(sql)?;
    for picture in pictures {
        let png: &[u8] = &picture.png;
        statement.execute(params![
            picture.hash,
            png,
            picture.width,
            picture.height,
            now.timestamp()
        ])?;
    }
    Ok(())
}

/// Writes down which pictures a campaign uses now. Costs the same whatever other pictures there are.
pub(super) fn set_uses<'a>(
    connection: &Connection,
    campaign: &str,
    names: impl Iterator<Item = &'a str>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let wanted: HashSet<&str> = names.filter_map(picture_hash).collect();
    let used = uses(connection, campaign)?;
    for hash in used.iter().filter(|hash| !wanted.contains(hash.as_str())) {
        let sql = "DELETE FROM picture_uses WHERE campaign = ?1 AND picture = ?2";
        connection.prepare_cached(sql)?.execute([campaign, hash])?;
        note_if_unused(connection, hash, now)?;
    }
    for hash in wanted.into_iter().filter(|hash| !used.contains(*hash)) {
        let sql = "INSERT INTO picture_uses (campaign, picture) VALUES (?1, ?2)";
        connection.prepare_cached(sql)?.execute([campaign, hash])?;
        let sql = "UPDATE pictures SET unused_since = NULL WHERE hash = ?1";
        connection.prepare_cached(sql)?.execute([hash])?;
    }
    Ok(())
}

/// The hashes of the pictures that a campaign uses.
pub(super) fn uses(connection: &Connection, campaign: &str) -> rusqlite::Result<HashSet<String>> {
    let mut statement = connection.prepare_cached("SELECT picture FROM picture_uses WHERE campaign = ?1")?;
    statement.query_map([campaign], |row| row.get(0))?.collect()
}

/// Notes since when a picture has been unused, if nobody uses it.
pub(super) fn note_if_unused(connection: &Connection, hash: &str, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let sql = "UPDATE pictures SET unused_since = ?2
        WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM picture_uses WHERE picture = ?1)";
    connection
        .prepare_cached(sql)?
        .execute(params![hash, now.timestamp()])?;
    Ok(())
}

/// Deletes pictures that have been unused for long.
pub(super) fn forget_unused(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let oldest = (now - UNUSED).timestamp();
    connection.execute("DELETE FROM pictures WHERE unused_since < ?1", [oldest])?;
    Ok(())
}

/// A picture's PNG.
pub(super) fn png(connection: &Connection, hash: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    let mut statement = connection.prepare_cached("SELECT png FROM pictures WHERE hash = ?1")?;
    statement.query_row([hash], |row| row.get(0)).optional()
}

/// Returns what the checks of a launch need to know about a picture.
pub(super) fn facts(connection: &Connection, name: &str) -> insight::Picture {
    let Some(hash) = picture_hash(name) else {
        return insight::Picture::Missing;
    };
    let size = connection
        .prepare_cached("SELECT width, height FROM pictures WHERE hash = ?1")
        .and_then(|mut statement| statement.query_row([hash], |row| Ok((row.get(0)?, row.get(1)?))));
    match size {
        Ok((width, height)) => insight::Picture::Readable {
            png: true,
            width,
            height,
        },
        Err(_) => insight::Picture::Missing,
    }
}

/// The places of pictures that a campaign names and that are not here.
pub(super) fn missing(connection: &Connection, campaign: &Campaign) -> rusqlite::Result<Vec<&'static str>> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM pictures WHERE hash = ?1")?;
    let mut places = Vec::new();
    for (place, name) in campaign.pictures_by_place() {
        if let Some(hash) = picture_hash(name)
            && !statement.exists([hash])?
        {
            places.push(place.pointer());
        }
    }
    Ok(places)
}
