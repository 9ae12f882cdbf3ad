//! Small controls that only the editor needs, and helpers to lay rows out.

use egui::{
    CornerRadius, InnerResponse, Layout, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::desktop::{
    theme::{Icon, Type, height, palette, radius},
    widgets,
};

/// Shows `content` with red edges around its text fields if `wrong`.
pub(super) fn framed<R>(ui: &mut Ui, wrong: bool, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        if wrong {
            let danger = palette(ui).danger;
            let parts = &mut ui.visuals_mut().widgets;
            parts.inactive.bg_stroke.color = danger;
            parts.hovered.bg_stroke.color = danger;
        }
        content(ui)
    })
    .inner
}

/// Lays out a part of a row that is exactly `width` wide; content taller than a control starts at its top.
pub(super) fn cell<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let size = vec2(width.max(0.0), height::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::top_down(egui::Align::Min), |ui| {
        ui.set_width(width.max(0.0));
        content(ui)
    })
}

/// Lays out a part of a row for things smaller than a control, vertically centred.
pub(super) fn small_cell<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let layout = Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(width, height::CONTROL), layout, |ui| {
        ui.set_min_height(height::CONTROL);
        content(ui)
    })
}

/// Shows a square button with an edge, such as − and + after a row.
pub(super) fn square_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(height::SMALL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let p = palette(ui);
    let fill = if response.is_pointer_button_down_on() {
        p.pressed
    } else if response.hovered() {
        p.hover
    } else {
        p.input
    };
    let ink = if ui.is_enabled() { p.text_muted } else { p.text_faint };
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::S),
        fill,
        Stroke::new(1.0, p.control_border),
        StrokeKind::Inside,
    );
    icon.paint(ui.painter(), rect.center(), 15.0, ink);
    widgets::focus_ring(ui, &response, rect, radius::S);
    response.on_hover_text(name).on_disabled_hover_text(name)
}

/// Shows the six dots at the left of a draggable item; a click opens its menu. `name` describes its purpose.
pub(super) fn handle(ui: &mut Ui, id: egui::Id, name: &str, tall: f32) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(20.0, tall), Sense::hover());
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let p = palette(ui);
    let live = response.hovered() || response.has_focus() || response.dragged();
    if live {
        ui.painter()
            .rect_filled(rect.shrink2(vec2(0.0, 4.0)), CornerRadius::same(radius::S), p.hover);
    }
    let ink = if live { p.text_muted } else { p.text_faint };
    let center = egui::pos2(rect.center().x, rect.top() + height::CONTROL.min(tall) / 2.0);
    Icon::GripVertical.paint(ui.painter(), center, 16.0, ink);
    widgets::focus_ring(ui, &response, rect.shrink2(vec2(0.0, 4.0)), radius::S);
    response.on_hover_cursor(egui::CursorIcon::Grab)
}

/// Shows words next to a control, unless there is no room for them.
pub(super) fn label_if_fits(ui: &mut Ui, words: &str) {
    label_if_it_fits(ui, words, 0.0);
}

/// The same where something `wide` is still to come. True when there was room.
pub(super) fn label_if_it_fits(ui: &mut Ui, words: &str, wide: f32) -> bool {
    let color = palette(ui).text_muted;
    let galley = ui.painter().layout_no_wrap(words.to_owned(), Type::Small.font(), color);
    let fits = galley.size().x + wide <= ui.available_width();
    if fits {
        ui.label(galley);
    }
    fits
}
