//! The body of a PUT: identities, pictures, and what is not a campaign.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::backend::document::{is_id, picture_hash, read};

/// A PNG of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbaImage::from_pixel(width, height, image::Rgba([79, 70, 229, 255]));
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

fn data_url(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", STANDARD.encode(bytes))
}

fn with_image(image: &str) -> Vec<u8> {
    let document = json!({ "format": "beckon.campaign", "version": 1, "content": { "type": "rich", "image": image } });
    document.to_string().into_bytes()
}

/// The code of the only problem of a picture; empty when there is none.
fn fault(image: &str) -> String {
    let problem = match read("c1", &with_image(image)) {
        Ok(_) => return String::new(),
        Err(problem) => problem,
    };
    let body = problem.body();
    assert_eq!(body["problems"][0]["path"], "/content/image", "{body}");
    body["problems"][0]["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn pictures_are_taken_out_and_proven() {
    let good = png(400, 200);
    let hash = "a".repeat(64);
    let mut cut = good.clone();
    cut.truncate(good.len() / 2);
    let cases = [
        (data_url("image/png", &good), ""),
        (data_url("text/html", &good), ""),
        (format!("images/{hash}.png"), ""),
        (format!("images/{}.png", "A".repeat(64)), "picture_elsewhere"),
        (format!("images/../{hash}.png"), "picture_elsewhere"),
        ("images/photo.png".into(), "picture_elsewhere"),
        ("https://elsewhere.example/a.png".into(), "picture_elsewhere"),
        (String::new(), "picture_elsewhere"),
        ("dätä:".into(), "picture_elsewhere"),
        ("data:".into(), "picture_undecodable"),
        ("data:image/png;base64,====".into(), "picture_undecodable"),
        (data_url("image/png", b"<svg/>"), "picture_not_png"),
        (data_url("image/png", &good[..30]), "picture_not_png"),
        (data_url("image/png", &cut), "picture_not_png"),
        (data_url("image/png", &png(2_049, 1)), "picture_too_large"),
        (data_url("image/png", &vec![0; (1 << 20) + 1]), "picture_too_large"),
    ];
    for (image, wanted) in cases {
        assert_eq!(fault(&image), wanted, "{}", image.chars().take(60).collect::<String>());
    }
    let document = read("c1", &with_image(&data_url("image/png", &good))).expect("a document");
    let picture = &document.pictures[0];
    assert_eq!((picture.width, picture.height), (400, 200));
    assert_eq!(
        document.campaign.content.image,
        Some(format!("images/{}.png", picture.hash))
    );
    assert_eq!(&picture.png[..], &good[..], "stored to the byte");
}

#[test]
fn a_document_has_the_identity_of_its_address() {
    let of = |id: Value| json!({ "format": "beckon.campaign", "version": 1, "id": id }).to_string();
    let same = read("c1", of(json!("c1")).as_bytes()).expect("a document");
    assert_eq!(same.campaign.id, "c1");
    let none = json!({ "format": "beckon.campaign", "version": 1 }).to_string();
    assert_eq!(
        read("c1", none.as_bytes()).ok().map(|read| read.campaign.id),
        Some("c1".into())
    );
    assert!(read("c1", of(json!("c2")).as_bytes()).is_err());
}

#[test]
fn what_is_not_a_campaign_is_refused_with_its_place() {
    let body = read("c1", br#"{ "format": "beckon.campaign", "version": 1, "name": 7 }"#)
        .expect_err("a problem")
        .body();
    assert_eq!(body["status"], 422);
    let problem = &body["problems"][0];
    assert_eq!(
        (problem["path"].as_str(), problem["line"].as_u64()),
        (Some("/name"), Some(1)),
        "{body}"
    );
    assert!(problem["hint"].as_str().is_some_and(|hint| !hint.is_empty()));
    let newer = read("c1", br#"{ "format": "beckon.campaign", "version": 2 }"#)
        .expect_err("a problem")
        .body();
    assert_eq!(newer["problems"][0]["code"], "newer_version");
}

#[test]
fn identities_are_plain() {
    for good in ["a", "0193a1b2-7c00-7000-8000-000000000001", "A.b_c-9", &"x".repeat(128)] {
        assert!(is_id(good), "{good}");
    }
    for bad in [
        "",
        ".",
        "..",
        "-a",
        "_a",
        "a/b",
        "a b",
        "ä",
        "a\0",
        "a%2F",
        &"x".repeat(129),
    ] {
        assert!(!is_id(bad), "{bad}");
    }
    assert_eq!(
        picture_hash(&format!("images/{}.png", "0".repeat(64))),
        Some(&*"0".repeat(64))
    );
    assert_eq!(picture_hash("images/..png"), None);
}
