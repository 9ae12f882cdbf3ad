//! Publishing the site document from its page, with the real backend: what is not live yet, where it goes, offline, and a conflict.

use crate::{
    publishing::{Shop, Window, fill, press, window},
    support::{self, keep_picture},
};
use beckon::{
    campaign::{LookKey, SiteDocument},
    library::read_site,
    publish::{Method, Precondition, Request},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use serde_json::Value;

fn has(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// Shows the page of the site.
fn turn(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    window.run_steps(8);
}

fn rest(window: &mut Window) {
    window.run_steps(16);
}

/// Makes a document of this name, on its page.
fn named(window: &mut Window, name: &str) {
    fill(window, "Name of the site", name);
    rest(window);
}

/// What the backend has.
fn there(shop: &Shop) -> Option<(Value, String)> {
    let response = shop.send(Request::get("api/v1/site"));
    let document = serde_json::from_slice(&response.body).expect("JSON");
    (response.status == 200).then(|| (document, response.etag.expect("a mark")))
}

/// Somebody else puts a document there.
fn put(shop: &Shop, document: &SiteDocument) {
    let precondition = there(shop).map_or(Precondition::Absent, |(_, etag)| Precondition::Is(etag));
    let request = Request {
        method: Method::Put,
        path: "api/v1/site".to_owned(),
        precondition,
        key: None,
        body: Some(document.to_json().into_bytes()),
    };
    assert!(matches!(shop.send(request).status, 200 | 201));
}

fn is_enabled(window: &Window, button: &str) -> bool {
    !window
        .get_by_role_and_label(Role::Button, button)
        .accesskit_node()
        .is_disabled()
}

#[test]
fn what_is_not_live_yet_is_listed_and_published() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = Shop::open(folder.path(), 0);
    let mut window = window(folder.path());
    turn(&mut window);
    assert!(
        window.query_by_role_and_label(Role::Button, "Publish").is_none(),
        "there is nothing yet"
    );
    named(&mut window, "Leafhouse");
    assert!(has(&window, "Not published yet"));
    press(&mut window, "Publish");
    rest(&mut window);
    assert_eq!(there(&shop).expect("it is there").0["name"], "Leafhouse");
    assert!(has(&window, "Your site is live as you see it here."));
    assert!(!is_enabled(&window, "Published"));
    keep_picture(&mut window, "site-live");

    named(&mut window, "Garden");
    press(&mut window, "Add an address");
    fill(&mut window, "Address 1", "https://www.example.com");
    rest(&mut window);
    assert!(has(&window, "2 changes not live yet"));
    keep_picture(&mut window, "site-changed");
    press(&mut window, "See changes");
    assert!(has(&window, "This goes to Our shop"));
    assert!(has(&window, "Name of the site: “Leafhouse” → “Garden”"));
    assert!(has(&window, "Address added: https://www.example.com"));
    keep_picture(&mut window, "site-changes");
    press(&mut window, "Close");
    // A launch says so, and does not send it.
    press(&mut window, "Back to editing");
    assert!(has(
        &window,
        "2 changes of your site are not live yet. A launch does not send them."
    ));
    keep_picture(&mut window, "launch-site-changed");
    press(&mut window, "Launch!");
    rest(&mut window);
    assert_eq!(there(&shop).expect("it is there").0["name"], "Leafhouse");
    press(&mut window, "Your site…");
    rest(&mut window);
    press(&mut window, "See changes");
    window
        .get_all_by_role_and_label(Role::Button, "Publish")
        .last()
        .expect("the dialog's")
        .click();
    rest(&mut window);
    assert_eq!(there(&shop).expect("it is there").0["name"], "Garden");
    assert!(is_there(&window, "Published"));
}

fn is_there(window: &Window, button: &str) -> bool {
    window.query_by_role_and_label(Role::Button, button).is_some()
}

#[test]
fn the_palette_publishes_it_from_anywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = Shop::open(folder.path(), 0);
    let mut window = window(folder.path());
    turn(&mut window);
    named(&mut window, "Leafhouse");
    press(&mut window, "Back to editing");
    support::stroke(&mut window, Modifiers::COMMAND, Key::K);
    window.run();
    window.event(egui::Event::Text("publish your site".to_owned()));
    window.run();
    support::stroke(&mut window, Modifiers::NONE, Key::Enter);
    rest(&mut window);
    assert_eq!(there(&shop).expect("it is there").0["name"], "Leafhouse");
    assert!(is_there(&window, "Published"), "its page says so");
}

