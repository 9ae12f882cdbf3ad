//! Changes by other programs and windows, and a folder that is missing or refuses writes: noticed, reported, and survived.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::support::keep_picture;
use crate::support::library::{Opening, Window, choose, command, fill, keys, listed, open, press, rest, tab, window};
use beckon::{
    campaign::Campaign,
    desktop::testing::FolderState,
    library::{Library, TroubleKind},
    wording::text::Language,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

const WELCOME: &str = "Welcome, first-time visitors";
const OTHER: &str = "Leaving the checkout";

/// The window on the welcome campaign's message, and that campaign's file.
fn at_message(folder: &Path) -> (Window, PathBuf) {
    let mut harness = window(folder);
    choose(&mut harness, WELCOME);
    tab(&mut harness, "Message");
    let path = harness.state().app().session().expect("open").path().to_owned();
    (harness, path)
}

fn undo(harness: &mut Window) {
    keys(harness, Modifiers::COMMAND, Key::Z);
}

/// Another program changes the file.
fn rewrite(path: &Path, change: impl FnOnce(&mut Campaign)) {
    let mut campaign = Library::load(path).expect("it can be read").campaign;
    change(&mut campaign);
    fs::write(path, beckon::campaign::to_json(&campaign)).expect("another program writes");
}

fn retitle(path: &Path, title: &str) {
    rewrite(path, |campaign| campaign.content.title = Some(title.to_owned()));
}

fn title_of(path: &Path) -> Option<String> {
    Library::load(path).expect("it can be read").campaign.content.title
}

#[test]
fn campaigns_that_appear_change_and_go_are_seen_without_being_asked_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    let library = harness.state().library.clone();
    let made = library
        .create(Campaign::new(uuid::Uuid::now_v7(), "From elsewhere", "UTC"))
        .expect("made");
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::ListItem, "From elsewhere");
    rewrite(&made.tag.path, |campaign| {
        campaign.name = "Renamed elsewhere".to_owned()
    });
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::ListItem, "Renamed elsewhere");
    fs::remove_file(&made.tag.path).expect("removed");
    harness.run_steps(2);
    assert!(!listed(&harness).contains(&"Renamed elsewhere".to_owned()));
    // A file that is not a campaign is listed with its reason, and normally once it is repaired.
    let broken = library.dir().join("broken.campaign.json");
    fs::write(&broken, "{").expect("written");
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::ListItem, "broken");
    assert_eq!(harness.state().app().session().expect("open").path(), path);
}

#[test]
fn what_went_wrong_is_said_in_the_language_of_the_window() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let opening = Opening {
        language: Language::TURKISH,
        ..Opening::default()
    };
    let mut harness = open(folder.path(), opening);
    let hint = "Bir kopyasından geri yükleyin: yarıda kesilen kopyalama ya da indirme böyle dosyalar bırakır.";
    // A broken file is listed, explains why on hover, and again when it is opened.
    let broken = harness.state().library.dir().join("bozuk.campaign.json");
    fs::write(&broken, "{\n\"format\": ").expect("written");
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::ListItem, "bozuk").hover();
    harness.run_steps(40);
    harness.get_by_label(&format!(
        "bozuk.campaign.json: satır 2, sütun 10: dosya erken bitiyor\n{hint}"
    ));
    keep_picture(&mut harness, "trouble-listed");
    choose(&mut harness, "bozuk");
    harness.get_by_label_contains(&format!(
        "bozuk.campaign.json: satır 2, sütun 10: dosya erken bitiyor. {hint}"
    ));
    // So does a file that cannot be imported.
    let other = folder.path().join("alınan.json");
    fs::write(&other, r#"{"format": "beckon.campaign", "version": 1, "name": 7}"#).expect("written");
    keys(&mut harness, Modifiers::COMMAND, Key::O);
    fill(&mut harness, "Dosya", &other.display().to_string());
    press(&mut harness, "İçe aktar");
    harness.get_by_label_contains(
        "alınan.json: satır 1, sütun 53: “name” için metin gerekiyor ama sayı bulundu. Oraya metin yazın ya da alanı kaldırın.",
    );
    keep_picture(&mut harness, "trouble-imported");
    // The checks of the whole library name the place, too.
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    harness
        .get_by_label("Bir komut ya da kampanya adı yazın")
        .type_text("Tüm kitaplığı denetle");
    harness.run();
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(
        harness
            .query_all_by_label_contains("Satır 2, sütun 10: dosya erken bitiyor.")
            .count()
            > 0
    );
    keep_picture(&mut harness, "trouble-checked");
}

