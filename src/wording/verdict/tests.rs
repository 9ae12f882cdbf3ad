//! Verdicts as data: `cases.json` beside this file. Then a law that holds for every field and operator.

use serde_json::{Value, json};

use super::*;
use crate::campaign::{FORMAT, Field, Named, from_json};
use crate::engine::explain;
use crate::visitor::Visitor;

fn explained(case: &Value) -> (Campaign, Explanation) {
    let mut file = json!({ "format": FORMAT, "version": 1, "time_zone": "Europe/Istanbul" });
    for (key, value) in case["campaign"].as_object().expect("an object") {
        file[key] = value.clone();
    }
    let campaign = from_json(file.to_string().as_bytes()).expect("well formed");
    let visitor = Visitor::from_json(&case["visitor"].to_string()).expect("a visitor");
    let explanation = explain(&campaign, &visitor, "2026-11-22T10:00:00Z".parse().expect("an instant"));
    (campaign, explanation)
}

#[test]
fn every_case_says_what_it_says() {
    let table: Value = serde_json::from_str(include_str!("cases.json")).expect("cases.json is JSON");
    let mut wrong = Vec::new();
    for case in table.as_array().expect("a list") {
        let (campaign, explanation) = explained(case);
        for language in Language::ALL {
            let verdict = verdict(&campaign, &explanation, language);
            let said = json!([verdict.headline, verdict.detail]);
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
        "{} verdicts differ:\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn every_field_and_operator_is_told_as_found_and_wanted() {
    for field in Field::ALL {
        for operator in field.spec().operators {
            let sample = field.spec().sample_value();
            let value = if operator.wants_list() { json!([sample]) } else { sample };
            let condition = json!({ "field": field.id(), "key": "plan", "operator": operator.id(), "value": value });
            for joiner in ["all", "none"] {
                let case = json!({ "campaign": { "audience": { joiner: [condition] } }, "visitor": {} });
                let (campaign, explanation) = explained(&case);
                for language in Language::ALL {
                    let verdict = verdict(&campaign, &explanation, language);
                    assert!(verdict.headline.ends_with('.'), "{}", verdict.headline);
                    let Detail::Group { children, .. } = &explanation.audience.detail else {
                        panic!("a group")
                    };
                    if matches!(explanation.audience.outcome, Outcome::Ignored(_)) {
                        // Order of a custom attribute wants a number, which its sample is not.
                        assert_eq!(
                            node(&children[0], language),
                            ignored(Ignored::Unfinished(crate::engine::Unfinished::NotANumber), language)
                        );
                        continue;
                    }
                    let reasons = reasons(&campaign, &explanation, language);
                    assert_eq!(reasons.len(), 1, "{joiner} {} {}", field.id(), operator.id());
                    assert!(
                        reasons[0].contains(", ") || *field == Field::ExitScreen,
                        "{}",
                        reasons[0]
                    );
                    assert!(node(&children[0], language).ends_with('.'));
                    assert!(node(&explanation.audience, language).contains('1'));
                }
            }
        }
    }
}
