//! What others write into the document is kept, whenever they do.

use super::{Event, Request, Save, SiteDesk};
use crate::campaign::{Look, LookKey, SiteDocument};

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
    assert_eq!(desk.on(written), [Request::ShowLook(look.clone())]);
    assert_eq!(desk.document().map(|site| site.addresses.len()), Some(1));
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
    let error = crate::library::LoadError::Disk(crate::library::LibraryError::new(
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
fn without_a_document_the_settings_keep_the_look() {
    let mut desk = SiteDesk::default();
    assert_eq!(desk.on(Event::Read(Ok(None))), []);
    assert_eq!(desk.on(Event::LookShown(Look::default())), [Request::KeepInSettings]);
    assert_eq!(desk.document(), None);
}
