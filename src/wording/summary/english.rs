//! The rule in English: relative clauses about visitors.

use super::{Ask, Language, Sentence, address, attribute, word, words};
use crate::campaign::{Field, Operator};
use crate::wording::counts::Count;
use crate::wording::rule::Rule;

/// What is said about visitors: about themselves, or about something of theirs.
struct Clause {
    /// Something of theirs: `browser`, in `whose browser speaks Turkish`.
    theirs: Option<Sentence>,
    predicate: Sentence,
    /// A shorter form right behind `visitors`: `on example.com`.
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

    /// `who …`, `whose browser …`.
    fn who(&self) -> Sentence {
        self.told_by("who", "whose")
    }

    /// `they …`, `their browser …`.
    fn they(&self) -> Sentence {
        self.told_by("they", "their")
    }

    fn told_by(&self, subject: &str, possessive: &str) -> Sentence {
        match &self.theirs {
            None => Sentence::fill("{} {}", &[&Sentence::plain(subject), &self.predicate]),
            Some(theirs) => Sentence::fill("{} {} {}", &[&Sentence::plain(possessive), theirs, &self.predicate]),
        }
    }
}

pub(super) fn summary(audience: Option<&Rule<'_>>, activity: &[Ask<'_>], either: bool) -> Sentence {
    let mut sentence = Sentence::plain("Show to ");
    match audience {
        None => sentence.say("everyone"),
        Some(rule) => sentence.say("visitors ").add(&visitors(rule)),
    };
    if !activity.is_empty() {
        let clauses: Vec<Clause> = activity.iter().map(clause).collect();
        let themselves = clauses.iter().all(|clause| clause.theirs.is_none());
        // "they have … and are …": one "they" is enough when all is about themselves.
        let told = |(index, clause): (usize, &Clause)| match themselves && index > 0 {
            true => clause.predicate.clone(),
            false => clause.they(),
        };
        let once: Vec<Sentence> = clauses.iter().enumerate().map(told).collect();
        sentence.say(if either { ", or to everyone once " } else { ", once " });
        sentence.add(&listed(&once, "and"));
    }
    sentence.say(".");
    sentence
}

/// What follows `Show to visitors`.
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
        _ => None,
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
    let told: Vec<Sentence> = parts.iter().map(inner).collect();
    let flat = parts.iter().all(|part| matches!(part, Rule::Is(_)));
    if flat {
        sentence.add(&listed(&told, joiner));
    } else {
        let loose = format!(", {joiner} ");
        sentence.add(&Sentence::list(&told, &loose, &loose));
    }
    sentence
}

/// Whether a rule begins with a page "whose address contains …", behind which "who" would be said of the address.
fn names_address(rule: &Rule<'_>) -> bool {
    let Rule::All(parts) = rule else { return false };
    let Some(Rule::Is(first)) = parts.first() else {
        return false;
    };
    first.field == Field::CurrentPageUrl && first.operator != Operator::Equals
}

/// A part of the outermost group: bare words between, deeper groups in brackets.
fn inner(rule: &Rule<'_>) -> Sentence {
    let (parts, between) = match rule {
        Rule::Is(ask) => return clause(ask).who(),
        Rule::All(parts) => (parts, " and "),
        Rule::Any(parts) => (parts, " or "),
    };
    let told: Vec<Sentence> = parts.iter().map(bracketed).collect();
    Sentence::list(&told, between, between)
}

fn bracketed(rule: &Rule<'_>) -> Sentence {
    match rule {
        Rule::Is(ask) => clause(ask).who(),
        group => Sentence::fill("({})", &[&inner(group)]),
    }
}

/// A and B; A, B and C; A or B or C, since a comma before the last *or* alone would be read as *and*.
fn listed(parts: &[Sentence], joiner: &str) -> Sentence {
    let last = format!(" {joiner} ");
    Sentence::list(parts, if joiner == "or" { &last } else { ", " }, &last)
}

