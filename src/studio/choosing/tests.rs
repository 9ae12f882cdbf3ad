use super::*;
use crate::studio::export::Export;

const EXPORT: Purpose = Purpose::Export(Export::Campaign);

fn choosing(purpose: Purpose) -> Choosing {
    Choosing::new(purpose, "/tmp/sale.json".to_owned())
}

/// The objection to a path where this exists.
fn objection(purpose: Purpose, kind: PathKind) -> Option<Objection> {
    let mut choosing = choosing(purpose);
    let asked = choosing.asks_about().expect("a path");
    assert_eq!(choosing.objection(), None, "not before it is known");
    assert_eq!(choosing.take_place(asked, kind), None);
    choosing.objection()
}

#[test]
fn a_path_that_could_not_be_looked_up_is_not_overwritten_without_a_question() {
    assert_eq!(objection(EXPORT, PathKind::Free), None);
    assert_eq!(objection(EXPORT, PathKind::File), Some(Objection::Replaces));
    assert_eq!(objection(EXPORT, PathKind::UNKNOWN), Some(Objection::Replaces));
    assert_eq!(Objection::Replaces.tone(), Tone::Warning);
    assert_eq!(objection(Purpose::Import, PathKind::UNKNOWN), None, "reading is tried");
}

#[test]
fn a_path_that_cannot_be_used_stops_the_user() {
    let cases = [
        (Purpose::SaveJourney, PathKind::Folder),
        (Purpose::SaveJourney, PathKind::NoFolder),
        (Purpose::Import, PathKind::Folder),
        (Purpose::Import, PathKind::NoFolder),
        (Purpose::Import, PathKind::Free),
        (Purpose::Library, PathKind::File),
        (Purpose::Library, PathKind::NoFolder),
    ];
    for (purpose, kind) in cases {
        let mut choosing = choosing(purpose);
        let asked = choosing.asks_about().expect("a path");
        choosing.take_place(asked, kind);
        assert!(!choosing.is_ready(), "{purpose:?} {kind:?}");
    }
}

#[test]
fn a_name_without_an_extension_gets_the_usual_one_and_another_kind_is_refused() {
    let mut choosing = Choosing::new(EXPORT, "/tmp/sale".to_owned());
    assert_eq!(choosing.target(), Path::new("/tmp/sale.beckon.json"));
    assert_eq!(choosing.completed_name().as_deref(), Some("sale.beckon.json"));
    choosing.path = "/tmp/sale.png".to_owned();
    assert_eq!(choosing.objection(), Some(Objection::Ending));
    assert!(!choosing.is_ready());
    choosing.path = "  ".to_owned();
    assert!(!choosing.is_ready(), "nothing is typed");
    assert_eq!(choosing.completed_name(), None);
}

#[test]
fn an_answer_belongs_to_the_path_field_that_asked() {
    let file = || Chosen::File(PathBuf::from("/tmp/other.json"));
    let path = PathBuf::from("/tmp/other.json");
    let mut open = choosing(EXPORT);
    let used = Some(Request::CloseAndUse(path.clone()));
    assert_eq!(answered(Some(&mut open), EXPORT, file()), used);
    assert_eq!(
        answered(Some(&mut open), Purpose::Import, file()),
        None,
        "of one that was closed"
    );
    assert_eq!(answered(None, EXPORT, file()), None);
    let used = Some(Request::Use(path));
    assert_eq!(
        answered(None, Purpose::Log, file()),
        used,
        "the dialog of the log has no path field"
    );
    assert_eq!(
        answered(Some(&mut open), Purpose::Log, file()),
        used,
        "another path field stays"
    );
    assert_eq!(answered(Some(&mut open), EXPORT, Chosen::Cancelled), None);
}

#[test]
fn a_name_that_the_dialog_would_complete_is_seen_first() {
    let mut open = choosing(EXPORT);
    let chosen = Chosen::File(PathBuf::from("/tmp/other"));
    assert_eq!(answered(Some(&mut open), EXPORT, chosen), None);
    assert_eq!(open.path, "/tmp/other");
    assert_eq!(open.target(), Path::new("/tmp/other.beckon.json"));
}

#[test]
fn a_desktop_without_a_dialog_is_said_once() {
    let mut open = choosing(Purpose::Import);
    assert_eq!(answered(Some(&mut open), Purpose::Import, Chosen::NoDialog), None);
    assert!(!open.has_chooser(), "the path field says so");
    let nobody = answered(None, Purpose::Log, Chosen::NoDialog);
    assert_eq!(nobody, Some(Request::SayNoChooser));
}

#[test]
fn a_picture_is_chosen_at_once_and_its_path_asked_for_only_where_nothing_else_can() {
    let purpose = Purpose::Picture(crate::library::PictureUse::Card);
    let path = PathBuf::from("/tmp/plant.jpg");
    let used = answered(None, purpose, Chosen::File(path.clone()));
    assert_eq!(used, Some(Request::Use(path)));
    assert_eq!(answered(None, purpose, Chosen::Cancelled), None);
    assert_eq!(answered(None, purpose, Chosen::NoDialog), Some(Request::AskPath));
    assert!(
        !Choosing::without_chooser(purpose).has_chooser(),
        "it says why there is no dialog"
    );
}
