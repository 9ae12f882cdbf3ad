//! The button beside the search that narrows the list to a state, and puts it in order.

use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::LibraryView;
use crate::{
    desktop::{
        theme::{Icon, height, palette, radius},
        widgets::{self, MenuItem},
    },
    studio::{
        action::{Action, Actions},
        command::Command,
        shelf::{Filter, Sort, Status},
    },
};

/// Shows the button; its menu has the states that there are, each with its number of campaigns, and the orders.
pub(super) fn button(ui: &mut Ui, filter: &mut Filter, view: LibraryView<'_>, actions: &mut Actions) {
    let sort = filter.sort;
    let chosen = &mut filter.status;
    let (p, text) = (palette(ui), view.text);
    let (rect, response) = ui.allocate_exact_size(vec2(height::CONTROL, height::CONTROL), Sense::click());
    let name = match chosen {
        Some(status) => {
            let status = text.t(status.label_key());
            text.tv("library-filtered", &[("status", status.into())])
        }
        None => text.t("library-filter"),
    };
    let order = text.t(&sort.label_key());
    let name = match sort {
        Sort::Name => name,
        Sort::Newest | Sort::Priority | Sort::Status => format!("{name}. {order}"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let (fill, edge, ink) = match (chosen.is_some(), response.hovered()) {
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
        if ui.add(MenuItem::new(mark(chosen.is_none()), &all)).clicked() {
            *chosen = None;
            ui.close();
        }
        widgets::hairline(ui);
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
        widgets::hairline(ui);
        for other in Sort::ALL.iter().copied() {
            let label = text.t(&other.label_key());
            if ui.add(MenuItem::new(mark(other == sort), &label)).clicked() {
                actions.send(Action::SortBy(other));
                ui.close();
            }
        }
        let order = text.t(&Command::Order.label_key());
        if ui.add(MenuItem::new(Command::Order.spec().icon, &order)).clicked() {
            actions.command(Command::Order);
            ui.close();
        }
    });
    response.on_hover_text(name);
}
