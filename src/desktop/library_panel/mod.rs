//! The left panel: the campaigns of the library, searched, narrowed to a state, opened and handled.

mod row;
mod trouble;

use std::path::Path;

use egui::{Frame, Id, Margin, ScrollArea, Ui};

use super::{
    dialogs::connection_name,
    theme::{Icon, Type, palette, space},
    widgets::{self, Button, Follow},
};
use crate::{
    studio::{
        action::{Action, Actions},
        command::Command,
        export::Export,
        publishing::{ConnectionState, Published},
        shelf::{Shelf, Status},
        tone::Tone,
        trouble::InWords,
    },
    wording::text::Text,
};
pub use trouble::FolderTrouble;

/// Height of the part below the list: the bin, the connection, the folder.
const FOOT: f32 = 112.0;

/// The state of the panel: the search text, and which states are shown.
#[derive(Debug, Default)]
pub struct LibraryPanel {
    wanted: String,
    status: Option<Status>,
    /// Whether the search field gets the focus.
    pub focus_search: bool,
    /// Whether the open campaign is to be scrolled to.
    pub reveal_open: bool,
}

/// What the panel shows.
#[derive(Debug, Clone, Copy)]
pub struct LibraryView<'a> {
    /// The campaigns.
    pub shelf: &'a Shelf,
    /// The open campaign's file.
    pub open: Option<&'a Path>,
    /// The file of the campaign that is being opened.
    pub opening: Option<&'a Path>,
    /// What is wrong with the library's folder.
    pub trouble: Option<&'a FolderTrouble>,
    /// What is being written, if that takes long.
    pub busy: Option<&'a str>,
    /// How much is in the bin.
    pub binned: usize,
    /// How fresh the counts are, in words.
    pub heard: Option<&'a str>,
    /// The library's folder.
    pub folder: &'a Path,
    /// Where it is published to.
    pub published: &'a Published,
    /// The state of that connection.
    pub line: &'a ConnectionState,
    /// How many things to fix the checks found in the whole library; `None` while unknown.
    pub checks: Option<usize>,
    /// Whether the checks are shown in the middle.
    pub on_checks: bool,
    /// The words.
    pub text: &'a Text,
}

impl LibraryPanel {
    /// Shows the panel in `ui`.
    pub fn show(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let text = view.text;
        brand(ui, view, actions);
        ui.add_space(space::S);
        let new = ui.add(Button::primary(text.t("command-new")).icon(Icon::Plus).fill_width());
        if new.on_hover_text(text.t("command-new-tip")).clicked() {
            actions.command(Command::NewCampaign);
        }
        ui.add_space(space::XS);
        self.search(ui, view, actions);
        self.chips(ui, view);
        ui.add_space(space::XS);
        if let Some(trouble) = view.trouble {
            trouble::show(ui, trouble, view, actions);
            ui.add_space(space::XS);
        }
        let height = ui.available_height() - FOOT;
        ui.scope(|ui| {
            ui.set_height(height.max(0.0));
            self.list(ui, view, actions);
        });
        foot(ui, view, actions);
    }

    /// Returns the open campaign's neighbour in the filtered list.
    pub fn neighbour(&self, shelf: &Shelf, open: Option<&Path>, down: bool) -> Option<std::path::PathBuf> {
        let places = shelf.matching(&self.wanted, self.status);
        let here = places
            .iter()
            .position(|place| Some(shelf.items()[*place].path.as_path()) == open);
        let next = match (here, down) {
            (None, _) => 0,
            (Some(here), true) => here + 1,
            (Some(here), false) => here.checked_sub(1)?,
        };
        places.get(next).map(|place| shelf.items()[*place].path.clone())
    }

    fn search(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let name = view
            .text
            .tv("library-search", &[("count", view.shelf.items().len().into())]);
        let id = Id::unique("library search");
        let response = widgets::search_field(ui, id, &mut self.wanted, &name);
        if std::mem::take(&mut self.focus_search) {
            response.request_focus();
        }
        // Both keys remove the focus from the field before any other control sees them.
        let pressed = |key| response.lost_focus() && ui.input(|input| input.key_pressed(key));
        if pressed(egui::Key::Escape) {
            self.wanted.clear();
        } else if pressed(egui::Key::Enter)
            && let Some(first) = view.shelf.matching(&self.wanted, self.status).first()
        {
            actions.send(Action::Open(view.shelf.items()[*first].path.clone()));
        }
    }

