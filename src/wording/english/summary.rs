//! The rule in English: relative clauses about visitors.

use super::fields::{self, Address, Counting, Naming, Phrases, Predicate};
use crate::campaign::{DayTest, FieldType, Operator, Order, UrlTest};
use crate::wording::counts::Count;
use crate::wording::rule::{AttributeTest, Rule, WordedCondition};
use crate::wording::summary::{address, attribute, word, words};
use crate::wording::{Language, Sentence};

/// A statement about visitors: about themselves, or about something of theirs.
struct Clause {
    /// Something of theirs: `browser`, in `whose browser speaks Turkish`.
    theirs: Option<Sentence>,
    predicate: Sentence,
    /// A shorter form directly after `visitors`: `on example.com`.
    lead: Option<Sentence>,
}

impl Clause {
    fn of(template: &str, parts: &[&Sentence]) -> Clause {
        Clause {
            theirs: None,
            predicate: Sentence::fill(template, parts),
            lead: None,
        }
    }

    fn about(theirs: Sentence, template: &str, parts: &[&Sentence]) -> Clause {
        Clause {
            theirs: Some(theirs),
            predicate: Sentence::fill(template, parts),
            lead: None,
        }
    }

    /// Writes `who …`, `whose browser …`.
    fn who(&self) -> Sentence {
        self.with_pronouns("who", "whose")
    }

    /// Writes `they …`, `their browser …`.
    fn they(&self) -> Sentence {
        self.with_pronouns("they", "their")
    }

    fn with_pronouns(&self, subject: &str, possessive: &str) -> Sentence {
        match &self.theirs {
            None => Sentence::fill("{} {}", &[&Sentence::plain(subject), &self.predicate]),
            Some(theirs) => Sentence::fill("{} {} {}", &[&Sentence::plain(possessive), theirs, &self.predicate]),
        }
    }
}

pub(super) fn summary(audience: Option<&Rule<'_>>, activity: &[WordedCondition<'_>], either: bool) -> Sentence {
    let mut sentence = Sentence::plain("Show to ");
    match audience {
        None => sentence.say("everyone"),
        Some(rule) => sentence.say("visitors ").add(&visitors(rule)),
    };
    if !activity.is_empty() {
        let clauses: Vec<Clause> = activity.iter().map(clause).collect();
        let themselves = clauses.iter().all(|clause| clause.theirs.is_none());
        // "they have … and are …": one "they" is enough when every part is about the visitors themselves.
        let phrased = |(index, clause): (usize, &Clause)| match themselves && index > 0 {
            true => clause.predicate.clone(),
            false => clause.they(),
        };
        let once: Vec<Sentence> = clauses.iter().enumerate().map(phrased).collect();
        sentence.say(if either { ", or to everyone once " } else { ", once " });
        sentence.add(&listed(&once, "and"));
    }
    sentence.say(".");
    sentence
}

/// Writes what follows `Show to visitors`.
pub(super) fn visitors(rule: &Rule<'_>) -> Sentence {
    let (parts, joiner) = match rule {
        Rule::Is(ask) => {
            let clause = clause(ask);
            return clause.lead.clone().unwrap_or_else(|| clause.who());
        }
        Rule::All(parts) => (&parts[..], "and"),
        Rule::Any(parts) => (&parts[..], "or"),
    };
    let lead = parts.first().filter(|_| joiner == "and").and_then(|first| match first {
        Rule::Is(ask) => clause(ask).lead,
        Rule::All(_) | Rule::Any(_) => None,
    });
    let (lead, parts) = match lead {
        Some(lead) => (lead, &parts[1..]),
        None => (Sentence::default(), parts),
    };
    let mut sentence = lead;
    if !sentence.is_empty() {
        // "visitors on a page, but only those who A or who B": without these words the page could belong to A alone.
        sentence.say(match parts {
            [Rule::Is(_)] if names_address(rule) => " and ",
            [Rule::Is(_), ..] if names_address(rule) => ", ",
            [Rule::Is(_), ..] => " ",
            _ => ", but only those ",
        });
    }
    let sentences: Vec<Sentence> = parts.iter().map(inner).collect();
    let flat = parts.iter().all(|part| matches!(part, Rule::Is(_)));
    if flat {
        sentence.add(&listed(&sentences, joiner));
    } else {
        let loose = format!(", {joiner} ");
        sentence.add(&Sentence::list(&sentences, &loose, &loose));
    }
    sentence
}

