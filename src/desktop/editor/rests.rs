//! The limit for a visitor: how many pop-ups in which time, a row each, and which campaigns take no part.

use egui::{Id, Ui};
use serde_json::Number;

use super::{
    desk::Desk,
    input::{cell, framed, small_cell},
};
use crate::{
    campaign::{CycleUnit, RepeatCycle, Rest, RestTime, Word},
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, Choice, MenuItem, NumberField, Select},
    },
};

/// The name of a change of the limit.
const STEP: &str = "site-step-rests";
/// The place of the rests in the site document, as a JSON Pointer.
const AT: &str = "/rests";

/// Width of a number, in points.
const NUMBER: f32 = 64.0;
/// Width of the time.
const TIME: f32 = 132.0;

/// What a rest counts within; `None` is the session.
const TIMES: [(Option<CycleUnit>, &str); 4] = [
    (None, "site-rest-session"),
    (Some(CycleUnit::Minute), "site-rest-minutes"),
    (Some(CycleUnit::Hour), "site-rest-hours"),
    (Some(CycleUnit::Day), "site-rest-days"),
];

/// A campaign that may be excepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exceptable {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Shows the rests, and the button that adds one.
pub(super) fn show(ui: &mut Ui, all: &mut Vec<Rest>, campaigns: &[Exceptable], desk: &mut Desk<'_, '_>) {
    if all.is_empty() {
        widgets::help_line(ui, &desk.t("site-rests-empty"));
    }
    let mut gone = None;
    for (index, rest) in all.iter_mut().enumerate() {
        if index > 0 {
            ui.add_space(space::S);
        }
        if row(ui, index, rest, desk) {
            gone = Some(index);
        }
        excepted(ui, index, rest, campaigns, desk);
        for (tone, line) in desk.ctx.analysis.lines_at(&format!("{AT}/{index}")) {
            widgets::finding_line(ui, tone, &line);
        }
    }
    if let Some(index) = gone {
        all.remove(index);
        desk.structural(STEP);
    }
    let add = ui.add(Button::link(desk.t("site-rest-add")).icon(Icon::Plus).small());
    desk.arrive_exactly(ui, AT, add.id, add.rect);
    if add.clicked() {
        all.push(Rest::usual());
        desk.structural(STEP);
    }
}

/// Shows how many in which time; returns whether it is to go.
fn row(ui: &mut Ui, index: usize, rest: &mut Rest, desk: &mut Desk<'_, '_>) -> bool {
    let number = index + 1;
    let name = desk.t1("site-rest-numbered", "number", number);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        words(ui, &desk.t("site-rest-at-most"));
        let count = rest.at_most.as_ref().and_then(Number::as_u64);
        let place = format!("{AT}/{index}/at_most");
        let label = format!("{name}: {}", desk.t("site-rest-count"));
        counted(ui, &place, &label, &mut rest.at_most, desk);
        words(ui, &desk.t1("site-rest-popups", "count", count.unwrap_or(2)));
        time(ui, (index, &name), &mut rest.per, desk);
        let remove = desk.t1("site-rest-remove", "number", number);
        let icon = |ui: &mut Ui| widgets::icon_button(ui, Icon::Trash2, &remove).clicked();
        small_cell(ui, height::SMALL, icon).inner
    })
    .inner
}

/// Shows words between controls.
fn words(ui: &mut Ui, words: &str) {
    let width = widgets::line_width(ui, words, Type::Small);
    small_cell(ui, width, |ui| {
        ui.label(Type::Small.text(words, palette(ui).text_muted))
    });
}

/// Shows a whole number of at least 1.
fn counted(ui: &mut Ui, place: &str, name: &str, value: &mut Option<Number>, desk: &mut Desk<'_, '_>) {
    let id = Id::unique(place);
    let wanted = desk.t("editor-cycle-wanted");
    let mut count = value.as_ref().and_then(Number::as_f64);
    let response = cell(ui, NUMBER, |ui| {
        framed(ui, desk.is_wrong(place), |ui| {
            let field = NumberField::new(id, name, &mut count);
            field.range(1.0..=1e6).wanted(&wanted).show(ui)
        })
    })
    .inner;
    desk.arrive(ui, place, id, response.rect);
    if response.changed() {
        *value = count.map(|count| Number::from(count as u64));
        desk.typing(place, STEP);
    }
}

