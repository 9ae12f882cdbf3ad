//! `beckon publish`: its gate, its outcomes, its exit codes, and what it stores.

use serde_json::{Value, json};

use super::support::{Desk, Witness, backend, campaign, identity};

/// Tokens may begin with a hyphen.
const TOKEN_THAT_IS_NONE: &str = "-1none";

#[test]
fn a_file_goes_live_and_knows_when() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let id = identity(1);
    let mut pixels = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(400, 200)
        .write_to(&mut pixels, image::ImageFormat::Png)
        .expect("encoded");
    desk.write("images/a.png", pixels.into_inner());
    let mut card = campaign(&id, "");
    card["content"] = json!({ "type": "rich", "title": "Need a hand?", "image": "images/a.png", "user_say": "Hi",
        "button": { "name": "Yes", "action": { "message": "Yes" } } });
    card["later"] = json!({ "kept": true });
    desk.write("a.campaign.json", card.to_string());
    let url = server.url();
    let arguments = [
        "publish",
        "a.campaign.json",
        "--to",
        &url,
        "--token",
        server.token(),
        "--json",
    ];
    let answer = desk.run(&arguments);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(!answer.err.contains(server.token()) && !answer.out.contains(server.token()));
    let said = answer.json();
    assert_eq!(said["campaigns"][0]["outcome"], "launched");
    assert_eq!(said["campaigns"][0]["file"], "a.campaign.json");
    let file: Value = serde_json::from_str(&desk.read("a.campaign.json")).expect("JSON");
    assert_eq!(file["launched_at"], said["campaigns"][0]["launched_at"]);
    assert_eq!(file["content"]["image"], "images/a.png");
    assert_eq!(file["later"], json!({ "kept": true }));
    let witness = Witness::new(&url, server.token());
    let public = witness.public();
    let image = public["campaigns"][0]["content"]["image"].as_str().expect("a picture");
    assert!(image.starts_with("images/") && image.len() == 75, "{image}");
    // Again, unchanged and changed.
    for title in ["Need a hand?", "Need help?"] {
        card["content"]["title"] = json!(title);
        desk.write("a.campaign.json", card.to_string());
        let answer = desk.run(&arguments);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert_eq!(witness.public()["campaigns"][0]["content"]["title"], title);
    }
    assert!(desk.data_dir().outbox.queue().expect("listed").waiting.is_empty());
}

#[test]
fn findings_stop_a_launch_before_anything_is_requested() {
    let desk = Desk::new();
    desk.write("good.campaign.json", campaign(&identity(1), "Hello").to_string());
    desk.write("bad.campaign.json", campaign(&identity(2), "").to_string());
    let to = ["--to", "http://127.0.0.1:9", "--token", "x"];
    let answer = desk.run(&[&["publish", "good.campaign.json", "bad.campaign.json"], &to[..]].concat());
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(
        answer.out.contains("bad.campaign.json: not ready to launch") && !answer.out.contains("good"),
        "{answer:?}"
    );
    let answer = desk.run(&[&["publish", "bad.campaign.json", "--json"], &to[..]].concat());
    assert_eq!(answer.code, 1, "{answer:?}");
    assert_eq!(answer.json()["findings"][0]["severity"], "error");
    assert!(!desk.path("data_dir").exists());
}

#[test]
fn bad_use_is_said_so() {
    let desk = Desk::new();
    desk.write("a.campaign.json", campaign(&identity(1), "Hello").to_string());
    for arguments in [
        &["publish", "a.campaign.json"][..],
        &["publish", "missing.campaign.json", "--to", "http://127.0.0.1:9"],
        &["publish", "a.campaign.json", "--to", "nowhere"],
        &["publish", "a.campaign.json", "--to", "ftp://127.0.0.1"],
        &["publish", "a.campaign.json", "--to", "http://u:secret@127.0.0.1"],
        &["publish", "a.campaign.json", "--to", "http://127.0.0.1:9"],
        &[
            "publish",
            "a.campaign.json",
            "--to",
            "http://127.0.0.1:9",
            "--token",
            "two words",
        ],
        &["publish", "--offline", "--to", "http://127.0.0.1:9"],
    ] {
        let answer = desk.run(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}: {answer:?}");
        assert!(
            answer.err.contains("error: ") && answer.err.contains("hint: "),
            "{answer:?}"
        );
        assert!(!answer.err.contains("secret"), "{answer:?}");
    }
    let waiting = desk.data_dir().outbox.queue().expect("listed").waiting;
    assert!(waiting.is_empty(), "{waiting:?}");
}

