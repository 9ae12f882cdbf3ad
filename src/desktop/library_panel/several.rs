//! What can be done with the selected campaigns, below the list.

use egui::{CornerRadius, Margin, Stroke, Ui, vec2};

use super::LibraryView;
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, MenuItem},
    },
    studio::{
        action::{Action, Actions},
        selection::{Selection, Together},
    },
};

/// Height with the gap above it, in points.
pub(super) const HEIGHT: f32 = 84.0;

/// Shows how many are selected, what can be done with them, and the way back to none.
pub(super) fn show(
    ui: &mut Ui,
    selection: &mut Selection,
    offers: &[(Together, usize)],
    view: LibraryView<'_>,
    actions: &mut Actions,
) {
    let (p, text) = (palette(ui), view.text);
    ui.add_space(space::S);
    let frame = egui::Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.border))
        .corner_radius(CornerRadius::same(radius::M))
        .inner_margin(Margin::symmetric(8, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        let said = text.tv("several-selected", &[("count", selection.len().into())]);
        ui.horizontal(|ui| {
            let room = (ui.available_width() - 28.0 - space::XS).max(0.0);
            let (line, response) = ui.allocate_exact_size(vec2(room, 28.0), egui::Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, &said));
            let at = line.left_center() - vec2(0.0, 9.0);
            widgets::text_line(ui, at, &said, Type::LabelStrong, p.text, room);
            if widgets::icon_button(ui, Icon::X, &text.t("several-none")).clicked() {
                selection.clear();
            }
        });
        ui.horizontal(|ui| {
            let room = ((ui.available_width() + space::XS) / (28.0 + space::XS)).floor() as usize;
            // Where not all have room, the last button has the rest.
            let shown = if offers.len() <= room {
                offers.len()
            } else {
                room.saturating_sub(1)
            };
            let (beside, behind) = offers.split_at(shown.min(offers.len()));
            for (what, count) in beside.iter().copied() {
                if widgets::icon_button(ui, what.command().spec().icon, &words(what, count, view)).clicked() {
                    actions.send(Action::ToAll(selection.files_for(what, view.shelf), what));
                }
            }
            if !behind.is_empty() {
                let more = widgets::icon_button(ui, Icon::Ellipsis, &text.t("several-more"));
                widgets::menu(&more, |ui| items(ui, behind, selection, view, actions));
            }
        });
    });
}

/// The same as the lines of a menu.
pub(super) fn lines(ui: &mut Ui, selection: &Selection, view: LibraryView<'_>, actions: &mut Actions) {
    items(ui, &selection.offers(view.shelf), selection, view, actions);
}

fn items(
    ui: &mut Ui,
    offers: &[(Together, usize)],
    selection: &Selection,
    view: LibraryView<'_>,
    actions: &mut Actions,
) {
    for (what, count) in offers.iter().copied() {
        let label = words(what, count, view);
        let line = MenuItem::new(what.command().spec().icon, &label);
        let line = match what {
            Together::Delete => line.danger(),
            Together::Duplicate
            | Together::Export
            | Together::Labels
            | Together::ReplaceAddress
            | Together::Pause
            | Together::Resume => line,
        };
        if ui.add(line).clicked() {
            actions.send(Action::ToAll(selection.files_for(what, view.shelf), what));
            ui.close();
        }
    }
}

fn words(what: Together, count: usize, view: LibraryView<'_>) -> String {
    view.text.tv(what.label_key(), &[("count", count.into())])
}
