//! Descriptions of what a launch would change: one sentence per change, and the live value next to the draft's.

mod condition;
mod site;
mod words;

#[cfg(test)]
mod tests;

use serde_json::Value;

pub use site::site_sides;

use super::summary::cycle_words;
use super::text::word;
use super::timetable::{clock, hours_of};
use super::{Language, Sentence, label, language_label, look, number};
use crate::campaign::{CycleUnit, Joiner, OpenHours, RepeatCycle, Word, run_time};
use crate::insight::{Change, ChangeKind, ChangedPart};

/// Longest text of a campaign that is shown whole, in characters as a person counts them.
const LONGEST_TEXT: usize = 300;

/// A change as two columns show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// What differs: `Title`, `Added`, `Changed`.
    pub what: String,
    /// What is live; `None` when that side has nothing to show.
    pub live: Option<Sentence>,
    /// What the draft says.
    pub draft: Option<Sentence>,
}

/// Describes a change in one sentence without a full stop: `Title: “Need a hand?” → “Hello”`.
pub fn change(change: &Change, language: Language) -> Sentence {
    sides(change, language).sentence()
}

impl Sides {
    /// Returns it in one sentence without a full stop.
    pub fn sentence(&self) -> Sentence {
        let what = Sentence::plain(&self.what);
        match (&self.live, &self.draft) {
            (Some(live), Some(draft)) => Sentence::fill("{}: {} → {}", &[&what, live, draft]),
            (Some(only), None) | (None, Some(only)) => Sentence::fill("{}: {}", &[&what, only]),
            (None, None) => what,
        }
    }
}

/// Describes a change with the live value next to the draft's.
pub fn sides(change: &Change, language: Language) -> Sides {
    let node = |node| condition::node(node, language);
    let (what, live, draft) = match &change.kind {
        ChangeKind::Part { part, live, draft } => return part_sides(part, live.as_ref(), draft.as_ref(), language),
        ChangeKind::Join { live, draft } => {
            let said = |join: &crate::campaign::Join| Sentence::strong(words::join(*join, language));
            (word(language, "change-join"), Some(said(live)), Some(said(draft)))
        }
        ChangeKind::Joiner { live, draft } => {
            let what = if change.pointer == "/audience" {
                word(language, "change-audience")
            } else {
                word(language, "change-group")
            };
            let said = |joiner: &Joiner| Sentence::strong(words::joiner(*joiner, language));
            (what, Some(said(live)), Some(said(draft)))
        }
        ChangeKind::Added(added) => (word(language, "change-added"), None, Some(node(added))),
        ChangeKind::Removed(removed) => (word(language, "change-removed"), Some(node(removed)), None),
        ChangeKind::Moved(moved) => (word(language, "change-moved"), None, Some(node(moved))),
        ChangeKind::Changed { live, draft } => {
            let (from, to) = (
                condition::condition(live, language),
                condition::condition(draft, language),
            );
            if from == to {
                return Sides {
                    what: word(language, "change-unknown-in").to_owned(),
                    live: None,
                    draft: Some(to),
                };
            }
            (word(language, "change-changed"), Some(from), Some(to))
        }
    };
    Sides {
        what: what.to_owned(),
        live,
        draft,
    }
}

fn part_sides(part: &ChangedPart, live: Option<&Value>, draft: Option<&Value>, language: Language) -> Sides {
    if let ChangedPart::InLanguage { tag, part } = part {
        let sides = part_sides(part, live, draft, language);
        let what = super::text::say(
            language,
            "change-in-language",
            &[("language", &language_label(tag, language)), ("part", &sides.what)],
        );
        return Sides { what, ..sides };
    }
    let what = if let ChangedPart::Unknown(key) = part {
        format!("“{}”", number::tidy(key))
    } else {
        words::words_of(part, language).to_owned()
    };
    let written = |value: Option<&Value>| part_value(part, value, language).unwrap_or_else(|| raw(value, language));
    let (mut from, mut to) = (written(live), written(draft));
    if matches!(
        part,
        ChangedPart::Picture | ChangedPart::DensePicture | ChangedPart::LauncherImage
    ) {
        (from, to) = pictures_apart(from, to, language);
    }
    if from == to {
        (from, to) = (raw(live, language), raw(draft, language));
    }
    Sides {
        what,
        live: Some(from),
        draft: Some(to),
    }
}

/// Pictures have no names that people know.
fn pictures_apart(live: Sentence, draft: Sentence, language: Language) -> (Sentence, Sentence) {
    if live == draft {
        return (live, Sentence::plain(word(language, "change-another-picture")));
    }
    (live, draft)
}

