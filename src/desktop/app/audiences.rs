//! Carries out what [`crate::studio::audiences`] asks for, and what panels ask about saved audiences.

use std::{path::PathBuf, sync::PoisonError};

use egui::Ui;

use super::{
    App,
    panes::{beside, column},
};
use crate::{
    campaign::{Group, Joiner, Node, NodePath, SavedAudience, SavedAudiences},
    desktop::{
        audience_page::AudienceView,
        dialogs::{Dialog, SaveAudienceDialog, loss_words},
        widgets::Follow,
    },
    library::{AudienceSaveError, Library, LibraryError, StoredAudience},
    notation::{self, Notation},
    studio::{
        action::Action,
        audience_work::{self, DETACH, DeletedAudience},
        audiences::{self, Event, Request, Save, Users},
        keeping,
        navigation::{self, Page},
        outline::TreeEdit,
        shell::COLUMN,
        tasks::Key,
        tone::Tone,
        trouble,
        undoing::Direction,
    },
    wording,
};

impl From<Event> for super::Event {
    fn from(event: Event) -> Self {
        Self::Audiences(Box::new(event))
    }
}

impl App {
    /// Requests the saved audiences of the library.
    pub(super) fn read_audiences(&self) {
        let library = self.library.clone();
        self.tasks.disk(None, "busy-audiences-read", move || {
            Event::Read(library.audiences()).into()
        });
    }

    /// Passes an event to the saved audiences, and carries out its requests.
    pub(super) fn audience_on(&mut self, event: Event) {
        for request in self.audiences.on(event) {
            self.do_audience(request);
        }
    }

    fn do_audience(&mut self, request: Request) {
        match request {
            Request::Know(known) => {
                self.sessions.know_audiences(&known);
                self.refresh_item();
            }
            // The first listing comes by itself.
            Request::List if self.shelf.loading => {}
            Request::List => self.list_library(),
            Request::Save(save) => self.write_audience(*save, |library, save| {
                audience_work::save_audience(library, &save.file, &save.audience)
            }),
            Request::Put(save) => self.write_audience(*save, |library, save| {
                let stored = library.put_audience(&save.name, &save.audience)?;
                *save.file.lock().unwrap_or_else(PoisonError::into_inner) = stored.tag.clone();
                Ok(stored)
            }),
            Request::SayWalked(direction, name) => self.say_walked(direction, &name),
            Request::Say(key) => {
                let text = self.text.t(key);
                self.say(Tone::Neutral, text);
            }
            Request::Complain(error) => self.complain(&error),
        }
    }

    /// Writes an audience in the background, as `write` does it.
    fn write_audience(
        &mut self,
        save: Save,
        write: impl FnOnce(&Library, &Save) -> Result<StoredAudience, AudienceSaveError> + Send + 'static,
    ) {
        let library = self.library.clone();
        self.write(Some(Key::Audience), "busy-audience-save", move || {
            let written = write(&library, &save);
            Event::Saved(save.name, save.edition, written.map(Box::new)).into()
        });
    }

    /// Who uses each saved audience.
    pub(super) fn audience_users(&self) -> Users {
        Users::of(&self.shelf, &self.sessions)
    }

    /// Shows the page of saved audiences.
    pub(super) fn show_audiences(&mut self) {
        self.audience_on(Event::Close);
        self.navigate_on(navigation::Event::Page(Page::Audiences));
    }

    /// Shows the page of saved audiences, with one to be edited.
    pub(super) fn show_audience(&mut self, name: String) {
        self.audience_on(Event::Open(name));
        self.audience_page.begin();
        self.navigate_on(navigation::Event::Page(Page::Audiences));
    }

    /// Asks under which name a part of the open campaign's audience is saved.
    pub(super) fn ask_audience_name(&mut self, path: NodePath) {
        let Some(part) = self.part_of_audience(&path) else {
            return;
        };
        let says = wording::audience(&part, self.text.language()).to_string();
        let known = self.audiences.known().iter();
        let taken = known.map(|(_, audience)| audience.name.clone()).collect();
        self.dialogs
            .put(Dialog::SaveAudience(SaveAudienceDialog::new(path, says, taken)));
    }