#[test]
fn an_unedited_campaign_takes_an_outside_change_as_a_step_of_its_own() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    let first = harness.state().title();
    fill(&mut harness, "Title", "Mine");
    rest(&mut harness);
    retitle(&path, "Theirs");
    harness.run_steps(2);
    assert_eq!(harness.state().title(), "Theirs");
    harness.get_by_label("Another program changed this campaign, and you see its version now. Undo brings yours back.");
    undo(&mut harness);
    harness.get_by_label("Undone: Changed outside");
    assert_eq!(harness.state().title(), "Mine");
    undo(&mut harness);
    assert_eq!(harness.state().title(), first);
    rest(&mut harness);
    assert_eq!(title_of(&path), Some(first));
    // The previous version is among the versions, too.
    let session = harness.state().app().session().expect("open");
    let versions = harness.state().library.versions(&path, &session.campaign().id);
    assert!(versions.iter().any(|version| version.why.id() == "outside"));
}

#[test]
fn a_campaign_that_was_open_earlier_takes_it_as_well() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    fill(&mut harness, "Title", "Mine");
    choose(&mut harness, OTHER);
    retitle(&path, "Theirs");
    harness.run_steps(2);
    choose(&mut harness, WELCOME);
    assert_eq!(harness.state().title(), "Theirs");
    undo(&mut harness);
    assert_eq!(harness.state().title(), "Mine");
}

/// Makes an edit here and one by another program, neither aware of the other.
fn in_conflict(folder: &Path) -> (Window, PathBuf) {
    let (mut harness, path) = at_message(folder);
    fill(&mut harness, "Title", "Mine");
    retitle(&path, "Theirs");
    rest(&mut harness);
    harness.get_by_label("This campaign was changed elsewhere");
    (harness, path)
}

#[test]
fn a_conflict_shows_both_sides_and_escape_decides_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = in_conflict(folder.path());
    harness.get_by_label("Title: “Theirs” → “Mine”");
    keep_picture(&mut harness, "conflict");
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("This campaign was changed elsewhere").is_none());
    assert_eq!(harness.state().title(), "Mine");
    // Editing continues safely, while nothing overwrites the other version.
    fill(&mut harness, "Title", "Mine again");
    rest(&mut harness);
    assert_eq!(title_of(&path).as_deref(), Some("Theirs"));
    let pending = harness.state().library.recovery().pending();
    assert_eq!(pending[0].campaign.content.title.as_deref(), Some("Mine again"));
    keep_picture(&mut harness, "conflict-later");
    // The badge asks again, with the current version.
    press(&mut harness, "Changed elsewhere. Choose a version");
    harness.get_by_label("Title: “Theirs” → “Mine again”");
    press(&mut harness, "Keep mine");
    rest(&mut harness);
    assert_eq!(title_of(&path).as_deref(), Some("Mine again"));
    assert!(harness.state().library.recovery().pending().is_empty());
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Changed elsewhere. Choose a version")
            .is_none()
    );
    // The version not chosen is in the bin.
    press(&mut harness, "Recently deleted: 1");
    harness.get_by_label_contains("Set aside");
}

#[test]
fn theirs_is_one_undo_away_from_mine() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = in_conflict(folder.path());
    press(&mut harness, "Take the other version");
    assert_eq!(harness.state().title(), "Theirs");
    undo(&mut harness);
    assert_eq!(harness.state().title(), "Mine");
    rest(&mut harness);
    assert_eq!(title_of(&path).as_deref(), Some("Mine"));
}

#[test]
fn both_versions_go_on_as_two_campaigns() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = in_conflict(folder.path());
    press(&mut harness, "Keep both");
    assert_eq!(
        (harness.state().title().as_str(), title_of(&path).as_deref()),
        ("Mine", Some("Theirs"))
    );
    assert_eq!(harness.state().campaign().name, "Welcome, first-time visitors (copy)");
    choose(&mut harness, WELCOME);
    assert_eq!(harness.state().title(), "Theirs");
}

