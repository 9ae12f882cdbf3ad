//! The numbered steps of the editor, as tabs.

use std::sync::Arc;

use egui::{Galley, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::paint;
use crate::{
    desktop::theme::{Type, palette, space},
    studio::tone::Tone,
};

/// One tab: what it stands for, its name, and the counts after it, each in its tone; nothing is counted by 0.
pub type Step<'a, T> = (T, &'a str, [(usize, Tone); 2]);

/// Shows tabs with numbers. Marked as changed when another was chosen.
///
/// Where there is no room for all of them, they move closer together, and then the longest names end in an ellipsis.
pub fn steps<T: PartialEq + Copy>(ui: &mut Ui, value: &mut T, options: &[Step<'_, T>]) -> Response {
    let p = palette(ui);
    let all = ui.available_width();
    let whole = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let parts = |edge: f32| -> Vec<Parts> {
            let tabs = options.iter().enumerate();
            let part = |(index, (option, text, counts)): (usize, &Step<'_, T>)| {
                Parts::of(ui, index + 1, text, *counts, *value == *option, edge)
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
    counts: Vec<(Arc<Galley>, Tone)>,
    chosen: bool,
    /// Room at both ends.
    edge: f32,
}

impl Parts {
    fn of(ui: &Ui, number: usize, text: &str, counts: [(usize, Tone); 2], chosen: bool, edge: f32) -> Self {
        let p = palette(ui);
        let count =
            |(count, tone): (usize, Tone)| (paint::line(ui, count.to_string(), Type::Caption, tone.color(p)), tone);
        Self {
            number: paint::line(ui, number.to_string(), Type::BodyStrong, p.text_faint),
            words: paint::line(ui, text, Type::BodyStrong, Self::ink(ui, chosen)),
            counts: counts.into_iter().filter(|(count, _)| *count > 0).map(count).collect(),
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

    fn counts_width(&self) -> f32 {
        let width = |(galley, _): &(Arc<Galley>, Tone)| pill_width(galley) + PILL_GAP;
        match self.counts.iter().map(width).sum::<f32>() {
            0.0 => 0.0,
            pills => space::S + pills - PILL_GAP,
        }
    }

    fn width(&self) -> f32 {
        2.0 * self.edge + self.number.size().x + 6.0 + self.words.size().x + self.counts_width()
    }
}

/// Between two counts, in points.
const PILL_GAP: f32 = 4.0;

fn pill_width(count: &Galley) -> f32 {
    (count.size().x + 10.0).max(20.0)
}

fn step(ui: &mut Ui, parts: Parts, text: &str) -> Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(parts.width(), 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), parts.chosen, text));
    if response.hovered() && !parts.chosen {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 4.0)), 6.0, p.hover);
    }
    let mut rest = rect.with_min_x(rect.left() + parts.edge);
    let after_number = rest.left() + parts.number.size().x + 6.0;
    paint::put_left(ui, rest, parts.number, p.text_faint);
    rest.min.x = after_number;
    let mut after_words = rest.left() + parts.words.size().x + space::S;
    paint::put_left(ui, rest, parts.words, Parts::ink(ui, parts.chosen));
    for (count, tone) in parts.counts {
        let width = pill_width(&count);
        let pill = egui::Rect::from_min_size(egui::pos2(after_words, rect.center().y - 10.0), vec2(width, 20.0));
        after_words += width + PILL_GAP;
        ui.painter().rect_filled(pill, 10.0, tone.soft(p));
        paint::put_center(ui, pill, count, tone.color(p));
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
