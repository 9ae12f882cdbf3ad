//! Runs the joined widget through the cases of `tests/widget`, and compares what it shares with the preview. `tests/widget/browsers.rs` says in
//! which browsers; `node tests/widget/run.mjs WIDGET.js PART --in=webkit` runs the cases with PART in their names by hand.
//!
//! It needs node, the packages of `tests` (`npm ci` there) and the browsers; `./run test` installs them.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use beckon::campaign::{Look, LookKey, Style, fill_from};
use beckon::popup::{POPUP_FILE, Rgb, widget_fonts, widget_parts, widget_script};
use serde_json::{Map, Value, json};

use crate::node;

/// Writes the joined script into a file for the test, with what it draws from next to it.
fn script(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("widget-{test}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the widget");
    fs::write(folder.join(POPUP_FILE), widget_parts()).expect("a file for its parts");
    let file = folder.join("widget.js");
    fs::write(&file, widget_script()).expect("a file for the widget");
    file
}

fn run_script(script: &Path, arguments: &[&OsStr]) -> Output {
    node::command(script)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("node starts")
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn the_script_parses() {
    let output = run_script(Path::new("--check"), &[script("check").as_os_str()]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn its_fonts_are_fonts() {
    for (name, bytes) in widget_fonts() {
        assert!(bytes.starts_with(b"wOF2") && widget_script().contains(name), "{name}");
    }
}

/// Every case that the browser is not known to lack something for, but those of `without`.
pub fn cases_in(browser: &str, without: &str) {
    let script = script(browser);
    let place = format!("--in={browser}");
    let without = format!("--without={without}");
    let arguments = [script.as_os_str(), place.as_ref(), without.as_ref()];
    let output = run_script(Path::new("tests/widget/run.mjs"), &arguments);
    assert!(output.status.success(), "{}", said(&output));
    println!("{}", said(&output));
}

#[test]
fn cases_are_left_out_for_a_reason_only_and_never_in_chromium() {
    let output = run_script(Path::new("tests/widget/lacks.mjs"), &[]);
    assert!(output.status.success(), "{}", said(&output));
}

/// Looks with colours from the whole cube, where the system is light and where it is dark, and how a colour may be written.
fn colors() -> Vec<Value> {
    let steps = || (0..=255u8).step_by(17);
    let cube =
        steps().flat_map(move |r| steps().flat_map(move |g| steps().map(move |b| Rgb::new(r, g, b).to_string())));
    let written = [
        "45e",
        "#45E",
        "4F46E5",
        " #4f46e5 ",
        "",
        "red",
        "#12",
        "#1234567",
        "##123456",
    ]
    .map(str::to_owned);
    let themes = ["auto", "light", "dark"];
    let look = |(at, text): (usize, String)| {
        let look = Look::default().with(LookKey::Theme, themes[at % 3]);
        let key = [LookKey::Color, LookKey::Card, LookKey::Text][at / 3 % 3];
        [
            Look::default().with(LookKey::Color, text.as_str()),
            look.with(LookKey::Color, "#16a34a").with(key, text),
        ]
    };
    let looks = cube.chain(written).enumerate().flat_map(look);
    looks
        .flat_map(|look| [false, true].map(|dark| painted(&look, dark)))
        .collect()
}

/// A look as the list of campaigns has it, and how it is painted where the system is dark, or light.
fn painted(look: &Look, dark: bool) -> Value {
    let style = Style::of(&[look]);
    let colors = style.colors(dark);
    let written: Map<String, Value> = look
        .chosen()
        .map(|(key, value)| (key.spec().id.to_owned(), value.clone()))
        .collect();
    let own = |color: Option<Rgb>| color.map(|color| color.to_string());
    let (button, text) = (colors.button.to_string(), colors.on_button.to_string());
    json!([
        written,
        dark,
        [colors.dark, button, text, own(style.card), own(style.text)]
    ])
}

/// Returns a visitor's attributes of every kind, including invalid ones.
fn attributes() -> Map<String, Value> {
    let attributes = json!({
        "name": "Ada", "whole": 5.0, "ratio": -12.5, "huge": 1e21, "tiny": 1.5e-7, "yes": true, "nothing": null, "list": ["a"],
        "object": { "a": 1 }
    });
    attributes.as_object().cloned().unwrap_or_default()
}

/// Texts with tokens, and what becomes of them for one visitor.
fn fillings() -> Vec<Value> {
    let pieces = [
        "{{",
        "}}",
        "{",
        "}",
        "|",
        "name",
        "gone",
        " ",
        "{{name}}",
        "{{ name |x}}",
        "{{gone|{y}}}",
        "{{|z}}",
        "{{whole|-}}",
        "{{ratio}}",
        "{{huge}}{{tiny}}",
        "{{yes}}",
        "{{nothing|n}}",
        "{{list|l}}{{object|o}}",
        "é\n",
    ];
    let mut random = fastrand::Rng::with_seed(7);
    let text = |_| -> String {
        (0..random.usize(1..8))
            .map(|_| pieces[random.usize(..pieces.len())])
            .collect()
    };
    let texts: Vec<String> = (0..2000).map(text).collect();
    let attributes = attributes();
    texts
        .iter()
        .map(|text| json!([text, fill_from(text, &attributes)]))
        .collect()
}

#[test]
fn colours_and_tokens_are_those_of_the_preview() {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("answers-{}.json", std::process::id()));
    let answers = json!({ "colors": colors(), "fillings": fillings(), "attributes": attributes() });
    fs::write(&file, answers.to_string()).expect("a file for the answers");
    let output = run_script(Path::new("tests/widget/content.mjs"), &[file.as_os_str()]);
    assert!(output.status.success(), "{}", said(&output));
}
