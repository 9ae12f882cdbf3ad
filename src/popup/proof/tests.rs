use super::*;

fn picture(width: u32, height: u32) -> Picture {
    let blue = [0x20, 0x40, 0xc0, 0xff];
    Picture {
        width,
        height,
        rgba: blue.repeat((width * height) as usize),
        offset: (0, 0),
    }
}

fn proof() -> Proof {
    let shot = |theme, signs: &[&str]| ProofShot {
        picture: Some(picture(400, 300)),
        theme,
        name: "As <written>".into(),
        place: "Desktop".into(),
        signs: signs.iter().map(|sign| (*sign).to_owned()).collect(),
    };
    Proof {
        language: "en",
        title: "Winter & sale".into(),
        about: "28 November 2026".into(),
        shots: vec![shot(Theme::Light, &[]), shot(Theme::Dark, &["Cut off by 38 px"])],
        found: Some(ProofFindings {
            verdict: "1 of 2 needs a look".into(),
            lines: vec![("Subtitle: cut off".into(), "Phone · Dark".into())],
        }),
    }
}

#[test]
fn a_page_holds_its_pictures_and_never_takes_words_for_markup() {
    let html = proof().to_html().expect("a page");
    assert_eq!(html.matches("src=\"data:image/png;base64,").count(), 2);
    assert!(html.contains("<title>Winter &amp; sale</title>") && html.contains("As &lt;written&gt;"));
    assert_eq!(html.matches("class=\"shot light\"").count(), 1);
    assert_eq!(html.matches("class=\"shot dark bad\"").count(), 1);
    assert!(html.contains("Cut off by 38 px") && html.contains("1 of 2 needs a look"));
    assert!(
        html.contains("@font-face") && !html.contains("http"),
        "nothing is asked for from elsewhere"
    );
}

#[test]
fn without_findings_none_are_said() {
    let quiet = Proof { found: None, ..proof() };
    assert!(!quiet.to_html().expect("a page").contains("class=\"found\""));
}

#[test]
fn a_picture_shows_every_shot_in_its_own_pixels() {
    let drawn = proof().to_picture().expect("a picture");
    assert_eq!(drawn.width, (WIDTH as f32 * PROOF_SCALE) as u32);
    let blue = drawn
        .rgba
        .chunks(4)
        .filter(|pixel| *pixel == [0x20, 0x40, 0xc0, 0xff])
        .count();
    assert_eq!(blue, 2 * 400 * 300, "no pixel is mixed with its neighbour");
    let more = Proof {
        shots: proof().shots.into_iter().cycle().take(12).collect(),
        ..proof()
    };
    assert!(
        more.to_picture().expect("a picture").height > drawn.height,
        "as high as what it holds"
    );
}

#[test]
fn what_could_not_be_drawn_is_named_all_the_same() {
    let mut broken = proof();
    broken.shots.iter_mut().for_each(|shot| shot.picture = None);
    assert!(broken.to_html().expect("a page").contains("As &lt;written&gt;"));
    assert!(broken.to_picture().is_ok());
}

#[test]
fn a_pdf_has_one_page_that_holds_the_picture() {
    let file = proof().to_pdf().expect("a PDF");
    assert!(file.starts_with(b"%PDF-") && file.trim_ascii_end().ends_with(b"%%EOF"));
    let text = String::from_utf8_lossy(&file);
    let drawn = proof().to_picture().expect("a picture");
    for wanted in [
        format!("/Width {}", drawn.width),
        format!("/Height {}", drawn.height),
        "/Count 1".to_owned(),
        "/MediaBox [0 0 1377".to_owned(),
        "Winter & sale".to_owned(),
    ] {
        assert!(text.contains(&wanted), "{wanted}");
    }
}
