//! How the courier handles each answer.

use serde_json::json;

use super::fake::{Backend, Break, Desk, HERE, LIBRARY, problem, stored};
use crate::publish::courier::{Event, Method, Precondition, Reason, Response, Step, TransportError};
use crate::publish::{Operation, Outcome, Standing, Status, What};

#[test]
fn a_launch_stores_and_then_launches() {
    let mut desk = Desk::new(1);
    let id = desk.launch("a", "one");
    assert_eq!(desk.standing("a", "one"), Standing::Waiting);
    desk.work();
    let heard: Vec<_> = desk
        .backend()
        .heard
        .iter()
        .map(|request| (request.method, request.path.clone()))
        .collect();
    assert_eq!(
        heard,
        [
            (Method::Put, "api/v1/campaigns/a".to_owned()),
            (Method::Post, "api/v1/campaigns/a/launch".to_owned())
        ]
    );
    let put = desk.backend().heard[0].clone();
    assert_eq!(put.precondition, Precondition::Absent);
    assert_eq!(put.key, Some(format!("{id}.0.put")));
    assert_eq!(desk.backend().campaigns["a"].live, Some(stored("a", "one")));
    let entry = desk.entry("a");
    assert_eq!(
        (entry.status, entry.last),
        (Some(Status::Live), Some((id, Outcome::Done)))
    );
    assert_eq!(
        (entry.counts.shown, entry.counts.clicked, entry.counts.closed),
        (3, 2, 1)
    );
    assert!(entry.launched_at.is_some() && entry.live.is_some());
    assert_eq!(desk.standing("a", "one"), Standing::Live);
    assert_eq!(desk.standing("a", "two"), Standing::ChangedSinceLaunch);
    assert_eq!(desk.waits(), []);

    desk.launch("a", "two");
    desk.work();
    assert_eq!(desk.backend().campaigns["a"].live, Some(stored("a", "two")));
    assert!(matches!(desk.backend().heard[2].precondition, Precondition::Is(_)));
    desk.operation("a", Operation::Pause);
    desk.work();
    assert_eq!(desk.backend().campaigns["a"].status, "paused");
    assert_eq!(desk.standing("a", "two"), Standing::Paused);
    desk.operation("a", Operation::TakeDown);
    desk.work();
    assert!(desk.backend().campaigns.is_empty());
    assert_eq!(desk.standing("a", "two"), Standing::Draft);
    desk.launch("a", "three");
    desk.work();
    assert_eq!(desk.standing("a", "three"), Standing::Live);
}

#[test]
fn what_is_not_there_needs_no_taking_down() {
    let mut desk = Desk::new(1);
    desk.operation("a", Operation::TakeDown);
    desk.operation("b", Operation::Pause);
    desk.work();
    assert_eq!(desk.waits(), []);
    assert_eq!(desk.entry("a").status, None);
    assert_eq!(desk.entry("b").status, None);
}

#[test]
fn a_refusal_ends_the_operation_and_keeps_the_words() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    let findings = json!({ "title": "Not ready", "detail": "2 problems", "findings": [{ "message": "the title is \u{202e}empty\n" }] });
    desk.answer_next(Ok(problem(422, findings)));
    desk.work();
    let refusal = desk.entry("a").refusal.expect("refused");
    assert_eq!(refusal.message(), "Not ready: 2 problems; the title is empty");
    assert_eq!(
        (refusal.hint(), refusal.answer.status, refusal.what),
        ("do it otherwise", 422, What::Launch)
    );
    assert_eq!(desk.standing("a", "one"), Standing::Refused);
    assert!(desk.events.iter().any(|event| matches!(event, Event::Refused { .. })));

    desk.launch("a", "two");
    assert_eq!(desk.standing("a", "one"), Standing::Waiting);
    desk.work();
    assert_eq!(desk.standing("a", "two"), Standing::Live);
}

