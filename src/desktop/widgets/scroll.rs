//! Scrolled parts that follow the keyboard: a control that receives the focus is brought into view.
//!
//! Every [`ScrollArea`] of the window is shown through [`Follow`]; `clippy.toml` refuses egui's own ways to show one.

#![expect(clippy::disallowed_methods, reason = "this is the one place that shows scroll areas")]

use std::ops::Range;

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, scroll_area::ScrollAreaOutput, style::ScrollAnimation};

/// Room that is left above and below a control that was brought into view, in points: enough for its focus ring.
const ROOM: f32 = 6.0;
/// How many passes a control is followed for once it has the keyboard: its row may open and move it.
const PASSES: u8 = 2;

/// Shows a [`ScrollArea`] that follows the keyboard.
pub trait Follow {
    /// As [`ScrollArea::show`].
    fn follow<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R>;

    /// As [`ScrollArea::show_viewport`]. `content` also lays out what is near the viewport, so that the keyboard can reach it.
    fn follow_viewport<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui, Rect) -> R) -> ScrollAreaOutput<R>;

    /// Shows those of `count` rows of the same height, in points, that are in view, and one more on each side.
    fn follow_rows<R>(
        self,
        ui: &mut Ui,
        height: f32,
        count: usize,
        content: impl FnOnce(&mut Ui, Range<usize>) -> R,
    ) -> ScrollAreaOutput<R>;
}

impl Follow for ScrollArea {
    fn follow<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R> {
        self.follow_viewport(ui, |ui, _| content(ui))
    }

    fn follow_viewport<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui, Rect) -> R) -> ScrollAreaOutput<R> {
        self.show_viewport(ui, |ui, viewport| {
            let inner = content(ui, viewport);
            bring_focus_into_view(ui);
            inner
        })
    }

    fn follow_rows<R>(
        self,
        ui: &mut Ui,
        height: f32,
        count: usize,
        content: impl FnOnce(&mut Ui, Range<usize>) -> R,
    ) -> ScrollAreaOutput<R> {
        let gap = ui.spacing().item_spacing.y;
        let step = height + gap;
        self.follow_viewport(ui, |ui, viewport| {
            ui.set_height((step * count as f32 - gap).max(0.0));
            let rows = rows_near(viewport.min.y..viewport.max.y, step, count);
            let whole = ui.max_rect();
            let at = |row: usize| whole.top() + step * row as f32;
            let rect = Rect::from_x_y_ranges(whole.x_range(), at(rows.start)..=at(rows.end));
            ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
                ui.skip_ahead_auto_ids(rows.start);
                content(ui, rows)
            })
            .inner
        })
    }
}

/// The rows in view and one more on each side.
fn rows_near(view: Range<f32>, step: f32, count: usize) -> Range<usize> {
    let first = (view.start / step).floor().max(0.0) as usize;
    let end = (view.end / step).ceil().max(0.0) as usize;
    let end = (end + 1).min(count);
    first.saturating_sub(1).min(end)..end
}

/// The control that is followed, and for how many more passes.
#[derive(Debug, Clone, Copy)]
struct Followed {
    control: Id,
    passes: u8,
}

/// Scrolls to the control that has just received the focus if it is in `ui` and not fully visible.
fn bring_focus_into_view(ui: &Ui) {
    let key = ui.unique_id().with("followed");
    let focused = ui.memory(egui::Memory::focused);
    let Some((control, rect)) = focused.and_then(|control| Some((control, rect_within(ui, control)?))) else {
        ui.data_mut(|data| data.remove::<Option<Followed>>(key));
        return;
    };
    let known: Option<Option<Followed>> = ui.data(|data| data.get_temp(key));
    let mut followed = known
        .flatten()
        .filter(|known| known.control == control)
        .unwrap_or(Followed {
            control,
            passes: PASSES,
        });
    if followed.passes > 0 {
        followed.passes -= 1;
        // The code that moved the focus may have chosen where to show it.
        let is_placed = ui
            .ctx()
            .viewport(|viewport| viewport.this_pass.scroll_target[1].is_some());
        if is_placed {
            followed.passes = 0;
        } else if !ui.clip_rect().contains_rect(rect) {
            ui.scroll_to_rect_animation(rect.expand2(egui::vec2(0.0, ROOM)), None, ScrollAnimation::none());
            ui.ctx().request_repaint();
        }
    }
    ui.data_mut(|data| data.insert_temp(key, Some(followed)));
}

/// Returns the place of the control if it is in `ui`, at any depth.
fn rect_within(ui: &Ui, control: Id) -> Option<Rect> {
    let own = ui.unique_id();
    ui.ctx().viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let control = widgets.get(control)?;
        let mut parent = control.parent_id;
        while parent != own {
            let above = widgets.get(parent)?;
            if above.layer_id != control.layer_id || above.parent_id == parent {
                return None;
            }
            parent = above.parent_id;
        }
        Some(control.rect)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_more_on_each_side_is_laid_out() {
        let cases = [
            (0.0..100.0, 30, 0..6),
            (40.0..140.0, 30, 1..8),
            (500.0..600.0, 30, 24..30),
            (0.0..100.0, 2, 0..2),
            (0.0..100.0, 0, 0..0),
            (900.0..990.0, 3, 3..3),
        ];
        for (view, count, expected) in cases {
            assert_eq!(rows_near(view.clone(), 20.0, count), expected, "{view:?} of {count}");
        }
    }
}
