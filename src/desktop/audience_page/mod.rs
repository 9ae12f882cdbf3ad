//! The page of saved audiences, in the middle of the window: all of them with who uses them, or one to be edited.
//!
//! It changes a copy of the audience and names each change; what that leads to is decided in [`crate::studio::audiences`].

mod list;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use egui::{Align, Id, Layout, Ui};

use super::{
    editor::{self, EditorContext, Kept, Pictures},
    theme::{Icon, Type, height, palette, space},
    widgets::{self, Button, Card, Field},
};
use crate::{
    campaign::{Look, SavedAudience, SavedAudiences},
    insight::{Severity, check_audience},
    studio::{
        action::{Action, Actions},
        analysis::Analysis,
        audiences::{AudienceDesk, OpenAudience, User, Users},
        command::Command,
        finding_line::FindingLine,
        inspector::Folds,
        outline::Outline,
        publishing::LaunchView,
        session::Edit,
        shelf::KnownKeys,
        site::Saving,
        to_do::Kind,
        tone::Tone,
        trouble::{InWords, Words},
    },
    wording::text::{Language, Text},
};

/// The state of the page.
#[derive(Default)]
pub struct AudiencePage {
    outline: Outline,
    folds: Folds,
    /// The name of the audience that the user is asked about before it is deleted.
    asked: Option<String>,
    /// Whether the list was asked for.
    closed: bool,
    /// Whether the name gets the keyboard in the next frame.
    begins: bool,
}

/// What the page shows.
pub struct AudienceView<'a> {
    /// The saved audiences.
    pub desk: &'a AudienceDesk,
    /// Who uses each of them.
    pub users: &'a Users,
    /// Whether there is something to undo, and to redo.
    pub history: [bool; 2],
    /// The name of the open campaign; `None` when none is open.
    pub campaign: Option<&'a str>,
    /// The library's pictures.
    pub pictures: &'a dyn Pictures,
    /// The keys that the library's campaigns ask about, to choose from.
    pub keys: &'a KnownKeys,
    /// The present instant.
    pub now: DateTime<Utc>,
    /// The words.
    pub text: &'a Text,
}

impl AudienceView<'_> {
    fn users(&self, name: &str) -> &[User] {
        self.users.of_audience(name)
    }

    /// How many campaigns use an audience, in words.
    fn used_words(&self, name: &str) -> String {
        let count = self.users(name).len();
        self.text.tv("audience-used", &[("count", count.into())])
    }
}

impl AudiencePage {
    /// Begins to edit another audience.
    pub fn begin(&mut self) {
        *self = Self {
            begins: true,
            ..Self::default()
        };
    }

    /// Whether the list was asked for; only once.
    pub fn take_closed(&mut self) -> bool {
        std::mem::take(&mut self.closed)
    }