/// Returns whether a rule begins with a page "whose address contains …", after which "who" would refer to the address.
fn names_address(rule: &Rule<'_>) -> bool {
    let Rule::All(parts) = rule else { return false };
    let Some(Rule::Is(first)) = parts.first() else {
        return false;
    };
    first.field.spec().kind == FieldType::Url && first.operator != Operator::Equals
}

/// Writes a part of the outermost group: bare words between parts, deeper groups in brackets.
fn inner(rule: &Rule<'_>) -> Sentence {
    let (parts, between) = match rule {
        Rule::Is(ask) => return clause(ask).who(),
        Rule::All(parts) => (parts, " and "),
        Rule::Any(parts) => (parts, " or "),
    };
    let sentences: Vec<Sentence> = parts.iter().map(bracketed).collect();
    Sentence::list(&sentences, between, between)
}

fn bracketed(rule: &Rule<'_>) -> Sentence {
    match rule {
        Rule::Is(ask) => clause(ask).who(),
        Rule::All(_) | Rule::Any(_) => Sentence::fill("({})", &[&inner(rule)]),
    }
}

/// Joins as A and B; A, B and C; A or B or C, since a comma before only the last *or* would be read as *and*.
fn listed(parts: &[Sentence], joiner: &str) -> Sentence {
    let last = format!(" {joiner} ");
    Sentence::list(parts, if joiner == "or" { &last } else { ", " }, &last)
}

fn clause(ask: &WordedCondition<'_>) -> Clause {
    match fields::phrases(ask.field) {
        Phrases::Address(phrases) => page(ask, &phrases),
        Phrases::Count(counting) => counted(ask, &counting),
        Phrases::Choice(phrases) => Clause {
            theirs: phrases.theirs.map(Sentence::plain),
            lead: phrases
                .lead
                .filter(|_| ask.yes)
                .map(|lead| Sentence::fill(lead, &[&values(ask)])),
            predicate: Sentence::fill(yes(ask, phrases.is), &[&values(ask)]),
        },
        Phrases::Version(version) => {
            let predicate = match ask.operator.order() {
                Some(Order::Greater) => ["is newer than {}", "is not newer than {}"],
                Some(Order::Less) => ["is older than {}", "is not older than {}"],
                Some(Order::Equal | Order::AtLeast | Order::AtMost) | None => ["is {}", "is not {}"],
            };
            Clause::about(Sentence::plain(version.of), yes(ask, predicate), &[&values(ask)])
        }
        Phrases::Day(phrases) => Clause::of(phrases.predicate, &[&dated(ask)]),
        Phrases::Attribute(naming) => named(ask, &naming),
        Phrases::Event => happened(ask),
        Phrases::Percent(phrases) => {
            let at_least = ask.operator.order() == Some(Order::AtLeast);
            let predicate = if at_least { phrases.at_least } else { phrases.over };
            Clause::of(yes(ask, predicate), &[&values(ask)])
        }
        Phrases::Flag(flag) => Clause::of(yes(ask, flag.is), &[]),
        Phrases::Click => Clause::of(yes(ask, ["have clicked {}", "have *not* clicked {}"]), &[&values(ask)]),
        Phrases::Lasting(lasting) => Clause::of(yes(ask, lasting.at_least), &[&values(ask)]),
    }
}

