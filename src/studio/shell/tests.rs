//! Every width between a small window and a wall of pixels, with whatever the user has chosen.

use super::*;

/// Widths in whole points.
fn windows() -> impl Iterator<Item = f32> {
    (900..=3840).map(|width| width as f32)
}

const OVER: [Option<Over>; 3] = [None, Some(Over::Library), Some(Over::Side)];

fn choices() -> Vec<ShellChoice> {
    let mut all = Vec::new();
    for library in [None, Some(200.0), Some(360.0), Some(9000.0)] {
        for side in [None, Some(320.0), Some(560.0), Some(9000.0)] {
            for (folded, side_hidden, drawer_hidden) in [
                (false, false, false),
                (true, false, true),
                (false, true, true),
                (true, true, false),
            ] {
                all.push(ShellChoice {
                    library,
                    folded,
                    side,
                    side_hidden,
                    drawer_hidden,
                    ..ShellChoice::default()
                });
            }
        }
    }
    all
}

fn each(check: impl Fn(f32, &Shell, &Arrangement)) {
    for choice in choices() {
        for over in OVER {
            let shell = Shell {
                choice,
                edits_preview: false,
                over,
            };
            for window in windows() {
                check(window, &shell, &shell.arrange(window));
            }
        }
    }
}

#[test]
fn the_parts_stand_beside_each_other_and_fill_the_window() {
    each(|window, shell, now| {
        let (form, library) = now.library;
        let place = || format!("{window} {shell:?} {now:?}");
        assert_eq!(library.left, 0.0, "{}", place());
        assert_eq!(now.main.right, window, "{}", place());
        assert_eq!(now.editor.left, now.main.left, "{}", place());
        if form != LibraryForm::Over {
            assert_eq!(library.right, now.editor.left, "{}", place());
        }
        // What the side is reached by: an edge that moves, or a handle.
        let (edge, handle) = (now.side_edge.map(|(edge, _)| edge), now.handle);
        assert!(edge.is_some() != handle.is_some(), "{}", place());
        let strip = edge.or(handle).expect("one of them");
        match now.side {
            Some((SideForm::Panel | SideForm::Drawer, side)) => {
                let found = (now.editor.right, strip.right, side.right);
                assert_eq!(found, (strip.left, side.left, window), "{}", place());
            }
            Some((SideForm::Over, side)) => {
                let found = (now.editor.right, strip.right, side.right);
                assert_eq!(found, (window, side.left, window), "{}", place());
            }
            None => assert_eq!((now.editor.right, strip.right), (strip.left, window), "{}", place()),
        }
        for span in [library, now.main, now.editor, now.open_editor()] {
            assert!(span.width() > 0.0, "{}", place());
        }
    });
}

#[test]
fn nothing_lies_over_what_is_shown_of_the_editor() {
    each(|window, shell, now| {
        let open = now.open_editor();
        let place = || format!("{window} {shell:?} {now:?}");
        assert!(!open.meets(now.library.1), "{}", place());
        if let Some((_, side)) = now.side {
            assert!(!open.meets(side), "{}", place());
            assert!(side.left >= now.main.left, "{}", place());
            assert!(!side.meets(now.library.1), "{}", place());
        }
        if let Some(handle) = now.handle {
            assert!(!open.meets(handle), "{}", place());
        }
    });
}

#[test]
fn the_editor_keeps_its_least_width() {
    each(|window, shell, now| {
        assert!(now.editor.width() >= EDITOR, "{window} {shell:?} {now:?}");
    });
}

