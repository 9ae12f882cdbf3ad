//! What a detail of the visitor in a text is: which one, and what those read who have none. It opens at its pill, in a field and in the preview alike.

use egui::{
    Id, Key, Margin, Popup, PopupCloseBehavior, Rect, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use super::{
    theme::{Icon, height, set_control_height, space},
    widgets::{Button, Field, PressedPill},
};
use crate::{
    campaign::{Token, attribute_text, tokens},
    wording::text::Text,
};

/// Width of the editor, in points.
const WIDTH: f32 = 256.0;
/// So many known details are offered.
const OFFERED: usize = 6;

/// The pill whose editor is open.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Open {
    /// Which of the text's details it is.
    number: usize,
    place: Rect,
    /// Whether its first field has yet to get the keyboard.
    is_new: bool,
}

/// What may be read besides the text.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Details that other campaigns and visitors have.
    pub attributes: &'a [String],
    /// The words.
    pub text: &'a Text,
}

/// What a detail is called in an editor: its key in words, and what those read who have none.
pub fn name(source: &str, text: &Text) -> String {
    match tokens(source).first() {
        Some(Token { key, fallback, .. }) => match fallback.filter(|fallback| !fallback.is_empty()) {
            Some(fallback) => text.tv(
                "detail-or",
                &[("detail", in_words(key).into()), ("fallback", fallback.into())],
            ),
            None => in_words(key),
        },
        None => source.to_owned(),
    }
}

/// What stands on a detail in a field: its key in words.
pub fn label(source: &str) -> String {
    let found = tokens(source);
    found
        .first()
        .map_or_else(|| source.to_owned(), |token| in_words(token.key))
}

/// The key of a detail in words.
pub fn in_words(key: &str) -> String {
    key.replace(['_', '-', '.'], " ")
}

/// What a visitor with these details reads in the place of one; its name where that is nothing.
pub fn value(source: &str, details: &serde_json::Map<String, serde_json::Value>) -> String {
    let Some(Token { key, fallback, .. }) = tokens(source).into_iter().next() else {
        return source.to_owned();
    };
    let own = details.get(key).and_then(attribute_text);
    let read = own
        .or_else(|| fallback.map(str::to_owned))
        .filter(|read| !read.is_empty());
    read.unwrap_or_else(|| in_words(key))
}

/// Opens the editor of a pill of the field `field`.
pub fn open(ui: &Ui, field: Id, text: &str, pill: &PressedPill) {
    let number = tokens(text)
        .iter()
        .position(|token| token.range.start == pill.range.start);
    if let Some(number) = number {
        let open = Open {
            number,
            place: pill.place,
            is_new: true,
        };
        ui.data_mut(|data| data.insert_temp(place_of(field), open));
        ui.request_repaint();
    }
}

/// Whether the editor of one of the pills of `field` is open.
pub fn is_open(ui: &Ui, field: Id) -> bool {
    ui.data(|data| data.get_temp::<Open>(place_of(field))).is_some()
}

fn place_of(field: Id) -> Id {
    field.with("detail")
}

fn close(ui: &Ui, field: Id) {
    ui.data_mut(|data| data.remove::<Open>(place_of(field)));
    // The keyboard goes back to where it came from, unless something else was pressed.
    let elsewhere = ui
        .ctx()
        .memory(|memory| memory.focused().is_some_and(|id| !is_own(field, id)));
    if !elsewhere {
        ui.ctx().memory_mut(|memory| memory.request_focus(field));
    }
}

fn is_own(field: Id, id: Id) -> bool {
    ["key", "fallback", "done", "remove"]
        .iter()
        .any(|part| place_of(field).with(part) == id)
}

