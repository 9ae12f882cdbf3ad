//! From a click to the outbox.

use super::{
    super::{Event, LaunchAct, Means, Requested},
    desk::{Desk, ended, file, put, read, snapshot, wanted},
};
use crate::{publish::What, studio::trouble::Trouble};

#[test]
fn a_second_press_of_a_button_does_nothing_until_the_first_is_done() {
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([
        (wanted(What::Launch), &["Launch to shop"]),
        (wanted(What::Launch), &[]),
        (wanted(What::Pause), &["Pause to shop"]),
    ]);
    assert_eq!(desk.act(), LaunchAct::OnItsWay);
    desk.follows([
        (ended(What::Launch, put(), None), &["wake the courier", "read"]),
        (wanted(What::Pause), &[]),
        (wanted(What::Launch), &["Launch to shop"]),
    ]);
}

#[test]
fn what_an_operation_comes_to_is_said() {
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([
        (
            ended(What::Launch, Requested::Stopped(2), None),
            &["show the review", "say Stopped(2)"],
        ),
        (ended(What::Launch, Requested::NothingNew, None), &["say NothingNew"]),
        (
            ended(What::Launch, Requested::Conflict, None),
            &["read for the conflict"],
        ),
        (
            ended(What::Launch, Requested::Trouble(Trouble::ServerToken), None),
            &["complain: the server on this computer has a token that cannot be used"],
        ),
    ]);
    assert_eq!(desk.act(), LaunchAct::Launch);
}

#[test]
fn a_take_down_is_confirmed_first() {
    Desk::connected_to(&["shop"]).follows([
        (wanted(What::TakeDown), &["confirm"]),
        (Event::TakeDownConfirmed(file()), &["TakeDown to shop"]),
        (Event::TakeDownConfirmed(file()), &[]),
    ]);
}

#[test]
fn with_several_connections_one_is_chosen_before_anything_is_launched() {
    let mut desk = Desk::connected_to(&["shop", "blog"]);
    desk.follows([
        (wanted(What::Launch), &["say ChooseConnection", "show the connections"]),
        (
            Event::ChooseConnection("blog".to_owned()),
            &["remember blog", "refresh statuses"],
        ),
        (wanted(What::Launch), &["Launch to blog"]),
    ]);
    assert_eq!(desk.view().place.as_ref().map(|place| place.id.as_str()), Some("blog"));
}

/// Later readings do not override the choice.
#[test]
fn another_connection_is_chosen_for_what_follows() {
    let mut desk = Desk::connected_to(&["shop", "blog"]);
    desk.on(Event::ChooseConnection("shop".to_owned()));
    let before = desk.view();
    desk.on(Event::ChooseConnection("blog".to_owned()));
    desk.on(read(snapshot(&["shop", "blog"])));
    let after = desk.view();
    let place = |view: &super::super::LaunchView| view.place.as_ref().map(|place| place.id.clone());
    assert_eq!(
        (place(&before), place(&after)),
        (Some("shop".to_owned()), Some("blog".to_owned()))
    );
}

/// The disk worker does operations in the order of the clicks: the one that broke off is the oldest.
#[test]
fn an_operation_that_broke_off_is_not_on_its_way() {
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([
        (wanted(What::Launch), &["Launch to shop"]),
        (wanted(What::Pause), &["Pause to shop"]),
        (Event::OperationCrashed, &[]),
        (wanted(What::Launch), &["Launch to shop"]),
        (wanted(What::Pause), &[]),
        (Event::OperationCrashed, &[]),
        (Event::OperationCrashed, &[]),
    ]);
    assert_eq!(desk.act(), LaunchAct::Launch);
    desk.follows([(Event::OperationCrashed, &[])]);
}

/// However the job of an operation ends that would have started the server: the button can be pressed again.
#[test]
fn a_server_is_not_starting_once_nobody_starts_it() {
    let ends = || {
        [
            Event::OperationCrashed,
            ended(What::Launch, Requested::Stopped(1), None),
            ended(What::Launch, Requested::NothingNew, None),
            ended(What::Launch, Requested::Conflict, None),
            ended(What::Launch, Requested::Trouble(Trouble::ServerToken), None),
        ]
    };
    for end in ends() {
        let mut desk = Desk::connected_to(&[]);
        let named = format!("{end:?}");
        desk.follows([(wanted(What::Launch), &["Launch here"])]);
        assert_eq!(desk.act(), LaunchAct::OnItsWay, "{named}");
        desk.on(end);
        assert_eq!(desk.act(), LaunchAct::Launch, "{named}");
        desk.follows([(wanted(What::Launch), &["Launch here"])]);
    }
    // Another one is on its way that starts it.
    for end in ends() {
        let mut desk = Desk::connected_to(&[]);
        desk.on(wanted(What::Launch));
        desk.on(Event::Wanted("another.beckon.json".into(), What::Launch));
        desk.on(end);
        assert!(desk.publishing.local.is_starting());
        desk.on(Event::OperationCrashed);
        assert!(!desk.publishing.local.is_starting());
    }
}

#[test]
fn where_nothing_can_be_published_everything_says_so_and_no_job_is_asked_for() {
    for means in [Means::Nothing, Means::Picture] {
        let mut desk = Desk::with(means);
        desk.follows([
            (Event::Opened, &[]),
            (wanted(What::Launch), &["say Impossible"]),
            (Event::RemoveConnection("shop".to_owned()), &[]),
            (Event::Retry, &["retry all"]),
            (Event::Closed, &[]),
        ]);
        assert_eq!(desk.view().possible, means == Means::Picture);
    }
}

#[test]
fn connections_are_shown_kept_and_removed() {
    let mut desk = Desk::connected_to(&[]);
    desk.follows([
        (Event::ShowConnections, &["show that there is no connection"]),
        (
            Event::ConnectionSaved("shop".to_owned()),
            &["retry shop", "refresh", "remember shop", "refresh statuses", "read"],
        ),
        (read(snapshot(&["shop"])), &["refresh statuses"]),
        // Campaigns go to the shop already.
        (
            Event::ConnectionSaved("blog".to_owned()),
            &["retry blog", "refresh", "read"],
        ),
        (read(snapshot(&["shop", "blog"])), &["refresh statuses"]),
        (Event::ShowConnections, &["show the connections"]),
        (
            Event::RemoveConnection("shop".to_owned()),
            &["abandon shop", "remove shop"],
        ),
        (
            Event::ConnectionRemoved(Ok("shop".to_owned())),
            &["abandon shop", "read"],
        ),
        (
            Event::ConnectionRemoved(Err(Trouble::TokenOfAnotherServer)),
            &["complain: the token that is kept is for another server"],
        ),
    ]);
}

/// A user who publishes to this computer and sets up a connection wants to publish there.
#[test]
fn a_new_connection_is_chosen_in_place_of_this_computer() {
    let mut desk = Desk::with_server();
    desk.follows([(
        Event::ConnectionSaved("shop".to_owned()),
        &["retry shop", "refresh", "remember shop", "refresh statuses", "read"],
    )]);
    assert_eq!(desk.publishing.published().wanted(), Some("shop"));
}
