//! What the head of a page over the whole window begins with: the way back to the editor, and the page's name.

use egui::{Response, Ui};

use super::{
    theme::{Icon, Type, palette, space},
    widgets::{self, Button},
};
use crate::{
    studio::{action::Actions, command::Command},
    wording::text::Text,
};

/// The way back from a page, and what it is called.
#[derive(Clone, Copy)]
pub(in crate::desktop) struct PageHead<'a> {
    /// What shows the page, and goes back from it.
    pub command: Command,
    /// The key of its name.
    pub title: &'a str,
    /// The name of the open campaign; `None` when none is open.
    pub open: Option<&'a str>,
    /// Whether there is no room for words.
    pub narrow: bool,
}

/// Shows it; the button and Esc go back.
pub(in crate::desktop) fn show(ui: &mut Ui, head: PageHead<'_>, text: &Text, actions: &mut Actions) {
    if back(ui, head, text).clicked() || widgets::escaped(ui) {
        actions.command(head.command);
    }
    ui.add_space(space::XS);
    ui.label(Type::Title.text(text.t(head.title), palette(ui).text));
}

fn back(ui: &mut Ui, head: PageHead<'_>, text: &Text) -> Response {
    let words = match head.open {
        Some(_) => text.t("checks-back"),
        None => text.t("checks-close"),
    };
    let keys = head.command.keys_text(ui.ctx());
    let tip = match head.open {
        Some(name) => format!("{name} (Esc, {keys})"),
        None => format!("Esc, {keys}"),
    };
    if head.narrow {
        return widgets::icon_button(ui, Icon::ArrowLeft, &tip).accessible_name(words);
    }
    let button = Button::secondary(words).icon(Icon::ArrowLeft).small();
    ui.add(button).on_hover_text(tip)
}
