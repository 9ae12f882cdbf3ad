//! All findings, gravest first, each with a link to its place.

use egui::{Align, Layout, Ui};

use crate::{
    desktop::{
        editor::{desk::Desk, gap},
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Card},
    },
    studio::{action::Action, editor_step::EditorStep, finding_line::FindingLine, tone::Tone},
};

/// Shows the findings; false when there are none.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_, '_>) -> bool {
    let analysis = desk.ctx.analysis;
    let (stops, looks): (Vec<_>, Vec<_>) = analysis
        .all_findings()
        .partition(|finding| finding.tone == Tone::Danger);
    if !stops.is_empty() {
        list(ui, "editor-to-fix", &stops, desk);
    }
    if !looks.is_empty() {
        if !stops.is_empty() {
            gap(ui);
        }
        list(ui, "editor-to-look-at", &looks, desk);
    }
    !(stops.is_empty() && looks.is_empty())
}

fn list(ui: &mut Ui, title: &str, findings: &[&FindingLine], desk: &mut Desk<'_, '_>) {
    let tone = findings.first().map_or(Tone::Neutral, |finding| finding.tone);
    let count = findings.len().to_string();
    Card::new(&desk.t(title)).show_with(
        ui,
        desk,
        |ui, _| {
            widgets::badge(ui, &count, tone);
        },
        |ui, desk| {
            ui.spacing_mut().item_spacing.y = space::S;
            for (index, finding) in findings.iter().enumerate() {
                if index > 0 {
                    widgets::hairline(ui);
                }
                one(ui, finding, desk);
            }
        },
    );
}

fn one(ui: &mut Ui, finding: &FindingLine, desk: &mut Desk<'_, '_>) {
    let p = palette(ui);
    let step = EditorStep::of_pointer(&finding.pointer);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S + 2.0;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(18.0, 20.0), egui::Sense::hover());
        let icon = match finding.tone {
            Tone::Danger => Icon::CircleAlert,
            _ => Icon::TriangleAlert,
        };
        icon.paint(ui.painter(), rect.center(), 17.0, finding.tone.color(p));
        let words = ui.available_width() - 96.0;
        ui.allocate_ui_with_layout(egui::vec2(words, 20.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(words);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(egui::Label::new(Type::Body.text(&finding.message, p.text)).wrap());
            if !finding.remedy.is_empty() {
                ui.add(egui::Label::new(Type::Small.text(&finding.remedy, p.text_muted)).wrap());
            }
            ui.label(Type::Caption.text(desk.t(step.label_key()), p.text_faint));
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let name = desk.t1("editor-show-finding", "finding", finding.message.as_str());
            let button = ui.add(Button::secondary(desk.t("editor-show-place")).small());
            if button.accessible_name(name).clicked() {
                desk.actions.send(Action::GoTo(step, Some(finding.pointer.clone())));
            }
        });
    });
}
