//! Who stands in line, and what a move changes.

use std::collections::HashMap;

use super::*;
use crate::{
    campaign::{Action, Button, Campaign, Condition, Field, Look, Node, Operator},
    library::Library,
    studio::{inquiry::Stop, testing},
};

/// A campaign that can be launched, for visitors of a page.
fn ready(name: &str, page: &str, priority: i64) -> Campaign {
    let mut campaign = testing::campaign(name);
    campaign.id = crate::clock::new_id().to_string();
    campaign.content.title = Some("Hello".to_owned());
    campaign.content.user_say = Some("Hello".to_owned());
    campaign.content.button = Some(Button {
        name: Some("Go".to_owned()),
        action: Some(Action::Message("Hello".to_owned())),
        ..Button::default()
    });
    let asks = Condition::new(Field::CurrentPageUrl, Operator::Equals, page);
    campaign.audience.children = vec![Node::Condition(asks)];
    campaign.schedule.priority = Some(priority.into());
    campaign
}

fn names(ordering: &Ordering) -> Vec<&str> {
    (0..ordering.len())
        .filter_map(|place| Some(ordering.at(place)?.1.name.as_str()))
        .collect()
}

#[test]
fn those_who_can_meet_stand_in_line_and_a_move_changes_as_few_as_possible() {
    let folder = tempfile::tempdir().expect("a folder");
    let library = Library::open_with_rescue(folder.path().join("library"), None).expect("a library");
    let shop = "https://www.example.com/shop";
    let mut paths = HashMap::new();
    for campaign in [
        ready("Second", shop, 2),
        ready("First", shop, 1),
        ready("Third", shop, 3),
        ready("Elsewhere", "https://www.example.com/other", 1),
        testing::campaign("Blank"),
    ] {
        let name = campaign.name.clone();
        paths.insert(name, library.create(campaign).expect("a file").tag.path);
    }
    let mut open = HashMap::new();
    // What is open is newer than its file.
    open.insert(paths["Third"].clone(), ready("Last", shop, 7));
    let task = Task {
        library,
        open,
        statuses: HashMap::from([(paths["First"].clone(), Status::Live)]),
        site: Look::default(),
        now: testing::now(),
        stop: Stop::default(),
    };
    let line = read_order(task).expect("nobody stopped it");
    assert_eq!((line.alone, line.too_many), (1, false));
    let mut ordering = Ordering::new(line);
    assert_eq!(names(&ordering), ["First", "Second", "Last"]);
    let (_, first) = ordering.at(0).expect("somebody");
    assert_eq!((first.status, first.meets), (Some(Status::Live), 2));
    assert!(ordering.changes().is_empty() && !ordering.go(0, 0) && !ordering.go(0, 3));

    assert!(ordering.go(2, 0));
    assert_eq!(names(&ordering), ["Last", "First", "Second"]);
    assert_eq!(ordering.changes().len(), 1);
    let change = ordering.change_at(0).expect("it was moved");
    assert_eq!((change.before, ordering.change_at(1)), (7, None));
    let files = ordering.files();
    assert_eq!((files.len(), &files[0].path), (1, &paths["Third"]));
    assert!(ordering.go(0, 2) && ordering.changes().is_empty(), "it is as it was");
}

#[test]
fn a_line_that_nobody_waits_for_is_given_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let library = Library::open_with_rescue(folder.path().join("library"), None).expect("a library");
    library.create(testing::campaign("One")).expect("a file");
    let stop = Stop::default();
    stop.set();
    let task = Task {
        library,
        open: HashMap::new(),
        statuses: HashMap::new(),
        site: Look::default(),
        now: testing::now(),
        stop,
    };
    assert_eq!(read_order(task), None);
}
