//! Visitors who have been shown as many pop-ups as the site allows: what would have to change for them leads there, also where more has to change.

use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::sample::select;

use super::found::can_be;
use super::generate::{all_fields, campaign, noon, visitor};
use crate::campaign::{Campaign, CycleUnit, RepeatCycle, Rest, RestTime};
use crate::engine::{SiteRules, explain_on};
use crate::insight::{Altered, FindAnswer, NearestAnswer, find_visitor, nearest_change_on};
use crate::visitor::{Showing, Visitor};

fn rest() -> impl Strategy<Value = Rest> {
    let span = |every, unit| RestTime::Span(RepeatCycle::every(every, unit));
    let times = vec![
        RestTime::Session,
        span(1, CycleUnit::Day),
        span(3, CycleUnit::Hour),
        span(20, CycleUnit::Minute),
    ];
    let except = select(vec![None, None, None, Some("a"), Some("")]);
    (1u32..3, select(times), except).prop_map(|(at_most, per, except)| Rest {
        at_most: Some(at_most.into()),
        per: Some(per),
        except: except.into_iter().map(str::to_owned).collect(),
        ..Rest::default()
    })
}

fn showings() -> impl Strategy<Value = Vec<(&'static str, i64, Option<u64>)>> {
    let minutes = select(vec![0, 5, 20, 179, 180, 1_000, 1_440, 9_000]);
    let sessions = select(vec![None, Some(0), Some(1), Some(2)]);
    prop::collection::vec((select(vec!["a", "b"]), minutes, sessions), 0..4)
}

fn with_showings(visitor: Visitor, showings: &[(&str, i64, Option<u64>)]) -> Visitor {
    let showings = showings.iter().map(|(campaign, minutes, session)| Showing {
        campaign: (*campaign).to_owned(),
        at: noon() - TimeDelta::minutes(*minutes),
        session: *session,
    });
    Visitor {
        showings: showings.collect(),
        ..visitor
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_way_leads_out_of_a_full_rest(
        campaign in campaign(all_fields()),
        met in visitor(),
        showings in showings(),
        rests in prop::collection::vec(rest(), 1..4),
    ) {
        let met = with_showings(met, &showings);
        let site = SiteRules::default().with_rests(&rests);
        let shown = |visitor: &Visitor, at| explain_on(&campaign, visitor, at, &site).shown;
        match nearest_change_on(&campaign, &met, noon(), &site) {
            NearestAnswer::AlreadyShown => prop_assert!(shown(&met, noon())),
            NearestAnswer::Change(way) => {
                prop_assert!(!shown(&met, noon()));
                prop_assert!(shown(&way.goal.visitor, way.goal.at), "{way:?}");
                can_be(&campaign, &way.goal.visitor, way.goal.at).map_err(TestCaseError::fail)?;
                prop_assert!(!way.alterations.is_empty());
            }
            NearestAnswer::Nobody(_) => {
                // Whoever has to wait may come too late.
                let blocks = explain_on(&campaign, &met, noon(), &site).blocks;
                let rested = blocks.rest.and_then(|rest| rest.until);
                let from = rested.max(blocks.quiet_until).unwrap_or_else(noon);
                prop_assert!(matches!(find_visitor(&campaign, &met, from), FindAnswer::Nobody(_)));
            }
            NearestAnswer::Undetermined(_) => {}
        }
    }
}

#[test]
fn the_end_of_a_rest_is_all_that_has_to_pass() {
    let met = with_showings(Visitor::default(), &[("b", 60, Some(1))]);
    let ask = |per| {
        let rest = Rest {
            per: Some(per),
            ..Rest::usual()
        };
        let site = SiteRules::default().with_rests(&[rest]);
        let NearestAnswer::Change(way) = nearest_change_on(&Campaign::default(), &met, noon(), &site) else {
            panic!("a change helps");
        };
        let altered: Vec<Altered> = way.alterations.into_iter().map(|alteration| alteration.what).collect();
        assert_eq!(altered, [Altered::Rest]);
        way.goal.at
    };
    let day = RestTime::Span(RepeatCycle::every(1, CycleUnit::Day));
    assert_eq!(ask(day), noon() + TimeDelta::hours(23));
    assert_eq!(ask(RestTime::Session), noon());
}

#[test]
fn the_next_session_is_all_that_has_to_come() {
    let shown = Visitor {
        sessions: 3,
        session_pages: 2,
        visits: 5,
        views: 1,
        first_seen: Some(noon()),
        last_shown: Some(noon()),
        last_session: 3,
        ..Visitor::default()
    };
    for (every, sessions) in [(1, 4), (2, 5)] {
        let mut campaign = Campaign::default();
        campaign.schedule.repeat_cycle = Some(RepeatCycle::every(every, CycleUnit::Session));
        let NearestAnswer::Change(way) = nearest_change_on(&campaign, &shown, noon(), &SiteRules::default()) else {
            panic!("a change helps");
        };
        let altered: Vec<Altered> = way.alterations.into_iter().map(|alteration| alteration.what).collect();
        assert_eq!(altered, [Altered::Rest]);
        assert_eq!(way.goal.visitor.sessions, sessions);
        // Nobody who is searched for has to have been shown it in this session.
        assert!(matches!(find_visitor(&campaign, &shown, noon()), FindAnswer::Found(_)));
    }
}
