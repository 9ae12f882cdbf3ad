//! The server on this computer, and its demo shop.

use super::{
    super::{Event, LOCAL, LaunchAct, LocalSetup, LocalToken, Means, local_state::Local, start_local},
    desk::{CAMPAIGN, Desk, LIBRARY, elsewhere, ended, put, read, sent, snapshot, started, waiting, wanted},
};
use crate::{
    popup::{Brand, Corner},
    publish::{DataDir, Keyring, What},
    studio::trouble::Trouble,
};

const COMPLAINT: &str = "complain: the server on this computer has a token that cannot be used";

fn failed() -> Event {
    Event::ServerStarted(Box::new(Err(Trouble::ServerToken)), None)
}

fn demo(brand: &Brand) -> Event {
    Event::OpenDemo {
        campaign: CAMPAIGN.to_owned(),
        page: None,
        brand: brand.clone(),
    }
}

fn on_the_left() -> Brand {
    Brand::of(Brand::default().color(), Corner::Left)
}

#[test]
fn a_launch_without_a_connection_starts_the_server_and_leads_to_the_demo_once() {
    let mut desk = Desk::connected_to(&[]);
    desk.follows([(wanted(What::Launch), &["Launch here"])]);
    assert_eq!(desk.act(), LaunchAct::OnItsWay);
    desk.follows([
        (
            ended(What::Launch, put(), Some(elsewhere())),
            &[
                "retry this-computer",
                "refresh",
                "remember this-computer",
                "refresh statuses",
                "wake the courier",
                "read",
            ],
        ),
        // The same campaign of another library is not meant.
        (
            sent("another-library", LOCAL, What::Launch),
            &["say Done(Launch, \"Welcome\")"],
        ),
        (
            sent(LIBRARY, LOCAL, What::Launch),
            &[
                "read welcome for the demo",
                "say Done(Launch, \"Welcome\") about welcome, offer OpenDemo",
            ],
        ),
        (demo(&Brand::default()), &["browse http://127.0.0.1:4711/demo/"]),
        (
            sent(LIBRARY, LOCAL, What::Launch),
            &["say Done(Launch, \"Welcome\") about welcome, offer OpenDemo"],
        ),
    ]);
}

/// Only a launch leads to the demo: after pausing or taking down there is nothing to see.
#[test]
fn the_server_that_was_started_for_a_pause_leads_to_no_demo() {
    let mut desk = Desk::connected_to(&[]);
    desk.on(wanted(What::Pause));
    desk.on(ended(What::Pause, put(), Some(elsewhere())));
    desk.follows([
        (sent(LIBRARY, LOCAL, What::Pause), &["say Done(Pause, \"Welcome\")"]),
        (
            sent(LIBRARY, LOCAL, What::Launch),
            &["say Done(Launch, \"Welcome\") about welcome, offer OpenDemo"],
        ),
    ]);
}

#[test]
fn the_server_starts_once_when_campaigns_need_it() {
    let mut desk = Desk::new();
    desk.follows([
        (Event::Opened, &["read for the first time"]),
        (read(snapshot(&["shop"])), &["refresh statuses"]),
        // It is the only one, and so the chosen one.
        (read(snapshot(&[LOCAL])), &["refresh statuses", "start the server"]),
        (read(snapshot(&[LOCAL])), &["refresh statuses"]),
        (wanted(What::Launch), &["Launch to this-computer"]),
        (started(elsewhere()), &["retry this-computer", "refresh"]),
        (read(snapshot(&[LOCAL])), &["refresh statuses"]),
    ]);
    // Another one is chosen, and something waits for it there.
    let mut desk = Desk::new();
    let mut used = snapshot(&[LOCAL, "shop"]);
    desk.on(Event::ChooseConnection("shop".to_owned()));
    desk.follows([(read(used.clone()), &["refresh statuses"])]);
    used.busy_elsewhere = [LOCAL.to_owned()].into();
    desk.follows([(read(used), &["refresh statuses", "start the server"])]);
}

#[test]
fn the_server_is_started_when_it_is_chosen() {
    Desk::connected_to(&["shop", LOCAL]).follows([
        (
            Event::ChooseConnection("shop".to_owned()),
            &["remember shop", "refresh statuses"],
        ),
        (
            Event::ChooseConnection(LOCAL.to_owned()),
            &["remember this-computer", "refresh statuses", "start the server"],
        ),
    ]);
}

