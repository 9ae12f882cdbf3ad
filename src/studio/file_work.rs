//! What the disk worker does with campaign files: plain functions, one for each job, independent of the window.

#![expect(clippy::disallowed_methods, reason = "the disk worker calls it")]

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::{
    pictures::LibraryPictures,
    publishing::Published,
    session::{FileState, Touched},
    shelf::Item,
    trouble,
};
use crate::{
    campaign::Campaign,
    library::{
        Binned, Conflict, ContentHash, Library, LibraryError, LoadError, Record, Removal, Resolution, Resolved,
        SaveError, Saved, Stored, Unsaved, VersionTag, Why, sample_picture,
    },
    publish::{self, ImportError},
};

/// A campaign that was read to be opened.
#[derive(Debug)]
pub struct Opened {
    /// What its file says.
    pub stored: Stored,
    /// Its undo history as stored.
    pub history: Option<Record<Campaign>>,
}

impl Opened {
    fn new(library: &Library, stored: Stored, now: DateTime<Utc>) -> Self {
        let history = library.read_history(&stored.tag.path, &stored.campaign.id, now);
        Self { stored, history }
    }

    /// One that was just made and has no history.
    pub fn fresh(stored: Stored) -> Self {
        Self { stored, history: None }
    }
}

/// Reads a campaign with its undo history.
///
/// # Errors
/// When the file cannot be read.
pub fn open(library: &Library, path: &Path, now: DateTime<Utc>) -> Result<Opened, LoadError> {
    Ok(Opened::new(library, Library::load(path)?, now))
}

/// Saves an edition of a campaign and its undo history. Each save takes over what the one before it left in the file.
///
/// # Errors
/// As [`Library::save`].
pub fn save(
    library: &Library,
    file: &FileState,
    history: &Record<Campaign>,
    now: DateTime<Utc>,
) -> Result<Saved, SaveError> {
    let mut tag = locked(file);
    // The history first: a crash in between leaves a file at an earlier point of it. A history that cannot be written costs
    // undo after a restart; saving the campaign itself then reports what is wrong with the disk.
    let _ = library.write_history(&tag.path, history, now);
    let saved = library.save(&tag, &history.present)?;
    *tag = saved.tag().clone();
    Ok(saved)
}

/// Records keystrokes that are not saved yet.
pub fn note(library: &Library, file: &FileState, campaign: &Campaign) {
    let tag = locked(file);
    // The save that follows reports a failure here.
    let _ = library.recovery().note(&tag.path, Some(tag.hash), campaign);
}

/// Names a campaign's file after the campaign. Gives the file's path.
///
/// # Errors
/// When it cannot be moved.
pub fn rename_file(library: &Library, file: &FileState, name: &str) -> Result<PathBuf, LibraryError> {
    let mut tag = locked(file);
    tag.path = library.rename_file(&tag.path, name)?;
    Ok(tag.path.clone())
}

/// Puts a new campaign into the library, with the pictures of the program that it names.
///
/// # Errors
/// When the folder cannot take them.
pub fn create(
    library: &Library,
    mut campaign: Campaign,
    named: impl Fn(&str, usize) -> String,
) -> trouble::Result<Opened> {
    campaign.name = free_name(&campaign.name, &names(library)?, named);
    for picture in campaign.pictures().filter_map(sample_picture) {
        library.add_picture(picture)?;
    }
    Ok(Opened::fresh(library.create(campaign)?))
}

/// Copies the campaign of a file, from memory if it is loaded. `named` makes the copy's name.
///
/// # Errors
/// When it cannot be read, or the folder cannot take it.
pub fn duplicate(
    library: &Library,
    path: &Path,
    known: Option<Campaign>,
    named: impl Fn(&str) -> String,
) -> trouble::Result<Opened> {
    let original = match known {
        Some(campaign) => campaign,
        None => Library::load(path)?.campaign,
    };
    let name = named(&original.name);
    Ok(Opened::fresh(library.duplicate(
        &original,
        crate::clock::new_id(),
        &name,
    )?))
}

/// A session whose campaign is to be deleted: its file's state, and everything that it holds.
#[derive(Debug)]
pub struct Deleting {
    /// The file's state.
    pub file: FileState,
    /// The campaign with its undo history.
    pub history: Record<Campaign>,
    /// Whether the file does not hold the newest edition.
    pub unsaved: bool,
}

