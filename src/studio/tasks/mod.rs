//! Work that must not hold up a frame, on threads with names. Results come back as typed events.
//!
//! Two kinds. **The disk worker** does what changes the user's files, one job after the other in the order of asking, and is waited for
//! when the app ends: no request is lost, and nothing older overwrites something newer. **The pool** reads, computes and
//! asks: its jobs run in parallel, and those that nobody waits for any more may be abandoned at the end.
//!
//! No other place in the window's code starts a thread.

mod pool;
mod queue;
#[cfg(test)]
mod tests;
mod worker;

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::{Duration, Instant},
};

pub use queue::Key;
pub use worker::SlowDisk;

use pool::Pool;
use worker::Worker;

/// Work that ended in a panic. It is reported where it happened; code that waits for the job has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crashed {
    /// The job's key, if it had one.
    pub key: Option<Key>,
    /// The job's name, as passed to [`Tasks::disk`].
    pub what: &'static str,
}

/// Wakes the window, from any thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

impl Crashed {
    /// Returns the event of a panicked pool job that nobody waits for.
    pub fn in_pool() -> Self {
        Self { key: None, what: POOL }
    }
}

/// The name of a job of the pool: the key of a text.
const POOL: &str = "busy-task";

/// Where work is done.
pub enum Execution {
    /// On threads, which wake the window.
    Background(Wake),
    /// Within each call, so that a test or a picture needs no waiting.
    AtOnce,
    /// As at once, but disk jobs wait until a test releases them: an arbitrarily slow disk.
    Slow(SlowDisk),
}

/// Runs work in the background and collects the results.
pub struct Tasks<E> {
    sender: Sender<E>,
    receiver: Receiver<E>,
    how: How<E>,
}

enum How<E> {
    Background {
        wake: Wake,
        disk: Worker<E>,
        pool: Pool,
    },
    /// Within each call; jobs for the disk when a test lets them, if it is slow.
    Inline {
        disk: SlowDisk,
        slow: bool,
    },
}

