//! Two versions side by side, one row for each thing in which they differ.

use egui::{Align, CornerRadius, Frame, Layout, Margin, Response, Role, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

use super::{Button, Follow as _, paint};
use crate::{
    desktop::theme::{Palette, Type, palette, radius, space},
    studio::publishing::ChangeLine,
    wording::Sentence,
};

/// Width of the column that says what differs, in points.
const WHAT: f32 = 104.0;

/// A thing in which two versions differ.
pub struct Change<'a> {
    /// What differs.
    pub what: &'a str,
    /// How it was; nothing when it was not there.
    pub before: Option<&'a Sentence>,
    /// How it is now; nothing when it is gone.
    pub after: Option<&'a Sentence>,
    /// The same in one sentence, for screen readers.
    pub sentence: &'a str,
    /// The word on the button that leads to its place, and the button's name; `None` shows no button.
    pub show: Option<(&'a str, &'a str)>,
}

impl ChangeLine {
    /// The line as a row of two versions side by side, without a button.
    pub fn as_change(&self) -> Change<'_> {
        Change {
            what: &self.what,
            before: self.live.as_ref(),
            after: self.draft.as_ref(),
            sentence: &self.sentence,
            show: None,
        }
    }
}

/// The heads of the two columns; `button` leaves room for the rows' buttons.
pub fn change_heads(ui: &mut Ui, before: &str, after: &str, button: bool) {
    let p = palette(ui);
    let columns = Columns::of(ui, button);
    columns.show(ui, |ui, column| {
        let word = match column {
            Column::What => "",
            Column::Before => before,
            Column::After => after,
        };
        ui.label(Type::Caption.text(word, p.text_faint));
    });
}

/// Shows changes below the heads of their columns; what is higher than `tallest`, in points, is scrolled.
pub fn change_list(ui: &mut Ui, [before, after]: [&str; 2], changes: &[ChangeLine], tallest: f32) {
    ScrollArea::vertical()
        .max_height(tallest)
        // A list that grows is as high as it needs, not as high as the dialog was before.
        .min_scrolled_height(tallest)
        .auto_shrink([false, true])
        .follow(ui, |ui| {
            change_heads(ui, before, after, false);
            for line in changes {
                change_row(ui, &line.as_change());
            }
        });
}

/// Shows one row; returns the response of its button.
pub fn change_row(ui: &mut Ui, change: &Change<'_>) -> Option<Response> {
    let p = palette(ui);
    super::hairline(ui);
    let columns = Columns::of(ui, change.show.is_some());
    let what = |ui: &mut Ui| {
        ui.add_space(6.0);
        ui.add(egui::Label::new(Type::Label.text(change.what, p.text_muted)).wrap());
    };
    let row = ui.scope(|ui| {
        if columns.narrow {
            what(ui);
            // The button's height.
            ui.add_space(space::S);
        }
        columns.show(ui, |ui, column| match column {
            Column::What => what(ui),
            Column::Before => side(ui, change.before, p, p.danger, p.danger_soft),
            Column::After => side(ui, change.after, p, p.success, p.success_soft),
        });
    });
    row.response
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, change.sentence));
    let (word, name) = change.show?;
    let rect = row.response.rect.with_max_x(ui.max_rect().right());
    let wide = paint::line(ui, word, Type::Label, p.text).size().x + 20.0;
    let at = egui::Rect::from_min_size(egui::pos2(rect.right() - wide, rect.top() + 1.0), vec2(wide, 28.0));
    // It must not move what comes below.
    let mut corner = ui.new_child(egui::UiBuilder::new().max_rect(at));
    Some(corner.add(Button::secondary(word).small()).accessible_name(name))
}

#[derive(Clone, Copy)]
enum Column {
    What,
    Before,
    After,
}

/// How a row is divided.
struct Columns {
    /// Width of each version.
    side: f32,
    /// Whether the difference is above the versions rather than next to them.
    narrow: bool,
}

impl Columns {
    fn of(ui: &Ui, button: bool) -> Self {
        let room = ui.available_width();
        let beside = (room - WHAT - 2.0 * space::M - if button { 76.0 } else { 0.0 }) / 2.0;
        let narrow = beside < 120.0;
        Self {
            side: if narrow { (room - space::M) / 2.0 } else { beside },
            narrow,
        }
    }

    fn show(&self, ui: &mut Ui, mut content: impl FnMut(&mut Ui, Column)) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let all = [
                (Column::What, WHAT),
                (Column::Before, self.side),
                (Column::After, self.side),
            ];
            for (column, width) in &all[usize::from(self.narrow)..] {
                ui.allocate_ui_with_layout(vec2(*width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(*width);
                    content(ui, *column);
                });
            }
        });
    }
}

fn side(ui: &mut Ui, spans: Option<&Sentence>, p: &Palette, ink: egui::Color32, wash: egui::Color32) {
    let Some(spans) = spans else {
        ui.add_space(7.0);
        ui.label(Type::Small.text("–", p.text_faint));
        return;
    };
    let frame = Frame::new()
        .fill(wash)
        .stroke(Stroke::NONE)
        .corner_radius(CornerRadius::same(radius::S))
        .inner_margin(Margin::symmetric(8, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let mut job = egui::text::LayoutJob::default();
        for span in &spans.spans {
            let (step, color) = if span.emphasis {
                (Type::Label, ink)
            } else {
                (Type::Small, p.text)
            };
            job.append(&span.text, 0.0, egui::TextFormat::simple(step.font(), color));
        }
        ui.add(egui::Label::new(job).wrap());
    });
}
