use proptest::prelude::*;

use super::*;
use crate::campaign::{ContentType, Look, LookKey, TextPart};
use crate::popup::{
    Backdrop, Drawn, Frame, Image, Placeholders, PopupContent, Scale, Scene, ScenePart, Theme, draw_all,
};

const TITLE: MessagePart = MessagePart::Text(TextPart::Title);
const BUTTON: MessagePart = MessagePart::Text(TextPart::ButtonName);

fn picture() -> Image {
    Image::new(include_bytes!("../../../../tests/pixels/picture.png").as_slice())
}

fn rich() -> Scene {
    Scene::new(PopupContent::Rich {
        title: "Need a hand?".into(),
        subtitle: "Ask us anything about plans.".into(),
        image: Some(picture().into()),
        button: "Compare plans".into(),
        replies: Vec::new(),
    })
}

fn draw(scene: &Scene) -> Drawn {
    draw_all(std::slice::from_ref(scene)).remove(0).expect("a picture")
}

fn parts(layout: &Layout) -> Vec<MessagePart> {
    layout.parts.iter().map(|drawn| drawn.part).collect()
}

#[test]
fn a_short_reply_takes_one_line_at_every_scale() {
    let replies: Vec<String> = ["Yes, please", "Show me prices", "Not now"].map(str::to_owned).to_vec();
    for scale in [0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 3.0] {
        let scene = Scene {
            scale: Scale::new(scale),
            ..Scene::new(PopupContent::Text {
                text: "Hi".to_owned(),
                replies: replies.clone(),
            })
        };
        let parts = draw(&scene).layout.parts.into_iter();
        for drawn in parts.filter(|drawn| matches!(drawn.part, MessagePart::Text(TextPart::ReplyName(_)))) {
            assert!(
                drawn.area.height < 50.0,
                "{:?} at {scale}: {:?}",
                drawn.part,
                drawn.area
            );
        }
    }
}

#[test]
fn every_part_of_every_type_is_found_once_in_reading_order() {
    let (text, said, reply) = ("Hi there".to_owned(), "Hello".to_owned(), "Welcome".to_owned());
    let replies = ["Yes", "No", "Later", "Never"].map(str::to_owned).to_vec();
    let contents = [
        rich().content,
        PopupContent::Rich {
            title: "Hello".to_owned(),
            subtitle: String::new(),
            image: Some(picture().into()),
            button: String::new(),
            replies: replies.clone(),
        },
        PopupContent::Text {
            text: text.clone(),
            replies,
        },
        PopupContent::Text {
            text,
            replies: Vec::new(),
        },
        PopupContent::OpenWindow { user_say: said, reply },
    ];
    for mut content in contents {
        let kind: ContentType = content.kind().expect("a type");
        let texts = content.texts_mut().into_iter().filter(|(_, text)| !text.is_empty());
        let said: Vec<TextPart> = texts.map(|(part, _)| part).collect();
        let is_there = |part: &MessagePart| match part {
            MessagePart::Text(part) => said.contains(part),
            MessagePart::Picture | MessagePart::Action(_) => true,
        };
        let all: Vec<MessagePart> = shown_parts(kind)
            .iter()
            .map(|(part, _)| *part)
            .filter(is_there)
            .collect();
        for (frame, scale, theme) in [
            (Frame::Desktop, 1.0, Theme::Light),
            (Frame::Tablet, 0.33, Theme::Dark),
            (Frame::Phone, 2.0, Theme::Light),
        ] {
            let scene = Scene {
                viewport: frame.into(),
                scale: Scale::new(scale),
                theme,
                ..Scene::new(content.clone())
            };
            let layout = draw(&scene).layout;
            assert_eq!(parts(&layout), all, "{kind:?} {frame}");
            let (width, height) = frame.size();
            assert!((layout.size.0 - width as f32).abs() < 3.0 && (layout.size.1 - height as f32).abs() < 3.0);
            for drawn in &layout.parts {
                assert!(layout.around.holds(drawn.area), "{kind:?} {:?}", drawn.part);
                assert!(drawn.text.as_ref().is_none_or(|look| drawn.area.holds(look.inner)));
            }
            let tops: Vec<f32> = layout.parts.iter().map(|drawn| drawn.area.y).collect();
            assert!(tops.is_sorted(), "{kind:?}: {tops:?}");
        }
    }
}