fn yes(ask: &WordedCondition<'_>, [positive, negative]: Predicate) -> &'static str {
    if ask.yes { positive } else { negative }
}

fn values(ask: &WordedCondition<'_>) -> Sentence {
    words(ask, Language::ENGLISH)
}

fn page(ask: &WordedCondition<'_>, phrases: &Address) -> Clause {
    let asks_for_any = ask.operator == Operator::IsSet;
    if let Some(set) = phrases.set.filter(|_| asks_for_any) {
        return Clause::of(yes(ask, set), &[]);
    }
    // Where there may be no page, not to come from one is more than to come from another.
    let (inner, outer) = match phrases.set {
        Some(_) => (true, ask.yes),
        None => (ask.yes, true),
    };
    let whose = |[positive, negative]: Predicate| {
        let predicate = if inner { positive } else { negative };
        (format!("{{}}a page whose address {predicate}"), values(ask))
    };
    let (template, wanted) = match ask.operator.url_test() {
        Some(UrlTest::Contains) => whose(["contains {}", "does not contain {}"]),
        Some(UrlTest::StartsWith) => whose(["starts with {}", "does not start with {}"]),
        Some(UrlTest::Matches) => whose(["matches {}", "does not match {}"]),
        Some(UrlTest::Equals) | None => ("{}{}".to_owned(), address(ask.value.as_str().unwrap_or_default())),
    };
    // When the address of a page must not contain something, visitors are still on that page.
    let equals = ask.operator == Operator::Equals;
    let is = if equals { ask.yes } else { outer };
    let filled = |on: &str| Sentence::fill(&template, &[&Sentence::plain(on), &wanted]);
    let [be, be_not] = phrases.be;
    Clause {
        theirs: None,
        predicate: filled(if is { be } else { be_not }),
        lead: is.then(|| filled(phrases.lead)),
    }
}

fn counted(ask: &WordedCondition<'_>, counting: &Counting) -> Clause {
    let count = Count::of(ask);
    match counting {
        Counting::Ordinal { done, .. } | Counting::Times { done, .. } => match count {
            Count::Zero => Clause::of(&format!("have *never* {done}"), &[]),
            Count::Exactly(_)
            | Count::Not(_)
            | Count::MoreThan(_)
            | Count::FewerThan(_)
            | Count::AtLeast(_)
            | Count::AtMost(_) => Clause::of(&format!("have {done} {{}}"), &[&Sentence::strong(&count.times())]),
        },
        Counting::Things { done, one, many, of } => Clause::of(
            &format!("have {done} {{}} {of}"),
            &[&Sentence::strong(&count.things(one, many))],
        ),
    }
}

/// Writes a day, from a day on, or up to a day; the opposite excludes it.
fn dated(ask: &WordedCondition<'_>) -> Sentence {
    let template = match ask.operator.day_test() {
        Some(DayTest::OnOrLater) => ["*on or after *{}", "*before *{}"],
        Some(DayTest::OnOrEarlier) => ["*on or before *{}", "*after *{}"],
        Some(DayTest::On) | None => ["*on *{}", "*on any day but *{}"],
    };
    let day = word(ask, ask.value, Language::ENGLISH);
    Sentence::fill(yes(ask, template), &[&day])
}

fn named(ask: &WordedCondition<'_>, naming: &Naming) -> Clause {
    let predicate = match ask.test() {
        AttributeTest::Contains => ["contains {}", "does not contain {}"],
        AttributeTest::Greater => ["is more than {}", "is not more than {}"],
        AttributeTest::Less => ["is less than {}", "is not less than {}"],
        AttributeTest::IsSet => naming.set,
        AttributeTest::Equals => ["is {}", "is not {}"],
    };
    let name = Sentence::fill(naming.whose, &[&attribute(ask)]);
    Clause::about(name, yes(ask, predicate), &[&values(ask)])
}

fn happened(ask: &WordedCondition<'_>) -> Clause {
    let count = Count::of(ask);
    match count {
        Count::Zero => Clause::of("have *not* done {} in this session", &[&attribute(ask)]),
        Count::Exactly(_)
        | Count::Not(_)
        | Count::MoreThan(_)
        | Count::FewerThan(_)
        | Count::AtLeast(_)
        | Count::AtMost(_) => Clause::of(
            "have done {} {} in this session",
            &[&attribute(ask), &Sentence::strong(&count.times())],
        ),
    }
}
