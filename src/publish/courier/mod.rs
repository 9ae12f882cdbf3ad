//! Carries wishes from the outbox to their backends, in order, until each is fulfilled, refused, or a choice of the user's.

mod event;

pub use event::{About, Choice, Event};
