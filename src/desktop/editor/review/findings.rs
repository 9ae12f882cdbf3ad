//! All findings, each with a link to its place: what is wrong, what is still to do, and what deserves a look, apart from each other.

use egui::{Align, Layout, Ui};

use crate::{
    desktop::{
        editor::{desk::Desk, gap},
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Card},
    },
    studio::{action::Action, editor_step::EditorStep, finding_line::FindingLine, to_do::Kind},
};

/// Shows the findings; false when there are none.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_, '_>) -> bool {
    let analysis = desk.ctx.analysis;
    let mut shown = false;
    for (kind, title) in [
        (Kind::Blocker, "editor-to-fix"),
        (Kind::ToDo, "editor-to-do"),
        (Kind::Advice, "editor-to-look-at"),
    ] {
        let findings: Vec<&FindingLine> = analysis.all_findings().filter(|finding| finding.kind == kind).collect();
        if findings.is_empty() {
            continue;
        }
        if std::mem::replace(&mut shown, true) {
            gap(ui);
        }
        list(ui, kind, title, &findings, desk);
    }
    shown
}

fn list(ui: &mut Ui, kind: Kind, title: &str, findings: &[&FindingLine], desk: &mut Desk<'_, '_>) {
    let count = findings.len().to_string();
    Card::new(&desk.t(title)).show_with(
        ui,
        desk,
        |ui, _| {
            widgets::badge(ui, &count, kind.tone());
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
        let icon = match finding.kind {
            Kind::ToDo => Icon::CircleDashed,
            Kind::Blocker => Icon::CircleAlert,
            Kind::Advice => Icon::TriangleAlert,
        };
        icon.paint(ui.painter(), rect.center(), 17.0, finding.tone().color(p));
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
            desk.arrive_exactly(ui, &finding.pointer, button.id, button.rect);
            if button.accessible_name(name).clicked() {
                desk.actions.send(Action::GoTo(step, Some(finding.pointer.clone())));
            }
        });
    });
}