#[test]
fn a_file_that_is_gone_offers_no_other_version() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let gone = |folder: &Path| {
        let (mut harness, path) = at_message(folder);
        fill(&mut harness, "Title", "Mine");
        fs::remove_file(&path).expect("removed");
        rest(&mut harness);
        harness.get_by_label("This campaign was deleted elsewhere");
        assert!(
            harness
                .query_by_role_and_label(Role::Button, "Take the other version")
                .is_none()
        );
        (harness, path)
    };
    let (mut harness, path) = gone(folder.path());
    keep_picture(&mut harness, "conflict-gone");
    press(&mut harness, "Keep mine");
    assert_eq!(title_of(&path).as_deref(), Some("Mine"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = gone(folder.path());
    press(&mut harness, "Delete here too");
    assert!(!path.exists());
    assert!(!listed(&harness).contains(&WELCOME.to_owned()));
    press(&mut harness, "Recently deleted: 1");
    press(&mut harness, "Restore Welcome, first-time visitors");
    assert_eq!(harness.state().title(), "Mine");
}

#[test]
fn a_file_that_can_no_longer_be_read_keeps_what_is_here() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    fill(&mut harness, "Title", "Mine");
    fs::write(&path, "<<<<<<< HEAD").expect("another program writes");
    rest(&mut harness);
    harness.get_by_label_contains("it can no longer be read as a campaign");
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Take the other version")
            .is_none()
    );
    keep_picture(&mut harness, "conflict-broken");
    press(&mut harness, "Keep both");
    assert_eq!(fs::read_to_string(&path).expect("there"), "<<<<<<< HEAD");
    assert_eq!(harness.state().stored().content.title.as_deref(), Some("Mine"));
}

#[test]
fn an_unedited_campaign_that_was_deleted_elsewhere_can_be_brought_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    let campaign = harness.state().campaign().clone();
    fs::remove_file(&path).expect("removed");
    harness.run_steps(2);
    assert_ne!(harness.state().campaign().name, WELCOME);
    assert!(!listed(&harness).contains(&WELCOME.to_owned()));
    harness.get_by_label("Another program deleted “Welcome, first-time visitors”. A copy is in Recently deleted.");
    press(&mut harness, "Restore");
    assert_eq!(*harness.state().campaign(), campaign);
}

#[test]
fn a_file_that_got_another_name_is_followed_with_its_history() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    fill(&mut harness, "Title", "Mine");
    rest(&mut harness);
    let renamed = path.with_file_name("hello.campaign.json");
    fs::rename(&path, &renamed).expect("renamed");
    harness.run_steps(2);
    assert_eq!(harness.state().app().session().expect("open").path(), renamed);
    assert_eq!(listed(&harness).iter().filter(|name| *name == WELCOME).count(), 1);
    undo(&mut harness);
    assert_ne!(harness.state().title(), "Mine");
    rest(&mut harness);
    assert_ne!(title_of(&renamed).as_deref(), Some("Mine"));
    assert!(!path.exists());
}

#[test]
fn two_windows_on_one_library_lose_nothing_and_see_each_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut one, path) = at_message(folder.path());
    let (mut other, _) = at_message(folder.path());
    // An edit in one is seen in the other.
    fill(&mut one, "Title", "From one");
    rest(&mut one);
    other.run_steps(2);
    assert_eq!(other.state().title(), "From one");
    // And the other way round; both can undo what they did themselves.
    fill(&mut other, "Title", "From other");
    rest(&mut other);
    one.run_steps(2);
    assert_eq!(one.state().title(), "From other");
    undo(&mut one);
    assert_eq!(one.state().title(), "From one");
    rest(&mut one);
    other.run_steps(2);
    assert_eq!(other.state().title(), "From one");
    // Both at once: a real conflict, which the second to save is asked about.
    fill(&mut one, "Title", "One's");
    fill(&mut other, "Title", "Other's");
    rest(&mut one);
    rest(&mut other);
    other.get_by_label("Title: “One's” → “Other's”");
    press(&mut other, "Keep both");
    one.run_steps(2);
    assert!(listed(&one).contains(&"Welcome, first-time visitors (copy)".to_owned()));
    assert_eq!(title_of(&path).as_deref(), Some("One's"));
    // New, renamed and deleted.
    press(&mut one, "New campaign");
    press(&mut one, "Start blank");
    fill(&mut one, "Name", "Spring sale");
    press(&mut one, "Rename");
    rest(&mut one);
    other.run_steps(2);
    choose(&mut other, "Spring sale");
    keys(&mut one, Modifiers::NONE, Key::F2);
    fill(&mut one, "Name", "Summer sale");
    press(&mut one, "Rename");
    rest(&mut one);
    other.run_steps(4);
    assert_eq!(other.state().campaign().name, "Summer sale");
    keys(&mut one, Modifiers::COMMAND, Key::Delete);
    other.run_steps(4);
    assert!(!listed(&other).contains(&"Summer sale".to_owned()));
    // It is in the bin once, in whichever window.
    command(&mut other, "recently deleted");
    press(&mut other, "Restore Summer sale");
    one.run_steps(4);
    assert!(listed(&one).contains(&"Summer sale".to_owned()));
    assert_eq!(listed(&one), listed(&other));
}

