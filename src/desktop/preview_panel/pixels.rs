//! The grid between the pixels of the visitor's screen, where they are shown enlarged.

use egui::{Painter, Rect, Stroke, Ui};

use super::PreviewPanel;
use crate::desktop::theme::tokens;

/// How large a pixel is, in points, when the grid begins to help.
const LEAST: f32 = 5.0;
/// How much of the ink the lines have.
const FAINT: f32 = 0.16;

impl PreviewPanel {
    /// Paints the grid over what is `seen` of a page.
    pub(super) fn pixel_grid(&self, ui: &Ui, painter: &Painter, seen: Rect, page: Rect) {
        let Some(shown) = &self.view.shown else { return };
        let step = page.width() / (shown.pixels[0].max(1) as f32);
        if step < LEAST || !seen.is_positive() {
            return;
        }
        let ink = tokens::of(shown.is_dark).text.gamma_multiply(FAINT);
        let stroke = Stroke::new(1.0 / ui.pixels_per_point(), ink);
        let lines = |from: f32, to: f32, origin: f32| {
            let first = ((from - origin) / step).ceil().max(0.0) as u32;
            let last = ((to - origin) / step).floor().max(0.0) as u32;
            (first..=last).map(move |line| origin + line as f32 * step)
        };
        for x in lines(seen.left(), seen.right(), page.left()) {
            painter.vline(x, seen.y_range(), stroke);
        }
        for y in lines(seen.top(), seen.bottom(), page.top()) {
            painter.hline(seen.x_range(), y, stroke);
        }
    }
}
