//! When the campaign runs, and at which hours of the week it is shown.

use egui::{Id, Ui};

use super::schedule::part;
use crate::{
    campaign::{Campaign, HoursIn, OpenHours, Runs, Word},
    desktop::{
        editor::{
            desk::Desk,
            hours::{self, HoursPlace},
            input::{cell, framed, small_cell},
        },
        theme::{height, space},
        widgets::{self, Field},
    },
    wording::typed_date,
};

/// The hours of a campaign.
const OF_CAMPAIGN: HoursPlace = HoursPlace {
    at: "/schedule/hours",
    step: "editor-step-hours",
};
/// Between the date and the time of a run, in files.
const BETWEEN: char = 'T';

/// Shows the rows.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    let zone = campaign.zone().name();
    run_end(ui, &mut campaign.schedule.runs, &FROM, zone, desk);
    run_end(ui, &mut campaign.schedule.runs, &UNTIL, zone, desk);
    let schedule = &mut campaign.schedule;
    hours(ui, &mut schedule.hours, desk);
    if !schedule.hours.is_empty() {
        clock(ui, &mut schedule.hours_in, zone, desk);
    }
    answered(ui, &mut schedule.only_in_hours, desk);
}

/// One end of a run: its place, the keys of its texts, and the time of day that a date gets.
struct RunEnd {
    pointer: &'static str,
    label: &'static str,
    help: &'static str,
    missing: &'static str,
    step: &'static str,
    usual: &'static str,
    of: fn(&mut Runs) -> &mut Option<String>,
}

const FROM: RunEnd = RunEnd {
    pointer: "/schedule/runs/from",
    label: "editor-runs-from",
    help: "editor-runs-from-help",
    missing: "editor-runs-from-empty",
    step: "editor-step-runs",
    usual: "00:00",
    of: |runs| &mut runs.from,
};
const UNTIL: RunEnd = RunEnd {
    pointer: "/schedule/runs/until",
    label: "editor-runs-until",
    help: "editor-runs-until-help",
    missing: "editor-runs-until-empty",
    step: "editor-step-runs",
    usual: "23:59",
    of: |runs| &mut runs.until,
};

fn run_end(ui: &mut Ui, runs: &mut Option<Runs>, end: &RunEnd, zone: &str, desk: &mut Desk<'_, '_>) {
    let (label, help) = (desk.t(end.label), desk.t1(end.help, "zone", zone));
    part(ui, &label, end.pointer, &help, desk, |ui, desk, above| {
        let mut given = runs.clone().unwrap_or_default();
        let value = (end.of)(&mut given);
        let written = value.clone().unwrap_or_default();
        let [mut day, mut time] = parted(&written);
        let changed = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                date_and_time(ui, (&mut day, &mut time), end, &label, above, desk)
            })
            .inner;
        if changed == Changed::No {
            return;
        }
        *value = match (day.is_empty(), time.is_empty()) {
            (true, _) => None,
            (false, true) if changed == Changed::Picked => Some(format!("{day}{BETWEEN}{}", end.usual)),
            (false, true) => Some(day),
            (false, false) => Some(format!("{day}{BETWEEN}{time}")),
        };
        *runs = Some(given).filter(|runs| !runs.is_empty());
        match changed {
            Changed::Typed => desk.typing(end.pointer, end.step),
            Changed::Picked | Changed::No => desk.structural(end.step),
        }
    });
}

