//! The rule in Turkish: participles before *ziyaretçilere*. Suffixes are only on the language's own words, never on a value.

use super::fields::{self, Address, CLICK, Counting, HAPPEN, IT_IS, IT_OCCURS, Phrases, TIMES, Verb};
use crate::campaign::{DayTest, Operator, Order, UrlTest};
use crate::wording::counts::Count;
use crate::wording::rule::{AttributeTest, Rule, WordedCondition};
use crate::wording::summary::{address, attribute, word, words};
use crate::wording::{Language, Sentence};

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

pub(super) fn summary(audience: Option<&Rule<'_>>, activity: &[WordedCondition<'_>], either: bool) -> Sentence {
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
    sentence.capitalised(Language::TURKISH)
}

/// Writes the outermost group; groups within it are in brackets.
pub(super) fn visitors(rule: &Rule<'_>) -> Sentence {
    let (parts, joiner) = match rule {
        Rule::Is(ask) => return clause(ask).who(),
        Rule::All(parts) => (parts, "ve"),
        Rule::Any(parts) => (parts, "veya"),
    };
    let sentences: Vec<Sentence> = parts.iter().map(bracketed).collect();
    listed(&sentences, joiner)
}

fn bracketed(rule: &Rule<'_>) -> Sentence {
    match rule {
        Rule::Is(ask) => clause(ask).who(),
        Rule::All(_) | Rule::Any(_) => Sentence::fill("({})", &[&visitors(rule)]),
    }
}

/// Joins as A ve B; A, B ve C; A veya B veya C, since commas would be read as *ve*.
fn listed(parts: &[Sentence], joiner: &str) -> Sentence {
    let last = format!(" {joiner} ");
    Sentence::list(parts, if joiner == "veya" { &last } else { ", " }, &last)
}

fn clause(ask: &WordedCondition<'_>) -> Clause {
    let values = words(ask, Language::TURKISH);
    match fields::phrases(ask.field) {
        Phrases::Address(phrases) => page(ask, &values, &phrases),
        Phrases::Count(counting) => counted(ask, &counting),
        Phrases::Choice(phrases) => Clause::of(phrases.stem, &[&values], phrases.verb, ask.yes),
        Phrases::Version(phrases) => {
            let template = match ask.operator.order() {
                Some(Order::Greater) => phrases.newer,
                Some(Order::Less) => phrases.older,
                Some(Order::Equal | Order::AtLeast | Order::AtMost) | None => phrases.equal,
            };
            Clause::of(template, &[&values], &IT_IS, ask.yes)
        }
        Phrases::Day(phrases) => dated(ask, phrases.stem, phrases.verb),
        Phrases::Attribute(names) => named(ask, &values, names),
        Phrases::Event => happened(ask),
        Phrases::Percent(phrases) => {
            let at_least = ask.operator.order() == Some(Order::AtLeast);
            let template = if at_least { phrases.at_least } else { phrases.over };
            Clause::of(template, &[&values], phrases.verb, ask.yes)
        }
        Phrases::Lasting(lasting) => Clause::of(lasting.at_least, &[&values], lasting.verb, ask.yes),
        Phrases::Click => Clause::of("{} ögesine", &[&values], &CLICK, ask.yes),
        Phrases::Flag(flag) => Clause::of(flag.stem, &[], flag.verb, ask.yes),
    }
}

fn page(ask: &WordedCondition<'_>, values: &Sentence, phrases: &Address) -> Clause {
    if let Some(set) = phrases.set.filter(|_| ask.operator == Operator::IsSet) {
        return Clause::of(set, &[], phrases.verb, ask.yes);
    }
    // Where there may be no page, not to come from one is more than to come from another.
    let outer = phrases.set.is_none() || ask.yes;
    // When a page's address must not contain something, visitors are still on that page, so the inner verb is negated.
    let inner = |[positive, negative]: [&'static str; 2]| {
        Clause::of(
            if ask.yes { positive } else { negative },
            &[values],
            phrases.verb,
            outer,
        )
    };
    match ask.operator.url_test() {
        Some(UrlTest::Contains) => inner(phrases.contains),
        Some(UrlTest::StartsWith) => inner(phrases.starts_with),
        Some(UrlTest::Matches) => inner(phrases.matches),
        Some(UrlTest::Equals) | None => {
            let address = address(ask.value.as_str().unwrap_or_default());
            Clause::of(phrases.equals, &[&address], phrases.verb, ask.yes)
        }
    }
}

fn counted(ask: &WordedCondition<'_>, counting: &Counting) -> Clause {
    let count = Count::of(ask);
    let yes = !count.turkish_negates();
    if let (Count::Zero, Some(none)) = (count, counting.none) {
        return Clause::of(none, &[], counting.verb, yes);
    }
    let [unit, than_unit] = counting.unit;
    let often = Sentence::strong(&count.turkish(unit, than_unit));
    Clause::of(counting.stem, &[&often], counting.verb, yes)
}

fn dated(ask: &WordedCondition<'_>, stem: &str, verb: &'static Verb) -> Clause {
    let (template, yes) = match (ask.operator.day_test(), ask.yes) {
        (Some(DayTest::OnOrLater), true) => ("{} *tarihinde veya sonrasında*", true),
        (Some(DayTest::OnOrLater), false) => ("{} *tarihinden önce*", true),
        (Some(DayTest::OnOrEarlier), true) => ("{} *tarihinde veya öncesinde*", true),
        (Some(DayTest::OnOrEarlier), false) => ("{} *tarihinden sonra*", true),
        (Some(DayTest::On) | None, yes) => ("{} tarihinde", yes),
    };
    let day = Sentence::fill(template, &[&word(ask, ask.value, Language::TURKISH)]);
    Clause::of(stem, &[&day], verb, yes)
}

fn named(ask: &WordedCondition<'_>, values: &Sentence, names: [&str; 2]) -> Clause {
    let [name, within] = names.map(|name| Sentence::fill(name, &[&attribute(ask)]));
    let (name, template, verb) = match ask.test() {
        AttributeTest::Contains => (within, "{} {}", &IT_OCCURS),
        AttributeTest::Greater => (name, "{} {} değerinden büyük", &IT_IS),
        AttributeTest::Less => (name, "{} {} değerinden küçük", &IT_IS),
        AttributeTest::IsSet => (name, "{} *belli*", &IT_IS),
        AttributeTest::Equals => (name, "{} {}", &IT_IS),
    };
    Clause::of(template, &[&name, values], verb, ask.yes)
}

fn happened(ask: &WordedCondition<'_>) -> Clause {
    let count = Count::of(ask);
    let [unit, than_unit] = TIMES;
    let often = Sentence::strong(&count.turkish(unit, than_unit));
    Clause::of(
        "bu oturumda {} olayı {}",
        &[&attribute(ask), &often],
        &HAPPEN,
        !count.turkish_negates(),
    )
}
