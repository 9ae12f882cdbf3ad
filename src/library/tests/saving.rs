//! Saves, conflicts and recovery.

use std::fs;

use super::*;

#[test]
fn a_save_without_a_change_touches_nothing() {
    let bench = Bench::new();
    let path = bench.library.dir().join("mine.campaign.json");
    let written =
        "{\"version\":1,   \"format\":\"beckon.campaign\", \"name\":\"Odd  layout\",\"later\":{\"b\":1,\"a\":2}}";
    fs::write(&path, written).expect("written");
    let before = fs::metadata(&path).expect("there").modified().expect("a time");
    let stored = Library::load(&path).expect("it reads");
    let saved = bench.library.save(&stored.tag, &stored.campaign).expect("saved");
    assert_eq!(saved, Saved::Unchanged(stored.tag));
    assert_eq!(fs::read_to_string(&path).expect("there"), written);
    assert_eq!(fs::metadata(&path).expect("there").modified().expect("a time"), before);
}

#[test]
fn a_save_replaces_in_one_step_and_the_next_one_follows() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let mut tag = stored.tag;
    for title in ["One", "Two", "Three"] {
        let edited = titled(&stored.campaign, title);
        tag = bench.library.save(&tag, &edited).expect("saved").tag().clone();
        assert_eq!(
            Library::load(&tag.path).expect("it reads"),
            Stored {
                tag: tag.clone(),
                campaign: edited
            }
        );
    }
    assert_eq!(
        fs::read_dir(bench.library.dir())
            .expect("lists")
            .flatten()
            .filter(|entry| entry.path().is_file())
            .count(),
        1
    );
}

#[cfg(unix)]
#[test]
fn a_save_keeps_the_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    let stored = bench.create("Mine");
    fs::set_permissions(&stored.tag.path, fs::Permissions::from_mode(0o640)).expect("set");
    bench
        .library
        .save(&stored.tag, &titled(&stored.campaign, "Hi"))
        .expect("saved");
    assert_eq!(
        fs::metadata(&stored.tag.path).expect("there").permissions().mode() & 0o777,
        0o640
    );
}

/// Returns an edit in memory against whatever `change` makes of the file on the disk.
fn conflict(bench: &Bench, change: impl Fn(&std::path::Path)) -> Conflict {
    let stored = bench.create("Shared");
    change(&stored.tag.path);
    match bench.library.save(&stored.tag, &titled(&stored.campaign, "Mine")) {
        Err(SaveError::Conflict(conflict)) => *conflict,
        other => panic!("a conflict, not {other:?}"),
    }
}

fn theirs(path: &std::path::Path) {
    let campaign = titled(&Library::load(path).expect("it reads").campaign, "Theirs");
    fs::write(path, crate::campaign::to_json(&campaign)).expect("written");
}

fn title(path: &std::path::Path) -> Option<String> {
    Library::load(path).expect("it reads").campaign.content.title
}

#[test]
fn both_sides_of_a_conflict_are_kept_whatever_is_chosen() {
    let both = Resolution::KeepBoth {
        id: crate::clock::new_id(),
        name: "Shared (mine)".into(),
    };
    for (choice, open, other) in [
        (Resolution::KeepMine, "Mine", "Theirs"),
        (Resolution::TakeTheirs, "Theirs", "Mine"),
        (both, "Mine", "Theirs"),
    ] {
        let bench = Bench::new();
        let conflict = conflict(&bench, theirs);
        assert!(conflict.to_string().contains("changed by another program"));
        let resolved = bench.library.resolve(conflict, choice, now()).expect("resolved");
        let opened = resolved.open.expect("a campaign");
        assert_eq!(title(&opened.tag.path).as_deref(), Some(open));
        assert_eq!(opened, Library::load(&opened.tag.path).expect("it reads"));
        assert_eq!(title(&resolved.other.expect("the other")).as_deref(), Some(other));
    }
}