#[test]
fn each_part_has_a_width_that_it_can_be_used_in() {
    each(|window, shell, now| {
        let place = || format!("{window} {shell:?} {now:?}");
        let (form, library) = now.library;
        match form {
            LibraryForm::Rail => assert!([56.0, 64.0].contains(&library.width()), "{}", place()),
            LibraryForm::Whole => assert!(LIBRARY.contains(&library.width()), "{}", place()),
            LibraryForm::Over => assert!(library.width() >= *LIBRARY.start(), "{}", place()),
        }
        match now.side {
            Some((SideForm::Panel, side)) => assert!(side.width() >= *SIDE.start(), "{}", place()),
            Some((SideForm::Drawer | SideForm::Over, side)) => {
                assert!(DRAWER.contains(&side.width()), "{}", place());
            }
            None => {}
        }
        for (least, most) in now
            .library_range
            .into_iter()
            .chain(now.side_edge.map(|(_, range)| range))
        {
            assert!(least <= most, "{}", place());
        }
    });
}

#[test]
fn a_panel_wider_than_its_usual_most_leaves_the_editor_its_column() {
    each(|window, shell, now| {
        if let Some((SideForm::Panel, side)) = now.side
            && side.width() > *SIDE.end()
        {
            assert!(now.editor.width() >= EDITOR_MOST, "{window} {shell:?} {now:?}");
        }
    });
}

#[test]
fn narrow_windows_fold_the_library_and_have_a_drawer() {
    // (window, library, rail or whole, panel, its form)
    let cases = [
        (900.0, LibraryForm::Rail, 56.0, None),
        (1000.0, LibraryForm::Rail, 56.0, Some((SideForm::Drawer, 312.0))),
        (1024.0, LibraryForm::Rail, 64.0, Some((SideForm::Drawer, 312.0))),
        (1199.0, LibraryForm::Rail, 64.0, Some((SideForm::Drawer, 400.0))),
        (1200.0, LibraryForm::Whole, 272.0, Some((SideForm::Panel, 320.0))),
        (2560.0, LibraryForm::Whole, 272.0, Some((SideForm::Panel, 1344.0))),
    ];
    for (window, form, library, side) in cases {
        let now = Shell::default().arrange(window);
        assert_eq!((now.library.0, now.library.1.width()), (form, library), "{window}");
        let found = now.side.map(|(form, span)| (form, span.width()));
        assert_eq!(found, side, "{window}");
    }
}

#[test]
fn what_is_turned_is_turned_back() {
    for window in [900.0, 1000.0, 1440.0] {
        for event in [Event::TurnLibrary, Event::TurnSide] {
            let before = Shell::default();
            let mut shell = before;
            shell.on(event, window);
            assert_ne!(shell.arrange(window), before.arrange(window), "{window} {event:?}");
            shell.on(event, window);
            assert_eq!(shell.arrange(window), before.arrange(window), "{window} {event:?}");
        }
    }
}

#[test]
fn a_wide_and_a_narrow_window_are_chosen_for_apart() {
    let mut shell = Shell::default();
    shell.on(Event::TurnSide, 1000.0);
    assert!(shell.arrange(1000.0).side.is_none());
    assert!(shell.arrange(1440.0).side.is_some());
    shell.on(Event::TurnLibrary, 1440.0);
    assert_eq!(shell.arrange(1440.0).library.0, LibraryForm::Rail);
    shell.on(Event::ShowLibrary, 1440.0);
    assert_eq!(shell.arrange(1440.0).library.0, LibraryForm::Whole);
}

#[test]
fn what_lies_over_the_editor_makes_way() {
    let mut shell = Shell::default();
    shell.on(Event::ShowSide, 900.0);
    assert!(matches!(shell.arrange(900.0).side, Some((SideForm::Over, _))));
    shell.on(Event::LeaveSide, 900.0);
    assert_eq!(shell.arrange(900.0).side, None);
    // That was not a choice about wider windows.
    assert_eq!(shell.choice(), &ShellChoice::default());
    // Of two things over the editor, the one that was asked for later stays.
    for window in [900.0, 560.0] {
        shell.on(Event::ShowSide, window);
        shell.on(Event::ShowLibrary, window);
        let now = shell.arrange(window);
        assert_eq!((now.library.0, now.side), (LibraryForm::Over, None), "{window}");
        shell.on(Event::TurnSide, window);
        let now = shell.arrange(window);
        assert_eq!(now.library.0, LibraryForm::Rail, "{window}");
        assert!(matches!(now.side, Some((SideForm::Over, _))), "{window}");
        shell.on(Event::LeaveSide, window);
    }
    // A drawer beside the editor is in nobody's way.
    shell.on(Event::ShowSide, 1000.0);
    assert!(shell.arrange(1000.0).side.is_some());
    shell.on(Event::LeaveSide, 1000.0);
    assert!(shell.arrange(1000.0).side.is_some());
    shell.on(Event::ShowLibrary, 900.0);
    assert_eq!(shell.arrange(900.0).library.0, LibraryForm::Over);
    shell.on(Event::LeaveLibrary, 900.0);
    assert_eq!(shell.arrange(900.0).library.0, LibraryForm::Rail);
}

