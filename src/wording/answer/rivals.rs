//! Campaigns that compete for a visitor, in words.

use super::{Language, Statement, example, number, say, sentence};
use crate::campaign::Campaign;
use crate::insight::{Overlap, RankReason, Shadowed, Starved};
use crate::wording::rest::rest;
use crate::wording::summary::between;
use crate::wording::text::word;

/// States how two campaigns compete, and what a rest of the site makes of it. `a` and `b` are the campaigns that the overlap calls so.
pub fn overlap(
    a: &Campaign,
    b: &Campaign,
    overlap: &Overlap,
    starved: Option<&Starved>,
    language: Language,
) -> Statement {
    let (winner, loser) = if overlap.winner == overlap.a { (a, b) } else { (b, a) };
    let [first, second] = [winner, loser].map(|campaign| name(campaign, language));
    let headline = say(language, "rivals-compete", &[("first", &first), ("second", &second)]);
    let for_b = overlap.other.as_deref().unwrap_or(&overlap.sighting.visitor);
    let seen = [(a, &overlap.sighting.visitor), (b, for_b)];
    let rest = starved.and_then(|starved| {
        let rest = rest(&starved.rest, language)?;
        let key = match starved.for_good {
            true => "rivals-starve",
            false => "rivals-wait",
        };
        Some(say(
            language,
            key,
            &[("first", &first), ("second", &second), ("rest", &rest)],
        ))
    });
    let parts = [
        rest.map(|rest| sentence(&rest, language)),
        Some(sentence(&rank(winner, loser, overlap.why, language), language)),
        Some(example(&seen, overlap.sighting.at, language)),
    ];
    Statement {
        headline: crate::wording::capitalised(&headline, language),
        detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

/// States that a campaign always loses, and to which ones. `by` are the campaigns that the answer calls so, in its order.
pub fn shadowed(loser: &Campaign, by: &[&Campaign], shadowed: &Shadowed, language: Language) -> Statement {
    let loser = name(loser, language);
    let names: Vec<String> = by.iter().map(|campaign| name(campaign, language)).collect();
    let one = names.len() == 1;
    let winners = listed(&names, language);
    let (headline, why) = if one {
        ("rivals-loses", "rivals-loses-why")
    } else {
        ("rivals-loses-to-several", "rivals-loses-to-several-why")
    };
    let turn = if shadowed.rests {
        "rivals-turn-rests"
    } else {
        "rivals-turn"
    };
    let headline = say(language, headline, &[("loser", &loser), ("winners", &winners)]);
    let [why, turn] = [why, turn].map(|key| word(language, key));
    Statement {
        headline: crate::wording::capitalised(&headline, language),
        detail: format!("{why} {turn}"),
    }
}

/// Explains why one goes before the other.
fn rank(winner: &Campaign, loser: &Campaign, why: RankReason, language: Language) -> String {
    match why {
        RankReason::Priority => {
            let [first, second] =
                [winner, loser].map(|campaign| number::decimal(campaign.schedule.rank() as f64, language));
            say(
                language,
                "rivals-rank-priority",
                &[("first", &first), ("second", &second)],
            )
        }
        RankReason::LaunchedLater if loser.launched_at.is_none() => say(language, "rivals-rank-only-launched", &[]),
        RankReason::LaunchedLater => say(language, "rivals-rank-launched-later", &[]),
        RankReason::Id => say(language, "rivals-rank-arbitrary", &[]),
    }
}

/// Returns a campaign's name within a sentence.
fn name(campaign: &Campaign, language: Language) -> String {
    let name = number::tidy(&campaign.name);
    if name.is_empty() {
        return say(language, "rivals-nameless", &[]);
    }
    format!("“{name}”")
}

fn listed(names: &[String], language: Language) -> String {
    let last = between("word-and", language);
    match names {
        [most @ .., one] if !most.is_empty() => format!("{}{last}{one}", most.join(", ")),
        _ => names.concat(),
    }
}
