//! Documents that are damaged, or of a newer version: they are reported, and break nothing else.

use super::{Desk, campaign, item, put};
use crate::backend::store::campaigns::Standing;
use crate::backend::store::{Change, Variant};

/// Ways to make a document unreadable.
const DAMAGE: [&str; 5] = [
    "'{broken'",
    "''",
    "replace(launched, '\"version\":1', '\"version\":2')",
    "replace(launched, '\"id\":\"b\"', '\"id\":\"c\"')",
    "CAST(x'ff00' AS TEXT)",
];

/// Three campaigns that are live.
fn three() -> Desk {
    let mut desk = Desk::new();
    for id in ["a", "b", "c"] {
        assert!(desk.write(id, put(&campaign(id, id)), None, None).is_ok());
        assert!(desk.write(id, Change::Launch, None, None).is_ok());
    }
    desk
}

fn standings(desk: &mut Desk) -> Vec<(String, Standing)> {
    let items = desk.database.items(crate::clock::now()).expect("a list").into_iter();
    items.map(|item| (item.id, item.status)).collect()
}

fn only_b(standing: Standing) -> Vec<(String, Standing)> {
    [("a", Standing::Live), ("b", standing), ("c", Standing::Live)]
        .map(|(id, standing)| (id.to_owned(), standing))
        .to_vec()
}

#[test]
fn a_damaged_document_is_reported_and_the_rest_goes_on() {
    for column in ["document", "launched"] {
        for value in DAMAGE {
            for restart in [false, true] {
                let place = format!("{column} = {value}, {restart}");
                let mut desk = three();
                desk.outside(&format!("UPDATE campaigns SET {column} = {value} WHERE id = 'b'"));
                if restart {
                    desk = desk.restarted();
                }
                assert_eq!(standings(&mut desk), only_b(Standing::Unreadable), "{place}");
                let damaged = match column {
                    "document" => Variant::Stored,
                    _ => Variant::Live,
                };
                let refused = desk.database.document("b", damaged).expect_err(&place);
                assert_eq!(refused.body()["type"], "urn:beckon:problem:unreadable", "{place}");
                let list = desk.list();
                assert!(
                    list.contains("\"id\":\"a\"") && list.contains("\"id\":\"c\""),
                    "{place}: {list}"
                );
                assert_eq!(list.contains("\"id\":\"b\""), column == "document", "{place}: {list}");
                assert!(desk.write("a", Change::Pause, None, None).is_ok(), "{place}");
            }
        }
    }
}

#[test]
fn a_damaged_campaign_is_healed_by_putting_it_again() {
    let mut desk = three();
    desk.outside("UPDATE campaigns SET document = '{broken' WHERE id = 'b'");
    let refused = desk
        .write("b", Change::Launch, None, None)
        .expect_err("there is nothing to launch");
    assert_eq!(refused.body()["type"], "urn:beckon:problem:unreadable");
    let etag = desk.database.items(crate::clock::now()).expect("a list")[1]
        .etag
        .clone();
    let healed = desk
        .write("b", put(&campaign("b", "new")), Some(&etag), None)
        .expect("put");
    assert_eq!(
        (item(&healed)["status"].as_str(), item(&healed)["changed"].as_bool()),
        (Some("live"), Some(true))
    );
    assert_eq!(standings(&mut desk.restarted()), only_b(Standing::Live));
}

#[test]
fn a_damaged_campaign_is_healed_by_launching_it_again() {
    let mut desk = three();
    desk.outside("UPDATE campaigns SET launched = '{broken' WHERE id = 'b'");
    let etag = desk.database.items(crate::clock::now()).expect("a list")[1]
        .etag
        .clone();
    let put_again = desk
        .write("b", put(&campaign("b", "b")), Some(&etag), None)
        .expect("put");
    let said = item(&put_again);
    assert_eq!(
        (said["status"].as_str(), said["changed"].as_bool()),
        (Some("unreadable"), Some(true))
    );
    let launched = desk.write("b", Change::Launch, None, None).expect("launched");
    assert_eq!(item(&launched)["status"], "live");
    assert!(desk.list().contains("\"id\":\"b\""));
    assert_eq!(standings(&mut desk.restarted()), only_b(Standing::Live));
}

#[test]
fn a_damaged_campaign_can_be_paused_and_deleted() {
    for column in ["document", "launched"] {
        let mut desk = three();
        desk.outside(&format!("UPDATE campaigns SET {column} = '{{broken' WHERE id = 'b'"));
        let paused = desk.write("b", Change::Pause, None, None).expect("paused");
        assert_eq!(item(&paused)["status"], "unreadable", "{column}");
        assert!(!desk.list().contains("\"id\":\"b\""), "{column}");
        assert_eq!(desk.write("b", Change::Delete, None, None).expect("gone").status, 204);
        assert_eq!(desk.database.items(crate::clock::now()).expect("a list").len(), 2);
    }
}

#[test]
fn a_repair_by_hand_is_noticed_without_a_restart() {
    let mut desk = three();
    desk.outside("UPDATE campaigns SET document = '{broken', launched = '{broken' WHERE id = 'b'");
    assert_eq!(standings(&mut desk), only_b(Standing::Unreadable));
    let repaired = campaign("b", "repaired").to_string();
    desk.outside(&format!(
        "UPDATE campaigns SET document = '{repaired}', launched = '{repaired}' WHERE id = 'b'"
    ));
    assert_eq!(standings(&mut desk), only_b(Standing::Live));
    assert!(desk.list().contains("repaired"));
}
