//! Reads, plays and writes for [`crate::studio::journey`], and draws it.

use egui::Ui;

use super::{App, Event};
use crate::{
    desktop::{
        journey::{JourneyContext, frame_of},
        preview_panel::PreviewLook,
    },
    engine::has_touch,
    popup::Scene,
    studio::{
        action::{Action, Actions},
        choosing::Purpose,
        journey::{self, JourneyDesk, Present, Request, Screen, Shows, files},
        publishing::live_state,
        tone::Tone,
    },
    visitor::{Journey, JourneyPreset},
};

impl From<journey::Event> for Event {
    fn from(event: journey::Event) -> Self {
        Self::Journey(Box::new(event))
    }
}

impl App {
    /// The journey.
    pub fn journey(&self) -> &JourneyDesk {
        &self.journey
    }

    /// Shows the journey of a preset at an instant, for pictures.
    pub fn show_journey(&mut self, preset: JourneyPreset, at: f64) {
        let Some(session) = self.sessions.open() else { return };
        let desk = &mut self.journey;
        desk.shown = true;
        desk.begin(
            preset,
            &self.site.rules().page_of(session.inlined()),
            &mut self.simulated,
        );
        desk.settle(&self.simulated);
        desk.player.seek(at, desk.timeline().end());
        self.preview.show_frame(frame_of(&self.simulated.visitor.device_type));
    }

    /// Returns what is on the visitor's screen at the playhead; `None` until the journey has been played.
    pub fn on_screen(&mut self) -> Option<Screen> {
        self.journey.screen()
    }

    /// The journey as it would be saved now.
    pub fn current_journey(&self) -> Journey {
        self.journey.journey(&self.simulated)
    }

    /// Reads, plays and moves what the journey needs, while it is shown.
    pub(super) fn mind_journey(&mut self, ui: &Ui) {
        let now = ui.input(|input| input.time);
        if let Some(soon) = self.journey_on(journey::Event::Frame(now)) {
            ui.ctx().request_repaint_after_secs(soon as f32);
        }
        let shown = self.journey.shown && self.sessions.open().is_some();
        if shown && self.journey_panel.tick(ui, &mut self.journey) {
            ui.ctx().request_repaint();
        }
    }

    /// Handles an event of the journey; returns the seconds after which it is to be looked at again.
    pub(super) fn journey_on(&mut self, event: journey::Event) -> Option<f64> {
        let present = Present {
            session: self.sessions.open(),
            shelf: &self.shelf,
            simulated: &self.simulated,
            site: self.site.rules(),
        };
        let requests = self.journey.on(event, present);
        requests
            .into_iter()
            .filter_map(|request| self.do_journey(request))
            .min_by(f64::total_cmp)
    }

    fn do_journey(&mut self, request: Request) -> Option<f64> {
        match request {
            Request::FrameIn(soon) => return Some(soon),
            Request::ReadLast => self.read_last_journey(),
            Request::ReadMembers(number) => {
                let library = self.library.clone();
                self.tasks
                    .start(journey::Event::MembersBrokeOff(number).into(), move || {
                        journey::Event::MembersRead(number, files::members(&library)).into()
                    });
            }
            Request::Play(play) => {
                let broke_off = journey::Event::PlayBrokeOff(Box::new(play.input()));
                self.tasks.start(broke_off.into(), move || {
                    journey::Event::Played(Box::new(play.play())).into()
                });
            }
            Request::Keep(journey) => self.keep_journey(journey),
            Request::Read { path, last_first } => self.read_journey_file(path, last_first),
            Request::Write { path, known, journey } => self.write_journey(path, journey, known),
            Request::AskWhere => self.ask_file(Purpose::SaveJourney),
            Request::AskAgain(path) => self.ask_for_another_journey_file(&path),
            Request::Take(file) => self.journey.open(file, &mut self.simulated),
            Request::SayReplaced => self.say_replaced(),
            Request::SaySaved(path) => self.say_journey_saved(&path),
            Request::Complain(trouble) => self.complain(&trouble),
        }
        // If everything is done at once, the results have already arrived, and are shown in the next frame.
        Some(0.0).filter(|_| self.tasks.is_at_once())
    }

    /// Returns what the preview draws while the journey is shown: the screen at the playhead, `None` while unknown.
    pub(super) fn journey_scene(&mut self, ctx: &egui::Context, look: PreviewLook) -> Option<Scene> {
        let screen = self.journey.screen()?;
        if let Some(campaign) = screen.campaign()
            && !self.look_up_pictures(ctx, campaign)
        {
            return None;
        }
        let picture = |name: &str| self.pictures.file(name);
        let site = &self.preview.site;
        Some(match &screen.shows {
            Shows::Page => look.of_page(site),
            Shows::Popup(campaign) => {
                let heard = self.as_heard(campaign.as_ref().clone());
                look.of(Scene::of_campaign(&heard, &screen.attributes, picture), site)
            }
            Shows::Chat(campaign) => {
                let heard = self.as_heard(campaign.as_ref().clone());
                look.of(Scene::of_chat(&heard, &screen.attributes, picture), site)
            }
        })
    }

    pub(super) fn draw_journey(&mut self, ui: &mut Ui) {
        let unsaved = self.journey.is_unsaved(&self.simulated);
        let Some(standing) = self.launch_view().map(|view| view.standing()) else {
            return;
        };
        let Some(session) = self.sessions.open() else { return };
        let context = JourneyContext {
            text: &self.text,
            open: &session.campaign().id,
            zone: session.campaign().zone(),
            own_zone: self.clock.zone(),
            page: &self.site.rules().page_of(session.inlined()),
            unsaved,
            touch: has_touch(&self.simulated.visitor),
            live: live_state(standing, session.inlined(), self.clock.now()),
        };
        let before = self.journey.revision();
        let mut actions = Actions::default();
        self.journey_panel
            .show(ui, &mut self.journey, &mut self.simulated, &context, &mut actions);
        for action in actions.take() {
            self.actions.send(action);
        }
        let desk = &self.journey;
        if unsaved && desk.revision() != before && desk.undo_name() == Some("journey-step-preset") {
            self.say_replaced();
        }
    }

    /// Reports that another journey replaced one that was not saved, and offers to restore it.
    pub(super) fn say_replaced(&mut self) {
        let (text, undo) = (self.text.t("journey-replaced"), self.text.t("command-undo"));
        self.say_with(Tone::Neutral, text, undo, Action::UndoJourney);
    }

    /// Undoes the last change of the journey.
    pub(super) fn undo_journey(&mut self) {
        self.journey.undo(&mut self.simulated);
    }

    /// Opens the campaign with this id; the journey does not change.
    pub(super) fn open_by_id(&mut self, id: &str) {
        let mut items = self.shelf.items().iter();
        let path = items.find(|item| item.id == id).map(|item| item.path.clone());
        if let Some(path) = path {
            self.journey.pin();
            self.open(&path);
        }
    }
}