#[test]
fn a_refusal_keeps_the_kind_of_problem_that_it_names() {
    for (name, kept) in [
        ("urn:beckon:problem:not-ready", Some("not-ready")),
        ("urn:beckon:problem:Not ready", None),
        ("urn:beckon:problem:", None),
        ("about:blank", None),
    ] {
        let mut desk = Desk::new(1);
        desk.launch("a", "one");
        desk.answer_next(Ok(problem(422, json!({ "type": name }))));
        desk.work();
        let refusal = desk.entry("a").refusal.expect("refused");
        assert_eq!(refusal.answer.problem.as_deref(), kept, "{name}");
    }
}

#[test]
fn a_proxys_page_is_never_shown_raw() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.answer_next(Ok(Response {
        status: 413,
        content_type: Some("text/html".into()),
        body: b"<html><h1>413</h1></html>".to_vec(),
        ..Response::default()
    }));
    desk.work();
    let refusal = desk.entry("a").refusal.expect("refused");
    assert_eq!(refusal.message(), "the backend answered 413 (too large)");
    assert!(refusal.hint().contains("smaller pictures"));
}

#[test]
fn what_will_never_pass_is_refused_and_what_may_is_tried_again() {
    let unreadable = json!({ "type": "urn:beckon:problem:unreadable" });
    let refused = [
        400, 403, 405, 406, 410, 411, 413, 414, 415, 422, 431, 451, 501, 505, 508, 510,
    ];
    let later = [408, 425, 429, 500, 502, 503, 504, 507];
    let cases = refused.map(|status| (status, json!({}), Standing::Refused)).into_iter();
    let cases = cases.chain(later.map(|status| (status, json!({}), Standing::Waiting)));
    for (status, more, wanted) in cases.chain([(500, unreadable, Standing::Refused)]) {
        let mut desk = Desk::new(1);
        desk.launch("a", "one");
        desk.answer_next(Ok(problem(status, more)));
        desk.step();
        assert_eq!(desk.standing("a", "one"), wanted, "{status}");
    }
}

#[test]
fn what_the_backend_cannot_read_stays_as_it_was_known() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.launch("b", "one");
    desk.work();
    let before = desk.entry("a");
    desk.backend().campaigns.get_mut("a").expect("there").status = "unreadable";
    desk.backend().campaigns.get_mut("b").expect("there").status = "paused";
    desk.rounds.refresh(HERE, desk.now, &mut |_| {}).expect("noted");
    assert_eq!(desk.entry("a"), before);
    assert_eq!(desk.standing("b", "one"), Standing::Paused, "the rest is noted");
    // A pause still takes it off the site, and a launch repairs it.
    desk.operation("a", Operation::Pause);
    desk.work();
    assert_eq!(desk.standing("a", "one"), Standing::Paused);
    desk.launch("a", "two");
    desk.work();
    assert_eq!(desk.standing("a", "two"), Standing::Live);
}

#[test]
fn what_is_not_a_backend_ends_nothing() {
    let page = |status, kind: &str| {
        Ok(Response {
            status,
            content_type: Some(kind.into()),
            body: b"<html>Welcome to our hotel</html>".to_vec(),
            ..Response::default()
        })
    };
    for (operation, status) in [
        (Operation::TakeDown, 200),
        (Operation::Pause, 200),
        (Operation::Pause, 302),
        (Operation::TakeDown, 302),
    ] {
        let mut desk = Desk::new(1);
        let what = if operation == Operation::Pause {
            What::Pause
        } else {
            What::TakeDown
        };
        desk.launch("a", "one");
        desk.work();
        desk.operation("a", operation);
        desk.answer_next(page(status, "text/html"));
        desk.step();
        assert_eq!(desk.waits(), [what], "{status}");
        assert!(matches!(
            desk.events.last(),
            Some(Event::Waiting {
                reason: Reason::NotABackend,
                ..
            })
        ));
        desk.work();
        assert_eq!(desk.waits(), []);
    }
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.answer_next(page(200, "text/html"));
    desk.step();
    assert_eq!(desk.waits(), [What::Launch]);
    // A page that is not found does not prove that a campaign is gone.
    desk.work();
    desk.operation("a", Operation::TakeDown);
    desk.answer_next(page(404, "text/html"));
    desk.work();
    assert_eq!(desk.entry("a").refusal.map(|refusal| refusal.answer.status), Some(404));
}

