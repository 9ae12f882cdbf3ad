//! The step "Message": what they see, how often and how soon, and how it looks.

mod action;
mod alt;
mod color;
mod kinds;
mod picture;
mod places;
mod schedule;
mod script;
mod style;
mod text;
mod token;

#[cfg(test)]
mod tests;

use egui::Ui;

use super::{desk::Desk, gap};
use crate::{
    campaign::{Campaign, Content, ContentType, Look, MessagePart, MessageSlot, TextPart},
    desktop::{
        theme::space,
        widgets::{self, Card},
    },
    studio::action::PicturePlace,
};
use text::TextInput;

/// Below this width forms have one column.
const NARROW: f32 = 520.0;

/// Shows the step.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    kinds::show(ui, &mut campaign.content, desk);
    gap(ui);
    Card::new(&desk.t("editor-compose")).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        match campaign.content.kind.known() {
            Some(kind) => compose(ui, kind, &mut campaign.content, desk),
            None => {
                widgets::help_line(ui, &desk.t("editor-choose-type"));
            }
        }
    });
    gap(ui);
    schedule::show(ui, campaign, desk);
    gap(ui);
    style::show(ui, &mut campaign.look, style::Follows::Site, desk);
}

/// Shows how the pop-ups of the site look.
pub(super) fn show_site_look(ui: &mut Ui, look: &mut Look, desk: &mut Desk<'_, '_>) {
    style::show(ui, look, style::Follows::Usual, desk);
}

/// Shows the parts of a type's messages in order; two low ones are side by side.
fn compose(ui: &mut Ui, kind: ContentType, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let mut slots = kind.slots().iter().copied().peekable();
    while let Some(slot) = slots.next() {
        match slots.next_if(|next| is_low(slot.part) && is_low(next.part)) {
            None => part(ui, slot, content, desk),
            Some(next) => two(
                ui,
                &mut (&mut *content, &mut *desk),
                |ui, (content, desk)| part(ui, slot, content, desk),
                |ui, (content, desk)| part(ui, next, content, desk),
            ),
        }
    }
}

/// Whether a part's field is one line high.
fn is_low(part: MessagePart) -> bool {
    match part {
        MessagePart::Text(part) => part.spec().lines == 1,
        MessagePart::Action => true,
        MessagePart::Picture => false,
    }
}

fn part(ui: &mut Ui, slot: MessageSlot, content: &mut Content, desk: &mut Desk<'_, '_>) {
    match slot.part {
        MessagePart::Text(TextPart::ImageAlt) => alt::show(ui, slot.help, content, desk),
        MessagePart::Text(part) => TextInput::new(part).help(slot.help).show(ui, content, desk),
        MessagePart::Action => action::show(ui, content, desk),
        MessagePart::Picture => picture::show(ui, PicturePlace::Card, &mut content.image, desk),
    }
}

/// Shows two parts side by side, or one below the other where there is little room.
fn two<S: ?Sized>(ui: &mut Ui, state: &mut S, left: impl FnOnce(&mut Ui, &mut S), right: impl FnOnce(&mut Ui, &mut S)) {
    if ui.available_width() < NARROW {
        left(ui, state);
        right(ui, state);
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.columns_const(|[one, other]| {
            left(one, state);
            right(other, state);
        });
    });
}
