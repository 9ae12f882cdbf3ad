//! Visitors and journeys to begin with: people whom every marketer knows, and the visits that they make. The window, the command line, the tour and
//! tests use them.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::{Event, EventKind, Journey, Visitor};

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// A typical visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, strum::VariantArray)]
pub enum VisitorPreset {
    /// On the site for the first time.
    #[default]
    FirstVisit,
    /// A frequent visitor, with a Turkish browser on a desktop computer.
    ReturningTurkish,
    /// Has read the page to its end.
    EndOfPage,
    /// About to leave: the mouse pointer has left the page through its top edge.
    AboutToLeave,
    /// With a phone, from Japan.
    PhoneJapan,
    /// A customer who is trying out a plan.
    Trial,
    /// A member of the sample shop, with things in the cart.
    Member,
    /// A frequent visitor who is known to the bot.
    Loyal,
    /// Was shown this campaign an hour ago.
    JustShown,
}

impl VisitorPreset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Returns the key of its label's text; with `-help` appended, that of its description.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::FirstVisit => "simulator-first-visit",
            Self::ReturningTurkish => "simulator-returning-turkish",
            Self::EndOfPage => "simulator-end-of-page",
            Self::AboutToLeave => "simulator-about-to-leave",
            Self::PhoneJapan => "simulator-phone-japan",
            Self::Trial => "simulator-trial",
            Self::Member => "simulator-member",
            Self::Loyal => "simulator-loyal",
            Self::JustShown => "simulator-just-shown",
        }
    }

    /// Returns its name on the command line, such as `first-visit`.
    pub fn name(self) -> &'static str {
        self.label_key().trim_start_matches("simulator-")
    }

    /// Returns the preset of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|preset| preset.name() == name)
    }

    /// Returns the visitor, on the page `url`, at the instant `now`.
    pub fn visitor(self, url: &str, now: DateTime<Utc>) -> Visitor {
        let ago = |hours| now.checked_sub_signed(TimeDelta::hours(hours));
        let anyone = Visitor {
            url: url.to_owned(),
            landing_page: url.to_owned(),
            ..Visitor::default()
        };
        let returning = Visitor {
            page_views: 6,
            visits: 24,
            sessions: 7,
            session_pages: 3,
            ..anyone.clone()
        };
        match self {
            Self::FirstVisit => anyone,
            Self::ReturningTurkish => Visitor {
                browser_language: "tr-TR".to_owned(),
                ..returning
            },
            Self::EndOfPage => Visitor {
                page_views: 2,
                visits: 5,
                session_pages: 5,
                scroll_ratio: 100.0,
                ..anyone
            },
            Self::AboutToLeave => Visitor {
                page_views: 2,
                visits: 4,
                session_pages: 4,
                scroll_ratio: 35.0,
                exit_screen: true,
                ..anyone
            },
            Self::PhoneJapan => Visitor {
                browser_language: "ja-JP".to_owned(),
                ..on_phone(anyone)
            },
            Self::Trial => Visitor {
                conversation_count: 1,
                custom: attributes(&[("plan", json!("trial")), ("name", json!("Deniz"))]),
                ..returning
            },
            Self::Member => Visitor {
                views: 1,
                conversation_count: 1,
                first_seen: ago(24 * 90),
                last_shown: ago(24 * 60),
                custom: attributes(&[
                    ("first_name", json!("Deniz")),
                    ("membership", json!("gold")),
                    ("cart_items", json!(2)),
                    ("orders", json!(3)),
                ]),
                scroll_ratio: 80.0,
                ..returning
            },
            Self::Loyal => Visitor {
                page_views: 14,
                visits: 80,
                sessions: 22,
                session_pages: 4,
                views: 3,
                clicks: 2,
                conversation_count: 7,
                first_seen: ago(24 * 40),
                last_shown: ago(24 * 9),
                custom: attributes(&[("plan", json!("pro")), ("name", json!("Maria"))]),
                ..anyone
            },
            Self::JustShown => Visitor {
                views: 1,
                first_seen: ago(1),
                last_shown: ago(1),
                last_session: returning.sessions,
                ..returning
            },
        }
    }
}

/// A typical journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, strum::VariantArray)]
pub enum JourneyPreset {
    /// Somebody comes for the first time, and looks around.
    #[default]
    FirstVisit,
    /// They close what is shown, and return a day later.
    ReturnsTomorrow,
    /// They read the page to its end.
    ReadsToEnd,
    /// They read a little, then their pointer leaves through the top.
    AboutToLeave,
    /// They come back with a phone, whose browser does not know them.
    BackOnPhone,
}

