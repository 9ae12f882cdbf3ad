//! The head of the page: the way back, the campaign, and what the sheet says in all.

use egui::{Align, Layout, Margin, Ui};

use super::{SheetPage, SheetView, grid::Judged};
use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button},
    },
    studio::{
        action::{Action, Actions},
        sheet::Verdict,
    },
};

/// From which width of the window on everything in the head has its words, in points.
const WIDE: f32 = 1200.0;

impl SheetPage {
    pub(super) fn head(&mut self, ui: &mut Ui, view: SheetView<'_>, judged: &Judged, actions: &mut Actions) {
        let (p, text) = (palette(ui), view.text);
        let frame = egui::Frame::new()
            .fill(p.surface)
            .inner_margin(Margin::symmetric(16, 10));
        let head = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.set_height(height::CONTROL);
                ui.spacing_mut().item_spacing.x = space::S;
                let back = widgets::icon_button(ui, Icon::ArrowLeft, &text.t("sheet-back"));
                if back.on_hover_text("Esc").clicked() {
                    actions.send(Action::ShowEditor);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    self.exports(ui, view, &judged.verdict, actions);
                    self.verdict(ui, view, &judged.verdict);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.label(Type::Title.text(text.t("sheet"), p.text));
                        ui.add(egui::Label::new(Type::Body.text(view.name, p.text_muted)).truncate());
                    });
                });
            });
        });
        let below = head.response.rect;
        let line = egui::Stroke::new(1.0, p.border);
        ui.painter().hline(below.x_range(), below.bottom() - 0.5, line);
    }

    /// What can be done with the pictures that are shown.
    fn exports(&mut self, ui: &mut Ui, view: SheetView<'_>, verdict: &Verdict, actions: &mut Actions) {
        let text = view.text;
        let (export, copy) = (text.t("sheet-export"), text.t("sheet-copy"));
        ui.add_enabled_ui(verdict.shown > 0, |ui| {
            if ui.add(Button::primary(export).icon(Icon::FileDown)).clicked() {
                actions.send(Action::ExportProof(self.state.form()));
            }
            let copied = match view.window {
                window if window < WIDE => widgets::icon_button(ui, Icon::Copy, &copy),
                _ => ui.add(Button::secondary(copy).icon(Icon::Copy)),
            };
            if copied.clicked() {
                actions.send(Action::CopyProof);
            }
        });
    }

    /// How many pictures there are, and the way to what was found in them.
    fn verdict(&mut self, ui: &mut Ui, view: SheetView<'_>, verdict: &Verdict) {
        let (p, text) = (palette(ui), view.text);
        let all = self.state.all().len();
        if all == 0 {
            return;
        }
        if verdict.troubled > 0 {
            let words = text.tv("sheet-need", &[("count", verdict.troubled.into())]);
            let button = Button::secondary(words).icon(Icon::TriangleAlert).small();
            if ui.add(button.alarming()).clicked() {
                self.show_findings = true;
            }
        }
        if view.window < WIDE {
            return;
        }
        let words = text.tv("sheet-count", &[("shown", verdict.shown.into()), ("all", all.into())]);
        ui.label(Type::Small.text(words, p.text_muted));
    }
}
