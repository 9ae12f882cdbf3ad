//! The section "How often and how soon": when it runs, repeat cycle, message delay, when it goes by itself, priority, launcher image.

use egui::{Id, Ui};
use serde_json::{Number, Value};

use super::{line::Line, picture, timetable};
use crate::{
    campaign::{Campaign, CycleUnit, LauncherImage, RepeatCycle, Schedule, Word},
    desktop::{
        editor::{
            desk::Desk,
            input::{cell, framed},
            row::LARGEST_WHOLE,
        },
        theme::space,
        widgets::{self, Button, Choice, NumberField, Select},
    },
    library::PictureUse,
};

const UNITS: [(Option<CycleUnit>, &str); 5] = [
    (None, "editor-cycle-none"),
    (Some(CycleUnit::Minute), "editor-cycle-minutes"),
    (Some(CycleUnit::Hour), "editor-cycle-hours"),
    (Some(CycleUnit::Day), "editor-cycle-days"),
    (Some(CycleUnit::Session), "editor-cycle-sessions"),
];

/// The cycles that are asked for most.
const READY: [(u32, CycleUnit, &str); 3] = [
    (1, CycleUnit::Session, "editor-cycle-once-per-session"),
    (1, CycleUnit::Day, "editor-cycle-once-a-day"),
    (7, CycleUnit::Day, "editor-cycle-once-a-week"),
];

/// The shortest time, in seconds, after which a pop-up may be made to go by itself here.
const SHORTEST_STAY: f64 = 0.1;

const LAUNCHERS: [&str; 3] = ["editor-launcher-current", "editor-launcher-bot", "editor-launcher-own"];

/// Shows the section.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    timetable::show(ui, campaign, desk);
    let Campaign {
        schedule,
        launcher_image,
        ..
    } = campaign;
    cycle(ui, schedule, desk);
    delay(ui, schedule, desk);
    closes_after(ui, schedule, desk);
    priority(ui, schedule, desk);
    launcher(ui, launcher_image, desk);
    own_picture(ui, launcher_image, desk);
}

/// A row with what was found at its place below it, or else its help.
pub(super) fn part(
    ui: &mut Ui,
    label: &str,
    pointer: &str,
    help: &str,
    desk: &mut Desk<'_, '_>,
    content: impl FnOnce(&mut Ui, &mut Desk<'_, '_>, Id),
) {
    Line::new(label).tip(help).show(ui, |ui, label| {
        content(ui, desk, label);
        let findings = desk.ctx.analysis.lines_at(pointer);
        for (tone, line) in &findings {
            widgets::finding_line(ui, *tone, line);
        }
        if findings.is_empty() {
            widgets::help_line(ui, help);
        }
    });
}

fn cycle(ui: &mut Ui, schedule: &mut Schedule, desk: &mut Desk<'_, '_>) {
    let label = desk.t("editor-repeat-cycle");
    let help = match &schedule.repeat_cycle {
        None => desk.t("editor-cycle-none-help"),
        Some(cycle) if cycle.unit.known() == Some(CycleUnit::Session) => desk.t("editor-cycle-sessions-help"),
        Some(_) => desk.t("editor-cycle-help"),
    };
    part(ui, &label, "/schedule/repeat_cycle", &help, desk, |ui, desk, above| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            if let Some(cycle) = &mut schedule.repeat_cycle {
                cell(ui, 64.0, |ui| every(ui, cycle, desk));
            }
            let width = ui.available_width();
            cell(ui, width, |ui| unit(ui, schedule, &label, above, desk));
        });
        ready(ui, schedule, desk);
    });
}

/// Offers the cycles that are asked for most, except for the one that it is.
fn ready(ui: &mut Ui, schedule: &mut Schedule, desk: &mut Desk<'_, '_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (every, unit, key) in READY {
            let is_it = |cycle: &RepeatCycle| {
                cycle.unit.known() == Some(unit) && cycle.every.as_ref().and_then(Number::as_u64) == Some(every.into())
            };
            if schedule.repeat_cycle.as_ref().is_some_and(is_it) {
                continue;
            }
            if ui.add(Button::link(desk.t(key)).small()).clicked() {
                let cycle = schedule.repeat_cycle.get_or_insert_default();
                cycle.every = Some(every.into());
                cycle.unit = Word::Known(unit);
                desk.structural("editor-step-cycle");
            }
        }
    });
}

