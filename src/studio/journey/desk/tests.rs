//! What is read, played and kept when.

use super::*;
use crate::{
    library::LibraryError,
    studio::{journey::starts, sessions::Sessions, testing},
    visitor::Visitor,
};

/// A window on one campaign, in which the journey is shown.
struct Window {
    sessions: Sessions,
    shelf: Shelf,
    simulated: SimulatedVisitor,
    desk: JourneyDesk,
}

impl Window {
    fn new() -> Self {
        let mut sessions = Sessions::default();
        testing::open(&mut sessions, testing::campaign("A"));
        let simulated = SimulatedVisitor::own(Visitor::default(), testing::now());
        let mut desk = JourneyDesk::new(&simulated);
        desk.shown = true;
        Self {
            sessions,
            shelf: Shelf::default(),
            simulated,
            desk,
        }
    }

    fn on(&mut self, event: Event) -> Vec<Request> {
        let present = Present {
            session: self.sessions.open(),
            shelf: &self.shelf,
            simulated: &self.simulated,
            site: &SiteRules::default(),
        };
        self.desk.on(event, present)
    }

    /// A frame at this time, with what it plays at once; the names of what it asks.
    fn frame(&mut self, now: f64) -> Vec<String> {
        let requests = self.on(Event::Frame(now));
        requests.iter().map(name).collect()
    }

    /// The frames until the journey was played.
    fn settle(&mut self) {
        for request in self.on(Event::Frame(0.0)) {
            match request {
                Request::ReadMembers(number) => drop(self.on(Event::MembersRead(number, Vec::new()))),
                Request::ReadLast => drop(self.on(Event::LastRead(None))),
                Request::Play(play) => drop(self.on(Event::Played(Box::new(play.play())))),
                other => panic!("{other:?}"),
            }
        }
        for request in self.on(Event::Frame(0.0)) {
            let Request::Play(play) = request else {
                panic!("{request:?}")
            };
            self.on(Event::Played(Box::new(play.play())));
        }
        assert_eq!(self.frame(0.0), Vec::<String>::new());
    }

    fn change(&mut self) {
        self.desk.change("journey-step-edit", &self.simulated, |timeline| {
            timeline.move_to(0, 7.0)
        });
    }
}

fn name(request: &Request) -> String {
    match request {
        Request::ReadLast => "last".into(),
        Request::ReadMembers(number) => format!("members {number}"),
        Request::Play(_) => "play".into(),
        Request::Keep(_) => "keep".into(),
        Request::Read { last_first, .. } => format!("read, last first {last_first}"),
        Request::Write { known, .. } => format!("write, known {}", known.is_some()),
        Request::AskWhere => "where".into(),
        Request::AskAgain(_) => "where else".into(),
        Request::Take(_) => "take".into(),
        Request::SayReplaced => "say replaced".into(),
        Request::SaySaved(path) => format!("say saved {}", path.display()),
        Request::Complain(_) => "complain".into(),
        Request::FrameIn(_) => "frame".into(),
    }
}

#[test]
fn nothing_is_read_or_played_before_somebody_looks() {
    let mut window = Window::new();
    window.desk.shown = false;
    assert_eq!(window.frame(0.0), Vec::<String>::new());
    window.desk.shown = true;
    assert_eq!(window.frame(0.0), ["last", "members 1", "play"]);
    assert_eq!(window.frame(0.0), Vec::<String>::new());
}

#[test]
fn of_many_changes_the_newest_is_played_next_and_each_run_is_shown() {
    let mut window = Window::new();
    window.settle();
    window.change();
    let steps = window.desk.timeline().steps().to_vec();
    let first = window.on(Event::Frame(0.0)).remove(0);
    let Request::Play(first) = first else {
        panic!("{first:?}")
    };
    for at in [8.0, 9.0, 10.0] {
        window.desk.change("journey-step-edit", &window.simulated, |timeline| {
            timeline.move_to(0, at)
        });
        window.on(Event::Frame(0.0));
    }
    let next = window.on(Event::Played(Box::new(first.play())));
    let shown = &window.desk.run().expect("it was played").journey;
    assert_eq!(shown.events, steps, "nearer than what was there before");
    let [Request::Play(next)] = &next[..] else {
        panic!("{next:?}")
    };
    assert_eq!(next.question.journey.events, window.desk.timeline().steps());
}

