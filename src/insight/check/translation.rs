//! Checks of the languages of a campaign and of a site (`tests/specification/languages.md`): tags, and every part of every translation.

use super::{Findings, Problem, SiteContext, content, picture, text};
use crate::campaign::{
    Content, MessagePart, PartTranslation, SiteLanguages, TextPart, Translation, is_known_language, is_language_tag,
    meant_language, pointer_in, same_language,
};
use crate::insight::PictureFacts;

/// Checks the languages of a content.
pub(super) fn check(content: &Content, site: &SiteContext<'_>, pictures: &dyn PictureFacts, findings: &mut Findings) {
    let usual = site.languages.and_then(|languages| languages.default.as_deref());
    let own = content.language.as_deref();
    if let Some(own) = own {
        check_tag("/content/language", own, findings);
    } else if usual.is_none() && !content.translations.is_empty() {
        findings.add("/content/language", Problem::OwnLanguageNotSet);
    }
    let own = own.or(usual);
    for (at, translation) in content.translations.iter().enumerate() {
        let place = pointer_in(&translation.tag, "");
        let language = || translation.tag.clone();
        let is = |tag: &str| same_language(tag, &translation.tag);
        if !check_tag(&place, &translation.tag, findings) {
            continue;
        } else if own.is_some_and(is) {
            findings.add(place, Problem::OwnTranslation { language: language() });
        } else if content.translations[..at].iter().any(|earlier| is(&earlier.tag)) {
            findings.add(place, Problem::LanguageTwice { language: language() });
        } else {
            findings.translation = Some(language());
            check_parts(content, translation, pictures, findings);
            findings.translation = None;
        }
    }
    for language in site.languages.into_iter().flat_map(|languages| &languages.others) {
        let is = |tag: &str| same_language(tag, language);
        let missing = is_language_tag(language) && !own.is_some_and(is) && content.translation(language).is_none();
        if missing {
            let language = language.clone();
            findings.add("/content/translations", Problem::NoTranslation { language });
        }
    }
}

/// Checks the languages of a site.
pub(super) fn check_site(languages: &SiteLanguages, findings: &mut Findings) {
    let SiteLanguages {
        default,
        others,
        extras: _,
    } = languages;
    if let Some(default) = default {
        check_tag("/languages/default", default, findings);
    }
    for (at, tag) in others.iter().enumerate() {
        let place = format!("/languages/others/{at}");
        let earlier = default.iter().chain(&others[..at]);
        if check_tag(&place, tag, findings) && earlier.into_iter().any(|other| same_language(other, tag)) {
            findings.add(place, Problem::LanguageTwice { language: tag.clone() });
        }
    }
}

/// Checks that a tag is well-formed and of a language that exists; returns whether it is.
fn check_tag(place: &str, tag: &str, findings: &mut Findings) -> bool {
    let meant = || meant_language(tag);
    let text = tag.to_owned();
    if !is_language_tag(tag) {
        findings.add(place, Problem::MalformedLanguage { text, meant: meant() });
    } else if !is_known_language(tag) {
        findings.add(place, Problem::UnknownLanguage { text, meant: meant() });
    } else {
        return true;
    }
    false
}

fn check_parts(content: &Content, translation: &Translation, pictures: &dyn PictureFacts, findings: &mut Findings) {
    for part in MessagePart::translatable().filter(|part| content.has_part(*part)) {
        match content.part_translation(translation, part) {
            PartTranslation::Nothing | PartTranslation::Own => {}
            PartTranslation::Done => check_part(part, &translation.texts, pictures, findings),
            PartTranslation::Missing => {
                if let MessagePart::Text(part) = part {
                    findings.add(part.pointer(), Problem::Untranslated { part });
                }
            }
            PartTranslation::Excess => {
                if let MessagePart::Text(part) = part {
                    findings.add(part.pointer(), Problem::ExcessTranslation { part });
                }
            }
        }
    }
}

fn check_part(part: MessagePart, texts: &Content, pictures: &dyn PictureFacts, findings: &mut Findings) {
    match part {
        MessagePart::Text(part @ (TextPart::ButtonLink | TextPart::ReplyLink(_))) => {
            if let Some(link) = texts.text(part) {
                content::check_link(part, link, findings);
            }
        }
        MessagePart::Text(part) => text::check_required(part, texts.text(part), findings),
        MessagePart::Picture => {
            if let Some(path) = &texts.image {
                picture::check_card(path, texts.image_dense.as_deref(), pictures, findings);
            }
        }
        MessagePart::Action(_) => {}
    }
}
