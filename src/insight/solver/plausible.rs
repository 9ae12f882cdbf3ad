//! Makes a found visitor more realistic where the rule leaves room: the engine is asked about every step.

use chrono::{DateTime, TimeDelta, Utc};

use super::Sighting;
use crate::campaign::Campaign;
use crate::engine::explain;
use crate::visitor::Visitor;

/// A version that each browser had at about the same time.
const VERSIONS: [(&str, &str); 6] = [
    ("chrome", "131.0.6778"),
    ("edge", "131.0.2903"),
    ("firefox", "132.0"),
    ("opera", "115.0"),
    ("safari", "18.1"),
    ("samsung_internet", "27.0"),
];

/// Corrects what nobody would believe of a visitor, as long as they still see the campaign. Given values stay untouched.
pub(super) fn made_plausible(campaign: &Campaign, near: &Visitor, mut sighting: Sighting) -> Sighting {
    for correct in [device, system, version, visits, first_page, later_page] {
        let mut corrected = sighting.visitor.clone();
        correct(near, &mut corrected);
        if corrected != sighting.visitor && explain(campaign, &corrected, sighting.at).shown {
            sighting.visitor = corrected;
        }
    }
    showings(campaign, near, &mut sighting, false);
    sighting
}

/// Moves the visitor to the first of `pages` on which they see the campaign as well, unless they are on the given page or already on one of these: a
/// page that somebody named says more than an invented one.
pub fn on_a_known_page(campaign: &Campaign, near: &Visitor, mut sighting: Sighting, pages: &[String]) -> Sighting {
    let is_known = |page: &String| *page == near.url || pages.contains(page);
    if is_known(&sighting.visitor.url) {
        return sighting;
    }
    let there = |page: &String| {
        let visitor = Visitor {
            url: page.clone(),
            ..sighting.visitor.clone()
        };
        explain(campaign, &visitor, sighting.at).shown.then_some(visitor)
    };
    if let Some(visitor) = pages.iter().find_map(there) {
        sighting.visitor = visitor;
    }
    sighting
}

/// How many minutes before the latest showing that the repeat cycle allows the first and the last one are placed; the first pair that the rule
/// allows is taken.
const AGO: [(i64, i64); 5] = [(4_300, 1_500), (1_500, 180), (200, 100), (60, 20), (2, 1)];

/// Moves showings into the past, since nobody is shown a campaign at the very second at which they return: for a visitor who had not seen it, the
/// showings lie days before, or as long before as the rule allows, or with `same_day` on the day of the first one. A single showing is both the first
/// and the last.
pub(super) fn showings(campaign: &Campaign, near: &Visitor, sighting: &mut Sighting, same_day: bool) {
    let (Some(first), Some(last)) = (sighting.visitor.first_seen, sighting.visitor.last_shown) else {
        return;
    };
    if near.views > 0 || sighting.visitor.views == 0 {
        return;
    }
    let cycle = TimeDelta::try_milliseconds((campaign.schedule.cycle_seconds() * 1e3).ceil() as i64);
    let Some(latest) = cycle.and_then(|cycle| sighting.at.checked_sub_signed(cycle)) else {
        return;
    };
    let once = sighting.visitor.views <= 1;
    let before = |minutes| latest.checked_sub_signed(TimeDelta::minutes(minutes));
    // A first showing on a separate day stays where it is.
    let settled = latest - first >= TimeDelta::hours(20);
    for (earlier, later) in AGO {
        let (Some(earlier), Some(later)) = (before(earlier), before(later)) else {
            continue;
        };
        let day = |instant: DateTime<Utc>| instant.with_timezone(&campaign.zone()).date_naive();
        if same_day && !settled && day(earlier) != day(first) {
            continue;
        }
        let first = if settled { first } else { earlier };
        let last = if once { first } else { later.max(first) };
        if shown_then(campaign, sighting, first, last) {
            return;
        }
    }
    if once && last != first {
        shown_then(campaign, sighting, first, first);
    }
}

