//! The trace: the state of every campaign at the playhead, best-ranked first, and the visitor's page.

use egui::{CornerRadius, FontId, Role, Sense, TextFormat, Ui, WidgetInfo, text::LayoutJob, vec2};

use super::{JourneyContext, View, words};
use crate::{
    desktop::{
        theme::{Icon, Palette, Type, palette, radius, space},
        widgets::Button,
    },
    engine::{Standing, StandingState},
    studio::{
        action::{Action, Actions},
        journey::{Moment, Run},
        tone::Tone,
    },
    wording::{self, LiveState},
};

/// How many lines are shown at first, and how many more each time.
pub(super) const LINES: usize = 40;

impl View<'_> {
    pub(super) fn trace(&mut self, ui: &mut Ui, ctx: &JourneyContext<'_>, actions: &mut Actions) {
        let (Some(run), Some(moment)) = (self.desk.run().cloned(), self.desk.moment()) else {
            return;
        };
        ui.spacing_mut().item_spacing.y = 2.0;
        let p = palette(ui);
        let place = page_line(&moment, ctx);
        ui.add(egui::Label::new(Type::Small.text(place, p.text_muted)).truncate());
        if ctx.live != LiveState::Live {
            let live = wording::live(ctx.live, ctx.text.language());
            let words = ctx.text.tv("journey-as-if-live", &[("live", live.into())]);
            ui.add(egui::Label::new(Type::Caption.text(words, p.text_muted)).wrap());
        }
        ui.add_space(2.0);
        let shown = chosen(&moment.standing, ctx.open, self.panel.lines);
        for standing in &shown {
            line(ui, &run, &moment, standing, ctx, actions);
        }
        let hidden = moment.standing.len() - shown.len();
        if hidden > 0 {
            let more = ctx.text.tv("journey-more", &[("count", hidden.into())]);
            if ui.add(Button::ghost(more).icon(Icon::ChevronDown).small()).clicked() {
                self.panel.lines += LINES;
            }
        }
        if self.desk.left_out() > 0 {
            ui.add_space(space::XS);
            let words = ctx
                .text
                .tv("journey-left-out", &[("count", self.desk.left_out().into())]);
            ui.add(egui::Label::new(Type::Caption.text(words, p.text_faint)).wrap());
        }
    }
}

/// The first so many lines: those whose rule holds before the others, the open campaign in any case; in order of rank.
fn chosen<'s>(standing: &'s [Standing], open: &str, most: usize) -> Vec<&'s Standing> {
    let matters = |line: &Standing| line.campaign == open || line.state != StandingState::RuleFails;
    let (first, rest): (Vec<usize>, Vec<usize>) = (0..standing.len()).partition(|index| matters(&standing[*index]));
    let mut places: Vec<usize> = first.into_iter().chain(rest).take(most).collect();
    places.sort_unstable();
    places.into_iter().map(|index| &standing[index]).collect()
}

/// Which page they are on, and how far they have come there.
fn page_line(moment: &Moment, ctx: &JourneyContext<'_>) -> String {
    if !moment.page_open {
        return ctx.text.t("journey-no-page");
    }
    let visitor = &moment.visitor;
    let views = wording::count(visitor.page_views, ctx.text.language());
    let mut words = ctx.text.tv(
        "journey-on-page",
        &[
            ("page", words::short(&visitor.url).into()),
            ("views", views.into()),
            ("ratio", visitor.scroll_ratio.round().into()),
        ],
    );
    if visitor.exit_screen {
        words.push_str(" · ");
        words.push_str(&ctx.text.t("journey-leaving"));
    }
    for (holds, key) in [
        (moment.chat_open, "journey-chat-open"),
        (moment.away, "journey-is-away"),
        (moment.covered, "journey-is-covered"),
    ] {
        if holds {
            words.push_str(" · ");
            words.push_str(&ctx.text.t(key));
        }
    }
    words
}

