//! Publishing without its surroundings, and its requests in words that can be compared.

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};

use super::super::{
    Aim, CarriedOut, Destination, Event, LOCAL, LocalServer, Means, Order, Publishing, PublishingSetup, Request,
    Requested, Snapshot, local_state::Local,
};
use crate::{
    campaign::Campaign,
    popup::Brand,
    publish::{self, About, Connection, Entry, EntryKey, Reason, Subject, What},
    studio::publishing::{LaunchAct, LaunchView},
    wording::text::Language,
};

/// The identity of the library, and of its only campaign.
pub(super) const LIBRARY: &str = "our-library";
pub(super) const CAMPAIGN: &str = "welcome";

/// Publishing, and the present instant.
pub(super) struct Desk {
    pub(super) publishing: Publishing,
    pub(super) now: DateTime<Utc>,
}

impl Desk {
    /// Publishing as it is when the window opens: there is a folder, a server could be started, and nothing has been read.
    pub(super) fn new() -> Self {
        let mut desk = Self::with(Means::Folder);
        desk.publishing.local = Local::Off;
        desk
    }

    pub(super) fn with(means: Means) -> Self {
        let publishing = Publishing::new(&PublishingSetup::none(), None);
        Self {
            publishing: Publishing { means, ..publishing },
            now: Utc.with_ymd_and_hms(2026, 11, 29, 10, 0, 0).single().expect("a time"),
        }
    }

    /// As [`Desk::new`], once the disk was read and has these connections.
    pub(super) fn connected_to(connections: &[&str]) -> Self {
        let mut desk = Self::new();
        desk.on(Event::Opened);
        desk.on(read(snapshot(connections)));
        desk
    }

    /// With the server of another window running.
    pub(super) fn with_server() -> Self {
        let mut desk = Self::connected_to(&[LOCAL]);
        desk.on(started(elsewhere()));
        desk
    }

    /// Returns the requests that follow from an event, in words.
    pub(super) fn on(&mut self, event: Event) -> Vec<String> {
        self.publishing.on(event, self.now).iter().map(in_words).collect()
    }

    /// Compares the requests of each event with the expected ones.
    pub(super) fn follows<const N: usize>(&mut self, table: [(Event, &[&str]); N]) {
        for (number, (event, expected)) in table.into_iter().enumerate() {
            let named = format!("{event:?}");
            assert_eq!(self.on(event), expected, "row {number}: {named}");
        }
    }

    pub(super) fn pass(&mut self, milliseconds: i64) {
        self.now += TimeDelta::milliseconds(milliseconds);
    }

    pub(super) fn view(&mut self) -> std::sync::Arc<LaunchView> {
        self.publishing.look(
            &campaign(),
            1,
            Language::ENGLISH.into(),
            || None,
            &Brand::default(),
            (None, 0),
        )
    }

    /// What the button of the campaign does.
    pub(super) fn act(&mut self) -> LaunchAct {
        self.view().act()
    }
}

pub(super) fn campaign() -> Campaign {
    Campaign {
        id: CAMPAIGN.to_owned(),
        name: "Welcome".to_owned(),
        ..Campaign::default()
    }
}

/// The campaign's file.
pub(super) fn file() -> PathBuf {
    PathBuf::from("welcome.beckon.json")
}

pub(super) fn connection(id: &str) -> Connection {
    Connection {
        id: id.to_owned(),
        name: format!("The {id}"),
        url: format!("https://{id}.example.com/"),
    }
}

/// The state on the disk with these connections and nothing launched.
pub(super) fn snapshot(connections: &[&str]) -> Snapshot {
    Snapshot {
        library: LIBRARY.to_owned(),
        connections: connections.iter().map(|id| connection(id)).collect(),
        ..Snapshot::default()
    }
}

/// As [`snapshot`], with the campaign's entry at the first connection.
pub(super) fn snapshot_with(connections: &[&str], entry: impl FnOnce(&mut Entry)) -> Snapshot {
    let mut snapshot = snapshot(connections);
    let at = connections[0];
    let mut noted = Entry::new(&EntryKey::new(LIBRARY, at, CAMPAIGN), "Welcome");
    entry(&mut noted);
    let by_campaign = [(CAMPAIGN.to_owned(), noted)].into();
    snapshot.entries = [(at.to_owned(), by_campaign)].into();
    snapshot
}

pub(super) fn read(snapshot: Snapshot) -> Event {
    Event::Read(Ok(snapshot))
}

/// A server that another window runs.
pub(super) fn elsewhere() -> LocalServer {
    LocalServer::elsewhere("http://127.0.0.1:4711/")
}