/// The measures that the stylesheet gives a card: 400 wide, 24 of padding, a title of 20 px on 28, a button of the brand's colour.
#[test]
fn a_card_measures_what_its_stylesheet_says() {
    let Layout { around, parts, .. } = draw(&rich()).layout;
    let [image, title, subtitle, button] = parts.as_slice() else {
        panic!("{parts:?}")
    };
    assert_eq!(
        (around.width, image.area.width, image.area.height),
        (400.0, 400.0, 200.0)
    );
    assert_eq!(title.area.x - around.x, 24.0);
    assert_eq!(title.area.y - image.area.bottom(), 24.0);
    assert_eq!((title.area.width, title.area.height), (352.0, 28.0));
    let look = title.text.as_ref().expect("a text");
    assert_eq!((look.size, look.line, look.weight), (20.0, 28.0, 700));
    assert_eq!(
        (look.color.to_string(), look.ground.to_string()),
        ("#101828".into(), "#ffffff".into())
    );
    assert!((look.contrast() - 17.75).abs() < 0.1, "{}", look.contrast());
    assert_eq!((look.side, look.text.as_str()), (LineSide::Left, "Need a hand?"));
    let soft = subtitle.text.as_ref().expect("a text");
    assert_eq!((soft.size, soft.color.to_string()), (15.0, "#475467".into()));
    let pressed = button.text.as_ref().expect("a text");
    assert_eq!(
        (pressed.color.to_string(), pressed.ground.to_string()),
        ("#ffffff".into(), "#4f46e5".into())
    );
    assert_eq!(
        (pressed.side, pressed.inner.height, button.area.height),
        (LineSide::Middle, 24.0, 48.0)
    );
}

#[test]
fn a_part_that_is_not_drawn_has_no_box() {
    let without = |title: &str, placeholders| Scene {
        placeholders: Placeholders(placeholders),
        ..Scene::new(PopupContent::Rich {
            title: title.into(),
            subtitle: String::new(),
            image: None,
            button: "Go".into(),
            replies: Vec::new(),
        })
    };
    assert_eq!(parts(&draw(&without("", Vec::new())).layout), [BUTTON]);
    let layout = draw(&without("", vec![("title", "Title".into())])).layout;
    assert_eq!(parts(&layout), [TITLE, BUTTON]);
    let ghost = |part| {
        layout
            .part(part)
            .and_then(|drawn| drawn.text.as_ref())
            .map(|look| look.is_placeholder)
    };
    assert_eq!((ghost(TITLE), ghost(BUTTON)), (Some(true), Some(false)));
    assert_eq!(draw(&Scene::new(PopupContent::Nothing)).layout.parts, []);
}

#[test]
fn what_stands_on_the_page_is_found_with_its_corners() {
    let pieces = |scene: &Scene| {
        let pieces = draw(scene).layout.pieces;
        pieces
            .iter()
            .map(|piece| (piece.area.width, piece.radius))
            .collect::<Vec<_>>()
    };
    let close = |word: &str| {
        let mut look = Look::default();
        look.set(LookKey::Close, Some(word.into()));
        Scene { look, ..rich() }
    };
    assert_eq!(pieces(&close("inside")), [(400.0, 20.0)]);
    assert_eq!(pieces(&close("outside")), [(400.0, 20.0), (32.0, 16.0)]);
    let bubble = Scene::new(PopupContent::Text {
        text: "Hi".into(),
        replies: Vec::new(),
    });
    let found = pieces(&bubble);
    assert_eq!(
        (found.len(), found.first().map(|piece| piece.1)),
        (2, Some(20.0)),
        "{found:?}"
    );
    assert_eq!(pieces(&Scene::new(PopupContent::Nothing)), []);
}

