//! The courier's thread: sends what waits, follows orders, and ends on request.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use uuid::Uuid;

use super::fake::{Break, Desk, HERE, LIBRARY, key, problem, transports};
use crate::publish::courier::{Choice, Courier, Event, Request, Response, Transport, TransportError};
use crate::publish::{Connection, Intention, Operation, Outcome, Standing, Subject};

/// Long enough for any machine; nothing takes so long unless something is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

fn courier(desk: &Desk) -> (Courier, Receiver<Event>) {
    let (sender, events) = channel();
    let courier = Courier::spawn(desk.data_dir.clone(), transports(desk), move |event| {
        drop(sender.send(event))
    });
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
fn what_waits_is_sent_and_so_is_what_is_requested_later() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    let (courier, events) = courier(&desk);
    until(
        &events,
        |event| matches!(event, Event::Sent { about, .. } if about.key.subject.is_campaign("a")),
    );
    until(&events, |event| *event == Event::Idle);
    desk.launch("b", "one");
    courier.wake();
    until(
        &events,
        |event| matches!(event, Event::Sent { about, .. } if about.key.subject.is_campaign("b")),
    );
    assert_eq!(desk.standing("b", "one"), Standing::Live);
    courier.refresh();
    // The answer to the launch already has what visitors did; somebody's pause is new.
    desk.backend().campaigns.get_mut("a").expect("there").status = "paused";
    courier.refresh();
    until(&events, |event| matches!(event, Event::Refreshed { changed: true, .. }));
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
    courier.resolve(&key("a"), Choice::KeepMine);
    until(&events, |event| matches!(event, Event::Sent { .. }));
    assert_eq!(desk.standing("a", "mine"), Standing::Live);

    desk.answer_next(Ok(problem(401, serde_json::json!({}))));
    desk.operation("a", Operation::Pause);
    courier.wake();
    until(&events, |event| matches!(event, Event::Stopped { .. }));
    courier.retry_now(Some(HERE));
    until(&events, |event| matches!(event, Event::Sent { .. }));
    assert_eq!(desk.standing("a", "mine"), Standing::Paused);

    desk.break_with(|_| Break::RequestLost);
    desk.launch("a", "never mind");
    courier.wake();
    until(&events, |event| matches!(event, Event::Waiting { .. }));
    courier.abandon(HERE);
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
fn a_process_without_the_lock_waits_for_it() {
    let mut desk = Desk::new(1);
    let lock = desk.data_dir.lock(HERE).expect("locked");
    desk.launch("a", "one");
    let (courier, events) = courier(&desk);
    courier.wake();
    assert!(
        events.recv_timeout(Duration::from_millis(50)).is_err(),
        "another process sends just now"
    );
    drop(lock);
    until(&events, |event| matches!(event, Event::Sent { .. }));
    drop(courier);
}

/// A backend that answers when the test lets it.
struct Stuck(Arc<Mutex<Receiver<()>>>);

impl Transport for Stuck {
    fn send(&self, _request: &Request, _within: Duration) -> Result<Response, TransportError> {
        let release = self.0.lock().expect("no test panicked");
        // The test lets go by hanging up.
        let _ = release.recv();
        Err(TransportError::TooSlow)
    }
}

#[test]
fn a_slow_backend_holds_up_no_other() {
    let mut desk = Desk::new(1);
    let (release, stuck) = channel();
    let stuck = Arc::new(Mutex::new(stuck));
    let slow = Connection {
        id: "slow".into(),
        name: "Slow".into(),
        url: "http://127.0.0.1:9/".into(),
    };
    desk.data_dir.connections.put(slow).expect("kept");
    let operation = Intention {
        id: Uuid::from_u128(1_000),
        library: LIBRARY.into(),
        connection: "slow".into(),
        subject: Subject::campaign("s"),
        name: "S".into(),
        at: desk.now,
        operation: Operation::Pause,
    };
    desk.data_dir.outbox.add(&operation).expect("added");
    let quick = transports(&desk);
    let transports = Arc::new(move |connection: &Connection| match connection.id.as_str() {
        "slow" => Ok(Box::new(Stuck(stuck.clone())) as Box<dyn Transport>),
        _ => quick(connection),
    });
    let (sender, events) = channel();
    let courier =
        Courier::spawn(desk.data_dir.clone(), transports, move |event| drop(sender.send(event))).expect("a thread");
    until(
        &events,
        |event| matches!(event, Event::Sending(about) if about.key.connection == "slow"),
    );
    // While that one is awaited, everything else goes on: sending, asking, and the user's decisions.
    desk.launch("a", "one");
    courier.wake();
    until(
        &events,
        |event| matches!(event, Event::Sent { about, .. } if about.key.subject.is_campaign("a")),
    );
    desk.backend().campaigns.get_mut("a").expect("there").status = "paused";
    courier.refresh();
    until(
        &events,
        |event| matches!(event, Event::Refreshed { connection, .. } if connection == HERE),
    );
    desk.break_with(|_| Break::RequestLost);
    desk.launch("b", "never mind");
    courier.wake();
    until(
        &events,
        |event| matches!(event, Event::Waiting { connection, .. } if connection == HERE),
    );
    courier.abandon(HERE);
    until(
        &events,
        |event| matches!(event, Event::Ended { about, .. } if about.key.subject.is_campaign("b")),
    );
    assert!(
        desk.data_dir.try_lock("slow").expect("asked").is_none(),
        "it is still at it"
    );
    drop(release);
    until(
        &events,
        |event| matches!(event, Event::Waiting { connection, .. } if connection == "slow"),
    );
    assert!(courier.stop(PATIENCE));
}

#[test]
fn what_waits_for_a_connection_that_is_gone_is_given_up() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.data_dir.connections.remove(HERE).expect("removed");
    let (courier, events) = courier(&desk);
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
