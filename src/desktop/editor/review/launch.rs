//! The campaign's state on the site, where it is published to, and all related actions.

use egui::{Ui, vec2};

use crate::{
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Card, Choice, Select},
    },
    publish::{SiteStanding, Standing, What},
    studio::{
        action::Action,
        command::Command,
        publishing::{ConnectionState, LaunchView},
        to_do::Tally,
        tone::Tone,
        trouble::{InWords, sentence},
    },
};

/// Shows the card.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let launch = desk.ctx.launch;
    let said = said(launch, desk.ctx.analysis.tally(), desk);
    let title = desk.t("launch-card");
    Card::new(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        status(ui, &said);
        if let Some(counts) = launch.counts.as_ref().filter(|_| launch.is_there()) {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), egui::Sense::hover());
                Icon::Gauge.paint(ui.painter(), rect.center(), 16.0, palette(ui).text_faint);
                ui.label(Type::BodyStrong.text(counts, palette(ui).text));
                let claims = Type::Caption.text(desk.t("counts-are-claims"), palette(ui).text_faint);
                ui.label(claims).on_hover_text(desk.t("counts-are-claims-help"));
            });
        }
        place(ui, launch, desk);
        site(ui, launch, desk);
        buttons(ui, launch, desk);
        widgets::help_line(ui, &desk.t("launch-public"));
        ways(ui, launch, desk);
    });
}

/// The message at the top: its severity, icon and words.
struct Said {
    tone: Tone,
    icon: Icon,
    title: String,
    detail: String,
}

fn said(launch: &LaunchView, tally: Tally, desk: &Desk<'_, '_>) -> Said {
    let say = |tone, icon, title: String, detail: String| Said {
        tone,
        icon,
        title,
        detail,
    };
    let place = launch.place_name(desk.ctx.text);
    match launch.standing() {
        _ if launch.busy => say(Tone::Accent, Icon::Send, desk.t("launch-said-sending"), String::new()),
        Standing::Conflict => say(
            Tone::Danger,
            Icon::GitMerge,
            desk.t1("launch-said-conflict", "place", place),
            desk.t("launch-said-conflict-detail"),
        ),
        Standing::Waiting => waiting(launch, desk),
        Standing::Refused => {
            let refusal = launch.refusal.as_ref();
            let detail = refusal.map(|refusal| refusal.words(desk.ctx.text).line(desk.ctx.text));
            let title = desk.t1("launch-said-refused", "place", place);
            say(Tone::Danger, Icon::CircleAlert, title, detail.unwrap_or_default())
        }
        Standing::Live => say(
            Tone::Success,
            Icon::CircleCheck,
            since("launch-said-live", launch, desk),
            desk.t("launch-said-live-detail"),
        ),
        Standing::ChangedSinceLaunch => say(
            Tone::Warning,
            Icon::CircleDot,
            since("launch-said-changed", launch, desk),
            desk.t1("launch-said-changed-detail", "place", place),
        ),
        Standing::Paused => say(
            Tone::Neutral,
            Icon::Pause,
            desk.t("launch-said-paused"),
            desk.t1("launch-said-paused-detail", "place", place),
        ),
        Standing::Draft if tally.blockers > 0 => say(
            Tone::Danger,
            Icon::CircleAlert,
            desk.t1("launch-said-stopped", "count", tally.blockers),
            desk.t("launch-said-stopped-detail"),
        ),
        Standing::Draft if tally.to_do > 0 => say(
            Tone::Neutral,
            Icon::CircleDashed,
            desk.t1("launch-said-to-do", "count", tally.to_do),
            desk.t("launch-said-to-do-detail"),
        ),
        Standing::Draft if launch.place.is_none() && launch.places.is_empty() => say(
            Tone::Success,
            Icon::Rocket,
            desk.t("launch-said-ready"),
            desk.t("launch-said-first"),
        ),
        Standing::Draft if launch.lacks_place() => say(
            Tone::Success,
            Icon::Rocket,
            desk.t("launch-said-ready"),
            desk.t("launch-choose-connection"),
        ),
        Standing::Draft => say(
            Tone::Success,
            Icon::Rocket,
            desk.t("launch-said-ready"),
            desk.t1("launch-said-ready-detail", "place", place),
        ),
    }
}

/// An operation that is not done yet: on its way, waiting for the line, or stopped until the user does something.
fn waiting(launch: &LaunchView, desk: &Desk<'_, '_>) -> Said {
    let what = match launch.waiting {
        Some(What::Pause) => "launch-waits-pause",
        Some(What::TakeDown) => "launch-waits-take-down",
        _ => "launch-waits-launch",
    };
    let text = desk.ctx.text;
    let (tone, icon, title, detail) = match &launch.line {
        ConnectionState::Offline(reason) => (
            Tone::Warning,
            Icon::Hourglass,
            desk.t("launch-said-offline"),
            sentence(&reason.words(text).what, text.language()),
        ),
        ConnectionState::Stopped(reason) => {
            let detail = reason.words(text).line(text);
            (Tone::Danger, Icon::CircleAlert, desk.t("launch-said-stuck"), detail)
        }
        ConnectionState::Online | ConnectionState::Unknown => {
            (Tone::Accent, Icon::Send, desk.t("launch-said-sending"), String::new())
        }
    };
    let detail = if detail.is_empty() {
        desk.t(what)
    } else {
        format!("{} {detail}", desk.t(what))
    };
    Said {
        tone,
        icon,
        title,
        detail,
    }
}

fn since(key: &str, launch: &LaunchView, desk: &Desk<'_, '_>) -> String {
    let instant = launch.since.clone().unwrap_or_default();
    desk.t1(key, "instant", instant)
}

