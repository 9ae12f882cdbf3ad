//! The boxes of the condition that is being edited: field, comparison, value. The audience and the activity share them.

mod fit;
mod key;
mod memory;
mod notes;
mod value;

#[cfg(test)]
mod tests;

pub(super) use notes::{below as notes, conflict_stripe, exactly as notes_exactly, what_would_change};
pub(super) use value::{LARGEST_WHOLE, as_json};

use egui::{
    Id, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use super::{desk::Desk, input::cell, words};
use crate::{
    campaign::{CATALOGUE, Condition, Field, FieldType, Operator, Section},
    desktop::{
        theme::{Type, height, palette, space},
        widgets::{Button, Choice, Select},
    },
    studio::{
        audiences::title,
        outline::{Pending, ReadyRow, RowPart},
    },
};

/// Least and greatest width of a box that shows a name.
const NAME: [f32; 2] = [92.0, 236.0];
/// What a box has around its text.
const AROUND: f32 = 52.0;
/// Room for the name of an attribute, a parameter or an event.
const KEY: f32 = 168.0;

/// What a row knows about its place.
pub(super) struct RowPlace<'a> {
    /// Lasting identity.
    pub(super) id: Id,
    /// What screen readers call it, such as "Condition 2".
    pub(super) name: &'a str,
    /// JSON Pointer.
    pub(super) pointer: &'a str,
    /// Which fields are offered.
    pub(super) section: Section,
    /// The part that gets the keyboard now.
    pub(super) pending: Option<Pending>,
    /// Whether it was just added, so that what it lacks is no fault yet.
    pub(super) fresh: bool,
}

impl RowPlace<'_> {
    /// Whether the keyboard goes to a part now.
    fn wants(&self, part: RowPart) -> bool {
        self.pending.is_some_and(|pending| pending.part == part)
    }

    /// Whether the list of a part opens now.
    fn opens(&self, part: RowPart) -> bool {
        self.pending
            .is_some_and(|pending| pending.part == part && pending.opens)
    }
}

/// How the user leaves the boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// The row is as it is wanted.
    Done,
    /// The ready row of this number is wanted in its place.
    Ready(usize),
    /// The saved audience of this number is wanted in its place.
    Saved(usize),
}

/// Shows the boxes within the width of `ui`, on as many lines as they need; returns how the user leaves the row, if they do.
pub(super) fn boxes(
    ui: &mut Ui,
    condition: &mut Condition,
    place: &RowPlace<'_>,
    desk: &mut Desk<'_, '_>,
) -> Option<Left> {
    memory::check(ui, place.id, condition);
    let done = ui
        .push_id(place.id, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            laid_out(ui, condition, place, desk)
        })
        .inner;
    memory::follow(ui, place.id, condition);
    done
}

/// A box of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Field,
    Key(Field),
    Operator,
    Value,
    Done,
}

/// How wide a box is at least, and whether it takes what is left of its line.
struct Wide {
    part: Part,
    least: f32,
    grows: bool,
}

fn laid_out(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) -> Option<Left> {
    let room = ui.available_width();
    let mut left = None;
    for line in broken(widths(ui, condition, desk), room) {
        let gaps = space::S * line.len().saturating_sub(1) as f32;
        let taken: f32 = line.iter().map(|wide| wide.least.min(room)).sum();
        let spare = (room - taken - gaps).max(0.0);
        let growing = line.iter().filter(|wide| wide.grows).count().max(1) as f32;
        ui.horizontal_top(|ui| {
            for wide in line {
                let more = if wide.grows { spare / growing } else { 0.0 };
                let width = wide.least.min(room) + more;
                cell(ui, width, |ui| match wide.part {
                    Part::Field => left = field(ui, condition, place, desk).or(left),
                    Part::Key(field) => key::show(ui, condition, field, place, desk),
                    Part::Operator => operator(ui, condition, place, desk),
                    Part::Value => value_of(ui, condition, place, desk),
                    Part::Done => left = leave(ui, desk).then_some(Left::Done).or(left),
                });
            }
        });
    }
    left
}

