//! The demo shop, which replaces the user's own site.

use serde_json::json;
use url::Url;

use super::headers;
use crate::backend::demo::{Demo, site_cookie, site_of};
use crate::backend::live::{Listed, Live};
use crate::backend::site::Site;
use crate::campaign::{Campaign, SiteDocument, from_json};
use crate::popup::{Brand, Corner, Rgb, Theme};

/// Returns a page as shown to a visitor with this cookie.
async fn page(demo: &Demo, path: &str, cookie: &'static str, named: Option<&str>) -> String {
    let response = demo.answer(path, &headers(&[("cookie", cookie)]), named, false);
    let body = axum::body::to_bytes(response.into_body(), 1 << 20)
        .await
        .expect("a body");
    String::from_utf8(body.to_vec()).expect("text")
}

#[tokio::test]
async fn every_page_carries_the_widget_for_the_site_that_it_stands_for() {
    let demo = Demo::new(&Site::default());
    let chosen = "a=b; beckon-demo-site=https%3A%2F%2Fwww.myshop.com%2F; c=d";
    for (path, cookie, named, wanted) in [
        ("", "", None, "https://www.example.com/"),
        ("", "", Some("https://shop.example/"), "https://shop.example/"),
        ("pricing/teams", "", None, "https://www.example.com/"),
        ("", chosen, Some("https://shop.example/"), "https://www.myshop.com/"),
        (
            "",
            "beckon-demo-site=javascript%3Aalert(1)",
            None,
            "https://www.example.com/",
        ),
        (
            "",
            "beckon-demo-site=https%3A%2F%2Fa%22%3E%3Cscript%3E",
            None,
            "https://www.example.com/",
        ),
    ] {
        let html = page(&demo, path, cookie, named).await;
        assert_eq!(html.matches("widget.js\"").count(), 1, "{path}: {html}");
        assert_eq!(
            html.matches(&format!(" data-site=\"{wanted}\"")).count(),
            1,
            "{path} {cookie}: {html}"
        );
        assert_eq!(html.matches(" data-root=\"/demo/\"").count(), 1, "{path}: {html}");
        assert_eq!(html.matches("data-site").count(), 1, "{path}: {html}");
    }
}

#[tokio::test]
async fn the_sites_look_is_the_shops() {
    let brand = Brand {
        name: "Ada & \"friends\" <b>".into(),
        ..Brand::of(Rgb::new(0x0d, 0x94, 0x88), Corner::Left)
    };
    let demo = Demo::new(&Site {
        brand,
        theme: Some(Theme::Dark),
    });
    let html = page(&demo, "", "", None).await;
    for wanted in [
        " data-brand=\"#0d9488\"",
        " data-corner=\"left\"",
        " data-theme=\"dark\"",
        " data-name=\"Ada &amp; &quot;friends&quot; &lt;b&gt;\"",
    ] {
        assert!(html.contains(wanted), "{wanted}: {html}");
    }
}

#[tokio::test]
async fn a_site_cannot_leave_its_attribute() {
    let demo = Demo::new(&Site::default());
    let html = page(&demo, "", "", Some("https://a\"onload=\"x/")).await;
    assert!(html.contains(" data-site=\"https://a&quot;onload=&quot;x/\""), "{html}");
}

#[test]
fn only_the_web_has_sites() {
    let of = |text: &str| Url::parse(text).ok().as_ref().and_then(site_of);
    assert_eq!(
        of("https://www.example.com/a?b#c"),
        Some("https://www.example.com/".into())
    );
    assert_eq!(
        of("http://Shop.Example:8080/a"),
        Some("http://shop.example:8080/".into())
    );
    assert_eq!(of("https://user:secret@a.example/"), Some("https://a.example/".into()));
    for none in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a/",
        "mailto:a@b.c",
        "https://a\".example/",
        "https://a'b.example/",
        "https://*.example/",
    ] {
        assert_eq!(of(none), None, "{none}");
    }
    assert_eq!(
        site_cookie("https://a.example/"),
        "beckon-demo-site=https%3A%2F%2Fa.example%2F; Path=/demo; SameSite=Lax; Max-Age=31536000"
    );
}

#[test]
fn the_site_that_campaigns_name_most_often_is_meant() {
    let asking_for = |id: usize, urls: &[&str]| -> Campaign {
        let conditions: Vec<_> = urls
            .iter()
            .map(|url| json!({ "field": "current_page_url", "operator": "equals", "value": url }))
            .collect();
        let document = json!({ "format": "beckon.campaign", "version": 1, "id": id.to_string(), "audience": { "all": [{ "any": conditions }] } });
        from_json(document.to_string().as_bytes()).expect("a campaign")
    };
    let most = |campaigns: &[&[&str]]| {
        let mut live = Live::default();
        for (id, urls) in campaigns.iter().enumerate() {
            live.put(Listed::of(&asking_for(id, urls)));
        }
        live.site()
    };
    assert_eq!(most(&[]), None);
    assert_eq!(most(&[&["pricing", "*"]]), None);
    let often: &[&[&str]] = &[&["https://b.example/x", "https://a.example/"], &["https://b.example/y"]];
    assert_eq!(most(often), Some("https://b.example/".into()));
    assert_eq!(
        most(&[&["https://b.example/", "https://a.example/"]]),
        Some("https://a.example/".into())
    );
    // Only there are they shown.
    let mut live = Live::default();
    live.put(Listed::of(&asking_for(1, often[0])));
    live.put(Listed::of(&asking_for(2, often[1])));
    for (addresses, named) in [
        (&["https://A.example"][..], "https://a.example/"),
        (
            &["https://c.example:8080/shop", "https://d.example"],
            "https://c.example:8080/",
        ),
        (&["c.example"], "https://b.example/"),
        (&[], "https://b.example/"),
    ] {
        live.set_document(Some(SiteDocument {
            addresses: addresses.iter().copied().map(str::to_owned).collect(),
            ..SiteDocument::default()
        }));
        assert_eq!(live.site().as_deref(), Some(named), "{addresses:?}");
    }
}

#[test]
fn every_file_of_the_shop_is_served() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let demo = Demo::new(&Site::default());
    let mut count = 0;
    let inner = [folder.clone(), folder.join("pictures")];
    for entry in inner
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"))
    {
        let path = entry.expect("an entry").path();
        let name = path
            .strip_prefix(&folder)
            .expect("within")
            .to_str()
            .expect("a name")
            .replace('\\', "/");
        if path.is_dir() || name == "general.html" {
            continue;
        }
        count += 1;
        let address = name.strip_suffix(".html").unwrap_or(&name).replace("index", "");
        let kind = demo.answer(&address, &headers(&[]), None, false).headers()["content-type"].clone();
        let wanted = match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        assert_eq!(kind, wanted, "{name}");
        assert!(demo.is_own(&address), "{name}");
    }
    assert!(count > 15, "{count}");
    for (address, own) in [
        ("plants/monstera", true),
        ("journal/", true),
        ("plants-for-sale", false),
        ("pricing", false),
    ] {
        assert_eq!(demo.is_own(address), own, "{address}");
    }
}
