//! The journey beside the window: the campaigns that compete, playing it, its picture, and its files.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::Ui;

use super::{App, Event};
use crate::{
    campaign::{Campaign, LauncherImage},
    desktop::{
        action::{Action, Outbox},
        dialogs::{Dialog, FileDialog, Purpose},
        journey::{self, JourneyContext, JourneyPanel, Member, OpenFile, Run, Scope, Shows},
        preview_panel::{Look, chat_scene, page_scene},
        simulator::{SimulatedVisitor, asked_page, page_of},
        widgets::Tone,
    },
    library::{ContentHash, Library, LibraryError, read_bounded, write_atomically},
    popup::Scene,
    visitor::Journey,
};

/// Largest journey file that is read, in bytes.
const LARGEST: usize = 8 << 20;

/// How long a journey rests before it is written down, in seconds.
const RESTS: f64 = 1.0;

/// What was asked for when the journey was played last.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    /// Of the library's campaigns as they were read.
    members: u64,
    /// Of the list, with how each stands.
    shelf: u64,
    open: PathBuf,
    revision: u64,
    scope: Scope,
    journey: Journey,
}

/// The journey, and what goes on beside the window for it.
pub(super) struct JourneyDesk {
    pub(super) panel: JourneyPanel,
    members: Vec<Member>,
    /// Rises whenever the library's campaigns were read.
    read: u64,
    stale: bool,
    reading: bool,
    asked: Option<Asked>,
    playing: bool,
    pages: Vec<String>,
    begun: bool,
    /// The revision that was written down last, and since when a newer one rests.
    kept: u64,
    rests_since: Option<(u64, f64)>,
}

impl JourneyDesk {
    pub(super) fn new(simulated: &SimulatedVisitor) -> Self {
        Self {
            panel: JourneyPanel::new(simulated, ""),
            members: Vec::new(),
            read: 0,
            stale: true,
            reading: false,
            asked: None,
            playing: false,
            pages: Vec::new(),
            begun: false,
            kept: 0,
            rests_since: None,
        }
    }

    /// The library's campaigns may be others now.
    pub(super) fn forget_library(&mut self) {
        self.stale = true;
    }
}

type Told<T> = Result<T, (String, String)>;

impl App {
    /// The journey.
    pub fn journey(&self) -> &JourneyPanel {
        &self.journey.panel
    }

    /// Shows the journey of a preset at an instant, for pictures.
    pub fn show_journey(&mut self, preset: journey::JourneyPreset, at: f64) {
        let Some(session) = &self.session else { return };
        let panel = &mut self.journey.panel;
        panel.shown = true;
        panel.begin(preset, &page_of(session.campaign()), &mut self.simulated);
        panel.settle(&self.simulated);
        panel.player.seek(at, panel.timeline().end());
    }

    /// The journey as it would be saved now.
    pub fn current_journey(&self) -> Journey {
        journey::journey_of(self.journey.panel.timeline(), &self.simulated)
    }

    /// Whether the journey says something that its file, or any preset, does not.
    pub(super) fn journey_is_unsaved(&self) -> bool {
        let panel = &self.journey.panel;
        match &panel.file {
            Some(file) => file.journey != self.current_journey(),
            None => panel.preset().is_none() && !panel.timeline().steps().is_empty(),
        }
    }

    /// Reads, plays and moves what the journey needs, while it is shown.
    pub(super) fn mind_journey(&mut self, ui: &Ui) {
        let ctx = ui.ctx();
        if self.journey.panel.shown && self.session.is_some() {
            if !std::mem::replace(&mut self.journey.begun, true) {
                let file = self.last_journey_file();
                self.tasks
                    .start(move || Event::LastJourney(read_journey(&file).ok().map(|read| read.0)));
                ctx.request_repaint();
            }
            self.read_members(ctx);
            self.play_journey(ctx);
            if self.journey.panel.tick(ui) {
                ctx.request_repaint();
            }
        }
        self.keep_journey(ctx);
    }

