//! The days of a calendar, and what is read for them.

#![expect(clippy::disallowed_methods, reason = "the test writes the library that is read")]

use std::collections::HashMap;

use chrono_tz::Tz;

use super::*;
use crate::{library::Library, studio::testing::now};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn weeks_begin_on_mondays_and_months_on_their_first() {
    let weeks = Shown::around(Scale::Weeks, day("2026-12-24"));
    assert_eq!((weeks.first, weeks.count()), (day("2026-12-21"), 28));
    assert_eq!(weeks.moved(false).first, day("2026-12-14"));
    let months = Shown::around(Scale::Months, day("2026-12-24"));
    assert_eq!((months.first, months.count()), (day("2026-12-01"), 31 + 31 + 28));
    assert_eq!(months.moved(true).first, day("2027-01-01"));
}

#[test]
fn a_library_is_read_with_its_gaps_and_meetings() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, from: &str, until: &str| {
        let text = format!(
            r#"{{ "format": "beckon.campaign", "version": 1, "id": "0193a1b2-7c00-7000-8000-0000000000{name}", "name": "Number {name}",
                "platform": "web_messenger", "time_zone": "UTC", "audience": {{ "all": [] }},
                "content": {{ "type": "text", "text": "Hello", "user_say": "Hello" }}, "launcher_image": "current",
                "schedule": {{ "repeat_cycle": null, "message_delay": 0, "priority": {name}, "runs": {{ "from": "{from}", "until": "{until}" }} }} }}"#
        );
        std::fs::write(folder.path().join(format!("{name}.campaign.json")), text).expect("written");
    };
    file("11", "2026-12-01T00:00", "2026-12-05T00:00");
    file("12", "2026-12-03T09:00", "2026-12-10T00:00");
    std::fs::write(
        folder.path().join("draft.campaign.json"),
        r#"{ "format": "beckon.campaign", "version": 1 }"#,
    )
    .expect("written");
    let key = Key {
        shown: Shown::around(Scale::Weeks, day("2026-12-01")),
        listing: 1,
        revision: 1,
        site: 1,
        today: day("2026-11-22"),
        language: Language::ENGLISH,
    };
    let mut planner = Planner::default();
    let start = planner.begin(key).expect("a job");
    let read = read_calendar(Task {
        library: Library::open(folder.path()).expect("a library"),
        open: HashMap::new(),
        statuses: HashMap::new(),
        site: (crate::campaign::Look::default(), None),
        zone: Tz::UTC,
        now: now(),
        start,
    });
    assert!(planner.take(read).is_none());
    let (shown, plan) = planner.plan();
    assert_eq!(shown, Some(key.shown));
    // The thirtieth of November is the first day.
    let spans: Vec<_> = plan
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.spans.clone()))
        .collect();
    assert_eq!(spans, [("Number 11", vec![(1, 4)]), ("Number 12", vec![(3, 9)])]);
    assert_eq!(plan.unready, 1);
    let said = |lines: &[Line]| lines.iter().map(|line| line.message.clone()).collect::<Vec<_>>();
    assert_eq!(
        said(&plan.gaps),
        [
            "No campaign runs on 30 November 2026.",
            "No campaign runs from 10 December 2026 to 27 December 2026."
        ]
    );
    assert_eq!(
        said(&plan.clashes),
        [
            "“Number 11” and “Number 12” can meet the same visitor from 3 December 2026 to 4 December 2026; “Number 11” goes first."
        ]
    );
}