    /// The part of the open campaign's audience at a path, as an audience of its own.
    fn part_of_audience(&self, path: &NodePath) -> Option<Group> {
        let audience = &self.sessions.open()?.campaign().audience;
        let mut part = match audience.node(path) {
            None if path.0.is_empty() => audience.clone(),
            None => return None,
            Some(Node::Group(group)) => group.clone(),
            Some(other) => Group::of(Joiner::All, vec![other.clone()]),
        };
        // Whether it is muted is for each campaign to say.
        part.muted = false;
        if let ([Node::Condition(only)], 1..) = (&mut part.children[..], path.0.len()) {
            only.muted = false;
        }
        Some(part)
    }

    /// Puts a part of the open campaign's audience into the clipboard, in the notation of another program.
    pub(super) fn copy_audience(&mut self, ctx: &egui::Context, notation: Notation, path: &NodePath) {
        let Some(part) = self.part_of_audience(path) else {
            return;
        };
        let written = notation::write(&part.inlined(self.audiences.known()), notation);
        ctx.copy_text(written.text());
        let mut said = self.text.tv("copied-as", &[("notation", notation.name().into())]);
        let mut lost: Vec<String> = Vec::new();
        for loss in &written.losses {
            let words = loss_words(&loss.kind, &self.text);
            if !lost.contains(&words) {
                lost.push(words);
            }
        }
        let tone = if lost.is_empty() { Tone::Success } else { Tone::Warning };
        if !lost.is_empty() {
            said.push(' ');
            said.push_str(&lost.join(" "));
        }
        self.say(tone, said);
    }

