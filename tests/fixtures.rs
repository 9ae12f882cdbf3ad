//! Files through the one reader: `fixtures/valid` opens whatever it holds, `fixtures/broken` is refused with a place and a remedy.
//!
//! `fixtures/index.json` describes each file and what is expected of it; files too large to store are made here.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use beckon::campaign::{CATALOGUE, Campaign, FieldSpec, MAX_FILE_BYTES, Named, ProblemCode, from_json, to_json};
use beckon::insight::{Context, check};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// One line of the index.
struct Fixture {
    file: String,
    bytes: Vec<u8>,
    entry: Value,
}

fn fixtures(kind: &str) -> Vec<Fixture> {
    let index = fs::read_to_string(folder().join("index.json")).expect("the index is there");
    let index: Value = serde_json::from_str(&index).expect("the index is JSON");
    let entries = index[kind].as_array().expect("the index lists this kind").clone();
    let fixture = |entry: Value| {
        let file = entry["file"].as_str().expect("an entry names its file").to_owned();
        let bytes = fs::read(folder().join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        Fixture { file, bytes, entry }
    };
    entries.into_iter().map(fixture).collect()
}

fn found(campaign: &Campaign) -> Vec<String> {
    let findings = check(campaign, Context::UNKNOWN);
    findings
        .iter()
        .map(|finding| format!("{} {}", finding.code(), finding.path))
        .collect()
}

/// Fails with every difference at once, if any.
fn report(differences: Vec<String>) {
    assert!(differences.is_empty(), "\n{}\n", differences.join("\n"));
}

#[test]
fn one_file_asks_for_every_field_with_every_operator() {
    let path = folder().join("valid/every-comparison.campaign.json");
    let file: Value = serde_json::from_slice(&fs::read(path).expect("readable")).expect("JSON");
    let lists = [&file["audience"]["any"], &file["activity"]["conditions"]];
    let conditions = lists.into_iter().filter_map(Value::as_array).flatten();
    let asked: BTreeSet<(&str, &str)> = conditions
        .filter_map(|condition| Some((condition["field"].as_str()?, condition["operator"].as_str()?)))
        .collect();
    let operators = |spec: &'static FieldSpec| spec.operators.iter().map(|operator| (spec.id, operator.id()));
    let known: BTreeSet<(&str, &str)> = CATALOGUE.iter().flat_map(operators).collect();
    assert_eq!(asked, known);
}

#[test]
fn no_file_is_forgotten() {
    for kind in ["valid", "broken"] {
        let listed: Vec<String> = fixtures(kind).into_iter().map(|fixture| fixture.file).collect();
        let on_disk: BTreeSet<String> = fs::read_dir(folder().join(kind))
            .expect("the folder is there")
            .map(|entry| format!("{kind}/{}", entry.expect("readable").file_name().to_string_lossy()))
            .collect();
        assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), on_disk);
        assert_eq!(listed.len(), on_disk.len(), "no file is listed twice");
    }
}

#[test]
fn valid_files_open_and_are_checked() {
    let mut differences = Vec::new();
    for Fixture { file, bytes, entry } in fixtures("valid") {
        match from_json(&bytes) {
            Err(error) => differences.push(format!("{file}: {error}")),
            Ok(campaign) => {
                let wanted: Vec<String> = serde_json::from_value(entry["finds"].clone()).expect("a list of findings");
                let found = found(&campaign);
                if found != wanted {
                    differences.push(format!("{file}:\n  wanted {wanted:?}\n  found  {found:?}"));
                }
            }
        }
    }
    report(differences);
}

#[test]
fn a_save_leaves_valid_files_as_they_are() {
    let mut differences = Vec::new();
    for Fixture { file, bytes, entry } in fixtures("valid") {
        let Ok(campaign) = from_json(&bytes) else { continue };
        let saved = to_json(&campaign);
        let same = saved.as_bytes() == bytes;
        // Files of another layout are written in the format's own, and then stay the same.
        if same == (entry["rewritten"] == true) {
            differences.push(format!("{file}: saved as\n{saved}"));
        }
        let again = from_json(saved.as_bytes()).unwrap_or_else(|error| panic!("{file}: what was saved: {error}"));
        assert_eq!(to_json(&again), saved, "{file}: a second save changes nothing");
    }
    report(differences);
}