impl JourneyPreset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Returns the key of its label's text; with `-help` appended, that of its description.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::FirstVisit => "journey-first-visit",
            Self::ReturnsTomorrow => "journey-returns-tomorrow",
            Self::ReadsToEnd => "journey-reads-to-end",
            Self::AboutToLeave => "journey-about-to-leave",
            Self::BackOnPhone => "journey-back-on-phone",
        }
    }

    /// Returns its name on the command line, such as `reads-to-end`.
    pub fn name(self) -> &'static str {
        self.label_key().trim_start_matches("journey-")
    }

    /// Returns the preset of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|preset| preset.name() == name)
    }

    /// Returns the events, on the page `url`.
    pub fn events(self, url: &str) -> Vec<Event> {
        let open = || EventKind::Open(url.into());
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
            // The phone does not know what the browser at home remembers: only what happens on the phone is part of the journey.
            Self::BackOnPhone => vec![
                (0.0, open()),
                (4.0, EventKind::Scroll(25.0)),
                (9.0, EventKind::Scroll(60.0)),
                (18.0, EventKind::End),
            ],
        };
        steps.into_iter().map(|(at, kind)| Event { at, kind }).collect()
    }

    /// Returns who takes the journey, on the page `url`: a stranger with the browser, the device and the attributes of `known`; on the phone, with
    /// its browser.
    pub fn visitor(self, known: &Visitor, url: &str) -> Visitor {
        let visitor = Visitor {
            url: url.to_owned(),
            landing_page: url.to_owned(),
            browser_language: known.browser_language.clone(),
            browser: known.browser.clone(),
            browser_version: known.browser_version.clone(),
            device_type: known.device_type.clone(),
            operating_system: known.operating_system.clone(),
            custom: known.custom.clone(),
            ..Visitor::default()
        };
        match self {
            Self::BackOnPhone if known.device_type != "mobile" => on_phone(visitor),
            Self::FirstVisit | Self::ReturnsTomorrow | Self::ReadsToEnd | Self::AboutToLeave | Self::BackOnPhone => {
                visitor
            }
        }
    }

    /// Returns the whole journey of a first-time desktop visitor on the page `url`, from `start` on.
    pub fn journey(self, url: &str, start: DateTime<Utc>) -> Journey {
        Journey {
            start,
            visitor: self.visitor(&Visitor::default(), url).before_page(),
            events: self.events(url),
        }
    }
}

/// Returns the same visitor with a phone.
fn on_phone(visitor: Visitor) -> Visitor {
    Visitor {
        browser: "safari".to_owned(),
        browser_version: "18.1".to_owned(),
        device_type: "mobile".to_owned(),
        operating_system: "ios".to_owned(),
        ..visitor
    }
}

fn attributes(pairs: &[(&str, Value)]) -> Map<String, Value> {
    pairs
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://www.example.com/pricing";

    #[test]
    fn presets_are_all_different_and_found_by_their_names() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let visitors: Vec<_> = VisitorPreset::ALL
            .iter()
            .map(|preset| preset.visitor(PAGE, now))
            .collect();
        for (index, preset) in VisitorPreset::ALL.iter().copied().enumerate() {
            assert!(!visitors[..index].contains(&visitors[index]), "{preset:?}");
            assert_eq!(VisitorPreset::named(preset.name()), Some(preset));
        }
        let journeys: Vec<_> = JourneyPreset::ALL
            .iter()
            .map(|preset| preset.journey(PAGE, now))
            .collect();
        for (index, preset) in JourneyPreset::ALL.iter().copied().enumerate() {
            assert!(!journeys[..index].contains(&journeys[index]), "{preset:?}");
            assert_eq!(JourneyPreset::named(preset.name()), Some(preset));
            let text = serde_json::to_string(&journeys[index]).expect("plain data");
            assert_eq!(Journey::from_json(&text).expect("a journey file"), journeys[index]);
        }
        assert_eq!(VisitorPreset::named("nobody"), None);
    }

    #[test]
    fn the_instant_is_never_too_early_for_a_preset() {
        for preset in VisitorPreset::ALL {
            preset.visitor(PAGE, DateTime::<Utc>::MIN_UTC);
        }
    }
}
