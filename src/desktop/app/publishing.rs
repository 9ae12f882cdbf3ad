//! Publishing in the window: [`Publishing`] gets every event, and its requests become jobs, dialogs, messages and orders to the courier.
//!
//! Nothing is decided here.
//!
//! [`Publishing`]: crate::studio::publishing::Publishing

use std::path::{Path, PathBuf};

use super::{App, Event, opening::Then, using::Use};
use crate::{
    campaign::{Campaign, SiteDocument},
    desktop::dialogs::{Confirm, ConfirmDialog, ConnectionsDialog, Dialog, PublishedConflictDialog, connection_name},
    publish::{Conflict, Connection, What},
    studio::{
        action::Action,
        file_work::refreshed_items,
        folder, keeping,
        publishing::{self, Destination, FollowUp, LocalServer, Message, Request, Wanted},
        shelf::Item,
        tasks::Key,
        tone::Tone,
        trouble::Trouble,
    },
};

/// The name of an operation's job: the key of a text.
const OPERATION: &str = "busy-launch";

impl From<publishing::Event> for Event {
    fn from(event: publishing::Event) -> Self {
        Self::Publishing(Box::new(event))
    }
}

impl App {
    /// Starts sending what waits, and reads what the disk says.
    pub(super) fn begin_publishing(&mut self) {
        let messenger = self.tasks.messenger();
        let on_event = Box::new(move |event| messenger(publishing::Event::Courier(Box::new(event)).into()));
        let at_once = self.tasks.is_at_once();
        let begun = self
            .publisher
            .as_mut()
            .map(|publisher| publisher.begin(at_once, on_event));
        if let Some(Err(error)) = begun {
            self.complain(&Trouble::NoThread(error));
        }
        self.publish_on(publishing::Event::Opened);
    }

    /// Ends sending and the server on this computer, after their current work.
    pub(super) fn end_publishing(&mut self) {
        if let Some(publisher) = &mut self.publisher {
            publisher.end();
        }
        self.publish_on(publishing::Event::Closed);
    }

    /// Passes an event to publishing, and carries out its requests.
    pub(super) fn publish_on(&mut self, event: publishing::Event) {
        for request in self.publishing.on(event, self.clock.now()) {
            self.do_publishing(request);
        }
    }

    fn do_publishing(&mut self, request: Request) {
        match request {
            Request::Read { first } => self.read_publishing(first),
            Request::Operate {
                path,
                what,
                destination,
            } => self.operate(path, what, destination),
            Request::PublishSite { document, destination } => self.store_site(*document, destination),
            Request::StartServer { after } => self.start_server(after),
            Request::StopServer(server) => server.stop(),
            Request::Courier(order) => {
                if let Some(publisher) = &mut self.publisher {
                    publisher.order(order);
                }
            }
            Request::RemoveConnection(connection) => {
                if let Some(publisher) = &self.publisher {
                    let job = publisher.remove_connection(connection);
                    let broke_off = publishing::Event::ConnectionRemoved(Err(Trouble::BrokeOff));
                    self.tasks.start(broke_off.into(), || job().into());
                }
            }
            Request::Remember(connection) => self.settings.set_publish_to(self.library.dir(), &connection),
            Request::RefreshStatuses => self.refresh_statuses(),
            Request::ShowReview(path) => self.open_at_review(&path),
            Request::ReadForConflict(path) => self.with_campaign(&path, Use::ShowConflict),
            Request::ReadForDemo(campaign) => {
                if let Some(path) = self.path_of(&campaign) {
                    self.with_campaign(&path, Use::OpenDemo);
                }
            }
            Request::ShowConflict {
                path,
                campaign,
                place,
                conflict,
            } => self.show_conflict(path, &campaign, &place, *conflict),
            Request::ShowSiteConflict { place, conflict } => self.show_site_conflict(&place, *conflict),
            Request::TakeTheirs(theirs) => {
                let path = theirs.path.clone();
                self.open_then(&path, Then::TakeTheirs(theirs));
            }
            Request::SayCopied(copy) => {
                self.note_item(&copy.tag.path, &copy.campaign);
                let text = self.text.tv("clash-copied", &[("name", copy.campaign.name.into())]);
                self.say(Tone::Success, text);
            }
            Request::ShowConnections { none_yet } => {
                self.dialogs
                    .put(Dialog::Connections(Box::new(ConnectionsDialog::new(none_yet))));
            }
            Request::ConfirmTakeDown(path) => self.ask_again(&path, Confirm::TakeDown(path.clone())),
            Request::Browse(address) => self.actions.send(Action::Browse(address)),
            Request::Say(message) => {
                if matches!(message, Message::Stopped(_)) {
                    // The disk knows of something that the window does not: perhaps a picture is gone.
                    self.pictures.doubt();
                }
                self.say_message(&message);
            }
            Request::SayAbout(campaign, message, next) => self.say_about(&campaign, &message, next),
            Request::SayOfSite(message) => {
                let (words, label) = (message.words(&self.text), self.text.t("launch-show"));
                self.say_with(message.tone(), words, label, Action::ShowSite);
            }
            Request::Complain(trouble) => self.complain(&trouble),
        }
    }

    /// Reads what the disk says. The first time it changes files, which is the disk worker's job.
    fn read_publishing(&self, first: bool) {
        let Some(publisher) = &self.publisher else { return };
        let adopts = first && !self.is_picture;
        let job = publisher.read(self.library.clone(), adopts);
        if adopts {
            self.tasks.disk(None, "busy-open", || job().into());
        } else {
            let broke_off = publishing::Event::Read(Err(Trouble::BrokeOff));
            self.tasks.start(broke_off.into(), || job().into());
        }
    }

