//! What follows from what other programs do to the library's folder.

use super::*;
use crate::{
    campaign::Campaign,
    studio::{pictures::LibraryPictures, publishing::Published, session::Touched, testing},
};

/// A window with its list.
#[derive(Default)]
struct Window {
    folder: Folder,
    sessions: Sessions,
    shelf: Shelf,
}

impl Window {
    /// Passes an event; returns short words for what is asked.
    fn on(&mut self, event: Event) -> Vec<String> {
        let requests = self.folder.on(event, &mut self.sessions, &mut self.shelf);
        let word = |request: Request| match request {
            Request::List => "list".into(),
            Request::ReadBin => "bin".into(),
            Request::ReadSite => "site".into(),
            Request::ReadAudiences => "audiences".into(),
            Request::LookNow => "look now".into(),
            Request::Look { changed, gone } => format!("look {}+{}", changed.len(), gone.len()),
            Request::LookAtSession(number) => format!("look at {number}"),
            Request::Retry => "retry".into(),
            Request::Save(number) => format!("save {number}"),
            Request::RetireNotSaved => "retire".into(),
            Request::ListChanged => "list changed".into(),
            Request::OpenChanged => "refresh".into(),
            Request::KeepVersion(_, campaign) => format!("keep {}", campaign.content.title.unwrap_or_default()),
            Request::SayReloaded => "say reloaded".into(),
            Request::KeepRemoved { session, .. } => format!("keep removed {session}"),
            Request::ListEnded(None) => "listed nothing".into(),
            Request::ListEnded(Some(first)) => format!("listed {}", first.display()),
            Request::Complain(_) => "complain".into(),
            Request::Gone(path) => format!("gone {}", path.display()),
            Request::SayRemoved(name, _) => format!("say removed {name}"),
        };
        requests.into_iter().map(word).collect()
    }

    fn looked(&mut self, number: u64, looked: Looked) -> Vec<String> {
        self.on(Event::Looked(Box::new(Look {
            sessions: vec![(number, looked)],
            ..Look::default()
        })))
    }

    /// Opens a campaign of this name that is listed.
    fn open(&mut self, name: &str) -> u64 {
        self.list(name, &campaign(name));
        testing::open(&mut self.sessions, campaign(name))
    }

    fn list(&mut self, file: &str, campaign: &Campaign) {
        self.shelf.put(vec![item(file, campaign)]);
    }

    fn edit(&mut self, number: u64) {
        let session = self.sessions.of(number).expect("a session");
        session.step("edit-title", |campaign| campaign.content.title = Some("Mine".into()));
    }

    fn listed(&self) -> Vec<&str> {
        self.shelf.items().iter().map(|item| item.name.as_str()).collect()
    }
}

fn item(file: &str, campaign: &Campaign) -> Item {
    let pictures = LibraryPictures::new("/library");
    Item::of_campaign(
        &testing::path(file),
        campaign,
        &Touched::default(),
        &pictures,
        crate::insight::SiteContext::UNKNOWN,
        &Published::default(),
    )
}

/// A campaign with an identity of its own.
fn campaign(name: &str) -> Campaign {
    Campaign {
        id: format!("id of {name}"),
        ..testing::campaign(name)
    }
}

fn changed(name: &str, title: &str) -> Looked {
    let mut theirs = campaign(name);
    theirs.content.title = Some(title.into());
    Looked::Changed(Box::new(testing::stored(theirs)))
}

fn gone() -> Looked {
    Looked::Gone(ContentHash::of(b""))
}

fn binned() -> Binned {
    Binned {
        file: testing::path("Sale"),
        kept: "/library/bin/Sale.campaign.json".into(),
    }
}

#[test]
fn a_folder_that_is_lost_stays_lost_until_it_is_found() {
    let mut window = Window::default();
    let one = window.open("One");
    let other = window.open("Other");
    assert_eq!(window.on(Event::Refused(TroubleKind::Full)), ["look now"]);
    assert_eq!(window.folder.state(), FolderState::Refuses(TroubleKind::Full));
    window.on(Event::Watched(FolderEvent::Lost(TroubleKind::Missing)));
    window.on(Event::Refused(TroubleKind::Full));
    assert_eq!(window.on(Event::TookIt), ["retire"]);
    assert_eq!(window.folder.state(), FolderState::Lost(TroubleKind::Missing));
    let found = window.on(Event::Watched(FolderEvent::Found));
    let looked = [other, one].map(|number| format!("look at {number}"));
    assert_eq!(
        found,
        ["audiences", "list", "bin", "site", &looked[0], &looked[1], "retry"]
    );
    assert_eq!(window.folder.state(), FolderState::Fine);
}

#[test]
fn the_site_document_is_read_and_campaigns_are_looked_at() {
    let mut window = Window::default();
    let mut noticed = |changed: &[&str], gone: &[&str]| {
        let paths = |names: &[&str]| names.iter().map(|name| Path::new("/library").join(name)).collect();
        window.on(Event::Watched(FolderEvent::Changed {
            changed: paths(changed),
            gone: paths(gone),
        }))
    };
    assert_eq!(noticed(&["a.campaign.json"], &["b.campaign.json"]), ["look 1+1"]);
    assert_eq!(noticed(&["site.json"], &[]), ["site"]);
    assert_eq!(noticed(&["a.campaign.json"], &["site.json"]), ["look 1+0", "site"]);
}

#[test]
fn a_folder_that_takes_things_again_is_fine() {
    let mut window = Window::default();
    window.on(Event::Refused(TroubleKind::Full));
    window.on(Event::TookIt);
    assert_eq!(window.folder.state(), FolderState::Fine);
}