/// Returns the date and the time of a run's end, however unfinished. A `T` within a name, such as that of a month, parts nothing: times begin with a digit.
fn parted(written: &str) -> [String; 2] {
    let begins_a_time = |time: &str| time.starts_with(|c: char| c.is_ascii_digit());
    match written.rsplit_once(BETWEEN).filter(|(_, time)| begins_a_time(time)) {
        Some((day, time)) => [day.to_owned(), time.to_owned()],
        None => [written.to_owned(), String::new()],
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Changed {
    No,
    Typed,
    /// From the calendar, or read as the date that was meant.
    Picked,
}

fn date_and_time(
    ui: &mut Ui,
    (day, time): (&mut String, &mut String),
    end: &RunEnd,
    label: &str,
    above: Id,
    desk: &Desk<'_, '_>,
) -> Changed {
    let wrong = desk.is_wrong(end.pointer);
    let has_time = !day.is_empty();
    let clock = if has_time { hours::TIME + space::XS } else { 0.0 };
    let width = ui.available_width() - height::SMALL - space::XS - clock;
    let language = desk.ctx.text.language();
    let id = Id::unique(end.label);
    let missing = desk.t(end.missing);
    let typed = cell(ui, width, |ui| {
        let field = Field::new(label, day).labelled_by(above).id(id).placeholder(&missing);
        framed(ui, wrong, |ui| field.show(ui)).response
    })
    .inner;
    desk.arrive(ui, end.pointer, id, typed.rect);
    let mut changed = if typed.changed() { Changed::Typed } else { Changed::No };
    let chosen = typed_date(day, language);
    // Not while it is typed: `2026-12-1` may become `2026-12-15`.
    if typed.lost_focus()
        && let Some(meant) = chosen
        && (meant.to_string() != *day || time.is_empty())
    {
        *day = meant.to_string();
        changed = Changed::Picked;
    }
    let name = format!("{label} {}", desk.t("editor-part-calendar"));
    let picked = small_cell(ui, height::SMALL, |ui| {
        widgets::calendar_button(ui, &name, chosen, desk.ctx.today, desk.ctx.text)
    });
    if let Some(date) = picked.inner {
        *day = date.to_string();
        changed = Changed::Picked;
    }
    if has_time {
        let name = format!("{label} {}", desk.t("editor-part-time"));
        let response = hours::time_field(ui, id.with("time"), &name, time, (wrong, end.usual));
        if response && changed == Changed::No {
            changed = Changed::Typed;
        }
    }
    changed
}

/// At which hours of the week it is shown.
fn hours(ui: &mut Ui, all: &mut Vec<OpenHours>, desk: &mut Desk<'_, '_>) {
    let label = desk.t("editor-hours");
    let help = desk.t(if all.is_empty() {
        "editor-hours-empty-help"
    } else {
        "editor-hours-help"
    });
    part(ui, &label, OF_CAMPAIGN.at, &help, desk, |ui, desk, _| {
        hours::show(ui, all, &OF_CAMPAIGN, desk);
    });
}

/// Whether somebody has to answer.
fn answered(ui: &mut Ui, only: &mut bool, desk: &mut Desk<'_, '_>) {
    let (label, help) = (desk.t("editor-only-in-hours"), desk.t("editor-only-in-hours-help"));
    let pointer = "/schedule/only_in_hours";
    part(ui, &label, pointer, &help, desk, |ui, desk, _| {
        let response = widgets::toggle(ui, only, &desk.t("editor-only-in-hours-switch"));
        desk.arrive(ui, pointer, response.id, response.rect);
        if response.changed() {
            desk.structural("editor-step-only-in-hours");
        }
    });
}

fn clock(ui: &mut Ui, chosen: &mut Word<HoursIn>, zone: &str, desk: &mut Desk<'_, '_>) {
    let label = desk.t("editor-hours-in");
    let mut value = chosen.known().unwrap_or(HoursIn::Campaign);
    let help = match value {
        HoursIn::Campaign => desk.t1("editor-hours-in-campaign-help", "zone", zone),
        HoursIn::Visitor => desk.t("editor-hours-in-visitor-help"),
    };
    part(ui, &label, "/schedule/hours_in", &help, desk, |ui, desk, _| {
        let (ours, theirs) = (desk.t("editor-hours-in-campaign"), desk.t("editor-hours-in-visitor"));
        let options = [(HoursIn::Campaign, ours.as_str()), (HoursIn::Visitor, theirs.as_str())];
        if widgets::segmented_wide(ui, &label, &mut value, &options).changed() {
            *chosen = Word::Known(value);
            desk.structural("editor-step-hours");
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_and_a_time_are_parted_while_they_are_typed() {
        for (written, day, time) in [
            ("2026-12-01T09:00", "2026-12-01", "09:00"),
            ("2026-12-0T9", "2026-12-0", "9"),
            ("10 Temmuz 2026", "10 Temmuz 2026", ""),
            ("10 Temmuz 2026T9", "10 Temmuz 2026", "9"),
            ("2026-12-01", "2026-12-01", ""),
            ("", "", ""),
        ] {
            assert_eq!(parted(written), [day, time], "{written}");
        }
    }
}
