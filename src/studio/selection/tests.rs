use std::path::{Path, PathBuf};

use super::*;
use crate::studio::{publishing::Published, session::Touched, testing::path};

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

fn paths() -> Vec<PathBuf> {
    NAMES.iter().map(|name| path(name)).collect()
}

fn selected(selection: &Selection) -> String {
    let stem = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.chars().next().unwrap_or_default()
    };
    selection.paths().iter().map(stem).collect()
}

#[test]
fn presses_select_as_lists_everywhere_do() {
    use Press::{Alone, Through, Turn};
    let paths = paths();
    let shown: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    // (the presses, from the open campaign `b`; what is selected then)
    let cases: [(&[(Press, usize)], &str); 10] = [
        (&[(Turn, 3)], "bd"),
        (&[(Turn, 3), (Turn, 0)], "abd"),
        (&[(Turn, 3), (Turn, 3)], "b"),
        (&[(Turn, 3), (Turn, 1)], "d"),
        (&[(Turn, 1)], "b"),
        (&[(Through, 3)], "bcd"),
        (&[(Through, 0)], "ab"),
        (&[(Alone, 4), (Through, 2)], "cde"),
        (&[(Alone, 4), (Through, 2), (Through, 3)], "de"),
        (&[(Turn, 3), (Alone, 0)], ""),
    ];
    for (presses, expected) in cases {
        let mut selection = Selection::default();
        for (how, place) in presses {
            selection.press(*how, shown[*place], Some(shown[1]), &shown);
        }
        assert_eq!(selected(&selection), expected, "{presses:?}");
    }
}

#[test]
fn what_the_list_does_not_show_is_not_begun_with() {
    let paths = paths();
    let shown: Vec<&Path> = paths[2..].iter().map(PathBuf::as_path).collect();
    let mut selection = Selection::default();
    selection.press(Press::Through, shown[1], Some(&paths[0]), &shown);
    assert!(selection.is_empty(), "from nowhere");
    selection.press(Press::Turn, shown[0], Some(&paths[0]), &shown);
    assert_eq!(selected(&selection), "c");
    selection.press(Press::Turn, shown[2], Some(&paths[0]), &shown);
    assert_eq!(selected(&selection), "ce");
    selection.take(&shown);
    assert_eq!(selected(&selection), "cde");
}

#[test]
fn what_is_gone_is_not_selected_and_offers_name_those_they_fit() {
    let pictures = crate::studio::pictures::LibraryPictures::new("/library");
    let mut shelf = Shelf::default();
    for (name, status) in [
        ("a", Status::Live),
        ("b", Status::Draft),
        ("c", Status::Broken),
        ("d", Status::Paused),
    ] {
        let campaign = crate::campaign::Campaign::default();
        let published = Published::default();
        let mut item = Item::of_campaign(
            &path(name),
            &campaign,
            &Touched::default(),
            &pictures,
            crate::insight::SiteContext::UNKNOWN,
            &published,
        );
        item.status = status;
        shelf.put(vec![item]);
    }
    let paths = paths();
    let mut selection = Selection::default();
    selection.take(&paths.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    selection.keep(&shelf);
    assert_eq!(selected(&selection), "abcd");
    assert_eq!(selection.files_for(Together::Pause, &shelf), [path("a")]);
    assert_eq!(
        selection.offers(&shelf),
        [
            (Together::Duplicate, 3),
            (Together::Export, 3),
            (Together::Labels, 3),
            (Together::ReplaceAddress, 3),
            (Together::Pause, 1),
            (Together::Resume, 1),
            (Together::Delete, 4),
        ]
    );
    for name in ["a", "b", "c"] {
        shelf.remove(&path(name));
    }
    selection.keep(&shelf);
    assert_eq!(selected(&selection), "d", "the last one stays selected");
    shelf.remove(&path("d"));
    selection.keep(&shelf);
    assert!(selection.is_empty() && selection.offers(&shelf).is_empty());
}
