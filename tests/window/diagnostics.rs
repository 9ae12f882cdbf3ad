//! What the window leaves for diagnosing a failure: the log of a whole session holds nothing private, the copied text is complete, and
//! a crash is reported once.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use beckon::{
    backend,
    desktop::testing::{DiagnosticsSetup, DrawnBy},
    diagnostics::{self, Sources, Summary},
    library::Library,
    publish::{Connection, DataDir, Intention, Launch, Operation, Subject, Token},
    wording::text::Language,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use serde_json::{Value, json};

use crate::support::library::{Opening, Window, choose, command, data_dir, keys, open, press, rest, tab};
use crate::support::{fill, keep_picture};

/// The window in `folder`, with its log and reports in `folder/state`.
fn window(folder: &Path, language: Language) -> Window {
    let opening = Opening {
        language,
        diagnostics: DiagnosticsSetup {
            logs: Some(folder.join("state")),
            drawn_by: DrawnBy::OpenGl {
                name: "OpenGL 4.5 of this test".to_owned(),
                accelerated: true,
            },
        },
        ..Opening::default()
    };
    open(folder, opening)
}

/// Returns the text put into the clipboard since the last call.
fn copied(harness: &mut Window) -> String {
    let copied = std::mem::take(&mut harness.state_mut().copied);
    let [text] = copied.as_slice() else {
        panic!("{copied:?}")
    };
    text.clone()
}

/// A crash report that has not been shown yet.
fn leave_report(folder: &Path) -> PathBuf {
    let state = folder.join("state");
    fs::create_dir_all(&state).expect("made");
    let report = state.join("crash-20261128T101500Z-7.txt");
    fs::write(&report, "Beckon stopped because of an error in the program.\n").expect("written");
    fs::write(state.join("crash-unseen"), "crash-20261128T101500Z-7.txt").expect("written");
    report
}

#[test]
fn diagnostics_are_copied_from_the_menu_and_the_palette() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), Language::ENGLISH);
    fs::write(folder.path().join("Beckon/broken.campaign.json"), "{").expect("written");
    press(&mut harness, "Menu");
    keep_picture(&mut harness, "diagnostics-menu");
    harness.get_by_label("Copy diagnostics").click();
    harness.run();
    assert!(
        harness
            .query_all_by_label_contains("Diagnostics copied")
            .next()
            .is_some()
    );
    let from_menu = copied(&mut harness);
    for wanted in [
        env!("CARGO_PKG_VERSION"),
        "OpenGL 4.5 of this test",
        "1440 × 900 at scale 1, light, en",
        "1 unreadable",
        "Last failures",
        "Last lines of the log",
    ] {
        assert!(from_menu.contains(wanted), "{wanted}: {from_menu}");
    }
    command(&mut harness, "copy diagnostics");
    let from_palette = copied(&mut harness);
    let steady = |text: &str| text.lines().take(3).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(steady(&from_palette), steady(&from_menu));
}

