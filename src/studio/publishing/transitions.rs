//! What follows from an event.

use std::{path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};

use super::{
    Aim, CarriedOut, Choose, Destination, Event, InFlight, KeptTheirs, LOCAL, LocalServer, Means, Message, Order,
    Published, Publishing, Request, Requested, Snapshot, Theirs, demo_address, local_state::For, local_state::Local,
};
use crate::{
    campaign::{Campaign, SiteDocument},
    popup::Brand,
    publish::{self, Choice, EntryKey, Subject, What},
    studio::trouble,
};

/// What is asked for, in order.
pub(super) type Requests = Vec<Request>;

impl Publishing {
    /// Handles `event` at the instant `now`, and returns the requests.
    pub fn on(&mut self, event: Event, now: DateTime<Utc>) -> Vec<Request> {
        let mut requests = Requests::new();
        let out = &mut requests;
        match event {
            Event::Opened => self.read(out),
            Event::Closed => out.extend(self.local.end().map(Request::StopServer)),
            Event::Wanted(path, what) => match what {
                What::Launch | What::Pause => self.operate(path, what, out),
                What::TakeDown => out.push(Request::ConfirmTakeDown(path)),
            },
            Event::SiteWanted(document) => self.publish_site(document, out),
            Event::TakeDownConfirmed(path) => self.operate(path, What::TakeDown, out),
            Event::OpenDemo { campaign, page, brand } => self.open_demo(&campaign, page.as_deref(), &brand, out),
            Event::ShowConflict(path, campaign) => out.extend(self.conflict_of(path, campaign)),
            Event::ShowSiteConflict => out.extend(self.site_conflict()),
            Event::TheirsKept(Ok(theirs)) => self.theirs_kept(theirs, out),
            Event::TheirsKept(Err(trouble)) => out.push(Request::Complain(trouble)),
            Event::ResolveConflict(choose) => self.resolve(&choose, out),
            Event::ResolveSiteConflict(connection, choice) => {
                self.end_conflict(EntryKey::site(&self.library, &connection), choice, out);
            }
            Event::ShowConnections => self.show_connections(out),
            Event::ChooseConnection(connection) => self.choose(connection, out),
            Event::ConnectionSaved(connection) => self.connection_saved(connection, out),
            Event::RemoveConnection(connection) => self.remove_connection(connection, out),
            Event::ConnectionRemoved(Ok(connection)) => {
                // Its requests made meanwhile are dropped, too.
                out.push(Request::Courier(Order::Abandon(connection)));
                self.read(out);
            }
            Event::ConnectionRemoved(Err(trouble)) => out.push(Request::Complain(trouble)),
            Event::Retry => {
                out.push(Request::Courier(Order::Retry(None)));
                self.local.forgive();
                self.read(out);
            }
            Event::Read(result) => self.was_read(result, out),
            Event::Courier(event) => self.heard_from_courier(*event, now, out),
            Event::OperationEnded {
                aim,
                carried_out,
                snapshot,
            } => self.operation_ended(aim, *carried_out, snapshot, out),
            Event::OperationCrashed => {
                if !self.in_flight.is_empty() {
                    self.in_flight.remove(0);
                }
                self.mind_who_starts_the_server();
            }
            Event::ServerStarted(started, snapshot) => self.server_started(*started, snapshot, out),
        }
        requests
    }

    pub(super) fn read(&mut self, out: &mut Requests) {
        if self.means == Means::Folder {
            out.extend(self.reading.ask());
        }
    }

    fn was_read(&mut self, result: trouble::Result<Snapshot>, out: &mut Requests) {
        let once_more = self.reading.end(result.is_ok());
        match result {
            Ok(snapshot) => {
                self.take(snapshot);
                out.push(Request::RefreshStatuses);
                self.wake_server(out);
            }
            Err(trouble) => out.push(Request::Complain(trouble)),
        }
        out.extend(once_more);
    }

    /// Takes over the state on the disk.
    fn take(&mut self, snapshot: Snapshot) {
        self.library.clone_from(&snapshot.library);
        if *self.published.snapshot() != snapshot {
            self.published = Published::new(Arc::new(snapshot), self.published.wanted().map(str::to_owned));
            self.generation += 1;
        }
    }

    /// Publishes this library to a connection from now on.
    fn choose(&mut self, connection: String, out: &mut Requests) {
        self.published = Published::new(self.published.snapshot(), Some(connection.clone()));
        self.generation += 1;
        out.push(Request::Remember(connection));
        out.push(Request::RefreshStatuses);
        self.wake_server(out);
    }

