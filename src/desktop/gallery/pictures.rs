//! The pictures on the cards: drawn by the pop-up's own renderer, one after another, and kept by what they show.

use std::collections::HashMap;

use egui::{TextureHandle, TextureOptions};

use crate::{
    campaign::ContentType,
    desktop::preview_panel::Source,
    library::sample_picture,
    popup::{self, Brand, Image, Scale, Scene, ScenePart, Theme},
    studio::starting_point::StartingPoint,
};

/// How many pictures are kept: those of two languages, light and dark, in two sizes.
const MOST: usize = 80;

/// A picture, once it is drawn; `None` for what cannot be drawn.
type Drawn = Option<TextureHandle>;

/// The pictures, and what draws them.
pub(super) struct Pictures {
    source: Source,
    /// What is being drawn, and its number.
    running: Option<(u64, Scene)>,
    number: u64,
    drawn: Vec<(Scene, Drawn)>,
    files: HashMap<String, Image>,
}

/// How the cards are to look.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) brand: &'a Brand,
    pub(super) dark: bool,
    /// Width and height of the picture on a card, in points.
    pub(super) room: egui::Vec2,
}

impl Pictures {
    /// Starts the renderer; with `at_once`, a picture is drawn when it is asked for.
    pub(super) fn new(ctx: &egui::Context, at_once: bool) -> Self {
        Self {
            source: Source::new(ctx, at_once),
            running: None,
            number: 0,
            drawn: Vec::new(),
            files: HashMap::new(),
        }
    }

    /// What the picture of a starting point shows.
    pub(super) fn scene(&mut self, ctx: &egui::Context, point: &StartingPoint, look: Look<'_>) -> Scene {
        let files = &mut self.files;
        for name in point.campaign.pictures() {
            if let (false, Some(png)) = (files.contains_key(name), sample_picture(name)) {
                files.insert(name.to_owned(), Image::new(png));
            }
        }
        let room = room_needed(point.kind);
        let factor = (look.room.x / room.x).min(look.room.y / room.y).min(1.0);
        // In steps, so that a moving edge does not request a picture per pixel.
        let factor = (factor * 50.0).floor() / 50.0;
        Scene {
            brand: look.brand.clone(),
            theme: if look.dark { Theme::Dark } else { Theme::Light },
            scale: Scale::new(factor * ctx.pixels_per_point()),
            part: ScenePart::Popup,
            ..Scene::of_campaign(&point.campaign, &serde_json::Map::new(), |name| {
                files.get(name).cloned()
            })
        }
    }

    /// The picture of a scene, once it is drawn.
    pub(super) fn of(&self, scene: &Scene) -> Option<&TextureHandle> {
        let drawn = self.drawn.iter().find(|(other, _)| other == scene);
        drawn.and_then(|(_, picture)| picture.as_ref())
    }

    /// Draws the first of these scenes that is not drawn yet, unless one is being drawn.
    pub(super) fn draw(&mut self, ctx: &egui::Context, wanted: &[Scene]) {
        self.take(ctx);
        while self.running.is_none() {
            let is_new = |scene: &&Scene| !self.drawn.iter().any(|(other, _)| other == *scene);
            let Some(scene) = wanted.iter().find(is_new).cloned() else {
                return;
            };
            self.number += 1;
            self.source.request(self.number, scene.clone());
            self.running = Some((self.number, scene));
            self.take(ctx);
        }
    }

    fn take(&mut self, ctx: &egui::Context) {
        let Some((number, outcome)) = self.source.newest() else {
            return;
        };
        let Some((_, scene)) = self.running.take_if(|(running, _)| number == *running || number == 0) else {
            return;
        };
        let texture = outcome.ok().map(|popup::Drawn { picture, .. }| {
            let size = [picture.width as usize, picture.height as usize];
            let image = egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
            ctx.load_texture("starting point", image, TextureOptions::LINEAR)
        });
        if self.drawn.len() == MOST {
            self.drawn.remove(0);
        }
        self.drawn.push((scene, texture));
        ctx.request_repaint();
    }
}

/// Width and height of a usual pop-up of a type with its launcher and their shadows, in CSS pixels.
fn room_needed(kind: ContentType) -> egui::Vec2 {
    match kind {
        ContentType::Rich => egui::vec2(448.0, 520.0),
        ContentType::Text => egui::vec2(372.0, 300.0),
        ContentType::OpenWindow => egui::vec2(448.0, 700.0),
    }
}
