//! Who may hold a connection: there is a total limit, and a share for each network.
//!
//! A newcomer never waits. If the limit is reached, the connection that has been idle longest is closed: one of its own network if that
//! network has used up its share, else one of the network that holds most. If none is idle, a request that takes unusually long is ended, such
//! as one whose body only drips in. The newcomer is refused only if all of them are being answered in good time.
//! Connections from trusted proxies carry many visitors, so they have no share.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::network::{Network, customer};

/// What connections may do.
#[derive(Debug, Clone)]
pub(super) struct ConnectionLimits {
    /// Connections at once.
    pub connections: usize,
    /// Of one network.
    pub share: usize,
    /// How long a connection may make no progress.
    pub patience: Duration,
    /// The patience once three quarters of the connections are taken.
    pub short_patience: Duration,
    /// Proxies, whose connections have no share.
    pub trusted: Vec<Network>,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        ConnectionLimits {
            connections: 1_024,
            share: 64,
            patience: Duration::from_secs(30),
            short_patience: Duration::from_secs(5),
            trusted: Vec::new(),
        }
    }
}

/// Admits connections, and closes some to make room for others.
pub(super) struct ConnectionLimiter {
    rules: ConnectionLimits,
    crowded: AtomicBool,
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    next: u64,
    admitted: BTreeMap<u64, Admitted>,
    networks: HashMap<IpAddr, Vec<u64>>,
}

struct Admitted {
    /// `None` for a trusted proxy's.
    network: Option<IpAddr>,
    activity: Arc<Activity>,
    /// Dropped to close it.
    _stay: oneshot::Sender<()>,
}

/// The activity of a connection, as reported by itself.
#[derive(Debug)]
pub(super) struct Activity {
    begun: Instant,
    /// Requests being processed.
    working: AtomicUsize,
    /// Since when, in milliseconds after `begun`.
    working_since: AtomicU64,
    /// Whether the client does not read what is sent to it.
    blocked: AtomicBool,
    /// When it last took something of an answer, in milliseconds after `begun`; at first, when it was opened.
    progress: AtomicU64,
}

impl Activity {
    fn new(begun: Instant) -> Self {
        Activity {
            begun,
            working: AtomicUsize::new(0),
            working_since: AtomicU64::new(0),
            blocked: AtomicBool::new(false),
            progress: AtomicU64::new(0),
        }
    }

    /// Marks a request as being processed, until the guard is dropped.
    pub(super) fn work(self: &Arc<Self>) -> Working {
        if self.working.fetch_add(1, Ordering::Relaxed) == 0 {
            self.working_since.store(self.age(), Ordering::Relaxed);
        }
        Working(Arc::clone(self))
    }

    /// Milliseconds since it was opened.
    fn age(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Notes whether the client read some of an answer.
    pub(super) fn wrote(&self, blocked: bool) {
        self.blocked.store(blocked, Ordering::Relaxed);
        if !blocked {
            self.progress.store(self.age(), Ordering::Relaxed);
        }
    }

    /// Whether a request is being processed.
    pub(super) fn is_working(&self) -> bool {
        self.working.load(Ordering::Relaxed) > 0
    }

    /// The last instant of progress.
    pub(super) fn progress(&self) -> Instant {
        self.begun + Duration::from_millis(self.progress.load(Ordering::Relaxed))
    }

    /// Returns how readily it makes room for another, the smallest first; `None` while it is properly busy.
    fn readiness(&self, patience: Duration) -> Option<(bool, Instant)> {
        let blocked = self.blocked.load(Ordering::Relaxed);
        if !self.is_working() && !blocked {
            return Some((false, self.progress()));
        }
        let since = match self.is_working() {
            true => self.begun + Duration::from_millis(self.working_since.load(Ordering::Relaxed)),
            false => self.progress(),
        };
        (since.elapsed() >= patience).then_some((true, since))
    }
}

/// A request being processed.
pub(super) struct Working(Arc<Activity>);

impl Drop for Working {
    fn drop(&mut self) {
        self.0.working.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The right to hold a connection, until it is dropped.
pub(super) struct ConnectionPermit {
    limiter: Arc<ConnectionLimiter>,
    number: u64,
    pub activity: Arc<Activity>,
    /// Ends when the connection has to make room for another.
    pub left: oneshot::Receiver<()>,
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut taken = self.limiter.lock();
        taken.leave(self.number);
        self.limiter.note_crowd(&taken);
    }
}

impl ConnectionLimiter {
    pub(super) fn new(rules: ConnectionLimits) -> Arc<Self> {
        Arc::new(ConnectionLimiter {
            rules,
            crowded: AtomicBool::new(false),
            taken: Mutex::default(),
        })
    }

