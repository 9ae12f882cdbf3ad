//! Files that a campaign names as pictures but that are not: nothing of them leaves the machine in any way, and no command waits for them.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::support::{Desk, campaign};

/// What must not leave the machine.
const SECRET: &str = "SECRET-KEY-of-the-user-0123456789-abcdefghijklmnopqrstuvwxyz";

/// Returns a PNG of a size suitable for a card, in a given shade.
fn png(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(400, 200, image::Rgba([shade, 7, 90, 255]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("encoded");
    bytes.into_inner()
}

/// A picture's name, and what it leads to.
struct Hostile {
    name: String,
    /// Prepares the folder of the campaign.
    prepare: fn(&Path),
    /// The bytes that must not leave, besides [`SECRET`].
    private: Vec<u8>,
}

fn hostile(name: &str, prepare: fn(&Path)) -> Hostile {
    Hostile {
        name: name.to_owned(),
        prepare,
        private: Vec::new(),
    }
}

fn images(folder: &Path) -> std::path::PathBuf {
    let images = folder.join("images");
    fs::create_dir_all(&images).expect("made");
    images
}

fn link(folder: &Path, to: impl AsRef<Path>) {
    symlink(to, images(folder).join("x.png")).expect("linked");
}

fn everything(desk: &Desk) -> Vec<Hostile> {
    let elsewhere = desk.write("elsewhere/x.png", png(200));
    let picture = |name: &str, prepare| Hostile {
        private: png(200),
        ..hostile(name, prepare)
    };
    vec![
        hostile(".ssh/id_rsa", |_| {}),
        hostile("./.ssh/id_rsa", |_| {}),
        hostile("images/../.ssh/id_rsa", |_| {}),
        hostile("images//../.ssh/id_rsa", |_| {}),
        hostile("images", |_| {}),
        hostile("data:text/plain,SECRET-KEY", |_| {}),
        hostile("images/x.png", |folder| link(folder, folder.join(".ssh/id_rsa"))),
        hostile("images/x.png", |folder| link(folder, "../.ssh/id_rsa")),
        hostile("images/x.png", |folder| link(folder, "/proc/self/environ")),
        hostile("images/x.png", |folder| link(folder, "/dev/zero")),
        hostile("images/x.png", |folder| link(folder, "nowhere")),
        hostile("images/x.png", |folder| link(folder, "x.png")),
        hostile("images/x.png", |folder| {
            fs::hard_link(folder.join(".ssh/id_rsa"), images(folder).join("x.png")).expect("linked");
        }),
        hostile("images/x.png", |folder| {
            let mut file = png(1);
            file.truncate(40);
            file.extend_from_slice(SECRET.as_bytes());
            fs::write(images(folder).join("x.png"), file).expect("written");
        }),
        hostile("images/x.png", |folder| {
            fs::create_dir_all(images(folder).join("x.png")).expect("made")
        }),
        hostile("images/x.png", |folder| {
            let made = Command::new("mkfifo").arg(images(folder).join("x.png")).status();
            assert!(made.expect("mkfifo starts").success());
        }),
        hostile("images/x.png", |folder| {
            symlink(".ssh", folder.join("images")).expect("linked");
            fs::write(folder.join(".ssh/x.png"), SECRET).expect("written");
        }),
        picture("images/x.png", |folder| link(folder, "../../elsewhere/x.png")),
        picture("images/x.png", |folder| {
            symlink("../elsewhere", folder.join("images")).expect("linked");
        }),
        picture("../elsewhere/x.png", |_| {}),
        picture(&elsewhere.to_string_lossy(), |_| {}),
        picture("x.png", |folder| {
            fs::write(folder.join("x.png"), png(200)).expect("written")
        }),
    ]
}

/// The exports: arguments after the campaign's file, and the files they may create.
const WAYS: [(&[&str], &str); 7] = [
    (&["export", "FILE", "-o", "out/bundle.json"], "out"),
    (&["export", "FILE", "-o", "out/snippet.js", "--as", "jetlink"], "out"),
    (&["export", "FILE", "-o", "out/site", "--as", "site"], "out"),
    (&["html", "FILE", "-o", "out/page.html"], "out"),
    (&["render", "FILE", "-o", "out/picture.png", "--part", "popup"], "out"),
    (
        &[
            "sheet",
            "FILE",
            "-o",
            "out/sheet.html",
            "--device",
            "phone",
            "--theme",
            "light",
            "--texts",
            "as-written",
        ],
        "out",
    ),
    (&["publish", "FILE", "--to", "http://127.0.0.1:9", "--offline"], "data"),
];

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// Every file below a folder; of links, nothing.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let below = entries
        .map(|entry| entry.path())
        .map(|path| match path.symlink_metadata() {
            Ok(facts) if facts.is_dir() => files(&path),
            Ok(facts) if facts.is_file() => vec![path],
            _ => Vec::new(),
        });
    below.flatten().collect()
}

fn encoded(bytes: &[u8]) -> Vec<u8> {
    STANDARD.encode(bytes).trim_end_matches('=').as_bytes().to_vec()
}

/// The secrets in the forms in which something could carry them.
fn forms(case: &Hostile) -> Vec<Vec<u8>> {
    let mut forms = vec![SECRET.as_bytes().to_vec(), encoded(&SECRET.as_bytes()[..57])];
    if !case.private.is_empty() {
        forms.extend([case.private.clone(), encoded(&case.private)]);
    }
    forms
}

#[test]
fn nothing_but_the_librarys_own_pictures_leaves_the_machine() {
    for place in ["content", "launcher"] {
        let count = everything(&Desk::new()).len();
        for index in 0..count {
            let desk = Desk::new();
            let case = everything(&desk).swap_remove(index);
            desk.write("library/.ssh/id_rsa", SECRET);
            let folder = desk.path("library");
            (case.prepare)(&folder);
            let mut named = campaign();
            match place {
                "content" => named["content"]["image"] = json!(case.name),
                _ => named["launcher_image"] = json!({ "image": case.name }),
            }
            let file = desk.write("library/a.campaign.json", named.to_string());
            let file = file.to_str().expect("UTF-8");
            let what = format!("{place}: {}, case {index}", case.name);
            let check = desk.run(&["check", file]);
            assert_eq!(check.code, 1, "{what}: {check:?}");
            for (arguments, left) in WAYS {
                fs::create_dir_all(desk.path("out")).expect("made");
                let arguments: Vec<&str> = arguments
                    .iter()
                    .map(|part| if *part == "FILE" { file } else { part })
                    .collect();
                let answer = desk
                    .command(&arguments)
                    .env("BECKON_TOKEN", SECRET)
                    .output()
                    .expect("it ends");
                // Drawings leave it out; Jetlink has no launcher.
                let without = matches!(arguments[0], "html" | "render" | "sheet")
                    || (place == "launcher" && arguments.ends_with(&["--as", "jetlink"]));
                assert_eq!(
                    answer.status.code(),
                    Some(if without { 0 } else { 1 }),
                    "{what}: {arguments:?}: {answer:?}"
                );
                for written in files(&desk.path(left)) {
                    let bytes = fs::read(&written).expect("there");
                    let leaked = forms(&case).iter().any(|secret| holds(&bytes, secret));
                    assert!(!leaked, "{what}: {arguments:?} carried it into {}", written.display());
                }
            }
            let without = picture_of(&desk, &campaign());
            assert_eq!(
                fs::read(desk.path("out/picture.png")).expect("drawn"),
                without,
                "{what}"
            );
        }
    }
}

/// The pop-up of a campaign, drawn.
fn picture_of(desk: &Desk, campaign: &serde_json::Value) -> Vec<u8> {
    desk.write("plain/a.campaign.json", campaign.to_string());
    let answer = desk.run(&["render", "plain/a.campaign.json", "-o", "plain.png", "--part", "popup"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    fs::read(desk.path("plain.png")).expect("drawn")
}

#[test]
fn the_librarys_own_pictures_go_along_whatever_way_leads_to_them() {
    let desk = Desk::new();
    desk.write("library/images/own.png", png(3));
    symlink("own.png", desk.path("library/images/also.png")).expect("linked");
    symlink("library", desk.path("shortcut")).expect("linked");
    let mut named = campaign();
    for (name, file) in [
        ("images/own.png", "library/a.campaign.json"),
        ("images/also.png", "library/a.campaign.json"),
        ("images/own.png", "shortcut/a.campaign.json"),
    ] {
        named["content"]["image"] = json!(name);
        desk.write("library/a.campaign.json", named.to_string());
        assert_eq!(desk.run(&["check", file]).code, 0, "{name} of {file}");
        let bundle = format!("{}.json", file.replace('/', "-") + &name.replace('/', "-"));
        let answer = desk.run(&["export", file, "-o", &bundle]);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(
            holds(desk.read(&bundle).as_bytes(), &encoded(&png(3))),
            "{name} of {file}"
        );
    }
    // The folder in which the command runs has no name of its own.
    named["content"]["image"] = json!("images/own.png");
    desk.write("library/a.campaign.json", named.to_string());
    let inside = desk
        .command(&["check", "a.campaign.json"])
        .current_dir(desk.path("library"))
        .output();
    assert_eq!(inside.expect("it starts").status.code(), Some(0));
}
