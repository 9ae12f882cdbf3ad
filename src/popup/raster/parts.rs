//! Where the parts of a message stand in a document that was laid out, and how their texts look.

use blitz_dom::NodeId;
use kurbo::Rect;

use super::{Live, breaks};
use crate::campaign::{MessagePart, Rgb};
use crate::popup::page::page_color;
use crate::popup::parts::{Area, Cut, Layout, LineSide, PartBox, Piece, TextLook, shown_parts};
use crate::popup::template::placeholder_slots;

/// Less than this is what rounding does, in CSS pixels.
const LEAST_CUT: f64 = 1.0;

impl Live {
    /// Returns where the parts stand in the picture whose upper left corner is at `origin`, in physical pixels.
    pub(super) fn layout(&self, (left, top): (u32, u32), (width, height): (u32, u32)) -> Layout {
        let scale = f64::from(self.scene.density());
        let origin = kurbo::Vec2::new(f64::from(left) / scale, f64::from(top) / scale);
        let size = (f64::from(width) / scale, f64::from(height) / scale);
        let whole = Rect::from_origin_size((0.0, 0.0), size);
        let place = |rect: Rect| area(rect - origin);
        let card = self.rects(".card").into_iter().next().map(|(_, rect)| rect - origin);
        let around = area(card.unwrap_or(whole).intersect(whole));
        let placeholders = placeholder_slots(&self.scene);
        let shown = self.scene.content.kind().map(shown_parts).unwrap_or_default();
        let drawn = shown.iter().filter_map(|(part, slot)| {
            let (id, rect) = self.rects(&format!(".bk [data-slot={slot}]")).into_iter().next()?;
            let text = match part {
                MessagePart::Picture => None,
                MessagePart::Text(_) | MessagePart::Action(_) => {
                    let (_, said) = self.texts.iter().find(|(name, _)| name == slot)?;
                    let mut look = self.text_look(id, rect, &place, said)?;
                    look.is_placeholder = placeholders.contains(slot);
                    Some(look)
                }
            };
            Some(PartBox {
                part: *part,
                area: place(rect).within(around)?,
                text,
            })
        });
        Layout {
            size: (size.0 as f32, size.1 as f32),
            around,
            parts: drawn.collect(),
            pieces: self.pieces(&place, area(whole)),
            cuts: self.cuts(shown),
        }
    }

    /// Returns what reaches out of the window, or out of what clips it: the parts in reading order, and what closes the pop-up.
    fn cuts(&self, shown: &[(MessagePart, &str)]) -> Vec<Cut> {
        let parts = shown
            .iter()
            .map(|(part, slot)| (Some(*part), format!(".bk [data-slot={slot}]")));
        let closing = [".bk .close", ".bk .later"].map(|selector| (None, selector.to_owned()));
        let all = parts.chain(closing).flat_map(|(part, selector)| {
            let drawn = self.rects(&selector).into_iter();
            drawn.map(move |(id, rect)| (part, id, rect))
        });
        all.filter(|(_, _, rect)| rect.area() > 0.0)
            .filter_map(|(part, id, rect)| {
                let seen = self.clip_of(id);
                let across = (seen.x0 - rect.x0).max(0.0) + (rect.x1 - seen.x1).max(0.0);
                let along = (seen.y0 - rect.y0).max(0.0) + (rect.y1 - seen.y1).max(0.0);
                let by = across.min(rect.width()).max(along.min(rect.height()));
                (by >= LEAST_CUT).then_some(Cut { part, by: by as f32 })
            })
            .collect()
    }

    /// Returns the part of the window in which an element can be seen. What is said in a chat is scrolled, not cut off.
    fn clip_of(&self, id: NodeId) -> Rect {
        let (width, height) = self.scene.viewport.size();
        let zoom = f64::from(self.scene.zoom.get());
        let mut clip = Rect::new(0.0, 0.0, f64::from(width) / zoom, f64::from(height) / zoom);
        let talk = self.document.query_selector_all(".bk .talk").unwrap_or_default();
        let mut at = Some(id);
        while let Some(node) = at.and_then(|id| self.document.get_node(id)) {
            let style = |property: &str| self.document.resolved_style_value(node.id, property);
            if talk.contains(&node.id) {
                break;
            }
            if node.id != id && style("overflow-y") != "visible" {
                let own = self.document.get_client_bounding_rect(node.id);
                clip = own.map_or(clip, |r| {
                    clip.intersect(Rect::new(r.x, r.y, r.x + r.width, r.y + r.height))
                });
            }
            if style("position") == "fixed" {
                break;
            }
            at = node.parent;
        }
        clip
    }

