//! The choice of a language, and the languages of a site: its own, and those into which its campaigns are translated.

use egui::Ui;

use super::desk::Desk;
use crate::{
    campaign::{LANGUAGES, SiteLanguages, same_language},
    desktop::{
        theme::{Icon, space},
        widgets::{self, Button, Choice, Select},
    },
    wording::language_label,
};

/// The name of a change of a site's languages.
const STEP: &str = "site-step-languages";
/// Width of a choice, in points.
const WIDTH: f32 = 240.0;

/// What a choice among languages is called, and what it shows while it is closed.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) name: &'a str,
    pub(super) shown: &'a str,
}

/// Shows a choice among languages, by their tags and whether they are chosen; an empty tag is called `none`.
pub(super) fn choose(
    ui: &mut Ui,
    Named { name, shown }: Named<'_>,
    none: &str,
    tags: &[(&str, bool)],
    desk: &Desk<'_, '_>,
) -> Option<usize> {
    let words = desk.ctx.text.language();
    let search = desk.t("editor-language-search");
    let nothing = desk.t("editor-language-not-found");
    let nearest = desk.t("select-nearest");
    let select = Select::new(name, shown)
        .searchable(&search)
        .when_nothing_is_found(&nothing, &nearest)
        .list_width(220.0);
    select.show(ui, || {
        let choice = |(tag, chosen): &(&str, bool)| Choice {
            label: match *tag {
                "" => none.to_owned(),
                tag => language_label(tag, words),
            },
            chosen: *chosen,
            words: (*tag).to_owned(),
            ..Choice::default()
        };
        tags.iter().map(choice).collect()
    })
}

/// Shows the languages of a site.
pub(super) fn show(ui: &mut Ui, languages: &mut SiteLanguages, desk: &mut Desk<'_, '_>) {
    let words = desk.ctx.text.language();
    let label = desk.t("site-language-default");
    widgets::field_label(ui, &label);
    let none = desk.t("site-language-none");
    let shown = languages.default.as_deref().map(|tag| language_label(tag, words));
    let shown = shown.unwrap_or_else(|| none.clone());
    let chosen = languages.default.clone();
    let is = |tag: &str| chosen.as_deref().is_some_and(|own| same_language(own, tag));
    let mut tags = vec![("", chosen.is_none())];
    tags.extend(LANGUAGES.iter().map(|choice| (choice.id, is(choice.id))));
    let picked = narrow(ui, |ui| {
        let id = ui.next_auto_id();
        let named = Named {
            name: &label,
            shown: &shown,
        };
        let picked = choose(ui, named, &none, &tags, desk);
        desk.arrive(ui, "/languages/default", id, ui.min_rect());
        picked
    });
    lines(ui, "/languages/default", desk);
    if let Some((tag, _)) = picked.and_then(|index| tags.get(index)) {
        languages.default = Some((*tag).to_owned()).filter(|tag| !tag.is_empty());
        desk.structural(STEP);
    }
    ui.add_space(space::XS);
    others(ui, languages, desk);
}

fn others(ui: &mut Ui, languages: &mut SiteLanguages, desk: &mut Desk<'_, '_>) {
    let words = desk.ctx.text.language();
    let label = desk.t("site-language-others");
    widgets::field_label(ui, &label);
    let mut gone = None;
    if !languages.others.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (index, tag) in languages.others.iter().enumerate() {
                let name = language_label(tag, words);
                let remove = desk.t1("site-language-remove", "language", name.as_str());
                let chip = ui.add(Button::secondary(&name).icon(Icon::X).small());
                desk.arrive(ui, &format!("/languages/others/{index}"), chip.id, chip.rect);
                if chip.accessible_name(&remove).clicked() {
                    gone = Some(index);
                }
            }
        });
    }
    for index in 0..languages.others.len() {
        lines(ui, &format!("/languages/others/{index}"), desk);
    }
    if let Some(index) = gone {
        languages.others.remove(index);
        desk.structural(STEP);
    }
    let has = |tag: &str| {
        let all = languages.default.iter().chain(&languages.others);
        all.into_iter().any(|other| same_language(other, tag))
    };
    let free: Vec<(&str, bool)> = LANGUAGES
        .iter()
        .map(|choice| (choice.id, false))
        .filter(|(tag, _)| !has(tag))
        .collect();
    let add = desk.t("editor-language-add");
    let picked = narrow(ui, |ui| {
        let named = Named {
            name: &add,
            shown: &add,
        };
        choose(ui, named, "", &free, desk)
    });
    widgets::help_line(ui, &desk.t("site-language-help"));
    if let Some((tag, _)) = picked.and_then(|index| free.get(index)) {
        languages.others.push((*tag).to_owned());
        desk.structural(STEP);
    }
}

fn narrow<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.set_max_width(WIDTH);
        content(ui)
    })
    .inner
}

/// Shows what is wrong at a place.
fn lines(ui: &mut Ui, place: &str, desk: &Desk<'_, '_>) {
    for (tone, line) in desk.ctx.analysis.lines_at(place) {
        widgets::finding_line(ui, tone, &line);
    }
}
