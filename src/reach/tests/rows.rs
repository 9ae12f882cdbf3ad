//! The embedded clause compared with the engine, on generated campaigns and visitors.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;

use super::support::{COLUMNS, KEYED, csv, lines, noon, paper};
use crate::campaign::{Campaign, Field};
use crate::engine::{Rule, generated_campaign, generated_visitor};
use crate::reach::{Mapping, Outcome, Slot, outcomes};
use crate::visitor::Visitor;

/// Returns the engine's decision about each visitor.
fn decided(campaign: &Campaign, visitors: &[Visitor]) -> Vec<Outcome> {
    let rule = Rule::compile(campaign);
    let outcome = |visitor: &Visitor| match rule.holds_for(visitor, noon()) {
        true => Outcome::Qualifies,
        false => Outcome::DoesNot,
    };
    visitors.iter().map(outcome).collect()
}

/// Maps every slot to the column of its own name.
fn complete(campaign: &Campaign, nested: bool) -> Mapping {
    let mut mapping = Mapping::default();
    for slot in Mapping::slots(campaign) {
        let name = slot.name();
        let column = match &slot {
            Slot::Keyed(Field::Custom, key) if !nested => key.clone(),
            _ => name,
        };
        mapping.set(slot, Some(column));
    }
    mapping
}

/// Returns a visitor as a CSV file can hold them: attributes are texts, and an empty one is missing.
fn as_csv(visitor: &Visitor) -> Visitor {
    let mut visitor = visitor.clone();
    visitor
        .custom
        .retain(|_, value| !value.is_array() && !value.is_null() && value.as_str() != Some(""));
    for field in [Field::Query, Field::LandingQuery] {
        for key in KEYED[0].1 {
            if visitor.value_under(field, key) == Some("".into()) {
                visitor.set_under(field, key, &Value::Null);
            }
        }
    }
    for value in visitor.custom.values_mut() {
        if !value.is_string() {
            *value = Value::String(value.to_string());
        }
    }
    // An empty cell is a missing one.
    if visitor.browser_language.is_empty() {
        visitor.browser_language = Visitor::default().browser_language;
    }
    visitor
}

proptest! {
    #![proptest_config(Config::with_cases(400))]

    #[test]
    fn objects_are_judged_as_the_engine_judges(campaign in generated_campaign(), visitors in vec(generated_visitor(), 1..70)) {
        // Visitors who come again are remembered.
        let visitors = [visitors.clone(), visitors].concat();
        let paper = paper(lines(&visitors));
        let counted = outcomes(&campaign, &paper.log, &complete(&campaign, true), noon()).expect("counted");
        prop_assert_eq!(counted, decided(&campaign, &visitors));
    }

    #[test]
    fn rows_are_judged_as_the_engine_judges(
        campaign in generated_campaign(),
        visitors in vec(generated_visitor(), 1..70),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let visitors: Vec<Visitor> = visitors.iter().chain(&visitors).map(as_csv).collect();
        let paper = paper(csv(&visitors, delimiter));
        prop_assert_eq!(paper.log.columns().len(), COLUMNS.len() + KEYED.iter().map(|(_, keys)| keys.len()).sum::<usize>());
        let counted = outcomes(&campaign, &paper.log, &complete(&campaign, false), noon()).expect("counted");
        prop_assert_eq!(counted, decided(&campaign, &visitors));
    }
}
