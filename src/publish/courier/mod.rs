//! Carries operations from the outbox to their backends, in order, until each is fulfilled, refused, or a choice of the user's.
//!
//! What decides is pure (`pace`: when; `errand`: what); [`Rounds`] does one step at a time with the instant as an argument; only
//! [`Courier`] has threads and looks at the clock, one for each connection. Never sends two operations for one campaign out of order, never ends an operation before its
//! outcome stands in the ledger.

mod answer;
mod choose;
mod client;
mod desk;
mod errand;
mod event;
mod exchange;
mod pace;
mod reason;
mod refresh;
mod rounds;
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
