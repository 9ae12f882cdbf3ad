//! Earlier versions of a campaign: listed, compared with the current one, and restored as one step.

use std::path::Path;

use super::{App, Event, opening::Then};
use crate::{
    campaign::Campaign,
    desktop::dialogs::{Dialog, VersionsDialog},
    library::Version,
    studio::{
        navigation::{self, Page},
        tone::Tone,
    },
};

impl App {
    /// Shows the earlier versions of the campaign of a file, and opens that campaign.
    pub(super) fn show_versions(&mut self, path: &Path) {
        self.open_then(path, Then::ShowVersions);
    }

    /// Reads the earlier versions of the open campaign.
    pub(super) fn read_versions(&mut self) {
        let Some(session) = self.sessions.open() else { return };
        let (number, id, path) = (
            session.number(),
            session.campaign().id.clone(),
            session.path().to_owned(),
        );
        let library = self.library.clone();
        self.tasks.disk(None, "busy-open", move || {
            Event::VersionsRead(number, library.versions(&path, &id))
        });
    }

    /// The earlier versions of a campaign were read.
    pub(super) fn versions_read(&mut self, number: u64, versions: Vec<Version>) {
        let language = self.text.language();
        let Some(session) = self.sessions.open().filter(|session| session.number() == number) else {
            return;
        };
        let dialog = VersionsDialog::new(number, session.campaign().clone(), versions, language);
        // A dialog opened meanwhile is what the user wants now.
        self.dialogs.put_if_free(Dialog::Versions(Box::new(dialog)));
    }

    /// Restores an earlier version of a session's campaign, as one step. Another program may have removed it while the list was shown.
    pub(super) fn restore_version(&mut self, number: u64, version: Campaign) {
        let Some(session) = self.sessions.open_mut().filter(|session| session.number() == number) else {
            return;
        };
        session.take_version("edit-restore-version", version);
        self.navigate_on(navigation::Event::Page(Page::Editor));
        self.refresh_item();
        let text = self.text.t("version-restored");
        self.toasts.replace("undo", Tone::Success, text);
    }
}
