//! Preset visitors and journeys by their names.

use beckon::visitor::{JourneyPreset, VisitorPreset};
use beckon::wording::text::{Language, Text};
use serde_json::json;

use super::support::{Desk, campaign, samples};

#[test]
fn a_visitor_is_a_file_or_a_preset() {
    let desk = Desk::new();
    let explain = |code, visitor| {
        desk.json(
            code,
            &["explain", "plans.campaign.json", "--visitor", visitor, "--json"],
        )
    };
    assert_eq!(explain(1, "first-visit")["shown"], false);
    assert_eq!(explain(0, "returning-turkish")["shown"], true);
    // A file of this name has priority over the preset.
    desk.write("first-visit", r#"{ "page_views": 9 }"#);
    assert_eq!(explain(0, "first-visit")["shown"], true);
}

#[test]
fn a_preset_is_on_the_page_that_the_campaign_asks_for() {
    let desk = Desk::new();
    let mut file = campaign();
    file["audience"] = json!({ "all": [
        { "field": "current_page_url", "operator": "starts_with", "value": "https://shop.example.com/checkout" } ] });
    desk.write("checkout.campaign.json", file.to_string());
    let args = ["explain", "checkout.campaign.json", "--visitor", "loyal", "--json"];
    assert_eq!(desk.json(0, &args)["shown"], true);
    let near = ["find-visitor", "plans.campaign.json", "--near", "phone-japan", "--json"];
    assert_eq!(desk.json(0, &near)["visitor"]["browser_language"], "ja-JP");
}

#[test]
fn every_preset_can_be_asked_about() {
    let desk = Desk::new();
    for preset in VisitorPreset::ALL {
        let answer = desk.run(&["explain", "plans.campaign.json", "--visitor", preset.name()]);
        assert!(answer.code < 2 && answer.err.is_empty(), "{preset:?}: {answer:?}");
    }
    for preset in JourneyPreset::ALL {
        let answer = desk.run(&["simulate", "plans.campaign.json", "--journey", preset.name()]);
        assert!(answer.code == 0 && answer.err.is_empty(), "{preset:?}: {answer:?}");
    }
}

#[test]
fn a_preset_that_there_is_not_is_refused_with_the_nearest() {
    let desk = Desk::new();
    for (arguments, hint) in [
        (
            ["explain", "plans.campaign.json", "--visitor", "frist-visit"],
            "the nearest preset is first-visit; see all of them with: beckon help visitors",
        ),
        (
            ["find-visitor", "plans.campaign.json", "--near", "Loyal"],
            "the nearest preset is loyal; see all of them with: beckon help visitors",
        ),
        (
            ["simulate", "plans.campaign.json", "--journey", "read-to-end"],
            "the nearest preset is reads-to-end; see all of them with: beckon help visitors",
        ),
        (
            ["explain", "plans.campaign.json", "--visitor", "qqqqqq"],
            "see the presets with: beckon help visitors",
        ),
    ] {
        let answer = desk.run(&arguments);
        answer.is_refusal();
        assert!(answer.err.trim_end().ends_with(hint), "{answer:?}");
    }
    let gone = desk.run(&["explain", "plans.campaign.json", "--visitor", "gone.json"]);
    gone.is_refusal();
    assert!(!gone.err.contains("preset"), "{gone:?}");
}

#[test]
fn the_document_lists_every_preset_as_the_window_calls_it() {
    let text = Text::of(Language::ENGLISH);
    let row = |name: &str, key: &str| format!("| `{name}` | {} | {} |", text.t(key), text.t(&format!("{key}-help")));
    let visitors = VisitorPreset::ALL
        .iter()
        .map(|preset| row(preset.name(), preset.label_key()));
    let journeys = JourneyPreset::ALL
        .iter()
        .map(|preset| row(preset.name(), preset.label_key()));
    let document = beckon::help::topic("visitors").expect("a topic").markdown;
    let listed: Vec<&str> = document.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(listed, visitors.chain(journeys).collect::<Vec<_>>());
    let sample = samples().join("welcome.campaign.json");
    let said = Desk::new().run(&["explain", &sample.to_string_lossy(), "--visitor", "first-visit"]);
    let verdict = said.out.lines().next().unwrap_or_default();
    assert!(!verdict.is_empty() && document.contains(verdict), "{said:?}");
}
