use egui_kittest::kittest::Queryable;

use crate::{
    desktop::editor::testing::bench,
    studio::{action::Action, command::Command, editor_step::EditorStep, export::Export},
};

const SOUND: &str = r#""id": "0193a1b2-7c00-7000-8000-000000000001", "name": "Hello", "platform": "web_messenger", "time_zone": "Europe/Istanbul",
    "audience": { "all": [ { "field": "visits", "operator": "at_least", "value": 1 } ] },
    "content": { "type": "text", "text": "Hi", "user_say": "Hi" },
    "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 2, "priority": 1 }, "launcher_image": "current""#;

#[test]
fn each_finding_leads_to_its_place() {
    let mut harness = bench(EditorStep::Review, &SOUND.replace(r#""text": "Hi", "#, ""));
    harness.get_by_label("Show: missing text").click();
    harness.run();
    let place = Some("/content/text".to_owned());
    assert_eq!(harness.state().asked, [Action::GoTo(EditorStep::Message, place)]);
    assert!(harness.query_by_label("Ready to launch").is_none());
}

#[test]
fn a_sound_campaign_says_so_and_can_be_exported() {
    let mut harness = bench(EditorStep::Review, SOUND);
    harness.run();
    harness.get_by_label("Ready to launch");
    harness.get_by_label("Campaign file").click();
    harness.run();
    assert_eq!(harness.state().asked, [Action::Do(Command::Export(Export::Campaign))]);
}

#[test]
fn the_time_zone_is_searched_and_chosen() {
    let mut harness = bench(EditorStep::Review, SOUND);
    harness.get_by_label("Time zone").click();
    harness.run();
    harness.get_by_label("Search time zones").type_text("tokyo");
    harness.run();
    harness.get_by_label("Asia/Tokyo").click();
    harness.run();
    assert_eq!(harness.state().campaign.time_zone.as_deref(), Some("Asia/Tokyo"));
}
