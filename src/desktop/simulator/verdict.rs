//! The verdict: one sentence, the reasons below it, and what would have to change where it is no.
//!
//! It is never taller than three reasons of two lines each, so that it does not push the visitor's fields away.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{SimulatorContext, actions};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, MenuItem},
    },
    studio::{
        action::{Action, Actions},
        analysis::{ReasonLine, Verdict},
        tone::Tone,
    },
};

/// How many reasons are listed; the others are behind a button.
const LISTED: usize = 3;
/// Room for "Row 12".
const LINK: f32 = 64.0;

/// Shows the verdict.
pub(super) fn show(ui: &mut Ui, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    let Some(verdict) = ctx.verdict else {
        let waiting = ctx.text.t("simulator-no-verdict");
        widgets::notice(ui, Tone::Neutral, Icon::Hourglass, &waiting, |_| {});
        return;
    };
    // "Not shown" is no fault: red is for what stops a launch.
    let (tone, icon) = match (verdict.shown, verdict.waiting) {
        (true, _) => (Tone::Success, Icon::CircleCheck),
        (false, true) => (Tone::Warning, Icon::Clock),
        (false, false) => (Tone::Warning, Icon::Ban),
    };
    let shown = widgets::notice(ui, tone, icon, &verdict.headline, |ui| {
        if !verdict.live.is_empty() {
            ui.add(egui::Label::new(Type::Small.text(&verdict.live, palette(ui).text)).wrap());
        }
        for line in &verdict.details {
            let color = palette(ui).text_muted;
            ui.add(egui::Label::new(Type::Small.text(line, color)).wrap());
        }
        reasons(ui, verdict, ctx, actions);
        if verdict.changeable {
            actions::change(ui, ctx, actions);
        }
    });
    let spoken = ctx
        .text
        .tv("simulator-verdict", &[("verdict", verdict.headline.as_str().into())]);
    announce(ui, &shown.response, &spoken);
}

/// Lets screen readers say the verdict when it changes.
fn announce(ui: &Ui, notice: &egui::Response, spoken: &str) {
    ui.ctx().accesskit_node_builder(notice.id, |node| {
        node.set_role(Role::Status);
        node.set_live(egui::accesskit::Live::Polite);
        node.set_label(spoken);
    });
}

fn reasons(ui: &mut Ui, verdict: &Verdict, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    let (listed, more) = verdict.reasons.split_at(verdict.reasons.len().min(LISTED));
    for (index, reason) in listed.iter().enumerate() {
        line(ui, index + 1, reason, ctx, actions);
    }
    if more.is_empty() {
        return;
    }
    let words = ctx.text.tv("simulator-more-reasons", &[("count", more.len().into())]);
    let button = ui.add(widgets::Button::link(words).icon(Icon::ChevronDown).small());
    widgets::menu(&button, |ui| {
        for reason in more {
            let item = MenuItem::new(Icon::ArrowLeft, &reason.text);
            let item = ui.add_enabled(reason.row.is_some(), item).on_hover_text(&reason.text);
            if let (true, Some(row)) = (item.clicked(), &reason.row) {
                actions.send(Action::ShowRow(row.pointer.clone()));
            }
        }
    });
}

/// One reason: its number, what it is, and the way to its row.
fn line(ui: &mut Ui, number: usize, reason: &ReasonLine, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let width = ui.available_width();
    let link = if reason.row.is_some() { LINK } else { 0.0 };
    let mut job = egui::text::LayoutJob::simple(
        reason.text.clone(),
        Type::Small.font(),
        p.text,
        (width - 26.0 - link).max(40.0),
    );
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    let tall = galley.size().y.max(20.0) + space::XS;
    let (rect, response) = ui.allocate_exact_size(vec2(width, tall), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &reason.text));
    let middle = rect.top() + 10.0;
    let badge = pos2(rect.left() + 9.0, middle);
    ui.painter().circle_filled(badge, 9.0, p.surface);
    ui.painter().text(
        badge,
        Align2::CENTER_CENTER,
        number.to_string(),
        Type::Caption.font(),
        p.warning,
    );
    ui.painter()
        .galley(pos2(rect.left() + 26.0, rect.top() + 1.0), galley, p.text);
    if cut {
        response.on_hover_text(&reason.text);
    }
    let Some(row) = &reason.row else { return };
    let words = ctx.text.tv("simulator-row", &[("number", row.number.into())]);
    let galley = ui.painter().layout_no_wrap(words, Type::Label.font(), p.accent_text);
    let size = galley.size() + vec2(10.0, 6.0);
    let place = Rect::from_min_size(pos2(rect.right() - size.x, middle - size.y / 2.0), size);
    let response = ui.interact(place, ui.unique_id().with(("reason", number)), Sense::click());
    let spoken = ctx.text.tv(
        "simulator-go-to-row",
        &[("number", row.number.into()), ("reason", reason.text.as_str().into())],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), &spoken));
    if response.hovered() {
        ui.painter()
            .rect_filled(place, CornerRadius::same(radius::S), p.surface);
    }
    ui.painter().galley(place.min + vec2(5.0, 3.0), galley, p.accent_text);
    widgets::focus_ring(ui, &response, place, radius::S);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        actions.send(Action::ShowRow(row.pointer.clone()));
    }
}
