//! The sections "Style" and "Motion": how the pop-up looks. Each value of a campaign follows the site until it is changed here, and can follow it
//! again; those of the site are the usual ones until then.

use egui::{Align, Id, Layout, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use serde_json::{Value, json};

use super::{color, control, line::Line, section};
use crate::{
    campaign::{ContentType, Look, LookKey, Style},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, space, tokens},
        widgets::{self, Button, MenuItem},
    },
    studio::{action::Action, arrival::Pace, inspector::Section},
    wording,
};

/// The rows of each section, in the order in which they are shown; those that belong together share one.
const STYLE: [&[LookKey]; 11] = [
    &[LookKey::Radius, LookKey::Width],
    &[LookKey::Picture],
    &[LookKey::Position],
    &[LookKey::Offset],
    &[LookKey::Close],
    &[LookKey::Align],
    &[LookKey::TextSize],
    &[LookKey::Font],
    &[LookKey::Theme],
    &[LookKey::Shadow],
    &[LookKey::Layer],
];
const MOTION: [&[LookKey]; 1] = [&[LookKey::Motion, LookKey::MotionMs]];

/// What values follow that are not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// The site.
    Site,
    /// Nothing: they are the usual ones.
    Usual,
}

impl Follows {
    /// The key of the words on the way back of one value.
    pub(super) fn again(self) -> &'static str {
        match self {
            Self::Site => "editor-follow-again",
            Self::Usual => "editor-usual-again",
        }
    }

    /// The name of the step that goes back.
    pub(super) fn step(self) -> &'static str {
        match self {
            Self::Site => "editor-step-follow",
            Self::Usual => "editor-step-usual",
        }
    }
}

/// Shows both sections, which are among those in `shown`; of messages of a type, only what they have.
pub(super) fn show(
    ui: &mut Ui,
    look: &mut Look,
    (follows, kind): (Follows, Option<ContentType>),
    shown: &[Section],
    desk: &mut Desk<'_, '_>,
) {
    let is_there = |key: &LookKey| kind.is_none_or(|kind| key.part().is_none_or(|part| kind.slot(part).is_some()));
    let style: Vec<&[LookKey]> = STYLE.into_iter().filter(|keys| keys.iter().all(is_there)).collect();
    section::show(
        ui,
        Section::Style,
        shown,
        (&mut *look, &mut *desk),
        |ui, look, desk| follow_all(ui, look, follows, desk),
        |ui, look, desk| {
            color::show(ui, look, follows, desk);
            rows(ui, &style, look, follows, desk);
        },
    );
    section::show(
        ui,
        Section::Motion,
        shown,
        (look, desk),
        |ui, _, desk| play(ui, desk),
        |ui, look, desk| rows(ui, &MOTION, look, follows, desk),
    );
}

/// Shows the entrance in the preview.
fn play(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let more = widgets::icon_button(ui, Icon::ChevronDown, &desk.t("editor-play-other"));
    widgets::menu(&more, |ui| {
        for (pace, icon, key) in [
            (Pace::Slow, Icon::Hourglass, "editor-play-slowly"),
            (Pace::Still, Icon::Gauge, "editor-play-still"),
        ] {
            if ui.add(MenuItem::new(icon, &desk.t(key))).clicked() {
                desk.actions.send(Action::PlayEntrance(pace));
                ui.close();
            }
        }
    });
    let button = Button::link(desk.t("editor-play")).icon(Icon::Play).small();
    if ui.add(button).on_hover_text(desk.t("editor-play-help")).clicked() {
        desk.actions.send(Action::PlayEntrance(Pace::Usual));
    }
}

/// Says what is followed; the way back for everything at once, while there is something to go back from.
fn follow_all(ui: &mut Ui, look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let changed = LookKey::ALL.iter().any(|key| is_own(*key, look, follows));
    let (nothing, all) = match follows {
        Follows::Site => ("editor-follows-site", "editor-follow-all"),
        Follows::Usual => ("editor-is-usual", "editor-usual-all"),
    };
    if changed {
        let button = widgets::icon_button(ui, Icon::Unlink, &desk.t(all));
        if button.clicked() {
            for key in LookKey::ALL {
                look.set(*key, None);
            }
            desk.structural(follows.step());
        }
    } else {
        let words = desk.t(nothing);
        let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        Icon::Link.paint(ui.painter(), rect.center(), 15.0, palette(ui).text_muted);
        response.on_hover_text(words);
    }
    match follows {
        Follows::Site => brand(ui, desk),
        Follows::Usual => {}
    }
}

/// The site that is followed: its colour and its name.
fn brand(ui: &mut Ui, desk: &Desk<'_, '_>) {
    let p = palette(ui);
    let words = match desk.ctx.site_name {
        "" => desk.t("command-site"),
        name => name.to_owned(),
    };
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.add(egui::Label::new(Type::Small.text(words, p.text_muted)).truncate());
    let (rect, _) = ui.allocate_exact_size(vec2(13.0, 13.0), Sense::hover());
    let color = tokens::of_site(Style::of(&[desk.ctx.site]).color);
    ui.painter()
        .rect(rect, 3.0, color, Stroke::new(1.0, p.control_border), StrokeKind::Inside);
}

