//! The status of a campaign on the site, in one sentence that continues a verdict.

use chrono::NaiveDate;

use super::text::say;
use super::{Language, number};

/// The status of a campaign on the site, which decides whether a visitor who would be shown it is shown it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LiveState {
    /// Not on the site.
    Draft,
    /// On the site, in its present version.
    Live,
    /// On the site in the version that was launched last, which differs.
    Changed,
    /// Kept off the site for now.
    Paused,
    /// On the site, but shown to nobody before this day.
    Scheduled(NaiveDate),
    /// On the site, but shown to nobody after this day, which is over.
    Ended(NaiveDate),
    /// The last change, perhaps a launch, has not reached the site yet.
    Waiting,
    /// The site's server refused the last change.
    Refused,
    /// Somebody else changed it on the site's server, and one of the versions has to be chosen.
    Conflict,
}

impl LiveState {
    /// Returns one of each, for callers that handle all of them.
    pub fn all(day: NaiveDate) -> [LiveState; 9] {
        use LiveState::*;
        [
            Draft,
            Live,
            Changed,
            Paused,
            Scheduled(day),
            Ended(day),
            Waiting,
            Refused,
            Conflict,
        ]
    }
}

/// Describes the status of a campaign, and what to do about it, in one sentence.
pub fn live(state: LiveState, language: Language) -> String {
    let (key, day) = match state {
        LiveState::Draft => ("live-draft", None),
        LiveState::Live => ("live-live", None),
        LiveState::Changed => ("live-changed", None),
        LiveState::Paused => ("live-paused", None),
        LiveState::Scheduled(from) => ("live-scheduled", Some(from)),
        LiveState::Ended(until) => ("live-ended", Some(until)),
        LiveState::Waiting => ("live-waiting", None),
        LiveState::Refused => ("live-refused", None),
        LiveState::Conflict => ("live-conflict", None),
    };
    let day = day.map(|day| number::date(day, language)).unwrap_or_default();
    say(language, key, &[("day", &day)])
}
