//! What is done with files when, and what follows from how it ends.

use super::*;
use crate::studio::{
    pictures::LibraryPictures,
    publishing::Published,
    session::Touched,
    shelf::Status,
    testing::{self, path},
};

#[derive(Default)]
struct Window {
    filing: Filing,
    sessions: Sessions,
    shelf: Shelf,
}

impl Window {
    /// Passes an event; returns short words for what is asked.
    fn on(&mut self, event: Event) -> Vec<String> {
        let requests = self.filing.on(event, &mut self.sessions, &mut self.shelf);
        let word = |request: Request| match request {
            Request::Create(campaign) => format!("create {}", campaign.name),
            Request::AskName(path) => format!("ask for the name of {}", named(&path)),
            Request::Duplicate(path, None) => format!("copy {}", named(&path)),
            Request::Duplicate(_, Some(known)) => format!("copy what is known of {}", known.name),
            Request::Rename(path, name) => format!("rename {} to {name}", named(&path)),
            Request::MoveFile { session, name, .. } => format!("move the file of {session} to {name}"),
            Request::Delete { name, session, .. } => match session {
                None => format!("delete {name}"),
                Some(session) => format!("delete {name}, unsaved: {}", session.unsaved),
            },
            Request::Restore(binned) => format!("restore {}", named(&binned.file)),
            Request::Import(path) => format!("import {}", named(&path)),
            Request::Bring(path) => format!("bring {}", named(&path)),
            Request::OpenFile(path) => format!("open the file {}", named(&path)),
            Request::SayBrought(count, name) => format!("say brought {count}: {name}"),
            Request::ConfirmDelete(paths) => {
                let names: Vec<String> = paths.iter().map(|path| named(path).to_string()).collect();
                format!("confirm {}", names.join(", "))
            }
            Request::Save(number) => format!("save {number}"),
            Request::Navigate(navigation::Event::Step(step)) => format!("show {step:?}"),
            Request::Navigate(_) => "show the editor".into(),
            Request::Open(opened) => format!("open {}", opened.stored.campaign.name),
            Request::Listed(path, campaign) => format!("list {} as {}", named(&path), campaign.name),
            Request::ListChanged => "list changed".into(),
            Request::OpenChanged => "refresh".into(),
            Request::OpenMoved => "remember".into(),
            Request::Gone(path) => format!("gone {}", named(&path)),
            Request::ReadBin => "bin".into(),
            Request::SayDeleted(all) => {
                let names: Vec<String> = all.into_iter().map(|(name, _)| name).collect();
                format!("say deleted {}", names.join(", "))
            }
            Request::SayImported(count) => format!("say imported {count}"),
            Request::Complain(_) => "complain".into(),
        };
        requests.into_iter().map(word).collect()
    }

    fn list(&mut self, name: &str, status: Status) {
        let pictures = LibraryPictures::new("/library");
        let mut item = Item::of_campaign(
            &path(name),
            &testing::campaign(name),
            &Touched::default(),
            &pictures,
            crate::insight::SiteContext::UNKNOWN,
            &Published::default(),
        );
        item.status = status;
        self.shelf.put(vec![item]);
    }

    fn listed(&self) -> Vec<&str> {
        self.shelf.items().iter().map(|item| item.name.as_str()).collect()
    }
}

fn named(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.trim_end_matches(".campaign.json").to_owned()
}

fn binned() -> Binned {
    Binned {
        file: path("Sale"),
        kept: "/library/bin/Sale.campaign.json".into(),
    }
}

fn stored(name: &str) -> Stored {
    testing::stored(testing::campaign(name))
}

fn opened(name: &str) -> Box<trouble::Result<Opened>> {
    Box::new(Ok(Opened::fresh(stored(name))))
}

fn failed<T>() -> trouble::Result<T> {
    Err(Trouble::BrokeOff)
}

