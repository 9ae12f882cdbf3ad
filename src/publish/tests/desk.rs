//! What publishing keeps on the disk: connections, tokens, the outbox, the ledger.

use std::fs;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::campaign::{Campaign, from_json};
use crate::publish::{
    Connection, ConnectionError, DataDir, Document, Entry, EntryKey, Intention, Kept, Keyring, Launch, Operation,
    Queue, SendError, Standing, Subject, Token, check_address, is_same_server, standing,
};

pub(super) fn data_dir() -> (tempfile::TempDir, DataDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let data_dir = DataDir::open(folder.path().join("data_dir"), Keyring::Avoid).expect("opened");
    (folder, data_dir)
}

pub(super) fn connection(id: &str, name: &str, url: &str) -> Connection {
    Connection {
        id: id.into(),
        name: name.into(),
        url: url.into(),
    }
}

pub(super) fn operation(number: u128, campaign: &str, operation: Operation) -> Intention {
    let at: DateTime<Utc> = "2026-11-23T10:00:00.5Z".parse().expect("an instant");
    Intention {
        id: Uuid::from_u128(number),
        library: "drafts".into(),
        connection: "here".into(),
        subject: Subject::campaign(campaign),
        name: "Hello".into(),
        at,
        operation,
    }
}

fn key(campaign: &str) -> EntryKey {
    EntryKey::new("drafts", "here", campaign)
}

fn entry(campaign: &str, name: &str) -> Entry {
    Entry::new(&key(campaign), name)
}

fn draft(more: &str) -> Campaign {
    let text = format!(
        r#"{{ "format": "beckon.campaign", "version": 1, "id": "a", "audience": {{ "all": [
             {{ "field": "visits", "operator": "equals", "value": 3, "muted": true }} ] }}, "activity": {{ "join": "and", "conditions": [] }}, "x-own": {{ "b": 1, "a": 2 }},
             "content": {{ "type": "rich", "title": "T" {more} }} }}"#
    );
    from_json(text.as_bytes()).expect("a campaign")
}

#[test]
fn addresses_are_held_to_what_a_backend_can_have() {
    for (text, url, unencrypted) in [
        ("https://example.com", "https://example.com/", false),
        (" HTTPS://Example.com/beckon ", "https://example.com/beckon/", false),
        ("http://localhost:8080", "http://localhost:8080/", false),
        ("http://127.0.0.1:1/", "http://127.0.0.1:1/", false),
        ("http://[::1]:1", "http://[::1]:1/", false),
        ("http://shop.localhost/", "http://shop.localhost/", false),
        ("http://example.com/", "http://example.com/", true),
        ("http://192.168.1.7:8080/", "http://192.168.1.7:8080/", true),
        ("http://localhost.example.com/", "http://localhost.example.com/", true),
    ] {
        let address = check_address(text).expect(text);
        assert_eq!((address.url.as_str(), address.unencrypted), (url, unencrypted));
    }
    for text in [
        "",
        "example.com",
        "localhost:8080",
        "ftp://example.com",
        "file:///etc",
        "https://",
        "https://u@example.com",
        "https://u:p@example.com",
        "https://example.com/?a=b",
        "https://example.com/#a",
        "javascript:alert(1)",
    ] {
        let error = check_address(text).expect_err(text);
        assert!(!error.to_string().is_empty() && error.hint().len() > 10, "{text}");
        assert!(!error.to_string().contains("u:p"), "{text}");
    }
}

#[test]
fn a_token_is_for_one_server() {
    for (one, other, same) in [
        ("https://a.example/", " https://A.example:443/beckon/", true),
        ("https://a.example/", "http://a.example/", false),
        ("https://a.example/", "https://a.example:8443/", false),
        ("https://a.example/", "https://b.example/", false),
        ("", "", false),
    ] {
        assert_eq!(is_same_server(one, other), same, "{one} {other}");
    }
}

