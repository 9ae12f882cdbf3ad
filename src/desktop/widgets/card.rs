//! Cards: the surfaces that hold what belongs together.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use crate::desktop::theme::{Type, palette, radius, space};

/// A card with a head line: a title at the left, controls at the right.
#[must_use = "call `show`"]
pub struct Card<'a> {
    title: &'a str,
}

impl<'a> Card<'a> {
    /// A card headed `title`; an empty title leaves the head line out.
    pub fn new(title: &'a str) -> Self {
        Self { title }
    }

    /// Shows the card, over the whole width.
    pub fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        self.framed(ui, &mut (), None::<fn(&mut Ui, &mut ())>, |ui, ()| content(ui))
    }

    /// Shows the card with `controls` at the right of its head line (added from right to left). Both parts may change `state`.
    pub fn show_with<S: ?Sized, R>(
        self,
        ui: &mut Ui,
        state: &mut S,
        controls: impl FnOnce(&mut Ui, &mut S),
        content: impl FnOnce(&mut Ui, &mut S) -> R,
    ) -> InnerResponse<R> {
        self.framed(ui, state, Some(controls), content)
    }

    fn framed<S: ?Sized, R>(
        self,
        ui: &mut Ui,
        state: &mut S,
        controls: Option<impl FnOnce(&mut Ui, &mut S)>,
        content: impl FnOnce(&mut Ui, &mut S) -> R,
    ) -> InnerResponse<R> {
        let p = palette(ui);
        let frame = Frame::new()
            .fill(p.surface)
            .stroke(Stroke::new(1.0, p.border))
            .corner_radius(CornerRadius::same(radius::L))
            .inner_margin(Margin::symmetric(20, 16));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            if !self.title.is_empty() {
                ui.scope(|ui| {
                    ui.spacing_mut().interact_size.y = if controls.is_some() { 30.0 } else { 20.0 };
                    ui.horizontal(|ui| {
                        ui.label(Type::Section.text(self.title, p.text));
                        if let Some(controls) = controls {
                            let line = egui::Layout::right_to_left(egui::Align::Center);
                            ui.with_layout(line, |ui| controls(ui, state));
                        }
                    });
                });
                // The distance to the content does not depend on the spacing of its own parts.
                ui.add_space(space::M - ui.spacing().item_spacing.y);
            }
            content(ui, state)
        })
    }
}

/// A thin line across the whole width.
pub fn hairline(ui: &mut Ui) {
    // A line is as wide as its surroundings, and needs no room itself.
    let width = if ui.is_sizing_pass() { 0.0 } else { ui.available_width() };
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, 1.0), egui::Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, Stroke::new(1.0, palette(ui).border));
}
