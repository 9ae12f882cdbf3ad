//! The files of the library: listing, creating, copying, renaming, deleting, restoring and importing. Each is a job of the disk worker;
//! its result arrives as an event.

use std::path::{Path, PathBuf};

use super::{App, Event, Page, Unfinished, connecting::is_published, opening::Then};
use crate::{
    campaign::Campaign,
    desktop::dialogs::Confirm,
    library::{Binned, LibraryError, Stored},
    studio::{
        action::Action,
        editor_step::EditorStep,
        file_work::{self, Opened},
        journey, keeping,
        pictures::LibraryPictures,
        shelf::Item,
        tone::Tone,
        trouble::{self, Trouble},
    },
};

/// How many files are read before the list shows them.
const PORTION: usize = 64;

/// The origin of a new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// A new campaign.
    New,
    /// A copy of the campaign of this file.
    Copy(PathBuf),
    /// A file of the bin.
    Restored(Binned),
}

impl App {
    /// Reads the library's files in the background.
    pub(super) fn list_library(&mut self) {
        self.shelf.begin();
        self.journey_on(journey::Event::LibraryChanged);
        let library = self.library.clone();
        let published = self.publishing.published().clone();
        self.tasks
            .stream(Event::ListBrokeOff, move |deliver| match library.entries() {
                Ok(entries) => {
                    let pictures = LibraryPictures(library.dir().to_owned());
                    let mut items = Vec::with_capacity(PORTION);
                    for entry in entries {
                        items.push(Item::of_entry(&entry, &pictures, &published));
                        if items.len() == PORTION {
                            deliver(Event::Listed {
                                items: std::mem::take(&mut items),
                                last: false,
                            });
                        }
                    }
                    deliver(Event::Listed { items, last: true });
                }
                Err(error) => deliver(Event::NotListed(error)),
            });
    }

    pub(super) fn listed(&mut self, items: Vec<Item>, last: bool) {
        let known = |app: &Self, item: &Item| app.sessions.is_open_at(&item.path);
        let items: Vec<Item> = items.into_iter().filter(|item| !known(self, item)).collect();
        self.shelf.put(items);
        self.refresh_item();
        if !last {
            return;
        }
        self.shelf.end();
        self.attributes = self.shelf.attributes();
        let first = self.shelf.items().iter().find(|item| item.trouble.is_none());
        let first = first.map(|item| item.path.clone());
        if let Some(first) = first.filter(|_| self.sessions.open().is_none() && self.opening.is_none()) {
            self.open(&first);
        }
    }

    /// The library's folder could not be listed.
    pub(super) fn not_listed(&mut self, error: &LibraryError) {
        self.shelf.loading = false;
        self.folder_lost(error.kind);
    }

    /// Makes a campaign and opens it.
    pub(super) fn create(&mut self, name: &str) {
        if !self.begin(Unfinished::Create) {
            return;
        }
        let (library, zone) = (self.library.clone(), self.clock.zone());
        let campaign = Campaign::new(crate::clock::new_id(), name, zone.name());
        self.tasks.disk(None, "busy-create", move || {
            let made = library.create(campaign).map(Opened::fresh);
            Event::Made(Made::New, Box::new(made.map_err(Trouble::from)))
        });
    }

    /// Copies a campaign and opens the copy.
    pub(super) fn duplicate(&mut self, path: &Path) {
        if !self.begin(Unfinished::Duplicate(path.to_owned())) {
            return;
        }
        let (library, path, known) = (self.library.clone(), path.to_owned(), self.sessions.campaign_at(path));
        let copy = self.copy_name();
        self.tasks.disk(None, "busy-create", move || {
            let made = file_work::duplicate(&library, &path, known, copy);
            Event::Made(Made::Copy(path), Box::new(made))
        });
    }

    /// Returns the function that makes a copy's name from the original's, for any thread.
    pub(super) fn copy_name(&self) -> impl Fn(&str) -> String + Send + use<> {
        let pattern = self.text.tv("copy-of", &[("name", NAME.into())]);
        move |name| pattern.replace(NAME, name)
    }