    fn read_members(&mut self, ctx: &egui::Context) {
        if !self.journey.stale || self.journey.reading {
            return;
        }
        self.journey.stale = false;
        self.journey.reading = true;
        let library = self.library.clone();
        self.tasks.start(move || Event::MembersRead(members(&library)));
        ctx.request_repaint();
    }

    /// Takes over the campaigns that were read.
    pub(super) fn members_read(&mut self, members: Vec<Member>) {
        self.journey.members = members;
        self.journey.reading = false;
        self.journey.read += 1;
    }

    /// Plays the journey anew beside the window, if anything about it has changed.
    fn play_journey(&mut self, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        let asked = Asked {
            members: self.journey.read,
            shelf: self.shelf.revision(),
            open: session.path().to_owned(),
            revision: session.revision(),
            scope: self.journey.panel.scope,
            journey: journey::journey_of(self.journey.panel.timeline(), &self.simulated),
        };
        if self.journey.playing || self.journey.asked.as_ref() == Some(&asked) {
            return;
        }
        let open = (session.path(), session.campaign());
        let (cast, left_out) = journey::choose(&self.journey.members, self.shelf.items(), open, asked.scope);
        self.journey.pages = pages(session.campaign(), &cast);
        let journey = asked.journey.clone();
        self.journey.asked = Some(asked);
        self.journey.playing = true;
        self.tasks
            .start(move || Event::Played(Box::new(Run::new(cast, journey)), left_out));
        ctx.request_repaint();
    }

    /// Takes over what the journey comes to. What was changed meanwhile is played next; until then this is nearer than what was there.
    pub(super) fn played(&mut self, run: Run, left_out: usize) {
        self.journey.playing = false;
        self.journey.panel.take(run, left_out);
    }

    /// What the preview draws while the journey is shown: what is on the screen at the playhead. `None` while that is not known.
    pub(super) fn journey_scene(&mut self, ctx: &egui::Context, look: Look) -> Option<Scene> {
        let screen = self.journey.panel.screen()?;
        if let Some(campaign) = screen.campaign() {
            self.look_up_pictures(ctx, campaign);
        }
        let picture = |name: &str| self.thumbnails.file(name);
        let site = &self.preview.site;
        Some(match &screen.shows {
            Shows::Page => page_scene(look, site),
            Shows::Popup(campaign) => {
                crate::desktop::preview_panel::scene(campaign, &screen.attributes, look, site, picture)
            }
            Shows::Chat(campaign) => chat_scene(campaign, &screen.attributes, look, site, picture),
        })
    }

    /// Reads the pictures that a campaign names.
    pub(super) fn look_up_pictures(&mut self, ctx: &egui::Context, campaign: &Campaign) {
        let launcher = match &campaign.launcher_image {
            Some(LauncherImage::Image(name)) => Some(name),
            _ => None,
        };
        for name in campaign.content.image.iter().chain(launcher) {
            self.thumbnails.look_up(ctx, self.library.dir(), name);
        }
    }

    pub(super) fn draw_journey(&mut self, ui: &mut Ui) {
        let unsaved = self.journey_is_unsaved();
        let Some(session) = &self.session else { return };
        let context = JourneyContext {
            text: &self.text,
            open: &session.campaign().id,
            zone: session.campaign().zone(),
            pages: &self.journey.pages,
            unsaved,
        };
        let before = self.journey.panel.revision();
        let mut outbox = Outbox::default();
        self.journey.panel.show(ui, &mut self.simulated, &context, &mut outbox);
        for action in outbox.take() {
            self.outbox.send(action);
        }
        let panel = &self.journey.panel;
        if unsaved && panel.revision() != before && panel.undo_name() == Some("journey-step-preset") {
            self.say_replaced();
        }
    }

    /// Says that another journey took the place of one that was not saved, and offers it back.
    fn say_replaced(&mut self) {
        let (text, undo) = (self.text.t("journey-replaced"), self.text.t("command-undo"));
        self.say_with(Tone::Neutral, text, undo, Action::UndoJourney);
    }

