//! The ways out: files for other systems. A path can be typed where no file dialog opens.

use std::path::Path;

use egui::{Id, Ui};

use crate::desktop::{
    action::Action,
    commands::Command,
    editor::{desk::Desk, input::cell},
    theme::{Icon, Type, palette, space},
    widgets::{self, Button, Card, Field},
};

/// Shows the buttons, and the field for a path.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    Card::new(&desk.t("editor-export")).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let color = palette(ui).text_muted;
        ui.add(egui::Label::new(Type::Small.text(desk.t("editor-export-help"), color)).wrap());
        ui.horizontal_wrapped(|ui| {
            let json = Button::secondary(desk.t("editor-export-json")).icon(Icon::FileJson);
            let jetlink = Button::secondary(desk.t("editor-export-jetlink")).icon(Icon::Code);
            let png = Button::secondary(desk.t("editor-export-png")).icon(Icon::Image);
            for (button, command) in [
                (json, Command::ExportJson),
                (jetlink, Command::ExportJetlink),
                (png, Command::ExportPng),
            ] {
                if ui.add(button).clicked() {
                    desk.outbox.command(command);
                }
            }
        });
        path(ui, desk);
    });
}

fn path(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let id = Id::unique("editor-export-path");
    let mut typed: String = ui.data(|data| data.get_temp(id.with("text"))).unwrap_or_default();
    ui.spacing_mut().item_spacing.y = 6.0;
    let label = desk.t("editor-export-path");
    let above = widgets::field_label(ui, &label).id;
    ui.horizontal_top(|ui| {
        let word = desk.t("editor-export-write");
        let width = (ui.available_width() - 130.0).max(120.0);
        cell(ui, width, |ui| {
            let help = desk.t("editor-export-path-help");
            let field = Field::new(&label, &mut typed).labelled_by(above).id(id);
            if field
                .help(&help)
                .placeholder("~/campaign.json")
                .show(ui)
                .response
                .changed()
            {
                ui.data_mut(|data| data.insert_temp(id.with("text"), typed.clone()));
            }
        });
        let command = command_for(&typed);
        let pressed = ui.add_enabled(command.is_some(), Button::secondary(word)).clicked();
        if let Some(command) = command.filter(|_| pressed) {
            desk.outbox
                .send(Action::ExportTo(command, at_home(typed.trim()).into()));
        }
    });
}

/// What a file of this name holds; `None` for endings that nothing is written to.
fn command_for(path: &str) -> Option<Command> {
    match Path::new(path.trim())
        .extension()?
        .to_str()?
        .to_ascii_lowercase()
        .as_str()
    {
        "json" => Some(Command::ExportJson),
        "js" | "html" => Some(Command::ExportJetlink),
        "png" => Some(Command::ExportPng),
        _ => None,
    }
}

/// The path with `~` as the user's own folder.
fn at_home(path: &str) -> String {
    match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest).to_string_lossy().into_owned(),
        _ => path.to_owned(),
    }
}
