//! What a batch changes where, and how it is taken back.

use std::path::Path;

use super::*;
use crate::{
    campaign::{Campaign, Condition, Field, Node, Operator},
    library::{Library, Stored},
    studio::{publishing::Published, testing},
};

const OLD: &str = "https://old.example.com/";
const NEW: &str = "https://new.example.com/";

struct Window {
    _folder: tempfile::TempDir,
    library: Library,
    batches: Batches,
    sessions: Sessions,
    shelf: Shelf,
    said: Vec<Outcome>,
    complaints: usize,
}

impl Window {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let library = Library::open_with_rescue(folder.path().join("library"), None).expect("a library");
        Self {
            _folder: folder,
            library,
            batches: Batches::default(),
            sessions: Sessions::default(),
            shelf: Shelf::default(),
            said: Vec::new(),
            complaints: 0,
        }
    }

    fn make(&self, name: &str) -> Stored {
        let mut campaign = testing::campaign(name);
        campaign.id = crate::clock::new_id().to_string();
        let asks = Condition::new(Field::CurrentPageUrl, Operator::Equals, OLD);
        campaign.audience.children = vec![Node::Condition(asks)];
        self.library.create(campaign).expect("a file")
    }

    fn open(&mut self, stored: Stored) {
        self.sessions.leave();
        let session = self
            .sessions
            .begin(crate::studio::file_work::Opened::fresh(stored), testing::now());
        self.sessions.show(session, testing::now());
    }

    /// Passes an event, and does what is asked until nothing is.
    fn on(&mut self, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for request in self.batches.on(event, &mut self.sessions, &mut self.shelf) {
                match request {
                    Request::Write(what, direction, files) => {
                        let published = Published::default();
                        let how = (what, direction);
                        let written = change_files(&self.library, &files, how, testing::now(), &published);
                        events.push(Event::Written(written));
                    }
                    Request::Say(outcome) => self.said.push(outcome),
                    Request::Complain(_) => self.complaints += 1,
                    Request::Save(_) | Request::Changed(_) | Request::Look(_) | Request::ListChanged => {}
                }
            }
        }
    }

    fn want(&mut self, files: &[&Path]) {
        let changes = |path: &&Path| FileChanges {
            path: path.to_path_buf(),
            changes: vec![Change::Address {
                place: "/audience/all/0/value".to_owned(),
                before: OLD.to_owned(),
                after: NEW.to_owned(),
            }],
        };
        self.on(Event::Wanted(What::Addresses, files.iter().map(changes).collect()));
    }

    fn walk(&mut self, direction: Direction) {
        let (number, _) = self.batches.next(direction, &self.sessions).expect("a batch");
        self.on(Event::Walk(direction, number));
    }

    fn last(&self) -> (usize, usize, usize) {
        let last = self.said.last().expect("something is said");
        (last.campaigns, last.changes, last.passed_over)
    }
}

fn address(campaign: &Campaign) -> String {
    campaign.addresses()[0].text.clone()
}

fn address_in(path: &Path) -> String {
    address(&Library::load(path).expect("a campaign").campaign)
}

#[test]
fn open_and_closed_campaigns_change_together_and_are_taken_back_and_made_again() {
    let mut window = Window::new();
    let made: Vec<Stored> = (0..60).map(|number| window.make(&format!("Closed {number}"))).collect();
    let open = window.make("Open");
    let mut paths: Vec<&Path> = made.iter().map(|stored| stored.tag.path.as_path()).collect();
    let open_path = open.tag.path.clone();
    paths.push(&open_path);
    window.open(open);
    window.want(&paths);
    assert_eq!(window.last(), (61, 61, 0));
    assert!(made.iter().all(|stored| address_in(&stored.tag.path) == NEW));
    let session = |window: &Window| address(window.sessions.open().expect("open").campaign());
    assert_eq!(session(&window), NEW);
    assert_eq!(window.batches.next(Direction::Redo, &window.sessions), None);

    window.walk(Direction::Undo);
    assert!(made.iter().all(|stored| address_in(&stored.tag.path) == OLD));
    assert_eq!(session(&window), OLD);
    let open = window.sessions.open().expect("open");
    assert_eq!(
        (open.undo_name(), open.redo_name()),
        (None, Some("edit-replace-address"))
    );
    let record = window
        .library
        .read_history(&made[0].tag.path, &made[0].campaign.id, testing::now());
    let record = record.expect("the file keeps its history");
    assert_eq!(
        (record.past.len(), record.future.len()),
        (0, 1),
        "as if it had been undone there"
    );

    window.walk(Direction::Redo);
    assert!(made.iter().all(|stored| address_in(&stored.tag.path) == NEW));
    assert_eq!(session(&window), NEW);
    assert_eq!(window.said.len(), 3);
    let versions = window.library.versions(&made[0].tag.path, &made[0].campaign.id);
    assert!(versions.iter().any(|version| address(&version.campaign) == OLD));
}

