//! The numbered steps of the editor, as tabs.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{
    arrows::{self, Arrows},
    paint,
};
use crate::{
    desktop::theme::{Type, palette, space},
    studio::{shell::HEADER, tone::Tone},
};

/// Which tabs show their names; every tab has its name as tooltip and for screen readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepsForm {
    /// All.
    Names,
    /// The chosen one.
    ChosenName,
    /// None: their numbers are left.
    Numbers,
}

impl StepsForm {
    /// From the widest to the narrowest.
    pub const ALL: [Self; 3] = [Self::Names, Self::ChosenName, Self::Numbers];

    fn names(self, chosen: bool) -> bool {
        match self {
            Self::Names => true,
            Self::ChosenName => chosen,
            Self::Numbers => false,
        }
    }
}

/// One tab: what it stands for, its name, and the counts after it, each in its tone; nothing is counted by 0.
pub type Step<'a, T> = (T, &'a str, [(usize, Tone); 2]);

/// Shows tabs with numbers, as high as the head of the window; `options` has each step, its name and its counts. Marked as changed
/// when another was chosen.
///
/// It is one stop of the keyboard; arrow keys move the choice while it has the focus.
pub fn steps<T: PartialEq + Copy>(ui: &mut Ui, value: &mut T, options: &[Step<'_, T>], form: StepsForm) -> Response {
    let before = *value;
    let parts: Vec<Parts> = parts(ui, before, options, form).collect();
    let size = vec2(parts.iter().map(Parts::width).sum(), HEADER);
    let (rect, mut whole) = ui.allocate_exact_size(size, Sense::hover());
    let mut left = rect.left();
    let tabs: Vec<Response> = parts
        .into_iter()
        .zip(options)
        .enumerate()
        .map(|(index, (parts, (_, text, _)))| {
            let tab = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(parts.width(), rect.height()));
            left = tab.right();
            step(ui, Id::unique(("step", index)), tab, parts, text)
        })
        .collect();
    // A press chooses: what it ends, such as typing, may change the words beside the tabs and move them before it is let go.
    let pressed = ui.input(|input| input.pointer.primary_pressed());
    let chosen = |tab: &Response| tab.clicked() || (pressed && tab.is_pointer_button_down_on());
    if let Some(chosen) = tabs.iter().position(chosen) {
        *value = options[chosen].0;
    }
    if let Some(next) = arrows::moved(ui, &tabs, Arrows::Sideways) {
        *value = options[next].0;
    }
    if *value != before {
        whole.mark_changed();
    }
    whole
}

/// How wide the tabs are, in points.
pub fn steps_width<T: PartialEq + Copy>(ui: &Ui, value: T, options: &[Step<'_, T>], form: StepsForm) -> f32 {
    parts(ui, value, options, form).map(|tab| tab.width()).sum()
}

fn parts<T: PartialEq + Copy>(
    ui: &Ui,
    value: T,
    options: &[Step<'_, T>],
    form: StepsForm,
) -> impl Iterator<Item = Parts> {
    let tabs = options.iter().enumerate();
    tabs.map(move |(index, (option, text, counts))| Parts::of(ui, index + 1, text, *counts, value == *option, form))
}

/// What a tab is made of.
struct Parts {
    number: Arc<Galley>,
    words: Option<Arc<Galley>>,
    counts: Vec<(Arc<Galley>, Tone)>,
    chosen: bool,
}

impl Parts {
    fn of(ui: &Ui, number: usize, text: &str, counts: [(usize, Tone); 2], chosen: bool, form: StepsForm) -> Self {
        let p = palette(ui);
        let count =
            |(count, tone): (usize, Tone)| (paint::line(ui, count.to_string(), Type::Caption, tone.color(p)), tone);
        let ink = if chosen { p.text } else { p.text_muted };
        let step = if chosen { Type::Strong } else { Type::BodyStrong };
        Self {
            number: paint::line(
                ui,
                number.to_string(),
                Type::Small,
                if chosen { p.text } else { p.text_faint },
            ),
            words: form.names(chosen).then(|| paint::line(ui, text, step, ink)),
            counts: counts.into_iter().filter(|(count, _)| *count > 0).map(count).collect(),
            chosen,
        }
    }

    fn words_width(&self) -> f32 {
        self.words.as_ref().map_or(0.0, |words| words.size().x + 6.0)
    }

    fn counts_width(&self) -> f32 {
        let width = |(galley, _): &(Arc<Galley>, Tone)| pill_width(galley) + PILL_GAP;
        match self.counts.iter().map(width).sum::<f32>() {
            0.0 => 0.0,
            pills => 6.0 + pills - PILL_GAP,
        }
    }

    fn width(&self) -> f32 {
        2.0 * space::M + self.number.size().x + self.words_width() + self.counts_width()
    }
}

/// Between two counts, in points.
const PILL_GAP: f32 = 4.0;

fn pill_width(count: &Galley) -> f32 {
    (count.size().x + 10.0).max(20.0)
}

fn step(ui: &Ui, id: Id, rect: Rect, parts: Parts, text: &str) -> Response {
    let p = palette(ui);
    // One stop of the keyboard: the chosen one.
    let sense = if parts.chosen { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), parts.chosen, text));
    let inner = rect.shrink2(vec2(2.0, ((rect.height() - 32.0) / 2.0).max(0.0)));
    if response.hovered() && !parts.chosen {
        ui.painter().rect_filled(inner, 6.0, p.hover);
    }
    let mut rest = rect.with_min_x(rect.left() + space::M);
    let after_number = rest.left() + parts.number.size().x + 6.0;
    let words_width = parts.words_width();
    paint::put_left(ui, rest, parts.number, p.text);
    rest.min.x = after_number;
    let named = parts.words.is_some();
    if let Some(words) = parts.words {
        paint::put_left(ui, rest, words, p.text);
        rest.min.x += words_width;
    }
    for (count, tone) in parts.counts {
        let width = pill_width(&count);
        let pill = Rect::from_min_size(egui::pos2(rest.left(), rect.center().y - 10.0), vec2(width, 20.0));
        rest.min.x += width + PILL_GAP;
        ui.painter().rect_filled(pill, 10.0, tone.soft(p));
        paint::put_center(ui, pill, count, tone.color(p));
    }
    if parts.chosen {
        let line = rect.shrink2(vec2(space::M - 4.0, 0.0)).x_range();
        ui.painter()
            .hline(line, rect.bottom() - 1.5, Stroke::new(3.0, p.accent));
    }
    paint::focus_ring(ui, &response, inner, 6);
    if named { response } else { response.on_hover_text(text) }
}
