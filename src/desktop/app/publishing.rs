//! From a click to the site: checks, wishes, what comes back from the courier.

use std::path::{Path, PathBuf};

use super::{App, Event};
use crate::{
    campaign::Campaign,
    desktop::{
        action::Action,
        checks::LibraryPictures,
        commands::Command,
        dialogs::{Confirm, ConfirmDialog, ConnectionsDialog, Dialog, PublishedConflictDialog, connection_name},
        editor_step::EditorStep,
        publishing::{Carrier, LOCAL, LocalState, Published, Snapshot, Wanted, adopt, put_into_outbox},
        shelf::{Item, Status},
        widgets::Tone,
    },
    insight::{self, Severity},
    library::Library,
    publish::{self, About, Standing, What},
};

impl App {
    /// Starts sending what waits, and reads what the disk says.
    pub(super) fn begin_publishing(&mut self) {
        let Some(post) = self.publishing.post.clone() else {
            return;
        };
        let messenger = self.tasks.messenger();
        let ways = self.publishing.token.ways(post.tokens.clone());
        let tell = Box::new(move |event| messenger(Event::Courier(Box::new(event))));
        match Carrier::start(post, ways, self.tasks.is_at_once(), tell) {
            Ok(carrier) => self.publishing.carrier = Some(carrier),
            Err(error) => self.complain(&error, &self.text.t("launch-no-thread")),
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
        let Some(post) = self.publishing.post.clone() else {
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
        self.tasks.start(move || {
            let ready = if first { adopt(&post, &library) } else { Ok(()) };
            Event::PublishingRead(Box::new(ready.and_then(|()| Snapshot::read(&post, &library))))
        });
    }

    /// Takes over what the disk says.
    pub(super) fn publishing_read(&mut self, result: Result<Snapshot, (String, String)>) {
        self.publishing.reading = false;
        match result {
            Ok(snapshot) => {
                self.publishing.take(snapshot);
                self.stand_anew();
                self.wake_local();
            }
            Err((error, hint)) => self.complain(&error, &hint),
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
        let open = self.session.as_ref().map(|session| session.path().to_owned());
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
        self.tasks
            .start(move || Event::StoodAnew(stood_anew(&library, &paths, &published)));
    }

    /// Notes in the open campaign when it was last launched.
    pub(super) fn keep_launched(&mut self) {
        let Some(session) = &mut self.session else { return };
        let snapshot = self.publishing.published.snapshot();
        if let Some(at) = snapshot.last_launch(&session.campaign().id) {
            session.note_launched(at);
        }
    }

    /// Does what a command of publishing says to the campaign of a file.
    pub(super) fn publish_command(&mut self, ctx: &egui::Context, path: &Path, command: Command) {
        match command {
            Command::Launch | Command::Resume => self.launch(path),
            Command::Pause => self.wish_of(path, What::Pause),
            Command::TakeDown => self.ask_again(path, Confirm::TakeDown),
            Command::ResolveConflict => self.show_conflict(path),
            Command::OpenDemo => self.open_demo(ctx, path),
            _ => {}
        }
    }

    /// Launches the campaign of a file, if nothing stops it.
    fn launch(&mut self, path: &Path) {
        if self.publishing.post.is_none() {
            let text = self.text.t("launch-impossible");
            return self.say(Tone::Danger, text);
        }
        let is_open = |app: &Self| app.session.as_ref().is_some_and(|session| session.path() == path);
        if is_open(self) && !self.flush() {
            return;
        }
        let Some(campaign) = self.campaign_of(path) else { return };
        let errors = self.stoppers(&campaign);
        if errors > 0 {
            self.open(path);
            self.page = super::Page::Editor;
            self.step = EditorStep::Review;
            let text = self.text.tv("launch-stopped", &[("count", errors.into())]);
            return self.say(Tone::Danger, text);
        }
        match self.publishing.published.standing(&campaign) {
            Standing::Conflict => return self.show_conflict(path),
            Standing::Live => {
                let text = self.text.t("launch-nothing-new");
                return self.say(Tone::Neutral, text);
            }
            _ => {}
        }
        self.wish(Wanted {
            path: Some(path.to_owned()),
            what: What::Launch,
            campaign: Box::new(campaign),
        });
    }

    /// How many findings stop the launch of a campaign.
    fn stoppers(&self, campaign: &Campaign) -> usize {
        let pictures = LibraryPictures(self.library.dir().to_owned());
        let context = insight::Context {
            pictures: &pictures,
            now: Some(self.clock.now()),
        };
        insight::check_and_examine(campaign, context)
            .iter()
            .filter(|finding| finding.severity() == Severity::Error)
            .count()
    }

    /// Wishes something for the campaign of a file.
    pub(super) fn wish_of(&mut self, path: &Path, what: What) {
        if let Some(campaign) = self.campaign_of(path) {
            self.wish(Wanted {
                path: Some(path.to_owned()),
                what,
                campaign: Box::new(campaign),
            });
        }
    }

    /// Writes a wish down; without a connection, starts the server on this computer first.
    pub(super) fn wish(&mut self, wanted: Wanted) {
        if self.publishing.wishing {
            return self.publishing.next.push_back(wanted);
        }
        let Some(post) = self.publishing.post.clone() else {
            return;
        };
        let Some(connection) = self.publishing.connection().map(|connection| connection.id.clone()) else {
            if !self.publishing.published.connections().is_empty() {
                let text = self.text.t("launch-choose-connection");
                self.say(Tone::Accent, text);
                return self.show_connections();
            }
            self.publishing.demo_for = Some(wanted.campaign.id.clone());
            self.publishing.then.push_back(wanted);
            return self.connect_local();
        };
        if connection == LOCAL && matches!(self.publishing.local, LocalState::Off) {
            self.start_local();
        }
        self.publishing.wishing = true;
        let (folder, at) = (self.library.dir().to_owned(), self.clock.now());
        self.tasks.start(move || {
            let put = put_into_outbox(&post, &connection, &wanted, &folder, at);
            Event::Wished(put)
        });
    }

    /// A wish was written down, or not.
    pub(super) fn wished(&mut self, result: Result<String, (String, String)>) {
        self.publishing.wishing = false;
        match result {
            Ok(library) => {
                self.publishing.library = library;
                if let Some(carrier) = &mut self.publishing.carrier {
                    carrier.wake();
                }
                self.read_publishing();
            }
            Err((error, hint)) => self.complain(&error, &hint),
        }
        if let Some(wanted) = self.publishing.next.pop_front() {
            self.wish(wanted);
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
        self.publishing.note(&event);
        match event {
            publish::Event::Sent { about, .. } => self.tell_sent(ctx, &about),
            publish::Event::Refused { about, refusal } => {
                let values = [
                    ("name", about.name.as_str().into()),
                    ("words", refusal.words.as_str().into()),
                ];
                let text = self.text.tv("launch-refused", &values);
                self.say_about(&about, Tone::Danger, text, "launch-show", Command::GoReview);
            }
            publish::Event::Conflict { about, .. } => {
                let text = self.text.tv("launch-conflict", &[("name", about.name.as_str().into())]);
                self.say_about(&about, Tone::Warning, text, "launch-choose", Command::ResolveConflict);
            }
            publish::Event::Trouble { message, hint } => self.complain(&message, &hint),
            publish::Event::Waiting { connection, .. } if connection == LOCAL => self.local_lost(),
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
                self.open_demo(ctx, &path);
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
        let open = self
            .session
            .as_ref()
            .filter(|session| session.campaign().id == campaign);
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
    fn show_conflict(&mut self, path: &Path) {
        let Some(campaign) = self.campaign_of(path) else { return };
        let conflict = self
            .publishing
            .entry(&campaign.id)
            .and_then(|entry| entry.conflict.clone());
        let (Some(conflict), Some(place)) = (conflict, self.publishing.connection()) else {
            return;
        };
        let language = self.text.language();
        let (id, name) = (place.id.clone(), connection_name(place, &self.text));
        let dialog = PublishedConflictDialog::new(path.to_owned(), &campaign, id, name, conflict, language);
        self.dialog = Some(Dialog::PublishedConflict(Box::new(dialog)));
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
    let mut items = Vec::with_capacity(paths.len());
    for path in paths {
        let Ok(mut stored) = Library::load(path) else { continue };
        let launched = snapshot.last_launch(&stored.campaign.id).map(str::to_owned);
        if launched.is_some() && launched != stored.campaign.launched_at {
            stored.campaign.launched_at = launched;
            // The ledger keeps the truth: what cannot be written now is written the next time.
            let _ = library.save(&stored.stamp, &stored.campaign);
        }
        items.push(Item::of_campaign(path, &stored.campaign, library.dir(), published));
    }
    items
}