#[test]
fn parts_are_where_a_picture_of_the_pop_up_alone_shows_them() {
    let whole = draw(&rich());
    let alone = draw(&Scene {
        part: ScenePart::Popup,
        ..rich()
    });
    let (left, top) = alone.picture.offset;
    for (one, other) in whole.layout.parts.iter().zip(&alone.layout.parts) {
        assert_eq!(one.area.x - left as f32, other.area.x);
        assert_eq!(one.area.y - top as f32, other.area.y);
    }
    assert_eq!(
        alone.layout.size,
        (alone.picture.width as f32, alone.picture.height as f32)
    );
}

#[test]
fn colours_are_read_as_the_style_engine_writes_them() {
    let rgb = |r, g, b| Rgb::new(r, g, b);
    for (written, expected) in [
        ("rgb(16, 24, 40)", Some((rgb(16, 24, 40), 1.0))),
        ("rgba(16, 24, 40, 0.5)", Some((rgb(16, 24, 40), 0.5))),
        ("rgba(0, 0, 0, 0)", Some((rgb(0, 0, 0), 0.0))),
        ("color(srgb 1 0.5 0)", Some((rgb(255, 128, 0), 1.0))),
        ("color(srgb 1 0.5 0 / 0.25)", Some((rgb(255, 128, 0), 0.25))),
        ("transparent", None),
        ("", None),
    ] {
        assert_eq!(color(written), expected, "{written}");
    }
}

/// Texts of any script and length, and looks of any kind.
fn scenes() -> impl Strategy<Value = Scene> {
    let text = || {
        prop_oneof![
            "\\PC{0,40}",
            "[a-z ]{0,260}",
            "[א-ת ]{1,30}",
            Just("{{name|x}}".to_owned())
        ]
    };
    let replies = || proptest::collection::vec("\\PC{1,20}", 0..=4);
    let content = prop_oneof![
        (text(), text(), text(), any::<bool>(), replies()).prop_map(|(title, subtitle, button, shows, replies)| {
            PopupContent::Rich {
                title,
                subtitle,
                button,
                image: shows.then(|| picture().into()),
                replies,
            }
        }),
        text().prop_map(|text| PopupContent::Text {
            text,
            replies: Vec::new()
        }),
        (text(), text()).prop_map(|(user_say, reply)| PopupContent::OpenWindow { user_say, reply }),
    ];
    let look = (0..4_usize, 0..9_usize, 0..3_usize, 280..560_u32).prop_map(|(picture, place, size, width)| {
        let mut look = Look::default();
        let word = |key: LookKey, at: usize| match key.spec().kind {
            crate::campaign::LookKind::Choice { words, .. } => words.get(at).copied().unwrap_or_default(),
            _ => "",
        };
        for (key, at) in [
            (LookKey::Picture, picture),
            (LookKey::Position, place),
            (LookKey::TextSize, size),
        ] {
            look.set(key, Some(word(key, at).into()));
        }
        look.set(LookKey::Width, Some(width.into()));
        look
    });
    (content, look, 0..3_usize, any::<bool>()).prop_map(|(content, look, frame, dark)| Scene {
        look,
        viewport: Frame::ALL[frame].into(),
        theme: if dark { Theme::Dark } else { Theme::Light },
        backdrop: Backdrop::Plain,
        ..Scene::new(content)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_drawn_lies_in_its_card_once(scene in scenes()) {
        let layout = draw(&scene).layout;
        let all = shown_parts(scene.content.kind().expect("a type"));
        let order: Vec<usize> = parts(&layout)
            .into_iter()
            .map(|part| all.iter().position(|(other, _)| *other == part).expect("a part of the type"))
            .collect();
        prop_assert!(order.is_sorted_by(|one, other| one < other), "{order:?}");
        for drawn in &layout.parts {
            prop_assert!(layout.around.holds(drawn.area));
            prop_assert!(drawn.area.width > 0.0 && drawn.area.height > 0.0);
            if let Some(look) = &drawn.text {
                prop_assert!((1.0..=21.0).contains(&look.contrast()));
                prop_assert!(!look.text.is_empty() && look.size > 0.0 && look.line >= look.size);
            }
        }
    }
}
