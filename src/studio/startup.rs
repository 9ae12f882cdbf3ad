//! What the window opens with: which folder is the library, which of the named files is opened there, and which are copied into it.
//!
//! A file is edited in place only within a library: another folder, such as that of downloads, does not become one by a double click.

use std::path::{Path, PathBuf};

use crate::library::{is_campaign_path, is_library, is_same_folder};

/// What the window opens with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Startup {
    /// The folder that is the library.
    pub library: PathBuf,
    /// The campaign file of the library that is opened; without one, what was open last.
    pub open: Option<PathBuf>,
    /// Files from elsewhere, to be copied into the library.
    pub bring: Vec<PathBuf>,
}

impl Startup {
    /// Decides from the named files (absolute paths), the folder that the user named, and the user's own library. `None` when there is no folder at
    /// all.
    pub fn of(files: &[PathBuf], named: Option<PathBuf>, usual: Option<PathBuf>) -> Option<Self> {
        let first = files.first().and_then(|file| file.parent());
        let beside = || {
            let is_usual = |folder: &Path| usual.as_deref().is_some_and(|usual| is_same_folder(usual, folder));
            first
                .filter(|folder| !is_usual(folder) && is_library(folder))
                .map(Path::to_owned)
        };
        let library = named.or_else(beside).or_else(|| usual.clone())?;
        let lies_here = |file: &&PathBuf| {
            is_campaign_path(file) && file.parent().is_some_and(|folder| is_same_folder(folder, &library))
        };
        let open = files.iter().find(lies_here).and_then(|file| file.file_name());
        Some(Self {
            // As the library's folder is spelled: its files are compared by their paths.
            open: open.map(|name| library.join(name)),
            bring: files.iter().filter(|file| !lies_here(file)).cloned().collect(),
            library,
        })
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests may make files")]
mod tests {
    use std::fs;

    use super::*;

    /// A folder of the user's library, of another library, and of downloads, each with a campaign file.
    fn folders() -> (tempfile::TempDir, [PathBuf; 3]) {
        let root = tempfile::tempdir().expect("a temporary folder");
        let folders = ["Beckon", "team", "downloads"].map(|name| root.path().join(name));
        for folder in &folders {
            fs::create_dir(folder).expect("a folder");
            fs::write(folder.join("a.campaign.json"), "{}").expect("a file");
        }
        for library in &folders[..2] {
            fs::create_dir(library.join(".beckon")).expect("a folder");
        }
        (root, folders)
    }

    #[test]
    fn a_file_is_edited_in_place_only_within_a_library() {
        let (_root, [own, team, downloads]) = folders();
        let file = |folder: &PathBuf| folder.join("a.campaign.json");
        let start = |files: &[PathBuf], named: Option<&PathBuf>| {
            Startup::of(files, named.cloned(), Some(own.clone())).expect("a library")
        };
        let in_place = |folder: &PathBuf| Startup {
            library: folder.clone(),
            open: Some(file(folder)),
            bring: Vec::new(),
        };
        assert_eq!(start(&[file(&own)], None), in_place(&own));
        assert_eq!(start(&[file(&team)], None), in_place(&team));
        assert_eq!(start(&[file(&downloads)], Some(&downloads)), in_place(&downloads));
        let copied = start(&[file(&downloads)], None);
        assert_eq!((copied.library, copied.open), (own.clone(), None));
        assert_eq!(copied.bring, [file(&downloads)]);
        let both = start(&[file(&own), file(&downloads)], None);
        assert_eq!((both.open, both.bring), (Some(file(&own)), vec![file(&downloads)]));
    }

    #[test]
    fn a_bundle_within_the_library_is_brought_in_since_it_cannot_be_edited() {
        let (_root, [own, ..]) = folders();
        let bundle = own.join("all.json");
        let start = Startup::of(std::slice::from_ref(&bundle), None, Some(own)).expect("a library");
        assert_eq!((start.open, start.bring), (None, vec![bundle]));
    }

    #[test]
    fn without_files_it_is_the_named_folder_or_the_users_own() {
        let (_root, [own, team, _]) = folders();
        let library = |named, usual| Startup::of(&[], named, usual).map(|start| start.library);
        assert_eq!(library(Some(team.clone()), Some(own.clone())), Some(team));
        assert_eq!(library(None, Some(own.clone())), Some(own));
        assert_eq!(library(None, None), None);
    }
}