    /// Writes an operation to the outbox. It is one job of the disk worker, so that closing the window right after the click loses nothing.
    fn operate(&mut self, path: PathBuf, what: What, destination: Destination) {
        if let Some(number) = self.sessions.at(&path).map(|session| session.number()) {
            self.keep_on(keeping::Event::Wanted(number));
        }
        let Some(publisher) = &self.publisher else { return };
        let wanted = Wanted {
            campaign: self.sessions.campaign_at(&path).map(Box::new),
            path,
            what,
        };
        let (brand, name) = (self.preview.site.brand.clone(), self.text.t("connection-local"));
        let job = publisher.operate(
            wanted,
            publisher.outlet(destination, brand, name),
            self.library.clone(),
            self.publishing.published().clone(),
            self.clock.now(),
        );
        self.tasks.disk(None, OPERATION, || job().into());
    }

    /// Writes to the outbox that the site document is published.
    fn store_site(&mut self, document: SiteDocument, destination: Destination) {
        let Some(publisher) = &self.publisher else { return };
        let (brand, name) = (self.preview.site.brand.clone(), self.text.t("connection-local"));
        let job = publisher.publish_site(
            document,
            publisher.outlet(destination, brand, name),
            self.library.clone(),
            self.publishing.published().clone(),
            self.clock.now(),
        );
        self.tasks.disk(None, OPERATION, || job().into());
    }

    fn start_server(&self, after: Option<LocalServer>) {
        let Some(publisher) = &self.publisher else { return };
        let (brand, name) = (self.preview.site.brand.clone(), self.text.t("connection-local"));
        if let Some(setup) = publisher.local_setup(brand, name) {
            let job = publisher.start_server(setup, after, self.library.clone());
            let broke_off = publishing::Event::ServerStarted(Box::new(Err(Trouble::BrokeOff)), None);
            self.tasks.start(broke_off.into(), || job().into());
        }
    }

    /// Informs publishing about a job that panicked, if it was an operation's.
    pub(super) fn operation_crashed(&mut self, what: &str) {
        if what == OPERATION {
            self.publish_on(publishing::Event::OperationCrashed);
        }
    }

    /// Recomputes the status of every campaign ever published, and repairs the launch noted in its file.
    fn refresh_statuses(&mut self) {
        self.refresh_item();
        let published = self.publishing.published().clone();
        let paths = self.shelf.published_files(&published, self.sessions.open_path());
        if paths.is_empty() {
            return;
        }
        let library = self.library.clone();
        self.tasks.disk(Some(Key::Launches), "busy-save", move || {
            folder::Event::StatusesRefreshed(refreshed_items(&library, &paths, &published)).into()
        });
    }

    /// Notes in the open campaign when it was last launched.
    pub(super) fn keep_launched(&mut self) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        let snapshot = self.publishing.published().snapshot();
        if let Some(at) = snapshot.last_launch(&session.campaign().id) {
            session.note_launched(at);
        }
    }

    fn say_message(&mut self, message: &Message) {
        let words = message.words(&self.text);
        self.say(message.tone(), words);
    }

    /// Shows a message about a campaign with an action to do next, unless it is no longer in the list.
    fn say_about(&mut self, campaign: &str, message: &Message, next: FollowUp) {
        let Some(path) = self.path_of(campaign) else {
            return self.say_message(message);
        };
        let (words, label) = (message.words(&self.text), self.text.t(next.label_key()));
        self.say_with(message.tone(), words, label, Action::To(path, next.command()));
    }

    /// The file of a campaign, by its identity.
    fn path_of(&self, campaign: &str) -> Option<PathBuf> {
        let open = self.sessions.open().filter(|session| session.campaign().id == campaign);
        open.map(|session| session.path().to_owned()).or_else(|| {
            let mut items = self.shelf.items().iter();
            items.find(|item| item.id == campaign).map(|item| item.path.clone())
        })
    }

    /// Asks for confirmation before the campaign of a file leaves the site.
    pub(super) fn ask_again(&mut self, path: &Path, confirm: Confirm) {
        let name = self.shelf.item(path).map(|item| item.name.clone()).unwrap_or_default();
        let place = self.publishing.connection();
        let place = place
            .map(|place| connection_name(place, &self.text))
            .unwrap_or_default();
        self.dialogs
            .put(Dialog::Confirm(ConfirmDialog { confirm, name, place }));
    }

    /// Asks whether campaigns are deleted, some of which are at a backend.
    pub(super) fn ask_about_deletion(&mut self, paths: Vec<PathBuf>) {
        let published = paths
            .iter()
            .filter(|path| self.shelf.item(path).is_some_and(Item::is_at_backend))
            .count();
        let first = paths.first().cloned().unwrap_or_default();
        self.ask_again(&first, Confirm::Delete { paths, published });
    }

    /// Shows both versions of a campaign that somebody else changed at the backend.
    fn show_conflict(&mut self, path: PathBuf, campaign: &Campaign, place: &Connection, conflict: Conflict) {
        let (id, name) = (place.id.clone(), connection_name(place, &self.text));
        let dialog = PublishedConflictDialog::new(path, campaign, id, name, conflict, self.text.language());
        self.dialogs.add(Dialog::PublishedConflict(Box::new(dialog)));
    }
}
