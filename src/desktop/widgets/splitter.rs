//! The edge between two parts of the window, which can be moved: by its handle, and by the arrow keys.

use egui::{
    Color32, CornerRadius, CursorIcon, EventFilter, Id, Key, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit, vec2,
};

use super::paint;
use crate::desktop::theme::palette;
/// How far an arrow key moves the edge; with Shift five times as far.
const STEP: f32 = 8.0;
/// Length of the handle.
const HANDLE: f32 = 40.0;

/// Which part the edge makes larger or smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// The part left of it.
    Left,
    /// The part right of it.
    Right,
    /// The part below it.
    Below,
}

/// Where the edge was moved to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Moved {
    /// The part has this size now.
    To(f32),
    /// Back to its usual place.
    Back,
}

impl Moved {
    /// The chosen size; `None` for the usual one.
    pub fn size(self) -> Option<f32> {
        match self {
            Self::To(size) => Some(size),
            Self::Back => None,
        }
    }
}

/// An edge that can be moved.
#[must_use = "call `show`"]
pub struct Splitter<'a> {
    id: Id,
    name: &'a str,
    part: Beside,
    size: f32,
    range: (f32, f32),
}

impl<'a> Splitter<'a> {
    /// The edge of a part of this size; `name` says of which.
    pub fn new(id: Id, name: &'a str, part: Beside, size: f32, range: (f32, f32)) -> Self {
        Self {
            id,
            name,
            part,
            size,
            range,
        }
    }

    /// Shows the edge in its strip.
    pub fn show(self, ui: &Ui, strip: Rect) -> Option<Moved> {
        let response = ui.interact(strip, self.id, Sense::click_and_drag());
        let (least, most) = self.range;
        response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), f64::from(self.size), self.name));
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_min_numeric_value(least.into());
            node.set_max_numeric_value(most.into());
            node.set_numeric_value_step(STEP.into());
            node.add_action(accesskit::Action::SetValue);
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        });
        self.paint(ui, strip, &response);
        let response = response.on_hover_cursor(match self.part {
            Beside::Left | Beside::Right => CursorIcon::ResizeHorizontal,
            Beside::Below => CursorIcon::ResizeVertical,
        });
        if response.double_clicked() {
            return Some(Moved::Back);
        }
        let wanted = self
            .dragged_to(ui, strip, &response)
            .or_else(|| self.asked_for(ui))
            .or_else(|| self.keyed(ui, &response))?;
        let wanted = wanted.clamp(least, most.max(least));
        (wanted != self.size).then_some(Moved::To(wanted))
    }

    /// How much larger the part is when the edge moves to the right, or down, by a point.
    fn sign(&self) -> f32 {
        match self.part {
            Beside::Left => 1.0,
            Beside::Right | Beside::Below => -1.0,
        }
    }

    fn dragged_to(&self, ui: &Ui, strip: Rect, response: &egui::Response) -> Option<f32> {
        let along = |at: egui::Pos2| match self.part {
            Beside::Left | Beside::Right => at.x,
            Beside::Below => at.y,
        };
        let pointer = along(response.interact_pointer_pos()?);
        let middle = along(strip.center());
        if response.drag_started() {
            let pressed = ui.input(|input| input.pointer.press_origin()).map_or(pointer, along);
            ui.data_mut(|data| data.insert_temp(self.id, pressed - middle));
        }
        let taken_at: f32 = ui.data(|data| data.get_temp(self.id)).unwrap_or_default();
        response
            .dragged()
            .then(|| self.size + self.sign() * (pointer - taken_at - middle))
    }

    /// What a screen reader asks for.
    fn asked_for(&self, ui: &Ui) -> Option<f32> {
        let set = ui.input(|input| {
            let requests = input.accesskit_action_requests(self.id, accesskit::Action::SetValue);
            requests
                .filter_map(|request| match request.data {
                    Some(accesskit::ActionData::NumericValue(value)) => Some(value as f32),
                    _ => None,
                })
                .last()
        });
        let steps = |action| ui.input(|input| input.num_accesskit_action_requests(self.id, action)) as f32;
        let steps = steps(accesskit::Action::Increment) - steps(accesskit::Action::Decrement);
        set.or((steps != 0.0).then_some(self.size + steps * STEP))
    }

    fn keyed(&self, ui: &Ui, response: &egui::Response) -> Option<f32> {
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let (back, forth) = match self.part {
            Beside::Left | Beside::Right => (Key::ArrowLeft, Key::ArrowRight),
            Beside::Below => (Key::ArrowUp, Key::ArrowDown),
        };
        ui.input(|input| {
            let step = if input.modifiers.shift { 5.0 * STEP } else { STEP };
            let presses = |key| input.num_presses(key) as f32;
            let way = presses(forth) - presses(back);
            let (least, most) = self.range;
            if input.key_pressed(Key::Home) {
                Some(least)
            } else if input.key_pressed(Key::End) {
                Some(most)
            } else {
                (way != 0.0).then_some(self.size + self.sign() * way * step)
            }
        })
    }

    fn paint(&self, ui: &Ui, strip: Rect, response: &egui::Response) {
        let p = palette(ui);
        let active = response.dragged() || response.has_focus();
        let line = Stroke::new(1.0, if active { p.accent } else { p.border });
        match self.part {
            Beside::Left | Beside::Right => ui.painter().vline(strip.right() - 0.5, strip.y_range(), line),
            Beside::Below => ui.painter().hline(strip.x_range(), strip.top() + 0.5, line),
        };
        let size = match self.part {
            Beside::Left | Beside::Right => vec2(4.0, HANDLE.min(strip.height())),
            Beside::Below => vec2(HANDLE.min(strip.width()), 4.0),
        };
        let handle = Rect::from_center_size(strip.center(), size);
        let ink = handle_ink(p, active || response.hovered());
        ui.painter().rect_filled(handle, CornerRadius::same(2), ink);
        paint::focus_ring(ui, response, handle.expand(1.0), 2);
    }
}

fn handle_ink(p: &crate::desktop::theme::Palette, active: bool) -> Color32 {
    if active { p.accent } else { p.control_border }
}
