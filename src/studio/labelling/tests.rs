//! Who gets a label, and what is offered.

use super::*;

fn labelling(labels: &[&[&str]]) -> Labelling {
    let owned = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
    let campaigns: Vec<Labelled> = labels
        .iter()
        .enumerate()
        .map(|(number, labels)| Labelled {
            path: format!("{number}.campaign.json").into(),
            before: owned(labels),
            now: owned(labels),
        })
        .collect();
    let in_use = count(campaigns.iter().flat_map(|campaign| &campaign.now));
    Labelling { campaigns, in_use }
}

fn used(labelling: &Labelling) -> Vec<(String, usize)> {
    labelling
        .used()
        .into_iter()
        .map(|used| (used.label, used.count))
        .collect()
}

#[test]
fn a_label_is_given_to_all_and_taken_from_all() {
    let mut labelling = labelling(&[&["Winter", "Sale"], &["winter"], &[]]);
    assert_eq!(used(&labelling), [("Winter".to_owned(), 2), ("Sale".to_owned(), 1)]);
    assert_eq!(labelling.offers(""), ["Winter", "Sale"]);
    assert_eq!(labelling.offers("SA"), ["Sale"]);
    assert_eq!(labelling.add(" WINTER "), Ok(()));
    assert_eq!(labelling.add("winter"), Err(Refused::There));
    assert_eq!(labelling.offers(""), ["Sale"], "all have the other one");
    let files = labelling.files();
    assert_eq!(files.len(), 1);
    let after = Change::Labels {
        before: Vec::new(),
        after: vec!["Winter".to_owned()],
    };
    assert_eq!(files[0].changes, [after], "as it is written elsewhere");
    labelling.remove("winter");
    assert_eq!(used(&labelling), [("Sale".to_owned(), 1)]);
    assert_eq!(labelling.files().len(), 2);
}

#[test]
fn what_is_no_label_or_has_no_room_is_refused() {
    let full: Vec<String> = (0..limits::LABELS).map(|number| format!("Label {number}")).collect();
    let full: Vec<&str> = full.iter().map(String::as_str).collect();
    let mut labelling = labelling(&[&full, &[]]);
    let before = labelling.clone();
    assert_eq!(labelling.add(&"x".repeat(limits::LABEL + 1)), Err(Refused::TooLong));
    assert_eq!(labelling.add("one more"), Err(Refused::Full));
    assert_eq!(labelling, before, "none gets it");
    assert_eq!(labelling.add("Label 1"), Ok(()));
}