impl<E: Send + From<Crashed> + 'static> Tasks<E> {
    /// Work runs according to `place`. Threads start with the first job.
    pub fn new(place: Execution) -> Self {
        let (sender, receiver) = channel();
        let how = match place {
            Execution::AtOnce => How::Inline {
                disk: SlowDisk::default(),
                slow: false,
            },
            Execution::Slow(disk) => How::Inline { disk, slow: true },
            Execution::Background(wake) => {
                let (sender, window) = (sender.clone(), wake.clone());
                let disk = Worker::new(move |event| {
                    // The receiver is gone when the window is; nobody wants the result then.
                    if sender.send(event).is_ok() {
                        window();
                    }
                });
                How::Background {
                    wake,
                    disk,
                    pool: Pool::default(),
                }
            }
        };
        Self { sender, receiver, how }
    }

    /// Whether computing and reading is done at once.
    pub fn is_at_once(&self) -> bool {
        matches!(self.how, How::Inline { .. })
    }

    /// Does `work` on the disk, after all earlier disk jobs. Of waiting jobs with the same key, only the newest is done.
    /// `what` is the key of the text that names the job to users who wait for it.
    pub fn disk(&self, key: Option<Key>, what: &'static str, work: impl FnOnce() -> E + Send + 'static) {
        self.disk_in(key, what, None, work);
    }

    /// As [`Tasks::disk`], after a while; sooner when the app ends or [`Tasks::flush`] is called, and only then where there are no
    /// threads.
    pub fn disk_later(
        &self,
        key: Option<Key>,
        what: &'static str,
        delay: Duration,
        work: impl FnOnce() -> E + Send + 'static,
    ) {
        self.disk_in(key, what, Some(delay), work);
    }

    fn disk_in(
        &self,
        key: Option<Key>,
        what: &'static str,
        delay: Option<Duration>,
        work: impl FnOnce() -> E + Send + 'static,
    ) {
        match &self.how {
            How::Background { disk, .. } => disk.put(key, what, delay.map(|delay| Instant::now() + delay), work),
            How::Inline { disk, slow } => {
                let sender = self.sender.clone();
                disk.put(key, what, delay.is_some(), move || {
                    // As above.
                    let _ = sender.send(work());
                });
                if !slow {
                    disk.go_on();
                }
            }
        }
    }

    /// Runs postponed jobs of [`Tasks::disk_later`] now.
    pub fn flush(&self) {
        match &self.how {
            How::Background { disk, .. } => disk.flush(),
            How::Inline { disk, slow } => {
                disk.flush();
                if !slow {
                    disk.go_on();
                }
            }
        }
    }

    /// Starts `work` in the background. If it panics, `broke_off` is delivered instead of its result, so that nobody waits forever;
    /// [`Crashed::in_pool`] where nobody waits.
    pub fn start(&self, broke_off: E, work: impl FnOnce() -> E + Send + 'static) {
        self.stream(broke_off, move |deliver| deliver(work()));
    }

    /// As [`Tasks::start`], for `work` that has several results, each delivered when it is there.
    pub fn stream(&self, broke_off: E, work: impl FnOnce(&mut dyn FnMut(E)) + Send + 'static) {
        self.spawn(false, broke_off, work);
    }

    /// As [`Tasks::start`], for what the user waits for and the end of the app has to wait for as well, such as an export.
    pub fn start_to_the_end(&self, broke_off: E, work: impl FnOnce() -> E + Send + 'static) {
        self.spawn(true, broke_off, move |deliver| deliver(work()));
    }

    fn spawn(&self, to_the_end: bool, broke_off: E, work: impl FnOnce(&mut dyn FnMut(E)) + Send + 'static) {
        let How::Background { wake, pool, .. } = &self.how else {
            work(&mut |event| self.deliver(event));
            return;
        };
        let (sender, wake) = (self.sender.clone(), wake.clone());
        pool.start(to_the_end, move || {
            let deliver = |event| {
                // As above.
                if sender.send(event).is_ok() {
                    wake();
                }
            };
            if guarded(POOL, || work(&mut |event| deliver(event))).is_none() {
                deliver(broke_off);
            }
        });
    }

    /// Delivers events from any thread, and wakes the window for each.
    pub fn messenger(&self) -> impl Fn(E) + Send + use<E> {
        let sender = self.sender.clone();
        let wake = match &self.how {
            How::Background { wake, .. } => Some(wake.clone()),
            How::Inline { .. } => None,
        };
        move |event| {
            if sender.send(event).is_ok()
                && let Some(wake) = &wake
            {
                wake();
            }
        }
    }

    /// Puts an event into the queue.
    pub fn deliver(&self, event: E) {
        // Sender and receiver live in the same place, so this cannot fail.
        let _ = self.sender.send(event);
    }

    /// The events that have come since the last call.
    pub fn finished(&self) -> Vec<E> {
        self.receiver.try_iter().collect()
    }

    /// What is still being written: the names that [`Tasks::disk`] was given, in order. Postponed jobs do not count.
    pub fn unwritten(&self) -> Vec<&'static str> {
        match &self.how {
            How::Inline { disk, .. } => disk.waiting(),
            How::Background { disk, pool, .. } => {
                let mut names = disk.waiting();
                if pool.has_to_end() {
                    names.push("busy-export");
                }
                names
            }
        }
    }

    /// Ends the work: the disk worker completes all its jobs, postponed ones too, and its thread is joined. Waits no longer
    /// than `patience`; returns what was not done by then.
    pub fn finish(&mut self, patience: Duration) -> Vec<&'static str> {
        match &mut self.how {
            How::Inline { disk, .. } => {
                disk.flush();
                disk.go_on();
                Vec::new()
            }
            How::Background { disk, pool, .. } => {
                let until = Instant::now() + patience;
                let mut names = disk.finish(until);
                if !pool.finish(until) {
                    names.push("busy-export");
                }
                names
            }
        }
    }
}

/// Runs a job; `None` when it ended in a panic, which has been reported. `what` names it in the log.
fn guarded<R>(what: &'static str, work: impl FnOnce() -> R) -> Option<R> {
    crate::diagnostics::contained(what, work)
}

/// Takes a lock whose content every holder leaves intact, so that a poisoned one is still usable.
fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What several threads share.
type Shared<T> = Arc<(std::sync::Mutex<T>, std::sync::Condvar)>;
