//! Publishing the site document: what follows from each event, and what its page shows.

use std::sync::Arc;

use super::{
    super::{Aim, CarriedOut, Event, LOCAL, LocalServer, Means, Message, Requested, SiteAct, Snapshot},
    desk::{Desk, LIBRARY, connection, courier, elsewhere, read, snapshot},
};
use crate::{
    campaign::{LookKey, SiteDocument},
    publish::{
        self, About, Answer, Choice, Conflict, Document, Entry, EntryKey, Queued, Reason, Refusal, RefusalCause,
        SiteStanding, Subject, What,
    },
    studio::{tone::Tone, trouble::Trouble},
    wording::text::{Language, Text},
};

fn document(name: &str) -> SiteDocument {
    SiteDocument {
        name: name.to_owned(),
        ..SiteDocument::default()
    }
}

fn wanted() -> Event {
    Event::SiteWanted(Box::new(document("Leafhouse")))
}

fn ended(requested: Requested, started: Option<LocalServer>) -> Event {
    let snapshot = started.is_some().then(|| snapshot(&[LOCAL]));
    Event::OperationEnded {
        aim: Aim::Site,
        carried_out: Box::new(CarriedOut { requested, started }),
        snapshot,
    }
}

fn put() -> Requested {
    Requested::Put {
        library: LIBRARY.to_owned(),
        subject: Subject::Site,
    }
}

fn about(library: &str) -> About {
    About {
        intention: crate::clock::new_id(),
        key: EntryKey::site(library, "shop"),
        name: "Leafhouse".to_owned(),
        what: What::Launch,
    }
}

