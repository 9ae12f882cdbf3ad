//! From draft to visitor: launches every sample through the real client to the real backend, lets browsers act the stories of
//! `tests/end-to-end/stories.json` on the demo shop, and holds each pop-up that Chromium shows there to the preview's pixels.
//!
//! It needs node, the packages of `tests` (`npm ci` there) and the browsers; `./run test` installs them.

#[path = "end-to-end/fonts.rs"]
mod fonts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use beckon::backend::{self, Options};
use beckon::campaign::{Campaign, ContentType, from_json};
use beckon::popup::{self, Backdrop, Frame, Image, PopupContent, Scene};
use beckon::publish::{
    Connection, DataDir, EntryKey, Intention, Keyring, Launch, Operation, Rounds, Status, Step, Subject, Token,
    over_http,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::node;

/// The largest share of pixels in which a pop-up may differ from the preview, ignoring anti-aliasing, as in the pixel test.
const MOST_DIFFERING: f64 = 0.2;
/// The start of a token in a text; the text before it is the same for every visitor.
const TOKEN: &str = "{{";

#[derive(Deserialize)]
struct Outcome {
    stories: usize,
    faults: Vec<String>,
    /// The campaigns that visitors have seen.
    seen: BTreeSet<String>,
    photographs: Vec<Photograph>,
}

/// One campaign as a visitor saw it.
#[derive(Deserialize)]
struct Photograph {
    name: String,
    phone: bool,
    attributes: Map<String, Value>,
    /// What the chatbot answered.
    reply: String,
}

#[derive(Deserialize)]
struct Pixels {
    name: String,
    differing: f64,
    size: Option<String>,
}

/// Lets visitors in one browser act out all the stories, and checks that they have seen everything they should.
fn stories_in(browser: &str, samples: &BTreeMap<String, Campaign>, out: &Path) -> Outcome {
    let _ = fs::remove_dir_all(out);
    fs::create_dir_all(out).expect("a folder");
    let server = backend::start(Options {
        port: 0,
        ..Options::new(out.join("backend"))
    })
    .expect("a backend");
    launch(samples, &server.url(), server.token(), out);
    let campaigns: Map<String, Value> = samples
        .iter()
        .map(|(name, campaign)| (name.clone(), json!({ "id": campaign.id, "mark": mark(campaign) })))
        .collect();
    write(
        &out.join("plan.json"),
        &json!({ "url": server.url().trim_end_matches('/'), "token": server.token(), "campaigns": campaigns }),
    );
    run_script("run.mjs", out, &[browser]);
    server.stop();

    let outcome: Outcome = read(&out.join("outcome.json"));
    assert!(
        outcome.faults.is_empty(),
        "in {browser}:\n{}",
        outcome.faults.join("\n")
    );
    assert_eq!(outcome.seen, samples.keys().cloned().collect(), "every sample was seen");
    println!("{} stories in {browser}", outcome.stories);
    outcome
}

fn out(browser: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("end-to-end")
        .join(browser)
}

#[test]
fn what_is_launched_appears_when_it_should_in_firefox() {
    stories_in("firefox", &samples(), &out("firefox"));
}

#[test]
fn what_is_launched_appears_when_it_should_in_webkit() {
    stories_in("webkit", &samples(), &out("webkit"));
}

#[test]
fn what_is_launched_appears_as_previewed_when_it_should() {
    let out = out("chromium");
    let samples = samples();
    let outcome = stories_in("chromium", &samples, &out);
    assert_eq!(
        outcome.photographs.len(),
        samples.len(),
        "every sample was photographed"
    );
    for photograph in &outcome.photographs {
        let picture = popup::render(&scene(photograph, &samples[&photograph.name], &out)).expect("a picture");
        fs::write(
            out.join(format!("{}.beckon.png", photograph.name)),
            picture.to_png().expect("a PNG"),
        )
        .expect("a file");
    }
    run_script("compare.mjs", &out, &[]);
    let pixels: Vec<Pixels> = read(&out.join("pixels.json"));
    for Pixels { name, differing, .. } in &pixels {
        println!("{name:<24} {differing:>7.3} %");
    }
    println!("{} pop-ups compared", pixels.len());
    let faults: Vec<String> = pixels
        .iter()
        .filter(|case| case.size.is_some() || case.differing > MOST_DIFFERING)
        .map(|case| format!("{}: {:.3} % {:?}", case.name, case.differing, case.size))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn samples() -> BTreeMap<String, Campaign> {
    let files = fs::read_dir(samples_folder())
        .expect("the samples")
        .map(|entry| entry.expect("an entry").path());
    files
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.strip_suffix(".campaign.json")?.to_owned();
            let campaign = from_json(&fs::read(&path).expect("a sample")).expect("a campaign");
            Some((name, campaign))
        })
        .collect()
}