#[test]
fn a_crash_is_reported_once_with_what_to_send() {
    for (language, name, title, copy, show) in [
        (
            Language::ENGLISH,
            "stopped",
            "Beckon stopped unexpectedly",
            "Copy diagnostics",
            "Show report",
        ),
        (
            Language::TURKISH,
            "stopped-turkish",
            "Beckon beklenmedik şekilde kapandı",
            "Tanılama bilgilerini kopyala",
            "Raporu göster",
        ),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let report = leave_report(folder.path());
        let mut harness = window(folder.path(), language);
        harness.get_by_label(title);
        keep_picture(&mut harness, name);
        press(&mut harness, copy);
        let text = copied(&mut harness);
        let file = report.file_name().expect("a name").to_string_lossy();
        assert!(text.contains(&*file), "{text}");
        harness.get_by_role_and_label(Role::Button, show);
        harness.get_by_label(title);
        keys(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(harness.query_by_label(title).is_none());
        let harness = window(folder.path(), language);
        assert!(harness.query_by_label(title).is_none(), "it was shown");
        assert!(report.is_file(), "the report stays");
    }
}

/// What must not appear in the log in any form.
const NAME: &str = "Aardvark launch party";
const TITLE: &str = "Quokka discount inside";
const TYPED: &str = "Axolotl surprise";
const ATTRIBUTE: &str = "wombat_tier";
const VALUE: &str = "platypus-level";
const PICTURE: &str = "numbat.png";
const CONNECTION: &str = "Pangolin shop";
const BAD_TOKEN: &str = "echidna-token-0123456789";

/// A campaign of secrets, with a picture, in the library of `folder`; the picture's bytes.
fn plant(folder: &Path) -> Vec<u8> {
    let library = Library::open_with_rescue(folder.join("Beckon"), None).expect("a library");
    let samples = library.add_samples().expect("samples");
    let welcome = samples.iter().find(|path| path.ends_with("welcome.campaign.json"));
    let text = fs::read(welcome.expect("a sample")).expect("it can be read");
    let mut campaign: Value = serde_json::from_slice(&text).expect("JSON");
    campaign["id"] = json!(beckon::clock::new_id().to_string());
    campaign["name"] = json!(NAME);
    campaign["content"]["title"] = json!(TITLE);
    campaign["content"]["image"] = json!(format!("images/{PICTURE}"));
    let condition = json!({ "field": "custom", "key": ATTRIBUTE, "operator": "equals", "value": VALUE });
    campaign["audience"] = json!({ "all": [condition] });
    let file = folder.join("Beckon/aardvark-launch-party.campaign.json");
    fs::write(file, campaign.to_string()).expect("written");
    fs::write(
        folder.join("Beckon/quokka.campaign.json"),
        format!("{{ \"name\": \"{NAME}\" "),
    )
    .expect("written");
    let mut picture = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_fn(400, 200, |x, y| image::Rgba([x as u8, y as u8, 90, 255]))
        .write_to(&mut picture, image::ImageFormat::Png)
        .expect("encoded");
    let picture = picture.into_inner();
    fs::create_dir_all(folder.join("Beckon/images")).expect("made");
    fs::write(folder.join("Beckon/images").join(PICTURE), &picture).expect("written");
    picture
}

fn keep_token(data_dir: &DataDir, secret: &str) {
    let token = Token::new(secret).expect("a token");
    data_dir.tokens.set("shop", &token).expect("the token is kept");
}

/// Opens the campaign's last step and presses the launch button.
fn launch(harness: &mut Window) {
    tab(harness, "Review & launch");
    command(harness, "launch campaign");
    harness.run_steps(8);
}

/// A whole session: edits, saves, a launch with a token, a refusal, a wrong token, a deleted copy, a file broken by another program.
fn live_through(folder: &Path, secret: &str, data_dir: &DataDir) {
    let window = || {
        let opening = Opening {
            data_dir: Some(data_dir.clone()),
            ..Opening::default()
        };
        open(folder, opening)
    };
    keep_token(data_dir, secret);
    let mut harness = window();
    choose(&mut harness, NAME);
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", TYPED);
    rest(&mut harness);
    launch(&mut harness);
    let path = harness.state().app().session().expect("open").path().to_owned();
    let stored = Library::load(&path).expect("it can be read");
    assert!(stored.campaign.launched_at.is_some(), "it was launched");

    // A document that the backend refuses.
    let mut unfit = stored.campaign.clone();
    unfit.id = beckon::clock::new_id().to_string();
    unfit.content.title = None;
    let launch_of = Launch::of(&unfit, &folder.join("Beckon")).expect("its picture can be read");
    let refused = Intention {
        id: beckon::clock::new_id(),
        library: "library".to_owned(),
        connection: "shop".to_owned(),
        subject: Subject::campaign(&unfit.id),
        name: NAME.to_owned(),
        at: beckon::clock::now(),
        operation: Operation::Launch(Box::new(launch_of)),
    };
    data_dir.outbox.add(&refused).expect("queued");
    command(&mut harness, "send now");
    harness.run_steps(4);

    // A file that cannot be read; a copy, which is deleted.
    choose(&mut harness, "quokka");
    choose(&mut harness, "Leaving the checkout");
    command(&mut harness, "duplicate campaign");
    command(&mut harness, "delete campaign");
    drop(harness);

    // A token that is not the backend's.
    keep_token(data_dir, BAD_TOKEN);
    let mut harness = window();
    choose(&mut harness, NAME);
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", TITLE);
    rest(&mut harness);
    launch(&mut harness);

    // Another program breaks the file that is being edited.
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", TYPED);
    fs::write(&path, format!("{{ \"name\": \"{NAME}\" ")).expect("broken");
    fill(&mut harness, "Title", TITLE);
    rest(&mut harness);
}

#[test]
fn the_log_of_a_whole_story_holds_nothing_private() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let state = folder.path().join("state");
    // From here on, all tests of this program write into it; the more it contains, the better.
    let log = diagnostics::start(&state, &[]).expect("nobody else keeps a log here");
    let picture = plant(folder.path());
    let mut options = backend::Options::new(folder.path().join("shop"));
    options.port = 0;
    let server = backend::start(options).expect("a backend");
    let secret = server.token().to_owned();
    let data_dir = data_dir(folder.path());
    let connection = Connection {
        id: "shop".to_owned(),
        name: CONNECTION.to_owned(),
        url: format!("{}/", server.url()),
    };
    data_dir.connections.put(connection).expect("the connection is kept");
    live_through(folder.path(), &secret, &data_dir);
    log.flush();
    let text = ["beckon.log", "beckon.old.log"]
        .map(|name| fs::read_to_string(state.join(name)).unwrap_or_default())
        .concat();
    let sources = Sources {
        library: Some(folder.path().join("Beckon")),
        publishing: Some(data_dir.dir().to_owned()),
        logs: Some(state),
        window: None,
    };
    let summary = Summary::gather(&sources, beckon::clock::now());
    let json = serde_json::to_string(&summary).expect("JSON");

    // What an investigator looks for.
    for wanted in [
        "library::folder: library opened",
        "library::save: saved campaign=",
        "publish::outbox: queued what=launch campaign=",
        "method=PUT step=campaign host=127.0.0.1:",
        "outcome=sent",
        "refused what=launch",
        "not saved: another program changed the file",
        "moved into the bin",
        "said in the window code=trouble-file-",
        "command=launch",
        "window opened scale=1",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(summary.to_string().contains("Refused"), "{summary}");

    // What must not be found.
    let base64 = base64::engine::general_purpose::STANDARD.encode(&picture);
    let mut secrets = vec![secret, base64[..60].to_owned()];
    secrets.extend([NAME, TITLE, TYPED, ATTRIBUTE, VALUE, PICTURE, CONNECTION, BAD_TOKEN].map(str::to_owned));
    // File names are made of names.
    secrets.extend(
        [
            "aardvark",
            "quokka",
            "axolotl",
            "numbat",
            "leaving-the-checkout",
            "Bearer",
        ]
        .map(str::to_owned),
    );
    for (what, text) in [("log", &text), ("text", &summary.to_string()), ("JSON", &json)] {
        let lower = text.to_lowercase();
        for secret in &secrets {
            let line = lower.lines().find(|line| line.contains(&secret.to_lowercase()));
            assert_eq!(line, None, "{secret} is in the {what}");
        }
    }
}
