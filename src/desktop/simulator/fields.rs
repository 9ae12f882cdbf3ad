//! The visitor's values, in two columns. The kind of a catalogue field determines its row.

use chrono::{DateTime, Utc};
use egui::{Id, Ui};

use super::{SimulatorContext, property};
use crate::{
    campaign::{CATALOGUE, Field, FieldSpec, FieldType, Source},
    desktop::{
        editor::{SEARCHED, choice_words, choices},
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Choice},
    },
    engine::has_touch,
    studio::{
        duration,
        simulated::{SimulatedVisitor, instant},
        tone::Tone,
    },
    visitor::Visitor,
    wording::{self, Language, choice_label, field_help_on, field_label},
};

/// Width of a share as text.
const PERCENT: f32 = 52.0;
/// Width, in points, below which the values of the page are in one column.
const NARROW: f32 = 284.0;
/// Width, in points, below which the longest of the further names and values have no room beside others. Those in front are short.
const PAIRED: f32 = 380.0;
/// The largest count that a JSON number keeps in any program.
const MOST: u64 = 9_007_199_254_740_991;

/// The values that matter most. All others are behind a button.
const FRONT: [Field; 7] = [
    Field::CurrentPageUrl,
    Field::PageViews,
    Field::BrowserLanguage,
    Field::DeviceType,
    Field::ConversationCount,
    Field::ScrollRatio,
    Field::ExitScreen,
];

/// The place of a row in its part of the panel, from the top.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    /// Over the whole width.
    Whole,
    /// At the left.
    Counts,
    /// At the right.
    Facts,
    /// Below both, two side by side.
    Days,
    /// Below all: a slider, at the left.
    Sliders,
    /// A switch, to the right of it.
    Switches,
    /// What is stored under keys, and what is clicked, has rows of its own, and parameters stand in their address.
    Elsewhere,
}

impl Column {
    fn of(spec: &FieldSpec) -> Self {
        match spec.kind {
            FieldType::Url => Self::Whole,
            FieldType::WholeNumber | FieldType::Seconds => Self::Counts,
            FieldType::Language | FieldType::Choice | FieldType::Version => Self::Facts,
            FieldType::Date => Self::Days,
            FieldType::Percent => Self::Sliders,
            FieldType::Flag => Self::Switches,
            FieldType::Custom | FieldType::Parameter | FieldType::KeyedCount | FieldType::Element => Self::Elsewhere,
        }
    }

    /// The rows of a column, in the order of the catalogue.
    fn rows(self, front: bool) -> impl Iterator<Item = &'static FieldSpec> {
        let is_here = move |spec: &&FieldSpec| FRONT.contains(&spec.field) == front && Self::of(spec) == self;
        CATALOGUE.iter().filter(is_here)
    }
}

/// The values that matter most.
pub(super) fn main(ui: &mut Ui, simulated: &mut SimulatedVisitor, ctx: &SimulatorContext<'_>) {
    let visitor = &mut simulated.visitor;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        values(ui, visitor, true, ctx);
    });
    on_page(ui, visitor, true, ctx);
}

/// All the others.
pub(super) fn more(ui: &mut Ui, simulated: &mut SimulatedVisitor, ctx: &SimulatorContext<'_>) {
    when(ui, simulated, ctx);
    let visitor = &mut simulated.visitor;
    zone(ui, visitor, ctx);
    values(ui, visitor, false, ctx);
    on_page(ui, visitor, false, ctx);
    // Both come from files, and journeys are the place to try them: here they can only be seen and removed.
    if !visitor.showings.is_empty() {
        let label = ctx.text.t("simulator-showings");
        property::property(ui, &label, |ui| {
            if widgets::icon_button(ui, Icon::X, &ctx.text.t("simulator-showings-remove")).clicked() {
                visitor.showings.clear();
            }
            let count = visitor.showings.len().to_string();
            ui.label(Type::Small.text(count, palette(ui).text));
        });
    }
    if visitor.last_shown.is_some() {
        let mut in_session = visitor.last_session > 0 && visitor.last_session >= visitor.sessions;
        let response = widgets::toggle(ui, &mut in_session, &ctx.text.t("simulator-shown-in-session"));
        if response.changed() {
            visitor.last_session = if in_session { visitor.sessions } else { 0 };
        }
    }
    if visitor.quiet_until.is_some() {
        pairs(ui, |one, _| {
            let label = ctx.text.t("simulator-quiet-until");
            past(one, "quiet_until", &label, &mut visitor.quiet_until, ctx);
        });
    }
}

