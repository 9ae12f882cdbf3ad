//! One connection: name, address, token, and whether it works.

use egui::{Id, Ui};

use super::{Answer, DialogView, shell::buttons};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Field},
    },
    publish::{Connection, Token, check_address, is_same_server},
    studio::{
        publishing::Trial,
        tone::Tone,
        trouble::{self, InWords, Trouble},
    },
    wording::text::Text,
};

/// The typed values of one connection.
#[derive(Default)]
pub(super) struct ConnectionForm {
    /// The identity; `None` for a new one.
    id: Option<String>,
    name: String,
    url: String,
    /// The address that the kept token is for.
    kept_for: Option<String>,
    token: String,
    trial: Trying,
    /// Why it could not be saved.
    error: Option<Trouble>,
    saving: bool,
    seen: bool,
}

/// The state of the trial.
#[derive(Debug, Default)]
enum Trying {
    #[default]
    NotYet,
    Running,
    Done(trouble::Result<Trial>),
}

impl std::fmt::Debug for ConnectionForm {
    /// Without the token.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ConnectionForm")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

impl ConnectionForm {
    /// For a connection that is there.
    pub(super) fn of(connection: &Connection) -> Self {
        Self {
            id: Some(connection.id.clone()),
            name: connection.name.clone(),
            url: connection.url.clone(),
            kept_for: Some(connection.url.clone()),
            ..Self::default()
        }
    }

    pub(super) fn is_new(&self) -> bool {
        self.id.is_none()
    }

    pub(super) fn tried(&mut self, trial: trouble::Result<Trial>) {
        self.trial = Trying::Done(trial);
    }

    pub(super) fn failed(&mut self, error: Trouble) {
        self.saving = false;
        self.error = Some(error);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        ui.spacing_mut().item_spacing.y = space::S;
        self.fields(ui, text);
        ui.add_space(space::XS);
        let tried = self.trial_line(ui, text);
        if let Some(error) = &self.error {
            let line = error.words(text).line(text);
            widgets::finding_line(ui, Tone::Danger, &line);
        }
        let ready = self.is_ready() && !self.saving;
        let (save, cancel) = buttons(ui, &text.t("connection-save"), ready, &text.t("cancel"));
        if save {
            self.saving = true;
            self.error = None;
            return Some(Answer::SaveConnection(self.connection(), Token::new(&self.token)));
        }
        if tried {
            self.trial = Trying::Running;
            return Some(Answer::TryConnection(self.connection(), Token::new(&self.token)));
        }
        cancel.then_some(Answer::Cancel)
    }

    fn fields(&mut self, ui: &mut Ui, text: &Text) {
        let name = Field::new(&text.t("connection-name"), &mut self.name)
            .id(Id::unique("connection's name"))
            .placeholder(&text.t("connection-name-hint"))
            .show(ui);
        if !std::mem::replace(&mut self.seen, true) {
            name.response.request_focus();
        }
        let findings = self.address_findings(text);
        let url = Field::new(&text.t("connection-url"), &mut self.url)
            .id(Id::unique("connection's address"))
            .placeholder("https://campaigns.example.com")
            .help(&text.t("connection-url-help"))
            .findings(&findings)
            .show(ui);
        let help = text.t(if self.has_kept_token() {
            "connection-token-keep"
        } else {
            "connection-token-help"
        });
        let wrong: Vec<(Tone, String)> = (!self.token.trim().is_empty() && Token::new(&self.token).is_none())
            .then(|| (Tone::Danger, text.t("connection-token-wrong")))
            .into_iter()
            .collect();
        let token = Field::new(&text.t("connection-token"), &mut self.token)
            .id(Id::unique("connection's token"))
            .help(&help)
            .findings(&wrong)
            .secret()
            .show(ui);
        if url.response.changed() || token.response.changed() {
            self.trial = Trying::NotYet;
        }
    }

    fn address_findings(&self, text: &Text) -> Vec<(Tone, String)> {
        if self.url.trim().is_empty() {
            return Vec::new();
        }
        match check_address(&self.url) {
            Ok(address) if address.unencrypted => vec![(Tone::Warning, text.t("connection-unencrypted"))],
            Ok(_) => Vec::new(),
            Err(_) => vec![(Tone::Danger, text.t("connection-url-wrong"))],
        }
    }

    /// Whether a token is kept for the server at this address: another one needs its own.
    fn has_kept_token(&self) -> bool {
        let kept_for = self.kept_for.as_deref();
        kept_for.is_some_and(|kept_for| is_same_server(kept_for, &self.url))
    }

    fn is_ready(&self) -> bool {
        let token = Token::new(&self.token).is_some() || (self.has_kept_token() && self.token.trim().is_empty());
        !self.name.trim().is_empty() && check_address(&self.url).is_ok() && token
    }

    /// Returns the connection as typed.
    fn connection(&self) -> Connection {
        Connection {
            // The app assigns the identity of a new one.
            id: self.id.clone().unwrap_or_default(),
            name: self.name.trim().to_owned(),
            url: check_address(&self.url).map(|address| address.url).unwrap_or_default(),
        }
    }

    /// Shows the trial button and the result; true when it was pressed.
    fn trial_line(&self, ui: &mut Ui, text: &Text) -> bool {
        let p = palette(ui);
        let can = check_address(&self.url).is_ok() && !matches!(self.trial, Trying::Running);
        let can = can && (Token::new(&self.token).is_some() || self.has_kept_token());
        ui.horizontal_top(|ui| {
            let button = Button::secondary(text.t("connection-try"))
                .icon(Icon::RefreshCw)
                .small();
            let pressed = ui.add_enabled(can, button).clicked();
            let (tone, words) = match &self.trial {
                Trying::NotYet => return pressed,
                Trying::Running => (Tone::Neutral, text.t("connection-trying")),
                Trying::Done(Ok(trial)) => trial_words(trial, text),
                Trying::Done(Err(trouble)) => (Tone::Danger, trouble.words(text).line(text)),
            };
            ui.vertical(|ui| {
                ui.add_space(5.0);
                ui.add(egui::Label::new(Type::Small.text(words, tone.color(p))).wrap());
            });
            pressed
        })
        .inner
    }
}

fn trial_words(trial: &Trial, text: &Text) -> (Tone, String) {
    match trial {
        Trial::Fine(count) => (Tone::Success, text.tv("try-fine", &[("count", (*count).into())])),
        Trial::Wrong(key) => (Tone::Danger, text.t(key)),
        Trial::Status(status) => {
            let status = status.to_string();
            (Tone::Danger, text.tv("try-status", &[("status", status.into())]))
        }
    }
}
