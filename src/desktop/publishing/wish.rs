//! From a click to the outbox: the campaign as it is at the click, written down before anybody says that it is on its way.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::{
    campaign::Campaign,
    publish::{Intention, Launch, Post, What, Wish},
};

/// What the user wants for a campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Its file, when it still has one.
    pub path: Option<PathBuf>,
    /// What.
    pub what: What,
    /// The campaign as at the click.
    pub campaign: Box<Campaign>,
}

/// Puts a wish into the outbox. Reads pictures and writes to the disk; call beside the window.
///
/// # Errors
/// Error and remedy, when a picture cannot be read or the disk does not take it; then nothing was wished.
pub fn put_into_outbox(
    post: &Post,
    connection: &str,
    wanted: &Wanted,
    folder: &Path,
    at: DateTime<Utc>,
) -> Result<(), (String, String)> {
    let wish = match wanted.what {
        What::Launch => {
            let launch = Launch::of(&wanted.campaign, folder);
            Wish::Launch(Box::new(
                launch.map_err(|error| (error.to_string(), error.hint().to_owned()))?,
            ))
        }
        What::Pause => Wish::Pause,
        What::TakeDown => Wish::TakeDown,
    };
    let intention = Intention {
        id: crate::clock::new_id(),
        connection: connection.to_owned(),
        campaign: wanted.campaign.id.clone(),
        name: wanted.campaign.name.clone(),
        at,
        wish,
    };
    let put = post.outbox.add(&intention);
    put.map_err(|error| (error.to_string(), error.hint().to_owned()))
}
