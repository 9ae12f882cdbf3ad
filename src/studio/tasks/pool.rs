//! Threads for work that may run in parallel: reading, computing, asking a user or a server.
//!
//! There are as many as are busy at once, up to a bound; idle ones end after a while.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::{Shared, guarded, lock};

/// Most threads at once. Some may be waiting for the user, or for a server, for minutes.
const MOST: usize = 24;
/// How long a thread waits for another job.
const IDLE: Duration = Duration::from_secs(10);

type Work = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct State {
    /// The waiting jobs, and whether the app's end has to wait for them.
    jobs: VecDeque<(bool, Work)>,
    threads: usize,
    idle: usize,
    /// How many of the jobs that the end has to wait for are not done.
    to_the_end: usize,
    closing: bool,
}

/// The threads.
#[derive(Default)]
pub(super) struct Pool {
    shared: Shared<State>,
    handles: Mutex<Vec<JoinHandle<()>>>,
}

impl Pool {
    /// Starts a job. If there is no thread and none can be started, it is done at once.
    pub(super) fn start(&self, to_the_end: bool, work: impl FnOnce() + Send + 'static) {
        let (state, changed) = &*self.shared;
        let needs_thread = {
            let mut state = lock(state);
            state.to_the_end += usize::from(to_the_end);
            state.jobs.push_back((to_the_end, Box::new(work)));
            let needs = state.jobs.len() > state.idle && state.threads < MOST;
            state.threads += usize::from(needs);
            needs
        };
        changed.notify_one();
        if needs_thread {
            self.add_thread();
        }
    }

    fn add_thread(&self) {
        let shared = Arc::clone(&self.shared);
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the pool: its threads have a name and are joined"
        )]
        let started = thread::Builder::new()
            .name("beckon-task".into())
            .spawn(move || serve(&shared));
        let mut handles = lock(&self.handles);
        handles.retain(|handle| !handle.is_finished());
        match started {
            Ok(handle) => handles.push(handle),
            Err(_) => {
                drop(handles);
                let alone = {
                    let mut state = lock(&self.shared.0);
                    state.threads -= 1;
                    state.threads == 0
                };
                while alone && let Some(job) = next_job(&self.shared) {
                    done(&self.shared, job);
                }
            }
        }
    }

    /// Whether something runs or waits that the end has to wait for.
    pub(super) fn has_to_end(&self) -> bool {
        lock(&self.shared.0).to_the_end > 0
    }

    /// Does what has to be done to the end, drops what waits otherwise, and joins the threads that end in time. False when something
    /// that has to be done was not done until `until`. A thread that waits for a user or a server is left behind: it changes nothing.
    pub(super) fn finish(&self, until: Instant) -> bool {
        let (state, changed) = &*self.shared;
        let mut held = lock(state);
        held.closing = true;
        held.jobs.retain(|(to_the_end, _)| *to_the_end);
        changed.notify_all();
        while held.to_the_end > 0 {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            held = changed
                .wait_timeout(held, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
        drop(held);
        for handle in lock(&self.handles).drain(..).filter(JoinHandle::is_finished) {
            // A panic on that thread was reported there.
            let _ = handle.join();
        }
        true
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        let (state, changed) = &*self.shared;
        lock(state).closing = true;
        changed.notify_all();
    }
}

fn next_job(shared: &Shared<State>) -> Option<(bool, Work)> {
    lock(&shared.0).jobs.pop_front()
}

fn done(shared: &Shared<State>, (to_the_end, work): (bool, Work)) {
    // A job that ended in a panic never delivers its result, like a server that does not answer.
    let _ = guarded("busy-task", work);
    lock(&shared.0).to_the_end -= usize::from(to_the_end);
    shared.1.notify_all();
}

fn serve(shared: &Shared<State>) {
    loop {
        if let Some(job) = next_job(shared) {
            done(shared, job);
            continue;
        }
        let (state, changed) = &**shared;
        let mut held = lock(state);
        if !held.jobs.is_empty() {
            continue;
        }
        held.idle += 1;
        let (mut held, waited) = match held.closing {
            true => (held, true),
            false => {
                let (held, waited) = changed.wait_timeout(held, IDLE).unwrap_or_else(PoisonError::into_inner);
                (held, waited.timed_out())
            }
        };
        held.idle -= 1;
        if held.jobs.is_empty() && (held.closing || waited) {
            held.threads -= 1;
            return;
        }
    }
}
