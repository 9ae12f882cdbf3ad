//! The words for connections, their tokens, and what backends answer. A backend's own words are passed on as they are.

use super::{InWords, Words, fill};
use crate::{
    publish::{Answer, ConnectionError, Reason, Refusal, RefusalCause, Remedy, TokenError, TransportError},
    wording::text::Text,
};

impl InWords for ConnectionError {
    fn words(&self, text: &Text) -> Words {
        let of = |key: &str, name: &str, value: &str| Words::of(key, &[(name, value.to_owned())], text);
        match self {
            Self::NotAnAddress(address) => of("trouble-connection-address", "address", address),
            Self::Scheme(scheme) => of("trouble-connection-scheme", "scheme", scheme),
            Self::Credentials => Words::of("trouble-connection-credentials", &[], text),
            Self::Tail => Words::of("trouble-connection-tail", &[], text),
            Self::Name => Words::of("trouble-connection-name", &[], text),
            Self::Identity(id) => of("trouble-connection-identity", "id", id),
            Self::Damaged { path, .. } => of("trouble-connection-damaged", "file", &path.display().to_string()),
            Self::Disk(error) => error.words(text),
        }
    }
}

impl InWords for TokenError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Keyring(_) => Words::of("trouble-token-keyring", &[], text),
            Self::Identity(id) => Words::of("trouble-connection-identity", &[("id", id.clone())], text),
            Self::Disk(error) => error.words(text),
        }
    }
}

impl InWords for TransportError {
    fn words(&self, text: &Text) -> Words {
        let key = match self {
            Self::Unreachable => "trouble-line-unreachable",
            Self::Untrusted => "trouble-line-untrusted",
            Self::Broken => "trouble-line-broken",
            Self::TooSlow => "trouble-line-slow",
            Self::Clock => "trouble-line-clock",
            Self::TooLarge => "trouble-line-too-large",
        };
        Words::of(key, &[], text)
    }
}

impl InWords for Reason {
    fn words(&self, text: &Text) -> Words {
        let plain = |key: &str| Words::of(key, &[], text);
        let of = |key: &str, connection: &String| Words::of(key, &[("connection", connection.clone())], text);
        match self {
            Self::Transport(error) => error.words(text),
            Self::NotABackend => plain("trouble-line-not-beckon"),
            Self::TokenRefused => plain("trouble-line-token"),
            Self::ProxyPassword => plain("trouble-line-proxy"),
            Self::NoToken(connection) => of("trouble-line-no-token", connection),
            Self::Token(error) => error.words(text),
            Self::Unprepared(connection) => of("trouble-line-unprepared", connection),
            Self::Connections(error) => error.words(text),
            Self::NotSetUp => plain("trouble-line-removed"),
            Self::LocalNotRunning => plain("trouble-line-local"),
            Self::KeepsChanging => plain("trouble-line-keeps-changing"),
            Self::NotNow(answer) => of_answer(answer, "trouble-answer-later-hint", text),
            // Its own advice concerns the request, which the user did not write.
            Self::NotListed(answer) => Words {
                what: said(answer, text),
                hint: text.t("trouble-answer-unlisted-hint"),
                code: "trouble-answer-unlisted".to_owned(),
            },
        }
    }
}

impl InWords for Refusal {
    fn words(&self, text: &Text) -> Words {
        match self.cause {
            RefusalCause::UnreadableThere => Words::of("trouble-refused-unreadable", &[], text),
            RefusalCause::NoSiteThere => Words::of("trouble-refused-no-site", &[], text),
            RefusalCause::SiteUnfit => Words::of("trouble-refused-site", &[], text),
            RefusalCause::Answered => {
                let remedy = match self.answer.remedy() {
                    Remedy::Token => "trouble-refused-token-hint",
                    Remedy::Address => "trouble-refused-address-hint",
                    Remedy::Pictures => "trouble-refused-pictures-hint",
                    Remedy::Correct => "trouble-refused-correct-hint",
                    Remedy::Ask => "trouble-refused-ask-hint",
                };
                of_answer(&self.answer, remedy, text)
            }
        }
    }
}

/// Returns a backend's message and its own advice; without any, that of `hint_key`. Beckon's own words are used where it has some.
fn of_answer(answer: &Answer, hint_key: &str, text: &Text) -> Words {
    if let Some(words) = of_problem(answer, text) {
        return words;
    }
    let hint = match &answer.hint {
        Some(hint) => fill("trouble-answer-advice", &[("words", hint.clone())], text),
        None => text.t(hint_key),
    };
    Words {
        what: said(answer, text),
        hint,
        code: hint_key.trim_end_matches("-hint").to_owned(),
    }
}

/// Returns the words for a kind of problem that Beckon's own backends name; other backends only have words of their own.
fn of_problem(answer: &Answer, text: &Text) -> Option<Words> {
    let key = format!("trouble-problem-{}", answer.problem.as_ref()?);
    text.has(&key).then(|| Words::of(&key, &[], text))
}

fn said(answer: &Answer, text: &Text) -> String {
    if let Some(words) = of_problem(answer, text) {
        return words.what;
    }
    match &answer.words {
        Some(words) => fill("trouble-answer-words", &[("words", words.clone())], text),
        None => fill("trouble-answer-status", &[("status", answer.status.to_string())], text),
    }
}
