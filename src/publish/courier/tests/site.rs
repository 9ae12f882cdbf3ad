//! The site document goes out like a campaign: one request, in order, retried, refused, and a conflict that the user decides.

use serde_json::json;

use super::fake::{Backend, Break, Desk, HERE, LIBRARY};
use crate::campaign::SiteDocument;
use crate::publish::courier::{Choice, Event, Method, Precondition, Response, TransportError};
use crate::publish::{Document, Entry, EntryKey, Outcome, RefusalCause, SiteStanding, Subject, What, site_standing};

fn site(name: &str) -> SiteDocument {
    with(name, "")
}

/// A site document with further keys.
fn with(name: &str, more: &str) -> SiteDocument {
    let text = format!(r#"{{ "format": "beckon.site", "version": 1, "name": "{name}"{more} }}"#);
    SiteDocument::from_json(text.as_bytes()).expect("a site document")
}

fn key() -> EntryKey {
    EntryKey::site(LIBRARY, HERE)
}

fn entry(desk: &Desk) -> Entry {
    desk.data_dir.ledger.get(&key()).expect("read").expect("it is there")
}

fn standing(desk: &Desk, document: &SiteDocument) -> SiteStanding {
    let entry = desk.data_dir.ledger.get(&key()).expect("read");
    let waiting = desk.data_dir.outbox.queue().expect("listed").waiting;
    site_standing(document, LIBRARY, HERE, entry.as_ref(), &waiting)
}

fn there(desk: &Desk) -> SiteDocument {
    let (document, _) = desk.backend().site.clone().expect("it is there");
    SiteDocument::from_json(document.to_string().as_bytes()).expect("a site document")
}

/// Somebody else puts this document.
fn change(desk: &Desk, document: &SiteDocument) {
    desk.backend().site = Some((document.to_value(), "\"theirs\"".to_owned()));
}

fn choose(desk: &mut Desk, choice: Choice) {
    let events = &mut desk.events;
    desk.rounds
        .resolve(&key(), choice, &mut |event| events.push(event))
        .expect("the disk works");
    desk.work();
}

#[test]
fn it_is_put_under_the_version_that_is_known() {
    let mut desk = Desk::new(3);
    assert_eq!(standing(&desk, &site("A")), SiteStanding::Unpublished);
    let id = desk.publish_site(&site("A"));
    assert_eq!(standing(&desk, &site("A")), SiteStanding::Waiting);
    desk.work();
    let put = desk.backend().heard[0].clone();
    assert_eq!((put.method, put.path.as_str()), (Method::Put, "api/v1/site"));
    assert_eq!(
        (put.precondition, put.key),
        (Precondition::Absent, Some(format!("{id}.0.put")))
    );
    assert_eq!(there(&desk), site("A"));
    let noted = entry(&desk);
    assert_eq!(noted.last, Some((id, Outcome::Done)));
    assert_eq!(noted.launched_at.as_deref(), Some("2026-11-23T10:00:00Z"));
    assert_eq!(noted.live_site(), Some(&site("A")));
    assert_eq!(standing(&desk, &site("A")), SiteStanding::Live);
    assert_eq!(
        standing(&desk, &with("B", r#", "look": { "radius": 0 }"#)),
        SiteStanding::Changed(2)
    );
    desk.publish_site(&site("B"));
    desk.work();
    assert!(matches!(desk.backend().heard[1].precondition, Precondition::Is(_)));
    assert_eq!(there(&desk), site("B"));
    assert!(desk.events.iter().any(
        |event| matches!(event, Event::Sent { about, .. } if about.key.subject == Subject::Site && about.name == "B")
    ));
}

#[test]
fn the_newest_replaces_one_that_was_not_sent() {
    let mut desk = Desk::new(3);
    let first = desk.publish_site(&site("A"));
    desk.publish_site(&site("B"));
    desk.work();
    assert_eq!(desk.backend().carried_out.len(), 1);
    assert_eq!(there(&desk), site("B"));
    let superseded = |event: &Event| matches!(event, Event::Ended { about, outcome: Outcome::Superseded } if about.intention == first);
    assert!(desk.events.iter().any(superseded));
}

#[test]
fn it_survives_a_broken_line_and_a_restart_and_is_put_once() {
    for fault in [
        Break::RequestLost,
        Break::AnswerLost,
        Break::Instead(503),
        Break::AfterAll(502),
    ] {
        let mut desk = Desk::new(3);
        let mut failures = 2;
        desk.break_with(move |_| {
            failures -= i32::from(failures > 0);
            if failures > 0 { fault } else { Break::Nothing }
        });
        desk.publish_site(&site("A"));
        desk.step();
        desk.restart();
        desk.work();
        assert_eq!(there(&desk), site("A"), "{fault:?}");
        assert_eq!(desk.backend().carried_out.len(), 1, "{fault:?}");
        assert_eq!(standing(&desk, &site("A")), SiteStanding::Live, "{fault:?}");
        assert_eq!(desk.waits(), [], "{fault:?}");
    }
}

#[test]
fn somebody_elses_version_is_never_overwritten_unseen() {
    let mut desk = Desk::new(3);
    change(&desk, &with("Theirs", r#", "quiet": 10"#));
    desk.publish_site(&site("Mine"));
    desk.work();
    assert_eq!(standing(&desk, &site("Mine")), SiteStanding::Conflict);
    assert_eq!(desk.waits(), [What::Launch]);
    let conflict = entry(&desk).conflict.expect("a conflict");
    let theirs = conflict
        .theirs
        .as_ref()
        .and_then(Document::site)
        .expect("both versions");
    assert_eq!(theirs.name, "Theirs");
    // Nothing goes out meanwhile, even after a restart.
    let heard = desk.backend().heard.len();
    desk.restart();
    desk.work();
    assert_eq!(desk.backend().heard.len(), heard);
    assert_eq!(there(&desk).name, "Theirs");
}

#[test]
fn mine_keeps_what_only_theirs_says_under_unknown_keys() {
    let mut desk = Desk::new(3);
    change(&desk, &with("Theirs", r#", "quiet": 10, "look": { "later": true }"#));
    desk.publish_site(&site("Mine"));
    desk.work();
    choose(&mut desk, Choice::KeepMine);
    let kept = there(&desk);
    assert_eq!(kept.name, "Mine");
    assert_eq!(kept.extras.get("quiet"), Some(&json!(10)));
    assert_eq!(kept.look.extras.get("later"), Some(&json!(true)));
    assert_eq!(standing(&desk, &site("Mine")), SiteStanding::Live);
    // And so does every later one.
    desk.publish_site(&site("Mine, later"));
    desk.work();
    assert_eq!(there(&desk).extras.get("quiet"), Some(&json!(10)));
}

#[test]
fn mine_goes_over_theirs_only_if_theirs_is_what_was_seen() {
    let mut desk = Desk::new(3);
    change(&desk, &site("Theirs"));
    desk.publish_site(&site("Mine"));
    desk.work();
    desk.backend().site = Some((site("Theirs again").to_value(), "\"again\"".to_owned()));
    choose(&mut desk, Choice::KeepMine);
    assert_eq!(standing(&desk, &site("Mine")), SiteStanding::Conflict);
    choose(&mut desk, Choice::KeepMine);
    assert_eq!(there(&desk), site("Mine"));
}

#[test]
fn theirs_stays_and_is_known_from_then_on() {
    let mut desk = Desk::new(3);
    change(&desk, &site("Theirs"));
    desk.publish_site(&site("Mine"));
    desk.work();
    choose(&mut desk, Choice::TakeTheirs);
    assert_eq!(desk.waits(), []);
    assert_eq!(standing(&desk, &site("Theirs")), SiteStanding::Live);
    assert_eq!(standing(&desk, &site("Mine")), SiteStanding::Changed(1));
    desk.publish_site(&site("After all"));
    desk.work();
    assert_eq!(there(&desk), site("After all"));
}

#[test]
fn the_same_content_is_not_a_conflict() {
    let mut desk = Desk::new(3);
    change(&desk, &with("A", r#", "quiet": 10"#));
    desk.publish_site(&site("A"));
    desk.work();
    assert_eq!(standing(&desk, &site("A")), SiteStanding::Live);
    assert!(desk.backend().carried_out.is_empty());
}

#[test]
fn a_backend_that_lost_its_document_gets_it_again() {
    let mut desk = Desk::new(3);
    desk.publish_site(&site("A"));
    desk.work();
    desk.backend().site = None;
    desk.publish_site(&site("B"));
    desk.work();
    assert_eq!(there(&desk), site("B"));
    assert_eq!(standing(&desk, &site("B")), SiteStanding::Live);
}

#[test]
fn what_takes_no_site_document_says_so_once() {
    let plain = |status| Response {
        status,
        ..Response::default()
    };
    type Prepare = fn(&mut Backend);
    let cases: [(Prepare, Option<Response>); 3] = [
        (|backend| backend.takes_no_site = true, None),
        (|_| {}, Some(plain(404))),
        (|_| {}, Some(plain(405))),
    ];
    for (prepare, answer) in cases {
        let mut desk = Desk::new(3);
        prepare(&mut desk.backend());
        if let Some(answer) = answer {
            desk.answer_next(Ok(answer));
        }
        desk.publish_site(&site("A"));
        desk.work();
        assert_eq!(standing(&desk, &site("A")), SiteStanding::Refused);
        let refusal = entry(&desk).refusal.expect("refused");
        assert_eq!(refusal.cause, RefusalCause::NoSiteThere);
        assert!(refusal.hint().contains("update the backend"));
        assert_eq!((desk.waits(), desk.backend().heard.len()), (vec![], 1));
    }
}

#[test]
fn a_document_there_that_cannot_be_read_is_not_lost() {
    let mut desk = Desk::new(3);
    let newer = json!({ "format": "beckon.site", "version": 99 });
    desk.backend().site = Some((newer.clone(), "\"newer\"".to_owned()));
    desk.publish_site(&site("A"));
    desk.work();
    let refusal = entry(&desk).refusal.expect("refused");
    assert_eq!(refusal.cause, RefusalCause::UnreadableThere);
    assert_eq!(desk.backend().site, Some((newer, "\"newer\"".to_owned())));
}

#[test]
fn a_networks_page_is_no_answer() {
    let mut desk = Desk::new(3);
    let page = Response {
        status: 200,
        etag: Some("\"page\"".into()),
        content_type: Some("text/html".into()),
        body: b"<html>Sign in</html>".to_vec(),
        ..Response::default()
    };
    desk.answer_next(Ok(page));
    desk.publish_site(&site("A"));
    desk.step();
    assert_eq!(standing(&desk, &site("A")), SiteStanding::Waiting);
    desk.work();
    assert_eq!(there(&desk), site("A"));
}

#[test]
fn only_the_site_waits_when_only_it_fails_and_campaigns_go_on() {
    let mut desk = Desk::new(3);
    desk.publish_site(&site("A"));
    desk.launch("a", "one");
    desk.answer_next(Ok(super::fake::problem(500, json!({}))));
    desk.step();
    let waits = desk.events.iter().find_map(|event| match event {
        Event::Waiting { subject, .. } => Some(subject.clone()),
        _ => None,
    });
    assert_eq!(waits, Some(Some(Subject::Site)));
    desk.step();
    assert!(desk.backend().campaigns.contains_key("a"));
    desk.work();
    assert_eq!(there(&desk), site("A"));
    // Being offline holds up all.
    desk.publish_site(&site("B"));
    desk.answer_next(Err(TransportError::Unreachable));
    desk.step();
    assert!(matches!(desk.events.last(), Some(Event::Waiting { subject: None, .. })));
}

#[test]
fn a_change_by_somebody_else_is_noticed_by_asking() {
    let mut desk = Desk::new(3);
    let refresh = |desk: &mut Desk| {
        let events = &mut desk.events;
        desk.rounds
            .refresh(HERE, desk.now, &mut |event| events.push(event))
            .expect("the disk works");
    };
    // What was never published from here does not concern it.
    change(&desk, &site("Theirs"));
    refresh(&mut desk);
    assert_eq!(desk.backend().heard.len(), 1);
    desk.backend().site = None;
    desk.publish_site(&site("A"));
    desk.work();
    refresh(&mut desk);
    assert_eq!(standing(&desk, &site("A")), SiteStanding::Live);
    change(&desk, &site("Theirs"));
    refresh(&mut desk);
    assert_eq!(standing(&desk, &site("A")), SiteStanding::ChangedThere);
    // Nobody here has seen theirs: publishing asks.
    desk.publish_site(&site("B"));
    desk.work();
    assert_eq!(standing(&desk, &site("B")), SiteStanding::Conflict);
    choose(&mut desk, Choice::TakeTheirs);
    refresh(&mut desk);
    assert_eq!(standing(&desk, &site("Theirs")), SiteStanding::Live);
    desk.backend().site = None;
    refresh(&mut desk);
    assert_eq!(standing(&desk, &site("Theirs")), SiteStanding::Unpublished);
}
