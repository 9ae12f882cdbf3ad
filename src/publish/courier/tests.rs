//! The courier against a backend in memory: how it handles each answer, and the laws that hold whatever fails, whenever.

mod answers;
mod backoff;
mod client;
mod conditions;
mod conflicts;
mod fake;
mod growth;
mod laws;
mod libraries;
mod site;
mod thread;
