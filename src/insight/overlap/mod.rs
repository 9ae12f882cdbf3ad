//! Which campaigns compete for the same visitors, who goes first, and who always loses (`tests/specification/proofs.md`).
//!
//! # How all pairs of a library are answered quickly
//!
//! 1. What each rule requires of one value, regardless of the rest ([`constraint`]), is compared with the other rule's constraint on the same value, and the
//!    answer is remembered, since libraries repeat themselves. Where two constraints exclude each other, the campaigns never meet.
//! 2. A visitor blended from the two found for each campaign alone, with the values that meet both constraints, is tested against the engine's rules
//!    ([`blend`]). Most pairs that can meet do so in this visitor.
//! 3. The solver decides the rest.
//!
//! Only what the engine's rules confirm or the solver proves is listed. Views, clicks, closes and showings are kept for each campaign separately, so
//! a visitor may need two records; one record that serves both campaigns is preferred.

mod blend;
mod constraint;
mod contender;
mod page;
mod pair;
mod rest;
mod shadow;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

use super::{Doubt, Finding, Overlap, OverlapAnswer, Overlaps, RankReason, Shadowed, Sighting, stops_launch};
use crate::campaign::Campaign;
use crate::engine::Rank;
use crate::visitor::Visitor;
use contender::Contender;
use pair::{Constraints, Meeting, meet};
pub use rest::{Starved, let_through, starved};

/// Decides whether somebody can qualify for both campaigns at once, and which goes first. Found visitors resemble the given one as much as possible.
///
/// ```
/// use beckon::{campaign, insight::{OverlapAnswer, overlap}, visitor::Visitor};
///
/// let for_views = |operator: &str, priority: u32| campaign::from_json(format!(r#"{{ "format": "beckon.campaign", "version": 1,
///     "audience": {{ "all": [ {{ "field": "page_views", "operator": "{operator}", "value": 5 }} ] }},
///     "schedule": {{ "priority": {priority} }} }}"#).as_bytes());
/// let (few, more, all) = (for_views("less_than", 1)?, for_views("at_least", 1)?, for_views("not_equals", 2)?);
/// let (near, now) = (Visitor::default(), "2026-11-22T10:00:00Z".parse()?);
///
/// assert_eq!(overlap(&few, &more, &near, now), OverlapAnswer::Never); // A proof.
/// let OverlapAnswer::Found(found) = overlap(&more, &all, &near, now) else { panic!("they meet") };
/// assert!(found.sighting.visitor.page_views > 5);
/// assert_eq!(found.winner, 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn overlap(a: &Campaign, b: &Campaign, near: &Visitor, now: DateTime<Utc>) -> OverlapAnswer {
    let near = rested(near);
    let [one, other] = [a, b].map(|campaign| Contender::unseen(campaign, &near));
    match meet([&one, &other], &near, now) {
        Meeting::Both(met) => OverlapAnswer::Found(Box::new(compete(&one, &other, [0, 1], *met))),
        Meeting::Never => OverlapAnswer::Never,
        Meeting::Unknown(why) => OverlapAnswer::Undetermined(Doubt {
            places: Vec::new(),
            why,
        }),
    }
}

/// Returns all overlaps among campaigns, and those that always lose. `stop` is called now and then; once it returns true, the results so far are
/// returned.
pub fn overlaps(
    campaigns: &[Campaign],
    near: &Visitor,
    now: DateTime<Utc>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Overlaps {
    let near = &rested(near);
    let mut known = Overlaps::default();
    let mut contenders = Vec::with_capacity(campaigns.len());
    let mut constraints = Constraints::default();
    for campaign in campaigns {
        if stop() {
            return known;
        }
        contenders.push(Contender::new(campaign, near, now, &mut constraints));
    }
    for a in 0..contenders.len() {
        for b in a + 1..contenders.len() {
            if b % 64 == 1 && stop() {
                return known;
            }
            let (one, other) = (&contenders[a], &contenders[b]);
            match constraints.meet(one, other, near, now) {
                Meeting::Both(met) => known.pairs.push(compete(one, other, [a, b], *met)),
                Meeting::Never => {}
                Meeting::Unknown(_) => known.unsure.push((a, b)),
            }
        }
    }
    known.shadowed = shadow::shadowed(&contenders, &known.pairs, near, now, stop);
    known
}

/// Returns whether a campaign competes with others, given what was found about it: a draft that cannot be launched never meets anybody. One that has
/// been launched before still does, whatever its draft lacks.
pub fn competes(campaign: &Campaign, findings: &[Finding]) -> bool {
    campaign.launched_at.is_some() || !stops_launch(findings)
}

/// Returns the overlaps among those campaigns whose place in `competing` says so ([`competes`]); the others take no part.
pub fn overlaps_among(
    campaigns: &[Campaign],
    competing: &[bool],
    near: &Visitor,
    now: DateTime<Utc>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Overlaps {
    let (places, taking_part): (Vec<usize>, Vec<Campaign>) = campaigns
        .iter()
        .enumerate()
        .zip(competing)
        .filter(|(_, competes)| **competes)
        .map(|((place, campaign), _)| (place, campaign.clone()))
        .unzip();
    let known = overlaps(&taking_part, near, now, stop);
    let pair = |overlap: Overlap| Overlap {
        a: places[overlap.a],
        b: places[overlap.b],
        winner: places[overlap.winner],
        ..overlap
    };
    let loser = |shadowed: Shadowed| Shadowed {
        loser: places[shadowed.loser],
        by: shadowed.by.into_iter().map(|place| places[place]).collect(),
        ..shadowed
    };
    Overlaps {
        pairs: known.pairs.into_iter().map(pair).collect(),
        shadowed: known.shadowed.into_iter().map(loser).collect(),
        unsure: known.unsure.into_iter().map(|(a, b)| (places[a], places[b])).collect(),
    }
}

/// Returns the visitor once quiet has passed, since nobody who is searched for has to be in it.
fn rested(near: &Visitor) -> Visitor {
    Visitor {
        quiet_until: None,
        showings: Vec::new(),
        ..near.clone()
    }
}

/// A visitor of two campaigns.
#[derive(Debug, Clone)]
struct Met {
    sighting: Sighting,
    /// The second one's own record, where it differs.
    other: Option<Box<Visitor>>,
}

fn compete(one: &Contender<'_>, other: &Contender<'_>, [a, b]: [usize; 2], met: Met) -> Overlap {
    let first = one.rank <= other.rank;
    Overlap {
        a,
        b,
        sighting: met.sighting,
        other: met.other,
        winner: if first { a } else { b },
        why: reason(&one.rank, &other.rank),
    }
}

fn reason(one: &Rank, other: &Rank) -> RankReason {
    if one.priority != other.priority {
        RankReason::Priority
    } else if one.launched != other.launched {
        RankReason::LaunchedLater
    } else {
        RankReason::Id
    }
}
