//! The days on which anybody can see a campaign, according to its run and its date conditions.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::campaign::{Bond, Campaign, Condition, DayTest, FieldType, Group, Join, Joiner, Node};
use crate::engine::{self, Timetable};

/// The position of a day relative to the days on which a campaign can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// No date holds the campaign back.
    Open,
    /// Nobody sees it before this day.
    NotYet(NaiveDate),
    /// Nobody sees it after this day.
    Over(NaiveDate),
}

/// Returns the position of an instant relative to the days, in the campaign's zone, on which the campaign can be seen. Its run counts, and conditions
/// that every visitor has to meet: *Last shown* with a last or a first day, *First shown* with a first one.
pub fn window(campaign: &Campaign, now: DateTime<Utc>) -> Window {
    let zone = campaign.zone();
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let asked = asked_of_all(campaign, day(now));
    let runs = Timetable::of(campaign, None);
    let [from, until] = runs.run().map(|at| at.and_then(DateTime::from_timestamp_micros));
    // The last day on which it runs, where it ends at midnight, is the one before.
    let last = until
        .filter(|until| *until <= now)
        .map(|until| day(until - TimeDelta::microseconds(1)));
    let first = from.filter(|from| *from > now).map(day);
    match (asked, first, last) {
        (Window::Over(asked), _, last) => Window::Over(last.map_or(asked, |last| last.min(asked))),
        (_, _, Some(last)) => Window::Over(last),
        (Window::NotYet(asked), first, None) => Window::NotYet(first.map_or(asked, |first| first.max(asked))),
        (Window::Open, Some(first), None) => Window::NotYet(first),
        (Window::Open, None, None) => Window::Open,
    }
}

/// Returns the first and the last day, in the campaign's zone, that conditions leave which every visitor has to meet.
pub(super) fn days_asked(campaign: &Campaign) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (mut from, mut until) = (None, None);
    if !may_hold_by_activity(campaign) {
        bounds(&campaign.audience, &mut from, &mut until);
    }
    (from, until)
}

/// Does the same by the conditions alone.
fn asked_of_all(campaign: &Campaign, today: NaiveDate) -> Window {
    match days_asked(campaign) {
        (_, Some(until)) if until < today => Window::Over(until),
        (Some(from), _) if from > today => Window::NotYet(from),
        _ => Window::Open,
    }
}

/// Whether the activity is enough for the rule to hold, whatever the audience says.
fn may_hold_by_activity(campaign: &Campaign) -> bool {
    let mut conditions = campaign.activity.conditions.iter();
    campaign.activity.join() == Join::Or
        && conditions.any(|condition| !condition.muted && engine::finished(condition).is_ok())
}

fn bounds(group: &Group, from: &mut Option<NaiveDate>, until: &mut Option<NaiveDate>) {
    let one = group.children.len() == 1 && group.joiner == Joiner::Any;
    if group.muted || !(group.joiner == Joiner::All || one) {
        return;
    }
    for child in &group.children {
        match child {
            Node::Group(inner) => bounds(inner, from, until),
            Node::Saved(_) => {}
            Node::Condition(condition) => {
                let (first, last) = asked(condition).unwrap_or_default();
                *from = (*from).max(first);
                *until = [*until, last].into_iter().flatten().min();
            }
        }
    }
}

