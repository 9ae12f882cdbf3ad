//! The step "Message": what they see, how it looks and comes onto the page, how often and how soon.

mod action;
mod alt;
mod color;
mod control;
mod kinds;
mod languages;
mod line;
mod picture;
mod places;
mod replies;
mod schedule;
mod script;
mod section;
mod style;
mod text;
mod timetable;
mod token;
mod translated;

#[cfg(test)]
mod tests;

use egui::Ui;

use super::desk::Desk;
use crate::{
    campaign::{Campaign, ClickTarget, Content, ContentType, Look, MessagePart, MessageSlot, ReplyPlace, TextPart},
    desktop::{
        theme::{height, set_control_height, space},
        widgets,
    },
    library::PictureUse,
    studio::inspector::{Event, Section},
};
use text::TextInput;

/// Shows the step.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    unfold(desk);
    compact(ui);
    let shown = Section::ALL;
    section::show(
        ui,
        Section::Content,
        shown,
        (&mut *campaign, &mut *desk),
        |_, _, _| {},
        |ui, campaign, desk| {
            languages::show(ui, &mut campaign.content, desk);
            if let Some(tag) = desk.ctx.speaks {
                translated::show(ui, tag, &mut campaign.content, desk);
                return;
            }
            kinds::show(ui, &mut campaign.content, desk);
            match campaign.content.kind.known() {
                Some(kind) => compose(ui, kind, &mut campaign.content, desk),
                None => {
                    widgets::help_line(ui, &desk.t("editor-choose-type"));
                }
            }
        },
    );
    let looks = (style::Follows::Site, campaign.content.kind.known());
    style::show(ui, &mut campaign.look, looks, shown, desk);
    section::show(
        ui,
        Section::Schedule,
        shown,
        (campaign, desk),
        |_, _, _| {},
        schedule::show,
    );
}

/// Shows how the pop-ups of the site look.
pub(super) fn show_site_look(ui: &mut Ui, look: &mut Look, desk: &mut Desk<'_, '_>) {
    unfold(desk);
    compact(ui);
    style::show(
        ui,
        look,
        (style::Follows::Usual, None),
        &[Section::Style, Section::Motion],
        desk,
    );
}

/// Opens the section that something leads to.
fn unfold(desk: &mut Desk<'_, '_>) {
    if let Some(place) = desk.ctx.focus.or(desk.ctx.reveal) {
        desk.folds.on(Event::Show(place), Section::ALL);
    }
}

/// The measures of an inspector.
fn compact(ui: &mut Ui) {
    set_control_height(ui, height::INSPECTOR);
    ui.spacing_mut().item_spacing.y = space::S;
}

/// Shows the parts of a type's messages in order.
fn compose(ui: &mut Ui, kind: ContentType, content: &mut Content, desk: &mut Desk<'_, '_>) {
    for slot in kind.slots() {
        // Replies are a list, shown where the first of them stands, even before there is one.
        if slot.part == MessagePart::Text(TextPart::ReplyName(ReplyPlace::First)) {
            replies::show(ui, content, desk);
        } else if content.is_in_force(slot.part) {
            part(ui, *slot, content, desk);
        }
    }
}

fn part(ui: &mut Ui, slot: MessageSlot, content: &mut Content, desk: &mut Desk<'_, '_>) {
    match slot.part {
        MessagePart::Text(TextPart::ImageAlt) => alt::show(ui, slot.help, content, desk),
        MessagePart::Text(TextPart::ReplyName(_)) | MessagePart::Action(ClickTarget::Reply(_)) => {}
        MessagePart::Text(part) => TextInput::new(part).help(slot.help).show(ui, content, desk),
        MessagePart::Action(ClickTarget::Message) => action::show(ui, ClickTarget::Message, content, desk),
        MessagePart::Picture => {
            let had = content.image.is_some();
            picture::show(ui, PictureUse::Card, &mut content.image, desk);
            if had && content.image.is_none() {
                content.image_dense = None;
            }
        }
    }
}
