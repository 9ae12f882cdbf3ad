//! Watches the library's folder for [`crate::studio::folder`], and looks at files.

use std::path::{Path, PathBuf};

use super::{App, Event, keeping::NOT_SAVED};
use crate::{
    campaign::Campaign,
    library::{Entry, Library, Scanner, Watch, Why},
    studio::{
        action::Action,
        file_work,
        folder::{self, Look, Request},
        journey, keeping, opening,
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

impl From<folder::Event> for Event {
    fn from(event: folder::Event) -> Self {
        Self::Folder(Box::new(event))
    }
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
        match Watch::start(self.library.dir(), move |event| {
            messenger(folder::Event::Watched(event).into());
        }) {
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
            self.folder_on(folder::Event::Watched(event));
        }
    }

    /// Passes an event to the folder, and carries out its requests.
    pub(super) fn folder_on(&mut self, event: folder::Event) {
        for request in self.folder.on(event, &mut self.sessions, &mut self.shelf) {
            self.do_folder(request);
        }
    }

    fn do_folder(&mut self, request: Request) {
        match request {
            Request::List => self.list_library(),
            Request::ReadBin => self.read_bin(),
            Request::ReadSite => self.read_site(),
            Request::ReadAudiences => self.read_audiences(),
            Request::LookNow => self.watching.look(),
            Request::Look { changed, gone } => self.look_at_files(changed, gone),
            Request::LookAtSession(number) => self.look_at_session(number),
            Request::Retry => self.save_again(),
            Request::Save(number) => {
                self.keep_on(keeping::Event::Wanted(number));
            }
            Request::RetireNotSaved => self.toasts.retire(NOT_SAVED),
            Request::ListChanged => {
                self.keys = self.shelf.keys();
                self.journey_on(journey::Event::LibraryChanged);
            }
            Request::ListEnded(first) => {
                self.keys = self.shelf.keys();
                self.open_on(opening::Event::Listed(first));
            }
            Request::Complain(trouble) => self.complain(&trouble),
            Request::OpenChanged => self.refresh_item(),
            Request::KeepVersion(file, before) => {
                self.keep_versions(file, vec![(*before, Why::Outside, self.clock.now())]);
            }
            Request::SayReloaded => {
                let text = self.text.t("reloaded");
                self.say(Tone::Neutral, text);
            }
            Request::KeepRemoved {
                session,
                path,
                campaign,
            } => self.keep_removed(session, path, *campaign),
            Request::Gone(path) => self.forget_file(&path),
            Request::SayRemoved(name, binned) => {
                let text = self.text.tv("deleted-elsewhere", &[("name", name.into())]);
                let back = self.text.t("bin-restore");
                self.say_with(Tone::Neutral, text, back, Action::Restore(vec![binned]));
            }
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
            let pictures = LibraryPictures::new(library.dir().to_owned());
            let site = library.known_site();
            let audiences = library.known_audiences();
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
                    content => look.items.push(Item::of_entry(
                        &Entry { path, content },
                        &audiences,
                        &pictures,
                        site.as_ref().into(),
                        &published,
                    )),
                }
            }
            folder::Event::Looked(Box::new(look)).into()
        });
    }

    /// Checks whether another program changed the file of a session.
    pub(super) fn look_at_session(&mut self, number: u64) {
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        let file = session.file();
        self.tasks.disk(None, "busy-look", move || {
            let look = Look {
                sessions: vec![(number, file_work::look(&file))],
                ..Look::default()
            };
            folder::Event::Looked(Box::new(look)).into()
        });
    }

    /// Puts a campaign into the bin whose file another program removed.
    fn keep_removed(&self, number: u64, path: PathBuf, campaign: Campaign) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(None, "busy-delete", move || {
            let kept = file_work::keep_removed(&library, &path, &campaign, now);
            folder::Event::Kept(number, kept).into()
        });
    }
}
