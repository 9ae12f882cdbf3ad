//! Transports to backends, and one exchange over a transport.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::errand::{self, Verdict};
use super::reason::Reason;
use super::transport::{Deadline, Request, Transport};
use crate::campaign::Campaign;
use crate::library::ContentHash;
use crate::publish::bundle::data_url;
use crate::publish::{Connection, Document, Entry, Intention, Token, TokenError};

/// Makes transports to several connections. May wait, for example for a keyring.
pub type MakeTransport = Arc<dyn Fn(&Connection) -> Result<Box<dyn Transport>, Reason> + Send + Sync>;

/// Returns transports over HTTP, with the tokens that `token_of` finds.
pub fn over_http(
    token_of: impl Fn(&Connection) -> Result<Option<Token>, TokenError> + Send + Sync + 'static,
) -> MakeTransport {
    Arc::new(move |connection| {
        let token = token_of(connection)?.ok_or_else(|| Reason::NoToken(connection.name.clone()))?;
        let http = super::Http::new(connection, &token).ok_or_else(|| Reason::Unprepared(connection.name.clone()))?;
        Ok(Box::new(http) as Box<dyn Transport>)
    })
}

/// Sends an operation's next request, and asks for their version if it differs. All of it ends `within` that time.
pub(super) fn exchange(
    transport: &dyn Transport,
    intention: &Intention,
    entry: &Entry,
    now: DateTime<Utc>,
    within: Duration,
) -> Verdict {
    let deadline = Deadline::after(within);
    let answer = match transport.send(&errand::request(intention, entry), deadline.left()) {
        Ok(answer) => answer,
        Err(error) => return errand::no_answer(error),
    };
    match errand::digest(intention, entry, &answer, now) {
        Verdict::AskTheirs => {}
        verdict => return verdict,
    }
    let theirs = match transport.send(&Request::get(errand::resource(&intention.subject)), deadline.left()) {
        Ok(theirs) => theirs,
        Err(error) => return errand::no_answer(error),
    };
    let mut verdict = errand::digest_theirs(intention, entry, &theirs, now);
    if let Verdict::Conflict(entry) = &mut verdict
        && let Some(conflict) = &mut entry.conflict
        && let Some(theirs) = conflict.theirs.as_ref().and_then(Document::campaign)
    {
        conflict.pictures = pictures(transport, theirs, deadline);
    }
    verdict
}

/// Fetches the pictures of their version, so that both can be compared. Pictures that the backend does not return are left out.
fn pictures(transport: &dyn Transport, theirs: &Campaign, deadline: Deadline) -> BTreeMap<String, String> {
    let named = theirs.pictures().filter_map(|name| {
        let hash = name.strip_prefix("images/")?.strip_suffix(".png")?;
        let hash = ContentHash::from_hex(hash)?;
        let response = transport.send(&Request::get(name), deadline.left()).ok()?;
        let sound = response.status == 200 && ContentHash::of(&response.body) == hash;
        sound.then(|| (name.to_owned(), data_url(&response.body)))
    });
    named.collect()
}
