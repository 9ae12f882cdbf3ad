use super::*;
use crate::{
    campaign::{Condition, Node, TextPart, Word},
    studio::testing,
};

/// A campaign whose message says everything that is needed.
fn complete() -> Campaign {
    let mut campaign = testing::campaign("Sale");
    campaign.content.kind = Word::Known(ContentType::Rich);
    for part in [
        TextPart::Title,
        TextPart::ButtonName,
        TextPart::ButtonMessage,
        TextPart::UserSay,
    ] {
        campaign.content.set_text(part, Some("Hello".to_owned()));
    }
    campaign
}

fn line(pointer: &str, kind: Kind) -> FindingLine {
    FindingLine {
        pointer: pointer.to_owned(),
        kind,
        message: String::new(),
        remedy: String::new(),
    }
}

/// Where the keyboard goes with these findings, each at a place.
fn on(step: EditorStep, aim: Aim, campaign: &Campaign, findings: &[(&str, Kind)]) -> Landing {
    let lines: Vec<_> = findings.iter().map(|(place, kind)| line(place, *kind)).collect();
    let known = Known {
        campaign,
        findings: lines.iter(),
        selected: None,
        act: Some(LaunchAct::Launch),
    };
    landing(step, aim, known)
}

fn place(pointer: &str) -> Landing {
    Landing::Place(pointer.to_owned())
}

#[test]
fn the_message_begins_where_something_is_missing_in_the_order_of_its_fields() {
    let campaign = complete();
    let on = |findings: &[(&str, Kind)]| on(EditorStep::Message, Aim::Step, &campaign, findings);
    assert_eq!(on(&[]), place("/content/title"));
    let missing = [
        ("/name", Kind::ToDo),
        ("/schedule/priority", Kind::Blocker),
        ("/content/user_say", Kind::ToDo),
        ("/content/button/name", Kind::ToDo),
    ];
    assert_eq!(on(&missing), place("/content/button/name"));
    assert_eq!(on(&missing[..2]), place("/schedule/priority"));
    assert_eq!(on(&[("/content/subtitle", Kind::Advice)]), place("/content/title"));
    assert_eq!(on(&[("/content/type", Kind::ToDo), missing[2]]), place("/content/type"));
}

#[test]
fn a_message_without_a_type_begins_with_it() {
    let campaign = Campaign::default();
    assert_eq!(on(EditorStep::Message, Aim::Step, &campaign, &[]), place(TYPE));
}

#[test]
fn the_audience_begins_with_the_row_that_is_not_finished() {
    let mut campaign = complete();
    let on = |campaign: &Campaign, findings: &[(&str, Kind)]| on(EditorStep::Audience, Aim::Step, campaign, findings);
    assert_eq!(on(&campaign, &[]), place("/audience"));
    for _ in 0..2 {
        campaign.audience.children.push(Node::Condition(Condition::default()));
    }
    let missing = [("/content/title", Kind::ToDo), ("/audience/all/1/field", Kind::ToDo)];
    assert_eq!(on(&campaign, &missing), place("/audience/all/1/field"));
    let first = NodeLocation::Audience(NodePath(vec![0]));
    assert_eq!(on(&campaign, &missing[..1]), Landing::Row(first));
    let second = NodeLocation::Audience(NodePath(vec![1]));
    let known = Known {
        campaign: &campaign,
        findings: std::iter::empty(),
        selected: Some(&second),
        act: None,
    };
    assert_eq!(landing(EditorStep::Audience, Aim::Step, known), Landing::Row(second));
}

#[test]
fn only_the_way_to_a_launch_ends_at_the_button_that_launches() {
    let campaign = complete();
    let on = |aim, findings: &[(&str, Kind)]| on(EditorStep::Review, aim, &campaign, findings);
    assert_eq!(on(Aim::Launch, &[]), Landing::Launch);
    assert_eq!(on(Aim::Launch, &[("/content/image", Kind::Advice)]), Landing::Launch);
    assert_eq!(on(Aim::Step, &[]), Landing::First);
    assert_eq!(
        on(Aim::Launch, &[("/content/title", Kind::ToDo)]),
        place("/content/title")
    );
    for act in [LaunchAct::Done, LaunchAct::OnItsWay, LaunchAct::Choose] {
        let known = Known {
            campaign: &campaign,
            findings: std::iter::empty(),
            selected: None,
            act: Some(act),
        };
        assert_eq!(
            landing(EditorStep::Review, Aim::Launch, known),
            Landing::First,
            "{act:?}"
        );
    }
}
