//! The courier against a backend in memory: what it makes of each answer, and the laws that hold whatever breaks when.

mod answers;
mod client;
mod conditions;
mod conflicts;
mod fake;
mod growth;
mod laws;
mod libraries;
mod pacing;
mod thread;
