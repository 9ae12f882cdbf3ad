//! Above the cards: their type, a search, and in which language and theme they are drawn.

use egui::{Ui, vec2};

use super::{GalleryPage, GalleryView, kind_face, search_id};
use crate::{
    campaign::{ContentType, Named},
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Choice, Select},
    },
    studio::gallery::Event,
    wording::text::Language,
};

/// Width of the search field, in points.
const SEARCH: f32 = 200.0;
/// Width of the choice of a language, in points.
const LANGUAGE: f32 = 124.0;
/// Width of the choice between light and dark, in points.
const THEME: f32 = 68.0;

impl GalleryPage {
    pub(super) fn toolbar(&mut self, ui: &mut Ui, view: GalleryView<'_>) {
        let words = self.kinds(view);
        let kinds = widgets::segmented_width(ui, &words.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>());
        let shown_in = view.text.t("gallery-shown-in");
        let label = ui
            .painter()
            .layout_no_wrap(shown_in.clone(), Type::Label.font(), palette(ui).text_muted);
        let looks = label.size().x + space::S + LANGUAGE + space::S + THEME;
        let room = ui.available_width();
        let one_row = kinds + SEARCH + looks + 2.0 * space::L <= room;
        ui.spacing_mut().item_spacing.x = space::S;
        ui.horizontal(|ui| {
            ui.set_height(height::CONTROL);
            self.kind_filter(ui, view, &words);
            let search = SEARCH.min(ui.available_width());
            ui.allocate_ui(vec2(search, height::CONTROL), |ui| self.search(ui, view));
            if one_row {
                ui.add_space((ui.available_width() - looks).max(0.0));
                self.looks(ui, view, &shown_in);
            }
        });
        if !one_row {
            ui.horizontal(|ui| {
                ui.set_height(height::CONTROL);
                self.looks(ui, view, &shown_in);
            });
        }
    }

    /// The types to narrow the cards to, with how many there are of each.
    fn kinds(&self, view: GalleryView<'_>) -> Vec<(Option<ContentType>, String)> {
        let counted = |kind: Option<ContentType>| {
            let key = kind.map_or("gallery-all", |kind| kind_face(kind).1);
            (kind, format!("{} {}", view.text.t(key), self.state.count(kind)))
        };
        let kinds = ContentType::ALL.iter().copied().map(Some);
        std::iter::once(None).chain(kinds).map(counted).collect()
    }

    fn kind_filter(&mut self, ui: &mut Ui, view: GalleryView<'_>, words: &[(Option<ContentType>, String)]) {
        let mut kind = self.state.kind();
        let options: Vec<_> = words.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        let name = view.text.t("gallery-kind");
        if widgets::segmented(ui, &name, &mut kind, &options).changed() {
            self.state.on(Event::Filter(kind));
        }
    }

    fn search(&mut self, ui: &mut Ui, view: GalleryView<'_>) {
        let mut wanted = self.state.wanted().to_owned();
        let name = view.text.t("gallery-search");
        if widgets::search_field(ui, search_id(), &mut wanted, &name).changed() {
            self.search_for(wanted);
        }
    }

    /// Narrows the cards to what is found by these words.
    pub(super) fn search_for(&mut self, wanted: String) {
        let choice = |point: &crate::studio::starting_point::StartingPoint| Choice {
            label: point.label.clone(),
            detail: point.when.clone(),
            words: point.campaign.name.clone(),
            ..Choice::default()
        };
        let choices: Vec<Choice> = self.state.points().iter().map(choice).collect();
        let found = widgets::ranked(&choices, &wanted);
        self.state.on(Event::Search(wanted, found));
    }

    /// In which language, and whether light or dark.
    fn looks(&mut self, ui: &mut Ui, view: GalleryView<'_>, shown_in: &str) {
        let text = view.text;
        ui.label(Type::Label.text(shown_in, palette(ui).text_muted));
        let language = self.state.language();
        let chosen = Select::new(&text.t("gallery-language"), language.own_name())
            .width(LANGUAGE)
            .show(ui, || {
                let choice = |other: &Language| Choice {
                    label: other.own_name().to_owned(),
                    chosen: *other == language,
                    ..Choice::default()
                };
                Language::ALL.iter().map(choice).collect()
            });
        if let Some(language) = chosen.and_then(|index| Language::ALL.get(index)) {
            self.state.on(Event::Language(*language));
            let wanted = self.state.wanted().to_owned();
            self.search_for(wanted);
        }
        let mut dark = self.state.is_dark();
        let words = [text.t("look-theme-light"), text.t("look-theme-dark")];
        let options = [(false, Icon::Sun, &*words[0]), (true, Icon::Moon, &*words[1])];
        if widgets::segmented_icons(ui, &text.t("gallery-theme"), &mut dark, &options).changed() {
            self.state.on(Event::Dark(dark));
        }
    }
}
