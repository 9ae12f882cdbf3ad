//! Whatever the engine ignores as unfinished, the checks report as an error: nothing that decisions leave out can be launched.

use beckon::campaign::{CATALOGUE, Campaign, Condition, Field, Group, Joiner, Named, Node, Operator, Word};
use beckon::engine::finished;
use beckon::insight::{Context, Severity, check};
use serde_json::{Value, json};

/// Returns values that some field takes, and values that none does.
fn values() -> Vec<Value> {
    let singles = json!([
        null, "", "  ", true, false, 0, 5, 5.0, 5.5, -1, 40, 100, 100.5, 101, 1e300, "5", "-5.25", " 5 ", "1e5", "NaN", "inf", "5,5", "+5", ".5",
        "12345678901234567890", "trial", "https://www.example.com/", "www.example.com", "/pricing", "#top", "*", "tr", "pt-BR", "pt_BR", "x",
        "en-", "türkçe", "Turkish", "chrome", "Chrome", "mobile", "120", "120.0", "120.", "12b", "1.2.3.4.5", "2026-11-22", "2026-02-30",
        "2026-1-2", "22.11.2026", { "a": 1 }
    ]);
    let singles: Vec<Value> = singles.as_array().cloned().unwrap_or_default();
    let pairs = singles.iter().map(|single| json!([single, "chrome"]));
    let lists = singles.iter().map(|single| json!([single])).chain(pairs).chain([
        json!([]),
        json!(["tr", "en"]),
        json!(["mobile", "tablet"]),
    ]);
    lists.chain(singles.iter().cloned()).collect()
}

fn reported(condition: Condition) -> bool {
    let audience = Group::of(Joiner::All, vec![Node::Condition(condition)]);
    let campaign = Campaign {
        audience,
        ..Campaign::default()
    };
    let findings = check(&campaign, Context::UNKNOWN);
    findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error && finding.path.starts_with("/audience/all/0"))
}

#[test]
fn what_is_ignored_is_an_error() {
    let values = values();
    let keys = [None, Some(""), Some(" "), Some("plan")];
    let mut missed = Vec::new();
    for spec in &CATALOGUE {
        for operator in Operator::ALL {
            for value in &values {
                for key in keys.iter().filter(|key| spec.field == Field::Custom || key.is_none()) {
                    let condition = Condition {
                        key: key.map(str::to_owned),
                        ..Condition::new(spec.field, *operator, value.clone())
                    };
                    if let Err(lacks) = finished(&condition)
                        && !reported(condition)
                    {
                        missed.push(format!("{} {} {value}, key {key:?}: {lacks:?}", spec.id, operator.id()));
                    }
                }
            }
        }
    }
    for (field, operator) in [
        ("", "equals"),
        ("shoe_size", "equals"),
        ("visits", ""),
        ("visits", "roughly"),
    ] {
        let condition = Condition {
            field: Word::from_id(field),
            operator: Word::from_id(operator),
            value: Some(json!(1)),
            ..Condition::default()
        };
        if finished(&condition).is_err() && !reported(condition) {
            missed.push(format!("{field} {operator}"));
        }
    }
    assert!(
        missed.is_empty(),
        "{} are ignored without a word:\n{}",
        missed.len(),
        missed.join("\n")
    );
}
