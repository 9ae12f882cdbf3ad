//! The preview in the middle of the window, and the line below it: whether the visitor would be shown the pop-up, and the ways to visitor and journey,
//! which unfold above that line.

use egui::{Align, Label, Layout, Margin, Rect, Role, Ui, UiBuilder};

use super::{App, panes::band};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    studio::{
        shell::{self, Arrangement, Region, STRIP},
        tone::Tone,
    },
};

/// From this width on there is room for what stands behind the verdict.
const ROOMY: f32 = 640.0;

impl App {
    /// Whether visitor or journey are unfolded.
    fn is_below_open(&self) -> bool {
        self.journey.shown || self.shell.choice().visitor_shown
    }

    pub(super) fn draw_middle(&mut self, ui: &mut Ui, below: Rect, now: &Arrangement) {
        let Some((_, span)) = now.side else { return };
        let (rect, seen) = (band(below, span), band(below, now.beside_library(span)));
        let open = self.is_below_open();
        let (height, range) = match open {
            true => self.below_height(rect.height() - STRIP),
            false => (0.0, (0.0, 0.0)),
        };
        let (upper, lower) = rect.split_top_bottom_at_y(rect.bottom() - height - STRIP);
        self.draw_preview(ui, (upper, upper.intersect(seen)));
        let lower = match open {
            true => self.draw_lower_edge(ui, lower.intersect(seen), (height, range)),
            false => lower,
        };
        let surface = palette(ui).surface;
        self.part(
            ui,
            Region::Visitor,
            (lower, lower.intersect(seen)),
            surface,
            |app, ui| {
                let (above, strip) = lower.split_top_bottom_at_y(lower.bottom() - STRIP);
                if open {
                    let mut part = ui.new_child(UiBuilder::new().id_salt("below").max_rect(above));
                    part.shrink_clip_rect(above);
                    app.draw_simulator(&mut part);
                }
                let mut part = ui.new_child(UiBuilder::new().id_salt("strip").max_rect(strip));
                app.draw_strip(&mut part);
            },
        );
    }

    fn draw_strip(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::hairline(ui);
        let roomy = ui.available_width() >= ROOMY;
        let frame = egui::Frame::new().inner_margin(Margin::symmetric(16, 0));
        frame.show(ui, |ui| {
            ui.spacing_mut().interact_size.y = STRIP - 2.0;
            ui.spacing_mut().item_spacing.x = space::S;
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    self.strip_buttons(ui);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        if !self.is_below_open() {
                            self.strip_verdict(ui, roomy);
                        }
                    });
                });
            });
        });
    }

    /// The ways to journey and visitor, from right to left.
    fn strip_buttons(&mut self, ui: &mut Ui) {
        let visitor = self.shell.choice().visitor_shown && !self.journey.shown;
        for (journey, icon, key, open) in [
            (true, Icon::Route, "journey", self.journey.shown),
            (false, Icon::UserRound, "simulator-visitor", visitor),
        ] {
            let word = self.text.t(key);
            let button = match open {
                true => Button::secondary(word),
                false => Button::ghost(word),
            };
            let button = ui.add(button.icon(icon).small());
            ui.ctx()
                .accesskit_node_builder(button.id, |node| node.set_expanded(open));
            if !button.clicked() {
                continue;
            }
            match (journey, open) {
                (true, _) => self.journey.shown = !open,
                (false, true) => self.shell_on(shell::Event::TurnVisitor),
                (false, false) => {
                    self.journey.shown = false;
                    self.shell_on(shell::Event::ShowVisitor);
                }
            }
        }
    }

    fn strip_verdict(&self, ui: &mut Ui, roomy: bool) {
        let p = palette(ui);
        let Some(verdict) = self.analyst.analysis().verdict.as_ref() else {
            return;
        };
        let (tone, icon) = match (verdict.shown, verdict.waiting) {
            (true, _) => (Tone::Success, Icon::CircleCheck),
            (false, true) => (Tone::Warning, Icon::Clock),
            (false, false) => (Tone::Warning, Icon::Ban),
        };
        let (rect, _) = ui.allocate_exact_size(egui::vec2(18.0, 18.0), egui::Sense::hover());
        icon.paint(ui.painter(), rect.center(), 17.0, tone.color(p));
        let words = ui.add(Label::new(Type::BodyStrong.text(&verdict.headline, p.text)).truncate());
        ui.ctx().accesskit_node_builder(words.id, |node| {
            node.set_role(Role::Status);
            node.set_label(verdict.headline.as_str());
            node.set_live(egui::accesskit::Live::Polite);
        });
        let detail = verdict.details.first().filter(|_| roomy);
        if let Some(detail) = detail {
            ui.add(Label::new(Type::Small.text(detail, p.text_muted)).truncate());
        }
    }
}
