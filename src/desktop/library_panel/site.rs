//! The way to the page of the site: a line below the button for new campaigns, or an icon in the rail.

use egui::{Align2, Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::LibraryView;
use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, radius, space},
        widgets,
    },
    studio::{action::Actions, command::Command},
};

/// What is said of it: that it is the site, and what its makers call it.
fn said(view: LibraryView<'_>) -> String {
    match view.site.trim() {
        "" => view.text.t("command-site"),
        name => view.text.tv("library-site", &[("name", name.into())]),
    }
}

/// Shows the line.
pub(super) fn line(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo {
        selected: Some(view.on_site),
        ..WidgetInfo::labeled(Role::Button, true, said(view))
    });
    let (fill, edge) = match (view.on_site, response.hovered()) {
        (true, _) => (p.surface, p.border),
        (false, true) => (p.hover, Color32::TRANSPARENT),
        (false, false) => (Color32::TRANSPARENT, Color32::TRANSPARENT),
    };
    let corners = CornerRadius::same(radius::M);
    let edge = Stroke::new(1.0, edge);
    ui.painter().rect(rect, corners, fill, edge, StrokeKind::Inside);
    if view.on_site {
        let bar = Rect::from_min_size(rect.left_top() + vec2(2.0, 8.0), vec2(3.0, rect.height() - 16.0));
        ui.painter().rect_filled(bar, CornerRadius::same(2), p.accent);
    }
    widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::M);
    let middle = rect.center().y;
    Icon::Globe.paint(ui.painter(), egui::pos2(rect.left() + 20.0, middle), 16.0, p.text_muted);
    let (font, title) = (
        if view.on_site { Type::Strong } else { Type::BodyStrong },
        view.text.t("command-site"),
    );
    let title = ui.painter().layout_no_wrap(title, font.font(), p.text);
    let at = Align2::LEFT_CENTER.anchor_size(egui::pos2(rect.left() + 36.0, middle), title.size());
    let end = at.right() + space::M;
    ui.painter().galley(at.min, title, p.text);
    let room = rect.right() - space::S - end;
    if !view.site.trim().is_empty() && room > 40.0 {
        let builder = egui::UiBuilder::new()
            .max_rect(Rect::from_min_max(
                egui::pos2(end, rect.top()),
                egui::pos2(end + room, rect.bottom()),
            ))
            .layout(egui::Layout::right_to_left(egui::Align::Center));
        ui.scope_builder(builder, |ui| {
            let name = Type::Small.text(view.site, p.text_muted);
            ui.add(
                egui::Label::new(name)
                    .truncate()
                    .selectable(false)
                    .sense(Sense::empty()),
            );
        });
    }
    let keys = Command::Site.keys_text(ui.ctx());
    let tip = format!("{} ({keys})", view.text.t("command-site-tip"));
    if response.on_hover_text(tip).clicked() {
        actions.command(Command::Site);
    }
}

/// Shows the icon.
pub(super) fn icon(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let said = said(view);
    let tip = format!("{said} ({})", Command::Site.keys_text(ui.ctx()));
    let button = widgets::icon_toggle(ui, Icon::Globe, &tip, view.on_site);
    if button.accessible_name(said).clicked() {
        actions.command(Command::Site);
    }
}
