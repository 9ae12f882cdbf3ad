//! Play and pause, where the playhead is, the speed, and the menu that adds a step.

use egui::{Ui, vec2};

use super::{JourneyContext, View, words};
use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, MenuItem},
    },
    studio::{
        action::Actions,
        duration,
        journey::{axis::USUAL_WIDTH, timeline::StepKind},
        simulated::SimulatedVisitor,
    },
};

impl View<'_> {
    pub(super) fn controls(
        &mut self,
        ui: &mut Ui,
        simulated: &mut SimulatedVisitor,
        ctx: &JourneyContext<'_>,
        actions: &mut Actions,
    ) {
        let text = ctx.text;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let (icon, word) = if self.desk.player.playing {
                (Icon::Pause, "journey-pause")
            } else {
                (Icon::Play, "journey-play")
            };
            if widgets::icon_button(ui, icon, &text.t(word)).clicked() {
                self.desk.player.toggle(self.desk.timeline().end());
            }
            self.clock(ui, simulated, ctx);
            let speed = text.tv("journey-speed-of", &[("speed", self.desk.player.speed.into())]);
            let button = ui
                .add(Button::ghost(speed).small())
                .on_hover_text(text.t("journey-speed"));
            if button.accessible_name(text.t("journey-speed")).clicked() {
                self.desk.player.next_speed();
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                self.menu(ui, simulated, ctx, actions);
                let button = ui.add(Button::secondary(text.t("journey-add")).icon(Icon::Plus).small());
                self.add_menu(&button, simulated, ctx);
            });
        });
    }

    /// Shows where the playhead is, and how long the journey takes.
    fn clock(&mut self, ui: &mut Ui, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let p = palette(ui);
        let axis = self.desk.axis(USUAL_WIDTH);
        let end = self.desk.timeline().end();
        let now = words::time(self.desk.player.at, &axis, simulated.at, ctx);
        let whole = if axis.breaks().is_empty() {
            duration::clock(end)
        } else {
            duration::write(end, ctx.text)
        };
        let now = ui.painter().layout_no_wrap(now, Type::Label.font(), p.text);
        let whole = ui
            .painter()
            .layout_no_wrap(format!("/ {whole}"), Type::Small.font(), p.text_faint);
        // As wide as it gets at most while playing, so that nothing next to it moves.
        let wide = (now.size().x + 6.0).max(42.0);
        let room = vec2(wide + whole.size().x, height::SMALL);
        let (rect, response) = ui.allocate_exact_size(room, egui::Sense::hover());
        let top = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
        let place = egui::pos2(rect.left(), top(&now));
        ui.painter().galley(place, now, p.text);
        let place = egui::pos2(rect.left() + wide, top(&whole));
        ui.painter().galley(place, whole, p.text_faint);
        if let Some(moment) = self.desk.moment() {
            let instant = crate::wording::instant(moment.clock(), ctx.zone, ctx.reader());
            response.on_hover_text(instant);
        }
    }

    /// The menu that adds a step: behind the selected one, else where the playhead is.
    fn add_menu(&mut self, button: &egui::Response, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        widgets::menu(button, |ui| {
            for kind in StepKind::ALL.iter().copied() {
                let words = ctx.text.t(words::kind_key(kind, ctx.touch));
                if ui.add(MenuItem::new(words::icon(kind), &words)).clicked() {
                    self.add(kind, simulated, ctx);
                }
            }
        });
    }

    pub(super) fn add(&mut self, kind: StepKind, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let after = self
            .desk
            .selected()
            .or_else(|| self.desk.timeline().steps().len().checked_sub(1));
        let known = after.and_then(|index| self.desk.timeline().page_at(index));
        let url = known
            .filter(|_| kind == StepKind::Tomorrow)
            .unwrap_or(ctx.page)
            .to_owned();
        let place = self.desk.change("journey-step-add", simulated, |timeline| {
            timeline.add(kind, after, &url)
        });
        self.select(place);
    }

    /// Selects a step and moves the playhead there.
    pub(super) fn select(&mut self, index: usize) {
        self.panel.reveal |= self.desk.select(index);
    }
}
