//! The button beside the search that narrows the list to a state, and puts it in order.

use egui::{CornerRadius, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::LibraryView;
use crate::{
    campaign::label_key,
    desktop::{
        theme::{Icon, height, palette, radius},
        widgets::{self, Follow, MenuItem},
    },
    studio::{
        action::{Action, Actions},
        command::Command,
        shelf::{Filter, Sort, Status},
    },
};

/// How many labels are seen at least, and at most, before they are scrolled, and the height of all that the menu may have besides.
const LABELS: [f32; 2] = [2.5, 8.5];
const REST: f32 = 500.0;

/// Shows the button; its menu has the states that there are, each with its number of campaigns, and the orders.
pub(super) fn button(ui: &mut Ui, filter: &mut Filter, view: LibraryView<'_>, actions: &mut Actions) {
    let sort = filter.sort;
    let (p, text) = (palette(ui), view.text);
    let (rect, response) = ui.allocate_exact_size(vec2(height::CONTROL, height::CONTROL), Sense::click());
    let name = match filter.status {
        Some(status) => {
            let status = text.t(status.label_key());
            text.tv("library-filtered", &[("status", status.into())])
        }
        None => text.t("library-filter"),
    };
    let name = match &filter.label {
        Some(label) => {
            let label = text.tv("library-label", &[("label", label.as_str().into())]);
            format!("{name}. {label}")
        }
        None => name,
    };
    let is_narrow = filter.status.is_some() || filter.label.is_some();
    let order = text.t(&sort.label_key());
    let name = match sort {
        Sort::Name => name,
        Sort::Newest | Sort::Priority | Sort::Status => format!("{name}. {order}"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let (fill, edge, ink) = match (is_narrow, response.hovered()) {
        (true, _) => (p.accent_soft, Stroke::new(1.5, p.accent), p.accent_text),
        (false, true) => (p.hover, Stroke::new(1.0, p.control_border), p.text),
        (false, false) => (p.input, Stroke::new(1.0, p.control_border), p.text_muted),
    };
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
    Icon::ListFilter.paint(ui.painter(), rect.center(), 16.0, ink);
    widgets::focus_ring(ui, &response, rect, radius::M);
    widgets::menu(&response, |ui| {
        let mark = |on| if on { Icon::Check } else { Icon::Dot };
        let all = text.t("library-show-all");
        if ui.add(MenuItem::new(mark(!is_narrow), &all)).clicked() {
            (filter.status, filter.label) = (None, None);
            ui.close();
        }
        widgets::hairline(ui);
        let chosen = &mut filter.status;
        for status in Status::FILTERS {
            let count = view.shelf.count(status);
            let is_chosen = *chosen == Some(status);
            if count == 0 && !is_chosen {
                continue;
            }
            let label = text.t(status.label_key());
            let item = MenuItem::new(mark(is_chosen), &label).shortcut(count.to_string());
            if ui.add(item).clicked() {
                *chosen = (!is_chosen).then_some(status);
                ui.close();
            }
        }
        labels(ui, &mut filter.label, view);
        widgets::hairline(ui);
        for other in Sort::ALL.iter().copied() {
            let label = text.t(&other.label_key());
            if ui.add(MenuItem::new(mark(other == sort), &label)).clicked() {
                actions.send(Action::SortBy(other));
                ui.close();
            }
        }
        widgets::hairline(ui);
        let pictures = text.t(&Command::LibraryPictures.label_key());
        let icon = if view.pictures.is_some() {
            Icon::Check
        } else {
            Icon::Image
        };
        if ui.add(MenuItem::new(icon, &pictures)).clicked() {
            actions.command(Command::LibraryPictures);
            ui.close();
        }
        let order = text.t(&Command::Order.label_key());
        if ui.add(MenuItem::new(Command::Order.spec().icon, &order)).clicked() {
            actions.command(Command::Order);
            ui.close();
        }
    });
    response.on_hover_text(name);
}

/// The lines of the labels that the campaigns have, each with their number.
fn labels(ui: &mut Ui, chosen: &mut Option<String>, view: LibraryView<'_>) {
    let in_use = view.shelf.labels();
    if in_use.is_empty() && chosen.is_none() {
        return;
    }
    widgets::hairline(ui);
    let key = chosen.as_deref().map(label_key);
    let is_gone = |label: &&String| {
        !in_use
            .iter()
            .any(|used| Some(label_key(&used.label)) == key && !label.is_empty())
    };
    let gone = chosen.iter().filter(is_gone).map(|label| (label.clone(), 0));
    let lines: Vec<(String, usize)> = gone
        .chain(in_use.iter().map(|used| (used.label.clone(), used.count)))
        .collect();
    let mut pressed = None;
    let [least, most] = LABELS.map(|rows| rows * height::ROW);
    let room = (ui.ctx().content_rect().height() - REST).clamp(least, most);
    let area = ScrollArea::vertical().id_salt("labels").max_height(room);
    area.follow_rows(ui, height::ROW, lines.len(), |ui, rows| {
        for (label, count) in rows.filter_map(|row| lines.get(row)) {
            let is_chosen = key.as_ref() == Some(&label_key(label));
            let icon = if is_chosen { Icon::Check } else { Icon::Tag };
            let line = MenuItem::new(icon, label).shortcut(count.to_string());
            if ui.add(line).clicked() {
                pressed = Some((!is_chosen).then(|| label.clone()));
            }
        }
    });
    if let Some(now) = pressed {
        *chosen = now;
        ui.close();
    }
}
