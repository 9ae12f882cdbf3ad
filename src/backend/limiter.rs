//! Rate limits for clients: token buckets by any key that distinguishes clients. Time is an argument, and memory is bounded.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Buckets of one size, one for each key that was active lately.
pub(super) struct Buckets<K> {
    /// What a bucket gains in a second.
    per_second: f64,
    /// What a full bucket holds.
    burst: f64,
    /// Most keys that are remembered; further ones are refused until some are forgotten.
    most_keys: usize,
    spent: Mutex<HashMap<K, Spent>>,
}

/// What is missing from a bucket, and since when.
#[derive(Clone, Copy)]
struct Spent {
    amount: f64,
    at: Instant,
}

impl<K: Hash + Eq> Buckets<K> {
    pub(super) fn new(per_second: f64, burst: u32, most_keys: usize) -> Self {
        Buckets {
            per_second,
            burst: f64::from(burst),
            most_keys,
            spent: Mutex::default(),
        }
    }

    /// Takes a token from a bucket.
    ///
    /// # Errors
    /// When it is empty: the whole seconds to wait, at least 1.
    pub(super) fn take(&self, key: K, now: Instant) -> Result<(), u64> {
        let mut all = self.lock();
        let missing = self.missing(&all, &key, now);
        let is_new = !all.contains_key(&key);
        if is_new && all.len() >= self.most_keys {
            return Err(1);
        }
        if missing + 1.0 > self.burst {
            return Err(self.wait(missing));
        }
        let amount = missing + 1.0;
        all.insert(key, Spent { amount, at: now });
        Ok(())
    }

    /// Checks that a bucket has a token, without taking it.
    ///
    /// # Errors
    /// When it is empty: the whole seconds to wait, at least 1.
    pub(super) fn look(&self, key: &K, now: Instant) -> Result<(), u64> {
        let missing = self.missing(&self.lock(), key, now);
        if missing + 1.0 > self.burst {
            return Err(self.wait(missing));
        }
        Ok(())
    }

    /// Forgets buckets that are full again.
    pub(super) fn prune(&self, now: Instant) {
        let mut all = self.lock();
        let per_second = self.per_second;
        all.retain(|_, spent| spent.left(per_second, now) > 0.0);
        all.shrink_to_fit();
    }

    fn missing(&self, all: &HashMap<K, Spent>, key: &K, now: Instant) -> f64 {
        all.get(key).map_or(0.0, |spent| spent.left(self.per_second, now))
    }

    fn wait(&self, missing: f64) -> u64 {
        let seconds = (missing + 1.0 - self.burst) / self.per_second;
        Duration::try_from_secs_f64(seconds.ceil()).map_or(1, |wait| wait.as_secs().max(1))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<K, Spent>> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Spent {
    /// Returns what is still missing at an instant.
    fn left(self, per_second: f64, now: Instant) -> f64 {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        (self.amount - passed * per_second).max(0.0)
    }
}
