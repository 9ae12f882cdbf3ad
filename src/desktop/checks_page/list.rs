//! The lines under the heads of their sections. Only visible lines are laid out, so that hundreds scroll as smoothly as ten.

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{Asked, ChecksView, row};
use crate::{
    desktop::{
        theme::{Type, palette, space},
        widgets::{self, Follow},
    },
    studio::{survey::Section, tone::Tone},
};

/// Height of a section's head, in points.
const HEAD: f32 = 58.0;
/// How far beyond the view lines are laid out, in points, so that the keyboard can reach them.
const NEAR: f32 = 120.0;
/// Room for the scroll bar in the margin at the right, in points.
const BAR: f32 = 16.0;

/// The parts of the list, from top to bottom.
enum ListPart {
    Head(Section, usize),
    /// The place of the line in the report, and whether it is the first or the last of its section.
    ReportLine(usize, bool, bool),
}

/// Shows these lines of the report; returns what was requested of which.
pub(super) fn show(ui: &mut Ui, view: ChecksView<'_>, matching: &[usize]) -> Option<(usize, Asked)> {
    let parts = parts(view, matching);
    let height = |part: &ListPart| match part {
        ListPart::Head(..) => HEAD,
        ListPart::ReportLine(..) => row::HEIGHT,
    };
    let mut tops = Vec::with_capacity(parts.len());
    let mut total = 0.0;
    for part in &parts {
        tops.push(total);
        total += height(part);
    }
    let mut asked = None;
    // The scroll bar is next to the lines, not on them.
    let (room, width) = (ui.available_rect_before_wrap(), ui.available_width());
    let beside = UiBuilder::new().max_rect(room.with_max_x(room.right() + BAR));
    let mut ui = ui.new_child(beside);
    let area = ScrollArea::vertical().id_salt("checks").auto_shrink([false, false]);
    area.follow_viewport(&mut ui, |ui, viewport| {
        ui.set_height(total + space::XL);
        let origin = ui.min_rect().left_top();
        let first = tops
            .partition_point(|top| *top <= viewport.top() - NEAR)
            .saturating_sub(1);
        for (index, part) in parts.iter().enumerate().skip(first) {
            if tops[index] > viewport.bottom() + NEAR {
                break;
            }
            let rect = Rect::from_min_size(pos2(origin.x, origin.y + tops[index]), vec2(width, height(part)));
            let builder = UiBuilder::new().max_rect(rect).id_salt(index);
            ui.scope_builder(builder, |ui| match part {
                ListPart::Head(section, count) => head(ui, *section, *count, view),
                ListPart::ReportLine(line, first, last) => {
                    let given = row::show(ui, &view.report.lines[*line], (*first, *last), view.text);
                    asked = given.map(|given| (*line, given)).or(asked);
                }
            });
        }
    });
    asked
}

fn parts(view: ChecksView<'_>, matching: &[usize]) -> Vec<ListPart> {
    let lines = &view.report.lines;
    let mut parts = Vec::with_capacity(matching.len() + Section::ALL.len());
    for section in Section::ALL.iter().copied() {
        let here: Vec<usize> = matching
            .iter()
            .copied()
            .filter(|index| lines[*index].section == section)
            .collect();
        let Some(last) = here.last().copied() else { continue };
        parts.push(ListPart::Head(section, here.len()));
        parts.extend(
            here.iter()
                .map(|line| ListPart::ReportLine(*line, *line == here[0], *line == last)),
        );
    }
    parts
}

fn head(ui: &mut Ui, section: Section, count: usize, view: ChecksView<'_>) {
    let p = palette(ui);
    let tone = match section {
        Section::Launch | Section::Tests => Tone::Danger,
        Section::Together | Section::Never | Section::Look => Tone::Warning,
        Section::ToDo | Section::Meets => Tone::Neutral,
    };
    ui.add_space(space::S);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.label(Type::Section.text(view.text.t(section.label_key()), p.text));
        widgets::badge(ui, &count.to_string(), tone);
    });
    let mut help = view.text.t(&section.help_key());
    let (unsure, unlisted) = (view.report.unsure, view.report.unlisted);
    for (key, count) in [("checks-unlisted", unlisted), ("checks-unsure", unsure)] {
        if section == Section::Meets && count > 0 {
            help = format!("{} {help}", view.text.tv(key, &[("count", count.into())]));
        }
    }
    ui.add(egui::Label::new(Type::Caption.text(help, p.text_faint)).truncate());
}
