//! The page that shows what runs when: a row a campaign over the days of some weeks or months, and what there is to say about them.
//!
//! It changes only which days are shown: a row or a line opens its campaign.

mod grid;

use chrono::{Datelike, NaiveDate};
use egui::{Align, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::{
    page_head::{self, PageHead},
    theme::{Icon, Type, height, palette, radius, space},
    widgets::{self, Button, Follow},
};
use crate::{
    studio::{
        action::{Action, Actions},
        calendar::{Line, Plan, Scale, Shown},
        command::Command,
    },
    wording::text::Text,
};

/// The largest part of the page that gaps and meetings take, and its least height in points.
const LINES: (f32, f32) = (0.36, 96.0);

/// The state of the page: which days are shown; `None` until it is shown for the first time.
#[derive(Debug, Default)]
pub struct CalendarPage {
    shown: Option<Shown>,
}

/// What the page shows.
#[derive(Clone, Copy)]
pub struct CalendarView<'a> {
    /// What was read last, and of which days.
    pub plan: (Option<Shown>, &'a Plan),
    /// Whether something newer is being read.
    pub working: bool,
    /// The present day.
    pub today: NaiveDate,
    /// The name of the open campaign; `None` when none is open.
    pub open: Option<&'a str>,
    /// The words.
    pub text: &'a Text,
}

impl CalendarPage {
    /// The days that are shown.
    pub fn shown(&mut self, today: NaiveDate) -> Shown {
        *self.shown.get_or_insert(Shown::around(Scale::default(), today))
    }

    /// Shows the page over the whole of `ui`.
    pub fn show(&mut self, ui: &mut Ui, view: CalendarView<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = space::S;
        self.head(ui, view, actions);
        self.range(ui, view);
        let (read, plan) = view.plan;
        if read.is_none() {
            ui.label(Type::Body.text(view.text.t("calendar-reading"), palette(ui).text_muted));
            return;
        }
        if plan.rows.is_empty() {
            let words = view.text.t("calendar-empty");
            ui.add(egui::Label::new(Type::Body.text(words, palette(ui).text_muted)).wrap());
            return;
        }
        let said = plan.gaps.len() + plan.clashes.len() > 0 || plan.unready > 0 || plan.too_many;
        let room = ui.available_height();
        let below = if said { (room * LINES.0).max(LINES.1) } else { 0.0 };
        let size = vec2(ui.available_width(), (room - below - space::S).max(0.0));
        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(size);
            if let Some(path) = grid::show(ui, view) {
                actions.send(Action::Open(path));
            }
        });
        if said {
            lines(ui, view, actions);
        }
    }

    fn head(&mut self, ui: &mut Ui, view: CalendarView<'_>, actions: &mut Actions) {
        let text = view.text;
        ui.horizontal(|ui| {
            ui.set_height(height::CONTROL);
            let head = PageHead {
                command: Command::Calendar,
                title: "calendar",
                open: view.open,
                narrow: false,
            };
            page_head::show(ui, head, text, actions);
            if view.working {
                ui.label(Type::Caption.text(text.t("calendar-reading"), palette(ui).text_faint));
            }
        });
    }

    /// How much is shown, and which days; buttons move them.
    fn range(&mut self, ui: &mut Ui, view: CalendarView<'_>) {
        let text = view.text;
        let mut shown = self.shown(view.today);
        ui.horizontal_wrapped(|ui| {
            let mut scale = shown.scale;
            let (weeks, months) = (text.t("calendar-weeks"), text.t("calendar-months"));
            let options = [(Scale::Weeks, weeks.as_str()), (Scale::Months, months.as_str())];
            if widgets::segmented(ui, &text.t("calendar-scale"), &mut scale, &options).changed() {
                // What was in the middle of attention stays: today if it is shown, else the first day.
                let end = shown.first + chrono::TimeDelta::days(shown.count() as i64);
                let kept = if (shown.first..end).contains(&view.today) {
                    view.today
                } else {
                    shown.first
                };
                shown = Shown::around(scale, kept);
            }
            ui.add_space(space::XS);
            if widgets::icon_button(ui, Icon::ChevronLeft, &text.t("calendar-earlier")).clicked() {
                shown = shown.moved(false);
            }
            if ui.add(Button::secondary(text.t("calendar-today")).small()).clicked() {
                shown = Shown::around(shown.scale, view.today);
            }
            if widgets::icon_button(ui, Icon::ChevronRight, &text.t("calendar-later")).clicked() {
                shown = shown.moved(true);
            }
            ui.add_space(space::XS);
            ui.label(Type::BodyStrong.text(range_words(shown, text), palette(ui).text));
        });
        self.shown = Some(shown);
    }
}

/// The days that are shown, in words: `30 November – 27 December 2026`.
fn range_words(shown: Shown, text: &Text) -> String {
    let last = shown.first + chrono::TimeDelta::days(shown.count() as i64 - 1);
    let day = |day: NaiveDate| crate::wording::day(day, text.language());
    format!("{} – {}", day(shown.first), day(last))
}

/// What there is to say about the days: those without a campaign, who meets whom, and what is left out.
fn lines(ui: &mut Ui, view: CalendarView<'_>, actions: &mut Actions) {
    let (_, plan) = view.plan;
    let (p, text) = (palette(ui), view.text);
    ScrollArea::vertical()
        .id_salt("calendar lines")
        .auto_shrink([false, false])
        .follow(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let parts: [(&str, Icon, &[Line]); 2] = [
                ("calendar-gaps", Icon::CalendarDays, &plan.gaps),
                ("calendar-clashes", Icon::Users, &plan.clashes),
            ];
            for (key, icon, lines) in parts {
                if lines.is_empty() {
                    continue;
                }
                ui.label(Type::Section.text(text.t(key), p.text));
                for line in lines {
                    ui.horizontal(|ui| {
                        let (sign, _) = ui.allocate_exact_size(vec2(18.0, height::SMALL), Sense::hover());
                        icon.paint(ui.painter(), sign.center(), 14.0, p.warning);
                        match &line.path {
                            Some(path) => {
                                if meeting(ui, &line.message) {
                                    actions.send(Action::Open(path.clone()));
                                }
                            }
                            None => {
                                ui.add(egui::Label::new(Type::Body.text(line.message.clone(), p.text)).wrap());
                            }
                        }
                    });
                }
            }
            let counts = [("calendar-unlisted", plan.unlisted), ("calendar-unready", plan.unready)];
            for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                let words = text.tv(key, &[("count", count.into())]);
                ui.add(egui::Label::new(Type::Caption.text(words, p.text_muted)).wrap());
            }
            if plan.too_many {
                ui.add(egui::Label::new(Type::Caption.text(text.t("checks-too-many"), p.text_muted)).wrap());
            }
        });
}

/// A sentence that leads to a campaign, over as many lines as it needs; returns whether it was clicked.
fn meeting(ui: &mut Ui, message: &str) -> bool {
    let words = Type::Body.text(message, palette(ui).accent_text);
    let response = ui.add(egui::Label::new(words).wrap().sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), message));
    widgets::focus_ring(ui, &response, response.rect, radius::S);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// Whether a day is of the weekend.
fn is_weekend(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() >= 5
}
