//! The pictures of the sheet: drawn by the pop-up's own renderer, one after another, and kept by what they show.

use egui::{TextureHandle, TextureOptions, Vec2, vec2};

use super::at_scale;
use crate::{
    desktop::preview_panel::Source,
    popup::{self, Drawn, Layout, RenderError, Scale, Scene, page_color},
};

/// How many pictures are kept: those of two editions of a campaign.
const MOST: usize = 120;

/// Width and height of a usual pop-up, in CSS pixels.
const USUAL: Vec2 = vec2(424.0, 420.0);

/// Room for the shadow around a pop-up, in CSS pixels.
const MARGIN: f32 = 12.0;

/// Pictures whose size differs by less than this share are not drawn again.
const NEAR: f32 = 0.03;

/// A picture of the sheet.
pub(super) struct Picture {
    /// What it shows, at scale 1.
    scene: Scene,
    /// How it was drawn; `None` for what cannot be.
    drawn: Option<Sight>,
}

/// How a picture was drawn.
pub(super) struct Sight {
    /// Physical pixels per CSS pixel.
    scale: f32,
    /// The pixels.
    pub(super) texture: TextureHandle,
    /// Where the parts are.
    pub(super) layout: Layout,
    /// The room that it was drawn for once its size was known.
    fitted: Option<Vec2>,
}

/// A picture that is to be there.
pub(super) struct Wanted<'a> {
    /// What it shows, at scale 1.
    pub(super) scene: &'a Scene,
    /// The room for it, in points.
    pub(super) room: Vec2,
}

/// The pictures, and what draws them.
pub(super) struct Pictures {
    /// What draws in the background; `None` where pictures are drawn at once.
    source: Option<Source>,
    /// What is being drawn, and its number.
    running: Option<(u64, Scene, Vec2)>,
    number: u64,
    pictures: Vec<Picture>,
}

impl Pictures {
    /// Starts the renderer; with `at_once`, a picture is drawn when it is asked for.
    pub(super) fn new(ctx: &egui::Context, at_once: bool) -> Self {
        Self {
            source: (!at_once).then(|| Source::new(ctx, false)),
            running: None,
            number: 0,
            pictures: Vec::new(),
        }
    }

    /// The picture of a scene, once it is drawn.
    pub(super) fn of(&self, scene: &Scene) -> Option<&Sight> {
        self.find(scene).and_then(|picture| picture.drawn.as_ref())
    }

    /// Whether a scene cannot be drawn.
    pub(super) fn is_broken(&self, scene: &Scene) -> bool {
        self.find(scene).is_some_and(|picture| picture.drawn.is_none())
    }

    fn find(&self, scene: &Scene) -> Option<&Picture> {
        self.pictures.iter().find(|picture| picture.scene == *scene)
    }

    /// Draws the first of these that is not there yet, or not as large as it may be, unless one is being drawn.
    pub(super) fn draw(&mut self, ctx: &egui::Context, wanted: &[Wanted<'_>]) {
        let most = ctx.pixels_per_point();
        match &mut self.source {
            None => self.draw_at_once(ctx, wanted, most),
            Some(source) => {
                if let Some((number, outcome)) = source.newest()
                    && let Some((_, scene, room)) =
                        self.running.take_if(|(running, ..)| number == *running || number == 0)
                {
                    self.keep(ctx, (&scene, room), outcome);
                    ctx.request_repaint();
                }
                if self.running.is_none()
                    && let Some((scene, room)) = self.next(wanted, most)
                {
                    self.number += 1;
                    self.running = Some((self.number, scene.clone(), room));
                    if let Some(source) = &mut self.source {
                        source.request(self.number, scene);
                    }
                }
            }
        }
    }

    fn draw_at_once(&mut self, ctx: &egui::Context, wanted: &[Wanted<'_>], most: f32) {
        let lacking = wanted
            .iter()
            .filter_map(|one| Some((self.lacking(one, most)?, one.room)));
        let (scenes, rooms): (Vec<Scene>, Vec<Vec2>) = lacking.unzip();
        for ((scene, room), outcome) in scenes.iter().zip(rooms).zip(popup::draw_all(&scenes)) {
            self.keep(ctx, (scene, room), outcome);
            ctx.request_repaint();
        }
    }

    /// What to draw next: first what is not there at all.
    fn next(&self, wanted: &[Wanted<'_>], most: f32) -> Option<(Scene, Vec2)> {
        let is_new = |one: &&Wanted<'_>| self.find(one.scene).is_none();
        let new = wanted.iter().filter(is_new);
        let all = new.chain(wanted);
        all.filter_map(|one| Some((self.lacking(one, most)?, one.room))).next()
    }

    /// The scene to draw, if there is no picture of it as large as its room allows.
    fn lacking(&self, one: &Wanted<'_>, most: f32) -> Option<Scene> {
        let whole = |factor: f32| Scale::new((factor * 100.0).floor() / 100.0 * most);
        let Some(picture) = self.find(one.scene) else {
            let usual = USUAL * one.scene.zoom.get();
            let factor = (one.room.x / usual.x).min(one.room.y / usual.y).min(1.0);
            return Some(at_scale(one.scene, whole(factor)));
        };
        let sight = picture.drawn.as_ref()?;
        // Another size may break lines elsewhere: once is enough.
        let is_fitted = sight
            .fitted
            .is_some_and(|room| (room - one.room).abs().max_elem() < one.room.max_elem() * NEAR);
        if is_fitted {
            return None;
        }
        let size = sight.texture.size_vec2() / sight.scale;
        let best = whole((one.room.x / size.x).min(one.room.y / size.y).min(1.0));
        let is_near = (best.get() / sight.scale - 1.0).abs() < NEAR;
        (!is_near).then(|| at_scale(one.scene, best))
    }

    fn keep(&mut self, ctx: &egui::Context, (scene, room): (&Scene, Vec2), outcome: Result<Drawn, RenderError>) {
        let before = self.find(&at_scale(scene, Scale::default()));
        let fitted = before.map(|_| room);
        let drawn = outcome.ok().map(|drawn| {
            let picture = drawn.pop_up(MARGIN, page_color(scene.theme));
            let size = [picture.width as usize, picture.height as usize];
            let image = egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
            Sight {
                scale: scene.scale.get(),
                texture: ctx.load_texture("contact sheet", image, TextureOptions::LINEAR),
                layout: drawn.layout,
                fitted,
            }
        });
        let scene = at_scale(scene, Scale::default());
        self.pictures.retain(|picture| picture.scene != scene);
        if self.pictures.len() >= MOST {
            self.pictures.remove(0);
        }
        self.pictures.push(Picture { scene, drawn });
    }
}
