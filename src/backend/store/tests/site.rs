//! The site document: across starts, beside campaigns, and damaged.

use super::{Desk, campaign, put};
use crate::backend::conditional::Tags;
use crate::backend::problem::Problem;
use crate::backend::site_document::read;
use crate::backend::store::{Answer, Change, Condition, SiteWrite};

fn write(desk: &mut Desk, document: &str) -> Result<Answer, Problem> {
    let current = desk.database.site().ok().flatten();
    desk.database.put_site(SiteWrite {
        document: read(document.as_bytes()).map(Box::new),
        condition: Condition {
            if_match: current.map(|(_, etag)| Tags::These(vec![etag])),
            if_none_match: None,
        },
        key: None,
        now: desk.now,
    })
}

const SITE: &str = r##"{ "format": "beckon.site", "version": 1, "addresses": ["https://www.example.com"], "look": { "card": "#0f172a" } }"##;

#[test]
fn it_is_there_after_another_start_whatever_becomes_of_campaigns() {
    let mut desk = Desk::new();
    assert!(desk.write("a", put(&campaign("a", "x")), None, None).is_ok());
    assert!(!desk.list().contains("\"site\""));
    assert!(write(&mut desk, SITE).is_ok());
    assert!(desk.write("a", Change::Launch, None, None).is_ok());
    let list = desk.list();
    assert!(
        list.contains("\"addresses\":[\"https://www.example.com\"]") && list.contains("\"id\":\"a\""),
        "{list}"
    );
    let mut desk = desk.restarted();
    assert_eq!(desk.list(), list);
    assert!(desk.write("a", Change::Pause, None, None).is_ok());
    assert!(desk.list().contains("\"card\":\"#0f172a\""));
}

#[test]
fn a_launch_is_judged_on_the_sites_look() {
    let mut desk = Desk::new();
    let mut document = campaign("a", "x");
    document["look"] = serde_json::json!({ "text": "#fff" });
    assert!(write(&mut desk, SITE).is_ok());
    assert!(desk.write("a", put(&document), None, None).is_ok());
    assert!(desk.write("a", Change::Launch, None, None).is_ok());
}

#[test]
fn a_damaged_one_is_reported_and_opens_the_campaigns_to_nobody() {
    for value in [
        "'{broken'",
        "''",
        "CAST(x'ff00' AS TEXT)",
        "replace(document, '\"version\":1', '\"version\":2')",
    ] {
        let mut desk = Desk::new();
        assert!(write(&mut desk, SITE).is_ok());
        desk.outside(&format!("UPDATE site SET document = {value}"));
        let mut desk = desk.restarted();
        let refused = desk.database.site().expect_err(value);
        assert_eq!(refused.body()["type"], "urn:beckon:problem:unreadable", "{value}");
        let tag = refused.body()["current_etag"].as_str().expect("a tag").to_owned();
        assert!(desk.list().contains("\"addresses\":[\"\"]"), "{value}: {}", desk.list());
        // Another one repairs it.
        let again = desk.database.put_site(SiteWrite {
            document: read(SITE.as_bytes()).map(Box::new),
            condition: Condition {
                if_match: Some(Tags::These(vec![tag])),
                if_none_match: None,
            },
            key: None,
            now: desk.now,
        });
        assert!(
            again.is_ok() && desk.database.site().is_ok_and(|site| site.is_some()),
            "{value}"
        );
        assert!(desk.list().contains("https://www.example.com"));
    }
}

#[test]
fn a_damaged_entity_tag_stops_nothing() {
    let mut desk = Desk::new();
    assert!(write(&mut desk, SITE).is_ok());
    desk.outside("UPDATE site SET etag = CAST(x'ff00' AS TEXT)");
    let mut desk = desk.restarted();
    assert!(desk.database.site().expect("it can be read").is_some());
    assert!(write(&mut desk, SITE).is_ok(), "it is put again");
}
