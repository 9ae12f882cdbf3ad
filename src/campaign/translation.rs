//! A campaign's texts in further languages (`tests/specification/languages.md`).
//!
//! A translation says in another language what the campaign says. What it does not say stays as the campaign says it, part by part; what the
//! campaign itself does not say, it cannot add. Which language a visitor gets is the engine's to decide.

use super::language::{same_language, spoken_tag};
use super::parts::{MessagePart, Translated};
use super::{Campaign, Content, Extras};

/// The key of the translations in a content.
pub(super) const TRANSLATIONS: &str = "translations";

/// The texts of one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Translation {
    /// BCP 47 tag of the language, as the file has it.
    pub tag: String,
    /// The texts and the picture. It has no type, no language and no translations of its own.
    pub texts: Content,
}

impl Translation {
    /// Creates an empty one.
    pub fn new(tag: &str) -> Translation {
        Translation {
            tag: tag.to_owned(),
            ..Translation::default()
        }
    }

    /// Returns whether it says anything.
    pub fn is_empty(&self) -> bool {
        self.texts == Content::default()
    }
}

/// What a translation makes of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartTranslation {
    /// The campaign says nothing there, so there is nothing to translate.
    Nothing,
    /// It is said in the language.
    Done,
    /// The campaign's own text stands in, and should not.
    Missing,
    /// The campaign's own text or picture stands in, and may.
    Own,
    /// The translation says something that the campaign does not.
    Excess,
}

impl Content {
    /// Returns the translation into a language, however its tag is written.
    pub fn translation(&self, tag: &str) -> Option<&Translation> {
        self.translations
            .iter()
            .find(|translation| same_language(&translation.tag, tag))
    }

    /// Returns the same to be changed; it is added where it is missing.
    pub fn translation_mut(&mut self, tag: &str) -> &mut Translation {
        let found = self.translations.iter().position(|one| same_language(&one.tag, tag));
        let at = found.unwrap_or_else(|| {
            self.translations.push(Translation::new(tag));
            self.translations.len() - 1
        });
        &mut self.translations[at]
    }

    /// Returns the translations that visitors may get, without those that a tag or an earlier one rules out, and those that say nothing.
    pub fn spoken_translations(&self) -> impl Iterator<Item = &Translation> {
        let takes_part = |at: usize, translation: &Translation| {
            let is = |tag: &str| same_language(tag, &translation.tag);
            spoken_tag(&translation.tag).is_some()
                && !self.language.as_deref().is_some_and(is)
                && !self.translations[..at].iter().any(|earlier| is(&earlier.tag))
                && self.translated_parts(translation).next().is_some()
        };
        let all = self.translations.iter().enumerate();
        all.filter_map(move |(at, translation)| takes_part(at, translation).then_some(translation))
    }

    /// Returns the content as those see it who get a translation; as the campaign itself says it where there is no such translation.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Content {
        let Some(translation) = self.translation(tag) else {
            return self.clone();
        };
        let mut content = Content {
            language: Some(translation.tag.clone()),
            translations: Vec::new(),
            ..self.clone()
        };
        for part in self.translated_parts(translation) {
            copy(part, &translation.texts, &mut content);
        }
        content
    }

    /// Drops the translations into a language that an earlier one is in: they count for nothing, even where the earlier one says nothing.
    pub(super) fn forget_repeated_languages(&mut self) {
        let mut first: Vec<Translation> = Vec::with_capacity(self.translations.len());
        for translation in std::mem::take(&mut self.translations) {
            if !first
                .iter()
                .any(|earlier| same_language(&earlier.tag, &translation.tag))
            {
                first.push(translation);
            }
        }
        self.translations = first;
    }

    /// Returns what a translation makes of a part of this content.
    pub fn part_translation(&self, translation: &Translation, part: MessagePart) -> PartTranslation {
        let need = part.translated();
        let says = |content: &Content| says(content, part);
        match (need, says(self), says(&translation.texts)) {
            (Translated::Never, _, _) | (_, false, false) => PartTranslation::Nothing,
            (_, true, true) => PartTranslation::Done,
            (_, false, true) => PartTranslation::Excess,
            (Translated::Needed, true, false) => PartTranslation::Missing,
            (Translated::Optional, true, false) => PartTranslation::Own,
        }
    }

    /// Returns the parts that a translation replaces.
    fn translated_parts(&self, translation: &Translation) -> impl Iterator<Item = MessagePart> {
        MessagePart::translatable()
            .filter(|part| self.has_part(*part))
            .filter(|part| self.part_translation(translation, *part) == PartTranslation::Done)
    }

    /// Returns what visitors get of the translations: what replaces a part, and nothing else.
    pub(super) fn public_translations(&self) -> Vec<Translation> {
        let public = |translation: &Translation| {
            let mut texts = Content::default();
            for part in self.translated_parts(translation) {
                copy(part, &translation.texts, &mut texts);
                if part == MessagePart::Picture && texts.image_dense.is_none() {
                    // An empty name takes the place of the campaign's own picture for dense screens.
                    texts.image_dense = self.image_dense.as_ref().map(|_| String::new());
                }
            }
            Translation {
                tag: spoken_tag(&translation.tag).unwrap_or_default(),
                texts,
            }
        };
        self.spoken_translations().map(public).collect()
    }
}

impl Campaign {
    /// Returns the campaign as those see it who get a translation.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Campaign {
        Campaign {
            content: self.content.in_language(tag),
            ..self.clone()
        }
    }
}

/// Returns whether a content says something in a part: blanks alone are nothing.
fn says(content: &Content, part: MessagePart) -> bool {
    let said = match part {
        MessagePart::Text(part) => content.text(part),
        MessagePart::Picture => content.image.as_deref(),
        MessagePart::Action(_) => None,
    };
    said.is_some_and(|text| !text.trim().is_empty())
}

/// Copies a part from one content to another.
fn copy(part: MessagePart, from: &Content, to: &mut Content) {
    match part {
        MessagePart::Text(part) => to.set_text(part, from.text(part).map(str::to_owned)),
        MessagePart::Picture => (to.image, to.image_dense) = (from.image.clone(), from.image_dense.clone()),
        MessagePart::Action(_) => {}
    }
}

/// Returns the place in a translation that has a place of the content, as JSON Pointers; other places stay as they are.
pub fn pointer_in(tag: &str, pointer: &str) -> String {
    let within = match pointer.strip_prefix("/content") {
        None if !pointer.is_empty() => return pointer.to_owned(),
        within => within.unwrap_or_default(),
    };
    format!(
        "/content/{TRANSLATIONS}/{}{within}",
        tag.replace('~', "~0").replace('/', "~1")
    )
}

/// Returns the translation in which a place is, by its tag, and the place within it.
pub fn translation_of(pointer: &str) -> Option<(String, &str)> {
    let rest = pointer
        .strip_prefix("/content/")?
        .strip_prefix(TRANSLATIONS)?
        .strip_prefix('/')?;
    let (tag, within) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    Some((tag.replace("~1", "/").replace("~0", "~"), within))
}

/// The languages of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteLanguages {
    /// In which its campaigns are written, where they do not say otherwise.
    pub default: Option<String>,
    /// Into which they are translated.
    pub others: Vec<String>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl SiteLanguages {
    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self == &SiteLanguages::default()
    }
}
