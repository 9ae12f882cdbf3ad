//! What can go wrong with files: campaigns, bundles, pictures, exports, logs and journeys.

use std::{
    fs,
    io::{Error, ErrorKind},
    path::PathBuf,
};

use super::{
    super::Trouble,
    cases::{Cases, disk},
};
use crate::{
    campaign::{Campaign, Document, FileFault, JsonKind, ReadError, Wanted},
    library::{
        Conflict, ContentHash, LibraryError, LoadError, PictureError, SaveError, Theirs, TroubleKind, VersionTag,
    },
    popup::{Picture, RenderError},
    publish::{ExportError, ImportError, SendError, TextsError},
    reach::{Log, ReachError},
    studio::session::SaveFailure,
    visitor::{EventFault, Journey, VisitorError},
};

pub(super) fn of_library(cases: &mut Cases) {
    let kinds = [
        TroubleKind::Missing,
        TroubleKind::WrongKind,
        TroubleKind::OutsideImages,
        TroubleKind::NotAPicture,
        TroubleKind::NotAllowed,
        TroubleKind::ReadOnly,
        TroubleKind::Full,
        TroubleKind::TooLarge,
        TroubleKind::TooLong,
        TroubleKind::NameTaken,
    ];
    for kind in kinds {
        let error = LibraryError {
            kind,
            ..disk(ErrorKind::Other, "welcome.campaign.json")
        };
        cases.add(&Trouble::from(error), &["welcome.campaign.json"]);
    }
    let other = disk(ErrorKind::Other, "welcome.campaign.json");
    cases.add(&other, &["welcome.campaign.json", "EIO"]);
    cases.add(&Trouble::from(LoadError::from(other.clone())), &["EIO"]);
    cases.say("save".to_owned(), &SaveFailure::Disk(other.clone()), &["EIO"]);
    cases.say("save".to_owned(), &SaveFailure::BrokeOff, &["Beckon"]);
    let failed = SaveError::Failed {
        error: other,
        rescued: None,
    };
    cases.add(&Trouble::from(failed), &["EIO"]);
    let tag = VersionTag {
        path: PathBuf::from("welcome.campaign.json"),
        hash: ContentHash::of(b""),
    };
    let conflict = Box::new(Conflict {
        tag,
        mine: Campaign::default(),
        theirs: Theirs::Deleted,
    });
    cases.add(&Trouble::from(SaveError::from(conflict)), &["welcome.campaign.json"]);
}

pub(super) fn of_files(cases: &mut Cases) {
    let newer = |document| FileFault::NewerVersion {
        document,
        version: 7,
        known: 1,
    };
    let not_text = |document, utf16| FileFault::NotText { document, utf16 };
    let key = || "title".to_owned();
    let faults: [(FileFault, &[&str]); 28] = [
        (FileFault::TooLarge(Some(5 << 20)), &["5", "4", "MB"]),
        (FileFault::TooLarge(None), &["4", "MB"]),
        (not_text(Document::Campaign, false), &["UTF-8"]),
        (not_text(Document::Campaign, true), &["UTF-16"]),
        (not_text(Document::Bundle, false), &["UTF-8"]),
        (FileFault::Empty, &[]),
        (FileFault::Truncated, &[]),
        (FileFault::Syntax("trailing comma".to_owned()), &["JSON"]),
        (FileFault::DuplicateKey(key()), &["“title”"]),
        (FileFault::BracketsTooDeep, &[]),
        (FileFault::NotAnObject(Document::Campaign), &[]),
        (FileFault::NotAnObject(Document::Site), &[]),
        (FileFault::WrongFormat(Document::Audience), &[]),
        (FileFault::NestedAudience("buyers".to_owned()), &["“buyers”"]),
        (FileFault::WrongFormat(Document::Campaign), &[]),
        (FileFault::WrongFormat(Document::Bundle), &[]),
        (FileFault::NoVersion(Document::Campaign), &[]),
        (FileFault::NoVersion(Document::Bundle), &[]),
        (newer(Document::Campaign), &["7", "1"]),
        (newer(Document::Bundle), &["7", "1"]),
        (FileFault::TooManyKeys(2_000), &["2", "1"]),
        (FileFault::More(20), &["20"]),
        (FileFault::TwoJoiners, &[]),
        (FileFault::NotAGroup, &[]),
        (FileFault::GroupsTooDeep, &["16"]),
        (FileFault::TwoActions, &[]),
        (FileFault::NoCampaigns, &[]),
        (FileFault::PictureMissing("images/a.png".to_owned()), &["images/a.png"]),
    ];
    for (fault, named) in faults {
        let error = ReadError::one(fault, None);
        cases.add(&error, named);
    }
    let wanted = [
        Wanted::Text,
        Wanted::Number,
        Wanted::Flag,
        Wanted::Object,
        Wanted::List,
        Wanted::LauncherImage,
        Wanted::RestTime,
    ];
    let found = [
        JsonKind::Number,
        JsonKind::Text,
        JsonKind::Null,
        JsonKind::Flag,
        JsonKind::Object,
        JsonKind::List,
        JsonKind::Object,
    ];
    for (wanted, found) in wanted.into_iter().zip(found) {
        let wrong = FileFault::WrongType {
            key: key(),
            wanted,
            found,
        };
        cases.add(&ReadError::one(wrong, Some((3, 14))), &["“title”", "3", "14"]);
        let entry = FileFault::WrongEntry { key: key(), found };
        cases.add(&ReadError::one(entry, None), &["“title”"]);
        let entry = FileFault::WrongTextEntry { key: key(), found };
        cases.add(&ReadError::one(entry, None), &["“title”"]);
    }
    let path = PathBuf::from("/drafts/welcome.campaign.json");
    let error = ReadError::one(FileFault::Truncated, Some((3, 14)));
    let load = LoadError::Text {
        path: path.clone(),
        error: error.clone(),
    };
    cases.add(&Trouble::from(load), &["welcome.campaign.json: ", "3", "14"]);
    cases.add(
        &Trouble::from(ImportError::Text { path, error }),
        &["welcome.campaign.json: ", "3", "14"],
    );
}

