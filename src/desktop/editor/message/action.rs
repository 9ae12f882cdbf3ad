//! What pressing the button of a rich card does.

use egui::Ui;

use super::{line::Line, text::TextInput};
use crate::{
    campaign::{Action, Content, MessagePart},
    desktop::{editor::desk::Desk, widgets},
    insight::TextPart,
    studio::echo,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Message,
    Link,
}

/// Shows the switch and its field, and applies what was chosen and typed.
pub(super) fn show(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let before = content.action().cloned();
    let mut action = before.clone();
    edit(ui, &mut action, desk);
    if action == before {
        return;
    }
    match (before, action) {
        (Some(Action::Message(_)), Some(Action::Message(message))) => {
            echo::write(content, TextPart::ButtonMessage, Some(message));
        }
        (_, action) => content.set_action(action),
    }
}

fn edit(ui: &mut Ui, action: &mut Option<Action>, desk: &mut Desk<'_, '_>) {
    let (label, short) = (desk.t(MessagePart::Action.label()), desk.t("editor-on-click"));
    Line::new(&short).show(ui, |ui, _| {
        switch(ui, &label, action, desk);
        for finding in desk.findings_exactly("/content/button/action") {
            widgets::finding_line(ui, finding.tone(), &finding.line());
        }
    });
    match action {
        Some(Action::Message(message)) => {
            TextInput::new(TextPart::ButtonMessage).edit(ui, message, desk);
        }
        Some(Action::Link(link)) => {
            TextInput::new(TextPart::ButtonLink).edit(ui, link, desk);
        }
        None => {}
    }
}

fn switch(ui: &mut Ui, label: &str, action: &mut Option<Action>, desk: &mut Desk<'_, '_>) {
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
    desk.arrive_exactly(ui, "/content/button/action", shown.id.with(0_usize), shown.rect);
    if kind == before {
        return;
    }
    // Text written for the other kind returns when that is chosen again.
    let kept = ui.scope_id().with("kept");
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
