//! Refusals as RFC 9457 problem details: what kind, what exactly, and what to do about it.

use axum::Json;
use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

/// The media type of a problem.
pub(super) const MEDIA_TYPE: &str = "application/problem+json";

/// Declares [`Kind`] from one table, so that no kind lacks its name, status or title.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $status:ident $word:literal $title:literal;)+) => {
        /// What kind of refusal.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Kind {
            $($(#[$doc])* $name,)+
        }

        /// The names of kinds of problem, after `urn:beckon:problem:`.
        pub const PROBLEMS: &[&str] = &[$($word),+];

        impl Kind {
            /// Every kind there is.
            #[cfg(test)]
            pub(super) const ALL: &'static [Kind] = &[$(Kind::$name),+];

            /// The HTTP status.
            pub(super) fn status(self) -> StatusCode {
                match self {
                    $(Kind::$name => StatusCode::$status,)+
                }
            }

            /// The stable identifier, a URN.
            pub(super) fn id(self) -> &'static str {
                match self {
                    $(Kind::$name => concat!("urn:beckon:problem:", $word),)+
                }
            }

            /// The same for every problem of this kind.
            fn title(self) -> &'static str {
                match self {
                    $(Kind::$name => $title,)+
                }
            }
        }
    };
}

kinds! {
    /// Headers, path or query that cannot be read.
    InvalidRequest BAD_REQUEST "invalid-request" "The request cannot be understood";
    /// No token, or a wrong one.
    Unauthorized UNAUTHORIZED "unauthorized" "This needs the backend's token";
    /// A website whose visitors are not counted here.
    OriginRefused FORBIDDEN "origin-refused" "This website's visitors are not counted here";
    /// Nothing is there.
    NotFound NOT_FOUND "not-found" "There is nothing here";
    /// The resource does not allow this method.
    MethodNotAllowed METHOD_NOT_ALLOWED "method-not-allowed" "This cannot be done here";
    /// The request took too long.
    Timeout REQUEST_TIMEOUT "timeout" "The request took too long";
    /// The campaign's state does not allow it.
    Conflict CONFLICT "conflict" "The campaign is not in a state for this";
    /// Somebody else changed it.
    Changed PRECONDITION_FAILED "changed" "What is there was changed meanwhile";
    /// The body is too large.
    TooLarge PAYLOAD_TOO_LARGE "too-large" "That is too much at once";
    /// The body is not JSON.
    NotJson UNSUPPORTED_MEDIA_TYPE "not-json" "A document is sent as JSON";
    /// The document is not what belongs there, or names pictures that are not there.
    InvalidDocument UNPROCESSABLE_ENTITY "invalid-document" "The document cannot be used";
    /// The checks stop the launch.
    NotReady UNPROCESSABLE_ENTITY "not-ready" "The campaign is not ready to launch";
    /// The backend already holds as many as it accepts.
    LimitReached FORBIDDEN "limit-reached" "The backend takes no more of these";
    /// One idempotency key for two requests.
    KeyReused UNPROCESSABLE_ENTITY "key-reused" "This key belongs to another request";
    /// A change without a condition.
    ConditionMissing PRECONDITION_REQUIRED "condition-missing" "Say which version you are changing";
    /// Too many requests from one address.
    TooMany TOO_MANY_REQUESTS "too-many" "Too many requests";
    /// A stored document is damaged, or of a newer version.
    Unreadable INTERNAL_SERVER_ERROR "unreadable" "What is stored cannot be read";
    /// The store failed.
    Internal INTERNAL_SERVER_ERROR "internal" "The backend has a problem";
    /// It is ending, or overloaded.
    Unavailable SERVICE_UNAVAILABLE "unavailable" "The backend is not available";
}

