//! Entity tags and encodings as requests name them (RFC 9110, 8.8.3, 12.5.3 and 13.1).
//!
//! Read by hand, not by the typed headers of the crate `headers` (0.4): that one accepts any text as a list and takes a broken tag for one that
//! does not match, so that a write with a broken `If-None-Match` would pass unconditionally; it finds no `*` between blanks, stops a debug build at
//! a blank within quotes, and hides the tags of a list, which the fingerprint of an idempotency key needs. Here anything but a list of tags is
//! refused, and a client learns why.

use std::fmt;

use axum::http::header::ACCEPT_ENCODING;
use axum::http::{HeaderMap, HeaderName};

use super::problem::{Kind, Problem};

/// What `If-Match` or `If-None-Match` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tags {
    /// `*`: whatever is there.
    Any,
    /// These, each in its quotes, with `W/` before the weak ones.
    These(Vec<String>),
}

impl Tags {
    /// Returns the tags of a header; `None` when it is not sent.
    ///
    /// # Errors
    /// When it is not a list of entity tags.
    pub(super) fn read(headers: &HeaderMap, name: &HeaderName) -> Result<Option<Tags>, Problem> {
        if !headers.contains_key(name) {
            return Ok(None);
        }
        let lines = headers.get_all(name).iter().map(|value| value.to_str());
        let joined = lines.collect::<Result<Vec<_>, _>>().map(|lines| lines.join(","));
        let tags = joined.ok().and_then(|text| parse(&text));
        tags.map(Some).ok_or_else(|| {
            Problem::new(
                Kind::InvalidRequest,
                format!("the header `{name}` holds no entity tag"),
                "send the `ETag` of an earlier answer with its quotes, or `*`",
            )
        })
    }

    /// Whether the current entity tag is among these, by the strong comparison that changes need: weak tags never match.
    pub(super) fn names(&self, etag: Option<&str>) -> bool {
        match (self, etag) {
            (_, None) => false,
            (Tags::Any, Some(_)) => true,
            (Tags::These(tags), Some(etag)) => tags.iter().any(|tag| tag == etag),
        }
    }

    /// The same by the weak comparison, for caches.
    pub(super) fn names_weakly(&self, etag: &str) -> bool {
        match self {
            Tags::Any => true,
            Tags::These(tags) => tags.iter().any(|tag| tag.trim_start_matches("W/") == etag),
        }
    }
}

impl fmt::Display for Tags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tags::Any => f.write_str("*"),
            Tags::These(tags) => f.write_str(&tags.join(", ")),
        }
    }
}

#[cfg(any(test, fuzzing))]
impl Tags {
    /// The tags of a header's value; `None` for anything but a list of entity tags.
    pub(crate) fn parse(text: &str) -> Option<Tags> {
        parse(text)
    }
}

/// A list of entity tags, or `*`.
fn parse(text: &str) -> Option<Tags> {
    if text.trim() == "*" {
        return Some(Tags::Any);
    }
    let mut tags = Vec::new();
    let mut rest = text.trim_start_matches([' ', '\t', ',']);
    while !rest.is_empty() {
        let weak = if rest.starts_with("W/") { 2 } else { 0 };
        let inside = rest[weak..].strip_prefix('"')?;
        let end = inside.find('"')?;
        let length = weak + end + 2;
        tags.push(rest[..length].to_owned());
        let after = rest[length..].trim_start_matches([' ', '\t']);
        if !after.is_empty() && !after.starts_with(',') {
            return None;
        }
        rest = after.trim_start_matches([' ', '\t', ',']);
    }
    (!tags.is_empty()).then_some(Tags::These(tags))
}

/// How an answer's content may be compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// Unencoded.
    Identity,
    /// Supported by every client since 1998.
    Gzip,
    /// Smaller; browsers accept it over HTTPS and from their own machine.
    Brotli,
}

impl Coding {
    /// Its name in `Content-Encoding`; `None` for unencoded content.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Coding::Identity => None,
            Coding::Gzip => Some("gzip"),
            Coding::Brotli => Some("br"),
        }
    }

    /// The coding that a client likes best, and of equals the smallest (RFC 9110, 12.5.3).
    pub(super) fn liked_best(headers: &HeaderMap) -> Coding {
        let accepted = Accepted::read(headers);
        let brotli = accepted.weight(&["br"]);
        let gzip = accepted.weight(&["gzip", "x-gzip"]);
        // Unnamed, it is still acceptable, as the last choice.
        let identity = accepted.named(&["identity"]).unwrap_or(0);
        if brotli > 0 && brotli >= gzip && brotli >= identity {
            Coding::Brotli
        } else if gzip > 0 && gzip >= identity {
            Coding::Gzip
        } else {
            Coding::Identity
        }
    }
}

/// What `Accept-Encoding` says: codings in lower case with their weights, in thousandths.
struct Accepted(Vec<(String, u16)>);

impl Accepted {
    fn read(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(ACCEPT_ENCODING).iter();
        let parts = lines.flat_map(|line| line.to_str().unwrap_or_default().split(','));
        let accepted = parts.filter_map(|part| {
            let mut pieces = part.split(';').map(str::trim);
            let coding = pieces.next().filter(|coding| !coding.is_empty())?.to_ascii_lowercase();
            Some((coding, pieces.next().map_or(1_000, weight)))
        });
        Accepted(accepted.collect())
    }

    /// The weight of a coding under one of its names.
    fn named(&self, names: &[&str]) -> Option<u16> {
        let found = self.0.iter().find(|(coding, _)| names.contains(&coding.as_str()));
        found.map(|(_, weight)| *weight)
    }

    /// The same, or what `*` says of codings that are not named.
    fn weight(&self, names: &[&str]) -> u16 {
        self.named(names).or_else(|| self.named(&["*"])).unwrap_or(0)
    }
}

/// Reads a weight such as `q=0.5` in thousandths; 0 for an invalid one.
fn weight(parameter: &str) -> u16 {
    let value = parameter.strip_prefix(['q', 'Q']).map(str::trim_start);
    let value = value.and_then(|rest| rest.strip_prefix('=')).map(str::trim_start);
    let number = value.and_then(|value| value.parse::<f32>().ok());
    let number = number.filter(|number| (0.0..=1.0).contains(number));
    number.map_or(0, |number| (number * 1_000.0).round() as u16)
}
