//! The selected step, edited in place: what it does, when, its order, and its removal.

use egui::{CornerRadius, Frame, Id, Label, Margin, Role, Sense, Stroke, Ui, WidgetInfo};
use serde_json::{Map, Value};

use super::{JourneyContext, View, seconds, words};
use crate::{
    campaign::{ClickTarget, Element, Field, ReplyPlace},
    desktop::{
        simulator::{attributes, elements, property},
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Choice, Follow, MenuItem, Select},
    },
    studio::{
        duration,
        journey::timeline::{DAY, StepKind},
        simulated::SimulatedVisitor,
    },
    visitor::{EventKind, Opening},
    wording::field_label,
};

impl View<'_> {
    pub(super) fn step_form(&mut self, ui: &mut Ui, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let Some(index) = self
            .desk
            .selected()
            .filter(|index| *index < self.desk.timeline().steps().len())
        else {
            self.starts_as(ui, simulated, ctx);
            return;
        };
        let p = palette(ui);
        let frame = Frame::new()
            .fill(p.group)
            .stroke(Stroke::new(1.0, p.group_border))
            .corner_radius(CornerRadius::same(radius::M))
            .inner_margin(Margin {
                left: 12,
                right: 8,
                top: 4,
                bottom: 8,
            });
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.form_head(ui, index, simulated, ctx);
            // What was done above may have changed the order.
            if self.desk.selected() != Some(index) || index >= self.desk.timeline().steps().len() {
                return;
            }
            self.what(ui, index, simulated, ctx);
            self.when(ui, index, simulated, ctx);
        });
    }

    /// Shows who takes the journey, and when; pressing it leads to where that is changed.
    fn starts_as(&mut self, ui: &mut Ui, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let text = ctx.text;
        let who = match simulated.preset {
            Some(preset) => text.t(preset.label_key()),
            None => text.t("simulator-own"),
        };
        let instant = crate::wording::instant(simulated.at, ctx.zone, ctx.reader());
        let words = text.tv("journey-starts-as", &[("who", who.into()), ("instant", instant.into())]);
        let shown = format!("{}  {words}", Icon::UserRound.glyph());
        let label = Label::new(Type::Caption.text(shown, palette(ui).text_muted));
        let response = ui.add(label.truncate().sense(Sense::click()));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        widgets::focus_ring(ui, &response, response.rect, radius::S);
        if response.on_hover_text(text.t("journey-starts-as-help")).clicked() {
            self.desk.shown = false;
        }
    }

    /// Which step it is, and what can be done with it.
    fn form_head(&mut self, ui: &mut Ui, index: usize, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let (p, text) = (palette(ui), ctx.text);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let kind = self.desk.timeline().kind(index).unwrap_or(StepKind::Wait);
            let title = match kind {
                _ if self.desk.timeline().is_end(index) => "journey-does-end",
                // Any other long gap is a return as well.
                StepKind::Tomorrow if !(0.8..1.2).contains(&(self.desk.timeline().gap(index) / DAY)) => {
                    "journey-kind-return"
                }
                kind => words::kind_key(kind, ctx.touch),
            };
            let title = text.t(title);
            ui.label(Type::Label.text(title, p.text));
            ui.add_space(space::S);
            let count = self.desk.timeline().steps().len();
            let place = text.tv(
                "journey-step-place",
                &[("number", (index + 1).into()), ("count", count.into())],
            );
            ui.label(Type::Caption.text(place, p.text_faint));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if widgets::icon_button(ui, Icon::Trash2, &text.t("journey-step-remove")).clicked() {
                    self.remove(index, simulated);
                }
                let mut order = |ui: &mut Ui, icon, key: &str, later, possible| {
                    let name = text.t(key);
                    let button = ui.add_enabled_ui(possible, |ui| widgets::icon_button(ui, icon, &name));
                    if button.inner.clicked() {
                        let place = self.desk.change("journey-step-move", simulated, |timeline| {
                            timeline.exchange(index, later)
                        });
                        self.select(place);
                    }
                };
                order(ui, Icon::ArrowRight, "journey-step-later", true, index + 1 < count);
                order(ui, Icon::ArrowLeft, "journey-step-earlier", false, index > 0);
            });
        });
    }

    /// The value of the step, if it has one.
    fn what(&mut self, ui: &mut Ui, index: usize, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let event = self.desk.timeline().steps()[index].kind.clone();
        match event {
            EventKind::Open(opening) => {
                self.page(ui, index, &opening, simulated, ctx);
                self.came_from(ui, index, simulated, ctx);
            }
            EventKind::Scroll(ratio) => {
                let label = ctx.text.t("journey-scroll-to");
                let shown = crate::wording::percent(ratio.round(), ctx.text.language());
                let read = |typed: &str| {
                    let typed = typed.trim().trim_matches('%').trim().replace(',', ".");
                    typed.parse::<f64>().ok().filter(|ratio| (0.0..=100.0).contains(ratio))
                };
                let id = Id::unique(("journey scroll", index));
                let typed = property::property(ui, &label, |ui| property::typed(ui, id, &label, &shown, "", read));
                if let Some(ratio) = typed {
                    self.set(ui, "scroll", index, EventKind::Scroll(ratio), simulated);
                }
            }
            EventKind::Identify(attributes) => self.attributes(ui, index, attributes, simulated, ctx),
            EventKind::Track(event) => self.event(ui, index, event, simulated, ctx),
            EventKind::Press(element) => self.element(ui, index, element, simulated, ctx),
            EventKind::Click(target) => self.target(ui, index, target, simulated, ctx),
            EventKind::Exit
            | EventKind::Close
            | EventKind::Converse
            | EventKind::Input
            | EventKind::Away(_)
            | EventKind::Covered(_)
            | EventKind::End => {}
        }
    }

    /// Shows what of the pop-up is clicked: the message, or one of its quick replies.
    fn target(
        &mut self,
        ui: &mut Ui,
        index: usize,
        target: ClickTarget,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        let replies = ReplyPlace::ALL.iter().copied().map(ClickTarget::Reply);
        let all: Vec<ClickTarget> = std::iter::once(ClickTarget::Message).chain(replies).collect();
        let label = ctx.text.t("journey-click-what");
        let shown = words::target(target, ctx);
        let picked = property::property(ui, &label, |ui| {
            Select::new(&label, &shown).show(ui, || {
                let choice = |one: &ClickTarget| Choice {
                    label: words::target(*one, ctx),
                    chosen: *one == target,
                    ..Choice::default()
                };
                all.iter().map(choice).collect()
            })
        });
        let picked = picked.and_then(|at| all.get(at)).filter(|picked| **picked != target);
        if let Some(picked) = picked {
            self.desk.change("journey-step-edit", simulated, |timeline| {
                if let Some(kind) = timeline.kind_mut(index) {
                    *kind = EventKind::Click(*picked);
                }
            });
        }
    }

    /// Shows the address, typed or chosen from those that campaigns ask for.
    fn page(
        &mut self,
        ui: &mut Ui,
        index: usize,
        opening: &Opening,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        let label = ctx.text.t("journey-page");
        let url = opening.url.as_str();
        let (mut typed, mut chosen) = (url.to_owned(), None);
        property::property(ui, &label, |ui| {
            let button = widgets::icon_button(ui, Icon::ChevronDown, &ctx.text.t("journey-pages"));
            widgets::menu(&button, |ui| {
                egui::ScrollArea::vertical().max_height(280.0).follow(ui, |ui| {
                    for page in self.desk.pages() {
                        let icon = if page == url { Icon::Check } else { Icon::Dot };
                        if ui.add(MenuItem::new(icon, words::short(page))).clicked() {
                            chosen = Some(page.clone());
                        }
                    }
                });
            });
            let id = Id::unique(("journey page", index));
            property::text(ui, id, &label, &mut typed, "https://www.example.com/", false).on_hover_text(url);
        });
        let page = |url| {
            EventKind::Open(Opening {
                url,
                referrer: opening.referrer.clone(),
            })
        };
        if let Some(chosen) = chosen {
            self.desk.change("journey-step-edit", simulated, |timeline| {
                if let Some(kind) = timeline.kind_mut(index) {
                    *kind = page(chosen);
                }
            });
        } else if typed != url {
            self.set(ui, "page", index, page(typed), simulated);
        }
    }

    /// Shows the page that led there, where that begins a session; empty for a direct visit.
    fn came_from(&mut self, ui: &mut Ui, index: usize, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let EventKind::Open(opening) = self.desk.timeline().steps()[index].kind.clone() else {
            return;
        };
        let label = field_label(Field::Referrer, ctx.text.language());
        let before = opening.referrer.unwrap_or_default();
        let mut typed = before.clone();
        property::property(ui, label, |ui| {
            let id = Id::unique(("journey referrer", index));
            let hint = ctx.text.t("journey-came-directly");
            property::text(ui, id, label, &mut typed, &hint, false).on_hover_text(ctx.text.t("journey-came-from-help"));
        });
        if typed != before {
            let kind = EventKind::Open(Opening {
                url: opening.url,
                referrer: Some(typed).filter(|page| !page.is_empty()),
            });
            self.set(ui, "referrer", index, kind, simulated);
        }
    }

    fn attributes(
        &mut self,
        ui: &mut Ui,
        index: usize,
        attributes: Map<String, Value>,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        let mut new = attributes.clone();
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            attributes::show(ui, &mut new, ctx.text);
        });
        if new != attributes {
            self.set(ui, "attributes", index, EventKind::Identify(new), simulated);
        }
    }

    fn event(
        &mut self,
        ui: &mut Ui,
        index: usize,
        event: String,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        let label = field_label(Field::Event, ctx.text.language());
        let mut typed = event.clone();
        property::property(ui, label, |ui| {
            let id = Id::unique(("journey event", index));
            property::text(ui, id, label, &mut typed, "add_to_cart", false);
        });
        if typed != event {
            self.set(ui, "event", index, EventKind::Track(typed), simulated);
        }
    }

    fn element(
        &mut self,
        ui: &mut Ui,
        index: usize,
        element: Element,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        let mut new = element.clone();
        let label = field_label(Field::Clicked, ctx.text.language());
        let id = Id::unique(("journey element", index));
        property::property(ui, label, |ui| elements::one(ui, id, label, &mut new, ctx.text));
        if new != element {
            self.set(ui, "element", index, EventKind::Press(new), simulated);
        }
    }

    /// How long after the step before it.
    fn when(&mut self, ui: &mut Ui, index: usize, simulated: &SimulatedVisitor, ctx: &JourneyContext<'_>) {
        let waits = self.desk.timeline().steps()[index].kind == EventKind::End && !self.desk.timeline().is_end(index);
        let label = ctx.text.t(match (waits, index) {
            (true, _) => "journey-after-wait",
            (false, 0) => "journey-after-start",
            (false, _) => "journey-after-step",
        });
        let shown = duration::write(self.desk.timeline().gap(index), ctx.text);
        let id = Id::unique(("journey gap", index));
        let typed = property::property(ui, &label, |ui| {
            property::typed(ui, id, &label, &shown, "", duration::read)
        });
        if let Some(gap) = typed {
            let place = format!("gap {index}");
            self.desk
                .typed(seconds(ui), &place, simulated, |timeline| timeline.set_gap(index, gap));
            self.desk.player.at = self.desk.timeline().steps()[index].at;
        }
    }

    fn set(&mut self, ui: &Ui, what: &str, index: usize, kind: EventKind, simulated: &SimulatedVisitor) {
        let place = format!("{what} {index}");
        self.desk.typed(seconds(ui), &place, simulated, |timeline| {
            if let Some(old) = timeline.kind_mut(index) {
                *old = kind;
            }
        });
    }
}
