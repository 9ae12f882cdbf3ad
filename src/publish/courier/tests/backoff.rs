//! When to retry: bounds of the back-off, and delays that a backend asks for.

use chrono::{DateTime, TimeDelta, Utc};

use super::fake::{Break, Desk};
use crate::publish::courier::backoff::{Due, FIRST, LONGEST, LONGEST_ASKED, Timetable, Whose, retry_after};
use crate::publish::courier::{Event, Response, Step};

fn now() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().expect("an instant")
}

fn here() -> Whose {
    Whose::Connection("here".into())
}

#[test]
fn a_back_off_doubles_its_bound_and_uses_all_of_it() {
    for seed in 0..200 {
        let mut chance = fastrand::Rng::with_seed(seed);
        let mut timetable = Timetable::default();
        let mut bound = FIRST;
        for _ in 0..40 {
            let until = timetable.failed(here(), None, now(), &mut chance);
            assert!(
                until >= now() && until <= now() + bound,
                "seed {seed}: {until} over {bound}"
            );
            bound = (bound * 2).min(LONGEST);
        }
    }
    let mut chance = fastrand::Rng::with_seed(1);
    let waits: Vec<i64> = (0..1000)
        .map(|_| (Timetable::default().failed(here(), None, now(), &mut chance) - now()).num_milliseconds())
        .collect();
    let (least, most) = (waits.iter().min(), waits.iter().max());
    assert!(least < Some(&50) && most > Some(&950), "{least:?} to {most:?}");
}

#[test]
fn a_backend_is_left_alone_as_long_as_it_asks() {
    for (header, least) in [
        ("7", 7),
        (" 120 ", 120),
        ("Mon, 23 Nov 2026 10:02:00 GMT", 120),
        ("Mon, 23 Nov 2026 09:00:00 GMT", 0),
        ("Monday, 23-Nov-26 10:02:00 GMT", 120),
        ("Mon Nov 23 10:02:00 2026", 120),
    ] {
        let asked = retry_after(header, now()).expect(header);
        assert_eq!(asked, TimeDelta::seconds(least), "{header}");
        for seed in 0..50 {
            let mut chance = fastrand::Rng::with_seed(seed);
            let until = Timetable::default().failed(here(), Some(asked), now(), &mut chance);
            assert!(
                until >= now() + asked && until <= now() + asked + FIRST,
                "{header}, seed {seed}"
            );
        }
    }
    for header in ["", "soon", "-5", "99999999999999", "1e3"] {
        assert_eq!(retry_after(header, now()), None, "{header}");
    }
    let ages = retry_after("4294967295", now());
    let until = Timetable::default().failed(here(), ages, now(), &mut fastrand::Rng::with_seed(1));
    assert!(until <= now() + LONGEST_ASKED + FIRST);
}

#[test]
fn a_clock_that_is_set_back_prolongs_nothing() {
    let mut timetable = Timetable::default();
    let until = timetable.failed(
        here(),
        Some(TimeDelta::seconds(60)),
        now(),
        &mut fastrand::Rng::with_seed(1),
    );
    assert_eq!(timetable.due(&here(), now()), Due::At(until));
    assert_eq!(timetable.due(&here(), now() - TimeDelta::days(1)), Due::Now);
    assert_eq!(timetable.due(&here(), until), Due::Now);
}

#[test]
fn success_resets_the_backoff_and_so_does_the_user() {
    let mut timetable = Timetable::default();
    let mut chance = fastrand::Rng::with_seed(1);
    assert!(!timetable.went_well(&here()));
    timetable.failed(here(), Some(TimeDelta::seconds(5)), now(), &mut chance);
    assert!(timetable.went_well(&here()));
    assert_eq!(timetable.due(&here(), now()), Due::Now);
    timetable.stop(here());
    assert_eq!(timetable.due(&here(), now() + TimeDelta::days(99)), Due::Never);
    timetable.retry_now(Some("elsewhere"));
    assert_eq!(timetable.due(&here(), now()), Due::Never);
    timetable.retry_now(None);
    assert_eq!(timetable.due(&here(), now()), Due::Now);
}

#[test]
fn too_many_requests_hold_up_the_whole_connection() {
    let mut desk = Desk::new(3);
    desk.launch("a", "one");
    desk.launch("b", "one");
    desk.answer_next(Ok(Response {
        status: 429,
        retry_after: Some("30".into()),
        ..Response::default()
    }));
    assert_eq!(desk.step(), Step::Worked);
    let asked_at = desk.now;
    let Step::Until(at) = desk.step() else {
        panic!("it does not wait")
    };
    assert!(at >= asked_at + TimeDelta::seconds(30));
    assert_eq!(desk.backend().heard.len(), 1);
    desk.now = at;
    desk.work();
    assert_eq!(desk.waits(), []);
}

#[test]
fn failures_make_waits_longer_and_never_end_a_operation() {
    let mut desk = Desk::new(3);
    desk.launch("a", "one");
    desk.break_with(|_| Break::RequestLost);
    for _ in 0..30 {
        match desk.step() {
            Step::Until(at) => desk.now = at,
            step => assert_eq!(step, Step::Worked),
        }
    }
    assert_eq!(desk.waits().len(), 1);
    assert!(
        desk.events
            .iter()
            .filter(|event| matches!(event, Event::Waiting { .. }))
            .count()
            >= 10
    );
    desk.break_with(|_| Break::Nothing);
    desk.work();
    assert_eq!(desk.waits(), []);
}
