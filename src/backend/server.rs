//! Beginning and ending: the port, the threads, the regular work.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::app::{App, Limits};
use super::connection_limiter::{ConnectionLimiter, ConnectionLimits};
use super::counter::Counter;
use super::files::Files;
use super::folder::Lock;
use super::journal::Journal;
use super::options::{Options, StartError};
use super::published::Shelf;
use super::routes;
use super::serving;
use super::store::{Database, OpenError, Store};
use super::token::{self, Token};
use crate::clock;

/// How often counts are written down.
const FLUSH: Duration = Duration::from_secs(1);
/// How often the log sums up requests without a line of their own.
const SUM: Duration = Duration::from_secs(60);
/// How often old things are forgotten.
const SWEEP: Duration = Duration::from_secs(3_600);
/// How long requests being processed may delay the end.
const FAREWELL: Duration = Duration::from_secs(5);
/// The database's file in the data folder.
const DATABASE: &str = "beckon.db";

/// A running backend, on threads of its own. Dropping it ends it, after the requests being processed.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    token: Token,
    is_first_start: bool,
    data: PathBuf,
    ending: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

/// Starts a backend. It answers once this returns. All stored documents are read once, which takes some milliseconds, or seconds for thousands
/// of campaigns: call it on a thread that nobody waits for.
///
/// # Errors
/// When the folder, the database, the token, the port or threads are unavailable; nothing runs then.
pub fn start(options: Options) -> Result<Server, StartError> {
    if !clock::is_usable() {
        return Err(StartError::Clock);
    }
    let lock = Lock::take(&options.data)?;
    // Links on the path to the folder are the user's choice; within the folder, none is followed.
    let folder = options.data.canonicalize().map_err(|source| StartError::Folder {
        folder: options.data.clone(),
        source,
    })?;
    let (token, is_first_start) = Token::of(&folder)?;
    let file = lock.private_file(&folder, DATABASE)?;
    let mut database = Database::open(&file)?;
    let unusable = |error: rusqlite::Error| StartError::from(OpenError::from(error));
    database.sweep(clock::now()).map_err(unusable)?;
    let shelf = Arc::new(Shelf::new(database.live()));
    let listener = listen(SocketAddr::new(options.host, options.port))?;
    let address = listener.local_addr().map_err(StartError::Threads)?;
    let lock = lock.announce(&url_of(address));
    let runtime = runtime().map_err(StartError::Threads)?;
    let (store, keeper) = Store::start(database).map_err(StartError::Threads)?;
    let app = Arc::new(App {
        store,
        shelf,
        token: token.clone(),
        limits: Limits::new(),
        counter: Counter::default(),
        files: Files::new(&options.site),
        journal: Journal::new(options.log),
        trusted_proxies: options.trusted_proxies.clone(),
        origins: options.origins,
        country_header: options.country_header,
        doubted: AtomicBool::new(false),
    });
    let limiter = ConnectionLimiter::new(ConnectionLimits {
        trusted: options.trusted_proxies,
        ..ConnectionLimits::default()
    });
    let (ending, end) = watch::channel(false);
    let work = move || {
        runtime.spawn_blocking(Files::pack_widget);
        runtime.block_on(serve(listener, limiter, Arc::clone(&app), end));
        // The last counts, after the last request; then nobody sends the store jobs any more, and it ends.
        runtime.block_on(app.flush());
        drop(app);
        runtime.shutdown_timeout(FAREWELL);
        // A panic on that thread was reported there.
        let _ = keeper.join();
        drop(lock);
    };
    let thread = std::thread::Builder::new().name("beckon-backend".into()).spawn(work);
    Ok(Server {
        address,
        token,
        is_first_start,
        data: options.data,
        ending,
        thread: Some(thread.map_err(StartError::Threads)?),
    })
}

impl Server {
    /// Where it answers from this machine, without a slash at the end.
    pub fn url(&self) -> String {
        url_of(self.address)
    }

    /// The address it listens at.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The secret that publishing needs. It belongs in a keyring, never in a log.
    pub fn token(&self) -> &str {
        self.token.secret()
    }

    /// Whether the token was made by this start: nobody can know it yet.
    pub fn is_first_start(&self) -> bool {
        self.is_first_start
    }

    /// The file that keeps the token.
    pub fn token_file(&self) -> PathBuf {
        self.data.join(token::FILE)
    }

    /// The folder that it keeps everything in.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Ends it, after the requests being processed: at most some seconds later.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // It may already have ended.
        let _ = self.ending.send(true);
        if let Some(thread) = self.thread.take() {
            // A panic on that thread was reported there.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// Serves until asked to end, with the regular work in parallel.
async fn serve(listener: TcpListener, limiter: Arc<ConnectionLimiter>, app: Arc<App>, mut end: watch::Receiver<bool>) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => listener,
        Err(error) => {
            tracing::error!(%error, "nothing can be accepted");
            return;
        }
    };
    let router = routes::router(Arc::clone(&app));
    let regular = tokio::spawn(keep_up(app));
    let mut serving = std::pin::pin!(serving::serve(listener, limiter, router, end.clone()));
    tokio::select! {
        () = &mut serving => {}
        // The sender's end is a request to end, too.
        _ = end.wait_for(|ending| *ending) => {
            if timeout(FAREWELL, serving).await.is_err() {
                tracing::warn!("requests were cut off, since they would not end");
            }
        }
    }
    regular.abort();
}

/// The regular work.
async fn keep_up(app: Arc<App>) {
    let mut flush = interval(FLUSH);
    flush.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut sum = interval(SUM);
    let mut sweep = tokio::time::interval_at(tokio::time::Instant::now() + SWEEP, SWEEP);
    loop {
        tokio::select! {
            _ = flush.tick() => {
                app.flush().await;
                app.limits.prune(Instant::now());
            }
            _ = sum.tick() => app.journal.sum_up(),
            _ = sweep.tick() => app.sweep().await,
        }
    }
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(4)
        .thread_name("beckon-http")
        .enable_all()
        .build()
}

fn listen(address: SocketAddr) -> Result<TcpListener, StartError> {
    let listener = TcpListener::bind(address).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    listener.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => StartError::PortTaken { port: address.port() },
        _ => StartError::Address { address, source },
    })
}

/// How this machine reaches an address that is listened at.
fn url_of(address: SocketAddr) -> String {
    let host = match address.ip() {
        IpAddr::V4(host) if host.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(host) if host.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        host => host,
    };
    format!("http://{}", SocketAddr::new(host, address.port()))
}
