//! Campaigns with a run and hours: who is found comes while they are open, and "nobody" is compared with trying every minute that matters.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::found::sees;
use super::generate::{near_campaign, noon, visitor};
use crate::campaign::{Campaign, Field, Schedule, SiteHours};
use crate::engine::{Rule, Shut, SiteRules, Timetable, explain_on, generated_timetable};
use crate::insight::{
    FindAnswer, NearestAnswer, OverlapAnswer, find_visitor, find_visitor_on, nearest_change, nearest_change_on, overlap,
};
use crate::visitor::Visitor;

/// A campaign that asks for showings and days, with a timetable.
fn timed() -> impl Strategy<Value = Campaign> {
    let fields = vec![Field::Views, Field::FirstSeen, Field::LastSeen, Field::PageViews];
    (near_campaign(fields), generated_timetable()).prop_map(|(campaign, times)| Campaign {
        schedule: Schedule {
            repeat_cycle: campaign.schedule.repeat_cycle.clone(),
            ..times
        },
        ..campaign
    })
}

/// Every instant at which a campaign opens or closes, or a day begins, for two weeks and at the ends of its run.
fn instants(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    let timetable = Timetable::of(campaign, None);
    let at = |micros: i64| DateTime::from_timestamp_micros(micros).expect("an instant");
    let mut all: Vec<DateTime<Utc>> = (0..4 * 14)
        .map(|quarter| noon() + TimeDelta::hours(6 * quarter))
        .collect();
    let ends = timetable.run().into_iter().flatten();
    for from in ends
        .chain([noon().timestamp_micros()])
        .filter(|from| *from >= noon().timestamp_micros())
    {
        all.push(at(from));
        let mut turn = Some(from);
        while let Some(next) = turn.filter(|turn| *turn < from + 8 * 86_400_000_000) {
            all.push(at(next));
            turn = timetable.turn_after(next);
        }
    }
    all
}

/// Returns somebody who is shown it at one of these instants; each has been shown it on one day only.
fn shown_to_anybody(campaign: &Campaign) -> Option<(Visitor, DateTime<Utc>)> {
    let rule = Rule::compile(campaign);
    let timetable = Timetable::of(campaign, None);
    let cycle = TimeDelta::microseconds((campaign.schedule.cycle_seconds() * 1e6) as i64);
    let mut all: Vec<Visitor> = Vec::new();
    for (views, page_views) in (0..4).flat_map(|views| (1..5).map(move |page_views| (views, page_views))) {
        for (scroll_ratio, exit_screen) in [
            (0.0, false),
            (40.0, false),
            (100.0, false),
            (0.0, true),
            (40.0, true),
            (100.0, true),
        ] {
            all.push(Visitor {
                views,
                page_views,
                visits: page_views,
                session_pages: page_views,
                scroll_ratio,
                exit_screen,
                ..Visitor::default()
            });
        }
    }
    let open = instants(campaign)
        .into_iter()
        .filter(|at| timetable.shut(*at).is_none());
    open.flat_map(|at| (0..4).map(move |days| (at, at - TimeDelta::days(days))))
        .flat_map(|(at, shown)| all.iter().map(move |visitor| (at, shown, visitor)))
        .map(|(at, shown, visitor)| {
            let shown = (visitor.views > 0).then_some(shown);
            let visitor = Visitor {
                first_seen: shown,
                last_shown: shown,
                ..visitor.clone()
            };
            (visitor, at)
        })
        .find(|(visitor, at)| visitor.last_shown.is_none_or(|last| last + cycle <= *at) && rule.holds_for(visitor, *at))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn who_is_found_comes_while_it_is_open(campaign in timed(), near in visitor()) {
        match find_visitor(&campaign, &near, noon()) {
            FindAnswer::Found(sighting) => sees(&campaign, &sighting)?,
            FindAnswer::Nobody(_) => {
                let seen = shown_to_anybody(&campaign);
                prop_assert!(seen.is_none(), "{seen:?}");
            }
            FindAnswer::Undetermined(why) => prop_assert!(false, "{why:?}"),
        }
    }

    #[test]
    fn the_nearest_change_leads_there(campaign in timed(), met in visitor()) {
        let answer = nearest_change(&campaign, &met, noon());
        if let NearestAnswer::Change(way) = answer {
            sees(&campaign, &way.goal)?;
            prop_assert!(!way.alterations.is_empty());
        }
    }

    #[test]
    fn who_is_found_comes_while_somebody_answers(campaign in timed(), site in generated_timetable(), near in visitor()) {
        let campaign = Campaign { schedule: Schedule { only_in_hours: true, ..campaign.schedule }, ..campaign };
        let hours = SiteHours { open: site.hours, ..SiteHours::default() };
        let rules = SiteRules::default().with_hours(Some(&hours));
        if let FindAnswer::Found(found) = find_visitor_on(&campaign, &near, noon(), &rules) {
            prop_assert!(explain_on(&campaign, &found.visitor, found.at, &rules).shown);
        }
        if let NearestAnswer::Change(way) = nearest_change_on(&campaign, &near, noon(), &rules) {
            prop_assert!(explain_on(&campaign, &way.goal.visitor, way.goal.at, &rules).shown);
        }
    }

    #[test]
    fn two_campaigns_meet_only_while_both_are_open(one in timed(), other in timed()) {
        let near = Visitor::default();
        if let OverlapAnswer::Found(found) = overlap(&one, &other, &near, noon()) {
            for campaign in [&one, &other] {
                let shut = Timetable::of(campaign, None).shut(found.sighting.at);
                prop_assert_eq!(shut, None::<Shut<_>>);
            }
        }
    }
}
