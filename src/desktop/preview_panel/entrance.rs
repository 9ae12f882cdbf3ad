//! The entrance of the pop-up, played on the preview: the parts of the finished picture move over one of the page alone.

use egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Shape, TextureId, Ui, Vec2, epaint::RectShape, pos2, vec2,
};

use super::{
    PreviewPanel,
    view::{Shown, View},
};
use crate::{
    desktop::theme::{Type, palette, tokens},
    popup::{Area, Layout, PopupContent, Scene},
    studio::arrival::{Arrival, Moment, Pose},
    wording::text::Text,
};

/// How far a shadow reaches around a pop-up, in CSS pixels.
const SHADOW: f32 = 72.0;

/// An entrance, and the picture of the page without the pop-up.
pub(super) struct Entrance {
    arrival: Arrival,
    page: View,
}

impl Entrance {
    /// Takes over the picture of the page, if it is finished.
    pub(super) fn take(&mut self, ctx: &egui::Context) {
        self.page.take(ctx);
    }
}

impl PreviewPanel {
    /// Ends the entrance that is played.
    pub fn end_entrance(&mut self) {
        self.entrance = None;
    }

    /// Plays an entrance.
    pub fn play(&mut self, ctx: &egui::Context, arrival: Arrival) {
        self.entrance = Some(Entrance {
            arrival,
            page: View::new(ctx, self.at_once),
        });
        ctx.request_repaint();
    }

    /// Requests the page without the pop-up, while that is needed.
    pub(super) fn ask_for_page(&mut self, ctx: &egui::Context, revision: u64, scene: &Scene) {
        let enlarged = self.is_enlarged(ctx);
        if let Some(entrance) = &mut self.entrance {
            let page = Scene {
                content: PopupContent::Nothing,
                ..scene.clone()
            };
            entrance.page.update(ctx, revision, page, enlarged);
        }
    }

    /// The instant of the entrance that is to be seen, with the picture of the page alone; `None` while none is played.
    pub(super) fn moment(&mut self, ui: &Ui) -> Option<(Moment, TextureId)> {
        let entrance = self.entrance.as_mut()?;
        if entrance.page.trouble.is_some() {
            self.entrance = None;
            return None;
        }
        let (page, shown) = (entrance.page.shown.as_ref()?, self.view.shown.as_ref()?);
        if page.pixels != shown.pixels {
            return None;
        }
        let (now, texture) = (ui.input(|input| input.time), page.texture.id());
        entrance.arrival.begin(now);
        ui.ctx().request_repaint();
        match entrance.arrival.at(now) {
            Moment::Over => {
                self.entrance = None;
                None
            }
            moment => Some((moment, texture)),
        }
    }

    /// Says how long visitors wait, where that is longer than what is played.
    pub(super) fn say_wait(&self, ui: &Ui, painter: &Painter, room: Rect, text: &Text) {
        let Some(arrival) = self.entrance.as_ref().map(|entrance| entrance.arrival) else {
            return;
        };
        if !arrival.is_shortened() {
            return;
        }
        let p = palette(ui);
        let words = text.tv("preview-arrives", &[("seconds", arrival.delay().into())]);
        let words = painter.layout_no_wrap(words, Type::Label.font(), p.text);
        let size = words.size() + vec2(24.0, 12.0);
        let place = Align2::CENTER_TOP.anchor_size(room.center_top() + vec2(0.0, 12.0), size);
        painter.rect_filled(place, CornerRadius::same(8), p.surface);
        painter.galley(place.min + vec2(12.0, 6.0), words, p.text);
    }
}

/// Paints a finished picture at `place`; at a moment of an entrance, what there is to be seen of it, over the page alone.
pub(super) fn paint(painter: &Painter, shown: &Shown, place: Rect, moment: Option<(Moment, TextureId)>) {
    let texture = shown.texture.id();
    let under = moment.map_or(texture, |(_, page)| page);
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    painter.image(under, place, whole, tokens::UNTINTED);
    match moment {
        Some((Moment::Moving(pose), _)) => moving(painter, texture, place, &shown.layout, &pose),
        Some((Moment::Waiting | Moment::Over, _)) | None => {}
    }
}

/// Paints a pop-up on its way over the page.
fn moving(painter: &Painter, texture: TextureId, place: Rect, layout: &Layout, pose: &Pose) {
    let Some(first) = layout.pieces.first() else { return };
    let scale = place.width() / layout.size.0.max(1.0);
    let painter = painter.with_clip_rect(place.intersect(painter.clip_rect()));
    let moved = vec2(
        pose.pixels.0 + pose.sizes.0 * first.area.width,
        pose.pixels.1 + pose.sizes.1 * first.area.height,
    ) * scale;
    // The shadow stays where it belongs, and comes last.
    let late = pose.progress.powi(4);
    for strip in around(rect(place, scale, first.area), SHADOW * scale) {
        cut(&painter, texture, place, strip.intersect(place), (0, Vec2::ZERO, late));
    }
    for piece in &layout.pieces {
        let corner = (piece.radius * scale).round().clamp(0.0, 255.0) as u8;
        cut(
            &painter,
            texture,
            place,
            rect(place, scale, piece.area),
            (corner, moved, pose.progress),
        );
    }
}

fn rect(place: Rect, scale: f32, area: Area) -> Rect {
    let at = |x: f32, y: f32| place.min + vec2(x, y) * scale;
    Rect::from_min_max(at(area.x, area.y), at(area.right(), area.bottom()))
}

/// The four strips around a rectangle.
fn around(inner: Rect, wide: f32) -> [Rect; 4] {
    let outer = inner.expand(wide);
    [
        outer.with_max_y(inner.top()),
        outer.with_min_y(inner.bottom()),
        Rect::from_min_max(pos2(outer.left(), inner.top()), inner.left_bottom()),
        Rect::from_min_max(inner.right_top(), pos2(outer.right(), inner.bottom())),
    ]
}

/// Paints a part of the picture that fills `place`, with round corners, moved, and as opaque as said.
fn cut(painter: &Painter, texture: TextureId, place: Rect, part: Rect, (corner, moved, cover): (u8, Vec2, f32)) {
    if !part.is_positive() {
        return;
    }
    let share = |at: Pos2| ((at - place.min) / place.size()).to_pos2();
    let uv = Rect::from_min_max(share(part.min), share(part.max));
    let tint: Color32 = tokens::UNTINTED.gamma_multiply(cover);
    let shape = RectShape::filled(part.translate(moved), CornerRadius::same(corner), tint);
    painter.add(Shape::Rect(shape.with_texture(texture, uv)));
}
