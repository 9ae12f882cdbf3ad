//! What a website's visitors can read: the list of live campaigns, the same from a backend and in a folder for a static host
//! (`tests/specification/campaign-file.md`, what a launch sends).
//!
//! It is an allow-list. Every part of a campaign is listed here with the decision whether visitors get it; anything undecided is withheld: no name,
//! no note, no key that this version does not know.

use std::cmp::Reverse;

use chrono::DateTime;
use serde_json::{Map, Value, json};

use super::language::spoken_tag;
use super::{
    Activity, Button, Campaign, Condition, Content, Element, Extras, Field, FieldType, Group, LauncherImage, Node,
    OpenHours, RepeatCycle, ReplyPlace, Runs, Schedule, SiteDocument, Translation, Word, run_time, to_value,
};

/// The value of the list's key `format`.
pub const LIVE_FORMAT: &str = "beckon.live";
/// The version of the list that this program writes.
pub const LIVE_VERSION: u64 = 1;

/// The keys of a campaign that visitors can read, in the order of the file.
const KEYS: [&str; 11] = [
    "format",
    "version",
    "id",
    "time_zone",
    "audience",
    "activity",
    "content",
    "look",
    "schedule",
    "launcher_image",
    // It decides between equal priorities.
    "launched_at",
];

/// Returns the list that a website's widget reads: these campaigns as launched, best first, and what holds for all of them, without what only their
/// makers need.
pub fn live_list(campaigns: &[Campaign], site: Option<&SiteDocument>) -> Value {
    let mut ranked: Vec<&Campaign> = campaigns.iter().collect();
    ranked.sort_by_cached_key(|campaign| {
        (
            campaign.schedule.rank(),
            Reverse(launched(campaign)),
            campaign.id.clone(),
        )
    });
    let listed: Vec<Value> = ranked.into_iter().map(listed).collect();
    let mut list = json!({ "format": LIVE_FORMAT, "version": LIVE_VERSION });
    if let Some(site) = site {
        list["site"] = site.for_visitors();
    }
    list["campaigns"] = listed.into();
    list
}

/// Returns whether visitors can notice no difference between two campaigns launched at the same instant under the same identity.
pub fn looks_alike(one: &Campaign, other: &Campaign) -> bool {
    let [one, other] = [one, other].map(|campaign| {
        let mut seen = campaign.clone();
        seen.id.clear();
        seen.launched_at = None;
        listed(&seen)
    });
    one == other
}

/// Returns a campaign as the list holds it.
fn listed(campaign: &Campaign) -> Value {
    let Value::Object(mut all) = to_value(&campaign.for_launch().for_visitors()) else {
        return Value::Null;
    };
    let public = KEYS
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), all.get_mut(*key)?.take())));
    Value::Object(public.collect::<Map<_, _>>())
}

/// Returns when it was launched, in milliseconds; `None`, which sorts as earliest, when never or unreadable.
fn launched(campaign: &Campaign) -> Option<i64> {
    let at = DateTime::parse_from_rfc3339(campaign.launched_at.as_deref()?).ok()?;
    Some(at.timestamp_millis())
}

impl Campaign {
    /// Returns this campaign without what visitors cannot read. Muted nodes stay, so that every place remains the same.
    ///
    /// Every part is named here and below, so that none is published by oversight.
    pub fn for_visitors(&self) -> Campaign {
        let Campaign {
            id,
            name: _,
            labels: _,
            platform: _,
            time_zone,
            audience,
            activity,
            content,
            look,
            schedule,
            launcher_image,
            launched_at,
            expectations: _,
            extras: _,
        } = self;
        let unresolved = audience.unresolved().is_some();
        Campaign {
            id: id.clone(),
            name: String::new(),
            labels: Vec::new(),
            platform: Word::Missing,
            time_zone: time_zone
                .clone()
                .filter(|zone| zone.trim().parse::<chrono_tz::Tz>().is_ok()),
            audience: match unresolved {
                // Visitors never get what is not known here.
                true => Group::nobody().clone(),
                false => public_group(audience),
            },
            activity: match unresolved {
                true => Activity::default(),
                false => public_activity(activity),
            },
            content: public_content(content),
            look: look.possible(),
            schedule: public_schedule(schedule),
            launcher_image: launcher_image
                .clone()
                .filter(|image| !matches!(image, LauncherImage::Unknown(_))),
            launched_at: launched_at
                .clone()
                .filter(|at| DateTime::parse_from_rfc3339(at).is_ok()),
            expectations: Vec::new(),
            extras: Extras::default(),
        }
    }
}

fn public_group(group: &Group) -> Group {
    let Group {
        joiner,
        children,
        muted,
        extras: _,
    } = group;
    let public = |node: &Node| match node {
        Node::Group(inner) => Node::Group(public_group(inner)),
        Node::Condition(condition) => Node::Condition(public_condition(condition)),
        // A muted one: others leave nobody, below.
        Node::Saved(_) => Node::Group(Group {
            muted: true,
            ..Group::default()
        }),
    };
    Group {
        joiner: *joiner,
        children: children.iter().map(public).collect(),
        muted: *muted,
        extras: Extras::default(),
    }
}

