//! What a click does: on the button of a rich card, or on a quick reply.

use egui::Ui;

use super::{line::Line, text::TextInput};
use crate::{
    campaign::{Action, ClickTarget, Content, MessagePart, TextPart},
    desktop::{editor::desk::Desk, widgets},
    studio::echo,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Message,
    Link,
}

/// Shows the switch and its field, and applies what was chosen and typed.
pub(super) fn show(ui: &mut Ui, target: ClickTarget, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let before = content.action(target).cloned();
    let mut action = shown(target, before.clone());
    // A reply that is not told what to say says its name.
    let name = match target {
        ClickTarget::Message => None,
        ClickTarget::Reply(place) => content.text(TextPart::ReplyName(place)).map(str::to_owned),
    };
    edit(ui, target, &mut action, name, desk);
    let action = written(target, action);
    if action == before {
        return;
    }
    match (target, &before, action) {
        (ClickTarget::Message, Some(Action::Message(_)), Some(Action::Message(message))) => {
            echo::write(content, TextPart::ButtonMessage, Some(message));
        }
        (_, _, action) => content.set_action(target, action),
    }
}

/// What the switch and its field show of an action.
fn shown(target: ClickTarget, action: Option<Action>) -> Option<Action> {
    match target {
        ClickTarget::Message => action,
        ClickTarget::Reply(_) => Some(action.unwrap_or_else(|| Action::Message(String::new()))),
    }
}

/// What is written of what the switch and its field show.
fn written(target: ClickTarget, action: Option<Action>) -> Option<Action> {
    let says_nothing = action.as_ref().and_then(Action::message) == Some("");
    match target {
        ClickTarget::Reply(_) if says_nothing => None,
        ClickTarget::Message | ClickTarget::Reply(_) => action,
    }
}

fn edit(ui: &mut Ui, target: ClickTarget, action: &mut Option<Action>, name: Option<String>, desk: &mut Desk<'_, '_>) {
    let part = MessagePart::Action(target);
    let (label, short) = (desk.t(part.label()), desk.t("editor-on-click"));
    Line::new(&short).show(ui, |ui, _| {
        switch(ui, &label, part.pointer(), action, desk);
        for finding in desk.findings_exactly(part.pointer()) {
            widgets::finding_line(ui, finding.tone(), &finding.line());
        }
    });
    let (message, link) = match target {
        ClickTarget::Message => (TextPart::ButtonMessage, TextPart::ButtonLink),
        ClickTarget::Reply(place) => (TextPart::ReplyMessage(place), TextPart::ReplyLink(place)),
    };
    match action {
        Some(Action::Message(text)) => {
            TextInput::new(message).placeholder(name).edit(ui, text, desk);
        }
        Some(Action::Link(text)) => {
            TextInput::new(link).edit(ui, text, desk);
        }
        None => {}
    }
}

fn switch(ui: &mut Ui, label: &str, pointer: &'static str, action: &mut Option<Action>, desk: &mut Desk<'_, '_>) {
    let before = match action {
        Some(Action::Message(_)) => Some(Kind::Message),
        Some(Action::Link(_)) => Some(Kind::Link),
        None => None,
    };
    let words = [desk.t("editor-say"), desk.t("editor-link")];
    let options = [
        (Some(Kind::Message), words[0].as_str()),
        (Some(Kind::Link), words[1].as_str()),
    ];
    let mut kind = before;
    let shown = widgets::segmented_wide(ui, label, &mut kind, &options);
    desk.arrive_exactly(ui, pointer, shown.id.with(0_usize), shown.rect);
    if kind == before {
        return;
    }
    // Text written for the other kind returns when that is chosen again.
    let kept = ui.scope_id().with(("kept", pointer));
    let other: Option<String> = ui.data(|data| data.get_temp(kept));
    let text = match action.take() {
        Some(Action::Message(text) | Action::Link(text)) => text,
        None => String::new(),
    };
    ui.data_mut(|data| data.insert_temp(kept, text));
    let text = other.unwrap_or_default();
    *action = Some(match kind {
        Some(Kind::Link) => Action::Link(text),
        _ => Action::Message(text),
    });
    desk.structural("editor-step-action");
}
