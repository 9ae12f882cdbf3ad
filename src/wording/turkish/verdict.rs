//! What a visitor has and what is wanted, in Turkish clauses. Suffixes are only on the language's own words, never on a value.

use serde_json::Value;

use super::fields::{self, Found, Phrases, TIMES};
use crate::campaign::{DayTest, Operator, Order, UrlTest};
use crate::wording::counts::Count;
use crate::wording::fields::filled;
use crate::wording::rule::{AttributeTest, WordedCondition};
use crate::wording::summary::attribute;
use crate::wording::verdict::{
    Checked, Joined, Others, Said, Want, Wants, asks_for_scheme, is_long_choice, page, phrases, values,
};
use crate::wording::{Language, label, number};

const TURKISH: Language = Language::TURKISH;

/// Writes `bu sayfayı 4. kez açıyor`, `5 kereden fazla olmalı`, and both.
pub(super) fn said(checked: &Checked<'_>, wants: &Wants<'_>) -> Said {
    let found = found(&checked.ask, checked.found);
    let wanted = all_wanted(wants);
    let linked = match wanted.is_empty() {
        true => found.clone(),
        false => format!("{found}, {wanted}"),
    };
    Said { found, wanted, linked }
}

/// Writes what the visitor has: `bu sayfayı 4. kez açıyor`.
pub(super) fn found(ask: &WordedCondition<'_>, found: Option<&Value>) -> String {
    let text = found.and_then(Value::as_str).map(str::trim).unwrap_or_default();
    let count = found.and_then(Value::as_u64).unwrap_or_default();
    match fields::phrases(ask.field) {
        Phrases::Address(phrases) if text.is_empty() => phrases.none.into(),
        Phrases::Address(phrases) if asks_for_scheme(ask) => filled(phrases.found, &number::tidy(text)),
        Phrases::Address(phrases) => filled(phrases.found, &page(text)),
        Phrases::Count(counting) => match counting.found {
            Found::Ordinal(phrase) => filled(phrase, &number::ordinal(count, TURKISH)),
            Found::Number([none, _]) if count == 0 => none.into(),
            Found::Number([_, some]) => filled(some, &number::count(count, TURKISH)),
        },
        Phrases::Choice(phrases) if text.is_empty() => phrases.unknown.into(),
        Phrases::Choice(phrases) => filled(phrases.found, &label::choice_in_sentence(ask.field, text, TURKISH)),
        Phrases::Version(phrases) if text.is_empty() => phrases.unknown.into(),
        Phrases::Version(phrases) => filled(phrases.found, &number::tidy(text)),
        Phrases::Day(phrases) => filled(phrases.found, &number::written_date(text, TURKISH)),
        Phrases::Attribute([name, _]) => {
            let name = filled(name, &attribute(ask).to_string());
            match found {
                None => format!("ziyaretçinin {name} belirtilmemiş"),
                Some(Value::String(text)) if text.trim().is_empty() => format!("ziyaretçinin {name} boş"),
                Some(value) => format!("ziyaretçinin {name} {}", number::value(value, TURKISH)),
            }
        }
        Phrases::Event => {
            let often = match count {
                0 => "hiç gerçekleşmedi".to_owned(),
                count => format!("{} kere gerçekleşti", number::count(count, TURKISH)),
            };
            format!("bu oturumda {} olayı {often}", attribute(ask))
        }
        Phrases::Percent(phrases) => {
            let percent = found.and_then(Value::as_f64).unwrap_or_default();
            filled(phrases.found, &number::percent(percent, TURKISH))
        }
        Phrases::Lasting(lasting) => {
            let lasted = found.and_then(Value::as_f64).unwrap_or_default();
            filled(lasting.found, &number::seconds(lasted, TURKISH))
        }
        Phrases::Click => {
            let clicked = match found == Some(&Value::Bool(true)) {
                true => "{} ögesine tıkladı",
                false => "{} ögesine tıklamadı",
            };
            filled(clicked, &number::value(ask.value, TURKISH))
        }
        Phrases::Flag(flag) => flag.found[usize::from(found != Some(&Value::Bool(true)))].into(),
    }
}

/// Writes how many more there are, as at the end of a list.
fn others(wants: &Wants<'_>, one_is_enough: bool) -> Option<String> {
    match wants.others(one_is_enough, TURKISH) {
        Others::None => None,
        Others::One => Some("bir seçenek daha".into()),
        Others::OneOf(count) => Some(format!("diğer {count} seçenekten biri")),
        Others::All(count) => Some(format!("{count} seçenek daha")),
    }
}

