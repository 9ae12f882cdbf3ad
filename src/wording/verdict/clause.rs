//! The reasons of an explanation as clauses: what the visitor has, and what is needed. Alternatives share one clause, and nothing is repeated.

use std::collections::HashSet;

use serde_json::Value;

use crate::campaign::{FieldType, Operator};
use crate::engine::{Detail, Explained, Explanation, Need, Reason};
use crate::wording::rule::WordedCondition;
use crate::wording::summary::{between, word};
use crate::wording::text::say;
use crate::wording::{Language, Sentence, number};

/// How many alternatives, or values of a list, are named; the rest is counted.
const NAMED: usize = 3;

/// What is needed of a value, and what the visitor has.
#[derive(Debug, Clone, Copy)]
pub(in crate::wording) struct Checked<'a> {
    pub ask: WordedCondition<'a>,
    pub found: Option<&'a Value>,
    /// Where it is asked, as a JSON Pointer into the file.
    pub pointer: &'a str,
}

/// The same is needed, wherever it is asked.
impl PartialEq for Checked<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.ask == other.ask && self.found == other.found
    }
}

/// A reason, and the condition that it is about; the first of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::wording) struct Clause {
    pub text: String,
    /// As a JSON Pointer into the file.
    pub pointer: String,
}

/// How several requirements on one value are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::wording) enum Joined {
    /// All of them are needed.
    And,
    /// One of them is enough.
    Or,
}

/// Requirements on one value that differ only in what they want: an address with `/blog/` or `/checkout`.
#[derive(Debug, Clone)]
pub(in crate::wording) struct Want<'a> {
    pub ask: WordedCondition<'a>,
    pub values: Vec<&'a Value>,
}

/// Everything that is wanted of one value.
#[derive(Debug, Clone)]
pub(in crate::wording) struct Wants<'a> {
    pub joined: Joined,
    pub wants: Vec<Want<'a>>,
    /// How many more there are than those named.
    pub more: usize,
}

/// What the visitor has, what is wanted, and both in one clause.
#[derive(Debug)]
pub(in crate::wording) struct Said {
    pub found: String,
    /// Empty when what the visitor has already shows it.
    pub wanted: String,
    pub linked: String,
}

impl Said {
    fn bracketed(&self) -> String {
        if self.wanted.is_empty() {
            return self.found.clone();
        }
        // Two pairs of round brackets in a row are hard to read.
        match self.found.ends_with(')') {
            true => format!("{} [{}]", self.found, self.wanted),
            false => format!("{} ({})", self.found, self.wanted),
        }
    }
}

impl<'a> Checked<'a> {
    /// Converts a condition that should come out as `holds`, as part of a rule that comes out so; `None` when it asks nothing.
    fn of(condition: &'a Explained, holds: bool) -> Option<Checked<'a>> {
        let Detail::Condition(comparison) = &condition.detail else {
            return None;
        };
        // Inside a "none of these", what must not hold is wanted in reverse.
        let as_asked = condition.outcome.decided()? == holds;
        Some(Checked {
            ask: WordedCondition::explained(comparison)?.with_polarity(as_asked),
            found: comparison.found.as_ref(),
            pointer: &condition.pointer,
        })
    }

    fn is_about(&self, other: &Checked<'_>) -> bool {
        // Each element of a page has been clicked or not.
        let same_element = self.ask.field.spec().kind != FieldType::Element || self.ask.value == other.ask.value;
        self.ask.field == other.ask.field && self.ask.key == other.ask.key && same_element
    }
}

/// Explains why a rule comes out as it does: if it fails, everything that would have to change; if it holds, the fewest conditions that are enough.
pub(in crate::wording) fn clauses(explanation: &Explanation, language: Language) -> Vec<Clause> {
    let mut clauses = if explanation.holds {
        let reasons = explanation.reasons.iter().filter_map(|reason| match reason {
            Reason::Condition {
                pointer,
                outcome,
                comparison,
            } => Some(Checked {
                ask: WordedCondition::explained(comparison)?.with_polarity(outcome.decided()? == explanation.holds),
                found: comparison.found.as_ref(),
                pointer,
            }),
            Reason::MissingAudience { .. }
            | Reason::OtherSite
            | Reason::Shut { .. }
            | Reason::RepeatCycle { .. }
            | Reason::Rest { .. }
            | Reason::Quiet { .. } => None,
        });
        all(reasons.collect(), language)
    } else {
        needed(&explanation.need(), language)
    };
    let mut known = HashSet::new();
    clauses.retain(|clause| known.insert(clause.text.clone()));
    clauses
}

/// Writes one condition alone, as it is asked.
pub(in crate::wording) fn alone(checked: Checked<'_>, language: Language) -> Said {
    said(&[checked], Joined::And, language)
}

fn needed(need: &Need<'_>, language: Language) -> Vec<Clause> {
    match need {
        Need::Condition(condition) => all(Checked::of(condition, false).into_iter().collect(), language),
        Need::Any(parts) => any(parts, language),
        Need::All(parts) => {
            let mut flat = Vec::new();
            flatten(parts, &mut flat);
            let mut conditions: Vec<Checked<'_>> = flat.iter().filter_map(|part| condition(part)).collect();
            let mut clauses = Vec::new();
            for part in flat {
                match part {
                    Need::Any(parts) => clauses.extend(any(parts, language)),
                    Need::Condition(_) | Need::All(_) => {
                        // All requirements on one value appear where it is first mentioned.
                        let Some(checked) = condition(part) else { continue };
                        let (same, others) = conditions.into_iter().partition(|other| other.is_about(&checked));
                        conditions = others;
                        clauses.extend(all(same, language));
                    }
                }
            }
            clauses
        }
    }
}

fn condition<'a>(need: &Need<'a>) -> Option<Checked<'a>> {
    match need {
        Need::Condition(condition) => Checked::of(condition, false),
        Need::All(_) | Need::Any(_) => None,
    }
}