fn every(ui: &mut Ui, cycle: &mut RepeatCycle, desk: &mut Desk<'_, '_>) {
    let pointer = "/schedule/repeat_cycle/every";
    let id = Id::unique("editor-cycle-every");
    let name = desk.t("editor-cycle-every");
    let wanted = desk.t("editor-cycle-wanted");
    let mut count = cycle.every.as_ref().and_then(Number::as_f64);
    let response = framed(ui, desk.is_wrong(pointer), |ui| {
        NumberField::new(id, &name, &mut count)
            .range(1.0..=1_000_000.0)
            .wanted(&wanted)
            .show(ui)
    });
    desk.arrive(ui, pointer, id, response.rect);
    if response.changed() {
        cycle.every = count.and_then(number);
        desk.typing(pointer, "editor-step-cycle");
    }
}

fn unit(ui: &mut Ui, schedule: &mut Schedule, label: &str, above: Id, desk: &mut Desk<'_, '_>) {
    let chosen = schedule.repeat_cycle.as_ref().map(|cycle| cycle.unit.known());
    let is_chosen = |unit: Option<CycleUnit>| match chosen {
        None => unit.is_none(),
        Some(known) => unit.is_some() && known == unit,
    };
    let count = schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| cycle.every.as_ref()?.as_u64());
    let word = |key: &str| desk.t1(key, "count", count.unwrap_or(2));
    let shown = UNITS.iter().find(|(unit, _)| is_chosen(*unit));
    let shown = shown.map_or_else(|| desk.t("editor-choose-value"), |(_, key)| word(key));
    let id = ui.next_auto_id();
    let wrong = desk.is_wrong("/schedule/repeat_cycle/unit");
    let picked = Select::new(label, &shown).labelled_by(above).wrong(wrong).show(ui, || {
        let choice = |(unit, key): &(Option<CycleUnit>, &str)| Choice {
            label: word(key),
            chosen: is_chosen(*unit),
            ..Choice::default()
        };
        UNITS.iter().map(choice).collect()
    });
    desk.arrive_exactly(ui, "/schedule/repeat_cycle/unit", id, ui.min_rect());
    desk.arrive_exactly(ui, "/schedule/repeat_cycle", id, ui.min_rect());
    let Some((unit, _)) = picked.and_then(|index| UNITS.get(index)) else {
        return;
    };
    match (unit, &mut schedule.repeat_cycle) {
        (None, cycle) => *cycle = None,
        (Some(unit), Some(cycle)) => cycle.unit = Word::Known(*unit),
        (Some(unit), cycle) => *cycle = Some(RepeatCycle::every(1, *unit)),
    }
    desk.structural("editor-step-cycle");
}

fn delay(ui: &mut Ui, schedule: &mut Schedule, desk: &mut Desk<'_, '_>) {
    let delay = Seconds {
        pointer: "/schedule/message_delay",
        label: "editor-delay",
        help: "editor-delay-help",
        wanted: "editor-delay-wanted",
        step: "editor-step-delay",
        least: 0.0,
        missing: None,
    };
    delay.show(ui, &mut schedule.message_delay, desk);
}

fn closes_after(ui: &mut Ui, schedule: &mut Schedule, desk: &mut Desk<'_, '_>) {
    let stay = Seconds {
        pointer: "/schedule/closes_after",
        label: "editor-closes-after",
        help: "editor-closes-after-help",
        wanted: "editor-closes-after-wanted",
        step: "editor-step-closes-after",
        least: SHORTEST_STAY,
        missing: Some("editor-closes-after-empty"),
    };
    stay.show(ui, &mut schedule.closes_after, desk);
}

/// A time of the schedule, at most a day: its place, and the keys of its texts.
struct Seconds {
    pointer: &'static str,
    label: &'static str,
    help: &'static str,
    wanted: &'static str,
    step: &'static str,
    /// In seconds.
    least: f64,
    /// What it means that it is missing.
    missing: Option<&'static str>,
}

