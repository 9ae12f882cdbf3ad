//! A field for a number that may be missing. What was typed stays as typed until the keyboard leaves it; anything but a number stays longer, with the
//! reason why it is not used, until it is corrected or the number changes elsewhere.

use std::ops::RangeInclusive;

use egui::{Align2, Id, Key, Margin, Response, TextEdit, Tooltip, Ui, vec2};

use super::{field::side, finding_line};
use crate::{
    desktop::theme::{Type, control_height, palette},
    studio::tone::Tone,
};

/// A field narrower than this, in points, has no room for a sentence below it.
const ROOM_FOR_WORDS: f32 = 140.0;

/// A number field.
#[must_use = "call `show`"]
pub struct NumberField<'a> {
    name: &'a str,
    value: &'a mut Option<f64>,
    range: RangeInclusive<f64>,
    step: f64,
    whole: bool,
    suffix: &'a str,
    wanted: &'a str,
    missing: &'a str,
    id: Id,
    label: Option<Id>,
}

/// What was typed, and the number that there was then.
#[derive(Debug, Clone, Default)]
struct Typed {
    text: String,
    beside: Option<f64>,
}

impl<'a> NumberField<'a> {
    /// A field called `name` for `value`; `id` must be lasting.
    pub fn new(id: Id, name: &'a str, value: &'a mut Option<f64>) -> Self {
        Self {
            name,
            value,
            range: 0.0..=f64::MAX,
            step: 1.0,
            whole: true,
            suffix: "",
            wanted: "",
            missing: "",
            id,
            label: None,
        }
    }

    /// Sets the accepted numbers; others are shown as wrong and not applied.
    pub fn range(mut self, range: RangeInclusive<f64>) -> Self {
        self.range = range;
        self
    }

    /// Accepts fractions too.
    pub fn fractions(mut self) -> Self {
        self.whole = false;
        self
    }

    /// Sets the text after the number, such as `%`.
    pub fn suffix(mut self, suffix: &'a str) -> Self {
        self.suffix = suffix;
        self
    }

    /// Sets the text below the field while the input is not applied: what is expected.
    pub fn wanted(mut self, wanted: &'a str) -> Self {
        self.wanted = wanted;
        self
    }

    /// Shows in pale letters what an empty field means.
    pub fn when_missing(mut self, missing: &'a str) -> Self {
        self.missing = missing;
        self
    }

    /// Marks the label with this identity, above it, as its own.
    pub fn labelled_by(mut self, label: Id) -> Self {
        self.label = Some(label);
        self
    }

    /// Shows the field over the available width. Marked as changed when the value did.
    pub fn show(self, ui: &mut Ui) -> Response {
        // What was typed for one campaign must not show in the next, whose editor has another identity.
        let place = self.id.with(ui.scope_id());
        let focused = ui.memory(|memory| memory.has_focus(self.id));
        let kept: Option<Typed> = ui.data(|data| data.get_temp(place));
        let kept = kept.filter(|kept| focused || kept.beside == *self.value && self.read(&kept.text).is_none());
        let mut text = kept.map_or_else(|| write(*self.value), |kept| kept.text);
        let before = *self.value;
        let wrong = self.read(&text).is_none();
        let mut response = self.input(ui, &mut text, wrong);
        if response.changed()
            && let Some(value) = self.read(&text)
        {
            *self.value = value;
        }
        if response.has_focus()
            && let Some(stepped) = self.stepped(ui)
        {
            *self.value = Some(stepped);
            text = write(Some(stepped));
        }
        let refused = self.read(&text).is_none() && text != write(*self.value);
        if refused && !self.wanted.is_empty() {
            self.refuse(ui, &response);
        }
        if response.has_focus() || refused {
            let beside = *self.value;
            ui.data_mut(|data| data.insert_temp(place, Typed { text, beside }));
        } else {
            ui.data_mut(|data| data.remove_temp::<Typed>(place));
        }
        if before != *self.value {
            response.mark_changed();
        }
        response
    }

    /// Says why what was typed is not used: below the field, or where that has no room for words, over what is below it.
    fn refuse(&self, ui: &mut Ui, response: &Response) {
        if response.rect.width() >= ROOM_FOR_WORDS {
            finding_line(ui, Tone::Danger, self.wanted);
            return;
        }
        let place = self.id.with("wanted");
        Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), place, response.rect)
            .show(|ui| finding_line(ui, Tone::Danger, self.wanted));
    }

    fn input(&self, ui: &mut Ui, text: &mut String, wrong: bool) -> Response {
        let response = ui
            .scope(|ui| {
                if wrong {
                    let danger = Tone::Danger.color(palette(ui));
                    ui.visuals_mut().selection.stroke.color = danger;
                    ui.visuals_mut().widgets.inactive.bg_stroke.color = danger;
                }
                let edit = TextEdit::singleline(text)
                    .id(self.id)
                    .hint_text(Type::Body.text(self.missing, palette(ui).text_faint))
                    .desired_width(ui.available_width())
                    .margin(Margin::symmetric(side(ui), 0))
                    .min_size(vec2(0.0, control_height(ui)))
                    .align(Align2::LEFT_CENTER);
                let response = ui.add(edit);
                match self.label {
                    Some(label) => response.labelled_by(label),
                    None => response.accessible_name(self.name),
                }
            })
            .inner;
        if !self.suffix.is_empty() {
            let place = egui::pos2(response.rect.right() - f32::from(side(ui)), response.rect.center().y);
            let color = palette(ui).text_faint;
            ui.painter()
                .text(place, Align2::RIGHT_CENTER, self.suffix, Type::Small.font(), color);
        }
        response
    }

    /// Parses `text` as a number: `None` if it is not a number, `Some(None)` if it is empty.
    #[expect(clippy::option_option, reason = "a missing number and a wrong one differ")]
    fn read(&self, text: &str) -> Option<Option<f64>> {
        let text = text.trim().replace(',', ".");
        if text.is_empty() {
            return Some(None);
        }
        let value: f64 = text.parse().ok()?;
        let fits = value.is_finite() && self.range.contains(&value) && (!self.whole || value.fract() == 0.0);
        fits.then_some(Some(value))
    }

    fn stepped(&self, ui: &Ui) -> Option<f64> {
        let direction = ui.input(|input| {
            f64::from(i8::from(input.key_pressed(Key::ArrowUp)) - i8::from(input.key_pressed(Key::ArrowDown)))
        });
        let value = self.value.unwrap_or(0.0) + direction * self.step;
        (direction != 0.0).then(|| value.clamp(*self.range.start(), *self.range.end()))
    }
}

fn write(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