    /// Puts an audience from elsewhere into a group of the open campaign.
    pub(super) fn paste_audience(&mut self, path: NodePath, audience: Box<Group>) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        let edit = TreeEdit::Paste(path, audience);
        let outline = self.outlines.of(session.number());
        let made = session.step(edit.name_key(), |campaign| outline.make(&mut campaign.audience, &edit));
        if made.is_none() {
            let text = self.text.t("editor-too-deep");
            self.say(Tone::Warning, text);
        }
    }

    /// Saves a part of the open campaign's audience under a name, and puts the saved audience in its place.
    pub(super) fn make_audience(&mut self, path: NodePath, name: &str) {
        let (Some(part), Some(session)) = (self.part_of_audience(&path), self.sessions.open()) else {
            return;
        };
        let (number, node) = (session.number(), session.campaign().audience.node(&path).cloned());
        let audience = SavedAudience {
            name: name.to_owned(),
            audience: part,
            ..SavedAudience::default()
        };
        let library = self.library.clone();
        self.write(None, "busy-audience-save", move || {
            let made = library.create_audience(&audience).map(Box::new);
            super::Event::AudienceMade(number, path, Box::new(node), made)
        });
    }

    /// An audience was made of a part of the campaign of a session: it takes that part's place, unless that says something else by now.
    pub(super) fn audience_made(
        &mut self,
        number: u64,
        path: &NodePath,
        node: Option<Node>,
        made: Result<Box<StoredAudience>, LibraryError>,
    ) {
        let stored = match made {
            Ok(stored) => stored,
            Err(error) => return self.complain(&error),
        };
        let Some(name) = crate::library::audience_name(&stored.tag.path).map(str::to_owned) else {
            return;
        };
        // Known before it is used, so that it is never missing.
        self.audience_on(Event::Made(name.clone(), stored.clone()));
        let outline = self.outlines.of(number);
        if let Some(session) = self.sessions.of(number)
            && session.campaign().audience.node(path) == node.as_ref()
        {
            let edit = TreeEdit::Refer(path.clone(), name);
            drop(session.step(edit.name_key(), |campaign| outline.make(&mut campaign.audience, &edit)));
        }
        self.refresh_item();
        let text = self
            .text
            .tv("audience-made", &[("name", stored.audience.name.as_str().into())]);
        self.say(Tone::Success, text);
    }

    /// Deletes a saved audience; the campaigns that use it have its conditions as their own before.
    pub(super) fn delete_audience(&mut self, name: &str) {
        let entry = self.audiences.entries().iter().find(|entry| entry.name == name);
        let Some(stored) = entry.and_then(|entry| entry.content.as_ref().ok()).cloned() else {
            return;
        };
        let users = self.audience_users();
        let users = users.of_audience(name).iter();
        let mut closed: Vec<PathBuf> = users.map(|user| user.path.clone()).collect();
        let open = self.audiences.open().filter(|open| open.name() == name);
        let audience = open.map_or(&stored.audience, |open| open.audience()).clone();
        let only: SavedAudiences = [(name.to_owned(), audience.clone())].into_iter().collect();
        let stored = StoredAudience { audience, ..stored };
        let numbers: Vec<u64> = self.sessions.all().map(|session| session.number()).collect();
        for number in numbers {
            let Some(session) = self.sessions.of(number) else {
                continue;
            };
            closed.retain(|path| path != session.path());
            if session.campaign().uses().contains(&name) {
                session.step(DETACH, |campaign| *campaign = campaign.inlined(&only));
                self.keep_on(keeping::Event::Wanted(number));
            }
        }
        let (library, now) = (self.library.clone(), self.clock.now());
        self.write(None, "busy-delete", move || {
            let deleted = audience_work::delete_audience(&library, &stored, &closed, now);
            super::Event::AudienceDeleted(Box::new(deleted), closed)
        });
    }

    /// A saved audience was deleted, or not.
    pub(super) fn audience_deleted(&mut self, deleted: trouble::Result<DeletedAudience>, changed: Vec<PathBuf>) {
        match deleted {
            Ok(DeletedAudience { name, audience }) => {
                self.audience_on(Event::Close);
                let title = match audience.name.trim() {
                    "" => name.clone(),
                    own => own.to_owned(),
                };
                let text = self.text.tv("audience-deleted", &[("name", title.into())]);
                let back = Action::RestoreAudience(name, Box::new(audience));
                let word = self.text.t("bin-restore");
                self.say_with(Tone::Neutral, text, word, back);
            }
            Err(trouble) => self.complain(&trouble),
        }
        self.read_audiences();
        self.look_at_files(changed, Vec::new());
    }

    /// Brings a saved audience back that was deleted. Campaigns keep the conditions that they have by now.
    pub(super) fn restore_audience(&mut self, name: String, audience: SavedAudience) {
        let library = self.library.clone();
        self.write(None, "busy-audience-save", move || {
            let put = library.put_audience(&name, &audience);
            match put {
                Ok(_) => Event::Read(library.audiences()).into(),
                Err(error) => Event::Read(Err(error)).into(),
            }
        });
    }

    pub(super) fn draw_audiences(&mut self, ui: &mut Ui) {
        let now = std::time::Duration::from_secs_f64(ui.input(|input| input.time).max(0.0));
        let history = [Direction::Undo, Direction::Redo].map(|direction| self.audiences.step(direction).is_some());
        let users = self.audience_users();
        let view = AudienceView {
            desk: &self.audiences,
            users: &users,
            history,
            campaign: self.sessions.open().map(|session| session.campaign().name.as_str()),
            pictures: &self.pictures,
            keys: &self.keys,
            now: self.clock.now(),
            text: &self.text,
        };
        let (page, actions) = (&mut self.audience_page, &mut self.actions);
        let room = beside(ui.available_width(), COLUMN);
        page.head(ui, room, &view, actions);
        let mut changed = None;
        let area = egui::ScrollArea::vertical()
            .id_salt(("audiences", view.desk.open().map(|open| open.name())))
            .auto_shrink([false, false]);
        area.follow(ui, |ui| {
            column(ui, COLUMN, |ui| changed = page.show(ui, &view, actions));
        });
        if let Some((audience, edit)) = changed {
            self.audience_on(Event::Changed(Box::new(audience), edit, now));
            ui.request_repaint();
        }
        // Its own list comes back before the editor does.
        if self.audience_page.take_closed() {
            self.audience_on(audiences::Event::Close);
        }
    }
}
