use super::*;
use crate::campaign::Word;

fn card() -> Content {
    Content {
        kind: Word::Known(ContentType::Rich),
        ..Content::default()
    }
}

/// What the button is called, what it says, and what the visitor says.
fn texts(content: &Content) -> [&str; 3] {
    CHAIN.map(|part| said(content, part))
}

fn type_in(content: &mut Content, part: TextPart, text: &str) {
    write(content, part, (!text.is_empty()).then(|| text.to_owned()));
}

#[test]
fn what_a_new_button_is_called_is_what_it_says() {
    let mut content = card();
    for typed in ["G", "Go", "", "Y", "Yes"] {
        type_in(&mut content, TextPart::ButtonName, typed);
        assert_eq!(texts(&content), [typed; 3]);
        assert_eq!(
            content.action(ClickTarget::Message),
            Some(&Action::Message(typed.to_owned()))
        );
    }
}

#[test]
fn a_text_that_was_written_on_its_own_stays() {
    let mut content = card();
    type_in(&mut content, TextPart::ButtonName, "Go");
    type_in(&mut content, TextPart::UserSay, "Let’s go");
    type_in(&mut content, TextPart::ButtonName, "Go on");
    assert_eq!(texts(&content), ["Go on", "Go on", "Let’s go"]);
    type_in(&mut content, TextPart::ButtonMessage, "I want to go");
    assert_eq!(texts(&content), ["Go on", "I want to go", "Let’s go"]);
    // What the visitor says is that of the message, not of the name, whatever it says.
    type_in(&mut content, TextPart::UserSay, "Go on");
    type_in(&mut content, TextPart::ButtonName, "Off");
    assert_eq!(texts(&content), ["Off", "I want to go", "Go on"]);
}

#[test]
fn what_the_visitor_says_follows_what_the_button_says() {
    let mut content = card();
    type_in(&mut content, TextPart::ButtonName, "Plans");
    type_in(&mut content, TextPart::ButtonMessage, "Which plans are there?");
    assert_eq!(
        texts(&content),
        ["Plans", "Which plans are there?", "Which plans are there?"]
    );
}

#[test]
fn a_link_stays_a_link() {
    let mut content = card();
    content.set_action(
        ClickTarget::Message,
        Some(Action::Link("https://www.example.com/".to_owned())),
    );
    type_in(&mut content, TextPart::ButtonName, "Shop");
    assert_eq!(texts(&content), ["Shop", "", "Shop"]);
    assert_eq!(content.text(TextPart::ButtonLink), Some("https://www.example.com/"));
}

#[test]
fn other_types_and_other_texts_have_nothing_that_follows() {
    let mut content = card();
    type_in(&mut content, TextPart::Title, "Hello");
    assert_eq!(texts(&content), [""; 3]);
    content.kind = Word::Known(ContentType::Text);
    type_in(&mut content, TextPart::ButtonName, "Go");
    assert_eq!(texts(&content), ["Go", "", ""]);
}
