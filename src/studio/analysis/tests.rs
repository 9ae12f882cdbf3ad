use super::{AnalysisInput, Analyst, Verdict};
use crate::{
    campaign::{Campaign, Rest, from_json},
    insight::{SiteContext, UncheckedPictures},
    studio::{session::Touched, testing::now},
    visitor::{Showing, Visitor},
    wording::{
        LiveState,
        text::{Language, Text},
    },
};

fn campaign(json: &str) -> Campaign {
    let file = format!(r#"{{ "format": "beckon.campaign", "version": 1, {json} }}"#);
    from_json(file.as_bytes()).expect("the test's campaign can be read")
}

/// The verdict on a first-time visitor, and the rows that keep them out.
fn judged(campaign: &Campaign) -> (Verdict, Vec<String>) {
    judged_at(campaign, "", &[])
}

/// The same, on a page of a site with these addresses.
fn judged_at(campaign: &Campaign, url: &str, addresses: &[String]) -> (Verdict, Vec<String>) {
    let text = Text::new(Language::ENGLISH);
    let mut analyst = Analyst::default();
    analyst.ask(&AnalysisInput {
        campaign,
        written: &campaign.audience,
        revision: 1,
        touched: &Touched::default(),
        visitor: &Visitor {
            url: url.to_owned(),
            page_views: 1,
            visits: 1,
            ..Visitor::default()
        },
        now: now(),
        pictures: &UncheckedPictures,
        pictures_known: 0,
        site: SiteContext {
            addresses,
            ..SiteContext::UNKNOWN
        },
        names: &|id| (id == "welcome").then(|| "Welcome".to_owned()),
        live: LiveState::Draft,
        text: &text,
        own_zone: chrono_tz::Tz::UTC,
    });
    let analysis = analyst.analysis();
    let mut blocking: Vec<String> = analysis.blocking.iter().cloned().collect();
    blocking.sort();
    (analysis.verdict.clone().expect("a verdict"), blocking)
}

#[test]
fn who_used_up_the_limit_is_named() {
    let text = Text::new(Language::ENGLISH);
    let mut analyst = Analyst::default();
    let showing = |campaign: &str| Showing {
        campaign: campaign.to_owned(),
        at: now(),
        session: Some(1),
    };
    let rests = [Rest {
        at_most: Some(2.into()),
        ..Rest::usual()
    }];
    let survey = campaign(r#""id": "survey""#);
    analyst.ask(&AnalysisInput {
        campaign: &survey,
        written: &survey.audience,
        revision: 1,
        touched: &Touched::default(),
        visitor: &Visitor {
            showings: vec![showing("welcome"), showing("gone")],
            ..Visitor::default()
        },
        now: now(),
        pictures: &UncheckedPictures,
        pictures_known: 0,
        site: SiteContext {
            rests: &rests,
            ..SiteContext::UNKNOWN
        },
        names: &|id| (id == "welcome").then(|| "Welcome".to_owned()),
        live: LiveState::Draft,
        text: &text,
        own_zone: chrono_tz::Tz::UTC,
    });
    let verdict = analyst.analysis().verdict.clone().expect("a verdict");
    assert!(!verdict.shown && verdict.changeable);
    assert!(
        verdict.headline.contains("at most 2 pop-ups a day"),
        "{}",
        verdict.headline
    );
    let who = "The limit is used up by “Welcome” and another campaign.";
    assert!(verdict.details.iter().any(|line| line == who), "{:?}", verdict.details);
}

#[test]
fn each_reason_is_said_once_with_its_row_the_smallest_change_first() {
    let (verdict, blocking) = judged(&campaign(
        r#""audience": { "all": [
            { "field": "current_page_url", "operator": "starts_with", "value": "https://shop.example/" },
            { "field": "page_views", "operator": "at_least", "value": 3 },
            { "all": [ { "field": "page_views", "operator": "at_least", "value": 3 },
                       { "field": "visits", "operator": "at_least", "value": 1 } ] } ] },
        "activity": { "conditions": [ { "field": "scroll_ratio", "operator": "at_least", "value": 40 } ] }"#,
    ));
    assert!(!verdict.shown);
    assert_eq!(verdict.headline, "Not shown to this visitor");
    assert!(verdict.details.is_empty());
    let rows: Vec<Option<usize>> = verdict
        .reasons
        .iter()
        .map(|reason| reason.row.as_ref().map(|row| row.number))
        .collect();
    let mut once: Vec<&str> = verdict.reasons.iter().map(|reason| reason.text.as_str()).collect();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), verdict.reasons.len(), "{:?}", verdict.reasons);
    assert_eq!(rows.len(), 3, "{:?}", verdict.reasons);
    assert_eq!(
        rows.last(),
        Some(&Some(1)),
        "another page is the greatest change: {:?}",
        verdict.reasons
    );
    assert!(rows.contains(&Some(2)) && rows.contains(&Some(4)), "{rows:?}");
    assert_eq!(
        blocking,
        [
            "/activity/conditions/0",
            "/audience/all/0",
            "/audience/all/1",
            "/audience/all/2"
        ]
    );
}

#[test]
fn a_row_that_holds_keeps_a_visitor_out_only_where_none_may_hold() {
    let rows = r#"[ { "field": "page_views", "operator": "equals", "value": 1 },
                    { "field": "clicks", "operator": "at_least", "value": 1 } ]"#;
    let (_, blocking) = judged(&campaign(&format!(r#""audience": {{ "none": {rows} }}"#)));
    assert_eq!(blocking, ["/audience/none/0"]);
    let (verdict, blocking) = judged(&campaign(&format!(r#""audience": {{ "any": {rows} }}"#)));
    assert!(verdict.shown && verdict.reasons.is_empty());
    assert_eq!(blocking, [""; 0], "nothing keeps out a visitor who sees it");
}

/// Beyond the site's addresses nothing is shown, whatever the campaign says; nothing of it could be changed then.
#[test]
fn on_another_site_it_is_not_shown() {
    let everyone = campaign(r#""audience": { "all": [] }"#);
    let addresses = ["https://shop.example".to_owned()];
    let (verdict, _) = judged_at(&everyone, "https://shop.example/sale", &addresses);
    assert!(verdict.shown && verdict.reasons.is_empty(), "{verdict:?}");
    let (verdict, rows) = judged_at(&everyone, "https://other.example/", &addresses);
    assert!(!verdict.shown && !verdict.waiting && !verdict.changeable, "{verdict:?}");
    assert_eq!(verdict.headline, "Not shown to this visitor");
    let said: Vec<&str> = verdict.reasons.iter().map(|reason| &*reason.text).collect();
    assert_eq!(
        said,
        ["This page is none of the site’s addresses, and no campaign is shown there."]
    );
    assert!(rows.is_empty());
    let japanese =
        campaign(r#""audience": { "all": [{ "field": "browser_language", "operator": "equals", "value": "ja" }] }"#);
    let (verdict, _) = judged_at(&japanese, "https://other.example/", &addresses);
    assert_eq!(verdict.reasons.len(), 2);
    assert!(verdict.changeable && verdict.reasons[0].row.is_none(), "{verdict:?}");
}
