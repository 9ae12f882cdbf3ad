//! The right panel's upper part: the pop-up as a visitor sees it, in the frame and theme of choice, always up to date.
//!
//! Pixels come from `popup` alone. Here they are asked for, kept until newer ones are there, moved and enlarged; in the step that edits the message,
//! its parts are outlined, chosen and typed into on them.

mod canvas;
mod devices;
mod edges;
mod entrance;
mod pixels;
mod scene;
mod site;
mod source;
mod stage;
mod three;
mod toolbar;
mod view;

use egui::{Color32, Pos2, Ui, Vec2};

pub use canvas::{CanvasAct, CanvasView, CropAct, CropView};
pub use scene::PreviewLook;
pub use site::Site;
pub use source::Source;

use self::{canvas::CanvasMemory, view::View};
use super::theme::Palette;
use crate::{
    campaign::MessagePart,
    popup::{Area, Frame, Scale, Scene, Theme, Viewport},
    studio::{
        action::Actions,
        shell::{Place, places},
        tone::Tone,
        trouble::InWords,
        viewing::{Viewing, Window},
    },
    wording::text::Text,
};

/// How large the page is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Zoom {
    /// At 100 % if the pop-up has enough room, else as large as fits.
    Auto,
    /// One pixel of the page is one pixel of the screen.
    Actual,
    /// The whole page is to be seen.
    Fit,
    /// This many pixels of the screen for one of the page.
    Factor(f32),
}

/// The browser windows beside each other.
const FRAMES: [Frame; 3] = [Frame::Desktop, Frame::Tablet, Frame::Phone];

/// Width of the widest pop-up with its margins, in CSS pixels.
const POPUP_WIDTH: u32 = 440;

/// Height of the usual card with its launcher, in CSS pixels.
const POPUP_HEIGHT: u32 = 520;

/// What is to be seen around the pop-up with it, in CSS pixels: the launcher below, the page beside.
const AROUND: Vec2 = egui::vec2(40.0, 100.0);

/// A pop-up whose edges move by no more is still framed, in CSS pixels.
const SLACK: f32 = 72.0;

/// The scales of visitors' screens.
const SCALES: [f32; 4] = [1.0, 1.5, 2.0, 3.0];

/// The steps of zooming in and out.
const STEPS: [f32; 13] = [0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0];

/// The largest step at which the page is drawn as large as it is shown. Beyond it, the visitor's own pixels are shown enlarged.
const DRAWN: f32 = 3.0;

/// The preview.
pub struct PreviewPanel {
    /// The browser window that the pop-up is in.
    viewing: Viewing,
    /// Whether every browser window is shown, where there is room.
    all: bool,
    /// Light or dark page and pop-up; until it is chosen, as the app is.
    theme: Option<Theme>,
    /// How large it is shown.
    pub zoom: Zoom,
    /// Whether the pop-up is shown as those read it of whom nothing is known.
    pub without_details: bool,
    /// The site that the pop-up is on.
    pub site: Site,
    /// Pixels of the visitor's screen for one CSS pixel; until it is chosen, about those of this screen.
    scale: Option<f32>,
    /// How far the page was dragged away from the pop-up's corner, in points.
    pan: Vec2,
    /// The picture of the chosen window, or of the desktop beside the others.
    view: View,
    /// Those of the tablet and the phone, once they were asked for.
    others: Option<[View; 2]>,
    at_once: bool,
    canvas: CanvasMemory,
    /// The entrance that is played.
    entrance: Option<entrance::Entrance>,
    /// The room that the page had in the last frame, in points.
    room: Vec2,
    /// Where the pop-up was on the page when it was framed.
    framing: Option<Area>,
    /// What is being done to the window's edges.
    edges: edges::Edges,
}

impl PreviewPanel {
    /// Starts the renderer for pop-ups on `site`; with `at_once`, pictures are drawn when they are asked for.
    pub fn new(ctx: &egui::Context, site: Site, at_once: bool) -> Self {
        Self {
            viewing: Viewing::default(),
            all: false,
            theme: None,
            zoom: Zoom::Auto,
            without_details: false,
            site,
            scale: None,
            pan: Vec2::ZERO,
            view: View::new(ctx, at_once),
            others: None,
            at_once,
            canvas: CanvasMemory::default(),
            entrance: None,
            room: egui::vec2(416.0, 500.0),
            framing: None,
            edges: edges::Edges::default(),
        }
    }

    /// The revision whose picture is shown.
    pub fn shown_revision(&self) -> Option<u64> {
        self.view.shown.as_ref().map(|shown| shown.revision)
    }

    /// The scene that was asked for last.
    pub fn asked_scene(&self) -> Option<&Scene> {
        self.view.asked_scene()
    }

    /// Shows the usual browser window of a kind of device.
    pub fn show_frame(&mut self, frame: Frame) {
        self.show_window(Window::Usual(frame));
    }

    /// Shows one browser window.
    pub fn show_window(&mut self, window: Window) {
        self.viewing = Viewing::of(window);
        self.all = false;
        self.pan = Vec2::ZERO;
    }

