//! What a visitor has and what is wanted, in Turkish clauses. Suffixes stand on our own words, never on a value.

use serde_json::Value;

use super::clause::{Joined, Others, Said, Told, Want, Wants, is_long_choice, page, phrases, values};
use crate::campaign::{Field, Operator};
use crate::wording::counts::Count;
use crate::wording::rule::Ask;
use crate::wording::summary::attribute;
use crate::wording::{Language, label, number};

const TURKISH: Language = Language::Turkish;

/// `bu sayfayı 4. kez açıyor`, `5 kereden fazla olmalı`, and both.
pub(super) fn said(told: &Told<'_>, wants: &Wants<'_>) -> Said {
    let found = found(&told.ask, told.found);
    let wanted = all_wanted(wants);
    let linked = match wanted.is_empty() {
        true => found.clone(),
        false => format!("{found}, {wanted}"),
    };
    Said { found, wanted, linked }
}

/// What the visitor has: `bu sayfayı 4. kez açıyor`.
pub(super) fn found(ask: &Ask<'_>, found: Option<&Value>) -> String {
    let text = found.and_then(Value::as_str).map(str::trim).unwrap_or_default();
    let count = found.and_then(Value::as_u64).unwrap_or_default();
    let digits = number::count(count, TURKISH);
    match ask.field {
        Field::CurrentPageUrl if text.is_empty() => "bulunduğu sayfanın adresi yok".into(),
        Field::CurrentPageUrl if super::asks_for_scheme(ask) => format!("bulunduğu sayfa {}", number::tidy(text)),
        Field::CurrentPageUrl => format!("bulunduğu sayfa {}", page(text)),
        Field::PageViews => format!("bu sayfayı {} kez açıyor", number::ordinal(count, TURKISH)),
        Field::Visits if count == 0 => "sitede hiç sayfa açmadı".into(),
        Field::Visits => format!("sitede {digits} sayfa açtı"),
        Field::Views if count == 0 => "bu kampanyayı hiç görmedi".into(),
        Field::Views => format!("bu kampanyayı {digits} kere gördü"),
        Field::Clicks if count == 0 => "bu kampanyaya hiç tıklamadı".into(),
        Field::Clicks => format!("bu kampanyaya {digits} kere tıkladı"),
        Field::ConversationCount if count == 0 => "sohbet botuyla hiç konuşmadı".into(),
        Field::ConversationCount => format!("sohbet botuyla {digits} kere konuştu"),
        Field::BrowserLanguage if text.is_empty() => "tarayıcısının dili bilinmiyor".into(),
        Field::BrowserLanguage => format!("tarayıcı dili {}", label::choice_label(ask.field, text, TURKISH)),
        Field::Browser if text.is_empty() => "tarayıcısı bilinmiyor".into(),
        Field::Browser => format!(
            "kullandığı tarayıcı {}",
            label::choice_in_sentence(ask.field, text, TURKISH)
        ),
        Field::BrowserVersion if text.is_empty() => "tarayıcı sürümü bilinmiyor".into(),
        Field::BrowserVersion => format!("tarayıcı sürümü {}", number::tidy(text)),
        Field::DeviceType if text.is_empty() => "cihazı bilinmiyor".into(),
        Field::DeviceType => format!("cihazı {}", label::choice_in_sentence(ask.field, text, TURKISH)),
        Field::FirstSeen => format!(
            "bu kampanyayı ilk gördüğü tarih {}",
            number::written_date(text, TURKISH)
        ),
        Field::LastSeen => format!("bugünün tarihi {}", number::written_date(text, TURKISH)),
        Field::Custom => match found {
            None => format!("ziyaretçinin {} bilgisi belirtilmemiş", attribute(ask)),
            Some(Value::String(text)) if text.trim().is_empty() => {
                format!("ziyaretçinin {} bilgisi boş", attribute(ask))
            }
            Some(value) => format!(
                "ziyaretçinin {} bilgisi {}",
                attribute(ask),
                number::value(value, TURKISH)
            ),
        },
        Field::ScrollRatio => {
            let percent = found.and_then(Value::as_f64).unwrap_or_default();
            format!("sayfayı {} oranında kaydırdı", number::percent(percent, TURKISH))
        }
        Field::ExitScreen if found == Some(&Value::Bool(true)) => "sayfadan ayrılmak üzere".into(),
        Field::ExitScreen => "sayfadan ayrılmak üzere değil".into(),
    }
}