fn refusal() -> Refusal {
    Refusal {
        intention: uuid::Uuid::nil(),
        what: What::Launch,
        cause: RefusalCause::NoSiteThere,
        answer: Answer {
            status: 404,
            problem: None,
            words: None,
            hint: None,
        },
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

fn conflict() -> Conflict {
    Conflict {
        intention: uuid::Uuid::nil(),
        what: What::Launch,
        theirs: Some(Document::Site(Box::new(document("Theirs")))),
        etag: Some("\"theirs\"".to_owned()),
        pictures: Default::default(),
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

/// What the disk says when the shop has what `entry` is made to say.
fn known(entry: impl FnOnce(&mut Entry)) -> Snapshot {
    let mut noted = Entry::new(&EntryKey::site(LIBRARY, "shop"), "Leafhouse");
    noted.live = Some(Document::Site(Box::new(document("Leafhouse"))));
    entry(&mut noted);
    Snapshot {
        sites: [("shop".to_owned(), noted)].into(),
        ..snapshot(&["shop"])
    }
}

fn waiting(mut snapshot: Snapshot) -> Snapshot {
    snapshot.waiting = vec![Queued::waiting(EntryKey::site(LIBRARY, "shop"), uuid::Uuid::nil())];
    snapshot
}

#[test]
fn it_goes_where_campaigns_go_and_once() {
    let mut desk = Desk::connected_to(&["shop"]);
    desk.follows([
        (wanted(), &["site to shop"]),
        (wanted(), &[]),
        (ended(put(), None), &["wake the courier", "read"]),
        (wanted(), &["site to shop"]),
    ]);
    Desk::connected_to(&["shop", "blog"]).follows([(wanted(), &["say ChooseConnection", "show the connections"])]);
    Desk::with(Means::Nothing).follows([(wanted(), &["say Impossible"])]);
}

#[test]
fn with_nothing_set_up_it_goes_to_this_computer_and_opens_no_demo() {
    let mut desk = Desk::connected_to(&[]);
    desk.follows([(wanted(), &["site here"])]);
    let followed = desk.on(ended(put(), Some(elsewhere())));
    assert!(followed.contains(&format!("remember {LOCAL}")), "{followed:?}");
    assert!(followed.contains(&"wake the courier".to_owned()), "{followed:?}");
    let mut about = about(LIBRARY);
    about.key.connection = LOCAL.to_owned();
    desk.follows([(
        courier(publish::Event::Sent {
            about,
            status: None,
            launched_at: None,
        }),
        &["say SiteLive"],
    )]);
}

#[test]
fn each_end_of_the_job_is_said() {
    let mut desk = Desk::new();
    desk.on(read(known(|entry| entry.conflict = Some(conflict()))));
    desk.follows([
        (ended(Requested::Stopped(2), None), &["say SiteStopped(2) of the site"]),
        (ended(Requested::NothingNew, None), &["say SiteNothingNew"]),
        (
            ended(Requested::Conflict, None),
            &["show the site's conflict with shop"],
        ),
        (
            ended(Requested::Trouble(Trouble::ServerToken), None),
            &[&*format!("complain: {}", Trouble::ServerToken)],
        ),
        (Event::ShowSiteConflict, &["show the site's conflict with shop"]),
        (
            Event::ResolveSiteConflict("shop".to_owned(), Choice::KeepMine),
            &[&*format!("KeepMine at shop in {LIBRARY} for the site"), "read"],
        ),
    ]);
}

#[test]
fn what_the_courier_says_of_it_leads_to_its_page() {
    let mut desk = Desk::connected_to(&["shop"]);
    let refused = |library: &str| {
        courier(publish::Event::Refused {
            about: about(library),
            refusal: refusal(),
        })
    };
    let changed = courier(publish::Event::Conflict {
        about: about(LIBRARY),
        conflict: Box::new(conflict()),
    });
    assert!(desk.on(refused(LIBRARY))[0].ends_with("of the site"));
    assert!(!desk.on(refused("another"))[0].ends_with("of the site"));
    assert_eq!(desk.on(changed)[0], "say SiteConflict of the site");
}

#[test]
fn its_page_says_how_it_stands_and_what_the_button_does() {
    let text = Text::of(Language::ENGLISH);
    let changed = SiteDocument {
        look: crate::campaign::Look::default().with(LookKey::Radius, 0),
        ..document("Garden")
    };
    let same = document("Leafhouse");
    let cases: [(Snapshot, &SiteDocument, SiteAct, &str, Tone); 7] = [
        (
            snapshot(&["shop"]),
            &same,
            SiteAct::Publish,
            "Not published yet",
            Tone::Warning,
        ),
        (known(|_| {}), &same, SiteAct::Done, "Live", Tone::Success),
        (
            known(|_| {}),
            &changed,
            SiteAct::Publish,
            "2 changes not live yet",
            Tone::Warning,
        ),
        (
            known(|entry| entry.changed_there = true),
            &same,
            SiteAct::Publish,
            "Changed by someone else",
            Tone::Warning,
        ),
        (
            known(|entry| entry.refusal = Some(refusal())),
            &same,
            SiteAct::Publish,
            "Refused",
            Tone::Danger,
        ),
        (
            waiting(known(|_| {})),
            &changed,
            SiteAct::OnItsWay,
            "On its way",
            Tone::Accent,
        ),
        (
            waiting(known(|entry| entry.conflict = Some(conflict()))),
            &same,
            SiteAct::Choose,
            "Changed by someone else",
            Tone::Danger,
        ),
    ];
    for (number, (snapshot, document, act, words, tone)) in cases.into_iter().enumerate() {
        let mut desk = Desk::new();
        desk.publishing.site_wanted = Some(Box::new(document.clone()));
        desk.on(read(snapshot));
        let view = desk
            .publishing
            .look_at_site(document, 1, Language::ENGLISH)
            .expect("it can be published");
        assert_eq!(view.act(), act, "{number}");
        assert_eq!(view.pill(text), (words.to_owned(), tone), "{number}");
    }
}

#[test]
fn what_waits_says_why() {
    let text = Text::of(Language::ENGLISH);
    let mut desk = Desk::new();
    desk.on(read(waiting(known(|_| {}))));
    let said = |desk: &mut Desk| {
        let view = desk
            .publishing
            .look_at_site(&document("Leafhouse"), 1, Language::ENGLISH);
        view.expect("it can be published").pill(text).0
    };
    assert_eq!(said(&mut desk), "On its way");
    desk.on(super::desk::waiting("shop"));
    assert_eq!(said(&mut desk), "Waits for the connection");
    desk.on(courier(publish::Event::Stopped {
        connection: "shop".to_owned(),
        reason: Reason::TokenRefused,
    }));
    assert_eq!(said(&mut desk), "Not sent yet");
}

#[test]
fn what_is_newer_than_what_waits_can_be_published() {
    let mut desk = Desk::new();
    desk.on(read(waiting(known(|_| {}))));
    desk.on(wanted());
    desk.on(ended(put(), None));
    let act = |desk: &mut Desk, name, revision| {
        let view = desk
            .publishing
            .look_at_site(&document(name), revision, Language::ENGLISH);
        view.expect("it can be published").act()
    };
    assert_eq!(act(&mut desk, "Leafhouse", 1), SiteAct::OnItsWay);
    assert_eq!(act(&mut desk, "Garden", 2), SiteAct::Publish);
}

#[test]
fn its_changes_are_listed_against_what_is_live_and_made_once() {
    let mut desk = Desk::new();
    desk.on(read(known(|_| {})));
    let draft = SiteDocument {
        addresses: vec!["https://www.example.com".to_owned()],
        ..document("Garden")
    };
    let view = desk
        .publishing
        .look_at_site(&draft, 1, Language::ENGLISH)
        .expect("a view");
    let said: Vec<&str> = view.changes.iter().map(|line| line.sentence.as_str()).collect();
    assert_eq!(
        said,
        [
            "Name of the site: “Leafhouse” → “Garden”",
            "Address added: https://www.example.com"
        ]
    );
    assert_eq!(view.standing, SiteStanding::Changed(2));
    assert_eq!(
        view.place.as_ref().map(|place| &place.name),
        Some(&connection("shop").name)
    );
    let again = desk
        .publishing
        .look_at_site(&draft, 1, Language::ENGLISH)
        .expect("a view");
    assert!(Arc::ptr_eq(&view, &again), "what is shown is not made again");
    assert!(desk.publishing.look_at_site(&draft, 1, Language::ENGLISH).is_some());
    assert!(
        Desk::with(Means::Nothing)
            .publishing
            .look_at_site(&draft, 1, Language::ENGLISH)
            .is_none()
    );
}

#[test]
fn every_message_has_words() {
    let text = Text::of(Language::ENGLISH);
    let messages = [
        Message::SiteLive,
        Message::SiteStopped(1),
        Message::SiteNothingNew,
        Message::SiteRefused(refusal()),
        Message::SiteConflict,
    ];
    for message in messages {
        assert!(!message.words(text).is_empty(), "{message:?}");
    }
}
