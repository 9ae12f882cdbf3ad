//! A text of the message: its label, its field with a live counter and the menu that inserts an attribute, and what is wrong with it.

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use super::{line::Line, script, token};
use crate::{
    campaign::{Content, TextSpec, text_length, token_ranges},
    desktop::{
        detail_editor,
        editor::desk::Desk,
        theme::{Icon, Type, palette},
        widgets::{self, Field, FieldResponse, Pills},
    },
    insight::TextPart,
    studio::{action::Action, echo, room::Room, tone::Tone},
};

/// Height of what stands in a field besides its text.
const BESIDE: f32 = 20.0;

/// What a field translates.
struct Translated {
    /// The translation in which it is.
    tag: String,
    /// What the campaign itself says.
    own: String,
}

/// A text field for one part of the message.
#[must_use = "call `show`"]
pub(super) struct TextInput {
    part: TextPart,
    spec: TextSpec,
    help: &'static str,
    placeholder: Option<String>,
    translates: Option<Translated>,
}

impl TextInput {
    /// A field for `part`.
    pub(super) fn new(part: TextPart) -> Self {
        Self {
            part,
            spec: part.spec(),
            help: "",
            placeholder: None,
            translates: None,
        }
    }

    /// Shows these words while it is empty, in place of its own.
    pub(super) fn placeholder(mut self, words: Option<String>) -> Self {
        self.placeholder = words.filter(|words| !words.trim().is_empty());
        self
    }

    /// Explains the field; `key` is empty for one that explains itself.
    pub(super) fn help(mut self, key: &'static str) -> Self {
        self.help = key;
        self
    }

    /// A field for the same text in a translation, below the campaign's `own` text.
    pub(super) fn in_language(mut self, tag: &str, own: &str) -> Self {
        self.translates = Some(Translated {
            tag: tag.to_owned(),
            own: own.to_owned(),
        });
        self
    }

    /// Shows the field over the whole width and applies what was typed.
    pub(super) fn show(self, ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
        let mut text = content.text(self.part).unwrap_or_default().to_owned();
        if self.edit(ui, &mut text, desk) {
            echo::write(content, self.part, (!text.is_empty()).then_some(text));
        }
    }

    /// The same for a text that is always there. True when it was changed.
    pub(super) fn edit(&self, ui: &mut Ui, text: &mut String, desk: &mut Desk<'_, '_>) -> bool {
        let label = desk.t(self.spec.label);
        let help = match self.help {
            "" => String::new(),
            key => desk.t(key),
        };
        let line = Line::new(&label).tip(&help);
        let shown = line.show(ui, |ui, above| {
            if let Some(Translated { own, .. }) = &self.translates {
                reference(ui, own);
            }
            self.field(ui, &label, above, text, desk)
        });
        shown.0
    }

    /// The same without a label of its own, which the row around it has: `above` identifies that.
    pub(super) fn field(
        &self,
        ui: &mut Ui,
        label: &str,
        above: Id,
        text: &mut String,
        desk: &mut Desk<'_, '_>,
    ) -> bool {
        let TextSpec {
            pointer, label: key, ..
        } = self.spec;
        let place = match &self.translates {
            Some(Translated { tag, .. }) => self.part.pointer_in(tag),
            None => pointer.to_owned(),
        };
        let id = Id::unique(("editor-message", &place));
        let findings: Vec<(Tone, String)> = desk
            .ctx
            .analysis
            .findings_at(&place)
            .map(|finding| (finding.tone(), finding.line()))
            .collect();
        let placeholder = match &self.placeholder {
            Some(words) => words.clone(),
            None => desk.t(&format!("{key}-placeholder")),
        };
        let beside = Beside::new(ui, text_length(text), &self.spec);
        let (right, bottom) = beside.inset();
        let words = desk.ctx.text;
        let pills = Pills {
            find: token_ranges,
            label: &detail_editor::label,
            said: &|source| detail_editor::name(source, words),
            most: self.spec.limit.code_points(),
        };
        let field = Field::new(label, text)
            .labelled_by(above)
            .id(id)
            .rows(self.spec.lines)
            .pills(pills)
            .placeholder(&placeholder)
            .inset(right, bottom)
            .findings(&findings);
        let FieldResponse {
            response,
            pressed,
            was_cut,
        } = field.show(ui);
        if was_cut {
            say_cut(pills.most, desk);
        }
        if let Some(pill) = pressed {
            detail_editor::open(ui, id, text, &pill);
        }
        let known = detail_editor::Known {
            attributes: desk.ctx.keys.attributes(),
            text: words,
        };
        let edited = detail_editor::show(ui, id, text, known);
        let inserted = beside.show(ui, response.rect, label, text, id, desk);
        desk.arrive(ui, &place, id, response.rect);
        if self.translates.is_some() {
            desk.arrive(ui, pointer, id, response.rect);
        }
        if response.has_focus() {
            desk.focused = Some(pointer);
        }
        note_direction(ui, text, desk);
        let changed = edited || response.changed();
        if inserted {
            desk.structural("editor-step-token");
        } else if changed {
            desk.typing(&place, "editor-step-text");
        }
        inserted || changed
    }
}

