//! What can be done about the verdict: see somebody who does see the campaign, learn what would have to change, and go back.

use egui::{Label, Ui};

use super::{SimulatorContext, keep};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    studio::{
        action::{Action, Actions},
        command::Command,
        editor_step::EditorStep,
        simulated::{ChangeAdvice, Notice},
        tone::Tone,
    },
};

/// Shows the row below the verdict, and the results of its actions.
pub(super) fn show(ui: &mut Ui, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    let advice = ctx.advice;
    let not_shown = ctx.verdict.is_some_and(|verdict| verdict.changeable);
    let answer = advice.notice.as_ref().filter(|_| not_shown);
    let top = ui.cursor().min;
    if let Some(answer) = answer {
        notice(ui, answer, ctx, actions);
    }
    reveal(ui, "notice", answer.is_some(), top);
    let can_find = not_shown && answer.is_none_or(|answer| answer.tone != Tone::Danger);
    if !(can_find || advice.can_go_back || ctx.verdict.is_some()) {
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        for line in &advice.filled {
            ui.add(Label::new(Type::Caption.text(line, palette(ui).text_muted)).wrap());
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            if can_find {
                find(ui, ctx, actions);
            }
            if advice.can_go_back {
                let back = Button::secondary(ctx.text.t("advice-back")).icon(Icon::Undo2).small();
                let tip = ctx.text.t(&Command::VisitorBefore.tip_key());
                if ui.add(back).on_hover_text(tip).clicked() {
                    actions.command(Command::VisitorBefore);
                }
            }
            keep::show(ui, ctx, actions);
        });
    });
}

fn find(ui: &mut Ui, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    let word = if ctx.advice.searching {
        "advice-searching"
    } else {
        "advice-find"
    };
    let button = Button::secondary(ctx.text.t(word)).icon(Icon::UserRound).small();
    let tip = with_keys(ui, ctx, Command::FindVisitor);
    let response = ui.add_enabled(!ctx.advice.searching, button);
    if response.on_hover_text(tip).clicked() {
        actions.command(Command::FindVisitor);
    }
}

/// What a command does, and its keys.
fn with_keys(ui: &Ui, ctx: &SimulatorContext<'_>, command: Command) -> String {
    let keys = command.keys_text(ui.ctx());
    format!("{} {keys}", ctx.text.t(&command.tip_key()))
}

/// Why nobody was found, and the way to the first condition in question.
fn notice(ui: &mut Ui, answer: &Notice, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    let icon = match answer.tone {
        Tone::Danger => Icon::Ban,
        _ => Icon::CircleHelp,
    };
    widgets::notice(ui, answer.tone, icon, &answer.headline, |ui| {
        details(ui, answer, ctx, actions)
    });
}

fn details(ui: &mut Ui, answer: &Notice, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    if !answer.detail.is_empty() {
        ui.add(Label::new(Type::Small.text(&answer.detail, palette(ui).text_muted)).wrap());
    }
    let Some(place) = &answer.place else { return };
    ui.add_space(space::XS);
    let button = Button::secondary(ctx.text.t("advice-first-place"))
        .icon(Icon::ArrowLeft)
        .small();
    if ui.add(button).clicked() {
        actions.send(Action::GoTo(EditorStep::of_pointer(place), Some(place.clone())));
    }
}

/// Shows "What would have to change?", folded or with its answer, inside the verdict "not shown".
pub(super) fn change(ui: &mut Ui, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    let change = &ctx.advice.change;
    let folded = matches!(change, ChangeAdvice::Folded);
    let icon = if folded { Icon::ChevronDown } else { Icon::ChevronUp };
    ui.add_space(space::XS);
    let top = ui.cursor().min;
    let button = Button::secondary(ctx.text.t("advice-change")).icon(icon).small();
    let tip = with_keys(ui, ctx, Command::NearestChange);
    if ui.add(button).on_hover_text(tip).clicked() {
        actions.send(if folded {
            Action::Do(Command::NearestChange)
        } else {
            Action::FoldChange
        });
    }
    match change {
        ChangeAdvice::Folded => {}
        ChangeAdvice::Working => {
            ui.label(Type::Small.text(ctx.text.t("simulator-no-verdict"), palette(ui).text_muted));
        }
        ChangeAdvice::Notice(answer) => {
            ui.add(Label::new(Type::BodyStrong.text(&answer.headline, palette(ui).text)).wrap());
            details(ui, answer, ctx, actions);
        }
        ChangeAdvice::NearestChange { lines, current } => {
            ui.scope(|ui| {
                if !current {
                    ui.multiply_opacity(0.45);
                }
                way(ui, lines, ctx);
            });
            ui.add_space(space::XS);
            let make = Button::primary(ctx.text.t("advice-make")).icon(Icon::Check).small();
            if ui.add_enabled(*current, make).clicked() {
                actions.send(Action::MakeChanges);
            }
        }
    }
    reveal(ui, "change", !(folded || matches!(change, ChangeAdvice::Working)), top);
}

/// Brings what has just appeared below `top` into view, once.
fn reveal(ui: &Ui, part: &str, there: bool, top: egui::Pos2) {
    let id = egui::Id::unique(("advice", part));
    let before: bool = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(id), there));
    if there && !before {
        let rect = egui::Rect::from_two_pos(top, ui.min_rect().right_bottom());
        ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
    }
}

fn way(ui: &mut Ui, lines: &[String], ctx: &SimulatorContext<'_>) {
    let p = palette(ui);
    ui.label(Type::Small.text(ctx.text.t("advice-would-see"), p.text_muted));
    for (index, line) in lines.iter().enumerate() {
        // All of them together, not one of them.
        let line = match index {
            0 => line.clone(),
            _ => ctx.text.tv("advice-and", &[("change", line.as_str().into())]),
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let (rect, _) = ui.allocate_exact_size(egui::vec2(12.0, 20.0), egui::Sense::hover());
            Icon::ArrowRight.paint(ui.painter(), rect.center(), 12.0, p.text_muted);
            ui.add(Label::new(Type::Body.text(line, p.text)).wrap());
        });
    }
}
