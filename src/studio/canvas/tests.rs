use super::*;
use crate::campaign::{Button, ReplyPlace, Word};
use crate::popup::{Area, Layout, PartBox};

const PICTURE: MessagePart = MessagePart::Picture;
const TITLE: MessagePart = MessagePart::Text(TextPart::Title);
const SUBTITLE: MessagePart = MessagePart::Text(TextPart::Subtitle);
const BUTTON: MessagePart = MessagePart::Text(TextPart::ButtonName);
const CARD: [MessagePart; 4] = [PICTURE, TITLE, SUBTITLE, BUTTON];

fn after(events: &[Event]) -> (Held, Option<Request>) {
    let mut canvas = Canvas::default();
    let requests = events.iter().map(|event| canvas.on(*event, &CARD));
    let last = requests.last().flatten();
    (canvas.held(), last)
}

#[test]
fn one_press_chooses_and_a_second_one_types() {
    let field = Some(Request::Field("/content/title"));
    assert_eq!(after(&[Event::Press(TITLE)]), (Held::Part(TITLE), field));
    let twice = after(&[Event::Press(TITLE), Event::Press(TITLE)]);
    assert_eq!(twice, (Held::Typing(TextPart::Title), None));
    let other = after(&[Event::Press(TITLE), Event::Press(TITLE), Event::Press(SUBTITLE)]);
    assert_eq!(other, (Held::Part(SUBTITLE), Some(Request::Field("/content/subtitle"))));
    let picture = after(&[Event::Press(PICTURE), Event::Press(PICTURE)]);
    assert_eq!(picture, (Held::Part(PICTURE), Some(Request::ChoosePicture)));
}

#[test]
fn fields_and_parts_choose_the_same_thing() {
    assert_eq!(after(&[Event::Field(TITLE)]), (Held::Part(TITLE), None));
    assert_eq!(after(&[Event::Field(TITLE), Event::Elsewhere]), (Held::Nothing, None));
    let reached = after(&[Event::Reach(BUTTON)]);
    assert_eq!(
        reached,
        (Held::Part(BUTTON), Some(Request::Reveal("/content/button/name")))
    );
    assert_eq!(
        after(&[Event::Reach(BUTTON), Event::Reach(BUTTON)]),
        (Held::Part(BUTTON), None)
    );
    let typed = [Event::Field(TITLE), Event::Press(TITLE), Event::Field(SUBTITLE)];
    assert_eq!(
        after(&typed),
        (Held::Part(SUBTITLE), None),
        "a field that is written in ends typing elsewhere"
    );
}

#[test]
fn typing_goes_through_the_texts_in_reading_order_and_ends_beyond_them() {
    let (forward, back) = (Event::Go { forward: true }, Event::Go { forward: false });
    let begun = [Event::Press(TITLE), Event::Press(TITLE)];
    let then = |events: &[Event]| after(&[&begun[..], events].concat());
    let subtitle = (
        Held::Typing(TextPart::Subtitle),
        Some(Request::Reveal("/content/subtitle")),
    );
    assert_eq!(then(&[forward]), subtitle);
    assert_eq!(then(&[forward, forward, back]), subtitle);
    assert_eq!(then(&[forward, forward]).0, Held::Typing(TextPart::ButtonName));
    assert_eq!(then(&[forward; 3]), (Held::Part(BUTTON), Some(Request::Part(BUTTON))));
    assert_eq!(
        then(&[back]),
        (Held::Part(TITLE), Some(Request::Part(TITLE))),
        "a picture is not typed into"
    );
    assert_eq!(after(&[Event::Field(TITLE), forward]), (Held::Part(TITLE), None));
}

#[test]
fn escape_ends_typing_then_lets_go() {
    let begun = [Event::Press(TITLE), Event::Press(TITLE), Event::Leave];
    assert_eq!(after(&begun), (Held::Part(TITLE), Some(Request::Part(TITLE))));
    assert_eq!(after(&[&begun[..], &[Event::Leave]].concat()), (Held::Nothing, None));
    let stopped = [Event::Press(TITLE), Event::Press(TITLE), Event::Stop];
    assert_eq!(
        after(&stopped),
        (Held::Part(TITLE), None),
        "the keyboard is elsewhere already"
    );
    for event in [Event::LetGo, Event::Elsewhere] {
        let typing = [Event::Press(TITLE), Event::Press(TITLE), event];
        assert_eq!(after(&typing), (Held::Nothing, None), "{event:?}");
    }
}

