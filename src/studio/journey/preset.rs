//! Journeys to begin with: visits that every marketer knows, on the page that the open campaign asks for.

use crate::{
    studio::simulated::SimulatedVisitor,
    visitor::{Event, EventKind, Visitor},
};

use super::timeline::{DAY, Timeline};

/// A typical journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum JourneyPreset {
    /// Somebody comes for the first time, and looks around.
    #[default]
    FirstVisit,
    /// They close what is shown, and come back a day later.
    ReturnsTomorrow,
    /// They read the page to its end.
    ReadsToEnd,
    /// They read a little, then their pointer leaves through the top.
    AboutToLeave,
    /// They come back with a phone: to its browser they are a stranger.
    BackOnPhone,
}

impl JourneyPreset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::FirstVisit,
        Self::ReturnsTomorrow,
        Self::ReadsToEnd,
        Self::AboutToLeave,
        Self::BackOnPhone,
    ];

    /// The key of its name's text; with `-help` behind it, that of what it shows.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::FirstVisit => "journey-first-visit",
            Self::ReturnsTomorrow => "journey-returns-tomorrow",
            Self::ReadsToEnd => "journey-reads-to-end",
            Self::AboutToLeave => "journey-about-to-leave",
            Self::BackOnPhone => "journey-back-on-phone",
        }
    }

    /// The steps, on the page `url`.
    pub fn steps(self, url: &str) -> Timeline {
        let open = || EventKind::Open(url.to_owned());
        let steps = match self {
            Self::FirstVisit => vec![(0.0, open()), (6.0, EventKind::Scroll(30.0)), (15.0, EventKind::End)],
            Self::ReturnsTomorrow => vec![
                (0.0, open()),
                (5.0, EventKind::Scroll(50.0)),
                (12.0, EventKind::Close),
                (15.0, EventKind::End),
                (15.0 + DAY, open()),
                (20.0 + DAY, EventKind::Scroll(50.0)),
                (30.0 + DAY, EventKind::End),
            ],
            Self::ReadsToEnd => vec![
                (0.0, open()),
                (4.0, EventKind::Scroll(25.0)),
                (8.0, EventKind::Scroll(50.0)),
                (12.0, EventKind::Scroll(75.0)),
                (16.0, EventKind::Scroll(100.0)),
                (25.0, EventKind::End),
            ],
            Self::AboutToLeave => vec![
                (0.0, open()),
                (5.0, EventKind::Scroll(35.0)),
                (12.0, EventKind::Exit),
                (20.0, EventKind::End),
            ],
            // What the browser at home remembers is not known to the phone: only what happens there is a part of the journey.
            Self::BackOnPhone => vec![
                (0.0, open()),
                (4.0, EventKind::Scroll(25.0)),
                (9.0, EventKind::Scroll(60.0)),
                (18.0, EventKind::End),
            ],
        };
        Timeline::new(steps.into_iter().map(|(at, kind)| Event { at, kind }).collect())
    }

    /// Who takes the journey: whoever is simulated, with nothing remembered of them yet; on the phone, with its browser.
    pub fn visitor(self, simulated: &SimulatedVisitor, url: &str) -> SimulatedVisitor {
        let stranger = Visitor::default();
        let known = &simulated.visitor;
        let mut visitor = Visitor {
            url: url.to_owned(),
            browser_language: known.browser_language.clone(),
            browser: known.browser.clone(),
            browser_version: known.browser_version.clone(),
            device_type: known.device_type.clone(),
            operating_system: known.operating_system.clone(),
            custom: known.custom.clone(),
            ..stranger
        };
        if self == Self::BackOnPhone && known.device_type != "mobile" {
            "safari".clone_into(&mut visitor.browser);
            "18.1".clone_into(&mut visitor.browser_version);
            "mobile".clone_into(&mut visitor.device_type);
            "ios".clone_into(&mut visitor.operating_system);
        }
        let same = visitor == *known;
        SimulatedVisitor {
            visitor,
            at: simulated.at,
            preset: simulated.preset.filter(|_| same),
        }
    }
}
