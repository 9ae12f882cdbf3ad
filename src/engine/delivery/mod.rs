//! Delivery over time as one deterministic state machine (`tests/specification/delivery.md`): events in, effects out, time as data.
//!
//! # How it decides
//!
//! - All given campaigns are live. Before the first page is opened, none qualifies.
//! - Time counts in whole microseconds from the start, so that sums of seconds never drift; effects come out in seconds again.
//! - Time passes before an event acts: what is due at the very instant of an event happens first. Each event is handled completely, including
//!   showing, before the next one, even when both have the same instant.
//! - `open` counts the page's views and the site's visits up; then the rules are asked. It begins another session where half an hour has passed in
//!   which the visitor did nothing. What comes from the visitor keeps a session alive: `input` does only that.
//! - A show happens at the instant its delay runs out, a date turns at midnight in the campaign's zone, and a repeat cycle that ends while the
//!   page is open lets the campaign qualify from that instant on.
//! - A delay keeps counting while another pop-up is visible, the chat is open, or a better-ranked campaign waits.
//! - A click with nothing visible does nothing, and neither does closing with nothing open. A click opens the chat, except on a card whose button is
//!   a link. While the chat is open nothing is shown; it stays open when the page changes, until it is closed. An open window is shown, clicked and
//!   closed like any other pop-up.
//! - A campaign qualifies while it is open ([`crate::engine::Timetable`]): within its run, and in its hours. When it opens, its delay begins; what is
//!   visible stays when it closes.
//! - While a *rest* of the site is full, the campaigns that it does not except do not qualify; it fills with each showing of one of them, and a showing
//!   makes those that wait for a full one begin their delays anew.
//! - *Quiet* begins when a click or a close removes a pop-up or the chat from the screen, and lasts from page to page; a page change that removes a
//!   pop-up does not begin it. Its end shows the candidate of that instant, if its delay is over.
//! - On a page that is none of the site's addresses, no campaign is shown; rules, delays and quiet go on all the same.
//! - While the visitor is `away` in another tab, or something has `covered` the page, nothing is shown. Both hold until the opposite happens, even
//!   when another page is opened; what is already visible stays. Delays and quiet go on meanwhile.
//! - `converse` raises the conversation count and does nothing else; `identify` merges attributes, and null removes one.
//! - `scroll` keeps the deepest point. Pages that cannot scroll are not modelled: a journey expresses them with a scroll to 100.
//! - The wall clock is the start plus the time passed, plus what it was set forward or back by ([`Delivery::set_clock`]). It does not affect delays;
//!   it does affect dates, repeat cycles, quiet and sessions. A last showing ahead of the clock counts as now: blocked for exactly one full cycle from there.
//!   The same holds for quiet and for what was done last in a session.
//! - Rank: lowest priority number, then latest launched (never launched last), then smallest id, in UTF-16 units as JavaScript compares texts. Given
//!   the same id twice, the first is better.

mod clicks;
mod elapsed;
mod machine;
mod rank;
mod session;
mod standing;
mod time;
mod view;

pub use machine::Delivery;
pub use rank::Rank;
pub(crate) use session::sessions_left;
pub use standing::{Standing, StandingState};
pub(crate) use time::{Micros, micros, seconds};

use serde::Serialize;

use crate::campaign::Campaign;
use crate::engine::SiteRules;
use crate::visitor::Journey;

/// For how long nothing is shown after a pop-up or the chat has left the screen, in seconds, unless the site sets it.
pub const QUIET: f64 = 30.0;

/// Something that the visitor sees happen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Effect {
    /// Seconds after the start.
    pub at: f64,
    /// What happens.
    pub effect: EffectKind,
    /// The id of the campaign.
    pub campaign: String,
}

/// What can happen to a pop-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EffectKind {
    /// It appears.
    Show,
    /// It goes away.
    Hide,
}

/// Returns what a visitor sees of these campaigns on a journey, in order.
///
/// ```
/// use beckon::{campaign, engine::simulate, visitor::Journey};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1, "id": "help",
///     "activity": { "conditions": [ { "field": "scroll_ratio", "operator": "at_least", "value": 50 } ] },
///     "schedule": { "message_delay": 2 } }"#)?;
/// let journey = Journey::from_json(r#"{ "start": "2026-11-22T10:00:00Z", "events": [
///     { "at": 0, "open": "https://www.example.com/" }, { "at": 3, "scroll": 60 }, { "at": 9, "close": true } ] }"#)?;
///
/// let seen: Vec<_> = simulate(&[campaign], &journey).iter().map(|effect| effect.at).collect();
/// assert_eq!(seen, [5.0, 9.0]); // It appears two seconds after the scroll, and goes when it is closed.
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn simulate(campaigns: &[Campaign], journey: &Journey) -> Vec<Effect> {
    simulate_on(campaigns, journey, &SiteRules::default())
}

/// Does the same on a site that says this of all its campaigns.
pub fn simulate_on(campaigns: &[Campaign], journey: &Journey, site: &SiteRules) -> Vec<Effect> {
    let mut delivery = Delivery::new(campaigns, &journey.visitor, journey.start).on_site(site.clone());
    journey
        .events
        .iter()
        .flat_map(|event| delivery.step(&event.kind, event.at))
        .collect()
}
