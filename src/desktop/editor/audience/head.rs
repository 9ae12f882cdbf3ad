//! The first choice, *Everyone* or *Visitors who…*, and how the outermost rows are joined.

use egui::{Align, Layout, Ui};

use super::joiner;
use crate::{
    campaign::Group,
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    studio::{
        command::Command,
        outline::{Event, InLog},
    },
    wording,
};

/// At the right of the card's head line: how many visitors that is, which leads to the count.
pub(super) fn reach(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let command = Command::Reach;
    let words = match desk.ctx.in_log {
        Some(in_log) => counted(in_log, desk),
        None => desk.t(&command.label_key()),
    };
    let tip = desk.t(&command.tip_key());
    let button = Button::link(words.clone()).icon(command.spec().icon).small();
    let pressed = if wide(ui, &words) <= ui.available_width() {
        ui.add(button).on_hover_text(tip).clicked()
    } else {
        widgets::icon_button(ui, command.spec().icon, &words).clicked()
    };
    if pressed {
        desk.actions.command(command);
    }
}

/// How wide a small button with an icon and these words is.
fn wide(ui: &Ui, words: &str) -> f32 {
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Label.font(), palette(ui).text);
    galley.size().x + 40.0
}

/// What the whole audience came to in a log.
fn counted(in_log: InLog, desk: &Desk<'_, '_>) -> String {
    let language = desk.ctx.text.language();
    let number = |count| wording::count(count, language);
    let share = wording::share(in_log.qualified, in_log.visitors.max(1), language);
    desk.ctx.text.tv(
        "outline-in-log",
        &[
            ("qualified", number(in_log.qualified).into()),
            ("visitors", number(in_log.visitors).into()),
            ("share", share.into()),
        ],
    )
}

/// Shows the choice, and the joiner while there are conditions.
pub(super) fn show(ui: &mut Ui, audience: &mut Group, desk: &mut Desk<'_, '_>) {
    let words = ["outline-everyone", "outline-visitors-who"].map(|key| desk.t(key));
    let mut everyone = audience.children.is_empty();
    let options = [(true, words[0].as_str()), (false, words[1].as_str())];
    let tiles = widgets::radio_tiles_width(ui, &[&words[0], &words[1]]);
    let beside = tiles + MATCH <= ui.available_width();
    ui.spacing_mut().item_spacing.x = space::S;
    ui.horizontal(|ui| {
        let chosen = widgets::radio_tiles(ui, &desk.t("editor-who"), &mut everyone, &options);
        desk.arrive_exactly(ui, "/audience", chosen.id, chosen.rect);
        if chosen.changed() {
            choose(everyone, audience, desk);
        }
        if beside && !audience.children.is_empty() {
            ui.add_space(space::M);
            joined(ui, audience, desk);
        }
    });
    if !beside && !audience.children.is_empty() {
        ui.add_space(space::XS);
        ui.horizontal(|ui| joined(ui, audience, desk));
    }
}

/// Room for how the rows are joined, and the button that folds all groups.
const MATCH: f32 = 300.0;

fn choose(everyone: bool, audience: &mut Group, desk: &mut Desk<'_, '_>) {
    if everyone {
        if desk.outline.choose_everyone(audience) {
            desk.structural("outline-step-everyone");
        }
    } else if desk.outline.choose_visitors(audience) {
        desk.structural("outline-step-visitors");
    }
}

pub(super) fn joined(ui: &mut Ui, audience: &mut Group, desk: &mut Desk<'_, '_>) {
    let p = palette(ui);
    ui.label(Type::Body.text(desk.t("outline-match"), p.text));
    if let Some(joiner) = joiner::select(ui, audience.joiner, &desk.t("editor-joiner-outermost"), desk) {
        audience.joiner = joiner;
        desk.structural("editor-step-joiner");
    }
    ui.label(Type::Body.text(joiner::of_these(audience.joiner, desk), p.text));
    let has_groups = audience.depth() > 1;
    if has_groups {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| fold_all(ui, audience, desk));
    }
}

fn fold_all(ui: &mut Ui, audience: &Group, desk: &mut Desk<'_, '_>) {
    let folds = !desk.outline.has_folds();
    let (key, icon) = if folds {
        ("outline-fold-all", Icon::ChevronUp)
    } else {
        ("outline-unfold-all", Icon::ChevronDown)
    };
    let words = desk.t(key);
    let pressed = if wide(ui, &words) <= ui.available_width() {
        ui.add(Button::ghost(words).icon(icon).small()).clicked()
    } else {
        widgets::icon_button(ui, icon, &words).clicked()
    };
    if pressed {
        desk.outline.on(Event::FoldAll(folds), audience);
        ui.request_repaint();
    }
}