/// Shows what is known of the visitor.
fn values(ui: &mut Ui, visitor: &mut Visitor, front: bool, ctx: &SimulatorContext<'_>) {
    for spec in Column::Whole.rows(front) {
        row(ui, spec, visitor, ctx);
    }
    if !front && ui.available_width() < PAIRED {
        let columns = [Column::Counts, Column::Facts, Column::Days];
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let rows = columns.into_iter().flat_map(|column| column.rows(front));
            rows.for_each(|spec| row(ui, spec, visitor, ctx));
        });
        return;
    }
    pairs(ui, |one, two| {
        Column::Counts.rows(front).for_each(|spec| row(one, spec, visitor, ctx));
        Column::Facts.rows(front).for_each(|spec| row(two, spec, visitor, ctx));
    });
    if Column::Days.rows(front).next().is_some() {
        pairs(ui, |one, two| {
            for (place, spec) in Column::Days.rows(front).enumerate() {
                row(if place % 2 == 0 { &mut *one } else { &mut *two }, spec, visitor, ctx);
            }
        });
    }
}

/// What happens on the page: scrolling, and leaving.
fn on_page(ui: &mut Ui, visitor: &mut Visitor, front: bool, ctx: &SimulatorContext<'_>) {
    let (sliders, switches) = (Column::Sliders, Column::Switches);
    if ui.available_width() < NARROW {
        sliders
            .rows(front)
            .chain(switches.rows(front))
            .for_each(|spec| row(ui, spec, visitor, ctx));
    } else if sliders.rows(front).chain(switches.rows(front)).next().is_some() {
        pairs(ui, |one, two| {
            sliders.rows(front).for_each(|spec| row(one, spec, visitor, ctx));
            switches.rows(front).for_each(|spec| row(two, spec, visitor, ctx));
        });
    }
}

/// The row of a field.
fn row(ui: &mut Ui, spec: &FieldSpec, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let label = field_label(spec.field, ctx.text.language());
    match spec.kind {
        FieldType::Url | FieldType::Language | FieldType::Version => text(ui, spec, label, visitor),
        FieldType::WholeNumber => count(ui, spec, label, visitor),
        FieldType::Seconds => lasting(ui, spec, label, visitor, ctx),
        FieldType::Choice => choice(ui, spec, label, visitor, ctx),
        FieldType::Date => {
            let mut at = visitor.kept_instant(spec.field);
            past(ui, spec.id, label, &mut at, ctx);
            visitor.keep_instant(spec.field, at);
        }
        FieldType::Percent => share(ui, spec, label, visitor, ctx),
        FieldType::Flag => switch(ui, spec, label, visitor, ctx),
        FieldType::Custom | FieldType::Parameter | FieldType::KeyedCount | FieldType::Element => {}
    }
}

fn pairs(ui: &mut Ui, content: impl FnOnce(&mut Ui, &mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::L, 0.0);
        ui.columns_const(|[one, two]| content(one, two));
    });
}

/// The identity of what a value is edited in.
fn identity(key: &str) -> Id {
    Id::unique(("simulator", key))
}

fn text(ui: &mut Ui, spec: &FieldSpec, label: &str, visitor: &mut Visitor) {
    let mut value = visitor.text(spec.field).to_owned();
    property::property(ui, label, |ui| {
        let response = property::text(ui, identity(spec.id), label, &mut value, "", false);
        if response.changed() {
            visitor.set(spec.field, &value.as_str().into());
        }
        response.on_hover_text(value);
    });
}

fn count(ui: &mut Ui, spec: &FieldSpec, label: &str, visitor: &mut Visitor) {
    let shown = visitor.count(spec.field).to_string();
    let read = |text: &str| text.trim().parse::<u64>().ok().filter(|count| *count <= MOST);
    property::property(ui, label, |ui| {
        if let Some(count) = property::typed(ui, identity(spec.id), label, &shown, "", read) {
            visitor.set(spec.field, &count.into());
        }
    });
}

