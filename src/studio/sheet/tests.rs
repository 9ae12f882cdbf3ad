use super::*;
use crate::{
    campaign::{Campaign, Look, LookKey, MessagePart, Rgb, TextPart, text_length},
    popup::{Image, Layout, PROOF_ROOM, PROOF_SCALE, draw_all},
    wording::text::Language,
};

const PICTURE: &[u8] = include_bytes!("../../../tests/pixels/picture.png");
const TITLE: MessagePart = MessagePart::Text(TextPart::Title);
const BUTTON: MessagePart = MessagePart::Text(TextPart::ButtonName);

fn card(title: &str, subtitle: &str, with_picture: bool) -> PopupContent {
    PopupContent::Rich {
        title: title.into(),
        subtitle: subtitle.into(),
        image: with_picture.then(|| Image::new(PICTURE).into()),
        button: "See the sale".into(),
        replies: Vec::new(),
    }
}

fn subject(content: PopupContent) -> Subject {
    Subject {
        without_details: content.clone(),
        scene: Scene::new(content),
    }
}

fn sheet(subject: &Subject) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.on(Event::About(Box::new(subject.clone())));
    sheet
}

fn with_look(key: LookKey, value: &str) -> Subject {
    let mut subject = subject(card("Winter sale", "Every potted plant.", false));
    subject.scene.look = Look::default().with(key, value);
    subject
}

fn layout(tile: &Tile) -> Layout {
    draw_all(std::slice::from_ref(&tile.scene))
        .remove(0)
        .expect("a picture")
        .layout
}

/// What is found in the picture with these texts, in a window.
fn found(subject: &Subject, texts: Texts, screen: Screen, theme: Theme) -> Vec<Finding> {
    let wanted = Variation { texts, screen, theme };
    let sheet = sheet(subject);
    let tile = sheet
        .all()
        .iter()
        .find(|tile| tile.variation == wanted)
        .expect("such a picture");
    judge(subject, wanted, &layout(tile))
}

#[test]
fn pictures_that_would_be_the_same_stand_once() {
    let mut named = subject(card("Hello Ayşe", "Every potted plant.", true));
    named.without_details = card("Hello friend", "Every potted plant.", true);
    let arabic = subject(PopupContent::Text {
        text: "مرحبا".into(),
        replies: Vec::new(),
    });
    let full = "w".repeat(250);
    for (subject, expected) in [
        (&named, Texts::ALL),
        (
            &subject(card("Winter sale", "", false)),
            &[Texts::AsWritten, Texts::Longest, Texts::RightToLeft, Texts::Zoomed],
        ),
        (&arabic, &[Texts::AsWritten, Texts::Longest, Texts::Zoomed]),
        (
            &subject(PopupContent::Text {
                text: full,
                replies: Vec::new(),
            }),
            &[Texts::AsWritten, Texts::RightToLeft, Texts::Zoomed],
        ),
    ] {
        let sheet = sheet(subject);
        let offered = sheet.texts();
        assert_eq!(offered, expected, "{:?}", subject.scene.content);
        assert_eq!(sheet.all().len(), expected.len() * Screen::ALL.len() * THEMES.len());
    }
}

#[test]
fn a_message_without_words_has_no_pictures() {
    let nothing = PopupContent::Rich {
        title: String::new(),
        subtitle: " ".into(),
        image: Some(Image::new(PICTURE).into()),
        button: String::new(),
        replies: Vec::new(),
    };
    assert!(sheet(&subject(nothing)).all().is_empty());
    assert!(
        sheet(&subject(PopupContent::of_campaign(
            &Campaign::default().content,
            &serde_json::Map::new(),
            |_| None
        )))
        .all()
        .is_empty()
    );
}

#[test]
fn the_longest_texts_reach_their_limits_in_words_of_the_message() {
    let words = ["Every", "plant", "is", "on", "sale", "a"];
    for content in [
        card("Every plant", "is on sale a", true),
        PopupContent::Text {
            text: words.join(" "),
            replies: Vec::new(),
        },
        PopupContent::OpenWindow {
            user_say: "Every plant".into(),
            reply: "is on sale a".into(),
        },
    ] {
        let mut longest = Texts::Longest.of(&subject(content));
        for (part, text) in longest.texts_mut() {
            let limit = part.limit().characters;
            assert!((limit - 1..=limit).contains(&text_length(text)), "{part:?}: {text}");
            assert!(
                text.split(' ')
                    .all(|word| words.contains(&word) || "See the sale".contains(word))
            );
        }
    }
}

#[test]
fn scripts_without_spaces_are_lengthened_without_spaces() {
    let mut longest = Texts::Longest.of(&subject(PopupContent::Text {
        text: "冬のセール開催中".into(),
        replies: Vec::new(),
    }));
    for (_, text) in longest.texts_mut() {
        assert!(text_length(text) > 240 && !text.contains(' '), "{text}");
    }
}