/// Shows the time within which pop-ups count.
fn time(ui: &mut Ui, (index, name): (usize, &str), per: &mut Option<RestTime>, desk: &mut Desk<'_, '_>) {
    let place = format!("{AT}/{index}/per");
    if let Some(RestTime::Span(span)) = per {
        let label = format!("{name}: {}", desk.t("editor-cycle-every"));
        counted(ui, &format!("{place}/every"), &label, &mut span.every, desk);
    }
    let chosen = |unit: Option<CycleUnit>| match per.as_ref() {
        Some(RestTime::Session) => unit.is_none(),
        Some(RestTime::Span(span)) => unit.is_some() && span.unit.known() == unit,
        Some(RestTime::Unknown(_)) | None => false,
    };
    let every = match per.as_ref() {
        Some(RestTime::Span(span)) => span.every.as_ref().and_then(Number::as_u64),
        Some(RestTime::Session | RestTime::Unknown(_)) | None => Some(1),
    };
    let word = |key: &str| desk.t1(key, "count", every.unwrap_or(2));
    let shown = TIMES.iter().find(|(unit, _)| chosen(*unit));
    let shown = shown.map_or_else(|| desk.t("editor-choose-value"), |(_, key)| word(key));
    let label = format!("{name}: {}", desk.t("site-rest-time"));
    let wrong = desk.findings_exactly(&place).next().is_some();
    let picked = cell(ui, TIME, |ui| {
        let id = ui.next_auto_id();
        let picked = Select::new(&label, &shown).wrong(wrong).show(ui, || {
            let choice = |(unit, key): &(Option<CycleUnit>, &str)| Choice {
                label: word(key),
                chosen: chosen(*unit),
                ..Choice::default()
            };
            TIMES.iter().map(choice).collect()
        });
        desk.arrive_exactly(ui, &place, id, ui.min_rect());
        picked
    })
    .inner;
    let Some((unit, _)) = picked.and_then(|picked| TIMES.get(picked)) else {
        return;
    };
    match (unit, per) {
        (None, per) => *per = Some(RestTime::Session),
        (Some(unit), Some(RestTime::Span(span))) => span.unit = Word::Known(*unit),
        (Some(unit), per) => *per = Some(RestTime::Span(RepeatCycle::every(1, *unit))),
    }
    desk.structural(STEP);
}

/// Shows which campaigns take no part, and the menu of the others.
fn excepted(ui: &mut Ui, index: usize, rest: &mut Rest, campaigns: &[Exceptable], desk: &mut Desk<'_, '_>) {
    let number = index + 1;
    let mut change: Option<(bool, String)> = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        if !rest.except.is_empty() {
            ui.label(Type::Small.text(desk.t("site-rest-except"), palette(ui).text_muted));
        }
        for id in &rest.except {
            let known = campaigns.iter().find(|campaign| campaign.id == *id);
            let name = known.map_or_else(
                || desk.t1("site-rest-unknown", "id", id.as_str()),
                |known| known.name.clone(),
            );
            let remove = desk.t1("site-rest-include", "name", name.as_str());
            let chip = Button::secondary(&name).icon(Icon::X).small();
            if ui.add(chip).accessible_name(&remove).clicked() {
                change = Some((false, id.clone()));
            }
        }
        let others: Vec<&Exceptable> = campaigns
            .iter()
            .filter(|other| !rest.except.contains(&other.id))
            .collect();
        if others.is_empty() {
            return;
        }
        let label = desk.t("site-rest-exception");
        let named = desk.t1("site-rest-exception-numbered", "number", number);
        let button = ui
            .add(Button::link(label).icon(Icon::Plus).small())
            .accessible_name(named);
        widgets::menu(&button, |ui| {
            for other in &others {
                if ui.add(MenuItem::new(Icon::Dot, &other.name)).clicked() {
                    change = Some((true, other.id.clone()));
                }
            }
        });
    });
    match change {
        Some((true, id)) => rest.except.push(id),
        Some((false, id)) => rest.except.retain(|other| *other != id),
        None => return,
    }
    desk.structural(STEP);
}