#[test]
fn a_second_click_repeats_nothing_until_the_job_has_ended() {
    let begin: [fn() -> Event; 7] = [
        || Event::Create(Box::new(testing::campaign("Sale"))),
        || Event::Duplicate(path("Sale")),
        || Event::Rename(path("Sale"), "Winter".into()),
        || Event::Delete(vec![path("Sale")]),
        || Event::Restore(binned()),
        || Event::Import(path("Sale")),
        || Event::Bring(path("Sale")),
    ];
    let end: [fn() -> Event; 7] = [
        || Event::Made(Made::New, Box::new(failed())),
        || Event::Made(Made::Copy(path("Sale")), Box::new(failed())),
        || Event::Renamed(path("Sale"), Box::new(failed())),
        || Event::Deleted {
            path: path("Sale"),
            name: "Sale".into(),
            result: failed(),
        },
        || Event::Made(Made::Restored(binned()), Box::new(failed())),
        || Event::Imported(path("Sale"), failed()),
        || Event::Brought(path("Sale"), failed()),
    ];
    let mut window = Window::default();
    for (begin, end) in begin.iter().zip(end) {
        assert_eq!(window.on(begin()).len(), 1);
        assert!(window.on(begin()).is_empty(), "{:?}", begin());
        assert_eq!(window.on(end())[0], "complain");
        assert_eq!(window.on(begin()).len(), 1, "{:?}", begin());
        window.on(Event::BrokeOff);
        assert_eq!(window.on(begin()).len(), 1, "nothing waits for a job that panicked");
    }
}

#[test]
fn what_was_made_is_opened_where_the_user_goes_on() {
    let mut window = Window::default();
    let new = window.on(Event::Made(Made::New, opened("New")));
    assert_eq!(new, ["show Audience", "open New", "ask for the name of New"]);
    let copy = window.on(Event::Made(Made::Copy(path("Sale")), opened("Copy")));
    assert_eq!(copy, ["show the editor", "open Copy"]);
    let restored = window.on(Event::Made(Made::Restored(binned()), opened("Sale")));
    assert_eq!(restored, ["show the editor", "open Sale", "bin"]);
}

#[test]
fn an_open_campaign_is_renamed_at_once_and_its_file_follows() {
    let mut window = Window::default();
    window.list("Sale", Status::Draft);
    let number = testing::open(&mut window.sessions, testing::campaign("Sale"));
    let requests = window.on(Event::Rename(path("Sale"), "Winter".into()));
    let moved = format!("move the file of {number} to Winter");
    assert_eq!(requests, [&format!("save {number}"), &moved, "refresh"]);
    assert_eq!(window.sessions.open().expect("open").campaign().name, "Winter");
    let requests = window.on(Event::Moved(number, Ok(path("Winter"))));
    assert_eq!(requests, ["list Winter as Winter", "remember", "list changed"]);
    assert_eq!(window.sessions.open_path(), Some(path("Winter").as_path()));
    assert!(window.listed().is_empty(), "the old file is not listed any more");
}

#[test]
fn a_file_that_cannot_be_moved_keeps_its_name() {
    let mut window = Window::default();
    window.list("Sale", Status::Draft);
    let number = testing::open(&mut window.sessions, testing::campaign("Sale"));
    let error = LibraryError::new("rename", Path::new("Sale"), std::io::ErrorKind::PermissionDenied.into());
    assert!(window.on(Event::Moved(number, Err(error))).is_empty());
    assert_eq!(window.listed(), ["Sale"]);
}

#[test]
fn a_closed_campaign_is_renamed_by_its_file() {
    let mut window = Window::default();
    window.list("Sale", Status::Draft);
    let asked = window.on(Event::Rename(path("Sale"), "Winter".into()));
    assert_eq!(asked, ["rename Sale to Winter"]);
    let requests = window.on(Event::Renamed(path("Sale"), Box::new(Ok(stored("Winter")))));
    assert_eq!(requests, ["list changed", "list Winter as Winter"]);
    assert!(window.listed().is_empty());
}

#[test]
fn what_is_at_a_backend_is_deleted_after_a_question() {
    let mut window = Window::default();
    for status in [
        Status::Live,
        Status::Changed,
        Status::Paused,
        Status::Waiting,
        Status::Conflict,
    ] {
        window.list("Sale", status);
        assert_eq!(
            window.on(Event::Delete(vec![path("Sale")])),
            ["confirm Sale"],
            "{status:?}"
        );
    }
    assert_eq!(window.on(Event::DeleteConfirmed(vec![path("Sale")])), ["delete Sale"]);
    for status in [Status::Draft, Status::Failing, Status::Broken, Status::Refused] {
        window.on(Event::BrokeOff);
        window.list("Sale", status);
        assert_eq!(
            window.on(Event::Delete(vec![path("Sale")])),
            ["delete Sale"],
            "{status:?}"
        );
    }
}

