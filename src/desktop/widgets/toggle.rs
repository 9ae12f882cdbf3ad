//! A switch between yes and no, with its words next to it.

use egui::{CornerRadius, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Type, height, palette, space, tokens};

/// Shows a switch; `text` is next to it and names it. The response is marked as changed when it was switched.
pub fn toggle(ui: &mut Ui, on: &mut bool, text: &str) -> Response {
    let p = palette(ui);
    let galley = paint::line(ui, text, Type::Small, p.text);
    let size = vec2(34.0 + space::S + galley.size().x, height::SMALL);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, text));
    let share = ui.ctx().animate_bool_responsive(response.id, *on);
    let track = egui::Rect::from_center_size(egui::pos2(rect.left() + 17.0, rect.center().y), vec2(34.0, 20.0));
    let fill = p.control_border.lerp_to_gamma(p.accent, share);
    ui.painter().rect_filled(track, CornerRadius::same(10), fill);
    let x = egui::lerp(track.left() + 10.0..=track.right() - 10.0, share);
    ui.painter()
        .circle_filled(egui::pos2(x, track.center().y), 7.0, tokens::ON_PICTURE);
    let words = rect.with_min_x(track.right() + space::S);
    paint::put_left(ui, words, galley, p.text);
    paint::focus_ring(ui, &response, track, 10);
    response
}
