//! The service that campaigns are launched to, for a team or for one desk: it keeps campaigns, hands websites what is live, and counts what
//! their visitors did with it.
//!
//! | file | what it does |
//! | --- | --- |
//! | `server`, `options`, `folder`, `ending` | port, threads, data folder; starting and ending |
//! | `connection`, `guard`, `limiter` | what stands before every handler: patience, time, token, rate, log line, strict headers |
//! | `routes`, `api`, `public`, `extract` | the addresses, and what answers them |
//! | `document`, `conditional`, `problem`, `token` | campaign files with their pictures; entity tags; refusals; the secret |
//! | `store` | SQLite on one thread: a change, its pictures and its idempotency key in one transaction |
//! | `published`, `counter`, `content`, `files` | what visitors fetch, in memory; what they report |
//! | `demo`, `site`, `openapi` | the demo shop, which stands in for the user's site; the description of the addresses |
//!
//! `assets/api/openapi.json` describes every address; a test holds the two together.
//!
//! # What must never be
//!
//! - An answer to a change before it is on the disk, or two effects of one idempotency key.
//! - A token, a body, a query or an idempotency key in a log.
//! - A database access for what visitors fetch again and again.
//! - A file of the disk by a name that a request made up.

mod api;
mod app;
mod conditional;
mod connection;
mod content;
mod counter;
mod demo;
mod document;
mod ending;
mod extract;
mod files;
mod folder;
mod guard;
mod limiter;
mod openapi;
mod options;
mod problem;
mod public;
mod published;
mod routes;
mod server;
mod site;
mod store;
mod token;

#[cfg(test)]
mod tests;

pub use ending::EndRequest;
pub use folder::default_data_folder;
pub use options::{DEFAULT_PORT, Options, StartError};
pub use server::{Server, start};
pub use site::Site;
