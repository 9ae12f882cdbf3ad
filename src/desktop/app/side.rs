//! The right panel: the preview, and below or beside it the visitor or the journey.

use egui::{CornerRadius, Id, Margin, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo};

use super::{App, panes::band};
use crate::{
    desktop::{
        journey::switch,
        simulator::{self, SimulatorContext},
        theme::{Icon, Type, palette, radius},
        widgets::{self, Beside, Follow, Splitter},
    },
    studio::{
        command::Command,
        shell::{self, Arrangement, EDGE, INSPECTOR, Region, is_beside},
        simulated::SimulatedVisitor,
    },
    visitor::VisitorPreset,
};

impl App {
    pub(super) fn draw_right(&mut self, ui: &mut Ui, below: Rect, now: &Arrangement) {
        self.draw_handle(ui, below, now);
        let Some((_, span)) = now.side else { return };
        let rect = band(below, span);
        self.draw_side_edge(ui, below, now);
        if now.has_fields {
            return self.draw_middle(ui, below, now);
        }
        let surface = palette(ui).surface;
        if is_beside(span.width()) && !self.journey.shown {
            let edge = rect.right() - INSPECTOR;
            let preview = rect.with_max_x(edge);
            self.draw_preview(ui, (preview, preview));
            let visitor = rect.with_min_x(edge);
            self.part(ui, Region::Visitor, (visitor, visitor), surface, Self::draw_simulator);
            let line = Stroke::new(1.0, palette(ui).border);
            ui.painter().vline(edge + 0.5, visitor.y_range(), line);
            return;
        }
        let (height, range) = self.below_height(rect.height());
        let (upper, lower) = rect.split_top_bottom_at_y(rect.bottom() - height);
        self.draw_preview(ui, (upper, upper));
        let lower = self.draw_lower_edge(ui, lower, (height, range));
        self.part(ui, Region::Visitor, (lower, lower), surface, Self::draw_simulator);
    }

    /// How high what is below the preview is, of this height for both, and between which heights that can be chosen.
    pub(super) fn below_height(&self, both: f32) -> (f32, (f32, f32)) {
        match self.journey.shown {
            true => self.shell.journey_height(both),
            false => self.shell.visitor_height(both),
        }
    }

    /// The edge between the preview and what is below it, at the top of `lower`; returns the rest.
    pub(super) fn draw_lower_edge(&mut self, ui: &mut Ui, lower: Rect, (height, range): (f32, (f32, f32))) -> Rect {
        let journey = self.journey.shown;
        let strip = lower.with_max_y(lower.top() + EDGE);
        let (id, name) = match journey {
            true => ("journey edge", "shell-journey-edge"),
            false => ("visitor edge", "shell-visitor-edge"),
        };
        let name = self.text.t(name);
        ui.painter().rect_filled(strip, 0.0, palette(ui).surface);
        let id = Id::unique(id);
        self.regions.note_edge(id, Region::Visitor);
        let edge = Splitter::new(id, &name, Beside::Below, height, range);
        if let Some(moved) = edge.show(ui, strip) {
            let event = match journey {
                true => shell::Event::JourneyHeight(moved.size()),
                false => shell::Event::VisitorHeight(moved.size()),
            };
            self.shell_on(event);
        }
        lower.with_min_y(strip.bottom())
    }

    /// The edge of what is at the right: the preview, or the fields of what it shows.
    fn draw_side_edge(&mut self, ui: &mut Ui, below: Rect, now: &Arrangement) {
        let (Some((edge, range)), Some((_, side))) = (now.side_edge, now.side) else {
            return;
        };
        let (right, name, region) = match now.has_fields {
            true => (now.editor, "shell-fields-edge", Region::Editor),
            false => (side, "shell-side-edge", Region::Preview),
        };
        let (id, name) = (Id::unique("side edge"), self.text.t(name));
        self.regions.note_edge(id, region);
        let splitter = Splitter::new(id, &name, Beside::Right, right.width(), range);
        if let Some(moved) = splitter.show(ui, band(below, edge)) {
            self.shell_on(match now.has_fields {
                true => shell::Event::FieldsWidth(moved.size()),
                false => shell::Event::SideWidth(moved.size()),
            });
        }
    }

