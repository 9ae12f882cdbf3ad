//! Small controls that only the editor needs, and helpers to lay rows out.

use egui::{CornerRadius, InnerResponse, Layout, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::desktop::{
    theme::{Icon, height, palette, radius},
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

/// Shows the six dots of a draggable line in `rect`; a click opens its menu. `name` describes its purpose. They appear while `shown`, or with
/// the pointer or the keyboard on them.
pub(super) fn handle(ui: &mut Ui, id: egui::Id, name: &str, rect: egui::Rect, shown: bool) -> Response {
    let sense = if shown {
        Sense::click_and_drag()
    } else {
        Sense::CLICK | Sense::DRAG
    };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let p = palette(ui);
    let live = response.hovered() || response.has_focus() || response.dragged();
    if live {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::S), p.pressed);
    }
    if live || shown {
        let ink = if live { p.text_muted } else { p.text_faint };
        Icon::GripVertical.paint(ui.painter(), rect.center(), 15.0, ink);
    }
    widgets::focus_ring(ui, &response, rect, radius::S);
    response.on_hover_cursor(egui::CursorIcon::Grab)
}
