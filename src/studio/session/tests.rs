//! Every change is a step, and the same campaign is shown, saved and undone.

use std::{sync::Arc, time::Duration};

use super::{Edit, Saving, Session};
use crate::{
    campaign::{
        AudienceReference, Campaign, Condition, Field, Group, Joiner, Node, Operator, SavedAudience, SavedAudiences,
        to_json,
    },
    library::{ContentHash, Stored, VersionTag},
};
use chrono::{DateTime, TimeZone, Utc};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 28, 10, 0, 0)
        .single()
        .expect("a real instant")
}

fn stored(campaign: Campaign) -> Stored {
    let tag = VersionTag {
        path: "library/mine.campaign.json".into(),
        hash: ContentHash::of(to_json(&campaign).as_bytes()),
    };
    Stored { tag, campaign }
}

fn campaign() -> Campaign {
    let mut campaign = Campaign::new(crate::clock::new_id(), "Mine", "Europe/Istanbul");
    let condition = |count: i64| Node::Condition(Condition::new(Field::PageViews, Operator::AtLeast, count));
    let inner = Group::of(Joiner::Any, vec![condition(2), condition(3)]);
    campaign.audience.children = vec![condition(1), Node::Group(inner)];
    campaign
}

fn session() -> Session {
    Session::new(stored(campaign()), None, now(), 1, 1)
}

fn title(campaign: &mut Campaign, title: &str) -> Option<Edit> {
    campaign.content.title = Some(title.to_owned());
    Some(Edit::Typed("editor-step-text", "/content/title".to_owned()))
}

#[test]
fn every_change_raises_the_revision_is_unsaved_and_can_be_undone() {
    let mut session = session();
    let before = session.campaign().clone();
    session.step("edit-rename", |campaign| campaign.name = "Yours".to_owned());
    assert_eq!((session.revision(), session.is_unsaved()), (2, true));
    session.edit(Duration::ZERO, |campaign| title(campaign, "H"));
    session.edit(Duration::from_millis(10), |campaign| title(campaign, "Hi"));
    assert_eq!(session.revision(), 4);
    assert_eq!(session.history().past.len(), 2);
    session.undo();
    session.undo();
    assert_eq!(*session.campaign(), before);
    assert!(session.undo().is_none());
}

#[test]
fn what_changes_nothing_is_not_a_step() {
    let mut session = session();
    session.step("edit-rename", |_| {});
    session.edit(Duration::ZERO, |_| Some(Edit::Step("editor-step-text")));
    session.edit(Duration::ZERO, |_| None);
    assert_eq!(
        (session.revision(), session.is_unsaved(), session.undo_name()),
        (1, false, None)
    );
}

#[test]
#[cfg_attr(
    debug_assertions,
    should_panic(expected = "a change without a name at `/content/title`")
)]
fn a_change_that_nobody_named_is_a_step_all_the_same() {
    let mut session = session();
    session.edit(Duration::ZERO, |campaign| {
        title(campaign, "Hi");
        None
    });
    assert!(session.is_unsaved());
    assert_eq!(session.undo_name(), Some("edit-change"));
}

#[test]
fn undo_says_what_it_undid_and_where() {
    let mut session = session();
    type Change = fn(&mut Campaign);
    let cases: [(&str, Change, &str, &str); 9] = [
        (
            "title",
            |campaign| campaign.content.title = Some("Hi".into()),
            "/content",
            "/content/title",
        ),
        ("name", |campaign| campaign.name = "Other".into(), "/name", "/name"),
        (
            "priority",
            |campaign| campaign.schedule.set_delay_seconds(9.0),
            "/schedule/message_delay",
            "/schedule/message_delay",
        ),
        (
            "remove",
            |campaign| drop(campaign.audience.children.remove(0)),
            "/audience/all/0",
            "/audience/all/0",
        ),
        (
            "remove last",
            |campaign| drop(campaign.audience.children.pop()),
            "/audience/all/1",
            "/audience/all/0",
        ),
        (
            "value",
            |campaign| {
                let Node::Group(group) = &mut campaign.audience.children[1] else {
                    panic!("a group")
                };
                group.children[1] = Node::Condition(Condition::new(Field::PageViews, Operator::AtLeast, 9));
            },
            "/audience/all/1/any/1/value",
            "/audience/all/1/any/1/value",
        ),
        (
            "joiner",
            |campaign| campaign.audience.joiner = Joiner::Any,
            "/audience",
            "/audience",
        ),
        (
            "all gone",
            |campaign| campaign.audience.children.clear(),
            "/audience",
            "/audience",
        ),
        (
            "several",
            |campaign| {
                campaign.name = "Other".into();
                campaign.content.title = Some("Hi".into());
            },
            "",
            "",
        ),
    ];
    for (name, change, undone_at, redone_at) in cases {
        session.step("editor-step-text", change);
        let undone = session.undo().expect("a step");
        assert_eq!(
            (undone.name.as_str(), undone.place.as_str()),
            ("editor-step-text", undone_at),
            "{name}"
        );
        let redone = session.redo().expect("a step");
        assert_eq!(redone.place, redone_at, "{name}");
        session.undo();
    }
}

