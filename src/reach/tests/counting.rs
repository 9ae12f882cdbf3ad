//! Counting files of all kinds, and saying what cannot be read.

use std::io::Write as _;

use serde_json::json;

use super::support::{all, noon, paper};
use crate::campaign::{Condition, Field, Operator};
use crate::reach::{Log, Mapping, Reach, ReachError, Slot, count};

fn five_views() -> crate::campaign::Campaign {
    all(vec![Condition::new(Field::PageViews, Operator::GreaterThan, 5)])
}

fn counted(text: impl AsRef<[u8]>) -> Reach {
    let campaign = five_views();
    let paper = paper(text);
    let mapping = paper.log.suggest(&campaign);
    assert!(
        mapping.column(&Slot::Field(Field::PageViews)).is_some(),
        "{:?}",
        paper.log.columns()
    );
    count(&campaign, &paper.log, &mapping, noon(), &mut |_| true).expect("counted")
}

#[test]
fn headers_of_all_kinds_are_read() {
    for text in [
        "url,page_views\na,6\nb,5\nc,7\n",
        "\u{feff}url;page_views\r\na;6\r\nb;5\r\nc;7\r\n",
        "url\tpage_views\na\t6\nb\t5\nc\t7",
        "\"url\",\"Page Views\"\n\"a\n\"\"b\"\"\",6\n\"b,c\",5\n\n c ,7\n",
        "id|pageviews\n1|6.0\n2|\n3|7\n",
        "{\"page_views\":6}\n{\"page_views\":5}\n\n{\"page_views\":7.0}",
        "\u{feff}{\"visitor\":{\"page_views\":6}}\r\n{}\r\n{\"visitor\":{\"page_views\":7}}\r\n",
    ] {
        let reach = counted(text);
        assert_eq!(
            (reach.rows, reach.qualified, reach.unreadable),
            (3, 2, 0),
            "{text:?}: {reach:?}"
        );
    }
}

#[test]
fn rows_that_cannot_be_read_are_named() {
    let reach = counted("url,page_views\r\na,6\r\n\"b\nb\",many\r\nc\r\n\r\nd,-1\r\ne,7\r\n");
    assert_eq!((reach.rows, reach.qualified, reach.unreadable), (5, 2, 3), "{reach:?}");
    let lines: Vec<u64> = reach.examples.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 5, 7]);
    assert_eq!(
        reach.examples[0].fault.to_string(),
        "`page_views` is not a whole number: many"
    );
    assert_eq!(reach.share(), Some(1.0));
    let reach = counted("{\"page_views\":6}\n{\"page_views\":\"x\"}\n7\n{\"page_views\":7\n");
    assert_eq!((reach.rows, reach.qualified, reach.unreadable), (4, 1, 3), "{reach:?}");
    assert_eq!(reach.examples.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4]);
}

#[test]
fn many_blocks_count_as_one() {
    let mut text = String::from("url,page_views\n");
    for index in 0..300_000 {
        let quoted = index % 1000 == 0;
        text.push_str(if quoted {
            "\"a \"\"quoted\"\"\nlong, one\""
        } else {
            "plain \" inside"
        });
        text.push_str(&format!(",{}\n", index % 10));
    }
    let reach = counted(&text);
    assert_eq!(
        (reach.rows, reach.qualified, reach.unreadable),
        (300_000, 120_000, 0),
        "{reach:?}"
    );
}

/// More texts than are remembered, some too long for it, more kinds of rows than that, and more conditions than can be distinguished.
#[test]
fn what_is_no_longer_remembered_is_asked_again() {
    let contains = |text: String| Condition::custom("plan", Operator::Contains, Some(json!(text)));
    let few = vec![
        contains("7".to_owned()),
        Condition::new(Field::PageViews, Operator::AtLeast, 3),
    ];
    let bounds = |index: u64| Condition::new(Field::PageViews, Operator::NotEquals, 100 + 2 * index);
    let bounded = few
        .iter()
        .cloned()
        .chain((0..40_000).step_by(100).map(bounds))
        .collect();
    let different = |index: u64| Condition::custom("plan", Operator::NotContains, Some(json!(format!("x{index}"))));
    let many = few.iter().cloned().chain((0..70).map(different)).collect();
    let mut text = String::from("plan,page_views\n");
    let mut expected = 0;
    for index in 0..30_000_u64 {
        let long = if index % 1000 == 7 {
            "-".repeat(2_000)
        } else {
            String::new()
        };
        let plan = format!("{long}{}", index % 9_000);
        expected += u64::from(plan.contains('7') && (index / 3) % 5 >= 3);
        text.push_str(&format!("{plan},{}\n", (index / 3) % 5));
    }
    let paper = paper(text);
    for conditions in [few, bounded, many] {
        let campaign = all(conditions);
        let mapping = paper.log.suggest(&campaign);
        let reach = count(&campaign, &paper.log, &mapping, noon(), &mut |_| true).expect("counted");
        assert_eq!((reach.rows, reach.qualified, reach.unreadable), (30_000, expected, 0));
    }
}

/// Keys that are data, such as identities, must not make a log slow to open.
#[test]
fn files_of_countless_columns_are_looked_at_in_time() {
    let objects: String = (0..200_000).map(|index| format!("{{\"k{index}\":1}}\n")).collect();
    assert_eq!(paper(objects).log.columns().len(), 10_000);
    let names: Vec<String> = (0..200_000).map(|index| format!("k{index}")).collect();
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(names.join(",").as_bytes()).expect("written");
    let error = Log::open(file.path()).expect_err("too many columns");
    assert_eq!(
        error.to_string(),
        "line 1: the header has 200000 columns, more than 10000"
    );
}

#[test]
fn instants_of_columns_with_gaps_are_read() {
    let campaign = all(vec![Condition::new(
        Field::FirstSeen,
        Operator::OnOrLater,
        "2026-11-22",
    )]);
    let paper = paper("first_seen\n1795341600.0\n1795241600.0\n1795341600000\n1795341600.5\n17953416.x\n");
    let mapping = paper.log.suggest(&campaign);
    let reach = count(&campaign, &paper.log, &mapping, noon(), &mut |_| true).expect("counted");
    assert_eq!((reach.rows, reach.qualified, reach.unreadable), (5, 3, 1), "{reach:?}");
}

#[test]
fn a_count_can_be_stopped_and_reports_its_progress() {
    let campaign = five_views();
    let paper = paper(format!("page_views\n{}", "6\n".repeat(4_000_000)));
    let mapping = paper.log.suggest(&campaign);
    let mut calls = Vec::new();
    let stopped = count(&campaign, &paper.log, &mapping, noon(), &mut |progress| {
        calls.push(progress);
        calls.len() < 3
    });
    assert!(matches!(stopped, Err(ReachError::Stopped)));
    assert_eq!(calls.len(), 3);
    assert!(
        calls
            .iter()
            .all(|progress| progress.bytes <= progress.of_bytes && progress.rows > 0)
    );
}

#[test]
fn a_column_that_is_not_there_is_refused() {
    let paper = paper("url\na\n");
    let mut mapping = Mapping::default();
    mapping.set(Slot::Field(Field::PageViews), Some("views of page".to_owned()));
    let error = count(&five_views(), &paper.log, &mapping, noon(), &mut |_| true).expect_err("no such column");
    assert!(error.to_string().contains("views of page") && !error.hint().is_empty());
}
