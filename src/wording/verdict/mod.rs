//! An explanation in words: the verdict, its reasons, and a line for every node.

mod clause;

#[cfg(test)]
mod tests;

use chrono_tz::Tz;

use super::live::LiveState;
use super::rule::WordedCondition;
use super::summary::{between, cycle_words, last_cycle};
use super::text::{say, word};
use super::{Language, Reader, Sentence, language_label, number, timetable};
use crate::campaign::{Campaign, Joiner, Operator};
use crate::engine::{Blocks, Detail, Explained, Explanation, Ignored, Outcome, Reason};
pub(super) use clause::{Checked, Joined, Others, Said, Want, Wants, is_long_choice, listed, page, phrases, values};

/// How many reasons are given; the rest is counted.
const MOST_REASONS: usize = 3;

/// The verdict on one visitor: whether they would be shown the campaign, and whether the campaign is live at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the campaign would be shown to them.
    pub shown: bool,
    /// The answer, in one sentence.
    pub headline: String,
    /// What keeps a campaign that would be shown from real visitors, or that nothing does; empty when that is unknown or irrelevant.
    pub live: String,
    /// Why; empty when the headline says it all.
    pub detail: String,
}

impl Verdict {
    /// Returns all of it in one line.
    pub fn line(&self) -> String {
        let parts = [&self.headline, &self.live, &self.detail].map(String::as_str);
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Returns the verdict on a campaign's explanation. Every place that reports whether somebody sees a campaign uses it. Instants are given in the
/// campaign's time zone, which is named where it is not the reader's. `live` is the status of the campaign on the site, where that is known.
pub fn verdict(
    campaign: &Campaign,
    explanation: &Explanation,
    live: Option<LiveState>,
    reader: impl Into<Reader>,
) -> Verdict {
    let reader = reader.into();
    let language = reader.language;
    let blocks = &explanation.blocks;
    let shut = blocks
        .shut
        .map(|shut| timetable::shut(shut, campaign.zone(), reader).headline);
    let (headline, detail) = match (shut, blocks.repeat_cycle_until, blocks.quiet_until) {
        _ if explanation.shown => (
            appears(explanation, language),
            why_shown(campaign, explanation, language),
        ),
        _ if explanation.holds && blocks.other_site => (
            say(language, "verdict-other-site", &[]),
            why_holds(explanation, language) + ".",
        ),
        _ if explanation.holds && rests_longest(blocks) => (
            rest(
                explanation,
                campaign.zone(),
                reader,
                ["verdict-rest", "verdict-rest-session"],
            ),
            why_holds(explanation, language) + ".",
        ),
        (Some(shut), ..) if explanation.holds => (shut, why_holds(explanation, language) + "."),
        _ if explanation.holds && blocks.repeat_cycle_sessions.is_some() => (
            in_session(blocks, "verdict-resting-session", language),
            why_holds(explanation, language) + ".",
        ),
        (None, Some(until), _) if explanation.holds => {
            let until = number::minute(until, campaign.zone(), reader);
            (
                say(language, "verdict-resting", &[("until", &until)]),
                why_waiting(campaign, explanation, language),
            )
        }
        (None, None, Some(until)) if explanation.holds => {
            let until = number::second(until, campaign.zone(), reader);
            (
                say(language, "verdict-quiet", &[("until", &until)]),
                why_holds(explanation, language) + ".",
            )
        }
        _ => why_not(campaign, explanation, reader),
    };
    // A launch would change nothing for a visitor who does not meet the conditions.
    let live = live.filter(|_| explanation.holds);
    Verdict {
        shown: explanation.shown,
        headline,
        live: live.map(|live| super::live::live(live, language)).unwrap_or_default(),
        detail,
    }
}

/// Returns every reason, each a sentence, none repeated.
pub fn reasons(campaign: &Campaign, explanation: &Explanation, reader: impl Into<Reader>) -> Vec<String> {
    placed_reasons(campaign, explanation, reader)
        .into_iter()
        .map(|reason| reason.text)
        .collect()
}

/// A reason with the condition that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedReason {
    /// The reason, in one sentence.
    pub text: String,
    /// The condition, as a JSON Pointer into the file; the first of several. `None` for what blocks a showing whatever they say.
    pub pointer: Option<String>,
}

/// Returns every reason with its place, none repeated.
pub fn placed_reasons(campaign: &Campaign, explanation: &Explanation, reader: impl Into<Reader>) -> Vec<PlacedReason> {
    let reader = reader.into();
    let language = reader.language;
    let conditions = clause::clauses(explanation, language).into_iter();
    let conditions = conditions.map(|clause| (clause.text, Some(clause.pointer)));
    let blocks = block_clauses(explanation, campaign.zone(), reader);
    let blocks = blocks.into_iter().map(|text| (text, None));
    conditions
        .chain(blocks)
        .map(|(text, pointer)| PlacedReason {
            text: sentence(&text, language),
            pointer,
        })
        .collect()
}

/// Writes the outcome of a node and why, in one line: the visitor's value next to the wanted one.
pub fn node(explained: &Explained, language: Language) -> String {
    match (explained.outcome, &explained.detail) {
        (Outcome::Ignored(why), _) => ignored(why, language).to_owned(),
        (_, Detail::Condition(comparison)) => {
            let checked = WordedCondition::explained(comparison).map(|ask| Checked {
                ask,
                found: comparison.found.as_ref(),
                pointer: &explained.pointer,
            });
            let clause = checked.map(|checked| clause::alone(checked, language).linked);
            sentence(&clause.unwrap_or_default(), language)
        }
        (_, Detail::Group { joiner, children }) => counted(*joiner, children, language),
    }
}

fn sentence(clause: &str, language: Language) -> String {
    let mut sentence = Sentence::plain(clause);
    sentence.say(".");
    sentence.capitalised(language).to_string()
}

fn appears(explanation: &Explanation, language: Language) -> String {
    let delay = explanation.blocks.delay;
    if delay > 0.0 {
        let delay = number::seconds(delay, language);
        return say(language, "verdict-shown-after", &[("delay", &delay)]);
    }
    say(language, "verdict-shown-at-once", &[])
}

/// States why the rule holds, and that the repeat cycle does not block it.
fn why_shown(campaign: &Campaign, explanation: &Explanation, language: Language) -> String {
    let cycle = campaign.schedule.repeat_cycle.as_ref();
    let rule = why_holds(explanation, language);
    match cycle.and_then(|cycle| last_cycle(cycle, language)) {
        None => format!("{rule}."),
        Some(cycle) => say(
            language,
            "verdict-not-shown-within",
            &[("rule", &rule), ("cycle", &cycle)],
        ),
    }
}

fn why_waiting(campaign: &Campaign, explanation: &Explanation, language: Language) -> String {
    let cycle = campaign
        .schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| cycle_words(cycle, language));
    let cycle = cycle.unwrap_or_default().to_string();
    let rule = why_holds(explanation, language);
    say(language, "verdict-may-return", &[("rule", &rule), ("cycle", &cycle)])
}

