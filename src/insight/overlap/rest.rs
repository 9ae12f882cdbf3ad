//! What a rest of the site makes of two campaigns that compete: who is shown the first waits for the other.

use crate::campaign::{Campaign, Rest};
use crate::engine::SiteRules;
use crate::engine::parts::{rest_span, seconds, takes_part};

/// A campaign that waits because a rest is full once another has been shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Starved {
    /// The rest.
    pub rest: Rest,
    /// Whether it never gets its turn while the visitor qualifies for the other one: that may be shown again as soon as the rest is over, and goes
    /// first.
    pub for_good: bool,
}

/// Returns what a site makes of a campaign whose visitors also qualify for one that goes before it; `None` where no rest is full with a single
/// showing.
pub fn starved(winner: &Campaign, loser: &Campaign, site: &SiteRules) -> Option<Starved> {
    let both = |rest: &&Rest| {
        let part = |campaign: &Campaign| takes_part(rest, &campaign.id);
        rest.fills_at() == Some(1) && part(winner) && part(loser)
    };
    let cycle = winner.schedule.cycle_seconds();
    let starved = |rest: &Rest| Starved {
        rest: rest.clone(),
        // Nobody knows when another session begins.
        for_good: rest_span(rest).map_or(cycle == 0.0, |span| cycle <= seconds(span)),
    };
    let all: Vec<Starved> = site.rests().iter().filter(both).map(starved).collect();
    all.iter().find(|starved| starved.for_good).or(all.first()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{CycleUnit, RepeatCycle, RestTime};

    #[test]
    fn who_is_shown_one_may_never_be_shown_the_other() {
        let named = |id: &str, days: Option<u32>| {
            let mut campaign = Campaign {
                id: id.to_owned(),
                ..Campaign::default()
            };
            campaign.schedule.repeat_cycle = days.map(|days| RepeatCycle::every(days, CycleUnit::Day));
            campaign
        };
        let session = Rest {
            per: Some(RestTime::Session),
            ..Rest::usual()
        };
        let two = Rest {
            at_most: Some(2.into()),
            ..Rest::usual()
        };
        let without_b = Rest {
            except: vec!["b".to_owned()],
            ..Rest::usual()
        };
        let cases = [
            (vec![Rest::usual()], Some(1), Some(true)),
            (vec![Rest::usual()], None, Some(true)),
            (vec![Rest::usual()], Some(2), Some(false)),
            (vec![session.clone()], None, Some(true)),
            (vec![session.clone()], Some(1), Some(false)),
            (vec![session, Rest::usual()], Some(1), Some(true)),
            (vec![two, without_b], Some(1), None),
            (vec![], None, None),
        ];
        for (rests, cycle, wanted) in cases {
            let site = SiteRules::default().with_rests(&rests);
            let found = starved(&named("a", cycle), &named("b", None), &site);
            assert_eq!(found.map(|starved| starved.for_good), wanted, "{rests:?} {cycle:?}");
        }
    }
}
