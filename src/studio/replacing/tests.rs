//! What is found, what is agreed to, and which question counts.

use super::*;
use crate::campaign::{Condition, Field, Node, Operator};

/// A campaign whose conditions compare the page with these addresses.
fn held(name: &str, addresses: &[&str]) -> Held {
    let mut campaign = Campaign {
        name: name.to_owned(),
        ..Campaign::default()
    };
    let asks = |address: &&str| Node::Condition(Condition::new(Field::CurrentPageUrl, Operator::Equals, *address));
    campaign.audience.children = addresses.iter().map(asks).collect();
    Held::of(Path::new(name), &campaign).expect("it has addresses")
}

fn answered(replacing: &mut Replacing, wanted: &str, with: &str) {
    wanted.clone_into(&mut replacing.wanted);
    with.clone_into(&mut replacing.with);
    let question = replacing.ask().expect("a question");
    assert!(!replacing.is_answered());
    replacing.take(question.number, question.answer().expect("nobody stopped it"));
    assert!(replacing.is_answered() && replacing.ask().is_none());
}

fn among_two() -> Replacing {
    let mut replacing = Replacing::new(None);
    replacing.gathered(vec![
        held("one", &["https://old.example.com/a", "https://old.example.com/b"]),
        held("two", &["https://other.example.com/", "https://old.example.com/c"]),
    ]);
    replacing
}

#[test]
fn every_place_can_be_left_out_and_the_rest_is_changed_by_file() {
    let mut replacing = among_two();
    answered(&mut replacing, "old.", "new.");
    let counts = |replacing: &Replacing| {
        let Counts {
            places,
            campaigns,
            left_out,
            refused,
            in_site: _,
        } = replacing.counts();
        (places, campaigns, left_out, refused)
    };
    assert_eq!(counts(&replacing), (3, 2, 0, 0));
    replacing.turn(2);
    assert_eq!(counts(&replacing), (2, 1, 1, 0));
    let files = replacing.changes();
    assert_eq!(files.len(), 1);
    assert_eq!((files[0].path.as_path(), files[0].changes.len()), (Path::new("one"), 2));
    // The choice holds while only the new text is typed on.
    answered(&mut replacing, "old.", "newest.");
    assert_eq!(counts(&replacing), (2, 1, 1, 0));
    replacing.turn_all(false);
    assert_eq!(counts(&replacing), (0, 0, 3, 0));
    answered(&mut replacing, "old", "");
    assert_eq!(counts(&replacing), (3, 2, 0, 0));
    answered(&mut replacing, "old.example.com", "old example.com");
    assert_eq!(counts(&replacing), (0, 0, 0, 3), "a host has no blanks");
    assert_eq!(replacing.changes(), []);
}

#[test]
fn an_answer_to_an_earlier_question_is_dropped_and_stopped() {
    let mut replacing = Replacing::new(Some(2));
    replacing.wanted = "old".to_owned();
    assert!(
        replacing.is_gathering() && replacing.ask().is_none(),
        "nothing is known yet"
    );
    let mut replacing = among_two();
    replacing.wanted = "old".to_owned();
    let first = replacing.ask().expect("a question");
    replacing.with = "new".to_owned();
    let second = replacing.ask().expect("another question");
    assert_eq!(first.answer(), None);
    replacing.take(first.number, Vec::new());
    assert!(!replacing.is_answered());
    replacing.take(second.number, second.answer().expect("the newest"));
    assert_eq!(replacing.lines().len(), 3);
}

#[test]
fn the_addresses_of_the_site_are_replaced_apart_from_those_of_campaigns() {
    let site = SiteDocument {
        addresses: vec!["https://old.example.com".to_owned(), "https://b.example".to_owned()],
        ..SiteDocument::default()
    };
    let mut replacing = Replacing::new(None);
    let of_site = Held::of_site("Your site".to_owned(), &site).expect("it has addresses");
    replacing.gathered(vec![of_site, held("one", &["https://old.example.com/a"])]);
    answered(&mut replacing, "old.", "new.");
    let counts = replacing.counts();
    assert_eq!((counts.places, counts.in_site, counts.campaigns), (2, 1, 1));
    assert_eq!(replacing.changes().len(), 1);
    let changes = replacing.site_changes();
    let mut after = site.clone();
    for SiteReplacement {
        place,
        before,
        after: new,
    } in &changes
    {
        assert!(after.replace_address(place, before, new));
        assert!(!after.replace_address(place, before, new), "it is no longer that");
    }
    assert_eq!(after.addresses, ["https://new.example.com", "https://b.example"]);
    // What would be no address of a website is refused.
    answered(&mut replacing, "https://old.example.com", "shop");
    assert_eq!(replacing.site_changes(), []);
    assert!(replacing.counts().refused > 0);
    assert_eq!(Held::of_site(String::new(), &SiteDocument::default()), None);
}
