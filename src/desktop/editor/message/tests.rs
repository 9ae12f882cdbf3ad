use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};

use super::script::is_right_to_left;
use crate::{
    campaign::{
        Action, ContentType, CycleUnit, HoursIn, LauncherImage, LookKey, Named, OpenHours, RepeatCycle, TextPart, Word,
    },
    desktop::editor::testing::{Bench, bench},
    library::PictureUse,
    studio::{action::Action as Ask, editor_step::EditorStep, inspector::Section, session::Edit},
};

const RICH: &str = r#""content": { "type": "rich", "title": "Need a hand?", "image": "images/a.png", "image_alt": "",
    "button": { "name": "Plans", "action": { "message": "Plans" } }, "user_say": "Plans" },
    "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 0, "priority": 1 }, "launcher_image": "current""#;

fn window(json: &str) -> Harness<'static, Bench> {
    let mut harness = bench(EditorStep::Message, json);
    harness.set_size(egui::vec2(400.0, 2000.0));
    harness.run();
    harness
}

fn click(harness: &mut Harness<'static, Bench>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn type_into(harness: &mut Harness<'static, Bench>, name: &str, text: &str) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.get_by_label(name).type_text(text);
    harness.run();
}

#[test]
fn the_counter_and_the_finding_follow_the_title() {
    let mut harness = window(r#""content": { "type": "rich", "title": "e\u0301" }"#);
    harness.run();
    harness.get_by_label("1 of 20 characters");
    type_into(&mut harness, "Title", "12345678901234567890");
    harness.get_by_label("21 of 20 characters");
    harness.get_by_label("too long");
    let typed = Edit::Typed("editor-step-text", "/content/title".to_owned());
    assert_eq!(harness.state().edits, [typed]);
}

#[test]
fn a_counter_is_announced_once_little_room_is_left() {
    let mut harness = window(r#""content": { "type": "rich", "title": "1234567890" }"#);
    let live = |harness: &Harness<'static, Bench>, count: usize| {
        let words = format!("{count} of 20 characters");
        harness.get_by_label(&words).accesskit_node().live()
    };
    assert_eq!(live(&harness, 10), egui::accesskit::Live::Off);
    type_into(&mut harness, "Title", "12345678");
    assert_eq!(live(&harness, 18), egui::accesskit::Live::Polite);
    type_into(&mut harness, "Title", "123");
    assert_eq!(live(&harness, 21), egui::accesskit::Live::Polite);
}

#[test]
fn an_inserted_attribute_counts_as_its_fallback() {
    let mut harness = window(r#""content": { "type": "text", "text": "Hi " }"#);
    click(&mut harness, "Insert an attribute into Message");
    click(&mut harness, "Another attribute");
    let text = harness.state().campaign.content.text.clone();
    assert_eq!(text.as_deref(), Some("Hi {{attribute|fallback}}"));
    harness.get_by_label("11 of 250 characters");
    harness.get_by_label("Fallback").type_text("you");
    harness.run();
    let text = harness.state().campaign.content.text.clone();
    assert_eq!(
        text.as_deref(),
        Some("Hi {{attribute|you}}"),
        "the fallback was selected"
    );
}

#[test]
fn another_type_keeps_what_was_written() {
    let mut harness = window(RICH);
    click(&mut harness, "Open window");
    assert_eq!(
        harness.state().campaign.content.kind,
        Word::Known(ContentType::OpenWindow)
    );
    assert!(harness.query_by_label("Title").is_none());
    click(&mut harness, "Rich card");
    assert_eq!(harness.state().campaign.content.title.as_deref(), Some("Need a hand?"));
}

#[test]
fn the_button_says_something_or_opens_a_link() {
    let mut harness = window(RICH);
    click(&mut harness, "When the button is pressed: Open a link");
    type_into(&mut harness, "Link", "example.com");
    harness.get_by_label("link without scheme");
    let action = |harness: &Harness<'static, Bench>| {
        let button = harness.state().campaign.content.button.clone();
        button.and_then(|button| button.action)
    };
    assert_eq!(action(&harness), Some(Action::Link("example.com".to_owned())));
    click(&mut harness, "When the button is pressed: Say to the bot");
    assert_eq!(action(&harness), Some(Action::Message("Plans".to_owned())));
}

#[test]
fn a_picture_is_asked_for_and_removed() {
    let mut harness = window(RICH);
    click(&mut harness, "Replace");
    assert_eq!(harness.state().asked, [Ask::ChoosePicture(PictureUse::Card)]);
    click(&mut harness, "Remove Picture");
    assert_eq!(harness.state().campaign.content.image, None);
    harness.get_by_label("Choose a picture");
}

#[test]
fn the_schedule_is_entered() {
    let mut harness = window(RICH);
    click(&mut harness, "Repeat cycle");
    click(&mut harness, "hour");
    type_into(&mut harness, "Repeat cycle length", "2");
    type_into(&mut harness, "Message delay", ".5");
    let schedule = &harness.state().campaign.schedule;
    assert_eq!(schedule.repeat_cycle, Some(RepeatCycle::every(12, CycleUnit::Hour)));
    assert!((schedule.delay_seconds() - 0.5).abs() < f64::EPSILON);
    click(&mut harness, "Repeat cycle");
    click(&mut harness, "Every page view");
    assert_eq!(harness.state().campaign.schedule.repeat_cycle, None);
}

fn run(harness: &Harness<'static, Bench>) -> Option<[Option<String>; 2]> {
    let runs = harness.state().campaign.schedule.runs.clone();
    runs.map(|runs| [runs.from, runs.until])
}

fn leave(harness: &mut Harness<'static, Bench>) {
    harness.key_press(egui::Key::Tab);
    harness.run();
}

#[test]
fn a_run_is_typed_as_people_write_dates() {
    let some = |text: &str| Some(text.to_owned());
    let mut harness = window(RICH);
    type_into(&mut harness, "Runs from", "1 Temmuz 2027");
    leave(&mut harness);
    assert_eq!(run(&harness), Some([some("2027-07-01T00:00"), None]));
    type_into(&mut harness, "Runs until", "Aug 3, 2027");
    leave(&mut harness);
    assert_eq!(
        run(&harness),
        Some([some("2027-07-01T00:00"), some("2027-08-03T23:59")])
    );
    for (name, typed) in [("Runs from time", "9"), ("Runs until time", "6 pm")] {
        harness.get_by_label(name).focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        harness.run();
        type_into(&mut harness, name, typed);
        leave(&mut harness);
    }
    assert_eq!(
        run(&harness),
        Some([some("2027-07-01T09:00"), some("2027-08-03T18:00")])
    );
    // Without a date, there is no end.
    for name in ["Runs from", "Runs until"] {
        harness.get_by_label(name).focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        harness.run();
        harness.key_press(egui::Key::Delete);
        harness.run();
    }
    assert_eq!(run(&harness), None);
}

#[test]
fn a_run_is_chosen_in_the_calendar() {
    let mut harness = window(RICH);
    click(&mut harness, "Runs until calendar");
    click(&mut harness, "Next month");
    let day = harness.get_all_by_role(egui::accesskit::Role::Button);
    let names: Vec<String> = day.filter_map(|node| node.accesskit_node().label()).collect();
    let fifteenth = names.iter().find(|name| name.ends_with("-15")).expect("a day").clone();
    click(&mut harness, &fifteenth);
    assert_eq!(run(&harness), Some([None, Some(format!("{fifteenth}T23:59"))]));
}

#[test]
fn hours_are_added_changed_and_removed() {
    let mut harness = window(RICH);
    click(&mut harness, "Add hours");
    click(&mut harness, "Hours 1: Friday");
    click(&mut harness, "Hours 1: Sunday");
    harness.get_by_label("Hours 1 until").focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    type_into(&mut harness, "Hours 1 until", "22.30");
    leave(&mut harness);
    click(&mut harness, "Whose clock: The visitor’s");
    let schedule = harness.state().campaign.schedule.clone();
    let days: Vec<_> = schedule.hours[0].weekdays().map(Named::id).collect();
    assert_eq!(days, ["monday", "tuesday", "wednesday", "thursday", "sunday"]);
    assert_eq!(schedule.hours[0].until.as_deref(), Some("22:30"));
    assert_eq!(schedule.hours_in(), HoursIn::Visitor);
    click(&mut harness, "Add hours");
    click(&mut harness, "Remove hours 1");
    assert_eq!(harness.state().campaign.schedule.hours, [OpenHours::usual()]);
    click(&mut harness, "Remove hours 1");
    assert!(harness.query_by_label("Whose clock: The visitor’s").is_none());
}

#[test]
fn days_are_no_wider_than_the_fields_around_them() {
    let mut harness = window(RICH);
    harness.set_size(egui::vec2(320.0, 2000.0));
    harness.run();
    let right = |harness: &Harness<'static, Bench>, name: &str| harness.get_by_label(name).rect().right();
    let before = right(&harness, "Priority");
    click(&mut harness, "Add hours");
    assert!(right(&harness, "Hours 1: Sunday") <= before + 0.5);
    assert!(
        (right(&harness, "Priority") - before).abs() < 0.5,
        "nothing is pushed aside"
    );
}

#[test]
fn the_priority_is_what_the_engine_reads_and_anything_else_is_explained() {
    const WHY: &str = "Not a whole number, so it is not used. Write one such as 1.";
    let cases = [
        ("0", Some(0)),
        ("-5", Some(-5)),
        ("99999999999", Some(99_999_999_999)),
        ("abc", None),
        ("2.5", None),
        ("9007199254740993", None),
        ("7", Some(7)),
    ];
    let mut harness = window(RICH);
    let mut last = 1;
    for (typed, taken) in cases {
        harness.get_by_label("Priority").focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        harness.run();
        type_into(&mut harness, "Priority", typed);
        last = taken.unwrap_or(last);
        assert_eq!(harness.state().campaign.schedule.rank(), last, "{typed}");
        assert_eq!(harness.query_by_label(WHY).is_some(), taken.is_none(), "{typed}");
        harness.get_by_label("Message delay").focus();
        harness.run();
        assert_eq!(
            harness.query_by_label(WHY).is_some(),
            taken.is_none(),
            "{typed}, and the keyboard is elsewhere"
        );
        if taken.is_none() {
            assert_eq!(
                harness.get_by_label("Priority").value().as_deref(),
                Some(typed),
                "nothing is swallowed"
            );
        }
        if let Some(finding) = harness.query_by_label("priority not whole") {
            panic!("the checks refuse {typed}: {finding:?}");
        }
    }
    harness.state_mut().campaign.schedule.priority = Some(3.into());
    harness.run();
    assert_eq!(harness.get_by_label("Priority").value().as_deref(), Some("3"));
}

#[test]
fn the_launcher_can_have_its_own_picture() {
    let mut harness = window(RICH);
    click(&mut harness, "Launcher image");
    click(&mut harness, "Own picture");
    let image = harness.state().campaign.launcher_image.clone();
    assert_eq!(image, Some(LauncherImage::Image(String::new())));
    click(&mut harness, "Choose a picture");
    assert_eq!(harness.state().asked, [Ask::ChoosePicture(PictureUse::Launcher)]);
}

#[test]
fn text_from_right_to_left_is_pointed_out() {
    for (text, wanted) in [
        ("مرحبا", true),
        ("שלום", true),
        ("Selam ✓", false),
        ("日本", false),
        ("", false),
    ] {
        assert_eq!(is_right_to_left(text), wanted, "{text}");
    }
}

#[test]
fn a_value_of_the_look_follows_the_site_until_it_is_changed_and_again_when_asked_to() {
    let mut harness = window(RICH);
    harness.get_by_label("Follows the site");
    harness.get_by_label("Leafhouse");
    click(&mut harness, "Place on the page: Top left");
    assert!(harness.query_by_label("Follows the site").is_none());
    let place = |harness: &Harness<'static, Bench>| harness.state().campaign.look.get(LookKey::Position).cloned();
    assert_eq!(place(&harness), Some("top_left".into()));
    click(&mut harness, "Place on the page: follow the site again (Bottom right)");
    assert_eq!(place(&harness), None);
    assert_eq!(
        harness.state().edits,
        [Edit::Step("editor-step-look"), Edit::Step("editor-step-follow")]
    );
}

#[test]
fn a_colour_is_typed_and_its_contrast_is_shown() {
    let json = format!(r##"{RICH}, "look": {{ "card": "#ffffff", "text": "#777777", "radius": 4 }}"##);
    let mut harness = window(&json);
    harness.get_by_label("low contrast");
    let told = |harness: &Harness<'static, Bench>, name: &str| harness.get_by_label(name).value();
    assert_eq!(told(&harness, "Text colour: choose").as_deref(), Some("4.4 : 1"));
    assert_eq!(told(&harness, "Card colour: choose").as_deref(), Some("#ffffff"));
    click(&mut harness, "Text colour: choose");
    harness
        .get_by_role_and_label(egui::Role::TextInput, "Text colour")
        .focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    type_into(&mut harness, "Text colour", "#101828");
    assert_eq!(told(&harness, "Text colour: choose").as_deref(), Some("17.7 : 1"));
    click(&mut harness, "Text colour: follow the site again (the theme’s own)");
    assert_eq!(harness.state().campaign.look.get(LookKey::Text), None);
    harness.key_press(egui::Key::Escape);
    harness.run();
    harness.state_mut().edits.clear();
    click(&mut harness, "Follow the site in everything");
    assert!(harness.state().campaign.look.is_empty());
    assert_eq!(harness.state().edits, [Edit::Step("editor-step-follow")]);
}

#[test]
fn arrow_keys_choose_the_type_of_message() {
    let mut harness = window(RICH);
    let chosen = |harness: &Harness<'static, Bench>| harness.state().campaign.content.kind.known();
    harness.get_by_label("Rich card").focus();
    harness.run();
    for (key, expected, focused) in [
        (egui::Key::ArrowRight, ContentType::Text, "Text"),
        (egui::Key::ArrowDown, ContentType::OpenWindow, "Open window"),
        (egui::Key::ArrowRight, ContentType::OpenWindow, "Open window"),
        (egui::Key::ArrowLeft, ContentType::Text, "Text"),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(chosen(&harness), Some(expected), "{key:?}");
        let card = harness.get_by_role_and_label(egui::Role::RadioButton, focused);
        assert!(card.accesskit_node().is_focused(), "{key:?}");
    }
}

#[test]
fn what_leads_to_a_value_of_a_look_arrives_at_its_control() {
    for key in LookKey::ALL {
        let mut harness = window(RICH);
        harness.run();
        harness.state_mut().focus = Some(format!("/look/{}", key.spec().id));
        harness.run();
        let focused = harness.ctx.memory(|memory| memory.focused());
        assert!(focused.is_some(), "nothing has the focus for {key:?}");
    }
}

#[test]
fn a_picture_has_words_or_is_decoration() {
    let mut harness = window(RICH);
    let alt = |harness: &Harness<'_, Bench>| harness.state().campaign.content.image_alt.clone();
    assert!(harness.query_by_label("Alt text").is_none(), "decoration has no words");
    click(&mut harness, "The picture is decoration only");
    assert_eq!(alt(&harness), None);
    type_into(&mut harness, "Alt text", "A plant");
    assert_eq!(alt(&harness).as_deref(), Some("A plant"));
    assert!(
        harness.query_by_label("Insert an attribute into Alt text").is_none(),
        "it is the same for every visitor"
    );
    harness.state_mut().campaign.content.image = None;
    harness.run();
    assert!(
        harness.query_by_label("Alt text").is_none(),
        "without a picture there is nothing to say"
    );
    assert_eq!(alt(&harness).as_deref(), Some("A plant"), "and nothing is lost");
}

#[test]
fn a_folded_section_says_what_is_wrong_in_it_and_opens_for_what_leads_there() {
    let json = RICH.replace("Need a hand?", "A title that is far too long");
    let mut harness = window(&json);
    click(&mut harness, "Content");
    assert!(harness.query_by_label("Title").is_none());
    assert!(harness.state().folds.folded().eq([Section::Content]));
    harness.get_by_label("1");
    harness.state_mut().focus = Some("/content/title".to_owned());
    harness.run();
    assert!(harness.state().folds.folded().next().is_none());
    let field = harness.get_by_role_and_label(egui::Role::TextInput, "Title");
    assert!(field.accesskit_node().is_focused());
    for section in Section::ALL {
        harness.get_by_role_and_label(egui::Role::Button, &harness.state().title(*section));
    }
}

const TWO_LANGUAGES: &str = r#""content": { "type": "rich", "title": "Need a hand?", "language": "en",
    "button": { "name": "Plans", "action": { "message": "Plans" } }, "user_say": "Plans", "translations": { "tr": { "title": "Yard" } } }"#;

#[test]
fn a_language_is_chosen_and_what_is_missing_is_counted() {
    let mut harness = window(TWO_LANGUAGES);
    click(&mut harness, "Turkish · 3 missing");
    assert!(harness.state().asked.contains(&Ask::Speak(Some("tr".to_owned()))));
    harness.get_by_label("English (own)");
}

#[test]
fn a_translation_is_written_below_the_campaigns_own_text() {
    let mut harness = window(TWO_LANGUAGES);
    harness.state_mut().speaks = Some("tr".to_owned());
    harness.run();
    harness.get_by_label("Need a hand?");
    type_into(&mut harness, "Title", "ım");
    type_into(&mut harness, "Button name", "Planlar");
    let content = &harness.state().campaign.content;
    let texts = &content.translations[0].texts;
    assert_eq!(texts.title.as_deref(), Some("Yardım"));
    // What the campaign says twice, its translation does, too.
    let said = [TextPart::ButtonName, TextPart::ButtonMessage, TextPart::UserSay].map(|part| texts.text(part));
    assert_eq!(said, [Some("Planlar"); 3]);
    assert_eq!(content.title.as_deref(), Some("Need a hand?"));
    let typed = Edit::Typed("editor-step-text", "/content/translations/tr/title".to_owned());
    assert_eq!(harness.state().edits[0], typed);
}

#[test]
fn a_translation_is_removed_in_one_step() {
    let mut harness = window(TWO_LANGUAGES);
    harness.state_mut().speaks = Some("tr".to_owned());
    harness.run();
    click(&mut harness, "Remove Turkish");
    assert_eq!(harness.state().campaign.content.translations, []);
    assert_eq!(harness.state().edits, [Edit::Step("editor-step-language-remove")]);
}

#[test]
fn replies_begin_with_what_the_button_does_and_are_edited_one_by_one() {
    let mut harness = window(RICH);
    click(&mut harness, "Use quick replies");
    assert!(harness.query_by_label("Button name").is_none(), "they take its place");
    click(&mut harness, "Add a reply");
    type_into(&mut harness, "Reply 2", "Prices");
    click(&mut harness, "Move reply 2 up");
    click(&mut harness, "Remove reply 2");
    type_into(&mut harness, "Reply 1 says", "How much?");
    let content = &harness.state().campaign.content;
    let replies: Vec<_> = content.replies.iter().map(|reply| reply.name.as_deref()).collect();
    assert_eq!(replies, [Some("Prices")]);
    assert_eq!(content.replies[0].action, Some(Action::Message("How much?".to_owned())));
    let button = content.button.as_ref().and_then(|button| button.name.as_deref());
    assert_eq!(button, Some("Plans"), "it stays in the draft");
    click(&mut harness, "Remove reply 1");
    harness.get_by_label("Button name");
}

#[test]
fn replies_are_no_wider_than_the_fields_around_them() {
    let mut harness = window(RICH);
    let right = |harness: &Harness<'static, Bench>, name: &str| harness.get_by_label(name).rect().right();
    let edge = right(&harness, "Title");
    click(&mut harness, "Use quick replies");
    for _ in 1..4 {
        click(&mut harness, "Add a reply");
    }
    for name in [
        "Remove reply 1",
        "Remove reply 4",
        "Reply 1 says",
        "Reply 4 says",
        "Title",
    ] {
        let end = right(&harness, name);
        assert!(end <= edge + 0.5, "{name} ends at {end}, the fields at {edge}");
    }
}
