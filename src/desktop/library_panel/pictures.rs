//! The pop-ups beside the names of the list: read and drawn for rows in sight alone, by the pop-up's own renderer, one after another, and kept by
//! what they show.

use std::{collections::HashMap, path::PathBuf};

use egui::{CornerRadius, Rect, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui};

use crate::{
    desktop::{
        preview_panel::Source,
        theme::{palette, radius, tokens},
    },
    popup::{self, Brand, Scale, Scene, ScenePart, Theme},
    studio::shelf::Item,
};

/// How many pictures are kept: those of a dozen screens.
const MOST: usize = 160;
/// The scale at which they are drawn, of a point: the least that the renderer draws.
const SCALE: f32 = 0.25;
/// Room around a pop-up, in CSS pixels.
const MARGIN: f32 = 12.0;

/// A campaign whose picture is wanted: its file, and what it looks like.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// The file.
    pub path: PathBuf,
    /// What changes with its looks.
    pub looks: u64,
}

/// How pictures are drawn.
#[derive(Debug, Clone, PartialEq)]
struct Style {
    brand: Brand,
    theme: Theme,
    scale: Scale,
}

/// What is known of a picture.
enum Known {
    /// It is being read.
    Awaited,
    /// What it shows; `None` for a file that cannot be read.
    Read(Option<Box<Scene>>),
    /// How it was drawn; `None` for what cannot be.
    Drawn(Option<TextureHandle>),
}

/// The pictures, and what draws them.
pub(super) struct RowPictures {
    source: Source,
    style: Option<Style>,
    /// What is being drawn, and its number.
    running: Option<(u64, Wanted)>,
    number: u64,
    known: HashMap<Wanted, Known>,
    /// In the order in which they were first wanted.
    order: Vec<Wanted>,
    /// What was in sight in this frame and is not read yet.
    unread: Vec<Wanted>,
}

impl RowPictures {
    /// Starts the renderer; with `at_once`, a picture is drawn when it is asked for.
    pub(super) fn new(ctx: &egui::Context, at_once: bool) -> Self {
        Self {
            source: Source::new(ctx, at_once),
            style: None,
            running: None,
            number: 0,
            known: HashMap::new(),
            order: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Begins a frame in this brand, light or dark as the window is.
    pub(super) fn begin(&mut self, ctx: &egui::Context, brand: &Brand, dark: bool) {
        let style = Style {
            brand: brand.clone(),
            theme: if dark { Theme::Dark } else { Theme::Light },
            scale: Scale::new(SCALE * ctx.pixels_per_point()),
        };
        if self.style.as_ref() != Some(&style) {
            self.style = Some(style);
            self.running = None;
            self.known.clear();
            self.order.clear();
        }
        self.unread.clear();
        self.take_drawn(ctx);
    }

    /// Shows the picture of a campaign in `rect`, once it is there.
    pub(super) fn show(&mut self, ui: &Ui, item: &Item, rect: Rect) {
        let p = palette(ui);
        let corners = CornerRadius::same(radius::S);
        ui.painter().rect_filled(rect, corners, p.stage);
        let wanted = Wanted {
            path: item.path.clone(),
            looks: item.looks,
        };
        match self.known.get(&wanted) {
            None if item.trouble.is_none() => self.unread.push(wanted),
            None | Some(Known::Awaited | Known::Drawn(None)) => {}
            Some(Known::Read(scene)) => {
                if let (None, Some(scene)) = (&self.running, scene) {
                    let scene = Scene::clone(scene);
                    self.draw(ui.ctx(), wanted, scene);
                }
            }
            Some(Known::Drawn(Some(texture))) => {
                let room = rect.shrink(3.0);
                let size = texture.size_vec2();
                let factor = (room.width() / size.x).min(room.height() / size.y);
                let at = Rect::from_center_size(room.center(), size * factor);
                let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
                ui.painter().image(texture.id(), at, whole, tokens::UNTINTED);
            }
        }
        let edge = Stroke::new(1.0, p.border);
        ui.painter().rect_stroke(rect, corners, edge, StrokeKind::Inside);
    }

    /// Hands out what is to be read: what was in sight in this frame and is not known.
    pub(super) fn unread(&mut self) -> Vec<Wanted> {
        let unread = std::mem::take(&mut self.unread);
        for wanted in &unread {
            self.put(wanted.clone(), Known::Awaited);
        }
        unread
    }

    /// Takes what a campaign shows; `None` when its file cannot be read.
    pub(super) fn take(&mut self, wanted: Wanted, scene: Option<Scene>) {
        if let Some(known) = self.known.get_mut(&wanted) {
            *known = Known::Read(scene.map(Box::new));
        }
    }

    fn draw(&mut self, ctx: &egui::Context, wanted: Wanted, scene: Scene) {
        let Some(style) = &self.style else { return };
        self.number += 1;
        let scene = Scene {
            brand: style.brand.clone(),
            theme: style.theme,
            scale: style.scale,
            part: ScenePart::Popup,
            ..scene
        };
        self.source.request(self.number, scene);
        self.running = Some((self.number, wanted));
        self.take_drawn(ctx);
    }

    fn take_drawn(&mut self, ctx: &egui::Context) {
        let Some((number, outcome)) = self.source.newest() else {
            return;
        };
        let Some((_, wanted)) = self.running.take_if(|(running, _)| number == *running || number == 0) else {
            return;
        };
        let page = popup::page_color(self.style.as_ref().map_or(Theme::Light, |style| style.theme));
        let texture = outcome.ok().map(|drawn| {
            let picture = drawn.pop_up(MARGIN, page);
            let size = [picture.width as usize, picture.height as usize];
            let image = egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
            ctx.load_texture("library row", image, TextureOptions::LINEAR)
        });
        self.put(wanted, Known::Drawn(texture));
        ctx.request_repaint();
    }

    fn put(&mut self, wanted: Wanted, known: Known) {
        if self.known.insert(wanted.clone(), known).is_some() {
            return;
        }
        if self.order.len() >= MOST {
            let oldest = self.order.remove(0);
            self.known.remove(&oldest);
        }
        self.order.push(wanted);
    }
}