    fn chips(&mut self, ui: &mut Ui, view: LibraryView<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, space::XS);
            for status in Status::FILTERS {
                let count = view.shelf.count(status);
                let chosen = self.status == Some(status);
                if count == 0 && !chosen {
                    continue;
                }
                if widgets::chip(ui, &view.text.t(status.label_key()), count, chosen).clicked() {
                    self.status = (!chosen).then_some(status);
                }
            }
        });
    }

    fn list(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let places = view.shelf.matching(&self.wanted, self.status);
        if places.is_empty() {
            self.nothing(ui, view);
            return;
        }
        let mut area = ScrollArea::vertical().auto_shrink([false, false]);
        if std::mem::take(&mut self.reveal_open) {
            let at = places
                .iter()
                .position(|place| Some(view.shelf.items()[*place].path.as_path()) == view.open);
            let above = at.map_or(0.0, |at| (at as f32 - 3.0).max(0.0) * (row::HEIGHT + 2.0));
            // Beyond its end the list would spring back.
            let all = places.len() as f32 * (row::HEIGHT + 2.0) - 2.0;
            let last = (all - ui.available_height()).max(0.0);
            area = area.vertical_scroll_offset(above.min(last));
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        let open = view.opening.or(view.open);
        if let Some(hidden) = open.filter(|open| {
            let is_open = |place: &usize| view.shelf.items()[*place].path == **open;
            !places.iter().any(is_open)
        }) {
            self.hidden(ui, view, hidden);
        }
        area.follow_rows(ui, row::HEIGHT, places.len(), |ui, range| {
            for place in &places[range] {
                let item = &view.shelf.items()[*place];
                ui.push_id(&item.path, |ui| {
                    row::show(ui, item, open == Some(&item.path), view, actions)
                });
            }
        });
    }

    /// Shows that the open campaign is not among the matches, with a link to it.
    fn hidden(&mut self, ui: &mut Ui, view: LibraryView<'_>, open: &Path) {
        let Some(item) = view.shelf.item(open) else { return };
        let words = view
            .text
            .tv("library-open-hidden", &[("name", item.name.as_str().into())]);
        let p = palette(ui);
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 28.0), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        widgets::focus_ring(ui, &response, rect.shrink(2.0), crate::desktop::theme::radius::S);
        let at = rect.left_top() + egui::vec2(8.0, 6.0);
        let ink = if response.hovered() {
            p.accent_text
        } else {
            p.text_muted
        };
        widgets::text_line(ui, at, &words, Type::Caption, ink, rect.width() - 16.0);
        if response.on_hover_text(view.text.t("library-show-all")).clicked() {
            self.wanted.clear();
            self.status = None;
            self.reveal_open = true;
        }
    }

    fn nothing(&mut self, ui: &mut Ui, view: LibraryView<'_>) {
        let p = palette(ui);
        ui.add_space(space::XL);
        ui.vertical_centered(|ui| {
            if view.shelf.loading {
                ui.label(Type::Small.text(view.text.t("library-loading"), p.text_faint));
            } else if view.shelf.items().is_empty() {
                ui.label(Type::Small.text(view.text.t("library-empty"), p.text_muted));
            } else {
                ui.label(Type::Small.text(view.text.t("library-none-match"), p.text_muted));
                if ui
                    .add(Button::secondary(view.text.t("library-show-all")).small())
                    .clicked()
                {
                    self.wanted.clear();
                    self.status = None;
                }
            }
        });
    }
}

/// The bin, where the library is published to, and its folder.
fn foot(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 0.0;
    bin(ui, view, actions);
    connection(ui, view, actions);
    let p = palette(ui);
    let name = view
        .folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(20.0, 24.0), egui::Sense::hover());
        let (icon, words) = match view.busy {
            Some(busy) => (Icon::Hourglass, format!("{busy}…")),
            None => (Icon::Folder, name),
        };
        icon.paint(ui.painter(), rect.center(), 14.0, p.text_faint);
        let label = egui::Label::new(Type::Caption.text(words, p.text_muted)).truncate();
        ui.add(label).on_hover_text(view.folder.display().to_string());
    });
}

