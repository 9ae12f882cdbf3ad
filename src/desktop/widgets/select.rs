//! A combo box; long ones can be searched by typing.

use egui::{
    CornerRadius, Id, Key, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::{
    field::{help_line, search_field, side},
    paint,
    scroll::Follow,
    search::{nearest, ranked},
};
use crate::desktop::theme::{Icon, Type, control_height, height, palette, radius, space};

/// One thing to choose.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Its name.
    pub label: String,
    /// A second line; may be empty.
    pub detail: String,
    /// Whether it is chosen now.
    pub chosen: bool,
    /// Other words by which it is found; they are not shown.
    pub words: String,
    /// Whether it stands behind the others, whatever is searched for.
    pub last: bool,
}

/// A combo box.
#[must_use = "call `show`"]
pub struct Select<'a> {
    name: &'a str,
    shown: &'a str,
    width: f32,
    searchable: Option<&'a str>,
    nothing: (&'a str, &'a str),
    wrong: bool,
    label: Option<Id>,
    list_width: f32,
    open_now: bool,
    inline: bool,
}

impl<'a> Select<'a> {
    /// A combo box called `name` that shows `shown` while it is closed.
    pub fn new(name: &'a str, shown: &'a str) -> Self {
        Self {
            name,
            shown,
            width: f32::INFINITY,
            searchable: None,
            nothing: ("", ""),
            wrong: false,
            label: None,
            list_width: 180.0,
            open_now: false,
            inline: false,
        }
    }

    /// Opens the list in this frame.
    pub fn open_now(mut self, open: bool) -> Self {
        self.open_now = open;
        self
    }

    /// Low, without an edge, and as wide as its text: for a word within a line.
    pub fn inline(mut self) -> Self {
        self.inline = true;
        self
    }

    /// Sets the width in points; by default, all the available width.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Puts a search field, called `name`, above the choices.
    pub fn searchable(mut self, name: &'a str) -> Self {
        self.searchable = Some(name);
        self
    }

    /// Sets the text for a search that finds nothing: what else to do, and the words before the choice nearest to the input.
    pub fn when_nothing_is_found(mut self, text: &'a str, nearest: &'a str) -> Self {
        self.nothing = (text, nearest);
        self
    }

    /// Shows that something is wrong with the choice.
    pub fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    /// Least width of the open list, in points; it is never narrower than the box.
    pub fn list_width(mut self, width: f32) -> Self {
        self.list_width = width;
        self
    }

    /// Marks the label with this identity, above it, as its own.
    pub fn labelled_by(mut self, label: Id) -> Self {
        self.label = Some(label);
        self
    }

    /// Shows the box; returns the index of the choice made in this frame. `choices` runs only while it is open.
    pub fn show(self, ui: &mut Ui, choices: impl FnOnce() -> Vec<Choice>) -> Option<usize> {
        let response = self.closed(ui);
        self.below(ui, &response, choices)
    }

    /// Shows the list below a control that was drawn otherwise; returns the index of the choice made in this frame.
    pub fn below(self, ui: &mut Ui, response: &Response, choices: impl FnOnce() -> Vec<Choice>) -> Option<usize> {
        let width = response.rect.width();
        let popup_id = Popup::default_response_id(response);
        let was_open = Popup::is_id_open(ui.ctx(), popup_id);
        if self.open_now && !was_open {
            Popup::open_id(ui.ctx(), popup_id);
        }
        let popup = Popup::from_toggle_button_response(response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(self.name)
            .gap(4.0)
            .width(width.max(self.list_width));
        let just_opened = (response.clicked() || self.open_now) && !was_open;
        let picked = popup.show(|ui| {
            let search = self.searchable.map(|name| (name, self.nothing));
            let picked = list(ui, response.id, search, just_opened, &choices());
            if picked.is_some() {
                ui.close();
            }
            picked
        });
        let picked = picked.and_then(|shown| shown.inner);
        if picked.is_some() {
            response.request_focus();
        }
        picked
    }

    fn closed(&self, ui: &mut Ui) -> Response {
        if self.inline {
            return self.closed_inline(ui);
        }
        let p = palette(ui);
        let width = self.width.min(ui.available_width());
        let (rect, response) = ui.allocate_exact_size(vec2(width, control_height(ui)), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name);
            info.current_text_value = Some(self.shown.to_owned());
            info
        });
        let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
        let fill = if response.hovered() { p.hover } else { p.input };
        let edge = match (self.wrong, open) {
            (true, _) => p.danger,
            (false, true) => p.accent,
            (false, false) => p.control_border,
        };
        ui.painter().rect(
            rect,
            CornerRadius::same(radius::M),
            fill,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let text = rect
            .with_min_x(rect.left() + f32::from(side(ui)))
            .with_max_x(rect.right() - 27.0);
        let ink = paint::faded(ui, p.text);
        let galley = paint::clipped_line(ui, self.shown, Type::Body, ink, text.width());
        paint::put_left(ui, text, galley, ink);
        let arrow = egui::pos2(rect.right() - 16.0, rect.center().y);
        Icon::ChevronDown.paint(ui.painter(), arrow, 15.0, p.text_faint);
        paint::focus_ring(ui, &response, rect, radius::M);
        match self.label {
            Some(label) => response.labelled_by(label),
            None => response,
        }
    }
}