#[test]
fn connections_come_back_and_keep_what_others_wrote() {
    let (folder, data_dir) = data_dir();
    let connections = &data_dir.connections;
    assert_eq!(connections.list().expect("none"), []);
    let staging = connections
        .put(connection("one", " Staging ", "https://s.example.com"))
        .expect("kept");
    assert_eq!(
        (staging.name.as_str(), staging.url.as_str()),
        ("Staging", "https://s.example.com/")
    );
    let file = folder.path().join("data_dir/connections.json");
    let text = fs::read_to_string(&file)
        .expect("there")
        .replace("\"id\": \"one\"", "\"id\": \"one\", \"color\": \"red\"");
    fs::write(&file, text).expect("written");
    connections
        .put(connection("two", "Shop", "https://example.com"))
        .expect("kept");
    connections
        .put(connection("one", "Test", "https://t.example.com"))
        .expect("changed");
    assert!(fs::read_to_string(&file).expect("there").contains("\"color\": \"red\""));
    for meant in ["test", "https://T.example.com"] {
        assert_eq!(
            connections.find(meant).expect("read").expect("found").id,
            "one",
            "{meant}"
        );
    }
    assert_eq!(connections.find("else").expect("read"), None);
    for wrong in [
        connection("three", "shop", "https://x.example.com"),
        connection("three", " ", "https://x.example.com"),
    ] {
        assert!(matches!(connections.put(wrong), Err(ConnectionError::Name)));
    }
    let climbing = connections.put(connection("../x", "X", "https://x.example.com"));
    assert!(matches!(climbing, Err(ConnectionError::Identity(_))));
    connections.remove("one").expect("removed");
    assert_eq!(connections.list().expect("read").len(), 1);
    fs::write(&file, "{}").expect("written");
    assert!(matches!(connections.list(), Err(ConnectionError::Damaged { .. })));
    let refused = connections.put(connection("three", "X", "https://x.example.com"));
    assert!(refused.is_err(), "what cannot be read is not replaced");
}

#[test]
fn tokens_are_for_their_user_alone() {
    let (folder, data_dir) = data_dir();
    let token = Token::new(" s3cret ").expect("a token");
    assert_eq!(format!("{token:?}"), "Token(…)");
    assert_eq!(data_dir.tokens.get("here").expect("read"), None);
    assert_eq!(data_dir.tokens.set("here", &token).expect("kept"), Kept::File);
    assert_eq!(data_dir.tokens.get("here").expect("read"), Some((token, Kept::File)));
    let file = folder.path().join("data_dir/tokens/here.token");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
    }
    assert!(
        data_dir
            .tokens
            .set("../here", &Token::new("x").expect("a token"))
            .is_err()
    );
    data_dir.tokens.forget("here").expect("gone");
    assert!(!file.exists());
    data_dir.tokens.forget("here").expect("gone already");
    for text in ["", "  ", "two words", "a\nb", "schlüssel"] {
        assert_eq!(Token::new(text), None, "{text}");
    }
    assert_eq!(Token::new(&"x".repeat(5000)), None);
}

#[test]
fn the_outbox_keeps_order_and_puts_aside_what_is_damaged() {
    let (folder, data_dir) = data_dir();
    for number in [7, 3, 5, 1] {
        data_dir
            .outbox
            .add(&operation(number, "a", Operation::Pause))
            .expect("added");
    }
    let ids = |queue: &Queue| {
        queue
            .waiting
            .iter()
            .map(|queued| queued.id.as_u128())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&data_dir.outbox.queue().expect("listed")), [7, 3, 5, 1]);
    let paths = data_dir.outbox.paths().expect("listed");
    fs::write(&paths[0], "{ \"format\": \"beckon.inten").expect("written");
    let newer = fs::read_to_string(&paths[1])
        .expect("read")
        .replace("\"version\":1", "\"version\":9");
    fs::write(&paths[1], newer).expect("written");
    fs::write(folder.path().join("data_dir/outbox/notes.txt"), "mine").expect("written");
    let queue = data_dir.outbox.queue().expect("listed");
    assert_eq!(ids(&queue), [5, 1]);
    assert!(
        matches!(&queue.troubles[..], [SendError::PutAside(_), SendError::Newer(_)]),
        "{:?}",
        queue.troubles
    );
    assert_eq!(data_dir.outbox.put_aside().len(), 1);
    assert_eq!(data_dir.outbox.queue().expect("listed").troubles.len(), 1);
    // Later operations go to the end, whatever has left the queue.
    data_dir.outbox.remove(&paths[3]).expect("removed");
    data_dir
        .outbox
        .add(&operation(2, "a", Operation::TakeDown))
        .expect("added");
    assert_eq!(ids(&data_dir.outbox.queue().expect("listed")), [5, 2]);
}

