//! The same change in many campaigns at once.

use beckon::{
    campaign::{Action, Button, Campaign, Condition, Field, Node, Operator},
    library::Library,
    wording::text::Language,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::{
    fill, keep_picture,
    library::{Opening, Window, choose, command, keys, open, press, rest, tab},
};

/// The addresses in all files of the library, one a line.
fn stored(window: &Window) -> String {
    let entries = window.state().library.entries().expect("a library");
    let campaigns = entries.map(|entry| entry.content.expect("a campaign").campaign);
    let lines = campaigns.flat_map(|campaign| campaign.addresses().into_iter().map(|address| address.text + "\n"));
    lines.collect()
}

#[test]
fn an_address_is_replaced_in_all_campaigns_place_by_place_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path(), Opening::default());
    choose(&mut window, "Winter sale in Turkish");
    rest(&mut window);
    let before = stored(&window);
    command(&mut window, "replace an address");
    fill(&mut window, "Find", "example");
    keys(&mut window, Modifiers::NONE, Key::Tab);
    let next = window.get_by_role_and_label(Role::TextInput, "Replace with");
    assert!(next.accesskit_node().is_focused(), "Tab goes to the next field");
    // A dialog whose list is gone is as low as it began.
    fill(&mut window, "Find", "nowhere");
    window.get_by_role_and_label(Role::Status, "No address contains this, or nothing would change.");
    let tops = [Role::TextInput, Role::Button].map(|role| {
        let name = if role == Role::Button { "Cancel" } else { "Find" };
        window.get_by_role_and_label(role, name).rect().top()
    });
    assert!(tops[1] - tops[0] < 140.0, "{tops:?}");
    fill(&mut window, "Find", "WWW.example.com");
    fill(&mut window, "Replace with", "shop.example.org");
    window.get_by_role_and_label(Role::Status, "13 places in 8 campaigns");
    keep_picture(&mut window, "replace-address");
    let places = window.get_all_by_role(Role::CheckBox);
    let first = "Watering lesson in Japanese, Page address starts with: https://www.example.com/journal becomes https://shop.example.org/journal";
    assert!(places.count() > 4);
    window.get_by_role_and_label(Role::CheckBox, first).click_accesskit();
    window.run();
    window.get_by_role_and_label(Role::Status, "12 places in 8 campaigns · 1 left out");
    press(&mut window, "Replace in 12 places");
    rest(&mut window);
    window.get_by_label("12 addresses in 8 campaigns were replaced.");
    let after = stored(&window);
    assert_eq!(after.matches("shop.example.org").count(), 12, "{after}");
    assert_eq!(after.matches("www.example.com").count(), 1);
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert_eq!(stored(&window), before);
    keys(&mut window, Modifiers::COMMAND, Key::Y);
    rest(&mut window);
    assert_eq!(stored(&window), after);

    // A change of the open campaign is undone first; then its own part of the batch.
    tab(&mut window, "Message");
    fill(&mut window, "Title", "Wait");
    rest(&mut window);
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert_eq!(stored(&window), after);
    press(&mut window, "Undo");
    rest(&mut window);
    assert_ne!(stored(&window), after);
}

#[test]
fn what_would_be_wrong_is_refused_and_only_the_selected_campaigns_are_searched() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = [900.0, 600.0];
    let opening = Opening {
        size,
        language: Language::TURKISH,
        ..Opening::default()
    };
    let library = Library::open_with_rescue(folder.path().join("Beckon"), None).expect("a library");
    for (name, operator) in [
        ("Bir", Operator::Equals),
        ("İki", Operator::Contains),
        ("Üç", Operator::Equals),
    ] {
        let mut campaign = Campaign::new(beckon::clock::new_id(), name, "UTC");
        let asks = beckon::campaign::Condition::new(
            beckon::campaign::Field::CurrentPageUrl,
            operator,
            "https://old.example.com",
        );
        campaign.audience.children = vec![Node::Condition(asks)];
        library.create(campaign).expect("a file");
    }
    let mut window = open(folder.path(), opening);
    keys(&mut window, Modifiers::COMMAND, Key::B);
    window
        .get_by_role_and_label(Role::ListItem, "Bir")
        .click_modifiers(Modifiers::COMMAND);
    window.run();
    window
        .get_by_role_and_label(Role::ListItem, "İki")
        .click_modifiers(Modifiers::COMMAND);
    window.run();
    press(&mut window, "2 kampanyada adres değiştir…");
    fill(&mut window, "Aranan", "https://old.example.com");
    fill(&mut window, "Yerine yazılacak", "https://");
    window.get_by_role_and_label(Role::Status, "1 kampanyada 1 yer · 1 yerde olmaz");
    keep_picture(&mut window, "replace-address-turkish");
    press(&mut window, "1 yerde değiştir");
    rest(&mut window);
    let addresses = stored(&window);
    assert_eq!(addresses.matches("https://old.example.com").count(), 2, "{addresses}");
}