impl Select<'_> {
    fn closed_inline(&self, ui: &mut Ui) -> Response {
        let p = palette(ui);
        let ink = paint::faded(ui, p.text);
        let galley = paint::line(ui, self.shown, Type::BodyStrong, ink);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 34.0, 26.0), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name);
            info.current_text_value = Some(self.shown.to_owned());
            info
        });
        let fill = if response.hovered() { p.pressed } else { p.neutral_soft };
        ui.painter().rect_filled(rect, CornerRadius::same(radius::S), fill);
        paint::put_left(ui, rect.with_min_x(rect.left() + space::S), galley, ink);
        let arrow = egui::pos2(rect.right() - 14.0, rect.center().y);
        Icon::ChevronDown.paint(ui.painter(), arrow, 13.0, p.text_muted);
        paint::focus_ring(ui, &response, rect, radius::S);
        response
    }
}

/// Height of a long list, in points.
const LIST: f32 = 320.0;

/// Shows the choices one below the other. With `search`, a search field of that name is above them; if it finds none, what else to do
/// and the nearest choice replace them. Enter takes the first.
fn list(
    ui: &mut Ui,
    id: Id,
    search: Option<(&str, (&str, &str))>,
    just_opened: bool,
    choices: &[Choice],
) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 2.0;
    let wanted = search.map_or_else(String::new, |(name, _)| typed(ui, id, name, just_opened));
    let mut matching = ranked(choices, &wanted);
    let entered = !wanted.is_empty() && ui.input(|input| input.key_pressed(Key::Enter));
    if let (true, Some((_, (nothing, nearest_is)))) = (matching.is_empty(), search) {
        help_line(ui, nothing);
        matching.extend(nearest(choices, &wanted));
        if !matching.is_empty() {
            help_line(ui, nearest_is);
        }
    }
    let mut picked = if entered { matching.first().copied() } else { None };
    // Where nothing is searched for, the keyboard is on the chosen one, else on the first, and a letter leads to the first that begins with it.
    let letter = search.is_none().then(|| typed_letter(ui)).flatten();
    let is_chosen = |index: &usize| choices[*index].chosen;
    let led = match &letter {
        Some(letter) => matching
            .iter()
            .copied()
            .find(|index| choices[*index].label.to_lowercase().starts_with(letter.as_str())),
        None if just_opened => matching.iter().copied().find(is_chosen).or(matching.first().copied()),
        None => None,
    };
    // The least height makes room again after a search that left few choices.
    let area = ScrollArea::vertical().max_height(LIST).min_scrolled_height(LIST);
    area.follow(ui, |ui| {
        for index in matching {
            let response = row(ui, &choices[index]);
            if response.clicked() {
                picked = Some(index);
            }
            if just_opened && choices[index].chosen {
                response.scroll_to_me(Some(egui::Align::Center));
            }
            if search.is_none() && led == Some(index) {
                response.request_focus();
            }
        }
    });
    picked
}

/// The letter that was typed in this frame, in lower case.
fn typed_letter(ui: &Ui) -> Option<String> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) if !text.trim().is_empty() => Some(text.to_lowercase()),
            _ => None,
        })
    })
}

/// Shows the search field, called `name`, and returns its text.
fn typed(ui: &mut Ui, id: Id, name: &str, just_opened: bool) -> String {
    let search = id.with("search");
    // A frame may be drawn twice, and the second time the click that opened the list is one beside the field, which then drops the focus.
    let frame = ui.ctx().cumulative_frame_nr();
    let opened = search.with("opened");
    if just_opened {
        ui.data_mut(|data| data.insert_temp(opened, frame));
    }
    let just_opened = ui.data(|data| data.get_temp(opened)) == Some(frame);
    let mut wanted = String::new();
    if !just_opened {
        wanted = ui.data(|data| data.get_temp(search)).unwrap_or_default();
    }
    let response = search_field(ui, search, &mut wanted, name);
    // While the list is open and nothing else has the keyboard, the search has it.
    if just_opened || ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(search, wanted.clone()));
    ui.add_space(space::XS);
    wanted
}

fn row(ui: &mut Ui, choice: &Choice) -> Response {
    let p = palette(ui);
    // A detail takes as many lines as it needs: it tells choices apart.
    let room = ui.available_width() - 38.0;
    let detail = (!choice.detail.is_empty()).then(|| {
        ui.painter()
            .layout(choice.detail.clone(), Type::Caption.font(), p.text_faint, room.max(0.0))
    });
    let tall = match &detail {
        None => height::ROW,
        Some(detail) => 30.0 + detail.size().y,
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), choice.chosen, &choice.label));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::S), p.hover);
    }
    let inner = rect.shrink2(vec2(10.0, 4.0)).with_max_x(rect.right() - 28.0);
    let label = paint::clipped_line(ui, &choice.label, Type::Body, p.text, inner.width());
    match detail {
        None => paint::put_left(ui, inner, label, p.text),
        Some(detail) => {
            let below = inner.top() + label.size().y;
            paint::put_left(ui, inner.with_max_y(below), label, p.text);
            ui.painter()
                .galley(egui::pos2(inner.left(), below + 2.0), detail, p.text_faint);
        }
    }
    if choice.chosen {
        Icon::Check.paint(
            ui.painter(),
            egui::pos2(rect.right() - 16.0, rect.center().y),
            15.0,
            p.accent_text,
        );
    }
    response
}
