//! reach: counting a log, writing an audience as SQL.

use serde_json::json;

use super::support::{Desk, campaign, fits};

const LOG: &str = "Page URL;page_views\nhttps://www.example.com/#top;6\nhttps://www.example.com/;5\nhttps://www.example.com/?a=1;9\nx;many\n";

fn shape() -> serde_json::Value {
    let count = json!({ "type": ["integer", "null"], "minimum": 0 });
    json!({
        "type": "object", "additionalProperties": false,
        "required": ["rows", "qualified", "share", "unreadable", "unreadable_rows", "sql", "notes", "mapping"],
        "properties": {
            "rows": count, "qualified": count, "unreadable": count,
            "share": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
            "unreadable_rows": { "type": ["array", "null"], "items": { "required": ["line", "message"] } },
            "sql": { "type": "string", "pattern": "^WHERE " },
            "notes": { "type": "array", "items": { "type": "string", "minLength": 8 } },
            "mapping": { "type": "object", "additionalProperties": { "type": ["string", "null"] } } }
    })
}

#[test]
fn a_log_is_counted() {
    let desk = Desk::new();
    desk.write("visits.csv", LOG);
    let report = desk.json(0, &["reach", "plans.campaign.json", "--log", "visits.csv", "--json"]);
    fits(&shape(), &report);
    assert_eq!(report["rows"], 4);
    assert_eq!(report["qualified"], 2);
    assert_eq!(report["unreadable"], 1);
    assert_eq!(report["unreadable_rows"][0]["line"], 5);
    assert_eq!(
        report["mapping"],
        json!({ "url": "Page URL", "page_views": "page_views" })
    );
    let answer = desk.run(&["reach", "plans.campaign.json", "--log", "visits.csv"]);
    assert_eq!(answer.code, 0);
    assert_eq!(answer.out, "2 of 3 visitors qualify (66.7 %).\n");
    assert!(
        answer.err.contains("line 5: `page_views` is not a whole number: many"),
        "{answer:?}"
    );
}

#[test]
fn visitor_files_one_a_line_are_a_log() {
    let desk = Desk::new();
    desk.write(
        "visits.ndjson",
        "{\"page_views\":6}\n{\"url\":\"https://www.example.com/x\",\"page_views\":6}\n{\"custom\":{\"plan\":\"trial\"}}\n",
    );
    let report = desk.json(0, &["reach", "--json", "plans.campaign.json", "--log", "visits.ndjson"]);
    assert_eq!((&report["rows"], &report["qualified"]), (&json!(3), &json!(1)));
}

#[test]
fn an_audience_is_written_as_sql() {
    let desk = Desk::new();
    for dialect in ["postgresql", "clickhouse", "bigquery", "duckdb"] {
        let answer = desk.run(&["reach", "plans.campaign.json", "--sql", dialect]);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(
            answer.out.starts_with("WHERE ") && answer.out.contains("> 5"),
            "{answer:?}"
        );
        let report = desk.json(0, &["reach", "plans.campaign.json", "--sql", dialect, "--json"]);
        fits(&shape(), &report);
        assert_eq!(format!("{}\n", report["sql"].as_str().expect("a clause")), answer.out);
        assert!(report["rows"].is_null());
    }
    let answer = desk.run(&[
        "reach",
        "plans.campaign.json",
        "--sql",
        "duckdb",
        "--map",
        "page_views=Page \"Views\"",
    ]);
    assert!(answer.out.contains("\"Page \"\"Views\"\"\" > 5"), "{answer:?}");
}

#[test]
fn today_is_as_given() {
    let desk = Desk::new();
    let mut ends = campaign();
    ends["audience"] =
        json!({ "all": [ { "field": "last_seen", "operator": "on_or_earlier", "value": "2026-11-22" } ] });
    desk.write("ends.campaign.json", ends.to_string());
    desk.write("visits.csv", "url\na\nb\n");
    for (at, qualified) in [("2026-11-22T20:59:59Z", 2), ("2026-11-22T21:00:00Z", 0)] {
        let report = desk.json(
            0,
            &[
                "reach",
                "ends.campaign.json",
                "--log",
                "visits.csv",
                "--at",
                at,
                "--json",
            ],
        );
        assert_eq!(report["qualified"], qualified, "{report:#}");
    }
}

#[test]
fn bad_use_is_refused() {
    let desk = Desk::new();
    desk.write("visits.csv", LOG);
    desk.write("empty.csv", "");
    desk.write("list.json", "[{\"url\":\"a\"}]");
    desk.write("packed.csv.gz", b"\x1f\x8b\x08\x00");
    for more in [
        &[][..],
        &["--log", "gone.csv"],
        &["--log", "empty.csv"],
        &["--log", "list.json"],
        &["--log", "packed.csv.gz"],
        &["--log", "."],
        &["--sql", "mysql"],
        &["--log", "visits.csv", "--map", "url"],
        &["--log", "visits.csv", "--map", "pages=x"],
        &["--log", "visits.csv", "--map", "url=nothing here"],
        &["--log", "visits.csv", "--at", "noon"],
    ] {
        desk.run(&[&["reach", "plans.campaign.json"], more].concat())
            .is_refusal();
    }
    desk.write("nothing.csv", "page_views\nmany\n");
    let answer = desk.run(&["reach", "plans.campaign.json", "--log", "nothing.csv"]);
    assert_eq!(answer.code, 1, "{answer:?}");
}