#[test]
fn a_file_deleted_or_broken_meanwhile_is_a_conflict_too() {
    let bench = Bench::new();
    let gone = conflict(&bench, |path| fs::remove_file(path).expect("removed"));
    assert!(matches!(gone.theirs, Theirs::Deleted));
    let kept = bench
        .library
        .resolve(gone, Resolution::KeepMine, now())
        .expect("resolved")
        .open
        .expect("mine");
    assert_eq!(title(&kept.tag.path).as_deref(), Some("Mine"));
    let broken = conflict(&bench, |path| fs::write(path, "{").expect("written"));
    assert!(matches!(broken.theirs, Theirs::Unreadable { .. }));
    let resolved = bench
        .library
        .resolve(broken, Resolution::KeepMine, now())
        .expect("resolved");
    assert_eq!(fs::read_to_string(resolved.other.expect("kept")).expect("there"), "{");
    let gone = conflict(&bench, |path| fs::remove_file(path).expect("removed"));
    let resolved = bench
        .library
        .resolve(gone, Resolution::TakeTheirs, now())
        .expect("resolved");
    assert!(resolved.open.is_none());
    assert_eq!(
        title(&resolved.other.expect("mine, in the bin")).as_deref(),
        Some("Mine")
    );
}

#[test]
fn a_change_that_says_the_same_is_not_a_conflict() {
    let bench = Bench::new();
    let stored = bench.create("Shared");
    let edited = titled(&stored.campaign, "Same");
    fs::write(&stored.tag.path, crate::campaign::to_json(&edited)).expect("written");
    assert!(matches!(
        bench.library.save(&stored.tag, &edited),
        Ok(Saved::Unchanged(_))
    ));
}

#[test]
fn a_save_that_fails_leaves_a_rescued_copy() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let edited = titled(&stored.campaign, "Precious");
    // A file replaces the whole folder, as when a disk is unplugged: this works for every user, even administrators.
    fs::remove_dir_all(bench.library.dir()).expect("removed");
    fs::write(bench.library.dir(), "in the way").expect("written");
    let Err(SaveError::Failed { error, rescued }) = bench.library.save(&stored.tag, &edited) else {
        panic!("the save fails")
    };
    assert!(!error.hint().is_empty());
    assert!(rescued.expect("a copy").starts_with(bench.rescue()));
    let pending = bench.library.recovery().pending();
    assert_eq!(pending.len(), 1);
    assert_eq!(pending[0].campaign, edited);
}

#[test]
fn a_library_folder_that_was_moved_away_does_not_come_back_empty() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let away = bench.folder.path().join("elsewhere");
    fs::rename(bench.library.dir(), &away).expect("moved");
    let edited = titled(&stored.campaign, "Precious");
    let (library, path) = (&bench.library, &stored.tag.path);
    let history = History::new(edited.clone(), HistoryLimits::default(), |_| 1).record();
    assert!(
        library
            .recovery()
            .note(path, None, &edited)
            .expect("elsewhere")
            .starts_with(bench.rescue())
    );
    assert!(matches!(
        library.save(&stored.tag, &edited),
        Err(SaveError::Failed { .. })
    ));
    let refusals = [
        library.create(edited.clone()).err(),
        library.add_picture(b"png").err(),
        library.delete(path, now()).err(),
        library.set_aside(path, b"{}", now(), Removal::SetAside).err(),
        library.keep_version(path, &edited, Why::Edited, now()).err(),
        // The first steps of a launch.
        write_mark(library.dir(), "mine").err(),
    ];
    assert!(
        refusals
            .iter()
            .all(|error| error.as_ref().is_some_and(|error| error.kind == TroubleKind::Missing))
    );
    // Without anything to write, no folder is made either.
    library.write_history(path, &history, now()).expect("nothing to do");
    assert!(!library.dir().exists());
    fs::rename(&away, library.dir()).expect("back");
    library.save(&stored.tag, &edited).expect("saved");
    assert!(library.recovery().pending().is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_cannot_be_written_is_explained() {
    let library = Library::open_with_rescue("/proc/self", None).expect("it opens for reading");
    let error = library.create(campaign("Mine")).expect_err("nobody writes there");
    assert!(error.to_string().starts_with("cannot save"), "{error}");
    assert!(!error.hint().is_empty());
    assert!(matches!(library.add_picture(b"png"), Err(error) if !error.hint().is_empty()));
}

#[test]
fn windows_on_one_library_keep_their_unsaved_work_apart() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let window = || Library::open_with_rescue(bench.library.dir(), Some(bench.rescue())).expect("a library");
    let (one, other) = (window(), window());
    let edited = |title: &str| titled(&stored.campaign, title);
    let note = |window: &Library, title: &str| {
        let noted = window
            .recovery()
            .note(&stored.tag.path, Some(stored.tag.hash), &edited(title));
        noted.expect("noted");
    };
    let pending = |window: &Library| -> Vec<Campaign> {
        let pending = window.recovery().pending();
        pending.into_iter().map(|unsaved| unsaved.campaign).collect()
    };
    note(&one, "of the first");
    note(&other, "of the second");
    let third = window();
    assert_eq!(pending(&third), [], "both are running");
    // A save in one window leaves the other's records alone.
    one.recovery().clear(&stored.tag.path);
    assert_eq!(pending(&other), [edited("of the second")]);
    note(&one, "of the first again");
    drop(one);
    assert_eq!(pending(&third), [edited("of the first again")]);
    assert_eq!(pending(&window()), [], "it is the third window's now");
    drop(third);
    drop(other);
    let last = window();
    let offered = pending(&last);
    assert_eq!(offered.len(), 1, "one at a time");
    last.recovery().clear(&stored.tag.path);
    let next = pending(&last);
    assert_eq!(next.len(), 1);
    assert_ne!(offered, next);
    last.recovery().clear(&stored.tag.path);
    assert_eq!(pending(&last), []);
}

