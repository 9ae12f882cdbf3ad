//! One line of the page: whose it is, what was found, and the ways to its place and its visitor.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, text::LayoutJob, vec2};

use super::Asked;
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Button},
    },
    studio::{
        survey::{ReportLine, Section},
        tone::Tone,
    },
    wording::text::Text,
};

/// Height of a line, in points: a name, and two rows of what was found.
pub(super) const HEIGHT: f32 = 68.0;
/// From which width on the button that shows the visitor has its words.
const WIDE: f32 = 620.0;

/// Shows the line; `ends` says whether it is the first and the last of its section.
pub(super) fn show(ui: &mut Ui, line: &ReportLine, ends: (bool, bool), text: &Text) -> Option<Asked> {
    let p = palette(ui);
    let rect = ui.max_rect();
    let spoken = format!("{}: {}", line.name, line.message);
    let response = ui.interact(rect, ui.scope_id().with("line"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
    surface(ui, rect, ends, response.hovered());
    widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::M);
    let tone = if line.tone == Tone::Neutral {
        p.text_faint
    } else {
        line.tone.color(p)
    };
    icon(line).paint(ui.painter(), pos2(rect.left() + 26.0, rect.center().y), 18.0, tone);
    let (right, asked) = ways(ui, rect, line, &spoken, text);
    let words = Rect::from_min_max(
        pos2(rect.left() + 52.0, rect.top()),
        pos2(right - space::M, rect.bottom()),
    );
    paint_words(ui, words, line);
    let tip = if line.detail.is_empty() {
        line.message.clone()
    } else {
        format!("{}\n{}", line.message, line.detail)
    };
    if response.on_hover_text(tip).clicked() {
        return Some(Asked::Place);
    }
    asked
}

/// The lines of a section make one card.
fn surface(ui: &Ui, rect: Rect, (first, last): (bool, bool), hovered: bool) {
    let p = palette(ui);
    let (above, below) = (if first { radius::L } else { 0 }, if last { radius::L } else { 0 });
    let corners = CornerRadius {
        nw: above,
        ne: above,
        sw: below,
        se: below,
    };
    let fill = if hovered { p.hover } else { p.surface };
    ui.painter().rect_filled(rect, corners, p.border);
    let mut inner = rect.shrink2(vec2(1.0, 0.0));
    inner.min.y += 1.0;
    inner.max.y -= if last { 1.0 } else { 0.0 };
    let inside = CornerRadius {
        nw: above.saturating_sub(1),
        ne: above.saturating_sub(1),
        sw: below.saturating_sub(1),
        se: below.saturating_sub(1),
    };
    ui.painter()
        .rect(inner, inside, fill, Stroke::NONE, egui::StrokeKind::Inside);
}

fn icon(line: &ReportLine) -> Icon {
    match (line.section, line.tone) {
        (Section::Meets, _) => Icon::Shuffle,
        (Section::Never, _) => Icon::EyeOff,
        (Section::ToDo, _) => Icon::CircleDashed,
        (_, Tone::Danger) => Icon::CircleAlert,
        _ => Icon::TriangleAlert,
    }
}

/// Shows the actions at the right; returns where they begin.
fn ways(ui: &mut Ui, rect: Rect, line: &ReportLine, spoken: &str, text: &Text) -> (f32, Option<Asked>) {
    let p = palette(ui);
    let arrow = pos2(rect.right() - 20.0, rect.center().y);
    Icon::ChevronRight.paint(ui.painter(), arrow, 15.0, p.text_faint);
    let right = rect.right() - 36.0;
    if line.meeting.is_none() {
        return (right, None);
    }
    let name = text.tv("checks-meet-name", &[("name", spoken.into())]);
    let place = Rect::from_min_max(
        pos2(rect.left(), rect.center().y - 14.0),
        pos2(right, rect.center().y + 14.0),
    );
    let builder = UiBuilder::new()
        .max_rect(place)
        .layout(egui::Layout::right_to_left(egui::Align::Center));
    let word = text.t("checks-meet");
    let button = ui.scope_builder(builder, |ui| {
        if rect.width() >= WIDE {
            let button = Button::secondary(text.t("checks-meet-short")).icon(Icon::User).small();
            ui.add(button).on_hover_text(&word)
        } else {
            widgets::icon_button(ui, Icon::User, &word)
        }
    });
    let button = button.inner.accessible_name(name);
    (button.rect.left(), button.clicked().then_some(Asked::Visitor))
}

/// The name, and below it up to two rows of what was found, together in the middle of `rect`.
fn paint_words(ui: &Ui, rect: Rect, line: &ReportLine) {
    let p = palette(ui);
    let lay = |text: &str, step: Type, rows: usize| {
        let mut job = LayoutJob::simple(text.to_owned(), step.font(), egui::Color32::PLACEHOLDER, rect.width());
        job.wrap.max_rows = rows;
        ui.painter().layout_job(job)
    };
    let name = lay(&line.name, Type::BodyStrong, 1);
    let message = lay(format!("{} {}", line.message, line.detail).trim_end(), Type::Small, 2);
    let tall = name.size().y + 2.0 + message.size().y;
    let top = rect.center().y - tall / 2.0;
    let below = top + name.size().y + 2.0;
    ui.painter().galley(pos2(rect.left(), top), name, p.text);
    ui.painter().galley(pos2(rect.left(), below), message, p.text_muted);
}
