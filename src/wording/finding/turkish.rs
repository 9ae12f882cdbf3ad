//! Findings in Turkish. Suffixes stand on our own words, never on a value.

use super::code_point;
use crate::campaign::{Field, FieldType, Operator, limits};
use crate::insight::{Problem, TextPart};
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
                "Sayfalar # ve sonrası olmadan karşılaştırılır; “{}” içinde # var.",
                tidy(text)
            ),
            "# işaretini ve sonrasını silin.".into(),
        ),
        Problem::UrlBlank { text } => (
            format!("Alan adında boşluk olmaz; “{}” içinde var.", tidy(text)),
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
        other => return content(other),
    };
    (message, fix)
}

fn content(problem: &Problem) -> (String, String) {
    match problem {
        Problem::MissingContentType => (
            "Pencerenin türü seçilmedi.".into(),
            "Zengin kart, metin veya açık pencere seçin.".into(),
        ),
        Problem::UnknownContentType { word } => (
            format!("“{}” pencere türü tanınmıyor.", tidy(word)),
            "Zengin kart, metin veya açık pencere seçin.".into(),
        ),
        Problem::MissingText { part } => (format!("{} eksik.", name(*part)), write_it(*part)),
        Problem::NothingToSay => (
            "Metne tıklamak sohbeti açar ama hiçbir şey söylemez.".into(),
            "Ziyaretçinin yazacağı ifadeyi yazın; uygun konuşmayı bu başlatır.".into(),
        ),
        Problem::EmptyWithoutAttribute { part } => (
            format!("{}, eklenen bilgisi olmayan ziyaretçilerde boş kalıyor.", name(*part)),
            "Bilginin yerine geçecek bir söz yazın; örneğin {{name|merhaba}}.".into(),
        ),
        Problem::TooLong { part, length, limit } => (
            format!("{} {length} karakter; en fazla {limit} karakter sığar.", name(*part)),
            format!("{} karakter kısaltın.", length - limit),
        ),
        Problem::TokenWithoutFallback { part, key } => (
            format!(
                "{}: “{}” bilgisi olmayan ziyaretçiler bir boşluk görür.",
                name(*part),
                tidy(key)
            ),
            format!("Yerine geçecek bir söz yazın: {{{{{}|…}}}}", tidy(key)),
        ),
        Problem::BrokenToken { part } => (
            format!("{}: çift süslü parantezler hiçbir bilgi eklemiyor.", name(*part)),
            "{{ad|yerine geçecek söz}} biçiminde yazın veya parantezleri silin.".into(),
        ),
        Problem::ControlCharacter { part, character } => (
            format!(
                "{}: görünmeyen bir karakter var ({}).",
                name(*part),
                code_point(*character)
            ),
            "Metni yeniden yazın veya tek satır düz metin olarak yapıştırın.".into(),
        ),
        Problem::DirectionOverride { part, character } => (
            format!(
                "{}: yazının yönünü çeviren görünmeyen bir karakter var ({}).",
                name(*part),
                code_point(*character)
            ),
            "Metni yeniden yazın; sağdan sola yazılar böyle bir karakter gerektirmez.".into(),
        ),
        Problem::MissingAction => (
            "Düğme henüz bir şey yapmıyor.".into(),
            "Bota ne söyleyeceğini veya hangi bağlantıyı açacağını seçin.".into(),
        ),
        Problem::LinkWithoutScheme { link } => (
            format!("“{}” bağlantısı https:// ile başlamıyor.", tidy(link)),
            format!("Şunu yazın: https://{}", tidy(link)),
        ),
        Problem::LinkScheme { scheme } => (
            format!("“{}:” ile başlayan bağlantılara izin verilmez.", tidy(scheme)),
            format!("Şunlardan birini kullanın: {}.", limits::LINK_SCHEMES.join(", ")),
        ),
        Problem::MalformedLink { link } => (
            format!("“{}” bağlantısı bir yere gitmiyor.", tidy(link)),
            "https://www.example.com, mailto:merhaba@example.com veya tel:+902125550100 gibi bir bağlantı yazın."
                .into(),
        ),
        Problem::LinkFromAttribute { key } => (
            format!("Bağlantı “{}” bilgisiyle başlıyor; her yere götürebilir.", tidy(key)),
            "https:// ve kendi alan adınızla başlatın; bilgiler sonra gelebilir.".into(),
        ),
        Problem::PictureOutsideLibrary { path } => (
            format!("“{}” resmi kitaplıkta değil.", tidy(path)),
            "Resmi yeniden seçin; Beckon onu kitaplığa alır.".into(),
        ),
        Problem::PictureMissing { path } => (
            format!("“{}” resmi kitaplıkta bulunamadı.", tidy(path)),
            "Resmi yeniden seçin veya dosyayı yerine koyun.".into(),
        ),
        Problem::PictureUnreadable { path } => (
            format!("“{}” bir resim değil veya bozulmuş.", tidy(path)),
            "Başka bir resim seçin.".into(),
        ),
        Problem::PictureNotPng { path } => (
            format!("“{}” resmi PNG değil.", tidy(path)),
            "Yeniden seçin; Beckon onu PNG yapar.".into(),
        ),
        Problem::PictureSize { width, height } => (
            format!(
                "Resmin boyutu {width}×{height}; kartın gösterdiği boyut {}×{}.",
                limits::PICTURE_WIDTH,
                limits::PICTURE_HEIGHT
            ),
            "Yeniden seçin; Beckon kırpmayı önerir.".into(),
        ),
        Problem::LauncherNotSquare { width, height } => (
            format!("Başlatıcı resminin boyutu {width}×{height}; başlatıcı yuvarlak olduğu için kenarları kesilir."),
            "Kare bir resim seçin.".into(),
        ),
        Problem::LauncherNotChosen => (
            "Başlatıcı görseli seçilmedi; sitenin kendi görseli kalır.".into(),
            "Mevcut görseli, bot profilini veya bir resmi seçin.".into(),
        ),
        Problem::UnknownLauncher { word } => (
            format!("“{}” başlatıcı görseli tanınmıyor.", tidy(word)),
            "Mevcut görseli, bot profilini veya bir resmi seçin.".into(),
        ),
        Problem::MissingCycleLength => (
            "Tekrar süresinin sayısı eksik.".into(),
            "Bir sayı yazın veya beklememeyi seçin.".into(),
        ),
        Problem::CycleLength { every } => (
            format!("Tekrar süresi {} olamaz.", tidy(every)),
            "En az 1 olan bir tam sayı yazın.".into(),
        ),
        Problem::MissingCycleUnit => (
            "Tekrar süresinin birimi eksik.".into(),
            "Dakika, saat veya gün seçin.".into(),
        ),
        Problem::UnknownCycleUnit { word } => (
            format!("Tekrar süresinin “{}” birimi tanınmıyor.", tidy(word)),
            "Dakika, saat veya gün seçin.".into(),
        ),
        Problem::NegativeDelay { delay } => (
            format!("Mesaj gecikmesi {} saniye olamaz.", tidy(delay)),
            "0 veya daha büyük bir sayı yazın.".into(),
        ),
        Problem::PriorityNotWhole { priority } => (
            format!("{} önceliği bir tam sayı değil.", tidy(priority)),
            "Bir tam sayı yazın; 1 en önce gelir.".into(),
        ),
        // All others are phrased above.
        other => (other.code().replace('_', " "), String::new()),
    }
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

fn name(part: TextPart) -> &'static str {
    match part {
        TextPart::Name => "Kampanyanın adı",
        TextPart::Title => "Başlık",
        TextPart::Subtitle => "Alt başlık",
        TextPart::ButtonName => "Düğme adı",
        TextPart::ButtonMessage => "Düğmenin mesajı",
        TextPart::ButtonLink => "Düğmenin bağlantısı",
        TextPart::Text => "Metin",
        TextPart::UserSay => "Kullanıcı ifadesi",
        TextPart::PreviewReply => "Önizleme yanıtı",
    }
}

fn write_it(part: TextPart) -> String {
    match part {
        TextPart::Name => "Kampanyaya iş arkadaşlarınızın tanıyacağı bir ad verin.".into(),
        TextPart::Title => format!("En fazla {} karakterlik bir başlık yazın.", limits::TITLE),
        TextPart::Text => format!("En fazla {} karakterlik bir metin yazın.", limits::TEXT),
        TextPart::ButtonName => "Düğmenin üzerinde duracak sözü yazın; örneğin Planları karşılaştır.".into(),
        TextPart::ButtonMessage => "Düğmenin bota ne söyleyeceğini yazın.".into(),
        TextPart::ButtonLink => "Düğmenin götüreceği yeri yazın; örneğin https://www.example.com.".into(),
        _ => "Ziyaretçinin yazacağı ifadeyi yazın; uygun konuşmayı bu başlatır.".into(),
    }
}
