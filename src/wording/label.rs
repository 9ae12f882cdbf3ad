//! Names of fields, operators, choices and languages, and what fields mean. The catalogue has the English; here is the Turkish.

use super::{Language, number};
use crate::campaign::{DEVICE_TYPES, Field, FieldType, Joiner, LANGUAGES, Operator};
use crate::engine::{fold, trim};

/// What people call a field.
pub fn field_label(field: Field, language: Language) -> &'static str {
    match language {
        Language::English => field.spec().label,
        Language::Turkish => turkish_field(field).0,
    }
}

/// What a field means, in one sentence.
pub fn field_help(field: Field, language: Language) -> &'static str {
    match language {
        Language::English => field.spec().help,
        Language::Turkish => turkish_field(field).1,
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
    let english = field.spec().choices[place].label;
    let label = match (language, field) {
        (Language::Turkish, Field::DeviceType) => TURKISH_DEVICES.get(place).copied().unwrap_or(english),
        (Language::Turkish, Field::Browser) if folded == "other" => "Başka bir tarayıcı",
        _ => english,
    };
    label.to_owned()
}

/// A choice as it stands within a sentence: `a phone`, `another browser`.
pub(super) fn choice_in_sentence(field: Field, id: &str, language: Language) -> String {
    let words = match (language, id) {
        (Language::English, "mobile") => "a phone",
        (Language::English, "tablet") => "a tablet",
        (Language::English, "desktop") => "a desktop computer",
        (Language::English, "other") => "a less common browser",
        (Language::Turkish, "mobile") => "telefon",
        (Language::Turkish, "tablet") => "tablet",
        (Language::Turkish, "desktop") => "masaüstü bilgisayar",
        (Language::Turkish, "other") => "daha az yaygın bir tarayıcı",
        _ => return choice_label(field, id, language),
    };
    words.to_owned()
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

/// Label and help of a field in Turkish.
fn turkish_field(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::CurrentPageUrl => ("Geçerli Sayfa URL'si", "Ziyaretçinin bulunduğu sayfanın adresi."),
        Field::PageViews => (
            "Sayfa Görüntüleme Sayısı",
            "Ziyaretçinin bu sayfayı, şimdiki dahil, kaç kere açtığı.",
        ),
        Field::Visits => (
            "Ziyaret Sayısı",
            "Ziyaretçinin sitede, şimdiki dahil, toplam kaç sayfa açtığı.",
        ),
        Field::Views => (
            "Gösterim Sayısı",
            "Bu kampanyanın ziyaretçiye daha önce kaç kere gösterildiği.",
        ),
        Field::Clicks => (
            "Tıklama Sayısı",
            "Ziyaretçinin bu kampanyaya daha önce kaç kere tıkladığı.",
        ),
        Field::BrowserLanguage => (
            "Tarayıcı Dili",
            "Ziyaretçinin tarayıcısının dili; Portekizce, Portekizce (Brezilya) dilini de kapsar.",
        ),
        Field::Browser => ("Tarayıcı", "Ziyaretçinin tarayıcısı."),
        Field::BrowserVersion => (
            "Tarayıcı Sürümü",
            "Ziyaretçinin tarayıcısının sürümü; 120, tüm 120.x sürümlerini kapsar.",
        ),
        Field::DeviceType => ("Cihaz Türü", "Telefon, tablet veya masaüstü bilgisayar."),
        Field::FirstSeen => (
            "İlk Görülme",
            "Ziyaretçinin bu kampanyayı ilk gördüğü tarih; henüz görmemiş olanlar için bugün.",
        ),
        Field::LastSeen => (
            "Son Görülme",
            "Bu gösterimin tarihi, yani bugün. \"Bu tarihte veya öncesinde\", kampanyayı o günden sonra bitirir.",
        ),
        Field::ConversationCount => ("Konuşma Sayısı", "Ziyaretçinin sohbet botuyla kaç kere konuştuğu."),
        Field::Custom => ("Özel", "Sitenizin bildirdiği bir bilgi; örneğin plan veya şehir."),
        Field::ScrollRatio => ("Kaydırma Oranı", "Ziyaretçinin sayfanın yüzde kaçına kadar kaydırdığı."),
        Field::ExitScreen => (
            "Ekrandan Çıkış",
            "Ziyaretçi ayrılmak üzere: imleç sayfadan üst kenardan çıktı; telefon veya tablette ise parmak üst kenara yakın bir yerde hızla yukarı kaydırıldı ya da başka sekmeye geçildi.",
        ),
    }
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

/// In the order of [`DEVICE_TYPES`].
const TURKISH_DEVICES: [&str; DEVICE_TYPES.len()] = ["Telefon", "Tablet", "Masaüstü"];

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