#[test]
fn a_server_that_failed_is_tried_again_only_when_the_user_asks() {
    let mut desk = Desk::connected_to(&[LOCAL]);
    assert!(desk.publishing.local.is_starting());
    desk.follows([
        (failed(), &[COMPLAINT]),
        (read(snapshot(&[LOCAL])), &["refresh statuses"]),
        (Event::Retry, &["retry all", "read"]),
        (read(snapshot(&[LOCAL])), &["refresh statuses", "start the server"]),
        (failed(), &[COMPLAINT]),
        (wanted(What::Launch), &["start the server", "Launch to this-computer"]),
        (started(elsewhere()), &["retry this-computer", "refresh"]),
    ]);
}

#[test]
fn the_server_of_another_window_that_is_lost_is_started_here_and_not_twice_at_once() {
    let mut desk = Desk::with_server();
    desk.follows([
        (waiting("shop"), &["read"]),
        (waiting(LOCAL), &["start the server"]),
        // It is being started.
        (waiting(LOCAL), &[]),
        // The other window has not ended yet: the same address was found again.
        (started(elsewhere()), &["retry this-computer", "refresh"]),
    ]);
    desk.pass(2_999);
    desk.follows([(waiting(LOCAL), &[])]);
    assert!(desk.publishing.local_url().is_some());
    desk.pass(1);
    desk.follows([(waiting(LOCAL), &["start the server"])]);
    assert!(desk.publishing.local_url().is_none());
}

/// A server that does not start says so once, whatever it was started for, and leaves nothing to wait for.
#[test]
fn a_lost_server_that_does_not_start_is_said_once() {
    let mut desk = Desk::with_server();
    desk.follows([
        (waiting(LOCAL), &["start the server", "read"]),
        (failed(), &[COMPLAINT]),
        (waiting(LOCAL), &[]),
    ]);
    assert_eq!(desk.act(), LaunchAct::Launch);
}

#[test]
fn without_a_server_there_is_no_demo() {
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([(demo(&Brand::default()), &["say NoDemo"])]);
    assert_eq!(desk.view().demo, None);
    // Another window's server keeps its looks.
    Desk::with_server().follows([(demo(&on_the_left()), &["browse http://127.0.0.1:4711/demo/"])]);
}

#[test]
fn without_a_folder_for_the_server_a_launch_waits_for_a_connection() {
    let mut desk = Desk::with(Means::Folder);
    desk.follows([
        (wanted(What::Launch), &["Launch to this-computer"]),
        (
            ended(What::Launch, put(), None),
            &["wake the courier", "read for the first time"],
        ),
        (read(snapshot(&[LOCAL])), &["refresh statuses", "say Impossible"]),
    ]);
}

/// A real server: it keeps its looks until it is restarted, and belongs to this window as long as it runs.
#[test]
fn the_own_server_is_restarted_for_another_look_and_never_taken_for_a_lost_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data_dir = DataDir::open(folder.path().join("publishing"), Keyring::Avoid).expect("a folder to publish from");
    let setup = LocalSetup {
        data: folder.path().join("server"),
        port: 0,
        brand: Brand::default(),
        name: "This computer".to_owned(),
        token: LocalToken::default(),
    };
    let mut desk = Desk::connected_to(&[LOCAL]);
    desk.on(started(start_local(&setup, &data_dir).expect("it starts")));
    let url = desk.publishing.local_url().expect("it runs").to_owned();
    desk.follows([(waiting(LOCAL), &["read"])]);

    // A search for it finds this one, which is not given up.
    let found = start_local(&setup, &data_dir).expect("it is found");
    assert!(!found.is_ours());
    desk.follows([
        (started(found), &["retry this-computer", "refresh"]),
        (failed(), &[COMPLAINT]),
        (waiting(LOCAL), &[]),
    ]);
    assert!(matches!(&desk.publishing.local, Local::On { server, .. } if server.is_ours()));

    let page = format!("browse {url}demo/");
    desk.follows([
        (demo(&Brand::default()), &[&*page]),
        (demo(&on_the_left()), &["stop and start the server"]),
        (demo(&on_the_left()), &["say NoDemo"]),
        (
            started(elsewhere()),
            &["retry this-computer", "refresh", "read welcome for the demo"],
        ),
        (demo(&on_the_left()), &["browse http://127.0.0.1:4711/demo/"]),
        (Event::Closed, &["stop the server"]),
        (Event::Closed, &[]),
    ]);
}