#[test]
fn a_part_that_the_message_does_not_have_is_not_chosen() {
    let mut canvas = Canvas::default();
    let text = [MessagePart::Text(TextPart::Text)];
    assert_eq!(canvas.on(Event::Press(TITLE), &text), None);
    assert_eq!(canvas.held(), Held::Nothing);
    canvas.on(Event::Press(TITLE), &CARD);
    canvas.on(Event::Stop, &text);
    assert_eq!(canvas.held(), Held::Nothing, "the message has another type now");
}

#[test]
fn texts_can_be_chosen_before_they_say_anything() {
    let mut content = Content {
        kind: Word::Known(ContentType::Rich),
        ..Content::default()
    };
    assert_eq!(choosable(&content, |_| false), CARD[1..]);
    assert_eq!(choosable(&content, |_| true), CARD);
    content.replies = vec![Button::default(); 2];
    let replies = [ReplyPlace::First, ReplyPlace::Second].map(|place| MessagePart::Text(TextPart::ReplyName(place)));
    assert_eq!(
        choosable(&content, |_| true),
        [&CARD[..3], &replies].concat(),
        "they take the button's place"
    );
}

#[test]
fn a_field_leads_to_the_part_that_shows_it() {
    for (pointer, kind, part) in [
        ("/content/title", ContentType::Rich, Some(TITLE)),
        ("/content/image", ContentType::Rich, Some(PICTURE)),
        ("/content/image_alt", ContentType::Rich, Some(PICTURE)),
        ("/content/button/name", ContentType::Rich, Some(BUTTON)),
        ("/content/button/action/link", ContentType::Rich, Some(BUTTON)),
        ("/content/user_say", ContentType::Rich, None),
        (
            "/content/replies/1/action/link",
            ContentType::Text,
            Some(MessagePart::Text(TextPart::ReplyName(ReplyPlace::Second))),
        ),
        (
            "/content/user_say",
            ContentType::OpenWindow,
            Some(MessagePart::Text(TextPart::UserSay)),
        ),
        ("/content/title", ContentType::Text, None),
        ("/schedule/priority", ContentType::Rich, None),
    ] {
        assert_eq!(shown_by(pointer, kind), part, "{pointer} {kind:?}");
    }
}

fn area(x: f32, y: f32, width: f32, height: f32) -> Area {
    Area { x, y, width, height }
}

fn card(parts: &[(MessagePart, Area)]) -> Layout {
    let drawn = |(part, area): &(MessagePart, Area)| PartBox {
        part: *part,
        area: *area,
        text: None,
    };
    Layout {
        size: (1280.0, 800.0),
        around: area(100.0, 50.0, 400.0, 400.0),
        parts: parts.iter().map(drawn).collect(),
        pieces: Vec::new(),
        cuts: Vec::new(),
    }
}

fn lengths(layout: &Layout, part: MessagePart) -> Vec<(bool, f32)> {
    let all = measures(layout, part).into_iter();
    all.map(|measure| (measure.is_level(), measure.length())).collect()
}

#[test]
fn distances_lead_to_the_nearest_part_or_the_edge_of_the_card() {
    let layout = card(&[
        (PICTURE, area(100.0, 50.0, 400.0, 200.0)),
        (TITLE, area(124.0, 274.0, 352.0, 28.0)),
        (SUBTITLE, area(124.0, 306.0, 352.0, 44.0)),
    ]);
    let title = [(true, 24.0), (true, 24.0), (false, 24.0), (false, 4.0)];
    assert_eq!(lengths(&layout, TITLE), title);
    assert_eq!(
        lengths(&layout, PICTURE),
        [(false, 24.0)],
        "edges that touch have no distance"
    );
    assert_eq!(lengths(&layout, BUTTON), [], "it is not to be seen");
}

#[test]
fn a_picture_beside_a_text_is_measured_to_and_one_behind_it_is_not() {
    let title = area(268.0, 74.0, 208.0, 28.0);
    let beside = card(&[(PICTURE, area(100.0, 50.0, 144.0, 400.0)), (TITLE, title)]);
    assert_eq!(
        lengths(&beside, TITLE),
        [(true, 24.0), (true, 24.0), (false, 24.0), (false, 348.0)]
    );
    let behind = card(&[(PICTURE, area(100.0, 50.0, 400.0, 400.0)), (TITLE, title)]);
    assert_eq!(
        lengths(&behind, TITLE),
        [(true, 168.0), (true, 24.0), (false, 24.0), (false, 348.0)]
    );
}
