//! The parts of the message on the preview's picture: outlined under the pointer, chosen by a press, typed into by a second one.
//!
//! What is chosen, and what follows from a press or a key, is decided in [`crate::studio::canvas`].

mod caption;
mod crop;
mod handles;
mod marks;
mod typing;

pub use crop::{CropAct, CropView};

use egui::{Color32, CursorIcon, Id, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use serde_json::{Map, Value};

use crate::{
    campaign::{Content, MessagePart, TextPart},
    desktop::{
        theme::{Palette, tokens},
        widgets,
    },
    popup::{Area, Layout, PartBox},
    studio::canvas::{CardWidth, Event, Held},
    visitor::VisitorPreset,
    wording::text::Text,
};

/// What is known of the message on the picture.
pub struct CanvasView<'a> {
    /// What of it is being worked on.
    pub held: Held,
    /// What it says, with the tokens in it.
    pub content: &'a Content,
    /// What is known of the visitor who reads it.
    pub details: &'a Map<String, Value>,
    /// Which typical visitor that is; `None` for one of the user's own.
    pub visitor: Option<VisitorPreset>,
    /// Details that other campaigns and visitors have.
    pub attributes: &'a [String],
    /// The picture whose part is being chosen in the place of the card's.
    pub crop: Option<CropView>,
    /// How wide the card is, where its look decides that.
    pub card: Option<CardWidth>,
    /// The part that the keyboard is to go to, for one frame.
    pub keyboard: Option<MessagePart>,
    /// Whether keys are meant for what is in the window, and not for something in front of it.
    pub listens: bool,
}

/// What became of the message in a frame.
#[derive(Debug, Clone, PartialEq)]
pub enum CanvasAct {
    /// Something happened to a part.
    On(Event),
    /// A text was typed into; this is what it says now.
    Write(TextPart, String),
    /// The part of a picture that is being chosen.
    Crop(CropAct),
    /// The card was made this wide.
    Width(u32),
    /// The card is being dragged to this width.
    DragWidth(u32),
    /// The drag is over.
    Drop,
    /// Of what was pasted, only as much was taken as makes this many characters.
    SayCut(usize),
}

/// What the parts remember from frame to frame.
#[derive(Debug, Default)]
pub(super) struct CanvasMemory {
    /// The picture, of those beside each other, in which the parts were pressed last.
    pub(super) active: usize,
    /// The part that was chosen in the frame before.
    chosen: Option<MessagePart>,
    /// The text that was typed into in the frame before.
    typing: Option<TextPart>,
    /// Whether sizes and distances are left out.
    pub(super) hides_measures: bool,
}

/// A picture with a message on it.
pub(super) struct Sheet<'a> {
    /// Where the parts are in it.
    pub(super) layout: &'a Layout,
    /// Where it stands in the window; parts of it may lie outside of the room.
    pub(super) place: Rect,
    /// Where it can be seen.
    pub(super) room: Rect,
    /// Whether the pop-up looks dark.
    pub(super) is_dark: bool,
    /// Its number among the pictures beside each other.
    pub(super) number: usize,
}

impl Sheet<'_> {
    /// Points for one pixel of the page.
    fn scale(&self) -> f32 {
        self.place.width() / self.layout.size.0.max(1.0)
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.place.min + vec2(x, y) * self.scale()
    }

    fn rect(&self, area: Area) -> Rect {
        Rect::from_min_max(self.at((area.x, area.y)), self.at((area.right(), area.bottom())))
    }

    /// The colours of what lies on the picture: those of its own theme, so that they can be told from it.
    fn palette(&self) -> &'static Palette {
        tokens::of(self.is_dark)
    }
}

