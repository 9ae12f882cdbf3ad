//! One frame: incoming events, the three panels, what is in front of them, and their requests.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::App;
use crate::{
    desktop::{
        dialogs::DialogView,
        editor::{self, EditorContext},
        header,
        journey::switch,
        library_panel::LibraryView,
        preview_panel::PreviewLook,
        simulator::{self, SimulatorContext},
        theme::{Type, palette, tokens},
        widgets::{Follow, ToastAnswer},
    },
    engine::{asked_page, page_of},
    popup::Scene,
    studio::{
        analysis::AnalysisInput,
        navigation::{self, Page},
        placeholders::placeholders,
        publishing::{LaunchView, Order, live_state},
    },
    wording::Reader,
};

/// Widths of the side panels, in points, by the window's width.
struct Widths {
    library: f32,
    preview: f32,
}

impl Widths {
    fn of(window: f32) -> Self {
        // A small window shrinks the preview, as far as its buttons allow: the editor needs the room most.
        let narrow = ((1024.0 - window) / (1024.0 - 900.0)).clamp(0.0, 1.0);
        let share = ((window - 1024.0) / (1440.0 - 1024.0)).clamp(0.0, 1.0);
        let wide = ((window - 1440.0) / 480.0).clamp(0.0, 1.0);
        Self {
            library: 208.0 + 48.0 * share + 24.0 * wide,
            preview: 328.0 - 22.0 * narrow + 128.0 * share + 104.0 * wide,
        }
    }
}

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
        if std::mem::replace(&mut self.focus, focus) != focus
            && let Some(session) = self.sessions.open_mut()
        {
            session.close_step();
            self.journey.close_step();
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
            self.watching.look();
        }
    }

    /// Draws the whole window.
    pub fn draw(&mut self, ui: &mut Ui) {
        self.note_opening(ui.ctx());
        self.perform_all(ui.ctx());
        let widths = Widths::of(ui.available_width());
        self.analyse();
        self.inquire(ui.ctx());
        // A visitor who was found at once is judged in this frame.
        self.analyse();
        self.mind_journey(ui);
        self.ask_survey(ui.ctx());
        self.ask_for_picture(ui.ctx());
        self.draw_library(ui, widths.library);
        if self.is_gallery_shown() {
            self.journey_rect = egui::Rect::NOTHING;
        } else {
            self.draw_right(ui, widths.preview);
        }
        self.draw_editor(ui);
        self.draw_dialog(ui);
        let close = self.text.t("close");
        if let Some(ToastAnswer::Acted(action)) = self.toasts.show(ui, &close) {
            self.actions.send(action);
        }
    }

    fn analyse(&mut self) {
        let Some(standing) = self.launch_view().map(|view| view.standing()) else {
            return;
        };
        let Some(session) = self.sessions.open() else { return };
        let question = AnalysisInput {
            campaign: session.campaign(),
            revision: session.revision(),
            touched: session.touched(),
            visitor: &self.simulated.visitor,
            now: self.simulated.at,
            pictures: &self.pictures,
            pictures_known: self.pictures.generation(),
            live: live_state(standing, session.campaign(), self.clock.now()),
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
        let (campaign, revision) = (session.campaign().clone(), session.revision());
        let looked_up = self.look_up_pictures(ctx, &campaign);
        let look = self.preview.look(ctx);
        let scene = if self.journey.shown {
            self.journey_scene(ctx, look)
        } else {
            // The last picture stays until everything in the next one is known.
            looked_up.then(|| Scene {
                placeholders: placeholders(&campaign, &self.text),
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
        let shown = Scene::of_campaign(campaign, &self.simulated.visitor.custom, picture);
        look.of(shown, &self.preview.site)
    }

    fn draw_library(&mut self, ui: &mut Ui, width: f32) {
        let p = palette(ui);
        let frame = Frame::new().fill(p.sidebar).inner_margin(Margin {
            left: 12,
            right: 12,
            top: 16,
            bottom: 8,
        });
        Panel::left("library")
            .resizable(false)
            .exact_size(width)
            .frame(frame)
            .show(ui, |ui| {
                let line = self.publishing.line();
                let busy = self.busy_words(ui);
                let (heard, trouble) = (self.heard_words(), self.folder_trouble());
                let view = LibraryView {
                    shelf: &self.shelf,
                    open: self.sessions.open_path(),
                    opening: self.opening.path(),
                    folder: self.library.dir(),
                    trouble: trouble.as_ref(),
                    busy: busy.as_deref(),
                    binned: self.bin.len(),
                    heard: heard.as_deref(),
                    published: self.publishing.published(),
                    line: &line,
                    checks: self.survey.is_there().then(|| self.survey.report().problems()),
                    on_checks: self.navigation.page() == Page::Checks,
                    text: &self.text,
                };
                self.library_panel.show(ui, view, &mut self.actions);
            });
    }

    fn draw_right(&mut self, ui: &mut Ui, width: f32) {
        let p = palette(ui);
        let frame = Frame::new().fill(p.surface);
        Panel::right("right")
            .resizable(false)
            .exact_size(width)
            .frame(frame)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let height = ui.available_height();
                // Each side has its own height, so that one does not take room from the other.
                let (name, below) = if self.journey.shown {
                    ("journey", (height * 0.5).clamp(280.0, 460.0))
                } else {
                    ("visitor", (height * 0.38).clamp(220.0, 324.0))
                };
                let frame = Frame::new().fill(p.surface);
                let lower = Panel::bottom(name)
                    .resizable(true)
                    .default_size(below)
                    .size_range(160.0..=640.0)
                    .frame(frame)
                    .show(ui, |ui| self.draw_simulator(ui));
                let journey = self.journey.shown;
                self.journey_rect = if journey {
                    lower.response.rect
                } else {
                    egui::Rect::NOTHING
                };
                CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    self.preview.show(ui, &self.text, &mut self.actions);
                    self.settings.set_brand(&self.preview.site.brand);
                });
            });
    }

    /// The right column's lower panel: the visitor, or the journey.
    fn draw_simulator(&mut self, ui: &mut Ui) {
        // A panel without content would shrink and stay small.
        ui.take_available_height();
        if self.sessions.open().is_none() {
            return self.draw_nobody(ui);
        }
        let journey = self.journey.shown;
        let margin = Margin {
            left: 16,
            right: 16,
            top: 14,
            bottom: 16,
        };
        let area = ScrollArea::vertical().id_salt(journey).auto_shrink([false, false]);
        area.follow(ui, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                if journey {
                    self.draw_journey(ui);
                } else {
                    self.draw_visitor(ui);
                }
            });
        });
    }

    /// Shows why there is nobody to simulate.
    fn draw_nobody(&self, ui: &mut Ui) {
        if self.shelf.loading {
            return;
        }
        let words = Type::Small.text(self.text.t("simulator-nothing"), palette(ui).text_muted);
        Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
            ui.add(egui::Label::new(words).wrap());
        });
    }

    fn draw_visitor(&mut self, ui: &mut Ui) {
        let Some(session) = self.sessions.open() else { return };
        let context = SimulatorContext {
            text: &self.text,
            verdict: self.analyst.analysis().verdict.as_ref(),
            advice: &self.advice(),
            zone: session.campaign().zone(),
            own_zone: self.clock.zone(),
            now: self.clock.now(),
            page: &page_of(session.campaign()),
            kept: self.analyst.analysis().kept,
        };
        let shown = &mut self.journey.shown;
        let lead = |ui: &mut Ui| switch(ui, shown, &self.text);
        simulator::show(ui, &mut self.simulated, &context, lead, &mut self.actions);
    }

    fn draw_editor(&mut self, ui: &mut Ui) {
        let p = palette(ui);
        let frame = Frame::new().fill(p.canvas);
        self.editor_rect = egui::Rect::NOTHING;
        CentralPanel::default().frame(frame).show(ui, |ui| {
            if self.navigation.page() == Page::Checks {
                self.draw_checks(ui);
                return;
            }
            if self.is_gallery_shown() {
                self.draw_gallery(ui);
                return;
            }
            if self.sessions.open().is_none() {
                // While campaigns are being read, the lack of an open one is not the user's choice.
                if !self.shelf.loading && self.opening.path().is_none() {
                    header::nothing_open(ui, &self.text, &mut self.actions);
                }
                return;
            }
            self.editor_rect = ui.max_rect();
            let room = ui.available_width();
            let side = if room < 400.0 {
                12.0
            } else if room < 640.0 {
                20.0
            } else {
                28.0_f32.max((room - 880.0) / 2.0)
            };
            self.draw_header(ui, side);
            self.draw_step(ui, side);
        });
    }

    /// Returns what is shown about publishing the open campaign.
    pub(super) fn launch_view(&mut self) -> Option<Arc<LaunchView>> {
        let session = self.sessions.open()?;
        let campaign = session.campaign();
        let revision = session.revision();
        let reader = Reader::in_zone(self.text.language(), self.clock.zone());
        let brand = &self.preview.site.brand;
        let page = || asked_page(campaign);
        Some(self.publishing.look(campaign, revision, reader, page, brand))
    }

    fn draw_header(&mut self, ui: &mut Ui, side: f32) {
        let Some(launch) = self.launch_view() else { return };
        let Some(session) = self.sessions.open() else { return };
        let analysis = self.analyst.analysis();
        let view = header::HeaderView {
            session,
            item: self.shelf.item(session.path()),
            tallies: analysis.tallies(),
            launch: &launch,
            text: &self.text,
        };
        let margin = Margin {
            left: side as i8,
            right: side as i8,
            top: 18,
            bottom: 0,
        };
        let mut step = self.navigation.step();
        Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| header::show(ui, &view, &mut step, &mut self.actions));
        if step != self.navigation.step() {
            self.navigate_on(navigation::Event::Step(step));
        }
    }

    fn draw_step(&mut self, ui: &mut Ui, side: f32) {
        let today = self.clock.now();
        let now = Duration::from_secs_f64(ui.input(|input| input.time).max(0.0));
        let step = self.navigation.step();
        let (focus, reveal) = (self.navigation.take_focus(), self.navigation.take_reveal());
        let Some(launch) = self.launch_view() else { return };
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        let context = EditorContext {
            text: &self.text,
            analysis: self.analyst.analysis(),
            pictures: &self.pictures,
            launch: &launch,
            today: today.with_timezone(&session.campaign().zone()).date_naive(),
            attributes: &self.attributes,
            left: self.reaching.left.of(session.number(), session.campaign()),
            in_log: self.reaching.left.whole(session.number(), session.campaign()),
            focus: focus.as_deref(),
            reveal: reveal.as_deref(),
        };
        let actions = &mut self.actions;
        let outline = self.outlines.of(session.number());
        let area = ScrollArea::vertical()
            .id_salt(("editor", step, session.path()))
            .auto_shrink([false, false]);
        area.follow(ui, |ui| {
            let margin = Margin {
                left: side as i8,
                right: side as i8,
                top: 16,
                bottom: 32,
            };
            // Typing remembered by fields belongs to this campaign.
            let own = egui::Id::unique(session.path());
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.push_id(own, |ui| {
                    session.edit(now, |campaign| {
                        editor::show_step(ui, step, campaign, &context, outline, actions)
                    });
                });
            });
        });
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
