//! The offer to crop a picture: a frame of fixed proportions over the whole picture.

use egui::{Color32, Id, Key, Modal, Pos2, Rect, Role, Sense, Stroke, StrokeKind, TextureId, Ui, WidgetInfo, vec2};

use crate::{
    desktop::{
        theme::{Type, palette, space, tokens},
        widgets::{self, Button},
    },
    library::{Crop, PictureUse},
    wording::text::Text,
};

/// Largest the picture is shown, in points.
const ROOM: egui::Vec2 = vec2(560.0, 380.0);
/// Smallest frame, as a share of the largest one.
const SMALLEST: f32 = 0.08;

/// A picture waiting for its crop.
#[derive(Debug, Clone)]
pub struct CropFrame {
    texture: TextureId,
    picture: [f32; 2],
    purpose: PictureUse,
    largest: Rect,
    frame: Rect,
}

/// What the user decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CropAnswer {
    /// Use this part.
    Use(Crop),
    /// Use no picture.
    Cancel,
}

impl CropFrame {
    /// A dialog over the picture `texture` of `size` pixels, beginning with the crop `suggested`, the largest one.
    pub fn new(texture: TextureId, size: [u32; 2], suggested: Crop, purpose: PictureUse) -> Self {
        let min = Pos2::new(suggested.x as f32, suggested.y as f32);
        let frame = Rect::from_min_size(min, vec2(suggested.width as f32, suggested.height as f32));
        Self {
            texture,
            picture: size.map(|side| side.max(1) as f32),
            purpose,
            largest: frame,
            frame,
        }
    }

