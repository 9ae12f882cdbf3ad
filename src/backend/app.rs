//! The shared state that requests are answered from.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::counter::Counter;
use super::country::CountryHeader;
use super::files::Files;
use super::journal::Journal;
use super::limiter::Buckets;
use super::network::Network;
use super::origin::Origin;
use super::problem::Problem;
use super::published::Shelf;
use super::store::{Answer, Database, Key, Store, Write};
use super::token::Token;
use crate::clock;

/// The backend's parts, shared by all requests.
pub(super) struct App {
    pub store: Store,
    pub shelf: Arc<Shelf>,
    pub token: Token,
    pub limits: Limits,
    pub counter: Counter,
    pub files: Files,
    pub journal: Journal,
    /// Proxies that are trusted to name where requests come from.
    pub trusted_proxies: Vec<Network>,
    /// Websites whose visitors are counted; if empty, all.
    pub origins: Vec<Origin>,
    /// The header that names the visitor's country.
    pub country_header: Option<CountryHeader>,
    /// Whether an untrusted client that names addresses was logged.
    pub doubted: AtomicBool,
}

/// The limits of one network.
pub(super) struct Limits {
    /// Reports of events.
    pub reports: Buckets<IpAddr>,
    /// Events of one campaign, by the hash of its identity.
    pub events: Buckets<(IpAddr, u64)>,
    /// Wrong tokens.
    pub wrong_tokens: Buckets<IpAddr>,
}

impl Limits {
    /// Most networks, or networks and campaigns, that are remembered at once.
    const KEYS: usize = 100_000;

    pub(super) fn new() -> Self {
        Limits {
            // A visitor sends a few a minute; an office shares one address.
            reports: Buckets::new(20.0, 200, Self::KEYS),
            // Each showing makes two: 60 pop-ups of one campaign a minute, and 150 at once.
            events: Buckets::new(2.0, 300, Self::KEYS),
            // Enough for mistakes, and hopeless for guesses.
            wrong_tokens: Buckets::new(1.0 / 6.0, 20, Self::KEYS),
        }
    }

    /// Forgets clients that are no longer limited.
    pub(super) fn prune(&self, now: Instant) {
        self.reports.prune(now);
        self.events.prune(now);
        self.wrong_tokens.prune(now);
    }
}

impl App {
    /// Returns the answer that this key got before, if any: a retry costs only this look-up.
    pub(super) async fn answered(&self, key: &Key) -> Result<Option<Answer>, Problem> {
        let key = key.clone();
        self.store.run(move |database| database.answered(&key)).await
    }

    /// Makes a change; once it is answered, it is on the disk, and visitors fetch the new state.
    pub(super) async fn write(&self, write: Write) -> Result<Answer, Problem> {
        self.store.run(move |database| database.write(write)).await
    }

    /// Logs, once, that `X-Forwarded-For` came from an address that is not trusted.
    pub(super) fn doubt_forwarding(&self, peer: IpAddr) {
        if !self.doubted.swap(true, Ordering::Relaxed) {
            let from = if peer.is_loopback() {
                "this machine"
            } else {
                "another machine"
            };
            tracing::warn!(
                "a request from {from} has X-Forwarded-For, which is not believed; if a reverse proxy sends it, name it with --trusted-proxy"
            );
        }
    }

    /// Writes the counts since the last time to the store. Continues even if the client hangs up: unwritten counts
    /// exist nowhere else.
    pub(super) async fn flush(self: &Arc<Self>) {
        let app = Arc::clone(self);
        let writing = tokio::spawn(async move {
            let counted = app.counter.take();
            if counted.is_empty() {
                return;
            }
            let kept = counted.clone();
            let written = app.store.run(move |database| Ok(database.count(&counted)?)).await;
            if written.is_err() {
                app.counter.put_back(kept);
            }
        });
        // A panic was reported where it happened.
        let _ = writing.await;
    }

    /// Removes outdated data.
    pub(super) async fn sweep(&self) {
        let job = |database: &mut Database| Ok(database.sweep(clock::now())?);
        // The reason of a failure is in the log; the next sweep tries again.
        let _ = self.store.run(job).await;
    }
}
