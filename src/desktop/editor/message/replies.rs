//! The quick replies of a message: what stands on each of them, what it does, and which there are.

use egui::Ui;

use super::{action, line::Line, text::TextInput};
use crate::{
    campaign::{ClickTarget, Content, ContentType, ReplyPlace, TextPart},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, height, space},
        widgets::{self, Button},
    },
    studio::replies::{self, Change},
};

/// Room of the two buttons behind a name, with what is left free before each.
const BUTTONS: f32 = 2.0 * (height::SMALL + space::XS);

/// Shows the replies and applies what was changed.
pub(super) fn show(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let mut change = None;
    let count = content.replies.len();
    for place in ReplyPlace::ALL.iter().copied().take(count) {
        ui.push_id(("reply", place.number()), |ui| {
            change = change.or(name(ui, place, content, desk));
            action::show(ui, ClickTarget::Reply(place), content, desk);
        });
    }
    for (tone, line) in desk
        .findings_exactly("/content/replies")
        .map(|finding| (finding.tone(), finding.line()))
        .collect::<Vec<_>>()
    {
        widgets::finding_line(ui, tone, &line);
    }
    Line::new("").show(ui, |ui, _| {
        if count < ReplyPlace::ALL.len() {
            let is_card = content.kind.known() == Some(ContentType::Rich);
            let words = desk.t(match (count, is_card) {
                (0, true) => "editor-replies-instead",
                (0, false) => "editor-replies-begin",
                (_, _) => "editor-reply-add",
            });
            let button = Button::link(words.as_str()).icon(Icon::Plus).small();
            if ui.add(button).on_hover_text(desk.t("editor-replies-help")).clicked() {
                change = Some(Change::Add);
            }
        }
        let replaces = count > 0 && content.kind.known() == Some(ContentType::Rich) && content.button.is_some();
        if replaces {
            widgets::help_line(ui, &desk.t("editor-replies-replace"));
        }
    });
    if let Some(change) = change {
        replies::on(content, change);
        desk.structural("editor-step-replies");
    }
}

/// The row with what stands on a reply. Returns what is to become of the reply.
fn name(ui: &mut Ui, place: ReplyPlace, content: &mut Content, desk: &mut Desk<'_, '_>) -> Option<Change> {
    let part = TextPart::ReplyName(place);
    let label = desk.t(part.spec().label);
    let mut text = content.text(part).unwrap_or_default().to_owned();
    let mut change = None;
    let (is_typed, _) = Line::new(&label).show(ui, |ui, above| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let width = ui.available_width() - BUTTONS;
            let words = desk.t("editor-reply-placeholder");
            let typed = ui.vertical(|ui| {
                ui.set_width(width);
                TextInput::new(part)
                    .placeholder(Some(words))
                    .field(ui, &label, above, &mut text, desk)
            });
            let number = place.number();
            let up = desk.t1("editor-reply-up", "number", number);
            let up = ui.add_enabled_ui(number > 1, |ui| widgets::icon_button(ui, Icon::ArrowUp, &up));
            if up.inner.clicked() {
                change = Some(Change::MoveUp(place));
            }
            let remove = desk.t1("editor-reply-remove", "number", number);
            if widgets::icon_button(ui, Icon::Trash2, &remove).clicked() {
                change = Some(Change::Remove(place));
            }
            typed.inner
        })
        .inner
    });
    if is_typed {
        content.set_text(part, (!text.is_empty()).then_some(text));
    }
    change
}