#[test]
fn a_library_that_changes_while_it_is_read_is_read_again() {
    let mut window = Window::new();
    window.frame(0.0);
    window.on(Event::LibraryChanged);
    window.frame(0.0);
    let late = window.on(Event::MembersRead(1, Vec::new()));
    assert_eq!(late.iter().map(name).collect::<Vec<_>>(), ["members 2"]);
    assert_eq!(window.on(Event::MembersRead(2, Vec::new())).len(), 0);
}

#[test]
fn own_steps_are_kept_once_they_rest_and_a_preset_never() {
    let mut window = Window::new();
    window.settle();
    window.change();
    assert!(window.frame(10.0).contains(&"frame".to_owned()));
    window.change();
    window.desk.change("journey-step-edit", &window.simulated, |timeline| {
        timeline.move_to(0, 9.0)
    });
    assert!(!window.frame(11.5).contains(&"keep".to_owned()), "it rests again");
    assert_eq!(window.frame(12.6), ["keep"]);
    assert_eq!(window.frame(14.0), Vec::<String>::new());
    let mut simulated = window.simulated.clone();
    window
        .desk
        .begin(JourneyPreset::ReadsToEnd, "https://www.example.com/", &mut simulated);
    let closing = window.on(Event::Closing);
    assert!(closing.is_empty(), "{closing:?}");
}

#[test]
fn the_end_of_the_window_keeps_what_has_not_rested_yet() {
    let mut window = Window::new();
    window.settle();
    window.change();
    let closing = window.on(Event::Closing);
    assert_eq!(closing.iter().map(name).collect::<Vec<_>>(), ["keep"]);
    assert!(window.on(Event::Closing).is_empty());
}

#[test]
fn steps_of_the_last_run_come_back_unless_something_else_was_begun() {
    for begun in [false, true] {
        let mut window = Window::new();
        window.frame(0.0);
        let last = preset::steps(JourneyPreset::ReturnsTomorrow, "https://www.example.com/last");
        let journey = starts::journey(&last, &window.simulated);
        if begun {
            window.change();
        }
        window.on(Event::LastRead(Some(journey)));
        assert_eq!(*window.desk.timeline() == last, !begun);
        assert!(window.on(Event::Closing).is_empty() != begun);
    }
}

#[test]
fn saving_asks_where_until_there_is_a_file() {
    let mut window = Window::new();
    let names = |requests: Vec<Request>| requests.iter().map(name).collect::<Vec<_>>();
    assert_eq!(names(window.on(Event::Save)), ["where"]);
    assert_eq!(
        names(window.on(Event::SaveAs("/a.journey.json".into()))),
        ["write, known false"]
    );
    let file = OpenFile {
        path: "/a.journey.json".into(),
        hash: ContentHash::of(b"a"),
        journey: window.desk.journey(&window.simulated),
    };
    window.on(Event::Saved(Ok(file)));
    assert!(!window.desk.is_unsaved(&window.simulated));
    window.change();
    assert!(window.desk.is_unsaved(&window.simulated));
    assert_eq!(names(window.on(Event::Save)), ["write, known true"]);
}

#[test]
fn a_file_is_opened_after_the_steps_of_the_last_run_so_that_they_can_be_brought_back() {
    let mut window = Window::new();
    let names = |requests: Vec<Request>| requests.iter().map(name).collect::<Vec<_>>();
    assert_eq!(names(window.on(Event::Open("/a".into()))), ["read, last first true"]);
    assert_eq!(names(window.on(Event::Open("/a".into()))), ["read, last first false"]);
}

