//! Every width between a small window and a wall of pixels, with whatever the user has chosen.

use super::*;

/// Widths in whole points.
fn windows() -> impl Iterator<Item = f32> {
    (900..=3840).map(|width| width as f32)
}

fn choices() -> Vec<ShellChoice> {
    let mut all = Vec::new();
    for library in [None, Some(200.0), Some(360.0), Some(9000.0)] {
        for side in [None, Some(320.0), Some(560.0), Some(9000.0)] {
            for (folded, side_hidden, drawer) in [
                (false, false, None),
                (true, false, Some(true)),
                (false, true, Some(false)),
                (true, true, None),
            ] {
                all.push(ShellChoice {
                    library,
                    folded,
                    side,
                    side_hidden,
                    drawer,
                    visitor: None,
                    journey: None,
                });
            }
        }
    }
    all
}

fn each(check: impl Fn(f32, &Shell, &Arrangement)) {
    for choice in choices() {
        for peeks in [false, true] {
            let shell = Shell { choice, peeks };
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
        match now.side {
            Some((SideForm::Panel | SideForm::Drawer, side)) => {
                assert_eq!((now.editor.right, side.right), (side.left, window), "{}", place());
            }
            Some((SideForm::Over, side)) => {
                assert_eq!((now.editor.right, side.right), (window, window), "{}", place());
            }
            None => assert_eq!(now.editor.right, window, "{}", place()),
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
        for (least, most) in now.library_range.into_iter().chain(now.side_range) {
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
        (2560.0, LibraryForm::Whole, 272.0, Some((SideForm::Panel, 1352.0))),
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
    assert_eq!(widths(1300.0), (300.0, Some(440.0)), "the editor needs the rest");
    assert_eq!(widths(1440.0), (300.0, Some(500.0)), "nothing was forgotten");
}

#[test]
fn a_magnified_window_of_any_size_has_no_part_of_negative_width() {
    for choice in choices() {
        for peeks in [false, true] {
            let shell = Shell { choice, peeks };
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
