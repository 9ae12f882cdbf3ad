//! The line above the fields beside the pop-up: which part they are of, and whether their sections are folded.

use egui::{Align, CursorIcon, Label, Layout, Margin, Role, Sense, Ui, WidgetInfo};

use super::App;
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets,
    },
    studio::{
        canvas,
        inspector::{Event, Section},
    },
};

/// Height of the line, in points.
const HEIGHT: f32 = 40.0;

impl App {
    pub(super) fn draw_inspector_head(&mut self, ui: &mut Ui) {
        let p = palette(ui);
        let part = self.canvas.part().map(|part| self.text.t(part.label()));
        let line = egui::Frame::new().inner_margin(Margin::symmetric(16, 0));
        line.show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.spacing_mut().interact_size.y = HEIGHT;
            ui.horizontal(|ui| {
                let whole = self.text.t("inspector-whole");
                if let Some(part) = part {
                    let words = Type::Label.text(&whole, p.text_muted);
                    let way = ui.add(Label::new(words).sense(Sense::click()));
                    way.widget_info(|| WidgetInfo::labeled(Role::Button, true, &whole));
                    widgets::focus_ring(ui, &way, way.rect, 4);
                    if way.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                        self.canvas_on(canvas::Event::LetGo);
                    }
                    ui.add_space(space::XS);
                    ui.label(Type::Small.text("›", p.text_faint));
                    ui.add_space(space::XS);
                    ui.label(Type::LabelStrong.text(part, p.accent_text));
                } else {
                    ui.label(Type::LabelStrong.text(whole, p.accent_text));
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let has_open = self.folds.has_open(Section::ALL);
                    let (icon, key) = match has_open {
                        true => (Icon::ChevronsDownUp, "inspector-fold-all"),
                        false => (Icon::ChevronsUpDown, "inspector-unfold-all"),
                    };
                    if widgets::icon_button(ui, icon, &self.text.t(key)).clicked() {
                        self.folds.on(Event::TurnAll, Section::ALL);
                        self.settings.set_folds(&self.folds);
                    }
                });
            });
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::hairline(ui);
    }
}