/// A time, as people write it: `30 s`, `2 min`.
fn lasting(ui: &mut Ui, spec: &FieldSpec, label: &str, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let shown = duration::write(visitor.number(spec.field), ctx.text);
    property::property(ui, label, |ui| {
        if let Some(seconds) = property::typed(ui, identity(spec.id), label, &shown, "", duration::read) {
            visitor.set(spec.field, &seconds.into());
        }
    });
}

fn choice(ui: &mut Ui, spec: &FieldSpec, label: &str, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    if spec.choices.len() > SEARCHED {
        return long_choice(ui, spec, label, visitor, ctx);
    }
    let word = |id: &str| choice_label(spec.field, id, ctx.text.language());
    let shown = word(visitor.text(spec.field));
    let options: Vec<String> = spec.choices.iter().map(|choice| word(choice.id)).collect();
    property::property(ui, label, |ui| {
        let picked = property::choice(ui, label, &shown, &options);
        if let Some(choice) = picked.and_then(|index| spec.choices.get(index)) {
            visitor.set(spec.field, &choice.id.into());
        }
    });
}

/// A choice of many; where only a server knows the value, also that nobody knows it.
fn long_choice(ui: &mut Ui, spec: &FieldSpec, label: &str, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let language = ctx.text.language();
    let own = visitor.text(spec.field).to_owned();
    let unknown = (spec.source == Source::Server).then(|| ctx.text.t("simulator-not-known"));
    let shown = match &unknown {
        Some(unknown) if own.is_empty() => unknown.clone(),
        _ => choice_label(spec.field, &own, language),
    };
    let known = choices(ctx.text, spec.field);
    let ids = || unknown.iter().map(|_| "").chain(known.iter().copied());
    let options = || {
        let option = |id: &str| Choice {
            label: match &unknown {
                Some(unknown) if id.is_empty() => unknown.clone(),
                _ => choice_label(spec.field, id, language),
            },
            chosen: id.eq_ignore_ascii_case(&own),
            words: choice_words(ctx.text, spec.field, id),
            ..Choice::default()
        };
        ids().map(option).collect()
    };
    property::property(ui, label, |ui| {
        let picked = property::long_choice(ui, label, &shown, ctx.text, options);
        if let Some(id) = picked.and_then(|index| ids().nth(index)) {
            visitor.set(spec.field, &id.into());
        }
    });
}

fn switch(ui: &mut Ui, spec: &FieldSpec, label: &str, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let mut on = visitor.flag(spec.field);
    let response = widgets::toggle(ui, &mut on, label);
    visitor.set(spec.field, &on.into());
    response.on_hover_text(field_help_on(spec.field, has_touch(visitor), ctx.text.language()));
}

/// A share of the page, with a slider and as text.
fn share(ui: &mut Ui, spec: &FieldSpec, label: &str, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let mut ratio = visitor.number(spec.field);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        slider(ui, label, &mut ratio, ctx);
        percent(ui, spec, label, &mut ratio, ctx.text.language());
    });
    visitor.set(spec.field, &ratio.into());
}

fn slider(ui: &mut Ui, label: &str, ratio: &mut f64, ctx: &SimulatorContext<'_>) {
    let p = palette(ui);
    let (rect, icon) = ui.allocate_exact_size(egui::vec2(16.0, height::SMALL), egui::Sense::hover());
    Icon::ArrowUpDown.paint(ui.painter(), rect.center(), 14.0, p.text_faint);
    icon.on_hover_text(label);
    ui.scope(|ui| {
        ui.spacing_mut().slider_width = (ui.available_width() - PERCENT - space::S).max(40.0);
        widgets::style_sliders(ui, p.neutral_soft);
        let slider = egui::Slider::new(ratio, 0.0..=100.0);
        let response = ui.add(slider.show_value(false).step_by(1.0));
        response.accessible_name(ctx.text.tv("simulator-slider", &[("name", label.into())]));
    });
}