#[test]
fn a_token_that_will_not_do_stops_the_connection() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.launch("b", "one");
    desk.answer_next(Ok(problem(401, json!({}))));
    desk.work();
    assert_eq!(desk.waits(), [What::Launch, What::Launch]);
    assert!(matches!(
        desk.events.last(),
        Some(Event::Stopped {
            reason: Reason::TokenRefused,
            ..
        })
    ));
    assert_eq!(desk.backend().heard.len(), 1);
    desk.rounds.retry_now(Some("elsewhere"));
    assert_eq!(desk.step(), Step::Idle);
    desk.rounds.retry_now(Some(HERE));
    desk.work();
    assert_eq!(desk.waits(), []);
}

#[test]
fn a_stumble_over_one_campaign_holds_up_no_other() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.launch("b", "one");
    desk.break_with(|request| match request.path.contains("/a") {
        true => Break::Instead(500),
        false => Break::Nothing,
    });
    while matches!(desk.step(), Step::Worked) {}
    assert_eq!(desk.waits(), [What::Launch]);
    assert_eq!(desk.standing("b", "one"), Standing::Live);
    let waits = desk
        .events
        .iter()
        .filter(|event| matches!(event, Event::Waiting { subject: Some(_), .. }));
    assert_eq!(waits.count(), 1);
}

#[test]
fn what_was_overtaken_before_it_was_sent_never_flashes_up() {
    let mut desk = Desk::new(1);
    let first = desk.launch("a", "yesterday's price");
    desk.launch("a", "today's price");
    desk.launch("b", "wrong");
    desk.operation("b", Operation::TakeDown);
    desk.work();
    assert_eq!(desk.backend().campaigns["a"].live, Some(stored("a", "today's price")));
    let launches = desk
        .backend()
        .carried_out
        .iter()
        .filter(|key| key.ends_with("launch"))
        .count();
    assert_eq!(launches, 1);
    assert!(desk.events.iter().any(
        |event| matches!(event, Event::Ended { about, outcome: Outcome::Superseded } if about.intention == first)
    ));
}

#[test]
fn what_is_in_flight_is_finished_before_what_follows() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.break_with({
        let mut calls = 0;
        move |_| {
            calls += 1;
            if calls == 1 { Break::AnswerLost } else { Break::Nothing }
        }
    });
    desk.step();
    desk.launch("a", "two");
    desk.restart();
    desk.work();
    let backend = desk.backend();
    assert_eq!(backend.campaigns["a"].live, Some(stored("a", "two")));
    let steps: Vec<_> = backend
        .carried_out
        .iter()
        .map(|key| key.rsplit('.').next().unwrap_or_default())
        .collect();
    assert_eq!(steps, ["put", "launch", "put", "launch"]);
}

#[test]
fn offline_is_reported_and_so_is_its_end() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.answer_next(Err(TransportError::Unreachable));
    desk.work();
    let kinds: Vec<_> = desk.events.iter().map(std::mem::discriminant).collect();
    let waiting = Event::Waiting {
        connection: String::new(),
        subject: None,
        until: desk.now,
        reason: Reason::NotABackend,
    };
    let online = Event::Online {
        connection: HERE.into(),
    };
    let place = |event: &Event| kinds.iter().position(|other| *other == std::mem::discriminant(event));
    assert!(place(&waiting) < place(&online) && place(&waiting).is_some());
}

