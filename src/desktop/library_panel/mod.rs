//! The left panel: the campaigns of the library, searched, narrowed to a state, opened and handled.

mod brand;
mod filter;
mod foot;
mod pictures;
mod rail;
mod row;
mod several;
mod site;
mod trouble;

use std::{path::Path, sync::Arc};

use egui::{Id, ScrollArea, Ui};

use super::{
    theme::{Icon, Type, height, palette, space},
    widgets::{self, Button, Follow},
};
use crate::{
    popup::{Brand, Scene},
    studio::{
        action::{Action, Actions},
        command::Command,
        publishing::{ConnectionState, Published},
        selection::{Press, Selection, Together},
        shelf::{Filter, Shelf, Sort},
    },
    wording::text::Text,
};
use pictures::RowPictures;
pub use pictures::Wanted;
pub use trouble::FolderTrouble;

/// Height of the part below the list: the bin, the connection, the folder.
const FOOT: f32 = 112.0;

/// What can be done with the selected campaigns.
#[derive(Debug, Default)]
struct Offers {
    /// The revisions of shelf and selection that it is of.
    of: [u64; 2],
    list: Vec<(Together, usize)>,
}

/// The state of the panel: what it shows of the list, and what is selected.
#[derive(Default)]
pub struct LibraryPanel {
    /// Which campaigns the list shows, and in which order.
    pub filter: Filter,
    /// The campaigns that are selected.
    pub selection: Selection,
    /// The places of the shelf that the list shows, for the shelf's revision and the filter that they are of.
    places: Option<(u64, Filter, Arc<[usize]>)>,
    offers: Offers,
    /// The pop-ups beside the names, while they are shown.
    pictures: Option<RowPictures>,
    /// Whether the search field had the keyboard in the last frame.
    is_searching: bool,
    /// Whether the search field gets the focus.
    pub focus_search: bool,
    /// Whether the open campaign is to be scrolled to.
    pub reveal_open: bool,
}

/// What the panel shows.
#[derive(Debug, Clone, Copy)]
pub struct LibraryView<'a> {
    /// The campaigns.
    pub shelf: &'a Shelf,
    /// The open campaign's file.
    pub open: Option<&'a Path>,
    /// The file of the campaign that is being opened.
    pub opening: Option<&'a Path>,
    /// What is wrong with the library's folder.
    pub trouble: Option<&'a FolderTrouble>,
    /// What is being written, if that takes long.
    pub busy: Option<&'a str>,
    /// How much is in the bin.
    pub binned: usize,
    /// How fresh the counts are, in words.
    pub heard: Option<&'a str>,
    /// The library's folder.
    pub folder: &'a Path,
    /// Where it is published to.
    pub published: &'a Published,
    /// The state of that connection.
    pub line: &'a ConnectionState,
    /// How many things to fix the checks found in the whole library; `None` while unknown.
    pub checks: Option<usize>,
    /// Whether the checks are shown in the middle.
    pub on_checks: bool,
    /// What its makers call the site; empty for nothing.
    pub site: &'a str,
    /// Whether the page of the site is shown in the middle.
    pub on_site: bool,
    /// The brand in which pop-ups are shown beside the names; `None` shows none.
    pub pictures: Option<&'a Brand>,
    /// Whether pictures are drawn when they are asked for.
    pub at_once: bool,
    /// The words.
    pub text: &'a Text,
}

/// How a campaign was pressed, by mouse or keyboard.
fn how(ui: &Ui) -> Press {
    match ui.input(|input| input.modifiers) {
        held if held.command => Press::Turn,
        held if held.shift => Press::Through,
        _ => Press::Alone,
    }
}

/// The files of the campaigns at these places.
fn paths<'a>(view: LibraryView<'a>, places: &'a [usize]) -> impl Iterator<Item = &'a Path> {
    let items = places.iter().filter_map(move |place| view.shelf.items().get(*place));
    items.map(|item| item.path.as_path())
}

impl LibraryPanel {
    /// Shows these campaigns.
    pub fn new(filter: Filter) -> Self {
        Self {
            filter,
            ..Self::default()
        }
    }

