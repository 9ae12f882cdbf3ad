//! Findings in Turkish. Suffixes stand on our own words, never on a value.

mod content;
mod together;

use crate::campaign::{Field, FieldType, Operator};
use crate::insight::Problem;
use crate::wording::number::{date, tidy};
use crate::wording::{Language, choice_label, field_label, operator_label};

/// Message and fix.
pub(super) fn phrase(problem: &Problem) -> (String, String) {
    let (message, fix) = match problem {
        Problem::MissingId => (
            "Kampanyanın kimliği yok.".into(),
            "Kampanyayı çoğaltın: kopya bir kimlik alır.".into(),
        ),
        Problem::IdNotUuid { id } => (
            format!("Kampanyanın “{}” kimliği bir UUID değil.", tidy(id)),
            "Başka bir kampanyada aynısı olmadıkça çalışır; kampanyanın kopyası bir UUID alır.".into(),
        ),
        Problem::MissingPlatform => ("Platform seçilmedi.".into(), "Web Messenger seçin.".into()),
        Problem::UnknownPlatform { word } => (
            format!("“{}” platformu tanınmıyor.", tidy(word)),
            "Web Messenger seçin veya Beckon'u güncelleyin.".into(),
        ),
        Problem::MissingTimeZone => (
            "Saat dilimi seçilmedi; günün ne zaman başladığı belli değil.".into(),
            "Ziyaretçilerinizin saat dilimini seçin; örneğin Europe/Istanbul.".into(),
        ),
        Problem::UnknownTimeZone { name } => (
            format!("“{}” adında bir saat dilimi yok.", tidy(name)),
            "Listeden birini seçin; örneğin Europe/Istanbul.".into(),
        ),
        Problem::MalformedLaunchedAt { text } => (
            format!(
                "Son yayınlama zamanı “{}” okunamıyor; kampanya hiç yayınlanmamış sayılır.",
                tidy(text)
            ),
            "Kampanyayı yeniden yayınlayın veya dosyadan launched_at anahtarını silin.".into(),
        ),
        Problem::EmptyAudience => (
            "Hedef kitlede hiç koşul yok.".into(),
            "Bir koşul ekleyin. Herkes için: Ziyaret Sayısı, en az, 1.".into(),
        ),
        Problem::MutedAudience {
            activity_decides: false,
        } => (
            "Hedef kitledeki her şey sessize alınmış; kampanyayı herkes görür.".into(),
            "Herkes görsün istemiyorsanız bir koşulu yeniden etkinleştirin.".into(),
        ),
        Problem::MutedAudience { activity_decides: true } => (
            "Hedef kitledeki her şey sessize alınmış; yalnızca sayfadaki etkinlik belirleyici.".into(),
            "Herkes görsün istemiyorsanız bir koşulu yeniden etkinleştirin.".into(),
        ),
        Problem::EmptyGroup => (
            "Bu grupta hiç koşul yok.".into(),
            "Bir koşul ekleyin veya grubu kaldırın.".into(),
        ),
        Problem::MutedGroup => (
            "Bu grubun tüm koşulları sessize alınmış; grubun bir etkisi yok.".into(),
            "Bir koşulu yeniden etkinleştirin veya grubu kaldırın.".into(),
        ),
        Problem::UnknownJoin { word } => (
            format!(
                "Etkinlik, hedef kitleye tanınmayan “{}” sözcüğüyle bağlanmış.",
                tidy(word)
            ),
            "VE ya da VEYA seçin.".into(),
        ),
        Problem::MissingField => (
            "Bu koşulun neyle ilgili olduğu seçilmedi.".into(),
            "Neyin sorulacağını seçin.".into(),
        ),
        Problem::UnknownField { word } => (
            format!("Bu koşulun sorduğu “{}” tanınmıyor.", tidy(word)),
            "Başka bir şey seçin veya Beckon'u güncelleyin.".into(),
        ),
        Problem::MisplacedInAudience { field } => (
            format!(
                "{}: bu koşulun yeri hedef kitle değil, sayfadaki etkinlik.",
                label(*field)
            ),
            "Buradan kaldırın ve sayfadaki etkinlik bölümüne ekleyin.".into(),
        ),
        Problem::MisplacedInActivity { field } => (
            format!(
                "{}: bu koşulun yeri sayfadaki etkinlik değil, hedef kitle.",
                label(*field)
            ),
            "Buradan kaldırın ve hedef kitle bölümüne ekleyin.".into(),
        ),
        Problem::MissingOperator { field } => (
            format!("{}: nasıl karşılaştırılacağı seçilmedi.", label(*field)),
            format!("Örneğin “{}” seçin.", first(*field)),
        ),
        Problem::UnknownOperator { field, word } => (
            format!("{}: “{}” karşılaştırması tanınmıyor.", label(*field), tidy(word)),
            format!("Başka birini seçin; örneğin “{}”.", first(*field)),
        ),
        Problem::UnfitOperator { field, operator } => (
            format!(
                "{}: “{}” karşılaştırması burada kullanılamaz.",
                label(*field),
                compare(*operator)
            ),
            format!("Başka birini seçin; örneğin “{}”.", first(*field)),
        ),
        Problem::MissingKey => (
            "Özel bilginin adı yok.".into(),
            "Sitenizin kullandığı adı yazın; örneğin plan.".into(),
        ),
        Problem::KeyTooLong { length, limit } => (
            format!("Özel bilginin adı {length} karakter; en fazla {limit} karakter olabilir."),
            "Sitenizin kullandığı adı yazın; örneğin plan.".into(),
        ),
        Problem::ValueTooLong { field, length, limit } => (
            format!(
                "{}: değer {length} karakter; en fazla {limit} karakter olabilir.",
                label(*field)
            ),
            "Önemli olan bölümü bırakın; “içerir” onu her yerde bulur.".into(),
        ),
        Problem::TestNameTooLong { length, limit } => (
            format!("Testin adı {length} karakter; listelerde {limit} karakterlik yer var."),
            "Daha kısa bir ad verin.".into(),
        ),
        Problem::MissingValue { field } => (
            format!("{}: değer eksik.", label(*field)),
            format!("{} yazın.", wanted(field.spec().kind)),
        ),
        Problem::WrongType { field, wanted: kind } => (
            format!("{}: değerin türü yanlış.", label(*field)),
            format!("{} yazın.", wanted(*kind)),
        ),
        Problem::ListWanted { field, operator } => (
            format!("{}: “{}” için bir liste gerekir.", label(*field), compare(*operator)),
            "Değerleri yeniden seçin veya “eşittir” seçin.".into(),
        ),
        Problem::ListUnwanted { field, operator } => (
            format!(
                "{}: “{}” bir listeyle değil, tek değerle karşılaştırır.",
                label(*field),
                compare(*operator)
            ),
            "Tek değer bırakın veya “şunlardan biri” seçin.".into(),
        ),
        Problem::EmptyList { field } => (
            format!("{}: liste boş.", label(*field)),
            "En az bir değer seçin.".into(),
        ),
        Problem::DuplicateItem { field, item } => (
            format!("{}: “{}” listede iki kere var.", label(*field), value(*field, item)),
            "İkisinden birini kaldırın.".into(),
        ),
        Problem::NegativeNumber { field } => (
            format!("{}: değer sıfırdan küçük olamaz.", label(*field)),
            "0 veya daha büyük bir sayı yazın.".into(),
        ),
        Problem::NotWhole { field } => (
            format!("{}: değer her zaman tam sayıdır.", label(*field)),
            "Kesirsiz bir sayı yazın.".into(),
        ),
        Problem::NumberTooLarge { field } => (
            format!("{}: hiçbir tarayıcı o kadar sayamaz.", label(*field)),
            "Daha küçük bir sayı yazın.".into(),
        ),
        Problem::NumberWanted { operator, value } => (
            format!(
                "“{}” sayıları karşılaştırır; “{}” bir sayı değil.",
                compare(*operator),
                tidy(value)
            ),
            "Bir sayı yazın veya “eşittir” ya da “içerir” seçin.".into(),
        ),
        Problem::PercentOutOfRange { field } => (
            format!("{}: değer bir yüzdedir.", label(*field)),
            "0 ile 100 arasında bir sayı yazın.".into(),
        ),
        Problem::NeverHolds {
            field,
            operator,
            value,
            least,
            most,
        } => (
            format!(
                "{}, {}, {}: bu hiçbir zaman gerçekleşmez.",
                label(*field),
                compare(*operator),
                tidy(value)
            ),
            match most {
                Some(most) => format!("En küçük değer {least}, en büyük değer {most}; ulaşılabilir bir değer yazın."),
                None => format!("En küçük değer {least}; daha büyük bir değer yazın."),
            },
        ),
        Problem::MalformedDate { field, text } => (
            format!("{}: “{}” bir tarih değil.", label(*field), tidy(text)),
            "Yıl, ay ve günü yazın; örneğin 2026-12-01.".into(),
        ),
        Problem::NonexistentDate { field, text } => (
            format!("{}: takvimde {} günü yok.", label(*field), tidy(text)),
            "Günü veya ayı düzeltin.".into(),
        ),
        Problem::DatePassed { date: day } => (
            format!(
                "{} geçti; bu koşulla kampanyayı artık kimse göremez.",
                date(*day, Language::Turkish)
            ),
            "Daha sonraki bir gün seçin veya koşulu kaldırın.".into(),
        ),
        Problem::MalformedVersion { text } => (
            format!("“{}” bir sürüm değil.", tidy(text)),
            "Aralarında nokta olan sayılar yazın; örneğin 120 veya 17.4.".into(),
        ),
        Problem::MalformedLanguage { text, meant } => (
            format!("“{}” bir dil etiketi değil.", tidy(text)),
            match meant {
                Some(meant) => format!("Şunu yazın: {meant}"),
                None => "Listeden bir dil seçin veya tr ya da pt-BR gibi bir etiket yazın.".into(),
            },
        ),
        Problem::UnknownChoice { field, word, meant } => (
            format!("{}: “{}” seçenekler arasında yok.", label(*field), tidy(word)),
            match meant {
                Some(meant) => format!("Şunu seçin: {}", value(*field, meant)),
                None => "Listeden birini seçin.".into(),
            },
        ),
        Problem::MalformedUrl { text } => (
            format!("“{}” bir adres değil.", tidy(text)),
            "https://www.example.com/pricing gibi bir adres yazın.".into(),
        ),
        Problem::ForeignUrlScheme { scheme } => (
            format!("Hiçbir web sayfasının adresi {}:// ile başlamaz.", tidy(scheme)),
            "https:// ile veya doğrudan alan adıyla başlayın.".into(),
        ),
        Problem::UrlFragment { text } => (
            format!(
                "# ve sonrası, #/odeme gibi bir yönlendirme değilse sayfanın adresinden sayılmaz; “{}” içinde # var.",
                tidy(text)
            ),
            "# işaretini ve sonrasını silin.".into(),
        ),
        Problem::UrlBlank { text, never: false } => (
            format!("Alan adında boşluk olmaz; “{}” içinde var.", tidy(text)),
            "Boşluğu silin.".into(),
        ),
        Problem::UrlBlank { text, never: true } => (
            format!("Hiçbir sayfa “{}” ile eşleşmez: alan adında boşluk olmaz.", tidy(text)),
            "Boşluğu silin.".into(),
        ),
        Problem::UrlWithoutHost { text } => (
            format!("Adres alan adıyla başlar; “{}” ise bir yolla başlıyor.", tidy(text)),
            "Önüne alan adını yazın, örneğin www.example.com, veya “içerir” seçin.".into(),
        ),
        Problem::ExitScreenNotYes => (
            "Ekrandan Çıkış yalnızca ziyaretçinin ayrılmak üzere olduğunu sorabilir.".into(),
            "Evet seçin veya koşulu kaldırın.".into(),
        ),
        Problem::UnfinishedCondition { field } => (
            format!("{}: koşul tamamlanmadığı için dikkate alınmıyor.", label(*field)),
            "Karşılaştırmayı ve değeri yeniden seçin.".into(),
        ),
        other => return together::phrase(other).unwrap_or_else(|| content::phrase(other)),
    };
    (message, fix)
}

fn label(field: Field) -> &'static str {
    field_label(field, Language::Turkish)
}

fn compare(operator: Operator) -> &'static str {
    operator_label(operator, Language::Turkish)
}

/// A comparison that the field takes.
fn first(field: Field) -> &'static str {
    field
        .spec()
        .operators
        .first()
        .map_or("eşittir", |operator| compare(*operator))
}

fn value(field: Field, item: &str) -> String {
    choice_label(field, item, Language::Turkish)
}

fn wanted(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Url => "Bir adres veya adresin bir parçasını, örneğin www.example.com/pricing,",
        FieldType::WholeNumber => "3 gibi bir tam sayı",
        FieldType::Language => "tr gibi bir dil etiketi",
        FieldType::Choice => "Seçeneklerden birini",
        FieldType::Version => "Tırnak içinde bir sürüm, örneğin \"120\",",
        FieldType::Date => "2026-12-01 gibi bir tarih",
        FieldType::Custom => "Bir metin, bir sayı veya evet ya da hayır",
        FieldType::Percent => "0 ile 100 arasında bir sayı",
        FieldType::Flag => "Evet",
    }
}