    /// Takes the last change of the journey back.
    pub(super) fn undo_journey(&mut self) {
        self.journey.panel.undo(&mut self.simulated);
    }

    /// Opens the campaign with this id; the journey stays what it is.
    pub(super) fn open_by_id(&mut self, id: &str) {
        let path = self
            .shelf
            .items()
            .iter()
            .find(|item| item.id == id)
            .map(|item| item.path.clone());
        if let Some(path) = path {
            self.journey.panel.pin();
            self.open(&path);
        }
    }

    /// Reads a journey file beside the window.
    pub(super) fn read_journey_file(&mut self, path: &Path) {
        let path = path.to_owned();
        self.tasks.start(move || {
            let read = read_journey(&path);
            Event::JourneyRead(Box::new(read.map(|(journey, hash)| OpenFile { path, hash, journey })))
        });
    }

    /// Takes over a journey that was read.
    pub(super) fn journey_read(&mut self, read: Told<OpenFile>) {
        match read {
            Ok(file) => {
                let unsaved = self.journey.begun && self.journey_is_unsaved();
                self.journey.begun = true;
                self.journey.panel.shown = true;
                self.journey.panel.open(file, &mut self.simulated);
                if unsaved {
                    self.say_replaced();
                }
            }
            Err((error, hint)) => self.complain(&error, &hint),
        }
    }

    /// Takes over the steps of the last run.
    pub(super) fn last_journey(&mut self, journey: Option<Journey>) {
        let panel = &mut self.journey.panel;
        // Whoever has begun something meanwhile goes on with that.
        if let Some(journey) = journey.filter(|_| panel.revision() <= self.journey.kept || panel.preset().is_some()) {
            panel.resume(journey.events, &self.simulated);
            self.journey.kept = panel.revision();
        }
    }

    /// Saves the journey into its file, or asks for one.
    pub(super) fn save_journey(&mut self) {
        match self.journey.panel.file.clone() {
            Some(file) => self.write_journey(file.path, Some(file.hash)),
            None => self.ask_file(Purpose::SaveJourney),
        }
    }

    /// Writes the journey beside the window. With `known`, only if the file still holds that.
    pub(super) fn write_journey(&mut self, path: PathBuf, known: Option<ContentHash>) {
        let journey = self.current_journey();
        self.tasks
            .start(move || Event::JourneySaved(Box::new(write(path, journey, known))));
    }

    /// Takes over what became of saving.
    pub(super) fn journey_saved(&mut self, saved: Result<OpenFile, Unwritten>) {
        match saved {
            Ok(file) => {
                let path = file.path.display().to_string();
                self.journey.panel.file = Some(file);
                let text = self.text.tv("journey-saved", &[("path", path.into())]);
                self.say(Tone::Success, text);
            }
            Err(Unwritten::Changed(path)) => {
                let text = self.text.t("journey-changed-elsewhere");
                self.say(Tone::Warning, text);
                let dialog = FileDialog::new(Purpose::SaveJourney, path.display().to_string());
                self.dialog = Some(Dialog::File(dialog));
            }
            Err(Unwritten::Trouble(error, hint)) => self.complain(&error, &hint),
        }
    }

    /// The file that saving a journey begins with.
    pub(super) fn suggested_journey(&self, name: &str) -> PathBuf {
        match &self.journey.panel.file {
            Some(file) => file.path.clone(),
            None => self.library.dir().join(format!("{name}.journey.json")),
        }
    }

    /// Where the steps are kept from one run to the next.
    fn last_journey_file(&self) -> PathBuf {
        self.library.dir().join(".beckon").join("last.journey.json")
    }