fn status(ui: &mut Ui, said: &Said) {
    widgets::notice(ui, said.tone, said.icon, &said.title, |ui| {
        if !said.detail.is_empty() {
            let color = palette(ui).text_muted;
            ui.add(egui::Label::new(Type::Small.text(&said.detail, color)).wrap());
        }
    });
}

/// Where it is published to.
fn place(ui: &mut Ui, launch: &LaunchView, desk: &mut Desk<'_, '_>) {
    let line = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 36.0), line, |ui| {
        ui.set_min_height(36.0);
        ui.spacing_mut().item_spacing.x = space::S;
        let label = desk.t("launch-place");
        let shown = launch.place_name(desk.ctx.text);
        let above = widgets::field_label(ui, &label).id;
        let names: Vec<String> = launch.places.iter().map(|place| place.name_in(desk.ctx.text)).collect();
        let width = (ui.available_width() - 170.0).clamp(120.0, 320.0);
        if launch.places.is_empty() {
            // The button next to it has priority where there is no room for both.
            let room = (ui.available_width() - 140.0).max(60.0);
            ui.scope(|ui| {
                ui.set_max_width(room);
                ui.add(egui::Label::new(Type::Body.text(shown, palette(ui).text_muted)).truncate());
            });
        } else {
            let select = Select::new(&label, &shown).labelled_by(above).width(width);
            let picked = select.show(ui, || {
                let choice = |(place, name): (&crate::studio::publishing::ConnectionOffer, &String)| Choice {
                    label: name.clone(),
                    detail: place.url.trim_end_matches('/').to_owned(),
                    chosen: launch.place.as_ref() == Some(place),
                    ..Choice::default()
                };
                launch.places.iter().zip(&names).map(choice).collect()
            });
            if let Some(place) = picked.and_then(|picked| launch.places.get(picked)) {
                desk.actions.send(Action::PublishTo(place.id.clone()));
            }
        }
        let manage = Button::ghost(desk.t("launch-connections")).icon(Icon::Globe).small();
        if ui.add(manage).clicked() {
            desk.actions.command(Command::Connections);
        }
    });
}

/// Says that what holds for all campaigns is not live as it is here: advice, which stops nothing.
fn site(ui: &mut Ui, launch: &LaunchView, desk: &mut Desk<'_, '_>) {
    let words = match launch.site {
        Some(SiteStanding::Changed(count)) => desk.t1("launch-site-changed", "count", count),
        Some(SiteStanding::Unpublished | SiteStanding::Refused | SiteStanding::Conflict) => {
            desk.t("launch-site-unpublished")
        }
        Some(SiteStanding::Waiting | SiteStanding::ChangedThere | SiteStanding::Live) | None => return,
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), egui::Sense::hover());
        Icon::Info.paint(ui.painter(), rect.center(), 16.0, Tone::Warning.color(palette(ui)));
        ui.label(Type::Small.text(words, palette(ui).text_muted));
        if ui.add(Button::ghost(desk.t("launch-site-show")).small()).clicked() {
            desk.actions.send(Action::ShowSite);
        }
    });
}

/// What can be done besides the one button at the head.
fn buttons(ui: &mut Ui, launch: &LaunchView, desk: &mut Desk<'_, '_>) {
    let mut offered = Vec::new();
    if launch.standing() == Standing::Waiting && !matches!(launch.line, ConnectionState::Online) {
        offered.push(Command::RetryNow);
    }
    if launch.can_pause() {
        offered.push(Command::Pause);
    }
    if launch.is_there() {
        offered.push(Command::TakeDown);
    }
    if offered.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for command in offered {
            let word = desk.t(&command.label_key());
            let button = match command {
                Command::TakeDown => Button::danger(word),
                _ => Button::secondary(word),
            };
            let button = ui.add(button.icon(command.spec().icon));
            if button.on_hover_text(desk.t(&command.tip_key())).clicked() {
                desk.actions.command(command);
            }
        }
    });
}

/// Where to see it: the demo shop, and what to put into the site's own pages.
fn ways(ui: &mut Ui, launch: &LaunchView, desk: &mut Desk<'_, '_>) {
    let Some(snippet) = launch.snippet.as_ref().filter(|_| launch.is_there()) else {
        return;
    };
    widgets::hairline(ui);
    if let Some(demo) = &launch.demo {
        let open = Button::secondary(desk.t("launch-open-demo"))
            .icon(Icon::ExternalLink)
            .small();
        if link_row(ui, &desk.t("launch-demo"), demo, open) {
            desk.actions.command(Command::OpenDemo);
        }
    }
    let copy = Button::secondary(desk.t("launch-copy")).icon(Icon::Copy).small();
    if link_row(ui, &desk.t("launch-snippet"), snippet, copy) {
        desk.actions.send(Action::Copy(snippet.clone()));
    }
}

/// A label, a line in a box, and a button; true when it was pressed.
fn link_row(ui: &mut Ui, label: &str, line: &str, button: Button) -> bool {
    let p = palette(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.add(egui::Label::new(Type::Label.text(label, p.text)).wrap());
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 34.0),
            egui::Layout::right_to_left(egui::Align::Center),
            |ui| {
                let pressed = ui.add(button).clicked();
                let frame = egui::Frame::new()
                    .fill(p.neutral_soft)
                    .corner_radius(egui::CornerRadius::same(6))
                    .inner_margin(egui::Margin::symmetric(10, 6));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    frame.show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        let words = egui::Label::new(Type::Small.text(line, p.text))
                            .truncate()
                            .selectable(true);
                        ui.add(words);
                    });
                });
                pressed
            },
        )
        .inner
    })
    .inner
}