/// Shows the parts of the message on a picture. Returns how far the picture has to be moved for a part that was just chosen to be seen.
pub(super) fn show(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    view: &CanvasView<'_>,
    memory: &mut CanvasMemory,
    text: &Text,
    acts: &mut Vec<CanvasAct>,
) -> egui::Vec2 {
    let is_active = memory.active == sheet.number;
    let picture = sheet.layout.part(MessagePart::Picture);
    if let (Some(crop), Some(picture)) = (&view.crop, picture) {
        // Nothing else is worked on meanwhile, and the picture of one page stands for those of all.
        if is_active {
            crop::show(ui, sheet, sheet.rect(picture.area), crop, text, acts);
        }
        return egui::Vec2::ZERO;
    }
    let mut hovered = None;
    for drawn in &sheet.layout.parts {
        let response = part(ui, sheet, drawn, view, is_active, text);
        if response.has_focus() {
            widgets::note_edit_key(ui, response.id);
        }
        let edits = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2));
        if response.clicked() || edits {
            memory.active = sheet.number;
            acts.push(CanvasAct::On(Event::Press(drawn.part)));
        } else if response.gained_focus() {
            acts.push(CanvasAct::On(Event::Reach(drawn.part)));
        }
        if response.hovered() && !ui.input(|input| input.pointer.is_decidedly_dragging()) {
            hovered = Some(drawn);
        }
    }
    let chosen = match view.held {
        Held::Nothing => None,
        Held::Part(part) => Some(part),
        Held::Typing(part) => Some(MessagePart::Text(part)),
    };
    let painter = ui.painter_at(sheet.room);
    if let Some(drawn) = hovered.filter(|drawn| chosen != Some(drawn.part)) {
        marks::hovered(&painter, sheet, drawn, &text.t(drawn.part.label()));
    }
    if let Some(drawn) = hovered {
        let types = matches!(drawn.part, MessagePart::Text(_)) && chosen == Some(drawn.part);
        let cursor = if types {
            CursorIcon::Text
        } else {
            CursorIcon::PointingHand
        };
        ui.ctx().set_cursor_icon(cursor);
    }
    let drawn = chosen.and_then(|part| sheet.layout.part(part));
    let is_typed = is_active && matches!(view.held, Held::Typing(_));
    if let Some(drawn) = drawn.filter(|_| !is_typed) {
        marks::outline(&painter, sheet, sheet.rect(drawn.area));
    }
    if !is_active {
        return egui::Vec2::ZERO;
    }
    handles::show(ui, sheet, view, text, acts);
    let typed = match view.held {
        Held::Typing(part) => drawn.and_then(|drawn| Some((part, drawn.text.as_ref()?, drawn.area))),
        Held::Nothing | Held::Part(_) => None,
    };
    match (typed, drawn) {
        (Some((part, look, area)), _) => {
            let is_new = memory.typing != Some(part);
            typing::show(ui, sheet, (part, look, area), view, is_new, text, acts);
        }
        (None, Some(drawn)) => {
            if !memory.hides_measures {
                marks::measured(&painter, sheet, drawn);
            }
            caption::show(ui, sheet, drawn, view, text, acts);
        }
        (None, None) => {}
    }
    memory.typing = typed.map(|(part, ..)| part);
    if view.listens && typed.is_none() && chosen.is_some() && ui.input(|input| input.key_pressed(Key::Escape)) {
        acts.push(CanvasAct::On(Event::Leave));
    }
    let is_new = std::mem::replace(&mut memory.chosen, chosen) != chosen;
    let place = drawn.filter(|_| is_new).map(|drawn| sheet.rect(drawn.area));
    place.map_or(egui::Vec2::ZERO, |place| into(sheet.room, place))
}

/// A part as something to press and to reach with the keyboard; of several pictures of it, the keyboard reaches that of one.
fn part(ui: &Ui, sheet: &Sheet<'_>, drawn: &PartBox, view: &CanvasView<'_>, is_active: bool, text: &Text) -> Response {
    let id = Id::unique(("canvas part", sheet.number, drawn.part.pointer()));
    let sense = if is_active { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(sheet.rect(drawn.area), id, sense);
    if !is_active {
        return response;
    }
    let is_chosen = view.held == Held::Part(drawn.part);
    let name = spoken(drawn, text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let about = caption::words(drawn, text).join(", ");
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(about));
    if view.keyboard == Some(drawn.part) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    response
}

/// What a screen reader says of a part: what it is, and what it shows.
fn spoken(drawn: &PartBox, text: &Text) -> String {
    let part = text.t(drawn.part.label());
    match &drawn.text {
        None => part,
        Some(look) if look.is_placeholder => text.tv("canvas-empty", &[("part", part.into())]),
        Some(look) => text.tv(
            "canvas-part",
            &[("part", part.into()), ("text", look.text.as_str().into())],
        ),
    }
}

/// How far something at `place` has to be moved to be seen in `room`.
fn into(room: Rect, place: Rect) -> egui::Vec2 {
    let along = |low: f32, high: f32, begin: f32, end: f32| {
        if begin < low {
            low - begin
        } else if end > high {
            (high - end).max(low - begin)
        } else {
            0.0
        }
    };
    vec2(
        along(room.left(), room.right(), place.left(), place.right()),
        along(room.top(), room.bottom(), place.top(), place.bottom()),
    )
}

/// A small label in the colour of the outline, with its upper left corner at the result of `at` for its size.
pub(super) fn tag(
    painter: &egui::Painter,
    words: &str,
    (fill, ink): (Color32, Color32),
    at: impl FnOnce(egui::Vec2) -> Pos2,
) -> Rect {
    let galley = painter.layout_no_wrap(words.to_owned(), crate::desktop::theme::Type::Overline.font(), ink);
    let size = galley.size() + vec2(10.0, 4.0);
    let rect = Rect::from_min_size(at(size), size);
    painter.rect_filled(rect, 4.0, fill);
    painter.galley(rect.min + vec2(5.0, 2.0), galley, ink);
    rect
}
