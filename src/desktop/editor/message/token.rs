//! Inserting a visitor's attribute into a text: `{{key|fallback}}`.

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

/// An icon as high as a line of text, so that it fits above a field; what can be clicked is larger.
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

/// Puts the token at the cursor of `field` and selects its fallback, so that typing replaces it. The keyboard is the caller's to move.
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
}