#[test]
fn another_campaign_leaves_the_keyboard_where_it_is_and_an_edit_takes_it_away() {
    let mut window = Window::new();
    window.settle();
    window.desk.set_active(true);
    window.on(Event::OtherCampaign);
    window.frame(0.0);
    assert!(window.desk.is_active());
    let session = window.sessions.open_mut().expect("it is open");
    session.step("edit-rename", |campaign| campaign.name.push('!'));
    window.frame(0.0);
    assert!(!window.desk.is_active());
}

#[test]
fn a_dragged_step_is_put_back_or_one_step_of_undo() {
    let mut window = Window::new();
    let before = window.desk.timeline().clone();
    window.desk.drag(0, 3.0);
    window.desk.cancel_drag();
    assert_eq!((window.desk.timeline(), window.desk.undo_name()), (&before, None));
    window.desk.drag(0, 3.0);
    window.desk.drag(0, 4.0);
    assert!(window.desk.drop_drag(&window.simulated));
    assert_eq!(window.desk.undo_name(), Some("journey-step-move"));
    window.desk.undo(&mut window.simulated);
    assert_eq!(*window.desk.timeline(), before);
    assert!(!window.desk.drop_drag(&window.simulated));
}

#[test]
fn a_run_or_a_reading_that_breaks_off_is_not_tried_again_until_something_changes() {
    let mut window = Window::new();
    for request in window.on(Event::Frame(0.0)) {
        match request {
            Request::ReadMembers(number) => drop(window.on(Event::MembersBrokeOff(number))),
            Request::Play(play) => drop(window.on(Event::PlayBrokeOff(Box::new(play.input())))),
            _ => {}
        }
    }
    assert_eq!(window.frame(0.0), Vec::<String>::new());
    window.change();
    window.on(Event::LibraryChanged);
    let asked = window.frame(0.0);
    assert!(
        asked.contains(&"play".to_owned()) && asked.contains(&"members 2".to_owned()),
        "{asked:?}"
    );
}

fn file(window: &Window) -> OpenFile {
    OpenFile {
        path: "/tmp/sale.journey.json".into(),
        hash: ContentHash::of(b""),
        journey: window.desk.journey(&window.simulated),
    }
}

fn names(requests: &[Request]) -> Vec<String> {
    requests.iter().map(name).collect()
}

#[test]
fn a_journey_of_a_file_is_shown_and_what_was_not_saved_can_be_brought_back() {
    let mut window = Window::new();
    window.desk.shown = false;
    let read = file(&window);
    assert_eq!(names(&window.on(Event::Read(Ok(read.clone())))), ["take"]);
    assert!(window.desk.shown);
    window.change();
    assert_eq!(names(&window.on(Event::Read(Ok(read)))), ["take", "say replaced"]);
    let failed = window.on(Event::Read(Err(Trouble::JourneyNotText)));
    assert_eq!(names(&failed), ["complain"]);
}

#[test]
fn a_journey_that_was_not_written_keeps_the_file_that_it_had() {
    let mut window = Window::new();
    let path = PathBuf::from("/tmp/sale.journey.json");
    let saved = file(&window);
    let changed = window.on(Event::Saved(Err(Unwritten::Changed(path.clone()))));
    assert_eq!(names(&changed), ["where else"]);
    let error = LibraryError::new("save the journey", &path, std::io::ErrorKind::StorageFull.into());
    let refused = window.on(Event::Saved(Err(Unwritten::Disk(error))));
    assert_eq!(
        (names(&refused), window.desk.file()),
        (vec!["complain".to_owned()], None)
    );
    let saved = window.on(Event::Saved(Ok(saved)));
    assert_eq!(names(&saved), ["say saved /tmp/sale.journey.json"]);
    assert_eq!(window.desk.file().map(|file| &file.path), Some(&path));
}