/// The boxes that the condition needs, in order.
fn widths(ui: &Ui, condition: &Condition, desk: &Desk<'_, '_>) -> Vec<Wide> {
    let measured = |text: &str, step: Type| {
        let galley = ui
            .painter()
            .layout_no_wrap(text.to_owned(), step.font(), palette(ui).text);
        galley.size().x
    };
    let named = |text: &str| (measured(text, Type::Body) + AROUND).clamp(NAME[0], NAME[1]);
    let fixed = |part, least| Wide {
        part,
        least,
        grows: false,
    };
    let mut parts = vec![fixed(Part::Field, named(&field_shown(condition, desk)))];
    if let Some(field) = condition.field.known() {
        if field.spec().keys.is_some() {
            parts.push(fixed(Part::Key(field), KEY));
        }
        if !goes_without_operator(field, condition) {
            parts.push(fixed(Part::Operator, named(&operator_shown(condition, desk))));
        }
        if condition.operator.known().is_none_or(Operator::wants_value) {
            parts.push(value_width(field, condition));
        }
    }
    let end = measured(&desk.t("outline-done"), Type::Label) + 20.0;
    parts.push(fixed(Part::Done, end));
    parts
}

/// Whether the only comparison there is says nothing that the field does not say.
fn goes_without_operator(field: Field, condition: &Condition) -> bool {
    let only = field.spec().operators == [Operator::Equals];
    field.spec().kind == FieldType::Element && only && condition.operator.known() == Some(Operator::Equals)
}

fn value_width(field: Field, condition: &Condition) -> Wide {
    let list = condition.operator.known().is_some_and(Operator::wants_list);
    let (least, grows) = match field.spec().kind {
        _ if list => (180.0, true),
        FieldType::Url => (180.0, true),
        FieldType::Custom | FieldType::Parameter => (170.0, true),
        FieldType::Element => (240.0, true),
        FieldType::Seconds => (96.0, false),
        FieldType::WholeNumber | FieldType::KeyedCount | FieldType::Percent => (84.0, false),
        FieldType::Version => (130.0, false),
        FieldType::Date => (196.0, false),
        FieldType::Choice | FieldType::Language => (170.0, false),
        FieldType::Flag => (104.0, false),
    };
    Wide {
        part: Part::Value,
        least,
        grows,
    }
}

/// Breaks the boxes into lines that are not wider than `room`.
fn broken(parts: Vec<Wide>, room: f32) -> Vec<Vec<Wide>> {
    let mut lines: Vec<Vec<Wide>> = Vec::new();
    let mut used = f32::INFINITY;
    for wide in parts {
        if used + space::S + wide.least > room {
            used = 0.0;
            lines.push(Vec::new());
        } else {
            used += space::S;
        }
        used += wide.least;
        if let Some(line) = lines.last_mut() {
            line.push(wide);
        }
    }
    lines
}

fn leave(ui: &mut Ui, desk: &Desk<'_, '_>) -> bool {
    ui.horizontal(|ui| {
        ui.set_min_height(height::CONTROL);
        ui.add(Button::link(desk.t("outline-done")).small()).clicked()
    })
    .inner
}

fn field_shown(condition: &Condition, desk: &Desk<'_, '_>) -> String {
    match (condition.field.known(), condition.field.id()) {
        (Some(field), _) => words::field(desk.ctx.text, field).to_owned(),
        (None, Some(unknown)) => unknown.to_owned(),
        (None, None) => desk.t("editor-choose-field"),
    }
}

/// Shows the field, and what to choose from; returns the ready row or the saved audience that was chosen instead.
fn field(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) -> Option<Left> {
    let fields = || {
        CATALOGUE
            .iter()
            .filter(|spec| place.section == Section::Audience || spec.section == place.section)
    };
    let chosen = condition.field.known();
    let shown = field_shown(condition, desk);
    let pointer = format!("{}/field", place.pointer);
    let id = ui.next_auto_id();
    let search = desk.t("editor-search-fields");
    let nothing = desk.t("editor-no-field-found");
    let nearest = desk.t("select-nearest");
    let name = format!("{} {}", place.name, desk.t("editor-part-field"));
    let wrong = desk.is_wrong(&pointer) && !place.fresh;
    let mut select = Select::new(&name, &shown)
        .wrong(wrong)
        .open_now(place.opens(RowPart::Field));
    if place.section == Section::Audience {
        select = select.searchable(&search).when_nothing_is_found(&nothing, &nearest);
    }
    // Rows of the activity are single conditions.
    let ready = match place.section {
        Section::Audience => ReadyRow::all(),
        Section::Activity => &[],
    };
    let audiences = desk.ctx.audiences;
    let is_audience = place.section == Section::Audience;
    let saved = || {
        let among = audiences.iter().filter(move |_| is_audience);
        among.map(|(name, found)| Choice {
            label: title(audiences, name).to_owned(),
            detail: desk.t("audience-saved"),
            chosen: false,
            words: format!("{name} {}", found.description.as_deref().unwrap_or_default()),
            last: false,
        })
    };
    let picked = select.list_width(380.0).show(ui, || {
        let choice = |spec: &crate::campaign::FieldSpec| Choice {
            label: words::field(desk.ctx.text, spec.field).to_owned(),
            detail: words::field_detail(desk.ctx.text, spec.field),
            chosen: chosen == Some(spec.field),
            words: words::field_words(desk.ctx.text, spec.field),
            last: false,
        };
        let ready = ready.iter().map(|row| Choice {
            label: desk.t(&row.label_key()),
            detail: desk.t(&row.help_key()),
            chosen: false,
            words: desk.t(&row.words_key()),
            last: true,
        });
        fields().map(choice).chain(ready).chain(saved()).collect()
    });
    arrive(ui, place.pointer, "field", id, desk);
    take_keyboard(ui, place, RowPart::Field, id);
    let picked = picked?;
    if let Some(spec) = fields().nth(picked) {
        let held = memory::before_change(ui, place.id, condition);
        fit::set_field(condition, spec.field, &held);
        memory::keep(ui, place.id, held, condition);
        desk.structural("editor-step-field");
        go_on(condition, desk);
        return None;
    }
    let number = picked.checked_sub(fields().count())?;
    Some(match number.checked_sub(ready.len()) {
        Some(number) => Left::Saved(number),
        None => Left::Ready(number),
    })
}