fn samples_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-campaigns")
}

/// Returns a text that distinguishes a campaign's pop-up from the others.
fn mark(campaign: &Campaign) -> String {
    let content = &campaign.content;
    let text = match content.kind.known() {
        Some(ContentType::Text) => content.text.as_deref(),
        Some(ContentType::OpenWindow) => content.user_say.as_deref(),
        _ => content.button.as_ref().and_then(|button| button.name.as_deref()),
    };
    let text = text.expect("a sample is complete");
    text.split(TOKEN).next().unwrap_or(text).to_owned()
}

/// Launches everything as the app does: an operation on the disk, carried by the courier.
fn launch(samples: &BTreeMap<String, Campaign>, url: &str, token: &str, out: &Path) {
    let data_dir = DataDir::open(out.join("publishing"), Keyring::Avoid).expect("a folder");
    let shop = Connection {
        id: "shop".into(),
        name: "The shop".into(),
        url: url.into(),
    };
    let shop = data_dir.connections.put(shop).expect("a connection");
    let token = Token::new(token).expect("a token");
    data_dir.tokens.set(&shop.id, &token).expect("a token is kept");
    for campaign in samples.values() {
        let launch = Launch::of(campaign, &samples_folder()).expect("its pictures");
        let operation = Intention {
            id: beckon::clock::new_id(),
            library: "samples".into(),
            connection: shop.id.clone(),
            subject: Subject::campaign(&campaign.id),
            name: campaign.name.clone(),
            at: beckon::clock::now(),
            operation: Operation::Launch(Box::new(launch)),
        };
        data_dir.outbox.add(&operation).expect("an operation is kept");
    }
    let tokens = data_dir.tokens.clone();
    let token_of = move |to: &Connection| Ok(tokens.get(&to.id)?.map(|(token, _)| token));
    let mut rounds = Rounds::new(data_dir.clone(), over_http(token_of), fastrand::Rng::with_seed(1));
    while rounds.step(beckon::clock::now(), &mut |_| {}).expect("the disk works") == Step::Worked {}
    for (name, campaign) in samples {
        let entry = data_dir
            .ledger
            .get(&EntryKey::new("samples", &shop.id, &campaign.id))
            .expect("the ledger");
        assert!(
            entry.as_ref().is_some_and(|entry| entry.status == Some(Status::Live)),
            "{name} is not live: {entry:?}"
        );
    }
}

/// Returns what the preview draws of what the visitor saw, on the same page.
fn scene(seen: &Photograph, campaign: &Campaign, out: &Path) -> Scene {
    let picture = |name: &str| fs::read(samples_folder().join(name)).ok().map(Image::new);
    let mut scene = Scene::of_campaign(campaign, &seen.attributes, picture);
    if let PopupContent::OpenWindow { reply, .. } = &mut scene.content {
        reply.clone_from(&seen.reply);
    }
    scene.viewport = if seen.phone { Frame::Phone } else { Frame::Desktop }.into();
    let page = fs::read(out.join(format!("{}.page.png", seen.name))).expect("a photograph");
    scene.backdrop = Backdrop::Screenshot(Image::new(page));
    scene
}

fn run_script(script: &str, out: &Path, arguments: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/end-to-end");
    let run = node::command(&folder.join(script))
        .arg(out)
        .args(arguments)
        .env("FONTCONFIG_FILE", fonts::install(out))
        .output()
        .expect("node starts");
    assert!(
        run.status.success(),
        "{script} did not end well:\n{}",
        String::from_utf8_lossy(&run.stderr)
    );
    print!("{}", String::from_utf8_lossy(&run.stdout));
}

fn write(path: &Path, value: &Value) {
    fs::write(path, value.to_string()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
