//! export: bundles and Jetlink snippets.

use serde_json::{Value, json};

use super::support::{Desk, campaign};

/// Writes a campaign with a picture next to it.
fn with_picture(desk: &Desk) {
    let mut pixels = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(400, 200)
        .write_to(&mut pixels, image::ImageFormat::Png)
        .expect("encoded");
    desk.write("drafts/images/a.png", pixels.into_inner());
    let mut campaign = campaign();
    campaign["content"]["image"] = json!("images/a.png");
    desk.write("drafts/card.campaign.json", campaign.to_string());
}

#[test]
fn a_bundle_carries_campaigns_and_pictures() {
    let desk = Desk::new();
    with_picture(&desk);
    let said = desk.json(
        0,
        &[
            "export",
            "plans.campaign.json",
            "drafts/card.campaign.json",
            "-o",
            "out.json",
            "--json",
        ],
    );
    assert_eq!((&said["campaigns"], &said["left_out"]), (&json!(2), &json!([])));
    let bundle: Value = serde_json::from_str(&desk.read("out.json")).expect("JSON");
    assert_eq!(
        (&bundle["format"], &bundle["version"]),
        (&json!("beckon.bundle"), &json!(1))
    );
    assert_eq!(bundle["campaigns"][0]["name"], "Plans");
    let image = bundle["campaigns"][1]["content"]["image"].as_str().expect("a name");
    assert!(
        bundle["images"][image]
            .as_str()
            .is_some_and(|url| url.starts_with("data:image/png;base64,"))
    );
}

#[test]
fn a_missing_picture_stops_an_export() {
    let desk = Desk::new();
    with_picture(&desk);
    std::fs::remove_file(desk.path("drafts/images/a.png")).expect("removed");
    for form in ["json", "jetlink"] {
        let answer = desk.run(&["export", "drafts/card.campaign.json", "-o", "out", "--as", form]);
        assert_eq!(answer.code, 1, "{answer:?}");
        answer.has_problems();
        assert!(!desk.path("out").exists());
    }
}

