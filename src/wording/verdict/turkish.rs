//! What a visitor has and what is wanted, in Turkish clauses. Suffixes stand on our own words, never on a value.

use serde_json::Value;

use crate::campaign::{Field, Operator};
use crate::wording::counts::Count;
use crate::wording::rule::Ask;
use crate::wording::summary::{address, attribute, word, words};
use crate::wording::{Language, Sentence, label, number};

const TURKISH: Language = Language::Turkish;

/// What the visitor has: `bu sayfayı 4. kez açıyor`.
pub(super) fn found(ask: &Ask<'_>, found: Option<&Value>) -> String {
    let text = found.and_then(Value::as_str).unwrap_or_default();
    let count = found.and_then(Value::as_u64).unwrap_or_default();
    let digits = number::count(count, TURKISH);
    match ask.field {
        Field::CurrentPageUrl => format!("bulunduğu sayfa {}", address(text)),
        Field::PageViews => format!("bu sayfayı {} kez açıyor", number::ordinal(count, TURKISH)),
        Field::Visits => format!("sitede {digits} sayfa açtı"),
        Field::Views if count == 0 => "bu kampanyayı hiç görmedi".into(),
        Field::Views => format!("bu kampanyayı {digits} kere gördü"),
        Field::Clicks if count == 0 => "bu kampanyaya hiç tıklamadı".into(),
        Field::Clicks => format!("bu kampanyaya {digits} kere tıkladı"),
        Field::ConversationCount if count == 0 => "sohbet botuyla hiç konuşmadı".into(),
        Field::ConversationCount => format!("sohbet botuyla {digits} kere konuştu"),
        Field::BrowserLanguage => format!("tarayıcı dili {}", label::choice_label(ask.field, text, TURKISH)),
        Field::Browser => format!("kullandığı tarayıcı {}", label::choice_label(ask.field, text, TURKISH)),
        Field::BrowserVersion => format!("tarayıcı sürümü {}", number::tidy(text)),
        Field::DeviceType => format!("cihazı {}", label::choice_in_sentence(ask.field, text, TURKISH)),
        Field::FirstSeen => format!(
            "bu kampanyayı ilk gördüğü tarih {}",
            number::written_date(text, TURKISH)
        ),
        Field::LastSeen => format!("bugünün tarihi {}", number::written_date(text, TURKISH)),
        Field::Custom => match found {
            None => format!("{} bilgisi belli değil", attribute(ask)),
            Some(value) => format!("{} bilgisi {}", attribute(ask), number::value(value, TURKISH)),
        },
        Field::ScrollRatio => {
            let percent = found.and_then(Value::as_f64).unwrap_or_default();
            format!("sayfayı {} oranında kaydırdı", number::percent(percent, TURKISH))
        }
        Field::ExitScreen if found == Some(&Value::Bool(true)) => "sayfadan ayrılmak üzere".into(),
        Field::ExitScreen => "sayfadan ayrılmak üzere değil".into(),
    }
}

/// What is wanted: `5 kereden fazla olmalı`; empty when what the visitor has already says it.
pub(super) fn wanted(ask: &Ask<'_>) -> String {
    let must = if ask.yes { "olmalı" } else { "olmamalı" };
    let told = |template: &str| Sentence::fill(template, &[&words(ask, TURKISH)]).to_string();
    let be = |template: &str| format!("{} {must}", told(template));
    match ask.field {
        Field::PageViews | Field::Views | Field::Clicks | Field::ConversationCount => counted(ask, "kere", "kereden"),
        Field::Visits => counted(ask, "sayfa", "sayfadan"),
        Field::CurrentPageUrl => match (ask.operator, ask.yes) {
            (Operator::Contains, true) => told("adresinde {} geçmeli"),
            (Operator::Contains, false) => told("adresinde {} geçmemeli"),
            (Operator::StartsWith, true) => told("adresi {} ile başlamalı"),
            (Operator::StartsWith, false) => told("adresi {} ile başlamamalı"),
            (Operator::Matches, true) => told("adresi {} kalıbına uymalı"),
            (Operator::Matches, false) => told("adresi {} kalıbına uymamalı"),
            _ => format!("{} {must}", address(ask.value.as_str().unwrap_or_default())),
        },
        Field::BrowserVersion => match ask.operator {
            Operator::GreaterThan => be("{} sürümünden yeni"),
            Operator::LessThan => be("{} sürümünden eski"),
            _ => be("{}"),
        },
        Field::FirstSeen | Field::LastSeen => {
            let template = match (ask.operator, ask.yes) {
                (Operator::OnOrLater, true) => "{} veya sonrası olmalı",
                (Operator::OnOrLater, false) => "{} öncesi olmalı",
                (Operator::OnOrEarlier, true) => "{} veya öncesi olmalı",
                (Operator::OnOrEarlier, false) => "{} sonrası olmalı",
                (_, true) => "{} olmalı",
                (_, false) => "{} olmamalı",
            };
            Sentence::fill(template, &[&word(ask, ask.value, TURKISH)]).to_string()
        }
        Field::Custom => match (ask.operator, ask.yes) {
            (Operator::Contains, true) => told("içinde {} geçmeli"),
            (Operator::Contains, false) => told("içinde {} geçmemeli"),
            (Operator::GreaterThan, _) => be("{} değerinden büyük"),
            (Operator::LessThan, _) => be("{} değerinden küçük"),
            (Operator::IsSet, _) => format!("belli {must}"),
            _ => be("{}"),
        },
        Field::ScrollRatio => match ask.operator {
            Operator::AtLeast if ask.yes => told("en az {} olmalı"),
            Operator::AtLeast => told("{} oranından az olmalı"),
            _ if ask.yes => told("{} oranından fazla olmalı"),
            _ => told("en fazla {} olmalı"),
        },
        Field::BrowserLanguage | Field::Browser | Field::DeviceType => be("{}"),
        Field::ExitScreen => String::new(),
    }
}

fn counted(ask: &Ask<'_>, unit: &str, than_unit: &str) -> String {
    let count = Count::of(ask);
    let must = if count.turkish_negates() {
        "olmamalı"
    } else {
        "olmalı"
    };
    format!("{} {must}", count.turkish(unit, than_unit))
}
