//! The only thread that changes the user's files, and its stand-in for tests.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::{
    Crashed, Key, Shared, guarded, lock,
    queue::{Job, Queue},
};

type Work<E> = Box<dyn FnOnce() -> E + Send>;
type Deliver<E> = Arc<dyn Fn(E) + Send + Sync>;

/// From this time on, a job for the disk is slow enough for the log.
const SLOW: Duration = Duration::from_secs(2);
/// How long the disk may take for outstanding jobs when the app aborts.
const LAST_CHANCE: Duration = Duration::from_secs(3);

/// What the window and the thread share.
struct State<E> {
    queue: Queue<Work<E>>,
    /// The job that is being done.
    running: Option<&'static str>,
    /// No more jobs come; the thread ends once all are done.
    closing: bool,
    ended: bool,
}

/// One thread, one job after the other.
pub(super) struct Worker<E> {
    shared: Shared<State<E>>,
    deliver: Deliver<E>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl<E: Send + From<Crashed> + 'static> Worker<E> {
    /// `deliver` receives the result of each job, on the worker's thread.
    pub(super) fn new(deliver: impl Fn(E) + Send + Sync + 'static) -> Self {
        let state = State {
            queue: Queue::default(),
            running: None,
            closing: false,
            ended: false,
        };
        Self {
            shared: Arc::new((Mutex::new(state), Condvar::new())),
            deliver: Arc::new(deliver),
            thread: Mutex::new(None),
        }
    }

    /// Puts a job into the queue, to be done not before `due`, if given.
    pub(super) fn put(
        &self,
        key: Option<Key>,
        what: &'static str,
        due: Option<Instant>,
        work: impl FnOnce() -> E + Send + 'static,
    ) {
        let job = Job {
            key,
            what,
            work: Box::new(work) as Work<E>,
        };
        let (state, changed) = &*self.shared;
        {
            let mut state = lock(state);
            match due.filter(|_| !state.closing) {
                Some(due) => state.queue.put_off(due, job),
                None => state.queue.put(job),
            }
        }
        changed.notify_all();
        self.ensure_thread();
    }

    /// Makes all postponed jobs due.
    pub(super) fn flush(&self) {
        let (state, changed) = &*self.shared;
        lock(state).queue.flush();
        changed.notify_all();
    }

    /// Returns the names of unfinished jobs, without postponed ones.
    pub(super) fn waiting(&self) -> Vec<&'static str> {
        let state = lock(&self.shared.0);
        state.running.into_iter().chain(state.queue.waiting()).collect()
    }

    /// Completes all jobs and ends the thread. Waits until `until` at most; returns what was not done by then.
    pub(super) fn finish(&self, until: Instant) -> Vec<&'static str> {
        let (state, changed) = &*self.shared;
        let mut held = lock(state);
        held.closing = true;
        held.queue.flush();
        changed.notify_all();
        if lock(&self.thread).is_none() {
            return held.queue.waiting().collect();
        }
        drop(held);
        if !wait_for_end(&self.shared, until) {
            return self.waiting();
        }
        if let Some(thread) = lock(&self.thread).take() {
            // A panic on that thread was reported there.
            let _ = thread.join();
        }
        Vec::new()
    }

    /// Starts the thread with the first job. Without one, jobs are done at once: slow is better than lost.
    fn ensure_thread(&self) {
        let mut thread = lock(&self.thread);
        if thread.is_some() {
            return;
        }
        let (shared, deliver) = (Arc::clone(&self.shared), Arc::clone(&self.deliver));
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the worker: its thread has a name and is joined"
        )]
        let started = thread::Builder::new()
            .name("beckon-disk".into())
            .spawn(move || serve(&shared, &deliver));
        match started {
            Ok(started) => *thread = Some(started),
            Err(_) => {
                drop(thread);
                while let Some(job) = next_job(&self.shared) {
                    done(&self.shared, job, &self.deliver);
                }
            }
        }
    }
}