/// How many more there are, as they stand at the end of a list.
fn others(wants: &Wants<'_>, one_is_enough: bool) -> Option<String> {
    match wants.others(one_is_enough, TURKISH) {
        Others::None => None,
        Others::One => Some("bir seçenek daha".into()),
        Others::OneOf(count) => Some(format!("diğer {count} seçenekten biri")),
        Others::All(count) => Some(format!("{count} seçenek daha")),
    }
}

/// What is wanted: `5 kereden fazla olmalı`; empty when what the visitor has already says it.
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

/// A phrase, and the verb that follows it.
fn wanted(want: &Want<'_>, others: Option<String>) -> (String, &'static str) {
    let ask = &want.ask;
    let values = values(want, others, TURKISH);
    let verb = |yes: &'static str, no: &'static str| if ask.yes { yes } else { no };
    let must = verb("olmalı", "olmamalı");
    // Behind a comma, three values would read as if the visitor had the first ones.
    if is_long_choice(want) {
        let which = verb("şunlardan biri olmalı", "şunlardan hiçbiri olmamalı");
        return (format!("{which}: {values}"), "");
    }
    let be = |template: &str| (template.replacen("{}", &values, 1), must);
    match ask.field {
        Field::PageViews => counted(ask, ["kere", "kereden"], "açmamış olmalı"),
        Field::Views => counted(ask, ["kere", "kereden"], "görmemiş olmalı"),
        Field::Clicks => counted(ask, ["kere", "kereden"], "tıklamamış olmalı"),
        Field::ConversationCount => counted(ask, ["kere", "kereden"], "konuşmamış olmalı"),
        Field::Visits => counted(ask, ["sayfa", "sayfadan"], "açmamış olmalı"),
        Field::CurrentPageUrl => match ask.operator {
            Operator::Contains => (format!("adresinde {values}"), verb("geçmeli", "geçmemeli")),
            Operator::StartsWith => (format!("adresi {values} ile"), verb("başlamalı", "başlamamalı")),
            Operator::Matches => (format!("adresi {values} kalıbına"), verb("uymalı", "uymamalı")),
            _ => be("adresi {}"),
        },
        Field::BrowserVersion => match ask.operator {
            Operator::GreaterThan => be("{} sürümünden yeni"),
            Operator::LessThan => be("{} sürümünden eski"),
            _ => be("{}"),
        },
        Field::FirstSeen | Field::LastSeen => match (ask.operator, ask.yes) {
            (Operator::OnOrLater, true) => (format!("{values} veya sonrası"), "olmalı"),
            (Operator::OnOrLater, false) => (format!("{values} öncesi"), "olmalı"),
            (Operator::OnOrEarlier, true) => (format!("{values} veya öncesi"), "olmalı"),
            (Operator::OnOrEarlier, false) => (format!("{values} sonrası"), "olmalı"),
            _ => be("{}"),
        },
        Field::Custom => match (ask.operator, ask.yes) {
            (Operator::Contains, _) => (format!("içinde {values}"), verb("geçmeli", "geçmemeli")),
            (Operator::GreaterThan, true) => (format!("{values} değerinden büyük"), "olmalı"),
            (Operator::GreaterThan, false) => (format!("en fazla {values}"), "olmalı"),
            (Operator::LessThan, true) => (format!("{values} değerinden küçük"), "olmalı"),
            (Operator::LessThan, false) => (format!("en az {values}"), "olmalı"),
            (Operator::IsSet, true) => ("bir değeri".to_owned(), "olmalı"),
            (Operator::IsSet, false) => ("değeri".to_owned(), "olmamalı"),
            _ => be("{}"),
        },
        Field::ScrollRatio => match (ask.operator, ask.yes) {
            (Operator::AtLeast, true) => (format!("en az {values}"), "olmalı"),
            (Operator::AtLeast, false) => (format!("{values} oranından az"), "olmalı"),
            (_, true) => (format!("{values} oranından fazla"), "olmalı"),
            (_, false) => (format!("en fazla {values}"), "olmalı"),
        },
        Field::BrowserLanguage | Field::Browser | Field::DeviceType => be("{}"),
        Field::ExitScreen => (String::new(), ""),
    }
}

/// `5 kereden fazla` with its verb; `never` is what none at all is called.
fn counted(ask: &Ask<'_>, [unit, than_unit]: [&str; 2], never: &'static str) -> (String, &'static str) {
    let count = Count::of(ask);
    let verb = match count {
        Count::Zero => never,
        count if count.turkish_negates() => "olmamalı",
        _ => "olmalı",
    };
    (count.turkish(unit, than_unit), verb)
}
