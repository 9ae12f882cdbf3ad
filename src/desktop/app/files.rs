//! The files of the library: listing, opening, making, copying, renaming, deleting and bringing back.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use super::{App, Event, Page, connecting::is_published};
use crate::{
    campaign::Campaign,
    desktop::{
        action::Action,
        dialogs::Confirm,
        editor_step::EditorStep,
        session::Session,
        shelf::Item,
        simulator::{SimulatedVisitor, page_of},
        widgets::Tone,
    },
    library::{Library, LoadError, Stored, Trashed},
};

/// How many files are read before the list shows them.
const PORTION: usize = 64;

impl App {
    /// Reads the library's files beside the window.
    pub(super) fn list_library(&mut self) {
        self.shelf.begin();
        self.journey.forget_library();
        let library = self.library.clone();
        let published = self.publishing.published.clone();
        self.tasks.stream(move |deliver| match library.entries() {
            Ok(entries) => {
                let mut items = Vec::with_capacity(PORTION);
                for entry in entries {
                    items.push(Item::of_entry(&entry, library.dir(), &published));
                    if items.len() == PORTION {
                        deliver(Event::Listed {
                            items: std::mem::take(&mut items),
                            last: false,
                        });
                    }
                }
                deliver(Event::Listed { items, last: true });
            }
            Err(error) => deliver(Event::NotListed(error.to_string(), error.hint().to_owned())),
        });
    }

    pub(super) fn listed(&mut self, items: Vec<Item>, last: bool) {
        self.shelf.put(items);
        self.shelf.loading = !last;
        self.attributes = self.shelf.attributes();
        let first = self
            .shelf
            .items()
            .iter()
            .find(|item| item.trouble.is_none())
            .map(|item| item.path.clone());
        if let Some(first) = first.filter(|_| last && self.session.is_none()) {
            self.open(&first);
        }
        self.refresh_item();
    }

    /// Opens a campaign, after the open one is saved.
    pub(super) fn open(&mut self, path: &Path) {
        if self.session.as_ref().is_some_and(|session| session.path() == path) || !self.flush() {
            return;
        }
        match Library::load(path) {
            Ok(stored) => self.open_stored(stored),
            Err(error) => {
                let hint = error.hint().to_owned();
                self.complain(&error, &hint);
            }
        }
    }

    pub(super) fn open_stored(&mut self, stored: Stored) {
        let revision = self.next_revision();
        self.settings.set_last_open(&stored.stamp.path);
        self.session = Some(Session::new(stored, revision));
        self.journey.campaign = revision;
        // The one that was open before competes as it was saved.
        self.journey.forget_library();
        self.keeping.failed = None;
        self.forget_inquiries();
        self.library_panel.reveal_open = true;
        self.visit();
        self.refresh_item();
    }

    /// Brings the simulated visitor onto the page of the campaign that was opened.
    fn visit(&mut self) {
        let Some(session) = &self.session else { return };
        let page = page_of(session.campaign());
        match self.simulated.preset {
            Some(preset) => self.simulated = SimulatedVisitor::of(preset, &page, self.clock.now()),
            None => self.simulated.visitor.url.clone_from(&page),
        }
        self.journey.panel.follow(&page, &self.simulated);
    }

    /// Makes a campaign and opens it.
    pub(super) fn create(&mut self, name: &str) {
        let zone = local_zone();
        self.step = EditorStep::Audience;
        self.add(|library| library.create(Campaign::new(crate::clock::new_id(), name, &zone)));
    }

    /// Copies a campaign and opens the copy.
    pub(super) fn duplicate(&mut self, path: &Path) {
        let Some(campaign) = self.campaign_of(path) else { return };
        let name = self.text.tv("copy-of", &[("name", campaign.name.as_str().into())]);
        self.add(|library| library.duplicate(&campaign, crate::clock::new_id(), &name));
    }

    fn add(&mut self, make: impl FnOnce(&Library) -> Result<Stored, crate::library::LibraryError>) {
        if !self.flush() {
            return;
        }
        match make(&self.library) {
            Ok(stored) => {
                self.page = Page::Editor;
                self.open_stored(stored);
            }
            Err(error) => {
                let hint = error.hint();
                self.complain(&error, hint);
            }
        }
    }

    /// Gives a campaign another name, and its file too.
    pub(super) fn rename(&mut self, path: &Path, name: &str) {
        if !self.flush() {
            return;
        }
        let open = self.session.as_ref().is_some_and(|session| session.path() == path);
        let stored = match Library::load(path) {
            Ok(stored) => stored,
            Err(error) => {
                let hint = error.hint().to_owned();
                return self.complain(&error, &hint);
            }
        };
        match self.library.rename(&stored.stamp, &stored.campaign, name) {
            Ok(renamed) => {
                self.shelf.remove(path);
                self.journey.forget_library();
                self.note_item(&renamed.stamp.path, &renamed.campaign);
                if let Some(session) = self.session.as_mut().filter(|_| open) {
                    session.edit(Duration::ZERO, |draft| {
                        draft.campaign.name = name.to_owned();
                        draft.step("edit-rename");
                    });
                    self.settings.set_last_open(&renamed.stamp.path);
                    session.note_moved(renamed.stamp);
                }
            }
            Err(error) => {
                let hint = error.hint();
                self.complain(&error, hint);
            }
        }
    }

