//! A text of the pop-up, typed where it stands: as large, as heavy and as wide as the picture shows it.

use egui::{
    Align, Align2, Color32, FontFamily, FontId, Frame, Id, Key, Margin, Modifiers, Rect, Shape, Ui, UiBuilder,
    epaint::text::VariationCoords,
    text::{CCursor, CCursorRange, TextFormat},
    text_edit::TextEditState,
    vec2,
};

use super::{CanvasAct, CanvasView, Sheet, marks, tag};
use crate::{
    campaign::{TextPart, text_length, token_ranges},
    desktop::{
        detail_editor,
        theme::tokens,
        widgets::{self, PillOutput, PillStyle, Pills, pill_edit},
    },
    popup::{Area, LineSide, TextLook},
    studio::{canvas::Event, room::Room, tone::Tone},
    wording::text::Text,
};

/// How much the pale words of an empty text let through.
const PALE: f32 = 0.5;

/// The identity of the field of `part`.
pub(super) fn field_id(part: TextPart) -> Id {
    Id::unique(("canvas typing", part.pointer()))
}

/// Shows the field of `part` over its picture; with `is_new`, the keyboard goes there.
pub(super) fn show(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    (part, look, area): (TextPart, &TextLook, Area),
    view: &CanvasView<'_>,
    is_new: bool,
    text: &Text,
    acts: &mut Vec<CanvasAct>,
) {
    let id = field_id(part);
    let mut written = view.content.text(part).unwrap_or_default().to_owned();
    if is_new {
        begin(ui, id, &written);
    }
    // The key that led here is not one to leave by.
    let on_pill = widgets::chooses_pill(ui, id);
    let has_keyboard = !is_new && ui.memory(|memory| memory.has_focus(id));
    if let Some(event) = has_keyboard.then(|| key(ui, part, on_pill)).flatten() {
        acts.push(CanvasAct::On(event));
    }
    let place = sheet.rect(look.inner);
    let behind = ui.painter_at(sheet.room).add(Shape::Noop);
    let (ink, ground) = (tokens::of_site(look.color), tokens::of_site(look.ground));
    let name = text.tv("canvas-typing", &[("part", text.t(part.spec().label).into())]);
    let pills = Pills {
        find: token_ranges,
        label: &|source| detail_editor::value(source, view.details),
        said: &|source| detail_editor::name(source, text),
        most: part.limit().code_points(),
    };
    let pale = look.is_placeholder.then_some(look.text.as_str());
    let output = field(ui, sheet, id, &mut written, look, (ink, pale), pills);
    if let Some(pill) = &output.pressed {
        detail_editor::open(ui, id, &written, pill);
    }
    let is_open = detail_editor::is_open(ui, id);
    let known = detail_editor::Known {
        attributes: view.attributes,
        text,
    };
    let edited = detail_editor::show(ui, id, &mut written, known);
    if output.was_cut {
        acts.push(CanvasAct::SayCut(pills.most));
    }
    let response = output.response.accessible_name(&name);
    let covered = place.union(response.rect).expand2(vec2(2.0, 1.0));
    ui.painter_at(sheet.room)
        .set(behind, Shape::rect_filled(covered, 2.0, ground));
    let outlined = covered.union(sheet.rect(area));
    marks::outline(&ui.painter_at(sheet.room), sheet, outlined);
    counter(ui, sheet, part, &written, outlined, text);
    if response.changed() || edited {
        if part.spec().lines == 1 {
            written = written.replace(['\n', '\r'], " ");
        }
        acts.push(CanvasAct::Write(part, written));
    }
    // The editor of a detail has the keyboard for a while.
    if response.lost_focus() && !is_new && !is_open {
        acts.push(CanvasAct::On(Event::Stop));
    }
}

/// Moves the keyboard to the end of the text.
fn begin(ui: &Ui, id: Id, written: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursorRange::one(CCursor::new(written.chars().count()));
    state.cursor.set_char_range(Some(end));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Takes the keys that lead out of the text.
fn key(ui: &Ui, part: TextPart, on_pill: bool) -> Option<Event> {
    let ends = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab)) {
        Some(Event::Go { forward: false })
    } else if ends(Key::Tab) {
        Some(Event::Go { forward: true })
    } else if ends(Key::Escape) || part.spec().lines == 1 && !on_pill && ends(Key::Enter) {
        Some(Event::Leave)
    } else {
        None
    }
}

fn field(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    id: Id,
    written: &mut String,
    look: &TextLook,
    (ink, pale): (Color32, Option<&str>),
    pills: Pills<'_>,
) -> PillOutput {
    let place = sheet.rect(look.inner);
    let format = format(look, sheet.scale(), ink);
    let (align, side) = match look.side {
        LineSide::Left => (Align2::LEFT_TOP, Align::LEFT),
        LineSide::Middle => (Align2::CENTER_TOP, Align::Center),
        LineSide::Right => (Align2::RIGHT_TOP, Align::RIGHT),
    };
    let style = PillStyle {
        pill: format.clone(),
        plain: format.clone(),
        // It shows on the colour of any card or button.
        wash: ink.gamma_multiply(0.14),
        wraps: true,
        breaks: true,
        align: side,
    };
    let builder = UiBuilder::new().id_salt("canvas typing").max_rect(place);
    let mut child = ui.new_child(builder);
    child.shrink_clip_rect(sheet.room);
    let visuals = child.visuals_mut();
    visuals.text_cursor.stroke.color = ink;
    visuals.selection.bg_fill = ink.gamma_multiply(0.25);
    let hint = egui::RichText::new(pale.unwrap_or_default())
        .font(format.font_id.clone())
        .color(ink.gamma_multiply(PALE));
    pill_edit(&mut child, id, written, pills, &style, |edit| {
        edit.frame(Frame::NONE)
            .margin(Margin::ZERO)
            .align(align)
            .desired_rows(1)
            .desired_width(place.width())
            .min_size(vec2(place.width(), 0.0))
            .hint_text(hint)
            .event_filter(egui::EventFilter {
                tab: true,
                escape: true,
                horizontal_arrows: true,
                vertical_arrows: true,
            })
    })
}

fn format(look: &TextLook, scale: f32, color: Color32) -> TextFormat {
    TextFormat {
        coords: VariationCoords::new([(b"wght", f32::from(look.weight))]),
        line_height: Some(look.line * scale),
        ..TextFormat::simple(FontId::new(look.size * scale, FontFamily::Proportional), color)
    }
}

/// Shows how much room is used, above the text.
fn counter(ui: &Ui, sheet: &Sheet<'_>, part: TextPart, written: &str, place: Rect, text: &Text) {
    let Some(room) = Room::of(text_length(written), part.limit()) else {
        return;
    };
    let p = sheet.palette();
    let colors = match room.tone() {
        Tone::Danger => (p.danger, p.surface),
        Tone::Neutral | Tone::Accent | Tone::Success | Tone::Warning => (p.accent, p.on_accent),
    };
    let words = room.figures();
    let painter = ui.painter_at(sheet.room);
    let drawn = tag(&painter, &words, colors, |size| {
        egui::pos2(place.right() - size.x, marks::top_above(sheet, place, size.y))
    });
    let id = Id::unique(("canvas counter", part.pointer()));
    widgets::tell_count(ui, id, drawn, &room.words(text), room.is_announced());
}
