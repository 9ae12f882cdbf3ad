//! The rule in Turkish: participles before *ziyaretçilere*. Suffixes stand on our own words, never on a value.

use super::{Ask, Language, Sentence, address, attribute, word, words};
use crate::campaign::{Field, Operator};
use crate::wording::counts::Count;
use crate::wording::rule::Rule;

/// The forms of a verb: which visitors (`olan ziyaretçiler`), and when (`olduklarında`), each with its negative.
struct Verb {
    who: [&'static str; 2],
    when: [&'static str; 2],
}

const BE: Verb = Verb {
    who: ["olan", "olmayan"],
    when: ["olduklarında", "olmadıklarında"],
};
/// Of something of theirs, which is singular.
const IT_IS: Verb = Verb {
    who: ["olan", "olmayan"],
    when: ["olduğunda", "olmadığında"],
};
const IT_OCCURS: Verb = Verb {
    who: ["geçen", "geçmeyen"],
    when: ["geçtiğinde", "geçmediğinde"],
};
const USE: Verb = Verb {
    who: ["kullanan", "kullanmayan"],
    when: ["kullandıklarında", "kullanmadıklarında"],
};
const OPEN: Verb = Verb {
    who: ["açmış olan", "açmamış olan"],
    when: ["açtıklarında", "açmadıklarında"],
};
const SEE: Verb = Verb {
    who: ["görmüş olan", "görmemiş olan"],
    when: ["gördüklerinde", "görmediklerinde"],
};
const SEE_FIRST: Verb = Verb {
    who: ["gören", "görmeyen"],
    when: ["gördüklerinde", "görmediklerinde"],
};
const CLICK: Verb = Verb {
    who: ["tıklamış olan", "tıklamamış olan"],
    when: ["tıkladıklarında", "tıklamadıklarında"],
};
const TALK: Verb = Verb {
    who: ["konuşmuş olan", "konuşmamış olan"],
    when: ["konuştuklarında", "konuşmadıklarında"],
};
const VISIT: Verb = Verb {
    who: ["ziyaret eden", "ziyaret etmeyen"],
    when: ["ziyaret ettiklerinde", "ziyaret etmediklerinde"],
};
const SCROLL: Verb = Verb {
    who: ["kaydıran", "kaydırmayan"],
    when: ["kaydırdıklarında", "kaydırmadıklarında"],
};

/// Everything before the verb, and the verb.
struct Clause {
    stem: Sentence,
    verb: &'static Verb,
    yes: bool,
}

impl Clause {
    fn of(template: &str, parts: &[&Sentence], verb: &'static Verb, yes: bool) -> Clause {
        Clause {
            stem: Sentence::fill(template, parts),
            verb,
            yes,
        }
    }

    fn who(&self) -> Sentence {
        self.with(self.verb.who)
    }

    fn when(&self) -> Sentence {
        self.with(self.verb.when)
    }

    fn with(&self, forms: [&str; 2]) -> Sentence {
        let mut sentence = self.stem.clone();
        sentence.say(" ").say(forms[usize::from(!self.yes)]);
        sentence
    }
}

pub(super) fn summary(audience: Option<&Rule<'_>>, activity: &[Ask<'_>], either: bool) -> Sentence {
    let mut sentence = match audience {
        None => Sentence::plain("herkese"),
        Some(rule) => Sentence::fill("{} ziyaretçilere", &[&visitors(rule)]),
    };
    if either && !activity.is_empty() {
        let who: Vec<Sentence> = activity.iter().map(|ask| clause(ask).who()).collect();
        sentence.say(" veya ").add(&listed(&who, "ve")).say(" herkese");
    } else if !activity.is_empty() {
        let when: Vec<Sentence> = activity.iter().map(|ask| clause(ask).when()).collect();
        sentence.say(", ").add(&listed(&when, "ve"));
    }
    sentence.say(" göster.");
    sentence.capitalised(true)
}

/// The outermost group; groups within it stand in brackets.
pub(super) fn visitors(rule: &Rule<'_>) -> Sentence {
    let (parts, joiner) = match rule {
        Rule::Is(ask) => return clause(ask).who(),
        Rule::All(parts) => (parts, "ve"),
        Rule::Any(parts) => (parts, "veya"),
    };
    let told: Vec<Sentence> = parts.iter().map(bracketed).collect();
    listed(&told, joiner)
}

fn bracketed(rule: &Rule<'_>) -> Sentence {
    match rule {
        Rule::Is(ask) => clause(ask).who(),
        group => Sentence::fill("({})", &[&visitors(group)]),
    }
}

/// A ve B; A, B ve C; A veya B veya C, since commas would be read as *ve*.
fn listed(parts: &[Sentence], joiner: &str) -> Sentence {
    let last = format!(" {joiner} ");
    Sentence::list(parts, if joiner == "veya" { &last } else { ", " }, &last)
}

fn clause(ask: &Ask<'_>) -> Clause {
    let values = words(ask, Language::Turkish);
    match ask.field {
        Field::CurrentPageUrl => page(ask, &values),
        Field::PageViews | Field::Visits | Field::Views | Field::Clicks | Field::ConversationCount => counted(ask),
        Field::BrowserLanguage => Clause::of("tarayıcı dili {}", &[&values], &IT_IS, ask.yes),
        Field::Browser => Clause::of("{}", &[&values], &USE, ask.yes),
        Field::DeviceType => Clause::of("cihazı {}", &[&values], &IT_IS, ask.yes),
        Field::BrowserVersion => {
            let template = match ask.operator {
                Operator::GreaterThan => "tarayıcısı {} sürümünden yeni",
                Operator::LessThan => "tarayıcısı {} sürümünden eski",
                _ => "tarayıcı sürümü {}",
            };
            Clause::of(template, &[&values], &IT_IS, ask.yes)
        }
        Field::FirstSeen => dated(ask, "bu kampanyayı ilk kez {}", &SEE_FIRST),
        Field::LastSeen => dated(ask, "siteyi {}", &VISIT),
        Field::Custom => custom(ask, &values),
        Field::ScrollRatio => {
            let template = match ask.operator {
                Operator::AtLeast => "sayfayı *en az* {} oranında",
                _ => "sayfayı {} oranından *fazla*",
            };
            Clause::of(template, &[&values], &SCROLL, ask.yes)
        }
        Field::ExitScreen => Clause::of("sayfadan *ayrılmak üzere*", &[], &BE, ask.yes),
    }
}

fn page(ask: &Ask<'_>, values: &Sentence) -> Clause {
    // A page does not contain: the page is still the one they are on, so the inner verb is negated.
    let inner = |positive: &'static str, negative: &'static str| {
        Clause::of(if ask.yes { positive } else { negative }, &[values], &BE, true)
    };
    match ask.operator {
        Operator::Contains => inner("adresinde {} geçen bir sayfada", "adresinde {} geçmeyen bir sayfada"),
        Operator::StartsWith => inner(
            "adresi {} ile başlayan bir sayfada",
            "adresi {} ile başlamayan bir sayfada",
        ),
        Operator::Matches => inner(
            "adresi {} kalıbına uyan bir sayfada",
            "adresi {} kalıbına uymayan bir sayfada",
        ),
        _ => {
            let address = address(ask.value.as_str().unwrap_or_default());
            Clause::of("{} sayfasında", &[&address], &BE, ask.yes)
        }
    }
}

fn counted(ask: &Ask<'_>) -> Clause {
    let count = Count::of(ask);
    let yes = !count.turkish_negates();
    let times = Sentence::strong(&count.turkish("kere", "kereden"));
    match ask.field {
        Field::PageViews => Clause::of("bu sayfayı {}", &[&times], &OPEN, yes),
        Field::Views => Clause::of("bu kampanyayı {}", &[&times], &SEE, yes),
        Field::Clicks => Clause::of("bu kampanyaya {}", &[&times], &CLICK, yes),
        Field::Visits if count == Count::Zero => Clause::of("sitede *hiç sayfa*", &[], &OPEN, yes),
        Field::Visits => Clause::of(
            "sitede {}",
            &[&Sentence::strong(&count.turkish("sayfa", "sayfadan"))],
            &OPEN,
            yes,
        ),
        _ => Clause::of("sohbet botuyla {}", &[&times], &TALK, yes),
    }
}

fn dated(ask: &Ask<'_>, stem: &str, verb: &'static Verb) -> Clause {
    let (template, yes) = match (ask.operator, ask.yes) {
        (Operator::OnOrLater, true) => ("{} *tarihinde veya sonrasında*", true),
        (Operator::OnOrLater, false) => ("{} *tarihinden önce*", true),
        (Operator::OnOrEarlier, true) => ("{} *tarihinde veya öncesinde*", true),
        (Operator::OnOrEarlier, false) => ("{} *tarihinden sonra*", true),
        (_, yes) => ("{} tarihinde", yes),
    };
    let day = Sentence::fill(template, &[&word(ask, ask.value, Language::Turkish)]);
    Clause::of(stem, &[&day], verb, yes)
}

fn custom(ask: &Ask<'_>, values: &Sentence) -> Clause {
    let key = attribute(ask);
    let (template, verb) = match ask.operator {
        Operator::Contains => ("{} bilgisinde {}", &IT_OCCURS),
        Operator::GreaterThan => ("{} bilgisi {} değerinden büyük", &IT_IS),
        Operator::LessThan => ("{} bilgisi {} değerinden küçük", &IT_IS),
        Operator::IsSet => ("{} bilgisi *belli*", &IT_IS),
        _ => ("{} bilgisi {}", &IT_IS),
    };
    Clause::of(template, &[&key, values], verb, ask.yes)
}
