//! Launching through accessible names, with the real backend: one click to a live pop-up, offline, refusals, conflicts, connections.

use std::{
    io::{Read, Write},
    net::TcpListener,
    path::Path,
    thread::JoinHandle,
};

use crate::support::{self, keep_picture, press_every_shortcut};
use beckon::{
    backend,
    campaign::{Campaign, to_value},
    desktop::testing::{App, Setup},
    library::Library,
    publish::{Connection, DataDir, Http, Keyring, Method, Precondition, Request, Response, Token, Transport},
    studio::{
        publishing::{PublishingSetup, Snapshot},
        shelf::Status,
    },
};
use egui::{Key, Modifiers, OutputCommand, Role, Theme, Ui};
use egui_kittest::{Harness, kittest::Queryable};
use serde_json::Value;

pub struct State {
    library: Library,
    data_dir: DataDir,
    app: Option<App>,
    /// The addresses opened in the user's browser.
    visited: Vec<String>,
}

impl State {
    pub fn app(&self) -> &App {
        self.app.as_ref().expect("the app was started in the first frame")
    }

    fn campaign(&self) -> &Campaign {
        self.app().session().expect("a campaign is open").campaign()
    }

    pub fn status(&self) -> Status {
        let path = self.app().session().expect("a campaign is open").path();
        self.app().shelf().item(path).expect("it is listed").status
    }
}

pub type Window = Harness<'static, State>;

/// The app on a library of samples in `folder`, with nothing published yet.
pub fn window(folder: &Path) -> Window {
    window_on(folder, "Beckon")
}

/// The app on another library of the same computer.
fn window_on(folder: &Path, library: &str) -> Window {
    let library = Library::open_with_rescue(folder.join(library), None).expect("a library");
    let data_dir = DataDir::open(folder.join("publishing"), Keyring::Avoid).expect("a folder to publish from");
    let mut setup = Some(Setup {
        publishing: PublishingSetup {
            data_dir: Some(data_dir.clone()),
            shown: Snapshot::default(),
            server: Some((folder.join("server"), 0)),
        },
        ..support::setup(library.clone())
    });
    let draw = move |ui: &mut Ui, state: &mut State| {
        support::show(ui, &mut state.app, &mut setup);
        ui.ctx().output(|output| {
            for command in &output.commands {
                if let OutputCommand::OpenUrl(open) = command {
                    state.visited.push(open.url.clone());
                }
            }
        });
    };
    let state = State {
        library,
        data_dir,
        app: None,
        visited: Vec::new(),
    };
    let mut harness = support::window(([1440.0, 1000.0], Theme::Light, 24), state, draw);
    support::press(&mut harness, Role::Tab, "Review & launch");
    harness
}

pub fn press(harness: &mut Window, name: &str) {
    support::press(harness, Role::Button, name);
}

/// Replaces the content of the field of this name.
pub fn fill(harness: &mut Window, name: &str, text: &str) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_label(name).type_text(text);
    harness.run();
}

fn retitle(harness: &mut Window, title: &str) {
    harness.get_by_role_and_label(Role::Tab, "Message").click();
    harness.run();
    support::fill(harness, "Title", title);
    harness.get_by_role_and_label(Role::Tab, "Review & launch").click();
    harness.run_steps(16);
}

/// A separate backend, a stored connection to it, and a second client.
pub struct Shop {
    pub server: backend::Server,
    other: Http,
}

impl Shop {
    pub fn open(folder: &Path, port: u16) -> Self {
        let mut options = backend::Options::new(folder.join("shop"));
        options.port = port;
        let server = backend::start(options).expect("a backend");
        let connection = Connection {
            id: "shop".to_owned(),
            name: "Our shop".to_owned(),
            url: format!("{}/", server.url()),
        };
        let token = Token::new(server.token()).expect("a token");
        let other = Http::new(&connection, &token).expect("a way");
        let data_dir = DataDir::open(folder.join("publishing"), Keyring::Avoid).expect("a folder to publish from");
        data_dir.connections.put(connection).expect("the connection is kept");
        data_dir.tokens.set("shop", &token).expect("the token is kept");
        Self { server, other }
    }

