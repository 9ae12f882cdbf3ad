//! The cards "Style" and "Motion": how the pop-up looks. Each value of a campaign follows the site until it is changed here, and can follow it
//! again; those of the site are the usual ones until then.

use egui::{Align, Id, Layout, Ui, vec2};
use serde_json::{Value, json};

use super::{color, places};
use crate::{
    campaign::{Look, LookKey, LookKind, LookUnit, Style},
    desktop::{
        editor::{
            desk::Desk,
            gap,
            input::{cell, framed},
        },
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, Card, Choice, MenuItem, NumberField, Select},
    },
    studio::{action::Action, arrival::Pace},
    wording,
};

/// The values of each card, in the order in which they are shown.
const STYLE: [LookKey; 15] = [
    LookKey::Color,
    LookKey::Card,
    LookKey::Text,
    LookKey::Theme,
    LookKey::Font,
    LookKey::TextSize,
    LookKey::Align,
    LookKey::Picture,
    LookKey::Radius,
    LookKey::Width,
    LookKey::Shadow,
    LookKey::Close,
    LookKey::Position,
    LookKey::Offset,
    LookKey::Layer,
];
const MOTION: [LookKey; 2] = [LookKey::Motion, LookKey::MotionMs];

/// Widths of a row's label, of its control at most, and of the sign at its end.
const LABEL: f32 = 152.0;
const CONTROL: f32 = 320.0;
const SIGN: f32 = height::SMALL;

/// What values follow that are not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// The site.
    Site,
    /// Nothing: they are the usual ones.
    Usual,
}

/// Shows both cards.
pub(super) fn show(ui: &mut Ui, look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let mut state = (look, desk);
    let title = state.1.t("editor-style");
    let way_back = |ui: &mut Ui, state: &mut (&mut Look, &mut Desk<'_, '_>)| follow_all(ui, follows, state);
    Card::new(&title).show_with(ui, &mut state, way_back, |ui, (look, desk)| {
        rows(ui, &STYLE, look, follows, desk);
    });
    gap(ui);
    let (look, desk) = state;
    let title = desk.t("editor-motion");
    Card::new(&title).show_with(ui, &mut (look, desk), play, |ui, (look, desk)| {
        rows(ui, &MOTION, look, follows, desk)
    });
}

/// Shows the entrance in the preview.
fn play(ui: &mut Ui, (_, desk): &mut (&mut Look, &mut Desk<'_, '_>)) {
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
    let button = Button::ghost(desk.t("editor-play")).icon(Icon::Play).small();
    if ui.add(button).on_hover_text(desk.t("editor-play-help")).clicked() {
        desk.actions.send(Action::PlayEntrance(Pace::Usual));
    }
}

/// The way back for everything at once, while there is something to go back from.
fn follow_all(ui: &mut Ui, follows: Follows, (look, desk): &mut (&mut Look, &mut Desk<'_, '_>)) {
    let changed = LookKey::ALL.iter().any(|key| is_own(*key, look, follows));
    let (nothing, all, step) = match follows {
        Follows::Site => ("editor-follows-site", "editor-follow-all", "editor-step-follow"),
        Follows::Usual => ("editor-is-usual", "editor-usual-all", "editor-step-usual"),
    };
    if !changed {
        ui.label(Type::Small.text(desk.t(nothing), palette(ui).text_muted));
        return;
    }
    if ui.add(Button::ghost(desk.t(all)).small()).clicked() {
        for key in LookKey::ALL {
            look.set(*key, None);
        }
        desk.structural(step);
    }
}

/// Whether a value is chosen that is not what it would be anyway.
fn is_own(key: LookKey, look: &Look, follows: Follows) -> bool {
    let usual = || key.spec().kind.usual();
    match follows {
        Follows::Site => look.get(key).is_some(),
        Follows::Usual => look.get(key).is_some_and(|value| *value != usual()),
    }
}

fn rows(ui: &mut Ui, keys: &[LookKey], look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    ui.spacing_mut().item_spacing = vec2(space::S, space::S);
    for key in keys {
        row(ui, *key, look, follows, desk);
    }
}

