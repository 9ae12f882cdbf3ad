//! One line of the outline: its number or handle, the word before it, what it says, whether it holds, − and +.
//!
//! The audience and the activity share it. It changes nothing: what the user does with a line is returned.

use egui::{Id, Rect, Response, Role, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    flow::Flow,
    metrics::{BUTTON, Metrics, ROW},
    tail,
};
use crate::{
    campaign::{Condition, Section},
    desktop::{
        editor::{
            desk::Desk,
            input::handle,
            row::{self, RowPlace},
        },
        theme::{Type, palette, radius},
        widgets,
    },
    engine::NodeLocation,
    studio::outline::{Between, RowPart},
    wording,
};

/// What is known about a line.
pub(in crate::desktop::editor) struct LineView<'a> {
    /// Its node.
    pub place: NodeLocation,
    /// Its lasting identity.
    pub id: Id,
    /// The node's place in the file.
    pub pointer: &'a str,
    /// What screen readers call it, such as "Condition 2.1".
    pub name: &'a str,
    /// Its number, for the names of its buttons.
    pub number: &'a str,
    /// The number that is shown; only the outermost rows have one.
    pub shown: Option<String>,
    /// The word that joins it to the line above.
    pub between: Option<Between>,
    /// How deep it is indented.
    pub level: usize,
    /// Which fields its condition may ask about.
    pub section: Section,
    /// How many visitors are left after it, if that is counted.
    pub left: Option<u64>,
    /// Whether it is the head of a group.
    pub is_group: bool,
    /// Whether Tab stops here.
    pub stop: bool,
    /// Whether it is being dragged.
    pub dragged: bool,
}

/// What the user does with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desktop::editor) enum Answer {
    /// Selects it.
    Select,
    /// Edits it, beginning with a part.
    Open(RowPart),
    /// Leaves it.
    Done,
    /// Puts the ready row of this number in its place.
    Ready(usize),
    /// Puts the saved audience of this number in its place.
    Saved(usize),
    /// Removes it.
    Remove,
    /// Adds a row after it or, if it is a group, inside it.
    Add,
    /// Unmutes it.
    Unmute,
}

/// A line that was drawn.
pub(in crate::desktop::editor) struct Drawn {
    /// The whole row, without what is below it.
    pub row: Response,
    /// Dragged, it moves the row; clicked, it opens a menu.
    pub handle: Response,
    /// What the user did.
    pub answer: Option<Answer>,
    /// The row and what is below it.
    pub rect: Rect,
}

/// Shows a condition as a sentence.
pub(in crate::desktop::editor) fn condition(
    ui: &mut Ui,
    condition: &Condition,
    view: &LineView<'_>,
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> Drawn {
    let words = wording::row(condition, desk.ctx.text.language());
    let left = metrics.text(view.level);
    let flow = Flow::of(ui, &words, metrics.text_end() - left, desk);
    let spoken = desk.ctx.text.tv(
        "outline-row",
        &[("name", view.name.into()), ("words", words.line().into())],
    );
    framed(
        ui,
        view,
        flow.tall(),
        &spoken,
        None,
        metrics,
        desk,
        |ui, row, active, desk| {
            let origin = pos2(left, row.top());
            ui.scope(|ui| {
                if condition.muted {
                    ui.multiply_opacity(0.45);
                }
                flow.show(ui, origin, view.id, view.name, active, desk)
            })
            .inner
            .map(Answer::Open)
            .or(tail::show(
                ui,
                view,
                row.top() + ROW / 2.0,
                condition.muted,
                active,
                metrics,
                desk,
            ))
        },
    )
}

/// Shows a condition in boxes, to be edited.
pub(in crate::desktop::editor) fn edited(
    ui: &mut Ui,
    condition: &mut Condition,
    view: &LineView<'_>,
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> Drawn {
    let p = palette(ui);
    let whole = ui.available_rect_before_wrap();
    let background = ui.painter().add(egui::Shape::Noop);
    let left = metrics.text(view.level);
    let builder = UiBuilder::new()
        .scope_id(view.id)
        .max_rect(whole)
        .sense(Sense::CLICK)
        .accessibility_role(Role::TreeItem)
        .accessibility_label(view.name);
    let shown = ui.scope_builder(builder, |ui| {
        let top = ui.max_rect().top();
        let room = Rect::from_min_max(pos2(left, top + 4.0), pos2(metrics.text_end(), whole.bottom()));
        let place = RowPlace {
            id: view.id,
            name: view.name,
            pointer: view.pointer,
            section: view.section,
            pending: desk.outline.take_part(),
            fresh: desk.outline.is_fresh(&view.place),
        };
        let boxes = ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            row::boxes(ui, condition, &place, desk)
        });
        let bottom = boxes.response.rect.bottom() + 4.0;
        let middle = top + 4.0 + 18.0;
        let handle = gutter(ui, view, middle, true, metrics, desk);
        between(ui, view, middle, metrics, desk);
        let answer = tail::show(ui, view, middle, condition.muted, true, metrics, desk);
        let rect = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), bottom));
        ui.allocate_rect(rect, Sense::hover());
        let left = boxes.inner.map(|left| match left {
            row::Left::Done => Answer::Done,
            row::Left::Ready(number) => Answer::Ready(number),
            row::Left::Saved(number) => Answer::Saved(number),
        });
        (handle, left.or(answer), rect)
    });
    let (handle, answer, rect) = shown.inner;
    let around = rect.expand2(vec2(8.0, 0.0));
    let frame = egui::epaint::RectShape::new(
        around,
        egui::CornerRadius::same(radius::M),
        p.accent_soft,
        egui::Stroke::new(1.5, p.accent),
        egui::StrokeKind::Inside,
    );
    ui.painter().set(background, frame);
    structure(ui, view, rect, None, desk);
    below(ui, view, metrics, desk);
    Drawn {
        row: shown.response,
        handle,
        answer,
        rect: rect.with_max_y(ui.cursor().top()),
    }
}

