//! What holds on every journey.

use std::collections::HashMap;

use proptest::prelude::*;

use super::generate::{campaigns, journey};
use crate::campaign::Campaign;
use crate::engine::{Delivery, EffectKind, QUIET, StandingState, explain, simulate};
use crate::visitor::EventKind;

/// Whether an event is a click on something that the campaign's message has.
fn is_clicked(campaigns: &[Campaign], id: &str, event: &EventKind) -> bool {
    let EventKind::Click(target) = event else { return false };
    let mut campaigns = campaigns.iter();
    campaigns.any(|campaign| campaign.id == id && campaign.content.click(*target).is_some())
}

proptest! {
    #[test]
    fn the_same_journey_always_brings_the_same(campaigns in campaigns(), journey in journey()) {
        prop_assert_eq!(simulate(&campaigns, &journey), simulate(&campaigns, &journey));
        let reversed: Vec<_> = campaigns.iter().rev().cloned().collect();
        prop_assert_eq!(simulate(&reversed, &journey), simulate(&campaigns, &journey));
    }

    #[test]
    fn effects_come_in_order_and_one_pop_up_at_most_is_visible(campaigns in campaigns(), journey in journey()) {
        let mut visible = None;
        let mut time = 0.0;
        for effect in simulate(&campaigns, &journey) {
            prop_assert!(effect.at >= time);
            time = effect.at;
            match effect.effect {
                EffectKind::Show => prop_assert_eq!(visible.replace(effect.campaign), None),
                EffectKind::Hide => prop_assert_eq!(visible.take(), Some(effect.campaign)),
            }
        }
    }

    #[test]
    fn none_is_shown_within_its_repeat_cycle(campaigns in campaigns(), journey in journey()) {
        let cycles: HashMap<&str, f64> =
            campaigns.iter().map(|campaign| (campaign.id.as_str(), campaign.schedule.cycle_seconds())).collect();
        let mut shown: HashMap<String, f64> = HashMap::new();
        for effect in simulate(&campaigns, &journey) {
            if effect.effect == EffectKind::Show {
                let cycle = cycles[effect.campaign.as_str()];
                if let Some(before) = shown.insert(effect.campaign, effect.at) {
                    prop_assert!(effect.at - before > cycle - 1e-5);
                }
            }
        }
    }

    #[test]
    fn nothing_is_shown_in_the_quiet(campaigns in campaigns(), journey in journey()) {
        let mut delivery = Delivery::new(&campaigns, &journey.visitor, journey.start);
        let mut quiet_from = f64::NEG_INFINITY;
        for event in &journey.events {
            let shows = |effects: &[crate::engine::Effect]| -> Vec<f64> {
                effects.iter().filter(|effect| effect.effect == EffectKind::Show).map(|effect| effect.at).collect()
            };
            let before = delivery.advance(event.at);
            let hit = delivery.visible().filter(|id| is_clicked(&campaigns, id, &event.kind));
            let hit = hit.map(str::to_owned);
            let (visible, chat) = (delivery.visible().is_some(), delivery.chat_open());
            let after = delivery.step(&event.kind, event.at);
            let mut at = shows(&before);
            if hit.is_some() || matches!(event.kind, EventKind::Close) && (visible || chat) {
                prop_assert!(at.iter().all(|at| at - quiet_from > QUIET - 1e-5));
                quiet_from = event.at;
                at.clear();
            }
            at.extend(shows(&after));
            prop_assert!(at.iter().all(|at| at - quiet_from > QUIET - 1e-5), "{at:?} after {quiet_from}");
        }
    }

    #[test]
    fn what_a_visitor_does_with_a_campaign_is_counted_for_it_alone(campaigns in campaigns(), journey in journey()) {
        let mut delivery = Delivery::new(&campaigns, &journey.visitor, journey.start);
        let counts = |delivery: &Delivery| -> Vec<[u64; 3]> {
            let of = |campaign: &Campaign| delivery.visitor_of(&campaign.id).expect("a campaign");
            campaigns.iter().map(of).map(|visitor| [visitor.views, visitor.clicks, visitor.closes]).collect()
        };
        let before = &journey.visitor;
        let mut expected = vec![[before.views, before.clicks, before.closes]; campaigns.len()];
        let place = |id: &str| campaigns.iter().position(|campaign| campaign.id == id).expect("a campaign");
        for event in &journey.events {
            let mut effects = delivery.advance(event.at);
            if let Some(visible) = delivery.visible() {
                match event.kind {
                    EventKind::Click(_) if is_clicked(&campaigns, visible, &event.kind) => expected[place(visible)][1] += 1,
                    EventKind::Close => expected[place(visible)][2] += 1,
                    _ => {}
                }
            }
            effects.extend(delivery.step(&event.kind, event.at));
            for effect in effects.iter().filter(|effect| effect.effect == EffectKind::Show) {
                expected[place(&effect.campaign)][0] += 1;
            }
            prop_assert_eq!(counts(&delivery), expected.clone(), "{:?}", event);
        }
    }

    #[test]
    fn nothing_is_shown_unseen(campaigns in campaigns(), journey in journey()) {
        let mut delivery = Delivery::new(&campaigns, &journey.visitor, journey.start);
        for event in &journey.events {
            let unseen = delivery.away() || delivery.covered();
            let before = delivery.advance(event.at);
            prop_assert!(!unseen || before.iter().all(|effect| effect.effect == EffectKind::Hide));
            let after = delivery.step(&event.kind, event.at);
            let unseen = delivery.away() || delivery.covered();
            prop_assert!(!unseen || after.iter().all(|effect| effect.effect == EffectKind::Hide));
        }
    }

    #[test]
    fn what_is_seen_in_the_end_is_what_was_to_be_seen(campaigns in campaigns(), journey in journey(), covers in prop::collection::vec(0.0..40.0, 0..4)) {
        // Covering the page and uncovering it at the same instant changes nothing.
        let mut plain = Delivery::new(&campaigns, &journey.visitor, journey.start);
        let mut covered = plain.clone();
        let mut seen = [Vec::new(), Vec::new()];
        for (index, event) in journey.events.iter().enumerate() {
            if !plain.covered() && let Some(after) = covers.get(index % 5) {
                let at = covered.now() + after;
                if at < event.at {
                    seen[1].extend(covered.step(&EventKind::Covered(true), at));
                    seen[1].extend(covered.step(&EventKind::Covered(false), at));
                }
            }
            seen[0].extend(plain.step(&event.kind, event.at));
            seen[1].extend(covered.step(&event.kind, event.at));
        }
        prop_assert_eq!(&seen[0], &seen[1]);
    }

    #[test]
    fn the_visitor_explains_what_delivery_decides(campaigns in campaigns(), journey in journey()) {
        let mut delivery = Delivery::new(&campaigns, &journey.visitor, journey.start);
        for event in &journey.events {
            delivery.step(&event.kind, event.at);
            for standing in delivery.standing() {
                let visitor = delivery.visitor_of(&standing.campaign).expect("it is in the line");
                // Among campaigns with the same id the best-ranked one is asked about, which may not be the one of the standing.
                let same_id: Vec<_> = campaigns.iter().filter(|campaign| campaign.id == standing.campaign).collect();
                let [campaign] = same_id[..] else { continue };
                let explanation = explain(campaign, &visitor, delivery.clock());
                match standing.state {
                    StandingState::NoPage | StandingState::Visible | StandingState::AlreadyShown => {}
                    // These journeys are on no site of their own.
                    StandingState::OtherSite => prop_assert!(false, "every page is the site's"),
                    StandingState::RuleFails => prop_assert!(!explanation.holds),
                    StandingState::Scheduled { .. } | StandingState::Ended => prop_assert!(explanation.blocks.shut.is_some()),
                    StandingState::NobodyAnswers { .. } => prop_assert!(false, "somebody always answers"),
                    StandingState::Resting { .. } => prop_assert!(false, "the site has no rests"),
                    StandingState::OutOfHours { .. } | StandingState::RepeatCycle { .. } | StandingState::Quiet { .. } => {
                        prop_assert!(explanation.holds && !explanation.shown);
                    }
                    StandingState::Waiting { .. }
                    | StandingState::Outranked { .. }
                    | StandingState::Behind { .. }
                    | StandingState::ChatOpen
                    | StandingState::Away
                    | StandingState::Covered => prop_assert!(explanation.holds),
                }
            }
        }
    }

    #[test]
    fn looking_in_between_changes_nothing(campaigns in campaigns(), journey in journey(), looks in prop::collection::vec(0.0..100_000.0, 0..5)) {
        let mut delivery = Delivery::new(&campaigns, &journey.visitor, journey.start);
        let mut effects = Vec::new();
        let mut looks = looks;
        looks.sort_by(f64::total_cmp);
        for event in &journey.events {
            for look in looks.iter().filter(|look| **look > delivery.now() && **look < event.at).copied().collect::<Vec<_>>() {
                effects.extend(delivery.advance(look));
                prop_assert_eq!(delivery.standing().len(), campaigns.len());
            }
            effects.extend(delivery.step(&event.kind, event.at));
        }
        prop_assert_eq!(effects, simulate(&campaigns, &journey));
    }

    #[test]
    fn standings_agree_with_what_is_seen(campaigns in campaigns(), journey in journey()) {
        let mut delivery = Delivery::new(&campaigns, &journey.visitor, journey.start);
        for event in &journey.events {
            delivery.step(&event.kind, event.at);
            let visible: Vec<String> = delivery.standing().into_iter()
                .filter(|standing| standing.state == StandingState::Visible).map(|standing| standing.campaign).collect();
            prop_assert_eq!(visible, delivery.visible().map(str::to_owned).into_iter().collect::<Vec<_>>());
            prop_assert!(!(delivery.chat_open() && delivery.visible().is_some()));
        }
    }

    #[test]
    fn clocks_that_jump_never_block_longer_than_a_cycle(campaigns in campaigns(), journey in journey(), jump in -200_000.0..200_000.0) {
        let mut delivery = Delivery::new(&campaigns, &journey.visitor, journey.start);
        let cycles: HashMap<&str, f64> =
            campaigns.iter().map(|campaign| (campaign.id.as_str(), campaign.schedule.cycle_seconds())).collect();
        for event in &journey.events {
            delivery.step(&event.kind, event.at);
            delivery.set_clock(jump, event.at);
            for standing in delivery.standing() {
                match standing.state {
                    StandingState::RepeatCycle { until: Some(until) } => {
                        prop_assert!(until - delivery.now() <= cycles[standing.campaign.as_str()] + 1e-5);
                    }
                    StandingState::Quiet { until } => prop_assert!(until - delivery.now() <= QUIET + 1e-5),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn times_beyond_all_calendars_do_no_harm() {
    let mut campaign = crate::campaign::Campaign {
        time_zone: Some("Africa/Cairo".to_owned()),
        ..Default::default()
    };
    campaign.schedule.set_delay_seconds(1e300);
    let dated = crate::campaign::Condition::new(
        crate::campaign::Field::LastSeen,
        crate::campaign::Operator::OnOrLater,
        "9999-12-31",
    );
    campaign.audience.children.push(crate::campaign::Node::Condition(dated));
    let mut delivery = Delivery::new(
        &[campaign],
        &Default::default(),
        chrono::DateTime::<chrono::Utc>::MAX_UTC,
    );
    for at in [0.0, f64::NAN, -5.0, 1e18, f64::INFINITY] {
        delivery.step(&crate::visitor::EventKind::Open("https://www.example.com/".into()), at);
        delivery.set_clock(f64::NEG_INFINITY, at);
    }
    assert_eq!(delivery.standing().len(), 1);
}
