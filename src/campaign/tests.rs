//! Laws of the document: round trips, stable files, and problems that state the place and the remedy.

mod growth;
mod public;
mod saved;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const EXAMPLE: &str = r#"{
  "format": "beckon.campaign",
  "version": 1,
  "note": "kept",
  "id": "0193a1b2-7c00-7000-8000-000000000001",
  "name": "Pricing page, fifth visit",
  "platform": "web_messenger",
  "time_zone": "Europe/Istanbul",
  "audience": {
    "all": [
      {
        "field": "current_page_url",
        "operator": "equals",
        "value": "https://www.example.com/",
        "why": [
          1,
          2.0
        ]
      },
      {
        "any": [
          {
            "field": "custom",
            "key": "plan",
            "operator": "equals",
            "value": "trial",
            "muted": true
          }
        ]
      }
    ]
  },
  "activity": {
    "join": "and",
    "conditions": []
  },
  "content": {
    "type": "rich",
    "title": "Need a hand?",
    "button": {
      "name": "Compare plans",
      "action": {
        "message": "Compare plans"
      }
    },
    "user_say": "Compare plans"
  },
  "schedule": {
    "repeat_cycle": null,
    "message_delay": 1.5,
    "priority": 1
  },
  "launcher_image": {
    "image": "images/a.png"
  },
  "expectations": []
}
"#;

fn example() -> Campaign {
    from_json(EXAMPLE.as_bytes()).expect("the example is well formed")
}

/// Reads the example with one piece of its text replaced.
fn broken(from: &str, to: &str) -> ReadError {
    assert!(EXAMPLE.contains(from), "the example holds {from}");
    from_json(EXAMPLE.replacen(from, to, 1).as_bytes()).expect_err("the change breaks it")
}

#[test]
fn a_save_without_a_change_is_the_same_to_the_byte() {
    assert_eq!(to_json(&example()), EXAMPLE);
}

#[test]
fn an_edit_moves_no_other_line() {
    let mut campaign = example();
    campaign.content.title = Some("Hello".into());
    assert_eq!(to_json(&campaign), EXAMPLE.replace("Need a hand?", "Hello"));
}

/// The example with one test by its makers, as the file holds it.
const EXPECTING: &str = r#""launcher_image": {
    "image": "images/a.png"
  },
  "launched_at": "2026-11-20T10:00:00Z",
  "translations": {},
  "expectations": [
    {
      "name": "Fifth visit",
      "owner": "Deniz",
      "visitor": {
        "page_views": 5,
        "mood": [
          1
        ]
      },
      "at": "2026-11-22T10:00:00Z",
      "shown": false,
      "waived": true
    },
    {
      "visitor": 7
    },
    {}
  ],
  "later": 1
}
"#;

fn expecting() -> String {
    let head = EXAMPLE
        .find("\"launcher_image\"")
        .expect("the example names its launcher");
    EXAMPLE[..head].to_owned() + EXPECTING
}

#[test]
fn expectations_are_kept_to_the_byte_whatever_they_lack() {
    let campaign = from_json(expecting().as_bytes()).expect("well formed");
    assert_eq!(to_json(&campaign), expecting());
    let [first, second, third] = campaign.expectations.as_slice() else {
        panic!("three of them")
    };
    assert_eq!(
        (first.name.as_str(), first.shown, first.waived),
        ("Fifth visit", Some(false), true)
    );
    assert_eq!((&second.visitor, third), (&json!(7), &Expectation::default()));
}

#[test]
fn the_first_expectation_stands_where_the_empty_list_stood() {
    let text = EXAMPLE
        .replace("\"note\": \"kept\"", "\"expectations\": []")
        .replace(",\n  \"expectations\": []\n}", "\n}");
    let mut campaign = from_json(text.as_bytes()).expect("well formed");
    assert_eq!(to_json(&campaign), text);
    campaign.expectations.push(Expectation {
        shown: Some(true),
        ..Expectation::default()
    });
    let wanted = text.replace(
        "\"expectations\": []",
        "\"expectations\": [\n    {\n      \"shown\": true\n    }\n  ]",
    );
    assert_eq!(to_json(&campaign), wanted);
}

#[test]
fn wrong_expectations_are_reported_with_their_places() {
    let text = expecting()
        .replace("\"shown\": false", "\"shown\": \"no\"")
        .replace("    {}\n", "    3\n");
    let error = from_json(text.as_bytes()).expect_err("two wrong values");
    let pointers: Vec<_> = error.problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(pointers, ["/expectations/0/shown", "/expectations/2"]);
    assert!(
        error
            .problems
            .iter()
            .all(|problem| problem.position.is_some() && !problem.hint().is_empty())
    );
}

#[test]
fn no_visitor_hears_of_expectations() {
    for text in [EXAMPLE.to_owned(), expecting()] {
        let launched = from_json(text.as_bytes()).expect("well formed").for_launch();
        assert!(!to_json(&launched).contains("expectations"));
    }
}

#[test]
fn the_catalogue_stands_in_the_order_of_its_fields() {
    for (spec, field) in CATALOGUE.iter().zip(Field::ALL) {
        assert_eq!(spec.field, *field);
        assert_eq!(Field::from_id(spec.id), Some(*field));
        assert!(!spec.sample_value().is_null(), "{} has a sample", spec.id);
    }
}

#[test]
fn problems_name_line_column_and_remedy() {
    let cases = [
        (
            broken("\"priority\": 1", "\"priority\": \"first\""),
            ProblemCode::WrongType,
            Some((51, 17)),
        ),
        (
            broken("\"version\": 1", "\"version\": 2"),
            ProblemCode::NewerVersion,
            Some((3, 14)),
        ),
        (broken("\"name\":", "\"id\":"), ProblemCode::DuplicateKey, Some((6, 6))),
        (
            broken("\"muted\": true", "\"muted\": tru"),
            ProblemCode::Syntax,
            Some((27, 24)),
        ),
    ];
    for (error, code, position) in cases {
        let problem = &error.problems[0];
        assert_eq!((problem.code(), problem.position), (code, position), "{error}");
        assert!(!problem.hint().is_empty());
    }
}

