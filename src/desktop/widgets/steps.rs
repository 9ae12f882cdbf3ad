//! The numbered steps of the editor, as tabs.

use std::sync::Arc;

use egui::{Galley, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::paint;
use crate::{
    desktop::theme::{Type, palette, space},
    studio::tone::Tone,
};

/// Shows tabs with numbers; `options` has each step, its name, and its number of problems. Marked as changed when another was chosen.
///
/// Where there is no room for all of them, they move closer together, and then the longest names end in an ellipsis.
pub fn steps<T: PartialEq + Copy>(ui: &mut Ui, value: &mut T, options: &[(T, &str, usize)]) -> Response {
    let p = palette(ui);
    let all = ui.available_width();
    let whole = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let parts = |edge: f32| -> Vec<Parts> {
            let tabs = options.iter().enumerate();
            let part = |(index, (option, text, problems)): (usize, &(T, &str, usize))| {
                Parts::of(ui, index + 1, text, *problems, *value == *option, edge)
            };
            tabs.map(part).collect()
        };
        let width = |tabs: &[Parts]| tabs.iter().map(Parts::width).sum::<f32>();
        let mut tabs = parts(space::M);
        if width(&tabs) > all {
            tabs = parts(space::XS);
        }
        let names: Vec<f32> = tabs.iter().map(|tab| tab.words.size().x).collect();
        let most = most_of_each(&names, width(&tabs) - all);
        let mut changed = false;
        for (tab, (option, text, _)) in tabs.into_iter().zip(options) {
            let response = step(ui, tab.within(ui, text, most), text);
            if response.clicked() && *value != *option {
                *value = *option;
                changed = true;
            }
        }
        changed
    });
    let rect = whole.response.rect;
    ui.painter().hline(
        rect.left()..=rect.left() + all,
        rect.bottom(),
        Stroke::new(1.0, p.border),
    );
    let mut response = whole.response;
    if whole.inner {
        response.mark_changed();
    }
    response
}

/// Returns the most width of each of `names` so that together they need `excess` less: the longest shrink first.
fn most_of_each(names: &[f32], excess: f32) -> f32 {
    let mut sorted = names.to_vec();
    sorted.sort_by(|one, other| other.total_cmp(one));
    let mut left = excess.max(0.0);
    for (place, name) in sorted.iter().enumerate() {
        let count = (place + 1) as f32;
        let next = sorted.get(place + 1).copied().unwrap_or(0.0);
        if left <= (name - next) * count {
            return name - left / count;
        }
        left -= (name - next) * count;
    }
    0.0
}

/// What a tab is made of.
struct Parts {
    number: Arc<Galley>,
    words: Arc<Galley>,
    count: Option<Arc<Galley>>,
    chosen: bool,
    /// Room at both ends.
    edge: f32,
}

impl Parts {
    fn of(ui: &Ui, number: usize, text: &str, problems: usize, chosen: bool, edge: f32) -> Self {
        let p = palette(ui);
        Self {
            number: paint::line(ui, number.to_string(), Type::BodyStrong, p.text_faint),
            words: paint::line(ui, text, Type::BodyStrong, Self::ink(ui, chosen)),
            count: (problems > 0).then(|| paint::line(ui, problems.to_string(), Type::Caption, p.danger)),
            chosen,
            edge,
        }
    }

    /// The same with a name of at most this width.
    fn within(self, ui: &Ui, text: &str, most: f32) -> Self {
        if self.words.size().x <= most {
            return self;
        }
        let words = paint::clipped_line(ui, text, Type::BodyStrong, Self::ink(ui, self.chosen), most);
        Self { words, ..self }
    }

    fn ink(ui: &Ui, chosen: bool) -> egui::Color32 {
        let p = palette(ui);
        if chosen { p.text } else { p.text_muted }
    }

    fn count_width(&self) -> f32 {
        let count = self.count.as_ref();
        count.map_or(0.0, |galley| (galley.size().x + 10.0).max(20.0) + space::S)
    }

    fn width(&self) -> f32 {
        2.0 * self.edge + self.number.size().x + 6.0 + self.words.size().x + self.count_width()
    }
}

fn step(ui: &mut Ui, parts: Parts, text: &str) -> Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(parts.width(), 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), parts.chosen, text));
    if response.hovered() && !parts.chosen {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 4.0)), 6.0, p.hover);
    }
    let count_width = parts.count_width();
    let mut rest = rect.with_min_x(rect.left() + parts.edge);
    let after_number = rest.left() + parts.number.size().x + 6.0;
    paint::put_left(ui, rest, parts.number, p.text_faint);
    rest.min.x = after_number;
    let after_words = rest.left() + parts.words.size().x + space::S;
    paint::put_left(ui, rest, parts.words, Parts::ink(ui, parts.chosen));
    if let Some(count) = parts.count {
        let pill = egui::Rect::from_min_size(
            egui::pos2(after_words, rect.center().y - 10.0),
            vec2(count_width - space::S, 20.0),
        );
        ui.painter().rect_filled(pill, 10.0, Tone::Danger.soft(p));
        paint::put_center(ui, pill, count, p.danger);
    }
    if parts.chosen {
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(2.0, p.accent));
    }
    paint::focus_ring(ui, &response, rect.shrink(4.0), 6);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_names_give_way_first() {
        let cases = [
            (vec![50.0, 80.0, 100.0], -10.0, 100.0),
            (vec![50.0, 80.0, 100.0], 10.0, 90.0),
            (vec![50.0, 80.0, 100.0], 30.0, 75.0),
            (vec![50.0, 80.0, 100.0], 110.0, 40.0),
            (vec![50.0, 80.0, 100.0], 900.0, 0.0),
            (vec![], 5.0, 0.0),
        ];
        for (names, excess, most) in cases {
            assert_eq!(most_of_each(&names, excess), most, "{names:?} less {excess}");
        }
    }
}
