//! What publishing the site document changes, and where; and the choice between it and somebody else's.

use std::sync::Arc;

use egui::Ui;

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, list_height, sentence},
};
use crate::{
    campaign::SiteDocument,
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    publish::Choice,
    studio::publishing::{ChangeLine, SiteAct, SiteLaunch, site_changes},
    wording::Language,
};

const WIDTH: f32 = 640.0;

/// Shows what publishing changes before it is published.
pub struct SiteChangesDialog {
    launch: Arc<SiteLaunch>,
    /// Whether something has to be corrected first.
    is_blocked: bool,
}

impl SiteChangesDialog {
    /// For what the page of the site shows.
    pub fn new(launch: Arc<SiteLaunch>, is_blocked: bool) -> Self {
        Self { launch, is_blocked }
    }

    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "site changes",
            title: &text.t("site-changes-title"),
            width: WIDTH,
        };
        let shown = shell.show(ctx, |ui| {
            let place = self.launch.place_name(text);
            let key = match self.launch.lacks_place {
                true => "launch-choose-connection",
                false => "site-changes-where",
            };
            sentence(ui, &text.tv(key, &[("place", place.into())]), palette(ui).text);
            if let Some(place) = &self.launch.place {
                let address = place.url.trim_end_matches('/');
                ui.label(Type::Small.text(address, palette(ui).text_muted));
            }
            ui.add_space(space::M);
            // Of what was never published from here, nobody knows what is live.
            let before = match self.launch.is_known {
                true => "site-changes-live",
                false => "site-changes-before",
            };
            list(
                ui,
                &self.launch.changes,
                &[text.t(before), text.t("site-changes-draft")],
            );
            let can = self.launch.act() == SiteAct::Publish && !self.is_blocked;
            let (publish, close) = buttons(ui, &text.t("site-publish"), can, &text.t("close"));
            match (publish, close) {
                (true, _) => Some(Answer::PublishSite),
                (false, true) => Some(Answer::Cancel),
                (false, false) => None,
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}

/// Asks which version of the site document continues.
pub struct SiteConflictDialog {
    connection: String,
    place: String,
    theirs: Box<SiteDocument>,
    changes: Vec<ChangeLine>,
}

impl SiteConflictDialog {
    /// For what the library says, `mine`, and `theirs` at the connection of this identity, called `place`.
    pub fn new(
        mine: &SiteDocument,
        theirs: Box<SiteDocument>,
        connection: String,
        place: String,
        language: Language,
    ) -> Self {
        Self {
            changes: site_changes(Some(&theirs), mine, language),
            connection,
            place,
            theirs,
        }
    }

    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "site conflict",
            title: &text.t("site-clash-title"),
            width: WIDTH,
        };
        let shown = shell.show(ctx, |ui| {
            let words = text.tv("site-clash-changed", &[("place", self.place.as_str().into())]);
            sentence(ui, &words, palette(ui).text_muted);
            ui.add_space(space::M);
            if self.changes.is_empty() {
                ui.label(Type::Small.text(text.t("clash-same"), palette(ui).text_muted));
            }
            list(
                ui,
                &self.changes,
                &[text.t("clash-theirs-head"), text.t("clash-mine-head")],
            );
            ui.add_space(space::L);
            self.choices(ui, view)
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn choices(&self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let mut answer = None;
        let mut choice = |ui: &mut Ui, button: Button, detail: &str, choice: Choice| {
            if ui.add(button.fill_width()).clicked() {
                answer = Some(Answer::ResolveSite {
                    connection: self.connection.clone(),
                    theirs: self.theirs.clone(),
                    choice,
                });
            }
            ui.label(Type::Caption.text(text.t(detail), palette(ui).text_faint));
            ui.add_space(space::XS);
        };
        let mine = Button::primary(text.t("clash-keep-mine")).icon(Icon::Rocket);
        choice(ui, mine, "site-clash-mine-detail", Choice::KeepMine);
        let theirs = Button::secondary(text.t("clash-take-theirs")).icon(Icon::Download);
        choice(ui, theirs, "site-clash-theirs-detail", Choice::TakeTheirs);
        if ui.add(Button::ghost(text.t("clash-later")).fill_width()).clicked() {
            answer = Some(Answer::Cancel);
        }
        answer
    }
}

/// The changes, with a head for each side.
fn list(ui: &mut Ui, changes: &[ChangeLine], heads: &[String; 2]) {
    if changes.is_empty() {
        return;
    }
    let tallest = list_height(ui, 420.0, 120.0);
    widgets::change_list(ui, [&heads[0], &heads[1]], changes, tallest);
}
