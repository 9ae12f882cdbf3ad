//! The labels of the open campaign, beside its status, and the way to change them.

use egui::Ui;
use unicode_segmentation::UnicodeSegmentation;

use super::HeaderView;
use crate::{
    desktop::{
        theme::{Icon, space},
        widgets::Button,
    },
    studio::{action::Actions, command::Command},
};

/// So many characters of a label are shown.
const MOST: usize = 14;

/// How much room they take, in points, with the gap before.
pub(super) fn width(ui: &Ui, view: &HeaderView<'_>) -> f32 {
    button(view).map_or(0.0, |(button, _)| button.width(ui) + space::XS)
}

/// Shows them, where the campaign has any.
pub(super) fn show(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    let Some((button, name)) = button(view) else { return };
    ui.add_space(space::XS);
    let button = ui.add(button).on_hover_text(&name).accessible_name(name);
    if button.clicked() {
        actions.command(Command::Labels);
    }
}

/// The first label, and how many others there are; and all of them by name.
fn button(view: &HeaderView<'_>) -> Option<(Button, String)> {
    let all = &view.session.campaign().labels;
    let (first, others) = all.split_first()?;
    let mut words: String = first.graphemes(true).take(MOST).collect();
    if words.len() < first.len() {
        words.push('…');
    }
    if !others.is_empty() {
        words = format!("{words} +{}", others.len());
    }
    let name = view.text.tv("header-labels", &[("labels", all.join(", ").into())]);
    Some((Button::ghost(words).icon(Icon::Tag).small(), name))
}