/// What stands in a field besides its text: how much room is used, and the way to insert an attribute.
struct Beside {
    counter: Option<Room>,
    counter_width: f32,
    takes_tokens: bool,
    /// Whether it has a line of its own, below those of the text.
    below: bool,
}

impl Beside {
    fn new(ui: &Ui, count: usize, spec: &TextSpec) -> Self {
        let counter = Room::of(count, spec.limit);
        let width = counter.map_or(0.0, |room| {
            let ink = palette(ui).text_faint;
            let galley = ui.painter().layout_no_wrap(room.figures(), Type::Caption.font(), ink);
            galley.size().x.ceil() + 6.0
        });
        Self {
            counter,
            counter_width: width,
            takes_tokens: spec.takes_tokens,
            below: spec.lines > 1,
        }
    }

    fn inset(&self) -> (i8, i8) {
        let button = if self.takes_tokens { BESIDE } else { 0.0 };
        let width = self.counter_width + button;
        match (width > 0.0, self.below) {
            (false, _) => (0, 0),
            (true, true) => (0, 18),
            (true, false) => (width as i8, 0),
        }
    }

    /// Shows it in the field at `place`. True when an attribute was inserted.
    fn show(self, ui: &Ui, place: Rect, label: &str, text: &mut String, field: Id, desk: &Desk<'_, '_>) -> bool {
        let middle = match self.below {
            true => place.bottom() - 14.0,
            false => place.center().y,
        };
        let mut right = place.right() - 8.0;
        if let Some(room) = self.counter {
            let p = palette(ui);
            let ink = match room.tone() {
                Tone::Neutral => p.text_faint,
                tone @ (Tone::Accent | Tone::Success | Tone::Warning | Tone::Danger) => tone.color(p),
            };
            let galley = ui.painter().layout_no_wrap(room.figures(), Type::Caption.font(), ink);
            let size = galley.size();
            let rect = Rect::from_min_size(pos2(right - size.x, middle - size.y / 2.0), size);
            let words = room.words(desk.ctx.text);
            widgets::tell_count(ui, field.with("counter"), rect, &words, room.is_announced());
            ui.painter().galley(rect.min, galley, ink);
            right -= self.counter_width;
        }
        let button = Rect::from_center_size(pos2(right - BESIDE / 2.0, middle), vec2(BESIDE, BESIDE));
        self.takes_tokens && token::button(ui, button, label, text, field, desk)
    }
}

/// Says that a part of what was pasted has no room.
fn say_cut(most: usize, desk: &mut Desk<'_, '_>) {
    let words = desk.t1("editor-paste-cut", "count", most);
    desk.actions.send(Action::Say(words));
}

/// Shows what the campaign itself says, to be translated.
fn reference(ui: &mut Ui, own: &str) {
    if !own.trim().is_empty() {
        let words = Type::Small.text(own, palette(ui).text_muted);
        ui.add(egui::Label::new(words).wrap().selectable(true));
    }
}

fn note_direction(ui: &mut Ui, text: &str, desk: &Desk<'_, '_>) {
    if !script::is_right_to_left(text) {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let color = palette(ui).text_muted;
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
        Icon::Info.paint(ui.painter(), rect.center(), 14.0, color);
        ui.add(egui::Label::new(Type::Caption.text(desk.t("editor-right-to-left"), color)).wrap());
    });
}
