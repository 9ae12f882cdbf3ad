//! One condition as a row: field, comparison, value, its mark, − and +. The audience and the activity share it.

mod custom_key;
mod fit;
mod memory;
mod notes;
mod value;

#[cfg(test)]
mod tests;

pub(super) use notes::{conflict_line, conflict_stripe, finding_line, what_would_change};
pub(super) use value::{LARGEST_WHOLE, as_json};

use egui::{Align, Id, Layout, Rect, Response, Ui};

use super::{
    desk::Desk,
    input::{cell, handle, small_cell, square_button},
    words,
};
use crate::{
    campaign::{CATALOGUE, Condition, Field, FieldType, Operator, Section},
    desktop::{
        theme::{Icon, height, space},
        widgets::{self, Choice, Select},
    },
};

/// Below this width a row takes two lines.
const NARROW: f32 = 520.0;
const HANDLE: f32 = 20.0;
/// Mark, − and + with their gaps.
const TAIL: f32 = MARK + 2.0 * height::SMALL + 2.0 * space::S;
/// The mark, or the button in its place.
const MARK: f32 = 28.0;
/// Wide enough for the longest name of a field, and of most comparisons.
const FIELD: f32 = 186.0;
const OPERATOR: f32 = 124.0;
/// The field's own box next to the name of a custom attribute.
const CUSTOM: f32 = 98.0;

/// What a row knows about its place.
pub(super) struct RowPlace<'a> {
    /// Lasting identity.
    pub(super) id: Id,
    /// What screen readers call it, such as "Condition 2".
    pub(super) name: &'a str,
    /// Its number, for the names of its buttons.
    pub(super) number: usize,
    /// JSON Pointer.
    pub(super) pointer: &'a str,
    /// Which fields are offered.
    pub(super) section: Section,
    /// The part that gets the focus now.
    pub(super) take_focus: Option<RowPart>,
}

/// A part of a row that the keyboard can be sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum RowPart {
    /// What the condition is about.
    #[default]
    Field,
    /// The handle.
    Handle,
}

/// What the user did to the row as a whole.
pub(super) struct Shown {
    /// Clicked, it opens a menu; dragged, it moves the row.
    pub(super) handle: Response,
    /// The whole row.
    pub(super) rect: Rect,
    /// − was pressed.
    pub(super) remove: bool,
    /// + was pressed.
    pub(super) add: bool,
    /// The button in place of a muted row's mark was pressed.
    pub(super) unmute: bool,
}

/// Shows the row over the whole width.
pub(super) fn show(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) -> Shown {
    memory::check(ui, place.id, condition);
    let row = ui.push_id(place.id, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        let shown = if ui.available_width() < NARROW {
            narrow(ui, condition, place, desk)
        } else {
            wide(ui, condition, place, desk)
        };
        notes::below(ui, place, desk);
        shown
    });
    memory::follow(ui, place.id, condition);
    conflict_stripe(ui, row.response.rect, place.pointer, desk);
    Shown {
        rect: row.response.rect,
        ..row.inner
    }
}

fn wide(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) -> Shown {
    ui.horizontal_top(|ui| {
        let rest = ui.available_width() - HANDLE - TAIL - 4.0 * space::S;
        let custom = condition.field.known() == Some(Field::Custom);
        let field_width = if custom {
            (rest * 0.42).round()
        } else {
            FIELD.min(rest * 0.42)
        };
        let operator_width = OPERATOR.min(rest * 0.3);
        let handle = grip(ui, place, desk);
        let dim = condition.muted;
        ui.scope(|ui| {
            dim_if(ui, dim);
            cell(ui, field_width, |ui| field(ui, condition, place, desk));
            cell(ui, operator_width, |ui| operator(ui, condition, place, desk));
            let value_width = (rest - field_width - operator_width).max(60.0);
            cell(ui, value_width, |ui| value_of(ui, condition, place, desk));
        });
        tail(ui, condition, place, desk, handle)
    })
    .inner
}

fn narrow(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) -> Shown {
    let dim = condition.muted;
    let grip = ui
        .horizontal_top(|ui| {
            let handle = grip(ui, place, desk);
            let rest = ui.available_width() - space::S;
            dim_if(ui, dim);
            cell(ui, (rest * 0.58).round(), |ui| field(ui, condition, place, desk));
            let left = ui.available_width();
            cell(ui, left, |ui| operator(ui, condition, place, desk));
            handle
        })
        .inner;
    ui.horizontal_top(|ui| {
        ui.add_space(HANDLE + space::S);
        let width = ui.available_width() - TAIL - space::S;
        ui.scope(|ui| {
            dim_if(ui, dim);
            cell(ui, width, |ui| value_of(ui, condition, place, desk));
        });
        tail(ui, condition, place, desk, grip)
    })
    .inner
}

fn dim_if(ui: &mut Ui, muted: bool) {
    if muted {
        ui.multiply_opacity(0.45);
    }
}

fn grip(ui: &mut Ui, place: &RowPlace<'_>, desk: &Desk<'_, '_>) -> Response {
    let name = desk.t1(
        of(place.section, "editor-row-handle", "editor-page-row-handle"),
        "number",
        place.number,
    );
    let handle = handle(ui, place.id.with("handle"), &name, height::CONTROL);
    if place.take_focus == Some(RowPart::Handle) {
        handle.request_focus();
    }
    handle
}

fn field(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) {
    ui.horizontal_top(|ui| {
        let chosen = condition.field.known();
        let whole = ui.available_width();
        let width = if chosen == Some(Field::Custom) {
            CUSTOM.min(whole * 0.54)
        } else {
            whole
        };
        field_select(ui, condition, place, desk, width);
        if chosen == Some(Field::Custom) {
            custom_key::show(ui, condition, place, desk);
        }
    });
}

