//! What was found in the pictures, each once, with what repairs it.

use egui::{
    Align, CornerRadius, Label, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::apply;
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Button},
    },
    studio::{
        action::Actions,
        sheet::{Event, Line, ProofForm, Variation, Verdict},
    },
    wording::text::Text,
};

/// Height of the card's head, in points.
const HEAD: f32 = 28.0;
/// Height of a finding, in points.
const LINE: f32 = 52.0;

/// Height of the choices for a proof, in points.
const FOOT: f32 = 36.0;

/// From which width on the choices for a proof stand beside each other, in points.
const WIDE: f32 = 440.0;

/// How high a card of this width is.
pub(super) fn height(verdict: &Verdict, width: f32) -> f32 {
    let foot = if width < WIDE { 2.0 * FOOT } else { FOOT };
    2.0 * space::L + HEAD + verdict.lines.len() as f32 * (LINE + space::S) + foot
}

/// What the card shows.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    pub(super) verdict: &'a Verdict,
    pub(super) form: ProofForm,
    pub(super) with_findings: bool,
    pub(super) text: &'a Text,
}

/// Shows the card in `rect`; returns what happens to the sheet, if anything.
pub(super) fn show(ui: &mut Ui, rect: Rect, card: Card<'_>, actions: &mut Actions) -> Option<Event> {
    let Card { verdict, text, .. } = card;
    let p = palette(ui);
    let edge = Stroke::new(1.0, p.border);
    ui.painter()
        .rect(rect, CornerRadius::same(radius::L), p.surface, edge, StrokeKind::Inside);
    let builder = UiBuilder::new()
        .max_rect(rect.shrink(space::L))
        .layout(Layout::top_down(Align::Min))
        .accessibility_role(Role::Region)
        .accessibility_label(text.t("sheet-findings"));
    let mut asked = None;
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        head(ui, verdict, text);
        for (place, line) in verdict.lines.iter().enumerate() {
            ui.push_id(place, |ui| {
                let picture = one(ui, line, text, actions).map(Event::Choose);
                asked = asked.take().or(picture);
            });
        }
        let choice = foot(ui, card);
        asked = asked.take().or(choice);
    });
    asked
}

fn head(ui: &mut Ui, verdict: &Verdict, text: &Text) {
    let p = palette(ui);
    let is_done = verdict.judged == verdict.shown;
    let title = match is_done {
        false => text.t("sheet-drawing"),
        true => verdict.sentence(text),
    };
    ui.horizontal(|ui| {
        ui.set_height(HEAD - space::S);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if is_done && verdict.troubled > 0 {
                let fine = text.tv("sheet-verdict-fine", &[("count", verdict.fine().into())]);
                ui.label(Type::Small.text(fine, p.text_muted));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if is_done && verdict.troubled == 0 {
                    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
                    Icon::CircleCheck.paint(ui.painter(), rect.center(), 16.0, p.success);
                }
                ui.add(Label::new(Type::Section.text(title, p.text)).truncate());
            });
        });
    });
}

/// Shows a finding; returns its first picture when it was asked for.
fn one(ui: &mut Ui, line: &Line, text: &Text, actions: &mut Actions) -> Option<Variation> {
    let p = palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let repair = line
        .repair
        .map(|repair| (repair, Button::secondary(repair.name(text)).small()));
    let beside = repair.as_ref().map_or(0.0, |(_, button)| button.width(ui) + space::M);
    let place = rect.with_max_x(rect.right() - beside);
    let (sentence, detail) = (line.problem.sentence(text), line.place(text));
    let name = format!("{sentence} {detail}");
    let response = ui.interact(place, ui.scope_id().with("finding"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let fill = if response.hovered() { p.hover } else { p.canvas };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::M), fill);
    let icon = egui::pos2(rect.left() + 20.0, rect.center().y);
    Icon::TriangleAlert.paint(ui.painter(), icon, 16.0, p.danger);
    let left = rect.left() + 40.0;
    let room = place.right() - space::S - left;
    let at = |y: f32| egui::pos2(left, rect.top() + y);
    widgets::text_line(ui, at(8.0), &sentence, Type::BodyStrong, p.text, room);
    widgets::text_line(ui, at(28.0), &detail, Type::Small, p.text_muted, room);
    widgets::focus_ring(ui, &response, place, radius::M);
    if let Some((repair, button)) = repair {
        let room = rect.with_min_x(place.right()).shrink2(vec2(space::S - 2.0, 0.0));
        let builder = UiBuilder::new()
            .max_rect(room)
            .layout(Layout::right_to_left(Align::Center));
        let pressed = ui.scope_builder(builder, |ui| ui.add(button).clicked()).inner;
        if pressed {
            apply(repair, actions);
        }
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.clicked().then(|| line.pictures.first().copied()).flatten()
}

/// What a proof is to be.
fn foot(ui: &mut Ui, card: Card<'_>) -> Option<Event> {
    let text = card.text;
    let is_wide = ui.available_width() + 2.0 * space::L >= WIDE;
    let line = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| {
        ui.horizontal(|ui| {
            ui.set_height(FOOT - space::S);
            content(ui);
        });
    };
    let mut form = card.form;
    let mut with = card.with_findings;
    let name = text.t("sheet-proof-as");
    let words: Vec<String> = ProofForm::ALL.iter().map(|form| text.t(form.key())).collect();
    let options: Vec<(ProofForm, &str)> = ProofForm::ALL
        .iter()
        .copied()
        .zip(words.iter().map(String::as_str))
        .collect();
    let mut forms = |ui: &mut Ui| {
        ui.label(Type::Small.text(&name, palette(ui).text_muted));
        widgets::segmented(ui, &name, &mut form, &options);
    };
    let mut findings = |ui: &mut Ui| {
        widgets::toggle(ui, &mut with, &text.t("sheet-with-findings"));
    };
    if is_wide {
        line(ui, &mut |ui| {
            forms(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), &mut findings);
        });
    } else {
        line(ui, &mut forms);
        line(ui, &mut findings);
    }
    if form != card.form {
        return Some(Event::Form(form));
    }
    (with != card.with_findings).then_some(Event::WithFindings(with))
}
