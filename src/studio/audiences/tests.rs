//! What happens to saved audiences while they are edited here and elsewhere.

use super::*;
use crate::{
    campaign::{Condition, Field, Group, Joiner, Node, Operator},
    library::ContentHash,
};

fn audience(visits: i64) -> SavedAudience {
    let asks = Condition::new(Field::Visits, Operator::AtLeast, visits);
    SavedAudience {
        name: "Returning".to_owned(),
        audience: Group::of(Joiner::All, vec![Node::Condition(asks)]),
        ..SavedAudience::default()
    }
}

fn entry(visits: i64) -> AudienceEntry {
    let audience = audience(visits);
    AudienceEntry {
        name: "returning".to_owned(),
        path: "audiences/returning.audience.json".into(),
        content: Ok(stored(&audience)),
    }
}

fn stored(audience: &SavedAudience) -> StoredAudience {
    StoredAudience {
        tag: VersionTag {
            path: "audiences/returning.audience.json".into(),
            hash: ContentHash::of(audience.to_json().as_bytes()),
        },
        audience: audience.clone(),
    }
}

fn opened() -> AudienceDesk {
    let mut desk = AudienceDesk::default();
    desk.on(Event::Read(Ok(vec![entry(2)])));
    desk.on(Event::Open("returning".to_owned()));
    desk
}

fn change(desk: &mut AudienceDesk, visits: i64) -> Vec<Request> {
    let edit = Edit::Step("editor-step-value");
    desk.on(Event::Changed(Box::new(audience(visits)), edit, Duration::ZERO))
}

fn shown(desk: &AudienceDesk) -> SavedAudience {
    desk.open().expect("an open audience").audience().clone()
}

#[test]
fn a_change_counts_at_once_and_is_written_and_undone() {
    let mut desk = opened();
    let requests = change(&mut desk, 3);
    assert!(matches!(&requests[..], [Request::Know(known), Request::Save(save)]
        if known.get("returning") == Some(&audience(3)) && save.audience == audience(3)));
    let undone = desk.on(Event::Walk(Direction::Undo));
    assert!(
        matches!(&undone[..], [Request::Know(_), Request::Save(save), Request::SayWalked(Direction::Undo, _)]
        if save.audience == audience(2))
    );
    assert!(desk.step(Direction::Undo).is_none() && desk.step(Direction::Redo).is_some());
}

#[test]
fn the_list_is_looked_at_again_once_a_change_is_on_the_disk() {
    let mut desk = opened();
    change(&mut desk, 3);
    let requests = desk.on(Event::Saved(
        "returning".to_owned(),
        1,
        Ok(Box::new(stored(&audience(3)))),
    ));
    assert!(matches!(&requests[..], [Request::List]));
    assert_eq!(desk.open().map(OpenAudience::saving), Some(Saving::Done));
    // Its own change that the watch reports is nothing new.
    assert!(desk.on(Event::Read(Ok(vec![entry(3)]))).is_empty());
}

#[test]
fn another_programs_change_is_taken_over_and_can_be_undone() {
    let mut desk = opened();
    let requests = desk.on(Event::Read(Ok(vec![entry(7)])));
    assert!(matches!(
        &requests[..],
        [Request::Know(_), Request::List, Request::Say("audience-reloaded")]
    ));
    assert_eq!(shown(&desk), audience(7));
    desk.on(Event::Walk(Direction::Undo));
    assert_eq!(shown(&desk), audience(2));
}

#[test]
fn of_two_versions_the_user_chooses_one() {
    for keeps in [true, false] {
        let mut desk = opened();
        change(&mut desk, 3);
        let path = std::path::PathBuf::from("audiences/returning.audience.json");
        let theirs = Some(Box::new(stored(&audience(9))));
        let conflict = AudienceSaveError::Conflict { path, theirs };
        desk.on(Event::Saved("returning".to_owned(), 1, Err(conflict)));
        assert_eq!(desk.open().and_then(OpenAudience::conflict), Some(Some(&audience(9))));
        // Nothing is written meanwhile.
        assert!(
            !change(&mut desk, 4)
                .iter()
                .any(|request| matches!(request, Request::Save(_)))
        );
        if keeps {
            let requests = desk.on(Event::KeepMine);
            assert!(matches!(&requests[..], [Request::Save(save)] if save.audience == audience(4)));
        } else {
            desk.on(Event::TakeTheirs);
            assert_eq!(shown(&desk), audience(9));
        }
        assert_eq!(desk.open().and_then(OpenAudience::conflict), None);
    }
}

#[test]
fn a_file_that_is_gone_can_be_written_again() {
    let mut desk = opened();
    desk.on(Event::Read(Ok(Vec::new())));
    assert_eq!(desk.open().and_then(OpenAudience::conflict), Some(None));
    let requests = desk.on(Event::KeepMine);
    assert!(matches!(&requests[..], [Request::Put(save)] if save.audience == audience(2)));
}
