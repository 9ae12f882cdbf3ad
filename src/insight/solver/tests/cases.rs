//! The cases of `cases.json`: rules and what they lead to, written for people to read.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use super::generate::noon;
use crate::campaign::{Campaign, Named};
use crate::insight::{Alteration, Altered, FindAnswer, NearestAnswer, find_visitor, nearest_change};
use crate::visitor::Visitor;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    audience: Value,
    activity: Option<Value>,
    cycle: Option<(u32, String)>,
    #[serde(default)]
    near: Visitor,
    outcome: String,
    places: Option<Vec<String>>,
    because: Option<Vec<String>>,
    /// Some of the found visitor's values.
    visitor: Option<Value>,
    at: Option<DateTime<Utc>>,
    alterations: Option<Vec<String>>,
}

fn campaign(case: &Case) -> Campaign {
    let mut file =
        json!({ "format": "beckon.campaign", "version": 1, "id": "x", "name": case.name, "audience": case.audience });
    if let Some(activity) = &case.activity {
        file["activity"] = activity.clone();
    }
    if let Some((every, unit)) = &case.cycle {
        file["schedule"] = json!({ "repeat_cycle": { "every": every, "unit": unit } });
    }
    crate::campaign::from_json(file.to_string().as_bytes()).expect("a campaign")
}

fn written(alteration: &Alteration) -> String {
    let what = match &alteration.what {
        Altered::Field(field) => field.id().to_owned(),
        Altered::Keyed(field, key) => format!("{} {key}", field.id()),
        Altered::LastShown => "last_shown".to_owned(),
        Altered::Rest => "rest".to_owned(),
        Altered::Quiet => "quiet_until".to_owned(),
        Altered::Opening => "opening".to_owned(),
    };
    format!("{what}: {} -> {}", alteration.from, alteration.to)
}

/// Returns what does not turn out as written.
fn faults(case: &Case) -> Vec<String> {
    let mut faults = Vec::new();
    let mut compare = |what: &str, found: String, wanted: String| {
        if found != wanted {
            faults.push(format!("{}: {what} {found} for {wanted}", case.name));
        }
    };
    let campaign = campaign(case);
    match find_visitor(&campaign, &case.near, noon()) {
        FindAnswer::Found(sighting) => {
            compare("outcome", "found".to_owned(), case.outcome.clone());
            let visitor = serde_json::to_value(&sighting.visitor).expect("a visitor");
            for (key, wanted) in case.visitor.iter().filter_map(Value::as_object).flatten() {
                compare(key, visitor[key].to_string(), wanted.to_string());
            }
            compare("at", sighting.at.to_string(), case.at.unwrap_or(noon()).to_string());
        }
        FindAnswer::Nobody(conflict) => {
            compare("outcome", "nobody".to_owned(), case.outcome.clone());
            let because: Vec<String> = conflict
                .because
                .iter()
                .map(|relation| format!("{relation:?}"))
                .collect();
            compare(
                "places",
                format!("{:?}", Some(conflict.places)),
                format!("{:?}", case.places),
            );
            compare("because", format!("{:?}", Some(because)), format!("{:?}", case.because));
        }
        FindAnswer::Undetermined(doubt) => compare("outcome", format!("undetermined {doubt:?}"), case.outcome.clone()),
    }
    if let Some(alterations) = &case.alterations {
        let found = match nearest_change(&campaign, &case.near, noon()) {
            NearestAnswer::Change(way) => format!("{:?}", way.alterations.iter().map(written).collect::<Vec<_>>()),
            other => format!("{other:?}"),
        };
        compare("alterations", found, format!("{alterations:?}"));
    }
    faults
}

#[test]
fn rules_turn_out_as_written() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("cases.json")).expect("cases");
    let faults: Vec<String> = cases.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