    pub fn send(&self, request: Request) -> Response {
        self.other.send(&request, std::time::Duration::MAX).expect("an answer")
    }

    /// Returns what visitors get.
    fn live(&self) -> Vec<Value> {
        live(&self.other)
    }

    /// Somebody else changes a campaign there.
    fn change(&self, id: &str, change: impl FnOnce(&mut Value)) {
        let path = format!("api/v1/campaigns/{id}");
        let stored = self.send(Request::get(path.clone()));
        let mut document: Value = serde_json::from_slice(&stored.body).expect("JSON");
        change(&mut document);
        let request = Request {
            method: Method::Put,
            path,
            precondition: Precondition::Is(stored.etag.expect("a mark")),
            key: Some(beckon::clock::new_id().to_string()),
            body: Some(document.to_string().into_bytes()),
        };
        assert_eq!(self.send(request).status, 200);
    }
}

fn live(transport: &dyn Transport) -> Vec<Value> {
    let response = transport
        .send(&Request::get("v1/campaigns.json"), std::time::Duration::MAX)
        .expect("an answer");
    let file: Value = serde_json::from_slice(&response.body).expect("JSON");
    file["campaigns"].as_array().expect("a list").clone()
}

#[test]
fn one_click_leads_from_a_draft_to_a_live_pop_up() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    keep_picture(&mut harness, "launch-first");
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Live);
    let url = harness
        .state()
        .app()
        .publishing()
        .local_url()
        .expect("the server runs")
        .to_owned();
    assert_eq!(
        harness.state().visited,
        [format!("{url}demo/open?page=https%3A%2F%2Fwww.example.com%2F")]
    );
    let own = Connection {
        id: "x".to_owned(),
        name: "x".to_owned(),
        url: url.clone(),
    };
    let anybody = Http::new(&own, &Token::new("anybody").expect("a token")).expect("a way");
    let live = live(&anybody);
    assert_eq!(live[0]["id"], harness.state().campaign().id.as_str());
    assert!(
        harness.state().campaign().launched_at.is_some(),
        "the draft notes its launch"
    );
    let pauses = harness.get_all_by_role_and_label(Role::Button, "Pause").count();
    assert_eq!(pauses, 2, "what is live as it stands can be paused");
    harness.get_by_role_and_label(Role::Button, "This computer, connected · as of 10:00");
    keep_picture(&mut harness, "launch-live");

    // Another start finds everything again, and the server answers again.
    drop(harness);
    let mut harness = window(folder.path());
    harness
        .get_by_role_and_label(Role::ListItem, "Welcome, first-time visitors")
        .click();
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Live);
    assert!(harness.state().app().publishing().local_url().is_some());
}

/// The samples of two libraries have the same identities: what one launched is not live in the other.
#[test]
fn two_libraries_share_nothing_that_is_live() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let mut first = window(folder.path());
    press(&mut first, "Launch!");
    first.run_steps(8);
    assert_eq!(first.state().status(), Status::Live);
    let launched_at = first.state().campaign().launched_at.clone();
    drop(first);

    let mut second = window_on(folder.path(), "Another");
    second.run_steps(8);
    assert_eq!(second.state().status(), Status::Draft);
    assert_eq!(second.state().app().shelf().count(Status::Live), 0);
    assert_eq!(
        second.state().campaign().launched_at,
        None,
        "its file was never launched"
    );
    // A launch from here would overwrite the other library's version, which is shown first.
    retitle(&mut second, "From here");
    press(&mut second, "Launch!");
    second.run_steps(8);
    assert_eq!(second.state().status(), Status::Conflict);
    assert_ne!(shop.live()[0]["content"]["title"], "From here");
    drop(second);

    let mut first = window(folder.path());
    first
        .get_by_role_and_label(Role::ListItem, "Welcome, first-time visitors")
        .click();
    first.run_steps(8);
    assert_eq!(first.state().status(), Status::Live);
    assert_eq!(first.state().campaign().launched_at, launched_at);
}

