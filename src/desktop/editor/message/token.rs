//! Inserting a visitor's attribute into a text: `{{key|fallback}}`.

use egui::{Id, Key, Modifiers, Popup, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    campaign::token_ranges,
    desktop::{
        detail_editor, detail_menu,
        editor::desk::Desk,
        theme::{Icon, palette, radius},
        widgets::{self, PressedPill},
    },
};

/// A button that opens the list of attributes; `label` names the text. True when one was inserted into `text`.
pub(super) fn button(ui: &Ui, place: Rect, label: &str, text: &mut String, field: Id, desk: &Desk<'_, '_>) -> bool {
    let name = desk.t1("editor-insert-attribute", "field", label);
    let button = small_button(ui, field.with("insert"), place, &name);
    let asked = |ui: &Ui| ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowDown));
    if ui.memory(|memory| memory.has_focus(field)) && asked(ui) {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
    }
    let Some(token) = detail_menu::show(&button, desk.ctx.keys.attributes(), desk.ctx.text) else {
        return false;
    };
    insert(ui, place, text, field, &token);
    true
}

/// Shows an icon as high as a line of text, so that it fits into a field; its hit area is larger. The Tab key passes it by, since the next text is what
/// people go to; Alt and the down arrow press it from within the field.
fn small_button(ui: &Ui, id: Id, rect: Rect, name: &str) -> Response {
    let response = ui.interact(rect.expand2(vec2(2.0, 4.0)), id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let p = palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::S, p.hover);
    }
    let ink = if response.hovered() { p.text } else { p.text_faint };
    Icon::Braces.paint(ui.painter(), rect.center(), 13.0, ink);
    widgets::focus_ring(ui, &response, rect, radius::S);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text(name)
}

/// Inserts the token at the cursor of `field`, and opens its editor, so that what stands for a missing detail is typed next.
fn insert(ui: &Ui, place: Rect, text: &mut String, field: Id, token: &str) {
    let bytes = widgets::pill_cursor(ui, field, text, token_ranges);
    let start = bytes.start;
    let range = start..start + token.len();
    text.replace_range(bytes, token);
    detail_editor::open(ui, field, text, &PressedPill { range, place });
}
