//! The ruler, its breaks, and the playhead.

use egui::{Id, Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{RULER, Rows, STEPS};
use crate::{
    desktop::{
        journey::{JourneyContext, View, words},
        theme::{Type, palette},
        widgets,
    },
    studio::{
        duration,
        journey::{
            axis::{BREAK, STEP, USUAL_WIDTH},
            player::next_moment,
        },
        simulated::SimulatedVisitor,
    },
};

/// Marks every break: how long it is, and two strokes through all rows.
pub(super) fn breaks(ui: &Ui, rows: &Rows<'_>, ctx: &JourneyContext<'_>) {
    let p = palette(ui);
    for long in rows.axis.breaks() {
        let (left, right) = (rows.origin.x + long.places.0, rows.origin.x + long.places.1);
        if !rows.sees(left, right) {
            continue;
        }
        let middle = (left + right) / 2.0;
        // The words replace the line of the steps.
        let y = rows.origin.y + RULER + STEPS / 2.0;
        let words = duration::write(long.times.1 - long.times.0, ctx.text);
        let words: String = words.split_inclusive(' ').take(2).collect();
        let mut job =
            egui::text::LayoutJob::simple_singleline(words.trim().to_owned(), Type::Overline.font(), p.text_muted);
        job.wrap = egui::text::TextWrapping::truncate_at_width(BREAK - STEP);
        let galley = ui.painter().layout_job(job);
        let behind = Rect::from_center_size(egui::pos2(middle, y), galley.size() + vec2(6.0, 0.0));
        ui.painter().rect_filled(behind, 0.0, p.canvas);
        let place = behind.center() - galley.size() / 2.0;
        ui.painter().galley(place, galley, p.text_muted);
        let (top, bottom) = (y + STEPS / 2.0, rows.origin.y + rows.height - 4.0);
        let edge = Stroke::new(1.0, p.control_border);
        for (shift, stroke) in [(0.0, Stroke::new(8.0, p.canvas)), (-4.0, edge), (4.0, edge)] {
            let ends = [(2.0, top), (-2.0, bottom)].map(|(lean, y)| egui::pos2(middle + shift + lean, y));
            ui.painter().line_segment(ends, stroke);
        }
    }
}

impl View<'_> {
    /// Draws the times of the steps, where there is room for them.
    pub(super) fn times(&self, ui: &Ui, rows: &Rows<'_>, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let p = palette(ui);
        let mut free = f32::NEG_INFINITY;
        let mut before = None;
        for (index, step) in self.desk.timeline().steps().iter().enumerate() {
            let x = rows.origin.x + rows.axis.step(index);
            let stretch = rows.axis.stretch(step.at);
            let opens = before.replace(stretch) != Some(stretch) && stretch > 0.0;
            if !rows.sees(x, x) || x - 14.0 < free {
                continue;
            }
            let (words, color) = if opens {
                (words::stretch_name(stretch, simulated.at, ctx), p.text)
            } else {
                (duration::clock(step.at - stretch), p.text_faint)
            };
            let galley = ui.painter().layout_no_wrap(words, Type::Overline.font(), color);
            let half = galley.size().x / 2.0;
            if x - half < free {
                continue;
            }
            free = x + half + 4.0;
            ui.painter()
                .galley(egui::pos2(x - half, rows.origin.y + 3.0), galley, color);
        }
    }

    /// The line of the playhead, its handle, and going to where the lane is pressed.
    pub(super) fn playhead(
        &mut self,
        ui: &mut Ui,
        rows: &Rows<'_>,
        lane: &Response,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        let end = self.desk.timeline().end();
        if let Some(at) = lane.interact_pointer_pos().filter(|_| self.panel.drag.is_none()) {
            let at = rows.axis.at(at.x - rows.origin.x);
            self.desk.player.seek((at * 10.0).round() / 10.0, end);
            if lane.clicked() {
                self.desk.mark(None);
            }
        }
        let x = rows.x(self.desk.player.at);
        let handle = Rect::from_center_size(egui::pos2(x, rows.origin.y + RULER - 7.0), vec2(12.0, 12.0));
        let id = Id::unique("journey playhead");
        let response = ui.interact(handle.expand2(vec2(6.0, 2.0)), id, Sense::click_and_drag());
        let name = ctx.text.t("journey-playhead");
        response.widget_info(|| {
            let mut info = WidgetInfo::slider(true, self.desk.player.at, &name);
            info.role = Role::Slider;
            info.current_text_value = Some(words::time(self.desk.player.at, rows.axis, simulated.at, ctx));
            info
        });
        if response.dragged()
            && let Some(at) = response.interact_pointer_pos()
        {
            let at = rows.axis.at(at.x - rows.origin.x);
            self.desk.player.seek((at * 10.0).round() / 10.0, end);
        }
        if response.has_focus() {
            self.playhead_keys(ui, id, end);
        }
        let p = palette(ui);
        let x = rows.x(self.desk.player.at);
        let bottom = rows.origin.y + rows.height - 2.0;
        ui.painter().line_segment(
            [egui::pos2(x, rows.origin.y + RULER - 6.0), egui::pos2(x, bottom)],
            Stroke::new(1.5, p.accent),
        );
        let top = egui::pos2(x, rows.origin.y + RULER - 1.0);
        let handle = [
            top + vec2(-5.0, -8.0),
            top + vec2(5.0, -8.0),
            top + vec2(5.0, -3.0),
            top,
            top + vec2(-5.0, -3.0),
        ];
        ui.painter()
            .add(egui::Shape::convex_polygon(handle.to_vec(), p.accent, Stroke::NONE));
        let around = Rect::from_center_size(top - vec2(0.0, 4.0), vec2(12.0, 10.0));
        widgets::focus_ring(ui, &response, around, 3);
        if std::mem::take(&mut self.panel.reveal) {
            // Only sideways: a user who reads the trace is not scrolled away from it.
            let around = Rect::from_center_size(egui::pos2(x, rows.clip.center().y), vec2(60.0, 1.0));
            if !rows.clip.x_range().contains(x) {
                ui.scroll_to_rect_animation(around, None, egui::style::ScrollAnimation::none());
            }
        }
    }

    /// Arrow keys move the playhead by half a second, with Shift to the next thing that happens.
    fn playhead_keys(&mut self, ui: &Ui, id: Id, end: f64) {
        let keys = egui::EventFilter {
            horizontal_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
        let (left, right, shift, home, last) = ui.input(|input| {
            (
                input.num_presses(Key::ArrowLeft),
                input.num_presses(Key::ArrowRight),
                input.modifiers.shift,
                input.key_pressed(Key::Home),
                input.key_pressed(Key::End),
            )
        });
        let moments = self.desk.moments();
        for later in std::iter::repeat_n(false, left).chain(std::iter::repeat_n(true, right)) {
            let at = self.desk.player.at;
            let near = at + if later { 0.5 } else { -0.5 };
            let next = next_moment(at, &moments, end, later);
            // A break is crossed with one press.
            let axis = self.desk.axis(USUAL_WIDTH);
            let crosses = axis.break_at(if later { at } else { next }).is_some() && (next - at).abs() > 1.0;
            self.desk.player.seek(if shift || crosses { next } else { near }, end);
            self.panel.reveal = true;
        }
        if home || last {
            self.desk.player.seek(if home { 0.0 } else { end }, end);
            self.panel.reveal = true;
        }
    }
}
