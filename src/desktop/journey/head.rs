//! The head of the lower panel: the switch between visitor and journey, the presets, and what else can be done with a journey.

use egui::Ui;

use super::{JourneyContext, View};
use crate::{
    desktop::{
        theme::{Icon, height, space},
        widgets::{self, Choice, MenuItem, Select},
    },
    popup::Frame,
    studio::{
        action::{Action, Actions},
        command::Command,
        journey::Scope,
        simulated::SimulatedVisitor,
    },
    visitor::JourneyPreset,
    wording::text::Text,
};

/// The switch between the visitor and the journey. True for `journey` while the journey is to be shown.
pub fn switch(ui: &mut Ui, journey: &mut bool, text: &Text) {
    let words = [text.t("simulator-visitor"), text.t("journey")];
    let options = [(false, &*words[0]), (true, &*words[1])];
    widgets::segmented(ui, &text.t("journey-switch"), journey, &options);
}

impl View<'_> {
    pub(super) fn head(
        &mut self,
        ui: &mut Ui,
        simulated: &mut SimulatedVisitor,
        ctx: &JourneyContext<'_>,
        actions: &mut Actions,
    ) {
        ui.horizontal(|ui| {
            ui.set_min_height(height::CONTROL);
            switch(ui, &mut self.desk.shown, ctx.text);
            ui.add_space(space::XS);
            let file = self.desk.file().and_then(|file| file.path.file_name());
            let file = file.map(|name| name.to_string_lossy().replace(".journey.json", ""));
            let mut shown = match (self.desk.preset(), file) {
                (Some(preset), _) => ctx.text.t(preset.label_key()),
                (None, Some(name)) => name,
                (None, None) => ctx.text.t("journey-own"),
            };
            if ctx.unsaved && self.desk.file().is_some() {
                shown.push_str(" •");
            }
            let picked = Select::new(&ctx.text.t("journey"), &shown)
                .list_width(300.0)
                .show(ui, || {
                    let choice = |preset: JourneyPreset| Choice {
                        label: ctx.text.t(preset.label_key()),
                        detail: ctx.text.t(&format!("{}-help", preset.label_key())),
                        chosen: self.desk.preset() == Some(preset),
                        ..Choice::default()
                    };
                    JourneyPreset::ALL.iter().copied().map(choice).collect()
                });
            if let Some(preset) = picked.and_then(|index| JourneyPreset::ALL.get(index)) {
                self.choose(*preset, simulated, ctx, actions);
            }
        });
    }

    /// Begins a preset; the preview switches to its device.
    fn choose(
        &mut self,
        preset: JourneyPreset,
        simulated: &mut SimulatedVisitor,
        ctx: &JourneyContext<'_>,
        actions: &mut Actions,
    ) {
        let before = simulated.visitor.device_type.clone();
        self.desk.begin(preset, ctx.page, simulated);
        if simulated.visitor.device_type != before {
            actions.send(Action::Frame(frame_of(&simulated.visitor.device_type)));
        }
    }

    /// What else can be done, behind the three dots.
    pub(super) fn menu(
        &mut self,
        ui: &mut Ui,
        simulated: &mut SimulatedVisitor,
        ctx: &JourneyContext<'_>,
        actions: &mut Actions,
    ) {
        let text = ctx.text;
        let button = widgets::icon_button(ui, Icon::Ellipsis, &text.t("journey-menu"));
        widgets::menu(&button, |ui| {
            let (undo, redo) = (self.desk.undo_name().is_some(), self.desk.redo_name().is_some());
            if item(ui, Icon::Undo2, &text.t("journey-undo"), undo) {
                self.desk.undo(simulated);
            }
            if item(ui, Icon::Redo2, &text.t("journey-redo"), redo) {
                self.desk.redo(simulated);
            }
            widgets::hairline(ui);
            for (icon, command) in [
                (Icon::FolderOpen, Command::OpenJourney),
                (Icon::Save, Command::SaveJourney),
                (Icon::FileDown, Command::SaveJourneyAs),
            ] {
                if item(ui, icon, &text.t(&command.label_key()), true) {
                    actions.command(command);
                }
            }
            widgets::hairline(ui);
            widgets::field_label(ui, &text.t("journey-scope"));
            for scope in Scope::ALL.iter().copied() {
                let icon = if self.desk.scope == scope {
                    Icon::Check
                } else {
                    Icon::Dot
                };
                if item(ui, icon, &text.t(scope.label_key()), true) {
                    self.desk.scope = scope;
                }
            }
        });
    }
}

fn item(ui: &mut Ui, icon: Icon, words: &str, enabled: bool) -> bool {
    ui.add_enabled(enabled, MenuItem::new(icon, words)).clicked()
}

/// The browser window of a device.
pub fn frame_of(device: &str) -> Frame {
    match device {
        "mobile" => Frame::Phone,
        "tablet" => Frame::Tablet,
        _ => Frame::Desktop,
    }
}