#[test]
fn a_operation_is_what_it_was_at_the_click() {
    let (folder, data_dir) = data_dir();
    let mut pixels = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(4, 2)
        .write_to(&mut pixels, image::ImageFormat::Png)
        .expect("encoded");
    fs::create_dir_all(folder.path().join("images")).expect("made");
    fs::write(folder.path().join("images/a.png"), pixels.get_ref()).expect("written");
    let campaign = draft(r#", "image": "images/a.png", "y": [1] "#);
    let launch = Launch::of(&campaign, folder.path()).expect("prepared");
    let name = launch.document.content.image.clone().expect("a picture");
    assert!(name.len() == "images/.png".len() + 64 && launch.renamed["images/a.png"] == name);
    assert!(
        launch.inlined()["content"]["image"]
            .as_str()
            .is_some_and(|url| url.starts_with("data:image/png;base64,"))
    );
    let intention = operation(1, "a", Operation::Launch(Box::new(launch)));
    data_dir.outbox.add(&intention).expect("added");
    fs::remove_dir_all(folder.path().join("images")).expect("removed");
    let path = &data_dir.outbox.paths().expect("listed")[0];
    assert_eq!(data_dir.outbox.load(path).expect("read"), Some(intention));
    assert!(Launch::of(&campaign, folder.path()).is_err());
}

#[test]
fn a_difference_that_no_visitor_could_notice_is_none() {
    let (folder, data_dir) = data_dir();
    let launched = draft("");
    let launch = Launch::of(&launched, folder.path()).expect("prepared");
    let mut entry = entry("a", "Hello");
    entry.live = Some(Document::Campaign(Box::new(launch.document)));
    entry.status = Some(super::super::Status::Live);
    data_dir.ledger.put(&entry).expect("written");
    let entry = data_dir.ledger.get(&key("a")).expect("read").expect("there");
    let mut edited = launched.clone();
    edited.audience.children.clear();
    edited.launched_at = Some("2026-11-23T10:00:00Z".into());
    edited.expectations.push(crate::campaign::Expectation::default());
    assert_eq!(standing(&edited, "drafts", "here", Some(&entry), &[]), Standing::Live);
    assert_eq!(standing(&edited, "drafts", "here", None, &[]), Standing::Draft);
    edited.content.title = Some("Other".into());
    assert_eq!(
        standing(&edited, "drafts", "here", Some(&entry), &[]),
        Standing::ChangedSinceLaunch
    );
}

#[test]
fn one_process_at_a_time_holds_the_lock() {
    let (_folder, data_dir) = data_dir();
    let lock = data_dir.try_lock("here").expect("locked").expect("free");
    assert!(data_dir.try_lock("here").expect("asked").is_none());
    drop(lock);
    assert!(data_dir.try_lock("here").expect("asked").is_some());
}

#[test]
fn a_damaged_page_of_the_ledger_counts_as_none() {
    let (folder, data_dir) = data_dir();
    let entry = entry("Ä/../b", "Hello");
    data_dir.ledger.put(&entry).expect("written");
    assert_eq!(data_dir.ledger.get(&key("Ä/../b")).expect("read"), Some(entry));
    let page = fs::read_dir(folder.path().join("data_dir/ledger/drafts/here"))
        .expect("listed")
        .next()
        .expect("one")
        .expect("one")
        .path();
    fs::write(&page, "{").expect("written");
    assert_eq!(data_dir.ledger.get(&key("Ä/../b")).expect("read"), None);
    assert!(data_dir.ledger.of_connection("drafts", "here").is_empty());
}

#[test]
fn what_a_crash_left_half_written_goes_when_it_is_old() {
    let (folder, data_dir) = data_dir();
    data_dir.ledger.put(&entry("a", "A")).expect("written");
    let left = |place: &str, age: u64| {
        let path = folder.path().join("data_dir").join(place);
        let file = fs::File::create(&path).expect("made");
        let at = std::time::SystemTime::from(crate::clock::now()) - std::time::Duration::from_secs(age);
        file.set_modified(at).expect("dated");
        path
    };
    let old = [
        left("outbox/.beckon-a.tmp", 90_000),
        left("ledger/drafts/here/.beckon-b.tmp", 90_000),
    ];
    let young = left("outbox/.beckon-c.tmp", 10);
    DataDir::open(folder.path().join("data_dir"), Keyring::Avoid).expect("opened");
    assert!(old.iter().all(|path| !path.exists()) && young.exists());
    assert!(data_dir.ledger.get(&key("a")).expect("read").is_some());
}
