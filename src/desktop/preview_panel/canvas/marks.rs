//! Outlines around parts, and how far they are from what is next to them.

use egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::{Sheet, tag};
use crate::{
    popup::PartBox,
    studio::canvas::{Measure, measures},
};

/// Half the length of the line across the end of a measure, in points.
const END: f32 = 3.0;
/// Shorter lines are not shown, in points.
const LEAST: f32 = 8.0;
/// From a part to a label, in points.
const CLEAR: f32 = 8.0;

/// Shows what is under the pointer, and its name.
pub(super) fn hovered(painter: &Painter, sheet: &Sheet<'_>, drawn: &PartBox, name: &str) {
    let p = sheet.palette();
    let rect = sheet.rect(drawn.area).expand(1.0);
    painter.rect_stroke(
        rect,
        CornerRadius::same(2),
        Stroke::new(1.0, p.accent),
        StrokeKind::Outside,
    );
    tag(painter, name, (p.accent, p.on_accent), |size| {
        pos2(rect.right() - size.x, top_above(sheet, rect, size.y))
    });
}

/// Shows that what is at `place` is chosen.
pub(super) fn outline(painter: &Painter, sheet: &Sheet<'_>, place: Rect) {
    let p = sheet.palette();
    let rect = place.expand(1.0);
    // The line is told from a part of its own colour by the one around it.
    let (edge, line) = (Stroke::new(1.0, p.surface), Stroke::new(2.0, p.accent));
    painter.rect_stroke(rect.expand(2.0), CornerRadius::same(3), edge, StrokeKind::Outside);
    painter.rect_stroke(rect, CornerRadius::same(2), line, StrokeKind::Outside);
}

/// Shows the size of a part, and its distances.
pub(super) fn measured(painter: &Painter, sheet: &Sheet<'_>, drawn: &PartBox) {
    let p = sheet.palette();
    let rect = sheet.rect(drawn.area);
    let size = format!("{} × {}", drawn.area.width.round(), drawn.area.height.round());
    for measure in measures(sheet.layout, drawn.part) {
        line(painter, sheet, measure);
    }
    tag(painter, &size, (p.accent, p.on_accent), |size| {
        pos2(rect.right() - size.x, top_above(sheet, rect, size.y))
    });
}

/// Where a label of this height begins above `place`, or below it where there is no room above.
pub(super) fn top_above(sheet: &Sheet<'_>, place: Rect, height: f32) -> f32 {
    let above = place.top() - height - CLEAR;
    if above < sheet.room.top() {
        place.bottom() + CLEAR
    } else {
        above
    }
}

/// A distance. One with no room for its number is shown from larger sizes of the page on.
fn line(painter: &Painter, sheet: &Sheet<'_>, measure: Measure) {
    let p = sheet.palette();
    let (from, to) = (sheet.at(measure.from), sheet.at(measure.to));
    let length = measure.length() * sheet.scale();
    if length < LEAST || !sheet.room.intersects(Rect::from_two_pos(from, to)) {
        return;
    }
    let stroke = Stroke::new(1.0, p.accent);
    painter.line_segment([from, to], stroke);
    let across = if measure.is_level() {
        vec2(0.0, END)
    } else {
        vec2(END, 0.0)
    };
    painter.line_segment([to - across, to + across], stroke);
    let words = measure.length().round().to_string();
    let middle = from + (to - from) / 2.0;
    tag(painter, &words, (p.accent, p.on_accent), |size| {
        if !measure.is_level() {
            // Where the distance is short, rather beyond its end than on the part.
            let beyond = ((size.y - length) / 2.0 + CLEAR).max(0.0);
            let y = middle.y + beyond * (to.y - from.y).signum() - size.y / 2.0;
            let last = sheet.room.bottom() - size.y;
            return pos2(middle.x + END + 3.0, y.min(last).max(sheet.room.top()));
        }
        // Rather beyond the end of the line than on the part.
        let beyond = ((size.x - length) / 2.0 + CLEAR).max(0.0);
        let x = middle.x + beyond * (to.x - from.x).signum() - size.x / 2.0;
        let last = sheet.room.right() - size.x;
        pos2(x.min(last).max(sheet.room.left()), middle.y + END + 2.0)
    });
}
