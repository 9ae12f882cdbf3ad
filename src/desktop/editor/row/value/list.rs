//! Several choices, as chips that can be removed.

use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use serde_json::Value;

use super::{Cell, Change, as_text, choice};
use crate::desktop::{
    editor::{desk::Desk, words},
    theme::{Icon, Type, palette, space},
    widgets,
};

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let items: Vec<Value> = match value {
        Some(Value::Array(items)) => items.clone(),
        Some(single) => vec![single.clone()],
        None => Vec::new(),
    };
    let ids: Vec<String> = items.iter().map(|item| as_text(Some(item))).collect();
    let hint = desk.t("editor-add-value");
    let picked = choice::pick(ui, &hint, &ids, cell, desk);
    let removed = chips(ui, &ids, cell, desk);
    if let Some(id) = picked {
        let mut items = items;
        match ids.iter().position(|item| choice::is_same(item, &id)) {
            Some(at) => drop(items.remove(at)),
            None => items.push(Value::String(id)),
        }
        return Change::Chosen(Some(Value::Array(items)));
    }
    if let Some(at) = removed {
        let mut items = items;
        items.remove(at);
        return Change::Chosen(Some(Value::Array(items)));
    }
    Change::None
}

fn chips(ui: &mut Ui, ids: &[String], cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Option<usize> {
    let mut removed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for (index, id) in ids.iter().enumerate() {
            let label = words::choice(desk.ctx.text, cell.field, id);
            let name = desk.ctx.text.tv(
                "editor-remove-chip",
                &[("value", label.as_str().into()), ("place", cell.place.name.into())],
            );
            if chip(ui, &label, &name).clicked() {
                removed = Some(index);
            }
        }
    });
    removed
}

fn chip(ui: &mut Ui, label: &str, name: &str) -> Response {
    let p = palette(ui);
    let most = (ui.max_rect().width() - 40.0).max(40.0);
    let mut job = egui::text::LayoutJob::simple_singleline(label.to_owned(), Type::Caption.font(), p.accent_text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(most);
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 34.0, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let edge = if response.hovered() { p.accent } else { p.group_border };
    ui.painter().rect(
        rect,
        CornerRadius::same(13),
        p.accent_soft,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    let y = rect.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(egui::pos2(rect.left() + 10.0, y), galley, p.accent_text);
    Icon::X.paint(
        ui.painter(),
        egui::pos2(rect.right() - 14.0, rect.center().y),
        13.0,
        p.accent_text,
    );
    widgets::focus_ring(ui, &response, rect, 13);
    response.on_hover_text(name)
}
