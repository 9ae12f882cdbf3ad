//! Visitors to begin with: people that every marketer knows.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use crate::visitor::Visitor;

/// A typical visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Preset {
    /// On the site for the first time.
    #[default]
    FirstVisit,
    /// Often here, with a Turkish browser on a desktop computer.
    ReturningTurkish,
    /// Has read the page to its end.
    EndOfPage,
    /// About to leave: with a mouse, their pointer has left the page through its top edge.
    AboutToLeave,
    /// With a phone, from Japan.
    PhoneJapan,
    /// A customer who tries a plan out.
    Trial,
    /// Back again and again, and known to the bot.
    Loyal,
    /// Was shown this campaign an hour ago.
    JustShown,
}

impl Preset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::FirstVisit,
        Self::ReturningTurkish,
        Self::EndOfPage,
        Self::AboutToLeave,
        Self::PhoneJapan,
        Self::Trial,
        Self::Loyal,
        Self::JustShown,
    ];

    /// The key of its name's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::FirstVisit => "simulator-first-visit",
            Self::ReturningTurkish => "simulator-returning-turkish",
            Self::EndOfPage => "simulator-end-of-page",
            Self::AboutToLeave => "simulator-about-to-leave",
            Self::PhoneJapan => "simulator-phone-japan",
            Self::Trial => "simulator-trial",
            Self::Loyal => "simulator-loyal",
            Self::JustShown => "simulator-just-shown",
        }
    }

    /// The visitor, on the page `url`, at the instant `now`.
    pub fn visitor(self, url: &str, now: DateTime<Utc>) -> Visitor {
        let ago = |hours| Some(now - TimeDelta::hours(hours));
        let anyone = Visitor {
            url: url.to_owned(),
            ..Visitor::default()
        };
        let returning = Visitor {
            page_views: 6,
            visits: 24,
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
                scroll_ratio: 100.0,
                ..anyone
            },
            Self::AboutToLeave => Visitor {
                page_views: 2,
                visits: 4,
                scroll_ratio: 35.0,
                exit_screen: true,
                ..anyone
            },
            Self::PhoneJapan => Visitor {
                browser_language: "ja-JP".to_owned(),
                browser: "safari".to_owned(),
                browser_version: "18.1".to_owned(),
                device_type: "mobile".to_owned(),
                operating_system: "ios".to_owned(),
                ..anyone
            },
            Self::Trial => Visitor {
                conversation_count: 1,
                custom: attributes(&[("plan", json!("trial")), ("name", json!("Deniz"))]),
                ..returning
            },
            Self::Loyal => Visitor {
                page_views: 14,
                visits: 80,
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
                ..returning
            },
        }
    }
}

fn attributes(pairs: &[(&str, Value)]) -> Map<String, Value> {
    pairs
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect()
}
