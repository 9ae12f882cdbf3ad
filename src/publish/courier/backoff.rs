//! When to retry: exponential back-off with full jitter, and delays that a backend asks for.
//!
//! Pure: instants and chance are arguments. A backoff belongs to a whole connection, when the network or the backend is the cause, or to one
//! campaign or the site document, when only that fails at the backend.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::publish::{EntryKey, Subject};

/// The first back-off is chosen below this.
pub(super) const FIRST: TimeDelta = TimeDelta::seconds(1);
/// No back-off of ours is longer.
pub(super) const LONGEST: TimeDelta = TimeDelta::minutes(5);
/// Longest delay that a backend may ask for.
pub(super) const LONGEST_ASKED: TimeDelta = TimeDelta::hours(24);

/// Whom a backoff belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Whose {
    /// A whole connection.
    Connection(String),
    /// One campaign of a library, or its site document, at a connection.
    Subject(EntryKey),
}

impl Whose {
    pub(super) fn connection(&self) -> &str {
        match self {
            Whose::Connection(connection) => connection,
            Whose::Subject(key) => &key.connection,
        }
    }

    pub(super) fn subject(&self) -> Option<&Subject> {
        match self {
            Whose::Connection(_) => None,
            Whose::Subject(key) => Some(&key.subject),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Backoff {
    failures: u32,
    /// `None` until the user does something.
    wait: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

/// Whether something may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    Now,
    At(DateTime<Utc>),
    Never,
}

impl Due {
    /// The later of two.
    pub(super) fn and(self, other: Due) -> Due {
        match (self, other) {
            (Due::Never, _) | (_, Due::Never) => Due::Never,
            (Due::At(one), Due::At(other)) => Due::At(one.max(other)),
            (Due::At(at), Due::Now) | (Due::Now, Due::At(at)) => Due::At(at),
            (Due::Now, Due::Now) => Due::Now,
        }
    }
}

/// The backoffs of everything that has to wait.
#[derive(Debug, Default)]
pub(super) struct Timetable {
    backoffs: HashMap<Whose, Backoff>,
}

impl Timetable {
    /// Whether it may be tried at `now`. A clock that was set back does not prolong a wait.
    pub(super) fn due(&self, whose: &Whose, now: DateTime<Utc>) -> Due {
        match self.backoffs.get(whose) {
            None => Due::Now,
            Some(Backoff { wait: None, .. }) => Due::Never,
            Some(Backoff {
                wait: Some((since, until)),
                ..
            }) => {
                if now >= *until || now < *since {
                    Due::Now
                } else {
                    Due::At(*until)
                }
            }
        }
    }

    /// Notes a failure, and returns until when to wait. `asked` is how long the backend asks to wait.
    pub(super) fn failed(
        &mut self,
        whose: Whose,
        asked: Option<TimeDelta>,
        now: DateTime<Utc>,
        chance: &mut fastrand::Rng,
    ) -> DateTime<Utc> {
        let backoff = self.backoffs.entry(whose).or_insert(Backoff {
            failures: 0,
            wait: None,
        });
        let own = back_off(backoff.failures, chance);
        backoff.failures = backoff.failures.saturating_add(1);
        // The jitter is added to the requested delay, so that not all clients return at the same instant.
        let asked = asked.map(|asked| asked.clamp(TimeDelta::zero(), LONGEST_ASKED) + own.min(FIRST));
        let until = now + asked.map_or(own, |asked| asked.max(own));
        backoff.wait = Some((now, until));
        until
    }

    /// Only the user can help.
    pub(super) fn stop(&mut self, whose: Whose) {
        let backoff = self.backoffs.entry(whose).or_insert(Backoff {
            failures: 0,
            wait: None,
        });
        backoff.wait = None;
    }

    /// Notes a success; true if the previous attempt had failed.
    pub(super) fn went_well(&mut self, whose: &Whose) -> bool {
        self.backoffs.remove(whose).is_some()
    }

    /// Retries now at the user's request: everything, or what belongs to a connection.
    pub(super) fn retry_now(&mut self, connection: Option<&str>) {
        self.backoffs
            .retain(|whose, _| connection.is_some_and(|connection| whose.connection() != connection));
    }
}

/// Full jitter: anything up to twice the last limit.
fn back_off(failures: u32, chance: &mut fastrand::Rng) -> TimeDelta {
    let limit = FIRST.num_milliseconds() << failures.min(20);
    let limit = limit.min(LONGEST.num_milliseconds());
    TimeDelta::milliseconds(chance.i64(0..=limit))
}

/// Reads the delay of `Retry-After`: seconds, or an HTTP date in any of its three forms (RFC 9110, 5.6.7).
pub(super) fn retry_after(header: &str, now: DateTime<Utc>) -> Option<TimeDelta> {
    let header = header.trim();
    if let Ok(seconds) = header.parse::<u32>() {
        return Some(TimeDelta::seconds(i64::from(seconds)));
    }
    let date = DateTime::<Utc>::from(httpdate::parse_http_date(header).ok()?);
    Some((date - now).max(TimeDelta::zero()))
}
