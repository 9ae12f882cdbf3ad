//! The head of the panel: the app's name, the checks, the palette and the menu.

use egui::{Rect, Ui};

use super::LibraryView;
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius},
        widgets,
    },
    studio::{action::Actions, command::Command, export::Export, shell::HEADER},
    wording::text::Text,
};

/// Width of the mark and the four buttons, in points.
const BUTTONS: f32 = 4.0 * 28.0 + 32.0;

pub(super) fn show(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let text = view.text;
    let size = egui::vec2(ui.available_width(), HEADER);
    let row = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(size, row, |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = 0.0;
        mark(ui);
        let name = Type::Heading.text(text.t("app-name"), palette(ui).text);
        let name = egui::WidgetText::from(name);
        let galley = name.into_galley(
            ui,
            Some(egui::TextWrapMode::Extend),
            f32::INFINITY,
            Type::Heading.font(),
        );
        // Where the panel is narrow, the buttons need every point.
        if ui.available_width() + 32.0 >= BUTTONS + galley.size().x {
            ui.label(galley);
        }
        ui.add_space((ui.available_width() - 4.0 * 28.0).max(0.0));
        checks(ui, view, actions);
        palette_button(ui, view, actions);
        fold_button(ui, view, actions);
        menu_button(ui, view, actions);
    });
}

/// The app's mark.
pub(super) fn mark(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(32.0, 28.0), egui::Sense::hover());
    let mark = Rect::from_center_size(rect.center(), egui::vec2(22.0, 22.0));
    let corners = egui::CornerRadius {
        nw: 7,
        ne: 7,
        sw: 7,
        se: 2,
    };
    ui.painter().rect_filled(mark, corners, palette(ui).accent);
}

/// Shows the button that opens the palette.
pub(super) fn palette_button(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let name = view.text.t("command-palette");
    if widgets::icon_button(ui, Icon::Command, &name).clicked() {
        actions.command(Command::Palette);
    }
}

/// Shows the button that folds the panel, or unfolds it.
pub(super) fn fold_button(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let name = view.text.t(&Command::Sidebar.label_key());
    let tip = format!("{name} ({})", Command::Sidebar.keys_text(ui.ctx()));
    let button = widgets::icon_button(ui, Icon::PanelLeft, &tip);
    if button.accessible_name(name).clicked() {
        actions.command(Command::Sidebar);
    }
}

/// Shows the button of the app's menu.
pub(super) fn menu_button(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let more = widgets::icon_button(ui, Icon::EllipsisVertical, &view.text.t("menu-app"));
    app_menu(&more, view.text, actions);
}

/// Shows the link to the checks of the whole library, with the number of things to fix.
pub(super) fn checks(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let said = match view.checks {
        Some(count) => view.text.tv("library-checks", &[("count", count.into())]),
        None => view.text.t("command-checks"),
    };
    let before = ui.painter().add(egui::Shape::Noop);
    let button = widgets::icon_button(ui, Icon::BadgeCheck, &said);
    if view.on_checks {
        let corners = egui::CornerRadius::same(radius::S);
        let fill = egui::epaint::RectShape::filled(button.rect, corners, p.accent_soft);
        ui.painter().set(before, fill);
    }
    if let Some(count) = view.checks.filter(|count| *count > 0) {
        let word = if count > 99 {
            "99+".to_owned()
        } else {
            count.to_string()
        };
        let galley = ui.painter().layout_no_wrap(word, Type::Overline.font(), p.surface);
        let size = egui::vec2((galley.size().x + 8.0).max(16.0), 16.0);
        let pill = egui::Rect::from_center_size(button.rect.right_top() + egui::vec2(-4.0, 4.0), size);
        ui.painter().rect_filled(pill, egui::CornerRadius::same(8), p.danger);
        let place = egui::Align2::CENTER_CENTER.anchor_size(pill.center(), galley.size());
        ui.painter().galley(place.min, galley, p.surface);
    }
    if button.clicked() {
        actions.command(Command::Checks);
    }
}

fn app_menu(button: &egui::Response, text: &Text, actions: &mut Actions) {
    use Command as C;
    widgets::menu(button, |ui| {
        for group in [
            &[
                C::OpenLibrary,
                C::Import,
                C::Export(Export::Campaign),
                C::Export(Export::Library),
            ][..],
            &[
                C::Sheet,
                C::Site,
                C::Checks,
                C::Calendar,
                C::Order,
                C::ReplaceAddress,
                C::Bin,
            ],
            &[C::Connections, C::Settings],
            &[C::ThemeLight, C::ThemeDark, C::ThemeSystem, C::Language],
            &[C::Help, C::CopyDiagnostics],
            &[C::Quit],
        ] {
            for command in group {
                let label = text.t(&command.label_key());
                let item = widgets::MenuItem::new(command.spec().icon, &label).shortcut(command.keys_text(ui.ctx()));
                if ui.add(item).clicked() {
                    actions.command(*command);
                    ui.close();
                }
            }
            if group[0] != C::Quit {
                widgets::hairline(ui);
            }
        }
    });
}
