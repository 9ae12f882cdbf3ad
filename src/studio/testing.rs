//! What tests of several modules begin with.

use std::{path::PathBuf, time::Duration};

use chrono::{DateTime, Utc};

use super::{
    file_work::Opened,
    session::{Edit, Session},
    sessions::Sessions,
};
use crate::{
    campaign::Campaign,
    library::{ContentHash, Stored, VersionTag},
};

/// The instant at which tests run.
pub fn now() -> DateTime<Utc> {
    "2026-11-29T10:00:00Z".parse().expect("an instant")
}

/// A campaign of this name, in UTC.
pub fn campaign(name: &str) -> Campaign {
    Campaign::new(uuid::Uuid::nil(), name, "UTC")
}

/// The file of a campaign of this name.
pub fn path(name: &str) -> PathBuf {
    format!("/library/{name}.campaign.json").into()
}

/// A campaign as its file holds it.
pub fn stored(campaign: Campaign) -> Stored {
    Stored {
        tag: VersionTag {
            path: path(&campaign.name),
            hash: ContentHash::of(b""),
        },
        campaign,
    }
}

/// A new, blank campaign, open.
pub fn blank_session() -> Session {
    Session::new(stored(campaign("Blank")), None, now(), 1, 1)
}

/// Types into a place of an open campaign.
pub fn type_into(session: &mut Session, place: &str, change: impl FnOnce(&mut Campaign)) {
    session.edit(Duration::ZERO, |campaign| {
        change(campaign);
        Some(Edit::Typed("editor-step-text", place.to_owned()))
    });
}

/// Opens a campaign as one that was just read from its file, and returns the number of its session; the one that is open is left.
pub fn open(sessions: &mut Sessions, campaign: Campaign) -> u64 {
    sessions.leave();
    let session = sessions.begin(Opened::fresh(stored(campaign)), now());
    let number = session.number();
    sessions.show(session, now());
    number
}
