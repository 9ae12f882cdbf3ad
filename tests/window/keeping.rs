//! Nothing is lost in the window: undo for each campaign and across restarts, the bin, versions, and keys that belong to the field being typed in.
//! Everything through accessible names.

mod controls;
mod shortcuts;

use std::{collections::HashSet, fs};

use crate::support::{
    keep_picture,
    library::{Opening, Window, choose, command, data_dir, fill, keys, listed, now, open, press, rest, tab, window},
};
use beckon::{desktop::testing::Work, library::BIN_KEEPS, studio::tasks::SlowDisk, wording::text::Language};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

const WELCOME: &str = "Welcome, first-time visitors";
const OTHER: &str = "Leaving the checkout";
const BASKET: &str = "Something in the basket";

fn undo(harness: &mut Window) {
    keys(harness, Modifiers::COMMAND, Key::Z);
}

fn redo(harness: &mut Window) {
    keys(harness, Modifiers::COMMAND, Key::Y);
}

fn conditions(harness: &Window) -> usize {
    harness.state().campaign().audience.count_conditions()
}

#[test]
fn undo_belongs_to_a_campaign_whatever_was_open_in_between() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let before = harness.state().campaign().clone();
    press(&mut harness, "Remove row 1");
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Hello");
    choose(&mut harness, BASKET);
    fill(&mut harness, "Title", "Going already?");
    choose(&mut harness, WELCOME);
    undo(&mut harness);
    harness.get_by_label("Undone: Change the text");
    undo(&mut harness);
    harness.get_by_label("Undone: Remove condition");
    // The change is visible: the audience, not the message.
    harness.get_by_role_and_label(Role::Button, "Remove row 1");
    assert_eq!(harness.state().campaign().audience, before.audience);
    assert_eq!(
        harness.state().title(),
        before.content.title.clone().unwrap_or_default()
    );
    keep_picture(&mut harness, "undone");
    redo(&mut harness);
    redo(&mut harness);
    harness.get_by_label("Redone: Change the text");
    assert_eq!(harness.state().title(), "Hello");
    choose(&mut harness, BASKET);
    undo(&mut harness);
    assert_ne!(harness.state().title(), "Going already?");
    // All of that is in the files.
    rest(&mut harness);
    assert_eq!(harness.state().stored(), *harness.state().campaign());
    choose(&mut harness, WELCOME);
    assert_eq!(harness.state().stored(), *harness.state().campaign());
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (before, between) = {
        let mut harness = window(folder.path());
        choose(&mut harness, WELCOME);
        let before = harness.state().campaign().clone();
        press(&mut harness, "Remove row 1");
        let between = harness.state().campaign().clone();
        tab(&mut harness, "Message");
        fill(&mut harness, "Title", "Hello");
        undo(&mut harness);
        rest(&mut harness);
        (before, between)
    };
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    assert_eq!(*harness.state().campaign(), between);
    redo(&mut harness);
    assert_eq!(harness.state().title(), "Hello");
    undo(&mut harness);
    undo(&mut harness);
    assert_eq!(*harness.state().campaign(), before);
}

#[test]
fn a_file_that_was_changed_between_two_starts_keeps_its_history() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = {
        let mut harness = window(folder.path());
        choose(&mut harness, WELCOME);
        tab(&mut harness, "Message");
        fill(&mut harness, "Title", "Mine");
        rest(&mut harness);
        harness.state().app().session().expect("open").path().to_owned()
    };
    let text = fs::read_to_string(&path).expect("there");
    fs::write(&path, text.replace("\"Mine\"", "\"Theirs\"")).expect("another program writes");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    assert_eq!(harness.state().title(), "Theirs");
    undo(&mut harness);
    harness.get_by_label("Undone: Changed outside");
    assert_eq!(harness.state().title(), "Mine");
    undo(&mut harness);
    assert_ne!(harness.state().title(), "Mine");
}

