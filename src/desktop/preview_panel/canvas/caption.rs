//! The bar at a chosen part: what it is, its size, font, colour and contrast, and the way to put a detail of the visitor into its text.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, Galley, Id, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{CanvasAct, CanvasView, Sheet, typing};
use crate::{
    campaign::{LookKey, MessagePart, Named as _, READABLE, Rgb, TextPart},
    desktop::{
        detail_editor, detail_menu,
        theme::{Icon, Palette, Type, radius, space, tokens},
        widgets::{self, PressedPill},
    },
    popup::PartBox,
    studio::canvas::Event,
    wording::{self, text::Text},
};

const HEIGHT: f32 = 32.0;
/// From the part to the bar: the labels of the measures stand between.
const CLEAR: f32 = 32.0;
/// From the bar to the edge of what can be seen.
const EDGE: f32 = 6.0;
/// What the button for a detail needs besides its words.
const DETAIL: f32 = 34.0;

/// A thing in the bar.
struct Item {
    words: Arc<Galley>,
    ink: Color32,
    sign: Option<Sign>,
    /// Those with a higher number are the first to go where there is little room.
    spare: u8,
}

enum Sign {
    Color(Rgb),
    Warning,
}

impl Item {
    fn width(&self) -> f32 {
        self.words.size().x + self.sign.as_ref().map_or(0.0, |_| 18.0)
    }
}

/// What the bar says, for screen readers.
pub(super) fn words(drawn: &PartBox, text: &Text) -> Vec<String> {
    let Some(look) = &drawn.text else {
        return vec![format!("{} × {}", drawn.area.width.round(), drawn.area.height.round())];
    };
    let language = text.language();
    let font = wording::look_word(LookKey::Font, look.font.id(), language).unwrap_or_default();
    vec![
        text.tv("look-pixels", &[("number", f64::from(look.size).into())]),
        font.to_owned(),
        look.color.to_string(),
        wording::contrast(look.contrast(), language),
    ]
}

/// Shows the bar.
pub(super) fn show(
    ui: &Ui,
    sheet: &Sheet<'_>,
    drawn: &PartBox,
    view: &CanvasView<'_>,
    text: &Text,
    acts: &mut Vec<CanvasAct>,
) {
    let painter = ui.painter_at(sheet.room);
    let p = sheet.palette();
    let detail = detail_words(&painter, drawn, p.accent_text, text);
    let beside = detail.as_ref().map_or(0.0, |(_, words)| words.size().x + DETAIL);
    let items = items(&painter, sheet, drawn, beside, text);
    let width = total(&items) + beside;
    let part = sheet.rect(drawn.area);
    let room = sheet.room.shrink(EDGE);
    let (above, below) = (part.top() - CLEAR - HEIGHT, part.bottom() + CLEAR);
    let top = if above >= room.top() {
        above
    } else {
        below.min(room.bottom() - HEIGHT)
    };
    let left = part.left().min(room.right() - width).max(room.left());
    let bar = Rect::from_min_size(pos2(left, top), vec2(width, HEIGHT));
    widgets::floating_bar(&painter, bar, p);
    let mut x = bar.left() + space::M;
    for (at, item) in items.into_iter().enumerate() {
        if at == 1 {
            line_before(&painter, bar, x, p);
        }
        let width = item.width();
        paint(&painter, pos2(x, bar.center().y), item, p.control_border);
        x += width + space::M;
    }
    if let Some((part, words)) = detail {
        line_before(&painter, bar, x, p);
        let place = Rect::from_x_y_ranges(x - space::XS..=bar.right() - space::XS, bar.y_range().shrink(space::XS));
        let button = detail_button(ui, &painter, sheet, place, part, words, text);
        if let Some(token) = detail_menu::show(&button, view.attributes, text) {
            insert(ui, part, &token, bar, view, acts);
        }
    }
}

fn line_before(painter: &Painter, bar: Rect, x: f32, p: &Palette) {
    let line = bar.y_range().shrink(space::S);
    painter.vline(x - space::M / 2.0, line, Stroke::new(1.0, p.border));
}

/// The text of a part that takes details of the visitor, and what its button says.
fn detail_words(painter: &Painter, drawn: &PartBox, ink: Color32, text: &Text) -> Option<(TextPart, Arc<Galley>)> {
    let MessagePart::Text(part) = drawn.part else {
        return None;
    };
    let words = || painter.layout_no_wrap(text.t("canvas-detail"), Type::Label.font(), ink);
    part.spec().takes_tokens.then(|| (part, words()))
}

