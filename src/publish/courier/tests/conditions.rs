//! A change names the version that it changes, so that it changes nothing else however late it arrives.

use serde_json::json;

use super::fake::{Break, Desk, problem};
use crate::publish::Operation;
use crate::publish::courier::{Method, Precondition};

/// Whether all changes so far named a version, or that there is none.
fn all_changes_are_conditional(desk: &Desk) -> bool {
    let backend = desk.backend();
    let mut changes = backend.heard.iter().filter(|request| request.method != Method::Get);
    changes.all(|request| request.precondition != Precondition::None)
}

/// Removes everything known here about a campaign.
fn forget(desk: &Desk, campaign: &str) {
    let mut entry = desk.entry(campaign);
    entry.etag = None;
    desk.data_dir.ledger.put(&entry).expect("kept");
}

#[test]
fn a_version_that_nobody_knows_here_is_asked_for_first() {
    for (operation, left) in [(Operation::Pause, Some("paused")), (Operation::TakeDown, None)] {
        let mut desk = Desk::new(1);
        desk.launch("a", "one");
        desk.work();
        forget(&desk, "a");
        desk.operation("a", operation);
        desk.work();
        assert_eq!(desk.waits(), []);
        assert_eq!(desk.backend().campaigns.get("a").map(|kept| kept.status), left);
        assert!(all_changes_are_conditional(&desk));
    }
}

#[test]
fn what_was_never_there_is_not_taken_off_when_it_is() {
    for operation in [Operation::Pause, Operation::TakeDown] {
        let mut desk = Desk::new(1);
        desk.break_with(|_| Break::Doubled);
        desk.operation("a", operation);
        for title in ["one", "two", "three", "four"] {
            // What arrived is delivered again, late.
            desk.launch("a", title);
            desk.work();
            assert_eq!(desk.entry("a").conflict, None, "{title}");
            assert_eq!(desk.backend().campaigns["a"].status, "live", "{title}");
        }
        assert!(all_changes_are_conditional(&desk));
    }
}

#[test]
fn what_the_backend_cannot_read_is_taken_down_all_the_same() {
    let mut desk = Desk::new(1);
    desk.launch("a", "one");
    desk.work();
    let etag = desk.entry("a").etag;
    forget(&desk, "a");
    desk.operation("a", Operation::TakeDown);
    let unreadable = json!({ "type": "urn:beckon:problem:unreadable", "current_etag": etag });
    desk.answer_next(Ok(problem(500, unreadable)));
    desk.work();
    assert!(desk.backend().campaigns.is_empty());
    // A backend that does not name the version it refuses.
    desk.launch("b", "one");
    desk.work();
    forget(&desk, "b");
    desk.operation("b", Operation::TakeDown);
    desk.answer_next(Ok(problem(500, json!({ "type": "urn:beckon:problem:unreadable" }))));
    desk.work();
    assert!(desk.entry("b").refusal.is_some());
    assert!(desk.backend().campaigns.contains_key("b"));
}