#[test]
fn a_damaged_history_costs_undo_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    {
        let mut harness = window(folder.path());
        choose(&mut harness, WELCOME);
        press(&mut harness, "Remove row 1");
        rest(&mut harness);
    }
    let histories = fs::read_dir(folder.path().join("Beckon/.beckon/history")).expect("there");
    for file in histories.flatten() {
        fs::write(file.path(), "{ torn").expect("damaged");
    }
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let button = harness.get_by_role_and_label(Role::Button, "Undo");
    assert!(button.accesskit_node().is_disabled());
    let there = conditions(&harness);
    press(&mut harness, "Remove row 1");
    undo(&mut harness);
    assert_eq!(conditions(&harness), there);
}

#[test]
fn what_was_deleted_is_found_by_the_words_people_try_and_restored() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, OTHER);
    press(&mut harness, "Remove row 1");
    let edited = harness.state().campaign().clone();
    keys(&mut harness, Modifiers::COMMAND, Key::Delete);
    assert!(!listed(&harness).contains(&OTHER.to_owned()));
    // Long after the message is gone.
    harness.run_steps(40);
    for words in ["deleted", "trash", "restore", "recover", "bin"] {
        command(&mut harness, words);
        harness.get_by_label("Deleted campaigns, and versions that were set aside, are kept here for 30 days.");
        keys(&mut harness, Modifiers::NONE, Key::Escape);
    }
    press(&mut harness, "Recently deleted: 1");
    keep_picture(&mut harness, "bin");
    press(&mut harness, "Restore Leaving the checkout");
    harness.get_by_label("Nothing was deleted recently.");
    press(&mut harness, "Close");
    assert_eq!(*harness.state().campaign(), edited);
    assert!(listed(&harness).contains(&OTHER.to_owned()));
    // With its history.
    undo(&mut harness);
    assert_eq!(conditions(&harness), edited.audience.count_conditions() + 1);
    harness.get_by_role_and_label(Role::Button, "Recently deleted");
}

#[test]
fn deleting_for_good_is_asked_once_more() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, OTHER);
    keys(&mut harness, Modifiers::COMMAND, Key::Delete);
    press(&mut harness, "Recently deleted: 1");
    press(&mut harness, "Delete Leaving the checkout for good");
    keep_picture(&mut harness, "bin-erase");
    // Escape cancels the question, not the list.
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_role_and_label(Role::Button, "Restore Leaving the checkout");
    press(&mut harness, "Delete Leaving the checkout for good");
    harness.get_by_label("Delete “Leaving the checkout” for good? It cannot be brought back.");
    press(&mut harness, "Delete for good");
    harness.get_by_label("Nothing was deleted recently.");
    keep_picture(&mut harness, "bin-empty");
    assert!(harness.state().library.bin(now()).is_empty());
}

#[test]
fn the_bin_is_emptied_of_what_is_over_its_time_at_the_start() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    {
        let mut harness = window(folder.path());
        choose(&mut harness, OTHER);
        keys(&mut harness, Modifiers::COMMAND, Key::Delete);
    }
    let later = |now| Opening {
        now,
        ..Opening::default()
    };
    let harness = open(folder.path(), later(now() + BIN_KEEPS));
    assert_eq!(harness.state().app().bin().len(), 1);
    drop(harness);
    let harness = open(folder.path(), later(now() + BIN_KEEPS + chrono::TimeDelta::days(1)));
    assert!(harness.state().app().bin().is_empty());
}

#[test]
fn the_bin_works_by_keyboard_and_in_turkish() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let opening = Opening {
        language: Language::TURKISH,
        size: [900.0, 600.0],
        ..Opening::default()
    };
    let mut harness = open(folder.path(), opening);
    let name = harness.state().campaign().name.clone();
    keys(&mut harness, Modifiers::COMMAND, Key::Delete);
    let way = harness.get_by_role_and_label(Role::Button, "Son silinenler: 1");
    way.focus();
    harness.run();
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    keep_picture(&mut harness, "bin-turkish");
    let restore = format!("{name}: geri getir");
    harness.get_by_role_and_label(Role::Button, &restore).focus();
    harness.run();
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().campaign().name, name);
}