#[test]
fn offline_waits_and_a_later_publish_sends() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let url = server.url();
    for number in 1..=3 {
        let name = format!("{number}.campaign.json");
        desk.write(&name, campaign(&identity(number), "Hello").to_string());
        let answer = desk.run(&["publish", &name, "--to", &url, "--offline"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(answer.out.contains("waits to be published"), "{answer:?}");
    }
    let witness = Witness::new(&url, server.token());
    assert!(witness.statuses().is_empty());
    // The connection is known by its name from now on.
    let name = url.trim_start_matches("http://");
    let answer = desk.run(&["publish", "--to", name, "--token", server.token(), "--json"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(answer.json()["campaigns"].as_array().map(Vec::len), Some(3));
    assert!(witness.statuses().values().all(|status| status == "live"));
    let answer = desk.run(&["publish", "--to", name, "--token", server.token()]);
    assert_eq!(
        (answer.code, answer.out.as_str()),
        (0, format!("nothing waits for {name}\n").as_str())
    );
}

#[test]
fn nobody_there_leaves_it_waiting() {
    let desk = Desk::new();
    desk.write("a.campaign.json", campaign(&identity(1), "Hello").to_string());
    let to = ["--to", "http://127.0.0.1:9", "--token", "x", "--wait", "0"];
    let answer = desk.run(&[&["publish", "a.campaign.json"], &to[..]].concat());
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.err.contains("cannot be reached"), "{answer:?}");
    assert_eq!(desk.data_dir().outbox.queue().expect("listed").waiting.len(), 1);
}

#[test]
fn a_wrong_token_is_for_the_user_to_fix() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let url = server.url();
    desk.write("a.campaign.json", campaign(&identity(1), "Hello").to_string());
    let answer = desk.run(&[
        "publish",
        "a.campaign.json",
        "--to",
        &url,
        "--token",
        TOKEN_THAT_IS_NONE,
    ]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.err.contains("does not accept the token"), "{answer:?}");
    let answer = desk
        .command(&["publish", "--to", &url])
        .env("BECKON_TOKEN", server.token())
        // No proxy is used between this machine and itself.
        .env("http_proxy", "http://127.0.0.1:9")
        .output()
        .expect("it starts");
    assert_eq!(answer.status.code(), Some(0), "{answer:?}");
    assert_eq!(Witness::new(&url, server.token()).statuses().len(), 1);
}

#[test]
fn somebody_elses_change_is_not_overwritten_unseen() {
    let (mine, theirs) = (Desk::new(), Desk::new());
    let server = backend(&mine.path("backend"));
    let url = server.url();
    let id = identity(1);
    let witness = Witness::new(&url, server.token());
    let publish = |desk: &Desk, text: &str, more: &[&str]| {
        desk.write("a.campaign.json", campaign(&id, text).to_string());
        desk.run(
            &[
                &["publish", "a.campaign.json", "--to", &url, "--token", server.token()],
                more,
            ]
            .concat(),
        )
    };
    assert_eq!(publish(&mine, "One", &[]).code, 0);
    let answer = publish(&theirs, "Theirs", &["--json"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert_eq!(answer.json()["campaigns"][0]["outcome"], "conflict");
    assert_eq!(witness.live_text(&id).as_deref(), Some("One"));
    let answer = publish(&theirs, "Theirs", &["--overwrite"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(witness.live_text(&id).as_deref(), Some("Theirs"));
    assert_eq!(publish(&mine, "Two", &[]).code, 1);
    assert_eq!(witness.live_text(&id).as_deref(), Some("Theirs"));
    // With equal content there is nothing to overwrite.
    let third = Desk::new();
    assert_eq!(publish(&third, "Theirs", &[]).code, 0);
}

#[test]
fn a_refusal_has_the_backends_words() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    desk.write("a.campaign.json", campaign(".hidden", "Hello").to_string());
    let answer = desk.run(&[
        "publish",
        "a.campaign.json",
        "--to",
        &server.url(),
        "--token",
        server.token(),
    ]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(
        answer.out.contains("was refused") && answer.err.contains("hint: "),
        "{answer:?}"
    );
    assert!(desk.data_dir().outbox.queue().expect("listed").waiting.is_empty());
}

/// Starts a server that answers any request byte by byte, and reports when it begins.
fn dripping() -> (String, std::sync::mpsc::Receiver<()>) {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let (sender, begun) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let (mut stream, mut heard) = (stream.expect("a client"), [0; 65_536]);
            let _ = stream.read(&mut heard);
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            let _ = sender.send(());
            stream
                .set_read_timeout(Some(std::time::Duration::from_millis(20)))
                .expect("set");
            // Between two bytes it checks whether the client is still there.
            while !matches!(stream.read(&mut heard), Ok(0)) && stream.write_all(b" ").is_ok() {}
        }
    });
    (url, begun)
}

#[test]
fn a_dripping_backend_is_left_in_time_and_holds_up_no_other() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let (slow, begun) = dripping();
    desk.write("a.campaign.json", campaign(&identity(1), "Hello").to_string());
    desk.write("b.campaign.json", campaign(&identity(2), "Hello").to_string());
    let waits = desk
        .command(&[
            "publish",
            "a.campaign.json",
            "--to",
            &slow,
            "--token",
            "x",
            "--wait",
            "5",
            "--json",
        ])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    begun.recv().expect("it asks");
    // The other one holds only the lock of its own connection.
    let url = server.url();
    let to = ["--to", &url, "--token", server.token(), "--wait", "0"];
    let answer = desk.run(&[&["publish", "b.campaign.json"], &to[..]].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    let ended = waits.wait_with_output().expect("it ends by itself");
    assert_eq!(ended.status.code(), Some(1), "{ended:?}");
    let said: Value = serde_json::from_slice(&ended.stdout).expect("JSON");
    assert_eq!(said["campaigns"][0]["outcome"], "waiting", "{said:#}");
    assert_eq!(
        said["campaigns"][0]["message"], "the backend did not answer in time",
        "{said:#}"
    );
    let waiting = desk.data_dir().outbox.queue().expect("listed").waiting;
    assert_eq!(waiting.len(), 1, "{waiting:?}");
}

#[test]
fn two_libraries_share_a_computer_and_nothing_that_is_live() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let url = server.url();
    let id = identity(1);
    let witness = Witness::new(&url, server.token());
    let publish = |folder: &str, text: &str, more: &[&str]| {
        let file = format!("{folder}/a.campaign.json");
        desk.write(&file, campaign(&id, text).to_string());
        let to = ["publish", &file, "--to", &url, "--token", server.token(), "--json"];
        let answer = desk.run(&[&to[..], more].concat()).json();
        let lines = answer["campaigns"].as_array().expect("a list").iter();
        let mut own = lines.filter(|line| line["file"] == *file);
        own.next().expect("its own line")["outcome"].clone()
    };
    assert_eq!(publish("one", "One", &[]), json!("launched"));
    assert_eq!(publish("one", "Two", &[]), json!("launched"));
    // A copy in another folder belongs to another library: what it would overwrite is shown first.
    assert_eq!(publish("two", "Copied", &[]), json!("conflict"));
    assert_eq!(witness.live_text(&id).as_deref(), Some("Two"));
    assert_eq!(publish("two", "Copied", &["--overwrite"]), json!("launched"));
    assert_eq!(publish("one", "Three", &[]), json!("conflict"));
    assert_eq!(witness.live_text(&id).as_deref(), Some("Copied"));
    // The folder that moves is the same library.
    std::fs::rename(desk.path("two"), desk.path("moved")).expect("moved");
    assert_eq!(publish("moved", "Moved", &[]), json!("launched"));
    // One that was copied as a whole is not.
    std::fs::create_dir_all(desk.path("copied/.beckon")).expect("made");
    std::fs::copy(
        desk.path("moved/.beckon/library.json"),
        desk.path("copied/.beckon/library.json"),
    )
    .expect("copied");
    assert_eq!(publish("copied", "Another", &[]), json!("conflict"));
    assert_eq!(publish("moved", "Again", &[]), json!("launched"));
}