#[test]
fn every_failure_counts_and_none_comes_back_as_unsaved_work() {
    let mut window = Window::new();
    let made: Vec<Stored> = (0..3).map(|number| window.make(&format!("Closed {number}"))).collect();
    let paths: Vec<&Path> = made.iter().map(|stored| stored.tag.path.as_path()).collect();
    for path in &paths[..2] {
        std::fs::remove_file(path).expect("removed");
        std::fs::create_dir(path).expect("something that is no campaign");
    }
    window.want(&paths);
    assert_eq!(window.last(), (1, 1, 0));
    let last = window.said.last().expect("something is said");
    assert_eq!((last.failed, window.complaints), (2, 1));
    assert!(window.library.recovery().pending().is_empty());
}

#[test]
fn what_was_changed_meanwhile_stays_as_it_is() {
    let mut window = Window::new();
    let (same, changed, edited) = (window.make("Same"), window.make("Changed"), window.make("Edited"));
    let mut theirs = changed.campaign.clone();
    theirs.replace_address("/audience/all/0/value", OLD, "https://theirs.example.com/");
    std::fs::write(&changed.tag.path, crate::campaign::to_json(&theirs)).expect("written");
    // Another place of the file may change: that is kept.
    let mut renamed = same.campaign.clone();
    renamed.content.title = Some("Theirs".to_owned());
    std::fs::write(&same.tag.path, crate::campaign::to_json(&renamed)).expect("written");
    let paths = [&same, &changed, &edited].map(|stored| stored.tag.path.clone());
    window.want(&[&paths[0], &paths[1], &paths[2]]);
    assert_eq!(window.last(), (2, 2, 1));
    assert_eq!(address_in(&paths[1]), "https://theirs.example.com/");
    let same = Library::load(&paths[0]).expect("a campaign").campaign;
    assert_eq!(
        (address(&same).as_str(), same.content.title.as_deref()),
        (NEW, Some("Theirs"))
    );

    // Opened and changed since: an undo of that comes first, and taking the batch back by its message leaves it alone.
    window.open(edited);
    let session = window.sessions.open_mut().expect("open");
    session.take_outside(Library::load(&paths[2]).expect("a campaign"));
    session.step("edit-value", |campaign| {
        campaign.replace_address("/audience/all/0/value", NEW, "https://mine.example.com/")
    });
    assert_eq!(window.batches.next(Direction::Undo, &window.sessions), None);
    let number = window.said[0].number;
    window.on(Event::Walk(Direction::Undo, number));
    assert_eq!(window.last(), (1, 1, 1));
    assert_eq!(
        address(window.sessions.open().expect("open").campaign()),
        "https://mine.example.com/"
    );
}

#[test]
fn batches_follow_each_other_and_a_job_that_breaks_off_holds_up_none() {
    let mut window = Window::new();
    let stored = window.make("One");
    let files = vec![FileChanges {
        path: stored.tag.path.clone(),
        changes: Vec::new(),
    }];
    let asked = |window: &mut Window, event| {
        let requests = window.batches.on(event, &mut window.sessions, &mut window.shelf);
        let says = |request: &Request| match request {
            Request::Write(..) => "write",
            Request::Say(_) => "say",
            _ => "other",
        };
        requests.iter().map(says).collect::<Vec<_>>()
    };
    assert_eq!(
        asked(&mut window, Event::Wanted(What::Addresses, files.clone())),
        ["write"]
    );
    assert!(asked(&mut window, Event::Wanted(What::Addresses, files)).is_empty());
    assert_eq!(asked(&mut window, Event::BrokeOff), ["say", "write"]);
    assert_eq!(asked(&mut window, Event::Written(Vec::new())), ["say"]);
    assert_eq!(
        window.batches.next(Direction::Undo, &window.sessions),
        Some((2, What::Addresses))
    );
    assert!(asked(&mut window, Event::Passed).is_empty());
    assert_eq!(window.batches.next(Direction::Undo, &window.sessions), None);
}
