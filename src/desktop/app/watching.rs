//! Changes of the library by other programs: campaigns that appear, change or disappear, and the folder itself.

use std::path::{Path, PathBuf};

use super::{App, Event, keeping::NOT_SAVED};
use crate::{
    library::{
        Binned, Entry, FolderEvent, Library, LibraryError, Scanner, Stored, TroubleKind, VersionTag, Watch, Why,
    },
    studio::{
        action::Action,
        file_work::{self, Looked},
        journey, keeping,
        pictures::LibraryPictures,
        session::FileState,
        shelf::Item,
        tone::Tone,
    },
};

/// How the folder is watched.
pub(super) enum Watching {
    /// On a thread of its own.
    Background(Watch),
    /// In each frame, for tests, where everything is done at once.
    Inline(Scanner),
    /// Not at all: in pictures, and where no thread can be started.
    Off,
}

impl Watching {
    /// Scans now.
    pub(super) fn look(&self) {
        if let Self::Background(watch) = self {
            watch.look();
        }
    }

    /// Sets whether the user is looking at the window.
    pub(super) fn attend(&self, on: bool) {
        if let Self::Background(watch) = self {
            watch.attend(on);
        }
    }
}

/// The state of the library's folder, as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FolderState {
    /// No trouble is known.
    #[default]
    Fine,
    /// It cannot be listed.
    Lost(TroubleKind),
    /// It can be read, but refuses writes.
    Refuses(TroubleKind),
}

/// What was found when files were looked at again.
pub struct Look {
    /// The list items of the existing files.
    pub items: Vec<Item>,
    /// The files that are not there.
    pub gone: Vec<PathBuf>,
    /// The states of files that are, or were, open, by their session's number.
    pub sessions: Vec<(u64, Looked)>,
}

impl App {
    /// Begins to watch the folder; the campaigns are listed once that has begun.
    pub(super) fn begin_watching(&mut self) {
        if self.is_picture {
            return self.list_library();
        }
        if self.tasks.is_at_once() {
            self.watching = Watching::Inline(Scanner::new(self.library.dir()));
            return self.list_library();
        }
        let messenger = self.tasks.messenger();
        match Watch::start(self.library.dir(), move |event| messenger(Event::Folder(event))) {
            Ok(watch) => self.watching = Watching::Background(watch),
            // Changes by other programs are then found when a campaign is opened or saved.
            Err(_) => self.list_library(),
        }
    }

    /// Looks at the folder where no thread does.
    pub(super) fn watch_here(&mut self) {
        if let Watching::Inline(scanner) = &mut self.watching
            && let Some(event) = scanner.scan(true)
        {
            self.folder_event(event);
        }
    }

    /// Something happened to the folder.
    pub(super) fn folder_event(&mut self, event: FolderEvent) {
        match event {
            FolderEvent::Ready => self.list_library(),
            FolderEvent::Changed { changed, gone } => self.look_at_files(changed, gone),
            FolderEvent::Lost(kind) => self.folder_lost(kind),
            FolderEvent::Found => {
                self.folder = FolderState::Fine;
                self.list_library();
                self.read_bin();
                let open: Vec<u64> = self.sessions.all().map(|session| session.number()).collect();
                open.into_iter().for_each(|number| self.look_at_session(number));
                self.save_again();
            }
        }
    }

    /// The folder cannot be listed.
    pub(super) fn folder_lost(&mut self, kind: TroubleKind) {
        self.folder = FolderState::Lost(kind);
    }

    /// Notes that the folder refused a write.
    pub(super) fn folder_refused(&mut self, kind: TroubleKind) {
        if !matches!(self.folder, FolderState::Lost(_)) {
            self.folder = FolderState::Refuses(kind);
        }
        // Its existence is checked at once.
        self.watching.look();
    }

    /// Notes that the folder accepted everything.
    pub(super) fn folder_took_it(&mut self) {
        self.toasts.retire(NOT_SAVED);
        if matches!(self.folder, FolderState::Refuses(_)) {
            self.folder = FolderState::Fine;
        }
    }

    /// Looks at files again, and at the sessions that they belong to.
    pub(super) fn look_at_files(&mut self, changed: Vec<PathBuf>, gone: Vec<PathBuf>) {
        let concerned = |path: &Path| changed.iter().chain(&gone).any(|other| other == path);
        let sessions: Vec<(u64, FileState)> = self
            .sessions
            .all()
            .filter(|session| concerned(session.path()))
            .map(|session| (session.number(), session.file()))
            .collect();
        let (library, published) = (self.library.clone(), self.publishing.published().clone());
        #[expect(clippy::disallowed_methods, reason = "a job of the disk worker")]
        let is_gone = |path: &Path| !path.exists();
        self.tasks.disk(None, "busy-look", move || {
            let pictures = LibraryPictures(library.dir().to_owned());
            let mut look = Look {
                items: Vec::new(),
                gone: Vec::new(),
                sessions: sessions
                    .into_iter()
                    .map(|(number, file)| (number, file_work::look(&file)))
                    .collect(),
            };
            for path in changed.into_iter().chain(gone) {
                match Library::load(&path) {
                    Err(_) if is_gone(&path) => look.gone.push(path),
                    content => look
                        .items
                        .push(Item::of_entry(&Entry { path, content }, &pictures, &published)),
                }
            }
            Event::Looked(Box::new(look))
        });
    }

