//! Which campaign is shown when, depending on what is asked for and what is read.

use super::*;
use crate::{
    library::{LibraryError, Stored},
    studio::testing::{self, now},
};

/// A window with its sessions.
#[derive(Default)]
struct Window {
    opening: Opening<&'static str>,
    sessions: Sessions,
    /// What was asked to be read, oldest first.
    asked: Vec<Ticket>,
}

impl Window {
    /// Passes an event; returns short words for what is asked.
    fn on(&mut self, event: Event<&'static str>) -> Vec<String> {
        let requests = self.opening.on(event, &mut self.sessions, now());
        let word = |request: Request<&'static str>| match request {
            Request::Read(ticket) => {
                let word = format!("read {}", ticket.path.display());
                self.asked.push(ticket);
                word
            }
            Request::KeepVersions(_, versions) => format!("keep {} versions", versions.len()),
            Request::Left(number) => format!("left {number}"),
            Request::Shown => "shown".into(),
            Request::Look(number) => format!("look {number}"),
            Request::Save(number) => format!("save {number}"),
            Request::Do(then) => then.into(),
            Request::Missing(path) => format!("missing {}", path.display()),
            Request::Complain(_) => "complain".into(),
        };
        requests.into_iter().map(word).collect()
    }

    fn want(&mut self, name: &str) -> Vec<String> {
        self.on(Event::Wanted(testing::path(name), None))
    }

    /// The disk answers the request of this number, counted from 0, with a campaign.
    fn reads(&mut self, request: usize) -> Vec<String> {
        let ticket = self.asked[request].clone();
        let name = ticket.path.file_name().expect("a name").to_string_lossy().into_owned();
        let name = name.trim_end_matches(".campaign.json").to_owned();
        self.on(Event::Read(ticket, Ok(Box::new(opened(&name)))))
    }

    fn fails(&mut self, request: usize, kind: std::io::ErrorKind) -> Vec<String> {
        let ticket = self.asked[request].clone();
        let error = LibraryError::new("open", &ticket.path, kind.into());
        self.on(Event::Read(ticket, Err(error.into())))
    }

    fn open(&self) -> Option<String> {
        self.sessions.open().map(|session| session.campaign().name.clone())
    }

    fn edit(&mut self) {
        let session = self.sessions.open_mut().expect("an open campaign");
        session.step("edit-rename", |campaign| campaign.name.push('!'));
    }
}

fn opened(name: &str) -> Opened {
    Opened::fresh(stored(name))
}

fn stored(name: &str) -> Stored {
    testing::stored(testing::campaign(name))
}

#[test]
fn the_newest_campaign_that_was_asked_for_is_opened() {
    let mut window = Window::default();
    assert_eq!(window.want("A"), ["read /library/A.campaign.json"]);
    assert_eq!(window.want("B"), ["read /library/B.campaign.json"]);
    assert_eq!(window.opening.path(), Some(testing::path("B").as_path()));
    assert!(window.reads(0).is_empty(), "nobody wants it any more");
    assert_eq!(window.reads(1), ["shown"]);
    assert_eq!((window.open(), window.opening.path()), (Some("B".into()), None));
}

#[test]
fn the_same_campaign_asked_for_twice_is_opened_once_with_what_was_wanted_last() {
    let mut window = Window::default();
    window.on(Event::Wanted(testing::path("A"), Some("versions")));
    window.on(Event::Wanted(testing::path("A"), Some("test")));
    assert!(window.reads(0).is_empty());
    assert_eq!(window.reads(1), ["shown", "test"]);
}

#[test]
fn what_is_open_stays_until_the_next_one_is_there_and_is_left_with_its_edits() {
    let mut window = Window::default();
    window.want("A");
    window.reads(0);
    window.edit();
    window.want("B");
    assert_eq!(window.open().as_deref(), Some("A!"));
    assert_eq!(window.reads(1), ["keep 2 versions", "left 1", "shown"]);
    let back = window.on(Event::Wanted(testing::path("A"), Some("go")));
    assert_eq!(back, ["left 2", "shown", "look 1", "go"], "without reading it again");
    assert_eq!(window.open().as_deref(), Some("A!"));
    assert!(window.sessions.open().is_some_and(Session::is_unsaved));
}