/// Moves a campaign into the bin, including the latest edits. If another program changed the file meanwhile, both versions go there.
///
/// # Errors
/// When the disk refuses; the file then stays where it was.
pub fn delete(
    library: &Library,
    path: &Path,
    session: Option<&Deleting>,
    now: DateTime<Utc>,
) -> trouble::Result<Binned> {
    let text = |campaign: &Campaign| crate::campaign::to_json(campaign).into_bytes();
    let binned = match session {
        None => library.delete(path, now),
        Some(session) => {
            let saved = match session.unsaved {
                true => save(library, &session.file, &session.history, now).map(|_| ()),
                false => Ok(()),
            };
            let path = locked(&session.file).path.clone();
            let mine = &session.history.present;
            match saved {
                Err(SaveError::Failed { error, .. }) => Err(error),
                Err(SaveError::Conflict(_)) if path.exists() => library
                    .set_aside(&path, &text(mine), now, Removal::SetAside)
                    .and_then(|_| library.delete(&path, now)),
                _ if !path.exists() && library.dir().is_dir() => keep_removed(library, &path, mine, now),
                _ => library.delete(&path, now),
            }
        }
    };
    Ok(binned?)
}

/// Restores a file from the bin and reads it to be opened. `named` makes the name of a file restored as a copy.
///
/// # Errors
/// When it cannot be moved or read.
pub fn restore(
    library: &Library,
    binned: &Binned,
    named: impl Fn(&str) -> String,
    now: DateTime<Utc>,
) -> trouble::Result<Opened> {
    let copy = |campaign: &Campaign| (crate::clock::new_id(), named(&campaign.name));
    let path = library.restore(binned, copy)?;
    Ok(open(library, &path, now)?)
}

/// Renames a campaign that is not open, and its file.
///
/// # Errors
/// When it cannot be read or saved.
pub fn rename(library: &Library, path: &Path, name: &str) -> Result<Stored, SaveError> {
    let stored = Library::load(path)?;
    library.rename(&stored.tag, &stored.campaign, name)
}

/// The state of a file that is, or was, open.
#[derive(Debug)]
pub enum Looked {
    /// It has the content last read or written here.
    Same,
    /// Another program changed it.
    Changed(Box<Stored>),
    /// Another program changed it, and it cannot be read any more.
    Broken,
    /// It is gone; this is its content when it was last read or written here.
    Gone(ContentHash),
}

/// Checks whether another program changed a file. Called after every earlier save.
pub fn look(file: &FileState) -> Looked {
    let tag = locked(file);
    match Library::load(&tag.path) {
        Ok(stored) if stored.tag.hash == tag.hash => Looked::Same,
        Ok(stored) => Looked::Changed(Box::new(stored)),
        Err(_) if tag.path.exists() => Looked::Broken,
        Err(_) => Looked::Gone(tag.hash),
    }
}

/// Puts a campaign whose file another program removed into the bin, unless it is there already.
///
/// # Errors
/// When the folder cannot take it.
pub fn keep_removed(
    library: &Library,
    path: &Path,
    campaign: &Campaign,
    now: DateTime<Utc>,
) -> Result<Binned, LibraryError> {
    let known = library
        .bin(now)
        .into_iter()
        .find(|entry| entry.campaign.as_ref() == Some(campaign));
    match known {
        Some(entry) => Ok(entry.binned),
        None => {
            let text = crate::campaign::to_json(campaign);
            library.set_aside(path, text.as_bytes(), now, Removal::Deleted)
        }
    }
}

/// The result of ending a conflict.
#[derive(Debug)]
pub struct Ended {
    /// What the library says.
    pub resolved: Resolved,
    /// The file's current content, if readable, once mine has become a campaign of its own.
    pub theirs: Option<Stored>,
}

/// Ends a conflict as the user chose.
///
/// # Errors
/// As [`Library::resolve`].
pub fn resolve(
    library: &Library,
    conflict: Conflict,
    choice: Resolution,
    now: DateTime<Utc>,
) -> Result<Ended, SaveError> {
    let path = conflict.tag.path.clone();
    let both = matches!(choice, Resolution::KeepBoth { .. });
    let resolved = library.resolve(conflict, choice, now)?;
    let theirs = both.then(|| Library::load(&path).ok()).flatten();
    Ok(Ended { resolved, theirs })
}

/// A draft whose last edits were not saved, with the campaign that they belong to.
#[derive(Debug)]
pub struct Recovered {
    /// The campaign as its file said it when the edits began, or as far as that is known, with its undo history.
    pub opened: Opened,
    /// The draft.
    pub draft: Campaign,
}

/// Finds the campaigns that unsaved drafts belong to.
pub fn recover(library: &Library, drafts: Vec<Unsaved>, now: DateTime<Utc>) -> Vec<Recovered> {
    let one = |unsaved: Unsaved| {
        let there = Library::load(&unsaved.path).ok();
        let begun_with = there.filter(|stored| unsaved.base.is_none_or(|base| base == stored.tag.hash));
        // Where the file has changed since, saving finds both versions and the user chooses.
        let stored = begun_with.unwrap_or_else(|| Stored {
            tag: VersionTag {
                path: unsaved.path.clone(),
                hash: unsaved.base.unwrap_or_else(|| ContentHash::of(&[])),
            },
            campaign: unsaved.campaign.clone(),
        });
        Recovered {
            opened: Opened::new(library, stored, now),
            draft: unsaved.campaign,
        }
    };
    drafts.into_iter().map(one).collect()
}

