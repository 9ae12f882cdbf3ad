//! The right panel's upper part: the pop-up as a visitor sees it, in the frame and theme of choice, always up to date.
//!
//! Pixels come from `popup` alone. Here they are asked for, kept until newer ones are there, moved and enlarged.

mod scene;
mod site;
mod source;
mod stage;
mod toolbar;

use egui::{TextureHandle, TextureOptions, Ui, Vec2};

pub use scene::PreviewLook;
pub use site::Site;
pub use source::Source;

use super::theme::Palette;
use crate::{
    popup::{Frame, Picture, RenderError, Scale, Scene, Theme},
    studio::{action::Actions, tone::Tone},
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

/// Width of the widest pop-up with its margins, in CSS pixels.
const POPUP_WIDTH: u32 = 440;

/// Height of the usual card with its launcher, in CSS pixels.
const POPUP_HEIGHT: u32 = 520;

/// The scales of visitors' screens.
const SCALES: [f32; 4] = [1.0, 1.5, 2.0, 3.0];

/// The steps of zooming in and out.
const STEPS: [f32; 10] = [0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0];

/// The preview.
pub struct PreviewPanel {
    /// The browser window that the pop-up is in.
    pub frame: Frame,
    /// Light or dark page and pop-up.
    pub theme: Theme,
    /// How large it is shown.
    pub zoom: Zoom,
    /// The site that the pop-up is on.
    pub site: Site,
    /// Pixels of the visitor's screen for one CSS pixel; until it is chosen, about those of this screen.
    scale: Option<f32>,
    /// How far the page was dragged away from the pop-up's corner, in points.
    pan: Vec2,
    source: Source,
    asked: Option<(u64, Scene)>,
    shown: Option<Shown>,
    trouble: Option<RenderError>,
    number: u64,
    /// The room that the page had in the last frame, in points.
    room: Vec2,
}

struct Shown {
    revision: u64,
    texture: TextureHandle,
    /// In points, at the zoom for which it was drawn.
    pixels: [u32; 2],
}

impl PreviewPanel {
    /// Starts the renderer for pop-ups on `site`; with `at_once`, pictures are drawn when they are asked for.
    pub fn new(ctx: &egui::Context, site: Site, at_once: bool) -> Self {
        Self {
            frame: Frame::Desktop,
            theme: Theme::Light,
            zoom: Zoom::Auto,
            site,
            scale: None,
            pan: Vec2::ZERO,
            source: Source::new(ctx, at_once),
            asked: None,
            shown: None,
            trouble: None,
            number: 0,
            room: egui::vec2(416.0, 500.0),
        }
    }

    /// The revision whose picture is shown.
    pub fn shown_revision(&self) -> Option<u64> {
        self.shown.as_ref().map(|shown| shown.revision)
    }

    /// The scene that was asked for last.
    pub fn asked_scene(&self) -> Option<&Scene> {
        self.asked.as_ref().map(|(_, scene)| scene)
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
        PreviewLook {
            frame: self.frame,
            theme: self.theme,
            scale: Scale::new(self.scale(ctx) * self.factor(ctx)),
        }
    }

    /// Returns the look of a picture of the whole page, whatever the panel shows of it.
    pub fn look_at_full_size(&self, ctx: &egui::Context) -> PreviewLook {
        PreviewLook {
            frame: self.frame,
            theme: self.theme,
            scale: Scale::new(self.scale(ctx)),
        }
    }

    /// Requests a picture of `scene`, which shows `revision` of the campaign, unless it equals the last request.
    pub fn update(&mut self, ctx: &egui::Context, revision: u64, scene: Scene) {
        let same = self.asked.as_ref().is_some_and(|(_, asked)| *asked == scene);
        if same {
            // Nothing to be seen changed, so the picture is the new revision's too.
            if let (Some((asked, _)), Some(shown)) = (&mut self.asked, &mut self.shown)
                && shown.revision == *asked
            {
                shown.revision = revision;
            }
            if let Some((asked, _)) = &mut self.asked {
                *asked = revision;
            }
        } else {
            self.number += 1;
            self.source.request(self.number, scene.clone());
            self.asked = Some((revision, scene));
        }
        self.take(ctx);
    }

    /// Requests nothing new: what to show is not known yet.
    pub fn wait(&mut self, ctx: &egui::Context) {
        self.take(ctx);
    }

    /// Takes over the newest finished picture; late ones are dropped.
    fn take(&mut self, ctx: &egui::Context) {
        let Some((number, outcome)) = self.source.newest() else {
            return;
        };
        if number != self.number {
            return;
        }
        let revision = self.asked.as_ref().map_or(0, |(revision, _)| *revision);
        match outcome {
            Ok(picture) => {
                self.trouble = None;
                self.shown = Some(Shown {
                    revision,
                    pixels: [picture.width, picture.height],
                    texture: load(ctx, &picture),
                });
            }
            Err(error) => self.trouble = Some(error),
        }
    }

    /// Pixels of the screen for one of the page.
    fn factor(&self, ctx: &egui::Context) -> f32 {
        let (width, height) = self.frame.size();
        match self.zoom {
            Zoom::Actual => 1.0,
            Zoom::Auto => {
                let popup = egui::vec2(width.min(POPUP_WIDTH) as f32, height.min(POPUP_HEIGHT) as f32);
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

    /// Zooms to the next step, in or out.
    pub fn step_zoom(&mut self, ctx: &egui::Context, larger: bool) {
        let now = self.factor(ctx);
        let next = if larger {
            STEPS.iter().copied().find(|step| *step > now + 0.01)
        } else {
            STEPS.iter().rev().copied().find(|step| *step < now - 0.01)
        };
        if let Some(next) = next {
            self.zoom = if (next - 1.0).abs() < 0.001 {
                Zoom::Actual
            } else {
                Zoom::Factor(next)
            };
        }
    }

    /// Shows the panel in the available room.
    pub fn show(&mut self, ui: &mut Ui, text: &Text, actions: &mut Actions) {
        self.toolbar(ui, text, actions);
        self.stage(ui, text);
    }
}

fn load(ctx: &egui::Context, picture: &Picture) -> TextureHandle {
    let size = [picture.width as usize, picture.height as usize];
    let image = egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
    ctx.load_texture("pop-up preview", image, TextureOptions::LINEAR)
}

/// Returns the colour of what the stage shows while there is no picture.
fn empty_tone(p: &Palette, trouble: bool) -> egui::Color32 {
    if trouble { Tone::Danger.color(p) } else { p.text_faint }
}