#[test]
fn a_mistake_keeps_it_from_being_published_and_is_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = Shop::open(folder.path(), 0);
    let mut window = window(folder.path());
    turn(&mut window);
    named(&mut window, "Leafhouse");
    press(&mut window, "Add an address");
    fill(&mut window, "Address 1", "www.example.com");
    rest(&mut window);
    assert!(has(&window, "1 thing to correct first"));
    assert!(!is_enabled(&window, "Publish"));
    keep_picture(&mut window, "site-blocked");
    fill(&mut window, "Address 1", "https://www.example.com");
    rest(&mut window);
    press(&mut window, "Publish");
    rest(&mut window);
    assert!(there(&shop).is_some());
}

#[test]
fn with_no_connection_it_goes_to_this_computer() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    turn(&mut window);
    named(&mut window, "Leafhouse");
    press(&mut window, "See changes");
    assert!(has(&window, "This goes to a demo shop on this computer"));
    press(&mut window, "Close");
    press(&mut window, "Publish");
    rest(&mut window);
    assert!(is_there(&window, "Published"));
    assert!(window.state().app().publishing().local_url().is_some());
}

#[test]
fn offline_it_waits_and_goes_out_later_and_the_newest_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = Shop::open(folder.path(), 0);
    let port = shop.server.address().port();
    shop.server.stop();
    let mut window = window(folder.path());
    turn(&mut window);
    named(&mut window, "Leafhouse");
    press(&mut window, "Publish");
    rest(&mut window);
    assert!(has(&window, "Waits for the connection"));
    assert!(!is_enabled(&window, "Publishing…"));
    keep_picture(&mut window, "site-offline");
    named(&mut window, "Garden");
    press(&mut window, "Publish");
    rest(&mut window);
    assert!(!is_enabled(&window, "Publishing…"));
    let shop = Shop::open(folder.path(), port);
    press(&mut window, "Send now");
    rest(&mut window);
    assert_eq!(there(&shop).expect("it is there").0["name"], "Garden");
    assert!(is_there(&window, "Published"));
}

#[test]
fn somebody_elses_version_is_shown_and_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = Shop::open(folder.path(), 0);
    let mut theirs = SiteDocument::new("Theirs");
    theirs.look.set(LookKey::Radius, Some(0.into()));
    theirs.extras.set("quiet", 10.into());
    put(&shop, &theirs);
    let mut window = window(folder.path());
    turn(&mut window);
    named(&mut window, "Mine");
    press(&mut window, "Publish");
    rest(&mut window);
    assert!(has(&window, "Changed by someone else"));
    assert_eq!(there(&shop).expect("it is there").0["name"], "Theirs");
    press(&mut window, "Choose…");
    assert!(has(&window, "Name of the site: “Theirs” → “Mine”"));
    keep_picture(&mut window, "site-conflict");
    press(&mut window, "Keep mine");
    rest(&mut window);
    let kept = there(&shop).expect("it is there").0;
    assert_eq!((&kept["name"], &kept["quiet"]), (&"Mine".into(), &10.into()));
    assert!(is_there(&window, "Published"));

    // The other way: the page becomes theirs, which undo takes back.
    put(&shop, &theirs);
    named(&mut window, "Mine again");
    press(&mut window, "Publish");
    rest(&mut window);
    press(&mut window, "Choose…");
    press(&mut window, "Take theirs");
    rest(&mut window);
    let stored = || read_site(&folder.path().join("Beckon/site.json")).expect("it can be read");
    assert_eq!(stored().name, "Theirs");
    assert!(is_there(&window, "Published"));
    assert_eq!(there(&shop).expect("it is there").0["name"], "Theirs");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert_eq!(stored().name, "Mine again");
    assert!(has(&window, "changes not live yet"));
}
