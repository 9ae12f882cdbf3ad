//! Handles at the card's edges, by which it is made wider and narrower.

use egui::{
    CornerRadius, CursorIcon, EventFilter, Id, Key, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{CanvasAct, CanvasView, Sheet, tag};
use crate::{
    desktop::widgets,
    studio::canvas::{CardSide, CardWidth, Held},
    wording::text::Text,
};

/// Width of a handle, and how far from it the pointer still takes hold of it, in points.
const SIZE: f32 = 9.0;
const REACH: f32 = 6.0;
/// So many pixels for an arrow key with Shift.
const STRIDE: f32 = 10.0;

/// How wide the card was when a drag began, and where the pointer was.
#[derive(Debug, Clone, Copy)]
struct Begun {
    card: CardWidth,
    at: f32,
}

/// Shows the handles, unless a text is typed into.
pub(super) fn show(ui: &Ui, sheet: &Sheet<'_>, view: &CanvasView<'_>, text: &Text, acts: &mut Vec<CanvasAct>) {
    let Some(card) = view.card else { return };
    let dragging = CardSide::ALL
        .map(|side| begun(ui, sheet, side))
        .into_iter()
        .flatten()
        .next();
    if matches!(view.held, Held::Typing(_)) || dragging.is_none() && !card.is_drawn_in(sheet.layout) {
        return;
    }
    let place = sheet.rect(sheet.layout.around);
    let mut is_measured = false;
    let hovers = ui.rect_contains_pointer(place.expand(SIZE + REACH).intersect(sheet.room));
    for side in CardSide::ALL {
        let middle = match side {
            CardSide::Left => place.left_center(),
            CardSide::Right => place.right_center(),
        };
        if !sheet.room.contains(middle) && begun(ui, sheet, side).is_none() {
            continue;
        }
        let response = handle(ui, sheet, side, middle, card, text);
        let shown = view.held == Held::Nothing || hovers || response.has_focus() || response.dragged();
        if shown {
            paint(ui, sheet, &response, middle);
        }
        is_measured |= response.hovered() || response.has_focus() || response.dragged();
        drag(ui, sheet, &response, side, card, acts);
        if response.has_focus() {
            keys(ui, &response, side, card, acts);
        }
    }
    if is_measured {
        measure(ui, sheet, place, card);
    }
}

fn id(sheet: &Sheet<'_>, side: CardSide) -> Id {
    Id::unique(("card edge", sheet.number, matches!(side, CardSide::Left)))
}

fn begun(ui: &Ui, sheet: &Sheet<'_>, side: CardSide) -> Option<Begun> {
    ui.data(|data| data.get_temp(id(sheet, side).with("begun")))
}

fn handle(ui: &Ui, sheet: &Sheet<'_>, side: CardSide, middle: Pos2, card: CardWidth, text: &Text) -> Response {
    let reach = Rect::from_center_size(middle, vec2(SIZE + 2.0 * REACH, 4.0 * SIZE));
    let response = ui.interact(reach.intersect(sheet.room), id(sheet, side), Sense::click_and_drag());
    let name = text.t(match side {
        CardSide::Left => "canvas-card-left",
        CardSide::Right => "canvas-card-right",
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    let (least, most) = CardWidth::range();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(f64::from(card.width));
        node.set_min_numeric_value(f64::from(least));
        node.set_max_numeric_value(f64::from(most));
        node.set_numeric_value_step(1.0);
    });
    response.on_hover_cursor(CursorIcon::ResizeHorizontal)
}

fn paint(ui: &Ui, sheet: &Sheet<'_>, response: &Response, middle: Pos2) {
    let p = sheet.palette();
    let painter = ui.painter_at(sheet.room);
    let square = Rect::from_center_size(middle, vec2(SIZE, SIZE));
    let is_held = response.hovered() || response.dragged() || response.has_focus();
    let fill = if is_held { p.accent } else { p.surface };
    let edge = Stroke::new(1.5, p.accent);
    painter.rect(square, CornerRadius::same(2), fill, edge, StrokeKind::Inside);
    widgets::focus_ring(ui, response, square, 2);
}

/// Follows the pointer, from where it took hold of the edge.
fn drag(ui: &Ui, sheet: &Sheet<'_>, response: &Response, side: CardSide, card: CardWidth, acts: &mut Vec<CanvasAct>) {
    let place = response.id.with("begun");
    if response.drag_started()
        && let Some(at) = ui.input(|input| input.pointer.press_origin())
    {
        ui.data_mut(|data| data.insert_temp(place, Begun { card, at: at.x }));
    }
    let begun: Option<Begun> = ui.data(|data| data.get_temp(place));
    if let (Some(begun), Some(at)) = (begun, response.interact_pointer_pos().filter(|_| response.dragged())) {
        let width = begun.card.dragged(side, (at.x - begun.at) / sheet.scale());
        if width != card.width {
            acts.push(CanvasAct::DragWidth(width));
        }
    }
    if response.drag_stopped() {
        ui.data_mut(|data| data.remove::<Begun>(place));
        acts.push(CanvasAct::Drop);
    }
}

/// An arrow key moves the edge by a pixel of the card, with Shift by ten.
fn keys(ui: &Ui, response: &Response, side: CardSide, card: CardWidth, acts: &mut Vec<CanvasAct>) {
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let steps = ui.input(|input| {
        let pressed = |key: Key| input.num_presses(key) as f32;
        let level = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
        let upright = pressed(Key::ArrowUp) - pressed(Key::ArrowDown);
        let outward = match side {
            CardSide::Left => -1.0,
            CardSide::Right => 1.0,
        };
        (level + upright * outward) * if input.modifiers.shift { STRIDE } else { 1.0 }
    });
    let width = card.moved(side, steps);
    if width != card.width {
        acts.push(CanvasAct::Width(width));
    }
}

/// The width, below the card or, without room there, inside of it.
fn measure(ui: &Ui, sheet: &Sheet<'_>, place: Rect, card: CardWidth) {
    let p = sheet.palette();
    let painter = ui.painter_at(sheet.room);
    let words = card.width.to_string();
    tag(&painter, &words, (p.accent, p.on_accent), |size| {
        let below = place.bottom() + 8.0;
        let top = match below + size.y <= sheet.room.bottom() {
            true => below,
            false => place.bottom().min(sheet.room.bottom()) - size.y - 8.0,
        };
        pos2(place.center().x - size.x / 2.0, top)
    });
}