#[test]
fn all_wrong_values_are_reported_at_once() {
    let text = EXAMPLE.replace("\"Need a hand?\"", "7").replace("1.5", "\"soon\"");
    let error = from_json(text.as_bytes()).expect_err("two wrong values");
    let pointers: Vec<_> = error.problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(pointers, ["/content/title", "/schedule/message_delay"]);
}

#[test]
fn groups_nest_sixteen_deep_and_no_deeper() {
    let nested = |levels: usize| {
        let audience = (0..levels).fold(json!([]), |inner, level| {
            if level == 0 {
                json!({ "all": [] })
            } else {
                json!({ "any": [inner] })
            }
        });
        json!({ "format": FORMAT, "version": 1, "audience": audience }).to_string()
    };
    assert_eq!(from_json(nested(16).as_bytes()).expect("sixteen").audience.depth(), 16);
    let error = from_json(nested(17).as_bytes()).expect_err("seventeen");
    assert_eq!(error.problems[0].code(), ProblemCode::TooDeep);
    let flood = format!("{{\"format\":\"{FORMAT}\",\"x\":{}", "[".repeat(10_000));
    assert_eq!(
        from_json(flood.as_bytes()).expect_err("flood").problems[0].code(),
        ProblemCode::TooDeep
    );
}

#[test]
fn tokens_are_found_filled_and_measured() {
    assert_eq!(tokens("Hi {{name|there}}, {{ plan }}!").len(), 2);
    assert_eq!(fill_tokens("Hi {{name|there}}{{x}}!", |_| None), "Hi there!");
    assert_eq!(fill_tokens("{{name}}", |key| Some(format!("<{key}>"))), "<name>");
    for plain in ["{{}}", "{{ | }}", "{{", "}}{{", "{a}"] {
        assert_eq!(fill_tokens(plain, |_| Some("!".into())), plain);
    }
    assert_eq!(text_length("👩‍👩‍👧 {{name|ab}}"), 4);
}

#[test]
fn launching_leaves_out_what_is_muted_or_of_another_type() {
    let mut campaign = example();
    campaign.content.text = Some("unused".into());
    let launched = campaign.for_launch();
    assert_eq!(launched.audience.count_conditions(), 1);
    assert_eq!(launched.content.text, None);
}

#[test]
fn an_audience_of_which_nothing_is_left_is_launched_as_everyone() {
    let mut campaign = example();
    for joiner in [Joiner::All, Joiner::Any, Joiner::None] {
        campaign.audience.joiner = joiner;
        for child in &mut campaign.audience.children {
            child.set_muted(true);
        }
        assert!(campaign.for_launch().audience.is_everyone(), "{joiner:?}");
    }
    // Any of nothing was never chosen: nothing makes everyone of it.
    campaign.audience = Group::of(Joiner::Any, Vec::new());
    assert!(!campaign.for_launch().audience.is_everyone());
}

#[test]
fn the_schema_accepts_the_example_and_refuses_wrong_values() {
    let validator = jsonschema::validator_for(&schema(&|field| [field.spec().id; 2])).expect("the schema is one");
    let mut value: Value = serde_json::from_str(EXAMPLE).expect("JSON");
    assert!(validator.is_valid(&value));
    value["expectations"] =
        json!([{ "visitor": { "url": "https://www.example.com/", "page_views": 3, "last_shown": null } }]);
    assert!(validator.is_valid(&value));
    for (key, wrong) in [
        ("visitor", json!({ "mood": 1 })),
        ("visitor", json!({ "visits": -1 })),
        ("shown", json!("no")),
    ] {
        let mut value = value.clone();
        value["expectations"][0][key] = wrong;
        assert!(!validator.is_valid(&value), "{key}");
    }
    value["audience"]["all"][0]["operator"] = json!("greater_than");
    assert!(!validator.is_valid(&value));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-z_]{1,8}", inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    /// Whatever is written reads back as the same campaign, and is written as the same bytes.
    #[test]
    fn writing_and_reading_are_inverse(name in "\\PC{0,20}", value in any_json(), extra in any_json(), muted: bool) {
        let mut campaign = example();
        campaign.name = name;
        campaign.extras.set("later", extra);
        campaign.audience.children.push(Node::Condition(Condition {
            field: Word::from_id("page_views"), value: Some(value), muted, ..Condition::default()
        }));
        let text = to_json(&campaign);
        let again = from_json(text.as_bytes()).expect("it was written here");
        prop_assert_eq!(to_json(&again), text);
    }

    /// Reading never panics, whatever the bytes.
    #[test]
    fn reading_never_panics(at in 0usize..1500, with in prop::collection::vec(any::<u8>(), 0..6)) {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        let at = at.min(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        let _ = from_json(&bytes);
    }

    /// Whatever value a file holds anywhere, reading ends in a campaign or in problems with remedies.
    #[test]
    fn any_value_anywhere_is_kept_or_explained(key in prop::sample::select(vec![
        "id", "name", "platform", "time_zone", "audience", "activity", "content", "schedule", "launcher_image", "launched_at",
        "expectations",
    ]), value in any_json()) {
        let mut file: Value = serde_json::from_str(EXAMPLE).expect("JSON");
        file[key] = value;
        if let Err(error) = from_json(file.to_string().as_bytes()) {
            prop_assert!(error.problems.iter().all(|problem| problem.position.is_some() && !problem.hint().is_empty()));
        }
    }
}