    /// Shows the panel in `ui`.
    pub fn show(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let text = view.text;
        brand::show(ui, view, actions);
        let new = ui.add(Button::secondary(text.t("command-new")).icon(Icon::Plus).fill_width());
        if new.on_hover_text(text.t("command-new-tip")).clicked() {
            actions.command(Command::NewCampaign);
        }
        site::line(ui, view, actions);
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            let room = (ui.available_width() - height::CONTROL - ui.spacing().item_spacing.x).max(0.0);
            let column = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(egui::vec2(room, height::CONTROL), column, |ui| {
                self.search(ui, view, actions);
            });
            filter::button(ui, &mut self.filter, view, actions);
        });
        if let Some(trouble) = view.trouble {
            trouble::show(ui, trouble, view, actions);
            ui.add_space(space::XS);
        }
        let several = if self.selection.is_empty() {
            0.0
        } else {
            several::HEIGHT
        };
        let height = ui.available_height() - FOOT - several;
        ui.scope(|ui| {
            ui.set_height(height.max(0.0));
            self.list(ui, view, actions);
        });
        if !self.selection.is_empty() {
            let offers = self.offers(view.shelf);
            several::show(ui, &mut self.selection, &offers, view, actions);
        }
        foot::show(ui, view, actions);
    }

    /// Returns the open campaign's neighbour in the filtered list.
    pub fn neighbour(&self, shelf: &Shelf, open: Option<&Path>, down: bool) -> Option<std::path::PathBuf> {
        let places = self.known(shelf).unwrap_or_else(|| shelf.matching(&self.filter).into());
        let open = open.and_then(|open| shelf.place(open));
        let here = open.and_then(|open| places.iter().position(|place| *place == open));
        let next = match (here, down) {
            (None, _) => 0,
            (Some(here), true) => here + 1,
            (Some(here), false) => here.checked_sub(1)?,
        };
        places.get(next).map(|place| shelf.items()[*place].path.clone())
    }

    fn search(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let name = view
            .text
            .tv("library-search", &[("count", view.shelf.items().len().into())]);
        let response = widgets::search_field(ui, Id::unique("library search"), &mut self.filter.wanted, &name);
        if std::mem::take(&mut self.focus_search) {
            response.request_focus();
        }
        self.is_searching = response.has_focus();
        // Both keys take the focus from the field, so that others would take them for their own.
        let ended = response.lost_focus();
        let pressed = |key| ended && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
        if pressed(egui::Key::Escape) {
            self.filter.wanted.clear();
        } else if pressed(egui::Key::Enter)
            && let Some(first) = self.places(view.shelf).first()
        {
            actions.send(Action::Open(view.shelf.items()[*first].path.clone()));
        }
    }

    fn list(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let places = self.places(view.shelf);
        if places.is_empty() {
            self.nothing(ui, view);
            return;
        }
        self.begin_pictures(ui, view);
        let height = row::height(view.pictures.is_some());
        let area = self.rows(ui, view, &places, height + 2.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        let open = view.opening.or(view.open);
        let place = open.and_then(|open| view.shelf.place(open));
        if let Some(hidden) = open.filter(|_| place.is_none_or(|place| !places.contains(&place))) {
            self.hidden(ui, view, hidden);
        }
        let (mut pressed, mut is_double) = (None, false);
        area.follow_rows(ui, height, places.len(), |ui, range| {
            for item in range.filter_map(|row| view.shelf.items().get(*places.get(row)?)) {
                ui.push_id(&item.path, |ui| {
                    let state = row::State {
                        open: open == Some(&item.path),
                        selected: self.selection.contains(&item.path),
                        says_priority: self.filter.sort == Sort::Priority,
                    };
                    let response = row::show(ui, item, state, (view, self.pictures.as_mut()), actions);
                    widgets::context_menu(&response, |ui| match state.selected {
                        true => several::lines(ui, &self.selection, view, actions),
                        false => row::lines(ui, item, view.text, actions),
                    });
                    if response.clicked() {
                        // The list's keys go on from here.
                        response.request_focus();
                        pressed = Some((how(ui), &item.path));
                        is_double = response.double_clicked();
                    }
                    self.select_by_key(ui, &response, view, &places);
                });
            }
        });
        if let Some((how, path)) = pressed {
            let shown: Vec<&Path> = paths(view, &places).collect();
            self.selection.press(how, path, view.open, &shown);
            match (how, is_double) {
                (Press::Alone, true) => actions.send(Action::Edit(path.clone())),
                (Press::Alone, false) => actions.send(Action::Open(path.clone())),
                (Press::Turn | Press::Through, _) => {}
            }
        }
    }

    /// Begins a frame of the pop-ups beside the names, or lets them go.
    fn begin_pictures(&mut self, ui: &Ui, view: LibraryView<'_>) {
        let Some(brand) = view.pictures else {
            self.pictures = None;
            return;
        };
        let pictures = self
            .pictures
            .get_or_insert_with(|| RowPictures::new(ui.ctx(), view.at_once));
        pictures.begin(ui.ctx(), brand, ui.visuals().dark_mode);
    }

    /// Hands out the campaigns in sight of which nothing is known to draw yet.
    pub fn unread_pictures(&mut self) -> Vec<Wanted> {
        self.pictures.as_mut().map(RowPictures::unread).unwrap_or_default()
    }

    /// Takes what pictures show.
    pub fn take_pictures(&mut self, read: Vec<(Wanted, Option<Scene>)>) {
        let Some(pictures) = &mut self.pictures else { return };
        for (wanted, scene) in read {
            pictures.take(wanted, scene);
        }
    }

    /// The places of the shelf that the list shows.
    fn places(&mut self, shelf: &Shelf) -> Arc<[usize]> {
        if let Some(known) = self.known(shelf) {
            return known;
        }
        // What is gone, or has another file, is no longer selected.
        self.selection.keep(shelf);
        let places: Arc<[usize]> = shelf.matching(&self.filter).into();
        self.places = Some((shelf.revision(), self.filter.clone(), places.clone()));
        places
    }

    fn known(&self, shelf: &Shelf) -> Option<Arc<[usize]>> {
        let (revision, filter, places) = self.places.as_ref()?;
        (*revision == shelf.revision() && *filter == self.filter).then(|| places.clone())
    }

    /// What can be done with the selected campaigns.
    fn offers(&mut self, shelf: &Shelf) -> Vec<(Together, usize)> {
        let now = [shelf.revision(), self.selection.revision()];
        if self.offers.of != now {
            self.offers = Offers {
                of: now,
                list: self.selection.offers(shelf),
            };
        }
        self.offers.list.clone()
    }

    /// Selects all, or none, where the keyboard is in this row.
    fn select_by_key(&mut self, ui: &Ui, row: &egui::Response, view: LibraryView<'_>, places: &[usize]) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if row.has_focus() && pressed(egui::Modifiers::COMMAND, egui::Key::A) {
            self.selection.take(&paths(view, places).collect::<Vec<_>>());
        }
        // The key takes the focus from the row; it gets it back for what it meant here.
        let escapes = row.lost_focus() && !self.selection.is_empty();
        if escapes && pressed(egui::Modifiers::NONE, egui::Key::Escape) {
            self.selection.clear();
            row.request_focus();
        }
    }

    /// The scrolled list of these campaigns, each this high with the gap below it; at the open one, if that is to be revealed.
    fn rows(&mut self, ui: &Ui, view: LibraryView<'_>, places: &[usize], step: f32) -> ScrollArea {
        let area = ScrollArea::vertical().auto_shrink([false, false]);
        // Where it stands is known once all are listed.
        if view.shelf.loading || !std::mem::take(&mut self.reveal_open) {
            return area;
        }
        let open = view.open.and_then(|open| view.shelf.place(open));
        let at = open.and_then(|open| places.iter().position(|place| *place == open));
        let above = at.map_or(0.0, |at| (at as f32 - 3.0).max(0.0) * step);
        // Beyond its end the list would spring back.
        let last = (places.len() as f32 * step - ui.available_height()).max(0.0);
        area.vertical_scroll_offset(above.min(last))
    }

    /// The user escaped from the panel: out of the search, which ends with it.
    pub fn escape(&mut self) {
        if self.is_searching {
            self.filter.wanted.clear();
        }
    }

    /// Shows that the open campaign is not among the matches, with a link to it.
    fn hidden(&mut self, ui: &mut Ui, view: LibraryView<'_>, open: &Path) {
        let Some(item) = view.shelf.item(open) else { return };
        let words = view
            .text
            .tv("library-open-hidden", &[("name", item.name.as_str().into())]);
        let p = palette(ui);
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 28.0), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        widgets::focus_ring(ui, &response, rect.shrink(2.0), crate::desktop::theme::radius::S);
        let at = rect.left_top() + egui::vec2(8.0, 6.0);
        let ink = if response.hovered() {
            p.accent_text
        } else {
            p.text_muted
        };
        widgets::text_line(ui, at, &words, Type::Caption, ink, rect.width() - 16.0);
        if response.on_hover_text(view.text.t("library-show-all")).clicked() {
            self.filter.widen();
            self.reveal_open = true;
        }
    }

    fn nothing(&mut self, ui: &mut Ui, view: LibraryView<'_>) {
        let p = palette(ui);
        ui.add_space(space::XL);
        ui.vertical_centered(|ui| {
            if view.shelf.loading {
                ui.label(Type::Small.text(view.text.t("library-loading"), p.text_faint));
            } else if view.shelf.items().is_empty() {
                ui.label(Type::Small.text(view.text.t("library-empty"), p.text_muted));
            } else {
                ui.label(Type::Small.text(view.text.t("library-none-match"), p.text_muted));
                if ui
                    .add(Button::secondary(view.text.t("library-show-all")).small())
                    .clicked()
                {
                    self.filter.widen();
                }
            }
        });
    }
}
