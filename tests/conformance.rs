//! Runs every case under `tests/conformance` and `tests/specification` through the engine, and those of the specification also through the widget's
//! engine, the solver and the logs. Each README describes the format of its cases.

pub mod runner;
#[path = "specification/runner/mod.rs"]
mod specification;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use runner::{delivery, matching, speech};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

fn read(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Runs cases through the widget's engine in Node.js; `count` is how many there are.
pub fn in_widget_engine(index: &Value, files: &Value, count: usize) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine-js/conformance.mjs");
    let mut node = crate::node::command(&script)
        .args(["node", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    let mut input = node.stdin.take().expect("its input is a pipe");
    write!(input, "{}", json!([index, files])).expect("node reads");
    drop(input);
    let output = node.wait_with_output().expect("node ends");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains(&format!("{count} conformance cases")), "{said}");
}

#[test]
fn every_case() {
    let index = read("index.json");
    let defaults = &index["defaults"];
    let mut faults = Vec::new();
    let mut count = 0;
    for entry in index["files"].as_array().expect("files") {
        let name = entry["file"].as_str().expect("a file name");
        let check = match entry["kind"].as_str() {
            Some("matching") => matching,
            Some("delivery") => delivery,
            Some("speech") => speech,
            kind => panic!("{name}: no such kind of case: {kind:?}"),
        };
        let mut names = BTreeSet::new();
        for case in read(name).as_array().expect("a list of cases") {
            let title = case["name"].as_str().expect("a case has a name");
            assert!(names.insert(title.to_owned()), "{name}: two cases are called {title}");
            count += 1;
            faults.extend(
                check(defaults, case)
                    .into_iter()
                    .map(|fault| format!("{name}: {title}: {fault}")),
            );
        }
    }
    println!("{count} conformance cases");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    assert!(count >= 150, "cases were lost: {count} are left");
}

#[test]
fn no_file_is_forgotten() {
    let index = read("index.json");
    let indexed: BTreeSet<String> = index["files"]
        .as_array()
        .expect("files")
        .iter()
        .map(|entry| entry["file"].as_str().expect("a name").to_owned())
        .collect();
    let names = fs::read_dir(folder())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name());
    let stored: BTreeSet<String> = names
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name.ends_with(".json") && name != "index.json")
        .collect();
    assert_eq!(stored, indexed);
}
