//! Lists the library, and does the jobs of [`crate::studio::filing`]; their results arrive as events.

use std::path::{Path, PathBuf};

use super::{App, Event, opening::Then};
use crate::{
    campaign::Campaign,
    desktop::widgets::Toast,
    library::Binned,
    studio::{
        action::Action,
        batch,
        editor_step::EditorStep,
        file_work::{self, Deleting},
        filing::{self, Made, Request},
        folder, journey, keeping, opening,
        pictures::LibraryPictures,
        session::{FileState, Session, Touched},
        shelf::Item,
        tone::Tone,
        trouble::Trouble,
    },
};

/// The subject of the message about what was deleted last.
pub(super) const DELETED: &str = "deleted";

/// How many files are read before the list shows them.
const PORTION: usize = 64;

impl From<filing::Event> for Event {
    fn from(event: filing::Event) -> Self {
        Self::Filing(Box::new(event))
    }
}

impl App {
    /// Reads the library's files in the background.
    pub(super) fn list_library(&mut self) {
        self.shelf.begin();
        self.journey_on(journey::Event::LibraryChanged);
        let library = self.library.clone();
        let published = self.publishing.published().clone();
        self.tasks.stream(folder::Event::ListBrokeOff.into(), move |deliver| {
            match library.entries() {
                Ok(entries) => {
                    let pictures = LibraryPictures::new(library.dir().to_owned());
                    let site = library.known_site();
                    let audiences = library.known_audiences();
                    let mut items = Vec::with_capacity(PORTION);
                    for entry in entries {
                        let context = site.as_ref().into();
                        items.push(Item::of_entry(&entry, &audiences, &pictures, context, &published));
                        if items.len() == PORTION {
                            deliver(listed(std::mem::take(&mut items), false));
                        }
                    }
                    deliver(listed(items, true));
                }
                Err(error) => deliver(folder::Event::NotListed(error.kind).into()),
            }
        });
    }

    /// Passes an event to filing, and carries out its requests.
    pub(super) fn file_on(&mut self, event: filing::Event) {
        if matches!(event, filing::Event::Restore(_)) {
            self.deleted.forget();
        }
        for request in self.filing.on(event, &mut self.sessions, &mut self.shelf) {
            self.do_filing(request);
        }
    }

    fn do_filing(&mut self, request: Request) {
        match request {
            Request::Create(campaign) => self.create(*campaign),
            // What the user opened while the file was made stays.
            Request::AskName(path) => self.dialogs.put_if_free(self.name_dialog(&path)),
            Request::Duplicate(path, known) => self.duplicate(path, known),
            Request::Rename(path, name) => self.rename(path, name),
            Request::MoveFile { session, file, name } => self.move_file(session, file, name),
            Request::Delete { path, name, session } => self.delete(path, name, session),
            Request::Restore(binned) => self.restore(binned),
            Request::Import(path) => self.import(path),
            Request::Bring(path) => self.bring(path),
            Request::OpenFile(path) => self.open(&path),
            Request::SayBrought(count, name) => {
                let values = [("count", count.into()), ("name", name.into())];
                let text = self.text.tv("brought", &values);
                self.say(Tone::Success, text);
            }
            Request::ConfirmDelete(paths) => self.ask_about_deletion(paths),
            Request::Save(number) => {
                self.keep_on(keeping::Event::Wanted(number));
            }
            Request::Navigate(event) => self.navigate_on(event),
            Request::Open(opened) => self.open_on(opening::Event::Made(opened)),
            Request::Listed(path, campaign) => self.note_item(&path, &campaign),
            Request::ListChanged => {
                self.journey_on(journey::Event::LibraryChanged);
            }
            Request::OpenChanged => self.refresh_item(),
            Request::OpenMoved => {
                if let Some(path) = self.sessions.open_path() {
                    self.settings.set_last_open(path);
                }
            }
            Request::Gone(path) => self.forget_file(&path),
            Request::ReadBin => self.read_bin(),
            Request::SayDeleted(all) => {
                let text = match all.as_slice() {
                    [(name, _)] => self.text.tv("deleted", &[("name", name.as_str().into())]),
                    several => self.text.tv("deleted-several", &[("count", several.len().into())]),
                };
                let undo = self.text.t("command-undo");
                let binned: Vec<_> = all.into_iter().map(|(_, binned)| binned).collect();
                self.deleted.note(binned.clone(), &self.sessions);
                self.batch_on(batch::Event::Passed);
                self.toasts.push_about(
                    DELETED,
                    Toast {
                        text,
                        tone: Tone::Neutral,
                        action: Some((undo, Action::Restore(binned))),
                    },
                );
            }
            Request::SayImported(count) => {
                let text = self.text.tv("imported", &[("count", count.into())]);
                self.say(Tone::Success, text);
            }
            Request::Complain(trouble) => self.complain(&trouble),
        }
    }

    fn create(&self, campaign: Campaign) {
        let (library, named) = (self.library.clone(), self.numbered_name());
        self.tasks.disk(None, "busy-create", move || {
            let made = file_work::create(&library, campaign, named);
            filing::Event::Made(Made::New, Box::new(made)).into()
        });
    }