#[test]
fn an_edge_stays_where_it_was_moved_to_as_far_as_there_is_room() {
    let mut shell = Shell::default();
    shell.on(Event::LibraryWidth(Some(300.0)), 1440.0);
    shell.on(Event::SideWidth(Some(500.0)), 1440.0);
    let widths = |window: f32| {
        let now = shell.arrange(window);
        (now.library.1.width(), now.side.map(|(_, side)| side.width()))
    };
    assert_eq!(widths(1440.0), (300.0, Some(500.0)));
    assert_eq!(widths(1300.0), (300.0, Some(432.0)), "the editor needs the rest");
    assert_eq!(widths(1440.0), (300.0, Some(500.0)), "nothing was forgotten");
}

#[test]
fn a_magnified_window_of_any_size_has_no_part_of_negative_width() {
    for choice in choices() {
        for over in OVER {
            let shell = Shell {
                choice,
                edits_preview: false,
                over,
            };
            for window in (0..900)
                .map(|width| width as f32)
                .chain([f32::NAN, f32::INFINITY, -5.0])
            {
                let now = shell.arrange(window);
                let spans = [now.library.1, now.main, now.editor, now.open_editor()];
                let side = now.side.map(|(_, side)| side);
                for span in spans.into_iter().chain(side) {
                    assert!(span.left >= 0.0 && span.width() >= 0.0, "{window} {now:?}");
                }
            }
        }
    }
}

#[test]
fn the_preview_stands_before_its_fields_in_every_window_that_opens() {
    for choice in choices() {
        for over in OVER {
            for fields in [None, Some(1.0), Some(9000.0)] {
                let choice = ShellChoice { fields, ..choice };
                let shell = Shell {
                    choice,
                    edits_preview: true,
                    over,
                };
                for window in windows() {
                    let now = shell.arrange(window);
                    let place = || format!("{window} {shell:?} {now:?}");
                    let hidden = if window >= WIDE {
                        choice.side_hidden
                    } else {
                        choice.drawer_hidden
                    };
                    assert_eq!(now.has_fields, !hidden, "{}", place());
                    let (Some((_, side)), true) = (now.side, now.has_fields) else {
                        continue;
                    };
                    let (edge, (least, most)) = now.side_edge.expect("it can be moved");
                    assert_eq!((side.left, side.right), (now.main.left, edge.left), "{}", place());
                    assert_eq!((edge.right, now.editor.right), (now.editor.left, window), "{}", place());
                    assert!((least..=most).contains(&now.editor.width()), "{}", place());
                    assert!(side.width() >= 400.0, "{}", place());
                    let seen = now.beside_library(side);
                    assert!(seen.width() >= 0.0 && !seen.meets(now.library.1), "{}", place());
                }
            }
        }
    }
}