fn look(state: &StandingState) -> (Icon, Tone) {
    match state {
        StandingState::Visible => (Icon::Eye, Tone::Success),
        StandingState::Waiting { .. } => (Icon::Timer, Tone::Accent),
        StandingState::RepeatCycle { .. } | StandingState::Resting { .. } => (Icon::Repeat, Tone::Warning),
        StandingState::Outranked { .. } | StandingState::Behind { .. } => (Icon::Layers, Tone::Warning),
        StandingState::ChatOpen => (Icon::MessageCircle, Tone::Warning),
        StandingState::Quiet { .. } => (Icon::Moon, Tone::Warning),
        StandingState::Away => (Icon::LogOut, Tone::Warning),
        StandingState::Covered => (Icon::AppWindow, Tone::Warning),
        StandingState::AlreadyShown => (Icon::Check, Tone::Neutral),
        StandingState::OtherSite => (Icon::Globe, Tone::Warning),
        StandingState::Scheduled { .. } | StandingState::Ended => (Icon::Calendar, Tone::Warning),
        StandingState::OutOfHours { .. } | StandingState::NobodyAnswers { .. } => (Icon::Clock, Tone::Warning),
        StandingState::RuleFails => (Icon::Minus, Tone::Neutral),
        StandingState::NoPage => (Icon::CircleDashed, Tone::Neutral),
    }
}

/// Shows one campaign: its name and state. Pressing another campaign's line opens it.
fn line(ui: &mut Ui, run: &Run, moment: &Moment, standing: &Standing, ctx: &JourneyContext<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let Some(campaign) = run.campaign(&standing.campaign) else {
        return;
    };
    let open = standing.campaign == ctx.open;
    let name = if campaign.name.trim().is_empty() {
        &campaign.id
    } else {
        &campaign.name
    };
    let said = moment.words(run, standing, ctx.reader());
    let (icon, tone) = look(&standing.state);
    let quiet = matches!(standing.state, StandingState::RuleFails | StandingState::NoPage);
    let job = job(p, name, &said, quiet && !open, tone, ui.available_width() - 34.0);
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    let height = (galley.size().y + 8.0).max(26.0);
    let sense = if open { Sense::hover() } else { Sense::click() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
    let spoken = format!("{name}: {said}");
    let role = if open { Role::Label } else { Role::Button };
    response.widget_info(|| WidgetInfo::labeled(role, true, &spoken));
    if !ui.is_rect_visible(rect) {
        return;
    }
    if open {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::S), p.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::S), p.hover);
    }
    crate::desktop::widgets::focus_ring(ui, &response, rect, radius::S);
    let center = egui::pos2(rect.left() + 14.0, rect.top() + 13.0);
    let color = if tone == Tone::Neutral {
        p.text_faint
    } else {
        tone.color(p)
    };
    icon.paint(ui.painter(), center, 14.0, color);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(egui::pos2(rect.left() + 28.0, top), galley, p.text);
    let response = match (cut, open) {
        (true, _) => response.on_hover_text(&said),
        (false, false) => response.on_hover_text(ctx.text.t("journey-open-campaign")),
        (false, true) => response,
    };
    if response.clicked() {
        actions.send(Action::OpenById(standing.campaign.clone()));
    }
}

fn job(p: &Palette, name: &str, said: &str, quiet: bool, tone: Tone, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(40.0);
    job.wrap.max_rows = if quiet { 2 } else { 4 };
    let format = |font: FontId, color| TextFormat {
        font_id: font,
        color,
        line_height: Some(17.0),
        ..TextFormat::default()
    };
    let name_color = if quiet { p.text_muted } else { p.text };
    job.append(name, 0.0, format(Type::Label.font(), name_color));
    let said_color = if tone == Tone::Neutral {
        p.text_muted
    } else {
        tone.color(p)
    };
    job.append(said, 8.0, format(Type::Small.font(), said_color));
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_is_shown_first_and_in_order_of_rank() {
        let standing: Vec<Standing> = (0..6)
            .map(|index| Standing {
                campaign: index.to_string(),
                since: None,
                state: if index == 4 {
                    StandingState::Visible
                } else {
                    StandingState::RuleFails
                },
            })
            .collect();
        let names = |most| -> Vec<&str> {
            chosen(&standing, "5", most)
                .iter()
                .map(|line| line.campaign.as_str())
                .collect()
        };
        assert_eq!(names(3), ["0", "4", "5"]);
        assert_eq!(names(99).len(), 6);
    }
}
