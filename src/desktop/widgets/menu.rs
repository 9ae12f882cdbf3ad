//! Menus that open from a button, and their lines.

use egui::{CornerRadius, Popup, Response, Role, Sense, Ui, Widget, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Icon, Type, height, palette, radius, space};

/// Least and greatest width of a line, in points: a menu is as wide as its longest line within these.
const LEAST: f32 = 160.0;
const MOST: f32 = 440.0;
/// Where the words begin, after the icon.
const WORDS: f32 = 36.0;
/// Room at the end of a line.
const END: f32 = 10.0;

/// Shows `content` as a menu under `button` while it is open.
pub fn menu(button: &Response, content: impl FnOnce(&mut Ui)) {
    show(Popup::menu(button).gap(4.0), content);
}

/// The identity of the menu under the button `button`, to open it by a key.
pub fn menu_id(button: egui::Id) -> egui::Id {
    button.with("popup")
}

/// Shows `content` as a menu at the pointer once `response` was clicked with the other button.
pub fn context_menu(response: &Response, content: impl FnOnce(&mut Ui)) {
    show(Popup::context_menu(response), content);
}

fn show(popup: Popup<'_>, content: impl FnOnce(&mut Ui)) {
    popup.width(MOST).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        content(ui);
    });
}

/// A line of a menu.
#[must_use = "add it to a ui"]
pub struct MenuItem<'a> {
    icon: Icon,
    text: &'a str,
    shortcut: String,
    danger: bool,
}

impl<'a> MenuItem<'a> {
    /// A line with `icon` and `text`.
    pub fn new(icon: Icon, text: &'a str) -> Self {
        Self {
            icon,
            text,
            shortcut: String::new(),
            danger: false,
        }
    }

    /// Shows the keys that do the same.
    pub fn shortcut(mut self, keys: String) -> Self {
        self.shortcut = keys;
        self
    }

    /// It throws something away.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }
}

impl Widget for MenuItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = palette(ui);
        let keys = paint::line(ui, self.shortcut, Type::Caption, p.text_faint);
        let words = paint::line(ui, self.text, Type::Body, p.text).size().x.ceil();
        let gap = if keys.is_empty() { 0.0 } else { space::L };
        let own = (WORDS + words + gap + keys.size().x.ceil() + END).clamp(LEAST, MOST);
        // A menu is measured in an invisible pass; afterwards its lines share the width of the longest.
        let width = if ui.is_sizing_pass() { own } else { ui.available_width() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height::ROW), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), self.text));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, CornerRadius::same(radius::S), p.hover);
        }
        let ink = paint::faded(ui, if self.danger { p.danger } else { p.text });
        let icon_ink = if self.danger { p.danger } else { p.text_faint };
        self.icon.paint(
            ui.painter(),
            egui::pos2(rect.left() + 18.0, rect.center().y),
            15.0,
            icon_ink,
        );
        let words = rect.with_min_x(rect.left() + WORDS);
        let room = words.width() - keys.size().x - gap - END;
        let galley = paint::clipped_line(ui, self.text, Type::Body, ink, room);
        paint::put_left(ui, words, galley, ink);
        let right = rect.right() - END - keys.size().x;
        paint::put_left(ui, rect.with_min_x(right), keys, p.text_faint);
        response
    }
}
