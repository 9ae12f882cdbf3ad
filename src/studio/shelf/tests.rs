use super::*;
use crate::{
    campaign::Campaign,
    studio::{pictures::LibraryPictures, session::Touched, testing::path},
};

/// A shelf of campaigns with these names, statuses, ranks and identities.
fn shelf(all: &[(&str, Status, i64, &str)]) -> Shelf {
    let pictures = LibraryPictures::new("/library");
    let mut shelf = Shelf::default();
    let item = |(name, status, rank, id): &(&str, Status, i64, &str)| {
        let campaign = Campaign {
            name: (*name).into(),
            id: (*id).into(),
            ..Campaign::default()
        };
        let nothing = (Touched::default(), Published::default());
        let item = Item::of_campaign(
            &path(name),
            &campaign,
            &nothing.0,
            &pictures,
            crate::insight::SiteContext::UNKNOWN,
            &nothing.1,
        );
        Item {
            status: *status,
            rank: *rank,
            ..item
        }
    };
    shelf.put(all.iter().map(item).collect());
    shelf
}

fn names(shelf: &Shelf, filter: &Filter) -> String {
    let places = shelf.matching(filter).into_iter();
    places
        .map(|place| shelf.items()[place].name.clone())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_list_is_put_in_each_order_and_equal_ones_by_name() {
    let shelf = shelf(&[
        ("Beta", Status::Live, 2, "0193"),
        ("alpha", Status::Live, 5, "0194"),
        ("Delta", Status::Draft, 1, "0192"),
        ("gamma", Status::Conflict, 1, "0195"),
    ]);
    for (sort, expected) in [
        (Sort::Name, "alpha Beta Delta gamma"),
        (Sort::Newest, "gamma alpha Beta Delta"),
        (Sort::Priority, "Delta gamma Beta alpha"),
        (Sort::Status, "gamma alpha Beta Delta"),
    ] {
        let filter = Filter {
            sort,
            ..Filter::default()
        };
        assert_eq!(names(&shelf, &filter), expected, "{sort:?}");
    }
}

#[test]
fn a_filter_leaves_out_until_it_is_widened() {
    let shelf = shelf(&[
        ("Beta", Status::Live, 1, "1"),
        ("Alpha", Status::Draft, 1, "2"),
        ("Broken", Status::Broken, 1, "3"),
    ]);
    let mut filter = Filter {
        wanted: " A ".into(),
        ..Filter::default()
    };
    assert_eq!(names(&shelf, &filter), "Alpha Beta");
    filter.status = Some(Status::Live);
    assert_eq!(names(&shelf, &filter), "Beta");
    filter.status = Some(Status::Failing);
    filter.wanted.clear();
    assert_eq!(
        names(&shelf, &filter),
        "Broken",
        "what needs attention goes with what fails"
    );
    assert!(filter.is_narrow());
    filter.widen();
    assert!(!filter.is_narrow());
    assert_eq!(names(&shelf, &filter), "Alpha Beta Broken");
}

#[test]
fn a_file_takes_its_place_by_itself_as_among_many() {
    let all = [
        ("Beta", Status::Live, 1, "1"),
        ("Alpha", Status::Draft, 1, "2"),
        ("gamma", Status::Draft, 1, "3"),
        ("Delta", Status::Draft, 1, "4"),
        ("Epsilon", Status::Draft, 1, "5"),
    ];
    let mut shelf = shelf(&all);
    let by_name = names(&shelf, &Filter::default());
    let mut one = shelf.item(&path("Beta")).expect("it is there").clone();
    shelf.remove(&path("Beta"));
    shelf.put(vec![one.clone()]);
    assert_eq!(names(&shelf, &Filter::default()), by_name);
    // Another name of the same file.
    one.name = "Zeta".to_owned();
    one.folded = fold(&one.name);
    shelf.put(vec![one]);
    assert_eq!(names(&shelf, &Filter::default()), "Alpha Delta Epsilon gamma Zeta");
    assert_eq!(shelf.place(&path("Beta")), Some(4));
}
