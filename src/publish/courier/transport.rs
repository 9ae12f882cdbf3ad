//! One exchange with a backend, whatever carries it.

use std::time::{Duration, Instant};

use super::site_errand::RESOURCE as SITE;

/// What to do with a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Store.
    Put,
    /// Act.
    Post,
    /// Remove.
    Delete,
}

impl Method {
    /// Its name on the wire.
    pub fn id(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Put => "PUT",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        }
    }
}

/// A request's condition on the backend's version of a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Precondition {
    /// Nothing.
    None,
    /// It has this entity tag.
    Is(String),
    /// There is none.
    Absent,
}

/// A request, relative to a connection's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What to do.
    pub method: Method,
    /// Where, as an address relative to the connection's, already encoded.
    pub path: String,
    /// What the backend must hold.
    pub precondition: Precondition,
    /// The key by which the backend recognises a retry.
    pub key: Option<String>,
    /// A JSON text to send along.
    pub body: Option<Vec<u8>>,
}

impl Request {
    /// A request that only reads.
    pub fn get(path: impl Into<String>) -> Self {
        Request {
            method: Method::Get,
            path: path.into(),
            precondition: Precondition::None,
            key: None,
            body: None,
        }
    }

    /// Its subject, without an identity or a name: the word for it in the log.
    pub(super) fn step(&self) -> &'static str {
        let Some(below) = self.path.strip_prefix("api/v1/campaigns") else {
            return match self.path.as_str() {
                SITE => "site",
                path if path.starts_with("images/") => "picture",
                _ => "other",
            };
        };
        match below.rsplit_once('/') {
            None => "list",
            Some(("", _)) => "campaign",
            Some((_, "launch")) => "launch",
            Some((_, "pause")) => "pause",
            Some(_) => "other",
        }
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The entity tag of the version.
    pub etag: Option<String>,
    /// When to retry, as in the header.
    pub retry_after: Option<String>,
    /// The media type.
    pub content_type: Option<String>,
    /// Whole.
    pub body: Vec<u8>,
}

/// Why there is no answer. The request may still have been carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// Nobody is there.
    #[error("the backend cannot be reached")]
    Unreachable,
    /// The certificate is not one that this machine trusts.
    #[error("the connection is not secure: the backend's certificate is not trusted")]
    Untrusted,
    /// Nothing, or only a part, came back.
    #[error("the connection broke before the answer was whole")]
    Broken,
    /// Nothing came back in time.
    #[error("the backend did not answer in time")]
    TooSlow,
    /// This computer's clock is set before 1970, so no certificate is valid.
    #[error("this computer's clock is wrong, so that no secure connection can be made")]
    Clock,
    /// More came back than any answer may have.
    #[error("the answer is larger than any that a backend gives")]
    TooLarge,
}

impl TransportError {
    /// The word for it in the log.
    pub fn id(&self) -> &'static str {
        match self {
            TransportError::Unreachable => "unreachable",
            TransportError::Untrusted => "untrusted",
            TransportError::Broken => "broken",
            TransportError::TooSlow => "too-slow",
            TransportError::Clock => "clock",
            TransportError::TooLarge => "too-large",
        }
    }

    /// What may help.
    pub fn hint(&self) -> &'static str {
        match self {
            TransportError::Unreachable | TransportError::Broken => {
                "check your internet connection and the backend's address; it is tried again by itself"
            }
            TransportError::Untrusted => {
                "check the backend's address; if it is right, tell whoever runs it that its certificate is not valid"
            }
            TransportError::TooSlow => "it is tried again by itself; if it stays, ask whoever runs the backend",
            TransportError::Clock => "set this computer's date and time; it is tried again by itself",
            TransportError::TooLarge => "check that the address is a Beckon backend's",
        }
    }
}

/// A way to a backend.
pub trait Transport: Send {
    /// Sends a request and waits for the whole answer: as long as the transport allows, and never longer than `within`.
    ///
    /// # Errors
    /// When there is none. The request may still have been carried out.
    fn send(&self, request: &Request, within: Duration) -> Result<Response, TransportError>;
}

/// A common deadline of several exchanges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline(Option<Instant>);

impl Deadline {
    /// This long from now on.
    pub(super) fn after(time: Duration) -> Self {
        Deadline(Instant::now().checked_add(time))
    }

    /// Returns the time left.
    pub(super) fn left(self) -> Duration {
        self.0
            .map_or(Duration::MAX, |at| at.saturating_duration_since(Instant::now()))
    }
}