/// Describes a part; `None` for what can only be shown as the file holds it.
fn part_value(part: &ChangedPart, value: Option<&Value>, language: Language) -> Option<Sentence> {
    let text = value.and_then(Value::as_str);
    Some(match part {
        ChangedPart::Text(_) => match text.filter(|text| !text.is_empty()) {
            Some(text) => quoted(text),
            None => Sentence::plain(word(language, "change-empty")),
        },
        ChangedPart::Platform if text == Some("web_messenger") => Sentence::plain("Web Messenger"),
        ChangedPart::TimeZone | ChangedPart::Platform => Sentence::value(&number::tidy(text?)),
        ChangedPart::ContentType => Sentence::strong(match text? {
            "rich" => word(language, "change-rich"),
            "text" => word(language, "change-bubble"),
            "open_window" => word(language, "change-open-window"),
            _ => return None,
        }),
        ChangedPart::Picture | ChangedPart::DensePicture => Sentence::plain(if text.is_some() {
            word(language, "change-picture")
        } else {
            word(language, "change-no-picture")
        }),
        ChangedPart::ButtonAction => return action(value?, language),
        ChangedPart::Replies => replies(value, language),
        ChangedPart::RepeatCycle => return cycle(value, language),
        ChangedPart::MessageDelay => match value.map_or(Some(0.0), Value::as_f64)? {
            0.0 => Sentence::strong(word(language, "change-at-once")),
            delay => Sentence::strong(&number::seconds(delay, language)),
        },
        ChangedPart::ClosesAfter => match value {
            None | Some(Value::Null) => Sentence::strong(word(language, "change-never")),
            Some(after) => Sentence::strong(&number::seconds(after.as_f64()?, language)),
        },
        ChangedPart::RunsFrom | ChangedPart::RunsUntil => match text {
            Some(time) => Sentence::strong(&clock(run_time(time)?, language)),
            None => Sentence::plain(word(language, "change-not-set")),
        },
        ChangedPart::Hours => return changed_hours(value, language),
        ChangedPart::HoursIn => Sentence::plain(match text {
            None | Some("campaign") => word(language, "change-hours-in-campaign"),
            Some("visitor") => word(language, "change-hours-in-visitor"),
            Some(_) => return None,
        }),
        ChangedPart::OnlyInHours => {
            let only = value.and_then(Value::as_bool).unwrap_or_default();
            Sentence::plain(number::yes_no(only, language))
        }
        ChangedPart::Priority => {
            let Value::Number(priority) = value? else {
                return None;
            };
            Sentence::strong(&number::number(priority, language))
        }
        ChangedPart::LauncherImage => match (text, value) {
            (Some("current"), _) => Sentence::plain(word(language, "change-current")),
            (Some("bot_profile"), _) => Sentence::plain(word(language, "change-bot-profile")),
            (_, Some(Value::Object(_))) => Sentence::plain(word(language, "change-picture")),
            _ => return None,
        },
        ChangedPart::Look(key) => match value {
            Some(value) => Sentence::value(&look::look_value(*key, value, language)?),
            None => Sentence::plain(word(language, "change-as-the-site")),
        },
        ChangedPart::Language => match text {
            Some(tag) => Sentence::strong(&language_label(tag, language)),
            None => Sentence::plain(word(language, "change-as-the-site")),
        },
        ChangedPart::InLanguage { part, .. } => return part_value(part, value, language),
        ChangedPart::Unknown(_) => return None,
    })
}

fn action(value: &Value, language: Language) -> Option<Sentence> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    if let Some(message) = text("message") {
        return Some(Sentence::of_text(
            language,
            "change-say",
            &[("message", &quoted(message))],
        ));
    }
    let link = Sentence::value(&number::tidy_to(text("link")?, LONGEST_TEXT));
    Some(Sentence::of_text(language, "change-open", &[("link", &link)]))
}

/// Lists the quick replies, each with what it does where that is written.
fn replies(value: Option<&Value>, language: Language) -> Sentence {
    let one = |reply: &Value| {
        let name = quoted(reply.get("name").and_then(Value::as_str).unwrap_or_default());
        match reply.get("action").and_then(|value| action(value, language)) {
            Some(action) => Sentence::fill("{} ({})", &[&name, &action]),
            None => name,
        }
    };
    let all: Vec<Sentence> = value.and_then(Value::as_array).into_iter().flatten().map(one).collect();
    match all.is_empty() {
        true => Sentence::plain(word(language, "change-no-replies")),
        false => Sentence::list(&all, ", ", ", "),
    }
}

fn changed_hours(value: Option<&Value>, language: Language) -> Option<Sentence> {
    let text = |hours: &Value, key: &str| hours.get(key).and_then(Value::as_str).map(str::to_owned);
    let read = |hours: &Value| OpenHours {
        days: hours
            .get("days")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(Word::from_id)
            .collect(),
        from: text(hours, "from"),
        until: text(hours, "until"),
        ..OpenHours::default()
    };
    let all: Vec<OpenHours> = value
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(read)
        .collect();
    match all.is_empty() {
        true => Some(Sentence::strong(word(language, "change-any-hour"))),
        false => hours_of(&all, language),
    }
}

fn cycle(value: Option<&Value>, language: Language) -> Option<Sentence> {
    let value = match value {
        None | Some(Value::Null) => return Some(Sentence::strong(word(language, "change-every-page-view"))),
        Some(value) => value,
    };
    let cycle = RepeatCycle {
        every: value.get("every").and_then(Value::as_number).cloned(),
        unit: Word::<CycleUnit>::from_id(value.get("unit")?.as_str()?),
        ..RepeatCycle::default()
    };
    cycle_words(&cycle, language)
}

/// Writes a value as the file holds it, where nothing better is known.
fn raw(value: Option<&Value>, language: Language) -> Sentence {
    match value {
        None | Some(Value::Null) => Sentence::plain(word(language, "change-not-set")),
        Some(value) => Sentence::value(&number::tidy_to(&value.to_string(), LONGEST_TEXT)),
    }
}

fn quoted(text: &str) -> Sentence {
    Sentence::value(&format!("“{}”", number::tidy_to(text, LONGEST_TEXT)))
}

/// Returns the name of a joiner for a group.
fn joined(joiner: Joiner, language: Language) -> &'static str {
    label::joiner_label(joiner, language)
}
