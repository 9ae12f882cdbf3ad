//! From a click to the outbox: the campaign as it is at the click, written down before anybody says that it is on its way.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::{
    campaign::Campaign,
    clock,
    library::LibraryError,
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

/// Puts a wish of the library in `folder` into the outbox, and says which library it is. Reads pictures and writes to the disk; call beside the window.
///
/// # Errors
/// Error and remedy, when a picture cannot be read or the disk does not take it; then nothing was wished.
pub fn put_into_outbox(
    post: &Post,
    connection: &str,
    wanted: &Wanted,
    folder: &Path,
    at: DateTime<Utc>,
) -> Result<String, (String, String)> {
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
    let told = |error: LibraryError| (error.to_string(), error.hint().to_owned());
    let intention = Intention {
        id: clock::new_id(),
        library: post.libraries.name(folder).map_err(told)?,
        connection: connection.to_owned(),
        campaign: wanted.campaign.id.clone(),
        name: wanted.campaign.name.clone(),
        at,
        wish,
    };
    post.outbox.add(&intention).map_err(told)?;
    Ok(intention.library)
}
