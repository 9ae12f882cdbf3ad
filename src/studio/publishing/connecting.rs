//! What background jobs do with connections: a token is only ever sent to the server that it was given for.

#[cfg(test)]
mod tests;

use super::{Trial, try_connection};
use crate::{
    publish::{Connection, DataDir, Kept, Token, is_same_server},
    studio::trouble::{self, Trouble},
};

/// Asks a connection for its campaigns, with this token or the stored one.
///
/// # Errors
/// When the stored token cannot be read.
pub fn try_with_token(data_dir: &DataDir, connection: &Connection, token: Option<Token>) -> trouble::Result<Trial> {
    let token = match token {
        Some(token) => Some(token),
        // The stored one is only for the server that it was given for.
        None if stays(data_dir, connection) => kept_token(data_dir, &connection.id)?,
        None => None,
    };
    Ok(match token {
        Some(token) => try_connection(connection, &token),
        None => Trial::Wrong("try-token"),
    })
}

/// Keeps a connection and its token; a connection without an identity gets one. Another server must never get the token of the one before,
/// not after a crash either: it is forgotten before the new address is known.
///
/// # Errors
/// When there is no token for the server, or the disk or the keyring refuses.
pub fn keep_connection(
    data_dir: &DataDir,
    connection: Connection,
    token: Option<Token>,
) -> trouble::Result<(Connection, Option<Kept>)> {
    let moved = !stays(data_dir, &connection);
    if moved && token.is_none() {
        return Err(Trouble::TokenOfAnotherServer);
    }
    let connection = named(connection);
    let id = connection.id.clone();
    let old = match moved {
        true => kept_token(data_dir, &id)?,
        false => None,
    };
    if old.is_some() {
        data_dir.tokens.forget(&id)?;
    }
    let saved = data_dir.connections.put(connection).inspect_err(|_| {
        // The old address stays, and so does its token; one that cannot be restored is asked for again.
        let _ = old.as_ref().map(|old| data_dir.tokens.set(&id, old));
    })?;
    let kept = token.map(|token| data_dir.tokens.set(&saved.id, &token)).transpose()?;
    Ok((saved, kept))
}

fn named(connection: Connection) -> Connection {
    match connection.id.is_empty() {
        true => Connection {
            id: crate::clock::new_id().to_string(),
            ..connection
        },
        false => connection,
    }
}

fn kept_token(data_dir: &DataDir, connection: &str) -> trouble::Result<Option<Token>> {
    Ok(data_dir.tokens.get(connection)?.map(|(token, _)| token))
}

/// Whether a connection still leads to the server that its stored token is for.
fn stays(data_dir: &DataDir, connection: &Connection) -> bool {
    let known = data_dir.connections.list().unwrap_or_default();
    let mut same = known.iter().filter(|one| one.id == connection.id);
    same.any(|one| is_same_server(&one.url, &connection.url))
}
