//! Language tags (BCP 47): how they are compared, and whether one is well-formed and of a language that exists.

use super::plain_text::trim;
use super::{Choice, LANGUAGES};

/// Every language that has two letters (ISO 639-1), with the older spellings that browsers may still send.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff \
     fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la \
     lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg \
     sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Countries whose code people write for the language that is spoken there.
const COUNTRIES: [(&str, &str); 8] = [
    ("jp", "ja"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("ua", "uk"),
    ("us", "en-US"),
    ("gb", "en-GB"),
];

/// Returns a language tag in the form in which it is compared; `None` for texts that are not tags.
pub(crate) fn language_tag(text: &str) -> Option<String> {
    let tag = trim(text).replace('_', "-").to_ascii_lowercase();
    let subtag = |(index, part): (usize, &str)| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || index > 0 && byte.is_ascii_digit();
        (1..=8).contains(&part.len()) && part.bytes().all(fits)
    };
    tag.split('-').enumerate().all(subtag).then_some(tag)
}

/// Returns the tag of a language in which a campaign can speak, in the form in which it is compared.
pub(crate) fn spoken_tag(text: &str) -> Option<String> {
    language_tag(text).filter(|tag| is_language_tag(tag))
}

/// Returns whether a text is a well-formed language tag: a language of two or three letters, then subtags of one to eight letters or digits.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        && text.rsplit('-').next().is_none_or(|last| last.len() != 1)
}

/// Returns whether a well-formed tag begins with a language that exists. Of those with three letters there are thousands, and any counts.
pub fn is_known_language(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    language.len() != 2 || TWO_LETTERS.split_ascii_whitespace().any(|known| known == language)
}

/// Returns the tag that was probably meant by a text that is none: the name of a language, one with another separator, or a country.
pub fn meant_language(text: &str) -> Option<String> {
    let word = trim(text);
    let named = |choice: &&Choice| choice.label.eq_ignore_ascii_case(word);
    let corrected = word.replace('_', "-");
    let country = || {
        let found = COUNTRIES.iter().find(|(country, _)| country.eq_ignore_ascii_case(word));
        found.map(|(_, language)| (*language).to_owned())
    };
    let tag = LANGUAGES.iter().find(named).map(|choice| choice.id.to_owned());
    tag.or_else(country).or_else(|| {
        (is_language_tag(&corrected) && is_known_language(&corrected) && corrected != text).then_some(corrected)
    })
}

/// Returns whether two tags are one language: case aside, and `_` as `-`.
pub fn same_language(one: &str, other: &str) -> bool {
    language_tag(one).is_some_and(|tag| Some(tag) == language_tag(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_language_is_known() {
        for choice in LANGUAGES {
            assert!(
                is_language_tag(choice.id) && is_known_language(choice.id),
                "{}",
                choice.id
            );
        }
    }

    #[test]
    fn what_was_meant_is_guessed() {
        for (text, meant) in [
            ("Turkish", Some("tr")),
            ("pt_BR", Some("pt-BR")),
            (" tr", Some("tr")),
            ("JP", Some("ja")),
            ("xx", None),
            ("x_", None),
            ("tr", None),
        ] {
            assert_eq!(meant_language(text).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn one_language_is_written_in_several_ways() {
        assert!(same_language("pt-BR", "PT_br") && !same_language("pt", "pt-BR") && !same_language("?", "?"));
    }
}