    /// The handle that shows and hides the right panel, in its strip.
    fn draw_handle(&mut self, ui: &mut Ui, below: Rect, now: &Arrangement) {
        let Some(strip) = now.handle.map(|handle| band(below, handle)) else {
            return;
        };
        let p = palette(ui);
        ui.painter().rect_filled(strip, 0.0, p.canvas);
        let size = egui::vec2(strip.width(), 48.0_f32.min(strip.height()));
        let handle = Rect::from_center_size(strip.center(), size);
        let id = Id::unique("side handle");
        self.regions.note_edge(id, Region::Preview);
        let response = ui.interact(handle, id, Sense::click());
        let name = self.text.t(&Command::SidePanel.label_key());
        let open = now.side.is_some();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_expanded(open));
        let corners = CornerRadius {
            nw: radius::M,
            sw: radius::M,
            ne: 0,
            se: 0,
        };
        let fill = if response.hovered() { p.hover } else { p.surface };
        let edge = Stroke::new(1.0, p.control_border);
        ui.painter().rect(handle, corners, fill, edge, egui::StrokeKind::Inside);
        let icon = if open { Icon::ChevronRight } else { Icon::ChevronLeft };
        icon.paint(ui.painter(), handle.center(), 12.0, p.text_muted);
        widgets::focus_ring(ui, &response, handle.shrink(1.0), radius::M);
        let keys = Command::SidePanel.keys_text(ui.ctx());
        if response.on_hover_text(format!("{name} ({keys})")).clicked() {
            self.shell_on(shell::Event::TurnSide);
        }
    }

    /// The preview in `rect`; nothing is drawn outside of `clip`.
    pub(super) fn draw_preview(&mut self, ui: &mut Ui, (rect, clip): (Rect, Rect)) {
        let surface = palette(ui).surface;
        self.part(ui, Region::Preview, (rect, clip), surface, |app, ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            app.draw_preview_on(ui);
            app.keep_site();
        });
    }

    /// The right column's lower part: the visitor, or the journey.
    pub(super) fn draw_simulator(&mut self, ui: &mut Ui) {
        if self.sessions.open().is_none() {
            return self.draw_nobody(ui);
        }
        let journey = self.journey.shown;
        let margin = Margin {
            left: 16,
            right: 16,
            top: 8,
            bottom: 16,
        };
        let area = ScrollArea::vertical().id_salt(journey).auto_shrink([false, false]);
        area.follow(ui, |ui| {
            egui::Frame::new().inner_margin(margin).show(ui, |ui| {
                if journey {
                    self.draw_journey(ui);
                } else {
                    self.draw_visitor(ui);
                }
            });
        });
    }

    /// Shows why there is nobody to simulate.
    fn draw_nobody(&self, ui: &mut Ui) {
        if self.shelf.loading {
            return;
        }
        let words = Type::Small.text(self.text.t("simulator-nothing"), palette(ui).text_muted);
        egui::Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
            ui.add(egui::Label::new(words).wrap());
        });
    }

    /// Simulates a typical visitor on the page of the open campaign.
    pub(super) fn simulate(&mut self, preset: VisitorPreset) {
        let Some(session) = self.sessions.open() else { return };
        self.simulated = SimulatedVisitor::of(preset, &self.site.rules().page_of(session.inlined()), self.clock.now());
    }

    fn draw_visitor(&mut self, ui: &mut Ui) {
        let Some(session) = self.sessions.open() else { return };
        let context = SimulatorContext {
            text: &self.text,
            verdict: self.analyst.analysis().verdict.as_ref(),
            advice: &self.advice(),
            zone: session.campaign().zone(),
            own_zone: self.clock.zone(),
            now: self.clock.now(),
            page: &self.site.rules().page_of(session.inlined()),
            kept: self.analyst.analysis().kept,
        };
        let shown = &mut self.journey.shown;
        let lead = |ui: &mut Ui| switch(ui, shown, &self.text);
        simulator::show(ui, &mut self.simulated, &context, lead, &mut self.actions);
    }
}