/// Earlier versions did not distinguish libraries: a campaign launched then is live in the library that has it.
#[test]
fn what_an_earlier_version_launched_is_live_still() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let _shop = Shop::open(folder.path(), 0);
    let mut harness = window(folder.path());
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    let id = harness.state().campaign().id.clone();
    drop(harness);
    // The old layout: no mark of the library, no list of libraries, a page without a library in a folder for the connection.
    let ledger = folder.path().join("publishing/ledger");
    let libraries = std::fs::read_dir(&ledger).expect("listed").flatten();
    let of_library = libraries.map(|entry| entry.path()).next().expect("one library");
    let page = of_library.join(format!("shop/{id}.json"));
    let mut entry: Value = serde_json::from_slice(&std::fs::read(page).expect("read")).expect("JSON");
    entry.as_object_mut().expect("an object").remove("library");
    std::fs::remove_dir_all(&of_library).expect("removed");
    std::fs::create_dir(ledger.join("shop")).expect("made");
    std::fs::write(ledger.join(format!("shop/{id}.json")), entry.to_string()).expect("written");
    std::fs::remove_file(folder.path().join("publishing/libraries.json")).expect("removed");
    std::fs::remove_file(folder.path().join("Beckon/.beckon/library.json")).expect("removed");

    let mut harness = window(folder.path());
    harness
        .get_by_role_and_label(Role::ListItem, "Welcome, first-time visitors")
        .click();
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Live);
    assert!(!ledger.join(format!("shop/{id}.json")).exists());
}

/// A user who launches learns who can read what.
#[test]
fn a_launch_says_that_everybody_can_read_rules_and_texts() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    let said = "Anyone can read the rules and texts of a live campaign: they go to every visitor’s browser. Its name and your notes stay with you.";
    harness.get_by_label(said);
    keep_picture(&mut harness, "launch-public");
}

/// Visitors never get the name: a new one does not change anything for them.
#[test]
fn another_name_is_not_a_change_for_visitors() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let mut harness = window(folder.path());
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    let path = harness.state().app().session().expect("open").path().to_owned();
    let stored = Library::load(&path).expect("it reads");
    let renamed = Campaign {
        name: "Another name".to_owned(),
        ..stored.campaign
    };
    harness.state().library.save(&stored.tag, &renamed).expect("saved");
    drop(harness);
    let mut harness = window(folder.path());
    harness.get_by_role_and_label(Role::ListItem, "Another name").click();
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Live);
    assert!(harness.query_by_label("What changes for visitors").is_none());
    assert!(shop.live()[0].get("name").is_none());
}

#[test]
fn a_change_is_compared_with_what_is_live_and_launched() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let mut harness = window(folder.path());
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Live);
    retitle(&mut harness, "Hello there!");
    assert_eq!(harness.state().status(), Status::Changed);
    keep_picture(&mut harness, "launch-changed");
    harness.get_by_label("What changes for visitors");
    harness.get_by_label("Title: “Come on in! 🌿” → “Hello there!”");
    keep_picture(&mut harness, "launch-changed");
    press(&mut harness, "Show: Title: “Come on in! 🌿” → “Hello there!”");
    harness.get_by_label("Title");
    harness.get_by_role_and_label(Role::Tab, "Review & launch").click();
    harness.run();
    press(&mut harness, "Launch changes");
    harness.run_steps(8);
    assert_eq!(shop.live()[0]["content"]["title"], "Hello there!");
    assert_eq!(harness.state().status(), Status::Live);
    assert!(harness.query_by_label("What changes for visitors").is_none());
}

#[test]
fn a_campaign_is_paused_resumed_and_taken_down() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let mut harness = window(folder.path());
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    // At the head of the window, and beside what is said about the launch.
    assert_eq!(harness.get_all_by_role_and_label(Role::Button, "Pause").count(), 2);
    let mut pauses = harness.get_all_by_role_and_label(Role::Button, "Pause");
    pauses.next().expect("the head's button").click();
    drop(pauses);
    harness.run_steps(8);
    assert_eq!((harness.state().status(), shop.live().len()), (Status::Paused, 0));
    keep_picture(&mut harness, "launch-paused");
    press(&mut harness, "Resume");
    harness.run_steps(8);
    assert_eq!((harness.state().status(), shop.live().len()), (Status::Live, 1));
    press(&mut harness, "Take down");
    harness.get_by_label("Take “Welcome, first-time visitors” down?");
    keep_picture(&mut harness, "take-down");
    harness
        .get_all_by_role_and_label(Role::Button, "Take down")
        .last()
        .expect("the dialog's button")
        .click();
    harness.run_steps(8);
    assert_eq!((harness.state().status(), shop.live().len()), (Status::Draft, 0));
    assert_eq!(shop.send(Request::get("api/v1/campaigns")).status, 200);
}

