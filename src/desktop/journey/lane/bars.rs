//! The bars of pop-ups and of open chats, a row for each campaign that is shown.

use egui::{Color32, CornerRadius, Galley, Rect, Role, Sense, Ui, WidgetInfo, text::LayoutJob};

use super::{BAR, PAGES, RULER, Rows, STEPS};
use crate::{
    desktop::{
        journey::{JourneyContext, View, words},
        theme::{Type, palette},
    },
    studio::{journey::Bar, simulated::SimulatedVisitor},
};

/// Most rows of bars; the others are listed in the trace.
const MOST_ROWS: usize = 6;

/// The look of a row of bars.
struct Look<'a> {
    name: &'a str,
    fill: Color32,
    ink: Color32,
    /// The key of the text that describes a bar.
    key: &'static str,
}

impl View<'_> {
    /// Returns the number of rows of bars; at least one, so that the lane does not jump when the first bar appears.
    pub(super) fn bar_rows(&self) -> usize {
        let Some(run) = self.desk.run() else { return 1 };
        let shown = run.shown().len().min(MOST_ROWS);
        (shown + usize::from(!run.chats.is_empty())).max(1)
    }

    pub(super) fn bars(&self, ui: &Ui, rows: &Rows<'_>, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let p = palette(ui);
        let Some(run) = self.desk.run() else { return };
        let mut shown = run.shown();
        shown.truncate(MOST_ROWS);
        for (row, id) in shown.iter().enumerate() {
            let name = run.campaign(id).map_or("", |campaign| campaign.name.as_str());
            let (fill, ink) = if *id == ctx.open {
                (p.accent, p.on_accent)
            } else {
                (p.success_soft, p.success)
            };
            let key = "journey-bar-popup";
            let bars: Vec<&Bar> = run.popups.iter().filter(|bar| bar.campaign == *id).collect();
            one_row(ui, rows, row, &bars, &Look { name, fill, ink, key }, (simulated, ctx));
        }
        if !run.chats.is_empty() {
            let look = Look {
                name: &ctx.text.t("journey-chat"),
                fill: p.warning_soft,
                ink: p.warning,
                key: "journey-bar-chat",
            };
            let bars: Vec<&Bar> = run.chats.iter().collect();
            one_row(ui, rows, shown.len(), &bars, &look, (simulated, ctx));
        }
    }

    /// Says that no bar will come.
    pub(super) fn nothing_shown(&self, ui: &Ui, rows: &Rows<'_>, ctx: &JourneyContext<'_>) {
        let Some(run) = self.desk.run() else { return };
        if !run.popups.is_empty() || !run.chats.is_empty() || self.desk.timeline().steps().is_empty() {
            return;
        }
        let words = ctx.text.t("journey-nothing-shown");
        let y = rows.origin.y + RULER + STEPS + PAGES + BAR / 2.0;
        let place = egui::pos2(rows.clip.left().max(rows.origin.x) + 6.0, y);
        let color = palette(ui).text_faint;
        ui.painter()
            .text(place, egui::Align2::LEFT_CENTER, words, Type::Caption.font(), color);
    }
}

/// The bars of one campaign, and its name once.
fn one_row(
    ui: &Ui,
    rows: &Rows<'_>,
    row: usize,
    bars: &[&Bar],
    look: &Look<'_>,
    (simulated, ctx): (&SimulatedVisitor, &JourneyContext<'_>),
) {
    let top = RULER + STEPS + PAGES + BAR * row as f32;
    let mut rects = Vec::with_capacity(bars.len());
    for (number, bar) in bars.iter().enumerate() {
        let left = rows.x(bar.from);
        let rect = rows.row(left, rows.x(bar.to).max(left + 3.0), top, BAR - 3.0);
        if !rows.sees(rect.left(), rect.right()) {
            continue;
        }
        ui.painter().rect_filled(rect, CornerRadius::same(5), look.fill);
        let time = |at: f64| words::time(at, rows.axis, simulated.at, ctx);
        let arguments = [
            ("name", look.name.into()),
            ("from", time(bar.from).into()),
            ("to", time(bar.to).into()),
        ];
        let tip = ctx.text.tv(look.key, &arguments);
        let id = ui.scope_id().with(("journey bar", row, number));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &tip));
        response.on_hover_text(&tip);
        rects.push(rect.intersect(rows.clip));
    }
    name(ui, rows, &rects, look);
}

/// Draws the name of a row: on the first bar with enough room, else next to one, else as much as fits on the widest.
fn name(ui: &Ui, rows: &Rows<'_>, bars: &[Rect], look: &Look<'_>) {
    let muted = palette(ui).text_muted;
    let galley = ui
        .painter()
        .layout_no_wrap(look.name.to_owned(), Type::Caption.font(), Color32::PLACEHOLDER);
    let wide = galley.size().x;
    let at = |x: f32, bar: &Rect, galley: &Galley| egui::pos2(x, bar.center().y - galley.size().y / 2.0);
    if let Some(bar) = bars.iter().find(|bar| bar.width() >= wide + 12.0) {
        let place = at(bar.left() + 6.0, bar, &galley);
        ui.painter().galley_with_override_text_color(place, galley, look.ink);
        return;
    }
    for (index, bar) in bars.iter().enumerate() {
        let next = bars.get(index + 1).map_or(rows.clip.right(), |next| next.left());
        let before = index
            .checked_sub(1)
            .map_or(rows.clip.left(), |before| bars[before].right());
        let x = if bar.right() + wide + 12.0 <= next {
            bar.right() + 6.0
        } else if bar.left() - wide - 12.0 >= before {
            bar.left() - 6.0 - wide
        } else {
            continue;
        };
        let place = at(x, bar, &galley);
        ui.painter().galley_with_override_text_color(place, galley, muted);
        return;
    }
    let Some(bar) = bars.iter().max_by(|one, two| one.width().total_cmp(&two.width())) else {
        return;
    };
    let mut job = LayoutJob::simple_singleline(look.name.to_owned(), Type::Caption.font(), look.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width((bar.width() - 12.0).max(0.0));
    let galley = ui.painter().layout_job(job);
    let place = at(bar.left() + 6.0, bar, &galley);
    ui.painter().galley(place, galley, look.ink);
}