#[test]
fn what_is_missing_stays_missing_in_every_state() {
    for texts in Texts::ALL {
        let mut content = texts.of(&subject(card("Winter sale", "", true)));
        let subtitle = content
            .texts_mut()
            .into_iter()
            .find(|(part, _)| *part == TextPart::Subtitle);
        assert_eq!(subtitle.map(|(_, text)| text.clone()), Some(String::new()), "{texts:?}");
    }
}

#[test]
fn filters_take_pictures_away_and_bring_them_back() {
    let mut sheet = sheet(&subject(card("Winter sale", "Every potted plant.", true)));
    let all = sheet.all().len();
    assert_eq!(
        sheet.shown().count(),
        all / 4 * 3,
        "the smallest phone is shown when it is asked for"
    );
    sheet.on(Event::Turn(Chip::Screen(Screen::SmallPhone)));
    sheet.on(Event::Turn(Chip::Theme(Theme::Dark)));
    assert_eq!(sheet.shown().count(), all / 2);
    assert!(sheet.shown().all(|tile| tile.variation.theme == Theme::Light));
    sheet.on(Event::Turn(Chip::Screen(Screen::Desktop)));
    assert_eq!(
        sheet.chosen().map(|chosen| chosen.screen),
        Some(Screen::Tablet),
        "the choice stays in sight"
    );
    sheet.on(Event::Turn(Chip::Theme(Theme::Dark)));
    assert_eq!(sheet.shown().count(), all / 4 * 3);

    sheet.on(Event::Turn(Chip::Screen(Screen::Tablet)));
    sheet.on(Event::Turn(Chip::Screen(Screen::Phone)));
    sheet.on(Event::Turn(Chip::Screen(Screen::SmallPhone)));
    assert_eq!((sheet.shown().count(), sheet.chosen()), (0, None));
    assert_eq!(sheet.on(Event::Open), None);
    sheet.on(Event::ShowAll);
    assert_eq!(sheet.shown().count(), all);
    assert!(sheet.chosen().is_some());
}

#[test]
fn a_filter_outlasts_a_change_of_the_message() {
    let mut sheet = sheet(&subject(card("Winter sale", "", true)));
    sheet.on(Event::Turn(Chip::Texts(Texts::NoPicture)));
    sheet.on(Event::About(Box::new(subject(card("Summer sale", "", true)))));
    assert!(!sheet.is_on(Chip::Texts(Texts::NoPicture)));
    assert!(sheet.shown().all(|tile| tile.variation.texts != Texts::NoPicture));
}

#[test]
fn arrows_go_from_picture_to_picture() {
    for (place, direction, expected) in [
        (0, Direction::Left, None),
        (0, Direction::Right, Some(1)),
        (0, Direction::Up, None),
        (0, Direction::Down, Some(4)),
        (5, Direction::Down, Some(9)),
        (7, Direction::Down, Some(9)),
        (8, Direction::Down, None),
        (9, Direction::Right, None),
        (9, Direction::Up, Some(5)),
    ] {
        assert_eq!(neighbour(place, 10, 4, direction), expected, "{place} {direction:?}");
    }
    assert_eq!(neighbour(0, 0, 4, Direction::Down), None);
    let mut sheet = sheet(&subject(card("Winter sale", "", true)));
    sheet.on(Event::Move(Direction::Right, 6));
    sheet.on(Event::Move(Direction::Right, 6));
    assert_eq!(sheet.on(Event::Open), Some(Request::Open(Screen::Tablet, Theme::Light)));
}

#[test]
fn an_ordinary_message_needs_no_look() {
    let plain = subject(card("Winter sale", "Every potted plant until 3 January.", true));
    for tile in sheet(&plain).all() {
        let is_zoomed = tile.variation.texts == Texts::Zoomed;
        let findings = judge(&plain, tile.variation, &layout(tile));
        assert!(is_zoomed || findings.is_empty(), "{:?}: {findings:?}", tile.variation);
    }
}

#[test]
fn what_does_not_fit_into_the_window_is_cut_off() {
    let mut long = subject(card(
        "Winter sale",
        &"Every potted plant is on sale. ".repeat(12),
        false,
    ));
    long.scene.look = Look::default().with(LookKey::TextSize, "large");
    let findings = found(&long, Texts::Zoomed, Screen::Phone, Theme::Light);
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}")
    };
    assert!(
        matches!(finding.problem, Problem::CutOff { by, .. } if by > 20.0),
        "{finding:?}"
    );
    assert_eq!(finding.repair, Some(Repair::Shorten(TextPart::Subtitle)));
}