fn clause(ask: &Ask<'_>) -> Clause {
    match ask.field {
        Field::CurrentPageUrl => page(ask),
        Field::PageViews | Field::Visits | Field::Views | Field::Clicks | Field::ConversationCount => counted(ask),
        Field::BrowserLanguage => Clause::about(
            Sentence::plain("browser"),
            yes(ask, "speaks {}", "does not speak {}"),
            &[&values(ask)],
        ),
        Field::Browser => Clause::of(yes(ask, "use {}", "do not use {}"), &[&values(ask)]),
        Field::DeviceType => Clause {
            lead: ask.yes.then(|| Sentence::fill("on {}", &[&values(ask)])),
            ..Clause::of(yes(ask, "are on {}", "are not on {}"), &[&values(ask)])
        },
        Field::BrowserVersion => {
            let template = match ask.operator {
                Operator::GreaterThan => yes(ask, "is newer than {}", "is not newer than {}"),
                Operator::LessThan => yes(ask, "is older than {}", "is not older than {}"),
                _ => yes(ask, "is {}", "is not {}"),
            };
            Clause::about(Sentence::plain("browser version"), template, &[&values(ask)])
        }
        Field::FirstSeen => Clause::of("first see this campaign {}", &[&dated(ask)]),
        Field::LastSeen => Clause::of("visit {}", &[&dated(ask)]),
        Field::Custom => custom(ask),
        Field::ScrollRatio => {
            let template = match ask.operator {
                Operator::AtLeast => yes(ask, "have scrolled to {} or further", "have not scrolled as far as {}"),
                _ => yes(ask, "have scrolled past {}", "have not scrolled past {}"),
            };
            Clause::of(template, &[&values(ask)])
        }
        Field::ExitScreen => Clause::of(
            yes(
                ask,
                "are *about to leave* the page",
                "are *not about to leave* the page",
            ),
            &[],
        ),
    }
}

fn yes<'t>(ask: &Ask<'_>, positive: &'t str, negative: &'t str) -> &'t str {
    if ask.yes { positive } else { negative }
}

fn values(ask: &Ask<'_>) -> Sentence {
    words(ask, Language::English)
}

fn page(ask: &Ask<'_>) -> Clause {
    let value = ask.value.as_str().unwrap_or_default();
    let template = match ask.operator {
        Operator::Contains => yes(
            ask,
            "{}a page whose address contains {}",
            "{}a page whose address does not contain {}",
        ),
        Operator::StartsWith => yes(
            ask,
            "{}a page whose address starts with {}",
            "{}a page whose address does not start with {}",
        ),
        Operator::Matches => yes(
            ask,
            "{}a page whose address matches {}",
            "{}a page whose address does not match {}",
        ),
        _ => "{}{}",
    };
    let equals = ask.operator == Operator::Equals;
    let wanted = if equals { address(value) } else { values(ask) };
    let told = |on: &str| Sentence::fill(template, &[&Sentence::plain(on), &wanted]);
    let on = if equals && !ask.yes { "are not on " } else { "are on " };
    Clause {
        theirs: None,
        predicate: told(on),
        lead: (!equals || ask.yes).then(|| told("on ")),
    }
}

fn counted(ask: &Ask<'_>) -> Clause {
    let count = Count::of(ask);
    let told = |words: String| Sentence::strong(&words);
    match ask.field {
        Field::PageViews if count == Count::Zero => Clause::of("have *never* opened this page", &[]),
        Field::PageViews => Clause::of("have opened this page {}", &[&told(count.times())]),
        Field::Views if count == Count::Zero => Clause::of("have *never* seen this campaign", &[]),
        Field::Views => Clause::of("have seen this campaign {}", &[&told(count.times())]),
        Field::Clicks if count == Count::Zero => Clause::of("have *never* clicked this campaign", &[]),
        Field::Clicks => Clause::of("have clicked this campaign {}", &[&told(count.times())]),
        Field::Visits => Clause::of("have opened {} of the site", &[&told(count.things("page", "pages"))]),
        _ => Clause::of(
            "have had {} with the chatbot",
            &[&told(count.things("conversation", "conversations"))],
        ),
    }
}

/// A day, from a day on, up to a day; the opposite excludes it.
fn dated(ask: &Ask<'_>) -> Sentence {
    let template = match ask.operator {
        Operator::OnOrLater => yes(ask, "*on or after *{}", "*before *{}"),
        Operator::OnOrEarlier => yes(ask, "*on or before *{}", "*after *{}"),
        _ => yes(ask, "*on *{}", "*on any day but *{}"),
    };
    let day = word(ask, ask.value, Language::English);
    Sentence::fill(template, &[&day])
}

fn custom(ask: &Ask<'_>) -> Clause {
    let template = match ask.operator {
        Operator::Contains => yes(ask, "contains {}", "does not contain {}"),
        Operator::GreaterThan => yes(ask, "is more than {}", "is not more than {}"),
        Operator::LessThan => yes(ask, "is less than {}", "is not less than {}"),
        Operator::IsSet => yes(ask, "is *known*", "is *not known*"),
        _ => yes(ask, "is {}", "is not {}"),
    };
    Clause::about(attribute(ask), template, &[&values(ask)])
}
