//! The campaigns that were open lately, below the cards.

use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{GalleryView, kind_face};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets,
    },
    studio::{
        action::{Action, Actions},
        shelf::Item,
    },
};

/// Width and height of one, in points.
const SIZE: egui::Vec2 = vec2(240.0, 52.0);

pub(super) fn show(ui: &mut Ui, view: GalleryView<'_>, actions: &mut Actions) {
    if view.recent.is_empty() {
        return;
    }
    ui.add_space(space::XS);
    ui.label(Type::Section.text(view.text.t("gallery-recent"), palette(ui).text));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::S);
        for item in view.recent {
            one(ui, item, view, actions);
        }
    });
}

fn one(ui: &mut Ui, item: &Item, view: GalleryView<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(SIZE, Sense::click());
    let name = view.text.tv("gallery-open", &[("name", item.name.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let corners = CornerRadius::same(radius::M);
    let fill = if response.hovered() { p.hover } else { p.surface };
    let edge = Stroke::new(1.0, p.border);
    ui.painter().rect(rect, corners, fill, edge, StrokeKind::Inside);
    let icon = item.kind.map_or(Icon::MessageSquare, |kind| kind_face(kind).0);
    let tile = egui::Rect::from_center_size(egui::pos2(rect.left() + 28.0, rect.center().y), vec2(36.0, 32.0));
    ui.painter()
        .rect_filled(tile, CornerRadius::same(radius::S), p.neutral_soft);
    icon.paint(ui.painter(), tile.center(), 16.0, p.text_muted);
    let left = tile.right() + space::S + 2.0;
    let room = rect.right() - left - space::S;
    let at = |y: f32| egui::pos2(left, rect.top() + y);
    widgets::text_line(ui, at(8.0), &item.name, Type::BodyStrong, p.text, room);
    let status = view.text.t(item.status.label_key());
    widgets::text_line(ui, at(28.0), &status, Type::Caption, p.text_muted, room);
    widgets::focus_ring(ui, &response, rect, radius::M);
    if response.clicked() {
        actions.send(Action::Open(item.path.clone()));
    }
}
