//! Who takes a journey: the simulated visitor just before opening their page, and the way back.

use crate::{
    studio::simulated::SimulatedVisitor,
    visitor::{EventKind, Journey, Visitor},
};

use super::timeline::Timeline;

/// The journey of the simulated visitor along these steps. They are simulated on a page; the journey begins before they open it, so that opening
/// it makes them that visitor.
pub fn journey(timeline: &Timeline, simulated: &SimulatedVisitor) -> Journey {
    Journey {
        start: simulated.at,
        visitor: simulated.visitor.before_page(),
        events: timeline.steps().to_vec(),
    }
}

/// Returns the visitor who takes `journey`, on the first page that they open.
pub fn simulated(journey: &Journey) -> SimulatedVisitor {
    let before = &journey.visitor;
    let first_page = journey.events.iter().find_map(|event| match &event.kind {
        EventKind::Open(url) => Some(url.clone()),
        _ => None,
    });
    let anyone = Visitor::default();
    let known = Some(before.url.clone()).filter(|_| before.page_views > 0);
    let visitor = Visitor {
        url: known.or(first_page).unwrap_or(anyone.url),
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