impl<E> Drop for Worker<E> {
    fn drop(&mut self) {
        // Outstanding jobs are still done; callers that have to wait for them call `finish`.
        let (state, changed) = &*self.shared;
        let mut state = lock(state);
        state.closing = true;
        state.queue.flush();
        changed.notify_all();
        drop(state);
        if thread::panicking() && lock(&self.thread).is_some() {
            // The program ends without calling `finish`; what is being saved must not end with it.
            wait_for_end(&self.shared, Instant::now() + LAST_CHANCE);
        }
    }
}

/// Waits until the thread has done everything, or until `until`. False when it has not by then.
fn wait_for_end<E>(shared: &Shared<State<E>>, until: Instant) -> bool {
    let (state, changed) = &**shared;
    let mut held = lock(state);
    while !held.ended {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return false;
        }
        held = changed
            .wait_timeout(held, left)
            .unwrap_or_else(PoisonError::into_inner)
            .0;
    }
    true
}

/// A job that is due now.
fn next_job<E>(shared: &Shared<State<E>>) -> Option<Job<Work<E>>> {
    let mut state = lock(&shared.0);
    let job = state.queue.next(Instant::now())?;
    state.running = Some(job.what);
    Some(job)
}

fn done<E: From<Crashed>>(shared: &Shared<State<E>>, job: Job<Work<E>>, deliver: &Deliver<E>) {
    let Job { key, what, work } = job;
    let begun = Instant::now();
    deliver(guarded(what, work).unwrap_or_else(|| Crashed { key, what }.into()));
    let took = begun.elapsed();
    if took >= SLOW {
        tracing::warn!(job = what, ms = took.as_millis() as u64, "the disk was slow");
    }
    lock(&shared.0).running = None;
    shared.1.notify_all();
}

fn serve<E: From<Crashed>>(shared: &Shared<State<E>>, deliver: &Deliver<E>) {
    loop {
        if let Some(job) = next_job(shared) {
            done(shared, job, deliver);
            continue;
        }
        let (state, changed) = &**shared;
        let mut held = lock(state);
        if held.queue.waiting().next().is_some() {
            continue;
        }
        match held.queue.next_due() {
            None if held.closing => {
                held.ended = true;
                changed.notify_all();
                return;
            }
            None => drop(changed.wait(held)),
            Some(due) => {
                let left = due.saturating_duration_since(Instant::now());
                drop(changed.wait_timeout(held, left.max(Duration::from_millis(1))));
            }
        }
    }
}

type Held = Box<dyn FnOnce() + Send>;

/// How long a slow disk postpones postponed jobs: until it is flushed.
const FOREVER: Duration = Duration::from_secs(365 * 86_400);

/// A disk that does nothing until released, for tests of what happens meanwhile.
#[derive(Clone, Default)]
pub struct SlowDisk(Arc<Mutex<Queue<Held>>>);

impl SlowDisk {
    pub(super) fn put(
        &self,
        key: Option<Key>,
        what: &'static str,
        put_off: bool,
        work: impl FnOnce() + Send + 'static,
    ) {
        let job = Job {
            key,
            what,
            work: Box::new(work) as Held,
        };
        let mut queue = lock(&self.0);
        match put_off {
            true => queue.put_off(Instant::now() + FOREVER, job),
            false => queue.put(job),
        }
    }

    pub(super) fn flush(&self) {
        lock(&self.0).flush();
    }

    /// Returns the names of the waiting jobs in order, without postponed ones.
    pub fn waiting(&self) -> Vec<&'static str> {
        lock(&self.0).waiting().collect()
    }

    /// Does everything that waits.
    pub fn go_on(&self) {
        // A job may request another: the queue must not be locked while it runs.
        while let Some(job) = self.next() {
            (job.work)();
        }
    }

    fn next(&self) -> Option<Job<Held>> {
        lock(&self.0).next(Instant::now())
    }
}
