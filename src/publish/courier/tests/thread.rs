//! The courier's thread: sends what waits, obeys, and ends when it is told to.

use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::fake::{Break, Desk, HERE, problem, way};
use crate::publish::courier::{Choice, Courier, Event};
use crate::publish::{Outcome, Standing, Wish};

/// Long enough for any machine; nothing waits for so long unless something is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

fn courier(desk: &Desk) -> (Courier, Receiver<Event>) {
    let (sender, events) = channel();
    let courier = Courier::spawn(desk.post.clone(), way(desk), move |event| drop(sender.send(event)));
    (courier.expect("a thread"), events)
}

#[track_caller]
fn until(events: &Receiver<Event>, wanted: impl Fn(&Event) -> bool) -> Event {
    loop {
        let event = events.recv_timeout(PATIENCE).expect("it happens");
        if wanted(&event) {
            return event;
        }
    }
}

#[test]
fn what_waits_is_sent_and_what_is_wished_later_too() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    let (courier, events) = courier(&desk);
    until(
        &events,
        |event| matches!(event, Event::Sent { about, .. } if about.campaign == "a"),
    );
    until(&events, |event| *event == Event::Idle);
    desk.launch("b", "one");
    courier.wake();
    until(
        &events,
        |event| matches!(event, Event::Sent { about, .. } if about.campaign == "b"),
    );
    assert_eq!(desk.standing("b", "one"), Standing::Live);
    courier.refresh();
    // What visitors did is in the answer to the launch already; somebody's pause is news.
    desk.backend().campaigns.get_mut("a").expect("there").status = "paused";
    courier.refresh();
    until(&events, |event| matches!(event, Event::Refreshed { .. }));
    assert_eq!(desk.standing("a", "one"), Standing::Paused);
    assert!(courier.stop(PATIENCE));
}

#[test]
fn the_users_choices_are_obeyed() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.work();
    desk.backend().campaigns.get_mut("a").expect("there").etag = "\"theirs\"".into();
    desk.launch("a", "mine");
    let (courier, events) = courier(&desk);
    until(&events, |event| matches!(event, Event::Conflict { .. }));
    courier.resolve(HERE, "a", Choice::KeepMine);
    until(&events, |event| matches!(event, Event::Sent { .. }));
    assert_eq!(desk.standing("a", "mine"), Standing::Live);

    desk.answer_next(Ok(problem(401, serde_json::json!({}))));
    desk.wish("a", Wish::Pause);
    courier.wake();
    until(&events, |event| matches!(event, Event::Stopped { .. }));
    courier.retry_now(Some(HERE));
    until(&events, |event| matches!(event, Event::Sent { .. }));
    assert_eq!(desk.standing("a", "mine"), Standing::Paused);

    desk.break_with(|_| Break::RequestLost);
    desk.launch("a", "never mind");
    courier.wake();
    until(&events, |event| matches!(event, Event::Waiting { .. }));
    courier.abandon(HERE, None);
    until(&events, |event| {
        matches!(
            event,
            Event::Ended {
                outcome: Outcome::GivenUp,
                ..
            }
        )
    });
    assert!(desk.waits().is_empty());
    assert!(courier.stop(PATIENCE));
}

#[test]
fn who_has_not_the_turn_waits_for_it() {
    let mut desk = Desk::new(1);
    let turn = desk.post.turn().expect("locked");
    desk.launch("a", "one");
    let (courier, events) = courier(&desk);
    courier.wake();
    assert!(
        events.recv_timeout(Duration::from_millis(50)).is_err(),
        "another process sends just now"
    );
    drop(turn);
    until(&events, |event| matches!(event, Event::Sent { .. }));
    drop(courier);
}