pub(super) fn started(server: LocalServer) -> Event {
    Event::ServerStarted(Box::new(Ok(server)), None)
}

pub(super) fn wanted(what: What) -> Event {
    Event::Wanted(file(), what)
}

/// The job of an operation has ended, and has maybe started the server.
pub(super) fn ended(what: What, requested: Requested, started: Option<LocalServer>) -> Event {
    let snapshot = started.is_some().then(|| snapshot(&[LOCAL]));
    Event::OperationEnded {
        aim: Aim::Campaign { path: file(), what },
        carried_out: Box::new(CarriedOut { requested, started }),
        snapshot,
    }
}

pub(super) fn put() -> Requested {
    Requested::Put {
        library: LIBRARY.to_owned(),
        subject: Subject::campaign(CAMPAIGN),
    }
}

/// An operation on the campaign at a connection, of this library or another one.
pub(super) fn about(library: &str, connection: &str, what: What) -> About {
    About {
        intention: crate::clock::new_id(),
        key: EntryKey::new(library, connection, CAMPAIGN),
        name: "Welcome".to_owned(),
        what,
    }
}

pub(super) fn courier(event: publish::Event) -> Event {
    Event::Courier(Box::new(event))
}

pub(super) fn sent(library: &str, connection: &str, what: What) -> Event {
    courier(publish::Event::Sent {
        about: about(library, connection, what),
        status: None,
        launched_at: None,
    })
}

/// A connection does not answer.
pub(super) fn waiting(connection: &str) -> Event {
    courier(publish::Event::Waiting {
        connection: connection.to_owned(),
        subject: None,
        until: DateTime::UNIX_EPOCH,
        reason: Reason::LocalNotRunning,
    })
}

/// A request in words.
fn in_words(request: &Request) -> String {
    match request {
        Request::Read { first: true } => "read for the first time".to_owned(),
        Request::Read { first: false } => "read".to_owned(),
        Request::Operate { what, destination, .. } => match destination {
            Destination::Connection(connection) => format!("{what:?} to {connection}"),
            Destination::ThisComputer => format!("{what:?} here"),
        },
        Request::PublishSite { destination, .. } => match destination {
            Destination::Connection(connection) => format!("site to {connection}"),
            Destination::ThisComputer => "site here".to_owned(),
        },
        Request::StartServer { after: None } => "start the server".to_owned(),
        Request::StartServer { after: Some(_) } => "stop and start the server".to_owned(),
        Request::StopServer(_) => "stop the server".to_owned(),
        Request::Courier(order) => match order {
            Order::Wake => "wake the courier".to_owned(),
            Order::Retry(None) => "retry all".to_owned(),
            Order::Retry(Some(connection)) => format!("retry {connection}"),
            Order::Refresh => "refresh".to_owned(),
            Order::Abandon(connection) => format!("abandon {connection}"),
            Order::Resolve(key, choice) => {
                let site = if key.subject == Subject::Site {
                    " for the site"
                } else {
                    ""
                };
                format!("{choice:?} at {} in {}{site}", key.connection, key.library)
            }
            Order::Watch(on) => format!("watch {on}"),
        },
        Request::RemoveConnection(connection) => format!("remove {connection}"),
        Request::Remember(connection) => format!("remember {connection}"),
        Request::RefreshStatuses => "refresh statuses".to_owned(),
        Request::ShowReview(_) => "show the review".to_owned(),
        Request::ReadForConflict(_) => "read for the conflict".to_owned(),
        Request::ReadForDemo(campaign) => format!("read {campaign} for the demo"),
        Request::ShowConflict { place, .. } => format!("show the conflict with {}", place.id),
        Request::ShowSiteConflict { place, .. } => format!("show the site's conflict with {}", place.id),
        Request::TakeTheirs(_) => "take theirs".to_owned(),
        Request::SayCopied(copy) => format!("say copied {}", copy.campaign.name),
        Request::ShowConnections { none_yet: true } => "show that there is no connection".to_owned(),
        Request::ShowConnections { none_yet: false } => "show the connections".to_owned(),
        Request::ConfirmTakeDown(_) => "confirm".to_owned(),
        Request::Browse(address) => format!("browse {address}"),
        Request::Say(message) => format!("say {message:?}"),
        Request::SayAbout(campaign, message, next) => format!("say {message:?} about {campaign}, offer {next:?}"),
        Request::SayOfSite(message) => format!("say {message:?} of the site"),
        Request::Complain(trouble) => format!("complain: {trouble}"),
    }
}
