//! Jobs for connections that are tried and kept, and for conflicts at a backend that are ended.

use std::path::PathBuf;

use super::{App, Event};
use crate::{
    campaign::Campaign,
    desktop::dialogs::Dialog,
    publish::{Choice, Conflict, Connection, DataDir, Kept, Token},
    studio::{
        keeping,
        publishing::{self, Choose, KeptTheirs, Theirs, keep_connection, keep_theirs, try_with_token},
        tone::Tone,
        trouble::{self, Trouble},
    },
};

impl App {
    /// Asks a connection for its campaigns, in the background.
    pub(super) fn try_connection(&mut self, connection: Connection, token: Option<Token>) {
        let Some(data_dir) = self.data_dir() else { return };
        self.tasks
            .start(Event::ConnectionTried(Err(Trouble::BrokeOff)), move || {
                Event::ConnectionTried(try_with_token(&data_dir, &connection, token))
            });
    }

    /// Stores a connection and its token, in the background.
    pub(super) fn save_connection(&mut self, connection: Connection, token: Option<Token>) {
        let Some(data_dir) = self.data_dir() else { return };
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
        if let Some(Dialog::Connections(dialog)) = self.dialogs.front_mut() {
            dialog.saved(kept);
        } else if let Err(trouble) = kept {
            self.complain(&trouble);
        }
    }

    /// Saves their version in the library, in the background, so that the conflict can end.
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
            publishing::Event::TheirsKept(kept.map(|kept| Box::new(Theirs { path, choose, kept }))).into()
        });
    }

    /// Takes their version into the open campaign, as one step. The conflict keeps it until the draft's file has it.
    pub(super) fn take_theirs_here(&mut self, theirs: Theirs) {
        let (Some(session), KeptTheirs::Here(version)) = (self.sessions.open_mut(), theirs.kept) else {
            return;
        };
        let version = version.with_unlaunched_of(session.campaign());
        session.take_version("edit-take-theirs", version);
        let number = session.number();
        let text = self.text.t("clash-taken");
        self.say(Tone::Success, text);
        self.keep_on(keeping::Event::Then(number, theirs.choose));
    }

    pub(super) fn data_dir(&self) -> Option<DataDir> {
        self.publisher.as_ref().map(|publisher| publisher.data_dir().clone())
    }
}
