//! The conformance cases for the widget's engine, run in node and in the browsers of websites' visitors.
//!
//! `tests/engine-js/runner.mjs` runs them in all of these and documents what is asserted. It needs node, the packages of `tests` (`npm ci`
//! there) and the browsers; `./run test` installs them.

use std::path::Path;

use crate::node;

fn every_case_in(place: &str) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine-js/conformance.mjs");
    let output = node::command(&script).arg(place).output().expect("node starts");
    let printed = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "in {place}:\n{printed}{complaint}");
    println!("{printed}");
}

#[test]
fn every_case_in_node() {
    every_case_in("node");
}

#[test]
fn every_case_in_chromium() {
    every_case_in("chromium");
}

#[test]
fn every_case_in_firefox() {
    every_case_in("firefox");
}

#[test]
fn every_case_in_webkit() {
    every_case_in("webkit");
}