#[test]
fn each_editing_session_leaves_a_version_that_is_compared_and_restored() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let first = harness.state().campaign().clone();
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Second");
    choose(&mut harness, OTHER);
    choose(&mut harness, WELCOME);
    fill(&mut harness, "Title", "Third");
    command(&mut harness, "earlier");
    harness.get_by_label("Versions of “Welcome, first-time visitors”");
    keep_picture(&mut harness, "versions");
    // The original version is listed, with its differences.
    let versions = harness
        .state()
        .library
        .versions(harness.state().app().session().expect("open").path(), &first.id);
    let titles: Vec<_> = versions
        .iter()
        .filter_map(|version| version.campaign.content.title.clone())
        .collect();
    assert_eq!(titles[0], "Second");
    assert_eq!(versions.last().expect("the first").campaign, first);
    harness.get_by_label("Title: “Second” → “Third”");
    press(&mut harness, "Restore this version");
    assert_eq!(harness.state().title(), "Second");
    harness.get_by_label("This is the earlier version. Undo brings the newer one back.");
    undo(&mut harness);
    harness.get_by_label("Undone: Restore an earlier version");
    assert_eq!(harness.state().title(), "Third");
}

#[test]
fn a_campaign_without_versions_says_when_there_will_be_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    command(&mut harness, "versions");
    harness.get_by_label_contains("There are no versions yet.");
    keep_picture(&mut harness, "versions-none");
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label_contains("There are no versions yet.").is_none());
}

#[test]
fn a_restart_knows_the_version_that_the_last_run_ended_with() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    {
        let mut harness = window(folder.path());
        choose(&mut harness, WELCOME);
        tab(&mut harness, "Message");
        fill(&mut harness, "Title", "Before the end");
        close(&mut harness);
    }
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let session = harness.state().app().session().expect("open");
    let id = session.campaign().id.clone();
    let versions = harness.state().library.versions(session.path(), &id);
    assert_eq!(versions[0].campaign.content.title.as_deref(), Some("Before the end"));
    assert_eq!(session.campaign().content.title.as_deref(), Some("Before the end"));
}

/// Asks the window to close; returns whether it may.
fn close(harness: &mut Window) -> bool {
    let id = egui::ViewportId::ROOT;
    let input = harness.input_mut();
    input
        .viewports
        .entry(id)
        .or_default()
        .events
        .push(egui::ViewportEvent::Close);
    harness.step();
    let commands = &harness.output().viewport_output[&id].commands;
    let refused = commands.contains(&egui::ViewportCommand::CancelClose);
    harness.run();
    !refused
}

#[test]
fn closing_writes_what_was_typed_in_the_same_instant() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Typed last");
    assert!(close(&mut harness));
    assert_eq!(harness.state().stored().content.title.as_deref(), Some("Typed last"));
}

fn slow(folder: &std::path::Path) -> (Window, SlowDisk) {
    let disk = SlowDisk::default();
    let mut harness = open(
        folder,
        Opening {
            work: Work::SlowDisk(disk.clone()),
            data_dir: Some(data_dir(folder)),
            ..Opening::default()
        },
    );
    go_on(&mut harness, &disk);
    (harness, disk)
}

/// Lets the disk finish everything, and what follows.
fn go_on(harness: &mut Window, disk: &SlowDisk) {
    while !disk.waiting().is_empty() {
        disk.go_on();
        harness.run();
    }
}

#[test]
fn a_quit_right_after_launch_loses_no_operation() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, disk) = slow(folder.path());
    choose(&mut harness, WELCOME);
    go_on(&mut harness, &disk);
    press_launch(&mut harness);
    assert!(disk.waiting().contains(&"busy-launch"));
    assert!(waiting(folder.path()).is_empty());
    harness.state_mut().app.as_mut().expect("started").end();
    let put = waiting(folder.path());
    assert_eq!(put, [WELCOME]);
    // A launch is a version.
    let session = harness.state().app().session().expect("open");
    let versions = harness.state().library.versions(session.path(), &session.campaign().id);
    assert_eq!(versions.first().map(|version| version.why.id()), Some("launched"));
}

fn press_launch(harness: &mut Window) {
    // The step that says where it goes.
    keys(harness, Modifiers::COMMAND, Key::Num3);
    keys(harness, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);
}

