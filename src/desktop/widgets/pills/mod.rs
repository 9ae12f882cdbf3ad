//! Text fields with pills: parts of a text that are shown by a label, and are one unit for the cursor, for selecting, deleting and copying.

mod buffer;
mod layout;
mod spoken;

use std::{ops::Range, rc::Rc};

use egui::{
    Align, Color32, Id, Key, Modifiers, OutputCommand, Rect, Response, TextBuffer, TextEdit, Ui,
    text::{CCursor, CCursorRange, TextFormat},
    text_edit::TextEditState,
};

pub use buffer::Find;
use buffer::{PillBuffer, Signs};
use layout::{LaidOut, Setting, lay_out};

/// The pills of a text, and how they look.
#[derive(Clone, Copy)]
pub struct Pills<'a> {
    /// Finds them.
    pub find: Find,
    /// What stands on one, by its text.
    pub label: &'a dyn Fn(&str) -> String,
    /// What screen readers say of it.
    pub said: &'a dyn Fn(&str) -> String,
    /// Most characters of the whole text; what is pasted beyond is left out.
    pub most: usize,
}

/// How a text with pills is set.
pub(in crate::desktop) struct PillStyle {
    /// The text.
    pub plain: TextFormat,
    /// The words of a pill.
    pub pill: TextFormat,
    /// Behind them.
    pub wash: Color32,
    /// Whether the text has several lines.
    pub wraps: bool,
    /// Whether it may have line ends.
    pub breaks: bool,
    pub align: Align,
}

/// A pill that was pressed, or chosen by Enter.
#[derive(Debug, Clone, PartialEq)]
pub struct PressedPill {
    /// The bytes of the text that it is.
    pub range: Range<usize>,
    /// Where it stands in the window.
    pub place: Rect,
}

/// What became of a field with pills.
pub(in crate::desktop) struct PillOutput {
    pub response: Response,
    pub pressed: Option<PressedPill>,
    /// Whether something was left out for which there was no room.
    pub was_cut: bool,
}

/// Shows a field for `text`; `dress` gives it its size and its frame.
pub(in crate::desktop) fn pill_edit(
    ui: &mut Ui,
    id: Id,
    text: &mut String,
    pills: Pills<'_>,
    style: &PillStyle,
    dress: impl for<'t> FnOnce(TextEdit<'t>) -> TextEdit<'t>,
) -> PillOutput {
    let place = id.with("signs");
    let signs: Signs = ui.data(|data| data.get_temp(place)).unwrap_or_default();
    let mut buffer = PillBuffer::new(text, signs, pills.find, pills.most);
    let entered = keys(ui, id, &buffer);
    note_chosen(ui, id, &buffer);
    let mut last: Option<LaidOut> = None;
    let shared = Rc::clone(&buffer.signs);
    let mut layouter = |ui: &Ui, shown: &dyn TextBuffer, width: f32| {
        let signs = shared.borrow();
        let setting = Setting {
            plain: &style.plain,
            pill: &style.pill,
            wash: style.wash,
            width: if style.wraps { width } else { f32::INFINITY },
            breaks: style.breaks,
            align: style.align,
        };
        let label = |sign: char| {
            let source = signs.source(sign)?;
            Some((pills.label)(source)).filter(|_| !(pills.find)(source).is_empty())
        };
        let laid = lay_out(ui, shown.as_str(), label, &setting);
        last = Some(laid.clone());
        laid.galley
    };
    let edit = match style.wraps {
        true => TextEdit::multiline(&mut buffer),
        false => TextEdit::singleline(&mut buffer),
    };
    let output = dress(edit.id(id).layouter(&mut layouter)).show(ui);
    let response = output.response.response.clone();
    ui.data_mut(|data| data.insert_temp(place, buffer.signs.borrow().clone()));
    if response.changed() {
        ui.request_repaint();
    }
    put_cursor(ui, id, &mut buffer);
    meant_by_commands(ui, &buffer.signs.borrow());
    let pills_at: Vec<(usize, Rect)> = last.map_or_else(Vec::new, |laid| laid.pills);
    let origin = output.galley_pos.to_vec2() - egui::vec2(output.galley.rect.left(), 0.0);
    spoken::say(ui, id, &output.galley, &buffer, pills.said);
    let pointed = response.clicked().then(|| response.interact_pointer_pos()).flatten();
    let pressed = pills_at.iter().find_map(|(index, rect)| {
        let place = rect.translate(origin);
        let is_meant = entered == Some(*index) || pointed.is_some_and(|at| place.contains(at));
        is_meant.then_some((*index, place))
    });
    if let Some((index, _)) = pressed {
        select(ui, id, index);
    }
    PillOutput {
        pressed: pressed.map(|(index, place)| PressedPill {
            range: buffer.range_of(index),
            place,
        }),
        was_cut: buffer.was_cut,
        response,
    }
}