    /// Turns the browser window on its side, and back.
    pub fn turn_window(&mut self) {
        self.viewing.turn();
        self.all = false;
        self.pan = Vec2::ZERO;
    }

    /// Shows a browser window of this kind of device, unless all are shown.
    pub fn follow(&mut self, frame: Frame) {
        self.viewing.follow(frame);
    }

    /// Shows all browser windows. Returns whether there is room for that.
    pub fn show_all(&mut self, ctx: &egui::Context) -> bool {
        self.all = true;
        self.places(ctx).is_some()
    }

    /// Shows the page in this size, in its usual place.
    pub fn show_at(&mut self, zoom: Zoom) {
        self.zoom = zoom;
        self.framing = None;
        self.pan = Vec2::ZERO;
    }

    /// The theme of the page and the pop-up.
    pub fn theme(&self, ctx: &egui::Context) -> Theme {
        self.theme.unwrap_or(match ctx.theme() {
            egui::Theme::Dark => Theme::Dark,
            egui::Theme::Light => Theme::Light,
        })
    }

    /// Shows page and pop-up in this theme.
    pub fn show_theme(&mut self, theme: Theme) {
        self.theme = Some(theme);
    }

    /// Turns a light page dark, and a dark one light.
    pub fn turn_theme(&mut self, ctx: &egui::Context) {
        self.theme = Some(match self.theme(ctx) {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Light,
        });
    }

    /// Where all three windows stand, if they are wanted and there is room.
    fn three(&self, ctx: &egui::Context) -> Option<[Place; 3]> {
        let wanted = self.all.then(|| self.places(ctx));
        wanted.flatten()
    }

    /// Where all three windows would stand; `None` without the room.
    fn places(&self, ctx: &egui::Context) -> Option<[Place; 3]> {
        let own = self.scale(ctx) / ctx.pixels_per_point();
        let size = |frame: Frame| {
            let (width, height) = frame.size();
            (width as f32 * own, height as f32 * own)
        };
        places((self.room.x, self.room.y), FRAMES.map(size))
    }

    /// Pixels of the visitor's screen for one CSS pixel.
    pub fn scale(&self, ctx: &egui::Context) -> f32 {
        let own = ctx.pixels_per_point();
        let nearest = SCALES
            .into_iter()
            .min_by(|one, other| (one - own).abs().total_cmp(&(other - own).abs()));
        self.scale.or(nearest).unwrap_or(1.0)
    }

    /// What the next picture is to look like.
    pub fn look(&self, ctx: &egui::Context) -> PreviewLook {
        let (viewport, factor) = match self.three(ctx) {
            Some([desktop, ..]) => (Frame::Desktop.into(), desktop.share),
            None => match self.factor(ctx) {
                factor if factor > DRAWN => (self.viewing.viewport(), 1.0),
                factor => (self.viewing.viewport(), factor),
            },
        };
        PreviewLook {
            viewport,
            theme: self.theme(ctx),
            scale: drawable(ctx, viewport, self.scale(ctx) * factor),
        }
    }

    /// Returns the look of a picture of the whole page, whatever the panel shows of it.
    pub fn look_at_full_size(&self, ctx: &egui::Context) -> PreviewLook {
        PreviewLook {
            viewport: self.viewing.viewport(),
            theme: self.theme(ctx),
            scale: Scale::new(self.scale(ctx)),
        }
    }

    /// Requests a picture of `scene`, which shows `revision` of the campaign, unless it equals the last request.
    pub fn update(&mut self, ctx: &egui::Context, revision: u64, scene: Scene) {
        if let Some([_, tablet, phone]) = self.three(ctx) {
            let (scale, at_once) = (self.scale(ctx), self.at_once);
            let others = self
                .others
                .get_or_insert_with(|| [View::new(ctx, at_once), View::new(ctx, at_once)]);
            let [_, frames @ ..] = FRAMES;
            for ((view, frame), place) in others.iter_mut().zip(frames).zip([tablet, phone]) {
                let other = Scene {
                    viewport: frame.into(),
                    scale: drawable(ctx, frame.into(), scale * place.share),
                    ..scene.clone()
                };
                view.update(ctx, revision, other, false);
            }
        }
        self.ask_for_page(ctx, revision, &scene);
        let enlarged = self.is_enlarged(ctx);
        self.view.update(ctx, revision, scene, enlarged);
    }

    /// Requests nothing new: what to show is not known yet.
    pub fn wait(&mut self, ctx: &egui::Context) {
        self.view.take(ctx);
        self.entrance.iter_mut().for_each(|entrance| entrance.take(ctx));
        self.others.iter_mut().flatten().for_each(|view| view.take(ctx));
    }

