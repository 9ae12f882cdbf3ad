//! How two simulated visitors differ, by the names that the panel gives their values.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::written;
use super::{SimulatedVisitor, instant};
use crate::{
    campaign::{CAMPAIGN_COUNTS, Field},
    wording::{choice_label, text::Text, value_label},
};

/// The values of `after` that `before` does not have, each as name and value. The instant is left out.
pub fn changes(before: &SimulatedVisitor, after: &SimulatedVisitor, zone: Tz, text: &Text) -> Vec<String> {
    let never = || text.t("simulator-never");
    let past = |at: Option<DateTime<Utc>>| at.map_or_else(never, |at| instant::write(at, zone));
    let word = |field, id: &str| choice_label(field, id, text.language());
    let (old, new) = (&before.visitor, &after.visitor);
    let scrolled = |ratio: f64| format!("{} %", ratio.round());
    let yes = |yes: bool| text.t(if yes { "advice-yes" } else { "advice-no" });
    let counts = CAMPAIGN_COUNTS.map(|field| {
        let name = value_label(field, text.language()).to_owned();
        (name, old.count(field).to_string(), new.count(field).to_string())
    });
    let values = [
        ("simulator-page", old.url.clone(), new.url.clone()),
        (
            "simulator-page-views",
            old.page_views.to_string(),
            new.page_views.to_string(),
        ),
        ("simulator-visits", old.visits.to_string(), new.visits.to_string()),
        (
            "simulator-conversations",
            old.conversation_count.to_string(),
            new.conversation_count.to_string(),
        ),
        (
            "simulator-language",
            old.browser_language.clone(),
            new.browser_language.clone(),
        ),
        (
            "simulator-device",
            word(Field::DeviceType, &old.device_type),
            word(Field::DeviceType, &new.device_type),
        ),
        (
            "simulator-system",
            word(Field::OperatingSystem, &old.operating_system),
            word(Field::OperatingSystem, &new.operating_system),
        ),
        (
            "simulator-browser",
            word(Field::Browser, &old.browser),
            word(Field::Browser, &new.browser),
        ),
        (
            "simulator-version",
            old.browser_version.clone(),
            new.browser_version.clone(),
        ),
        (
            "simulator-scrolled",
            scrolled(old.scroll_ratio),
            scrolled(new.scroll_ratio),
        ),
        ("simulator-leaving", yes(old.exit_screen), yes(new.exit_screen)),
        ("simulator-first-seen", past(old.first_seen), past(new.first_seen)),
        ("simulator-last-shown", past(old.last_shown), past(new.last_shown)),
        ("simulator-quiet-until", past(old.quiet_until), past(new.quiet_until)),
    ];
    let values = values.map(|(key, old, new)| (text.t(key), old, new));
    let mut lines: Vec<String> = values
        .into_iter()
        .chain(counts)
        .filter(|(_, old, new)| old != new)
        .map(|(name, _, new)| format!("{name} {new}"))
        .collect();
    let given = new.custom.iter().filter(|(key, now)| old.custom.get(*key) != Some(now));
    lines.extend(given.map(|(key, now)| format!("{key} “{}”", written(now))));
    let gone = old.custom.keys().filter(|key| !new.custom.contains_key(*key));
    lines.extend(gone.map(|key| format!("{key} {}", text.t("advice-missing"))));
    lines
}
