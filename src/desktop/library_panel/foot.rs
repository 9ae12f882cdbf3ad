//! What is below the list: the bin, where the library is published to, and its folder.

use egui::Ui;

use super::LibraryView;
use crate::{
    desktop::{
        dialogs::connection_name,
        theme::{Icon, Palette, Type, palette, radius},
        widgets,
    },
    studio::{action::Actions, command::Command, publishing::ConnectionState, tone::Tone, trouble::InWords},
};

/// The bin, where the library is published to, and its folder.
pub(super) fn show(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
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

/// The name of the way to what was deleted, with how much that is.
pub(super) fn bin_name(view: LibraryView<'_>) -> String {
    let words = view.text.t(&Command::Bin.label_key());
    match view.binned {
        0 => words,
        count => format!("{words}: {count}"),
    }
}

/// The way to what was deleted.
fn bin(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let (p, text) = (palette(ui), view.text);
    let size = egui::vec2(ui.available_width(), 32.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    let words = text.t(&Command::Bin.label_key());
    let spoken = bin_name(view);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    let corners = egui::CornerRadius::same(radius::S);
    if response.hovered() {
        ui.painter().rect_filled(rect, corners, p.hover);
    }
    widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::S);
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

/// How it stands with the connection.
pub(super) struct Standing {
    /// Its name.
    pub(super) name: String,
    /// What it does.
    pub(super) detail: String,
    /// Good or bad.
    tone: Tone,
    /// What is wrong with it, or what there is to do.
    tip: String,
}

impl Standing {
    /// Of the connection that is shown.
    pub(super) fn of(view: LibraryView<'_>) -> Self {
        let text = view.text;
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
        let tip = match view.line {
            ConnectionState::Offline(reason) | ConnectionState::Stopped(reason) => {
                let words = reason.words(text);
                format!("{}\n{}", words.what, words.hint)
            }
            ConnectionState::Online | ConnectionState::Unknown => text.t(&Command::Connections.tip_key()),
        };
        Self {
            name,
            detail,
            tone,
            tip,
        }
    }

    /// The colour of its dot.
    pub(super) fn ink(&self, p: &Palette) -> egui::Color32 {
        match self.tone {
            Tone::Neutral => p.text_faint,
            Tone::Accent | Tone::Success | Tone::Warning | Tone::Danger => self.tone.color(p),
        }
    }

    /// The same in a line.
    pub(super) fn spoken(&self) -> String {
        format!("{}, {}", self.name, self.detail)
    }

    /// What is wrong with it, or what there is to do.
    pub(super) fn tip(&self) -> &str {
        &self.tip
    }
}

/// Shows the connection and its state: pressing it lists all of them.
fn connection(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let standing = Standing::of(view);
    let size = egui::vec2(ui.available_width(), 46.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, standing.spoken()));
    if response.hovered() {
        let corners = egui::CornerRadius::same(radius::M);
        ui.painter().rect_filled(rect, corners, p.hover);
    }
    widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::M);
    let ink = standing.ink(p);
    ui.painter()
        .circle_filled(rect.left_top() + egui::vec2(10.0, 15.0), 4.0, ink);
    let width = rect.width() - 32.0;
    let at = rect.left_top() + egui::vec2(26.0, 6.0);
    widgets::text_line(ui, at, &standing.name, Type::Label, p.text, width);
    widgets::text_line(
        ui,
        at + egui::vec2(0.0, 18.0),
        &standing.detail,
        Type::Caption,
        p.text_faint,
        width,
    );
    if response.on_hover_text(standing.tip()).clicked() {
        actions.command(Command::Connections);
    }
}
