//! What the window shows of publishing, and what comes back from the courier.

use std::path::{Path, PathBuf};

use super::{App, Event, using::Use};
use crate::{
    campaign::Campaign,
    desktop::dialogs::{Confirm, ConfirmDialog, ConnectionsDialog, Dialog, PublishedConflictDialog, connection_name},
    library::Library,
    publish::{self, About, What},
    studio::{
        action::Action,
        command::Command,
        pictures::LibraryPictures,
        publishing::{Carrier, LOCAL, LocalState, Published, Snapshot, adopt},
        shelf::{Item, Status},
        tasks::Key,
        tone::Tone,
        trouble::{self, InWords, Trouble},
    },
};

impl App {
    /// Starts sending what waits, and reads what the disk says.
    pub(super) fn begin_publishing(&mut self) {
        let Some(data_dir) = self.publishing.data_dir.clone() else {
            return;
        };
        let messenger = self.tasks.messenger();
        let ways = self.publishing.token.ways(data_dir.tokens.clone());
        let tell = Box::new(move |event| messenger(Event::Courier(Box::new(event))));
        match Carrier::start(data_dir, ways, self.tasks.is_at_once(), tell) {
            Ok(carrier) => self.publishing.carrier = Some(carrier),
            Err(error) => self.complain(&Trouble::NoThread(error)),
        }
        self.read_publishing();
    }

    /// Ends sending and the server on this computer, with what they are at.
    pub(super) fn end_publishing(&mut self) {
        if let Some(carrier) = self.publishing.carrier.take() {
            carrier.stop();
        }
        if let LocalState::On(server) = std::mem::take(&mut self.publishing.local) {
            server.stop();
        }
    }

    /// Reads what the disk says of publishing, beside the window.
    pub(super) fn read_publishing(&mut self) {
        let Some(data_dir) = self.publishing.data_dir.clone() else {
            return;
        };
        if self.publishing.reading {
            self.publishing.read_again = true;
            return;
        }
        self.publishing.reading = true;
        let library = self.library.clone();
        // Nothing was read yet: what an earlier version kept is looked for.
        let first = self.publishing.generation == 1;
        if first && !self.is_picture {
            // It changes files: the disk worker's job.
            self.tasks.disk(None, "busy-open", move || {
                let ready = adopt(&data_dir, &library);
                Event::PublishingRead(Box::new(ready.and_then(|()| Snapshot::read(&data_dir, &library))))
            });
            return;
        }
        self.tasks
            .start(move || Event::PublishingRead(Box::new(Snapshot::read(&data_dir, &library))));
    }

    /// Takes over what the disk says.
    pub(super) fn publishing_read(&mut self, result: trouble::Result<Snapshot>) {
        self.publishing.reading = false;
        match result {
            Ok(snapshot) => {
                self.publishing.take(snapshot);
                self.stand_anew();
                self.wake_local();
            }
            Err(trouble) => self.complain(&trouble),
        }
        if std::mem::take(&mut self.publishing.read_again) {
            self.read_publishing();
        }
    }

    /// Says of every campaign that was ever published how it stands now, and repairs what its file says of its launch.
    pub(super) fn stand_anew(&mut self) {
        self.refresh_item();
        let published = self.publishing.published.clone();
        let told = |item: &&Item| !matches!(item.status, Status::Draft | Status::Failing | Status::Broken);
        let open = self.sessions.open_path().map(std::path::Path::to_owned);
        let paths: Vec<PathBuf> = self
            .shelf
            .items()
            .iter()
            .filter(|item| published.knows(&item.id) || told(item))
            .map(|item| item.path.clone())
            .filter(|path| Some(path) != open.as_ref())
            .collect();
        if paths.is_empty() {
            return;
        }
        let library = self.library.clone();
        self.tasks.disk(Some(Key::Launches), "busy-save", move || {
            Event::StoodAnew(stood_anew(&library, &paths, &published))
        });
    }

