//! `-o` and folders of output: no existing file is replaced unasked, and no link is followed.

use std::fs;

use super::support::Desk;

/// Every command that writes a file, without the name after `-o`.
const WRITERS: [&[&str]; 9] = [
    &["export", "plans.campaign.json"],
    &["export", "plans.campaign.json", "--as", "jetlink"],
    &["export", "plans.campaign.json", "--as", "jsonlogic"],
    &["export", "plans.campaign.json", "--as", "react-querybuilder"],
    &["export", "plans.campaign.json", "--as", "xliff", "--to", "tr"],
    &["export", "plans.campaign.json", "--as", "csv", "--to", "tr"],
    &["html", "plans.campaign.json"],
    &["render", "plans.campaign.json", "--part", "popup"],
    &[
        "sheet",
        "plans.campaign.json",
        "--device",
        "phone",
        "--theme",
        "light",
        "--texts",
        "as-written",
    ],
];

fn run(desk: &Desk, writer: &[&str], more: &[&str]) -> super::support::Answer {
    desk.run(&[writer, more].concat())
}

#[test]
fn what_is_there_stays_unless_the_user_says_otherwise() {
    for writer in WRITERS {
        let desk = Desk::new();
        desk.write("out", "the user's own");
        let refused = run(&desk, writer, &["-o", "out"]);
        refused.is_refusal();
        assert!(refused.err.contains("--force"), "{refused:?}");
        assert_eq!(desk.read("out"), "the user's own");
        assert_eq!(run(&desk, writer, &["-o", "out", "--force"]).code, 0);
        assert_ne!(fs::read(desk.path("out")).expect("there"), b"the user's own");
        assert_eq!(run(&desk, writer, &["-o", "new", "--force"]).code, 0);
        fs::create_dir(desk.path("folder")).expect("made");
        for force in [&["-o", "folder"][..], &["-o", "folder", "--force"]] {
            let refused = run(&desk, writer, force);
            refused.is_refusal();
            assert!(!refused.err.contains("--force"), "{refused:?}");
        }
        run(&desk, writer, &["-o", "plans.campaign.json", "--force"]).is_refusal();
        assert!(
            fs::read_dir(desk.path("."))
                .expect("listed")
                .flatten()
                .all(|entry| !entry.file_name().to_string_lossy().ends_with(".tmp")),
            "nothing half written stays"
        );
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    for writer in WRITERS {
        let desk = Desk::new();
        let victim = desk.write("victim", "the user's own");
        for (link, to) in [("link", "victim"), ("dangling", "nowhere"), ("round", "round")] {
            symlink(to, desk.path(link)).expect("linked");
            run(&desk, writer, &["-o", link]).is_refusal();
            assert!(desk.path(link).is_symlink() && !desk.path("nowhere").exists());
            let forced = run(&desk, writer, &["-o", link, "--force"]);
            assert_eq!(forced.code, 0, "{forced:?}");
            assert!(desk.path(link).is_file() && !desk.path(link).is_symlink());
        }
        assert_eq!(fs::read_to_string(&victim).expect("there"), "the user's own");
        assert!(!desk.path("nowhere").exists());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_holds_nothing_is_written_into() {
    let desk = Desk::new();
    let answer = desk.run(&["html", "plans.campaign.json", "-o", "/dev/null"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(!fs::metadata("/dev/null").expect("still there").is_file());
    // Standard output is a pipe here, and the message about the export follows the export itself.
    let answer = desk.run(&["export", "plans.campaign.json", "-o", "/dev/stdout"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(
        answer.out.starts_with("{\n  \"format\": \"beckon.bundle\"") && answer.out.ends_with("wrote /dev/stdout\n")
    );
}

#[test]
fn a_tour_writes_into_a_folder_of_its_own() {
    let desk = Desk::new();
    desk.write("site/index.html", "the user's own");
    let refused = desk.run(&["tour", "site"]);
    refused.is_refusal();
    assert!(refused.err.contains("--force"), "{refused:?}");
    assert_eq!(fs::read_dir(desk.path("site")).expect("listed").count(), 1);
    assert_eq!(desk.read("site/index.html"), "the user's own");
}
