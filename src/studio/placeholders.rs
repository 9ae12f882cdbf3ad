//! What the preview of a draft shows where the draft says nothing yet.

use crate::{
    campaign::{Campaign, Content, ContentType, MessagePart, Need, TextPart},
    popup::Placeholders,
    wording::text::Text,
};

/// Pale words for the parts of a campaign's message that are empty. Those that may stay empty have some only until everything that is needed
/// is there.
pub fn placeholders(campaign: &Campaign, text: &Text) -> Placeholders {
    let content = &campaign.content;
    // A draft without a type yet is shown as the rich card that it starts from.
    let kind = content.kind.known().unwrap_or(ContentType::Rich);
    let texts = kind.slots().iter().filter_map(|slot| match slot.part {
        MessagePart::Text(part) => Some((part, slot.need)),
        MessagePart::Picture | MessagePart::Action => None,
    });
    let texts: Vec<(TextPart, Need)> = texts.filter(|(part, _)| shown_in(*part, content).is_some()).collect();
    let is_lacking = |(part, need): &(TextPart, Need)| *need == Need::Required && is_empty(content, *part);
    if !texts.iter().any(is_lacking) {
        return Placeholders::default();
    }
    // A text that is there says something, even where its tokens leave nothing of it for this visitor.
    let empty = texts.iter().filter(|(part, _)| is_empty(content, *part));
    let words = empty.filter_map(|(part, _)| {
        let (slot, key) = shown_in(*part, content)?;
        Some((slot, text.t(key)))
    });
    Placeholders(words.collect())
}

fn is_empty(content: &Content, part: TextPart) -> bool {
    content.text(part).is_none_or(|text| text.trim().is_empty())
}

/// The slot of the pop-up that shows a text, and the key of the words that stand there without one; `None` for a text that is not shown.
fn shown_in(part: TextPart, content: &Content) -> Option<(&'static str, &'static str)> {
    match part {
        TextPart::Title => Some(("title", "placeholder-title")),
        TextPart::Subtitle => Some(("subtitle", "placeholder-subtitle")),
        TextPart::ButtonName => Some(("button", "placeholder-button")),
        TextPart::Text => Some(("text", "placeholder-text")),
        TextPart::UserSay if content.kind.known() == Some(ContentType::OpenWindow) => {
            Some(("user_say", "placeholder-user-say"))
        }
        TextPart::PreviewReply => Some(("preview_reply", "placeholder-preview-reply")),
        TextPart::Name | TextPart::ButtonMessage | TextPart::ButtonLink | TextPart::UserSay => None,
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
        let words = placeholders(campaign, &Text::new(Language::ENGLISH)).0;
        assert!(words.iter().all(|(_, words)| !words.is_empty()), "{words:?}");
        words.into_iter().map(|(slot, _)| slot).collect()
    }

    #[test]
    fn a_blank_campaign_of_each_type_shows_what_belongs_there() {
        for (kind, expected) in ContentType::ALL.iter().zip([
            &["title", "button", "subtitle"][..],
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
    }
}