    /// A campaign file was made, or not: opens it.
    pub(super) fn made(&mut self, how: Made, result: trouble::Result<Opened>) {
        self.end_of(&match &how {
            Made::New => Unfinished::Create,
            Made::Copy(path) => Unfinished::Duplicate(path.clone()),
            Made::Restored(binned) => Unfinished::Restore(binned.clone()),
        });
        match result {
            Ok(opened) => {
                self.page = Page::Editor;
                if how == Made::New {
                    self.step = EditorStep::Audience;
                }
                self.show_opened(opened);
            }
            Err(trouble) => self.complain(&trouble),
        }
        if matches!(how, Made::Restored(_)) {
            self.read_bin();
        }
    }

    /// Renames a campaign and its file.
    pub(super) fn rename(&mut self, path: &Path, name: &str) {
        if let Some(number) = self.sessions.at(path).map(|session| session.number()) {
            return self.rename_session(number, name);
        }
        if !self.begin(Unfinished::Rename(path.to_owned())) {
            return;
        }
        let (library, path, name) = (self.library.clone(), path.to_owned(), name.to_owned());
        self.tasks.disk(None, "busy-rename", move || {
            let renamed = file_work::rename(&library, &path, &name);
            Event::Renamed(path, Box::new(renamed.map_err(Trouble::from)))
        });
    }

    /// Renames an open campaign at once, as one step; its file follows.
    fn rename_session(&mut self, number: u64, name: &str) {
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        session.step("edit-rename", |campaign| campaign.name = name.to_owned());
        let (file, name) = (session.file(), name.to_owned());
        self.keep_on(keeping::Event::Wanted(number));
        let library = self.library.clone();
        self.write(None, "busy-rename", move || {
            Event::Moved(number, file_work::rename_file(&library, &file, &name))
        });
        self.refresh_item();
    }

    /// A campaign that is not open was renamed, or not.
    pub(super) fn renamed(&mut self, path: PathBuf, result: trouble::Result<Stored>) {
        match result {
            Ok(stored) => {
                self.shelf.remove(&path);
                self.journey_on(journey::Event::LibraryChanged);
                self.note_item(&stored.tag.path, &stored.campaign);
            }
            Err(trouble) => self.complain(&trouble),
        }
        self.end_of(&Unfinished::Rename(path));
    }

    /// Takes over the result of renaming the file of a campaign that is, or was, open.
    pub(super) fn moved(&mut self, number: u64, result: Result<PathBuf, LibraryError>) {
        // A file that cannot be moved keeps its name; the campaign still gets the new one.
        let Ok(path) = result else { return };
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        let old = session.path().to_owned();
        session.note_moved(&path);
        let campaign = session.campaign().clone();
        if old != path {
            self.shelf.remove(&old);
        }
        self.note_item(&path, &campaign);
        if self.sessions.is_open_at(&path) {
            self.settings.set_last_open(&path);
        }
        self.journey_on(journey::Event::LibraryChanged);
    }

    /// Deletes a campaign; asks first if it is at a backend.
    pub(super) fn ask_delete(&mut self, path: &Path) {
        match self.shelf.item(path).is_some_and(is_published) {
            true => self.ask_again(path, Confirm::DeleteLive),
            false => self.delete(path),
        }
    }

    /// Moves a campaign into the bin, with an undo.
    pub(super) fn delete(&mut self, path: &Path) {
        if !self.begin(Unfinished::Delete(path.to_owned())) {
            return;
        }
        let session = self.sessions.at(path).map(|session| file_work::Deleting {
            file: session.file(),
            history: session.history(),
            unsaved: session.is_unsaved(),
        });
        let name = self.shelf.item(path).map(|item| item.name.clone()).unwrap_or_default();
        let (library, path, now) = (self.library.clone(), path.to_owned(), self.clock.now());
        self.tasks.disk(None, "busy-delete", move || {
            let result = file_work::delete(&library, &path, session.as_ref(), now);
            Event::Deleted { path, name, result }
        });
    }

