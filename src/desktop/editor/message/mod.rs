//! The step "Message": what they see, how often and how soon.

mod action;
mod kinds;
mod picture;
mod schedule;
mod script;
mod text;
mod token;

#[cfg(test)]
mod tests;

use egui::Ui;

use super::{desk::Desk, gap};
use crate::{
    campaign::{Campaign, Content, ContentType},
    desktop::{
        action::PicturePlace,
        theme::space,
        widgets::{self, Card},
    },
    insight::TextPart,
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
            Some(ContentType::Rich) => rich(ui, &mut campaign.content, desk),
            Some(ContentType::Text) => bubble(ui, &mut campaign.content, desk),
            Some(ContentType::OpenWindow) => open_window(ui, &mut campaign.content, desk),
            None => {
                widgets::help_line(ui, &desk.t("editor-choose-type"));
            }
        }
    });
    gap(ui);
    schedule::show(ui, campaign, desk);
}

fn rich(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let Content {
        title,
        subtitle,
        button,
        user_say,
        image,
        ..
    } = content;
    let mut new_button = button.clone().unwrap_or_default();
    let before = new_button.clone();
    two(
        ui,
        desk,
        |ui, desk| TextInput::new(TextPart::Title, "editor-title").show(ui, title, desk),
        |ui, desk| TextInput::new(TextPart::ButtonName, "editor-button-name").show(ui, &mut new_button.name, desk),
    );
    TextInput::new(TextPart::Subtitle, "editor-subtitle")
        .rows(2)
        .show(ui, subtitle, desk);
    two(
        ui,
        desk,
        |ui, desk| action::show(ui, &mut new_button.action, desk),
        |ui, desk| user_expression(ui, user_say, "editor-user-say-help", desk),
    );
    if new_button != before {
        *button = Some(new_button);
    }
    picture::show(ui, PicturePlace::Card, image, desk);
}

fn bubble(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    TextInput::new(TextPart::Text, "editor-text")
        .rows(3)
        .show(ui, &mut content.text, desk);
    user_expression(ui, &mut content.user_say, "editor-user-say-text-help", desk);
}

fn open_window(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    user_expression(ui, &mut content.user_say, "editor-user-say-open-help", desk);
    TextInput::new(TextPart::PreviewReply, "editor-preview-reply")
        .help("editor-preview-reply-help")
        .rows(3)
        .show(ui, &mut content.preview_reply, desk);
}

fn user_expression(ui: &mut Ui, user_say: &mut Option<String>, help: &'static str, desk: &mut Desk<'_, '_>) {
    TextInput::new(TextPart::UserSay, "editor-user-say")
        .help(help)
        .show(ui, user_say, desk);
}

/// Two parts beside each other, or below each other where there is little room.
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