fn public_condition(condition: &Condition) -> Condition {
    let Condition {
        field,
        key,
        operator,
        value,
        muted,
        extras: _,
    } = condition;
    let keyed = field.known().is_some_and(|field| field.spec().kind.has_keys());
    Condition {
        field: public_word(field),
        key: key.clone().filter(|_| keyed),
        operator: public_word(operator),
        value: value.clone().filter(|value| is_comparable(value, field.known())),
        muted: *muted,
        extras: Extras::default(),
    }
}

/// Returns whether a condition can be compared with a value: a text, a number, yes or no, a list of those, or an element of a page where the field is
/// about one. Anything else may hold notes.
fn is_comparable(value: &Value, field: Option<Field>) -> bool {
    match value {
        _ if field.is_some_and(|field| field.spec().kind == FieldType::Element) => Element::of(value).is_some(),
        Value::Array(items) => items.iter().all(|item| !item.is_array() && !item.is_object()),
        Value::Object(_) => false,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

fn public_activity(activity: &Activity) -> Activity {
    let Activity {
        join,
        conditions,
        extras: _,
    } = activity;
    Activity {
        join: public_word(join),
        conditions: conditions.iter().map(public_condition).collect(),
        extras: Extras::default(),
    }
}

fn public_content(content: &Content) -> Content {
    let Content {
        kind,
        title,
        subtitle,
        image,
        image_dense,
        image_alt,
        button,
        text,
        user_say,
        replies,
        // Only previews show it.
        preview_reply: _,
        language,
        // Prepared by the content itself: what replaces one of its parts.
        translations: _,
        extras: _,
    } = content;
    Content {
        kind: public_word(kind),
        title: title.clone(),
        subtitle: subtitle.clone(),
        image: image.clone(),
        image_dense: image.as_ref().and(image_dense.clone()),
        image_alt: image_alt.clone(),
        button: button.as_ref().map(public_button),
        text: text.clone(),
        user_say: user_say.clone(),
        replies: replies.iter().take(ReplyPlace::ALL.len()).map(public_button).collect(),
        preview_reply: None,
        language: language.as_deref().and_then(spoken_tag),
        translations: public_translations(content),
        extras: Extras::default(),
    }
}

fn public_translations(content: &Content) -> Vec<Translation> {
    let readable = |translation: Translation| Translation {
        texts: Content {
            preview_reply: None,
            ..translation.texts
        },
        ..translation
    };
    content.public_translations().into_iter().map(readable).collect()
}

fn public_button(button: &Button) -> Button {
    let Button {
        name,
        action,
        extras: _,
        action_extras: _,
    } = button;
    Button {
        name: name.clone(),
        action: action.clone(),
        extras: Extras::default(),
        action_extras: Extras::default(),
    }
}

fn public_schedule(schedule: &Schedule) -> Schedule {
    let Schedule {
        repeat_cycle,
        message_delay,
        closes_after,
        runs,
        hours,
        hours_in,
        only_in_hours,
        priority,
        extras: _,
    } = schedule;
    let cycle = |RepeatCycle { every, unit, extras: _ }: &RepeatCycle| RepeatCycle {
        every: every.clone(),
        unit: public_word(unit),
        extras: Extras::default(),
    };
    Schedule {
        repeat_cycle: repeat_cycle.as_ref().map(cycle),
        message_delay: message_delay.clone(),
        closes_after: closes_after.clone(),
        runs: runs.as_ref().map(public_runs),
        hours: hours.iter().filter_map(public_hours).collect(),
        hours_in: public_word(hours_in),
        only_in_hours: *only_in_hours,
        priority: priority.clone(),
        extras: Extras::default(),
    }
}

fn public_runs(runs: &Runs) -> Runs {
    let Runs { from, until, extras: _ } = runs;
    let readable = |time: &Option<String>| time.clone().filter(|time| run_time(time).is_some());
    Runs {
        from: readable(from),
        until: readable(until),
        extras: Extras::default(),
    }
}

/// Returns hours that are finished; others take no part.
pub(super) fn public_hours(hours: &OpenHours) -> Option<OpenHours> {
    let OpenHours {
        days: _,
        from,
        until,
        extras: _,
    } = hours;
    hours.times()?;
    Some(OpenHours {
        days: hours.weekdays().map(Word::Known).collect(),
        from: from.clone(),
        until: until.clone(),
        extras: Extras::default(),
    })
}

/// Returns a word of the file format if this version knows it; unknown words may hold anything.
fn public_word<T: Clone>(word: &Word<T>) -> Word<T> {
    match word {
        Word::Known(known) => Word::Known(known.clone()),
        Word::Missing | Word::Unknown(_) => Word::Missing,
    }
}