/// One value: its name, what it is, and whether it follows the site.
fn row(ui: &mut Ui, key: LookKey, look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let pointer = format!("/look/{}", key.spec().id);
    ui.horizontal(|ui| {
        let label = cell(ui, LABEL, |ui| {
            let line = Layout::left_to_right(Align::Center);
            ui.with_layout(line, |ui| {
                ui.set_min_height(height::CONTROL);
                let name = wording::look_label(key, desk.ctx.text.language());
                let words = Type::Label.text(name, palette(ui).text_muted);
                ui.add(egui::Label::new(words).truncate().selectable(false))
            })
            .inner
            .id
        });
        let width = (ui.available_width() - SIGN - space::S).min(CONTROL);
        cell(ui, width, |ui| control(ui, key, &pointer, label.inner, look, desk));
        sign(ui, key, look, follows, desk);
    });
    for (tone, line) in desk.ctx.analysis.lines_at(&pointer) {
        widgets::finding_line(ui, tone, &line);
    }
}

/// Says that a value follows the site, or offers that it does so again.
fn sign(ui: &mut Ui, key: LookKey, look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let language = desk.ctx.text.language();
    let name = wording::look_label(key, language);
    let own = followed(key, desk);
    let site = wording::look_value(key, &own, language).unwrap_or_default();
    let (back, step) = match follows {
        Follows::Site => ("editor-follow", "editor-step-follow"),
        Follows::Usual => ("editor-usual", "editor-step-usual"),
    };
    if is_own(key, look, follows) {
        let values = [("name", name.into()), ("value", site.into())];
        let words = desk.ctx.text.tv(back, &values);
        if widgets::icon_button(ui, Icon::Undo2, &words).clicked() {
            look.set(key, None);
            desk.structural(step);
        }
        return;
    }
    match follows {
        Follows::Site => {}
        Follows::Usual => return,
    }
    let (rect, response) = ui.allocate_exact_size(vec2(SIGN, SIGN), egui::Sense::hover());
    let words = desk.t1("editor-follows", "name", name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    Icon::Globe.paint(ui.painter(), rect.center(), 15.0, palette(ui).text_faint);
    response.on_hover_text(words);
}

/// What a value is where it follows the site.
fn followed(key: LookKey, desk: &Desk<'_, '_>) -> Value {
    let kind = key.spec().kind;
    let site = desk.ctx.site.get(key).filter(|value| kind.accepts(value));
    site.cloned().unwrap_or_else(|| kind.usual())
}

fn control(ui: &mut Ui, key: LookKey, pointer: &str, label: Id, look: &mut Look, desk: &mut Desk<'_, '_>) {
    let spec = key.spec();
    let value = look.get(key).cloned().unwrap_or_else(|| followed(key, desk));
    match spec.kind {
        LookKind::Color(_) | LookKind::ThemeColor => {
            let style = Style::of(&[look, desk.ctx.site]);
            color::show(ui, key, &value, &style, look, desk);
        }
        LookKind::Number { least, most, .. } => {
            let mut number = value.as_f64();
            let range = f64::from(least)..=f64::from(most);
            let field = Number {
                id: Id::unique(("editor-look", spec.id)),
                name: wording::look_label(key, desk.ctx.text.language()).to_owned(),
                label: Some(label),
                range,
                unit: spec.unit,
            };
            if field.show(ui, pointer, &mut number, desk) {
                look.set(key, number.map(|number| json!(number as u64)));
            }
        }
        LookKind::Distances { most, .. } => distances(ui, key, pointer, &value, most, look, desk),
        LookKind::Flag(_) => {
            let mut on = value != Value::Bool(false);
            let word = wording::look_value(key, &json!(on), desk.ctx.text.language()).unwrap_or_default();
            let name = desk.ctx.text.tv(
                "editor-look-choice",
                &[
                    ("name", wording::look_label(key, desk.ctx.text.language()).into()),
                    ("value", word.into()),
                ],
            );
            let response = widgets::toggle(ui, &mut on, &name);
            desk.arrive(ui, pointer, response.id, response.rect);
            if response.changed() {
                look.set(key, Some(json!(on)));
                desk.structural("editor-step-look");
            }
        }
        LookKind::Choice { words, .. } => choice(ui, key, pointer, label, &value, words, look, desk),
    }
}

/// A number of a look.
struct Number {
    id: Id,
    name: String,
    label: Option<Id>,
    range: std::ops::RangeInclusive<f64>,
    unit: LookUnit,
}

impl Number {
    /// Whether it was changed.
    fn show(self, ui: &mut Ui, pointer: &str, value: &mut Option<f64>, desk: &mut Desk<'_, '_>) -> bool {
        let suffix = match self.unit {
            LookUnit::None => String::new(),
            LookUnit::Pixels => desk.t("editor-pixels"),
            LookUnit::Milliseconds => desk.t("editor-milliseconds"),
        };
        let wanted = desk.ctx.text.tv(
            "editor-look-wanted",
            &[
                ("least", (*self.range.start()).into()),
                ("most", (*self.range.end()).into()),
            ],
        );
        let response = framed(ui, desk.is_wrong(pointer), |ui| {
            let mut field = NumberField::new(self.id, &self.name, value);
            if let Some(label) = self.label {
                field = field.labelled_by(label);
            }
            field.range(self.range).suffix(&suffix).wanted(&wanted).show(ui)
        });
        desk.arrive(ui, pointer, self.id, response.rect);
        if response.changed() {
            desk.typing(pointer, "editor-step-look");
        }
        response.changed()
    }
}

fn distances(
    ui: &mut Ui,
    key: LookKey,
    pointer: &str,
    value: &Value,
    most: u32,
    look: &mut Look,
    desk: &mut Desk<'_, '_>,
) {
    let mut numbers = [0, 1].map(|at| value.get(at).and_then(Value::as_f64));
    let width = (ui.available_width() - space::S) / 2.0;
    let mut changed = false;
    ui.horizontal_top(|ui| {
        for (at, name) in ["editor-offset-side", "editor-offset-upright"].into_iter().enumerate() {
            let field = Number {
                id: Id::unique(("editor-look", key.spec().id, at)),
                name: desk.t(name),
                label: None,
                range: 0.0..=f64::from(most),
                unit: LookUnit::Pixels,
            };
            let number = &mut numbers[at];
            changed |= cell(ui, width, |ui| field.show(ui, pointer, number, desk)).inner;
        }
    });
    if changed {
        let whole = numbers.map(|number| number.unwrap_or_default() as u64);
        look.set(key, Some(json!(whole)));
    }
}

#[expect(clippy::too_many_arguments, reason = "a row's parts, handed on once")]
fn choice(
    ui: &mut Ui,
    key: LookKey,
    pointer: &str,
    label: Id,
    value: &Value,
    words: &'static [&'static str],
    look: &mut Look,
    desk: &mut Desk<'_, '_>,
) {
    let language = desk.ctx.text.language();
    let chosen = value.as_str().unwrap_or_default();
    let name = wording::look_label(key, language);
    let said = |word: &str| wording::look_word(key, word, language).unwrap_or_default();
    let picked = if key == LookKey::Position {
        let (picked, stop) = places::show(ui, name, chosen, words, &said);
        if let Some(stop) = stop {
            desk.arrive(ui, pointer, stop.id, stop.rect);
        }
        picked
    } else {
        let shown = wording::look_word(key, chosen, language).unwrap_or(chosen);
        let id = ui.next_auto_id();
        let select = Select::new(name, shown)
            .labelled_by(label)
            .wrong(desk.is_wrong(pointer));
        let picked = select.show(ui, || {
            let choice = |word: &&str| Choice {
                label: said(word).to_owned(),
                chosen: *word == chosen,
                ..Choice::default()
            };
            words.iter().map(choice).collect()
        });
        desk.arrive(ui, pointer, id, ui.min_rect());
        picked
    };
    if let Some(word) = picked.and_then(|at| words.get(at)).filter(|word| **word != chosen) {
        look.set(key, Some((*word).into()));
        desk.structural("editor-step-look");
    }
}

#[cfg(test)]
mod tests {
    use super::{MOTION, STYLE};
    use crate::campaign::LookKey;

    #[test]
    fn every_value_of_a_look_is_on_one_card() {
        let mut shown = [&STYLE[..], &MOTION[..]].concat();
        shown.sort();
        assert_eq!(shown, LookKey::ALL);
    }
}
