//! Which language of a campaign a visitor gets: the first of theirs, in order, that the campaign speaks.
//!
//! Each of them is looked up as RFC 4647 (section 3.4, lookup) says: `zh-Hant-TW` finds `zh-Hant-TW`, else `zh-Hant`, else `zh`; `pt` does not find
//! `pt-BR`. The campaign's own language is one that it speaks. Whoever prefers none of its languages gets the campaign's own.

use serde::Serialize;

use crate::campaign::{Content, language_tag, spoken_tag};

/// Which language a visitor gets, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spoken {
    /// The language, as the campaign writes its tag; `None` where nobody said in which language the campaign is.
    pub language: Option<String>,
    /// Whether it is a translation; else they get the campaign's own texts.
    pub translated: bool,
    /// Which of the visitor's languages it was found for; `None` where they prefer none that the campaign speaks.
    pub preferred: Option<String>,
}

impl Spoken {
    /// Returns the tag of the translation that they get.
    pub fn translation(&self) -> Option<&str> {
        self.language.as_deref().filter(|_| self.translated)
    }
}

/// Returns which language of a content a visitor gets who prefers these, the first one most; `usual` is the language of contents that do not name
/// theirs. `None` where there is only one.
pub fn spoken(content: &Content, preferred: &[String], usual: Option<&str>) -> Option<Spoken> {
    // What is no tag names no language.
    let named = content.language.as_deref().filter(|tag| spoken_tag(tag).is_some());
    let own = named.or(usual);
    let own_tag = own.and_then(spoken_tag);
    let translations: Vec<(String, &str)> = content
        .spoken_translations()
        .filter_map(|translation| Some((spoken_tag(&translation.tag)?, translation.tag.as_str())))
        .collect();
    if translations.is_empty() {
        return None;
    }
    for wanted in preferred {
        let mut range = language_tag(wanted).unwrap_or_default();
        while !range.is_empty() {
            let is_own = own_tag.as_ref() == Some(&range);
            let found = translations.iter().find(|(tag, _)| *tag == range);
            if is_own || found.is_some() {
                let translated = found.filter(|_| !is_own).map(|(_, written)| *written);
                return Some(Spoken {
                    language: translated.or(own).map(str::to_owned),
                    translated: translated.is_some(),
                    preferred: Some(wanted.clone()),
                });
            }
            range.truncate(range.rfind('-').unwrap_or_default());
        }
    }
    Some(Spoken {
        language: own.map(str::to_owned),
        translated: false,
        preferred: None,
    })
}