    fn show_connections(&self, out: &mut Requests) {
        out.push(Request::ShowConnections {
            none_yet: self.published.connections().is_empty(),
        });
    }

    fn connection_saved(&mut self, connection: String, out: &mut Requests) {
        out.push(Request::Courier(Order::Retry(Some(connection.clone()))));
        out.push(Request::Courier(Order::Refresh));
        // One that was just set up is what the user wants to publish to, unless campaigns go to another place already.
        if self.connection().is_none_or(|chosen| chosen.id == LOCAL) {
            self.choose(connection, out);
        }
        self.read(out);
    }

    fn remove_connection(&mut self, connection: String, out: &mut Requests) {
        if self.means == Means::Folder {
            self.lines.forget(&connection);
            out.push(Request::Courier(Order::Abandon(connection.clone())));
            out.push(Request::RemoveConnection(connection));
        }
    }

    /// Requests an operation on the campaign of a file. Its job checks a launch first.
    fn operate(&mut self, path: PathBuf, what: What, out: &mut Requests) {
        let aim = Aim::Campaign {
            path: path.clone(),
            what,
        };
        if let Some(destination) = self.begin(aim, out) {
            out.push(Request::Operate {
                path,
                what,
                destination,
            });
        }
    }

    /// Requests that the site document is published. Its job checks it first.
    fn publish_site(&mut self, document: Box<SiteDocument>, out: &mut Requests) {
        if let Some(destination) = self.begin(Aim::Site, out) {
            self.site_wanted = Some(document.clone());
            out.push(Request::PublishSite { document, destination });
        }
    }

    /// Returns where a new operation goes; `None` where there is none: nothing can be published, the user has to choose where, or it was pressed twice.
    fn begin(&mut self, aim: Aim, out: &mut Requests) -> Option<Destination> {
        if self.means != Means::Folder {
            out.push(Request::Say(Message::Impossible));
            return None;
        }
        if self.needs_choice() {
            out.push(Request::Say(Message::ChooseConnection));
            self.show_connections(out);
            return None;
        }
        if self.in_flight.iter().any(|flying| flying.aim == aim) {
            return None;
        }
        let destination = self.destination(out);
        self.in_flight.push(InFlight {
            aim,
            destination: destination.clone(),
        });
        Some(destination)
    }

    /// Returns where an operation goes; the server on this computer is started for one that goes there, or when there is nowhere else.
    fn destination(&mut self, out: &mut Requests) -> Destination {
        let chosen = self.connection().map(|connection| connection.id.clone());
        match (chosen, &self.local) {
            (Some(connection), _) => {
                if connection == LOCAL {
                    self.start_server(For::Campaigns, out);
                }
                Destination::Connection(connection)
            }
            (None, Local::None) => Destination::Connection(LOCAL.to_owned()),
            (None, Local::Off | Local::Failed) => {
                self.local = Local::Starting(For::Operation);
                Destination::ThisComputer
            }
            (None, Local::Starting(_) | Local::On { .. }) => Destination::ThisComputer,
        }
    }

    fn operation_ended(&mut self, aim: Aim, carried_out: CarriedOut, snapshot: Option<Snapshot>, out: &mut Requests) {
        self.in_flight.retain(|flying| flying.aim != aim);
        self.generation += 1;
        let CarriedOut { requested, started } = carried_out;
        let is_first = started.is_some();
        if let Some(server) = started {
            self.server_runs(server, snapshot, out);
            self.choose(LOCAL.to_owned(), out);
        }
        self.mind_who_starts_the_server();
        match (requested, aim) {
            (Requested::Put { library, subject }, aim) => {
                self.library = library;
                if let (true, Aim::Campaign { what: What::Launch, .. }, Subject::Campaign(campaign)) =
                    (is_first, aim, subject)
                {
                    self.demo_of = Some(campaign);
                }
                out.push(Request::Courier(Order::Wake));
                self.read(out);
            }
            (Requested::Stopped(errors), Aim::Campaign { path, .. }) => {
                out.push(Request::ShowReview(path));
                out.push(Request::Say(Message::Stopped(errors)));
            }
            (Requested::Stopped(errors), Aim::Site) => out.push(Request::SayOfSite(Message::SiteStopped(errors))),
            (Requested::Conflict, Aim::Campaign { path, .. }) => out.push(Request::ReadForConflict(path)),
            (Requested::Conflict, Aim::Site) => out.extend(self.site_conflict()),
            (Requested::NothingNew, Aim::Campaign { .. }) => out.push(Request::Say(Message::NothingNew)),
            (Requested::NothingNew, Aim::Site) => out.push(Request::Say(Message::SiteNothingNew)),
            (Requested::Trouble(trouble), _) => out.push(Request::Complain(trouble)),
        }
    }