    /// Checks whether another program changed the file of a session.
    pub(super) fn look_at_session(&mut self, number: u64) {
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        let file = session.file();
        self.tasks.disk(None, "busy-look", move || {
            Event::Looked(Box::new(Look {
                items: Vec::new(),
                gone: Vec::new(),
                sessions: vec![(number, file_work::look(&file))],
            }))
        });
    }

    /// Files were looked at again.
    pub(super) fn looked(&mut self, look: Look) {
        self.shelf.put(look.items);
        for path in look.gone {
            // Open campaigns are handled below, and unsaved ones when they are saved.
            if self.sessions.at(&path).is_none() {
                self.shelf.remove(&path);
            }
        }
        self.attributes = self.shelf.attributes();
        self.journey_on(journey::Event::LibraryChanged);
        for (number, looked) in look.sessions {
            self.looked_at_session(number, looked);
        }
        self.refresh_item();
    }

    fn looked_at_session(&mut self, number: u64, looked: Looked) {
        let is_open = self.sessions.is_open(number);
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        match looked {
            // Unreadable files are listed as such; the next save of the campaign in memory meets them.
            Looked::Same | Looked::Broken => {}
            // Unsaved edits meet the other version when they are saved, and the user chooses.
            Looked::Changed(_) if session.is_unsaved() => {}
            Looked::Changed(stored) => self.take_outside(number, *stored, is_open),
            Looked::Gone(hash) => {
                let (id, old, unsaved) = (
                    session.campaign().id.clone(),
                    session.path().to_owned(),
                    session.is_unsaved(),
                );
                // Another program renamed the file.
                let mut others = self.shelf.items().iter().filter(|item| item.path != old);
                let renamed = others
                    .find(|item| !id.is_empty() && item.id == id)
                    .map(|item| item.path.clone());
                let renamed = renamed.filter(|path| self.sessions.at(path).is_none());
                if let Some(path) = renamed {
                    self.shelf.remove(&old);
                    if let Some(session) = self.sessions.of(number) {
                        session.follow(VersionTag { path, hash });
                    }
                    return self.look_at_session(number);
                }
                if unsaved {
                    // Saving finds that it is gone, and the user chooses.
                    self.keep_on(keeping::Event::Wanted(number));
                    return;
                }
                self.keep_removed(number);
            }
        }
    }

    /// Takes over another program's change of a campaign without unsaved edits; the previous version is kept.
    fn take_outside(&mut self, number: u64, stored: Stored, is_open: bool) {
        let now = self.clock.now();
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        let before = session.campaign().clone();
        if !session.take_outside(stored) {
            return;
        }
        let file = session.file();
        let library = self.library.clone();
        self.write(None, "busy-version", move || {
            file_work::keep_versions(&library, &file, vec![(before, Why::Outside, now)]);
            Event::Done
        });
        if is_open {
            let text = self.text.t("reloaded");
            self.say(Tone::Neutral, text);
        }
    }

    /// Handles the removal, by another program, of the file of a fully saved campaign that is, or was, open: its content goes into the bin.
    fn keep_removed(&mut self, number: u64) {
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        let (path, campaign) = (session.path().to_owned(), session.campaign().clone());
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(None, "busy-delete", move || {
            let kept = file_work::keep_removed(&library, &path, &campaign, now);
            Event::Removed(number, kept)
        });
    }

    /// What another program removed is in the bin.
    pub(super) fn removed(&mut self, number: u64, kept: Result<Binned, LibraryError>) {
        let is_open = self.sessions.is_open(number);
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        // If it cannot be kept, it stays open: memory holds the only copy. So does a campaign edited meanwhile.
        let Ok(binned) = kept else { return };
        if session.is_unsaved() {
            return;
        }
        let (path, name) = (session.path().to_owned(), session.campaign().name.clone());
        self.forget_file(&path);
        if is_open {
            let text = self.text.tv("deleted-elsewhere", &[("name", name.into())]);
            let back = self.text.t("bin-restore");
            self.say_with(Tone::Neutral, text, back, Action::Restore(binned));
        }
        self.read_bin();
    }
}
