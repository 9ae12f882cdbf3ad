//! The right end of a line: whether it holds for the simulated visitor, how many visitors are left, − and +.

use egui::{Align2, CornerRadius, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{
    line::{Answer, LineView},
    metrics::{BUTTON, Metrics, ROW},
};
use crate::{
    campaign::Section,
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, radius},
        widgets,
    },
    engine::NodeLocation,
    studio::tone::Mark,
    wording,
};

/// Shows the end of a line around `middle`. `active` is whether the line is hovered or selected.
pub(super) fn show(
    ui: &mut Ui,
    view: &LineView<'_>,
    middle: f32,
    muted: bool,
    active: bool,
    metrics: &Metrics,
    desk: &Desk<'_, '_>,
) -> Option<Answer> {
    let mut answer = None;
    if muted {
        let name = named(
            view,
            ["editor-unmute", "editor-unmute-page", "editor-unmute-group"],
            desk,
        );
        let at = pos2(metrics.truth_column().max - BUTTON / 2.0, middle);
        if quiet_button(ui, view.id.with("unmute"), at, Icon::EyeOff, &name).clicked() {
            answer = Some(Answer::Unmute);
        }
    } else {
        truth(ui, view, middle, metrics, desk);
    }
    if let Some(count) = view.left.filter(|_| metrics.counts()) {
        left(ui, view, count, middle, metrics, desk);
    }
    let remove = named(
        view,
        ["editor-remove-row", "editor-remove-page-row", "editor-remove-group"],
        desk,
    );
    let at = pos2(metrics.remove() + BUTTON / 2.0, middle);
    if edge_button(ui, view.id.with("remove"), at, Icon::Minus, &remove, active).clicked() {
        answer = Some(Answer::Remove);
    }
    let add = named(
        view,
        ["editor-add-row", "editor-add-page-row", "editor-add-condition-to"],
        desk,
    );
    let at = pos2(metrics.add() + BUTTON / 2.0, middle);
    if edge_button(ui, view.id.with("add"), at, Icon::Plus, &add, active).clicked() {
        answer = Some(Answer::Add);
    }
    answer
}

/// Shows how many visitors are left after the line.
fn left(ui: &mut Ui, view: &LineView<'_>, count: u64, middle: f32, metrics: &Metrics, desk: &Desk<'_, '_>) {
    let number = wording::count(count, desk.ctx.text.language());
    let spoken = desk.t1("outline-visitors-left-here", "count", number.as_str());
    let column = metrics.left_column();
    let rect = Rect::from_x_y_ranges(column, middle - ROW / 2.0..=middle + ROW / 2.0);
    let response = ui.interact(rect, view.id.with("left"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let at = pos2(column.max, middle);
    let ink = palette(ui).text_muted;
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, number, Type::Small.font(), ink);
}

/// A text about the line: of a row of the audience, of one of the activity, of a group.
fn named(view: &LineView<'_>, [row, page, group]: [&str; 3], desk: &Desk<'_, '_>) -> String {
    let key = match (&view.place, view.section) {
        (NodeLocation::Activity(_), _) | (_, Section::Activity) => page,
        (NodeLocation::Audience(_), Section::Audience) if view.is_group => group,
        (NodeLocation::Audience(_), Section::Audience) => row,
    };
    desk.t1(key, "number", view.number)
}

/// Shows in a word whether the row holds; amber only where it keeps the visitor out.
fn truth(ui: &mut Ui, view: &LineView<'_>, middle: f32, metrics: &Metrics, desk: &Desk<'_, '_>) {
    let Some(row) = desk.ctx.analysis.marks.get(view.pointer) else {
        return;
    };
    let p = palette(ui);
    let column = metrics.truth_column();
    let rect = Rect::from_x_y_ranges(column, middle - ROW / 2.0..=middle + ROW / 2.0);
    let response = ui.interact(rect, view.id.with("truth"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &row.reason));
    let blocks = desk.ctx.analysis.blocking.contains(view.pointer);
    let (key, step, ink) = match (row.mark, blocks) {
        (Mark::Open, _) => return,
        (Mark::Yes, true) => ("outline-yes", Type::Strong, p.warning),
        (Mark::No, true) => ("outline-no", Type::Strong, p.warning),
        (Mark::Yes, false) => ("outline-yes", Type::Small, p.text_muted),
        (Mark::No, false) => ("outline-no", Type::Small, p.text_muted),
    };
    let galley = ui.painter().layout_no_wrap(desk.t(key), step.font(), ink);
    let at = pos2(column.max - galley.size().x, middle - galley.size().y / 2.0);
    if blocks {
        Icon::CircleAlert.paint(ui.painter(), pos2(at.x - 12.0, middle), 14.0, p.amber_mark);
    }
    ui.painter().galley(at, galley, ink);
    response.on_hover_text(&row.reason);
}

/// A square button whose edge appears while its line is hovered or selected.
fn edge_button(ui: &mut Ui, id: Id, center: egui::Pos2, icon: Icon, name: &str, active: bool) -> Response {
    let rect = Rect::from_center_size(center, vec2(BUTTON, BUTTON));
    // Tab stops only at the buttons of the line that it is on; the others are for the pointer.
    let sense = if active { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let p = palette(ui);
    let drawn = rect.shrink(2.0);
    if active || response.has_focus() {
        let fill = if response.is_pointer_button_down_on() {
            p.pressed
        } else if response.hovered() {
            p.hover
        } else {
            p.input
        };
        let edge = Stroke::new(1.0, p.control_border);
        ui.painter()
            .rect(drawn, CornerRadius::same(radius::S), fill, edge, StrokeKind::Inside);
    }
    icon.paint(ui.painter(), center, 15.0, if active { p.text } else { p.text_muted });
    widgets::focus_ring(ui, &response, drawn, radius::S);
    response.on_hover_text(name)
}

/// A button with an icon alone.
fn quiet_button(ui: &mut Ui, id: Id, center: egui::Pos2, icon: Icon, name: &str) -> Response {
    let rect = Rect::from_center_size(center, vec2(BUTTON, BUTTON));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let p = palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::S), p.hover);
    }
    icon.paint(ui.painter(), center, 15.0, p.text_muted);
    widgets::focus_ring(ui, &response, rect, radius::S);
    response.on_hover_text(name)
}