impl Seconds {
    fn show(&self, ui: &mut Ui, value: &mut Option<Number>, desk: &mut Desk<'_, '_>) {
        let (label, help) = (desk.t(self.label), desk.t(self.help));
        part(ui, &label, self.pointer, &help, desk, |ui, desk, above| {
            let id = Id::unique(self.label);
            let (suffix, wanted) = (desk.t("editor-seconds"), desk.t(self.wanted));
            let missing = self.missing.map(|key| desk.t(key)).unwrap_or_default();
            let mut seconds = value.as_ref().and_then(Number::as_f64);
            let response = framed(ui, desk.is_wrong(self.pointer), |ui| {
                let field = NumberField::new(id, &label, &mut seconds).labelled_by(above);
                field
                    .fractions()
                    .range(self.least..=86_400.0)
                    .suffix(&suffix)
                    .wanted(&wanted)
                    .when_missing(&missing)
                    .show(ui)
            });
            desk.arrive(ui, self.pointer, id, response.rect);
            if response.changed() {
                *value = seconds.and_then(number);
                desk.typing(self.pointer, self.step);
            }
        });
    }
}

fn priority(ui: &mut Ui, schedule: &mut Schedule, desk: &mut Desk<'_, '_>) {
    let label = desk.t("editor-priority");
    let pointer = "/schedule/priority";
    let help = desk.t("editor-priority-help");
    part(ui, &label, pointer, &help, desk, |ui, desk, above| {
        let id = Id::unique("editor-priority");
        let wanted = desk.t("editor-priority-wanted");
        let mut rank = schedule.priority.as_ref().and_then(Number::as_f64);
        let response = framed(ui, desk.is_wrong(pointer), |ui| {
            NumberField::new(id, &label, &mut rank)
                .labelled_by(above)
                .range(-LARGEST_WHOLE..=LARGEST_WHOLE)
                .wanted(&wanted)
                .show(ui)
        });
        desk.arrive(ui, pointer, id, response.rect);
        if response.changed() {
            schedule.priority = rank.and_then(number);
            desk.typing(pointer, "editor-step-priority");
        }
    });
}

fn launcher(ui: &mut Ui, image: &mut Option<LauncherImage>, desk: &mut Desk<'_, '_>) {
    let label = desk.t("editor-launcher");
    let chosen = match image {
        Some(LauncherImage::Current) => Some(0),
        Some(LauncherImage::BotProfile) => Some(1),
        Some(LauncherImage::Image(_)) => Some(2),
        Some(LauncherImage::Unknown(_)) | None => None,
    };
    let help = desk.t("editor-launcher-help");
    let pointer = if chosen == Some(2) {
        "/launcher_image/none"
    } else {
        "/launcher_image"
    };
    part(ui, &label, pointer, &help, desk, |ui, desk, above| {
        let shown = match (chosen, &*image) {
            (Some(index), _) => desk.t(LAUNCHERS[index]),
            (None, Some(LauncherImage::Unknown(word))) => word.clone(),
            (None, _) => desk.t("editor-choose-value"),
        };
        let id = ui.next_auto_id();
        let picked = Select::new(&label, &shown)
            .labelled_by(above)
            .wrong(desk.is_wrong(pointer))
            .show(ui, || {
                let choice = |(index, key): (usize, &&str)| Choice {
                    label: desk.t(key),
                    chosen: chosen == Some(index),
                    ..Choice::default()
                };
                LAUNCHERS.iter().enumerate().map(choice).collect()
            });
        desk.arrive_exactly(ui, "/launcher_image", id, ui.min_rect());
        if picked.is_some() && picked != chosen {
            *image = Some(match picked {
                Some(0) => LauncherImage::Current,
                Some(1) => LauncherImage::BotProfile,
                _ => LauncherImage::Image(String::new()),
            });
            desk.structural("editor-step-launcher");
        }
    });
}

/// The place of the launcher's own picture, while it has one.
fn own_picture(ui: &mut Ui, image: &mut Option<LauncherImage>, desk: &mut Desk<'_, '_>) {
    let Some(LauncherImage::Image(name)) = image else {
        return;
    };
    let mut chosen = (!name.is_empty()).then(|| name.clone());
    let had = chosen.is_some();
    picture::show(ui, PictureUse::Launcher, &mut chosen, desk);
    if had && chosen.is_none() {
        name.clear();
    }
}

fn number(value: f64) -> Option<Number> {
    match super::super::row::as_json(value) {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    }
}
