//! Names of fields, operators, choices and languages, and what fields mean. The catalogue has the English; the Turkish is here and in `fields`.

use super::fields::{english, turkish};
use super::{Language, number};
use crate::campaign::{Field, FieldType, Joiner, LANGUAGES, Operator};
use crate::engine::{fold, trim};

/// What people call a field.
pub fn field_label(field: Field, language: Language) -> &'static str {
    match language {
        Language::English => field.spec().label,
        Language::Turkish => turkish::words(field).label,
    }
}

/// What a field is called beside its value: the short name of what was done so many times, else its label.
pub fn value_label(field: Field, language: Language) -> &'static str {
    let short = match language {
        Language::English => english::times(field).map(|[name, _]| name),
        Language::Turkish => None,
    };
    short.unwrap_or_else(|| field_label(field, language))
}

/// What a field means, in one sentence.
pub fn field_help(field: Field, language: Language) -> &'static str {
    match language {
        Language::English => field.spec().help,
        Language::Turkish => turkish::words(field).help,
    }
}

/// What people call a comparison.
pub fn operator_label(operator: Operator, language: Language) -> &'static str {
    match language {
        Language::English => operator.label(),
        Language::Turkish => turkish_operator(operator),
    }
}

/// What people call a joiner, as in "visitors for whom *all* of these hold".
pub fn joiner_label(joiner: Joiner, language: Language) -> &'static str {
    match (language, joiner) {
        (Language::English, Joiner::All) => "all",
        (Language::English, Joiner::Any) => "any",
        (Language::English, Joiner::None) => "none",
        (Language::Turkish, Joiner::All) => "tümü",
        (Language::Turkish, Joiner::Any) => "herhangi biri",
        (Language::Turkish, Joiner::None) => "hiçbiri",
    }
}

/// What people call a choice of a field: a browser, a device, a language. A choice that nobody offers is called as it is written.
pub fn choice_label(field: Field, id: &str, language: Language) -> String {
    if field.spec().kind == FieldType::Language {
        return language_name(id, language);
    }
    let folded = fold(trim(id));
    let Some(place) = field.spec().choices.iter().position(|choice| choice.id == folded) else {
        return number::tidy(id);
    };
    let own = match language {
        Language::English => None,
        Language::Turkish => turkish::choice(field, &folded),
    };
    own.unwrap_or(field.spec().choices[place].label).to_owned()
}

/// A choice as it stands within a sentence: `a phone`, `another browser`.
pub(super) fn choice_in_sentence(field: Field, id: &str, language: Language) -> String {
    let own = match language {
        Language::English => english::in_sentence(field, id),
        Language::Turkish => turkish::in_sentence(field, id),
    };
    own.map_or_else(|| choice_label(field, id, language), str::to_owned)
}

/// The name of a language by its tag; a tag beyond the offered ones is named by its language, with the rest in brackets.
fn language_name(tag: &str, language: Language) -> String {
    let tag = trim(tag).replace('_', "-");
    if let Some(name) = offered_language(&tag, language) {
        return name.to_owned();
    }
    let named = tag
        .split_once('-')
        .and_then(|(first, rest)| Some((offered_language(first, language)?, rest)));
    named.map_or_else(
        || number::tidy(&tag),
        |(name, rest)| format!("{name} ({})", number::tidy(rest)),
    )
}

fn offered_language(tag: &str, language: Language) -> Option<&'static str> {
    let place = LANGUAGES
        .iter()
        .position(|choice| choice.id.eq_ignore_ascii_case(tag))?;
    Some(match language {
        Language::English => LANGUAGES[place].label,
        Language::Turkish => TURKISH_LANGUAGES.get(place).copied().unwrap_or(LANGUAGES[place].label),
    })
}

fn turkish_operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Contains => "içerir",
        Operator::NotContains => "içermez",
        Operator::Equals => "eşittir",
        Operator::NotEquals => "eşit değildir",
        Operator::StartsWith => "ile başlar",
        Operator::Matches => "kalıbına uyar",
        Operator::GreaterThan => "büyüktür",
        Operator::LessThan => "küçüktür",
        Operator::AtLeast => "en az",
        Operator::AtMost => "en fazla",
        Operator::OneOf => "şunlardan biri",
        Operator::NoneOf => "şunlardan hiçbiri",
        Operator::On => "bu tarihte",
        Operator::OnOrLater => "bu tarihte veya sonrasında",
        Operator::OnOrEarlier => "bu tarihte veya öncesinde",
        Operator::IsSet => "belirtilmiş",
        Operator::IsNotSet => "belirtilmemiş",
    }
}

/// In the order of [`LANGUAGES`].
const TURKISH_LANGUAGES: [&str; LANGUAGES.len()] = [
    "Arapça",
    "Azerbaycanca",
    "Bulgarca",
    "Çekçe",
    "Danca",
    "Almanca",
    "Yunanca",
    "İngilizce",
    "İngilizce (Birleşik Krallık)",
    "İngilizce (ABD)",
    "İspanyolca",
    "İspanyolca (Meksika)",
    "Estonca",
    "Farsça",
    "Fince",
    "Fransızca",
    "Fransızca (Kanada)",
    "İbranice",
    "Hintçe",
    "Hırvatça",
    "Macarca",
    "Endonezce",
    "İtalyanca",
    "Japonca",
    "Korece",
    "Litvanca",
    "Letonca",
    "Norveççe (Bokmål)",
    "Felemenkçe",
    "Lehçe",
    "Portekizce",
    "Portekizce (Brezilya)",
    "Rumence",
    "Rusça",
    "Slovakça",
    "Slovence",
    "Sırpça",
    "İsveççe",
    "Tayca",
    "Türkçe",
    "Ukraynaca",
    "Vietnamca",
    "Çince",
    "Çince (Çin)",
    "Çince (Tayvan)",
];
