//! Exports can be imported again, and no import can do harm.

mod desk;
#[cfg(unix)]
mod full;
mod growth;
mod libraries;
mod power;
#[cfg(unix)]
mod private;
mod site;

use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::campaign::{Campaign, from_json, to_value};
use crate::library::{Library, read_picture};

fn campaign(content: Value) -> Campaign {
    let value = json!({
        "format": "beckon.campaign", "version": 1, "id": "0193a1b2-7c00-7000-8000-000000000001", "name": "Plans",
        "audience": { "all": [{ "field": "visits", "operator": "at_least", "value": 1, "muted": true }] },
        "activity": { "join": "and", "conditions": [] },
        "content": content, "schedule": { "repeat_cycle": null, "message_delay": 0, "priority": 1 },
        "launcher_image": "current", "later": { "kept": true },
    });
    from_json(value.to_string().as_bytes()).expect("it is one")
}

fn png(width: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(width, 4)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("encoded");
    bytes.into_inner()
}

/// A folder with a picture of this width.
fn folder(width: u32) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir(folder.path().join("images")).expect("made");
    std::fs::write(folder.path().join("images/a.png"), png(width)).expect("written");
    folder
}

fn library(folder: &tempfile::TempDir) -> Library {
    Library::open_with_rescue(folder.path().join("library"), None).expect("it opens")
}

fn rich() -> Campaign {
    campaign(json!({
        "type": "rich", "title": "Need a {{what|hand}}?", "subtitle": "Ask.", "image": "images/a.png",
        "button": { "name": "Go", "action": { "link": "https://www.example.com/" } }, "user_say": "Hi"
    }))
}

#[test]
fn a_bundle_comes_back_as_it_went() {
    let (one, other) = (folder(8), folder(9));
    let campaigns = [rich(), rich()];
    let bundle = bundle([(&campaigns[0], one.path()), (&campaigns[1], other.path())]).expect("it exports");
    assert_eq!(
        bundle.pictures.keys().collect::<Vec<_>>(),
        ["images/a-2.png", "images/a.png"]
    );
    let again = read_bundle(bundle.to_json().as_bytes()).expect("it was written here");
    assert_eq!(again, bundle);
    assert_eq!(again.campaigns[0], campaigns[0]);
}

#[test]
fn importing_keeps_identities_where_it_can_and_stores_pictures_by_content() {
    let here = folder(8);
    let library = library(&here);
    let bundle = bundle([(&rich(), here.path())]).expect("it exports");
    let first = install(&library, bundle.clone(), crate::clock::new_id).expect("imported");
    let second = install(&library, bundle, crate::clock::new_id).expect("imported again");
    let (first, second) = (&first[0], &second[0]);
    assert_eq!(first.campaign.id, rich().id);
    assert_ne!(second.campaign.id, rich().id);
    assert_ne!(first.tag.path, second.tag.path);
    let name = first.campaign.content.image.as_deref().expect("a picture");
    assert_eq!(read_picture(library.dir(), name).expect("stored"), png(8));
    assert_eq!(Some(name), second.campaign.content.image.as_deref());
}

#[test]
fn a_single_campaign_file_brings_the_pictures_next_to_it() {
    let here = folder(8);
    let path = here.path().join("plans.campaign.json");
    std::fs::write(&path, to_value(&rich()).to_string()).expect("written");
    let bundle = read_file(&path).expect("it reads");
    assert_eq!((bundle.campaigns.len(), bundle.pictures.len()), (1, 1));
    std::fs::remove_file(here.path().join("images/a.png")).expect("removed");
    assert!(read_file(&path).expect("drafts may lack pictures").pictures.is_empty());
    assert!(matches!(
        super::bundle([(&rich(), here.path())]),
        Err(ExportError::Picture { .. })
    ));
}

