//! Buttons: primary, secondary, ghost and danger, with or without an icon, and the square icon button.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Icon, Palette, Type, height, palette, radius, space};

/// Measures of a button, in points.
struct Sizes {
    height: f32,
    padding: f32,
    icon: f32,
}

const USUAL: Sizes = Sizes {
    height: height::CONTROL,
    padding: 14.0,
    icon: 16.0,
};

const SMALL: Sizes = Sizes {
    height: height::SMALL,
    padding: 10.0,
    icon: 14.0,
};

impl Sizes {
    /// Room for the sign of a menu, if it opens one.
    fn chevron_width(&self, button: &Button) -> f32 {
        if button.opens { 18.0 } else { 0.0 }
    }

    /// Room for the icon, if there is one.
    fn icon_width(&self, button: &Button) -> f32 {
        if button.icon.is_some() { self.icon + 6.0 } else { 0.0 }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Primary,
    Secondary,
    Ghost,
    Link,
    Danger,
}

/// A button with a word on it.
#[must_use = "add it to a ui"]
pub struct Button {
    text: String,
    icon: Option<Icon>,
    look: Look,
    small: bool,
    fill_width: bool,
    alarming: bool,
    opens: bool,
}

impl Button {
    fn new(text: impl Into<String>, look: Look) -> Self {
        Self {
            text: text.into(),
            icon: None,
            look,
            small: false,
            fill_width: false,
            alarming: false,
            opens: false,
        }
    }

    /// The one thing to do next on a screen.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(text, Look::Primary)
    }

    /// Anything else.
    pub fn secondary(text: impl Into<String>) -> Self {
        Self::new(text, Look::Secondary)
    }

    /// A button without an edge, for places that are full.
    pub fn ghost(text: impl Into<String>) -> Self {
        Self::new(text, Look::Ghost)
    }

    /// A button without an edge in the accent's colour: something to go on with.
    pub fn link(text: impl Into<String>) -> Self {
        Self::new(text, Look::Link)
    }

    /// What throws something away.
    pub fn danger(text: impl Into<String>) -> Self {
        Self::new(text, Look::Danger)
    }

    /// Puts `icon` before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// 28 points high instead of 36.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// As wide as there is room.
    pub fn fill_width(mut self) -> Self {
        self.fill_width = true;
        self
    }

    /// It opens a menu.
    pub fn opens(mut self) -> Self {
        self.opens = true;
        self
    }

    /// In the colour of what stops a launch: it leads to that.
    pub fn alarming(mut self) -> Self {
        self.alarming = true;
        self
    }

    /// How wide it is, unless it fills the room.
    pub fn width(&self, ui: &Ui) -> f32 {
        let sizes = self.sizes();
        sizes.icon_width(self) + self.galley(ui).size().x + sizes.chevron_width(self) + 2.0 * sizes.padding
    }

    fn galley(&self, ui: &Ui) -> Arc<egui::Galley> {
        let step = if self.small { Type::Label } else { Type::BodyStrong };
        paint::line(ui, self.text.clone(), step, Color32::PLACEHOLDER)
    }

    fn sizes(&self) -> Sizes {
        if self.small { SMALL } else { USUAL }
    }

    fn colors(&self, p: &Palette, hovered: bool, pressed: bool) -> (Color32, Color32, Color32) {
        let pick = |rest, hover, press| {
            if pressed {
                press
            } else if hovered {
                hover
            } else {
                rest
            }
        };
        match self.look {
            Look::Primary => (
                pick(p.accent, p.accent_hover, p.accent_pressed),
                Color32::TRANSPARENT,
                p.on_accent,
            ),
            Look::Secondary => (pick(p.input, p.hover, p.pressed), p.control_border, p.text),
            Look::Ghost => (
                pick(Color32::TRANSPARENT, p.hover, p.pressed),
                Color32::TRANSPARENT,
                p.text_muted,
            ),
            Look::Link => (
                pick(Color32::TRANSPARENT, p.hover, p.pressed),
                Color32::TRANSPARENT,
                p.accent_text,
            ),
            Look::Danger => (
                pick(p.danger_soft, p.danger_soft, p.hover),
                Color32::TRANSPARENT,
                p.danger,
            ),
        }
    }
}

impl Widget for Button {
    fn ui(self, ui: &mut Ui) -> Response {
        let sizes = self.sizes();
        let (tall, icon_size) = (sizes.height, sizes.icon);
        let galley = self.galley(ui);
        let icon_width = sizes.icon_width(&self);
        let words = galley.size().x;
        let content = icon_width + words + sizes.chevron_width(&self);
        let wide = if self.fill_width {
            ui.available_width()
        } else {
            content + 2.0 * sizes.padding
        };
        let (rect, response) = ui.allocate_exact_size(vec2(wide, tall), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &self.text));
        if ui.is_rect_visible(rect) {
            let p = palette(ui);
            let (fill, edge, ink) = self.colors(p, response.hovered(), response.is_pointer_button_down_on());
            let ink = if self.alarming { p.danger } else { ink };
            ui.painter().rect(
                rect,
                CornerRadius::same(radius::M),
                fill,
                Stroke::new(1.0, edge),
                StrokeKind::Inside,
            );
            let left = rect.center().x - content / 2.0;
            if let Some(icon) = self.icon {
                icon.paint(
                    ui.painter(),
                    egui::pos2(left + icon_size / 2.0, rect.center().y),
                    icon_size,
                    ink,
                );
            }
            let place = egui::pos2(left + icon_width, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley_with_override_text_color(place, galley, ink);
            if self.opens {
                let at = egui::pos2(left + icon_width + words + 11.0, rect.center().y);
                Icon::ChevronDown.paint(ui.painter(), at, 14.0, ink);
            }
            paint::focus_ring(ui, &response, rect, radius::M);
        }
        response
    }
}

/// A square button with an icon alone; `name` is its accessible name and its tooltip.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    square(ui, icon, name, None)
}

/// The same of something that is on or off.
pub fn icon_toggle(ui: &mut Ui, icon: Icon, name: &str, on: bool) -> Response {
    square(ui, icon, name, Some(on))
}

fn square(ui: &mut Ui, icon: Icon, name: &str, on: Option<bool>) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(height::SMALL), Sense::click());
    response.widget_info(|| WidgetInfo {
        selected: on,
        ..WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
    });
    let on = on.unwrap_or_default();
    if ui.is_rect_visible(rect) {
        let p = palette(ui);
        let pressed = response.is_pointer_button_down_on();
        let fill = if pressed {
            p.pressed
        } else if on {
            p.accent_soft
        } else if response.hovered() {
            p.hover
        } else {
            Color32::TRANSPARENT
        };
        let ink = if on {
            p.accent_text
        } else if response.hovered() || response.has_focus() {
            p.text
        } else {
            p.text_muted
        };
        let edge = if on { p.accent } else { Color32::TRANSPARENT };
        ui.painter().rect(
            rect,
            CornerRadius::same(radius::S),
            fill,
            Stroke::new(1.5, edge),
            StrokeKind::Inside,
        );
        icon.paint(ui.painter(), rect.center(), space::L, ink);
        paint::focus_ring(ui, &response, rect, radius::S);
    }
    response.on_hover_text(name)
}
