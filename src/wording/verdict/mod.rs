//! What an explanation comes to, in words: the verdict, its reasons, and a line for every node.

mod clause;
mod english;
mod turkish;

#[cfg(test)]
mod tests;

use chrono_tz::Tz;

use super::live::LiveState;
use super::rule::Ask;
use super::summary::cycle_words;
use super::{Language, Sentence, number};
use crate::campaign::{Campaign, Joiner, Operator};
use crate::engine::{Detail, Explained, Explanation, Ignored, Outcome, Reason};
use clause::Told;
pub(super) use clause::page;

/// How many reasons are given; the rest is counted.
const TOLD: usize = 3;

/// The verdict on one visitor: whether they would be shown the campaign, and whether the campaign is live at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the campaign would be shown to them.
    pub shown: bool,
    /// The answer, in one sentence.
    pub headline: String,
    /// What keeps a campaign that would be shown from real visitors, or that nothing does; empty when that is not known or not the question.
    pub live: String,
    /// Why; empty when the headline says it all.
    pub detail: String,
}

impl Verdict {
    /// All of it in one line.
    pub fn line(&self) -> String {
        let parts = [&self.headline, &self.live, &self.detail].map(String::as_str);
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// What a campaign's explanation comes to. Every place that says whether somebody sees a campaign says it with this. Instants are given in the
/// campaign's time zone. `live` is how the campaign stands on the site, where that is known.
pub fn verdict(campaign: &Campaign, explanation: &Explanation, live: Option<LiveState>, language: Language) -> Verdict {
    let blocks = &explanation.blocks;
    let (headline, detail) = match (blocks.repeat_cycle_until, blocks.quiet_until) {
        _ if explanation.shown => (
            appears(explanation, language),
            why_shown(campaign, explanation, language),
        ),
        (Some(until), _) if explanation.holds => {
            let until = number::instant(until, campaign.zone(), language);
            (
                say(
                    language,
                    "Not yet: shown too recently, again from {}.",
                    "Henüz değil: yakın zamanda gösterildi, yeniden {} itibarıyla gösterilebilir.",
                    &until,
                ),
                why_waiting(campaign, explanation, language),
            )
        }
        (None, Some(until)) if explanation.holds => {
            let until = number::second(until, campaign.zone(), language);
            (
                say(
                    language,
                    "Not yet: a pop-up or the chat has just gone from the screen, nothing is shown until {}.",
                    "Henüz değil: bir pencere az önce kapandı, şu ana kadar hiçbir şey gösterilmez: {}.",
                    &until,
                ),
                why_holds(explanation, language) + ".",
            )
        }
        _ => why_not(campaign, explanation, language),
    };
    // Of somebody who does not meet the conditions, a launch would change nothing.
    let live = live.filter(|_| explanation.holds);
    Verdict {
        shown: explanation.shown,
        headline,
        live: live.map(|live| super::live::live(live, language)).unwrap_or_default(),
        detail,
    }
}

/// Every reason, each a sentence, none of them twice.
pub fn reasons(campaign: &Campaign, explanation: &Explanation, language: Language) -> Vec<String> {
    clauses(explanation, campaign.zone(), language)
        .iter()
        .map(|clause| sentence(clause, language))
        .collect()
}

/// What came out of a node and why, in one line: the visitor's value beside the wanted one.
pub fn node(explained: &Explained, language: Language) -> String {
    match (explained.outcome, &explained.detail) {
        (Outcome::Ignored(why), _) => ignored(why, language).to_owned(),
        (_, Detail::Condition(comparison)) => {
            let told = Ask::explained(comparison).map(|ask| Told {
                ask,
                found: comparison.found.as_ref(),
            });
            let clause = told.map(|told| clause::alone(told, language).linked);
            sentence(&clause.unwrap_or_default(), language)
        }
        (_, Detail::Group { joiner, children }) => counted(*joiner, children, language),
    }
}

pub(super) fn say(language: Language, english: &str, turkish: &str, value: &str) -> String {
    let template = match language {
        Language::English => english,
        Language::Turkish => turkish,
    };
    template.replacen("{}", value, 1)
}

fn sentence(clause: &str, language: Language) -> String {
    let mut sentence = Sentence::plain(clause);
    sentence.say(".");
    sentence.capitalised(language == Language::Turkish).to_string()
}

fn appears(explanation: &Explanation, language: Language) -> String {
    let delay = explanation.blocks.delay;
    if delay > 0.0 {
        return say(
            language,
            "Would be shown after {}.",
            "{} sonra gösterilir.",
            &number::seconds(delay, language),
        );
    }
    say(language, "Would be shown at once.", "Hemen gösterilir.", "")
}

/// Why the rule holds, and that the repeat cycle does not stand in the way.
fn why_shown(campaign: &Campaign, explanation: &Explanation, language: Language) -> String {
    let cycle = campaign
        .schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| cycle_words(cycle, language));
    let rule = why_holds(explanation, language);
    match cycle {
        None => format!("{rule}."),
        Some(cycle) => {
            // "The last day", not "the last 1 day".
            let cycle = cycle.to_string();
            let cycle = cycle
                .strip_prefix("1 ")
                .filter(|_| language == Language::English)
                .unwrap_or(&cycle);
            let past = say(
                language,
                "; not shown within the last {}.",
                "; son {} içinde gösterilmedi.",
                cycle,
            );
            rule + &past
        }
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
    rule + &say(language, "; it may return after {}.", "; tekrar süresi {}.", &cycle)
}

/// All conditions hold, or those that suffice, or there are none.
fn why_holds(explanation: &Explanation, language: Language) -> String {
    let mut tally = (0, 0);
    tally_conditions(&explanation.audience, true, &mut tally);
    for condition in &explanation.activity.conditions {
        tally_conditions(condition, true, &mut tally);
    }
    match (tally, explanation.blocks.until()) {
        ((0, _), _) => say(
            language,
            "No condition restricts who sees it",
            "Kimin göreceğini sınırlayan bir koşul yok",
            "",
        ),
        ((all, right), _) if all == right => say(language, "All conditions hold", "Tüm koşullar sağlanıyor", ""),
        (_, Some(_)) => say(language, "Enough conditions hold", "Yeterli koşul sağlanıyor", ""),
        _ => say(
            language,
            "Enough conditions hold: {}",
            "Yeterli koşul sağlanıyor: {}",
            &few(&clause::clauses(explanation, language), TOLD, language),
        ),
    }
}

/// How many conditions take part, and how many of them turn out as the groups around them want.
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

/// The first reason, and the others behind it.
fn why_not(campaign: &Campaign, explanation: &Explanation, language: Language) -> (String, String) {
    let clauses = clauses(explanation, campaign.zone(), language);
    let Some((first, rest)) = clauses.split_first() else {
        return (say(language, "Would not be shown.", "Gösterilmez.", ""), String::new());
    };
    let headline = say(language, "Would not be shown: {}.", "Gösterilmez: {}.", first);
    let detail = match rest.is_empty() {
        true => String::new(),
        false => say(language, "Also: {}.", "Ayrıca: {}.", &few(rest, TOLD - 1, language)),
    };
    (headline, detail)
}

/// The first clauses, and how many more there are.
pub(super) fn few(clauses: &[String], most: usize, language: Language) -> String {
    let more = clauses.len().saturating_sub(most);
    let told = clauses[..clauses.len() - more].join("; ");
    let count = number::count(more as u64, language);
    match more {
        0 => told,
        _ => told + &say(language, "; and {} more", "; ve {} neden daha", &count),
    }
}

/// Every reason without its full stop: the conditions', then what blocks a showing for a while.
pub(super) fn clauses(explanation: &Explanation, zone: Tz, language: Language) -> Vec<String> {
    let mut clauses = clause::clauses(explanation, language);
    for reason in &explanation.reasons {
        let (english, turkish, until) = match reason {
            Reason::Condition { .. } => continue,
            Reason::RepeatCycle { until } => (
                "it was shown too recently, again from {}",
                "yakın zamanda gösterildi, yeniden {} itibarıyla gösterilebilir",
                number::instant(*until, zone, language),
            ),
            Reason::Quiet { until } => (
                "a pop-up or the chat has just gone from the screen, nothing is shown until {}",
                "bir pencere az önce kapandı, şu ana kadar hiçbir şey gösterilmez: {}",
                number::second(*until, zone, language),
            ),
        };
        clauses.push(say(language, english, turkish, &until));
    }
    clauses
}

/// Whether a condition may ask for the scheme of an address, so that the address is shown with it.
fn asks_for_scheme(ask: &Ask<'_>) -> bool {
    let asks = |value: &serde_json::Value| value.as_str().is_some_and(|text| text.contains(':'));
    ask.operator != Operator::Equals && ask.items().into_iter().any(asks)
}

/// What a visitor has, as far as the reasons of an explanation speak of it: each thing once.
pub(super) fn facts(explanation: &Explanation, language: Language) -> Vec<String> {
    let mut facts = Vec::new();
    for reason in &explanation.reasons {
        let Reason::Condition { comparison, .. } = reason else {
            continue;
        };
        let Some(ask) = Ask::explained(comparison) else {
            continue;
        };
        let fact = match language {
            Language::English => english::found(&ask, comparison.found.as_ref()),
            Language::Turkish => turkish::found(&ask, comparison.found.as_ref()),
        };
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}

fn ignored(why: Ignored, language: Language) -> &'static str {
    match (language, why) {
        (Language::English, Ignored::Muted) => "Muted, so it decides nothing.",
        (Language::English, Ignored::Unfinished(_)) => "Not finished, so it decides nothing yet.",
        (Language::English, Ignored::Empty) => "Nothing in this group decides anything yet.",
        (Language::Turkish, Ignored::Muted) => "Sessize alınmış; bir etkisi yok.",
        (Language::Turkish, Ignored::Unfinished(_)) => "Tamamlanmamış; henüz bir etkisi yok.",
        (Language::Turkish, Ignored::Empty) => "Bu gruptaki hiçbir şeyin henüz bir etkisi yok.",
    }
}

/// How many of a group's parts hold, and how many should.
fn counted(joiner: Joiner, children: &[Explained], language: Language) -> String {
    let outcomes: Vec<bool> = children.iter().filter_map(|child| child.outcome.decided()).collect();
    let (holding, all) = (outcomes.iter().filter(|holds| **holds).count(), outcomes.len());
    match (language, joiner) {
        (Language::English, Joiner::All) => format!("{holding} of {all} hold, all needed."),
        (Language::English, Joiner::Any) => format!("{holding} of {all} hold, one is enough."),
        (Language::English, Joiner::None) => format!("{holding} of {all} hold, none allowed."),
        (Language::Turkish, Joiner::All) => format!("{all} koşuldan {holding} tanesi sağlanıyor, tümü gerekli."),
        (Language::Turkish, Joiner::Any) => format!("{all} koşuldan {holding} tanesi sağlanıyor, biri yeterli."),
        (Language::Turkish, Joiner::None) => format!("{all} koşuldan {holding} tanesi sağlanıyor, hiçbiri olmamalı."),
    }
}