#[test]
fn a_folder_that_cannot_be_listed_keeps_what_is_listed() {
    let mut window = Window::default();
    window.open("Sale");
    window.shelf.begin();
    window.on(Event::NotListed(TroubleKind::Missing));
    assert_eq!((window.listed(), window.shelf.loading), (vec!["Sale"], false));
    assert_eq!(window.folder.state(), FolderState::Lost(TroubleKind::Missing));
}

#[test]
fn a_listing_is_taken_over_as_it_comes_and_what_is_open_stays() {
    let mut window = Window::default();
    let listed = |names: &[&str], last| Event::Listed {
        items: names.iter().map(|name| item(name, &campaign(name))).collect(),
        last,
    };
    window.list("Old", &campaign("Old"));
    window.shelf.begin();
    assert_eq!(window.on(listed(&["B"], false)), ["refresh"]);
    assert_eq!(window.listed(), ["B", "Old"], "until the end is known");
    assert_eq!(
        window.on(listed(&["A"], true)),
        ["refresh", "listed /library/A.campaign.json"]
    );
    assert_eq!((window.listed(), window.shelf.loading), (vec!["A", "B"], false));
    window.open("Open");
    window.shelf.begin();
    window.on(listed(&[], true));
    assert_eq!(window.listed(), ["Open"], "it is in memory");
}

#[test]
fn standings_are_taken_over_unless_something_newer_is_known() {
    let mut window = Window::default();
    window.list("Listed", &campaign("Listed"));
    window.open("Open");
    let named = |file: &str| item(file, &campaign("Another name"));
    let items = ["Listed", "Open", "Removed"].map(named).into();
    assert!(window.on(Event::StatusesRefreshed(items)).is_empty());
    assert_eq!(window.listed(), ["Another name", "Open"]);
}

#[test]
fn a_listing_that_broke_off_keeps_what_is_listed() {
    let mut window = Window::default();
    window.open("Sale");
    window.list("Other", &campaign("Other"));
    window.shelf.begin();
    window.list("Sale", &campaign("Sale"));
    assert_eq!(window.on(Event::ListBrokeOff), ["list changed", "complain"]);
    assert_eq!((window.listed(), window.shelf.loading), (vec!["Other", "Sale"], false));
    assert_eq!(window.folder.state(), FolderState::Fine);
    window.shelf.begin();
    window.list("Sale", &campaign("Sale"));
    window.shelf.end();
    assert_eq!(window.listed(), ["Sale"], "the next listing reaches the end");
}

#[test]
fn another_programs_change_is_taken_over_and_the_version_before_is_kept() {
    let mut window = Window::default();
    let parked = window.open("Parked");
    let number = window.open("Sale");
    let requests = window.looked(number, changed("Sale", "Theirs"));
    assert_eq!(requests, ["list changed", "keep ", "say reloaded", "refresh"]);
    let requests = window.looked(parked, changed("Parked", "Theirs"));
    assert_eq!(requests, ["list changed", "keep ", "refresh"], "nobody looks at it");
    let again = window.looked(number, changed("Sale", "Theirs"));
    assert_eq!(again, ["list changed", "refresh"], "it says the same");
}

#[test]
fn unsaved_edits_are_not_replaced() {
    let mut window = Window::default();
    let number = window.open("Sale");
    window.edit(number);
    for looked in [changed("Sale", "Theirs"), Looked::Broken, Looked::Same] {
        assert_eq!(window.looked(number, looked), ["list changed", "refresh"]);
    }
    let session = window.sessions.open().expect("an open campaign");
    assert_eq!(
        (session.campaign().content.title.as_deref(), session.is_unsaved()),
        (Some("Mine"), true)
    );
    assert_eq!(
        window.looked(number, gone())[1],
        format!("save {number}"),
        "the user chooses"
    );
}

#[test]
fn a_renamed_file_is_followed() {
    let mut window = Window::default();
    let number = window.open("Sale");
    window.list("Renamed", &campaign("Sale"));
    let requests = window.looked(number, gone());
    assert_eq!(requests, ["list changed", &format!("look at {number}"), "refresh"]);
    assert_eq!(window.sessions.open_path(), Some(testing::path("Renamed").as_path()));
    assert_eq!(window.listed(), ["Sale"], "once");
}

#[test]
fn a_file_without_an_identity_is_not_taken_for_another() {
    let mut window = Window::default();
    let nameless = Campaign {
        id: String::new(),
        ..testing::campaign("Sale")
    };
    let number = testing::open(&mut window.sessions, nameless.clone());
    window.list("Renamed", &nameless);
    let requests = window.looked(number, gone());
    assert_eq!(requests[1], format!("keep removed {number}"));
}

#[test]
fn a_removed_campaign_goes_into_the_bin_unless_it_was_edited_meanwhile() {
    let mut window = Window::default();
    let number = window.open("Sale");
    assert_eq!(window.looked(number, gone())[1], format!("keep removed {number}"));
    let failed = LibraryError::new(
        "delete",
        std::path::Path::new("Sale"),
        std::io::ErrorKind::StorageFull.into(),
    );
    assert!(
        window.on(Event::Kept(number, Err(failed))).is_empty(),
        "memory holds the only copy"
    );
    let requests = window.on(Event::Kept(number, Ok(binned())));
    assert_eq!(
        requests,
        ["gone /library/Sale.campaign.json", "say removed Sale", "bin"]
    );
    window.edit(number);
    assert!(window.on(Event::Kept(number, Ok(binned()))).is_empty());
}

#[test]
fn files_that_are_gone_leave_the_list_unless_they_are_open() {
    let mut window = Window::default();
    window.open("Open");
    window.list("Closed", &campaign("Closed"));
    window.on(Event::Looked(Box::new(Look {
        gone: vec![testing::path("Open"), testing::path("Closed")],
        ..Look::default()
    })));
    assert_eq!(window.listed(), ["Open"]);
}
