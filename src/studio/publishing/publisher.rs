//! The means of publishing: its folders, the server's token, the courier. It decides nothing: it makes the jobs that [`Request`]s ask for,
//! and passes orders on.
//!
//! [`Request`]: super::Request

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::{
    Aim, CarriedOut, Carrier, Destination, Event, LOCAL, LocalServer, LocalSetup, LocalToken, Order, Outlet, Published,
    PublishingSetup, Snapshot, Wanted, adopt, carrier::OnEvent, carry_out, carry_out_site, start_local,
};
use crate::{campaign::SiteDocument, library::Library, popup::Brand, publish::DataDir, studio::trouble::Trouble};

/// What publishing works with.
pub struct Publisher {
    data_dir: DataDir,
    /// The folder of the server on this computer, and its port.
    server: Option<(PathBuf, u16)>,
    token: LocalToken,
    carrier: Option<Carrier>,
}

impl Publisher {
    /// Returns `None` where there is no folder to keep anything in, so that nothing can be published.
    pub fn new(setup: &PublishingSetup) -> Option<Self> {
        Some(Self {
            data_dir: setup.data_dir.clone()?,
            server: setup.server.clone(),
            token: LocalToken::default(),
            carrier: None,
        })
    }

    /// Where connections, outbox and ledger are.
    pub fn data_dir(&self) -> &DataDir {
        &self.data_dir
    }

    /// Starts sending what waits: within each call if `at_once`, else on a thread. `tell` receives the events, on the thread on which they
    /// happen.
    ///
    /// # Errors
    /// When the system cannot start a thread.
    pub fn begin(&mut self, at_once: bool, on_event: OnEvent) -> std::io::Result<()> {
        let transports = self.token.transports(self.data_dir.tokens.clone());
        self.carrier = Some(Carrier::start(self.data_dir.clone(), transports, at_once, on_event)?);
        Ok(())
    }

    /// Ends sending, after the current exchange.
    pub fn end(&mut self) {
        if let Some(carrier) = self.carrier.take() {
            carrier.stop();
        }
    }

    /// Passes an order on to the courier.
    pub fn order(&mut self, order: Order) {
        if let Some(carrier) = &mut self.carrier {
            carrier.order(order);
        }
    }

    /// What the server on this computer is started with, its shop looking like `brand` and its connection called `name`; `None` where there
    /// is none.
    pub fn local_setup(&self, brand: Brand, name: String) -> Option<LocalSetup> {
        let (data, port) = self.server.clone()?;
        Some(LocalSetup {
            data,
            port,
            brand,
            name,
            token: self.token.clone(),
        })
    }

    /// Where an operation's job sends it.
    pub fn outlet(&self, destination: Destination, brand: Brand, name: String) -> Outlet {
        match destination {
            Destination::Connection(connection) => Outlet::Connection(connection),
            Destination::ThisComputer => match self.local_setup(brand, name) {
                Some(setup) => Outlet::ThisComputer(Box::new(setup)),
                None => Outlet::Connection(LOCAL.to_owned()),
            },
        }
    }

    /// The job that reads the disk. The `first` one adopts what an earlier version kept, and changes files.
    pub fn read(&self, library: Library, first: bool) -> impl FnOnce() -> Event + Send + use<> {
        let data_dir = self.data_dir.clone();
        move || {
            let ready = if first { adopt(&data_dir, &library) } else { Ok(()) };
            Event::Read(ready.and_then(|()| Snapshot::read(&data_dir, &library)))
        }
    }

    /// The job that writes an operation down.
    pub fn operate(
        &self,
        wanted: Wanted,
        outlet: Outlet,
        library: Library,
        published: Published,
        at: DateTime<Utc>,
    ) -> impl FnOnce() -> Event + Send + use<> {
        let data_dir = self.data_dir.clone();
        move || {
            let aim = Aim::Campaign {
                path: wanted.path.clone(),
                what: wanted.what,
            };
            let carried_out = carry_out(&data_dir, &outlet, wanted, &library, &published, at);
            ended(aim, carried_out, &data_dir, &library)
        }
    }

    /// The job that writes down that the site document is published.
    pub fn publish_site(
        &self,
        document: SiteDocument,
        outlet: Outlet,
        library: Library,
        published: Published,
        at: DateTime<Utc>,
    ) -> impl FnOnce() -> Event + Send + use<> {
        let data_dir = self.data_dir.clone();
        move || {
            let carried_out = carry_out_site(&data_dir, &outlet, document, &library, &published, at);
            ended(Aim::Site, carried_out, &data_dir, &library)
        }
    }

    /// The job that starts the server on this computer once another one has ended.
    pub fn start_server(
        &self,
        setup: LocalSetup,
        after: Option<LocalServer>,
        library: Library,
    ) -> impl FnOnce() -> Event + Send + use<> {
        let data_dir = self.data_dir.clone();
        move || {
            if let Some(running) = after {
                running.stop();
            }
            let started = start_local(&setup, &data_dir);
            let runs = started.is_ok();
            let snapshot = runs.then(|| Snapshot::read(&data_dir, &library).ok()).flatten();
            Event::ServerStarted(Box::new(started), snapshot)
        }
    }

    /// The job that forgets a connection and its token.
    pub fn remove_connection(&self, id: String) -> impl FnOnce() -> Event + Send + use<> {
        let data_dir = self.data_dir.clone();
        move || {
            let removed = data_dir.connections.remove(&id).map_err(Trouble::from);
            let forgotten = match id.as_str() {
                LOCAL => Ok(()),
                other => data_dir.tokens.forget(other).map_err(Trouble::from),
            };
            Event::ConnectionRemoved(removed.and(forgotten).map(|()| id))
        }
    }
}

/// What the end of an operation's job says.
fn ended(aim: Aim, carried_out: CarriedOut, data_dir: &DataDir, library: &Library) -> Event {
    let started = carried_out.started.is_some();
    Event::OperationEnded {
        aim,
        carried_out: Box::new(carried_out),
        snapshot: started.then(|| Snapshot::read(data_dir, library).ok()).flatten(),
    }
}
