//! The words around changes, in each language.

use super::{Language, Part};
use crate::campaign::TextPart;

/// What stands around the values.
pub(super) struct Words {
    pub added: &'static str,
    pub removed: &'static str,
    pub changed: &'static str,
    pub moved: &'static str,
    /// A condition of which only keys differ that this version does not know.
    pub unknown_in: &'static str,
    pub join: &'static str,
    /// AND, OR.
    pub joins: [&'static str; 2],
    pub audience: &'static str,
    pub group: &'static str,
    /// All, any, none.
    pub joiners: [&'static str; 3],
    pub group_of: &'static str,
    pub empty_group: &'static str,
    pub no_field: &'static str,
    pub unfinished: &'static str,
    pub empty: &'static str,
    pub not_set: &'static str,
    pub rich: &'static str,
    pub bubble: &'static str,
    pub open_window: &'static str,
    pub picture: &'static str,
    pub another_picture: &'static str,
    pub no_picture: &'static str,
    pub current: &'static str,
    pub bot_profile: &'static str,
    pub say: &'static str,
    pub open: &'static str,
    pub every_page_view: &'static str,
    pub at_once: &'static str,
    /// In the order of [`Words::part`].
    parts: [&'static str; 16],
}

static ENGLISH: Words = Words {
    added: "Added",
    removed: "Removed",
    changed: "Changed",
    moved: "Moved",
    unknown_in: "Changed in a way that this version does not know",
    join: "Activity joined to the audience by",
    joins: ["AND", "OR"],
    audience: "Who sees it: visitors for whom these hold",
    group: "Group",
    joiners: ["all of these", "any of these", "none of these"],
    group_of: "{} of ({})",
    empty_group: "an empty group",
    no_field: "a condition that is not chosen yet",
    unfinished: "(not filled in)",
    empty: "(empty)",
    not_set: "(not set)",
    rich: "Rich card",
    bubble: "Text",
    open_window: "Open window",
    picture: "a picture",
    another_picture: "another picture",
    no_picture: "no picture",
    current: "the site's own",
    bot_profile: "the bot's profile",
    say: "say {}",
    open: "open {}",
    every_page_view: "every page view",
    at_once: "at once",
    parts: [
        "Name",
        "Platform",
        "Time zone",
        "Type",
        "Title",
        "Subtitle",
        "Picture",
        "Button",
        "When pressed",
        "Message",
        "User expression",
        "Reply in the preview",
        "Repeat cycle",
        "Message delay",
        "Priority",
        "Launcher image",
    ],
};

static TURKISH: Words = Words {
    added: "Eklendi",
    removed: "Kaldırıldı",
    changed: "Değişti",
    moved: "Taşındı",
    unknown_in: "Bu sürümün bilmediği bir biçimde değişti",
    join: "Sayfadaki anın hedef kitleyle bağlantısı",
    joins: ["VE", "VEYA"],
    audience: "Kimler görür: ziyaretçiler için geçerli olması gereken",
    group: "Grup",
    joiners: ["bunların tümü", "bunların herhangi biri", "bunların hiçbiri"],
    group_of: "{} ({})",
    empty_group: "boş bir grup",
    no_field: "henüz seçilmemiş bir koşul",
    unfinished: "(doldurulmamış)",
    empty: "(boş)",
    not_set: "(belirtilmemiş)",
    rich: "Zengin kart",
    bubble: "Metin",
    open_window: "Açık pencere",
    picture: "bir resim",
    another_picture: "başka bir resim",
    no_picture: "resim yok",
    current: "sitenin kendisininki",
    bot_profile: "botun profili",
    say: "{} de",
    open: "{} aç",
    every_page_view: "her sayfa açılışı",
    at_once: "hemen",
    parts: [
        "Ad",
        "Platform",
        "Saat dilimi",
        "Tür",
        "Başlık",
        "Alt başlık",
        "Resim",
        "Düğme",
        "Basıldığında",
        "Mesaj",
        "Kullanıcı ifadesi",
        "Önizlemedeki yanıt",
        "Yineleme aralığı",
        "Mesaj gecikmesi",
        "Öncelik",
        "Başlatıcı görseli",
    ],
};

pub(super) fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &ENGLISH,
        Language::Turkish => &TURKISH,
    }
}

impl Words {
    /// The name of a part; empty for one that this version does not know.
    pub(super) fn part(&self, part: &Part) -> &'static str {
        let place = match part {
            Part::Text(TextPart::Name) => 0,
            Part::Platform => 1,
            Part::TimeZone => 2,
            Part::ContentType => 3,
            Part::Text(TextPart::Title) => 4,
            Part::Text(TextPart::Subtitle) => 5,
            Part::Picture => 6,
            Part::Text(TextPart::ButtonName) => 7,
            Part::ButtonAction | Part::Text(TextPart::ButtonMessage | TextPart::ButtonLink) => 8,
            Part::Text(TextPart::Text) => 9,
            Part::Text(TextPart::UserSay) => 10,
            Part::Text(TextPart::PreviewReply) => 11,
            Part::RepeatCycle => 12,
            Part::MessageDelay => 13,
            Part::Priority => 14,
            Part::LauncherImage => 15,
            Part::Unknown(_) => return "",
        };
        self.parts[place]
    }
}