#[test]
fn a_snippet_says_what_it_leaves_out() {
    let desk = Desk::new();
    let answer = desk.run(&["export", "plans.campaign.json", "-o", "snippet.js", "--as", "jetlink"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(
        desk.read("snippet.js"),
        "Jetlink.AddCampaignMessage({\n  Message: \"Ask us anything about plans.\",\n  MessageTitle: \"Need a hand?\",\n  \
         ButtonText: \"Compare plans\"\n});\n"
    );
    for loss in [
        "the audience",
        "the repeat cycle",
        "the message delay",
        "the priority",
        "what the visitor says",
    ] {
        assert!(answer.err.contains(loss), "{loss}: {}", answer.err);
    }
    assert!(
        answer
            .err
            .lines()
            .all(|line| line.starts_with("note: ") || line.starts_with("hint: "))
    );
}

#[test]
fn a_snippet_for_a_page_is_a_script_that_no_text_ends() {
    let desk = Desk::new();
    let mut text = campaign();
    text["content"] = json!({ "type": "text", "text": "</script><script>alert(1)</script>" });
    desk.write("text.campaign.json", text.to_string());
    desk.run(&["export", "text.campaign.json", "-o", "snippet.html", "--as", "jetlink"]);
    let page = desk.read("snippet.html");
    assert_eq!(page.matches("</script>").count(), 1);
    assert!(
        page.starts_with("<script>\nJetlink.AddCampaignMessage({\n  Message: \"") && page.ends_with("});\n</script>\n")
    );
}

#[test]
fn an_export_never_replaces_what_it_reads() {
    let desk = Desk::new();
    let before = desk.read("plans.campaign.json");
    desk.run(&["export", "plans.campaign.json", "-o", "./plans.campaign.json"])
        .is_refusal();
    desk.run(&["html", "plans.campaign.json", "-o", "plans.campaign.json"])
        .is_refusal();
    assert_eq!(desk.read("plans.campaign.json"), before);
    // The folder of the drafts is not a site of Beckon's.
    desk.run(&["export", "plans.campaign.json", "-o", ".", "--as", "site"])
        .is_refusal();
    desk.run(&["export", "plans.campaign.json", "-o", "."]).is_refusal();
    desk.run(&["export", "plans.campaign.json", "-o", "no/such/folder/out.json"])
        .is_refusal();
}

#[test]
fn a_whole_library_is_one_bundle() {
    let desk = Desk::new();
    with_picture(&desk);
    let mut other = campaign();
    other["name"] = json!("Another");
    desk.write("drafts/another.campaign.json", other.to_string());
    desk.write("drafts/notes.txt", "no campaign");
    let said = desk.json(0, &["export", "--library", "drafts", "-o", "all.json", "--json"]);
    assert_eq!(said["campaigns"], json!(2));
    let bundle: Value = serde_json::from_str(&desk.read("all.json")).expect("JSON");
    assert_eq!(bundle["campaigns"][0]["name"], "Another");
    assert_eq!(bundle["images"].as_object().map(serde_json::Map::len), Some(1));
    // A site can be exported from a library, too.
    let site = desk.run(&["export", "--library", "drafts", "-o", "site", "--as", "site"]);
    assert_eq!(site.code, 0, "{site:?}");
    desk.write("drafts/broken.campaign.json", "{");
    desk.write("drafts/cut.campaign.json", "");
    let answer = desk.run(&["export", "--library", "drafts", "-o", "more.json"]);
    answer.is_refusal();
    assert!(
        answer.err.contains("broken.campaign.json") && answer.err.contains("cut.campaign.json"),
        "{answer:?}"
    );
    std::fs::create_dir(desk.path("empty")).expect("made");
    for folder in ["empty", "nowhere", "all.json"] {
        desk.run(&["export", "--library", folder, "-o", "more.json"])
            .is_refusal();
    }
    assert!(!desk.path("more.json").exists() && !desk.path("nowhere").exists());
    for arguments in [
        &["export", "-o", "more.json"][..],
        &[
            "export",
            "plans.campaign.json",
            "--library",
            "drafts",
            "-o",
            "more.json",
        ],
    ] {
        desk.run(arguments).is_refusal();
    }
}

#[test]
fn a_site_document_with_errors_stops_the_export_of_a_site() {
    let named = ["--site", "other.json"];
    for (file, more) in [("site.json", &[][..]), ("other.json", &named[..])] {
        let desk = Desk::new();
        let site = json!({ "format": "beckon.site", "version": 1, "addresses": ["www.example.com"] });
        desk.write(file, site.to_string());
        let export = [&["export", "plans.campaign.json", "-o", "site", "--as", "site"], more].concat();
        let answer = desk.run(&export);
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(
            answer.out.contains(file) && answer.out.contains("/addresses/0"),
            "{answer:?}"
        );
        assert!(!desk.path("site").exists());
        let said = desk.json(1, &[&export[..], &["--json"]].concat());
        assert_eq!(said["findings"][0]["code"], "site_address", "{said}");
        let site = json!({ "format": "beckon.site", "version": 1, "addresses": ["https://www.example.com"] });
        desk.write(file, site.to_string());
        assert_eq!(desk.run(&export).code, 0);
    }
}

#[test]
fn a_campaign_is_checked_on_its_site() {
    let desk = Desk::new();
    let mut white = campaign();
    white["look"] = json!({ "text": "#ffffff", "theme": "light" });
    desk.write("white.campaign.json", white.to_string());
    let codes = || {
        let found = desk.json(0, &["check", "white.campaign.json", "--json"]);
        let found = found.as_array().expect("a list").clone();
        found
            .into_iter()
            .map(|finding| finding["code"].clone())
            .collect::<Vec<_>>()
    };
    assert!(codes().contains(&json!("low_contrast")));
    let site = json!({ "format": "beckon.site", "version": 1, "look": { "card": "#0f172a" } });
    desk.write("site.json", site.to_string());
    assert!(!codes().contains(&json!("low_contrast")));
}