    /// Deletes a campaign; asks first about one that is at a backend.
    pub(super) fn ask_delete(&mut self, path: &Path) {
        match self.shelf.item(path).is_some_and(is_published) {
            true => self.ask_again(path, Confirm::DeleteLive),
            false => self.delete(path),
        }
    }

    /// Moves a campaign to the library's trash, with a way back.
    pub(super) fn delete(&mut self, path: &Path) {
        let open = self.session.as_ref().is_some_and(|session| session.path() == path);
        if open && !self.flush() {
            return;
        }
        let name = self.shelf.item(path).map(|item| item.name.clone()).unwrap_or_default();
        match self.library.delete(path) {
            Ok(trashed) => {
                let next = self.neighbour_of(path);
                self.shelf.remove(path);
                self.journey.forget_library();
                if open {
                    self.session = None;
                    if let Some(next) = next {
                        self.open(&next);
                    }
                }
                let text = self.text.tv("deleted", &[("name", name.into())]);
                let undo = self.text.t("command-undo");
                self.say_with(Tone::Neutral, text, undo, Action::Restore(trashed));
            }
            Err(error) => {
                let hint = error.hint();
                self.complain(&error, hint);
            }
        }
    }

    fn neighbour_of(&self, path: &Path) -> Option<PathBuf> {
        let below = self.library_panel.neighbour(&self.shelf, Some(path), true);
        below.or_else(|| self.library_panel.neighbour(&self.shelf, Some(path), false))
    }

    /// Brings a deleted campaign back.
    pub(super) fn restore(&mut self, trashed: &Trashed) {
        match self.library.restore(trashed) {
            Ok(path) => self.open(&path),
            Err(error) => {
                let hint = error.hint();
                self.complain(&error, hint);
            }
        }
    }

    /// Looks whether another program changed the open campaign's file or the folder, after the window was left.
    pub(super) fn look_at_disk(&mut self) {
        self.list_library();
        let Some(session) = &self.session else { return };
        let path = session.path().to_owned();
        self.tasks.start(move || Event::Reread(Box::new(Library::load(&path))));
    }

    pub(super) fn reread(&mut self, result: Result<Stored, LoadError>) {
        let Some(session) = &self.session else { return };
        // Unsaved edits meet the other version when they are saved, and the user chooses.
        if session.is_unsaved() {
            return;
        }
        if let Ok(stored) = result
            && stored.stamp.path == session.path()
            && stored.campaign != *session.campaign()
        {
            self.open_stored(stored);
            let text = self.text.t("reloaded");
            self.say(Tone::Accent, text);
        }
    }

    /// Tells the list how the open campaign stands now.
    pub(super) fn refresh_item(&mut self) {
        let Some(session) = &self.session else { return };
        let (path, campaign) = (session.path().to_owned(), session.campaign().clone());
        self.note_item(&path, &campaign);
    }

    /// Tells the list how campaigns stand that were looked at again; those that are gone or open meanwhile are left alone.
    pub(super) fn stood_anew(&mut self, mut items: Vec<Item>) {
        let open = self.session.as_ref().map(|session| session.path());
        items.retain(|item| self.shelf.item(&item.path).is_some() && Some(item.path.as_path()) != open);
        self.shelf.put(items);
    }

    fn note_item(&mut self, path: &Path, campaign: &Campaign) {
        let item = Item::of_campaign(path, campaign, self.library.dir(), &self.publishing.published);
        self.shelf.put(vec![item]);
    }

    pub(super) fn campaign_of(&mut self, path: &Path) -> Option<Campaign> {
        if let Some(session) = self.session.as_ref().filter(|session| session.path() == path) {
            return Some(session.campaign().clone());
        }
        match Library::load(path) {
            Ok(stored) => Some(stored.campaign),
            Err(error) => {
                let hint = error.hint().to_owned();
                self.complain(&error, &hint);
                None
            }
        }
    }
}

/// The computer's time zone by its IANA name, as far as it can be told; else UTC.
fn local_zone() -> String {
    let named = std::env::var("TZ")
        .ok()
        .map(|zone| zone.trim_start_matches(':').to_owned());
    let linked = || {
        let target = std::fs::read_link("/etc/localtime").ok()?;
        let text = target.to_str()?.to_owned();
        text.split_once("zoneinfo/").map(|(_, zone)| zone.to_owned())
    };
    let known = |zone: &String| zone.parse::<chrono_tz::Tz>().is_ok();
    named
        .filter(known)
        .or_else(|| linked().filter(known))
        .unwrap_or_else(|| "UTC".to_owned())
}
