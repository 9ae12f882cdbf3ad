//! The rows and the days. Only visible rows are laid out, so that hundreds scroll as smoothly as ten.

use std::path::PathBuf;

use chrono::Datelike as _;
use egui::{Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{CalendarView, is_weekend};
use crate::{
    desktop::{
        theme::{Type, palette, radius, space},
        widgets::{self, Follow},
    },
    studio::{
        calendar::{Plan, Row, Scale},
        tone::Tone,
    },
    wording::text::Text,
};

/// Height of a row, in points.
const ROW: f32 = 32.0;
/// Height of the days' head.
const HEAD: f32 = 38.0;
/// The part of the width that names take, at least and at most.
const NAMES: (f32, f32) = (120.0, 240.0);
/// Room for the scroll bar at the right.
const BAR: f32 = 14.0;
/// The least width of a day, in points, that has room for its number.
const NUMBERED: f32 = 15.0;

/// Where the days are.
#[derive(Clone, Copy)]
struct Days {
    left: f32,
    width: f32,
}

impl Days {
    /// Where a day begins.
    fn at(self, place: usize) -> f32 {
        self.left + self.width * place as f32
    }
}

/// Shows the rows; returns the file of the campaign that is to be opened.
pub(super) fn show(ui: &mut Ui, view: CalendarView<'_>) -> Option<PathBuf> {
    let (Some(shown), plan) = view.plan else { return None };
    let whole = ui.available_rect_before_wrap();
    let names = (whole.width() * 0.28).clamp(NAMES.0, NAMES.1);
    let days = Days {
        left: whole.left() + names,
        width: (whole.width() - names - BAR).max(1.0) / plan.days.len().max(1) as f32,
    };
    let (head, _) = ui.allocate_exact_size(vec2(whole.width(), HEAD), Sense::hover());
    ui.spacing_mut().item_spacing.y = 0.0;
    paint_head(ui, head, days, (plan, shown.scale), view.text);
    let body = Rect::from_min_max(pos2(whole.left(), head.bottom()), whole.max);
    paint_ground(ui, body, days, plan);
    let mut asked = None;
    let area = ScrollArea::vertical().id_salt("calendar").auto_shrink([false, false]);
    area.follow_viewport(ui, |ui, viewport| {
        ui.set_height(ROW * plan.rows.len() as f32);
        let origin = ui.min_rect().left_top();
        // One more at each end, so that the keyboard can reach them.
        let first = ((viewport.top() / ROW) as usize).saturating_sub(1);
        let last = ((viewport.bottom() / ROW) as usize + 2).min(plan.rows.len());
        for (place, row) in plan.rows.iter().enumerate().take(last).skip(first) {
            let top = origin.y + ROW * place as f32;
            let rect = Rect::from_min_size(pos2(origin.x, top), vec2(whole.width() - BAR, ROW));
            if campaign(ui, rect, row, (days, plan.days.len()), view) {
                asked = Some(row.path.clone());
            }
        }
    });
    paint_today(ui, Rect::from_min_max(head.min, body.max), days, view);
    asked
}

/// The months, and the numbers of days: all of them, or those of Mondays.
fn paint_head(ui: &Ui, head: Rect, days: Days, (plan, scale): (&Plan, Scale), text: &Text) {
    let p = palette(ui);
    let painter = ui.painter();
    for (place, day) in plan.days.iter().enumerate() {
        let x = days.at(place);
        if place == 0 || day.day() == 1 {
            let month = text.t(&format!("month-{}", day.month()));
            let left = (plan.days.len() - place) as f32 * days.width;
            // A month of which little is shown has no room for its name.
            if left > 60.0 && (place > 0 || day.day() < 22) {
                let place = pos2(x + 2.0, head.top());
                painter.text(place, Align2::LEFT_TOP, month, Type::Caption.font(), p.text);
            }
        }
        let is_monday = day.weekday().num_days_from_monday() == 0;
        let numbered = match scale {
            Scale::Weeks => days.width >= NUMBERED || is_monday,
            Scale::Months => is_monday && days.width * 7.0 >= NUMBERED,
        };
        if numbered {
            let ink = if is_weekend(*day) { p.text_faint } else { p.text_muted };
            let number = day.day().to_string();
            let place = match scale {
                Scale::Weeks if days.width >= NUMBERED => pos2(x + days.width / 2.0, head.bottom() - 3.0),
                Scale::Weeks | Scale::Months => pos2(x + 7.0, head.bottom() - 3.0),
            };
            painter.text(place, Align2::CENTER_BOTTOM, number, Type::Caption.font(), ink);
        }
    }
    painter.hline(head.x_range(), head.bottom() - 0.5, Stroke::new(1.0, p.border));
}

/// Weekends, days without any campaign, and where weeks begin.
fn paint_ground(ui: &Ui, body: Rect, days: Days, plan: &Plan) {
    let p = palette(ui);
    let painter = ui.painter();
    let column = |first: usize, last: usize| Rect::from_x_y_ranges(days.at(first)..=days.at(last + 1), body.y_range());
    for (place, day) in plan.days.iter().enumerate() {
        if is_weekend(*day) {
            painter.rect_filled(column(place, place), 0.0, p.neutral_soft);
        }
        if day.weekday().num_days_from_monday() == 0 {
            painter.vline(days.at(place), body.y_range(), Stroke::new(1.0, p.border));
        }
    }
    for gap in &plan.gaps {
        painter.rect_filled(column(gap.days.0, gap.days.1), 0.0, p.warning_soft);
    }
}

fn paint_today(ui: &Ui, whole: Rect, days: Days, view: CalendarView<'_>) {
    let (_, plan) = view.plan;
    let Ok(place) = plan.days.binary_search(&view.today) else {
        return;
    };
    let x = days.at(place) + days.width / 2.0;
    let from = whole.top() + HEAD - 2.0;
    let ink = palette(ui).accent;
    ui.painter().vline(x, from..=whole.bottom(), Stroke::new(1.5, ink));
    ui.painter().circle_filled(pos2(x, from), 3.0, ink);
}

/// One campaign; returns whether it is to be opened.
fn campaign(ui: &mut Ui, rect: Rect, row: &Row, (days, count): (Days, usize), view: CalendarView<'_>) -> bool {
    let p = palette(ui);
    let id = ui.scope_id().with(&row.path);
    let response = ui.interact(rect, id, Sense::click());
    let name = in_words(row, view);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::S), p.hover.gamma_multiply(0.6));
    }
    let tone = row.status.map_or(Tone::Neutral, |status| status.tone());
    let left = Rect::from_min_max(rect.min, pos2(days.left - space::S, rect.bottom()));
    ui.painter()
        .circle_filled(pos2(left.left() + 7.0, left.center().y), 3.5, tone.color(p));
    let words = left.with_min_x(left.left() + 18.0);
    let ink = if row.spans.is_empty() { p.text_faint } else { p.text };
    let line = widgets::text_rows(ui, &row.name, Type::Small, ink, (words.width(), 1));
    let place = Align2::LEFT_CENTER.anchor_size(words.left_center(), line.size());
    ui.painter().galley(place.min, line, ink);
    let on_site = row.status.is_some_and(|status| status.is_on_site());
    for (first, last) in &row.spans {
        let whole = Rect::from_x_y_ranges(days.at(*first)..=days.at(last + 1), rect.y_range());
        let bar = whole.shrink2(vec2(1.0, 6.0));
        let (fill, edge) = if on_site {
            (p.accent, p.accent)
        } else {
            (p.accent_soft, p.accent)
        };
        let round = |beyond: bool| if beyond { 0 } else { radius::S };
        let (west, east) = (
            round(*first == 0 && row.beyond[0]),
            round(last + 1 == count && row.beyond[1]),
        );
        let corners = CornerRadius {
            nw: west,
            sw: west,
            ne: east,
            se: east,
        };
        ui.painter()
            .rect(bar, corners, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let said = view.text.tv("calendar-priority", &[("priority", row.priority.into())]);
        let ink = if on_site { p.on_accent } else { p.accent_text };
        let galley = ui.painter().layout_no_wrap(said, Type::Caption.font(), ink);
        if galley.size().x + 12.0 < bar.width() {
            let place = Align2::LEFT_CENTER.anchor_size(pos2(bar.left() + 6.0, bar.center().y), galley.size());
            ui.painter().galley(place.min, galley, ink);
        }
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, p.border.gamma_multiply(0.5)),
    );
    widgets::focus_ring(ui, &response, rect.shrink(1.0), radius::S);
    response.on_hover_text(name).clicked()
}

/// A campaign and its days, in words: for the pointer and for screen readers.
fn in_words(row: &Row, view: CalendarView<'_>) -> String {
    let text = view.text;
    let mut parts = vec![row.name.clone()];
    parts.extend(row.status.map(|status| text.t(status.label_key())));
    parts.push(text.tv("calendar-priority", &[("priority", row.priority.into())]));
    parts.push(match (row.spans.is_empty(), row.said.is_empty()) {
        (true, _) => text.t("calendar-not-open"),
        (false, true) => text.t("calendar-always"),
        (false, false) => row.said.clone(),
    });
    parts.join(" · ")
}
