//! The bar at a chosen part: what it is, its size, font, colour and contrast.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::Sheet;
use crate::{
    campaign::{LookKey, Named as _, READABLE, Rgb},
    desktop::{
        theme::{Icon, Type, space, tokens},
        widgets,
    },
    popup::PartBox,
    wording::{self, text::Text},
};

const HEIGHT: f32 = 32.0;
/// From the part to the bar: the labels of the measures stand between.
const CLEAR: f32 = 32.0;
/// From the bar to the edge of what can be seen.
const EDGE: f32 = 6.0;

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
pub(super) fn show(painter: &Painter, sheet: &Sheet<'_>, drawn: &PartBox, text: &Text) {
    let items = items(painter, sheet, drawn, text);
    let width = total(&items);
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
    let p = sheet.palette();
    widgets::floating_bar(painter, bar, p);
    let mut x = bar.left() + space::M;
    for (at, item) in items.into_iter().enumerate() {
        if at == 1 {
            let line = bar.y_range().shrink(space::S);
            painter.vline(x - space::M / 2.0, line, Stroke::new(1.0, p.border));
        }
        let width = item.width();
        paint(painter, pos2(x, bar.center().y), item, p.control_border);
        x += width + space::M;
    }
}

fn items(painter: &Painter, sheet: &Sheet<'_>, drawn: &PartBox, text: &Text) -> Vec<Item> {
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
    while total(&items) > sheet.room.width() - 2.0 * EDGE {
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
