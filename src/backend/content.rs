//! Bytes that many visitors fetch: hashed and packed once, answered from memory.

use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::{Compression, write::GzEncoder};

use super::conditional::{Tags, takes_gzip};
use crate::library::ContentHash;

/// For how long an answer may be used without asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Freshness {
    /// Ask every time; the answer is short when nothing changed.
    AskAlways,
    /// The same, and it depends on the visitor's cookie.
    Personal,
    /// Five minutes, for what changes with the program.
    Minutes,
    /// A day, for what changes with the program and hardly ever.
    Day,
    /// Forever: its name is the hash of its content.
    Forever,
}

impl Freshness {
    fn header(self) -> &'static str {
        match self {
            Freshness::AskAlways => "no-cache",
            Freshness::Personal => "private, no-cache",
            Freshness::Minutes => "public, max-age=300",
            Freshness::Day => "public, max-age=86400",
            Freshness::Forever => "public, max-age=31536000, immutable",
        }
    }
}

/// Something to fetch.
#[derive(Debug, Clone)]
pub(super) struct Content {
    media_type: &'static str,
    freshness: Freshness,
    plain: Bytes,
    /// The same in gzip, where that is shorter.
    packed: Option<Bytes>,
    etag: String,
}

impl Content {
    /// Content that is packed already by its own format, such as a picture or a font.
    pub(super) fn new(media_type: &'static str, freshness: Freshness, bytes: impl Into<Bytes>) -> Self {
        let plain = bytes.into();
        let etag = ContentHash::of(&plain).to_string()[..32].to_owned();
        Content {
            media_type,
            freshness,
            plain,
            packed: None,
            etag,
        }
    }

    /// A text.
    pub(super) fn text(media_type: &'static str, freshness: Freshness, bytes: impl Into<Bytes>) -> Self {
        let mut content = Self::new(media_type, freshness, bytes);
        content.packed = gzip(&content.plain).filter(|packed| packed.len() < content.plain.len());
        content
    }

    /// The answer to a GET with these headers: whole, packed, or that nothing changed.
    pub(super) fn answer(&self, request: &HeaderMap) -> Response {
        let packed = self.packed.as_ref().filter(|_| takes_gzip(request));
        let plain_tag = format!("\"{}\"", self.etag);
        let packed_tag = format!("\"{}-gzip\"", self.etag);
        // A header that cannot be read names nothing: the whole answer is never wrong.
        let known = Tags::read(request, &IF_NONE_MATCH).ok().flatten();
        let unchanged = known.is_some_and(|tags| tags.names_weakly(&plain_tag) || tags.names_weakly(&packed_tag));
        let mut headers = HeaderMap::new();
        let mut put = |name: HeaderName, value: &str| {
            // All of these are plain ASCII.
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        put(ETAG, if packed.is_some() { &packed_tag } else { &plain_tag });
        put(CACHE_CONTROL, self.freshness.header());
        match (self.freshness, self.packed.is_some()) {
            (Freshness::Personal, _) => put(VARY, "accept-encoding, cookie"),
            (_, true) => put(VARY, "accept-encoding"),
            (_, false) => {}
        }
        if unchanged {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        put(CONTENT_TYPE, self.media_type);
        if packed.is_some() {
            put(CONTENT_ENCODING, "gzip");
        }
        let body = packed.unwrap_or(&self.plain).clone();
        (headers, Body::from(body)).into_response()
    }
}

/// The bytes in gzip; writing into memory does not fail.
fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}
