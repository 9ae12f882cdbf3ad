//! Carries operations from the outbox to their backends, in order, until each is carried out, refused, or waits for the user's decision.
//!
//! Decisions are pure (`backoff`: when; `errand`: what); [`Rounds`] does one step at a time with the instant as an argument; only [`Courier`]
//! has threads, one for each connection, and reads the clock. Never sends two operations for one campaign out of order, and never ends an
//! operation before its outcome is in the ledger.

mod answer;
mod backoff;
mod choose;
mod client;
mod connection_worker;
mod errand;
mod event;
mod exchange;
mod reason;
mod refresh;
mod rounds;
mod site_errand;
mod thread;
mod transport;

#[cfg(test)]
mod tests;

pub use client::Http;
pub use event::{About, Choice, Event};
pub use exchange::{MakeTransport, over_http};
pub use reason::Reason;
pub use rounds::{Rounds, Step};
pub use thread::Courier;
pub use transport::{Method, Precondition, Request, Response, Transport, TransportError};
