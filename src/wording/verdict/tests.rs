//! Verdicts and reasons as data: `cases.json` and `reasons.json` next to this file. Then laws that hold for every field, operator and rule.

use std::collections::HashSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::campaign::{FORMAT, Field, Named, Section, from_json};
use crate::engine::explain;
use crate::engine::generated_campaign;
use crate::visitor::Visitor;

fn campaign(parts: &Value) -> Campaign {
    let mut file = json!({ "format": FORMAT, "version": 1, "time_zone": "Europe/Istanbul" });
    for (key, value) in parts.as_object().expect("an object") {
        file[key] = value.clone();
    }
    from_json(file.to_string().as_bytes()).expect("well formed")
}

fn explained(case: &Value) -> (Campaign, Explanation) {
    let campaign = campaign(&case["campaign"]);
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
            let verdict = verdict(&campaign, &explanation, None, language);
            assert_eq!(verdict.live, "");
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

/// For each condition, a visitor for whom it holds, one for whom it fails, and one about whom nothing is known, with their sentences: for the
/// condition as it stands, and within a "none of these".
#[test]
fn every_reason_of_every_question_is_as_it_was_read() {
    let table: Value = serde_json::from_str(include_str!("reasons.json")).expect("reasons.json is JSON");
    let mut wrong = Vec::new();
    let mut seen = HashSet::new();
    for case in table.as_array().expect("a list") {
        let condition = &case["condition"];
        for state in ["holds", "fails", "missing"] {
            let rows = case[state].as_object();
            let Some(rows) = rows else { continue };
            seen.insert((condition["field"].to_string(), condition["operator"].to_string(), state));
            for joiner in ["all", "none"] {
                let asked = json!({ "campaign": campaign_of(joiner, condition), "visitor": rows["visitor"] });
                let (campaign, explanation) = explained(&asked);
                let outcome = children(&explanation)[0].outcome;
                if state != "missing" {
                    assert_eq!(outcome.decided(), Some(state == "holds"), "{condition} {state}");
                }
                let said = Language::ALL.map(|language| reasons(&campaign, &explanation, language).join(" "));
                let wanted = &rows[joiner];
                if json!(said) != *wanted {
                    wrong.push(format!(
                        "{condition} {state} {joiner}\nsaid:   {}\nwanted: {wanted}",
                        json!(said)
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} reasons differ:\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
    for field in Field::ALL {
        for operator in field.spec().operators {
            for state in ["holds", "fails", "missing"] {
                let pair = (json!(field.id()).to_string(), json!(operator.id()).to_string(), state);
                assert!(seen.contains(&pair), "no row for {pair:?}");
            }
        }
    }
}

fn campaign_of(joiner: &str, condition: &Value) -> Value {
    let field = condition["field"].as_str().and_then(Field::from_id).expect("a field");
    let place = match field.spec().section {
        Section::Activity => "activity",
        Section::Audience => "audience",
    };
    // Activity conditions are not in groups; what must not hold is asked in the audience.
    match (place, joiner) {
        ("activity", "all") => json!({ "activity": { "join": "and", "conditions": [condition] } }),
        _ => json!({ "audience": { joiner: [condition] } }),
    }
}

fn children(explanation: &Explanation) -> &[Explained] {
    match &explanation.audience.detail {
        Detail::Group { children, .. } if !children.is_empty() => children,
        _ => &explanation.activity.conditions,
    }
}

#[test]
fn how_a_campaign_stands_is_said_of_everybody_who_would_be_shown_it() {
    let day = "2026-12-01".parse().expect("a day");
    let shown = json!({ "campaign": { "audience": { "all": [] } }, "visitor": {} });
    let resting = json!({
        "campaign": { "audience": { "all": [] }, "schedule": { "repeat_cycle": { "every": 1, "unit": "day" } } },
        "visitor": { "views": 1, "last_shown": "2026-11-22T09:00:00Z" } });
    let not = json!({
        "campaign": { "audience": { "all": [{ "field": "page_views", "operator": "greater_than", "value": 5 }] } }, "visitor": {} });
    let mut said = HashSet::new();
    for state in LiveState::all(day) {
        for language in Language::ALL {
            for (case, wanted) in [(&shown, true), (&resting, true), (&not, false)] {
                let (campaign, explanation) = explained(case);
                let verdict = verdict(&campaign, &explanation, Some(state), language);
                assert_eq!(!verdict.live.is_empty(), wanted, "{state:?}");
                assert!(!verdict.line().contains("  "));
                said.extend(wanted.then_some(verdict.live));
            }
        }
    }
    assert_eq!(said.len(), 2 * LiveState::all(day).len(), "{said:?}");
    let (campaign, explanation) = explained(&shown);
    let draft = verdict(&campaign, &explanation, Some(LiveState::Draft), Language::ENGLISH);
    assert_eq!(
        draft.line(),
        "Would be shown at once. It is a draft: launch it first. No condition restricts who sees it."
    );
}

/// Checks that a text is a sentence: not empty, in one line, without the identifiers of files.
fn is_a_sentence(text: &str) -> Result<(), TestCaseError> {
    prop_assert!(!text.trim().is_empty());
    prop_assert!(text.ends_with('.') && !text.ends_with(".."), "{}", text);
    prop_assert!(
        !text.contains('\n') && !text.contains(" ,") && !text.contains(" ."),
        "{}",
        text
    );
    for field in Field::ALL.iter().filter(|field| field.id().contains('_')) {
        prop_assert!(!text.contains(field.id()), "{}", text);
    }
    Ok(())
}

proptest! {
    #[test]
    fn reasons_are_few_and_whole(campaign in generated_campaign(), seed in any::<u64>()) {
        let visitor = Visitor {
            page_views: seed % 9, visits: seed % 12, views: seed % 3, clicks: seed % 2, scroll_ratio: (seed % 101) as f64,
            exit_screen: seed.is_multiple_of(2), ..Visitor::default()
        };
        let explanation = explain(&campaign, &visitor, "2026-11-22T10:00:00Z".parse().expect("an instant"));
        for language in Language::ALL {
            let reasons = reasons(&campaign, &explanation, language);
            let unique: HashSet<&String> = reasons.iter().collect();
            prop_assert_eq!(unique.len(), reasons.len(), "{:?}", reasons);
            for reason in &reasons {
                is_a_sentence(reason)?;
            }
            let verdict = verdict(&campaign, &explanation, Some(LiveState::Draft), language);
            is_a_sentence(&verdict.line())?;
            prop_assert!(!explanation.shown && !explanation.holds || !verdict.live.is_empty());
            if !explanation.holds {
                let said = 1 + verdict.detail.split("; ").filter(|part| !part.is_empty()).count();
                prop_assert!(said <= MOST_REASONS + 1, "{}", verdict.line());
                let (and, more) = match language {
                    Language::ENGLISH => ("; and ", " more."),
                    _ => ("; ve ", " neden daha."),
                };
                let counted = verdict.detail.contains(and) && verdict.detail.ends_with(more);
                prop_assert_eq!(counted, reasons.len() > MOST_REASONS, "{}", verdict.line());
            }
        }
    }
}
