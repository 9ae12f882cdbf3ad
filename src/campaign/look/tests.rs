use serde_json::json;

use super::*;
use crate::campaign::{Campaign, Rgb, from_json, to_json};

#[test]
fn every_usual_value_is_possible() {
    for key in LookKey::ALL {
        let spec = key.spec();
        assert!(spec.kind.accepts(&spec.kind.usual()), "{}", spec.id);
        assert_eq!(LookKey::from_id(spec.id), Some(*key));
    }
    assert_eq!(Style::of(&[&Look::usual()]), Style::of(&[]));
}

#[test]
fn a_campaign_comes_before_the_site_value_by_value() {
    let site = Look::default().with(LookKey::Radius, 8).with(LookKey::Color, "#16a34a");
    let campaign = Look::default().with(LookKey::Radius, 0).with(LookKey::Width, 320);
    let style = Style::of(&[&campaign, &site]);
    assert_eq!((style.radius, style.width), (0, 320));
    assert_eq!(style.color.to_string(), "#16a34a");
    assert_eq!(style.position, PagePlace::BottomRight);
}

#[test]
fn null_is_the_theme_s_own_colour_and_no_gap() {
    let site = Look::default()
        .with(LookKey::Card, "#000000")
        .with(LookKey::Color, "#16a34a");
    let campaign = Look::default().with(LookKey::Card, Value::Null);
    assert_eq!(Style::of(&[&campaign, &site]).card, None);
    // No other key has a null of its own.
    let file = json!({ "format": "beckon.campaign", "version": 1, "look": { "color": null, "card": null } });
    let read = from_json(file.to_string().as_bytes()).expect("a draft");
    assert_eq!(read.look.chosen().count(), 1);
}

#[test]
fn what_is_impossible_gives_way_to_the_site() {
    let site = Look::default().with(LookKey::Width, 480);
    for width in [json!(279), json!(561), json!(400.5), json!(-1)] {
        let campaign = Look::default().with(LookKey::Width, width.clone());
        assert_eq!(Style::of(&[&campaign, &site]).width, 480, "{width}");
        assert!(campaign.possible().is_empty(), "{width}");
    }
    for (key, value) in [
        (LookKey::Color, json!("red")),
        (LookKey::Font, json!("comic")),
        (LookKey::Offset, json!([20])),
        (LookKey::Offset, json!([20, 201])),
        (LookKey::Offset, json!(["20", 20])),
    ] {
        let look = Look::default().with(key, value);
        assert_eq!(Style::of(&[&look]), Style::default(), "{look:?}");
    }
}

#[test]
fn a_look_is_saved_as_it_was_read() {
    let file = "{\n  \"format\": \"beckon.campaign\",\n  \"version\": 1,\n  \"id\": \"a\",\n  \"name\": \"b\",\n  \
        \"audience\": {\n    \"all\": []\n  },\n  \"activity\": {\n    \"join\": \"and\",\n    \"conditions\": []\n  },\n  \
        \"content\": {},\n  \"look\": {\n    \"tilt\": 3,\n    \"card\": null,\n    \"offset\": [\n      4,\n      8\n    ],\n    \
        \"width\": 9000,\n    \"motion\": \"spin\"\n  },\n  \"schedule\": {\n    \"repeat_cycle\": null\n  }\n}\n";
    let campaign = from_json(file.as_bytes()).expect("a draft");
    assert_eq!(to_json(&campaign), file);
}

#[test]
fn an_empty_look_stays_and_makes_way() {
    let file = br#"{ "format": "beckon.campaign", "version": 1, "look": {} }"#;
    let mut campaign = from_json(file).expect("a draft");
    assert!(to_json(&campaign).contains("\"look\": {}"));
    campaign.look.set(LookKey::Radius, Some(3.into()));
    let again = from_json(to_json(&campaign).as_bytes()).expect("what was saved");
    assert_eq!(again.look.get(LookKey::Radius), Some(&json!(3)));
    assert!(!to_json(&Campaign::default()).contains("look"));
}

#[test]
fn the_card_s_colour_decides_between_light_and_dark() {
    let style = |card: &str| Style::of(&[&Look::default().with(LookKey::Card, card)]);
    for (card, dark) in [("#fff7ed", false), ("#7c2d12", true), ("#000000", true)] {
        for system in [false, true] {
            let colors = style(card).colors(system);
            assert_eq!(colors.dark, dark, "{card}");
            assert!(colors.of_text() >= READABLE, "{card}: {}", colors.of_text());
        }
    }
    assert_eq!(Style::default().every_colors().len(), 2);
    assert_eq!(style("#000000").every_colors().len(), 1);
}

#[test]
fn every_card_leaves_the_theme_a_readable_text() {
    for r in (0..=255).step_by(15) {
        for g in (0..=255).step_by(15) {
            for b in (0..=255).step_by(15) {
                let card = Rgb::new(r, g, b);
                let colors = Style {
                    card: Some(card),
                    ..Style::default()
                }
                .colors(false);
                assert!(colors.of_text() >= 4.0, "{card}: {:.2}", colors.of_text());
            }
        }
    }
}