#[test]
fn what_is_launched_offline_waits_and_is_sent_later() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let port = shop.server.address().port();
    shop.server.stop();
    let mut harness = window(folder.path());
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Waiting);
    harness.get_by_label("Sent when you are online again");
    keep_picture(&mut harness, "launch-offline");
    let shop = Shop::open(folder.path(), port);
    press(&mut harness, "Send now");
    harness.run_steps(8);
    assert_eq!((harness.state().status(), shop.live().len()), (Status::Live, 1));
}

#[test]
fn errors_stop_a_launch_and_say_why() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    retitle(&mut harness, "A title that is much too long for a card");
    harness.get_by_label("One thing stops this launch");
    keep_picture(&mut harness, "launch-stopped");
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);
    harness.run();
    harness.get_by_label("One thing has to be fixed before it can be launched");
    assert!(harness.state().app().publishing().local_url().is_none());
    // Nothing is on its way: once it is fixed, it can be launched.
    retitle(&mut harness, "A short title");
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Live);
}

#[test]
fn a_conflict_is_ended_by_keeping_mine_and_theirs_becomes_a_copy() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let mut harness = in_conflict(folder.path(), &shop);
    harness.get_by_label("Title: “Theirs” → “Mine”");
    keep_picture(&mut harness, "clash");
    no_command_behind(&mut harness, "published conflict");
    press(&mut harness, "Keep mine");
    harness.run_steps(8);
    assert_eq!(shop.live()[0]["content"]["title"], "Mine");
    assert_eq!(harness.state().status(), Status::Live);
    harness.get_by_role_and_label(Role::ListItem, "Welcome, first-time visitors (from Our shop)");
}

#[test]
fn a_conflict_is_ended_by_taking_theirs_which_can_be_undone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let mut harness = in_conflict(folder.path(), &shop);
    press(&mut harness, "Take theirs");
    harness.run_steps(8);
    let title = |harness: &Window| harness.state().campaign().content.title.clone();
    assert_eq!(title(&harness).as_deref(), Some("Theirs"));
    let folder = harness.state().library.dir().to_owned();
    for name in harness.state().campaign().pictures() {
        assert!(folder.join(name).is_file(), "{name} is in the library");
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(title(&harness).as_deref(), Some("Mine"));
}

/// The keys of commands do nothing behind the dialog that is open.
fn no_command_behind(harness: &mut Window, dialog: &str) {
    press_every_shortcut(harness, dialog, |harness| {
        let names = harness.state().app().shelf().items().iter();
        let names: Vec<String> = names.map(|item| item.name.clone()).collect();
        (harness.state().campaign().clone(), harness.state().status(), names)
    });
}

/// A campaign that was launched, then changed here and by somebody else, with the dialog open.
fn in_conflict(folder: &Path, shop: &Shop) -> Window {
    let mut harness = window(folder);
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    let id = harness.state().campaign().id.clone();
    shop.change(&id, |document| document["content"]["title"] = "Theirs".into());
    retitle(&mut harness, "Mine");
    press(&mut harness, "Launch changes");
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Conflict);
    keep_picture(&mut harness, "launch-conflict");
    harness
        .get_all_by_role_and_label(Role::Button, "Choose…")
        .next()
        .expect("a way to the versions")
        .click();
    harness.run();
    harness
}

#[test]
fn a_refusal_is_shown_in_the_backends_words() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (url, thread) = refusing();
    let data_dir = DataDir::open(folder.path().join("publishing"), Keyring::Avoid).expect("a folder to publish from");
    let connection = Connection {
        id: "strict".to_owned(),
        name: "Strict".to_owned(),
        url,
    };
    data_dir.connections.put(connection).expect("the connection is kept");
    let token = Token::new("a-token-of-some-length").expect("a token");
    data_dir.tokens.set("strict", &token).expect("the token is kept");
    let mut harness = window(folder.path());
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    assert_eq!(harness.state().status(), Status::Refused);
    harness.get_by_label("Strict refused it");
    keep_picture(&mut harness, "launch-refused");
    // It can be tried again.
    harness.get_by_role_and_label(Role::Button, "Launch!");
    thread.join().expect("the server ends after its answer");
}

