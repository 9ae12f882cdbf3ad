//! In which of its languages the open campaign's message is being written: its own, or a translation.

use crate::campaign::{Content, MessagePart, PartTranslation, Translation, translation_of};

/// The language that was chosen last, and for which campaign.
#[derive(Debug, Default)]
pub struct Speaking {
    session: u64,
    tag: Option<String>,
}

/// Something that leads to a language.
#[derive(Debug, Clone, Copy)]
pub enum Event<'a> {
    /// A language is chosen in the campaign of this session; `None` for its own.
    Choose(u64, Option<&'a str>),
    /// A place of that campaign is looked for, as a JSON Pointer.
    Place(u64, &'a str),
}

impl Speaking {
    /// Handles `event`.
    pub fn on(&mut self, event: Event<'_>) {
        let (session, tag) = match event {
            Event::Choose(session, tag) => (session, tag.map(str::to_owned)),
            // A place of the content itself has its field in every language.
            Event::Place(session, place) => match translation_of(place) {
                Some((tag, _)) => (session, Some(tag)),
                None => return,
            },
        };
        *self = Self { session, tag };
    }

    /// The tag of the translation that is being written in the campaign of a session; `None` while that is its own language, and once the
    /// translation is gone.
    pub fn tag(&self, session: u64, content: &Content) -> Option<&str> {
        let tag = self.tag.as_deref().filter(|_| self.session == session)?;
        content.translation(tag).map(|_| tag)
    }
}

/// Returns how many parts a translation does not say yet.
pub fn missing(content: &Content, translation: &Translation) -> usize {
    MessagePart::translatable()
        .filter(|part| content.has_part(*part))
        .filter(|part| content.part_translation(translation, *part) == PartTranslation::Missing)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content() -> Content {
        let mut content = Content {
            title: Some("Hello".to_owned()),
            subtitle: Some("Ask".to_owned()),
            ..Content::default()
        };
        content.translation_mut("tr").texts.title = Some("Merhaba".to_owned());
        content
    }

    #[test]
    fn a_language_is_written_until_it_is_gone_or_another_campaign_is_open() {
        let mut content = content();
        let mut speaking = Speaking::default();
        assert_eq!(speaking.tag(1, &content), None);
        speaking.on(Event::Choose(1, Some("tr")));
        assert_eq!(speaking.tag(1, &content), Some("tr"));
        assert_eq!(speaking.tag(2, &content), None);
        content.translations.clear();
        assert_eq!(speaking.tag(1, &content), None);
    }

    #[test]
    fn a_place_in_a_translation_leads_to_its_language() {
        let content = content();
        let mut speaking = Speaking::default();
        speaking.on(Event::Place(1, "/content/translations/tr/subtitle"));
        assert_eq!(speaking.tag(1, &content), Some("tr"));
        speaking.on(Event::Place(1, "/content/title"));
        assert_eq!(
            speaking.tag(1, &content),
            Some("tr"),
            "the field is there in every language"
        );
        speaking.on(Event::Choose(1, None));
        assert_eq!(speaking.tag(1, &content), None);
    }

    #[test]
    fn what_is_missing_is_counted() {
        let content = content();
        assert_eq!(missing(&content, &content.translations[0]), 1);
    }
}
