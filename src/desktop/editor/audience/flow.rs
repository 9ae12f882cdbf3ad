//! The words of a condition, one behind the other, on as many lines as they need; each can be clicked.

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontId, Galley, Id, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::metrics::ROW;
use crate::{
    desktop::{
        editor::desk::Desk,
        theme::{Palette, Type, palette, radius},
    },
    studio::outline::RowPart,
    wording::RowWords,
};

/// From one line of words to the next.
const LINE: f32 = 26.0;
const GAP: f32 = 6.0;
/// Around the text of a pill.
const PAD: f32 = 6.0;
const PILL: f32 = 22.0;

/// A word or a value in its place.
struct Piece {
    galley: Arc<Galley>,
    part: RowPart,
    pill: bool,
    /// Whether it only says that something is missing.
    missing: bool,
    /// From the beginning of the words.
    at: Pos2,
    wide: f32,
    whole: Option<String>,
}

/// The words of a condition, laid out.
pub(in crate::desktop::editor) struct Flow {
    pieces: Vec<Piece>,
    lines: usize,
}

impl Flow {
    /// Lays the words out within a width.
    pub(in crate::desktop::editor) fn of(ui: &Ui, words: &RowWords, width: f32, desk: &Desk<'_, '_>) -> Self {
        let p = palette(ui);
        let mut flow = Flow {
            pieces: Vec::new(),
            lines: 1,
        };
        let mut cursor = 0.0;
        let mut put = |text: &str, step: Type, ink: Color32, part: RowPart, pill: bool, missing: bool| {
            if text.is_empty() {
                return;
            }
            let padding = if pill { 2.0 * PAD } else { 0.0 };
            let (galley, cut) = fitted(ui, text, step.font(), ink, (width - padding).max(24.0));
            let wide = galley.size().x + padding;
            if cursor > 0.0 && cursor + wide > width {
                cursor = 0.0;
                flow.lines += 1;
            }
            let at = pos2(cursor, LINE * (flow.lines - 1) as f32);
            flow.pieces.push(Piece {
                galley,
                part,
                pill,
                missing,
                at,
                wide,
                whole: cut.then(|| text.to_owned()),
            });
            cursor += wide + GAP;
        };
        if words.field.is_empty() {
            let choose = desk.t("outline-choose-field");
            put(&choose, Type::Body, p.text_muted, RowPart::Field, false, true);
        }
        put(&words.field, Type::Body, p.text, RowPart::Field, false, false);
        put(&words.before, Type::Strong, p.text, RowPart::Operator, false, false);
        for value in &words.values {
            put(value, Type::Label, p.accent_text, RowPart::Value, true, false);
        }
        if words.wants_value && words.values.is_empty() {
            put(
                &desk.t("outline-no-value"),
                Type::Label,
                p.text_muted,
                RowPart::Value,
                true,
                true,
            );
        }
        put(&words.after, Type::Strong, p.text, RowPart::Operator, false, false);
        flow
    }

    /// How tall a row of these words is.
    pub(in crate::desktop::editor) fn tall(&self) -> f32 {
        ROW + LINE * (self.lines - 1) as f32
    }

    /// Shows the words from `origin`, the top of the row; returns the part that was clicked. `name` is the condition's.
    pub(in crate::desktop::editor) fn show(
        &self,
        ui: &mut Ui,
        origin: Pos2,
        id: Id,
        name: &str,
        stop: bool,
        desk: &Desk<'_, '_>,
    ) -> Option<RowPart> {
        let p = palette(ui);
        let mut clicked = None;
        for part in [RowPart::Field, RowPart::Operator, RowPart::Value] {
            let rects: Vec<Rect> = self.of_part(part).map(|piece| piece.rect(origin)).collect();
            let Some(first) = rects.first() else { continue };
            // What stands around the values is one thing with two places; values are one thing with several.
            let whole = if part == RowPart::Value {
                rects.iter().fold(*first, |whole, rect| whole.union(*rect))
            } else {
                *first
            };
            let sense = if stop { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(whole.expand2(vec2(2.0, 2.0)), id.with(("word", part as u8)), sense);
            let spoken = format!("{name} {}", part_name(part, desk));
            let said: Vec<&str> = self.of_part(part).map(|piece| piece.galley.text()).collect();
            response.widget_info(|| {
                let mut info = WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken);
                info.current_text_value = Some(said.join(", "));
                info
            });
            let lively = response.hovered() || response.has_focus();
            for piece in self.of_part(part) {
                piece.paint(ui, origin, lively, p);
            }
            crate::desktop::widgets::focus_ring(ui, &response, whole, radius::S);
            let cut: Vec<&str> = self.of_part(part).filter_map(|piece| piece.whole.as_deref()).collect();
            let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
            let response = if cut.is_empty() {
                response
            } else {
                response.on_hover_text(cut.join("\n"))
            };
            if response.clicked() {
                clicked = Some(part);
            }
        }
        clicked
    }

    fn of_part(&self, part: RowPart) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| piece.part == part)
    }
}

impl Piece {
    fn rect(&self, origin: Pos2) -> Rect {
        let top = origin.y + self.at.y + (ROW - PILL) / 2.0;
        Rect::from_min_size(pos2(origin.x + self.at.x, top), vec2(self.wide, PILL))
    }

    fn paint(&self, ui: &Ui, origin: Pos2, lively: bool, p: &Palette) {
        let rect = self.rect(origin);
        let fill = match (self.pill, self.missing, lively) {
            (true, false, _) => Some(p.accent_soft),
            (true, true, _) => Some(p.neutral_soft),
            (false, _, true) => Some(p.pressed),
            (false, _, false) => None,
        };
        if let Some(fill) = fill {
            let around = if self.pill { rect } else { rect.expand2(vec2(3.0, 0.0)) };
            ui.painter().rect_filled(around, CornerRadius::same(5), fill);
        }
        if self.pill && lively {
            let edge = egui::Stroke::new(1.0, p.accent);
            ui.painter()
                .rect_stroke(rect, CornerRadius::same(5), edge, egui::StrokeKind::Inside);
        }
        let left = rect.left() + if self.pill { PAD } else { 0.0 };
        let at = pos2(left, rect.center().y - self.galley.size().y / 2.0);
        ui.painter().galley(at, self.galley.clone(), p.text);
    }
}

fn part_name(part: RowPart, desk: &Desk<'_, '_>) -> String {
    desk.t(match part {
        RowPart::Field => "editor-part-field",
        RowPart::Key => "editor-part-key",
        RowPart::Operator => "editor-part-operator",
        RowPart::Value => "editor-part-value",
    })
}

/// Lays a text out on one line; where it is wider than `width`, its middle is left out, since both ends of an address tell it from others.
/// The second value says whether something was left out.
pub(in crate::desktop::editor) fn fitted(
    ui: &Ui,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
) -> (Arc<Galley>, bool) {
    let one = |text: String| ui.painter().layout_no_wrap(text, font.clone(), ink);
    let whole = one(text.to_owned());
    if whole.size().x <= width {
        return (whole, false);
    }
    let letters: Vec<char> = text.chars().collect();
    let (mut least, mut most) = (0, letters.len());
    let mut best = one("…".to_owned());
    while least < most {
        let kept = (least + most).div_ceil(2);
        let head = kept * 2 / 5;
        let shown: String = letters[..head]
            .iter()
            .chain(&['…'])
            .chain(&letters[letters.len() - (kept - head)..])
            .collect();
        let galley = one(shown);
        if galley.size().x <= width {
            best = galley;
            least = kept;
        } else {
            most = kept - 1;
        }
    }
    (best, true)
}
