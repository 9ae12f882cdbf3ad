//! Exports: files for other people, pages and systems.

use egui::Ui;

use crate::{
    desktop::{
        commands::export_icon,
        editor::desk::Desk,
        theme::{Type, palette, space},
        widgets::{Button, Card},
    },
    studio::{command::Command, export::Export},
};

/// Shows a button for each file that can be exported.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    Card::new(&desk.t("editor-export")).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let color = palette(ui).text_muted;
        ui.add(egui::Label::new(Type::Small.text(desk.t("editor-export-help"), color)).wrap());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            // What is selected in the list is exported from there.
            for export in Export::ALL
                .iter()
                .copied()
                .filter(|export| *export != Export::Selection)
            {
                let command = Command::Export(export);
                let button = Button::secondary(desk.t(&format!("editor-{}", export.id()))).icon(export_icon(export));
                if ui.add(button).on_hover_text(desk.t(&command.tip_key())).clicked() {
                    desk.actions.command(command);
                }
            }
        });
    });
}
