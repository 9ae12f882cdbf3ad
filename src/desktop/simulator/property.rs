//! One value in the panel: its name at the left, the value at the right, a dashed line below. Looks like text, edits like a field.

use egui::{
    Align, Align2, Color32, Id, Margin, Rect, Response, Role, Sense, Shape, Stroke, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, radius, space},
        widgets::{self, Choice, MenuItem, Select},
    },
    wording::text::Text,
};

/// Shows `label` and, to its right, `content` in the remaining room.
pub(in crate::desktop) fn property<R>(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let p = palette(ui);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, height::SMALL + 2.0), Sense::hover());
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), Type::Small.font(), p.text_muted);
    let words = galley.size();
    let place = Align2::LEFT_CENTER.anchor_size(rect.left_center(), words);
    ui.painter().galley(place.min, galley, p.text_muted);
    let y = rect.bottom() - 0.5;
    let line = [egui::pos2(rect.left(), y), egui::pos2(rect.right(), y)];
    ui.painter()
        .extend(Shape::dashed_line(&line, Stroke::new(1.0, p.border), 3.0, 2.0));
    let room = rect.with_min_x((rect.left() + words.x + space::S).min(rect.right()));
    let builder = egui::UiBuilder::new()
        .max_rect(room)
        .layout(egui::Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, content).inner
}

/// A text that is edited in place, right-aligned. `wrong` colours it.
pub(in crate::desktop) fn text(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: &mut String,
    hint: &str,
    wrong: bool,
) -> Response {
    let p = palette(ui);
    let color = if wrong { p.danger } else { p.text };
    let width = ui.available_width();
    let edit = TextEdit::singleline(value)
        .id(id)
        .frame(egui::Frame::NONE)
        .font(Type::Small.font())
        .text_color(color)
        .hint_text(Type::Small.text(hint, p.text_faint))
        .align(Align2::RIGHT_CENTER)
        .margin(Margin::symmetric(4, 2))
        .min_size(vec2(0.0, 24.0))
        .desired_width(width - 8.0);
    let response = ui.add(edit).accessible_name(name);
    under(ui, &response);
    widgets::focus_ring(ui, &response, response.rect, radius::S);
    response
}

/// Shows a text that is applied while `read` understands it. Other input is dropped once the field loses the focus.
pub(in crate::desktop) fn typed<T>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    shown: &str,
    hint: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let focused = ui.memory(|memory| memory.has_focus(id));
    let kept: Option<String> = focused.then(|| ui.data(|data| data.get_temp(id))).flatten();
    let mut value = kept.unwrap_or_else(|| shown.to_owned());
    let wrong = read(&value).is_none();
    let response = text(ui, id, name, &mut value, hint, wrong);
    let answer = response.changed().then(|| read(&value)).flatten();
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, value));
    }
    answer
}

/// Returns the input of the field [`typed`] with this identity while it has the focus.
pub(in crate::desktop) fn being_typed(ui: &Ui, id: Id) -> Option<String> {
    let focused = ui.memory(|memory| memory.has_focus(id));
    focused.then(|| ui.data(|data| data.get_temp(id))).flatten()
}

/// Shows a choice of a few, right-aligned; returns the chosen index.
pub(in crate::desktop) fn choice(ui: &mut Ui, name: &str, shown: &str, options: &[String]) -> Option<usize> {
    let response = closed_choice(ui, name, shown);
    let mut picked = None;
    widgets::menu(&response, |ui| {
        for (index, option) in options.iter().enumerate() {
            let icon = if option == shown { Icon::Check } else { Icon::Dot };
            if ui.add(MenuItem::new(icon, option)).clicked() {
                picked = Some(index);
            }
        }
    });
    picked
}

/// Shows a choice of many, which can be searched; returns the chosen index.
pub(in crate::desktop) fn long_choice(
    ui: &mut Ui,
    name: &str,
    shown: &str,
    text: &Text,
    options: impl FnOnce() -> Vec<Choice>,
) -> Option<usize> {
    let response = closed_choice(ui, name, shown);
    let (search, nothing) = (text.t("editor-search-fields"), text.t("editor-no-choice-found"));
    let nearest = text.t("select-nearest");
    let select = Select::new(name, shown)
        .searchable(&search)
        .when_nothing_is_found(&nothing, &nearest);
    select.list_width(260.0).below(ui, &response, options)
}

/// What is chosen, right-aligned, with an arrow.
fn closed_choice(ui: &mut Ui, name: &str, shown: &str) -> Response {
    let p = palette(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(shown.to_owned(), Type::Small.font(), p.text);
    let width = (galley.size().x + 26.0).min(ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    under(ui, &response);
    let text = Rect::from_min_max(rect.min, egui::pos2(rect.right() - 20.0, rect.bottom()));
    let place = Align2::RIGHT_CENTER.anchor_size(text.right_center(), galley.size());
    ui.painter().galley(place.min, galley, p.text);
    let arrow = egui::pos2(rect.right() - 10.0, rect.center().y);
    Icon::ChevronDown.paint(ui.painter(), arrow, 12.0, p.text_faint);
    widgets::focus_ring(ui, &response, rect, radius::S);
    response
}

/// Draws a tint behind the control under the pointer, to show that it is editable.
fn under(ui: &Ui, response: &Response) {
    if response.hovered() && !response.has_focus() {
        let wash = palette(ui).accent.gamma_multiply(0.08);
        ui.painter().rect_filled(response.rect, radius::S, wash);
    } else if response.has_focus() {
        ui.painter().rect_filled(response.rect, radius::S, Color32::TRANSPARENT);
    }
}
