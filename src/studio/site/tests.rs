//! What others write into the document is kept, whenever they do.

use super::{Event, Request, Save, Saving, SiteDesk};
use crate::{
    campaign::{Look, LookKey, SiteDocument},
    library::{LibraryError, LoadError},
    studio::{session::Edit, undoing::Direction},
};

fn site() -> SiteDocument {
    SiteDocument {
        name: "Leafhouse".to_owned(),
        look: Look::default().with(LookKey::Color, "#4f46e5"),
        ..SiteDocument::default()
    }
}

fn desk() -> SiteDesk {
    let mut desk = SiteDesk::default();
    let asked = desk.on(Event::Read(Ok(Some(site()))));
    assert_eq!(asked, [Request::ShowLook(site().look)]);
    desk
}

/// Shows the look with another colour, and returns what is to be written.
fn color(desk: &mut SiteDesk, color: &str) -> Save {
    let look = desk.document().expect("a document").look.clone();
    match desk.on(Event::LookShown(look.with(LookKey::Color, color))).pop() {
        Some(Request::Save(save)) => *save,
        other => panic!("{other:?}"),
    }
}

/// What the disk answers.
fn write(disk: &mut SiteDocument, save: &Save) -> Event {
    save.change.apply(disk);
    Event::Saved(save.number, Ok(disk.clone()))
}

#[test]
fn a_colour_changes_a_colour_and_nothing_that_was_written_meanwhile() {
    let mut desk = desk();
    let mut disk = site();
    disk.addresses = vec!["https://www.example.com".to_owned()];
    disk.look.set(LookKey::Radius, Some(4.into()));
    let save = color(&mut desk, "#16a34a");
    let written = write(&mut disk, &save);
    let look = site().look.with(LookKey::Color, "#16a34a").with(LookKey::Radius, 4);
    // Typical visitors come to the addresses that were written.
    assert_eq!(desk.on(written), [Request::Visit, Request::ShowLook(look.clone())]);
    assert_eq!(desk.document().map(|site| site.addresses.len()), Some(1));
    assert!(!desk.rules().shows_on("https://www.example.org/"));
    assert_eq!((&disk.look, disk.addresses.len()), (&look, 1));
    // And the next one begins from there.
    let save = color(&mut desk, "#dc2626");
    write(&mut disk, &save);
    assert_eq!(disk.look.get(LookKey::Radius), Some(&4.into()));
}

#[test]
fn quick_changes_end_with_the_last_one() {
    let mut desk = desk();
    let mut disk = site();
    let first = color(&mut desk, "#16a34a");
    let answer = write(&mut disk, &first);
    let back = color(&mut desk, "#4f46e5");
    // The answer to the first one comes late, and must not bring it back.
    assert_eq!(desk.on(answer), []);
    let answer = write(&mut disk, &back);
    assert_eq!(desk.on(answer), []);
    assert_eq!(disk, site());
    assert_eq!(desk.document(), Some(&site()));
}

#[test]
fn what_could_not_be_written_goes_with_the_next() {
    let mut desk = desk();
    let mut disk = site();
    let lost = color(&mut desk, "#16a34a");
    let error = LoadError::Disk(LibraryError::new(
        "save",
        std::path::Path::new("site.json"),
        std::io::ErrorKind::PermissionDenied.into(),
    ));
    assert_eq!(
        desk.on(Event::Saved(lost.number, Err(error.clone()))),
        [Request::Complain(error)]
    );
    let look = desk.document().expect("a document").look.clone();
    let Some(Request::Save(next)) = desk.on(Event::LookShown(look.with(LookKey::Radius, 0))).pop() else {
        panic!("nothing is written");
    };
    write(&mut disk, &next);
    let look = Look::default().with(LookKey::Color, "#16a34a").with(LookKey::Radius, 0);
    assert_eq!(disk.look, look);
}

#[test]
fn the_look_goes_with_its_document() {
    let mut desk = SiteDesk::default();
    desk.on(Event::Read(Ok(Some(site()))));
    assert_eq!(desk.on(Event::Read(Ok(None))), [Request::ShowSettingsLook]);
    assert_eq!(desk.on(Event::Read(Ok(None))), []);
    assert_eq!(desk.document(), None);
}

#[test]
fn without_a_document_the_settings_keep_the_look() {
    let mut desk = SiteDesk::default();
    assert_eq!(desk.on(Event::Read(Ok(None))), []);
    assert_eq!(desk.on(Event::LookShown(Look::default())), [Request::KeepInSettings]);
    assert_eq!(desk.document(), None);
}

/// A name is typed, after what the page shows.
fn typed(desk: &SiteDesk, name: &str) -> Event {
    let before = desk.draft(&Look::default());
    let after = SiteDocument {
        name: name.to_owned(),
        ..before.clone()
    };
    Event::Changed(
        Box::new([before, after]),
        Edit::Typed("site-step-name", "/name".to_owned()),
    )
}

#[test]
fn the_first_change_on_the_page_makes_the_document_with_the_look_that_was_shown() {
    let mut desk = SiteDesk::default();
    desk.on(Event::Read(Ok(None)));
    let green = Look::default().with(LookKey::Color, "#16a34a");
    let before = desk.draft(&green);
    assert_eq!(before.look, Look::usual().with(LookKey::Color, "#16a34a"));
    let draft = SiteDocument {
        name: "Leafhouse".to_owned(),
        ..before.clone()
    };
    let drafts = Box::new([before.clone(), draft.clone()]);
    let requests = desk.on(Event::Changed(drafts, Edit::Step("site-step-name")));
    let [Request::ShowLook(look), Request::Save(save)] = &requests[..] else {
        panic!("{requests:?}");
    };
    assert_eq!((look, &save.otherwise), (&draft.look, &draft));
    assert_eq!(desk.document(), Some(&draft));
    assert_eq!(desk.saving(), Saving::Running);
    desk.on(Event::Saved(save.number, Ok(draft)));
    assert_eq!(desk.saving(), Saving::Done);
    // Undone, the name is gone and the look stays.
    desk.on(Event::Walk(Direction::Undo));
    assert_eq!(desk.document(), Some(&before));
}

