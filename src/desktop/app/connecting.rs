//! Connections that are tried, kept and forgotten, and conflicts at a backend that are ended: all beside the window.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use base64::Engine;

use super::{App, Event};
use crate::{
    campaign::{Campaign, LauncherImage},
    desktop::{
        dialogs::Dialog,
        publishing::{LOCAL, Trial, try_connection},
        widgets::Tone,
    },
    library::Library,
    publish::{Choice, Conflict, Connection, EntryKey, Kept, Post, Token, TokenError, is_same_server},
};

type Told<T> = Result<T, (String, String)>;

/// Theirs, once it is safe in the library.
pub struct Theirs {
    path: PathBuf,
    connection: String,
    campaign: String,
    choice: Choice,
    /// Their version with its pictures in the library; none when they took it down, or when it was put into a file of its own.
    theirs: Option<Box<Campaign>>,
    /// The name of the copy that was made of it.
    copied: Option<String>,
}

impl App {
    /// Asks a connection for its campaigns, beside the window.
    pub(super) fn try_connection(&mut self, connection: Connection, token: Option<Token>) {
        let Some(post) = self.publishing.post.clone() else {
            return;
        };
        self.tasks.start(move || {
            let token = match token {
                Some(token) => Ok(Some(token)),
                // The kept one is for the server that it was given for.
                None if stays(&post, &connection) => kept_token(&post, &connection.id),
                None => Ok(None),
            };
            Event::ConnectionTried(token.map(|token| match token {
                Some(token) => try_connection(&connection, &token),
                None => Trial::Wrong("try-token"),
            }))
        });
    }

    /// Keeps a connection and its token, beside the window.
    pub(super) fn save_connection(&mut self, connection: Connection, token: Option<Token>) {
        let Some(post) = self.publishing.post.clone() else {
            return;
        };
        let connection = Connection {
            id: Some(connection.id)
                .filter(|id| !id.is_empty())
                .unwrap_or_else(|| crate::clock::new_id().to_string()),
            ..connection
        };
        self.tasks
            .start(move || Event::ConnectionSaved(keep_connection(&post, connection, token)));
    }

    /// A connection was kept, or not.
    pub(super) fn connection_saved(&mut self, result: Told<(Connection, Option<Kept>)>) {
        let told = match result {
            Ok((connection, kept)) => {
                if let Some(carrier) = &mut self.publishing.carrier {
                    carrier.retry_now(Some(&connection.id));
                    carrier.refresh();
                }
                // One that was just set up is what the user wants to publish to, unless campaigns go to another place already.
                let chosen = self.publishing.connection().is_some_and(|chosen| chosen.id != LOCAL);
                if !chosen {
                    self.publish_to(&connection.id);
                }
                self.read_publishing();
                Ok(kept)
            }
            Err(error) => Err(error),
        };
        if let Some(Dialog::Connections(dialog)) = &mut self.dialog {
            dialog.saved(told);
        } else if let Err((error, hint)) = told {
            self.complain(&error, &hint);
        }
    }

    /// Forgets a connection, its token and what waits for it.
    pub(super) fn remove_connection(&mut self, id: String) {
        let Some(post) = self.publishing.post.clone() else {
            return;
        };
        if let Some(carrier) = &mut self.publishing.carrier {
            carrier.abandon(&id);
        }
        self.publishing.lines.remove(&id);
        self.tasks.start(move || {
            let told = |error: &dyn std::fmt::Display, hint: &str| (error.to_string(), hint.to_owned());
            let removed = post.connections.remove(&id).map_err(|error| told(&error, error.hint()));
            let forgotten = match id.as_str() {
                LOCAL => Ok(()),
                other => post.tokens.forget(other).map_err(|error| told(&error, error.hint())),
            };
            Event::ConnectionRemoved(removed.and(forgotten).map(|()| id))
        });
    }

    /// A connection is gone; what was wished of it meanwhile goes, too.
    pub(super) fn connection_removed(&mut self, id: &str) {
        if let Some(carrier) = &mut self.publishing.carrier {
            carrier.abandon(id);
        }
        self.read_publishing();
    }

    /// Makes their version safe in the library, beside the window; then the conflict is ended.
    pub(super) fn resolve_published(&mut self, path: PathBuf, connection: String, conflict: Conflict, choice: Choice) {
        let Some(mine) = self.campaign_of(&path) else { return };
        let place = self
            .publishing
            .connection()
            .map(|place| place.name.clone())
            .unwrap_or_default();
        let values = [("name", mine.name.as_str().into()), ("place", place.into())];
        let copy = self.text.tv("clash-copy-name", &values);
        let library = self.library.clone();
        let campaign = mine.id;
        self.tasks.start(move || {
            let kept = keep_theirs(&library, conflict, choice, &copy);
            Event::TheirsKept(kept.map(|(theirs, copied)| {
                Box::new(Theirs {
                    path,
                    connection,
                    campaign,
                    choice,
                    theirs,
                    copied,
                })
            }))
        });
    }

