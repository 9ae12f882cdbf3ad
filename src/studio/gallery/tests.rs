use super::*;
use crate::studio::testing::now;

fn gallery() -> Gallery {
    let mut gallery = Gallery::default();
    gallery.on(Event::Opened(Language::ENGLISH, false, now().date_naive()));
    gallery
}

fn walk(gallery: &mut Gallery, columns: usize, way: &[Direction]) -> Vec<Card> {
    let step = |direction: &Direction| {
        assert_eq!(gallery.on(Event::Move(*direction, columns)), None);
        gallery.chosen()
    };
    way.iter().map(step).collect()
}

#[test]
fn a_page_begins_with_blank_and_enter_makes_an_empty_campaign() {
    let mut gallery = gallery();
    assert_eq!(gallery.chosen(), Card::Blank);
    assert_eq!(gallery.on(Event::Begin), Some(Request::Blank));
    assert_eq!(gallery.cells().len(), 1 + gallery.points().len());
}

#[test]
fn arrows_walk_through_the_grid_as_it_looks() {
    use Direction::{Down, Left, Right, Up};
    // Blank/Import 0 1 2 3 | 4 5 6 7 8
    let mut gallery = gallery();
    assert_eq!(gallery.points().len(), 9);
    let way = walk(&mut gallery, 5, &[Down, Down, Up, Up, Right, Down, Left, Left, Left]);
    let expected = [
        Card::Import,
        Card::Point(4),
        Card::Import,
        Card::Blank,
        Card::Point(0),
        Card::Point(5),
        Card::Point(4),
        Card::Point(3),
        Card::Point(2),
    ];
    assert_eq!(way, expected);
    // Blank/Import 0 1 2 | 3 4 5 6 | 7 8
    gallery.on(Event::Choose(Card::Point(6)));
    let way = walk(&mut gallery, 4, &[Down, Right, Down, Up]);
    assert_eq!(way, [Card::Point(8), Card::Point(8), Card::Point(8), Card::Point(4)]);
}

#[test]
fn a_type_narrows_the_cards_and_the_choice_stays_in_sight() {
    let mut gallery = gallery();
    let all = gallery.count(None);
    let kinds = [ContentType::Rich, ContentType::Text, ContentType::OpenWindow];
    let by_kind: usize = kinds.iter().map(|kind| gallery.count(Some(*kind))).sum();
    assert_eq!(by_kind, all);
    assert!(kinds.iter().all(|kind| gallery.count(Some(*kind)) > 0));
    let text = gallery
        .points()
        .iter()
        .position(|point| point.kind == ContentType::Text);
    gallery.on(Event::Choose(Card::Point(text.expect("one of this type"))));
    gallery.on(Event::Filter(Some(ContentType::Rich)));
    assert_eq!(gallery.chosen(), Card::Blank);
    assert_eq!(gallery.cells().len(), 1 + gallery.count(Some(ContentType::Rich)));
}

#[test]
fn a_search_chooses_its_best_match_and_without_one_nothing_begins() {
    let mut gallery = gallery();
    gallery.on(Event::Search("cart".to_owned(), vec![4, 2]));
    assert_eq!(gallery.cells(), [Cell::Point(4), Cell::Point(2)]);
    let Some(Request::Start(point)) = gallery.on(Event::Begin) else {
        panic!("something begins")
    };
    assert_eq!(point.id, gallery.points()[4].id);
    gallery.on(Event::Search("zzz".to_owned(), Vec::new()));
    assert!(gallery.cells().is_empty());
    assert_eq!(gallery.on(Event::Begin), None);
    walk(&mut gallery, 4, &[Direction::Down]);
    gallery.on(Event::Search(String::new(), Vec::new()));
    assert_eq!(gallery.cells().len(), 1 + gallery.points().len());
    assert!(gallery.on(Event::Begin).is_some());
}

#[test]
fn another_language_says_the_same_in_other_words() {
    let mut gallery = gallery();
    let english = gallery.points().to_vec();
    gallery.on(Event::Choose(Card::Point(3)));
    gallery.on(Event::Language(Language::TURKISH));
    gallery.on(Event::Dark(true));
    assert_eq!((gallery.chosen(), gallery.is_dark()), (Card::Point(3), true));
    for (one, other) in english.iter().zip(gallery.points()) {
        assert_eq!((one.id, one.kind), (other.id, other.kind));
        assert_ne!(one.campaign.content, other.campaign.content);
    }
}
