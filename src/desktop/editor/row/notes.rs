//! Notes on a row or a group in addition to its mark: findings, conflicts, and what would have to change.

use egui::{Rect, Ui};

use crate::{
    desktop::{
        editor::desk::Desk,
        theme::space,
        widgets::{self, MenuItem},
    },
    studio::{
        command::Command,
        finding_line::FindingLine,
        to_do::Kind,
        tone::{Mark, Tone},
    },
};

/// What was found at `pointer` and inside it, in lines below its row.
pub(in crate::desktop::editor) fn below(ui: &mut Ui, pointer: &str, indent: f32, desk: &Desk<'_, '_>) {
    conflict_line(ui, pointer, indent, desk);
    for finding in desk
        .ctx
        .analysis
        .all_findings()
        .filter(|finding| finding.is_at(pointer))
    {
        indented(ui, finding, indent, desk);
    }
}

/// What was found at exactly `pointer`.
pub(in crate::desktop::editor) fn exactly(ui: &mut Ui, pointer: &str, indent: f32, desk: &Desk<'_, '_>) {
    conflict_line(ui, pointer, indent, desk);
    let exactly = |finding: &&FindingLine| finding.pointer == pointer;
    for finding in desk.ctx.analysis.all_findings().filter(exactly) {
        indented(ui, finding, indent, desk);
    }
}

fn indented(ui: &mut Ui, finding: &FindingLine, indent: f32, desk: &Desk<'_, '_>) {
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        finding_line(ui, finding, desk);
    });
    ui.add_space(space::XS);
}

/// A finding in one line, its remedy in the tooltip; faint while a better answer is on its way.
fn finding_line(ui: &mut Ui, finding: &FindingLine, desk: &Desk<'_, '_>) {
    ui.scope(|ui| {
        if desk.is_stale(finding) {
            ui.multiply_opacity(0.45);
        }
        let line = match finding.kind {
            Kind::ToDo => widgets::help_line(ui, &finding.message),
            Kind::Blocker | Kind::Advice => widgets::finding_line(ui, finding.tone(), &finding.message),
        };
        if !finding.remedy.is_empty() {
            line.on_hover_text(&finding.remedy);
        }
    });
}

/// Shows that the node at `pointer` is part of why nobody can see the campaign; the whole conflict is in the tooltip.
fn conflict_line(ui: &mut Ui, pointer: &str, indent: f32, desk: &Desk<'_, '_>) {
    let Some(conflict) = desk.conflict_at(pointer) else {
        return;
    };
    let key = match conflict.places.len() {
        1 => "editor-conflict-alone",
        _ => "editor-conflict",
    };
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        if desk.ctx.analysis.examined.stale {
            ui.multiply_opacity(0.45);
        }
        widgets::conflict_line(ui, &desk.t(key), &conflict.reason);
    });
}

/// Draws a stripe left of a node in the conflict, so that all of them are visible at a glance.
pub(in crate::desktop::editor) fn conflict_stripe(ui: &Ui, rect: Rect, pointer: &str, desk: &Desk<'_, '_>) {
    if desk.conflict_at(pointer).is_some() {
        widgets::stripe(ui, rect, Tone::Danger);
    }
}

/// A menu's line for a node that keeps the simulated visitor from seeing the campaign: what would have to change.
pub(in crate::desktop::editor) fn what_would_change(ui: &mut Ui, pointer: &str, desk: &mut Desk<'_, '_>) {
    let analysis = desk.ctx.analysis;
    let shown = analysis.verdict.as_ref().is_none_or(|verdict| verdict.shown);
    let fails = analysis.marks.get(pointer).is_some_and(|row| row.mark == Mark::No);
    if shown || !fails {
        return;
    }
    let command = Command::NearestChange;
    let words = desk.t(&command.label_key());
    let line = MenuItem::new(command.spec().icon, &words).shortcut(command.keys_text(ui.ctx()));
    if ui.add(line).clicked() {
        desk.actions.command(command);
    }
    widgets::hairline(ui);
}
