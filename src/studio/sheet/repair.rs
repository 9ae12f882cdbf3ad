//! What repairs a finding of the sheet.

use serde_json::Value;

use super::Texts;
use crate::{
    campaign::{Colors, Look, LookKey, MessagePart, READABLE, Rgb, Style, TextPart, text_length},
    popup::{Layout, TextLook},
};

/// What repairs a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// This colour for the campaign's look; `None` for the theme's own.
    Color(LookKey, Option<Rgb>),
    /// Another text.
    Shorten(TextPart),
}

/// How many steps lie between a colour and white, or black.
const STEPS: u16 = 64;

/// A shorter text, where the campaign's own texts are too long: the longest that is shown.
pub(super) fn of_cut(texts: Texts, layout: &Layout) -> Option<Repair> {
    let lengths = layout.parts.iter().filter_map(|drawn| match (drawn.part, &drawn.text) {
        (MessagePart::Text(part), Some(look)) if !look.is_placeholder => Some((text_length(&look.text), part)),
        (MessagePart::Text(_) | MessagePart::Picture | MessagePart::Action(_), _) => None,
    });
    let (_, longest) = lengths.max_by_key(|(length, _)| *length)?;
    texts.is_own().then_some(Repair::Shorten(longest))
}

/// The nearest colour with which a text can be read in every theme.
pub(super) fn of_contrast(part: MessagePart, drawn: &TextLook, own: &Look, site: &Look) -> Option<Repair> {
    let style = Style::of(&[own, site]);
    let repair = match part {
        MessagePart::Text(TextPart::ButtonName | TextPart::UserSay) => {
            let color = nearest(style.color, |color| reads(&Style { color, ..style }, Colors::of_button))?;
            Repair::Color(LookKey::Color, Some(color))
        }
        MessagePart::Text(
            TextPart::Title | TextPart::Subtitle | TextPart::Text | TextPart::ReplyName(_) | TextPart::PreviewReply,
        ) => {
            let stands_out = |text: Rgb| {
                let style = Style {
                    text: Some(text),
                    ..style
                };
                text.contrast(drawn.ground) >= READABLE && reads(&style, Colors::of_text)
            };
            match nearest(drawn.color, stands_out) {
                Some(text) => Repair::Color(LookKey::Text, Some(text)),
                // No colour can be read on a light card and on a dark one, but each theme has its own.
                None if style.text.is_some() => Repair::Color(LookKey::Text, None),
                None => return None,
            }
        }
        MessagePart::Text(
            TextPart::Name
            | TextPart::ImageAlt
            | TextPart::ButtonMessage
            | TextPart::ButtonLink
            | TextPart::ReplyMessage(_)
            | TextPart::ReplyLink(_),
        )
        | MessagePart::Picture
        | MessagePart::Action(_) => return None,
    };
    Some(repair)
}

/// Whether visitors can read something in each theme that they may see.
fn reads(style: &Style, contrast: fn(&Colors) -> f64) -> bool {
    style.every_colors().iter().all(|colors| contrast(colors) >= READABLE)
}

/// The colour nearest to `color`, on its way to black or white, that will do.
fn nearest(color: Rgb, will_do: impl Fn(Rgb) -> bool) -> Option<Rgb> {
    let towards = |end: u8, step: u16| {
        let mix = |channel: u8| ((u16::from(channel) * (STEPS - step) + u16::from(end) * step) / STEPS) as u8;
        Rgb::new(mix(color.r), mix(color.g), mix(color.b))
    };
    let ways = (0..=STEPS).flat_map(|step| [towards(0, step), towards(255, step)]);
    ways.into_iter().find(|color| will_do(*color))
}

impl Repair {
    /// The value that a colour is written as.
    pub fn value(color: Option<Rgb>) -> Value {
        color.map_or(Value::Null, |color| Value::String(color.to_string()))
    }
}