    /// Notes in the open campaign when it was last launched.
    pub(super) fn keep_launched(&mut self) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        let snapshot = self.publishing.published.snapshot();
        if let Some(at) = snapshot.last_launch(&session.campaign().id) {
            session.note_launched(at);
        }
    }

    /// Does what a command of publishing says to the campaign of a file.
    pub(super) fn publish_command(&mut self, ctx: &egui::Context, path: &Path, command: Command) {
        match command {
            Command::Launch | Command::Resume => self.request_operation(path, What::Launch),
            Command::Pause => self.request_operation(path, What::Pause),
            Command::TakeDown => self.ask_again(path, Confirm::TakeDown),
            Command::ResolveConflict => self.with_campaign(ctx, path, Use::ShowConflict),
            Command::OpenDemo => self.with_campaign(ctx, path, Use::OpenDemo),
            _ => {}
        }
    }

    /// Publishes this library to another connection.
    pub(super) fn publish_to(&mut self, connection: &str) {
        let folder = self.library.dir().to_owned();
        self.settings.set_publish_to(&folder, connection);
        self.publishing.choose(Some(connection.to_owned()));
        self.stand_anew();
        self.wake_local();
    }

    /// Something happened on the way to a backend.
    pub(super) fn courier_told(&mut self, ctx: &egui::Context, event: publish::Event) {
        self.publishing.note(&event, self.clock.now());
        match event {
            publish::Event::Sent { about, .. } => self.tell_sent(ctx, &about),
            publish::Event::Refused { about, refusal } => {
                let words = refusal.words(&self.text).what;
                let values = [("name", about.name.as_str().into()), ("words", words.into())];
                let text = self.text.tv("launch-refused", &values);
                self.say_about(&about, Tone::Danger, text, "launch-show", Command::GoReview);
            }
            publish::Event::Conflict { about, .. } => {
                let text = self.text.tv("launch-conflict", &[("name", about.name.as_str().into())]);
                self.say_about(&about, Tone::Warning, text, "launch-choose", Command::ResolveConflict);
            }
            publish::Event::Trouble(error) => self.complain(&error),
            publish::Event::Waiting { connection, .. } if connection == LOCAL => self.local_lost(),
            // Nothing that the disk says is different.
            publish::Event::Refreshed { changed: false, .. } => return,
            _ => {}
        }
        self.read_publishing();
    }

    fn tell_sent(&mut self, ctx: &egui::Context, about: &About) {
        let key = match about.what {
            What::Launch => "launch-sent",
            What::Pause => "launch-paused",
            What::TakeDown => "launch-taken-down",
        };
        let text = self.text.tv(key, &[("name", about.name.as_str().into())]);
        if about.what != What::Launch || about.key.connection != LOCAL {
            return self.say(Tone::Success, text);
        }
        if self.publishing.demo_for.as_deref() == Some(&about.key.campaign) {
            self.publishing.demo_for = None;
            if let Some(path) = self.path_of(&about.key.campaign) {
                self.with_campaign(ctx, &path, Use::OpenDemo);
            }
        }
        self.say_about(about, Tone::Success, text, "command-open-demo", Command::OpenDemo);
    }

    /// Says something about a campaign, with a command to it.
    fn say_about(&mut self, about: &About, tone: Tone, text: String, word: &str, command: Command) {
        match self.path_about(about) {
            Some(path) => {
                let word = self.text.t(word);
                self.say_with(tone, text, word, Action::To(path, command));
            }
            None => self.say(tone, text),
        }
    }

    /// The file of the campaign that something happened to; none when that was another library's.
    fn path_about(&self, about: &About) -> Option<PathBuf> {
        let own = self.publishing.library == about.key.library;
        own.then(|| self.path_of(&about.key.campaign)).flatten()
    }

    /// The file of a campaign, by its identity.
    pub(super) fn path_of(&self, campaign: &str) -> Option<PathBuf> {
        let open = self.sessions.open().filter(|session| session.campaign().id == campaign);
        open.map(|session| session.path().to_owned()).or_else(|| {
            let mut items = self.shelf.items().iter();
            items.find(|item| item.id == campaign).map(|item| item.path.clone())
        })
    }

    /// Asks again before the campaign of a file leaves the site.
    pub(super) fn ask_again(&mut self, path: &Path, confirm: Confirm) {
        let name = self.shelf.item(path).map(|item| item.name.clone()).unwrap_or_default();
        let place = self.publishing.connection();
        let place = place
            .map(|place| connection_name(place, &self.text))
            .unwrap_or_default();
        self.dialog = Some(Dialog::Confirm(ConfirmDialog::new(
            confirm,
            path.to_owned(),
            name,
            place,
        )));
    }

    /// Shows both versions of a campaign that somebody else changed at the backend.
    pub(super) fn show_conflict(&mut self, path: &Path, campaign: &Campaign) {
        let conflict = self
            .publishing
            .entry(&campaign.id)
            .and_then(|entry| entry.conflict.clone());
        let (Some(conflict), Some(place)) = (conflict, self.publishing.connection()) else {
            return;
        };
        let language = self.text.language();
        let (id, name) = (place.id.clone(), connection_name(place, &self.text));
        let dialog = PublishedConflictDialog::new(path.to_owned(), campaign, id, name, conflict, language);
        self.show_when_free(Dialog::PublishedConflict(Box::new(dialog)));
    }

    /// Shows the connections.
    pub(super) fn show_connections(&mut self) {
        let none_yet = self.publishing.published.connections().is_empty();
        self.dialog = Some(Dialog::Connections(ConnectionsDialog::new(none_yet)));
    }
}

/// How campaigns stand now, from their files; a file that does not know its last launch learns of it.
fn stood_anew(library: &Library, paths: &[PathBuf], published: &Published) -> Vec<Item> {
    let snapshot = published.snapshot();
    let pictures = LibraryPictures(library.dir().to_owned());
    let mut items = Vec::with_capacity(paths.len());
    for path in paths {
        let Ok(mut stored) = Library::load(path) else { continue };
        let launched = snapshot.last_launch(&stored.campaign.id).map(str::to_owned);
        if launched.is_some() && launched != stored.campaign.launched_at {
            stored.campaign.launched_at = launched;
            // The ledger keeps the truth: what cannot be written now is written the next time.
            let _ = library.save(&stored.stamp, &stored.campaign);
        }
        items.push(Item::of_campaign(path, &stored.campaign, &pictures, published));
    }
    items
}