    /// Shows the line above the page, which does not scroll, with so much room at each side.
    pub fn head(&mut self, ui: &mut Ui, beside: f32, view: &AudienceView<'_>, actions: &mut Actions) {
        let (p, text) = (palette(ui), view.text);
        let side = beside as i8;
        let margin = egui::Margin {
            left: side,
            right: side,
            top: 12,
            bottom: 4,
        };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_height(height::CONTROL);
                let open = view.desk.open();
                let (words, tip) = match (open, view.campaign) {
                    (Some(_), _) => (text.t("audience-all"), "Esc".to_owned()),
                    (None, Some(name)) => (text.t("checks-back"), format!("{name} (Esc)")),
                    (None, None) => (text.t("checks-close"), "Esc".to_owned()),
                };
                let back = Button::secondary(words).icon(Icon::ArrowLeft).small();
                let pressed = ui.add(back).on_hover_text(tip).clicked() || widgets::escaped(ui);
                match open {
                    Some(_) if pressed => self.closed = true,
                    None if pressed => actions.command(Command::Audiences),
                    Some(_) | None => {}
                }
                ui.add_space(space::XS);
                ui.label(Type::Title.text(text.t("command-audiences"), p.text));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some(open) = open {
                        history(ui, view, actions);
                        let (key, tone) = match open.saving() {
                            Saving::Done => ("save-done", Tone::Neutral),
                            Saving::Running => ("save-running", Tone::Neutral),
                            Saving::Failed => ("save-not", Tone::Danger),
                        };
                        ui.add_space(space::S);
                        ui.label(Type::Small.text(text.t(key), tone.color(p)));
                    }
                });
            });
        });
    }

    /// Shows the page; the caller scrolls. Returns the open audience as it was changed in this frame, and the name of the change.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &AudienceView<'_>,
        actions: &mut Actions,
    ) -> Option<(SavedAudience, Edit)> {
        ui.spacing_mut().item_spacing.y = space::S;
        if let Some(trouble) = view.desk.trouble() {
            let Words { what, hint, .. } = trouble.words(view.text);
            widgets::notice(
                ui,
                Tone::Danger,
                Icon::CircleAlert,
                &view.text.t("audiences-unreadable"),
                |ui| {
                    let words = Type::Body.text(format!("{what}. {hint}"), palette(ui).text);
                    ui.add(egui::Label::new(words).wrap());
                    ui.add_space(space::XS);
                    if ui.add(Button::secondary(view.text.t("save-again")).small()).clicked() {
                        actions.send(Action::ReadAudiences);
                    }
                },
            );
        }
        match view.desk.open() {
            Some(open) => self.one(ui, open, view, actions),
            None => {
                self.list(ui, view, actions);
                None
            }
        }
    }

    /// Shows the audience that is being edited.
    fn one(
        &mut self,
        ui: &mut Ui,
        open: &OpenAudience,
        view: &AudienceView<'_>,
        actions: &mut Actions,
    ) -> Option<(SavedAudience, Edit)> {
        let text = view.text;
        conflict(ui, open, text, actions);
        if open.saving() == Saving::Failed && open.conflict().is_none() {
            let again = ui.add(Button::secondary(text.t("save-again")).small());
            if again.clicked() {
                actions.send(Action::ReadAudiences);
            }
        }
        used(ui, view.users(open.name()), text, actions);
        ui.add_space(space::XS);
        let mut audience = open.audience().clone();
        let mut edit = self.words(ui, &mut audience, text);
        gap(ui);
        let analysis = Analysis {
            findings: findings(&audience, text.language()),
            ..Analysis::default()
        };
        let (usual, none) = (Look::default(), SavedAudiences::default());
        let context = EditorContext {
            text,
            analysis: &analysis,
            site: &usual,
            site_name: "",
            usual_language: None,
            speaks: None,
            dark: false,
            can_crop: false,
            pictures: view.pictures,
            launch: &LaunchView::default(),
            today: view.now.date_naive().max(NaiveDate::MIN),
            keys: view.keys,
            audiences: &none,
            uses: &|_| 0,
            refers: false,
            left: &HashMap::new(),
            in_log: None,
            focus: None,
            reveal: None,
        };
        let kept = Kept {
            outline: &mut self.outline,
            folds: &mut self.folds,
        };
        edit = editor::show_saved_audience(ui, &mut audience.audience, &context, kept, actions).or(edit);
        gap(ui);
        self.deletion(ui, open.name(), view, actions);
        edit.map(|edit| (audience, edit))
    }

    /// Shows its name and its description; returns the name of the change in this frame.
    fn words(&mut self, ui: &mut Ui, audience: &mut SavedAudience, text: &Text) -> Option<Edit> {
        let (label, hint) = (text.t("audience-name"), text.t("audience-name-hint"));
        let (about, about_hint) = (text.t("audience-description"), text.t("audience-description-hint"));
        let mut description = audience.description.clone().unwrap_or_default();
        let missing = [(Tone::Danger, text.t("name-missing"))];
        let is_missing = audience.name.trim().is_empty();
        let begins = std::mem::take(&mut self.begins);
        let (named, described) = Card::new("")
            .show(ui, |ui| {
                let field = Field::new(&label, &mut audience.name)
                    .id(Id::unique("name of the audience"))
                    .placeholder(&hint);
                let field = if is_missing { field.findings(&missing) } else { field };
                let named = field.show(ui).response;
                if begins {
                    named.request_focus();
                }
                ui.add_space(space::S);
                let described = Field::new(&about, &mut description)
                    .id(Id::unique("description of the audience"))
                    .placeholder(&about_hint)
                    .rows(2)
                    .show(ui)
                    .response;
                (named.changed(), described.changed())
            })
            .inner;
        if described {
            audience.description = Some(description).filter(|words| !words.trim().is_empty());
            return Some(Edit::Typed("audience-step-description", "/description".to_owned()));
        }
        named.then(|| Edit::Typed("audience-step-name", "/name".to_owned()))
    }

    /// Shows the way to delete it; if campaigns use it, after a question.
    fn deletion(&mut self, ui: &mut Ui, name: &str, view: &AudienceView<'_>, actions: &mut Actions) {
        let text = view.text;
        if self.asked.as_deref() == Some(name) {
            let count = view.users(name).len();
            let title = text.tv("audience-delete-used", &[("count", count.into())]);
            widgets::notice(ui, Tone::Warning, Icon::CircleAlert, &title, |ui| {
                let words = Type::Body.text(text.t("audience-delete-used-help"), palette(ui).text);
                ui.add(egui::Label::new(words).wrap());
                ui.add_space(space::XS);
                ui.horizontal(|ui| {
                    if ui.add(Button::danger(text.t("audience-delete-do")).small()).clicked() {
                        self.asked = None;
                        actions.send(Action::DeleteAudience(name.to_owned()));
                    }
                    if ui.add(Button::secondary(text.t("cancel")).small()).clicked() {
                        self.asked = None;
                    }
                });
            });
            return;
        }
        let title = view.desk.title(name);
        let spoken = text.tv("audience-delete-name", &[("name", title.into())]);
        let button = Button::ghost(text.t("audience-delete")).icon(Icon::Trash2).small();
        if ui.add(button).accessible_name(spoken).clicked() {
            self.want_deletion(name, view, actions);
        }
    }

    /// Deletes an audience that nobody uses, and asks about any other.
    fn want_deletion(&mut self, name: &str, view: &AudienceView<'_>, actions: &mut Actions) {
        match view.users(name).is_empty() {
            true => actions.send(Action::DeleteAudience(name.to_owned())),
            false => self.asked = Some(name.to_owned()),
        }
    }
}