/// A refusal.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    kind: Kind,
    detail: String,
    hint: String,
    more: Vec<(String, Value)>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    /// A problem in one sentence, and what to do about it.
    pub(super) fn new(kind: Kind, detail: impl Into<String>, hint: impl Into<String>) -> Self {
        Problem {
            kind,
            detail: detail.into(),
            hint: hint.into(),
            more: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// The same with another member.
    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.more.push((key.to_owned(), value.into()));
        self
    }

    /// The same with another header.
    fn with_header(mut self, name: HeaderName, value: impl Into<HeaderValue>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// A token is missing or wrong.
    pub(super) fn unauthorized(detail: &str) -> Self {
        let hint = "send the token as `Authorization: Bearer TOKEN`; `beckon serve --show-token` prints it";
        Problem::new(Kind::Unauthorized, detail, hint)
            .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"beckon\""))
    }

    /// Whether it is about a token that is missing or wrong.
    pub(super) fn is_unauthorized(&self) -> bool {
        self.kind == Kind::Unauthorized
    }

    /// Too many requests; the client may come again after so many seconds.
    pub(super) fn too_many(seconds: u64) -> Self {
        let hint = "send events together, and wait as long as `Retry-After` says";
        Problem::new(Kind::TooMany, "this address sends events too fast", hint).with_header(RETRY_AFTER, seconds)
    }

    /// Too many wrong tokens; the client may try again after so many seconds.
    pub(super) fn too_many_tokens(seconds: u64) -> Self {
        let hint = "stop whatever sends wrong tokens from this network, and wait as long as `Retry-After` says";
        let detail = "too many wrong tokens came from this network";
        Problem::new(Kind::TooMany, detail, hint).with_header(RETRY_AFTER, seconds)
    }

    /// An address that leads nowhere.
    pub(super) fn nothing_here() -> Self {
        let hint = "see /openapi.json for the addresses there are";
        Problem::new(Kind::NotFound, "there is nothing at this address", hint)
    }

    /// No such campaign.
    pub(super) fn no_campaign(id: &str) -> Self {
        Problem::new(
            Kind::NotFound,
            format!("there is no campaign `{id}`"),
            "see what is there with GET /api/v1/campaigns",
        )
    }

    /// A stored document cannot be read.
    pub(super) fn unreadable(id: &str) -> Self {
        Problem::new(
            Kind::Unreadable,
            format!("the stored document of campaign `{id}` is damaged, or a newer version's"),
            "put the campaign again, or delete it; or restore the database from a backup",
        )
    }

    /// The stored site document cannot be read.
    pub(super) fn unreadable_site() -> Self {
        Problem::new(
            Kind::Unreadable,
            "the stored site document is damaged, or a newer version's; until then no campaign is shown",
            "put the site document again; or restore the database from a backup",
        )
    }

    /// Something failed within the backend; the reason is for the log alone.
    pub(super) fn internal(reason: &dyn std::fmt::Display) -> Self {
        tracing::error!(%reason, "a request failed");
        let hint = "see the backend's log for the reason; with the same `Idempotency-Key` nothing happens twice";
        Problem::new(Kind::Internal, "the backend failed at this request", hint)
    }

    /// The database failed; the reason is for the log alone.
    fn of_database(error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let (detail, hint) = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => (
                "the backend's disk is full",
                "nothing was changed; make room on the disk, then send it again",
            ),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => (
                "the backend may not write to its database",
                "nothing was changed; see that the data folder and its disk can be written",
            ),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => (
                "the backend's database is damaged",
                "stop the backend and put a backup of beckon.db in its place",
            ),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                tracing::error!(%error, "another program holds the database");
                return Problem::new(
                    Kind::Unavailable,
                    "another program, such as a backup, holds the database",
                    "nothing was changed; try again in a moment",
                )
                .with_header(RETRY_AFTER, 2_u64);
            }
            _ => return Problem::internal(error),
        };
        tracing::error!(%error, "the database failed");
        Problem::new(Kind::Internal, detail, hint)
    }

    /// The backend is ending.
    pub(super) fn unavailable() -> Self {
        Problem::new(Kind::Unavailable, "the backend is ending", "try again in a moment")
            .with_header(RETRY_AFTER, 2_u64)
    }

    /// Returns the problem of a method that the path does not allow.
    pub(super) fn method_not_allowed() -> Self {
        let hint = "the header `Allow` names what can be done";
        Problem::new(Kind::MethodNotAllowed, "this address does not take that method", hint)
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        Problem::of_database(&error)
    }
}

impl Problem {
    /// The problem as JSON.
    pub(super) fn body(&self) -> Value {
        let mut body = Map::new();
        body.insert("type".into(), self.kind.id().into());
        body.insert("title".into(), self.kind.title().into());
        body.insert("status".into(), self.kind.status().as_u16().into());
        body.insert("detail".into(), self.detail.clone().into());
        body.insert("hint".into(), self.hint.clone().into());
        body.extend(self.more.iter().cloned());
        Value::Object(body)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.kind.status(), Json(self.body())).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        for (name, value) in self.headers {
            headers.insert(name, value);
        }
        response
    }
}

/// Turns an answer of the router itself into a problem.
pub(super) fn as_problem(answer: Response) -> Response {
    let allow = answer.headers().get(ALLOW).cloned();
    let mut response = Problem::method_not_allowed().into_response();
    if let Some(allow) = allow {
        response.headers_mut().insert(ALLOW, allow);
    }
    response
}
