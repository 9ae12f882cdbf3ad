//! Answers as data: `cases.json` next to this file has answers with their sentences in both languages.

use serde_json::{Value, json};

use super::*;
use crate::campaign::{FORMAT, Field, Named, from_json};
use crate::insight::{Altered, Overlap, RankReason, Shadowed, Sighting};

fn table() -> Value {
    serde_json::from_str(include_str!("cases.json")).expect("cases.json is JSON")
}

fn campaign(parts: &Value) -> Campaign {
    let mut file = json!({ "format": FORMAT, "version": 1, "time_zone": "Europe/Istanbul" });
    for (key, value) in parts.as_object().into_iter().flatten() {
        file[key] = value.clone();
    }
    from_json(file.to_string().as_bytes()).expect("well formed")
}

fn sighting(case: &Value) -> Sighting {
    let visitor = case.get("visitor").cloned().unwrap_or_else(|| json!({}));
    Sighting {
        visitor: Visitor::from_json(&visitor.to_string()).expect("a visitor"),
        at: case["at"]
            .as_str()
            .unwrap_or("2026-11-23T10:00:00Z")
            .parse()
            .expect("an instant"),
    }
}

fn relation(word: &Value) -> Relation {
    match word.as_str().expect("a word") {
        "page views within visits" => Relation::PageViewsWithinVisits,
        "present page counts" => Relation::PresentPageCounts,
        "clicks within views" => Relation::WithinViews(Field::Clicks),
        "closes within views" => Relation::WithinViews(Field::Closes),
        "first showing today" => Relation::FirstShowingToday,
        "first seen not later" => Relation::FirstSeenNotLater,
        "time passes" => Relation::TimePasses,
        "repeat cycle" => Relation::RepeatCycle,
        other => panic!("no relation {other}"),
    }
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().into_iter().flatten().map(read).collect()
}

fn conflict(case: &Value) -> Conflict {
    Conflict {
        places: list(&case["places"], |place| place.as_str().expect("a pointer").to_owned()),
        because: list(&case["because"], relation),
    }
}

fn doubt_of(case: &Value) -> Doubt {
    Doubt {
        places: Vec::new(),
        why: if case["doubt"] == "texts" {
            DoubtReason::Texts
        } else {
            DoubtReason::Alternatives
        },
    }
}

fn way_of(case: &Value) -> NearestChange {
    let alteration = |entry: &Value| Alteration {
        what: match entry[0].as_str().expect("what changes") {
            "last_shown" => Altered::LastShown,
            "quiet_until" => Altered::Quiet,
            "rest" => Altered::Rest,
            "opening" => Altered::Opening,
            word => match word.split_once('.') {
                Some((field, key)) => Altered::Keyed(Field::from_id(field).expect("a field"), key.to_owned()),
                None => Altered::Field(Field::from_id(word).expect("a field")),
            },
        },
        from: entry[1].clone(),
        to: entry[2].clone(),
    };
    NearestChange {
        goal: sighting(case),
        alterations: list(&case["change"], alteration),
    }
}

fn lines(statement: &Statement) -> Value {
    json!([statement.headline, statement.detail])
}

fn answered(case: &Value, language: Language) -> Value {
    let asked = campaign(&case["campaign"]);
    let nobody = !case["places"].is_null() || !case["because"].is_null();
    match case["ask"].as_str().expect("a question") {
        "find" if nobody => lines(&find_answer(&asked, &FindAnswer::Nobody(conflict(case)), language)),
        "find" if !case["doubt"].is_null() => lines(&find_answer(
            &asked,
            &FindAnswer::Undetermined(doubt_of(case)),
            language,
        )),
        "find" => lines(&find_answer(
            &asked,
            &FindAnswer::Found(Box::new(sighting(case))),
            language,
        )),
        "nearest" if nobody => lines(&nearest(&asked, &NearestAnswer::Nobody(conflict(case)), language)),
        "nearest" if !case["doubt"].is_null() => {
            lines(&nearest(&asked, &NearestAnswer::Undetermined(doubt_of(case)), language))
        }
        "nearest" if case["change"].is_null() => lines(&nearest(&asked, &NearestAnswer::AlreadyShown, language)),
        "nearest" => json!(nearest(&asked, &NearestAnswer::Change(Box::new(way_of(case))), language).headline),
        "way" => json!(way(&asked, &way_of(case), language)),
        "overlap" => {
            let found = Overlap {
                a: 0,
                b: 1,
                sighting: sighting(case),
                other: None,
                winner: usize::from(case["winner"] == "b"),
                why: match case["why"].as_str() {
                    Some("priority") => RankReason::Priority,
                    Some("launched") => RankReason::LaunchedLater,
                    _ => RankReason::Id,
                },
            };
            lines(&overlap(&asked, &campaign(&case["other"]), &found, None, language))
        }
        "shadowed" => {
            let by: Vec<Campaign> = list(&case["by"], campaign);
            let found = Shadowed {
                loser: 0,
                by: (1..=by.len()).collect(),
                rests: case["rests"] == true,
            };
            lines(&shadowed(&asked, &by.iter().collect::<Vec<_>>(), &found, language))
        }
        other => panic!("no question {other}"),
    }
}

#[test]
fn every_case_says_what_it_says() {
    let mut wrong = Vec::new();
    for case in table().as_array().expect("a list") {
        for language in Language::ALL {
            let said = answered(case, language);
            if said != case[language.tag()] {
                wrong.push(format!(
                    "{}\nsaid:   {said}\nwanted: {}",
                    case["name"],
                    case[language.tag()]
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} answers differ:\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

/// Every field expresses a rise, a fall and a first value as a single clause, never with its identifier.
#[test]
fn every_field_has_words_for_its_changes() {
    let everybody = campaign(&Value::Null);
    for field in Field::ALL.iter().filter(|field| !field.spec().kind.has_names()) {
        for (from, to) in [
            (json!(0), json!(2)),
            (json!(5), json!(1)),
            (json!(5), json!(0)),
            (json!("2026-11-23"), json!("2026-12-01")),
        ] {
            let change = NearestChange {
                goal: sighting(&Value::Null),
                alterations: vec![Alteration {
                    what: Altered::Field(*field),
                    from,
                    to,
                }],
            };
            let [english, turkish] = Language::ALL.map(|language| way(&everybody, &change, language).concat());
            assert!(english.starts_with("if th") && english.len() > 10, "{english}");
            assert!(
                turkish.ends_with("aydı")
                    || turkish.ends_with("eydi")
                    || turkish.ends_with("saydı")
                    || turkish.ends_with("seydi"),
                "{turkish}"
            );
            assert!(!field.id().contains('_') || !english.contains(field.id()), "{english}");
        }
    }
}
