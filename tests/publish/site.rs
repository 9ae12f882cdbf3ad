//! `export --as site`: the whole part of a website, replaced safely and without touching the user's own files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::support::{Desk, campaign, identity};

/// Every file below a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next)
            .expect("listed")
            .map(|entry| entry.expect("an entry").path())
        {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .expect("below")
                    .to_string_lossy()
                    .replace('\\', "/");
                found.insert(name, fs::read(&path).expect("read"));
            }
        }
    }
    found
}

fn png(red: u8) -> Vec<u8> {
    let mut pixels = std::io::Cursor::new(Vec::new());
    let picture = image::RgbaImage::from_pixel(400, 200, image::Rgba([red, 0, 0, 255]));
    picture.write_to(&mut pixels, image::ImageFormat::Png).expect("encoded");
    pixels.into_inner()
}

fn card(desk: &Desk, red: u8) {
    desk.write("images/a.png", png(red));
    let mut card = campaign(&identity(1), "");
    card["name"] = json!("<Ada & co>");
    card["content"] = json!({ "type": "rich", "title": "<Need a hand>?", "image": "images/a.png", "user_say": "Hi",
        "button": { "name": "Yes", "action": { "message": "Yes" } }, "text": "of another type" });
    card["audience"] = json!({ "all": [{ "field": "visits", "operator": "at_least", "value": 1, "muted": true }] });
    card["expectations"] = json!([]);
    desk.write("a.campaign.json", card.to_string());
}

fn export(desk: &Desk) -> super::support::Answer {
    desk.run(&[
        "export",
        "a.campaign.json",
        "b.campaign.json",
        "-o",
        "site",
        "--as",
        "site",
        "--json",
    ])
}

#[test]
fn a_site_is_what_the_widget_reads() {
    let desk = Desk::new();
    card(&desk, 1);
    let mut first = campaign(&identity(2), "Hello");
    first["schedule"]["priority"] = json!(0);
    desk.write("b.campaign.json", first.to_string());
    let answer = export(&desk);
    assert_eq!(answer.code, 0, "{answer:?}");
    let site = files(&desk.path("site"));
    let names: Vec<&str> = site.keys().map(String::as_str).collect();
    assert_eq!(names.len(), 8, "{names:?}");
    for name in [
        ".beckon-site.json",
        "README.txt",
        "fonts/inter.woff2",
        "index.html",
        "popup.json",
        "v1/campaigns.json",
        "widget.js",
    ] {
        assert!(site.contains_key(name), "{name}");
    }
    let list: Value = serde_json::from_slice(&site["v1/campaigns.json"]).expect("JSON");
    assert_eq!((&list["format"], &list["version"]), (&json!("beckon.live"), &json!(1)));
    assert_eq!(list["campaigns"][0]["id"], identity(2), "best first");
    let card = &list["campaigns"][1];
    let image = card["content"]["image"].as_str().expect("a picture");
    assert_eq!(site[image], png(1));
    assert_eq!(card["audience"], json!({ "all": [] }));
    assert!(card["content"].get("text").is_none() && card.get("expectations").is_none());
    let page = String::from_utf8(site["index.html"].clone()).expect("UTF-8");
    // A pop-up is identified by its text, which is public; its name is private to its makers.
    assert!(!page.contains("co&gt;"), "{page}");
    assert!(
        page.contains("<li>&lt;Need a hand&gt;?</li>") && page.contains("data-events=\"off\"") && !page.contains("{{")
    );
    // The same again changes nothing.
    assert_eq!(export(&desk).code, 0);
    assert_eq!(files(&desk.path("site")), site);
}

#[test]
fn an_export_again_replaces_its_own_and_keeps_the_users() {
    let desk = Desk::new();
    card(&desk, 1);
    desk.write("b.campaign.json", campaign(&identity(2), "Hello").to_string());
    assert_eq!(export(&desk).code, 0);
    desk.write("site/index.html", "mine");
    desk.write("site/favicon.ico", "mine");
    desk.write("site/images/mine.png", "mine");
    let old: Vec<String> = files(&desk.path("site")).into_keys().collect();
    card(&desk, 2);
    let answer = export(&desk);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(answer.json()["left"], json!(["index.html"]));
    assert_eq!(answer.json()["removed"].as_array().map(Vec::len), Some(1));
    let site = files(&desk.path("site"));
    for name in ["index.html", "favicon.ico", "images/mine.png"] {
        assert_eq!(site[name], b"mine", "{name}");
    }
    assert_eq!(site.len(), old.len());
    assert!(site.values().any(|bytes| *bytes == png(2)) && !site.values().any(|bytes| *bytes == png(1)));
    // Once left alone, it stays left alone.
    assert_eq!(export(&desk).json()["left"], json!(["index.html"]));
}

#[test]
fn what_is_not_beckons_is_never_touched() {
    let desk = Desk::new();
    card(&desk, 1);
    desk.write("b.campaign.json", campaign(&identity(2), "Hello").to_string());
    desk.write("site/thesis.txt", "mine");
    let before = files(&desk.path("site"));
    let answer = export(&desk);
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.err.contains("not a site that Beckon wrote"), "{answer:?}");
    assert_eq!(files(&desk.path("site")), before);
    fs::remove_dir_all(desk.path("site")).expect("removed");
    // A changed script no longer belongs to Beckon.
    assert_eq!(export(&desk).code, 0);
    desk.write("site/widget.js", "mine");
    card(&desk, 2);
    let before = files(&desk.path("site"));
    let answer = export(&desk);
    assert_eq!(answer.code, 2, "{answer:?}");
    assert_eq!(files(&desk.path("site")), before);
    // A list that points outside the folder is ignored.
    desk.write("precious.txt", "");
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let list = json!({ "format": "beckon.site", "version": 1, "files": { "../precious.txt": [empty] } });
    desk.write("other/.beckon-site.json", list.to_string());
    let answer = desk.run(&["export", "b.campaign.json", "-o", "other", "--as", "site"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(desk.path("precious.txt").exists());
    #[cfg(unix)]
    {
        fs::create_dir_all(desk.path("elsewhere")).expect("made");
        fs::create_dir_all(desk.path("linked")).expect("made");
        desk.write(
            "linked/.beckon-site.json",
            r#"{ "format": "beckon.site", "version": 1, "files": {} }"#,
        );
        std::os::unix::fs::symlink(desk.path("elsewhere"), desk.path("linked/v1")).expect("linked");
        let answer = desk.run(&["export", "b.campaign.json", "-o", "linked", "--as", "site"]);
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(files(&desk.path("elsewhere")).is_empty());
    }
}

#[test]
fn what_may_not_be_launched_makes_no_site() {
    let desk = Desk::new();
    desk.write("a.campaign.json", campaign(&identity(1), "").to_string());
    let answer = desk.run(&["export", "a.campaign.json", "-o", "site", "--as", "site"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(
        answer.out.contains("not ready to launch") && !desk.path("site").exists(),
        "{answer:?}"
    );
}
