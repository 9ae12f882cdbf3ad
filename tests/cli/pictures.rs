//! render, html and the tour.

use std::collections::HashSet;

use serde_json::Value;

use super::support::{Desk, samples};

#[test]
fn render_draws_frames_scales_themes_and_parts() {
    let desk = Desk::new();
    for (options, size) in [
        (&[][..], Some((1280, 800))),
        (&["--frame", "tablet"], Some((768, 1024))),
        (
            &["--frame", "phone", "--scale", "2", "--theme", "dark"],
            Some((780, 1688)),
        ),
        (&["--part", "popup"], None),
    ] {
        let arguments: Vec<_> = ["render", "plans.campaign.json", "-o", "out.png", "--force", "--json"]
            .iter()
            .chain(options)
            .copied()
            .collect();
        let said = desk.json(0, &arguments);
        let picture = image::open(desk.path("out.png")).expect("a PNG");
        assert_eq!(
            (&said["width"], &said["height"]),
            (&picture.width().into(), &picture.height().into())
        );
        assert!(
            size.is_none_or(|size| size == (picture.width(), picture.height())),
            "{options:?}"
        );
        let colours: HashSet<_> = picture.to_rgb8().pixels().map(|pixel| pixel.0).collect();
        assert!(colours.len() > 16, "{options:?}: something is drawn");
    }
}

#[test]
fn pictures_are_looked_up_next_to_the_campaign_file() {
    let desk = Desk::new();
    let sample = samples().join("welcome.campaign.json");
    let sample = sample.to_str().expect("UTF-8");
    let whole = desk.run(&["render", sample, "-o", "whole.png", "--part", "popup"]);
    assert_eq!((whole.code, whole.err.as_str()), (0, ""));
    desk.write("alone.campaign.json", std::fs::read(sample).expect("there"));
    let alone = desk.run(&["render", "alone.campaign.json", "-o", "alone.png", "--part", "popup"]);
    assert_eq!(alone.code, 0);
    alone.has_problems();
    assert_ne!(
        std::fs::read(desk.path("whole.png")).expect("there"),
        std::fs::read(desk.path("alone.png")).expect("there")
    );
}

#[test]
fn html_is_one_file_in_which_texts_stay_texts() {
    let desk = Desk::new();
    let mut campaign = super::support::campaign();
    campaign["content"]["title"] = "<img src=x>".into();
    desk.write("plans.campaign.json", campaign.to_string());
    assert_eq!(
        desk.run(&["html", "plans.campaign.json", "-o", "out.html", "--theme", "dark"])
            .code,
        0
    );
    let page = desk.read("out.html");
    assert!(page.to_lowercase().starts_with("<!doctype html>") && !page.contains("<img src=x>"));
    assert!(page.contains("Ask us anything about plans."));
    assert!(
        !page.contains("src=\"http") && !page.contains("url(http"),
        "nothing is loaded from elsewhere"
    );
}

#[test]
fn without_a_display_a_tour_shows_every_sample_in_every_frame() {
    let desk = Desk::new();
    let answer = desk.run(&[]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(
        answer.err.lines().next().is_some_and(|line| line.contains("tour")),
        "{answer:?}"
    );
    assert_eq!(answer.out.matches("First-time visitor").count(), 9);
    let shown = |name: &str| desk.path("beckon-tour").join(name);
    assert!(shown("index.html").is_file());

    // A second tour into the same folder is fine.
    let said = desk.json(0, &["tour", "beckon-tour", "--json"]);
    let campaigns = said["campaigns"].as_array().expect("a list");
    assert_eq!(campaigns.len(), 9);
    for campaign in campaigns {
        assert!(
            campaign["summary"].as_str().is_some_and(|text| text.len() > 20),
            "{campaign:#}"
        );
        assert_eq!(campaign["verdicts"].as_array().map(Vec::len), Some(2));
        assert!(campaign["verdicts"][1]["shown"].is_boolean());
        for name in campaign["pictures"]
            .as_array()
            .expect("pictures")
            .iter()
            .filter_map(Value::as_str)
        {
            assert!(image::open(shown(name)).is_ok(), "{name}");
        }
        assert_eq!(campaign["pictures"].as_array().map(Vec::len), Some(3));
    }
    for name in said["window"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
    {
        assert!(image::open(shown(name)).is_ok(), "{name}");
    }
}

#[test]
fn sheet_writes_every_picture_in_each_form_and_says_what_it_found() {
    let desk = Desk::new();
    let look = |color: &str| {
        format!(
            r#"{{ "format": "beckon.campaign", "version": 1, "name": "Plans", "look": {{ "color": "{color}" }}, "content": {{
                "type": "rich", "title": "Which plan?", "button": {{ "name": "Compare" }} }} }}"#
        )
    };
    desk.write("fine.campaign.json", look("#1d4ed8"));
    desk.write("pale.campaign.json", look("#7f7f7f"));
    let fine = desk.json(0, &["sheet", "fine.campaign.json", "-o", "out.png", "--json"]);
    assert_eq!(
        (&fine["pictures"], &fine["findings"]),
        (&24.into(), &Value::Array(Vec::new()))
    );
    let picture = image::open(desk.path("out.png")).expect("a PNG");
    assert!(picture.width() > 3000 && picture.height() > 2000);

    let pale = desk.run(&["sheet", "pale.campaign.json", "-o", "out.html"]);
    assert!(
        pale.out.contains("too pale to read") && pale.out.contains("needs 4.5 : 1"),
        "{pale:?}"
    );
    assert_eq!(desk.read("out.html").matches("<img ").count(), 24);
    let narrowed = ["sheet", "pale.campaign.json", "-o", "out", "--as", "pdf", "--json"];
    let narrowed = [&narrowed[..], &["--device", "phone,small-phone", "--theme", "dark"]].concat();
    let phones = desk.json(0, &[&narrowed[..], &["--texts", "as-written,zoomed"]].concat());
    assert_eq!(phones["pictures"], 4, "{phones}");
    assert!(std::fs::read(desk.path("out")).expect("there").starts_with(b"%PDF-"));
    let nothing = desk.run(&[&narrowed[..], &["--force", "--texts", "no-picture"]].concat());
    assert_eq!(nothing.code, 1);
    nothing.has_problems();
    desk.run(&[&narrowed[..], &["--force", "--texts", "loud"]].concat())
        .is_refusal();

    desk.write(
        "empty.campaign.json",
        r#"{ "format": "beckon.campaign", "version": 1 }"#,
    );
    let empty = desk.run(&["sheet", "empty.campaign.json", "-o", "none.png"]);
    assert_eq!(empty.code, 1);
    empty.has_problems();
}
