//! What an explanation comes to, in words: the verdict, its reasons, and a line for every node.

mod english;
mod turkish;

#[cfg(test)]
mod tests;

use chrono_tz::Tz;

use super::rule::Ask;
use super::summary::cycle_words;
use super::{Language, Sentence, number};
use crate::campaign::{Campaign, Joiner};
use crate::engine::{Comparison, Detail, Explained, Explanation, Ignored, Outcome, Reason};

/// The verdict on one visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the campaign is shown to them.
    pub shown: bool,
    /// The answer, in one sentence.
    pub headline: String,
    /// What else there is to say.
    pub detail: String,
}

/// What a campaign's explanation comes to. Instants are told in the campaign's time zone.
pub fn verdict(campaign: &Campaign, explanation: &Explanation, language: Language) -> Verdict {
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
                why_holds(campaign, explanation, language) + ".",
            )
        }
        _ => why_not(campaign, explanation, language),
    };
    Verdict {
        shown: explanation.shown,
        headline,
        detail,
    }
}

/// The shortest set of reasons, each a sentence.
pub fn reasons(campaign: &Campaign, explanation: &Explanation, language: Language) -> Vec<String> {
    clauses(campaign, explanation, language)
        .iter()
        .map(|clause| sentence(clause, language))
        .collect()
}

/// What came out of a node and why, in one line: the visitor's value beside the wanted one.
pub fn node(explained: &Explained, language: Language) -> String {
    match (explained.outcome, &explained.detail) {
        (Outcome::Ignored(why), _) => ignored(why, language).to_owned(),
        (_, Detail::Condition(comparison)) => {
            sentence(&compared(comparison, true, language).unwrap_or_default(), language)
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
            "Shown after {}.",
            "{} sonra gösterilir.",
            &number::seconds(delay, language),
        );
    }
    say(language, "Shown at once.", "Hemen gösterilir.", "")
}

/// Why the rule holds, and that the repeat cycle does not stand in the way.
fn why_shown(campaign: &Campaign, explanation: &Explanation, language: Language) -> String {
    let cycle = campaign
        .schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| cycle_words(cycle, language));
    let rule = why_holds(campaign, explanation, language);
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
    let rule = why_holds(campaign, explanation, language);
    rule + &say(language, "; it may return after {}.", "; tekrar süresi {}.", &cycle)
}

/// All conditions hold, or those that suffice, or there are none.
fn why_holds(campaign: &Campaign, explanation: &Explanation, language: Language) -> String {
    let mut tally = (0, 0);
    tally_conditions(&explanation.audience, true, &mut tally);
    for condition in &explanation.activity.conditions {
        tally_conditions(condition, true, &mut tally);
    }
    let enough: Vec<String> = explanation
        .reasons
        .iter()
        .filter_map(|reason| clause(campaign, explanation, reason, language))
        .collect();
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
            &enough.join("; "),
        ),
    }
}

/// How many conditions take part, and how many of them turn out as the groups around them want.
fn tally_conditions(explained: &Explained, wanted: bool, tally: &mut (usize, usize)) {
    match &explained.detail {
        Detail::Group { joiner, children } => {
            let wanted = wanted == (*joiner != Joiner::None);
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
    let clauses = clauses(campaign, explanation, language);
    let first = clauses.first().map_or("", String::as_str);
    let headline = if first.is_empty() {
        say(language, "Not shown.", "Gösterilmez.", "")
    } else {
        say(language, "Not shown: {}.", "Gösterilmez: {}.", first)
    };
    let rest = clauses.get(1..).unwrap_or_default().join("; ");
    let detail = if rest.is_empty() {
        rest
    } else {
        say(language, "Also: {}.", "Ayrıca: {}.", &rest)
    };
    (headline, detail)
}

pub(super) fn clauses(campaign: &Campaign, explanation: &Explanation, language: Language) -> Vec<String> {
    explanation
        .reasons
        .iter()
        .filter_map(|reason| clause(campaign, explanation, reason, language))
        .collect()
}

fn clause(campaign: &Campaign, explanation: &Explanation, reason: &Reason, language: Language) -> Option<String> {
    reason_clause(reason, explanation.holds, campaign.zone(), language)
}

/// One reason for a decision without its full stop: what the visitor has, and what is wanted. `holds` is the decision of the rule.
pub(super) fn reason_clause(reason: &Reason, holds: bool, zone: Tz, language: Language) -> Option<String> {
    match reason {
        Reason::Condition {
            outcome, comparison, ..
        } => {
            // Inside a "none of these", what must not hold is wanted the other way round.
            let as_asked = outcome.decided()? == holds;
            compared(comparison, as_asked, language)
        }
        Reason::RepeatCycle { until } => {
            let until = number::instant(*until, zone, language);
            let english = "it was shown too recently, again from {}";
            let turkish = "yakın zamanda gösterildi, yeniden {} itibarıyla gösterilebilir";
            Some(say(language, english, turkish, &until))
        }
        Reason::Quiet { until } => {
            let until = number::second(*until, zone, language);
            let english = "a pop-up or the chat has just gone from the screen, nothing is shown until {}";
            let turkish = "bir pencere az önce kapandı, şu ana kadar hiçbir şey gösterilmez: {}";
            Some(say(language, english, turkish, &until))
        }
    }
}

/// What the visitor has, and what is wanted: the question as it is asked, or its opposite.
fn compared(comparison: &Comparison, as_asked: bool, language: Language) -> Option<String> {
    let ask = Ask::explained(comparison)?.turned(as_asked);
    let (found, wanted) = match language {
        Language::English => (english::found(&ask, comparison.found.as_ref()), english::wanted(&ask)),
        Language::Turkish => (turkish::found(&ask, comparison.found.as_ref()), turkish::wanted(&ask)),
    };
    Some(if wanted.is_empty() {
        found
    } else {
        format!("{found}, {wanted}")
    })
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