/// The campaigns that an operation is requested for.
fn waiting(folder: &std::path::Path) -> Vec<String> {
    let queue = data_dir(folder).outbox.queue().expect("it lists");
    queue.waiting.into_iter().map(|queued| queued.name).collect()
}

#[test]
fn pressing_twice_while_the_disk_is_slow_does_it_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, disk) = slow(folder.path());
    choose(&mut harness, WELCOME);
    go_on(&mut harness, &disk);
    let before = listed(&harness).len();
    for _ in 0..2 {
        keys(&mut harness, Modifiers::COMMAND, Key::D);
    }
    press_launch(&mut harness);
    press_launch(&mut harness);
    let asked = disk.waiting();
    let count = |what| asked.iter().filter(|asked| **asked == what).count();
    assert_eq!((count("busy-create"), count("busy-launch")), (1, 1), "{asked:?}");
    go_on(&mut harness, &disk);
    assert_eq!(listed(&harness).len(), before + 1);
    // Once it is done, it can be done again.
    keys(&mut harness, Modifiers::COMMAND, Key::D);
    go_on(&mut harness, &disk);
    assert_eq!(listed(&harness).len(), before + 2);
}

#[test]
fn nothing_on_the_screen_waits_for_a_slow_disk_and_the_newest_choice_wins() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, disk) = slow(folder.path());
    choose(&mut harness, WELCOME);
    go_on(&mut harness, &disk);
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Still here");
    for name in [OTHER, "How did we do?"] {
        choose(&mut harness, name);
        assert_eq!(harness.state().campaign().name, WELCOME, "it is being read");
    }
    // The open campaign can be edited meanwhile.
    fill(&mut harness, "Title", "Still mine");
    rest(&mut harness);
    keep_picture(&mut harness, "slow-disk");
    harness.get_by_label_contains("Opening a campaign…");
    go_on(&mut harness, &disk);
    assert_eq!(harness.state().campaign().name, "How did we do?");
    choose(&mut harness, WELCOME);
    go_on(&mut harness, &disk);
    assert_eq!(
        (
            harness.state().title().as_str(),
            harness.state().stored().content.title.as_deref()
        ),
        ("Still mine", Some("Still mine"))
    );
}

#[test]
fn a_disk_that_does_not_answer_is_said_at_the_end_with_both_ways() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, disk) = slow(folder.path());
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Typed last");
    assert!(!close(&mut harness), "it waits for the disk");
    harness.run_steps(30);
    harness.get_by_label("The disk does not answer");
    harness.get_by_label_contains("Beckon is still at this: Saving.");
    keep_picture(&mut harness, "quit-slow");
    press(&mut harness, "Keep the window open");
    go_on(&mut harness, &disk);
    assert_eq!(harness.state().stored().content.title.as_deref(), Some("Typed last"));
    // A disk that answers while the question is shown closes the window.
    fill(&mut harness, "Title", "Typed later");
    assert!(!close(&mut harness));
    go_on(&mut harness, &disk);
    let commands = &harness.output().viewport_output[&egui::ViewportId::ROOT].commands;
    assert!(commands.contains(&egui::ViewportCommand::Close) || close(&mut harness));
    assert_eq!(harness.state().stored().content.title.as_deref(), Some("Typed later"));
}

#[test]
fn a_name_that_is_missing_is_asked_for_where_it_is_typed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    press(&mut harness, "New campaign");
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    // What is in the field is selected.
    keys(&mut harness, Modifiers::NONE, Key::Delete);
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Give it a name.");
    keep_picture(&mut harness, "name-missing");
    assert!(harness.get_by_role_and_label(Role::TextInput, "Name").is_focused());
    harness.event(egui::Event::Text("Spring sale".to_owned()));
    harness.run();
    assert!(harness.query_by_label("Give it a name.").is_none());
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().campaign().name, "Spring sale");
    // Another name, emptied.
    keys(&mut harness, Modifiers::NONE, Key::F2);
    keys(&mut harness, Modifiers::COMMAND, Key::A);
    keys(&mut harness, Modifiers::NONE, Key::Delete);
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Give it a name.");
    harness.event(egui::Event::Text("Summer sale".to_owned()));
    harness.run();
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().campaign().name, "Summer sale");
    assert!(
        harness
            .state()
            .library
            .dir()
            .join("summer-sale.campaign.json")
            .is_file()
    );
}

