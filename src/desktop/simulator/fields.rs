//! The visitor's values, two beside each other.

use chrono::{DateTime, Utc};
use egui::{Id, Ui};

use super::{SimulatorContext, property};
use crate::{
    campaign::{CAMPAIGN_COUNTS, Field, Named},
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets,
    },
    studio::{
        simulated::{SimulatedVisitor, instant},
        tone::Tone,
    },
    visitor::Visitor,
    wording::{self, choice_label, value_label},
};

/// Width of the scrolled share as text.
const PERCENT: f32 = 52.0;
/// Below this width what happens on the page stands below each other, in points.
const NARROW: f32 = 284.0;

/// The values that matter most.
pub(super) fn main(ui: &mut Ui, simulated: &mut SimulatedVisitor, ctx: &SimulatorContext<'_>) {
    let visitor = &mut simulated.visitor;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text(ui, "simulator-page", &mut visitor.url, ctx);
        pairs(ui, |one, two| {
            count(one, "simulator-page-views", &mut visitor.page_views, ctx);
            count(two, "simulator-conversations", &mut visitor.conversation_count, ctx);
            text(one, "simulator-language", &mut visitor.browser_language, ctx);
            choice(
                two,
                "simulator-device",
                &mut visitor.device_type,
                Field::DeviceType,
                ctx,
            );
        });
    });
    controls(ui, visitor, ctx);
}

/// All the others.
pub(super) fn more(ui: &mut Ui, simulated: &mut SimulatedVisitor, ctx: &SimulatorContext<'_>) {
    when(ui, simulated, ctx);
    let visitor = &mut simulated.visitor;
    pairs(ui, |one, two| {
        count(one, "simulator-visits", &mut visitor.visits, ctx);
        choice(two, "simulator-browser", &mut visitor.browser, Field::Browser, ctx);
        text(two, "simulator-version", &mut visitor.browser_version, ctx);
        choice(
            two,
            "simulator-system",
            &mut visitor.operating_system,
            Field::OperatingSystem,
            ctx,
        );
        for field in CAMPAIGN_COUNTS {
            campaign_count(one, field, visitor, ctx);
        }
    });
    pairs(ui, |one, two| {
        past(one, "simulator-first-seen", &mut visitor.first_seen, ctx);
        past(two, "simulator-last-shown", &mut visitor.last_shown, ctx);
    });
    // It comes along with files, and journeys are the place to try it: it is here to be seen and taken away.
    if visitor.quiet_until.is_some() {
        pairs(ui, |one, _| {
            past(one, "simulator-quiet-until", &mut visitor.quiet_until, ctx);
        });
    }
}

fn pairs(ui: &mut Ui, content: impl FnOnce(&mut Ui, &mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::L, 0.0);
        ui.columns_const(|[one, two]| content(one, two));
    });
}

fn text(ui: &mut Ui, key: &str, value: &mut String, ctx: &SimulatorContext<'_>) {
    let label = ctx.text.t(key);
    property::property(ui, &label, |ui| {
        property::text(ui, Id::unique(("simulator", key)), &label, value, "", false).on_hover_text(value.as_str());
    });
}

fn count(ui: &mut Ui, key: &str, value: &mut u64, ctx: &SimulatorContext<'_>) {
    labelled_count(ui, key, &ctx.text.t(key), value);
}

/// How often the visitor did what is counted for each campaign apart.
fn campaign_count(ui: &mut Ui, field: Field, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let mut value = visitor.count(field);
    let label = value_label(field, ctx.text.language());
    labelled_count(ui, field.id(), label, &mut value);
    visitor.set(field, &value.into());
}

fn labelled_count(ui: &mut Ui, key: &str, label: &str, value: &mut u64) {
    let id = Id::unique(("simulator", key));
    property::property(ui, label, |ui| {
        let read = |text: &str| {
            text.trim()
                .parse::<u64>()
                .ok()
                .filter(|count| *count <= 9_007_199_254_740_991)
        };
        if let Some(count) = property::typed(ui, id, label, &value.to_string(), "", read) {
            *value = count;
        }
    });
}

fn choice(ui: &mut Ui, key: &str, value: &mut String, field: Field, ctx: &SimulatorContext<'_>) {
    let choices = field.spec().choices;
    let label = ctx.text.t(key);
    let word = |id: &str| choice_label(field, id, ctx.text.language());
    let shown = word(value);
    let options: Vec<String> = choices.iter().map(|choice| word(choice.id)).collect();
    property::property(ui, &label, |ui| {
        let picked = property::choice(ui, &label, &shown, &options);
        if let Some(choice) = picked.and_then(|index| choices.get(index)) {
            *value = choice.id.to_owned();
        }
    });
}

