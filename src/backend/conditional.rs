//! Entity tags and encodings as requests name them (RFC 9110, 8.8.3, 12.5.3 and 13.1).

use axum::http::header::ACCEPT_ENCODING;
use axum::http::{HeaderMap, HeaderName};

use super::problem::{Kind, Problem};

/// What `If-Match` or `If-None-Match` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tags {
    /// `*`: whatever is there.
    Any,
    /// These, each in its quotes, with `W/` before the weak ones.
    These(Vec<String>),
}

impl Tags {
    /// What a header names; `None` when it is not sent.
    ///
    /// # Errors
    /// When it is no list of entity tags.
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

    /// Whether what is there is among these, by the strong comparison that changes need: weak tags never are.
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

/// Whether the client takes gzip.
pub(super) fn takes_gzip(headers: &HeaderMap) -> bool {
    let mut star = false;
    for line in headers.get_all(ACCEPT_ENCODING) {
        for part in line.to_str().unwrap_or_default().split(',') {
            let mut pieces = part.split(';').map(str::trim);
            let coding = pieces.next().unwrap_or_default();
            let refused = pieces.any(|piece| {
                let weight = piece.strip_prefix("q=").or_else(|| piece.strip_prefix("Q="));
                weight.is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0))
            });
            if coding.eq_ignore_ascii_case("gzip") || coding.eq_ignore_ascii_case("x-gzip") {
                return !refused;
            }
            star |= coding == "*" && !refused;
        }
    }
    star
}