/// An import reads from the files that a stranger's file names only pictures in the folder `images` next to it.
#[test]
fn a_single_campaign_file_brings_nothing_but_its_pictures() {
    let here = folder(8);
    let outside = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(here.path().join("secret.png"), png(9)).expect("written");
    std::fs::write(here.path().join("images/notes.txt"), "SECRET").expect("written");
    std::fs::write(outside.path().join("x.png"), png(9)).expect("written");
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path().join("x.png"), here.path().join("images/link.png")).expect("linked");
    let path = here.path().join("plans.campaign.json");
    for name in [
        "secret.png",
        "images/notes.txt",
        "images/link.png",
        "images/../secret.png",
        "../x.png",
        outside.path().join("x.png").to_str().expect("UTF-8"),
    ] {
        let mut campaign = rich();
        campaign.content.image = Some(name.to_owned());
        campaign.launcher_image = Some(crate::campaign::LauncherImage::Image(name.to_owned()));
        std::fs::write(&path, to_value(&campaign).to_string()).expect("written");
        let bundle = read_file(&path).expect("drafts may lack pictures");
        assert!(bundle.pictures.is_empty(), "{name}");
        assert_eq!(bundle.campaigns, [campaign], "its name stays, for the checks to find");
    }
}

#[test]
fn broken_bundles_say_where_and_write_nothing() {
    let campaign = to_value(&rich());
    let with = |key: &str, value: Value| {
        let mut bundle = json!({ "format": "beckon.bundle", "version": 1, "campaigns": [campaign] });
        bundle[key] = value;
        bundle.to_string()
    };
    for (text, pointer) in [
        (with("version", json!(2)), "/version"),
        (with("version", json!("1")), "/version"),
        (with("campaigns", json!({})), "/campaigns"),
        (
            with(
                "campaigns",
                json!([{ "format": "beckon.campaign", "version": 1, "name": 7 }]),
            ),
            "/campaigns/0/name",
        ),
        (with("campaigns", json!([7])), "/campaigns/0"),
        (
            with("images", json!({ "images/a.png": "https://www.example.com/a.png" })),
            "/images/images~1a.png",
        ),
        (with("images", json!({ "a": "data:image/png;base64,!!!" })), "/images/a"),
        ("{\"format\":\"beckon.bundle\",".to_owned(), ""),
    ] {
        let error = read_bundle(text.as_bytes()).expect_err(&text);
        assert_eq!(error.problems[0].pointer, pointer, "{error}");
        assert!(
            error.problems[0].position.is_some() && !error.hint().is_empty(),
            "{text}"
        );
    }
    assert!(read_bundle(&[0xff, 0xfe, 0]).is_err());
}

#[test]
fn a_picture_that_is_none_stops_an_import_before_it_writes() {
    let here = folder(8);
    let library = library(&here);
    let bundle = Bundle {
        campaigns: vec![rich()],
        pictures: [("images/a.png".to_owned(), b"<svg>".to_vec())].into(),
    };
    let error = install(&library, bundle, crate::clock::new_id).expect_err("no picture");
    assert!(!error.hint().is_empty());
    assert_eq!(library.entries().expect("it lists").len(), 0);
}

#[test]
fn jetlink_takes_what_it_can_and_names_the_rest() {
    let here = folder(8);
    let snippet = jetlink([(&rich(), here.path())]).expect("it exports");
    assert!(
        snippet
            .code
            .starts_with("Jetlink.AddCampaignMessage({\n  Message: \"Ask.\",\n  MessageTitle: \"Need a hand?\",\n")
    );
    assert!(snippet.code.contains("PictureUrl: \"data:image/png;base64,"));
    let lost: Vec<_> = snippet.left_out.iter().map(|left| left.loss).collect();
    // The only condition is muted, and muted parts are not launched.
    let expected = [
        Loss::Priority,
        Loss::LinkAction,
        Loss::UserSay,
        Loss::Tokens,
        Loss::PictureAddress,
    ];
    assert_eq!(lost, expected);
    assert!(
        lost.iter()
            .all(|loss| !loss.hint().is_empty() && !loss.to_string().is_empty())
    );
}

