//! Findings about content, pictures and schedule, in Turkish. Suffixes stand on our own words, never on a value.

use super::super::code_point;
use crate::campaign::limits;
use crate::insight::{Problem, TextPart};
use crate::wording::number::tidy;

/// Message and fix.
pub(super) fn phrase(problem: &Problem) -> (String, String) {
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
        Problem::TooManyMarks {
            part,
            code_points,
            limit,
        } => (
            format!(
                "{}: {code_points} kod noktası var, harflerinin gerektirdiğinden çok daha fazla; en fazla {limit} olabilir.",
                name(*part)
            ),
            "Yeniden yazın veya düz metin olarak yapıştırın: üst üste binen işaretler ya da görünmeyen karakterler yer kaplıyor.".into(),
        ),
        Problem::MayNotFit { part, length, fitting } => (
            format!(
                "{} {length} karakter; telefonda bir satıra yaklaşık {fitting} karakter sığar.",
                name(*part)
            ),
            "Kısaltın veya telefon önizlemesine bakın.".into(),
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
            format!("Bağlantının alan adı “{}” bilgisine bağlı; her yere götürebilir.", tidy(key)),
            "https://, kendi alan adınız ve bir eğik çizgiyle başlatın; bilgiler sonra gelebilir.".into(),
        ),
        Problem::LinkWithUser { host } => (
            format!(
                "@ işaretinden önce ne yazarsa yazsın bağlantı şuraya götürür: “{}”. Öncesi bir kullanıcı adıdır.",
                tidy(host)
            ),
            "// ile @ arasını silin.".into(),
        ),
        Problem::PictureOutsideLibrary { path } => (
            format!("“{}” resmi kitaplığın kendi images klasöründe bir dosya değil.", tidy(path)),
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
        TextPart::Title => format!(
            "En fazla {} karakterlik bir başlık yazın.",
            TextPart::Title.limit().characters
        ),
        TextPart::Text => format!(
            "En fazla {} karakterlik bir metin yazın.",
            TextPart::Text.limit().characters
        ),
        TextPart::ButtonName => "Düğmenin üzerinde duracak sözü yazın; örneğin Planları karşılaştır.".into(),
        TextPart::ButtonMessage => "Düğmenin bota ne söyleyeceğini yazın.".into(),
        TextPart::ButtonLink => "Düğmenin götüreceği yeri yazın; örneğin https://www.example.com.".into(),
        TextPart::Subtitle | TextPart::UserSay | TextPart::PreviewReply => {
            "Ziyaretçinin yazacağı ifadeyi yazın; uygun konuşmayı bu başlatır.".into()
        }
    }
}