#[test]
fn the_newest_edits_go_into_the_bin() {
    let mut window = Window::default();
    window.list("Sale", Status::Draft);
    testing::open(&mut window.sessions, testing::campaign("Sale"));
    let session = window.sessions.open_mut().expect("open");
    session.step("edit-rename", |campaign| campaign.name.push('!'));
    assert_eq!(
        window.on(Event::Delete(vec![path("Sale")])),
        ["delete Sale, unsaved: true"]
    );
    let deleted = window.on(Event::Deleted {
        path: path("Sale"),
        name: "Sale".into(),
        result: Ok(binned()),
    });
    assert_eq!(deleted, ["gone Sale", "say deleted Sale", "bin"]);
}

#[test]
fn what_is_deleted_together_is_told_together() {
    let mut window = Window::default();
    for (name, status) in [("A", Status::Draft), ("B", Status::Draft), ("C", Status::Live)] {
        window.list(name, status);
    }
    let all = || vec![path("A"), path("B"), path("C")];
    assert_eq!(window.on(Event::Delete(all())), ["confirm A, B, C"]);
    assert_eq!(
        window.on(Event::DeleteConfirmed(all())),
        ["delete A", "delete B", "delete C"]
    );
    assert!(
        window.on(Event::DeleteConfirmed(all())).is_empty(),
        "they are being deleted"
    );
    let ended = |window: &mut Window, name: &str, result| {
        window.on(Event::Deleted {
            path: path(name),
            name: name.into(),
            result,
        })
    };
    assert_eq!(ended(&mut window, "B", Ok(binned())), ["gone B"]);
    assert_eq!(ended(&mut window, "A", failed()), ["complain"]);
    assert_eq!(
        ended(&mut window, "C", Ok(binned())),
        ["gone C", "say deleted B, C", "bin"]
    );
    // What broke off is told as far as it got.
    window.on(Event::DeleteConfirmed(all()));
    ended(&mut window, "A", Ok(binned()));
    assert_eq!(window.on(Event::BrokeOff), ["say deleted A", "bin"]);
    // The others go on, and each has its own message.
    assert_eq!(
        ended(&mut window, "B", Ok(binned())),
        ["gone B", "say deleted B", "bin"]
    );
}

#[test]
fn of_several_that_are_brought_back_the_last_is_opened() {
    let mut window = Window::default();
    let other = Binned {
        kept: "/bin/other".into(),
        ..binned()
    };
    for binned in [binned(), other.clone()] {
        window.on(Event::Restore(binned));
    }
    let made = |window: &mut Window, binned, name| window.on(Event::Made(Made::Restored(binned), opened(name)));
    assert_eq!(made(&mut window, binned(), "A"), ["list A as A", "list changed"]);
    assert_eq!(made(&mut window, other, "B"), ["show the editor", "open B", "bin"]);
}

#[test]
fn a_copy_has_the_edits_that_are_not_saved() {
    let mut window = Window::default();
    testing::open(&mut window.sessions, testing::campaign("Sale"));
    assert_eq!(
        window.on(Event::Duplicate(path("Sale"))),
        ["copy what is known of Sale"]
    );
    assert_eq!(window.on(Event::Duplicate(path("Other"))), ["copy Other"]);
}

#[test]
fn the_first_of_the_imported_campaigns_is_opened() {
    let mut window = Window::default();
    let imported = window.on(Event::Imported(path("Bundle"), Ok(vec![stored("A"), stored("B")])));
    let listed = [
        "list A as A",
        "list B as B",
        "show the editor",
        "open A",
        "say imported 2",
    ];
    assert_eq!(imported, listed);
    let nothing = window.on(Event::Imported(path("Bundle"), Ok(Vec::new())));
    assert_eq!(nothing, ["say imported 0"]);
}

#[test]
fn a_file_from_elsewhere_is_opened_as_a_copy_or_as_the_one_that_is_there() {
    let mut window = Window::default();
    assert_eq!(window.on(Event::Bring(path("Spring"))), ["bring Spring"]);
    let copied = Brought::Copied(vec![stored("Spring")]);
    assert_eq!(
        window.on(Event::Brought(path("Spring"), Ok(copied))),
        [
            "list Spring as Spring",
            "show the editor",
            "open Spring",
            "say brought 1: Spring"
        ]
    );
    let there = Brought::Already(path("Spring"));
    assert_eq!(
        window.on(Event::Brought(path("Spring"), Ok(there))),
        ["show the editor", "open the file Spring"]
    );
}