#[test]
fn the_preview_with_its_fields_is_hidden_shown_and_resized() {
    for window in [900.0, 1000.0, 1440.0] {
        let mut shell = Shell::default();
        shell.edit_preview(true);
        assert_eq!(shell.arrange(window).editor.width(), 368.0, "{window}");
        shell.on(Event::TurnSide, window);
        assert!(!shell.arrange(window).has_fields && shell.arrange(window).side.is_none());
        shell.on(Event::ShowVisitor, window);
        assert!(shell.arrange(window).has_fields && shell.choice().visitor_shown);
        shell.on(Event::TurnVisitor, window);
        assert!(!shell.choice().visitor_shown);
        shell.on(Event::FieldsWidth(Some(400.0)), window);
        assert_eq!(shell.arrange(window).editor.width(), 400.0, "{window}");
        shell.edit_preview(false);
        assert!(!shell.arrange(window).has_fields);
    }
    let mut wide = Shell::default();
    wide.edit_preview(true);
    assert_eq!(wide.arrange(2560.0).editor.width(), 440.0);
}

#[test]
fn the_visitor_and_the_journey_leave_the_preview_its_room() {
    for height in (0..2200).step_by(7).map(|height| height as f32) {
        for chosen in [None, Some(160.0), Some(4000.0)] {
            let shell = Shell::new(ShellChoice {
                visitor: chosen,
                journey: chosen,
                ..ShellChoice::default()
            });
            for (lower, (least, most)) in [shell.visitor_height(height), shell.journey_height(height)] {
                assert!(lower.is_finite(), "{height} {chosen:?}");
                assert!((0.0..=height).contains(&lower), "{height} {chosen:?}: {lower}");
                assert!(least <= lower && lower <= most, "{height} {chosen:?}: {lower}");
            }
        }
    }
}

#[test]
fn the_regions_are_gone_through_round_the_window() {
    use Region::{Editor, Header, Library, Preview, Visitor};
    assert_eq!(Region::after(None, true), [Library, Header, Editor, Preview, Visitor]);
    assert_eq!(Region::after(None, false), [Visitor, Preview, Editor, Header, Library]);
    assert_eq!(Region::after(Some(Editor), true), [Preview, Visitor, Library, Header]);
    assert_eq!(Region::after(Some(Editor), false), [Header, Library, Visitor, Preview]);
}

#[test]
fn the_interface_is_between_its_smallest_and_its_largest_size() {
    let up: Vec<u16> = std::iter::successors(Some(80), |zoom| larger(*zoom)).collect();
    let mut down: Vec<u16> = std::iter::successors(Some(200), |zoom| smaller(*zoom)).collect();
    down.reverse();
    assert_eq!(up, down);
    assert!(up.contains(&USUAL_ZOOM));
    assert_eq!(
        (zoom_within(3), zoom_within(117), zoom_within(u64::MAX)),
        (80, 117, 200)
    );
}

#[test]
fn previews_stand_in_their_room_as_large_as_they_fit() {
    let sizes = [(1280.0, 800.0), (768.0, 1024.0), (390.0, 844.0)];
    for width in (100..3000).step_by(90) {
        for height in (100..1800).step_by(70) {
            let room = (width as f32, height as f32);
            let Some(all) = places(room, sizes) else { continue };
            for (at, place) in all.iter().enumerate() {
                let (right, bottom) = (place.x + place.width, place.y + place.height);
                assert!(place.x >= 0.0 && place.y >= CAPTION, "{room:?} {all:?}");
                assert!(right <= room.0 && bottom <= room.1, "{room:?} {all:?}");
                for other in &all[at + 1..] {
                    let apart = right <= other.x || bottom <= other.y - CAPTION;
                    assert!(apart, "{room:?} {all:?}");
                }
            }
        }
    }
    // Where one row is the largest: of one height, beside a desktop of its own size, and all of their own sizes.
    let rows = [
        ((1560.0, 875.0), [0.65, 0.51, 0.62]),
        ((2400.0, 1000.0), [1.0, 0.83, 1.0]),
        ((4000.0, 1800.0), [1.0, 1.0, 1.0]),
    ];
    for (room, shares) in rows {
        let all = places(room, sizes).expect("there is room");
        assert!(all.iter().all(|place| place.y == all[0].y), "{room:?} {all:?}");
        assert_eq!(all.map(|place| place.share), shares, "{room:?}");
    }
}