pub(super) fn of_pictures(cases: &mut Cases) {
    let pixels = PictureError::TooManyPixels {
        width: 9_000,
        height: 12_000,
    };
    cases.add(&Trouble::from(PictureError::TooManyBytes), &["MB"]);
    cases.add(&Trouble::from(pixels), &["9000 × 12000"]);
    cases.add(&Trouble::from(PictureError::UnknownFormat), &["Beckon"]);
    cases.add(&Trouble::from(PictureError::Damaged("bad CRC".to_owned())), &[]);
    cases.add(&Trouble::from(PictureError::Unwritable("no memory".to_owned())), &[]);
    let picture = ImportError::Picture {
        name: "images/a.png".to_owned(),
        error: PictureError::UnknownFormat,
    };
    cases.add(&Trouble::from(picture), &["images/a.png: "]);
    cases.add(&Trouble::from(RenderError::TooLarge), &[]);
    cases.add(&Trouble::from(RenderError::Broken), &[]);
    cases.add(&Trouble::from(RenderError::NoThread("EAGAIN".to_owned())), &["EAGAIN"]);
    let nothing = Picture {
        offset: Default::default(),
        width: 0,
        height: 0,
        rgba: Vec::new(),
    };
    cases.add(&Trouble::from(nothing.to_png().expect_err("no pixels")), &["PNG"]);
}

pub(super) fn of_exports(cases: &mut Cases) {
    let campaign = || "Sale".to_owned();
    let picture = ExportError::Picture {
        campaign: campaign(),
        error: disk(ErrorKind::NotFound, "images/a.png"),
    };
    cases.add(&Trouble::from(picture), &["“Sale”", "images/a.png"]);
    cases.add(
        &Trouble::from(ExportError::NoForm { campaign: campaign() }),
        &["“Sale”", "Jetlink"],
    );
    cases.add(
        &Trouble::from(ExportError::NoText { campaign: campaign() }),
        &["“Sale”"],
    );
    cases.add(
        &Trouble::from(ExportError::TooLarge { bytes: 65 << 20 }),
        &["65", "64", "MB"],
    );
    cases.add(
        &Trouble::from(ImportError::from(disk(ErrorKind::NotFound, "a.json"))),
        &["a.json"],
    );
    let path = || PathBuf::from("000000000001-a.json");
    cases.add(&Trouble::from(SendError::PutAside(path())), &["000000000001-a.json"]);
    cases.add(
        &Trouble::from(SendError::Newer(path())),
        &["000000000001-a.json", "Beckon"],
    );
    cases.add(
        &Trouble::from(SendError::from(disk(ErrorKind::StorageFull, "outbox"))),
        &["outbox"],
    );
    cases.add(&Trouble::from(SendError::NoThread("EAGAIN".to_owned())), &["EAGAIN"]);
    cases.add(&Trouble::NoThread(Error::other("EAGAIN")), &["EAGAIN"]);
    cases.add(&Trouble::BrokeOff, &["Beckon"]);
}