#[test]
fn a_first_document_that_was_refused_is_written_again() {
    let mut desk = SiteDesk::default();
    desk.on(Event::Read(Ok(None)));
    for again in [Event::Read(Ok(None)), Event::Retry] {
        let event = typed(&desk, "Leafhouse");
        desk.on(event);
        desk.on(Event::BrokeOff);
        assert_eq!(desk.saving(), Saving::Failed);
        let Some(Request::Save(save)) = desk.on(again).pop() else {
            panic!("nothing is written");
        };
        assert_eq!(save.otherwise.name, "Leafhouse");
        assert_eq!(desk.on(Event::Retry), [], "it is being written");
        desk = SiteDesk::default();
    }
}

#[test]
fn typing_on_is_a_step_until_it_is_closed_and_takes_nothing_else_with_it() {
    let mut desk = desk();
    let type_name = |desk: &mut SiteDesk, name: &str| {
        let event = typed(desk, name);
        desk.on(event);
    };
    type_name(&mut desk, "L");
    let green = site().look.with(LookKey::Color, "#16a34a");
    desk.on(Event::LookShown(green.clone()));
    type_name(&mut desk, "Le");
    desk.close_step();
    type_name(&mut desk, "Lea");
    let name = |desk: &SiteDesk| desk.document().map(|site| site.name.clone()).unwrap_or_default();
    desk.on(Event::Walk(Direction::Undo));
    assert_eq!(name(&desk), "Le");
    desk.on(Event::Walk(Direction::Undo));
    assert_eq!(name(&desk), "Leafhouse");
    assert_eq!(desk.document().map(|site| &site.look), Some(&green));
}

#[test]
fn a_step_is_undone_and_redone_without_what_others_changed() {
    let mut desk = desk();
    let mut disk = site();
    let event = typed(&desk, "L");
    desk.on(event);
    let event = typed(&desk, "Leaf");
    let Some(Request::Save(save)) = desk.on(event).pop() else {
        panic!("nothing is written");
    };
    disk.addresses = vec!["https://www.example.com".to_owned()];
    let answer = write(&mut disk, &save);
    desk.on(answer);
    assert_eq!(desk.step(Direction::Undo), Some("site-step-name"));
    let requests = desk.on(Event::Walk(Direction::Undo));
    assert_eq!(
        requests.last(),
        Some(&Request::SayWalked(Direction::Undo, "site-step-name"))
    );
    let shown = desk.document().expect("a document");
    // What was typed in one go is one step.
    assert_eq!((shown.name.as_str(), shown.addresses.len()), ("Leafhouse", 1));
    assert_eq!(desk.step(Direction::Undo), None);
    desk.on(Event::Walk(Direction::Redo));
    assert_eq!(desk.document().map(|site| site.name.as_str()), Some("Leaf"));
    desk.on(Event::Walk(Direction::Undo));
    let event = typed(&desk, "Other");
    desk.on(event);
    assert_eq!(desk.step(Direction::Redo), None, "a change ends what could be redone");
}

#[test]
fn a_file_that_cannot_be_read_is_said_once_and_known_until_it_can() {
    let mut desk = desk();
    let changed = typed(&desk, "Fern");
    desk.on(changed);
    let error = || {
        LoadError::Disk(LibraryError::new(
            "read",
            std::path::Path::new("site.json"),
            std::io::ErrorKind::PermissionDenied.into(),
        ))
    };
    assert_eq!(desk.on(Event::Read(Err(error()))), [Request::Complain(error())]);
    assert_eq!(desk.on(Event::Read(Err(error()))), []);
    assert_eq!(desk.trouble(), Some(&error()));
    assert_eq!(desk.step(Direction::Undo), None, "what would be undone cannot be seen");
    assert_eq!(desk.on(Event::Walk(Direction::Undo)), []);
    desk.on(Event::Read(Ok(Some(site()))));
    assert_eq!(desk.trouble(), None);
    assert!(desk.step(Direction::Undo).is_some());
}

#[test]
fn what_the_disk_refused_is_written_when_the_page_is_opened_again() {
    let mut desk = desk();
    let refused = color(&mut desk, "#16a34a");
    let error = LoadError::Disk(LibraryError::new(
        "save",
        std::path::Path::new("site.json"),
        std::io::ErrorKind::StorageFull.into(),
    ));
    desk.on(Event::Saved(refused.number, Err(error)));
    assert_eq!(desk.saving(), Saving::Failed);
    let mut disk = SiteDocument {
        name: "Theirs".to_owned(),
        ..site()
    };
    let mut requests = desk.on(Event::Read(Ok(Some(disk.clone()))));
    let Some(Request::Save(again)) = requests.pop() else {
        panic!("nothing is written");
    };
    let answer = write(&mut disk, &again);
    desk.on(answer);
    assert_eq!(
        (disk.name.as_str(), disk.look.get(LookKey::Color)),
        ("Theirs", Some(&"#16a34a".into()))
    );
    assert_eq!((desk.saving(), desk.document()), (Saving::Done, Some(&disk)));
}
