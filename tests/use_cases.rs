//! What marketers ask for in public, each as a campaign with its own tests, and most with a journey: it can be launched, it is shown to whom it is
//! meant for and to nobody else, both engines agree, and the list in the documents names it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use beckon::campaign::{Campaign, FORMAT, from_json, to_json};
use beckon::insight::{Context, Severity, SiteContext, TestOutcome, UncheckedPictures, check, expectations};
use beckon::wording::{Language, summary, timing};
use serde_json::{Value, json};

use crate::conformance::{in_widget_engine, runner};

/// The day of journeys that name none.
const START: &str = "2026-11-25T10:00:00Z";

struct UseCase {
    file: String,
    title: String,
    campaign: Campaign,
    written: Value,
    entry: Value,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/use-cases")
}

fn use_cases() -> Vec<UseCase> {
    let list = fs::read_to_string(folder().join("index.json")).expect("the list is there");
    let list: Vec<Value> = serde_json::from_str(&list).expect("the list is JSON");
    let text = |entry: &Value, key: &str| entry[key].as_str().expect("a text").to_owned();
    let read = |entry: Value| {
        let file = text(&entry, "file");
        let written = fs::read_to_string(folder().join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let campaign = from_json(written.as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(to_json(&campaign), written, "{file} is as the app writes it");
        UseCase {
            title: text(&entry, "title"),
            campaign,
            written: serde_json::from_str(&written).expect("JSON"),
            file,
            entry,
        }
    };
    list.into_iter().map(read).collect()
}

#[test]
fn every_use_case_can_be_launched_and_meets_its_own_tests() {
    let all = use_cases();
    assert!(all.len() >= 40, "{}", all.len());
    for UseCase {
        file, campaign, entry, ..
    } in &all
    {
        let context = Context {
            pictures: &UncheckedPictures,
            site: SiteContext::UNKNOWN,
            now: Some(START.parse().expect("an instant")),
        };
        let errors: Vec<_> = check(campaign, context)
            .into_iter()
            .filter(|finding| finding.severity() == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{file}: {errors:?}");
        let tests = expectations(campaign);
        assert!(
            !tests.is_empty() || entry.get("journey").is_some(),
            "{file} shows nothing"
        );
        for test in tests {
            assert_eq!(test.outcome, TestOutcome::Passes, "{file}: {}", test.name);
        }
    }
}

#[test]
fn the_list_in_the_documents_has_every_use_case_in_the_words_of_the_app() {
    let document = include_str!("../assets/docs/use-cases.md");
    let row = |case: &UseCase| {
        let when = timing(&case.campaign, Language::ENGLISH).map(|said| format!(" {said}"));
        let said = summary(&case.campaign, Language::ENGLISH).to_string() + &when.unwrap_or_default();
        format!("| {} | {said} | `{}` |", case.title, case.file)
    };
    let all = use_cases();
    let missing: Vec<String> = all
        .iter()
        .map(row)
        .filter(|row| !document.contains(row.as_str()))
        .collect();
    assert!(missing.is_empty(), "the document lacks\n{}", missing.join("\n"));
    let entries = fs::read_dir(folder()).expect("the folder is there");
    let files: BTreeSet<String> = entries
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".campaign.json"))
        .collect();
    let listed: BTreeSet<String> = all.iter().map(|case| case.file.clone()).collect();
    assert_eq!(files, listed);
}

#[test]
fn every_journey_of_a_use_case_goes_alike_in_both_engines() {
    let defaults = json!({ "at": START, "campaign": { "format": FORMAT, "version": 1 } });
    let journey = |case: &UseCase| {
        let mut journey = case.entry.get("journey")?.clone();
        journey["name"] = case.file.clone().into();
        journey["campaigns"] = json!([case.written]);
        for effect in journey["effects"].as_array_mut()? {
            effect["campaign"] = case.campaign.id.clone().into();
        }
        for key in ["hours", "rests"] {
            if let Some(site) = case.entry["site"].get(key) {
                journey[key] = site.clone();
            }
        }
        Some(journey)
    };
    let cases: Vec<Value> = use_cases().iter().filter_map(journey).collect();
    let faults: Vec<String> = cases
        .iter()
        .flat_map(|case| {
            let name = case["name"].as_str().unwrap_or_default().to_owned();
            runner::delivery(&defaults, case)
                .into_iter()
                .map(move |fault| format!("{name}: {fault}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let index = json!({ "defaults": defaults, "files": [{ "file": "journeys", "kind": "delivery" }] });
    in_widget_engine(&index, &json!({ "journeys": cases }), cases.len());
}
