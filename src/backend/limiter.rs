//! How fast one address may send events. It remembers only addresses that sent something lately, and never more than so many.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Requests a second, in the long run. A visitor sends a few a minute; an office shares one address.
const PER_SECOND: NonZeroU32 = NonZeroU32::new(20).unwrap();
/// Requests at once.
const BURST: NonZeroU32 = NonZeroU32::new(200).unwrap();
/// Most addresses that are remembered.
const ADDRESSES: usize = 100_000;

/// Counts requests by address.
pub(super) struct Limiter {
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

impl Limiter {
    pub(super) fn new() -> Self {
        Limiter {
            addresses: RateLimiter::keyed(Quota::per_second(PER_SECOND).allow_burst(BURST)),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// When it comes too fast: the whole seconds to wait, at least 1.
    pub(super) fn count(&self, address: IpAddr) -> Result<(), u64> {
        // Pruning goes over all of them, so it is left to the regular work, a second away at most.
        if self.addresses.len() >= ADDRESSES {
            return Err(1);
        }
        self.addresses.check_key(&network_of(address)).map_err(|refusal| {
            let wait = refusal.wait_time_from(self.clock.now());
            wait.as_secs() + u64::from(wait.subsec_nanos() > 0).max(1)
        })
    }

    /// Forgets addresses that may send freely again.
    pub(super) fn prune(&self) {
        self.addresses.retain_recent();
        self.addresses.shrink_to_fit();
    }
}

/// What one customer of a provider has: an IPv4 address, or the first 64 bits of an IPv6 one.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
        address @ IpAddr::V4(_) => address,
    }
}
