//! A section of fields, which folds.

use egui::{Align, Layout, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, radius, space},
        widgets,
    },
    studio::{
        inspector::{Event, Section},
        to_do::Kind,
        tone::Tone,
    },
};

/// Height of a head, in points.
const HEAD: f32 = 36.0;

/// Shows a section of those in `shown`, with `controls` at the right of its head, added from right to left. Both parts may change `state`.
pub(super) fn show<S: ?Sized>(
    ui: &mut Ui,
    section: Section,
    shown: &[Section],
    (state, desk): (&mut S, &mut Desk<'_, '_>),
    controls: impl FnOnce(&mut Ui, &mut S, &mut Desk<'_, '_>),
    content: impl FnOnce(&mut Ui, &mut S, &mut Desk<'_, '_>),
) {
    if shown.first() != Some(&section) {
        line(ui);
    }
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = HEAD;
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.horizontal(|ui| {
            head(ui, section, shown, desk);
            let line = Layout::right_to_left(Align::Center);
            ui.with_layout(line, |ui| controls(ui, state, desk));
        });
    });
    if desk.folds.is_open(section) {
        content(ui, state, desk);
        ui.add_space(space::XS);
    }
}

/// A line between two sections, from edge to edge.
fn line(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let clip = ui.clip_rect();
    let stroke = egui::Stroke::new(1.0, palette(ui).border);
    ui.painter().hline(clip.x_range(), rect.center().y, stroke);
    ui.add_space(-space::XS);
}

fn head(ui: &mut Ui, section: Section, shown: &[Section], desk: &mut Desk<'_, '_>) {
    let p = palette(ui);
    let title = desk.t(section.label_key());
    let words = ui.painter().layout_no_wrap(title.clone(), Type::Section.font(), p.text);
    let is_open = desk.folds.is_open(section);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 26.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &title));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::S, p.hover);
    }
    let icon = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    let middle = rect.left_center() + vec2(9.0, 0.0);
    icon.paint(ui.painter(), middle, 15.0, p.text_muted);
    let at = egui::pos2(rect.left() + 20.0, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, p.text);
    widgets::focus_ring(ui, &response, rect, radius::S);
    if response.clicked() {
        desk.folds.on(Event::Turn(section), shown);
        ui.request_repaint();
    }
    if !is_open {
        folded_findings(ui, section, desk);
    }
}

/// Says how much of what is folded deserves a look.
fn folded_findings(ui: &mut Ui, section: Section, desk: &Desk<'_, '_>) {
    let here = || {
        desk.ctx
            .analysis
            .all_findings()
            .filter(|finding| finding.kind != Kind::ToDo && Section::of_pointer(&finding.pointer) == Some(section))
    };
    let count = here().count();
    if count > 0 {
        let stops = here().any(|finding| finding.tone() == Tone::Danger);
        let tone = if stops { Tone::Danger } else { Tone::Warning };
        widgets::badge(ui, &count.to_string(), tone);
    }
}
