//! A small calendar that opens from a button, one month at a time.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{CornerRadius, Popup, PopupCloseBehavior, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets,
    },
    wording::text::Text,
};

const DAY: f32 = 34.0;

/// Shows a button called `name` that opens a calendar; returns the date chosen in this frame.
pub fn calendar_button(
    ui: &mut Ui,
    name: &str,
    chosen: Option<NaiveDate>,
    today: NaiveDate,
    text: &Text,
) -> Option<NaiveDate> {
    let button = widgets::icon_button(ui, Icon::Calendar, name);
    let month = button.id.with("month");
    if button.clicked() {
        let start = chosen.unwrap_or(today);
        ui.data_mut(|data| data.insert_temp(month, start.with_day(1).unwrap_or(start)));
    }
    let popup = Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name)
        .gap(4.0);
    let picked = popup.show(|ui| {
        ui.set_width(7.0 * DAY);
        ui.spacing_mut().item_spacing = vec2(0.0, space::XS);
        let mut shown: NaiveDate = ui.data(|data| data.get_temp(month)).unwrap_or(today);
        head(ui, &mut shown, text);
        ui.data_mut(|data| data.insert_temp(month, shown));
        weekdays(ui, text);
        let picked = days(ui, shown, chosen, today);
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    picked.and_then(|shown| shown.inner)
}

fn head(ui: &mut Ui, month: &mut NaiveDate, text: &Text) {
    ui.horizontal(|ui| {
        let previous = widgets::icon_button(ui, Icon::ChevronLeft, &text.t("editor-previous-month")).clicked();
        let title = format!("{} {}", text.t(&format!("month-{}", month.month())), month.year());
        let middle = ui.available_width() - 28.0;
        ui.allocate_ui_with_layout(
            vec2(middle, 28.0),
            egui::Layout::centered_and_justified(egui::Direction::TopDown),
            |ui| {
                ui.label(Type::BodyStrong.text(title, palette(ui).text));
            },
        );
        let next = widgets::icon_button(ui, Icon::ChevronRight, &text.t("editor-next-month")).clicked();
        let moved = match (previous, next) {
            (true, _) => month.checked_sub_months(Months::new(1)),
            (_, true) => month.checked_add_months(Months::new(1)),
            _ => None,
        };
        *month = moved.unwrap_or(*month);
    });
}

fn weekdays(ui: &mut Ui, text: &Text) {
    ui.horizontal(|ui| {
        for day in 1..=7 {
            let (rect, _) = ui.allocate_exact_size(vec2(DAY, 20.0), Sense::hover());
            let word = text.t(&format!("weekday-{day}"));
            let color = palette(ui).text_faint;
            ui.painter().text(
                rect.center(),
                egui::Align2::CENTER_CENTER,
                word,
                Type::Caption.font(),
                color,
            );
        }
    });
}

fn days(ui: &mut Ui, month: NaiveDate, chosen: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    let before = u64::from(month.weekday().num_days_from_monday());
    let mut day = month.checked_sub_days(Days::new(before)).unwrap_or(month);
    let mut picked = None;
    for _ in 0..6 {
        ui.horizontal(|ui| {
            for _ in 0..7 {
                if one_day(ui, day, month, chosen == Some(day), today == day) {
                    picked = Some(day);
                }
                day = day.succ_opt().unwrap_or(day);
            }
        });
    }
    picked
}

fn one_day(ui: &mut Ui, day: NaiveDate, month: NaiveDate, chosen: bool, today: bool) -> bool {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(DAY, 30.0), Sense::click());
    let name = day.to_string();
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    let pill = rect.shrink2(vec2(2.0, 0.0));
    let fill = match (chosen, response.hovered()) {
        (true, _) => p.accent,
        (false, true) => p.hover,
        (false, false) => egui::Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(pill, CornerRadius::same(radius::S), fill);
    if today && !chosen {
        let edge = Stroke::new(1.0, p.accent);
        ui.painter()
            .rect_stroke(pill, CornerRadius::same(radius::S), edge, StrokeKind::Inside);
    }
    let ink = match (chosen, day.month() == month.month()) {
        (true, _) => p.on_accent,
        (false, true) => p.text,
        (false, false) => p.text_faint,
    };
    let number = day.day().to_string();
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        number,
        Type::Small.font(),
        ink,
    );
    widgets::focus_ring(ui, &response, pill, radius::S);
    response.clicked()
}
