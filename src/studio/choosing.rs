//! Choosing a file or a folder: by typing its path, or in the desktop's own dialog in front of that. It says what stands in the way of a path,
//! and what follows from an answer. It never looks at the disk: what exists at a path is looked up elsewhere, and passed in.

mod chooser;
mod purpose;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

pub use chooser::{Chooser, Chosen, FileRequest, FixedChooser, usual_folder};
pub use purpose::Purpose;

use super::{export::Naming, inquiry::Inquiry, path_kind::PathKind, tone::Tone};

/// A file that the user is choosing.
#[derive(Debug)]
pub struct Choosing {
    /// What for.
    pub purpose: Purpose,
    /// The path as currently typed.
    pub path: String,
    /// The newest path that was looked up, and what exists there.
    place: Inquiry<PathBuf, PathKind>,
    /// Whether the desktop has a dialog of its own.
    has_chooser: bool,
}

/// What is to be known of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// It has the extension of another kind of file.
    Ending,
    /// A folder is wanted, and there is none yet: it will be made.
    NewFolder,
    /// A folder is wanted, and this is a file.
    NotFolder,
    /// It is in a folder that does not exist.
    NoFolder,
    /// A file is to be written, and this is a folder.
    IsFolder,
    /// It replaces the file that is there.
    Replaces,
    /// There is no file to read.
    Missing,
}

/// What follows from the answer of the desktop's own dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Use this file.
    Use(PathBuf),
    /// Close the path field, and use this file.
    CloseAndUse(PathBuf),
    /// Ask for the path instead, and say that the desktop has no dialog.
    AskPath,
    /// Say that the desktop has no dialog, for nothing else on the screen says so.
    SayNoChooser,
}

impl Choosing {
    /// Begins with `path`.
    pub fn new(purpose: Purpose, path: String) -> Self {
        Self {
            purpose,
            path,
            place: Inquiry::default(),
            has_chooser: true,
        }
    }

    /// Begins with nothing, on a desktop without a dialog of its own.
    pub fn without_chooser(purpose: Purpose) -> Self {
        Self {
            has_chooser: false,
            ..Self::new(purpose, String::new())
        }
    }

    /// Whether the desktop has a dialog of its own, as far as known.
    pub fn has_chooser(&self) -> bool {
        self.has_chooser
    }

    /// Returns the intended file: a file to write gets the extension of its kind if none is typed.
    pub fn target(&self) -> PathBuf {
        let path = typed_path(&self.path);
        match self.naming(&path) {
            Naming::Short(named) => named,
            Naming::Right | Naming::Wrong => path,
        }
    }

    /// Returns the name that the file gets, where it is not the one that was typed.
    pub fn completed_name(&self) -> Option<String> {
        let target = self.target();
        let completed = !self.is_empty() && target != typed_path(&self.path);
        completed.then(|| target.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }

    fn naming(&self, path: &Path) -> Naming {
        match self.purpose.writes() {
            true => Naming::of(path, &self.purpose.endings()),
            false => Naming::Right,
        }
    }

    fn is_empty(&self) -> bool {
        self.path.trim().is_empty()
    }

    /// Returns the path to look up now, if any.
    pub fn asks_about(&mut self) -> Option<PathBuf> {
        match self.is_empty() {
            true => None,
            false => self.place.ask(self.target()),
        }
    }

    /// Takes over what exists at a path. Returns the next path to look up.
    pub fn take_place(&mut self, path: PathBuf, place: PathKind) -> Option<PathBuf> {
        self.place.take(path, place)
    }

    /// Returns what is to be known of the path. What exists there counts once it was looked up.
    pub fn objection(&self) -> Option<Objection> {
        let path = self.target();
        if self.naming(&path) == Naming::Wrong {
            return Some(Objection::Ending);
        }
        let (asked, place) = self.place.last()?;
        if *asked != path {
            return None;
        }
        Objection::to(self.purpose, *place)
    }

    /// Whether the path can be used.
    pub fn is_ready(&self) -> bool {
        let stopped = self
            .objection()
            .is_some_and(|objection| objection.tone() == Tone::Danger);
        !self.is_empty() && !stopped
    }

    /// Takes over a file from the desktop's own dialog. Returns whether to use it at once.
    fn take_file(&mut self, path: &Path) -> bool {
        let fits = self.naming(path) == Naming::Right;
        if !fits {
            // A name other than the chosen one may belong to an existing file: the user has to see it first.
            self.path = path.display().to_string();
        }
        fits
    }
}

impl Objection {
    /// Returns what is to be known of a path at which `place` exists.
    fn to(purpose: Purpose, place: PathKind) -> Option<Self> {
        if purpose.wants_folder() {
            return match place {
                PathKind::Folder => None,
                PathKind::Free => Some(Self::NewFolder),
                PathKind::File => Some(Self::NotFolder),
                PathKind::NoFolder => Some(Self::NoFolder),
            };
        }
        match (purpose.writes(), place) {
            (true, PathKind::Folder) => Some(Self::IsFolder),
            (true, PathKind::NoFolder) => Some(Self::NoFolder),
            (true, PathKind::File) => Some(Self::Replaces),
            (false, PathKind::Folder | PathKind::NoFolder | PathKind::Free) => Some(Self::Missing),
            (true, PathKind::Free) | (false, PathKind::File) => None,
        }
    }

    /// Whether it stops the user or is only to be known.
    pub fn tone(self) -> Tone {
        match self {
            Self::NewFolder => Tone::Neutral,
            Self::Replaces => Tone::Warning,
            Self::Ending | Self::NotFolder | Self::NoFolder | Self::IsFolder | Self::Missing => Tone::Danger,
        }
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ending => "file-ending",
            Self::NewFolder => "file-new-folder",
            Self::NotFolder => "file-not-folder",
            Self::NoFolder => "file-no-folder",
            Self::IsFolder => "file-is-folder",
            Self::Replaces => "file-replaces",
            Self::Missing => "file-missing",
        }
    }
}

/// Returns what follows from the answer of the desktop's own dialog. `open` is the path field that is on the screen, if one is: the answer may
/// come after it was closed, or after another one was opened.
pub fn answered(open: Option<&mut Choosing>, purpose: Purpose, chosen: Chosen) -> Option<Request> {
    let open = open.filter(|choosing| choosing.purpose == purpose);
    match (chosen, open) {
        (Chosen::Cancelled, _) => None,
        (Chosen::NoDialog, Some(choosing)) => {
            choosing.has_chooser = false;
            None
        }
        (Chosen::NoDialog, None) if purpose.is_asked_at_once() => Some(Request::AskPath),
        (Chosen::NoDialog, None) => Some(Request::SayNoChooser),
        (Chosen::File(path), Some(choosing)) => choosing.take_file(&path).then_some(Request::CloseAndUse(path)),
        (Chosen::File(path), None) => {
            let is_meant = purpose.has_own_dialog() || purpose.is_asked_at_once();
            is_meant.then_some(Request::Use(path))
        }
    }
}

/// The path that a typed text means; `~` is the home folder.
pub fn typed_path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let home = || directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match typed
        .strip_prefix("~/")
        .and_then(|rest| home().map(|home| home.join(rest)))
    {
        Some(path) => path,
        None => PathBuf::from(typed),
    }
}
