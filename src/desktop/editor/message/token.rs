//! Inserting a visitor's attribute into a text: `{{key|fallback}}`.

use std::ops::Range;

use egui::{
    Id, Response, Role, Sense, Ui, WidgetInfo,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};

use crate::desktop::{
    editor::desk::Desk,
    theme::{Icon, Type, palette, radius},
    widgets::{self, MenuItem},
};

/// A button that opens the list of attributes; `label` names the text. True when one was inserted into `text`.
pub(super) fn button(ui: &mut Ui, label: &str, text: &mut String, field: Id, desk: &Desk<'_, '_>) -> bool {
    let name = desk.t1("editor-insert-attribute", "field", label);
    let button = small_button(ui, &name);
    let mut chosen = None;
    widgets::menu(&button, |ui| {
        let help = Type::Caption.text(desk.t("editor-insert-help"), palette(ui).text_faint);
        ui.add(egui::Label::new(help).wrap().halign(egui::Align::LEFT));
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

/// Shows an icon as high as a line of text, so that it fits above a field; its hit area is larger.
fn small_button(ui: &mut Ui, name: &str) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 20.0), Sense::hover());
    let response = ui.interact(rect.expand2(vec2(2.0, 4.0)), ui.next_auto_id(), Sense::click());
    ui.skip_ahead_auto_ids(1);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let p = palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::S, p.hover);
    }
    let ink = if response.hovered() { p.text } else { p.text_faint };
    Icon::Tag.paint(ui.painter(), rect.center(), 14.0, ink);
    widgets::focus_ring(ui, &response, rect, radius::S);
    response.on_hover_text(name)
}

/// Inserts the token at the cursor of `field`, and requests that its fallback be selected, so that typing replaces it.
fn insert(ui: &Ui, text: &mut String, field: Id, key: &str, fallback: &str) {
    let length = text.chars().count();
    let selected = TextEditState::load(ui.ctx(), field).and_then(|state| state.cursor.char_range());
    let (start, end) = selected.map_or((length, length), |range| {
        let range = range.as_sorted_char_range();
        (range.start.0.min(length), range.end.0.min(length))
    });
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let bytes = byte(start)..byte(end);
    let head = format!("{{{{{key}|");
    text.replace_range(bytes, &format!("{head}{fallback}}}}}"));
    let from = start + head.chars().count();
    let to_select = from..from + fallback.chars().count();
    ui.data_mut(|data| data.insert_temp(field.with("to select"), Some(to_select)));
}

/// Selects what an insertion left to be selected, once the click that made it is over: a field lets the keyboard go when something
/// else is clicked. Before the field is drawn.
pub(super) fn select(ui: &Ui, field: Id) {
    let word = field.with("to select");
    let waiting: Option<Option<Range<usize>>> = ui.data(|data| data.get_temp(word));
    let Some(range) = waiting.flatten() else { return };
    if ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
        ui.request_repaint();
        return;
    }
    ui.data_mut(|data| data.insert_temp::<Option<Range<usize>>>(word, None));
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let selection = CCursorRange::two(CCursor::new(range.start), CCursor::new(range.end));
    state.cursor.set_char_range(Some(selection));
    state.store(ui.ctx(), field);
    ui.memory_mut(|memory| memory.request_focus(field));
}