/// Moves the showings, if the visitor still sees the campaign.
fn shown_then(campaign: &Campaign, sighting: &mut Sighting, first: DateTime<Utc>, last: DateTime<Utc>) -> bool {
    let moved = Visitor {
        first_seen: Some(first),
        last_shown: Some(last),
        ..sighting.visitor.clone()
    };
    let shown = explain(campaign, &moved, sighting.at).shown;
    if shown {
        sighting.visitor = moved;
    }
    shown
}

/// Corrects the device: Samsung's browser runs only on phones and tablets.
fn device(near: &Visitor, visitor: &mut Visitor) {
    let is_changed = visitor.browser != near.browser || visitor.device_type != near.device_type;
    if is_changed && visitor.browser == "samsung_internet" && visitor.device_type == "desktop" {
        visitor.device_type = "mobile".to_owned();
    }
}

/// Systems that each kind of device has, the likeliest first.
const SYSTEMS: [(&str, &[&str]); 3] = [
    ("desktop", &["windows", "macos", "linux", "chromeos", "other"]),
    ("mobile", &["android", "ios", "other"]),
    ("tablet", &["android", "ios", "windows", "other"]),
];

/// Corrects the system: a phone has a phone's, a desktop computer a computer's; where the rule demands the system, the device follows.
fn system(near: &Visitor, visitor: &mut Visitor) {
    let fits = |device: &str, system: &str| {
        let known = SYSTEMS.iter().find(|(known, _)| *known == device);
        known.is_none_or(|(_, systems)| systems.contains(&system))
    };
    if fits(&visitor.device_type, &visitor.operating_system) {
        return;
    }
    let (device_changed, system_changed) = (
        visitor.device_type != near.device_type,
        visitor.operating_system != near.operating_system,
    );
    if device_changed && !system_changed {
        let own = SYSTEMS.iter().find(|(device, _)| *device == visitor.device_type);
        if let Some(likeliest) = own.and_then(|(_, systems)| systems.first()) {
            (*likeliest).clone_into(&mut visitor.operating_system);
        }
    } else if system_changed && !device_changed {
        let device = SYSTEMS
            .iter()
            .find(|(_, systems)| systems.contains(&visitor.operating_system.as_str()));
        if let Some((device, _)) = device {
            (*device).clone_into(&mut visitor.device_type);
        }
    }
}

/// Corrects the version: another browser has another version.
fn version(near: &Visitor, visitor: &mut Visitor) {
    let known = VERSIONS.iter().find(|(browser, _)| *browser == visitor.browser);
    if visitor.browser != near.browser
        && visitor.browser_version == near.browser_version
        && let Some((_, version)) = known
    {
        visitor.browser_version = (*version).to_owned();
    }
}

/// Corrects the session's first page: while it has only one, that is this page.
fn first_page(_: &Visitor, visitor: &mut Visitor) {
    if visitor.session_pages <= 1 {
        visitor.url.clone_into(&mut visitor.landing_page);
    }
}

/// Corrects the session's pages: where its first page is another one, this is a later one.
fn later_page(_: &Visitor, visitor: &mut Visitor) {
    if visitor.session_pages <= 1 && visitor.landing_page != visitor.url {
        visitor.session_pages = 2;
        visitor.visits = visitor.visits.max(visitor.sessions.saturating_add(1));
    }
}

/// Corrects visits: every showing took a page, and this page is one more; in the first session, those are its pages.
fn visits(near: &Visitor, visitor: &mut Visitor) {
    let in_first_session = visitor.sessions == 1 && visitor.session_pages == visitor.visits;
    if visitor.views != near.views {
        visitor.visits = visitor.visits.max(visitor.views.saturating_add(1));
    }
    if in_first_session {
        visitor.session_pages = visitor.visits;
    }
}
