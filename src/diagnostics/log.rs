//! The log of a window: a thread that writes what is recorded anywhere in the program.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::Registry;

use super::file::LogFile;
use super::folder::Home;
use super::level::{LEVEL_VARIABLE, Level};
use super::{line, system};
use crate::clock;

/// Largest file of the log, in bytes; there are two.
const MOST_BYTES: u64 = 1 << 20;
/// How many lines may wait for the disk; what comes then is counted, not written.
const WAITING: usize = 2_048;
/// How long the program waits at its end for the disk to write the last lines.
const PATIENCE: Duration = Duration::from_secs(1);

/// The log of this process, once it is started.
static LOG: OnceLock<Log> = OnceLock::new();

/// What the thread is asked to do.
enum Order {
    Write(String),
    /// Answer once everything before is written; the flag is whether the window ends normally.
    Flush(SyncSender<()>, bool),
}

/// A log that is being written. Cheap to clone; a clone writes the same.
#[derive(Debug, Clone)]
pub struct Log {
    folder: PathBuf,
    orders: SyncSender<Order>,
    lost: Arc<AtomicU64>,
}

/// Starts the log of this process in a folder: from now on, what is recorded anywhere is written there, as far as `BECKON_LOG` asks for it;
/// and errors of the crates `heard`. `None` when the folder accepts no file; the program then runs without a log.
pub fn start(folder: &Path, heard: &'static [&'static str]) -> Option<Log> {
    let variable = std::env::var(LEVEL_VARIABLE).ok();
    let level = Level::read(variable.as_deref());
    let (log, left_running) = Log::open(folder, MOST_BYTES).ok()?;
    let layer = LogLayer {
        log: log.clone(),
        level: Level {
            most: level.unwrap_or_else(|usual| usual),
            heard,
        },
        home: Home::of_user(),
    };
    // A log that is already set up, as by `beckon serve`, stays.
    tracing::subscriber::set_global_default(Registry::default().with(layer)).ok()?;
    let _ = LOG.set(log.clone());
    if level.is_err() {
        tracing::warn!("BECKON_LOG names no level: off, error, warn, info, debug, trace");
    }
    let (version, os, desktop) = (env!("CARGO_PKG_VERSION"), system::name(), system::desktop());
    tracing::info!(version, os, desktop = desktop.unwrap_or_default(), "Beckon started");
    if left_running {
        tracing::warn!("the run before did not end by itself");
    }
    Some(log)
}

/// Waits until everything recorded so far is on the disk, but no longer than a second.
pub fn flush() {
    if let Some(log) = current() {
        log.flush();
    }
}

/// The log of this process, if it has one.
pub(super) fn current() -> Option<&'static Log> {
    LOG.get()
}

impl Log {
    /// Opens the files and starts the thread that writes them. Also returns whether the previous run did not end normally.
    pub(super) fn open(folder: &Path, most: u64) -> std::io::Result<(Log, bool)> {
        let mut file = LogFile::open(folder, most)?;
        let left_running = file.left_running();
        let (orders, inbox) = sync_channel(WAITING);
        let log = Log {
            folder: folder.to_owned(),
            orders,
            lost: Arc::default(),
        };
        let lost = Arc::clone(&log.lost);
        thread::Builder::new()
            .name("beckon-log".into())
            .spawn(move || serve(&mut file, &inbox, &lost))?;
        Ok((log, left_running))
    }

    /// Returns its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Hands a line to the thread. Never waits.
    pub(super) fn write(&self, line: String) {
        if let Err(TrySendError::Full(_)) = self.orders.try_send(Order::Write(line)) {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Waits until everything is on the disk, but no longer than a second.
    pub fn flush(&self) {
        self.wait(false);
    }

    /// As [`Log::flush`], when the window ends normally.
    pub fn end(&self) {
        self.wait(true);
    }

    fn wait(&self, ends: bool) {
        let (done, answer) = sync_channel(1);
        let mut order = Order::Flush(done, ends);
        // A full queue is one that the disk holds up: it is tried for as long as anybody waits.
        const TRIES: u32 = 20;
        for _ in 0..TRIES {
            match self.orders.try_send(order) {
                Ok(()) => {
                    // A disk that does not answer is left behind.
                    let _ = answer.recv_timeout(PATIENCE);
                    return;
                }
                Err(TrySendError::Full(back)) => order = back,
                Err(TrySendError::Disconnected(_)) => return,
            }
            thread::sleep(PATIENCE / TRIES);
        }
    }
}

fn serve(file: &mut LogFile, inbox: &Receiver<Order>, lost: &AtomicU64) {
    while let Ok(order) = inbox.recv() {
        match order {
            Order::Write(line) => file.write(&line),
            Order::Flush(done, ends) => {
                if ends {
                    file.end();
                }
                // The caller may have lost patience.
                let _ = done.try_send(());
            }
        }
        let count = lost.swap(0, Ordering::Relaxed);
        if count > 0 {
            let text = format!("lines were lost, since the disk was slow count={count}");
            file.write(&line::line(
                clock::now(),
                tracing::Level::WARN,
                "diagnostics::log",
                &text,
            ));
        }
    }
}

/// Takes records from everywhere and hands them to a log.
pub(super) struct LogLayer {
    pub(super) log: Log,
    pub(super) level: Level,
    pub(super) home: Home,
}

impl<S: Subscriber> Layer<S> for LogLayer {
    fn enabled(&self, record: &Metadata<'_>, _: Context<'_, S>) -> bool {
        self.level.takes(record)
    }

    fn max_level_hint(&self) -> Option<tracing::level_filters::LevelFilter> {
        Some(self.level.most)
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        self.log.write(line::of_event(event, clock::now(), &self.home));
    }
}
