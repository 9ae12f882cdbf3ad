//! The answers of backends that refused something, and the refusals that the ledger keeps.
//!
//! A backend's own words travel as they are, for the command line and for backends that are not Beckon's. The window words the kinds of problem
//! that Beckon's backends name in the user's language; of those the ledger keeps the kind alone. Where an answer has neither, the sentence
//! follows from the HTTP status.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::intention::What;

/// The kinds of problem that Beckon's own backends name. Code that shows a refusal has words for each of them.
pub const KNOWN_PROBLEMS: [&str; 19] = [
    "invalid-request",
    "unauthorized",
    "origin-refused",
    "not-found",
    "method-not-allowed",
    "timeout",
    "conflict",
    "changed",
    "too-large",
    "not-json",
    "invalid-document",
    "not-ready",
    "limit-reached",
    "key-reused",
    "condition-missing",
    "too-many",
    "unreadable",
    "internal",
    "unavailable",
];

/// A backend's answer, as far as it is readable for users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The kind of problem, as Beckon's own backends name kinds: `not-ready`. Code that shows it has words for those.
    #[serde(default)]
    pub problem: Option<String>,
    /// Its own words, as one line, if it gave any.
    #[serde(default)]
    pub words: Option<String>,
    /// Its own advice, as one line, if it gave any.
    #[serde(default)]
    pub hint: Option<String>,
}

impl Answer {
    /// Returns its own words, else the status and the kind of problem.
    pub fn message(&self) -> Cow<'_, str> {
        match (&self.words, &self.problem) {
            (Some(words), _) => words.into(),
            (None, Some(kind)) => format!("the backend answered {}: {}", self.status, kind.replace('-', " ")).into(),
            (None, None) => format!("the backend answered {}", named(self.status)).into(),
        }
    }

    /// Whether it names a known kind of problem, so that its own words are not needed.
    fn is_known(&self) -> bool {
        let kind = self.problem.as_deref();
        kind.is_some_and(|kind| KNOWN_PROBLEMS.contains(&kind))
    }

    /// Returns what to do about a refusal when the backend gives no advice.
    pub fn remedy(&self) -> Remedy {
        match self.status {
            403 => Remedy::Token,
            404 | 405 => Remedy::Address,
            413 => Remedy::Pictures,
            422 => Remedy::Correct,
            _ => Remedy::Ask,
        }
    }
}

/// What to do about a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Get a token that may publish.
    Token,
    /// Check the connection's address.
    Address,
    /// Use smaller pictures.
    Pictures,
    /// Correct what the backend names.
    Correct,
    /// Change what the backend names, or ask its operator.
    Ask,
}

impl Remedy {
    fn words(self) -> &'static str {
        match self {
            Remedy::Token => "ask whoever runs the backend for a token that may publish",
            Remedy::Address => "check the connection's address: nothing there takes campaigns",
            Remedy::Pictures => "use smaller pictures, then publish again",
            Remedy::Correct => "correct what it names, then publish again",
            Remedy::Ask => {
                "change what it names and publish again; if that is not yours to change, ask whoever runs the backend"
            }
        }
    }
}

/// Why an operation was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalCause {
    /// The backend refused it.
    #[default]
    Answered,
    /// The backend holds a version that this program cannot read, and would lose.
    UnreadableThere,
    /// Nothing at the connection's address takes a site document.
    NoSiteThere,
    /// The backend refused the site document for what is in it.
    SiteUnfit,
}

/// An operation that the backend refuses. The draft is untouched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The operation.
    pub intention: Uuid,
    /// What was requested.
    pub what: What,
    /// Why.
    #[serde(default)]
    pub cause: RefusalCause,
    /// What the backend answered. Earlier versions stored whole sentences of this program there, too.
    #[serde(flatten)]
    pub answer: Answer,
    /// When.
    pub at: DateTime<Utc>,
}