/// States that all conditions hold, or which ones suffice, or that there are none.
fn why_holds(explanation: &Explanation, language: Language) -> String {
    let mut tally = (0, 0);
    tally_conditions(&explanation.audience, true, &mut tally);
    for condition in &explanation.activity.conditions {
        tally_conditions(condition, true, &mut tally);
    }
    match (tally, explanation.blocks.any()) {
        ((0, _), _) => say(language, "verdict-no-condition", &[]),
        ((all, right), _) if all == right => say(language, "verdict-all-hold", &[]),
        (_, true) => say(language, "verdict-enough-hold", &[]),
        _ => {
            let reasons = clause::clauses(explanation, language).into_iter();
            let reasons: Vec<String> = reasons.map(|clause| clause.text).collect();
            let reasons = few(&reasons, MOST_REASONS, language);
            say(language, "verdict-enough-hold-because", &[("reasons", &reasons)])
        }
    }
}

/// Returns how many conditions take part, and how many of them turn out as the groups around them require.
fn tally_conditions(explained: &Explained, wanted: bool, tally: &mut (usize, usize)) {
    match &explained.detail {
        Detail::Group { joiner, children } => {
            let wanted = joiner.requirement(wanted).positive;
            children.iter().for_each(|child| tally_conditions(child, wanted, tally));
        }
        Detail::Condition(_) => {
            if let Some(holds) = explained.outcome.decided() {
                tally.0 += 1;
                tally.1 += usize::from(holds == wanted);
            }
        }
    }
}