/// A server that refuses the first request, and ends.
fn refusing() -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a request");
        read_request(&mut stream);
        let body =
            r#"{"title":"Unprocessable","status":422,"detail":"Plants are out of season","hint":"Wait for spring"}"#;
        let answer = format!(
            "HTTP/1.1 422 Unprocessable Content\r\ncontent-type: application/problem+json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(answer.as_bytes()).expect("the client reads");
    });
    (url, thread)
}

/// Reads a whole request, so that the client is not cut off while it still sends.
fn read_request(stream: &mut std::net::TcpStream) {
    let (mut read, mut buffer) = (Vec::new(), [0_u8; 4096]);
    loop {
        let text = String::from_utf8_lossy(&read).into_owned();
        if let Some((head, _)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length")
                    .then(|| value.trim().parse().ok())?
            });
            if read.len() >= head.len() + 4 + length.unwrap_or(0) {
                return;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(count) => read.extend_from_slice(&buffer[..count]),
        }
    }
}

#[test]
fn a_connection_is_added_tried_edited_and_removed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let backend = backend::start({
        let mut options = backend::Options::new(folder.path().join("shop"));
        options.port = 0;
        options
    })
    .expect("a backend");
    let mut harness = window(folder.path());
    press(&mut harness, "Not connected yet, Launch starts a demo");
    fill(&mut harness, "Connection name", "Our shop");
    fill(&mut harness, "Address", "http://shop.example.com");
    harness.get_by_label_contains("travel unencrypted");
    fill(&mut harness, "Address", &backend.url());
    fill(&mut harness, "Token", "wrong-token");
    press(&mut harness, "Test connection");
    harness.run();
    harness.get_by_label_contains("does not accept the token");
    keep_picture(&mut harness, "connection-new");
    no_command_behind(&mut harness, "connection form");
    fill(&mut harness, "Token", backend.token());
    press(&mut harness, "Test connection");
    harness.run();
    harness.get_by_label("It works. No campaign is there yet.");
    press(&mut harness, "Save");
    harness.run();
    harness.get_by_label_contains("in a file that only you can read");
    harness.get_by_role_and_label(Role::RadioButton, "Our shop");
    keep_picture(&mut harness, "connections");
    no_command_behind(&mut harness, "connections");
    press(&mut harness, "Edit Our shop");
    fill(&mut harness, "Connection name", "The shop");
    press(&mut harness, "Save");
    harness.run();
    press(&mut harness, "Remove The shop");
    harness.get_by_label("Remove “The shop”?");
    press(&mut harness, "Remove");
    harness.run();
    assert!(harness.query_by_role_and_label(Role::RadioButton, "The shop").is_none());
    assert!(harness.state().data_dir.connections.list().expect("a list").is_empty());
}

#[test]
fn a_copy_is_a_draft_and_deleting_a_live_campaign_asks() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shop = Shop::open(folder.path(), 0);
    let mut harness = window(folder.path());
    press(&mut harness, "Launch!");
    harness.run_steps(8);
    let original = harness.state().campaign().clone();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run();
    let copy = harness.state().campaign().clone();
    assert_ne!(copy.id, original.id);
    assert_eq!((copy.launched_at, harness.state().status()), (None, Status::Draft));
    harness
        .get_by_role_and_label(Role::ListItem, "Welcome, first-time visitors")
        .click();
    harness.run();
    assert_eq!(to_value(harness.state().campaign()), to_value(&original));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Delete);
    harness.run();
    harness.get_by_label("Delete “Welcome, first-time visitors”?");
    keep_picture(&mut harness, "delete-live");
    no_command_behind(&mut harness, "delete");
    press(&mut harness, "Delete and take down");
    harness.run_steps(8);
    assert!(shop.live().is_empty());
    assert!(
        harness
            .query_by_role_and_label(Role::ListItem, "Welcome, first-time visitors")
            .is_none()
    );
}
