//! Pictures by the hash of their content. One that no campaign uses any more stays for a day: pages that are open may still ask for it.

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

/// Writes down which pictures a campaign uses now, and since when others have been unused.
pub(super) fn set_uses<'a>(
    connection: &Connection,
    campaign: &str,
    names: impl Iterator<Item = &'a str>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM picture_uses WHERE campaign = ?1")?
        .execute([campaign])?;
    let mut insert =
        connection.prepare_cached("INSERT OR IGNORE INTO picture_uses (campaign, picture) VALUES (?1, ?2)")?;
    for hash in names.filter_map(picture_hash) {
        insert.execute([campaign, hash])?;
    }
    drop(insert);
    mark_unused(connection, now)
}

/// Notes which pictures nobody uses, and since when.
pub(super) fn mark_unused(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let sql = "UPDATE pictures SET unused_since = NULL
        WHERE unused_since IS NOT NULL AND EXISTS (SELECT 1 FROM picture_uses WHERE picture = hash)";
    connection.prepare_cached(sql)?.execute([])?;
    let sql = "UPDATE pictures SET unused_since = ?1
        WHERE unused_since IS NULL AND NOT EXISTS (SELECT 1 FROM picture_uses WHERE picture = hash)";
    connection.prepare_cached(sql)?.execute([now.timestamp()])?;
    Ok(())
}

/// Deletes pictures that have been unused for long.
pub(super) fn forget_unused(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let oldest = (now - UNUSED).timestamp();
    connection.execute("DELETE FROM pictures WHERE unused_since < ?1", [oldest])?;
    Ok(())
}

/// The hashes of all pictures.
pub(super) fn hashes(connection: &Connection) -> rusqlite::Result<HashSet<String>> {
    let mut statement = connection.prepare_cached("SELECT hash FROM pictures")?;
    statement.query_map([], |row| row.get(0))?.collect()
}

/// A picture's PNG.
pub(super) fn png(connection: &Connection, hash: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    let mut statement = connection.prepare_cached("SELECT png FROM pictures WHERE hash = ?1")?;
    statement.query_row([hash], |row| row.get(0)).optional()
}

/// What the checks of a launch want to know about a picture.
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
    let mut absent = |name: Option<&str>| match name.and_then(picture_hash) {
        Some(hash) => statement.exists([hash]).map(|there| !there),
        None => Ok(false),
    };
    let mut places = Vec::new();
    if absent(campaign.content.image.as_deref())? {
        places.push("/content/image");
    }
    if let Some(crate::campaign::LauncherImage::Image(name)) = &campaign.launcher_image
        && absent(Some(name))?
    {
        places.push("/launcher_image/image");
    }
    Ok(places)
}