/// Writes the first reason, followed by the others.
fn why_not(campaign: &Campaign, explanation: &Explanation, reader: Reader) -> (String, String) {
    let language = reader.language;
    let clauses = clauses(explanation, campaign.zone(), reader);
    let Some((first, rest)) = clauses.split_first() else {
        return (say(language, "verdict-not-shown", &[]), String::new());
    };
    let headline = say(language, "verdict-not-shown-because", &[("reason", first)]);
    let detail = match rest.is_empty() {
        true => String::new(),
        false => say(
            language,
            "verdict-also",
            &[("reasons", &few(rest, MOST_REASONS - 1, language))],
        ),
    };
    (headline, detail)
}

/// Writes the first clauses, and how many more there are.
pub(super) fn few(clauses: &[String], most: usize, language: Language) -> String {
    let more = clauses.len().saturating_sub(most);
    let named = clauses[..clauses.len() - more].join("; ");
    let count = number::count(more as u64, language);
    match more {
        0 => named,
        _ => say(
            language,
            "verdict-more-reasons",
            &[("reasons", &named), ("count", &count)],
        ),
    }
}

/// Returns every reason without its full stop: the conditions', then what blocks a showing whatever they say.
pub(super) fn clauses(explanation: &Explanation, zone: Tz, reader: Reader) -> Vec<String> {
    let conditions = clause::clauses(explanation, reader.language).into_iter();
    conditions
        .map(|clause| clause.text)
        .chain(block_clauses(explanation, zone, reader))
        .collect()
}

/// Returns what blocks a showing, whatever the conditions say.
fn block_clauses(explanation: &Explanation, zone: Tz, reader: Reader) -> Vec<String> {
    let block = |reason: &Reason| {
        let (key, until) = match reason {
            Reason::Condition { .. } => return None,
            Reason::MissingAudience { audience, .. } => {
                let name = number::tidy(audience);
                return Some(say(
                    reader.language,
                    "verdict-clause-missing-audience",
                    &[("name", &name)],
                ));
            }
            Reason::OtherSite => return Some(say(reader.language, "verdict-clause-other-site", &[])),
            Reason::Shut { shut } => return Some(timetable::shut(*shut, zone, reader).clause),
            Reason::RepeatCycle { until: None } => {
                let key = "verdict-clause-resting-session";
                return Some(in_session(&explanation.blocks, key, reader.language));
            }
            Reason::RepeatCycle { until: Some(until) } => {
                ("verdict-clause-resting", number::minute(*until, zone, reader))
            }
            Reason::Rest { .. } => {
                return Some(rest(
                    explanation,
                    zone,
                    reader,
                    ["verdict-clause-rest", "verdict-clause-rest-session"],
                ));
            }
            Reason::Quiet { until } => ("verdict-clause-quiet", number::second(*until, zone, reader)),
        };
        Some(say(reader.language, key, &[("until", &until)]))
    };
    explanation.reasons.iter().filter_map(block).collect()
}

/// Writes, with this key, that a campaign returns only in a later session.
fn in_session(blocks: &Blocks, key: &'static str, language: Language) -> String {
    number::counted(key, blocks.repeat_cycle_sessions.unwrap_or(1) as f64, language)
}

/// Whether a full rest is over last of all that blocks a campaign. Nobody knows when another session begins.
fn rests_longest(blocks: &Blocks) -> bool {
    let Some(resting) = &blocks.rest else {
        return false;
    };
    // Whatever ends for good, or in more than a week, lasts longer.
    let opens = match blocks.shut {
        Some(shut) => match shut.until() {
            Some(until) => Some(until),
            None => return false,
        },
        None => None,
    };
    let others = blocks.repeat_cycle_until.max(blocks.quiet_until).max(opens);
    resting.until.is_none() || (blocks.repeat_cycle_sessions.is_none() && resting.until >= others)
}