/// Shows the editor that is open for `field`, if one is, and applies what was typed to `text`. True when it was changed.
pub fn show(ui: &Ui, field: Id, text: &mut String, known: Known<'_>) -> bool {
    let id = place_of(field);
    let Some(open) = ui.data(|data| data.get_temp::<Open>(id)) else {
        return false;
    };
    let found = tokens(text).get(open.number).map(|token| {
        (
            token.key.to_owned(),
            token.fallback.map(str::to_owned),
            token.range.clone(),
        )
    });
    let Some((mut key, fallback, range)) = found else {
        close(ui, field);
        return false;
    };
    let mut fallback = fallback.unwrap_or_default();
    let mut written = None;
    let mut stays = true;
    Popup::new(id.with("popup"), ui.ctx().clone(), open.place, ui.layer_id())
        .open_bool(&mut stays)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(6.0)
        .width(WIDTH)
        .show(|ui| {
            egui::Frame::new().inner_margin(Margin::same(6)).show(ui, |ui| {
                ui.set_width(WIDTH);
                set_control_height(ui, height::INSPECTOR);
                ui.spacing_mut().item_spacing.y = space::S;
                written = fields(ui, id, (&mut key, &mut fallback), open.is_new, known);
            });
        });
    let was_seen = ui.data_mut(|data| data.remove_temp::<bool>(id.with("seen")).unwrap_or_default());
    let is_new = open.is_new && !was_seen;
    ui.data_mut(|data| data.insert_temp(id, Open { is_new, ..open }));
    let leaves = ui.input(|input| input.key_pressed(Key::Escape));
    match written {
        // Without a name it would be no detail, and could not be mended here.
        Some(Written::Kept) if key.trim().is_empty() => {}
        Some(Written::Kept) => text.replace_range(range, &token(&key, &fallback)),
        Some(Written::Removed) => text.replace_range(range, ""),
        Some(Written::Done) | None => {}
    }
    if leaves || !stays || matches!(written, Some(Written::Done | Written::Removed)) {
        close(ui, field);
    }
    matches!(written, Some(Written::Kept | Written::Removed))
}

/// What became of a detail in a frame.
enum Written {
    Kept,
    Removed,
    Done,
}

fn fields(
    ui: &mut Ui,
    id: Id,
    (key, fallback): (&mut String, &mut String),
    is_new: bool,
    Known { attributes, text }: Known<'_>,
) -> Option<Written> {
    let mut written = None;
    let label = text.t("detail-key");
    let named = Field::new(&label, key).id(id.with("key")).show(ui).response;
    let offered: Vec<&String> = attributes.iter().filter(|known| *known != key).take(OFFERED).collect();
    if !offered.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            for other in offered {
                let button = ui.add(Button::secondary(in_words(other)).small());
                let name = text.tv("detail-use", &[("detail", in_words(other).into())]);
                if button.accessible_name(name).clicked() {
                    key.clone_from(other);
                    written = Some(Written::Kept);
                }
            }
        });
    }
    let (label, help) = (text.t("detail-fallback"), text.t("detail-fallback-help"));
    let field = Field::new(&label, fallback).id(id.with("fallback")).help(&help);
    let replaced = field.show(ui).response;
    if is_new && !ui.is_sizing_pass() {
        replaced.request_focus();
        let mut state = TextEditState::load(ui.ctx(), replaced.id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(fallback.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), replaced.id);
        ui.data_mut(|data| data.insert_temp(id.with("seen"), true));
    }
    if named.changed() || replaced.changed() {
        written = Some(Written::Kept);
    }
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    ui.horizontal(|ui| {
        let remove = Button::ghost(text.t("detail-remove")).icon(Icon::Trash2).small();
        if ui.add(remove).clicked() {
            written = Some(Written::Removed);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let done = ui.add(Button::secondary(text.t("detail-done")).small());
            if done.clicked() || entered && !is_new && written.is_none() {
                written = Some(Written::Done);
            }
        });
    });
    written
}

/// A detail as it stands in a text. What would end it early is left out.
fn token(key: &str, fallback: &str) -> String {
    let plain = |text: &str| text.replace(['{', '}', '|', '\n', '\r'], "");
    let (key, fallback) = (plain(key), plain(fallback));
    match (key.trim(), fallback.as_str()) {
        (key, "") => format!("{{{{{key}}}}}"),
        (key, fallback) => format!("{{{{{key}|{fallback}}}}}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detail_is_written_so_that_it_is_read_again() {
        for (key, fallback, written) in [
            ("first_name", "friend", "{{first_name|friend}}"),
            ("plan", "", "{{plan}}"),
            ("a}}b", "c|{d", "{{ab|cd}}"),
        ] {
            assert_eq!(token(key, fallback), written);
            let found = tokens(written);
            assert_eq!(found.len(), 1, "{written}");
        }
    }

    #[test]
    fn a_pill_says_what_visitors_read_or_what_it_is() {
        let text = Text::new(crate::wording::text::Language::ENGLISH);
        let details = serde_json::from_str(r#"{ "first_name": "Ayşe" }"#).expect("details");
        let nobody = serde_json::Map::new();
        assert_eq!(value("{{first_name|friend}}", &details), "Ayşe");
        assert_eq!(value("{{first_name|friend}}", &nobody), "friend");
        assert_eq!(value("{{first_name}}", &nobody), "first name");
        assert_eq!(name("{{first_name|friend}}", &text), "first name, or “friend”");
        assert_eq!(name("{{plan}}", &text), "plan");
    }
}