#[test]
fn a_library_that_is_moved_away_and_back_loses_nothing_and_recovers_by_itself() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    let names = listed(&harness);
    let (here, away) = (folder.path().join("Beckon"), folder.path().join("Elsewhere"));
    fs::rename(&here, &away).expect("moved away");
    harness.run_steps(2);
    assert_eq!(harness.state().app().folder(), FolderState::Lost(TroubleKind::Missing));
    harness.get_by_label("The library folder is not there");
    harness.get_by_label_contains("There are no unsaved changes.");
    assert_eq!(listed(&harness), names, "what is known stays listed");
    fill(&mut harness, "Title", "Typed meanwhile");
    rest(&mut harness);
    harness.get_by_label_contains(
        "Changes to one campaign are not saved in the library. A copy is kept on this computer.",
    );
    harness.get_by_role_and_label(Role::Button, "Not saved. Try again");
    harness.get_by_label_contains("are not saved yet");
    keep_picture(&mut harness, "folder-missing");
    assert!(!here.exists(), "no empty library takes its place");
    // Another try reports it again and changes nothing.
    press(&mut harness, "Not saved. Try again");
    harness.get_by_role_and_label(Role::Button, "Not saved. Try again");
    fs::rename(&away, &here).expect("back");
    harness.run_steps(4);
    assert_eq!(harness.state().app().folder(), FolderState::Fine);
    assert!(harness.query_by_label("The library folder is not there").is_none());
    // Nor does the message about it stay.
    assert_eq!(harness.query_all_by_label_contains("are not saved yet").count(), 0);
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Not saved. Try again")
            .is_none()
    );
    assert_eq!(title_of(&path).as_deref(), Some("Typed meanwhile"));
    assert_eq!(listed(&harness), names);
    assert!(harness.state().library.recovery().pending().is_empty());
}

#[test]
fn what_was_typed_without_a_folder_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (here, away) = (folder.path().join("Beckon"), folder.path().join("Elsewhere"));
    {
        let (mut harness, _) = at_message(folder.path());
        fs::rename(&here, &away).expect("moved away");
        fill(&mut harness, "Title", "Typed meanwhile");
        rest(&mut harness);
    }
    fs::rename(&away, &here).expect("back");
    let mut harness = window(folder.path());
    harness.get_by_label("Unsaved work was found");
    press(&mut harness, "Bring back");
    rest(&mut harness);
    assert_eq!(harness.state().title(), "Typed meanwhile");
    assert_eq!(
        harness.state().stored().content.title.as_deref(),
        Some("Typed meanwhile")
    );
    undo(&mut harness);
    harness.get_by_label("Undone: Bring back unsaved changes");
}

#[test]
fn a_folder_that_takes_nothing_is_said_until_it_does() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, path) = at_message(folder.path());
    // A folder in place of the file stops every user, even administrators.
    let text = fs::read(&path).expect("there");
    fs::remove_file(&path).expect("removed");
    fs::create_dir(&path).expect("in the way");
    fill(&mut harness, "Title", "Mine");
    rest(&mut harness);
    harness.get_by_label("The library folder cannot be changed");
    harness.get_by_role_and_label(Role::Button, "Not saved. Try again");
    keep_picture(&mut harness, "folder-refuses");
    fs::remove_dir(&path).expect("out of the way");
    fs::write(&path, text).expect("repaired");
    press(&mut harness, "Not saved. Try again");
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Not saved. Try again")
            .is_none()
    );
    assert!(harness.query_by_label("The library folder cannot be changed").is_none());
    assert_eq!(title_of(&path).as_deref(), Some("Mine"));
}
