//! The rule as a plain sentence, in a card of its own.

use egui::{CornerRadius, Frame, Margin, Ui, text::LayoutJob};

use super::desk::Desk;
use crate::{
    desktop::theme::{Type, palette, radius, space},
    wording::Sentence,
};

/// The longest line, in points: about 80 characters.
const LINE: f32 = 600.0;

/// Shows the sentence with coloured values; nothing while there is none.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let rule = &desk.ctx.analysis.sentence;
    if rule.is_empty() {
        return;
    }
    let p = palette(ui);
    let frame = Frame::new()
        .fill(p.accent_soft)
        .corner_radius(CornerRadius::same(radius::M + 2))
        .inner_margin(Margin::symmetric(16, 14));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::S;
        sentence(ui, rule);
    });
}

/// The sentence alone.
pub(super) fn sentence(ui: &mut Ui, rule: &Sentence) -> egui::Response {
    let p = palette(ui);
    ui.set_max_width(ui.available_width().min(LINE));
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for span in &rule.spans {
        let (step, color) = if span.emphasis {
            (Type::BodyStrong, p.accent_text)
        } else {
            (Type::Body, p.text)
        };
        let mut format = egui::TextFormat::simple(step.font(), color);
        format.line_height = Some(22.0);
        job.append(&span.text, 0.0, format);
    }
    ui.add(egui::Label::new(job).wrap())
}
