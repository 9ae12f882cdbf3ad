use super::*;
use crate::popup::{CardPicture, Frame, Image, Launcher, Placeholders, Scale, render_all};

fn rich(title: &str, subtitle: &str, button: &str) -> Scene {
    let picture = Image::new(include_bytes!("../../../tests/pixels/picture.png").as_slice());
    let mut scene = Scene::new(PopupContent::Rich {
        title: title.into(),
        subtitle: subtitle.into(),
        image: Some(picture.into()),
        button: button.into(),
        replies: Vec::new(),
    });
    scene.part = ScenePart::Popup;
    scene
}

fn open(user_say: &str, reply: &str) -> Scene {
    Scene::new(PopupContent::OpenWindow {
        user_say: user_say.into(),
        reply: reply.into(),
    })
}

fn with_placeholders(scene: Scene) -> Scene {
    let words = ["title", "subtitle", "button"].map(|slot| (slot, slot.to_owned()));
    Scene {
        placeholders: Placeholders(words.to_vec()),
        ..scene
    }
}

#[test]
fn a_warm_picture_is_the_one_that_a_fresh_start_gives() {
    let scenes = [
        rich("Hello", "One line.", "Go"),
        rich("Hello there", "One line.", "Go"),
        rich(
            "Hello there",
            "A subtitle that needs more room than there is on a single line.",
            "Go",
        ),
        rich("", "No title", "Go"),
        rich("Emoji ✨", "appear", "Go"),
        rich("مرحبا", "appear", "Go"),
        open("Hi", "A reply"),
        open("A longer question", "A"),
        open("日本", "A reply"),
        with_placeholders(rich("", "", "")),
        with_placeholders(rich("", "", "Go")),
        with_placeholders(rich("Hello", "", "Go")),
    ];
    for (warm, scene) in render_all(&scenes).into_iter().zip(&scenes) {
        let fresh = render_all(std::slice::from_ref(scene)).remove(0);
        assert!(warm.is_ok() && warm == fresh, "{:?}", scene.content);
    }
}

#[test]
fn hostile_texts_are_drawn_like_any_other() {
    let hostile: Vec<String> = vec![
        "\u{0}\u{1}\u{7f}\u{85}\u{fffe}".into(),
        "\u{202e}reversed\u{202d}\u{2066}\u{2069}\u{202c}".repeat(40),
        "x".repeat(100_000),
        "👩‍👩‍👧‍👦".repeat(10_000),
        format!("e{}", "\u{301}".repeat(50_000)),
        "\u{200f}\u{200e}\u{feff}\u{ad}\u{2028}".repeat(300),
        "<script>alert(1)</script>&amp;{{name}}]]>".into(),
        "\u{10ffff}\u{e000}\u{1f1e6}\u{fe0f}\u{20e3}".into(),
        "ﷺ ꧁ ௵ 𒐫 ⸻".into(),
    ];
    let mut scenes = Vec::new();
    for text in &hostile {
        let text = text.as_str();
        scenes.extend([
            rich(text, text, text),
            open(text, text),
            Scene::new(PopupContent::Text {
                text: text.into(),
                replies: Vec::new(),
            }),
        ]);
    }
    for (outcome, scene) in render_all(&scenes).into_iter().zip(&scenes) {
        assert!(outcome.is_ok(), "{:?}", scene.content);
    }
}

#[test]
fn a_file_that_is_not_a_picture_counts_as_none() {
    let mut liar = include_bytes!("../../../tests/pixels/picture.png").to_vec();
    liar[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
    let with = |image: Option<CardPicture>| {
        let content = PopupContent::Rich {
            title: "A".into(),
            subtitle: "B".into(),
            image,
            button: "C".into(),
            replies: Vec::new(),
        };
        Scene {
            part: ScenePart::Popup,
            ..Scene::new(content)
        }
    };
    let none = render_all(&[with(None)]).remove(0);
    for bytes in [liar, b"no picture at all".to_vec(), Vec::new()] {
        assert_eq!(
            render_all(&[with(Some(Image::new(bytes.clone()).into()))]).remove(0),
            none
        );
        let launcher = Scene {
            launcher: Launcher::Image(Image::new(bytes)),
            ..with(None)
        };
        assert_eq!(render_all(&[launcher]).remove(0), none);
    }
}

#[test]
fn a_page_is_its_frame_times_its_scale() {
    let sized = |frame: Frame, scale| Scene {
        viewport: frame.into(),
        scale: Scale::new(scale),
        ..open("Hi", "Hello")
    };
    let scenes: Vec<Scene> = Frame::ALL
        .iter()
        .flat_map(|frame| [1.0, 1.5, 2.0].map(|scale| sized(*frame, scale)))
        .collect();
    for (picture, scene) in render_all(&scenes).into_iter().zip(&scenes) {
        let picture = picture.unwrap();
        let (width, height) = scene.viewport.size();
        let scaled = |css: u32| (css as f32 * scene.scale.get()) as u32;
        assert_eq!((picture.width, picture.height), (scaled(width), scaled(height)));
        assert_eq!(picture.rgba.len(), (picture.width * picture.height * 4) as usize);
        assert!(picture.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255), "opaque");
    }
}
