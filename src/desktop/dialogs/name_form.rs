//! A name that is asked for, which must not stay empty.

use egui::{
    Id, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use super::shell::{buttons, entered};
use crate::{desktop::widgets::Field, studio::tone::Tone, wording::text::Text};

/// What is typed, and how far it has come.
#[derive(Debug, Default)]
pub(super) struct NameForm {
    /// What is typed.
    pub name: String,
    seen: bool,
    /// Whether Enter or the button was pressed without a name.
    missing: bool,
}

/// The words around the field.
pub(super) struct NameWords<'a> {
    /// The identity of the field.
    pub id: Id,
    /// Its label.
    pub label: &'a str,
    /// What it shows while it is empty.
    pub hint: &'a str,
    /// What is said below it; may be empty.
    pub help: &'a str,
    /// The button that takes the name.
    pub act: &'a str,
}

/// What becomes of a name.
#[derive(Debug)]
pub(super) enum Named {
    /// It is still typed.
    Typing,
    /// There will be none.
    Cancelled,
    /// It is this, without blanks at its ends.
    As(String),
}

impl NameForm {
    /// With this name to begin with.
    pub(super) fn of(name: String) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// Shows the field and the two buttons. `warned` is said of the name unless it is missing.
    pub(super) fn show(&mut self, ui: &mut Ui, words: &NameWords<'_>, warned: Option<String>, text: &Text) -> Named {
        let said: Vec<(Tone, String)> = match self.missing {
            true => vec![(Tone::Danger, text.t("name-missing"))],
            false => warned.into_iter().map(|words| (Tone::Warning, words)).collect(),
        };
        let field = Field::new(words.label, &mut self.name)
            .id(words.id)
            .placeholder(words.hint);
        let field = match words.help {
            "" => field,
            help => field.help(help),
        };
        let shown = field.findings(&said).show(ui).response;
        if !std::mem::replace(&mut self.seen, true) {
            shown.request_focus();
            select_all(ui, words.id, &self.name);
        }
        if shown.changed() {
            self.missing = false;
        }
        let entered = shown.lost_focus() && entered(ui);
        let (acted, cancel) = buttons(ui, words.act, true, &text.t("cancel"));
        if cancel {
            return Named::Cancelled;
        }
        if !(acted || entered) {
            return Named::Typing;
        }
        let name = self.name.trim();
        if name.is_empty() {
            // The next input is the name.
            self.missing = true;
            shown.request_focus();
            return Named::Typing;
        }
        Named::As(name.to_owned())
    }
}

/// Selects what is in a field, so that typing replaces it.
fn select_all(ui: &Ui, field: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field);
}
