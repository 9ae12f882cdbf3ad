//! Menus that open from a button, and their lines.

use egui::{CornerRadius, Popup, Response, Role, Sense, Ui, Widget, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Icon, Type, height, palette, radius, space};

/// Shows `content` as a menu under `button` while it is open.
pub fn menu(button: &Response, content: impl FnOnce(&mut Ui)) {
    Popup::menu(button).gap(4.0).width(232.0).show(|ui| {
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
        let width = ui.available_width();
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
        let keys = paint::line(ui, self.shortcut, Type::Caption, p.text_faint);
        let words = rect.with_min_x(rect.left() + 36.0);
        let room = words.width() - keys.size().x - space::L;
        let galley = paint::clipped_line(ui, self.text, Type::Body, ink, room);
        paint::put_left(ui, words, galley, ink);
        let right = rect.right() - 10.0 - keys.size().x;
        paint::put_left(ui, rect.with_min_x(right), keys, p.text_faint);
        response
    }
}