/// Writes the full rest for which a campaign waits: with the key for an instant, or with that for a session.
fn rest(explanation: &Explanation, zone: Tz, reader: Reader, keys: [&'static str; 2]) -> String {
    let Some(resting) = &explanation.blocks.rest else {
        return String::new();
    };
    let said = super::rest::rest(&resting.rest, reader.language).unwrap_or_default();
    match resting.until {
        Some(until) => {
            let until = number::minute(until, zone, reader);
            say(reader.language, keys[0], &[("rest", &said), ("until", &until)])
        }
        None => say(reader.language, keys[1], &[("rest", &said)]),
    }
}

/// States who used up the limit for which a campaign waits; `name` returns the name of a campaign by its id. `None` where it waits for none.
pub fn used_up(explanation: &Explanation, name: impl Fn(&str) -> Option<String>, language: Language) -> Option<String> {
    let resting = explanation.blocks.rest.as_ref()?;
    let mut names: Vec<String> = Vec::new();
    for id in &resting.by {
        let name = match name(id) {
            Some(name) => format!("“{}”", number::tidy(&name)),
            None => say(language, "verdict-another-campaign", &[]),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let by = listed(&names, ", ", &between("word-and", language));
    Some(say(language, "verdict-used-up", &[("by", &by)]))
}

/// States which language a visitor gets of a campaign that speaks several, and why; `None` where there is only one.
pub fn spoken(explanation: &Explanation, language: Language) -> Option<String> {
    let spoken = explanation.spoken.as_ref()?;
    let name = |tag: &str| language_label(tag, language);
    let (key, gets) = match &spoken.language {
        Some(tag) => ("verdict-spoken", name(tag)),
        None => ("verdict-spoken-own", String::new()),
    };
    let preferred = spoken.preferred.as_deref().map(name);
    let preferred = preferred.as_deref().filter(|preferred| *preferred != gets);
    let why = match (&spoken.preferred, preferred) {
        (None, _) => say(language, "verdict-spoken-none", &[]),
        (Some(_), None) => return Some(say(language, key, &[("language", &gets)])),
        (Some(_), Some(preferred)) => say(language, "verdict-spoken-for", &[("preferred", preferred)]),
    };
    let said = say(language, key, &[("language", &gets)]);
    Some(format!("{said} {why}"))
}

/// Returns whether a condition may ask for the scheme of an address, so that the address is shown with it.
pub(super) fn asks_for_scheme(ask: &WordedCondition<'_>) -> bool {
    let asks = |value: &serde_json::Value| value.as_str().is_some_and(|text| text.contains(':'));
    ask.operator != Operator::Equals && ask.items().into_iter().any(asks)
}

/// Returns what a visitor has, as far as the reasons of an explanation concern it: each thing once.
pub(super) fn facts(explanation: &Explanation, language: Language) -> Vec<String> {
    let mut facts = Vec::new();
    for reason in &explanation.reasons {
        let Reason::Condition { comparison, .. } = reason else {
            continue;
        };
        let Some(ask) = WordedCondition::explained(comparison) else {
            continue;
        };
        let fact = language.grammar().found(&ask, comparison.found.as_ref());
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}

fn ignored(why: Ignored, language: Language) -> &'static str {
    let key = match why {
        Ignored::Muted => "verdict-muted",
        Ignored::Unfinished(_) => "verdict-unfinished",
        Ignored::Empty => "verdict-empty",
    };
    word(language, key)
}

/// Writes how many of a group's parts hold, and how many should.
fn counted(joiner: Joiner, children: &[Explained], language: Language) -> String {
    let outcomes: Vec<bool> = children.iter().filter_map(|child| child.outcome.decided()).collect();
    let (holding, all) = (outcomes.iter().filter(|holds| **holds).count(), outcomes.len());
    let key = match joiner {
        Joiner::All => "verdict-group-all",
        Joiner::Any => "verdict-group-any",
        Joiner::None => "verdict-group-none",
    };
    let [holding, all] = [holding, all].map(|count| count.to_string());
    say(language, key, &[("holding", &holding), ("all", &all)])
}
