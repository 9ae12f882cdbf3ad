//! The panel folded into a rail of icons: everything can still be reached, each by its tooltip and its name for screen readers.

use egui::{
    Align, Color32, CornerRadius, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    vec2,
};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    LibraryPanel, LibraryView, brand,
    foot::{Standing, bin_name},
    row, site,
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Follow},
    },
    studio::{
        action::{Action, Actions},
        command::Command,
        shelf::Item,
        shell::HEADER,
        tone::Tone,
    },
};

/// Height of what is above and below the campaigns, in points.
const ABOVE: f32 = HEADER + 40.0 + 4.0 * 28.0 + 6.0 * space::S;
const BELOW: f32 = 4.0 * 28.0 + 5.0 * space::XS;
/// Side of a campaign's tile.
const TILE: f32 = 40.0;
/// The least room for campaigns before everything scrolls.
const LEAST: f32 = 2.0 * TILE;

impl LibraryPanel {
    /// Shows the panel as a rail in `ui`.
    pub fn rail(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let whole = ui.max_rect();
        let column = Layout::top_down(Align::Center);
        let builder = UiBuilder::new().max_rect(whole).layout(column);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            let trouble = if view.trouble.is_some() { 28.0 + space::S } else { 0.0 };
            let taken = ABOVE + trouble;
            let room = whole.height() - taken - BELOW;
            if room < LEAST {
                let all = ScrollArea::vertical().auto_shrink([false, false]);
                all.follow(ui, |ui| {
                    self.above(ui, view, actions);
                    let list = vec2(ui.available_width(), LEAST);
                    ui.allocate_ui_with_layout(list, column, |ui| self.tiles(ui, view, actions));
                    below(ui, view, actions);
                });
                return;
            }
            self.above(ui, view, actions);
            let list = Rect::from_min_size(egui::pos2(whole.left(), whole.top() + taken), vec2(whole.width(), room));
            let builder = UiBuilder::new().max_rect(list).layout(column);
            ui.scope_builder(builder, |ui| self.tiles(ui, view, actions));
            let foot = whole.with_min_y(whole.bottom() - BELOW);
            let builder = UiBuilder::new().max_rect(foot).layout(column);
            ui.scope_builder(builder, |ui| below(ui, view, actions));
        });
    }

    fn tiles(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = space::XS;
        let open = view.opening.or(view.open);
        let places = self.places(view.shelf);
        let area = self.rows(ui, view, &places, TILE + space::XS);
        area.follow_rows(ui, TILE, places.len(), |ui, range| {
            for item in range.filter_map(|row| view.shelf.items().get(*places.get(row)?)) {
                ui.push_id(&item.path, |ui| {
                    let response = tile(ui, item, open == Some(&item.path), view);
                    if response.clicked() {
                        actions.send(Action::Open(item.path.clone()));
                    }
                    widgets::context_menu(&response, |ui| row::lines(ui, item, view.text, actions));
                });
            }
        });
    }

    /// Shows the way to the search, which says so while it leaves campaigns out.
    fn search_button(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let text = view.text;
        let name = text.t(&Command::Search.label_key());
        let tip = format!("{name} ({})", Command::Search.keys_text(ui.ctx()));
        if !self.filter.is_narrow() {
            if widgets::icon_button(ui, Icon::Search, &tip)
                .accessible_name(name)
                .clicked()
            {
                actions.command(Command::Search);
            }
            return;
        }
        let shown = self.places(view.shelf).len();
        let counts = [("shown", shown.into()), ("count", view.shelf.items().len().into())];
        let said = text.tv("library-narrowed", &counts);
        let before = ui.painter().add(egui::Shape::Noop);
        let button = widgets::icon_button(ui, Icon::Search, &format!("{tip}\n{said}"));
        let p = palette(ui);
        let fill = egui::epaint::RectShape::new(
            button.rect,
            CornerRadius::same(radius::S),
            p.accent_soft,
            Stroke::new(1.5, p.accent),
            StrokeKind::Inside,
        );
        ui.painter().set(before, fill);
        if button.accessible_name(format!("{name}: {said}")).clicked() {
            actions.command(Command::Search);
        }
    }

    fn above(&mut self, ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
        let head = vec2(ui.available_width(), HEADER - space::S);
        ui.allocate_ui_with_layout(
            head,
            Layout::centered_and_justified(egui::Direction::TopDown),
            brand::mark,
        );
        let text = view.text;
        let name = text.t(&Command::NewCampaign.label_key());
        let tip = format!("{name} ({})", Command::NewCampaign.keys_text(ui.ctx()));
        if new_campaign(ui, &tip).accessible_name(name).clicked() {
            actions.command(Command::NewCampaign);
        }
        brand::fold_button(ui, view, actions);
        self.search_button(ui, view, actions);
        site::icon(ui, view, actions);
        brand::checks(ui, view, actions);
        if let Some(trouble) = view.trouble {
            // What is wrong is read in the whole panel.
            let words = text.t(trouble.title_key());
            let button = widgets::icon_button(ui, Icon::TriangleAlert, &words);
            let dot = button.rect.right_top() + vec2(-4.0, 4.0);
            ui.painter().circle_filled(dot, 4.0, palette(ui).amber_mark);
            if button.clicked() {
                actions.command(Command::Sidebar);
            }
        }
    }
}

