//! The service that campaigns are launched to, for a team or for one desk: it keeps campaigns, hands websites what is live, and counts what
//! their visitors did with it.
//!
//! | file | what it does |
//! | --- | --- |
//! | `server`, `options`, `folder`, `private`, `ending` | port, threads, data folder and its files; starting and ending |
//! | `serving`, `connection_limiter`, `connection` | who may hold a connection, and for how long |
//! | `guard`, `network`, `origin`, `limiter`, `journal` | what stands before every handler: address, log, `Host`, time, token, rates, strict headers |
//! | `routes`, `api`, `site_document`, `public`, `extract` | the addresses, and what answers them |
//! | `document`, `conditional`, `problem`, `token` | campaign files with their pictures; entity tags and codings; refusals; the secret |
//! | `store` | SQLite on one thread: a change, its pictures and its idempotency key in one transaction |
//! | `live`, `published`, `counter`, `content`, `files` | what visitors fetch, in memory; what their browsers report |
//! | `demo`, `site`, `openapi` | the demo shop, which stands in for the user's site; the description of the addresses |
//!
//! `assets/api/openapi.json` describes every address; a test holds the two together.
//!
//! # What must never happen
//!
//! - An answer to a change before it is on the disk, or two effects of one idempotency key.
//! - A token, a body, a query or an idempotency key in a log; an address only where the operator asks for addresses.
//! - A database access for what visitors fetch again and again.
//! - A file of the disk by a name that a request made up, or through a link in the data folder.
//! - Work that grows with what is live for a change, or with what is stored for a visitor.

mod api;
mod app;
mod conditional;
mod connection;
mod connection_limiter;
mod content;
mod counter;
mod country;
mod demo;
mod document;
mod ending;
mod extract;
mod files;
mod folder;
mod guard;
mod journal;
mod limiter;
mod live;
mod network;
mod openapi;
mod options;
mod origin;
mod private;
mod problem;
mod public;
mod published;
mod routes;
mod server;
mod serving;
mod site;
mod site_document;
mod store;
mod token;

#[cfg(test)]
mod tests;

#[cfg(any(test, fuzzing))]
pub(crate) use conditional::Tags;
pub use country::{CountryHeader, CountryHeaderError};
pub use ending::EndRequest;
pub use folder::default_data_folder;
pub use journal::LogOptions;
pub use network::{Network, NetworkError};
pub use options::{DEFAULT_PORT, Options, StartError};
pub use origin::{Origin, OriginError};
pub use private::PrivateError;
pub use problem::PROBLEMS;
pub use server::{Server, start};
pub use site::Site;
pub use store::OpenError;
pub use token::{TokenError, token_of};