    /// A campaign was deleted, or not.
    pub(super) fn deleted(&mut self, path: PathBuf, name: String, result: trouble::Result<Binned>) {
        match result {
            Ok(binned) => {
                self.forget_file(&path);
                let text = self.text.tv("deleted", &[("name", name.into())]);
                let undo = self.text.t("command-undo");
                self.say_with(Tone::Neutral, text, undo, Action::Restore(binned));
                self.read_bin();
            }
            Err(trouble) => self.complain(&trouble),
        }
        self.end_of(&Unfinished::Delete(path));
    }

    /// Drops the list item and the session of a removed file. If it was open, its neighbour is opened.
    pub(super) fn forget_file(&mut self, path: &Path) {
        let next = self.neighbour_of(path);
        self.shelf.remove(path);
        self.journey_on(journey::Event::LibraryChanged);
        if self.sessions.forget_at(path)
            && let Some(next) = next
        {
            self.open(&next);
        }
    }

    fn neighbour_of(&self, path: &Path) -> Option<PathBuf> {
        let below = self.library_panel.neighbour(&self.shelf, Some(path), true);
        below.or_else(|| self.library_panel.neighbour(&self.shelf, Some(path), false))
    }

    /// Restores a deleted campaign.
    pub(super) fn restore(&mut self, binned: Binned) {
        if !self.begin(Unfinished::Restore(binned.clone())) {
            return;
        }
        let (library, copy, now) = (self.library.clone(), self.copy_name(), self.clock.now());
        self.tasks.disk(None, "busy-restore", move || {
            let restored = file_work::restore(&library, &binned, copy, now);
            Event::Made(Made::Restored(binned), Box::new(restored))
        });
    }

    /// Brings the campaigns of a file into the library and opens the first.
    pub(super) fn import(&mut self, path: &Path) {
        if !self.begin(Unfinished::Import(path.to_owned())) {
            return;
        }
        let (library, path) = (self.library.clone(), path.to_owned());
        let pattern = self
            .text
            .tv("numbered-name", &[("name", NAME.into()), ("number", NUMBER.into())]);
        let named = move |name: &str, number: usize| pattern.replace(NUMBER, &number.to_string()).replace(NAME, name);
        self.tasks.disk(None, "busy-import", move || {
            let imported = file_work::import(&library, &path, named).map_err(Trouble::from);
            Event::Imported(path, imported)
        });
    }

    /// Campaigns were imported, or not.
    pub(super) fn imported(&mut self, path: PathBuf, result: trouble::Result<Vec<Stored>>) {
        match result {
            Ok(stored) => {
                for one in &stored {
                    self.note_item(&one.tag.path, &one.campaign);
                }
                let text = self.text.tv("imported", &[("count", stored.len().into())]);
                if let Some(first) = stored.into_iter().next() {
                    self.page = Page::Editor;
                    self.show_opened(Opened::fresh(first));
                }
                self.say(Tone::Success, text);
            }
            Err(trouble) => self.complain(&trouble),
        }
        self.end_of(&Unfinished::Import(path));
    }

    /// Updates the open campaign's status in the list.
    pub(super) fn refresh_item(&mut self) {
        let Some(session) = self.sessions.open() else { return };
        let (path, campaign) = (session.path().to_owned(), session.campaign().clone());
        self.note_item(&path, &campaign);
    }

    /// Updates the status of re-examined campaigns, except those removed or opened meanwhile.
    pub(super) fn replace_refreshed(&mut self, mut items: Vec<Item>) {
        let open = self.sessions.open_path();
        items.retain(|item| self.shelf.item(&item.path).is_some() && Some(item.path.as_path()) != open);
        self.shelf.put(items);
    }

    pub(super) fn note_item(&mut self, path: &Path, campaign: &Campaign) {
        let item = Item::of_campaign(path, campaign, &self.pictures, self.publishing.published());
        self.shelf.put(vec![item]);
    }

    /// Opens the campaign of a file at the last step of the editor.
    pub(super) fn open_at_review(&mut self, path: &Path) {
        self.open_then(path, Then::GoTo(EditorStep::Review, None));
    }
}

/// Placeholders for a campaign's name and a number, where a sentence is made before they are known.
const NAME: &str = "\u{e000}name\u{e000}";
const NUMBER: &str = "\u{e000}number\u{e000}";