fn detail_button(
    ui: &Ui,
    painter: &Painter,
    sheet: &Sheet<'_>,
    place: Rect,
    part: TextPart,
    words: Arc<Galley>,
    text: &Text,
) -> Response {
    let p = sheet.palette();
    let id = Id::unique(("canvas detail", part.pointer()));
    let response = ui.interact(place, id, Sense::click());
    let name = text.tv("canvas-detail-of", &[("part", text.t(part.spec().label).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        painter.rect_filled(place, CornerRadius::same(radius::S), p.hover);
    }
    let sign = place.left_center() + vec2(space::XS + 7.0, 0.0);
    Icon::Braces.paint(painter, sign, 14.0, p.accent_text);
    let at = pos2(sign.x + 11.0, place.center().y - words.size().y / 2.0);
    painter.galley(at, words, p.accent_text);
    if response.has_focus() {
        let ring = Stroke::new(2.0, p.accent);
        painter.rect_stroke(place, CornerRadius::same(radius::S), ring, StrokeKind::Outside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Puts a detail at the end of a text, which is then typed into; its editor opens, so that what stands for a missing detail is typed next.
fn insert(ui: &Ui, part: TextPart, token: &str, bar: Rect, view: &CanvasView<'_>, acts: &mut Vec<CanvasAct>) {
    let mut written = view.content.text(part).unwrap_or_default().to_owned();
    if written.chars().last().is_some_and(|last| !last.is_whitespace()) {
        written.push(' ');
    }
    let range = written.len()..written.len() + token.len();
    written.push_str(token);
    detail_editor::open(ui, typing::field_id(part), &written, &PressedPill { range, place: bar });
    acts.push(CanvasAct::Write(part, written));
    acts.push(CanvasAct::On(Event::Press(MessagePart::Text(part))));
}

/// The things in the bar, as many as leave room for what is `beside` them.
fn items(painter: &Painter, sheet: &Sheet<'_>, drawn: &PartBox, beside: f32, text: &Text) -> Vec<Item> {
    let p = sheet.palette();
    let item = |words: String, step: Type, ink: Color32, spare: u8| Item {
        words: painter.layout_no_wrap(words, step.font(), ink),
        ink,
        sign: None,
        spare,
    };
    let mut items = vec![item(text.t(drawn.part.label()), Type::LabelStrong, p.text, 0)];
    // The size stands at the outline.
    let Some(look) = &drawn.text else { return items };
    let words = words(drawn, text).into_iter();
    items.extend(words.map(|words| item(words, Type::Small, p.text_muted, 1)));
    if let [_, _, font, color, contrast] = items.as_mut_slice() {
        (font.spare, color.spare) = (3, 2);
        color.sign = Some(Sign::Color(look.color));
        if look.contrast() < READABLE {
            contrast.sign = Some(Sign::Warning);
            contrast.ink = p.warning;
        }
    }
    while total(&items) + beside > sheet.room.width() - 2.0 * EDGE {
        let most = items.iter().map(|item| item.spare).max().unwrap_or_default();
        match items.iter().rposition(|item| item.spare == most && most > 0) {
            Some(at) => drop(items.remove(at)),
            None => break,
        }
    }
    items
}

fn total(items: &[Item]) -> f32 {
    items.iter().map(|item| item.width() + space::M).sum::<f32>() + space::M
}

fn paint(painter: &Painter, middle: egui::Pos2, item: Item, edge: Color32) {
    let mut x = middle.x;
    match item.sign {
        Some(Sign::Color(color)) => {
            let place = Rect::from_center_size(middle + vec2(6.0, 0.0), vec2(12.0, 12.0));
            let line = Stroke::new(1.0, edge);
            painter.rect(
                place,
                CornerRadius::same(3),
                tokens::of_site(color),
                line,
                StrokeKind::Inside,
            );
            x += 18.0;
        }
        Some(Sign::Warning) => {
            Icon::TriangleAlert.paint(painter, middle + vec2(6.0, 0.0), 13.0, item.ink);
            x += 18.0;
        }
        None => {}
    }
    let top = middle.y - item.words.size().y / 2.0;
    painter.galley_with_override_text_color(pos2(x, top), item.words, item.ink);
}