    /// Shows the dialog over the window until it is answered.
    pub fn show(&mut self, ctx: &egui::Context, text: &Text) -> Option<CropAnswer> {
        let frame = egui::Frame::window(&ctx.global_style());
        let modal = Modal::new(Id::unique("editor-crop"))
            .backdrop_color(scrim(ctx))
            .frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(ROOM.x);
            ui.spacing_mut().item_spacing.y = space::M;
            ui.label(Type::Heading.text(text.t("editor-crop"), palette(ui).text));
            let (width, height) = self.purpose.size();
            let help = text.tv(
                "editor-crop-help",
                &[("width", width.into()), ("height", height.into())],
            );
            ui.label(Type::Small.text(help, palette(ui).text_muted));
            self.stage(ui, &text.t("editor-crop-frame"));
            self.buttons(ui, text)
        });
        let closed = shown.should_close().then_some(CropAnswer::Cancel);
        shown.inner.or(closed)
    }

    fn buttons(&mut self, ui: &mut Ui, text: &Text) -> Option<CropAnswer> {
        let mut answer = None;
        ui.horizontal(|ui| {
            if ui.add(Button::ghost(text.t("editor-crop-largest"))).clicked() {
                self.frame = self.largest;
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.add(Button::primary(text.t("editor-crop-use"))).clicked() {
                    answer = Some(CropAnswer::Use(self.crop()));
                }
                if ui.add(Button::secondary(text.t("editor-cancel"))).clicked() {
                    answer = Some(CropAnswer::Cancel);
                }
            });
        });
        answer
    }

    fn stage(&mut self, ui: &mut Ui, name: &str) {
        let [width, height] = self.picture;
        let scale = (ROOM.x / width).min(ROOM.y / height);
        let (room, _) = ui.allocate_exact_size(vec2(ROOM.x, height * scale), Sense::hover());
        let stage = Rect::from_center_size(room.center(), vec2(width, height) * scale);
        ui.painter().image(
            self.texture,
            stage,
            Rect::from_min_max(Pos2::ZERO, Pos2::new(1.0, 1.0)),
            tokens::UNTINTED,
        );
        let on_stage = |frame: Rect| Rect::from_min_size(stage.min + frame.min.to_vec2() * scale, frame.size() * scale);
        let frame = on_stage(self.frame);
        let inside = ui.interact(frame, ui.scope_id().with("frame"), Sense::click_and_drag());
        inside.widget_info(|| WidgetInfo::labeled(Role::Slider, true, name));
        self.move_by(inside.drag_delta() / scale);
        if inside.has_focus() {
            self.keys(ui);
        }
        for (index, corner) in [
            frame.left_top(),
            frame.right_top(),
            frame.right_bottom(),
            frame.left_bottom(),
        ]
        .into_iter()
        .enumerate()
        {
            let spot = Rect::from_center_size(corner, vec2(22.0, 22.0));
            let grip = ui.interact(spot, ui.scope_id().with(("corner", index)), Sense::drag());
            if let Some(at) = grip.interact_pointer_pos().filter(|_| grip.dragged()) {
                let at = ((at - stage.min) / scale).to_pos2();
                self.drag_corner(index, at);
            }
            grip.on_hover_cursor(egui::CursorIcon::Crosshair);
        }
        inside.clone().on_hover_cursor(egui::CursorIcon::Move);
        self.paint(ui, stage, on_stage(self.frame));
        widgets::focus_ring(ui, &inside, on_stage(self.frame), 0);
    }

    fn paint(&self, ui: &Ui, stage: Rect, frame: Rect) {
        let shade = tokens::CUT_OFF;
        let painter = ui.painter();
        for part in [
            Rect::from_min_max(stage.min, egui::pos2(stage.right(), frame.top())),
            Rect::from_min_max(egui::pos2(stage.left(), frame.bottom()), stage.max),
            Rect::from_min_max(egui::pos2(stage.left(), frame.top()), frame.left_bottom()),
            Rect::from_min_max(frame.right_top(), egui::pos2(stage.right(), frame.bottom())),
        ] {
            painter.rect_filled(part, 0, shade);
        }
        painter.rect_stroke(frame, 0, Stroke::new(2.0, tokens::ON_PICTURE), StrokeKind::Inside);
        for corner in [
            frame.left_top(),
            frame.right_top(),
            frame.right_bottom(),
            frame.left_bottom(),
        ] {
            painter.circle(corner, 6.0, tokens::ON_PICTURE, Stroke::new(2.0, palette(ui).accent));
        }
    }

    fn move_by(&mut self, by: egui::Vec2) {
        let [width, height] = self.picture;
        let size = self.frame.size();
        let min = self.frame.min + by;
        let min = Pos2::new(min.x.clamp(0.0, width - size.x), min.y.clamp(0.0, height - size.y));
        self.frame = Rect::from_min_size(min, size);
    }

    /// Moves a corner to `at` while the one across stays, keeping the proportions.
    fn drag_corner(&mut self, corner: usize, at: Pos2) {
        let fixed = [
            self.frame.right_bottom(),
            self.frame.left_bottom(),
            self.frame.left_top(),
            self.frame.right_top(),
        ][corner];
        let [width, height] = self.picture;
        let room = vec2(
            if corner == 0 || corner == 3 {
                fixed.x
            } else {
                width - fixed.x
            },
            if corner < 2 { fixed.y } else { height - fixed.y },
        );
        let full = self.largest.size();
        let wanted = ((at.x - fixed.x).abs() / full.x).max((at.y - fixed.y).abs() / full.y);
        let share = wanted.min(room.x / full.x).min(room.y / full.y).clamp(SMALLEST, 1.0);
        let size = full * share;
        let min = Pos2::new(
            if corner == 0 || corner == 3 {
                fixed.x - size.x
            } else {
                fixed.x
            },
            if corner < 2 { fixed.y - size.y } else { fixed.y },
        );
        self.frame = Rect::from_min_size(min, size);
        self.move_by(egui::Vec2::ZERO);
    }

    /// Arrows move the frame, plus and minus change its size around its middle.
    fn keys(&mut self, ui: &Ui) {
        let step = self.largest.width() / 50.0;
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let axis = |less, more| f32::from(i8::from(pressed(more)) - i8::from(pressed(less))) * step;
        self.move_by(vec2(
            axis(Key::ArrowLeft, Key::ArrowRight),
            axis(Key::ArrowUp, Key::ArrowDown),
        ));
        let grow = axis(Key::Minus, Key::Plus) / self.largest.width();
        if grow != 0.0 {
            let share = (self.frame.width() / self.largest.width() + grow * 2.0).clamp(SMALLEST, 1.0);
            self.frame = Rect::from_center_size(self.frame.center(), self.largest.size() * share);
            self.move_by(egui::Vec2::ZERO);
        }
    }

    /// The frame in whole pixels.
    fn crop(&self) -> Crop {
        let whole = |value: f32| value.round().max(0.0) as u32;
        Crop {
            x: whole(self.frame.left()),
            y: whole(self.frame.top()),
            width: whole(self.frame.width()).max(1),
            height: whole(self.frame.height()).max(1),
        }
    }
}

fn scrim(ctx: &egui::Context) -> Color32 {
    crate::desktop::theme::tokens::of(ctx.global_style().visuals.dark_mode).scrim
}
