//! Hours of the week: the days and times of each stretch, the way to remove it, and to add one.

use egui::{Align2, Id, Sense, Ui, vec2};

use super::{
    desk::Desk,
    input::{cell, framed, small_cell},
};
use crate::{
    campaign::{Named, OpenHours, Weekday, hour},
    desktop::{
        theme::{Icon, Type, control_height, height, palette, space},
        widgets::{self, Button, Field, ToggleFace},
    },
    wording::{capitalised, weekday},
};

/// Width of a time of day, in points.
pub(super) const TIME: f32 = 62.0;
/// Widest row of days.
const DAYS: f32 = 260.0;

/// Where hours stand, and the key of the name of a change of them.
pub(super) struct HoursPlace {
    /// As a JSON Pointer.
    pub at: &'static str,
    pub step: &'static str,
}

/// Shows the stretches, and the button that adds one.
pub(super) fn show(ui: &mut Ui, all: &mut Vec<OpenHours>, place: &HoursPlace, desk: &mut Desk<'_, '_>) {
    let mut gone = None;
    for (index, hours) in all.iter_mut().enumerate() {
        if stretch(ui, index, hours, place, desk) {
            gone = Some(index);
        }
    }
    if let Some(index) = gone {
        all.remove(index);
        desk.structural(place.step);
    }
    let add = ui.add(Button::link(desk.t("editor-hours-add")).icon(Icon::Plus).small());
    desk.arrive_exactly(ui, place.at, add.id, add.rect);
    if add.clicked() {
        all.push(OpenHours::usual());
        desk.structural(place.step);
    }
}

/// Shows the days and times of one stretch; returns whether it is to go.
fn stretch(ui: &mut Ui, index: usize, hours: &mut OpenHours, place: &HoursPlace, desk: &mut Desk<'_, '_>) -> bool {
    let language = desk.ctx.text.language();
    let number = index + 1;
    let name = desk.t1("editor-hours-numbered", "number", number);
    let at = format!("{}/{index}", place.at);
    let words: Vec<(bool, String, String)> = Weekday::ALL
        .iter()
        .enumerate()
        .map(|(place, day)| {
            let on = hours.weekdays().any(|chosen| chosen == *day);
            let long = capitalised(weekday(*day, language), language);
            (on, desk.t(&format!("weekday-{}", place + 1)), format!("{name}: {long}"))
        })
        .collect();
    let faces: Vec<ToggleFace<'_>> = words
        .iter()
        .map(|(on, short, name)| ToggleFace { on: *on, short, name })
        .collect();
    let pressed = ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(DAYS));
        widgets::toggles(ui, &faces)
    });
    if let Some(pressed) = pressed.inner {
        hours.set_day(Weekday::ALL[pressed], !faces[pressed].on);
        desk.structural(place.step);
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let times = [("from", &mut hours.from, "09:00"), ("until", &mut hours.until, "18:00")];
        for (key, time, sample) in times {
            let pointer = format!("{at}/{key}");
            let part = if key == "from" {
                "editor-hours-from"
            } else {
                "editor-hours-until"
            };
            let part = desk.t(part);
            if key == "until" {
                dash(ui);
            }
            let id = Id::unique(place.at).with((index, key));
            let mut text = time.clone().unwrap_or_default();
            let wrong = desk.is_wrong(&pointer);
            if time_field(ui, id, &format!("{name} {part}"), &mut text, (wrong, sample)) {
                *time = Some(text).filter(|text| !text.is_empty());
                desk.typing(&pointer, place.step);
            }
            let rect = ui.min_rect();
            desk.arrive(ui, &pointer, id, rect);
        }
        let remove = desk.t1("editor-hours-remove", "number", number);
        small_cell(ui, height::SMALL, |ui| {
            widgets::icon_button(ui, Icon::Trash2, &remove).clicked()
        })
        .inner
    })
    .inner
}

/// The dash between two times.
fn dash(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(8.0, control_height(ui)), Sense::hover());
    let color = palette(ui).text_muted;
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, "–", Type::Small.font(), color);
}

/// Returns what can be part of a time of day: it begins with a digit.
fn as_time(typed: &str) -> String {
    let begin = typed.trim_start_matches(|c: char| !c.is_ascii_digit());
    begin
        .chars()
        .filter(|c| c.is_ascii_digit() || ":. apmAPM".contains(*c))
        .collect()
}

/// Shows a field for a time of day; returns whether it was changed. A time as people write it, such as `9` or `9.30`, is written as files do once the
/// keyboard leaves it.
pub(super) fn time_field(ui: &mut Ui, id: Id, name: &str, time: &mut String, (wrong, sample): (bool, &str)) -> bool {
    let response = cell(ui, TIME, |ui| {
        let field = Field::new(name, time).hide_label().id(id).placeholder(sample);
        framed(ui, wrong, |ui| field.show(ui)).response
    })
    .inner;
    let mut changed = response.changed();
    if changed {
        *time = as_time(time);
    }
    if response.lost_focus()
        && let Some(meant) = typed_hour(time).filter(|meant| meant != time)
    {
        *time = meant;
        changed = true;
    }
    changed
}

/// Reads a time of day as people write it: `9`, `9.30`, `09:30`, `9 pm`; `None` for anything else.
fn typed_hour(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (text, afternoon) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(rest), _) => (rest.trim().to_owned(), Some(true)),
        (_, Some(rest)) => (rest.trim().to_owned(), Some(false)),
        (None, None) => (text, None),
    };
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((&text, "00"));
    let number = |digits: &str| digits.parse::<u32>().ok().filter(|_| digits.len() <= 2);
    let hours = match (number(hours)?, afternoon) {
        (12, Some(false)) => 0,
        (hours @ 1..=11, Some(true)) => hours + 12,
        (hours @ 1..=12, Some(_)) => hours,
        (_, Some(_)) => return None,
        (hours, None) => hours,
    };
    let written = format!("{hours:02}:{:02}", number(minutes)?);
    hour(&written).map(|_| written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, meant) in [
            ("9", Some("09:00")),
            ("9.30", Some("09:30")),
            (" 17:05 ", Some("17:05")),
            ("9 pm", Some("21:00")),
            ("12am", Some("00:00")),
            ("12:30 PM", Some("12:30")),
            ("24", None),
            ("13 pm", None),
            ("9:5x", None),
            ("noon", None),
            ("", None),
        ] {
            assert_eq!(typed_hour(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn only_what_can_be_part_of_a_time_is_taken() {
        assert_eq!(as_time("x9h:3 pm!"), "9:3 pm");
        assert_eq!(as_time("pm"), "");
    }
}