/// A campaign that can be launched, for visitors of a page.
fn ready(name: &str, page: &str, priority: i64) -> Campaign {
    let mut campaign = Campaign::new(beckon::clock::new_id(), name, "UTC");
    campaign.content.title = Some("Hello".to_owned());
    campaign.content.user_say = Some("Hello".to_owned());
    campaign.content.button = Some(Button {
        name: Some("Go".to_owned()),
        action: Some(Action::Message("Hello".to_owned())),
        ..Button::default()
    });
    let asks = Condition::new(Field::CurrentPageUrl, Operator::Equals, page);
    campaign.audience.children = vec![Node::Condition(asks)];
    campaign.schedule.priority = Some(priority.into());
    campaign
}

/// The priorities in the files, by the campaigns' names.
fn priorities(window: &Window) -> Vec<(String, i64)> {
    let entries = window.state().library.entries().expect("a library");
    let campaigns = entries.map(|entry| entry.content.expect("a campaign").campaign);
    campaigns
        .map(|campaign| (campaign.name.clone(), campaign.schedule.rank()))
        .collect()
}

#[test]
fn campaigns_that_meet_are_put_in_order_by_keyboard_and_mouse() {
    let folder = tempfile::tempdir().expect("a folder");
    let library = Library::open_with_rescue(folder.path().join("Beckon"), None).expect("a library");
    let shop = "https://www.example.com/shop";
    for (name, page, priority) in [
        ("Alpha", shop, 1),
        ("Beta", shop, 2),
        ("Gamma", shop, 3),
        ("Elsewhere", "https://www.example.com/other", 1),
    ] {
        library.create(ready(name, page, priority)).expect("a file");
    }
    let mut window = open(folder.path(), Opening::default());
    let before = priorities(&window);
    command(&mut window, "order of campaigns");
    let row = |place: usize, name: &str, priority: &str| {
        format!("{place} of 3: {name}, priority {priority}, Draft · meets 2 others")
    };
    window.get_by_role_and_label(Role::ListItem, &row(1, "Alpha", "1"));
    window.get_by_label("One other campaign never meets another, so that its place does not matter.");
    window.get_by_label("No priority changes.");
    // The keyboard is on the first one.
    keys(&mut window, Modifiers::ALT, Key::ArrowDown);
    window.get_by_role_and_label(Role::Status, "“Alpha” is now 2 of 3.");
    keys(&mut window, Modifiers::ALT, Key::End);
    window.get_by_role_and_label(Role::Status, "“Alpha” is now 3 of 3.");
    window.get_by_label("One priority changes: Alpha (1 → 4).");
    keep_picture(&mut window, "order");
    keys(&mut window, Modifiers::ALT, Key::Home);
    window.get_by_label("No priority changes.");

    // By mouse: the last one above the first.
    let from = window
        .get_by_role_and_label(Role::ListItem, &row(3, "Gamma", "3"))
        .rect();
    let to = window
        .get_by_role_and_label(Role::ListItem, &row(1, "Alpha", "1"))
        .rect();
    window.drag_at(from.left_center() + egui::vec2(16.0, 0.0));
    window.run();
    window.hover_at(to.center_top());
    window.run();
    window.drop_at(to.center_top());
    window.run();
    window.get_by_role_and_label(Role::Status, "“Gamma” is now 1 of 3.");
    press(&mut window, "Change one campaign");
    rest(&mut window);
    window.get_by_label("One campaign has another priority.");
    let after = priorities(&window);
    assert_ne!(after, before);
    let of = |name: &str| after.iter().find(|(other, _)| other == name).expect("it is there").1;
    assert!(of("Gamma") < of("Alpha") || of("Gamma") == of("Alpha"), "{after:?}");
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert_eq!(priorities(&window), before);
}

