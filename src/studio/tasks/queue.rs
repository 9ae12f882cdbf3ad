//! The order of jobs for the disk, as plain data: first come, first served; of one key, the newest; some not before an instant.

use std::{collections::VecDeque, time::Instant};

/// What a job replaces when one like it still waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// The recovery note of an open campaign, by its session's number.
    Note(u64),
    /// The save of an open campaign with its undo history, by its session's number.
    Save(u64),
    /// The settings.
    Settings,
    /// The changes of the site document.
    Site,
    /// The saved audience that is being edited.
    Audience,
    /// The journey that is kept from one run to the next.
    Journey,
    /// The launches recorded in campaign files.
    Launches,
    /// Which campaign is opened next.
    Open,
    /// The end of a conflict of an open campaign, by its session's number.
    Conflict(u64),
}

/// A job and what is known about it.
#[derive(Debug)]
pub(super) struct Job<W> {
    pub(super) key: Option<Key>,
    pub(super) what: &'static str,
    pub(super) work: W,
}

/// Jobs that wait.
#[derive(Debug)]
pub(super) struct Queue<W> {
    jobs: VecDeque<Job<W>>,
    /// Postponed jobs, and until when.
    later: Vec<(Instant, Job<W>)>,
}

impl<W> Default for Queue<W> {
    fn default() -> Self {
        Self {
            jobs: VecDeque::new(),
            later: Vec::new(),
        }
    }
}

impl<W> Queue<W> {
    /// Appends a job. A waiting job of the same key is dropped, unless a job without a key, which may depend on it,
    /// came after it.
    pub(super) fn put(&mut self, job: Job<W>) {
        if let Some(key) = job.key {
            self.later.retain(|(_, later)| later.key != Some(key));
            let since = self
                .jobs
                .iter()
                .rposition(|job| job.key.is_none())
                .map_or(0, |at| at + 1);
            let older = (since..self.jobs.len()).find(|at| self.jobs[*at].key == Some(key));
            older.map(|at| self.jobs.remove(at));
        }
        self.jobs.push_back(job);
    }

    /// Postpones a job until `due`. A postponed job of the same key is dropped; a waiting one is newer than this one's
    /// content, or the same, and makes this one unnecessary.
    pub(super) fn put_off(&mut self, due: Instant, job: Job<W>) {
        if job.key.is_some() {
            self.later.retain(|(_, later)| later.key != job.key);
            if self.jobs.iter().any(|waiting| waiting.key == job.key) {
                return;
            }
        }
        self.later.push((due, job));
    }

    /// The next job that is due.
    pub(super) fn next(&mut self, now: Instant) -> Option<Job<W>> {
        let mut due = Vec::new();
        let mut at = 0;
        while at < self.later.len() {
            if self.later[at].0 <= now {
                due.push(self.later.remove(at));
            } else {
                at += 1;
            }
        }
        due.sort_by_key(|(due, _)| *due);
        self.jobs.extend(due.into_iter().map(|(_, job)| job));
        self.jobs.pop_front()
    }

    /// Returns when the next postponed job is due.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.later.iter().map(|(due, _)| *due).min()
    }

    /// Makes all postponed jobs due.
    pub(super) fn flush(&mut self) {
        let mut later = std::mem::take(&mut self.later);
        later.sort_by_key(|(due, _)| *due);
        self.jobs.extend(later.into_iter().map(|(_, job)| job));
    }

    /// Returns the names of the waiting jobs, without postponed ones.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &'static str> {
        self.jobs.iter().map(|job| job.what)
    }
}