    /// Writes steps of the user's own down once they rest.
    fn keep_journey(&mut self, ctx: &egui::Context) {
        let panel = &self.journey.panel;
        let revision = panel.revision();
        if revision == self.journey.kept || !self.journey.begun || panel.preset().is_some() {
            return;
        }
        let now = ctx.input(|input| input.time);
        let since = match self.journey.rests_since {
            Some((rests, since)) if rests == revision => since,
            _ => {
                self.journey.rests_since = Some((revision, now));
                now
            }
        };
        if now - since < RESTS {
            ctx.request_repaint_after_secs((RESTS - (now - since)) as f32 + 0.01);
            return;
        }
        self.journey.kept = revision;
        let (file, journey) = (self.last_journey_file(), self.current_journey());
        self.tasks.start(move || {
            keep(&file, &journey);
            Event::Noted
        });
    }

    /// Writes steps of the user's own down before the window closes.
    pub(super) fn flush_journey(&mut self) {
        let panel = &self.journey.panel;
        if panel.revision() != self.journey.kept && self.journey.begun && panel.preset().is_none() {
            self.journey.kept = panel.revision();
            keep(&self.last_journey_file(), &self.current_journey());
        }
    }
}

/// The readable campaigns of a library.
fn members(library: &Library) -> Vec<Member> {
    let Ok(entries) = library.entries() else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| {
            let stored = entry.content.ok()?;
            Some((entry.path, Arc::new(stored.campaign)))
        })
        .collect()
}

/// The pages that campaigns ask for, the open one's first, each once.
fn pages(open: &Campaign, cast: &[Arc<Campaign>]) -> Vec<String> {
    let mut others: Vec<String> = cast.iter().filter_map(|campaign| asked_page(campaign)).collect();
    others.sort();
    let mut pages = vec![page_of(open)];
    for page in others {
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    pages
}

fn read_journey(path: &Path) -> Told<(Journey, ContentHash)> {
    let bytes = read_bounded(path, LARGEST).map_err(|source| {
        let error = LibraryError::new("read the journey", path, source);
        (error.to_string(), error.hint().to_owned())
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let hint = "choose a file that Beckon saved, or save it as UTF-8";
        ("the journey is not a text in UTF-8".to_owned(), hint.to_owned())
    })?;
    let journey = Journey::from_json(text.trim_start_matches('\u{feff}'))
        .map_err(|error| (error.to_string(), error.hint().to_owned()))?;
    let (steps, most) = (journey.events.len(), journey::timeline::MOST_STEPS);
    if steps > most {
        let error = format!("the journey has {steps} steps, more than the {most} that can be shown");
        return Err((
            error,
            "cut it into several files, or play it with `beckon simulate`".to_owned(),
        ));
    }
    Ok((journey, ContentHash::of(text.as_bytes())))
}

/// Why a journey was not written.
pub enum Unwritten {
    /// Another program changed the file.
    Changed(PathBuf),
    /// Error and remedy.
    Trouble(String, String),
}

fn write(path: PathBuf, journey: Journey, known: Option<ContentHash>) -> Result<OpenFile, Unwritten> {
    if let Some(known) = known
        && read_bounded(&path, LARGEST).is_ok_and(|bytes| ContentHash::of(&bytes) != known)
    {
        return Err(Unwritten::Changed(path));
    }
    let trouble = |error: &dyn std::fmt::Display, hint: &str| Unwritten::Trouble(error.to_string(), hint.to_owned());
    let mut bytes = serde_json::to_vec_pretty(&journey).map_err(|error| trouble(&error, ""))?;
    bytes.push(b'\n');
    write_atomically(&path, &bytes).map_err(|source| {
        let error = LibraryError::new("save the journey", &path, source);
        trouble(&error, error.hint())
    })?;
    Ok(OpenFile {
        path,
        hash: ContentHash::of(&bytes),
        journey,
    })
}

/// Writes a journey down for the next run. One that cannot be kept is no reason to disturb anybody.
fn keep(file: &Path, journey: &Journey) {
    let Ok(bytes) = serde_json::to_vec_pretty(journey) else {
        return;
    };
    let made = file
        .parent()
        .map(std::fs::create_dir_all)
        .is_none_or(|made| made.is_ok());
    let _ = made && write_atomically(file, &bytes).is_ok();
}