#[test]
fn a_refresh_notes_counts_and_foreign_changes() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.launch("b", "one");
    desk.work();
    let change = |backend: &mut Backend, id: &str, title: Option<&str>| {
        let kept = backend.campaigns.get_mut(id).expect("there");
        kept.etag = format!("\"foreign {id}\"");
        match title {
            Some(title) => kept.document = stored(id, title),
            None => kept.status = "paused",
        }
    };
    change(&mut desk.backend(), "a", Some("theirs"));
    change(&mut desk.backend(), "b", None);
    let mut events = Vec::new();
    desk.rounds
        .refresh(HERE, desk.now, &mut |event| events.push(event))
        .expect("noted");
    assert_eq!(
        events,
        [Event::Refreshed {
            connection: HERE.into(),
            changed: true
        }]
    );
    assert_eq!(desk.standing("a", "one"), Standing::ChangedSinceLaunch);
    assert_eq!(desk.standing("b", "one"), Standing::Paused);
    assert!(desk.entry("a").changed_there && !desk.entry("b").changed_there);
    // Nobody saw theirs of a: a launch is a conflict. Everybody saw that b was paused.
    desk.launch("a", "two");
    desk.launch("b", "two");
    desk.work();
    assert_eq!(desk.standing("a", "two"), Standing::Conflict);
    assert_eq!(desk.standing("b", "two"), Standing::Live);
    let mut events = Vec::new();
    desk.backend().campaigns.clear();
    desk.rounds
        .refresh(HERE, desk.now, &mut |event| events.push(event))
        .expect("noted");
    assert_eq!(desk.entry("b").status, None);
    desk.launch("b", "three");
    desk.work();
    assert_eq!(desk.standing("b", "three"), Standing::Live);
}

#[test]
fn a_pause_of_what_was_never_launched_has_what_it_wants() {
    let refused = |current: Option<&str>| Ok(problem(409, json!({ "current_etag": current })));
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.work();
    let etag = desk.entry("a").etag;
    for current in [None, etag.as_deref()] {
        desk.operation("a", Operation::Pause);
        desk.answer_next(refused(current));
        desk.work();
        let entry = desk.entry("a");
        assert_eq!((entry.status, entry.conflict), (Some(Status::Draft), None));
        assert_eq!(desk.waits(), []);
    }
    // The user has to look at a version other than the known one.
    desk.backend().campaigns.get_mut("a").expect("there").etag = "\"other\"".into();
    desk.operation("a", Operation::Pause);
    desk.answer_next(refused(Some("\"other\"")));
    desk.work();
    assert!(desk.entry("a").conflict.is_some());
}

#[test]
fn a_mark_alone_makes_no_backend() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    for body in ["<html>Welcome</html>", "{}", r#"{ "id": "b" }"#] {
        desk.answer_next(Ok(Response {
            status: 200,
            etag: Some("\"page\"".into()),
            content_type: Some("application/json".into()),
            body: body.into(),
            ..Response::default()
        }));
        desk.step();
        assert_eq!(desk.backend().campaigns.len(), 0, "{body}");
        desk.rounds.retry_now(None);
    }
    desk.work();
    assert_eq!(desk.backend().campaigns["a"].status, "live");
}

#[test]
fn a_page_that_the_disk_does_not_give_holds_up_no_other_campaign() {
    let mut desk = Desk::new(1);
    // A folder in place of the page cannot be read as a file.
    std::fs::create_dir_all(
        desk.data_dir
            .dir()
            .join("ledger")
            .join(LIBRARY)
            .join(HERE)
            .join("a.json"),
    )
    .expect("made");
    desk.launch("a", "one");
    desk.launch("b", "one");
    for _ in 0..20 {
        if let Step::Until(at) = desk.step() {
            desk.now = at;
        }
    }
    assert_eq!(desk.backend().campaigns["b"].status, "live");
    let matching = desk
        .events
        .iter()
        .filter(|event| matches!(event, Event::Trouble { .. }));
    assert_eq!(matching.count(), 1);
    assert_eq!(desk.waits(), [What::Launch]);
}
