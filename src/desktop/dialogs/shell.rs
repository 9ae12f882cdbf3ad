//! The frame that all dialogs share: backdrop, title, content, and the row of buttons.

use egui::{Align, Color32, CornerRadius, Frame, Id, Layout, Margin, Modal, Stroke, Ui, vec2};

use crate::desktop::{
    theme::{Palette, Type, height, radius, space, tokens},
    widgets::Button,
};

/// What a dialog looks like.
pub(super) struct Shell<'a> {
    pub(super) id: &'static str,
    pub(super) title: &'a str,
    pub(super) width: f32,
}

/// The result of the frame around a dialog.
pub(super) struct Shown<R> {
    pub(super) inner: R,
    /// Escape, or a click outside.
    pub(super) dismissed: bool,
}

impl Shell<'_> {
    pub(super) fn show<R>(&self, ctx: &egui::Context, content: impl FnOnce(&mut Ui) -> R) -> Shown<R> {
        self.show_holding(ctx, false, content)
    }

    /// Shows it so that a click outside does not dismiss it while it holds something that would be lost with it.
    pub(super) fn show_holding<R>(
        &self,
        ctx: &egui::Context,
        holds: bool,
        content: impl FnOnce(&mut Ui) -> R,
    ) -> Shown<R> {
        let p = tokens::of(ctx.global_style().visuals.dark_mode);
        let modal = Modal::new(Id::unique(self.id))
            .frame(frame(ctx, p))
            .backdrop_color(p.scrim);
        let response = modal.show(ctx, |ui| {
            ui.set_width(self.width);
            if !self.title.is_empty() {
                ui.label(Type::Heading.text(self.title, p.text));
                ui.add_space(space::S);
            }
            content(ui)
        });
        settle(ctx, Id::unique((self.id, "size")), response.response.rect.size());
        let outside = response.backdrop_response.clicked();
        let dismissed = response.should_close() && !(holds && outside);
        Shown {
            inner: response.inner,
            dismissed,
        }
    }
}

/// Requests a frame when a dialog has grown or shrunk, since it is centred again only from the next frame on.
fn settle(ctx: &egui::Context, id: Id, size: egui::Vec2) {
    let before = ctx.data_mut(|data| std::mem::replace(data.get_temp_mut_or(id, size), size));
    if before != size {
        ctx.request_repaint();
    }
}

fn frame(ctx: &egui::Context, p: &Palette) -> Frame {
    Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.border))
        .corner_radius(CornerRadius::same(radius::L + 2))
        .shadow(ctx.global_style().visuals.window_shadow)
        .inner_margin(Margin::same(24))
}

/// Shows a row of buttons at the lower right: from the right, the dialog's action, then cancel.
///
/// Returns whether either was pressed. Enter presses the first while it is enabled.
pub(super) fn buttons(ui: &mut Ui, act: &str, enabled: bool, cancel: &str) -> (bool, bool) {
    button_row(ui, |ui| {
        let acted = ui.add_enabled(enabled, Button::primary(act)).clicked();
        let cancelled = ui.add(Button::secondary(cancel)).clicked();
        (acted, cancelled)
    })
}

/// The one button of a dialog that only shows something, at the lower right.
pub(super) fn buttons_one(ui: &mut Ui, close: &str) -> bool {
    button_row(ui, |ui| ui.add(Button::secondary(close)).clicked())
}

/// The row of buttons below a dialog's content, from the right. It is as high as a button: a dialog remembers how high it was, and a row as high as
/// what is left of that would keep it so.
pub(super) fn button_row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(space::L);
    let size = vec2(ui.available_width(), height::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), content)
        .inner
}

/// A sentence in a dialog.
pub(super) fn sentence(ui: &mut Ui, text: &str, color: Color32) {
    ui.add(egui::Label::new(Type::Body.text(text, color)).wrap());
}

/// Whether Enter was pressed in this frame.
pub(super) fn entered(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(egui::Key::Enter))
}

/// How high a list in a dialog may be, in points: as the window leaves beside the `rest` of the dialog, but at least `least`.
pub(super) fn list_height(ui: &Ui, rest: f32, least: f32) -> f32 {
    (ui.ctx().content_rect().height() - rest).clamp(least, 320.0)
}