#[test]
fn a_namesake_that_is_imported_can_be_distinguished() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let copy = folder.path().join("from-a-colleague.json");
    fs::copy(harness.state().app().session().expect("open").path(), &copy).expect("copied");
    for expected in ["Welcome, first-time visitors (2)", "Welcome, first-time visitors (3)"] {
        keys(&mut harness, Modifiers::COMMAND, Key::O);
        fill(&mut harness, "File", &copy.display().to_string());
        press(&mut harness, "Import");
        assert_eq!(harness.state().campaign().name, expected);
    }
    let names: HashSet<String> = listed(&harness).into_iter().collect();
    assert_eq!(names.len(), listed(&harness).len(), "every name once");
}

#[test]
fn search_opens_the_first_hit_is_cleared_by_escape_and_never_hides_what_is_open() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    keys(&mut harness, Modifiers::COMMAND, Key::F);
    harness.event(egui::Event::Text("checkout".to_owned()));
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Not in this list: Welcome, first-time visitors");
    keep_picture(&mut harness, "search");
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().campaign().name, OTHER);
    keys(&mut harness, Modifiers::COMMAND, Key::F);
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_role_and_label(Role::ListItem, WELCOME);
}

/// Chooses a picture of this size for the open campaign's card.
fn choose_picture(harness: &mut Window, folder: &std::path::Path, [width, height]: [u32; 2]) {
    let picture = folder.join("picture.png");
    let green = image::Rgba([20, 120, 90, 255]);
    let made = image::RgbaImage::from_pixel(width, height, green).save(&picture);
    made.expect("a picture");
    tab(harness, "Message");
    // The card's picture is above the launcher's.
    let button = harness.query_all_by_role_and_label(Role::Button, "Replace").next();
    let place = button.expect("a picture to replace").rect().center();
    harness.hover_at(place);
    harness.run();
    let dropped: egui::DroppedFileHandle = std::sync::Arc::new(Dropped(picture));
    harness.input_mut().dropped_files.push(dropped);
    harness.run();
}

/// A file as the desktop hands it over.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn the_part_of_a_picture_is_chosen_on_the_card() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let image = |harness: &Window| harness.state().campaign().content.image.clone();
    let before = image(&harness);
    let frame = |harness: &Window| {
        harness
            .query_by_role_and_label(Role::Slider, "Part of the picture to show")
            .is_some()
    };
    choose_picture(&mut harness, folder.path(), [900, 700]);
    assert!(frame(&harness) && image(&harness) == before);
    keep_picture(&mut harness, "crop");
    // Escape leaves everything as it was.
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!frame(&harness) && image(&harness) == before);
    choose_picture(&mut harness, folder.path(), [900, 700]);
    keys(&mut harness, Modifiers::NONE, Key::Plus);
    keys(&mut harness, Modifiers::NONE, Key::ArrowRight);
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    rest(&mut harness);
    let chosen = image(&harness).expect("a picture");
    assert!(!frame(&harness) && Some(&chosen) != before.as_ref());
    let stored = image::open(folder.path().join("Beckon").join(&chosen)).expect("it is stored");
    assert_eq!((stored.width(), stored.height()), (400, 200));
    // The whole picture is still known.
    press(&mut harness, "Choose another part");
    assert!(frame(&harness));
    press(&mut harness, "Use");
    rest(&mut harness);
    undo(&mut harness);
    assert_eq!(image(&harness), before, "the same pixels again change nothing");
}

#[test]
fn a_picture_is_kept_for_dense_screens_where_it_has_the_pixels() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let advice = "blurred on sharp screens";
    for (size, dense) in [([1600, 900], true), ([500, 300], false)] {
        choose_picture(&mut harness, folder.path(), size);
        keys(&mut harness, Modifiers::NONE, Key::Enter);
        rest(&mut harness);
        let content = &harness.state().campaign().content;
        let size = content.image_dense.as_ref().map(|name| {
            let stored = image::open(folder.path().join("Beckon").join(name)).expect("it is stored");
            (stored.width(), stored.height())
        });
        assert_eq!(size, dense.then_some((800, 400)));
        assert_eq!(harness.query_by_label_contains(advice).is_none(), dense);
        keep_picture(&mut harness, if dense { "sharp" } else { "blurred" });
    }
    press(&mut harness, "Remove Picture");
    let content = &harness.state().campaign().content;
    assert_eq!((&content.image, &content.image_dense), (&None, &None));
}

