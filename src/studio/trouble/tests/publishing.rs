//! What can go wrong with connections and with the server on this computer.

use std::{
    io::{Error, ErrorKind},
    path::PathBuf,
};

use super::{
    super::Trouble,
    cases::{Cases, disk},
};
use crate::{
    backend::{OpenError, PrivateError, StartError, TokenError as ServerTokenError},
    publish::{
        Answer, ConnectionError, KNOWN_PROBLEMS, Reason, Refusal, RefusalCause, TokenError, TransportError, What,
    },
};

pub(super) fn of_connections(cases: &mut Cases) {
    let named = |word: &str| word.to_owned();
    let connections = [
        (ConnectionError::NotAnAddress(named("shop")), "“shop”"),
        (ConnectionError::Scheme(named("ftp")), "“ftp:”"),
        (ConnectionError::Credentials, ""),
        (ConnectionError::Tail, "?"),
        (ConnectionError::Name, ""),
        (ConnectionError::Identity(named("a/b")), "“a/b”"),
        (
            ConnectionError::Disk(disk(ErrorKind::NotFound, "connections.json")),
            "connections.json",
        ),
        (
            ConnectionError::Damaged {
                path: PathBuf::from("connections.json"),
                why: named("expected value"),
            },
            "connections.json",
        ),
    ];
    for (error, named) in connections {
        cases.add(&Reason::from(error.clone()), &[named]);
        cases.add(&Trouble::from(error), &[named]);
    }
    let tokens = [
        (TokenError::Keyring(named("it is locked")), ""),
        (TokenError::Identity(named("a/b")), "“a/b”"),
        (TokenError::Disk(disk(ErrorKind::NotFound, "here.token")), "here.token"),
    ];
    for (error, named) in tokens {
        cases.add(&Reason::from(error.clone()), &[named]);
        cases.add(&Trouble::from(error), &[named]);
    }
    cases.add(&Trouble::TokenOfAnotherServer, &[]);
    let answer = |status| Answer {
        status,
        problem: None,
        words: None,
        hint: None,
    };
    let reasons = [
        (TransportError::Unreachable.into(), ""),
        (TransportError::Untrusted.into(), ""),
        (TransportError::Broken.into(), ""),
        (TransportError::TooSlow.into(), ""),
        (TransportError::Clock.into(), ""),
        (TransportError::TooLarge.into(), ""),
        (Reason::NotABackend, "Beckon"),
        (Reason::TokenRefused, ""),
        (Reason::ProxyPassword, ""),
        (Reason::NoToken(named("Our shop")), "“Our shop”"),
        (Reason::Unprepared(named("Our shop")), "“Our shop”"),
        (Reason::NotSetUp, ""),
        (Reason::LocalNotRunning, ""),
        (Reason::KeepsChanging, ""),
        (Reason::NotNow(answer(503)), "503"),
        (Reason::NotListed(answer(500)), "500"),
    ];
    for (reason, named) in reasons {
        cases.add(&reason, &[named]);
    }
    for status in [400, 403, 404, 405, 413, 422] {
        let refusal = refusal(answer(status), RefusalCause::Answered);
        cases.say(refusal.message().into_owned(), &refusal, &[&status.to_string()]);
    }
    // Beckon's own backends name the kind of problem; what they say in English never reaches the window.
    assert_eq!(KNOWN_PROBLEMS.as_slice(), crate::backend::PROBLEMS);
    for kind in crate::backend::PROBLEMS {
        let named = Answer {
            problem: Some((*kind).to_owned()),
            words: Some("in English".to_owned()),
            hint: Some("some advice".to_owned()),
            ..answer(422)
        };
        cases.say("in English".to_owned(), &refusal(named, RefusalCause::Answered), &[]);
    }
    let unreadable = refusal(answer(409), RefusalCause::UnreadableThere);
    cases.say(unreadable.message().into_owned(), &unreadable, &["Beckon"]);
    let nowhere = refusal(answer(405), RefusalCause::NoSiteThere);
    cases.say(nowhere.message().into_owned(), &nowhere, &[]);
    let unfit = refusal(answer(422), RefusalCause::SiteUnfit);
    cases.say(unfit.message().into_owned(), &unfit, &[]);
}

pub(super) fn refusal(answer: Answer, cause: RefusalCause) -> Refusal {
    Refusal {
        intention: uuid::Uuid::nil(),
        what: What::Launch,
        cause,
        answer,
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

pub(super) fn of_server(cases: &mut Cases) {
    let folder = || PathBuf::from("/data/beckon");
    let file = |reason| StartError::File {
        name: "beckon.db",
        folder: folder(),
        reason,
    };
    let sqlite = |code| OpenError::from(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None));
    let (full, busy) = (rusqlite::ffi::SQLITE_FULL, rusqlite::ffi::SQLITE_BUSY);
    let errors: [(StartError, &[&str]); 19] = [
        (
            StartError::Folder {
                folder: folder(),
                source: ErrorKind::PermissionDenied.into(),
            },
            &["/data/beckon"],
        ),
        (file(PrivateError::NotRegular), &["/data/beckon/beckon.db"]),
        (file(PrivateError::NotOurs), &["/data/beckon/beckon.db"]),
        (file(PrivateError::Linked), &["/data/beckon/beckon.db"]),
        (file(Error::other("EIO").into()), &["/data/beckon/beckon.db", "EIO"]),
        (
            StartError::InUse {
                folder: folder(),
                url: None,
            },
            &["/data/beckon"],
        ),
        (OpenError::Newer { found: 7 }.into(), &["Beckon"]),
        (OpenError::Foreign.into(), &["beckon.db"]),
        (OpenError::Damaged("page 7".to_owned()).into(), &[]),
        (sqlite(full).into(), &[]),
        (sqlite(busy).into(), &[]),
        (OpenError::from(rusqlite::Error::InvalidQuery).into(), &["("]),
        (ServerTokenError::from(Error::other("EIO")).into(), &["token", "EIO"]),
        (ServerTokenError::Unusable.into(), &[]),
        (
            ServerTokenError::NoRandomness(getrandom::Error::UNSUPPORTED).into(),
            &["("],
        ),
        (StartError::PortTaken { port: 8123 }, &["8123"]),
        (
            StartError::Address {
                address: ([127, 0, 0, 1], 8123).into(),
                source: Error::other("EIO"),
            },
            &["127.0.0.1:8123", "EIO"],
        ),
        (StartError::Clock, &["1970", "9999"]),
        (StartError::Threads(Error::other("EAGAIN")), &["EAGAIN"]),
    ];
    for (error, named) in errors {
        cases.add(&Trouble::from(error), named);
    }
    cases.add(&Trouble::ServerToken, &[]);
}