/// What happens on the page: scrolling, and leaving.
fn controls(ui: &mut Ui, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    if ui.available_width() < NARROW {
        scrolling(ui, visitor, ctx);
        leaving(ui, visitor, ctx);
    } else {
        pairs(ui, |one, two| {
            scrolling(one, visitor, ctx);
            leaving(two, visitor, ctx);
        });
    }
}

fn scrolling(ui: &mut Ui, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        scroll_slider(ui, visitor, ctx);
        percent(ui, visitor, ctx);
    });
}

fn leaving(ui: &mut Ui, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    // What leaving is depends on what the device is used with.
    let how = match visitor.has_touch() {
        true => "simulator-leaving-touch",
        false => "simulator-leaving-pointer",
    };
    let leaving = widgets::toggle(ui, &mut visitor.exit_screen, &ctx.text.t("simulator-leaving"));
    leaving.on_hover_text(ctx.text.t(how));
}

fn scroll_slider(ui: &mut Ui, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let p = palette(ui);
    let (rect, icon) = ui.allocate_exact_size(egui::vec2(16.0, height::SMALL), egui::Sense::hover());
    Icon::ArrowUpDown.paint(ui.painter(), rect.center(), 14.0, p.text_faint);
    icon.on_hover_text(ctx.text.t("simulator-scrolled"));
    ui.scope(|ui| {
        ui.spacing_mut().slider_width = (ui.available_width() - PERCENT - space::S).max(40.0);
        ui.spacing_mut().interact_size.y = 20.0;
        let handle = egui::Stroke::new(2.0, p.accent);
        let parts = &mut ui.visuals_mut().widgets;
        parts.inactive.fg_stroke = handle;
        parts.hovered.fg_stroke = handle;
        parts.active.fg_stroke = handle;
        parts.inactive.bg_fill = p.neutral_soft;
        let slider = egui::Slider::new(&mut visitor.scroll_ratio, 0.0..=100.0);
        let response = ui.add(slider.show_value(false).step_by(1.0));
        response.accessible_name(ctx.text.t("simulator-scroll-slider"));
    });
}

fn percent(ui: &mut Ui, visitor: &mut Visitor, ctx: &SimulatorContext<'_>) {
    let name = ctx.text.t("simulator-scrolled");
    let id = Id::unique("simulator-scrolled-value");
    let shown = format!("{} %", visitor.scroll_ratio.round());
    let read = |text: &str| {
        let text = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
        text.parse::<f64>().ok().filter(|ratio| (0.0..=100.0).contains(ratio))
    };
    let room = egui::vec2(PERCENT, height::SMALL);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(room, layout, |ui| {
        if let Some(ratio) = property::typed(ui, id, &name, &shown, "", read) {
            visitor.scroll_ratio = ratio;
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
    let zone = ctx.text.tv("simulator-zone", &[("zone", ctx.zone.name().into())]);
    ui.label(Type::Caption.text(zone, palette(ui).text_faint));
}

/// An instant that may never have been.
fn past(ui: &mut Ui, key: &str, value: &mut Option<DateTime<Utc>>, ctx: &SimulatorContext<'_>) {
    let label = ctx.text.t(key);
    let never = ctx.text.t("simulator-never");
    property::property(ui, &label, |ui| {
        let shown = value.map(|at| instant::write(at, ctx.zone)).unwrap_or_default();
        let read = |text: &str| match text.trim() {
            "" => Some(None),
            text => instant::read(text, ctx.zone, ctx.text.language()).map(Some),
        };
        let id = Id::unique(("simulator", key));
        if let Some(at) = property::typed(ui, id, &label, &shown, &never, read) {
            *value = at;
        }
    });
    understood(ui, Id::unique(("simulator", key)), ctx);
}

/// Says below the field in which an instant is typed what it is taken for, or how to write it.
fn understood(ui: &mut Ui, field: Id, ctx: &SimulatorContext<'_>) {
    let Some(typed) = property::being_typed(ui, field).filter(|typed| !typed.trim().is_empty()) else {
        return;
    };
    let language = ctx.text.language();
    match instant::read(&typed, ctx.zone, language) {
        Some(at) => {
            let instant = wording::instant(at, ctx.zone, language);
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
