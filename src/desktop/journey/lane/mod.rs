//! The time axis: ruler and playhead, steps, pages, and the bars of what is on the screen.

mod bars;
mod marker;
mod ruler;

use egui::{CornerRadius, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, vec2};

use super::{JourneyContext, View, words};
use crate::{
    desktop::{
        theme::{Type, palette, radius},
        widgets::Follow,
    },
    studio::{
        journey::axis::{Axis, STEP},
        simulated::SimulatedVisitor,
    },
    visitor::EventKind,
};

pub(super) use marker::id as marker_id;

/// From the edge to the first step, in points.
const EDGE: f32 = 18.0;

/// Heights of the rows, in points.
const RULER: f32 = 24.0;
const STEPS: f32 = 30.0;
const PAGES: f32 = 20.0;
const BAR: f32 = 20.0;

/// A step that is being dragged.
#[derive(Debug, Clone)]
pub struct Drag {
    /// The revision of the steps that it made last: another one is another change, and the drag is over.
    revision: u64,
    /// Its place, which changes as it passes others.
    index: usize,
    /// The axis at the start of the drag, so that nothing else moves under the pointer.
    axis: Axis,
    /// From the pointer to the middle of the step, in points.
    grip: f32,
}

/// What the rows share while they are painted.
pub(super) struct Rows<'a> {
    axis: &'a Axis,
    /// Left end of the axis, top of all rows.
    origin: Pos2,
    /// What can be seen of them.
    clip: Rect,
    height: f32,
}

impl Rows<'_> {
    fn x(&self, at: f64) -> f32 {
        self.origin.x + self.axis.x(at)
    }

    /// The rectangle between two places, `top` points below the top.
    fn row(&self, left: f32, right: f32, top: f32, height: f32) -> Rect {
        let y = self.origin.y + top;
        Rect::from_min_max(egui::pos2(left, y), egui::pos2(right.max(left), y + height))
    }

    /// Whether anything between two places can be seen.
    fn sees(&self, left: f32, right: f32) -> bool {
        right >= self.clip.left() - STEP && left <= self.clip.right() + STEP
    }
}

impl View<'_> {
    pub(super) fn lane(&mut self, ui: &mut Ui, simulated: &mut SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let p = palette(ui);
        let room = ui.available_width() - 2.0 * EDGE;
        let axis = match &self.panel.drag {
            Some(drag) => drag.axis.clone(),
            None => self.desk.axis(room),
        };
        let bars = self.bar_rows();
        let height = RULER + STEPS + PAGES + BAR * bars as f32 + 6.0;
        let frame = egui::Frame::new()
            .fill(p.canvas)
            .stroke(Stroke::new(1.0, p.border))
            .corner_radius(CornerRadius::same(radius::M));
        frame.show(ui, |ui| {
            let area = ScrollArea::horizontal()
                .id_salt("journey axis")
                .auto_shrink([false, true]);
            area.follow(ui, |ui| {
                let size = vec2(axis.width().max(room) + 2.0 * EDGE, height);
                // The whole lane reacts to the pointer: its content is put on top afterwards.
                let (rect, lane) = ui.allocate_exact_size(size, Sense::CLICK | Sense::DRAG);
                let rows = Rows {
                    axis: &axis,
                    origin: rect.min + vec2(EDGE, 0.0),
                    clip: ui.clip_rect(),
                    height,
                };
                self.pages(ui, &rows);
                self.bars(ui, &rows, simulated, ctx);
                self.line(ui, &rows);
                ruler::breaks(ui, &rows, ctx);
                self.nothing_shown(ui, &rows, ctx);
                self.times(ui, &rows, simulated, ctx);
                self.markers(ui, &rows, simulated, ctx);
                self.playhead(ui, &rows, &lane, simulated, ctx);
            });
        });
    }

    /// Draws the line that the steps are on.
    fn line(&self, ui: &Ui, rows: &Rows<'_>) {
        let y = rows.origin.y + RULER + STEPS / 2.0;
        let ends = [rows.origin.x, rows.origin.x + rows.axis.width()].map(|x| egui::pos2(x, y));
        ui.painter()
            .line_segment(ends, Stroke::new(2.0, palette(ui).control_border));
    }

    /// A strip for every page view, with its address.
    fn pages(&self, ui: &Ui, rows: &Rows<'_>) {
        let p = palette(ui);
        let steps = self.desk.timeline().steps();
        let opens = || {
            let page = |(index, step): (usize, &crate::visitor::Event)| match &step.kind {
                EventKind::Open(opening) => Some((index, opening.url.clone())),
                _ => None,
            };
            steps.iter().enumerate().filter_map(page)
        };
        let ends = opens().skip(1).map(|(index, _)| rows.axis.step(index));
        for ((index, url), end) in opens().zip(ends.chain([rows.axis.width()])) {
            let (left, right) = (rows.origin.x + rows.axis.step(index), rows.origin.x + end);
            if !rows.sees(left, right) {
                continue;
            }
            let strip = rows.row(left, right - 2.0, RULER + STEPS, PAGES - 4.0);
            ui.painter().rect_filled(strip, CornerRadius::same(4), p.neutral_soft);
            let words = strip.shrink2(vec2(6.0, 0.0)).intersect(rows.clip);
            if words.width() > 24.0 {
                let mut job = egui::text::LayoutJob::simple_singleline(
                    words::short(&url).to_owned(),
                    Type::Overline.font(),
                    p.text_muted,
                );
                job.wrap = egui::text::TextWrapping::truncate_at_width(words.width());
                let galley = ui.painter().layout_job(job);
                let y = strip.center().y - galley.size().y / 2.0;
                ui.painter().galley(egui::pos2(words.left(), y), galley, p.text_muted);
            }
        }
    }
}