fn field_select(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>, width: f32) {
    let fields = || CATALOGUE.iter().filter(|spec| spec.section == place.section);
    let chosen = condition.field.known();
    let shown = match (chosen, condition.field.id()) {
        (Some(field), _) => words::field(desk.ctx.text, field).to_owned(),
        (None, Some(unknown)) => unknown.to_owned(),
        (None, None) => desk.t("editor-choose-field"),
    };
    let pointer = format!("{}/field", place.pointer);
    let id = ui.next_auto_id();
    let search = desk.t("editor-search-fields");
    let nothing = desk.t("editor-no-field-found");
    let nearest = desk.t("select-nearest");
    let name = format!("{} {}", place.name, desk.t("editor-part-field"));
    let mut select = Select::new(&name, &shown).width(width).wrong(desk.is_wrong(&pointer));
    if place.section == Section::Audience {
        select = select.searchable(&search).when_nothing_is_found(&nothing, &nearest);
    }
    let picked = select.list_width(360.0).show(ui, || {
        let choice = |spec: &crate::campaign::FieldSpec| Choice {
            label: words::field(desk.ctx.text, spec.field).to_owned(),
            detail: words::field_detail(desk.ctx.text, spec.field),
            chosen: chosen == Some(spec.field),
            words: words::field_words(desk.ctx.text, spec.field),
        };
        fields().map(choice).collect()
    });
    arrive(ui, place.pointer, "field", id, desk);
    if place.take_focus == Some(RowPart::Field) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if let Some(spec) = picked.and_then(|index| fields().nth(index)) {
        let held = memory::before_change(ui, place.id, condition);
        fit::set_field(condition, spec.field, &held);
        memory::keep(ui, place.id, held, condition);
        desk.structural("editor-step-field");
    }
}

fn operator(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) {
    let Some(field) = condition.field.known() else { return };
    let operators = field.spec().operators;
    let chosen = condition.operator.known();
    let shown = match (chosen, condition.operator.id()) {
        (Some(operator), _) => words::operator(desk.ctx.text, operator).to_owned(),
        (None, Some(unknown)) => unknown.to_owned(),
        (None, None) => desk.t("editor-choose-operator"),
    };
    let name = format!("{} {}", place.name, desk.t("editor-part-operator"));
    let wrong = desk.is_wrong(&format!("{}/operator", place.pointer));
    let id = ui.next_auto_id();
    let choice = |operator: &Operator| Choice {
        label: words::operator(desk.ctx.text, *operator).to_owned(),
        chosen: chosen == Some(*operator),
        ..Choice::default()
    };
    let picked = Select::new(&name, &shown)
        .wrong(wrong)
        .show(ui, || operators.iter().map(choice).collect());
    arrive(ui, place.pointer, "operator", id, desk);
    if let Some(operator) = picked.and_then(|index| operators.get(index)) {
        let held = memory::before_change(ui, place.id, condition);
        fit::set_operator(condition, *operator, &held);
        memory::keep(ui, place.id, held, condition);
        desk.structural("editor-step-operator");
    }
}

fn value_of(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) {
    let Some(field) = condition.field.known() else { return };
    if condition.operator.known().is_none_or(Operator::wants_value) {
        value::show(ui, condition, field, place, desk);
    }
}

fn tail(ui: &mut Ui, condition: &Condition, place: &RowPlace<'_>, desk: &Desk<'_, '_>, handle: Response) -> Shown {
    small_cell(ui, TAIL, |ui| {
        let unmute = if condition.muted {
            let name = desk.t1(
                of(place.section, "editor-unmute", "editor-unmute-page"),
                "number",
                place.number,
            );
            widgets::icon_button(ui, Icon::EyeOff, &name).clicked()
        } else {
            mark(ui, place.pointer, desk);
            false
        };
        let remove = desk.t1(
            of(place.section, "editor-remove-row", "editor-remove-page-row"),
            "number",
            place.number,
        );
        let remove = square_button(ui, Icon::Minus, &remove).clicked();
        let add = desk.t1(
            of(place.section, "editor-add-row", "editor-add-page-row"),
            "number",
            place.number,
        );
        let add = square_button(ui, Icon::Plus, &add).clicked();
        Shown {
            rect: handle.rect,
            handle,
            remove,
            add,
            unmute,
        }
    })
    .inner
}

/// The key for the section that a row is in.
fn of(section: Section, audience: &'static str, activity: &'static str) -> &'static str {
    match section {
        Section::Audience => audience,
        Section::Activity => activity,
    }
}

/// The mark of the node at `pointer`, or its empty place.
pub(super) fn mark(ui: &mut Ui, pointer: &str, desk: &Desk<'_, '_>) {
    let room = egui::vec2(MARK, 24.0);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Center), |ui| {
        ui.set_min_size(room);
        if let Some(row) = desk.ctx.analysis.marks.get(pointer) {
            widgets::mark(ui, row.mark, &row.reason);
        }
    });
}

/// Moves the focus to a part of the row if that place was requested; the field represents the row as a whole.
fn arrive(ui: &Ui, pointer: &str, part: &str, id: Id, desk: &Desk<'_, '_>) {
    let whole = part == "field" && desk.ctx.focus == Some(pointer);
    let place = if whole {
        pointer.to_owned()
    } else {
        format!("{pointer}/{part}")
    };
    desk.arrive(ui, &place, id, ui.min_rect());
}

/// Whether values of this field are chosen rather than typed.
fn is_chosen(kind: FieldType) -> bool {
    matches!(kind, FieldType::Choice | FieldType::Language)
}
