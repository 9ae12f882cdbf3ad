//! What the rests of a site make of campaigns that compete: who is shown the first waits for the other.

use crate::campaign::{Campaign, Rest, RestTime, Scope};
use crate::engine::parts::{plan, takes_part};
use crate::engine::{SiteRules, Timetable};

/// A campaign that waits because a rest is full once another has been shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Starved {
    /// The rest.
    pub rest: Rest,
    /// Whether it is never shown to anybody who qualifies for both: a proof.
    pub for_good: bool,
}

/// Returns what a site makes of a campaign whose visitors also qualify for one that goes before it; `None` where no rest is full with a single
/// showing. `always_loses` says that everybody who qualifies for the loser qualifies for this winner, too.
pub fn starved(winner: &Campaign, loser: &Campaign, site: &SiteRules, always_loses: bool) -> Option<Starved> {
    let part = |rest: &Rest, campaign: &Campaign| takes_part(rest, &campaign.id);
    let both = |rest: &&Rest| rest.fills_at() == Some(1) && part(rest, winner) && part(rest, loser);
    // Whatever holds back the winner holds back the loser.
    let alike = site.rests().iter().all(|rest| !part(rest, winner) || part(rest, loser));
    let ever_first = always_loses && alike && qualifies_again(winner);
    // Within a session, the winner's showing fills the rest, and in the next one the winner is first again. A stretch of time may be over while the
    // page stays open, on which the winner was shown already.
    let for_good = |rest: &Rest| ever_first && rest.per == Some(RestTime::Session);
    let mut rests = site.rests().iter().filter(both);
    let first = rests.clone().next()?;
    let rest = rests.find(|rest| for_good(rest)).unwrap_or(first);
    Some(Starved {
        rest: rest.clone(),
        for_good: for_good(rest),
    })
}

/// Returns whether rests hold back one of these campaigns and not another, which then gets its turn.
pub fn let_through(winners: &[&Campaign], loser: &Campaign, site: &SiteRules) -> bool {
    let rests = site.rests().iter().filter(|rest| !takes_part(rest, &loser.id));
    rests
        .into_iter()
        .any(|rest| winners.iter().any(|winner| takes_part(rest, &winner.id)))
}

/// Returns whether a campaign's own showings, and the calendar, never keep it from being shown.
fn qualifies_again(campaign: &Campaign) -> bool {
    let schedule = &campaign.schedule;
    let always_open = Timetable::of(campaign, None).is_always_open() && !schedule.only_in_hours;
    let mut asks_for_showings = false;
    plan(campaign, &mut |_, compiled, _| {
        asks_for_showings |= compiled.test().field().spec().scope == Scope::Campaign;
    });
    always_open && schedule.cycle_seconds() == 0.0 && schedule.cycle_sessions() == 0.0 && !asks_for_showings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Condition, CycleUnit, Field, Group, Joiner, Node, Operator, RepeatCycle};

    fn named(id: &str) -> Campaign {
        Campaign {
            id: id.to_owned(),
            ..Campaign::default()
        }
    }

    fn session() -> Rest {
        Rest {
            per: Some(RestTime::Session),
            ..Rest::usual()
        }
    }

    fn but_for(except: &str) -> Rest {
        Rest {
            except: vec![except.to_owned()],
            ..Rest::usual()
        }
    }

    #[test]
    fn who_is_shown_one_waits_for_the_other_and_only_what_is_proven_is_for_good() {
        let two = Rest {
            at_most: Some(2.into()),
            ..Rest::usual()
        };
        let mut daily = named("a");
        daily.schedule.repeat_cycle = Some(RepeatCycle::every(1, CycleUnit::Day));
        let mut once = named("a");
        let shown = Node::Condition(Condition::new(Field::Views, Operator::Equals, 0));
        once.audience = Group::of(Joiner::All, vec![shown]);
        let cases = [
            (named("a"), vec![session()], true, Some(true)),
            (named("a"), vec![Rest::usual(), session()], true, Some(true)),
            (named("a"), vec![session()], false, Some(false)),
            (named("a"), vec![Rest::usual()], true, Some(false)),
            (named("a"), vec![session(), but_for("b")], true, Some(false)),
            (daily, vec![session()], true, Some(false)),
            (once, vec![session()], true, Some(false)),
            (named("a"), vec![two, but_for("b")], true, None),
            (named("a"), vec![], true, None),
        ];
        for (winner, rests, always_loses, wanted) in cases {
            let site = SiteRules::default().with_rests(&rests);
            let found = starved(&winner, &named("b"), &site, always_loses);
            assert_eq!(found.map(|starved| starved.for_good), wanted, "{rests:?}");
        }
    }

    #[test]
    fn an_excepted_loser_gets_its_turn_while_the_winner_rests() {
        let through = |rest: Rest| {
            let site = SiteRules::default().with_rests(&[rest]);
            let_through(&[&named("a"), &named("c")], &named("b"), &site)
        };
        assert!(through(but_for("b")));
        assert!(!through(but_for("a")));
        assert!(!through(session()));
    }
}
