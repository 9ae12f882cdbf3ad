//! Jobs for connections that are tried and kept, and for conflicts at a backend that are ended.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use base64::Engine;

use super::{App, Event, opening::Then};
use crate::{
    campaign::{Campaign, LauncherImage},
    desktop::dialogs::Dialog,
    library::{Library, Stored},
    publish::{Choice, Conflict, Connection, DataDir, Kept, Token, is_same_server},
    studio::{
        keeping,
        publishing::{self, Trial, try_connection},
        tone::Tone,
        trouble::{self, Trouble},
    },
};

/// How a conflict at a backend ends.
#[derive(Debug)]
pub(super) struct Choose {
    connection: String,
    campaign: String,
    choice: Choice,
}

/// Theirs, once it is safe in the library.
#[derive(Debug)]
pub struct Theirs {
    path: PathBuf,
    choose: Choose,
    /// Their version with its pictures in the library; `None` if they took it down, or if it got a file of its own.
    theirs: Option<Box<Campaign>>,
    /// The copy made of it.
    copied: Option<Stored>,
}

impl App {
    /// Asks a connection for its campaigns, in the background.
    pub(super) fn try_connection(&mut self, connection: Connection, token: Option<Token>) {
        let Some(data_dir) = self.data_dir() else { return };
        self.tasks
            .start(Event::ConnectionTried(Err(Trouble::BrokeOff)), move || {
                let token = match token {
                    Some(token) => Ok(Some(token)),
                    // The stored one is only for the server that it was given for.
                    None if stays(&data_dir, &connection) => kept_token(&data_dir, &connection.id),
                    None => Ok(None),
                };
                Event::ConnectionTried(token.map(|token| match token {
                    Some(token) => try_connection(&connection, &token),
                    None => Trial::Wrong("try-token"),
                }))
            });
    }

    /// Stores a connection and its token, in the background.
    pub(super) fn save_connection(&mut self, connection: Connection, token: Option<Token>) {
        let Some(data_dir) = self.data_dir() else { return };
        let connection = Connection {
            id: Some(connection.id)
                .filter(|id| !id.is_empty())
                .unwrap_or_else(|| crate::clock::new_id().to_string()),
            ..connection
        };
        self.tasks
            .start(Event::ConnectionSaved(Err(Trouble::BrokeOff)), move || {
                Event::ConnectionSaved(keep_connection(&data_dir, connection, token))
            });
    }

    /// A connection was stored, or not.
    pub(super) fn connection_saved(&mut self, result: trouble::Result<(Connection, Option<Kept>)>) {
        let kept = match result {
            Ok((connection, kept)) => {
                self.publish_on(publishing::Event::ConnectionSaved(connection.id));
                Ok(kept)
            }
            Err(error) => Err(error),
        };
        if let Some(Dialog::Connections(dialog)) = &mut self.dialog {
            dialog.saved(kept);
        } else if let Err(trouble) = kept {
            self.complain(&trouble);
        }
    }

    /// Saves their version in the library, in the background, and then ends the conflict.
    pub(super) fn resolve_published(
        &mut self,
        path: PathBuf,
        mine: Campaign,
        connection: String,
        conflict: Conflict,
        choice: Choice,
    ) {
        let place = self
            .publishing
            .connection()
            .map(|place| place.name.clone())
            .unwrap_or_default();
        let values = [("name", mine.name.as_str().into()), ("place", place.into())];
        let copy = self.text.tv("clash-copy-name", &values);
        let library = self.library.clone();
        let choose = Choose {
            connection,
            campaign: mine.id,
            choice,
        };
        self.tasks.disk(None, "busy-save", move || {
            let kept = keep_theirs(&library, conflict, choice, &copy);
            Event::TheirsKept(kept.map(|(theirs, copied)| {
                Box::new(Theirs {
                    path,
                    choose,
                    theirs,
                    copied,
                })
            }))
        });
    }