/// Keeps versions of a campaign, in this order. A failure only costs that version.
pub fn keep_versions(library: &Library, file: &FileState, versions: Vec<(Campaign, Why, DateTime<Utc>)>) {
    let path = locked(file).path.clone();
    for (campaign, why, at) in versions {
        let _ = library.keep_version(&path, &campaign, why, at);
    }
}

/// Reads a file of campaigns into the library. A campaign whose name the library has gets a name of its own: `named` makes it from the
/// name and a number.
///
/// # Errors
/// When the file cannot be used, or the folder cannot take it.
pub fn import(
    library: &Library,
    path: &Path,
    named: impl Fn(&str, usize) -> String,
) -> Result<Vec<Stored>, ImportError> {
    let mut bundle = publish::read_file(path)?;
    let mut taken = names(library)?;
    for campaign in &mut bundle.campaigns {
        campaign.name = free_name(&campaign.name, &taken, &named);
        taken.insert(folded(&campaign.name));
    }
    publish::install(library, bundle, crate::clock::new_id)
}

/// What became of a file from elsewhere.
#[derive(Debug)]
pub enum Brought {
    /// Its campaigns were copied into the library.
    Copied(Vec<Stored>),
    /// Its one campaign is in this file of the library already, as it is.
    Already(PathBuf),
}

/// Copies the campaigns of a file from elsewhere into the library, unless the same campaign was brought before and is unchanged.
///
/// # Errors
/// As for [`import`].
pub fn bring(library: &Library, path: &Path, named: impl Fn(&str, usize) -> String) -> Result<Brought, ImportError> {
    let bundle = publish::read_file(path)?;
    if let [campaign] = bundle.campaigns.as_slice() {
        // What a file leaves out is written when it is copied.
        let text = crate::campaign::to_json(campaign);
        let same =
            |stored: &Stored| stored.campaign.id == campaign.id && crate::campaign::to_json(&stored.campaign) == text;
        let mut there = library.entries()?.filter_map(|entry| entry.content.ok());
        if let Some(stored) = there.find(same) {
            return Ok(Brought::Already(stored.tag.path));
        }
    }
    import(library, path, named).map(Brought::Copied)
}

/// The name, or the first numbered one that is free.
fn free_name(name: &str, taken: &HashSet<String>, named: impl Fn(&str, usize) -> String) -> String {
    if name.trim().is_empty() || !taken.contains(&folded(name)) {
        return name.to_owned();
    }
    let numbered = (2..=taken.len() + 2).map(|number| named(name, number));
    let mut free = numbered.filter(|name| !taken.contains(&folded(name)));
    free.next().unwrap_or_else(|| name.to_owned())
}

/// The names of the library's campaigns, for comparing.
fn names(library: &Library) -> Result<HashSet<String>, LibraryError> {
    Ok(library.entries()?.map(|entry| folded(entry.name())).collect())
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Tidies up once at the start, after everything that somebody waits for.
pub fn tidy(library: &Library, now: DateTime<Utc>) {
    let an_hour_ago = std::time::SystemTime::from(now - chrono::TimeDelta::hours(1));
    library.sweep(an_hour_ago);
    library.tidy_bin(now);
    library.tidy_histories(now);
    library.tidy_versions(now);
}

fn locked(file: &FileState) -> std::sync::MutexGuard<'_, VersionTag> {
    file.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Reads the status of campaigns from their files; a file that lacks its last launch gets it.
pub fn refreshed_items(library: &Library, paths: &[PathBuf], published: &Published) -> Vec<Item> {
    let snapshot = published.snapshot();
    let pictures = LibraryPictures::new(library.dir().to_owned());
    let site = library.known_site();
    let audiences = library.known_audiences();
    let mut items = Vec::with_capacity(paths.len());
    for path in paths {
        let Ok(mut stored) = Library::load(path) else { continue };
        let launched = snapshot.last_launch(&stored.campaign.id).map(str::to_owned);
        if launched.is_some() && launched != stored.campaign.launched_at {
            stored.campaign.launched_at = launched;
            // The ledger is the truth: a failed write is repeated the next time.
            let _ = library.save(&stored.tag, &stored.campaign);
        }
        let touched = Touched::default();
        let inlined = stored.campaign.inlined(&audiences);
        let item = Item::of_campaign(path, &inlined, &touched, &pictures, site.as_ref().into(), published);
        items.push(item.using(&stored.campaign));
    }
    items
}
