//! Where the parts of a line lie, by the width there is.

use egui::{Rangef, Ui};

/// Between rows, from top to top, in points.
pub(in crate::desktop::editor) const ROW: f32 = 32.0;
/// The side of the − and + at the right.
pub(in crate::desktop::editor) const BUTTON: f32 = 28.0;

/// Where the text of the outermost rows begins: after the number and the word that joins them.
const TEXT: f32 = 46.0;
/// How many levels are indented in full; deeper ones by `DEEP`.
const LEVELS: usize = 6;
const DEEP: f32 = 12.0;
/// The word that says whether a row holds, with its mark.
const TRUTH: f32 = 54.0;
/// How many visitors are left.
const LEFT: f32 = 72.0;

/// Where the parts of a line lie.
#[derive(Debug, Clone, Copy)]
pub(in crate::desktop::editor) struct Metrics {
    left: f32,
    right: f32,
    indent: f32,
    counts: bool,
}

impl Metrics {
    /// For lines as wide as `ui`; with `counts`, each says how many visitors are left, if there is room.
    pub(in crate::desktop::editor) fn of(ui: &Ui, counts: bool) -> Self {
        let whole = ui.max_rect();
        let indent = match whole.width() {
            wide if wide >= 560.0 => 22.0,
            narrow if narrow >= 420.0 => 18.0,
            _ => DEEP,
        };
        Self {
            left: whole.left(),
            right: whole.right(),
            indent,
            counts: counts && whole.width() >= 520.0,
        }
    }

    fn indented(&self, level: usize) -> f32 {
        let full = level.min(LEVELS) as f32;
        let deep = level.saturating_sub(LEVELS) as f32;
        full * self.indent + deep * DEEP.min(self.indent)
    }

    /// Where the text of a row begins.
    pub(in crate::desktop::editor) fn text(&self, level: usize) -> f32 {
        self.left + TEXT + self.indented(level)
    }

    /// Where the line runs that leads from the head of a group at this level to its rows.
    pub(in crate::desktop::editor) fn guide(&self, level: usize) -> f32 {
        self.text(level) - 24.0
    }

    /// The middle of the numbers and handles.
    pub(in crate::desktop::editor) fn gutter(&self) -> f32 {
        self.left + 8.0
    }

    /// Where − begins.
    pub(in crate::desktop::editor) fn remove(&self) -> f32 {
        self.right - 2.0 * BUTTON - 2.0
    }

    /// Where + begins.
    pub(in crate::desktop::editor) fn add(&self) -> f32 {
        self.right - BUTTON
    }

    /// Whether there is room for the visitors who are left.
    pub(in crate::desktop::editor) fn counts(&self) -> bool {
        self.counts
    }

    /// The column of the visitors who are left; its text ends at its right.
    pub(in crate::desktop::editor) fn left_column(&self) -> Rangef {
        let end = self.remove() - 10.0;
        Rangef::new(end - if self.counts { LEFT } else { 0.0 }, end)
    }

    /// The column of the words that say whether a row holds; they end at its right.
    pub(in crate::desktop::editor) fn truth_column(&self) -> Rangef {
        let end = self.left_column().min;
        Rangef::new(end - TRUTH, end)
    }

    /// Where the text of every row ends.
    pub(in crate::desktop::editor) fn text_end(&self) -> f32 {
        self.truth_column().min - 4.0
    }
}
