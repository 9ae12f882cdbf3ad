//! The journey beside the window: the campaigns that compete, playing it, and its picture.

use std::{path::PathBuf, sync::Arc};

use egui::Ui;

use super::{App, Event};
use crate::{
    campaign::Campaign,
    desktop::{
        journey::{self, JourneyContext, JourneyPanel},
        preview_panel::Look,
    },
    library::Library,
    popup::Scene,
    studio::{
        action::{Action, Outbox},
        journey::{Member, Run, Scope, Screen, Shows},
        publishing::live_state,
        simulated::{SimulatedVisitor, asked_page, page_of},
        tone::Tone,
    },
    visitor::Journey,
};

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
    pub(super) begun: bool,
    /// The revision of the campaign in the last frame.
    pub(super) campaign: u64,
    /// The revision that was written down last, and since when a newer one rests.
    pub(super) kept: u64,
    pub(super) rests_since: Option<(u64, f64)>,
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
            campaign: 0,
            kept: 0,
            rests_since: None,
        }
    }

    /// The library's campaigns may be others now.
    pub(super) fn forget_library(&mut self) {
        self.stale = true;
    }
}

impl App {
    /// The journey.
    pub fn journey(&self) -> &JourneyPanel {
        &self.journey.panel
    }

    /// Shows the journey of a preset at an instant, for pictures.
    pub fn show_journey(&mut self, preset: crate::studio::journey::JourneyPreset, at: f64) {
        let Some(session) = self.sessions.open() else { return };
        let panel = &mut self.journey.panel;
        panel.shown = true;
        panel.begin(preset, &page_of(session.campaign()), &mut self.simulated);
        panel.settle(&self.simulated);
        panel.player.seek(at, panel.timeline().end());
        self.preview.frame = journey::frame_of(&self.simulated.visitor.device_type);
    }

    /// What is on the visitor's screen at the playhead; `None` until the journey was played.
    pub fn on_screen(&mut self) -> Option<Screen> {
        self.journey.panel.screen()
    }

    /// The journey as it would be saved now.
    pub fn current_journey(&self) -> Journey {
        crate::studio::journey::journey_of(self.journey.panel.timeline(), &self.simulated)
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
        let campaign = self.sessions.open_revision();
        if std::mem::replace(&mut self.journey.campaign, campaign) != campaign {
            // What was changed last is what is taken back first.
            self.journey.panel.leave();
        }
        if self.journey.panel.shown && self.sessions.open().is_some() {
            if !std::mem::replace(&mut self.journey.begun, true) {
                self.read_last_journey();
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
        let Some(session) = self.sessions.open() else { return };
        let asked = Asked {
            members: self.journey.read,
            shelf: self.shelf.revision(),
            open: session.path().to_owned(),
            revision: session.revision(),
            scope: self.journey.panel.scope,
            journey: crate::studio::journey::journey_of(self.journey.panel.timeline(), &self.simulated),
        };
        if self.journey.playing || self.journey.asked.as_ref() == Some(&asked) {
            return;
        }
        let open = (session.path(), session.campaign());
        let (cast, left_out) =
            crate::studio::journey::choose(&self.journey.members, self.shelf.items(), open, asked.scope);
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
        if let Some(campaign) = screen.campaign()
            && !self.look_up_pictures(ctx, campaign)
        {
            return None;
        }
        let picture = |name: &str| self.pictures.file(name);
        let site = &self.preview.site;
        Some(match &screen.shows {
            Shows::Page => look.of_page(site),
            Shows::Popup(campaign) => look.of(Scene::of_campaign(campaign, &screen.attributes, picture), site),
            Shows::Chat(campaign) => look.of(Scene::of_chat(campaign, &screen.attributes, picture), site),
        })
    }

    pub(super) fn draw_journey(&mut self, ui: &mut Ui) {
        let unsaved = self.journey_is_unsaved();
        let Some(standing) = self.launch_view().map(|view| view.standing()) else {
            return;
        };
        let Some(session) = self.sessions.open() else { return };
        let context = JourneyContext {
            text: &self.text,
            open: &session.campaign().id,
            zone: session.campaign().zone(),
            pages: &self.journey.pages,
            unsaved,
            touch: self.simulated.visitor.has_touch(),
            live: live_state(standing, session.campaign(), self.clock.now()),
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
    pub(super) fn say_replaced(&mut self) {
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
