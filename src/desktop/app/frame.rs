//! One frame: incoming events, the parts of the window, what is in front of them, and their requests.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use egui::Ui;

use super::App;
use crate::{
    desktop::{
        dialogs::DialogView, journey::frame_of, preview_panel::PreviewLook, theme::tokens, widgets::ToastAnswer,
    },
    engine::asked_page,
    popup::Scene,
    studio::{
        analysis::AnalysisInput,
        placeholders::placeholders,
        publishing::{LaunchView, Order, live_state},
    },
    wording::Reader,
};

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        let begun = Instant::now();
        self.think(ctx);
        self.thought_for(begun.elapsed());
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let begun = Instant::now();
        self.draw(ui);
        self.drew_for(begun.elapsed());
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        tokens::of(visuals.dark_mode).canvas.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.end();
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

impl App {
    /// Takes over the results of background work, and saves unsaved changes.
    pub fn think(&mut self, ctx: &egui::Context) {
        let now = Duration::from_secs_f64(ctx.input(|input| input.time).max(0.0));
        self.watch_here();
        self.take_events(ctx);
        self.keep_launched();
        self.follow_focus(ctx);
        self.keep(ctx, now);
        self.take_events_at_once(ctx);
        self.dialogs.advance();
        self.ask_next_conflict();
        self.mind_focus(ctx);
        self.mind_closing(ctx);
    }

    /// Ends the open step of typing in the history when the keyboard focus moves.
    fn follow_focus(&mut self, ctx: &egui::Context) {
        let focus = ctx.memory(egui::Memory::focused);
        if std::mem::replace(&mut self.focus, focus) == focus {
            return;
        }
        self.site.close_step();
        if let Some(session) = self.sessions.open_mut() {
            let before = session.touched().generation();
            session.close_step();
            let is_judged_anew = session.touched().generation() != before;
            self.journey.close_step();
            if is_judged_anew {
                self.refresh_item();
            }
        }
    }

    /// Looks at the folder and at the backends when the user comes back to the window.
    fn mind_focus(&mut self, ctx: &egui::Context) {
        let focused = ctx.input(|input| input.focused);
        if std::mem::replace(&mut self.was_focused, focused) == focused {
            return;
        }
        if let Some(publisher) = &mut self.publisher {
            publisher.order(Order::Watch(focused));
        }
        self.watching.attend(focused);
        if focused {
            self.pictures.doubt();
            self.watching.look();
        }
    }

    /// Draws the whole window.
    pub fn draw(&mut self, ui: &mut Ui) {
        self.note_opening(ui.ctx());
        self.perform_all(ui.ctx());
        self.analyse();
        self.inquire(ui.ctx());
        // A visitor who was found at once is judged in this frame.
        self.analyse();
        self.follow_device();
        self.mind_journey(ui);
        self.land();
        self.ask_survey(ui.ctx());
        self.ask_calendar(ui.ctx());
        self.ask_for_picture(ui.ctx());
        self.draw_panes(ui);
        self.draw_dialog(ui);
        let close = self.text.t("close");
        if let Some(ToastAnswer::Acted(action)) = self.toasts.show(ui, &close) {
            self.actions.send(action);
        }
    }

    /// A visitor on another device has another window in front of them.
    fn follow_device(&mut self) {
        let device = frame_of(&self.simulated.visitor.device_type);
        if std::mem::replace(&mut self.device, device) != device {
            self.preview.follow(device);
        }
    }

    fn analyse(&mut self) {
        let Some(standing) = self.launch_view().map(|view| view.standing()) else {
            return;
        };
        let Some(session) = self.sessions.open() else { return };
        let items = self.shelf.items();
        let names = |id: &str| items.iter().find(|item| item.id == id).map(|item| item.name.clone());
        let question = AnalysisInput {
            campaign: session.inlined(),
            written: &session.campaign().audience,
            revision: session.revision(),
            touched: session.touched(),
            visitor: &self.simulated.visitor,
            now: self.simulated.at,
            pictures: &self.pictures,
            pictures_known: self.pictures.generation(),
            site: self.site.context(&self.preview.site.brand.look),
            names: &names,
            live: live_state(standing, session.inlined(), self.clock.now()),
            text: &self.text,
            own_zone: self.clock.zone(),
        };
        self.analyst.ask(&question);
    }

    fn ask_for_picture(&mut self, ctx: &egui::Context) {
        // The window first: drawing the pop-up would take processor time from its first frame.
        if ctx.cumulative_frame_nr() == 0 {
            ctx.request_repaint();
            return;
        }
        let Some(session) = self.sessions.open() else {
            return self.ask_for_page(ctx);
        };
        let revision = session.revision();
        let campaign = self.as_spoken(self.as_dragged(session.campaign().clone()));
        let looked_up = self.look_up_pictures(ctx, &campaign);
        if !self.shows_side() {
            return self.preview.wait(ctx);
        }
        let look = self.preview.look(ctx);
        let scene = if self.journey.shown {
            self.journey_scene(ctx, look)
        } else {
            // The last picture stays until everything in the next one is known.
            looked_up.then(|| Scene {
                placeholders: placeholders(&campaign, self.canvas.part(), &self.text),
                ..self.scene(&campaign, look)
            })
        };
        match scene {
            Some(scene) => self.preview.update(ctx, revision, scene),
            None => self.preview.wait(ctx),
        }
    }

    /// With no campaign open, the preview shows the page alone, not what was open last.
    fn ask_for_page(&mut self, ctx: &egui::Context) {
        if !self.shelf.loading {
            let page = self.preview.look(ctx).of_page(&self.preview.site);
            self.preview.update(ctx, self.sessions.highest_revision(), page);
        }
    }

    /// Returns the scene of `campaign` for the renderer.
    pub(super) fn scene(&self, campaign: &crate::campaign::Campaign, look: PreviewLook) -> Scene {
        let picture = |name: &str| self.pictures.file(name);
        let nobody = serde_json::Map::new();
        let details = if self.preview.without_details {
            &nobody
        } else {
            &self.simulated.visitor.custom
        };
        let shown = Scene::of_campaign(campaign, details, picture);
        look.of(shown, &self.preview.site)
    }

    /// Returns what is shown about publishing the open campaign.
    pub(super) fn launch_view(&mut self) -> Option<Arc<LaunchView>> {
        let session = self.sessions.open()?;
        let campaign = session.inlined();
        let revision = session.revision();
        let reader = Reader::in_zone(self.text.language(), self.clock.zone());
        let brand = &self.preview.site.brand;
        let page = || asked_page(campaign);
        let site = (self.site.document(), self.site.revision());
        Some(self.publishing.look(campaign, revision, reader, page, brand, site))
    }

    fn draw_dialog(&mut self, ui: &Ui) {
        self.look_at_place(ui.ctx());
        let Some(dialog) = self.dialogs.front_mut() else { return };
        let view = DialogView {
            text: &self.text,
            shelf: &self.shelf,
            published: self.publishing.published(),
            lines: self.publishing.lines(),
            bin: &self.bin,
            zone: self.clock.zone(),
        };
        if let Some(answer) = dialog.show(ui.ctx(), view) {
            self.take_answer(ui.ctx(), answer);
        }
    }
}