/// Returns the parts of an *all*, including those of an *all* within it. An *any* with one part is that part.
fn flatten<'n, 'e>(parts: &'n [Need<'e>], flat: &mut Vec<&'n Need<'e>>) {
    for part in parts {
        match part {
            Need::All(inner) => flatten(inner, flat),
            Need::Any(only) if only.len() == 1 => flatten(only, flat),
            other @ (Need::Condition(_) | Need::Any(_)) => flat.push(other),
        }
    }
}

/// Writes a clause for each value that is mentioned.
fn all(conditions: Vec<Checked<'_>>, language: Language) -> Vec<Clause> {
    let groups = by_value(conditions);
    groups
        .iter()
        .map(|group| Clause {
            text: said(group, Joined::And, language).linked,
            pointer: group[0].pointer.to_owned(),
        })
        .collect()
}

fn by_value(conditions: Vec<Checked<'_>>) -> Vec<Vec<Checked<'_>>> {
    let mut groups: Vec<Vec<Checked<'_>>> = Vec::new();
    for checked in conditions {
        match groups.iter_mut().find(|group| group[0].is_about(&checked)) {
            Some(group) if group.contains(&checked) => {}
            Some(group) => group.push(checked),
            None => groups.push(vec![checked]),
        }
    }
    groups
}

/// Returns the alternatives of which one suffices, each with the conditions that would have to change together. Those with one condition come first.
fn alternatives<'a>(parts: &[Need<'a>], found: &mut Vec<Vec<Checked<'a>>>) {
    for part in parts {
        match part {
            Need::Any(inner) => alternatives(inner, found),
            other @ (Need::Condition(_) | Need::All(_)) => {
                let conditions = other.fewest().into_iter();
                let conditions: Vec<Checked<'_>> = conditions
                    .filter_map(|condition| Checked::of(condition, false))
                    .collect();
                if !conditions.is_empty() && !found.contains(&conditions) {
                    found.push(conditions);
                }
            }
        }
    }
    found.sort_by_key(Vec::len);
}

fn any(parts: &[Need<'_>], language: Language) -> Vec<Clause> {
    let mut ways = Vec::new();
    alternatives(parts, &mut ways);
    if ways.len() < 2 {
        return ways.into_iter().flat_map(|way| all(way, language)).collect();
    }
    let pointer = ways[0][0].pointer.to_owned();
    let single = ways.iter().take_while(|way| way.len() == 1).count();
    let one_value = single == ways.len() && ways.iter().all(|way| way[0].is_about(&ways[0][0]));
    if one_value {
        let wants: Vec<Checked<'_>> = ways.concat();
        let text = said(&wants, Joined::Or, language).linked;
        return vec![Clause { text, pointer }];
    }
    let more = ways.len().saturating_sub(NAMED);
    let compound = single < ways.len();
    let together: Vec<Vec<Checked<'_>>> = ways.split_off(single.min(ways.len() - more)).into_iter().collect();
    let named = NAMED - ways.len().min(NAMED);
    let mut texts: Vec<String> = by_value(ways.concat())
        .iter()
        .map(|group| said(group, Joined::Or, language).bracketed())
        .collect();
    texts.extend(together.into_iter().take(named).map(|way| {
        let parts = by_value(way);
        let parts: Vec<String> = parts
            .iter()
            .map(|group| said(group, Joined::And, language).bracketed())
            .collect();
        parts.join(&between("verdict-while", language))
    }));
    let text = choice(texts, more, compound, language);
    vec![Clause { text, pointer }]
}

/// Writes what the visitor has at every alternative, and that one of them is enough. With `compound`, some alternatives consist of several things
/// that would all have to change.
fn choice(mut texts: Vec<String>, more: usize, compound: bool, language: Language) -> String {
    let two = texts.len() + more == 2;
    let count = number::count(more as u64, language);
    texts.extend((more > 0).then(|| say(language, "verdict-more-conditions", &[("count", &count)])));
    let listed = listed(&texts, ", ", &between("word-and", language));
    let key = match (compound, two) {
        (false, true) => "verdict-choice-either",
        (false, false) => "verdict-choice-any",
        (true, true) => "verdict-choice-either-wholly",
        (true, false) => "verdict-choice-any-wholly",
    };
    say(language, key, &[("listed", &listed)])
}

fn said(conditions: &[Checked<'_>], joined: Joined, language: Language) -> Said {
    let wants = wants(conditions, joined);
    language.grammar().said(&conditions[0], &wants)
}

/// Writes what is wanted of one value, with lists of values joined where their meaning allows it.
fn wants<'a>(conditions: &[Checked<'a>], joined: Joined) -> Wants<'a> {
    let mut wants: Vec<Want<'a>> = Vec::new();
    for checked in conditions {
        let mut ask = checked.ask;
        if ask.operator == Operator::OneOf {
            ask.operator = Operator::Equals;
        }
        let values = ask.items();
        // "Without A or B" means neither, so only what must all be absent can be listed so.
        let lists = lists_values(&ask) && ask.yes == (joined == Joined::Or);
        let same = |want: &&mut Want<'_>| want.ask.operator == ask.operator && want.ask.yes == ask.yes;
        let known = wants.iter_mut().find(|want| lists && same(want));
        match known {
            Some(want) => {
                let new: Vec<&Value> = values
                    .into_iter()
                    .filter(|value| !want.values.contains(value))
                    .collect();
                want.values.extend(new);
            }
            None => wants.push(Want { ask, values }),
        }
    }
    let mut left = NAMED;
    let mut more = 0;
    for want in &mut wants {
        let count = want.values.len();
        more += count.saturating_sub(left);
        want.values.truncate(left);
        left -= count.min(left);
    }
    wants.retain(|want| !want.values.is_empty());
    Wants { joined, wants, more }
}

