//! What the preview of a draft shows where the draft says nothing yet.

use crate::{
    campaign::{Campaign, Content, ContentType, MessagePart, Need, TextPart},
    popup::{Placeholders, shown_parts},
    wording::text::Text,
};

/// Pale words for the parts of a campaign's message that are empty. Those that may stay empty have some only until everything that is needed
/// is there. The `chosen` part has some in any case: what is worked on stays in sight, even where its tokens leave nothing of it.
pub fn placeholders(campaign: &Campaign, chosen: Option<MessagePart>, text: &Text) -> Placeholders {
    let content = &campaign.content;
    // A draft without a type yet is shown as the rich card that it starts from.
    let kind = content.kind.known().unwrap_or(ContentType::Rich);
    let shown = shown_parts(kind).iter().filter(|(part, _)| content.is_in_force(*part));
    let shown = shown.filter_map(|(part, slot)| match part {
        MessagePart::Text(text) => Some((*part, *text, *slot)),
        MessagePart::Picture | MessagePart::Action(_) => None,
    });
    let shown: Vec<_> = shown.collect();
    let is_needed = |part: MessagePart| kind.slot(part).is_some_and(|slot| slot.need == Need::Required);
    let lacks = shown
        .iter()
        .any(|(part, text, _)| is_needed(*part) && is_empty(content, *text));
    // A text that is there says something, even where its tokens leave nothing of it for this visitor.
    let is_pale = |part, text| chosen == Some(part) || (lacks && is_empty(content, text));
    let ghosts = shown.into_iter().filter(|(part, text, _)| is_pale(*part, *text));
    let words = ghosts.filter_map(|(_, part, slot)| Some((slot, text.t(words_key(part)?))));
    Placeholders(words.collect())
}

fn is_empty(content: &Content, part: TextPart) -> bool {
    content.text(part).is_none_or(|text| text.trim().is_empty())
}

/// The key of the words that stand where a text is missing; `None` for a text that no pop-up shows.
fn words_key(part: TextPart) -> Option<&'static str> {
    match part {
        TextPart::Title => Some("placeholder-title"),
        TextPart::Subtitle => Some("placeholder-subtitle"),
        TextPart::ButtonName => Some("placeholder-button"),
        TextPart::Text => Some("placeholder-text"),
        TextPart::UserSay => Some("placeholder-user-say"),
        TextPart::PreviewReply => Some("placeholder-preview-reply"),
        TextPart::ReplyName(_) => Some("placeholder-reply"),
        TextPart::Name
        | TextPart::ImageAlt
        | TextPart::ButtonMessage
        | TextPart::ButtonLink
        | TextPart::ReplyMessage(_)
        | TextPart::ReplyLink(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::{Button, Named, Word},
        studio::testing,
        wording::text::Language,
    };

    fn slots(campaign: &Campaign) -> Vec<&'static str> {
        slots_with(campaign, None)
    }

    fn slots_with(campaign: &Campaign, chosen: Option<MessagePart>) -> Vec<&'static str> {
        let words = placeholders(campaign, chosen, &Text::new(Language::ENGLISH)).0;
        assert!(words.iter().all(|(_, words)| !words.is_empty()), "{words:?}");
        words.into_iter().map(|(slot, _)| slot).collect()
    }

    #[test]
    fn a_blank_campaign_of_each_type_shows_what_belongs_there() {
        for (kind, expected) in ContentType::ALL.iter().zip([
            &["title", "subtitle", "button"][..],
            &["text"],
            &["user_say", "preview_reply"],
        ]) {
            let mut campaign = testing::campaign("Blank");
            campaign.content.kind = Word::Known(*kind);
            assert_eq!(slots(&campaign), expected, "{kind:?}");
        }
    }

    #[test]
    fn what_may_stay_empty_stays_empty_once_the_rest_is_written() {
        let mut campaign = testing::campaign("Blank");
        campaign.content.title = Some("Hello".to_owned());
        assert!(slots(&campaign).contains(&"subtitle"));
        campaign.content.button = Some(Button {
            name: Some("Go".to_owned()),
            ..Button::default()
        });
        assert!(slots(&campaign).is_empty());
        let chosen = |part| slots_with(&campaign, Some(MessagePart::Text(part)));
        assert_eq!(chosen(TextPart::Subtitle), ["subtitle"]);
        // Its words are shown where nothing is left of what is written.
        assert_eq!(chosen(TextPart::Title), ["title"]);
    }
}
