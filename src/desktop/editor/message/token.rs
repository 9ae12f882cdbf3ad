//! Inserting a visitor's attribute into a text: `{{key|fallback}}`.

use egui::{
    Id, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use crate::desktop::{
    editor::desk::Desk,
    theme::{Icon, Type, palette},
    widgets::{self, MenuItem},
};

/// A button that opens the list of attributes; `label` names the text. True when one was inserted into `text`.
pub(super) fn button(ui: &mut Ui, label: &str, text: &mut String, field: Id, desk: &Desk<'_, '_>) -> bool {
    let name = desk.t1("editor-insert-attribute", "field", label);
    let button = widgets::icon_button(ui, Icon::UserRound, &name);
    let mut chosen = None;
    widgets::menu(&button, |ui| {
        ui.label(Type::Caption.text(desk.t("editor-insert-help"), palette(ui).text_faint));
        for key in desk.ctx.attributes {
            if ui.add(MenuItem::new(Icon::Tag, key)).clicked() {
                chosen = Some(key.clone());
            }
        }
        let other = desk.t("editor-insert-other");
        if ui.add(MenuItem::new(Icon::Plus, &other)).clicked() {
            chosen = Some(desk.t("editor-insert-key"));
        }
    });
    let Some(key) = chosen else { return false };
    insert(ui, text, field, &key, &desk.t("editor-insert-fallback"));
    true
}

/// Puts the token at the cursor of `field` and selects its fallback, so that typing replaces it.
fn insert(ui: &Ui, text: &mut String, field: Id, key: &str, fallback: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let length = text.chars().count();
    let selected = state.cursor.char_range().map(|range| range.as_sorted_char_range());
    let (start, end) = selected.map_or((length, length), |range| {
        (range.start.0.min(length), range.end.0.min(length))
    });
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let bytes = byte(start)..byte(end);
    let head = format!("{{{{{key}|");
    text.replace_range(bytes, &format!("{head}{fallback}}}}}"));
    let from = start + head.chars().count();
    let selection = CCursorRange::two(CCursor::new(from), CCursor::new(from + fallback.chars().count()));
    state.cursor.set_char_range(Some(selection));
    state.store(ui.ctx(), field);
    ui.memory_mut(|memory| memory.request_focus(field));
}