fn percent(ui: &mut Ui, spec: &FieldSpec, label: &str, ratio: &mut f64, language: Language) {
    let shown = wording::percent(ratio.round(), language);
    let read = |text: &str| {
        let text = text.trim().trim_matches('%').trim().replace(',', ".");
        text.parse::<f64>().ok().filter(|ratio| (0.0..=100.0).contains(ratio))
    };
    let room = egui::vec2(PERCENT, height::SMALL);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(room, layout, |ui| {
        if let Some(typed) = property::typed(ui, identity(spec.id), label, &shown, "", read) {
            *ratio = typed;
        }
    });
}

/// The instant at which the visitor is on the page.
fn when(ui: &mut Ui, simulated: &mut SimulatedVisitor, ctx: &SimulatorContext<'_>) {
    let label = ctx.text.t("simulator-at");
    property::property(ui, &label, |ui| {
        if widgets::icon_button(ui, Icon::RefreshCw, &ctx.text.t("simulator-now")).clicked() {
            simulated.at = ctx.now;
        }
        let date = simulated.at.with_timezone(&ctx.zone).date_naive();
        let today = ctx.now.with_timezone(&ctx.zone).date_naive();
        let name = ctx.text.t("simulator-at-calendar");
        if let Some(date) = widgets::calendar_button(ui, &name, Some(date), today, ctx.text) {
            simulated.at = instant::on_date(simulated.at, date, ctx.zone).unwrap_or(simulated.at);
        }
        let shown = instant::write(simulated.at, ctx.zone);
        let id = Id::unique("simulator-at");
        if let Some(at) = property::typed(ui, id, &label, &shown, "", |text| {
            instant::read(text, ctx.zone, ctx.text.language())
        }) {
            simulated.at = at;
        }
    });
    understood(ui, Id::unique("simulator-at"), ctx);
    if ctx.reader().is_elsewhere(ctx.zone, simulated.at) {
        let zone = ctx.text.tv("simulator-zone", &[("zone", ctx.zone.name().into())]);
        ui.label(Type::Caption.text(zone, palette(ui).text_faint));
    }
}

/// The time zone of the visitor's browser.
fn zone(ui: &mut Ui, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let label = ctx.text.t("simulator-visitor-zone");
    let own = ctx.text.t("simulator-visitor-zone-empty");
    property::property(ui, &label, |ui| {
        let shown = visitor.time_zone.clone().unwrap_or_default();
        let read = |text: &str| match text.trim() {
            "" => Some(None),
            name => name
                .parse::<chrono_tz::Tz>()
                .ok()
                .map(|zone| Some(zone.name().to_owned())),
        };
        if let Some(zone) = property::typed(ui, Id::unique("simulator-visitor-zone"), &label, &shown, &own, read) {
            visitor.time_zone = zone;
        }
    });
}

/// An instant that may never have been.
fn past(ui: &mut Ui, key: &str, label: &str, value: &mut Option<DateTime<Utc>>, ctx: &SimulatorContext<'_>) {
    let never = ctx.text.t("simulator-never");
    property::property(ui, label, |ui| {
        let shown = value.map(|at| instant::write(at, ctx.zone)).unwrap_or_default();
        let read = |text: &str| match text.trim() {
            "" => Some(None),
            text => instant::read(text, ctx.zone, ctx.text.language()).map(Some),
        };
        if let Some(at) = property::typed(ui, identity(key), label, &shown, &never, read) {
            *value = at;
        }
    });
    understood(ui, identity(key), ctx);
}

/// Shows, below the field of an instant, how the input is understood, or how to write it.
fn understood(ui: &mut Ui, field: Id, ctx: &SimulatorContext<'_>) {
    let Some(typed) = property::being_typed(ui, field).filter(|typed| !typed.trim().is_empty()) else {
        return;
    };
    let language = ctx.text.language();
    match instant::read(&typed, ctx.zone, language) {
        Some(at) => {
            let instant = wording::instant(at, ctx.zone, ctx.reader());
            let line = ctx.text.tv("simulator-instant-read", &[("instant", instant.into())]);
            widgets::help_line(ui, &line);
        }
        None => {
            let line = ctx
                .text
                .tv("simulator-instant-unread", &[("typed", typed.trim().into())]);
            widgets::finding_line(ui, Tone::Danger, &line);
        }
    }
}
