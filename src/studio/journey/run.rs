//! The outcome of a journey: the engine's effects as bars on the axis, and the state of every campaign at any instant. It decides nothing
//! itself and uses no widget, so it can be computed in the background.

use std::sync::Arc;

use crate::{
    campaign::Campaign,
    engine::{Delivery, Effect, EffectKind, SiteRules},
    visitor::{EventKind, Journey},
};

/// How many parts a long journey is cut into, so that any instant is near a place from which it can be replayed.
const PARTS: usize = 8;

/// Most steps of a journey that is replayed from its beginning.
const SHORT: usize = 64;

/// A time in which a campaign's pop-up, or the chat that it opened, is on the screen. Seconds after the start.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The id of the campaign.
    pub campaign: String,
    /// When it appears.
    pub from: f64,
    /// When it disappears; the end of the journey for one that stays.
    pub to: f64,
}

/// A journey, played by the engine.
#[derive(Debug)]
pub struct Run {
    /// The campaigns that competed.
    pub campaigns: Vec<Arc<Campaign>>,
    /// What was played.
    pub journey: Journey,
    /// What the visitor saw: equal to the result of [`crate::engine::simulate_on`].
    pub effects: Vec<Effect>,
    /// The pop-ups, in order of time.
    pub popups: Vec<Bar>,
    /// The open chats, in order of time.
    pub chats: Vec<Bar>,
    /// The state before the steps of these indices.
    marks: Vec<(usize, Delivery)>,
}

impl Run {
    /// Plays `journey` with the `campaigns` of a site.
    pub fn new(campaigns: Vec<Arc<Campaign>>, journey: Journey, site: &SiteRules) -> Self {
        let all = campaigns.iter().map(|campaign| campaign.as_ref());
        let mut delivery = Delivery::new(all, &journey.visitor, journey.start).on_site(site.clone());
        let every = if journey.events.len() <= SHORT {
            usize::MAX
        } else {
            journey.events.len().div_ceil(PARTS)
        };
        let mut marks = vec![(0, delivery.clone())];
        let (mut effects, mut chats) = (Vec::new(), Chats::default());
        for (index, event) in journey.events.iter().enumerate() {
            if index > 0 && index % every == 0 {
                marks.push((index, delivery.clone()));
            }
            // Effects due before the step happen first, so that the step finds what it is about.
            effects.extend(delivery.advance(event.at));
            let visible = delivery.visible().map(str::to_owned);
            effects.extend(delivery.step(&event.kind, event.at));
            chats.look(&event.kind, visible, &delivery);
        }
        let end = journey.events.last().map_or(0.0, |event| event.at);
        Self {
            campaigns,
            popups: bars(&effects, end),
            chats: chats.finish(end),
            journey,
            effects,
            marks,
        }
    }

    /// Returns the state at `at` seconds after the start, including everything that happens at that very instant.
    pub fn at(&self, at: f64) -> Delivery {
        let events = &self.journey.events;
        let passed = events.partition_point(|event| event.at <= at);
        let near = self.marks.iter().rev().find(|(index, _)| *index <= passed);
        // The first mark precedes the first step, so there is always one.
        let (index, mark) = near.unwrap_or(&self.marks[0]);
        let mut delivery = mark.clone();
        for event in &events[*index..passed] {
            delivery.step(&event.kind, event.at);
        }
        delivery.advance(at);
        delivery
    }

    /// The chat that is open at an instant.
    pub fn chat_at(&self, at: f64) -> Option<&Bar> {
        self.chats.iter().rev().find(|chat| chat.from <= at)
    }

    /// The campaign with this id.
    pub fn campaign(&self, id: &str) -> Option<&Arc<Campaign>> {
        self.campaigns.iter().find(|campaign| campaign.id == id)
    }

    /// The ids of the campaigns that are shown, in order of their first showing.
    pub fn shown(&self) -> Vec<&str> {
        let mut shown: Vec<&str> = Vec::new();
        for bar in &self.popups {
            if !shown.contains(&bar.campaign.as_str()) {
                shown.push(&bar.campaign);
            }
        }
        shown
    }

    /// The instants at which something visible happens.
    pub fn moments(&self) -> Vec<f64> {
        self.effects.iter().map(|effect| effect.at).collect()
    }
}