/// Moves the keyboard to what the condition still lacks, so that it is filled in without a click.
fn go_on(condition: &Condition, desk: &mut Desk<'_, '_>) {
    let keys = condition.field.known().and_then(|field| field.spec().keys);
    let lacks_key = keys.is_some() && condition.key.is_none();
    if lacks_key {
        desk.outline.go_on_with(RowPart::Key);
    } else if condition.operator.known().is_some_and(Operator::wants_value) && condition.value.is_none() {
        desk.outline.go_on_with(RowPart::Value);
    }
}

fn operator_shown(condition: &Condition, desk: &Desk<'_, '_>) -> String {
    match (condition.operator.known(), condition.operator.id()) {
        (Some(operator), _) => words::operator(desk.ctx.text, operator).to_owned(),
        (None, Some(unknown)) => unknown.to_owned(),
        (None, None) => desk.t("editor-choose-operator"),
    }
}

fn operator(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) {
    let Some(field) = condition.field.known() else { return };
    let operators = field.spec().operators;
    let chosen = condition.operator.known();
    let shown = operator_shown(condition, desk);
    let name = format!("{} {}", place.name, desk.t("editor-part-operator"));
    let wrong = desk.is_wrong(&format!("{}/operator", place.pointer)) && !place.fresh;
    let id = ui.next_auto_id();
    let choice = |operator: &Operator| Choice {
        label: words::operator(desk.ctx.text, *operator).to_owned(),
        chosen: chosen == Some(*operator),
        ..Choice::default()
    };
    let picked = Select::new(&name, &shown)
        .wrong(wrong)
        .open_now(place.opens(RowPart::Operator))
        .show(ui, || operators.iter().map(choice).collect());
    arrive(ui, place.pointer, "operator", id, desk);
    take_keyboard(ui, place, RowPart::Operator, id);
    if let Some(operator) = picked.and_then(|index| operators.get(index)) {
        let held = memory::before_change(ui, place.id, condition);
        fit::set_operator(condition, *operator, &held);
        memory::keep(ui, place.id, held, condition);
        desk.structural("editor-step-operator");
        go_on(condition, desk);
    }
}

fn value_of(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) {
    let Some(field) = condition.field.known() else { return };
    if condition.operator.known().is_none_or(Operator::wants_value) {
        value::show(ui, condition, field, place, desk);
    }
}

/// Moves the keyboard to the control `id` if it is to be in this part now. A list that opens takes it by itself.
fn take_keyboard(ui: &Ui, place: &RowPlace<'_>, part: RowPart, id: Id) {
    if place.wants(part) && !place.opens(part) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Moves the keyboard to a text field if it is to be in the value now, and selects its text, so that what is typed replaces it.
fn take_text(ui: &Ui, place: &RowPlace<'_>, part: RowPart, id: Id) {
    // A field drops its selection in the first frame with the keyboard.
    let again = id.with("select all");
    let passes: u8 = if place.wants(part) {
        ui.memory_mut(|memory| memory.request_focus(id));
        2
    } else {
        ui.data(|data| data.get_temp(again)).unwrap_or_default()
    };
    if passes == 0 {
        return;
    }
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let whole = CCursorRange::two(CCursor::new(0), CCursor::new(LONGEST));
    state.cursor.set_char_range(Some(whole));
    state.store(ui.ctx(), id);
    ui.data_mut(|data| data.insert_temp(again, passes - 1));
    ui.request_repaint();
}

/// More letters than any value has.
const LONGEST: usize = 1 << 20;

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