    /// Pixels of the screen for one of the page.
    fn factor(&self, ctx: &egui::Context) -> f32 {
        let (width, height) = self.viewing.viewport().size();
        if let Some(factor) = self.edges.factor() {
            return factor;
        }
        match self.zoom {
            Zoom::Actual => 1.0,
            Zoom::Auto => {
                let framed = self
                    .framed()
                    .map_or(Vec2::ZERO, |area| egui::vec2(area.width, area.height));
                let usual = egui::vec2(POPUP_WIDTH as f32, POPUP_HEIGHT as f32);
                let popup = usual.max(framed + AROUND).min(egui::vec2(width as f32, height as f32));
                let room = self.room * ctx.pixels_per_point() / self.scale(ctx);
                let share = (room.x / popup.x).min(room.y / popup.y);
                ((share * 20.0).floor() / 20.0).clamp(0.25, 1.0)
            }
            Zoom::Factor(factor) => factor,
            Zoom::Fit => {
                let room = (self.room - egui::vec2(32.0, 32.0)) * ctx.pixels_per_point();
                let whole = (room.x / width as f32).min(room.y / height as f32) / self.scale(ctx);
                // Whole hundredths, so that a moving edge does not request a picture per pixel.
                ((whole * 100.0).floor() / 100.0).clamp(0.1, 1.0)
            }
        }
    }

    /// Where the pop-up is on the page, once it was drawn; it is what the usual size and place show.
    fn framed(&self) -> Option<Area> {
        self.framing
    }

    /// Frames the pop-up anew where it is no longer about what is framed. Small changes, such as of a text, move nothing; neither does anything while the
    /// pointer holds something.
    fn mind_framing(&mut self, ui: &Ui) {
        if ui.input(|input| input.pointer.any_down()) {
            return;
        }
        let shown = self.view.shown.as_ref().filter(|shown| !shown.layout.pieces.is_empty());
        let now = shown.map(|shown| shown.layout.pop_up(0.0));
        let is_close = |kept: Area, now: Area| {
            let edges = |area: Area| [area.x, area.y, area.right(), area.bottom()];
            let apart = edges(kept)
                .into_iter()
                .zip(edges(now))
                .map(|(one, other)| (one - other).abs());
            apart.fold(0.0, f32::max) <= SLACK
        };
        let stays = match (self.framing, now) {
            (Some(kept), Some(now)) => is_close(kept, now),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        if !stays {
            self.framing = now;
        }
    }

    /// Whether the pixels of the visitor's screen are shown larger than they are.
    fn is_enlarged(&self, ctx: &egui::Context) -> bool {
        self.three(ctx).is_none() && self.factor(ctx) > DRAWN
    }

    /// Zooms to the next step, in or out, around the middle of what is seen.
    pub fn step_zoom(&mut self, ctx: &egui::Context, larger: bool) {
        self.step_zoom_at(ctx, larger, (self.room / 2.0).to_pos2());
    }

    /// Zooms to the next step, in or out. What is at `fixed`, a place in the room, stays there.
    fn step_zoom_at(&mut self, ctx: &egui::Context, larger: bool, fixed: Pos2) {
        let now = self.factor(ctx);
        let next = if larger {
            STEPS.iter().copied().find(|step| *step > now + 0.01)
        } else {
            STEPS.iter().rev().copied().find(|step| *step < now - 0.01)
        };
        if let Some(next) = next {
            let size = |factor: f32| {
                let (width, height) = self.viewing.viewport().size();
                egui::vec2(width as f32, height as f32) * (factor * self.scale(ctx) / ctx.pixels_per_point())
            };
            let (small, large) = (size(now), size(next));
            let room = egui::Rect::from_min_size(Pos2::ZERO, self.room);
            let before = self.base(room, small) + self.pan;
            self.zoom = if (next - 1.0).abs() < 0.001 {
                Zoom::Actual
            } else {
                Zoom::Factor(next)
            };
            let after = fixed + (before - fixed) * (next / now);
            self.pan = after - self.base(room, large);
        }
    }

    /// Shows the panel in the available room. With a `view` of the message, its parts can be worked on where they stand; returns what
    /// became of them.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        text: &Text,
        view: Option<&CanvasView<'_>>,
        actions: &mut Actions,
    ) -> Vec<CanvasAct> {
        self.toolbar(ui, text, view, actions);
        match self.three(ui.ctx()) {
            Some(places) => self.stage_of_three(ui, &places, text, view),
            None => self.stage(ui, text, view),
        }
    }

    /// Whether a part of the message can be seen in its picture.
    pub fn shows(&self, part: MessagePart) -> bool {
        let shown = self.view.shown.as_ref();
        shown.is_some_and(|shown| shown.layout.part(part).is_some())
    }
}

/// Returns the scale nearest to `scale` of a picture that the window can show.
fn drawable(ctx: &egui::Context, viewport: Viewport, scale: f32) -> Scale {
    let most = ctx.input(|input| input.max_texture_side) as f32;
    let (width, height) = viewport.size();
    Scale::new(scale.min(most / width.max(height) as f32))
}

/// Returns what is shown in the place of a picture that is not there, and its colour.
fn without_picture(view: Option<&View>, text: &Text, p: &Palette) -> (String, Color32) {
    match view.and_then(|view| view.trouble.as_ref()) {
        Some(trouble) => (trouble.words(text).line(text), Tone::Danger.color(p)),
        None => (text.t("preview-none"), p.text_faint),
    }
}