/// Returns whether several values of a question can share one list.
fn lists_values(ask: &WordedCondition<'_>) -> bool {
    let order = matches!(
        ask.operator,
        Operator::GreaterThan | Operator::LessThan | Operator::AtLeast | Operator::AtMost | Operator::IsSet
    );
    match ask.field.spec().kind {
        FieldType::Url
        | FieldType::Language
        | FieldType::Choice
        | FieldType::Version
        | FieldType::Custom
        | FieldType::Parameter => !order,
        FieldType::WholeNumber
        | FieldType::KeyedCount
        | FieldType::Date
        | FieldType::Percent
        | FieldType::Seconds
        | FieldType::Flag
        | FieldType::Element => false,
    }
}

/// Returns whether it is a list of three values or more of which one is wanted, or none.
pub(in crate::wording) fn is_long_choice(want: &Want<'_>) -> bool {
    want.ask.operator == Operator::Equals && want.values.len() >= NAMED
}

/// Writes the values of one requirement as they appear in a sentence; `others` is how many more there are.
pub(in crate::wording) fn values(want: &Want<'_>, others: Option<String>, language: Language) -> String {
    let whole_address = want.ask.field.spec().kind == FieldType::Url && want.ask.operator == Operator::Equals;
    let one = |value: &&Value| {
        if whole_address {
            return page(value.as_str().unwrap_or_default());
        }
        match word(&want.ask, value, language).to_string() {
            empty if empty.trim().is_empty() => say(language, "verdict-empty-text", &[]),
            words => words,
        }
    };
    let texts: Vec<String> = want.values.iter().map(one).chain(others).collect();
    listed(&texts, ", ", &between("word-or", language))
}

/// How many more there are, where one of them would or would not be enough.
pub(in crate::wording) enum Others {
    None,
    One,
    OneOf(String),
    All(String),
}

impl Wants<'_> {
    /// Writes how many more there are than those named, in a list of which one is enough or in one of which all count.
    pub fn others(&self, one_is_enough: bool, language: Language) -> Others {
        let count = number::count(self.more as u64, language);
        match self.more {
            0 => Others::None,
            1 => Others::One,
            _ if one_is_enough => Others::OneOf(count),
            _ => Others::All(count),
        }
    }
}

/// Writes an address as the browser has it, with its last slash, since a condition may ask for that; `https://` goes without saying.
pub(in crate::wording) fn page(address: &str) -> String {
    let shown = crate::engine::trim(address);
    let bare = shown.strip_prefix("https://").filter(|rest| !rest.is_empty());
    number::tidy(bare.unwrap_or(shown))
}

/// Joins several texts, with one word between them and another before the last.
pub(in crate::wording) fn listed(texts: &[String], between: &str, last: &str) -> String {
    let parts: Vec<Sentence> = texts.iter().map(|text| Sentence::plain(text)).collect();
    Sentence::list(&parts, between, last).to_string()
}

/// Joins phrases with their verbs, each verb once where neighbours share it: `more than 8 or exactly 3 needed`.
pub(in crate::wording) fn phrases(parts: &[(String, &str)], joint: &str) -> String {
    let mut text = String::new();
    for (index, (phrase, verb)) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(joint);
        }
        text.push_str(phrase);
        let shared = parts.get(index + 1).is_some_and(|(_, next)| next == verb);
        if !shared && !verb.is_empty() {
            text.push(' ');
            text.push_str(verb);
        }
    }
    text
}
