//! A chosen picture in the place of the card's: dragged under its frame, made larger and smaller, until the part is right.

use egui::{
    EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, TextureId, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::{CanvasAct, Sheet};
use crate::{
    desktop::{
        theme::{Icon, palette, space, tokens},
        widgets::{self, Button},
    },
    studio::cropping::{Cropping, Event},
    wording::text::Text,
};

/// Size of the bar with the ways to end, and how far from the picture it stands.
const BAR: egui::Vec2 = vec2(356.0, 44.0);
const CLEAR: f32 = 8.0;
/// How much the wheel zooms for a point.
const WHEEL: f64 = 0.004;

/// A picture whose part is being chosen.
#[derive(Clone, Copy)]
pub struct CropView {
    /// Its pixels.
    pub texture: TextureId,
    /// The part.
    pub part: Cropping,
}

/// What became of it in a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CropAct {
    /// The part changed.
    On(Event),
    /// The part is right.
    Use,
    /// Nothing is to change.
    Leave,
}

/// Shows the picture over the card's, at `place`.
pub(super) fn show(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    place: Rect,
    view: &CropView,
    text: &Text,
    acts: &mut Vec<CanvasAct>,
) {
    let mut on = |act: CropAct| acts.push(CanvasAct::Crop(act));
    let [x, y, width, _] = view.part.area();
    let scale = f64::from(place.width()) / width;
    let point = |x: f64, y: f64| vec2((x * scale) as f32, (y * scale) as f32);
    let (wide, tall) = view.part.picture();
    let whole = Rect::from_min_size(place.min - point(x, y), point(wide, tall));
    paint(ui, sheet, place, whole, view.texture);

    let id = Id::unique("canvas crop");
    let is_first = ui.ctx().read_response(id).is_none();
    let response = ui.interact(place.intersect(sheet.room), id, Sense::click_and_drag());
    let name = text.t("editor-crop-frame");
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    if is_first {
        response.request_focus();
    }
    let by = response.drag_delta();
    if by != egui::Vec2::ZERO {
        on(CropAct::On(Event::Drag(
            f64::from(by.x) / scale,
            f64::from(by.y) / scale,
        )));
    }
    if response.hovered() {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let factor = (1.0 - f64::from(wheel) * WHEEL) / f64::from(pinch.max(0.1));
        if (factor - 1.0).abs() > 0.001 {
            on(CropAct::On(Event::Scale(factor)));
        }
    }
    widgets::focus_ring(ui, &response, place, 0);
    let focused = response.has_focus();
    response.on_hover_cursor(egui::CursorIcon::Move);
    if focused {
        keys(ui, id, &mut on);
    }
    bar(ui, sheet, place, view, text, &mut on);
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        on(CropAct::Leave);
    }
}

fn paint(ui: &Ui, sheet: &Sheet<'_>, place: Rect, whole: Rect, texture: TextureId) {
    let painter = ui.painter_at(sheet.room);
    let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    painter.image(texture, whole, all, tokens::UNTINTED);
    for part in [
        whole.with_max_y(place.top()),
        whole.with_min_y(place.bottom()),
        Rect::from_x_y_ranges(whole.left()..=place.left(), place.y_range()),
        Rect::from_x_y_ranges(place.right()..=whole.right(), place.y_range()),
    ] {
        if part.is_positive() {
            painter.rect_filled(part, 0, tokens::CUT_OFF);
        }
    }
    let thin = Stroke::new(1.0, tokens::ON_PICTURE.gamma_multiply(0.6));
    for third in [1.0 / 3.0, 2.0 / 3.0] {
        painter.vline(place.left() + place.width() * third, place.y_range(), thin);
        painter.hline(place.x_range(), place.top() + place.height() * third, thin);
    }
    let edge = Stroke::new(2.0, tokens::ON_PICTURE);
    painter.rect_stroke(place, 0, edge, StrokeKind::Inside);
    let around = Stroke::new(2.0, sheet.palette().accent);
    painter.rect_stroke(place, 0, around, StrokeKind::Outside);
}

/// Arrows move the part, plus and minus change its size, Enter ends.
fn keys(ui: &Ui, id: Id, on: &mut impl FnMut(CropAct)) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key: Key| ui.input(|input| input.num_presses(key) as f64);
    let right = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
    let down = pressed(Key::ArrowDown) - pressed(Key::ArrowUp);
    if right != 0.0 || down != 0.0 {
        on(CropAct::On(Event::Step(right, down)));
    }
    let closer = pressed(Key::Plus) + pressed(Key::Equals) - pressed(Key::Minus);
    if closer != 0.0 {
        on(CropAct::On(Event::Scale(0.95_f64.powf(closer))));
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        on(CropAct::Use);
    }
}

/// How close the picture is, and the ways to end; below it, or above where there is no room.
fn bar(ui: &mut Ui, sheet: &Sheet<'_>, place: Rect, view: &CropView, text: &Text, on: &mut impl FnMut(CropAct)) {
    let below = place.bottom() + CLEAR;
    let top = match below + BAR.y <= sheet.room.bottom() {
        true => below,
        false => (place.top() - CLEAR - BAR.y).max(sheet.room.top()),
    };
    let left = (place.center().x - BAR.x / 2.0)
        .min(sheet.room.right() - BAR.x - CLEAR)
        .max(sheet.room.left());
    let rect = Rect::from_min_size(pos2(left, top), BAR);
    let p = palette(ui);
    widgets::floating_bar(ui.painter(), rect, p);
    // What is pressed on the bar is not meant for what is under it.
    ui.interact(rect, Id::unique("canvas crop bar"), Sense::CLICK);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let inner = rect.shrink2(vec2(space::M, space::XS));
    let mut inside = ui.new_child(UiBuilder::new().id_salt("crop bar").max_rect(inner).layout(layout));
    let ui = &mut inside;
    ui.spacing_mut().item_spacing.x = space::S;
    ui.spacing_mut().slider_width = 92.0;
    widgets::style_sliders(ui, p.control_border);
    let (sign, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    Icon::ZoomIn.paint(ui.painter(), sign.center(), 15.0, p.text_muted);
    // To the right is closer.
    let shares = Cropping::shares();
    let mut closer = 1.0 - view.part.share();
    let scale = egui::Slider::new(&mut closer, 0.0..=1.0 - shares.start()).show_value(false);
    if ui.add(scale).accessible_name(text.t("crop-closer")).changed() {
        on(CropAct::On(Event::Share(1.0 - closer)));
    }
    if widgets::icon_button(ui, Icon::RotateCcw, &text.t("crop-reset")).clicked() {
        on(CropAct::On(Event::Reset));
    }
    if ui.add(Button::ghost(text.t("editor-cancel")).small()).clicked() {
        on(CropAct::Leave);
    }
    if ui.add(Button::primary(text.t("crop-use")).small()).clicked() {
        on(CropAct::Use);
    }
}