/// Whether a pill alone is selected in the field, for which Enter opens its editor.
pub(in crate::desktop) fn chooses_pill(ui: &Ui, id: Id) -> bool {
    let range = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let chosen = ui
        .data(|data| data.get_temp::<Option<usize>>(id.with("chosen")))
        .flatten();
    let selected = range.map(|range| range.as_sorted_char_range());
    selected.is_some_and(|range| range.end.0 == range.start.0 + 1 && chosen == Some(range.start.0))
}

/// The bytes of `text` that are selected in the field, or where its cursor is; its end, where nobody has been yet.
pub(in crate::desktop) fn pill_cursor(ui: &Ui, id: Id, text: &str, find: Find) -> Range<usize> {
    let range = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let mut source = text.to_owned();
    let buffer = PillBuffer::new(&mut source, Signs::default(), find, usize::MAX);
    match range.map(|range| range.as_sorted_char_range()) {
        Some(range) => buffer.range_between(range.start.0, range.end.0),
        None => text.len()..text.len(),
    }
}

/// Selects a pill.
fn select(ui: &Ui, id: Id, index: usize) {
    set_range(ui, id, CCursorRange::two(CCursor::new(index), CCursor::new(index + 1)));
}

fn set_range(ui: &Ui, id: Id, range: CCursorRange) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

/// An arrow key selects a pill before it goes on; Enter on a selected one is about it. Returns the pill that Enter is about.
fn keys(ui: &Ui, id: Id, buffer: &PillBuffer<'_>) -> Option<usize> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let range = TextEditState::load(ui.ctx(), id)?.cursor.char_range()?;
    let pill_at = |index: usize| buffer.is_pill(index);
    let pressed = |key: Key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    let take = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let chosen = range.as_sorted_char_range();
    let (from, to) = (chosen.start.0, chosen.end.0);
    if from == to {
        if pressed(Key::ArrowRight) && pill_at(from) && take(Key::ArrowRight) {
            select(ui, id, from);
        } else if pressed(Key::ArrowLeft) && from > 0 && pill_at(from - 1) && take(Key::ArrowLeft) {
            let range = CCursorRange::two(CCursor::new(from), CCursor::new(from - 1));
            set_range(ui, id, range);
        }
        return None;
    }
    (to == from + 1 && pill_at(from) && pressed(Key::Enter) && take(Key::Enter)).then_some(from)
}

/// Notes the pill that alone is selected, for those who take keys before the field does.
fn note_chosen(ui: &Ui, id: Id, buffer: &PillBuffer<'_>) {
    let range = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let start = range.map(|range| range.as_sorted_char_range().start.0);
    let chosen = start.filter(|index| buffer.is_pill(*index));
    ui.data_mut(|data| data.insert_temp(id.with("chosen"), chosen));
}

/// Puts the cursor behind a pill that came together before it.
fn put_cursor(ui: &Ui, id: Id, buffer: &mut PillBuffer<'_>) {
    if let Some(index) = buffer.moved.take() {
        set_range(ui, id, CCursorRange::one(CCursor::new(index)));
    }
}

/// Lets other programs have the text itself, not the signs for its pills.
fn meant_by_commands(ui: &Ui, signs: &Signs) {
    ui.output_mut(|output| {
        for command in &mut output.commands {
            match command {
                OutputCommand::CopyText(text) | OutputCommand::TextSelectionSettled(text) => {
                    *text = signs.decode(text);
                }
                _ => {}
            }
        }
    });
}
