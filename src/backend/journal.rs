//! The log of requests: a line for every request with the token, a bounded number of lines for refusals, and a summary of the rest once a minute.
//!
//! Never a query, a body, a token or a key; an address only if the operator asks for addresses.

use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::http::Method;

use super::limiter::Buckets;

/// Lines for refusals in the long run, by second; 13 MB a day in the worst case.
const LINES_PER_SECOND: f64 = 1.0;
/// Lines for refusals at once.
const LINES: u32 = 120;

/// What the log contains.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LogOptions {
    /// Whether lines name the address that a request came from.
    pub addresses: bool,
    /// Whether what visitors fetch and report has a line a request, too.
    pub every_request: bool,
}

/// Writes the log of requests.
pub(super) struct Journal {
    options: LogOptions,
    lines: Buckets<()>,
    served: AtomicU64,
    refused: AtomicU64,
}

/// A request that was answered.
pub(super) struct Answered<'a> {
    pub method: &'a Method,
    /// The pattern of the address, without what the client filled in.
    pub path: &'a str,
    pub status: u16,
    pub took: Duration,
    pub client: IpAddr,
    /// Whether it came with the token.
    pub authorised: bool,
}

/// What becomes of a request's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is written.
    Line,
    /// It is counted.
    Sum,
}

impl Journal {
    pub(super) fn new(options: LogOptions) -> Self {
        Journal {
            options,
            lines: Buckets::new(LINES_PER_SECOND, LINES, 1),
            served: AtomicU64::new(0),
            refused: AtomicU64::new(0),
        }
    }

    /// Writes a line for a request, or counts it.
    pub(super) fn note(&self, answered: &Answered<'_>, now: Instant) {
        if self.fate(answered, now) == Fate::Sum {
            return;
        }
        let Answered {
            method, path, status, ..
        } = *answered;
        let ms = (answered.took.as_secs_f64() * 10_000.0).round() / 10.0;
        match self.options.addresses {
            true => tracing::info!(%method, path, status, ms, address = %answered.client, "request"),
            false => tracing::info!(%method, path, status, ms, "request"),
        }
    }

    /// Decides between a line and the summary, which it then adds to.
    pub(super) fn fate(&self, answered: &Answered<'_>, now: Instant) -> Fate {
        if answered.authorised || self.options.every_request {
            return Fate::Line;
        }
        let refused = answered.status >= 400;
        if refused && self.lines.take((), now).is_ok() {
            return Fate::Line;
        }
        let sum = if refused { &self.refused } else { &self.served };
        sum.fetch_add(1, Ordering::Relaxed);
        Fate::Sum
    }

    /// What was counted since the last time: served, and refused.
    pub(super) fn take_sums(&self) -> (u64, u64) {
        (
            self.served.swap(0, Ordering::Relaxed),
            self.refused.swap(0, Ordering::Relaxed),
        )
    }

    /// Writes the summary since the last time, if there is any.
    pub(super) fn sum_up(&self) {
        let (served, refused) = self.take_sums();
        if served + refused > 0 {
            tracing::info!(served, refused, "requests without a line of their own");
        }
    }
}
