//! Who takes a journey: the simulated visitor just before opening their page, and the way back.

use crate::{
    studio::simulated::SimulatedVisitor,
    visitor::{Event, EventKind, Journey, Visitor},
};

use super::timeline::Timeline;

/// The journey of the simulated visitor along these steps. They are simulated on a page; the journey begins before they open it, so that opening
/// it makes them that visitor.
pub fn journey(timeline: &Timeline, simulated: &SimulatedVisitor) -> Journey {
    Journey {
        start: simulated.at,
        visitor: simulated.visitor.before_page(),
        events: from_where_they_came(timeline.steps().to_vec(), &simulated.visitor),
    }
}

/// Lets the first page be opened from where the visitor came, if it begins their session and the steps do not say.
fn from_where_they_came(mut events: Vec<Event>, visitor: &Visitor) -> Vec<Event> {
    let first = events.iter_mut().find_map(|event| match &mut event.kind {
        EventKind::Open(opening) => Some(opening),
        _ => None,
    });
    if let Some(opening) = first.filter(|opening| opening.referrer.is_none() && visitor.session_pages <= 1) {
        opening.referrer.clone_from(&visitor.referrer);
    }
    events
}

/// Returns the visitor who takes `journey`, on the first page that they open.
pub fn simulated(journey: &Journey) -> SimulatedVisitor {
    let before = &journey.visitor;
    let first = journey.events.iter().find_map(|event| event.kind.opening());
    let first_page = first.map(|opening| opening.url.clone());
    let begins = before.session_pages == 0;
    let anyone = Visitor::default();
    let known = Some(before.url.clone()).filter(|_| before.page_views > 0);
    let url = known.or(first_page).unwrap_or(anyone.url);
    let visitor = Visitor {
        referrer: match begins {
            true => first.and_then(|opening| opening.referrer.clone()),
            false => before.referrer.clone(),
        },
        landing_page: if begins {
            url.clone()
        } else {
            before.landing_page.clone()
        },
        url,
        page_views: before.page_views.saturating_add(1),
        visits: before.visits.saturating_add(1),
        sessions: before.sessions.saturating_add(u64::from(before.session_pages == 0)),
        session_pages: before.session_pages.saturating_add(1),
        quiet_until: before.quiet_until,
        ..before.without_page()
    };
    SimulatedVisitor::own(visitor, journey.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Delivery;
    use crate::studio::journey::preset;
    use crate::visitor::JourneyPreset;

    #[test]
    fn opening_the_page_makes_them_the_simulated_visitor() {
        let page = "https://www.example.com/pricing";
        let visitor = Visitor {
            url: page.to_owned(),
            page_views: 6,
            visits: 24,
            sessions: 7,
            session_pages: 3,
            landing_page: page.to_owned(),
            referrer: Some("https://www.google.com/".to_owned()),
            views: 2,
            clicks: 1,
            closes: 1,
            ..Visitor::default()
        };
        let at = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let simulated = SimulatedVisitor::own(visitor.clone(), at);
        let journey = journey(&preset::steps(JourneyPreset::FirstVisit, page), &simulated);
        let mut delivery = Delivery::new(&[], &journey.visitor, journey.start);
        delivery.step(&journey.events[0].kind, 0.0);
        assert_eq!(
            Visitor {
                views: 2,
                clicks: 1,
                closes: 1,
                ..delivery.visitor()
            },
            visitor
        );
        assert_eq!(super::simulated(&journey), simulated);
    }
}