fn bars(effects: &[Effect], end: f64) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for effect in effects {
        match effect.effect {
            EffectKind::Show => bars.push(Bar {
                campaign: effect.campaign.clone(),
                from: effect.at,
                to: end.max(effect.at),
            }),
            // At most one pop-up is visible, so it is the last one that disappears.
            EffectKind::Hide => {
                if let Some(bar) = bars.last_mut() {
                    bar.to = effect.at;
                }
            }
        }
    }
    bars
}

/// Chats as they open and close.
#[derive(Default)]
struct Chats {
    bars: Vec<Bar>,
    open: bool,
}

impl Chats {
    /// Examines the effect of a step; `visible` is the campaign that was on the screen before it.
    fn look(&mut self, step: &EventKind, visible: Option<String>, delivery: &Delivery) {
        let open = delivery.chat_open();
        if open && !self.open && matches!(step, EventKind::Click(_)) {
            self.bars.push(Bar {
                campaign: visible.unwrap_or_default(),
                from: delivery.now(),
                to: f64::INFINITY,
            });
        } else if !open
            && self.open
            && let Some(bar) = self.bars.last_mut()
        {
            bar.to = delivery.now();
        }
        self.open = open;
    }

    fn finish(mut self, end: f64) -> Vec<Bar> {
        for bar in &mut self.bars {
            bar.to = bar.to.min(end.max(bar.from));
        }
        self.bars
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campaign::from_json, engine::simulate};

    fn welcome() -> Campaign {
        from_json(include_bytes!("../../../sample-campaigns/welcome.campaign.json")).expect("the sample can be read")
    }

    fn journey(events: &str) -> Journey {
        Journey::from_json(&format!(r#"{{"start":"2026-11-22T10:00:00Z","events":{events}}}"#)).expect("a journey")
    }

    #[test]
    fn bars_are_what_the_engine_shows_and_hides() {
        let journey = journey(
            r#"[{"at":0,"open":"https://www.example.com/"},{"at":5,"click":true},{"at":9,"close":true},
            {"at":86500,"open":"https://www.example.com/"},{"at":86510,"end":true}]"#,
        );
        let campaign = welcome();
        let run = Run::new(vec![Arc::new(campaign.clone())], journey.clone(), &SiteRules::default());
        assert_eq!(run.effects, simulate(std::slice::from_ref(&campaign), &journey));
        let bar = |from, to| Bar {
            campaign: campaign.id.clone(),
            from,
            to,
        };
        // It was clicked, so it does not return.
        assert_eq!(
            (run.popups.as_slice(), run.chats.as_slice()),
            (&[bar(2.0, 5.0)][..], &[bar(5.0, 9.0)][..])
        );
        assert_eq!(run.at(1.9).visible(), None);
        assert_eq!(run.at(2.0).visible(), Some(campaign.id.as_str()));
        assert!(run.at(5.0).chat_open() && !run.at(9.0).chat_open());
    }

    #[test]
    fn any_instant_of_a_long_journey_is_the_same_as_played_from_its_beginning() {
        let events: Vec<String> = (0..500)
            .map(|step| match step % 4 {
                0 => format!(r#"{{"at":{step},"open":"https://www.example.com/"}}"#),
                1 => format!(r#"{{"at":{step},"scroll":40}}"#),
                2 => format!(r#"{{"at":{step},"end":true}}"#),
                _ => format!(r#"{{"at":{step},"close":true}}"#),
            })
            .collect();
        let journey = journey(&format!("[{}]", events.join(",")));
        let campaign = welcome();
        let run = Run::new(vec![Arc::new(campaign.clone())], journey.clone(), &SiteRules::default());
        for at in [0.0, 2.0, 63.5, 250.0, 251.2, 499.0, 600.0] {
            let mut delivery = Delivery::new([&campaign], &journey.visitor, journey.start);
            for event in journey.events.iter().filter(|event| event.at <= at) {
                delivery.step(&event.kind, event.at);
            }
            delivery.advance(at);
            assert_eq!(run.at(at).standing(), delivery.standing(), "{at}");
        }
    }

    #[test]
    fn an_empty_journey_shows_nothing() {
        let run = Run::new(vec![Arc::new(welcome())], journey("[]"), &SiteRules::default());
        assert!(run.popups.is_empty() && run.shown().is_empty() && run.moments().is_empty());
        assert!(!run.at(10.0).page_open());
    }
}