#[test]
fn a_picture_goes_to_the_campaign_that_it_was_chosen_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut harness, disk) = slow(folder.path());
    for name in [OTHER, WELCOME] {
        choose(&mut harness, name);
        go_on(&mut harness, &disk);
    }
    let pictures = |harness: &Window| {
        harness
            .state()
            .campaign()
            .pictures()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let before = pictures(&harness);
    choose_picture(&mut harness, folder.path(), [400, 200]);
    assert!(disk.waiting().contains(&"busy-picture"), "{:?}", disk.waiting());
    // Both were open: this one appears at once.
    choose(&mut harness, OTHER);
    let other = pictures(&harness);
    go_on(&mut harness, &disk);
    assert_eq!(pictures(&harness), other);
    choose(&mut harness, WELCOME);
    go_on(&mut harness, &disk);
    assert_ne!(pictures(&harness), before);
    assert_eq!(harness.state().stored(), *harness.state().campaign());
    undo(&mut harness);
    assert_eq!(pictures(&harness), before);
}

#[test]
fn a_dialog_that_comes_by_itself_waits_for_the_one_that_is_open() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    {
        let harness = window(folder.path());
        let session = harness.state().app().session().expect("open");
        let mut campaign = session.campaign().clone();
        campaign.content.title = Some("Typed last".to_owned());
        let recovery = harness.state().library.recovery();
        recovery.note(session.path(), None, &campaign).expect("noted");
    }
    let disk = SlowDisk::default();
    let mut harness = open(
        folder.path(),
        Opening {
            work: Work::SlowDisk(disk.clone()),
            ..Opening::default()
        },
    );
    let search = "Type a command or a campaign’s name";
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    fill(&mut harness, search, "Spring sale");
    go_on(&mut harness, &disk);
    let name = harness.get_by_role_and_label(Role::TextInput, search);
    assert_eq!(name.value().as_deref(), Some("Spring sale"));
    assert!(harness.query_by_label("Unsaved work was found").is_none());
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_label("Unsaved work was found");
}

#[test]
fn a_campaign_that_went_while_its_versions_were_shown_leaves_the_next_one_as_it_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    press(&mut harness, "Remove row 1");
    rest(&mut harness);
    choose(&mut harness, OTHER);
    choose(&mut harness, WELCOME);
    press(&mut harness, "Remove row 1");
    rest(&mut harness);
    command(&mut harness, "versions");
    fs::remove_file(harness.state().app().session().expect("open").path()).expect("removed");
    harness.run_steps(2);
    let next = harness.state().campaign().clone();
    assert_ne!(next.name, WELCOME);
    press(&mut harness, "Restore this version");
    assert_eq!(*harness.state().campaign(), next);
}

#[test]
fn a_typed_path_is_looked_up_in_the_background() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("there.json");
    fs::write(&file, "{}").expect("written");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut harness = window(folder.path());
    command(&mut harness, "export the campaign as json");
    let cases = [
        (path("there.json"), "A file of this name exists and will be replaced."),
        (path(""), "This is a folder: add a file name to it."),
        (
            path("nowhere/new.json"),
            "This folder does not exist: choose another one.",
        ),
    ];
    for (path, words) in &cases {
        fill(&mut harness, "File", path);
        harness.get_by_label(words);
    }
    fill(&mut harness, "File", &path("new.json"));
    for (_, words) in &cases {
        assert!(harness.query_by_label(words).is_none(), "{words}");
    }
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    command(&mut harness, "import a campaign");
    for name in ["", "new.json"] {
        fill(&mut harness, "File", &path(name));
        harness.get_by_label("There is no such file.");
    }
    fill(&mut harness, "File", &path("there.json"));
    assert!(harness.query_by_label("There is no such file.").is_none());
}