/// The way to what was deleted.
fn bin(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let (p, text) = (palette(ui), view.text);
    let size = egui::vec2(ui.available_width(), 32.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    let words = text.t(&Command::Bin.label_key());
    let spoken = match view.binned {
        0 => words.clone(),
        count => format!("{words}: {count}"),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    let corners = egui::CornerRadius::same(crate::desktop::theme::radius::S);
    if response.hovered() {
        ui.painter().rect_filled(rect, corners, p.hover);
    }
    widgets::focus_ring(ui, &response, rect.shrink(2.0), crate::desktop::theme::radius::S);
    let middle = rect.left_center();
    Icon::Trash2.paint(ui.painter(), middle + egui::vec2(10.0, 0.0), 14.0, p.text_faint);
    let at = middle + egui::vec2(26.0, -8.0);
    widgets::text_line(ui, at, &words, Type::Caption, p.text_muted, rect.width() - 64.0);
    if view.binned > 0 {
        let count = view.binned.to_string();
        let galley = ui.painter().layout_no_wrap(count, Type::Caption.font(), p.text_faint);
        let at = rect.right_center() - egui::vec2(galley.size().x + 8.0, galley.size().y / 2.0);
        ui.painter().galley(at, galley, p.text_faint);
    }
    if response.on_hover_text(text.t(&Command::Bin.tip_key())).clicked() {
        actions.command(Command::Bin);
    }
}

/// Shows the connection and its state: pressing it lists all of them.
fn connection(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let (p, text) = (palette(ui), view.text);
    let waiting = view.published.waiting().count();
    let (name, detail, tone) = match (view.published.connection(), view.line) {
        (None, _) => (text.t("place-none"), text.t("place-none-detail"), Tone::Neutral),
        (Some(connection), line) => {
            let tone = match line {
                ConnectionState::Online => Tone::Success,
                ConnectionState::Unknown => Tone::Neutral,
                ConnectionState::Offline(..) => Tone::Warning,
                ConnectionState::Stopped(..) => Tone::Danger,
            };
            let how = match line {
                ConnectionState::Online => "line-online",
                ConnectionState::Unknown => "line-unknown",
                ConnectionState::Offline(..) => "line-offline",
                ConnectionState::Stopped(..) => "line-stopped",
            };
            let waits = text.tv("place-waiting", &[("count", waiting.into())]);
            let detail = match (line, view.heard) {
                (ConnectionState::Unknown, _) if waiting == 0 => text.t(how),
                // Nothing waits: how fresh the figures are says more.
                (ConnectionState::Online, Some(heard)) if waiting == 0 => format!("{} · {heard}", text.t(how)),
                _ => format!("{} · {waits}", text.t(how)),
            };
            (connection_name(connection, text), detail, tone)
        }
    };
    let size = egui::vec2(ui.available_width(), 46.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    let spoken = format!("{name}, {detail}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    if response.hovered() {
        let corners = egui::CornerRadius::same(crate::desktop::theme::radius::M);
        ui.painter().rect_filled(rect, corners, p.hover);
    }
    widgets::focus_ring(ui, &response, rect.shrink(2.0), crate::desktop::theme::radius::M);
    let ink = if tone == Tone::Neutral {
        p.text_faint
    } else {
        tone.color(p)
    };
    ui.painter()
        .circle_filled(rect.left_top() + egui::vec2(10.0, 15.0), 4.0, ink);
    let width = rect.width() - 32.0;
    let at = rect.left_top() + egui::vec2(26.0, 6.0);
    widgets::text_line(ui, at, &name, Type::Label, p.text, width);
    widgets::text_line(
        ui,
        at + egui::vec2(0.0, 18.0),
        &detail,
        Type::Caption,
        p.text_faint,
        width,
    );
    let tip = match view.line {
        ConnectionState::Offline(reason) | ConnectionState::Stopped(reason) => {
            let words = reason.words(text);
            format!("{}\n{}", words.what, words.hint)
        }
        ConnectionState::Online | ConnectionState::Unknown => text.t(&Command::Connections.tip_key()),
    };
    if response.on_hover_text(tip).clicked() {
        actions.command(Command::Connections);
    }
}

fn brand(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let (p, text) = (palette(ui), view.text);
    // Where the panel is narrow, the name and the buttons need every point.
    let narrow = ui.available_width() < 200.0;
    Frame::new()
        .inner_margin(Margin {
            left: if narrow { 2 } else { 8 },
            right: 0,
            top: 0,
            bottom: 0,
        })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = if narrow { space::XS } else { space::S };
                let (rect, _) = ui.allocate_exact_size(egui::vec2(24.0, 28.0), egui::Sense::hover());
                let mark = egui::Rect::from_center_size(rect.center(), egui::vec2(22.0, 22.0));
                let corners = egui::CornerRadius {
                    nw: 7,
                    ne: 7,
                    sw: 7,
                    se: 2,
                };
                ui.painter().rect_filled(mark, corners, p.accent);
                ui.label(Type::Heading.text(text.t("app-name"), p.text));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let more = widgets::icon_button(ui, Icon::EllipsisVertical, &text.t("menu-app"));
                    app_menu(&more, text, actions);
                    if widgets::icon_button(ui, Icon::Command, &text.t("command-palette")).clicked() {
                        actions.command(Command::Palette);
                    }
                    checks(ui, view, actions);
                });
            });
        });
}

/// Shows the link to the checks of the whole library, with the number of things to fix.
fn checks(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let said = match view.checks {
        Some(count) => view.text.tv("library-checks", &[("count", count.into())]),
        None => view.text.t("command-checks"),
    };
    let before = ui.painter().add(egui::Shape::Noop);
    let button = widgets::icon_button(ui, Icon::BadgeCheck, &said);
    if view.on_checks {
        let corners = egui::CornerRadius::same(crate::desktop::theme::radius::S);
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
            &[C::Checks, C::Bin],
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
