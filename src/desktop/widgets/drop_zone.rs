//! A place to drop files onto.

use std::path::PathBuf;

use egui::{CornerRadius, Frame, Rect, Shape, Stroke, Ui};

use crate::desktop::theme::{palette, radius};

/// A file that was dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Its path.
    pub path: PathBuf,
}

/// A place that accepts dropped files; a dashed frame shows it while files are dragged over the window.
#[must_use = "call `show`"]
pub struct DropZone;

impl DropZone {
    /// Shows `content` inside the frame; returns the first file dropped onto it in this frame.
    pub fn show(self, ui: &mut Ui, content: impl FnOnce(&mut Ui)) -> Option<Dropped> {
        let p = palette(ui);
        let hovering = ui.input(|input| !input.raw.hovered_files.is_empty());
        let fill = if hovering {
            p.accent_soft
        } else {
            egui::Color32::TRANSPARENT
        };
        let frame = Frame::new().fill(fill).corner_radius(CornerRadius::same(radius::M));
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui);
        });
        if hovering {
            dashed(ui, shown.response.rect.expand(2.0), Stroke::new(1.0, p.accent));
        }
        let over = ui
            .input(|input| input.pointer.latest_pos())
            .is_none_or(|at| shown.response.rect.contains(at));
        let dropped = ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).next());
        dropped.filter(|_| over).map(|path| Dropped { path })
    }
}

fn dashed(ui: &Ui, rect: Rect, stroke: Stroke) {
    let rect = rect.shrink(0.5);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
}
