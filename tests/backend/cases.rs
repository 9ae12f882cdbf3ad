//! Requests and answers as data: each scenario of `cases/*.json` against a separate backend.
//!
//! A step is `{ "send": { method, path, headers, token, body }, "get": { status, headers, body, ends }, "keep": { name: "header:etag" } }`.
//! `body` is sent as JSON unless it is a text; `{ "campaign": patch }` and `{ "picture": [width, height] }` stand for a good campaign with
//! changes and for the data URL of a PNG. An answer's header is `"*"` when it must merely be there, `null` when it must not; a body in JSON must
//! hold at least what is named, lists exactly. `{name}` anywhere stands for what an earlier step kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::http::{Answer, Backend, campaign, request};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/backend/cases")
}

#[test]
fn every_case_is_answered_as_it_says() {
    let mut files: Vec<_> = fs::read_dir(folder())
        .expect("cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut faults = Vec::new();
    let mut scenarios = 0;
    for file in &files {
        let text = fs::read_to_string(file).expect("a file");
        let cases: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for scenario in cases.as_array().expect("a list of scenarios") {
            scenarios += 1;
            let name = format!("{}: {}", file.display(), scenario["name"].as_str().expect("a name"));
            faults.extend(play(scenario).into_iter().map(|fault| format!("{name}\n  {fault}")));
        }
    }
    assert!(scenarios >= 30, "{scenarios} scenarios");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Plays a scenario up to its first fault.
fn play(scenario: &Value) -> Option<String> {
    let backend = Backend::start();
    let mut kept = BTreeMap::new();
    for (index, step) in scenario["steps"].as_array().expect("steps").iter().enumerate() {
        let step = fill(step, &kept);
        let answer = send(&backend, &step["send"]);
        let mut faults = Vec::new();
        compare(&answer, &step["get"], &mut faults);
        if !faults.is_empty() {
            return Some(format!("step {}: {}\n    got {answer:?}", index + 1, faults.join("; ")));
        }
        for (name, place) in step["keep"].as_object().into_iter().flatten() {
            let place = place.as_str().expect("a place");
            let value = match place.split_once(':') {
                Some(("header", header)) => answer.header(header).map(str::to_owned),
                Some(("text", _)) => Some(answer.text()),
                _ => answer.json().pointer(place).and_then(Value::as_str).map(str::to_owned),
            };
            kept.insert(
                name.clone(),
                value.unwrap_or_else(|| panic!("nothing at {place}: {answer:?}")),
            );
        }
    }
    None
}

/// Inserts kept values into a step.
fn fill(value: &Value, kept: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => {
            let filled = kept.iter().fold(text.clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            });
            Value::String(filled)
        }
        Value::Array(items) => items.iter().map(|item| fill(item, kept)).collect(),
        Value::Object(map) => map
            .iter()
            .map(|(key, item)| (key.clone(), fill(item, kept)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

fn send(backend: &Backend, step: &Value) -> Answer {
    let method = step["method"].as_str().unwrap_or("GET");
    let body = match &step["body"] {
        Value::Null => Vec::new(),
        Value::String(text) => text.clone().into_bytes(),
        Value::Number(size) => vec![b' '; size.as_u64().expect("a size") as usize],
        body => made(body).to_string().into_bytes(),
    };
    let mut headers: Vec<(&str, &str)> = Vec::new();
    let named = step["headers"].as_object();
    for (name, value) in named.into_iter().flatten() {
        headers.push((name, value.as_str().expect("a header")));
    }
    let says = |wanted: &str| named.is_some_and(|named| named.keys().any(|name| name.eq_ignore_ascii_case(wanted)));
    let bearer = format!("Bearer {}", backend.server.token());
    if step["token"] != false && !says("authorization") {
        headers.push(("Authorization", &bearer));
    }
    if !body.is_empty() && !says("content-type") {
        headers.push(("Content-Type", "application/json"));
    }
    let path = step["path"].as_str().expect("a path");
    request(backend.server.address(), method, path, &headers, &body).expect("an answer")
}

/// Replaces the placeholders of campaigns and pictures.
fn made(value: &Value) -> Value {
    if let Some(patch) = value.get("campaign").filter(|patch| patch.is_object()) {
        let mut document = campaign("c1", "A good text");
        merge(&mut document, &made(patch));
        return document;
    }
    if let Some(size) = value.get("picture").and_then(Value::as_array) {
        let side = |index: usize| size[index].as_u64().expect("a size") as u32;
        let mut png = std::io::Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(side(0), side(1), image::Rgb([13, 148, 136]));
        picture.write_to(&mut png, image::ImageFormat::Png).expect("a PNG");
        return format!("data:image/png;base64,{}", STANDARD.encode(png.into_inner())).into();
    }
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, item)| (key.clone(), made(item)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(made).collect(),
        other => other.clone(),
    }
}

/// JSON merge patch (RFC 7396).
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    if let Value::Object(target) = target {
        for (key, value) in patch {
            if value.is_null() {
                target.remove(key);
            } else {
                merge(target.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
    }
}

fn compare(answer: &Answer, wanted: &Value, faults: &mut Vec<String>) {
    if wanted["status"] != answer.status {
        faults.push(format!("status {} instead of {}", answer.status, wanted["status"]));
    }
    for (name, value) in wanted["headers"].as_object().into_iter().flatten() {
        let there = answer.header(name);
        let fits = match value {
            Value::Null => there.is_none(),
            Value::String(text) if text == "*" => there.is_some(),
            Value::String(text) => there == Some(text),
            other => panic!("{other} is no header"),
        };
        if !fits {
            faults.push(format!("header {name} is {there:?} instead of {value}"));
        }
    }
    match &wanted["body"] {
        Value::Null => {}
        Value::String(text) if *text == answer.text() => {}
        Value::String(text) => faults.push(format!("body is not {text}")),
        body => holds(&answer.json(), body, "", faults),
    }
    if let Some(part) = wanted["contains"].as_str()
        && !answer.text().contains(part)
    {
        faults.push(format!("body does not contain {part}"));
    }
}

/// Checks that JSON contains at least what is wanted.
fn holds(there: &Value, wanted: &Value, place: &str, faults: &mut Vec<String>) {
    match (there, wanted) {
        (Value::Object(there), Value::Object(wanted)) => {
            for (key, value) in wanted {
                holds(
                    there.get(key).unwrap_or(&Value::Null),
                    value,
                    &format!("{place}/{key}"),
                    faults,
                );
            }
        }
        (Value::Array(there), Value::Array(wanted)) if there.len() == wanted.len() => {
            for (index, (there, wanted)) in there.iter().zip(wanted).enumerate() {
                holds(there, wanted, &format!("{place}/{index}"), faults);
            }
        }
        (there, Value::String(text)) if text == "*" && !there.is_null() => {}
        _ if there == wanted => {}
        _ => faults.push(format!("body{place} is {there} instead of {wanted}")),
    }
}
