//! What the disk worker does with the files of saved audiences: plain functions, one for each job, independent of the window.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::{
    audiences::AudienceFile,
    file_work::{keep_versions, open, save},
    session::Session,
    trouble,
};
use crate::{
    campaign::{SavedAudience, SavedAudiences},
    library::{AudienceSaveError, Library, StoredAudience, Why, audience_name},
};

/// The key of the name of the step that gives a campaign the conditions of a saved audience as its own.
pub const DETACH: &str = "editor-step-detach";

/// A saved audience that was deleted.
#[derive(Debug)]
pub struct DeletedAudience {
    /// The name that campaigns used.
    pub name: String,
    /// What it said.
    pub audience: SavedAudience,
}

/// Deletes a saved audience. The campaigns of these files, none of which is open, have its conditions as their own before.
///
/// # Errors
/// When one of them cannot be read or written, or the audience cannot be moved: it then stays.
pub fn delete_audience(
    library: &Library,
    stored: &StoredAudience,
    users: &[PathBuf],
    now: DateTime<Utc>,
) -> trouble::Result<DeletedAudience> {
    let name = audience_name(&stored.tag.path).unwrap_or_default().to_owned();
    let only: SavedAudiences = [(name.clone(), stored.audience.clone())].into_iter().collect();
    for path in users {
        let opened = open(library, path, now)?;
        let before = opened.stored.campaign.clone();
        // As if it were opened, changed and left again.
        let mut session = Session::new(opened.stored, opened.history, now, 0, 0);
        session.step(DETACH, |campaign| *campaign = campaign.inlined(&only));
        save(library, &session.file(), &session.history(), now)?;
        keep_versions(library, &session.file(), vec![(before, Why::Edited, now)]);
    }
    library.delete_audience(&stored.tag.path, now)?;
    Ok(DeletedAudience {
        name,
        audience: stored.audience.clone(),
    })
}

/// Saves an edition of an audience. Each save takes over what the one before it left in the file.
///
/// # Errors
/// As [`Library::save_audience`].
pub fn save_audience(
    library: &Library,
    file: &AudienceFile,
    audience: &SavedAudience,
) -> Result<StoredAudience, AudienceSaveError> {
    let mut tag = file.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let saved = library.save_audience(&tag, audience)?;
    *tag = saved.tag.clone();
    Ok(saved)
}
