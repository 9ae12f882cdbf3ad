//! What is said twice is typed once: the name of a button, what it says to the chatbot, and what the visitor says by it are the same until one of them
//! is written on its own.

#[cfg(test)]
mod tests;

use crate::campaign::{Action, ClickTarget, Content, ContentType, TextPart};

/// The texts that say the same; each follows the one before.
const CHAIN: [TextPart; 3] = [TextPart::ButtonName, TextPart::ButtonMessage, TextPart::UserSay];

/// Writes a text of the message, or removes it, as somebody who types it; the texts that said the same before follow.
pub fn write(content: &mut Content, part: TextPart, text: Option<String>) {
    let before = said(content, part).to_owned();
    for follower in followers(content, part, &before) {
        match follower {
            // A button whose message is empty has one nevertheless: it opens no link.
            TextPart::ButtonMessage => content.set_action(
                ClickTarget::Message,
                Some(Action::Message(text.clone().unwrap_or_default())),
            ),
            other => content.set_text(other, text.clone()),
        }
    }
    content.set_text(part, text);
}

/// Writes a text of a translation, or removes it. The texts that said the same before follow, where those of the message itself say the same too.
pub fn write_in(content: &mut Content, tag: &str, part: TextPart, text: Option<String>) {
    let echoes = |follower: TextPart| said(content, follower) == said(content, part);
    let is_card = content.kind.known() == Some(ContentType::Rich);
    let place = CHAIN.iter().position(|other| *other == part).filter(|_| is_card);
    let below = place.map_or(&[][..], |place| &CHAIN[place + 1..]);
    let texts = content.translation(tag).map(|translation| &translation.texts);
    let before = texts.map_or("", |texts| said(texts, part)).to_owned();
    let follows = |follower: &TextPart| echoes(*follower) && texts.map_or("", |texts| said(texts, *follower)) == before;
    let followers: Vec<TextPart> = below.iter().copied().take_while(follows).collect();
    let texts = &mut content.translation_mut(tag).texts;
    for follower in followers {
        texts.set_text(follower, text.clone());
    }
    texts.set_text(part, text);
}

/// The texts below `part` in the chain that say what it said `before`, up to the first one that says something else.
fn followers(content: &Content, part: TextPart, before: &str) -> Vec<TextPart> {
    let is_card = content.kind.known() == Some(ContentType::Rich);
    let place = CHAIN.iter().position(|other| *other == part).filter(|_| is_card);
    let below = place.map_or(&[][..], |place| &CHAIN[place + 1..]);
    let opens_link = matches!(content.action(ClickTarget::Message), Some(Action::Link(_)));
    let below = below
        .iter()
        .copied()
        .filter(|part| !(opens_link && *part == TextPart::ButtonMessage));
    below.take_while(|part| said(content, *part) == before).collect()
}

fn said(content: &Content, part: TextPart) -> &str {
    content.text(part).unwrap_or_default()
}