    /// Their version is safe: ends the conflict as the user chose.
    pub(super) fn theirs_kept(&mut self, kept: Theirs) {
        if let Some(theirs) = kept.theirs {
            self.open(&kept.path);
            let Some(session) = self.session.as_mut().filter(|session| session.path() == kept.path) else {
                return;
            };
            session.edit(std::time::Duration::ZERO, |draft| {
                *draft.campaign = Campaign {
                    id: draft.campaign.id.clone(),
                    launched_at: draft.campaign.launched_at.clone(),
                    ..*theirs
                };
                draft.step("edit-take-theirs");
            });
            // The conflict keeps theirs until the draft's file has it: a crash in between must lose neither.
            if !self.flush() {
                return;
            }
            let text = self.text.t("clash-taken");
            self.say(Tone::Success, text);
        }
        if let Some(copied) = kept.copied {
            let text = self.text.tv("clash-copied", &[("name", copied.into())]);
            self.say(Tone::Success, text);
            self.list_library();
        }
        if let Some(carrier) = &mut self.publishing.carrier {
            let key = EntryKey::new(&self.publishing.library, &kept.connection, &kept.campaign);
            carrier.resolve(&key, kept.choice);
        }
        self.read_publishing();
    }
}

fn kept_token(post: &Post, connection: &str) -> Told<Option<Token>> {
    let kept = post.tokens.get(connection);
    kept.map(|kept| kept.map(|(token, _)| token))
        .map_err(|error| (error.to_string(), error.hint().to_owned()))
}

/// Whether a connection still leads to the server that its kept token is for.
fn stays(post: &Post, connection: &Connection) -> bool {
    let known = post.connections.list().unwrap_or_default();
    let mut same = known.iter().filter(|one| one.id == connection.id);
    same.any(|one| is_same_server(&one.url, &connection.url))
}

/// Keeps a connection and its token. Another server must never get the token of the one before, not after a crash either: it is
/// forgotten before the new address is known.
fn keep_connection(post: &Post, connection: Connection, token: Option<Token>) -> Told<(Connection, Option<Kept>)> {
    let told = |error: &TokenError| (error.to_string(), error.hint().to_owned());
    let moved = !stays(post, &connection);
    if moved && token.is_none() {
        return Err((
            "the token that is kept is for another server".to_owned(),
            "give the token of the new address".to_owned(),
        ));
    }
    let id = connection.id.clone();
    let old = match moved {
        true => kept_token(post, &id)?,
        false => None,
    };
    if old.is_some() {
        post.tokens.forget(&id).map_err(|error| told(&error))?;
    }
    let saved = post.connections.put(connection).map_err(|error| {
        // The old address stays, and so does what is for it; what cannot be kept again is asked for again.
        let _ = old.as_ref().map(|old| post.tokens.set(&id, old));
        (error.to_string(), error.hint().to_owned())
    })?;
    let kept = token.map(|token| post.tokens.set(&saved.id, &token)).transpose();
    let kept = kept.map_err(|error| (error.to_string(), error.hint().to_owned()))?;
    Ok((saved, kept))
}

/// Puts their version into the library: as a copy of its own when mine goes on, else with its pictures alone.
fn keep_theirs(
    library: &Library,
    conflict: Conflict,
    choice: Choice,
    copy: &str,
) -> Told<(Option<Box<Campaign>>, Option<String>)> {
    let Some(mut theirs) = conflict.theirs else {
        return Ok((None, None));
    };
    let name_of = |name: &mut String| -> Told<()> {
        if let Some(png) = conflict.pictures.get(name.as_str()).and_then(|url| png_of(url)) {
            let stored = library.add_picture(&png);
            *name = stored.map_err(|error| (error.to_string(), error.hint().to_owned()))?;
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
    let made = library.duplicate(&theirs, crate::clock::new_id(), copy);
    let made = made.map_err(|error| (error.to_string(), error.hint().to_owned()))?;
    Ok((None, Some(made.campaign.name)))
}

/// The bytes of a data URL.
fn png_of(url: &str) -> Option<Vec<u8>> {
    let (_, data) = url.split_once(";base64,")?;
    base64::engine::general_purpose::STANDARD.decode(data).ok()
}

/// The file of a campaign that is deleted, and whether it is taken down as well, is acted upon by `files`.
pub(super) fn is_published(item: &crate::desktop::shelf::Item) -> bool {
    use crate::desktop::shelf::Status as S;
    // What was refused may have left an older version there: then the backend counts what visitors do with it.
    let refused_there = item.status == S::Refused && item.counts.is_some();
    refused_there || matches!(item.status, S::Live | S::Changed | S::Paused | S::Waiting | S::Conflict)
}