/// The labels in the file of the campaign of this name.
fn labels_of(window: &Window, name: &str) -> Vec<String> {
    let mut entries = window.state().library.entries().expect("a library");
    let found = entries.find(|entry| entry.name() == name).expect("such a campaign");
    found.content.expect("a campaign").campaign.labels
}

#[test]
fn campaigns_are_labelled_and_the_list_is_narrowed_to_a_label() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path(), Opening::default());
    choose(&mut window, "Winter sale in Turkish");
    command(&mut window, "labels");
    fill(&mut window, "Add a label", " Season ");
    keys(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::Button, "Remove Season");
    fill(&mut window, "Add a label", "season");
    keys(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("It is there already.");
    fill(&mut window, "Add a label", "Shop");
    press(&mut window, "Done");
    rest(&mut window);
    window.get_by_label("One campaign has other labels.");
    assert_eq!(labels_of(&window, "Winter sale in Turkish"), ["Season", "Shop"]);
    // The head says them, and leads to them.
    keep_picture(&mut window, "labels-in-head");
    press(&mut window, "Labels: Season, Shop");
    window.get_by_role_and_label(Role::Button, "Remove Season");
    keys(&mut window, Modifiers::NONE, Key::Escape);

    // What is not kept yet survives a click outside, and Enter in the empty field keeps it.
    press(&mut window, "Labels: Season, Shop");
    fill(&mut window, "Add a label", "Later");
    keys(&mut window, Modifiers::NONE, Key::Enter);
    let outside = egui::pos2(6.0, 6.0);
    window.hover_at(outside);
    for pressed in [true, false] {
        window.event(egui::Event::PointerButton {
            pos: outside,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.run();
    }
    press(&mut window, "Remove Later");
    fill(&mut window, "Add a label", "Soon");
    keys(&mut window, Modifiers::NONE, Key::Enter);
    keys(&mut window, Modifiers::NONE, Key::Enter);
    rest(&mut window);
    press(&mut window, "Labels: Season, Shop, Soon");
    press(&mut window, "Remove Soon");
    press(&mut window, "Done");
    rest(&mut window);

    // Several at once; what is in use is offered.
    let basket = "Something in the basket";
    // The open one is the first of them.
    window
        .get_by_role_and_label(Role::ListItem, basket)
        .click_modifiers(Modifiers::COMMAND);
    window.run();
    press(&mut window, "Labels of 2 campaigns…");
    keep_picture(&mut window, "labels");
    press(&mut window, "Add Season");
    press(&mut window, "Remove Shop");
    press(&mut window, "Done");
    rest(&mut window);
    assert_eq!(labels_of(&window, basket), ["Season"]);
    assert_eq!(labels_of(&window, "Winter sale in Turkish"), ["Season"]);
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert_eq!(labels_of(&window, basket), Vec::<String>::new());
    assert_eq!(labels_of(&window, "Winter sale in Turkish"), ["Season", "Shop"]);

    press(&mut window, "Filter by state");
    window.get_by_role_and_label(Role::MenuItem, "Shop").click();
    window.run();
    assert_eq!(window.query_all_by_role(Role::ListItem).count(), 1);
    press(&mut window, "Filter by state. Label: Shop");
    window.get_by_role_and_label(Role::MenuItem, "Show all").click();
    window.run();
    window.get_by_role_and_label(Role::ListItem, basket);
    let search = window.get_by_label("Search 9 campaigns");
    search.focus();
    search.type_text("seas");
    window.run();
    assert_eq!(
        window.query_all_by_role(Role::ListItem).count(),
        1,
        "labels are searched, too"
    );
}
