//! A box that says something important in place: an icon, a sentence, and what to do about it.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Ui};

use crate::{
    desktop::theme::{Icon, Type, palette, radius, space},
    studio::tone::Tone,
};

/// Shows a box in the colours of `tone`, headed `title`, with `content` below it.
pub fn notice<R>(
    ui: &mut Ui,
    tone: Tone,
    icon: Icon,
    title: &str,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let p = palette(ui);
    let frame = Frame::new()
        .fill(tone.soft(p))
        .corner_radius(CornerRadius::same(radius::M + 2))
        .inner_margin(Margin::symmetric(14, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S + 2.0;
            let (rect, _) = ui.allocate_exact_size(egui::vec2(18.0, 20.0), egui::Sense::hover());
            icon.paint(ui.painter(), rect.center(), 18.0, tone.color(p));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                if !title.is_empty() {
                    ui.add(egui::Label::new(Type::BodyStrong.text(title, tone.color(p))).wrap());
                }
                content(ui)
            })
            .inner
        })
        .inner
    })
}
