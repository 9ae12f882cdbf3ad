//! The visitor being simulated: presets, every value that the widget knows of a visitor, and the verdict.
//!
//! It changes only the [`SimulatedVisitor`], reads no clock and decides nothing: the verdict and the [`Advice`] are passed in.

mod actions;
pub(in crate::desktop) mod attributes;
pub(in crate::desktop) mod elements;
mod fields;
mod keep;
pub(in crate::desktop) mod property;
mod verdict;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use egui::{Align, Layout, Ui};

use crate::{
    desktop::{
        theme::{Icon, height, space},
        widgets::{self, Button, Choice, Select},
    },
    studio::{
        action::Actions,
        analysis::Verdict,
        simulated::{Advice, SimulatedVisitor},
    },
    visitor::VisitorPreset,
    wording::{Reader, text::Text},
};

/// What the panel may look at.
pub struct SimulatorContext<'a> {
    /// The app's texts.
    pub text: &'a Text,
    /// The outcome for the visitor; `None` while it is being computed.
    pub verdict: Option<&'a Verdict>,
    /// What can be done about it.
    pub advice: &'a Advice,
    /// The campaign's time zone, in which instants are shown and typed.
    pub zone: Tz,
    /// The zone of the person at the screen.
    pub own_zone: Tz,
    /// The present instant.
    pub now: DateTime<Utc>,
    /// The page that presets are on.
    pub page: &'a str,
    /// Whether the visitor is a test of the campaign already.
    pub kept: bool,
}

impl SimulatorContext<'_> {
    /// Who reads what is shown.
    fn reader(&self) -> Reader {
        Reader::in_zone(self.text.language(), self.own_zone)
    }
}

/// Shows the panel over the whole width, with `lead` at the left of its head; the caller scrolls. True when the visitor was changed.
pub fn show(
    ui: &mut Ui,
    simulated: &mut SimulatedVisitor,
    ctx: &SimulatorContext<'_>,
    lead: impl FnOnce(&mut Ui),
    actions: &mut Actions,
) -> bool {
    let before = simulated.clone();
    ui.spacing_mut().item_spacing.y = space::M;
    head(ui, simulated, ctx, lead);
    verdict::show(ui, ctx, actions);
    actions::show(ui, ctx, actions);
    fields::main(ui, simulated, ctx);
    if expander(ui, ctx.text) {
        fields::more(ui, simulated, ctx);
        attributes::show(ui, &mut simulated.visitor.custom, ctx.text);
        attributes::events(ui, &mut simulated.visitor.event, ctx.text);
        elements::show(ui, &mut simulated.visitor.clicked, ctx.text);
    }
    let changed = *simulated != before;
    if changed && simulated.preset == before.preset {
        simulated.preset = None;
    }
    changed
}

fn head(ui: &mut Ui, simulated: &mut SimulatedVisitor, ctx: &SimulatorContext<'_>, lead: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(height::CONTROL);
        let title = ctx.text.t("simulator-visitor");
        lead(ui);
        ui.add_space(space::XS);
        let shown = match simulated.preset {
            Some(preset) => ctx.text.t(preset.label_key()),
            None => ctx.text.t("simulator-own"),
        };
        let picked = Select::new(&title, &shown).list_width(280.0).show(ui, || {
            let choice = |preset: VisitorPreset| Choice {
                label: ctx.text.t(preset.label_key()),
                detail: ctx.text.t(&format!("{}-help", preset.label_key())),
                chosen: simulated.preset == Some(preset),
                ..Choice::default()
            };
            VisitorPreset::ALL.iter().copied().map(choice).collect()
        });
        if let Some(preset) = picked.and_then(|index| VisitorPreset::ALL.get(index)) {
            *simulated = SimulatedVisitor::of(*preset, ctx.page, ctx.now);
        }
    });
}

/// The button that shows and hides the rest. True while the rest is shown.
fn expander(ui: &mut Ui, text: &Text) -> bool {
    let id = egui::Id::unique("simulator-more");
    let mut open: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let (word, icon) = if open {
        ("simulator-less", Icon::ChevronUp)
    } else {
        ("simulator-more", Icon::ChevronDown)
    };
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        if ui.add(Button::ghost(text.t(word)).icon(icon).small()).clicked() {
            open = !open;
            ui.data_mut(|data| data.insert_temp(id, open));
        }
    });
    if open {
        widgets::hairline(ui);
    }
    open
}