/// Whether a value is chosen that is not what it would be anyway.
pub(super) fn is_own(key: LookKey, look: &Look, follows: Follows) -> bool {
    let usual = || key.spec().kind.usual();
    match follows {
        Follows::Site => look.get(key).is_some(),
        Follows::Usual => look.get(key).is_some_and(|value| *value != usual()),
    }
}

/// What the way back of a value is called, where there is one.
pub(super) fn back_name(key: LookKey, look: &Look, follows: Follows, desk: &Desk<'_, '_>) -> Option<String> {
    if !is_own(key, look, follows) {
        return None;
    }
    let language = desk.ctx.text.language();
    let site = wording::look_value(key, &followed(key, desk), language).unwrap_or_default();
    let values = [
        ("name", wording::look_label(key, language).into()),
        ("value", site.into()),
    ];
    let word = match follows {
        Follows::Site => "editor-follow",
        Follows::Usual => "editor-usual",
    };
    Some(desk.ctx.text.tv(word, &values))
}

/// What a value is where it follows the site.
pub(super) fn followed(key: LookKey, desk: &Desk<'_, '_>) -> Value {
    let kind = key.spec().kind;
    let site = desk.ctx.site.get(key).filter(|value| kind.accepts(value));
    site.cloned().unwrap_or_else(|| kind.usual())
}

fn rows(ui: &mut Ui, all: &[&[LookKey]], look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    for keys in all {
        row(ui, keys, look, follows, desk);
    }
}

/// A row: the first of its values, and what belongs to it behind that.
fn row(ui: &mut Ui, keys: &[LookKey], look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let [first, others @ ..] = keys else { return };
    let language = desk.ctx.text.language();
    let back = back_name(*first, look, follows, desk);
    let line = Line::new(wording::look_label(*first, language)).back(back.as_deref());
    let (_, is_back) = line.show(ui, |ui, label| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let beside: f32 = others.iter().map(|key| beside_width(ui, *key, language)).sum();
            let width = ui.available_width() - beside;
            part(ui, *first, width, Some(label), look, desk);
            for key in others {
                other(ui, *key, look, follows, desk);
            }
        });
        for key in keys {
            for (tone, line) in desk.ctx.analysis.lines_at(&pointer(*key)) {
                widgets::finding_line(ui, tone, &line);
            }
        }
    });
    if is_back {
        look.set(*first, None);
        desk.structural(follows.step());
    }
}

pub(super) fn pointer(key: LookKey) -> String {
    format!("/look/{}", key.spec().id)
}

/// Width of a number at the end of a row, without and with its unit.
const NUMBER: f32 = 56.0;
const MEASURED: f32 = 80.0;

fn number_width(key: LookKey) -> f32 {
    if shows_label(key) { NUMBER } else { MEASURED }
}

/// How wide a value at the end of a row is, with its label and what is between.
fn beside_width(ui: &Ui, key: LookKey, language: wording::Language) -> f32 {
    let label = shows_label(key).then(|| widgets::line_width(ui, wording::look_label(key, language), Type::Small));
    number_width(key) + space::S + label.map_or(0.0, |width| width + space::S)
}

/// Whether a value at the end of a row says what it is; a duration does so by its unit.
fn shows_label(key: LookKey) -> bool {
    key != LookKey::MotionMs
}

/// A value at the end of a row, with its own label and its own way back.
fn other(ui: &mut Ui, key: LookKey, look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let back = back_name(key, look, follows, desk);
    if shows_label(key) {
        let name = wording::look_label(key, desk.ctx.text.language());
        let tall = crate::desktop::theme::control_height(ui);
        let p = palette(ui);
        let width = widgets::line_width(ui, name, Type::Small);
        let (rect, _) = ui.allocate_exact_size(vec2(width, tall), Sense::hover());
        let ink = if back.is_some() { p.accent_text } else { p.text_muted };
        let at = egui::pos2(rect.left(), rect.center().y - 8.0);
        widgets::text_line(ui, at, name, Type::Small, ink, width + 1.0);
    }
    let field = part(ui, key, number_width(key), None, look, desk);
    if let Some(name) = back {
        let middle = field.right_top() + vec2(-14.0, field.height().min(32.0) / 2.0);
        if super::line::way_back(ui, Id::unique(("follow", key.spec().id)), middle, &name) {
            look.set(key, None);
            desk.structural(follows.step());
        }
    }
}

/// A value in this width; returns where.
fn part(
    ui: &mut Ui,
    key: LookKey,
    width: f32,
    label: Option<Id>,
    look: &mut Look,
    desk: &mut Desk<'_, '_>,
) -> egui::Rect {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        let value = look.get(key).cloned().unwrap_or_else(|| followed(key, desk));
        if let Some(changed) = control::show(ui, key, &value, label, desk) {
            look.set(key, Some(changed));
        }
    })
    .response
    .rect
}

/// A whole number of a look.
pub(super) fn whole(number: f64) -> Value {
    json!(number as u64)
}

#[cfg(test)]
mod tests {
    use super::{MOTION, STYLE, color::COLORS};
    use crate::campaign::LookKey;

    #[test]
    fn every_value_of_a_look_is_in_one_section() {
        let rows = STYLE.iter().chain(&MOTION).flat_map(|keys| keys.iter().copied());
        let mut shown: Vec<LookKey> = rows.chain(COLORS.map(|(key, _)| key)).collect();
        shown.sort();
        assert_eq!(shown, LookKey::ALL);
    }
}