#[test]
fn broken_files_are_refused_with_place_and_remedy() {
    let mut differences = Vec::new();
    for Fixture { file, bytes, entry } in fixtures("broken") {
        let Err(error) = from_json(&bytes) else {
            differences.push(format!("{file}: opened"));
            continue;
        };
        let found: Vec<String> = error
            .problems
            .iter()
            .map(|problem| match problem.position {
                Some((line, column)) => format!("{} {line}:{column}", problem.code().id()),
                None => problem.code().id().to_owned(),
            })
            .collect();
        let wanted: Vec<String> = serde_json::from_value(entry["problems"].clone()).expect("a list of problems");
        if found != wanted {
            differences.push(format!("{file}:\n  wanted {wanted:?}\n  found  {found:?}"));
        }
        for problem in &error.problems {
            let one_line = |text: &str| !text.trim().is_empty() && !text.contains('\n') && text.len() < 300;
            if !one_line(&problem.message()) || !one_line(&problem.hint()) {
                differences.push(format!("{file}: `{}`, `{}`", problem.message(), problem.hint()));
            }
        }
    }
    report(differences);
}

/// Returns a campaign that launches as it is, from which large files are made.
fn whole() -> String {
    let valid = fixtures("valid");
    let whole = valid
        .into_iter()
        .find(|fixture| fixture.file.contains("/right-to-left."));
    String::from_utf8(whole.expect("the fixture is there").bytes).expect("UTF-8")
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let text = whole();
    for end in 0..text.trim_end().len() {
        let error = from_json(&text.as_bytes()[..end]).expect_err("half a file is no campaign");
        let code = error.problems[0].code();
        let expected = [ProblemCode::Truncated, ProblemCode::NotText, ProblemCode::Empty];
        assert!(expected.contains(&code), "cut at {end}: {error}");
    }
}

#[test]
fn a_byte_changed_anywhere_does_no_harm() {
    let text = whole().into_bytes();
    for at in 0..text.len() {
        for byte in [0, b'"', b'[', b'{', b'9', 0xff] {
            let mut changed = text.clone();
            changed[at] = byte;
            // Whatever opens can be checked, saved and opened again.
            let Ok(campaign) = from_json(&changed) else { continue };
            found(&campaign);
            let saved = to_json(&campaign);
            let again = from_json(saved.as_bytes()).map(|again| to_json(&again));
            assert_eq!(again, Ok(saved), "byte {byte} at {at}");
        }
    }
}

#[test]
fn huge_files_are_refused_before_they_are_read() {
    let mut huge = whole().into_bytes();
    huge.resize(50 << 20, b' ');
    let error = from_json(&huge).expect_err("50 MB are no campaign");
    assert_eq!(error.problems[0].code(), ProblemCode::TooLarge);
    huge.truncate(MAX_FILE_BYTES);
    from_json(&huge).expect("the largest size that is allowed");
}

#[test]
fn long_texts_open_and_are_found_too_long() {
    for letter in ["a", "ş", "漢", "👨‍👩‍👧‍👦", "\u{202e}", "e\u{301}"] {
        let long = letter.repeat(100_000 / letter.chars().count());
        let text = whole().replace("مرحبًا بكم", &long);
        let campaign = from_json(text.as_bytes()).expect("a long title is a draft's own business");
        assert_eq!(to_json(&campaign), text);
        assert!(
            found(&campaign).contains(&"too_long /content/title".to_owned()),
            "{letter:?}"
        );
    }
}

#[test]
fn wide_trees_open_and_are_checked() {
    let condition = r#"{"field":"visits","operator":"at_least","value":2}"#;
    let many = vec![condition; 20_000].join(",");
    let text = format!(r#"{{"format":"beckon.campaign","version":1,"audience":{{"any":[{many}]}}}}"#);
    let campaign = from_json(text.as_bytes()).expect("a wide tree opens");
    assert_eq!(campaign.audience.count_conditions(), 20_000);
    assert!(found(&campaign).iter().all(|finding| !finding.contains("/audience")));
}