fn new_campaign(ui: &mut Ui, tip: &str) -> egui::Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(TILE, TILE), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, tip));
    let fill = if response.hovered() { p.hover } else { p.input };
    let edge = Stroke::new(1.0, p.control_border);
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
    Icon::Plus.paint(ui.painter(), rect.center(), 16.0, p.text);
    widgets::focus_ring(ui, &response, rect, radius::M);
    response.on_hover_text(tip)
}

fn tile(ui: &mut Ui, item: &Item, is_open: bool, view: LibraryView<'_>) -> egui::Response {
    let p = palette(ui);
    let size = vec2(ui.available_width(), TILE);
    let (whole, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_open, &item.name));
    let rect = Rect::from_center_size(whole.center(), vec2(TILE, TILE));
    let (fill, ink) = match (is_open, response.hovered()) {
        (true, _) => (p.surface, p.accent_text),
        (false, true) => (p.hover, p.text),
        (false, false) => (Color32::TRANSPARENT, p.text_muted),
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::M), fill);
    if is_open {
        let bar = Rect::from_min_size(whole.left_top() + vec2(2.0, 6.0), vec2(3.0, TILE - 12.0));
        ui.painter().rect_filled(bar, CornerRadius::same(2), p.accent);
    }
    let galley = ui
        .painter()
        .layout_no_wrap(initials(&item.name), Type::Section.font(), ink);
    let at = egui::Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
    ui.painter().galley(at.min, galley, ink);
    let tone = item.status.tone();
    let dot = match tone {
        Tone::Neutral => p.text_faint,
        Tone::Accent | Tone::Success | Tone::Warning | Tone::Danger => tone.color(p),
    };
    ui.painter().circle(
        rect.right_bottom() - vec2(6.0, 6.0),
        4.5,
        dot,
        Stroke::new(1.5, p.sidebar),
    );
    widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::M);
    let status = view.text.t(item.status.label_key());
    response.on_hover_text(format!("{}\n{status}", item.name))
}

/// The first letters of the first two words of a name.
fn initials(name: &str) -> String {
    let words = name.split_whitespace();
    let letters: String = words.filter_map(|word| word.graphemes(true).next()).take(2).collect();
    if letters.is_empty() { "?".to_owned() } else { letters }
}

fn below(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let bin = bin_name(view);
    if widgets::icon_button(ui, Icon::Trash2, &bin).clicked() {
        actions.command(Command::Bin);
    }
    brand::palette_button(ui, view, actions);
    brand::menu_button(ui, view, actions);
    connection(ui, view, actions);
}

/// Shows the connection as a dot: pressing it lists all of them.
fn connection(ui: &mut Ui, view: LibraryView<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let standing = Standing::of(view);
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, standing.spoken()));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::S), p.hover);
    }
    ui.painter().circle_filled(rect.center(), 4.5, standing.ink(p));
    widgets::focus_ring(ui, &response, rect, radius::S);
    let tip = format!("{}\n{}", standing.spoken(), standing.tip());
    if response.on_hover_text(tip).clicked() {
        actions.command(Command::Connections);
    }
}
