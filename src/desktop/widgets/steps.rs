//! The numbered steps of the editor, as tabs.

use egui::{Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{Tone, paint};
use crate::desktop::theme::{Type, palette, space};

/// Tabs with numbers; `options` has each step, its name, and how many problems it has. Marked as changed when another was chosen.
pub fn steps<T: PartialEq + Copy>(ui: &mut Ui, value: &mut T, options: &[(T, &str, usize)]) -> Response {
    let p = palette(ui);
    let whole = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let mut changed = false;
        for (index, (option, text, problems)) in options.iter().enumerate() {
            let response = step(ui, index + 1, text, *problems, *value == *option);
            if response.clicked() && *value != *option {
                *value = *option;
                changed = true;
            }
        }
        changed
    });
    let rect = whole.response.rect;
    ui.painter().hline(
        rect.left()..=rect.left() + ui.available_width().max(rect.width()),
        rect.bottom(),
        Stroke::new(1.0, p.border),
    );
    let mut response = whole.response;
    if whole.inner {
        response.mark_changed();
    }
    response
}

fn step(ui: &mut Ui, number: usize, text: &str, problems: usize, chosen: bool) -> Response {
    let p = palette(ui);
    let ink = if chosen { p.text } else { p.text_muted };
    let number = paint::line(ui, number.to_string(), Type::BodyStrong, p.text_faint);
    let words = paint::line(ui, text, Type::BodyStrong, ink);
    let count = (problems > 0).then(|| paint::line(ui, problems.to_string(), Type::Caption, p.danger));
    let count_width = count
        .as_ref()
        .map_or(0.0, |galley| (galley.size().x + 10.0).max(20.0) + space::S);
    let width = space::M + number.size().x + 6.0 + words.size().x + count_width + space::M;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, text));
    if response.hovered() && !chosen {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 4.0)), 6.0, p.hover);
    }
    let mut rest = rect.with_min_x(rect.left() + space::M);
    let after_number = rest.left() + number.size().x + 6.0;
    paint::put_left(ui, rest, number, p.text_faint);
    rest.min.x = after_number;
    let after_words = rest.left() + words.size().x + space::S;
    paint::put_left(ui, rest, words, ink);
    if let Some(count) = count {
        let pill = egui::Rect::from_min_size(
            egui::pos2(after_words, rect.center().y - 10.0),
            vec2(count_width - space::S, 20.0),
        );
        ui.painter().rect_filled(pill, 10.0, Tone::Danger.soft(p));
        paint::put_center(ui, pill, count, p.danger);
    }
    if chosen {
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(2.0, p.accent));
    }
    paint::focus_ring(ui, &response, rect.shrink(4.0), 6);
    response
}