#[test]
fn unsaved_work_is_found_after_a_crash_and_forgotten_after_a_save() {
    let bench = Bench::new();
    let stored = bench.create("Çay, ünïcode");
    let recovery = bench.library.recovery();
    for title in ["H", "He", "Hello"] {
        recovery
            .note(
                &stored.tag.path,
                Some(stored.tag.hash),
                &titled(&stored.campaign, title),
            )
            .expect("noted");
    }
    let found = bench.library.recovery().pending();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].path, stored.tag.path);
    let tag = VersionTag {
        path: found[0].path.clone(),
        hash: found[0].base.expect("a base"),
    };
    assert_eq!(found[0].campaign.content.title.as_deref(), Some("Hello"));
    bench.library.save(&tag, &found[0].campaign).expect("saved");
    assert!(recovery.pending().is_empty());
}

#[test]
fn work_that_is_in_its_file_is_not_offered_again() {
    let bench = Bench::new();
    let stored = bench.create("Mine");
    let recovery = bench.library.recovery();
    let record = recovery.note(&stored.tag.path, None, &stored.campaign).expect("noted");
    assert!(recovery.pending().is_empty());
    assert!(!record.exists());
}

#[test]
fn other_files_among_the_unsaved_work_are_left_alone() {
    let bench = Bench::new();
    let folder = bench.library.dir().join(".beckon/recovery");
    fs::create_dir_all(&folder).expect("made");
    fs::write(folder.join("half.json"), "{\"format\":\"beckon.recov").expect("written");
    fs::write(
        folder.join("climber.json"),
        format!(
            "{{\"format\":\"beckon.recovery\",\"library\":{:?},\"file\":\"../../x\",\"campaign\":{}}}",
            fs::canonicalize(bench.library.dir()).expect("there"),
            crate::campaign::to_json(&campaign("x")),
        ),
    )
    .expect("written");
    assert!(bench.library.recovery().pending().is_empty());
    assert_eq!(fs::read_dir(&folder).expect("there").count(), 2);
}

#[test]
fn what_could_not_be_read_again_is_not_saved() {
    let bench = Bench::new();
    let path = bench.library.dir().join("mine.campaign.json");
    // Short as it is; pretty-printed, each number takes a line.
    let numbers = vec!["0"; 600_000].join(",");
    let written = format!("{{\"format\":\"beckon.campaign\",\"version\":1,\"id\":\"a\",\"numbers\":[{numbers}]}}");
    fs::write(&path, &written).expect("written");
    let stored = Library::load(&path).expect("it reads");
    let edited = titled(&stored.campaign, "Edited");
    let Err(SaveError::Failed { error, rescued }) = bench.library.save(&stored.tag, &edited) else {
        panic!("it was saved");
    };
    assert_eq!(error.kind, TroubleKind::TooLong, "{error}");
    assert!(error.hint().contains("shorter"), "{}", error.hint());
    assert_eq!(
        fs::read_to_string(&path).expect("there"),
        written,
        "not a byte was touched"
    );
    assert!(rescued.is_some());
    let unsaved = bench.library.recovery().pending();
    let kept = unsaved
        .first()
        .and_then(|unsaved| unsaved.campaign.content.title.clone());
    assert_eq!(kept.as_deref(), Some("Edited"), "nothing is lost");
    let new = bench.library.duplicate(&edited, uuid::Uuid::nil(), "Copy");
    assert_eq!(new.expect_err("too long").kind, TroubleKind::TooLong);
    assert_eq!(files(&bench), 1);
}

/// Returns how many files the library has.
fn files(bench: &Bench) -> usize {
    let entries = fs::read_dir(bench.library.dir()).expect("lists").flatten();
    entries.filter(|entry| entry.path().is_file()).count()
}
