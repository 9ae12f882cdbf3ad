//! Turkish phrases. `{}` stands for the values, which never get a suffix; asterisks emphasise words.

use crate::campaign::Field;

/// The forms of a verb: which visitors (`olan ziyaretçiler`), and when (`olduklarında`), each with its negative.
pub(super) struct Verb {
    pub who: [&'static str; 2],
    pub when: [&'static str; 2],
}

pub(super) const BE: Verb = Verb {
    who: ["olan", "olmayan"],
    when: ["olduklarında", "olmadıklarında"],
};
/// The form for something of the visitors, which is singular.
pub(super) const IT_IS: Verb = Verb {
    who: ["olan", "olmayan"],
    when: ["olduğunda", "olmadığında"],
};
pub(super) const IT_OCCURS: Verb = Verb {
    who: ["geçen", "geçmeyen"],
    when: ["geçtiğinde", "geçmediğinde"],
};
pub(super) const HAPPEN: Verb = Verb {
    who: ["gerçekleşmiş olan", "gerçekleşmemiş olan"],
    when: ["gerçekleştiğinde", "gerçekleşmediğinde"],
};
const USE: Verb = Verb {
    who: ["kullanan", "kullanmayan"],
    when: ["kullandıklarında", "kullanmadıklarında"],
};
const OPEN: Verb = Verb {
    who: ["açmış olan", "açmamış olan"],
    when: ["açtıklarında", "açmadıklarında"],
};
const COME: Verb = Verb {
    who: ["gelmiş olan", "gelmemiş olan"],
    when: ["geldiklerinde", "gelmediklerinde"],
};
const BEGIN: Verb = Verb {
    who: ["başlamış olan", "başlamamış olan"],
    when: ["başladıklarında", "başlamadıklarında"],
};
const SEE: Verb = Verb {
    who: ["görmüş olan", "görmemiş olan"],
    when: ["gördüklerinde", "görmediklerinde"],
};
const SEE_FIRST: Verb = Verb {
    who: ["gören", "görmeyen"],
    when: ["gördüklerinde", "görmediklerinde"],
};
pub(super) const CLICK: Verb = Verb {
    who: ["tıklamış olan", "tıklamamış olan"],
    when: ["tıkladıklarında", "tıklamadıklarında"],
};
const CLOSE: Verb = Verb {
    who: ["kapatmış olan", "kapatmamış olan"],
    when: ["kapattıklarında", "kapatmadıklarında"],
};
const TALK: Verb = Verb {
    who: ["konuşmuş olan", "konuşmamış olan"],
    when: ["konuştuklarında", "konuşmadıklarında"],
};
const VISIT: Verb = Verb {
    who: ["ziyaret eden", "ziyaret etmeyen"],
    when: ["ziyaret ettiklerinde", "ziyaret etmediklerinde"],
};
const SPEND: Verb = Verb {
    who: ["geçirmiş olan", "geçirmemiş olan"],
    when: ["geçirdiklerinde", "geçirmediklerinde"],
};
const STAY: Verb = Verb {
    who: ["kalmış olan", "kalmamış olan"],
    when: ["kaldıklarında", "kalmadıklarında"],
};
const SCROLL: Verb = Verb {
    who: ["kaydıran", "kaydırmayan"],
    when: ["kaydırdıklarında", "kaydırmadıklarında"],
};

/// The phrases of a field, by its kind.
pub(super) enum Phrases {
    Address(Address),
    Count(Counting),
    Choice(Choosing),
    Version(Version),
    Day(Dating),
    /// What is named by its key: its name, and the same with the suffix of *within*; `{}` stands for the key.
    Attribute([&'static str; 2]),
    /// An event that is named by its key.
    Event,
    Percent(Percent),
    Flag(Flag),
    Lasting(Lasting),
    /// Something on the page that is clicked.
    Click,
}

/// The address of a page: a phrase for each comparison, and its opposite, before the verb.
pub(super) struct Address {
    pub contains: [&'static str; 2],
    pub starts_with: [&'static str; 2],
    pub matches: [&'static str; 2],
    /// The same phrase for both; the verb is negated.
    pub equals: &'static str,
    pub verb: &'static Verb,
    pub found: &'static str,
    /// The phrase for no page.
    pub none: &'static str,
    pub change: &'static str,
    /// The phrase for no page that is wished for.
    pub change_to_none: &'static str,
    /// That there is a page at all, where there may be none; the verb is negated for the opposite.
    pub set: Option<&'static str>,
}

/// How something is counted.
pub(super) struct Counting {
    /// Before the verb: `bu sayfayı {}`.
    pub stem: &'static str,
    /// The form for none of it, when that differs.
    pub none: Option<&'static str>,
    pub verb: &'static Verb,
    /// What is counted, and the same with the suffix of *more than*: `kere`, `kereden`.
    pub unit: [&'static str; 2],
    /// What a visitor must be who is to have none of it: `görmemiş olmalı`.
    pub never: &'static str,
    pub found: Found,
    pub change: Change,
}

/// What a visitor has of what is counted.
pub(super) enum Found {
    /// The present one counts, too: `bu sayfayı {} kez açıyor`, with the number as an ordinal.
    Ordinal(&'static str),
    /// None of it, and that much of it.
    Number([&'static str; 2]),
}

/// How a count would have to differ.
pub(super) enum Change {
    /// More of it, and only that much of it; with the latter as an ordinal.
    Ordinal([&'static str; 2]),
    /// More of it, and only that much of it.
    Number([&'static str; 2]),
    /// What was done that often, done, and not done.
    Often {
        what: &'static str,
        done: &'static str,
        not_done: &'static str,
    },
}

/// A choice or a language.
pub(super) struct Choosing {
    pub stem: &'static str,
    pub verb: &'static Verb,
    pub found: &'static str,
    /// The phrase for an unknown value.
    pub unknown: &'static str,
    pub change: &'static str,
}

/// A version: before the verb, for each comparison.
pub(super) struct Version {
    pub newer: &'static str,
    pub older: &'static str,
    pub equal: &'static str,
    pub found: &'static str,
    /// The phrase for an unknown value.
    pub unknown: &'static str,
    pub change: &'static str,
}

/// A day.
pub(super) struct Dating {
    pub stem: &'static str,
    pub verb: &'static Verb,
    pub found: &'static str,
    /// For visitors who have not been shown the campaign, and for others.
    pub change: [&'static str; 2],
}

/// A share.
pub(super) struct Percent {
    pub at_least: &'static str,
    pub over: &'static str,
    pub verb: &'static Verb,
    pub found: &'static str,
    /// None of it, only that much of it, more of it.
    pub change: [&'static str; 3],
}

/// Something that lasts.
pub(super) struct Lasting {
    pub at_least: &'static str,
    pub verb: &'static Verb,
    pub found: &'static str,
    /// Longer, and only that long.
    pub change: [&'static str; 2],
}

/// A yes or no; both forms of what is found and of the change.
pub(super) struct Flag {
    pub stem: &'static str,
    pub verb: &'static Verb,
    pub found: [&'static str; 2],
    pub change: [&'static str; 2],
}

pub(super) const TIMES: [&str; 2] = ["kere", "kereden"];

/// Returns the phrases of a field.
pub(super) fn phrases(field: Field) -> Phrases {
    match field {
        Field::CurrentPageUrl => Phrases::Address(Address {
            contains: ["adresinde {} geçen bir sayfada", "adresinde {} geçmeyen bir sayfada"],
            starts_with: [
                "adresi {} ile başlayan bir sayfada",
                "adresi {} ile başlamayan bir sayfada",
            ],
            matches: [
                "adresi {} kalıbına uyan bir sayfada",
                "adresi {} kalıbına uymayan bir sayfada",
            ],
            equals: "{} sayfasında",
            verb: &BE,
            found: "bulunduğu sayfa {}",
            none: "bulunduğu sayfanın adresi yok",
            change: "{} sayfasında olsaydı",
            change_to_none: "adresi olmayan bir sayfada olsaydı",
            set: None,
        }),
        Field::PageViews => Phrases::Count(Counting {
            stem: "bu sayfayı {}",
            none: None,
            verb: &OPEN,
            unit: TIMES,
            never: "açmamış olmalı",
            found: Found::Ordinal("bu sayfayı {} kez açıyor"),
            change: Change::Ordinal([
                "bu sayfayı {} kere daha açmış olsaydı",
                "bu sayfayı daha {} kez açıyor olsaydı",
            ]),
        }),
        Field::Visits => Phrases::Count(Counting {
            stem: "sitede {}",
            none: Some("sitede *hiç sayfa*"),
            verb: &OPEN,
            unit: ["sayfa", "sayfadan"],
            never: "açmamış olmalı",
            found: Found::Number(["sitede hiç sayfa açmadı", "sitede {} sayfa açtı"]),
            change: Change::Number([
                "sitede {} sayfa daha açmış olsaydı",
                "sitede yalnızca {} sayfa açmış olsaydı",
            ]),
        }),
        Field::Sessions => Phrases::Count(Counting {
            stem: "siteye {}",
            none: None,
            verb: &COME,
            unit: TIMES,
            never: "gelmemiş olmalı",
            found: Found::Ordinal("siteye {} kez geliyor"),
            change: Change::Ordinal([
                "siteye {} kere daha gelmiş olsaydı",
                "siteye daha {} kez geliyor olsaydı",
            ]),
        }),
        Field::SessionPages => Phrases::Count(Counting {
            stem: "bu oturumda {}",
            none: Some("bu oturumda *hiç sayfa*"),
            verb: &OPEN,
            unit: ["sayfa", "sayfadan"],
            never: "açmamış olmalı",
            found: Found::Number(["bu oturumda hiç sayfa açmadı", "bu oturumda {} sayfa açtı"]),
            change: Change::Number([
                "bu oturumda {} sayfa daha açmış olsaydı",
                "bu oturumda yalnızca {} sayfa açmış olsaydı",
            ]),
        }),
        Field::Referrer => Phrases::Address(Address {
            contains: ["adresinde {} geçen bir sayfadan", "adresinde {} geçen bir sayfadan"],
            starts_with: [
                "adresi {} ile başlayan bir sayfadan",
                "adresi {} ile başlayan bir sayfadan",
            ],
            matches: [
                "adresi {} kalıbına uyan bir sayfadan",
                "adresi {} kalıbına uyan bir sayfadan",
            ],
            equals: "{} sayfasından",
            verb: &COME,
            found: "geldiği sayfa {}",
            none: "başka bir siteden gelmedi",
            change: "{} sayfasından gelmiş olsaydı",
            change_to_none: "başka bir siteden gelmemiş olsaydı",
            set: Some("*başka bir siteden*"),
        }),
        Field::LandingPage => Phrases::Address(Address {
            contains: [
                "ziyaretine adresinde {} geçen bir sayfada",
                "ziyaretine adresinde {} geçmeyen bir sayfada",
            ],
            starts_with: [
                "ziyaretine adresi {} ile başlayan bir sayfada",
                "ziyaretine adresi {} ile başlamayan bir sayfada",
            ],
            matches: [
                "ziyaretine adresi {} kalıbına uyan bir sayfada",
                "ziyaretine adresi {} kalıbına uymayan bir sayfada",
            ],
            equals: "ziyaretine {} sayfasında",
            verb: &BEGIN,
            found: "ziyaretine başladığı sayfa {}",
            none: "ziyaretine başladığı sayfanın adresi yok",
            change: "ziyaretine {} sayfasında başlamış olsaydı",
            change_to_none: "ziyaretine adresi olmayan bir sayfada başlamış olsaydı",
            set: None,
        }),
        Field::Views => Phrases::Count(Counting {
            stem: "bu kampanyayı {}",
            none: None,
            verb: &SEE,
            unit: TIMES,
            never: "görmemiş olmalı",
            found: Found::Number(["bu kampanyayı hiç görmedi", "bu kampanyayı {} kere gördü"]),
            change: Change::Often {
                what: "bu kampanyayı",
                done: "görmüş",
                not_done: "görmemiş",
            },
        }),
        Field::Clicks => Phrases::Count(Counting {
            stem: "bu kampanyaya {}",
            none: None,
            verb: &CLICK,
            unit: TIMES,
            never: "tıklamamış olmalı",
            found: Found::Number(["bu kampanyaya hiç tıklamadı", "bu kampanyaya {} kere tıkladı"]),
            change: Change::Often {
                what: "bu kampanyaya",
                done: "tıklamış",
                not_done: "tıklamamış",
            },
        }),
        Field::Closes => Phrases::Count(Counting {
            stem: "bu kampanyayı {}",
            none: None,
            verb: &CLOSE,
            unit: TIMES,
            never: "kapatmamış olmalı",
            found: Found::Number(["bu kampanyayı hiç kapatmadı", "bu kampanyayı {} kere kapattı"]),
            change: Change::Often {
                what: "bu kampanyayı",
                done: "kapatmış",
                not_done: "kapatmamış",
            },
        }),
        Field::ConversationCount => Phrases::Count(Counting {
            stem: "sohbet botuyla {}",
            none: None,
            verb: &TALK,
            unit: TIMES,
            never: "konuşmamış olmalı",
            found: Found::Number(["sohbet botuyla hiç konuşmadı", "sohbet botuyla {} kere konuştu"]),
            change: Change::Often {
                what: "sohbet botuyla",
                done: "konuşmuş",
                not_done: "konuşmamış",
            },
        }),
        Field::BrowserLanguage => Phrases::Choice(Choosing {
            stem: "tarayıcı dili {}",
            verb: &IT_IS,
            found: "tarayıcı dili {}",
            unknown: "tarayıcısının dili bilinmiyor",
            change: "tarayıcı dili {} olsaydı",
        }),
        Field::Browser => Phrases::Choice(Choosing {
            stem: "{}",
            verb: &USE,
            found: "kullandığı tarayıcı {}",
            unknown: "tarayıcısı bilinmiyor",
            change: "{} kullansaydı",
        }),
        Field::BrowserVersion => Phrases::Version(Version {
            newer: "tarayıcısı {} sürümünden yeni",
            older: "tarayıcısı {} sürümünden eski",
            equal: "tarayıcı sürümü {}",
            found: "tarayıcı sürümü {}",
            unknown: "tarayıcı sürümü bilinmiyor",
            change: "tarayıcı sürümü {} olsaydı",
        }),
        Field::DeviceType => Phrases::Choice(Choosing {
            stem: "cihazı {}",
            verb: &IT_IS,
            found: "cihazı {}",
            unknown: "cihazı bilinmiyor",
            change: "{} kullansaydı",
        }),
        Field::OperatingSystem => Phrases::Choice(Choosing {
            stem: "işletim sistemi {}",
            verb: &IT_IS,
            found: "işletim sistemi {}",
            unknown: "işletim sistemi bilinmiyor",
            change: "işletim sistemi {} olsaydı",
        }),
        Field::Country => Phrases::Choice(Choosing {
            stem: "ülkesi {}",
            verb: &IT_IS,
            found: "ülkesi {}",
            unknown: "ülkesi bilinmiyor",
            change: "ülkesi {} olsaydı",
        }),
        Field::FirstSeen => Phrases::Day(Dating {
            stem: "bu kampanyayı ilk kez {}",
            verb: &SEE_FIRST,
            found: "bu kampanyayı ilk gördüğü tarih {}",
            change: [
                "bu kampanyayı ilk kez {} tarihinde görseydi",
                "bu kampanyayı ilk kez {} tarihinde görmüş olsaydı",
            ],
        }),
        Field::LastSeen => Phrases::Day(Dating {
            stem: "siteyi {}",
            verb: &VISIT,
            found: "bugünün tarihi {}",
            change: ["{} tarihinde geri gelseydi", "{} tarihinde geri gelseydi"],
        }),
        Field::Query => Phrases::Attribute(["{} sorgu parametresi", "{} sorgu parametresinde"]),
        Field::LandingQuery => Phrases::Attribute(["{} kampanya parametresi", "{} kampanya parametresinde"]),
        Field::Event => Phrases::Event,
        Field::Custom => Phrases::Attribute(["{} bilgisi", "{} bilgisinde"]),
        Field::ScrollRatio => Phrases::Percent(Percent {
            at_least: "sayfayı *en az* {} oranında",
            over: "sayfayı {} oranından *fazla*",
            verb: &SCROLL,
            found: "sayfayı {} oranında kaydırdı",
            change: [
                "sayfayı henüz kaydırmamış olsaydı",
                "sayfayı yalnızca {} oranında kaydırmış olsaydı",
                "sayfayı {} oranında kaydırsaydı",
            ],
        }),
        Field::ExitScreen => Phrases::Flag(Flag {
            stem: "sayfadan *ayrılmak üzere*",
            verb: &BE,
            found: ["sayfadan ayrılmak üzere", "sayfadan ayrılmak üzere değil"],
            change: ["sayfadan ayrılmak üzere olsaydı", "sayfadan ayrılmak üzere olmasaydı"],
        }),
        Field::TimeOnPage => Phrases::Lasting(Lasting {
            at_least: "bu sayfada *en az* {}",
            verb: &SPEND,
            found: "bu sayfada {} geçirdi",
            change: [
                "bu sayfada {} geçirmiş olsaydı",
                "bu sayfada yalnızca {} geçirmiş olsaydı",
            ],
        }),
        Field::TimeOnSite => Phrases::Lasting(Lasting {
            at_least: "sitede *en az* {}",
            verb: &SPEND,
            found: "sitede {} geçirdi",
            change: ["sitede {} geçirmiş olsaydı", "sitede yalnızca {} geçirmiş olsaydı"],
        }),
        Field::Inactivity => Phrases::Lasting(Lasting {
            at_least: "*en az* {} hareketsiz",
            verb: &STAY,
            found: "{} hareketsiz kaldı",
            change: ["{} hareketsiz kalmış olsaydı", "yalnızca {} hareketsiz kalmış olsaydı"],
        }),
        Field::Clicked => Phrases::Click,
    }
}

/// Returns what is done a number of times, and done, as in `bu kampanyaya`, `tıklamış`.
pub(super) fn often(field: Field) -> Option<[&'static str; 2]> {
    match phrases(field) {
        Phrases::Count(Counting {
            change: Change::Often { what, done, .. },
            ..
        }) => Some([what, done]),
        Phrases::Count(Counting {
            change: Change::Ordinal(_) | Change::Number(_),
            ..
        })
        | Phrases::Address(_)
        | Phrases::Choice(_)
        | Phrases::Version(_)
        | Phrases::Day(_)
        | Phrases::Attribute(_)
        | Phrases::Event
        | Phrases::Percent(_)
        | Phrases::Lasting(_)
        | Phrases::Click
        | Phrases::Flag(_) => None,
    }
}