/// Shows a line around `content`, which receives the row's place and whether the line is hovered or selected.
#[expect(clippy::too_many_arguments, reason = "each is used once, here")]
pub(super) fn framed(
    ui: &mut Ui,
    view: &LineView<'_>,
    tall: f32,
    spoken: &str,
    expanded: Option<bool>,
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
    content: impl FnOnce(&mut Ui, Rect, bool, &mut Desk<'_, '_>) -> Option<Answer>,
) -> Drawn {
    let p = palette(ui);
    let whole = ui.available_rect_before_wrap();
    let rect = Rect::from_min_size(whole.min, vec2(whole.width(), tall));
    let selected = desk.outline.is_selected(&view.place);
    let builder = UiBuilder::new()
        .scope_id(view.id)
        .max_rect(rect)
        .sense(if view.stop { Sense::click() } else { Sense::CLICK })
        .accessibility_role(Role::TreeItem)
        .accessibility_label(spoken);
    let shown = ui.scope_builder(builder, |ui| {
        ui.set_min_size(rect.size());
        if view.dragged {
            ui.multiply_opacity(0.4);
        }
        let hovered = ui.rect_contains_pointer(rect);
        let active = hovered || selected;
        if active {
            let around = rect.expand2(vec2(8.0, 0.0));
            ui.painter()
                .rect_filled(around, egui::CornerRadius::same(radius::S), p.hover);
        }
        let middle = rect.top() + ROW / 2.0;
        let handle = gutter(ui, view, middle, active, metrics, desk);
        between(ui, view, middle, metrics, desk);
        let answer = content(ui, rect, active, desk);
        (handle, answer)
    });
    structure(ui, view, rect, expanded, desk);
    let row = shown.response;
    widgets::focus_ring(ui, &row, rect.expand2(vec2(6.0, 0.0)), radius::S);
    let (handle, answer) = shown.inner;
    let answer = answer.or(row.double_clicked().then_some(Answer::Open(RowPart::Value)));
    let answer = answer.or(row.clicked().then_some(Answer::Select));
    below(ui, view, metrics, desk);
    Drawn {
        row,
        handle,
        answer,
        rect: rect.with_max_y(ui.cursor().top()),
    }
}

/// Tells screen readers where the line stands in the tree.
fn structure(ui: &Ui, view: &LineView<'_>, rect: Rect, expanded: Option<bool>, desk: &Desk<'_, '_>) {
    let selected = desk.outline.is_selected(&view.place);
    let reason = desk.ctx.analysis.marks.get(view.pointer).map(|row| row.reason.clone());
    ui.ctx().accesskit_node_builder(view.id, |node| {
        node.set_level(view.level + 1);
        // A part of the window that is clicked as a whole has no bounds of its own yet.
        node.set_bounds(egui::accesskit::Rect {
            x0: rect.min.x.into(),
            y0: rect.min.y.into(),
            x1: rect.max.x.into(),
            y1: rect.max.y.into(),
        });
        node.set_selected(selected);
        if let Some(expanded) = expanded {
            node.set_expanded(expanded);
        }
        if let Some(reason) = reason {
            node.set_description(reason);
        }
    });
}

/// What was found about the node, below its line.
fn below(ui: &mut Ui, view: &LineView<'_>, metrics: &Metrics, desk: &Desk<'_, '_>) {
    let indent = metrics.text(view.level) - ui.max_rect().left();
    // What a new row lacks is no fault before it is left.
    if desk.outline.is_fresh(&view.place) {
        return;
    }
    if view.is_group {
        row::notes_exactly(ui, view.pointer, indent, desk);
    } else {
        row::notes(ui, view.pointer, indent, desk);
    }
}

/// Shows the number; the handle takes its place while the line is hovered or selected.
fn gutter(
    ui: &mut Ui,
    view: &LineView<'_>,
    middle: f32,
    active: bool,
    metrics: &Metrics,
    desk: &Desk<'_, '_>,
) -> Response {
    let key = match view.section {
        Section::Activity => "editor-page-row-handle",
        Section::Audience if view.is_group => "editor-group-handle",
        Section::Audience => "editor-row-handle",
    };
    let name = desk.t1(key, "number", view.number);
    let rect = Rect::from_center_size(pos2(metrics.gutter(), middle), vec2(20.0, BUTTON));
    let handle = handle(ui, view.id.with("handle"), &name, rect, active);
    if let Some(number) = view
        .shown
        .as_ref()
        .filter(|_| !(active || handle.has_focus() || handle.dragged()))
    {
        let galley = ui
            .painter()
            .layout_no_wrap(number.clone(), Type::Caption.font(), palette(ui).text_faint);
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, palette(ui).text_faint);
    }
    handle
}

/// Shows the word that joins the line to the one above, and the lines that lead from its groups.
fn between(ui: &Ui, view: &LineView<'_>, middle: f32, metrics: &Metrics, desk: &Desk<'_, '_>) {
    let p = palette(ui);
    let Some(between) = view.between else { return };
    let word = desk.t(match between {
        Between::And => "outline-and",
        Between::Or => "outline-or",
        Between::Nor => "outline-nor",
    });
    let galley = ui.painter().layout_no_wrap(word, Type::Caption.font(), p.text_muted);
    let right = metrics.text(view.level) - 6.0;
    let at = pos2(right - galley.size().x, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, p.text_muted);
}