/// Writes what is wanted: `5 kereden fazla olmalı`; empty when what the visitor has already shows it.
fn all_wanted(wants: &Wants<'_>) -> String {
    let mut parts: Vec<(String, &str)> = match &wants.wants[..] {
        [only] => vec![wanted(only, others(wants, only.ask.yes && !is_long_choice(only)))],
        several => {
            let mut parts: Vec<(String, &str)> = several.iter().map(|want| wanted(want, None)).collect();
            parts.extend(others(wants, wants.joined == Joined::Or).map(|others| (others, "olmalı")));
            parts
        }
    };
    parts.retain(|(phrase, verb)| !(phrase.is_empty() && verb.is_empty()));
    let joint = match wants.joined {
        Joined::And => " ve ",
        Joined::Or => " ya da ",
    };
    phrases(&parts, joint)
}

/// Returns a phrase, and the verb that follows it.
fn wanted(want: &Want<'_>, others: Option<String>) -> (String, &'static str) {
    let ask = &want.ask;
    let values = values(want, others, TURKISH);
    let verb = |yes: &'static str, no: &'static str| if ask.yes { yes } else { no };
    let must = verb("olmalı", "olmamalı");
    // After a comma, three values would read as if the visitor had the first ones.
    if is_long_choice(want) {
        let which = verb("şunlardan biri olmalı", "şunlardan hiçbiri olmamalı");
        return (format!("{which}: {values}"), "");
    }
    let be = |template: &str| (template.replacen("{}", &values, 1), must);
    match fields::phrases(ask.field) {
        Phrases::Count(counting) => counted(ask, counting.unit, counting.never),
        Phrases::Address(_) if ask.operator == Operator::IsSet => {
            ("başka bir siteden".to_owned(), verb("gelmeli", "gelmemeli"))
        }
        Phrases::Address(_) => match ask.operator.url_test() {
            Some(UrlTest::Contains) => (format!("adresinde {values}"), verb("geçmeli", "geçmemeli")),
            Some(UrlTest::StartsWith) => (format!("adresi {values} ile"), verb("başlamalı", "başlamamalı")),
            Some(UrlTest::Matches) => (format!("adresi {values} kalıbına"), verb("uymalı", "uymamalı")),
            Some(UrlTest::Equals) | None => be("adresi {}"),
        },
        Phrases::Version(_) => match ask.operator.order() {
            Some(Order::Greater) => be("{} sürümünden yeni"),
            Some(Order::Less) => be("{} sürümünden eski"),
            Some(Order::Equal | Order::AtLeast | Order::AtMost) | None => be("{}"),
        },
        Phrases::Day(_) => match (ask.operator.day_test(), ask.yes) {
            (Some(DayTest::OnOrLater), true) => (format!("{values} veya sonrası"), "olmalı"),
            (Some(DayTest::OnOrLater), false) => (format!("{values} öncesi"), "olmalı"),
            (Some(DayTest::OnOrEarlier), true) => (format!("{values} veya öncesi"), "olmalı"),
            (Some(DayTest::OnOrEarlier), false) => (format!("{values} sonrası"), "olmalı"),
            (Some(DayTest::On) | None, _) => be("{}"),
        },
        Phrases::Event => counted(ask, TIMES, "gerçekleşmemiş olmalı"),
        Phrases::Attribute(_) => match (ask.test(), ask.yes) {
            (AttributeTest::Contains, _) => (format!("içinde {values}"), verb("geçmeli", "geçmemeli")),
            (AttributeTest::Greater, true) => (format!("{values} değerinden büyük"), "olmalı"),
            (AttributeTest::Greater, false) => (format!("en fazla {values}"), "olmalı"),
            (AttributeTest::Less, true) => (format!("{values} değerinden küçük"), "olmalı"),
            (AttributeTest::Less, false) => (format!("en az {values}"), "olmalı"),
            (AttributeTest::IsSet, true) => ("bir değeri".to_owned(), "olmalı"),
            (AttributeTest::IsSet, false) => ("değeri".to_owned(), "olmamalı"),
            (AttributeTest::Equals, _) => be("{}"),
        },
        Phrases::Percent(_) => match (ask.operator == Operator::AtLeast, ask.yes) {
            (true, true) => (format!("en az {values}"), "olmalı"),
            (true, false) => (format!("{values} oranından az"), "olmalı"),
            (false, true) => (format!("{values} oranından fazla"), "olmalı"),
            (false, false) => (format!("en fazla {values}"), "olmalı"),
        },
        Phrases::Choice(_) => be("{}"),
        Phrases::Lasting(_) if ask.yes => (format!("en az {values}"), "olmalı"),
        Phrases::Lasting(_) => (format!("{values} süresinden az"), "olmalı"),
        Phrases::Flag(_) | Phrases::Click => (String::new(), ""),
    }
}

/// Writes `5 kereden fazla` with its verb; `never` is the phrase for none at all.
fn counted(ask: &WordedCondition<'_>, [unit, than_unit]: [&str; 2], never: &'static str) -> (String, &'static str) {
    let count = Count::of(ask);
    let verb = match (count == Count::Zero, count.turkish_negates()) {
        (true, _) => never,
        (false, true) => "olmamalı",
        (false, false) => "olmalı",
    };
    (count.turkish(unit, than_unit), verb)
}