    /// Clears the start of the server for an operation when no operation is left that would start it.
    fn mind_who_starts_the_server(&mut self) {
        let starts_it = |flying: &InFlight| flying.destination == Destination::ThisComputer;
        if !self.in_flight.iter().any(starts_it) {
            self.local.no_operation_starts_it();
        }
    }

    fn start_server(&mut self, why: For, out: &mut Requests) {
        match self.local {
            Local::None => out.push(Request::Say(Message::Impossible)),
            Local::Off | Local::Failed => {
                self.local = Local::Starting(why);
                out.push(Request::StartServer { after: None });
            }
            Local::Starting(_) | Local::On { .. } => {}
        }
    }

    /// Starts the server on this computer when campaigns of it are live, wait, or would go there.
    fn wake_server(&mut self, out: &mut Requests) {
        let is_local = |connection: &publish::Connection| connection.id == LOCAL;
        let is_known = self.published.connections().iter().any(is_local);
        let is_chosen = self.connection().is_some_and(is_local);
        let is_needed = is_known && (is_chosen || self.published.snapshot().is_used(LOCAL));
        if is_needed && !matches!(self.local, Local::Failed) {
            self.start_server(For::Campaigns, out);
        }
    }

    fn server_started(
        &mut self,
        started: trouble::Result<LocalServer>,
        snapshot: Option<Snapshot>,
        out: &mut Requests,
    ) {
        self.generation += 1;
        match started {
            Ok(server) => self.server_runs(server, snapshot, out),
            Err(trouble) => {
                self.local.fail();
                self.demo_of = None;
                out.push(Request::Complain(trouble));
            }
        }
    }

    fn server_runs(&mut self, server: LocalServer, snapshot: Option<Snapshot>, out: &mut Requests) {
        let demo = self.local.run(server);
        if let Some(snapshot) = snapshot {
            self.take(snapshot);
        }
        out.push(Request::Courier(Order::Retry(Some(LOCAL.to_owned()))));
        out.push(Request::Courier(Order::Refresh));
        out.extend(demo.map(Request::ReadForDemo));
    }

    /// Opens the demo shop on a page, looking as `brand` says.
    fn open_demo(&mut self, campaign: &str, page: Option<&str>, brand: &Brand, out: &mut Requests) {
        if let Some(running) = self.local.restart_for(campaign, brand) {
            self.demo_of = None;
            return out.push(Request::StartServer { after: Some(running) });
        }
        out.push(match self.local.url() {
            Some(base) => Request::Browse(demo_address(base, page)),
            None => Request::Say(Message::NoDemo),
        });
    }

    /// Both versions of a campaign that somebody else changed at the backend.
    fn conflict_of(&self, path: PathBuf, campaign: Box<Campaign>) -> Option<Request> {
        let conflict = self.entry(&campaign.id)?.conflict.clone()?;
        Some(Request::ShowConflict {
            path,
            campaign,
            place: self.connection()?.clone(),
            conflict: Box::new(conflict),
        })
    }

    /// Both versions of the site document, if somebody else changed it at the backend.
    fn site_conflict(&self) -> Option<Request> {
        let conflict = self.published.site_entry()?.conflict.clone()?;
        Some(Request::ShowSiteConflict {
            place: self.connection()?.clone(),
            conflict: Box::new(conflict),
        })
    }

    /// Their version is safe. What the draft takes over ends the conflict once it is saved, so that a crash in between loses neither.
    fn theirs_kept(&mut self, theirs: Box<Theirs>, out: &mut Requests) {
        match theirs.kept {
            KeptTheirs::Here(_) => return out.push(Request::TakeTheirs(theirs)),
            KeptTheirs::Copied(copy) => out.push(Request::SayCopied(copy)),
            KeptTheirs::Nowhere => {}
        }
        self.resolve(&theirs.choose, out);
    }

    fn resolve(&mut self, choose: &Choose, out: &mut Requests) {
        let key = EntryKey::new(&self.library, &choose.connection, &choose.campaign);
        self.end_conflict(key, choose.choice, out);
    }

    fn end_conflict(&mut self, key: EntryKey, choice: Choice, out: &mut Requests) {
        out.push(Request::Courier(Order::Resolve(key, choice)));
        self.read(out);
    }
}