#[test]
fn a_launch_is_not_a_step_and_survives_undo() {
    let mut session = session();
    session.step("edit-rename", |campaign| campaign.name = "Yours".to_owned());
    session.note_launched("2026-11-28T10:00:00Z");
    assert_eq!(session.undo_name(), Some("edit-rename"));
    session.undo();
    assert_eq!(session.campaign().launched_at.as_deref(), Some("2026-11-28T10:00:00Z"));
    session.redo();
    assert_eq!(session.campaign().launched_at.as_deref(), Some("2026-11-28T10:00:00Z"));
    assert_eq!(session.campaign().name, "Yours");
    // An editor that draws and changes nothing finds nothing changed.
    session.edit(Duration::ZERO, |_| None);
}

#[test]
fn what_another_program_wrote_is_one_step_and_mine_is_one_undo_away() {
    let mut session = session();
    session.step("edit-rename", |campaign| campaign.name = "Mine again".to_owned());
    session.note_saved(session.edition());
    let mut theirs = session.campaign().clone();
    theirs.name = "Theirs".to_owned();
    assert!(session.take_outside(stored(theirs)));
    assert!(!session.is_unsaved());
    assert_eq!(
        (session.campaign().name.as_str(), session.undo_name()),
        ("Theirs", Some("edit-outside"))
    );
    session.undo();
    assert_eq!(
        (session.campaign().name.as_str(), session.is_unsaved()),
        ("Mine again", true)
    );
    // Only the instant of a launch: nothing that a user would want to undo.
    session.note_saved(session.edition());
    let mut launched = session.campaign().clone();
    launched.launched_at = Some("2026-11-28T10:00:00Z".to_owned());
    assert!(!session.take_outside(stored(launched)));
    assert_eq!(session.undo_name(), Some("edit-rename"));
}

#[test]
fn a_recovered_draft_is_unsaved_even_when_nothing_else_is_known_of_it() {
    let mut session = session();
    let draft = session.campaign().clone();
    session.recover("edit-recover", draft);
    assert!(session.is_unsaved());
    let mut session = self::session();
    let mut draft = session.campaign().clone();
    draft.name = "Typed last".to_owned();
    session.recover("edit-recover", draft);
    assert_eq!(
        (session.is_unsaved(), session.undo_name()),
        (true, Some("edit-recover"))
    );
}

#[test]
fn an_editing_session_begins_with_the_first_edit_and_ends_once() {
    let mut session = session();
    assert!(session.end_editing().is_none());
    let before = session.campaign().clone();
    session.step("edit-rename", |campaign| campaign.name = "Yours".to_owned());
    assert_eq!(session.end_editing(), Some(before.clone()));
    assert!(session.end_editing().is_none());
    // Edited and undone: nothing to keep.
    session.undo();
    session.redo();
    assert!(session.end_editing().is_none());
}

#[test]
fn saving_is_said_to_be_fine_once_the_file_holds_the_newest_edition() {
    let mut session = session();
    session.step("edit-rename", |campaign| campaign.name = "One".to_owned());
    let first = session.edition();
    session.set_saving(Saving::Running(first));
    session.step("edit-rename", |campaign| campaign.name = "Two".to_owned());
    session.note_saved(first);
    assert!(session.is_unsaved());
    session.note_saved(session.edition());
    assert_eq!((session.is_unsaved(), session.saving()), (false, &Saving::Fine));
    // A late answer changes nothing.
    session.note_saved(first);
    assert!(!session.is_unsaved());
}

#[test]
fn another_meaning_of_a_saved_audience_is_another_revision_and_no_edit() {
    let saying = |count: i64| -> Arc<SavedAudiences> {
        let asks = Node::Condition(Condition::new(Field::Visits, Operator::AtLeast, count));
        let saved = SavedAudience {
            audience: Group::of(Joiner::All, vec![asks]),
            ..SavedAudience::default()
        };
        Arc::new([("buyers".to_owned(), saved)].into_iter().collect())
    };
    let mut session = session();
    let (revision, own) = (session.revision(), session.campaign().clone());
    session.know_audiences(saying(2));
    assert_eq!(
        (session.revision(), session.inlined()),
        (revision, &own),
        "it uses none"
    );
    session.step("editor-step-saved", |campaign| {
        campaign.audience.children = vec![Node::Saved(AudienceReference::new("buyers"))];
    });
    let (revision, edition) = (session.revision(), session.edition());
    assert!(session.inlined().audience.unresolved().is_none());
    for (count, later) in [(2, 0), (3, 1), (3, 1)] {
        session.know_audiences(saying(count));
        assert_eq!(
            (session.revision(), session.edition()),
            (revision + later, edition),
            "{count}"
        );
    }
    assert_eq!(session.inlined().audience.count_conditions(), 1);
    assert_eq!(session.campaign().uses(), ["buyers"]);
    session.undo();
    assert_eq!(session.inlined(), &own);
}