pub(super) fn of_texts(cases: &mut Cases) {
    cases.add(&Trouble::from(TextsError::NoLanguage), &[]);
    cases.add(
        &Trouble::from(TextsError::WhichLanguage("de, tr".to_owned())),
        &["de, tr", "XLIFF"],
    );
    cases.add(
        &Trouble::from(TextsError::Unreadable("EOF".to_owned())),
        &["EOF", "XLIFF"],
    );
    cases.add(&Trouble::from(TextsError::NoColumn("key")), &["“key”"]);
    cases.add(
        &Trouble::from(TextsError::Language("turkish!".to_owned())),
        &["“turkish!”"],
    );
    let (id, name) = ("a".to_owned(), "Sale".to_owned());
    cases.add(&Trouble::from(TextsError::OtherCampaign { id, name }), &["“Sale”"]);
    cases.add(&Trouble::from(TextsError::OwnLanguage("Sale".to_owned())), &["“Sale”"]);
}

pub(super) fn of_logs(cases: &mut Cases) {
    let folder = tempfile::tempdir().expect("a folder");
    let opened = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, content).expect("written");
        Log::open(&path).expect_err(name)
    };
    let columns: String = (0..10_001).map(|number| format!("c{number},")).collect();
    let logs: [(&str, &[u8], &str); 9] = [
        ("empty.csv", b" \n", "empty.csv"),
        ("list.json", b"[{}]", "JSON"),
        ("packed.csv.gz", b"\x1f\x8b\x08rest", "packed.csv.gz"),
        ("table.parquet", b"PAR1rest", "Parquet"),
        ("wide.csv", b"\xff\xfea\0", "UTF-16"),
        ("picture.csv", b"\x89PNG\0\0", "picture.csv"),
        ("nameless.csv", b",,\n1,2,3\n", "1"),
        ("twice.csv", b"page,page\n1,2\n", "“page”"),
        ("many.csv", columns.as_bytes(), "1"),
    ];
    for (name, content, named) in logs {
        cases.add(&Trouble::from(opened(name, content)), &[named]);
    }
    let elsewhere = [
        (folder.path().to_owned(), ""),
        (PathBuf::from("/dev/null"), "/dev/null"),
    ];
    for (path, named) in elsewhere {
        cases.add(&Trouble::from(Log::open(&path).expect_err("no log")), &[named]);
    }
    let missing = folder.path().join("missing.csv");
    cases.add(
        &Trouble::from(Log::open(&missing).expect_err("missing")),
        &["missing.csv"],
    );
    let column = ReachError::NoSuchColumn {
        column: "page".to_owned(),
        slot: "url".to_owned(),
    };
    cases.add(&Trouble::from(column), &["“page”"]);
    cases.add(
        &Trouble::from(ReachError::RowTooLong { line: 12, limit: 16 }),
        &["12", "16 MB"],
    );
    cases.add(&Trouble::from(ReachError::from(rusqlite::Error::InvalidQuery)), &["("]);
    cases.add(&Trouble::from(ReachError::Stopped), &[]);
}

pub(super) fn of_journeys(cases: &mut Cases) {
    let read = |events: &str| {
        let text = format!(r#"{{"start": "2026-11-28T10:00:00Z", "events": {events}}}"#);
        Trouble::from(Journey::from_json(&text).expect_err(&text))
    };
    let broken = Journey::from_json("{").expect_err("broken");
    cases.add(&Trouble::from(broken), &["1"]);
    cases.add(&Trouble::from(VisitorError::NotAnObject), &[]);
    cases.add(
        &Trouble::from(Journey::from_json("{}").expect_err("no start")),
        &["“start”"],
    );
    cases.add(&read(r#"[{"at": 1, "jump": true}]"#), &["“jump”", "1"]);
    cases.add(&read(r#"[{"at": "soon"}]"#), &["1"]);
    let order = r#"[{"at": 2, "exit": true}, {"at": 1, "exit": true}]"#;
    cases.add(&read(order), &["2"]);
    cases.add(&read(r#"[{"at": 1}]"#), &["1"]);
    let scroll = VisitorError::Event {
        number: 3,
        fault: EventFault::ScrollOutside,
    };
    cases.add(&Trouble::from(scroll), &["3", "100"]);
    let referrer = r#"[{"at": 1, "exit": true, "referrer": "https://www.example.org/"}]"#;
    cases.add(&read(referrer), &["1"]);
    cases.add(&Trouble::JourneyNotText, &["UTF-8"]);
    let long = Trouble::JourneyTooLong {
        steps: 1_234,
        most: 500,
    };
    cases.add(&long, &["234", "500"]);
}
