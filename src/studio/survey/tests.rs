//! One survey at a time, the newest question waits, and how competing campaigns appear on the page.

use std::path::Path;

use super::{lines::Lines, work::File, *};
use crate::{
    campaign::{Group, from_json},
    insight::{Overlap, Overlaps, RankReason, Shadowed, Sighting},
    studio::session::Touched,
    wording::text::Text,
};

fn key(revision: u64) -> Key {
    Key {
        listing: 1,
        revision,
        touched: 0,
        site: 0,
        shown: false,
        day: NaiveDate::default(),
        language: Language::ENGLISH,
    }
}

fn surveyed(revision: u64, campaigns: usize) -> Surveyed {
    Surveyed {
        key: key(revision),
        report: Report {
            campaigns,
            ..Report::default()
        },
        memory: Memory::default(),
    }
}

#[test]
fn an_answer_that_came_too_late_leaves_the_last_one() {
    let mut survey = Survey::default();
    let first = survey.begin(key(1)).expect("nothing is being done");
    assert!(survey.begin(key(1)).is_none() && !first.stop.is_set());
    assert!(survey.take(surveyed(1, 1)).is_none());
    assert!(survey.begin(key(1)).is_none(), "it is answered");
    let second = survey.begin(key(2)).expect("something newer");
    assert!(survey.begin(key(3)).is_none(), "one at a time");
    assert!(second.stop.is_set(), "nobody wants it any more");
    let third = survey.take(surveyed(2, 2)).expect("what waited is started");
    assert_eq!((survey.report().campaigns, third.key), (1, key(3)));
    assert!(survey.take(surveyed(3, 3)).is_none());
    assert_eq!((survey.report().campaigns, survey.is_working()), (3, false));
}

#[test]
fn a_stopped_task_answers_nothing_even_if_its_question_is_asked_again() {
    let mut survey = Survey::default();
    survey.begin(key(1)).expect("nothing is being done");
    assert!(survey.begin(key(2)).is_none());
    assert!(survey.begin(key(1)).is_none());
    let again = survey.take(surveyed(1, 0)).expect("it is incomplete");
    assert_eq!((survey.is_there(), again.key), (false, key(1)));
    assert!(survey.take(surveyed(1, 5)).is_none());
    assert_eq!(survey.report().campaigns, 5);
}

#[test]
fn a_task_that_broke_off_says_nothing_of_the_library() {
    let mut survey = Survey::default();
    survey.begin(key(1)).expect("nothing is being done");
    survey.give_up(&key(1));
    assert!(!survey.is_there(), "nothing was found out");
    assert!(
        !survey.is_working() && survey.begin(key(1)).is_none(),
        "it would break off again"
    );
    survey.begin(key(2)).expect("something newer");
    survey.take(surveyed(2, 2));
    assert!(survey.is_there());
    survey.begin(key(3)).expect("something newer");
    assert!(survey.begin(key(4)).is_none());
    let next = survey.give_up(&key(3)).expect("what waited is started");
    assert_eq!(next.key, key(4));
    assert_eq!(survey.report().campaigns, 2, "the last report stays");
}

fn file(name: &str, priority: u64) -> File {
    let text = format!(
        r#"{{ "format": "beckon.campaign", "version": 1, "name": "{name}", "schedule": {{ "priority": {priority} }} }}"#
    );
    File {
        path: format!("{name}.campaign.json").into(),
        name: name.to_owned(),
        campaign: from_json(text.as_bytes()).expect("well formed"),
        written: Group::default(),
        touched: Touched::default(),
    }
}

#[test]
fn a_pair_leads_to_the_loser_and_to_the_visitor_as_the_winner_knows_them() {
    let files = [file("Late", 2), file("Early", 1)];
    let [for_a, for_b] = [1, 2].map(|visits| Visitor {
        visits,
        ..Visitor::default()
    });
    let overlap = Overlap {
        a: 0,
        b: 1,
        sighting: Sighting {
            visitor: for_a,
            at: DateTime::UNIX_EPOCH,
        },
        other: Some(Box::new(for_b.clone())),
        winner: 1,
        why: RankReason::Priority,
    };
    let shadowed = Shadowed {
        loser: 0,
        by: vec![1],
        rests: true,
    };
    let text = Text::new(Language::ENGLISH);
    let mut lines = Lines::new(&text);
    let overlaps = Overlaps {
        pairs: vec![overlap],
        shadowed: vec![shadowed],
        unsure: vec![(0, 1)],
    };
    lines.overlaps(&files.each_ref(), &overlaps, &crate::engine::SiteRules::default());
    let report = lines.done(2);
    let [never, meets] = report.lines.as_slice() else {
        panic!("two lines: {report:?}")
    };
    assert_eq!((never.section, never.name.as_str()), (Section::Never, "Late"));
    assert_eq!((meets.section, meets.name.as_str()), (Section::Meets, "Early"));
    assert_eq!(meets.path, Path::new("Late.campaign.json"));
    let meeting = meets.meeting.as_ref().expect("somebody");
    assert_eq!(
        (meeting.path.as_path(), &meeting.visitor),
        (Path::new("Early.campaign.json"), &for_b)
    );
    assert_eq!((report.problems(), report.unsure), (1, 1));
    assert_eq!(report.matching(" LATE ", None), [0, 1]);
    assert_eq!(report.matching("", Some(Section::Meets)), [1]);
}
