//! The mark that says whether something holds for the simulated visitor.

use egui::{CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::{
    desktop::theme::{Icon, palette},
    studio::tone::{Mark, Tone},
};

/// Shows a round mark; `name` is its meaning in words, and its tooltip.
pub fn mark(ui: &mut Ui, mark: Mark, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let (tone, icon) = match mark {
        Mark::Yes => (Tone::Success, Icon::Check),
        Mark::No => (Tone::Danger, Icon::X),
        Mark::Open => (Tone::Neutral, Icon::Minus),
    };
    let p = palette(ui);
    ui.painter().circle_filled(rect.center(), 10.0, tone.soft(p));
    icon.paint(ui.painter(), rect.center(), 13.0, tone.color(p));
    response.on_hover_text(name)
}

/// Draws a stripe left of `rect`, for things that belong together though others are between them.
pub fn stripe(ui: &Ui, rect: Rect, tone: Tone) {
    let left = rect.left() - 8.0;
    let stripe = Rect::from_x_y_ranges(left..=left + 3.0, rect.y_range());
    let color = tone.color(palette(ui));
    ui.painter().rect_filled(stripe, CornerRadius::same(2), color);
}