#[test]
fn returning_to_what_is_open_cancels_what_was_being_opened() {
    let mut window = Window::default();
    window.want("A");
    window.reads(0);
    window.want("B");
    assert_eq!(window.on(Event::Wanted(testing::path("A"), Some("go"))), ["go"]);
    assert!(window.reads(1).is_empty());
    assert_eq!(window.open().as_deref(), Some("A"));
}

#[test]
fn what_was_made_meanwhile_is_shown_instead() {
    let mut window = Window::default();
    window.on(Event::Wanted(testing::path("A"), Some("go")));
    assert_eq!(window.on(Event::Made(Box::new(opened("New")))), ["shown"]);
    assert!(window.reads(0).is_empty());
    assert_eq!(window.open().as_deref(), Some("New"));
}

#[test]
fn a_campaign_that_cannot_be_read_leaves_what_is_open() {
    let mut window = Window::default();
    window.want("A");
    window.reads(0);
    window.want("B");
    let missing = ["missing /library/B.campaign.json", "complain"];
    assert_eq!(window.fails(1, std::io::ErrorKind::NotFound), missing);
    window.want("B");
    let listed = window.fails(2, std::io::ErrorKind::PermissionDenied);
    assert_eq!(listed, ["complain"], "it is still there");
    window.want("B");
    assert!(window.on(Event::BrokeOff).is_empty());
    assert_eq!((window.open(), window.opening.path()), (Some("A".into()), None));
    assert_eq!(window.want("B").len(), 1, "it may be asked for again");
}

#[test]
fn the_first_of_the_list_is_opened_only_when_nothing_else_is() {
    let first = || Event::Listed(Some(testing::path("First")));
    let mut window = Window::default();
    assert!(window.on(Event::Listed(None)).is_empty());
    window.want("A");
    assert!(window.on(first()).is_empty(), "something is being opened");
    window.reads(0);
    assert!(window.on(first()).is_empty(), "something is open");
    let mut window = Window::default();
    assert_eq!(window.on(first()), ["read /library/First.campaign.json"]);
}

#[test]
fn a_file_that_is_gone_makes_room_for_its_neighbour() {
    let gone = |name: &str| Event::Gone(testing::path(name), Some(testing::path("C")));
    let mut window = Window::default();
    for (number, name) in ["A", "B"].iter().enumerate() {
        window.want(name);
        window.reads(number);
    }
    assert!(window.on(gone("A")).is_empty(), "it was not shown");
    assert_eq!(window.on(gone("B")), ["read /library/C.campaign.json"]);
    assert_eq!(window.open(), None, "a file that is gone is not shown meanwhile");
    window.on(Event::Gone(testing::path("C"), None));
    assert_eq!(
        window.want("A"),
        ["read /library/A.campaign.json"],
        "nothing is remembered of it"
    );
}

#[test]
fn drafts_that_were_not_saved_come_back_as_edits() {
    let mut window = Window::default();
    window.want("A");
    window.reads(0);
    let drafts = ["A", "B"].map(|name| Recovered {
        opened: opened(name),
        draft: testing::campaign(&format!("{name} draft")),
    });
    let requests = window.on(Event::Recovered(drafts.into()));
    assert_eq!(
        requests,
        ["shown", "save 2", "keep 2 versions", "left 2", "shown", "save 3"]
    );
    let names: Vec<&str> = window.sessions.all().map(|one| one.campaign().name.as_str()).collect();
    assert_eq!(names, ["B draft", "A draft"], "the one that was open is replaced");
    assert!(window.sessions.all().all(Session::is_unsaved));
}

#[test]
fn an_editing_session_ends_once_with_its_first_and_its_last_state() {
    let mut window = Window::default();
    window.want("A");
    window.reads(0);
    assert!(window.on(Event::EditingEnded).is_empty(), "nothing was edited");
    window.edit();
    assert_eq!(window.on(Event::EditingEnded), ["keep 2 versions"]);
    assert!(window.on(Event::EditingEnded).is_empty());
}