impl Refusal {
    /// Returns it as the ledger keeps it: a known kind of problem as the kind alone, to be worded in the reader's language.
    /// Other problems keep their own words.
    pub(super) fn kept(&self) -> Refusal {
        let mut kept = self.clone();
        if kept.answer.is_known() {
            kept.answer.words = None;
            kept.answer.hint = None;
        }
        kept
    }

    /// Returns the reason as one line.
    pub fn message(&self) -> Cow<'_, str> {
        match self.cause {
            RefusalCause::Answered | RefusalCause::SiteUnfit => self.answer.message(),
            RefusalCause::UnreadableThere => "the backend holds a version that this program cannot read".into(),
            RefusalCause::NoSiteThere => "what answers at the connection's address takes no site document".into(),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &str {
        match (self.cause, &self.answer.hint) {
            (RefusalCause::UnreadableThere, _) => "update Beckon, then publish again",
            (RefusalCause::NoSiteThere, _) => {
                "update the backend, or ask whoever runs it; if it is new enough, check the connection's address"
            }
            (RefusalCause::Answered | RefusalCause::SiteUnfit, Some(hint)) => hint,
            (RefusalCause::SiteUnfit, None) => "correct what it names, then publish again",
            (RefusalCause::Answered, None) => self.answer.remedy().words(),
        }
    }
}

fn named(status: u16) -> String {
    let name = match status {
        400 => " (bad request)",
        403 => " (forbidden)",
        404 => " (not found)",
        405 => " (not allowed)",
        413 => " (too large)",
        415 => " (wrong kind of content)",
        422 => " (not acceptable)",
        _ => "",
    };
    format!("{status}{name}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refusal(status: u16, words: Option<&str>, cause: RefusalCause) -> Refusal {
        Refusal {
            intention: Uuid::from_u128(7),
            what: What::Launch,
            cause,
            answer: Answer {
                status,
                problem: words.map(|_| "not-ready".to_owned()),
                words: words.map(str::to_owned),
                hint: words.map(|_| "do this".to_owned()),
            },
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_refusal_reads_back_as_it_was_written() {
        let cases = [
            refusal(422, Some("the title is empty"), RefusalCause::Answered),
            refusal(403, None, RefusalCause::Answered),
            refusal(409, None, RefusalCause::UnreadableThere),
        ];
        for one in cases {
            let text = serde_json::to_string(&one).expect("written");
            assert_eq!(serde_json::from_str::<Refusal>(&text).expect("read"), one, "{text}");
            assert!(!one.message().is_empty() && !one.hint().is_empty(), "{text}");
        }
    }

    #[test]
    fn the_ledger_keeps_the_kind_of_a_known_problem_and_the_words_of_others() {
        let known = refusal(422, Some("the title is empty"), RefusalCause::Answered);
        let kept = known.kept();
        assert_eq!(
            (kept.answer.words.as_deref(), kept.answer.hint.as_deref()),
            (None, None)
        );
        assert_eq!(kept.answer.problem.as_deref(), Some("not-ready"));
        assert_eq!(kept.message(), "the backend answered 422: not ready");
        for problem in [None, Some("quota".to_owned())] {
            let mut theirs = known.clone();
            theirs.answer.problem = problem;
            assert_eq!(theirs.kept(), theirs);
        }
    }

    #[test]
    fn a_refusal_of_an_earlier_version_keeps_its_sentences() {
        let old = json!({
            "intention": Uuid::from_u128(7), "what": "launch", "status": 413, "words": "the backend answered 413 (too large)",
            "hint": "use smaller pictures, then launch again", "at": "2026-11-20T10:00:00Z"
        });
        let read: Refusal = serde_json::from_value(old).expect("read");
        assert_eq!(read.message(), "the backend answered 413 (too large)");
        assert_eq!(read.hint(), "use smaller pictures, then launch again");
        assert_eq!((read.answer.status, read.cause), (413, RefusalCause::Answered));
    }

    #[test]
    fn without_words_of_the_backend_the_status_says_what_to_do() {
        let one = refusal(413, None, RefusalCause::Answered);
        assert_eq!(one.message(), "the backend answered 413 (too large)");
        assert!(one.hint().contains("smaller pictures"));
    }
}