fn history(ui: &mut Ui, view: &AudienceView<'_>, actions: &mut Actions) {
    for (command, icon, can) in [
        (Command::Redo, Icon::Redo2, view.history[1]),
        (Command::Undo, Icon::Undo2, view.history[0]),
    ] {
        let name = view.text.t(&command.label_key());
        let tip = format!("{name} ({})", command.keys_text(ui.ctx()));
        let button = ui.add_enabled_ui(can, |ui| widgets::icon_button(ui, icon, &tip)).inner;
        if button.accessible_name(name).clicked() {
            actions.command(command);
        }
    }
}

/// Shows that another program changed the file, and the choice.
fn conflict(ui: &mut Ui, open: &OpenAudience, text: &Text, actions: &mut Actions) {
    let Some(theirs) = open.conflict() else { return };
    let (title, take) = match theirs {
        Some(_) => ("audience-conflict", "audience-take-theirs"),
        None => ("audience-gone", "audience-let-go"),
    };
    widgets::notice(ui, Tone::Warning, Icon::GitMerge, &text.t(title), |ui| {
        ui.horizontal(|ui| {
            if ui
                .add(Button::secondary(text.t("audience-keep-mine")).small())
                .clicked()
            {
                actions.send(Action::ChooseAudience(true));
            }
            if ui.add(Button::secondary(text.t(take)).small()).clicked() {
                actions.send(Action::ChooseAudience(false));
            }
        });
    });
}

/// Shows who uses it, each a way to that campaign.
fn used(ui: &mut Ui, users: &[User], text: &Text, actions: &mut Actions) {
    let p = palette(ui);
    let words = text.tv("audience-used", &[("count", users.len().into())]);
    if users.is_empty() {
        ui.label(Type::Small.text(words, p.text_muted));
        return;
    }
    widgets::notice(ui, Tone::Neutral, Icon::Users, &words, |ui| {
        let help = Type::Small.text(text.t("audience-used-help"), p.text_muted);
        ui.add(egui::Label::new(help).wrap());
        ui.horizontal_wrapped(|ui| {
            for user in users {
                if ui.add(Button::link(user.name.clone()).small()).clicked() {
                    actions.send(Action::Open(user.path.clone()));
                }
            }
        });
    });
}

/// What is wrong with it, and what deserves a look.
fn findings(audience: &SavedAudience, language: Language) -> Vec<FindingLine> {
    let line = |finding: &crate::insight::Finding| {
        let kind = match finding.severity() {
            _ if finding.problem.is_missing() => Kind::ToDo,
            Severity::Error => Kind::Blocker,
            Severity::Warning => Kind::Advice,
        };
        FindingLine::of(finding, kind, language)
    };
    check_audience(audience, None).iter().map(line).collect()
}

/// Between two cards, together with the space that follows every part.
fn gap(ui: &mut Ui) {
    ui.add_space(space::L - space::S);
}