    /// Their version is safe: ends the conflict as the user chose.
    pub(super) fn theirs_kept(&mut self, kept: Theirs) {
        if kept.theirs.is_some() {
            let path = kept.path.clone();
            return self.open_then(&path, Then::TakeTheirs(Box::new(kept)));
        }
        if let Some(copied) = kept.copied {
            self.note_item(&copied.tag.path, &copied.campaign);
            let text = self.text.tv("clash-copied", &[("name", copied.campaign.name.into())]);
            self.say(Tone::Success, text);
        }
        self.choose(kept.choose);
    }

    /// Takes their version into the open campaign, as one step. The conflict keeps it until the draft's file has it, so that a crash in
    /// between loses neither.
    pub(super) fn take_theirs_here(&mut self, kept: Theirs) {
        let (Some(session), Some(theirs)) = (self.sessions.open_mut(), kept.theirs) else {
            return;
        };
        session.step("edit-take-theirs", |campaign| {
            *campaign = Campaign {
                id: campaign.id.clone(),
                launched_at: campaign.launched_at.clone(),
                ..*theirs
            };
        });
        let number = session.number();
        let text = self.text.t("clash-taken");
        self.say(Tone::Success, text);
        self.keep_on(keeping::Event::Then(number, kept.choose));
    }

    /// Ends a conflict at a backend.
    pub(super) fn choose(&mut self, choose: Choose) {
        self.publish_on(publishing::Event::ResolveConflict {
            connection: choose.connection,
            campaign: choose.campaign,
            choice: choose.choice,
        });
    }

    pub(super) fn data_dir(&self) -> Option<DataDir> {
        self.publisher.as_ref().map(|publisher| publisher.data_dir().clone())
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

/// Keeps a connection and its token. Another server must never get the token of the one before, not after a crash either: it is
/// forgotten before the new address is known.
fn keep_connection(
    data_dir: &DataDir,
    connection: Connection,
    token: Option<Token>,
) -> trouble::Result<(Connection, Option<Kept>)> {
    let moved = !stays(data_dir, &connection);
    if moved && token.is_none() {
        return Err(Trouble::TokenOfAnotherServer);
    }
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

/// Puts their version into the library: as a separate copy if mine continues, else only its pictures.
fn keep_theirs(
    library: &Library,
    conflict: Conflict,
    choice: Choice,
    copy: &str,
) -> trouble::Result<(Option<Box<Campaign>>, Option<Stored>)> {
    let Some(mut theirs) = conflict.theirs else {
        return Ok((None, None));
    };
    let name_of = |name: &mut String| -> trouble::Result<()> {
        if let Some(png) = conflict.pictures.get(name.as_str()).and_then(|url| png_of(url)) {
            *name = library.add_picture(&png)?;
        }
        Ok(())
    };
    if let Some(name) = &mut theirs.content.image {
        name_of(name)?;
    }
    if let Some(LauncherImage::Image(name)) = &mut theirs.launcher_image {
        name_of(name)?;
    }
    if choice == Choice::TakeTheirs {
        return Ok((Some(theirs), None));
    }
    let made = library.duplicate(&theirs, crate::clock::new_id(), copy)?;
    Ok((None, Some(made)))
}

/// The bytes of a data URL.
fn png_of(url: &str) -> Option<Vec<u8>> {
    let (_, data) = url.split_once(";base64,")?;
    base64::engine::general_purpose::STANDARD.decode(data).ok()
}

/// Whether a backend, as far as known, has the campaign of a list item, so that deleting it means more than deleting a draft.
pub(super) fn is_published(item: &crate::studio::shelf::Item) -> bool {
    use crate::studio::shelf::Status as S;
    // What was refused may have left an older version there: then the backend counts what visitors do with it.
    let refused_there = item.status == S::Refused && item.counts.is_some();
    refused_there || matches!(item.status, S::Live | S::Changed | S::Paused | S::Waiting | S::Conflict)
}