    fn duplicate(&self, path: PathBuf, known: Option<Box<Campaign>>) {
        let (library, copy) = (self.library.clone(), self.copy_name());
        self.tasks.disk(None, "busy-create", move || {
            let made = file_work::duplicate(&library, &path, known.map(|known| *known), copy);
            filing::Event::Made(Made::Copy(path), Box::new(made)).into()
        });
    }

    fn rename(&self, path: PathBuf, name: String) {
        let library = self.library.clone();
        self.tasks.disk(None, "busy-rename", move || {
            let renamed = file_work::rename(&library, &path, &name);
            filing::Event::Renamed(path, Box::new(renamed.map_err(Trouble::from))).into()
        });
    }

    fn move_file(&self, session: u64, file: FileState, name: String) {
        let library = self.library.clone();
        self.write(None, "busy-rename", move || {
            filing::Event::Moved(session, file_work::rename_file(&library, &file, &name)).into()
        });
    }

    fn delete(&self, path: PathBuf, name: String, session: Option<Deleting>) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(None, "busy-delete", move || {
            let result = file_work::delete(&library, &path, session.as_ref(), now);
            filing::Event::Deleted { path, name, result }.into()
        });
    }

    fn restore(&self, binned: Binned) {
        let (library, copy, now) = (self.library.clone(), self.copy_name(), self.clock.now());
        self.tasks.disk(None, "busy-restore", move || {
            let restored = file_work::restore(&library, &binned, copy, now);
            filing::Event::Made(Made::Restored(binned), Box::new(restored)).into()
        });
    }

    fn import(&self, path: PathBuf) {
        let (library, named) = (self.library.clone(), self.numbered_name());
        self.tasks.disk(None, "busy-import", move || {
            let imported = file_work::import(&library, &path, named).map_err(Trouble::from);
            filing::Event::Imported(path, imported).into()
        });
    }

    fn bring(&self, path: PathBuf) {
        let (library, named) = (self.library.clone(), self.numbered_name());
        self.tasks.disk(None, "busy-import", move || {
            let brought = file_work::bring(&library, &path, named).map_err(Trouble::from);
            filing::Event::Brought(path, brought).into()
        });
    }

    /// Returns the function that numbers a name that is taken, for any thread.
    fn numbered_name(&self) -> impl Fn(&str, usize) -> String + Send + use<> {
        let pattern = self
            .text
            .tv("numbered-name", &[("name", NAME.into()), ("number", NUMBER.into())]);
        move |name, number| pattern.replace(NUMBER, &number.to_string()).replace(NAME, name)
    }

    /// Returns the function that makes a copy's name from the original's, for any thread.
    pub(super) fn copy_name(&self) -> impl Fn(&str) -> String + Send + use<> {
        let pattern = self.text.tv("copy-of", &[("name", NAME.into())]);
        move |name| pattern.replace(NAME, name)
    }

    /// Drops the list item and the session of a removed file. If it was open, its neighbour is opened.
    pub(super) fn forget_file(&mut self, path: &Path) {
        let is_open = self.sessions.open_path() == Some(path);
        let next = is_open.then(|| self.neighbour_of(path)).flatten();
        self.shelf.remove(path);
        self.journey_on(journey::Event::LibraryChanged);
        self.open_on(opening::Event::Gone(path.to_owned(), next));
    }

    fn neighbour_of(&self, path: &Path) -> Option<PathBuf> {
        let below = self.library_panel.neighbour(&self.shelf, Some(path), true);
        below.or_else(|| self.library_panel.neighbour(&self.shelf, Some(path), false))
    }

    /// Updates the open campaign's status in the list.
    pub(super) fn refresh_item(&mut self) {
        let Some(session) = self.sessions.open() else { return };
        let (path, campaign) = (session.path().to_owned(), session.campaign().clone());
        self.note_item(&path, &campaign);
    }

    pub(super) fn note_item(&mut self, path: &Path, campaign: &Campaign) {
        let nothing = Touched::default();
        let touched = self.sessions.at(path).map_or(&nothing, Session::touched);
        let published = self.publishing.published();
        let site = self.site.context(&self.preview.site.brand.look);
        let inlined = campaign.inlined(self.audiences.known());
        let item = Item::of_campaign(path, &inlined, touched, &self.pictures, site, published);
        self.shelf.put(vec![item.using(campaign)]);
    }

    /// Opens the campaign of a file at the last step of the editor.
    pub(super) fn open_at_review(&mut self, path: &Path) {
        self.open_then(path, Then::GoTo(EditorStep::Review, None));
    }
}

/// Placeholders for a campaign's name and a number, where a sentence is made before they are known.
const NAME: &str = "\u{e000}name\u{e000}";
const NUMBER: &str = "\u{e000}number\u{e000}";

fn listed(items: Vec<Item>, last: bool) -> Event {
    folder::Event::Listed { items, last }.into()
}