#[test]
fn whatever_a_campaign_has_of_its_own_is_in_the_snippet_or_named() {
    let here = folder(8);
    let plain = json!({ "format": "beckon.campaign", "version": 1, "id": "a", "name": "Plans",
        "content": { "type": "text", "text": "Hi" } });
    let parts = json!({
        "audience": { "all": [{ "field": "visits", "operator": "at_least", "value": 1 }] },
        "activity": { "join": "and", "conditions": [{ "field": "scroll_ratio", "operator": "at_least", "value": 1 }] },
        "content": { "type": "text", "text": "Hi", "user_say": "Hello" },
        "look": { "color": "#16a34a" },
        "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 0, "priority": 1 },
        "launcher_image": "bot_profile",
    });
    let snippet = |value: &Value| {
        let campaign = from_json(value.to_string().as_bytes()).expect("it is one");
        jetlink([(&campaign, here.path())]).expect("it exports")
    };
    let without = snippet(&plain);
    for (key, part) in parts.as_object().expect("an object") {
        let mut with = plain.clone();
        with[key] = part.clone();
        assert_ne!(snippet(&with), without, "{key} is lost unsaid");
    }
    // What visitors can notice of a campaign; the rest is for its makers.
    let mut all = plain.clone();
    parts
        .as_object()
        .into_iter()
        .flatten()
        .for_each(|(key, part)| all[key] = part.clone());
    let all = from_json(all.to_string().as_bytes()).expect("it is one");
    let list = crate::campaign::live_list(&[all], None);
    for key in list["campaigns"][0].as_object().expect("an object").keys() {
        let of_all = matches!(key.as_str(), "format" | "version" | "id" | "time_zone" | "launched_at");
        assert!(of_all || parts.get(key).is_some(), "{key} needs a part here");
    }
}

#[test]
fn jetlink_texts_stay_texts() {
    let hostile = "</script><!-- \u{2028}\u{2029} \"quoted\" \\ ' ` ${x} \n\r\u{0}\u{7f} é 👋";
    let text = campaign(json!({ "type": "text", "text": hostile, "title": "not shown" }));
    let code = jetlink([(&text, Path::new("."))]).expect("it exports").code;
    let start = "Jetlink.AddCampaignMessage({\n  Message: ";
    let literal = code
        .strip_prefix(start)
        .and_then(|rest| rest.strip_suffix("\n});\n"))
        .expect("Message alone");
    assert!(
        !literal.contains(['<', '>', '&', '\'', '`', '\n', '\r', '\u{2028}', '\u{2029}']),
        "{literal}"
    );
    // These escapes are the same in JSON, so a JSON reader sees what JavaScript sees.
    assert_eq!(serde_json::from_str::<String>(literal).expect("a literal"), hostile);
}

#[test]
fn jetlink_has_no_form_for_some() {
    let window = campaign(json!({ "type": "open_window", "user_say": "Hi" }));
    assert!(matches!(
        jetlink([(&window, Path::new("."))]),
        Err(ExportError::NoForm { .. })
    ));
    for empty in [
        json!({ "type": "text", "text": " " }),
        json!({ "type": "rich" }),
        json!({}),
    ] {
        let error = jetlink([(&campaign(empty), Path::new("."))]).expect_err("no text");
        assert!(!error.hint().is_empty());
    }
}

proptest::proptest! {
    /// Whatever a text holds, the snippet's literal reads back as that text and ends nothing around it.
    #[test]
    fn any_text_survives_the_snippet(text in "[ -~<>&'`\\\\\"\\n\\r\u{0}\u{2028}\u{2029}é👋]{1,40}") {
        proptest::prop_assume!(!text.trim().is_empty() && !text.contains("{{"));
        let campaign = campaign(json!({ "type": "text", "text": text }));
        let code = jetlink([(&campaign, Path::new("."))]).expect("it exports").code;
        let start = "Jetlink.AddCampaignMessage({\n  Message: ";
        let literal = code.strip_prefix(start).and_then(|rest| rest.strip_suffix("\n});\n")).expect("Message alone");
        let unsafe_letters = ['<', '>', '&', '\'', '`', '\n', '\r', '\u{2028}', '\u{2029}'];
        proptest::prop_assert!(!literal.contains(unsafe_letters));
        proptest::prop_assert_eq!(serde_json::from_str::<String>(literal).expect("a literal"), text);
    }
}