    /// Admits a connection from this address; `None` when none can make room.
    pub(super) fn admit(self: &Arc<Self>, peer: IpAddr) -> Option<ConnectionPermit> {
        let trusted = self.rules.trusted.iter().any(|network| network.contains(peer));
        let network = (!trusted).then(|| customer(peer));
        let mut taken = self.lock();
        if let Some(network) = network
            && taken.count(network) >= self.rules.share
        {
            let leaver = taken.leaver(network, self.pulse())?;
            taken.leave(leaver);
        }
        if taken.admitted.len() >= self.rules.connections {
            let leaver = taken.leaver_of_the_largest(self.pulse())?;
            taken.leave(leaver);
        }
        let activity = Arc::new(Activity::new(Instant::now()));
        let (stay, left) = oneshot::channel();
        let number = taken.enter(Admitted {
            network,
            activity: Arc::clone(&activity),
            _stay: stay,
        });
        self.note_crowd(&taken);
        drop(taken);
        Some(ConnectionPermit {
            limiter: Arc::clone(self),
            number,
            activity,
            left,
        })
    }

    /// How long a connection may make no progress now.
    pub(super) fn patience(&self) -> Duration {
        match self.crowded.load(Ordering::Relaxed) {
            true => self.rules.short_patience.min(self.rules.patience),
            false => self.rules.patience,
        }
    }

    /// How often a connection checks whether patience has become shorter.
    pub(super) fn pulse(&self) -> Duration {
        self.rules.short_patience.min(self.rules.patience)
    }

    fn note_crowd(&self, taken: &Taken) {
        let crowded = taken.admitted.len() * 4 >= self.rules.connections * 3;
        self.crowded.store(crowded, Ordering::Relaxed);
    }

    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    fn enter(&mut self, connection: Admitted) -> u64 {
        let number = self.next;
        self.next += 1;
        if let Some(network) = connection.network {
            self.networks.entry(network).or_default().push(number);
        }
        self.admitted.insert(number, connection);
        number
    }

    fn leave(&mut self, number: u64) {
        let Some(connection) = self.admitted.remove(&number) else {
            return;
        };
        let Some(network) = connection.network else { return };
        if let Some(numbers) = self.networks.get_mut(&network) {
            numbers.retain(|other| *other != number);
            if numbers.is_empty() {
                self.networks.remove(&network);
            }
        }
    }

    fn count(&self, network: IpAddr) -> usize {
        self.networks.get(&network).map_or(0, Vec::len)
    }

    /// The connection of a network that makes room most readily.
    fn leaver(&self, network: IpAddr, patience: Duration) -> Option<u64> {
        let numbers = self.networks.get(&network)?.iter();
        let admitted = numbers.filter_map(|number| Some((*number, self.admitted.get(number)?)));
        most_ready(admitted, patience)
    }

    /// Chooses it from the network that holds most, or the next one if none of it can go; from proxies last.
    fn leaver_of_the_largest(&self, patience: Duration) -> Option<u64> {
        let mut networks: Vec<(usize, IpAddr)> = self
            .networks
            .iter()
            .map(|(network, numbers)| (numbers.len(), *network))
            .collect();
        networks.sort_by(|one, other| other.cmp(one));
        let mut leavers = networks.into_iter().map(|(_, network)| self.leaver(network, patience));
        leavers.find_map(|leaver| leaver).or_else(|| {
            let proxies = self
                .admitted
                .iter()
                .filter(|(_, connection)| connection.network.is_none());
            most_ready(proxies.map(|(number, connection)| (*number, connection)), patience)
        })
    }
}

fn most_ready<'a>(admitted: impl Iterator<Item = (u64, &'a Admitted)>, patience: Duration) -> Option<u64> {
    let ready = admitted.filter_map(|(number, connection)| Some((connection.activity.readiness(patience)?, number)));
    ready.min().map(|(_, number)| number)
}