/// Returns the first and the last day that a condition leaves.
fn asked(condition: &Condition) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    if condition.muted || engine::finished(condition).is_err() {
        return None;
    }
    let day = engine::trim(condition.value.as_ref()?.as_str()?).parse().ok();
    let field = condition.field.known()?.spec();
    let present = field.bond == Bond::Present;
    if field.kind != FieldType::Date {
        return None;
    }
    match condition.operator.known()?.day_test()? {
        DayTest::On => present.then_some((day, day)),
        DayTest::OnOrLater => Some((day, None)),
        DayTest::OnOrEarlier => present.then_some((None, day)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::campaign::{FORMAT, from_json};

    #[test]
    fn only_what_every_visitor_has_to_meet_counts() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let asks =
            |field: &str, operator: &str, value: &str| json!({ "field": field, "operator": operator, "value": value });
        let from = asks("last_seen", "on_or_later", "2026-12-01");
        let until = asks("last_seen", "on_or_earlier", "2026-11-20");
        let first = asks("first_seen", "on_or_later", "2026-12-05");
        let on = asks("last_seen", "on", "2026-11-22");
        let muted = json!({ "field": "last_seen", "operator": "on", "value": "2026-12-01", "muted": true });
        let unfinished = asks("last_seen", "on", "soon");
        let scrolled = json!({ "field": "scroll_ratio", "operator": "at_least", "value": 5 });
        let (start, end) = (Window::NotYet(day("2026-12-01")), Window::Over(day("2026-11-20")));
        let table: [(Value, Value, Window); 12] = [
            (json!({ "all": [] }), json!({}), Window::Open),
            (json!({ "all": [from] }), json!({}), start),
            (json!({ "all": [until] }), json!({}), end),
            (
                json!({ "all": [{ "all": [from] }, first] }),
                json!({}),
                Window::NotYet(day("2026-12-05")),
            ),
            (json!({ "all": [{ "any": [from] }] }), json!({}), start),
            (json!({ "any": [from, first] }), json!({}), Window::Open),
            (json!({ "none": [from] }), json!({}), Window::Open),
            (json!({ "all": [on] }), json!({}), Window::Open),
            (json!({ "all": [muted, unfinished] }), json!({}), Window::Open),
            (json!({ "all": [from], "muted": true }), json!({}), Window::Open),
            (
                json!({ "all": [until] }),
                json!({ "join": "or", "conditions": [scrolled] }),
                Window::Open,
            ),
            (
                json!({ "all": [until] }),
                json!({ "join": "and", "conditions": [scrolled] }),
                end,
            ),
        ];
        for (audience, activity, expected) in table {
            let file = json!({ "format": FORMAT, "version": 1, "audience": audience, "activity": activity });
            let campaign = from_json(file.to_string().as_bytes()).expect("well formed");
            assert_eq!(window(&campaign, noon()), expected, "{file}");
        }
    }

    fn noon() -> DateTime<Utc> {
        "2026-11-22T12:00:00Z".parse().expect("an instant")
    }

    #[test]
    fn its_run_counts_too() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let (open, not_yet, over) = (Window::Open, Window::NotYet, Window::Over);
        for (from, until, asked, expected) in [
            ("2026-11-22T12:00", "2026-11-22T12:01", None, open),
            ("2026-11-22T12:01", "2026-12-01T00:00", None, not_yet(day("2026-11-22"))),
            ("2026-11-01T00:00", "2026-11-22T12:00", None, over(day("2026-11-22"))),
            ("2026-11-01T00:00", "2026-11-22T00:00", None, over(day("2026-11-21"))),
            (
                "2026-12-01T00:00",
                "2026-12-24T00:00",
                Some("2026-12-05"),
                not_yet(day("2026-12-05")),
            ),
            (
                "2026-12-06T00:00",
                "2026-12-24T00:00",
                Some("2026-12-05"),
                not_yet(day("2026-12-06")),
            ),
            (
                "2026-11-01T00:00",
                "2026-11-20T00:00",
                Some("2026-12-05"),
                over(day("2026-11-19")),
            ),
        ] {
            let condition = |day| json!({ "field": "last_seen", "operator": "on_or_later", "value": day });
            let file = json!({ "format": FORMAT, "version": 1, "audience": { "all": asked.map(condition).into_iter().collect::<Vec<_>>() },
                "schedule": { "runs": { "from": from, "until": until } } });
            let campaign = from_json(file.to_string().as_bytes()).expect("well formed");
            assert_eq!(window(&campaign, noon()), expected, "{file}");
        }
    }
}