    /// Returns what of the pop-up stands on the page by itself: its card or bubble, and the signs and links around that.
    fn pieces(&self, place: &impl Fn(Rect) -> Area, page: Area) -> Vec<Piece> {
        let surfaces = [".bk .card, .bk .bubble", ".bk section .close, .bk .note .later"];
        let mut pieces: Vec<Piece> = Vec::new();
        for (id, rect) in surfaces.into_iter().flat_map(|surface| self.rects(surface)) {
            let Some(area) = place(rect).within(page) else { continue };
            let is_inside = pieces.iter().any(|piece| piece.area.holds(area));
            if !is_inside {
                let radius = pixels(&self.document.resolved_style_value(id, "border-top-left-radius"));
                pieces.push(Piece {
                    area,
                    radius: radius.unwrap_or_default(),
                });
            }
        }
        pieces
    }

    fn text_look(&self, id: NodeId, rect: Rect, place: &impl Fn(Rect) -> Area, said: &str) -> Option<TextLook> {
        let style = |property: &str| self.document.resolved_style_value(id, property);
        let padding = self.document.get_node(id)?.final_layout().padding;
        let inner = Rect::new(
            rect.x0 + f64::from(padding.left),
            rect.y0 + f64::from(padding.top),
            rect.x1 - f64::from(padding.right),
            rect.y1 - f64::from(padding.bottom),
        );
        let is_right_to_left = style("direction") == "rtl";
        Some(TextLook {
            text: breaks::without_marks(said),
            is_placeholder: false,
            inner: place(inner),
            font: self.scene.style().font,
            size: pixels(&style("font-size"))?,
            line: pixels(&style("line-height"))?,
            weight: style("font-weight").parse().ok()?,
            color: color(&style("color"))?.0,
            ground: self.ground(id),
            side: match style("text-align").as_str() {
                "center" => LineSide::Middle,
                "left" => LineSide::Left,
                "right" => LineSide::Right,
                "end" if !is_right_to_left => LineSide::Right,
                "start" if is_right_to_left => LineSide::Right,
                _ => LineSide::Left,
            },
        })
    }

    /// Returns the colour behind a text: those of its ancestors over each other, as far as they let anything through, and the page under them.
    fn ground(&self, id: NodeId) -> Rgb {
        let mut layers = Vec::new();
        let mut at = Some(id);
        while let Some(node) = at.and_then(|id| self.document.get_node(id)) {
            let own = color(&self.document.resolved_style_value(node.id, "background-color"));
            layers.extend(own);
            if own.is_some_and(|(_, cover)| cover >= 1.0) {
                break;
            }
            at = node.parent;
        }
        let page = page_color(self.scene.theme);
        let over = |below: Rgb, (color, cover): &(Rgb, f32)| {
            let mix =
                |below: u8, above: u8| (f32::from(below) * (1.0 - cover) + f32::from(above) * cover).round() as u8;
            Rgb::new(mix(below.r, color.r), mix(below.g, color.g), mix(below.b, color.b))
        };
        layers.iter().rev().fold(page, over)
    }
}

fn area(rect: Rect) -> Area {
    Area {
        x: rect.x0 as f32,
        y: rect.y0 as f32,
        width: rect.width() as f32,
        height: rect.height() as f32,
    }
}

/// Reads a length, such as `20px`.
fn pixels(value: &str) -> Option<f32> {
    value.strip_suffix("px")?.parse().ok()
}

/// Reads a computed colour and how much it covers, 0 to 1: `rgb(16, 24, 40)`, `rgba(16, 24, 40, 0.5)` or `color(srgb 0.1 0.2 0.3 / 0.5)`.
fn color(value: &str) -> Option<(Rgb, f32)> {
    let (kind, inside) = value.strip_suffix(')')?.split_once('(')?;
    let (inside, full) = match kind {
        "rgb" | "rgba" => (inside, 1.0),
        "color" => (inside.strip_prefix("srgb ")?, 255.0),
        _ => return None,
    };
    let separators = |c: char| c == ',' || c == '/' || c == ' ';
    let words = inside.split(separators).filter(|word| !word.is_empty());
    let numbers: Vec<f32> = words.map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let (channels, cover) = match *numbers.as_slice() {
        [r, g, b] => ([r, g, b], 1.0),
        [r, g, b, cover] => ([r, g, b], cover),
        _ => return None,
    };
    let [r, g, b] = channels.map(|channel| (channel * full).round().clamp(0.0, 255.0) as u8);
    Some((Rgb::new(r, g, b), cover))
}

#[cfg(test)]
mod tests;
