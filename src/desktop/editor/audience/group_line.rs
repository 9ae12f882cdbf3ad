//! The head of a group: whether it is folded, how its rows are joined, how many conditions it has and, folded, what they say.

use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{
    joiner,
    line::{Answer, Drawn, LineView, framed},
    metrics::{Metrics, ROW},
    tail,
};
use crate::{
    campaign::{Group, Joiner, Node},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, radius, space},
        widgets,
    },
    wording,
};

/// How many rows of a folded group are quoted.
const QUOTED: usize = 4;

/// What the user does with a group's head.
pub(super) enum GroupAnswer {
    /// As with any line.
    Line(Answer),
    /// Folds or unfolds it.
    Fold(bool),
    /// Joins its rows so.
    Join(Joiner),
}

/// Shows the head of a group.
pub(super) fn show(
    ui: &mut Ui,
    group: &Group,
    view: &LineView<'_>,
    (folded, conditions): (bool, usize),
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> (Drawn, Option<GroupAnswer>) {
    let mut own = None;
    let of_these = format!(
        "{} {}",
        joiner::word(group.joiner, desk),
        joiner::of_these(group.joiner, desk)
    );
    let counted = desk.t1("outline-conditions", "count", conditions);
    let spoken = desk.ctx.text.tv(
        "outline-row",
        &[
            ("name", view.name.into()),
            ("words", format!("{of_these}, {counted}").into()),
        ],
    );
    let drawn = framed(
        ui,
        view,
        ROW,
        &spoken,
        Some(!folded),
        metrics,
        desk,
        |ui, row, active, desk| {
            let left = metrics.text(view.level);
            if chevron(ui, view, row, left, folded, desk) {
                own = Some(GroupAnswer::Fold(!folded));
            }
            let room = Rect::from_min_max(pos2(left + 18.0, row.top()), pos2(metrics.text_end(), row.bottom()));
            let layout = egui::Layout::left_to_right(egui::Align::Center);
            ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
                ui.spacing_mut().item_spacing.x = space::S - 2.0;
                if group.muted {
                    ui.multiply_opacity(0.45);
                }
                let name = desk.t1("editor-joiner", "number", view.number);
                if let Some(joined) = joiner::select(ui, group.joiner, &name, desk) {
                    own = Some(GroupAnswer::Join(joined));
                }
                let p = palette(ui);
                word(ui, &joiner::of_these(group.joiner, desk), Type::Body, p.text);
                word(ui, &counted, Type::Caption, p.text_muted);
                if folded {
                    let said = quoted(group, desk);
                    let width = ui.available_width();
                    let at = pos2(ui.cursor().left() + 2.0, row.center().y - 8.5);
                    widgets::text_line(ui, at, &said, Type::Small, p.text_muted, width);
                }
            });
            tail::show(ui, view, row.top() + ROW / 2.0, group.muted, active, metrics, desk)
        },
    );
    let answer = own.or(drawn.answer.map(GroupAnswer::Line));
    (drawn, answer)
}

fn word(ui: &mut Ui, words: &str, step: Type, ink: egui::Color32) {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), step.font(), ink);
    if galley.size().x <= ui.available_width() {
        ui.label(galley);
    }
}

/// Shows the sign that folds the group; true when it was pressed.
fn chevron(ui: &mut Ui, view: &LineView<'_>, row: Rect, left: f32, folded: bool, desk: &Desk<'_, '_>) -> bool {
    let rect = Rect::from_center_size(pos2(left + 5.0, row.top() + ROW / 2.0), vec2(20.0, 24.0));
    let response = ui.interact(rect, view.id.with("fold"), Sense::CLICK);
    let key = if folded { "outline-unfold" } else { "outline-fold" };
    let name = desk.t1(key, "name", view.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let p = palette(ui);
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, egui::CornerRadius::same(radius::S), p.pressed);
    }
    let icon = if folded { Icon::ChevronRight } else { Icon::ChevronDown };
    icon.paint(ui.painter(), rect.center(), 14.0, p.text_muted);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// What a folded group says, in a few words.
fn quoted(group: &Group, desk: &Desk<'_, '_>) -> String {
    let language = desk.ctx.text.language();
    let said = |node: &Node| match node {
        Node::Condition(condition) => wording::row(condition, language).line(),
        Node::Saved(saved) => super::saved::said(saved, desk)[0].clone(),
        Node::Group(inner) => format!(
            "{} {}",
            joiner::word(inner.joiner, desk),
            joiner::of_these(inner.joiner, desk)
        ),
    };
    let said: Vec<String> = group.children.iter().take(QUOTED).map(said).collect();
    said.join(", ")
}
