//! The languages of the message: which one is being written, how much of it is missing, and the way to add one.

use egui::Ui;

use super::line::Line;
use crate::{
    campaign::{Content, LANGUAGES, same_language},
    desktop::{
        editor::{
            desk::Desk,
            languages::{Named, choose},
        },
        theme::{Icon, space},
        widgets,
    },
    studio::{action::Action, speaking},
    wording::language_label,
};

/// Shows the languages, the campaign's own first.
pub(super) fn show(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let label = desk.t("editor-languages");
    let tip = desk.t("editor-languages-help");
    Line::new(&label).tip(&tip).show(ui, |ui, _| {
        if !content.translations.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                chips(ui, content, desk);
            });
        }
        add(ui, content, desk);
        for place in ["/content/translations", "/content/language"] {
            for finding in desk.findings_exactly(place) {
                widgets::finding_line(ui, finding.tone(), &finding.line());
            }
        }
        let tag = desk.ctx.speaks;
        for finding in tag.into_iter().flat_map(|tag| desk.findings_exactly_in(tag)) {
            widgets::finding_line(ui, finding.tone(), &finding.line());
        }
    });
    if desk.ctx.speaks.is_none() && (!content.translations.is_empty() || content.language.is_some()) {
        own(ui, content, desk);
    }
}

/// Shows the languages there are; the one that is being written is chosen.
fn chips(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let words = desk.ctx.text.language();
    let own = content.language.as_deref().or(desk.ctx.usual_language);
    let own = own.map_or_else(|| desk.t("editor-language-own"), |tag| language_label(tag, words));
    let own = desk.t1("editor-language-is-own", "language", own);
    if widgets::language_chip(ui, &own, "", desk.ctx.speaks.is_none()).clicked() {
        desk.actions.send(Action::Speak(None));
    }
    for translation in &content.translations {
        let name = language_label(&translation.tag, words);
        let missing = match speaking::missing(content, translation) {
            0 => String::new(),
            missing => desk.t1("editor-language-missing", "count", missing),
        };
        let chosen = desk.ctx.speaks.is_some_and(|tag| same_language(tag, &translation.tag));
        if widgets::language_chip(ui, &name, &missing, chosen).clicked() {
            desk.actions.send(Action::Speak(Some(translation.tag.clone())));
        }
    }
    let Some(tag) = desk.ctx.speaks else { return };
    let name = desk.t1("editor-language-remove", "language", language_label(tag, words));
    if widgets::icon_button(ui, Icon::Trash2, &name).clicked() {
        content.translations.retain(|other| !same_language(&other.tag, tag));
        desk.actions.send(Action::Speak(None));
        desk.structural("editor-step-language-remove");
    }
}

/// Shows the choice of a further language.
fn add(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let name = desk.t("editor-language-add");
    let own = content.language.as_deref().or(desk.ctx.usual_language);
    let has = |tag: &str| content.translation(tag).is_some() || own.is_some_and(|own| same_language(own, tag));
    let free: Vec<(&str, bool)> = LANGUAGES
        .iter()
        .map(|choice| (choice.id, false))
        .filter(|(tag, _)| !has(tag))
        .collect();
    let named = Named {
        name: &name,
        shown: &name,
    };
    let id = ui.next_auto_id();
    let picked = choose(ui, named, "", &free, desk);
    desk.arrive_exactly(ui, "/content/translations", id, ui.min_rect());
    let Some((tag, _)) = picked.and_then(|index| free.get(index)) else {
        return;
    };
    content.translation_mut(tag);
    desk.actions.send(Action::Speak(Some((*tag).to_owned())));
    desk.structural("editor-step-language-add");
}

/// Shows in which language the campaign itself is written.
fn own(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let words = desk.ctx.text.language();
    let label = desk.t("editor-language-written-in");
    let site = match desk.ctx.usual_language {
        Some(usual) => desk.t1("editor-language-as-site", "language", language_label(usual, words)),
        None => desk.t("site-language-none"),
    };
    let shown = match &content.language {
        Some(tag) => language_label(tag, words),
        None => site.clone(),
    };
    let chosen = content.language.clone();
    let is = |tag: &str| chosen.as_deref().is_some_and(|own| same_language(own, tag));
    let picked = Line::new(&label).show(ui, |ui, _| {
        let id = ui.next_auto_id();
        let mut all = vec![("", chosen.is_none())];
        all.extend(LANGUAGES.iter().map(|choice| (choice.id, is(choice.id))));
        let named = Named {
            name: &label,
            shown: &shown,
        };
        let picked = choose(ui, named, &site, &all, desk);
        desk.arrive_exactly(ui, "/content/language", id, ui.min_rect());
        picked
            .and_then(|index| all.get(index))
            .map(|(tag, _)| (*tag).to_owned())
    });
    let Some(tag) = picked.0 else { return };
    content.language = Some(tag).filter(|tag| !tag.is_empty());
    desk.structural("editor-step-language");
}
