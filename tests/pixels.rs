//! Compares the preview's pixels with Chromium's: both draw the same pop-ups, which are compared line by line, box by box, pixel by pixel.
//!
//! `cargo test --test integration pixels:: -- --nocapture` prints the whole table. It needs node, the packages of `tests` (`npm ci`
//! there) and Chromium; `./run test` installs them. The cases are data: `tests/pixels/cases.json`. There is a test for each theme and scale, so that
//! all processors have something to do.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use beckon::campaign::{LookKey, LookKind};
use beckon::popup::{
    self, Brand, CardPicture, Frame, Image, Launcher, Picture, PopupContent, Scale, Scene, ScenePart, SlotBox,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::node;

/// The largest difference of a case in percent of its pixels, ignoring anti-aliasing, unless it is a named exception.
const MOST_DIFFERING: f64 = 0.2;
/// The largest shift of a box's edge, in CSS pixels.
const MOST_SHIFTED: f64 = 0.5;

#[derive(Deserialize)]
struct Cases {
    contents: BTreeMap<String, Content>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
enum Content {
    Rich {
        title: String,
        subtitle: String,
        button: String,
        #[serde(default)]
        image: bool,
        /// Whether there is one for dense screens as well.
        #[serde(default)]
        dense: bool,
        #[serde(default)]
        replies: Vec<String>,
    },
    Text {
        text: String,
        #[serde(default)]
        replies: Vec<String>,
    },
    OpenWindow {
        user_say: String,
        reply: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    content: String,
    theme: String,
    frame: String,
    scale: f32,
    part: Option<String>,
    brand: Option<String>,
    corner: Option<String>,
    launcher: Option<String>,
    /// What the campaign's look says.
    #[serde(default)]
    look: Map<String, Value>,
    /// A named exception: the bound that applies instead.
    allowed: Option<f64>,
    /// Why the exception is needed.
    reason: Option<String>,
}

#[derive(Deserialize)]
struct Outcome {
    name: String,
    /// In percent of the pixels.
    differing: f64,
    /// In CSS pixels.
    shifted: f64,
    /// What is wrong with boxes or lines, if anything.
    complaints: Vec<String>,
}

macro_rules! tests {
    ($($name:ident: $theme:literal, $scale:literal;)*) => {
        /// The theme and the scale of each test's cases.
        const SHARES: &[(&str, f32)] = &[$(($theme, $scale)),*];

        mod the_preview_is_what_chromium_draws {
            $(#[test]
            fn $name() {
                super::the_preview_is_what_chromium_draws(($theme, $scale));
            })*
        }
    };
}

tests! {
    dark_at_3: "dark", 3.0;
    light_at_3: "light", 3.0;
    dark_at_2: "dark", 2.0;
    light_at_2: "light", 2.0;
    dark_at_1_5: "dark", 1.5;
    light_at_1_5: "light", 1.5;
    dark_at_1: "dark", 1.0;
    light_at_1: "light", 1.0;
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pixels")
}

fn cases() -> Cases {
    serde_json::from_str(&read(&folder().join("cases.json"))).expect("cases.json")
}

/// Every value of a look is drawn, and each of those that are words.
#[test]
fn every_key_of_a_look_has_cases() {
    let cases = cases().cases;
    for key in LookKey::ALL {
        let spec = key.spec();
        let drawn: Vec<&Value> = cases.iter().filter_map(|case| case.look.get(spec.id)).collect();
        assert!(!drawn.is_empty(), "no case for {}", spec.id);
        if let LookKind::Choice { words, .. } = spec.kind {
            let missing: Vec<_> = words
                .iter()
                .filter(|word| !drawn.iter().any(|value| *value == *word))
                .collect();
            assert!(missing.is_empty(), "no case for {}: {missing:?}", spec.id);
        }
    }
}

#[test]
fn every_case_is_compared() {
    let cases = cases().cases;
    assert!(cases.len() >= 200, "the matrix has shrunk");
    let compared = |case: &&Case| SHARES.iter().filter(|share| case.is_of(share)).count() == 1;
    assert_eq!(cases.iter().filter(compared).count(), cases.len());
}

/// Compares the cases of a theme and a scale.
fn the_preview_is_what_chromium_draws(share: (&str, f32)) {
    let Cases { contents, mut cases } = cases();
    cases.retain(|case| case.is_of(&share));
    let scenes: Vec<Scene> = cases.iter().map(|case| case.scene(&contents, &folder())).collect();
    let names: Vec<String> = cases.iter().map(Case::name).collect();

    let (theme, scale) = share;
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("pixels")
        .join(format!("{theme}@{scale}"));
    write_for_chromium(&out, &names, &scenes);
    let outcomes = compare(&folder(), &out);
    assert_eq!(outcomes.len(), names.len(), "every case has an outcome");

    let failures = report(&cases, &outcomes);
    assert!(
        failures.is_empty(),
        "{} of {} cases differ:\n{}",
        failures.len(),
        names.len(),
        failures.join("\n")
    );
}

impl Case {
    fn is_of(&self, (theme, scale): &(&str, f32)) -> bool {
        self.theme == *theme && self.scale == *scale
    }

    fn name(&self) -> String {
        let extras = [&self.part, &self.brand, &self.corner, &self.launcher];
        let extras: String = extras
            .into_iter()
            .flatten()
            .cloned()
            .chain(self.look.iter().map(|(id, value)| format!("{id}={value}")))
            .map(|word| format!("-{}", word.replace(['#', '"'], "")))
            .collect();
        format!("{}-{}-{}{extras}@{}", self.content, self.theme, self.frame, self.scale)
    }

    fn scene(&self, contents: &BTreeMap<String, Content>, folder: &Path) -> Scene {
        let image = |name: &str| Image::new(fs::read(folder.join(name)).expect("a picture beside the cases"));
        let content = contents
            .get(&self.content)
            .unwrap_or_else(|| panic!("no content named {}", self.content));
        let mut scene = Scene::new(match content {
            Content::Rich {
                title,
                subtitle,
                button,
                image: pictured,
                dense,
                replies,
            } => PopupContent::Rich {
                title: title.clone(),
                subtitle: subtitle.clone(),
                image: pictured.then(|| CardPicture {
                    plain: image("picture.png"),
                    dense: dense.then(|| image("picture-dense.png")),
                }),
                button: button.clone(),
                replies: replies.clone(),
            },
            Content::Text { text, replies } => PopupContent::Text {
                text: text.clone(),
                replies: replies.clone(),
            },
            Content::OpenWindow { user_say, reply } => PopupContent::OpenWindow {
                user_say: user_say.clone(),
                reply: reply.clone(),
            },
        });
        let word = |word: &Option<String>, usual: &str| word.clone().unwrap_or_else(|| usual.into());
        scene.theme = self.theme.parse().expect("theme");
        scene.viewport = self.frame.parse::<Frame>().expect("frame").into();
        scene.scale = Scale::new(self.scale);
        scene.part = word(&self.part, "popup").parse().expect("part");
        scene.brand = Brand::of(
            word(&self.brand, "#4f46e5").parse().expect("brand"),
            word(&self.corner, "right").parse().expect("corner"),
        );
        for (id, value) in &self.look {
            let key = LookKey::from_id(id).unwrap_or_else(|| panic!("no key {id} in a look"));
            assert!(key.spec().kind.accepts(value), "{id}: {value}");
            scene.look.set(key, Some(value.clone()));
        }
        scene.launcher = match self.launcher.as_deref() {
            None => Launcher::Current,
            Some("bot_profile") => Launcher::BotProfile,
            Some(name) => Launcher::Image(image(&format!("{name}.png"))),
        };
        scene
    }
}

fn write_for_chromium(out: &Path, names: &[String], scenes: &[Scene]) {
    fs::create_dir_all(out).expect("a folder for the pictures");
    let pictures = popup::render_all(scenes);
    let boxes = popup::measure_all(scenes);
    let mut cases = Vec::new();
    for (((name, scene), picture), boxes) in names.iter().zip(scenes).zip(pictures).zip(boxes) {
        let picture = picture.unwrap_or_else(|error| panic!("{name}: {error}"));
        let boxes = boxes.unwrap_or_else(|error| panic!("{name}: {error}"));
        fs::write(out.join(format!("{name}.html")), popup::html(scene)).expect("an HTML file");
        fs::write(out.join(format!("{name}.rgba")), &picture.rgba).expect("the pixels");
        cases.push(described(name, scene, &picture, &boxes));
    }
    let cases = serde_json::to_string(&cases).expect("a list");
    fs::write(out.join("cases.json"), cases).expect("the list of cases");
}

fn described(name: &str, scene: &Scene, picture: &Picture, boxes: &[SlotBox]) -> Value {
    let (width, height) = scene.viewport.size();
    let boxes: Vec<Value> = boxes
        .iter()
        .map(|b| json!({ "name": b.name, "rect": b.rect, "lines": b.lines }))
        .collect();
    json!({
        "name": name, "width": width, "height": height, "scale": scene.scale.get(), "theme": scene.theme.to_string(),
        "page": scene.part == ScenePart::Page,
        "crop": [picture.offset.0, picture.offset.1, picture.width, picture.height], "boxes": boxes,
    })
}

/// Lets node draw the cases in Chromium and compare them.
fn compare(folder: &Path, out: &Path) -> Vec<Outcome> {
    let run = node::command(&folder.join("compare.mjs"))
        .arg(out)
        .output()
        .expect("node starts");
    assert!(
        run.status.success(),
        "the comparison did not run:\n{}",
        String::from_utf8_lossy(&run.stderr)
    );
    serde_json::from_str(&read(&out.join("outcomes.json"))).expect("the outcomes")
}

/// Prints the table and returns what is out of bounds.
fn report(cases: &[Case], outcomes: &[Outcome]) -> Vec<String> {
    println!("{:<52} {:>9} {:>8} {:>7}", "case", "differing", "shifted", "lines");
    let mut failures = Vec::new();
    for (case, outcome) in cases.iter().zip(outcomes) {
        let Outcome {
            name,
            differing,
            shifted,
            complaints,
        } = outcome;
        let lines = if complaints.is_empty() { "same" } else { "DIFFER" };
        let note = case.reason.as_deref().unwrap_or_default();
        println!("{name:<52} {differing:>7.3} % {shifted:>5.2} px {lines:>7} {note}");
        assert_eq!(
            case.allowed.is_some(),
            case.reason.is_some(),
            "{name}: an exception has a bound and a reason"
        );
        if *differing > case.allowed.unwrap_or(MOST_DIFFERING) || *shifted > MOST_SHIFTED || !complaints.is_empty() {
            failures.push(format!(
                "{name}: {differing:.3} %, {shifted:.2} px {}",
                complaints.join("; ")
            ));
        }
    }
    let mut sorted: Vec<f64> = outcomes.iter().map(|outcome| outcome.differing).collect();
    sorted.sort_by(f64::total_cmp);
    let (median, most) = (sorted[sorted.len() / 2], sorted[sorted.len() - 1]);
    let shifted = outcomes.iter().map(|outcome| outcome.shifted).fold(0.0, f64::max);
    println!(
        "{} cases: median {median:.3} %, most {most:.3} %, boxes within {shifted:.2} px",
        outcomes.len()
    );
    failures
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
