//! What leaves the library and comes back: bundles with their pictures inside, snippets for other systems, folders for static hosts, and
//! campaigns published to a backend.
//!
//! An export is a function from campaigns to text or files; writing it somewhere is a step of its own. An import writes nothing until everything
//! has been checked. Identities for imported campaigns are passed in.
//!
//! Publishing never waits for a network in the caller's thread: a click becomes an [`Intention`], written into the [`Outbox`] on the disk; a
//! courier sends what waits there and writes the outcome into the [`Ledger`]. An operation leaves the outbox only after that, and each
//! request carries a key that the backend recognises, so that a crash at any instant neither loses nor doubles anything.
//! Clock and chance are arguments, except in the thread that the app starts.

mod bundle;
mod connection;
mod courier;
mod data_dir;
mod import;
mod intention;
mod jetlink;
mod ledger;
mod libraries;
mod outbox;
mod overview;
mod refusal;
mod site;
mod standing;
mod subject;
mod texts;
mod token;

#[cfg(test)]
mod tests;

pub use bundle::{BUNDLE_FORMAT, BUNDLE_VERSION, Bundle, ExportError, MAX_BUNDLE_BYTES, bundle};
pub use connection::{Address, Connection, ConnectionError, Connections, check_address, is_same_server};
pub use courier::{
    About, Choice, Courier, Event, Http, MakeTransport, Method, Precondition, Reason, Request, Response, Rounds, Step,
    Transport, TransportError, over_http,
};
pub use data_dir::{ConnectionLock, DATA_DIR_VARIABLE, DataDir, data_dir_path};
pub use import::{ImportError, install, read_bundle, read_file};
pub use intention::{Intention, Launch, Operation, What, as_launched};
pub use jetlink::{LeftOut, Loss, Snippet, jetlink};
pub use ledger::{Conflict, Counts, Entry, EntryKey, Ledger, Outcome, Status};
pub use libraries::Libraries;
pub use outbox::{Outbox, Queue, Queued, SendError};
pub use overview::{Overview, Refused};
pub use refusal::{Answer, KNOWN_PROBLEMS, Refusal, RefusalCause, Remedy};
pub use site::{Site, SiteError, SiteWritten, site};
pub use standing::{SiteStanding, Standing, last_launch, says_what_is_live, site_standing, standing};
pub use subject::{Document, Subject};
pub use texts::{Brought, BroughtKind, TextRow, TextsError, bring_back, read_texts, texts, write_table, write_xliff};
pub use token::{Kept, Keyring, Token, TokenError, Tokens};
#[cfg(any(test, fuzzing))]
pub(crate) use {
    bundle::data_url,
    import::picture_of,
    ledger::{read_page, write_page},
};