#[test]
fn a_colour_that_cannot_be_read_is_found_and_mended_by_the_nearest_that_can() {
    for (key, value, part) in [
        (LookKey::Color, "#7f7f7f", BUTTON),
        (LookKey::Color, "#2f8f6a", BUTTON),
        (LookKey::Text, "#808080", TITLE),
    ] {
        let mut subject = with_look(key, value);
        // On a card of one colour, text has one that can be read.
        if key == LookKey::Text {
            subject.scene.look.set(LookKey::Card, Some("#ffffff".into()));
        }
        let before = found(&subject, Texts::AsWritten, Screen::Desktop, Theme::Light);
        let pale = before
            .iter()
            .find(|finding| matches!(finding.problem, Problem::LowContrast { part: found, .. } if found == part));
        let Some(Repair::Color(repaired, color)) = pale.and_then(|finding| finding.repair) else {
            panic!("{value}: {before:?}")
        };
        assert_eq!(repaired, key);
        subject.scene.look.set(repaired, Some(Repair::value(color)));
        for theme in THEMES {
            assert_eq!(
                found(&subject, Texts::AsWritten, Screen::Desktop, theme),
                [],
                "{value} {theme}"
            );
        }
    }
}

#[test]
fn a_text_colour_for_cards_of_two_colours_gives_way_to_those_of_the_themes() {
    let mut subject = with_look(LookKey::Text, "#102030");
    assert_eq!(found(&subject, Texts::AsWritten, Screen::Desktop, Theme::Light), []);
    let dark = found(&subject, Texts::AsWritten, Screen::Desktop, Theme::Dark);
    assert!(
        dark.iter()
            .all(|finding| finding.repair == Some(Repair::Color(LookKey::Text, None))),
        "{dark:?}"
    );
    assert!(!dark.is_empty());
    subject.scene.look.set(LookKey::Text, Some(Repair::value(None)));
    assert_eq!(found(&subject, Texts::AsWritten, Screen::Desktop, Theme::Dark), []);
}

#[test]
fn each_finding_is_said_once_with_the_picture_where_it_is_worst() {
    let at = |screen| Variation {
        texts: Texts::AsWritten,
        screen,
        theme: Theme::Light,
    };
    let cut = |by| Finding {
        problem: Problem::CutOff { part: BUTTON, by },
        repair: Some(Repair::Shorten(TextPart::Subtitle)),
    };
    let pale = Finding {
        problem: Problem::LowContrast {
            part: TITLE,
            ratio: 2.6,
        },
        repair: Some(Repair::Color(LookKey::Text, Some(Rgb::new(0, 0, 0)))),
    };
    let (desktop, tablet) = ([cut(8.0)], [cut(38.0), pale.clone()]);
    let verdict = Verdict::of([
        (at(Screen::Desktop), Some(&desktop[..])),
        (at(Screen::Tablet), Some(&tablet[..])),
        (at(Screen::Phone), Some(&[][..])),
        (at(Screen::Phone), None),
    ]);
    assert_eq!(
        (verdict.shown, verdict.judged, verdict.troubled, verdict.fine()),
        (4, 3, 2, 1)
    );
    let [first, second] = verdict.lines.as_slice() else {
        panic!("{verdict:?}")
    };
    assert_eq!(first.problem, cut(38.0).problem);
    assert_eq!(first.pictures, [at(Screen::Tablet), at(Screen::Desktop)]);
    assert_eq!((second.problem, second.pictures.len()), (pale.problem, 1));
}

#[test]
fn a_proof_carries_what_is_shown_the_day_and_what_was_found() {
    let long = subject(card(
        "Winter sale",
        &"Every potted plant is on sale. ".repeat(12),
        false,
    ));
    let mut sheet = sheet(&long);
    for texts in [Texts::AsWritten, Texts::Longest, Texts::RightToLeft] {
        sheet.on(Event::Turn(Chip::Texts(texts)));
    }
    sheet.on(Event::Turn(Chip::Theme(Theme::Dark)));
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day");
    let made = |sheet: &Sheet| {
        let source = ProofSource::of(sheet, "Winter", day, Language::ENGLISH).expect("pictures");
        source.proof()
    };
    let proof = made(&sheet);
    assert_eq!(proof.about, "28 November 2026 · 3 pictures");
    let found = proof.found.expect("findings");
    assert!(found.verdict.contains("need") && !found.lines.is_empty(), "{found:?}");
    let troubled = proof.shots.iter().filter(|shot| !shot.signs.is_empty()).count();
    assert!(found.verdict.starts_with(&troubled.to_string()), "{}", found.verdict);
    for shot in &proof.shots {
        let picture = shot.picture.as_ref().expect("a picture");
        let (width, height) = (picture.width as f32, picture.height as f32);
        let room = (PROOF_ROOM.0 * PROOF_SCALE, PROOF_ROOM.1 * PROOF_SCALE);
        assert!(width <= room.0 * 1.05 && height <= room.1 * 1.05, "{width} × {height}");
    }
    sheet.on(Event::WithFindings(false));
    let quiet = made(&sheet);
    assert!(quiet.found.is_none() && quiet.shots.iter().all(|shot| shot.signs.is_empty()));

    Screen::USUAL.iter().for_each(|screen| {
        sheet.on(Event::Turn(Chip::Screen(*screen)));
    });
    assert!(ProofSource::of(&sheet, "Winter", day, Language::ENGLISH).is_none());
}
