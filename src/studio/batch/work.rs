//! What the disk worker does with the files of a batch.

use chrono::{DateTime, Utc};

use super::{Change, FileChanges, What, change_session};
use crate::{
    library::{Library, SaveError, Why},
    studio::{
        file_work,
        pictures::LibraryPictures,
        publishing::Published,
        session::{Session, Touched},
        shelf::Item,
        trouble::Trouble,
        undoing::Direction,
    },
};

/// What became of a file of a batch.
#[derive(Debug)]
pub struct Written {
    /// The changes that were made.
    pub made: FileChanges,
    /// How many were not, because the campaign says something else by now.
    pub passed_over: usize,
    /// What the list shows of it now, if anything was written; or what went wrong.
    pub result: Result<Option<Box<Item>>, Trouble>,
}

/// Changes the campaigns of files that are not open: each as a step of its own undo history, and what it was is kept as a version.
pub fn change_files(
    library: &Library,
    files: &[FileChanges],
    (what, direction): (What, Direction),
    now: DateTime<Utc>,
    published: &Published,
) -> Vec<Written> {
    let pictures = LibraryPictures::new(library.dir().to_owned());
    let site = library.known_site();
    let audiences = library.known_audiences();
    let list = |session: &Session| {
        let nothing = Touched::default();
        Item::of_campaign(
            session.path(),
            &session.campaign().inlined(&audiences),
            &nothing,
            &pictures,
            site.as_ref().into(),
            published,
        )
        .using(session.campaign())
    };
    files
        .iter()
        .map(|file| match change_file(library, file, (what, direction), now) {
            Ok((session, changes)) => Written {
                passed_over: file.changes.len() - changes.len(),
                result: Ok((!changes.is_empty()).then(|| Box::new(list(&session)))),
                made: FileChanges {
                    path: file.path.clone(),
                    changes,
                },
            },
            Err(trouble) => {
                // What is reported as not done is nobody's unsaved work: it must not come back at the next start.
                if let Trouble::Save(SaveError::Failed { rescued: Some(_), .. }) = &trouble {
                    library.recovery().clear(&file.path);
                }
                let passed_over = match &trouble {
                    // Another program was faster.
                    Trouble::Save(SaveError::Conflict(_)) => file.changes.len(),
                    _ => 0,
                };
                Written {
                    made: FileChanges {
                        path: file.path.clone(),
                        changes: Vec::new(),
                    },
                    passed_over,
                    result: if passed_over > 0 { Ok(None) } else { Err(trouble) },
                }
            }
        })
        .collect()
}

fn change_file(
    library: &Library,
    file: &FileChanges,
    (what, direction): (What, Direction),
    now: DateTime<Utc>,
) -> Result<(Session, Vec<Change>), Trouble> {
    let opened = file_work::open(library, &file.path, now)?;
    let before = opened.stored.campaign.clone();
    // As if it were opened, changed and left again.
    let mut session = Session::new(opened.stored, opened.history, now, 0, 0);
    let made = change_session(&mut session, file, what, direction);
    if !made.is_empty() {
        file_work::save(library, &session.file(), &session.history(), now)?;
        file_work::keep_versions(library, &session.file(), vec![(before, Why::Edited, now)]);
    }
    Ok((session, made))
}
