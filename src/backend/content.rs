//! Bytes that many visitors fetch: hashed once, compressed once for each coding, answered from memory.

use std::io::Write as _;
use std::sync::{Arc, OnceLock};

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use brotli::CompressorWriter;
use flate2::{Compression, write::GzEncoder};

use super::conditional::{Coding, Tags};
use crate::library::ContentHash;

/// For how long an answer may be used without asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Freshness {
    /// Revalidate every time; the answer is short if nothing changed.
    AskAlways,
    /// The same, and it depends on the visitor's cookie.
    Personal,
    /// Stored by no cache: it is only for clients with the token.
    Secret,
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
            Freshness::Secret => "no-store",
            Freshness::Minutes => "public, max-age=300",
            Freshness::Day => "public, max-age=86400",
            Freshness::Forever => "public, max-age=31536000, immutable",
        }
    }
}

/// How thoroughly content is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// Not at all: its own format is already compressed.
    None,
    /// For content that changes while visitors wait for it.
    Quick,
    /// For content compressed once in the life of a process.
    Thorough,
}

/// Something to fetch. Copies share their bytes and their compressed forms.
#[derive(Debug, Clone)]
pub(super) struct Content(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    media_type: &'static str,
    freshness: Freshness,
    effort: Effort,
    etag: String,
    plain: Bytes,
    /// Compressed at the first request for it, if that is shorter.
    gzip: OnceLock<Option<Bytes>>,
    brotli: OnceLock<Option<Bytes>>,
}

impl Content {
    /// Makes content whose own format is already compressed, such as a picture or a font.
    pub(super) fn new(media_type: &'static str, freshness: Freshness, bytes: impl Into<Bytes>) -> Self {
        Self::with(media_type, freshness, Effort::None, bytes.into())
    }

    /// A text.
    pub(super) fn text(
        media_type: &'static str,
        freshness: Freshness,
        effort: Effort,
        bytes: impl Into<Bytes>,
    ) -> Self {
        Self::with(media_type, freshness, effort, bytes.into())
    }

    fn with(media_type: &'static str, freshness: Freshness, effort: Effort, plain: Bytes) -> Self {
        let etag = ContentHash::of(&plain).to_string()[..32].to_owned();
        Content(Arc::new(Inner {
            media_type,
            freshness,
            effort,
            etag,
            plain,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }))
    }

    /// Whether it can be sent in a coding without compressing it first.
    pub(super) fn is_ready(&self, coding: Coding) -> bool {
        self.0.effort == Effort::None
            || match coding {
                Coding::Identity => true,
                Coding::Gzip => self.0.gzip.get().is_some(),
                Coding::Brotli => self.0.brotli.get().is_some(),
            }
    }

    /// Returns the bytes in a coding, compressed now if not done before; `None` if that would not be shorter.
    pub(super) fn packed(&self, coding: Coding) -> Option<&Bytes> {
        let inner = &*self.0;
        let shorter = |packed: Option<Bytes>| packed.filter(|packed| packed.len() < inner.plain.len());
        match (coding, inner.effort) {
            (Coding::Identity, _) | (_, Effort::None) => None,
            (Coding::Gzip, effort) => inner.gzip.get_or_init(|| shorter(gzip(&inner.plain, effort))).as_ref(),
            (Coding::Brotli, effort) => {
                let pack = || shorter(brotli_of(&inner.plain, effort));
                inner.brotli.get_or_init(pack).as_ref()
            }
        }
    }

    /// The answer to a GET with these headers: plain, compressed, or that nothing changed.
    pub(super) fn answer(&self, request: &HeaderMap) -> Response {
        let inner = &*self.0;
        let liked = Coding::liked_best(request);
        let packed = self.packed(liked);
        let coding = packed.and_then(|_| liked.name());
        // An unreadable header names nothing: the full answer is never wrong.
        let known = Tags::read(request, &IF_NONE_MATCH).ok().flatten();
        let unchanged = known.is_some_and(|known| {
            let codings = [Coding::Identity, Coding::Gzip, Coding::Brotli];
            codings
                .iter()
                .any(|coding| known.names_weakly(&self.tag(coding.name())))
        });
        let mut headers = HeaderMap::new();
        let mut put = |name: HeaderName, value: &str| {
            // All of these are plain ASCII.
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        put(ETAG, &self.tag(coding));
        put(CACHE_CONTROL, inner.freshness.header());
        match (inner.freshness, inner.effort) {
            (Freshness::Personal, _) => put(VARY, "accept-encoding, cookie"),
            (Freshness::Secret, _) => put(VARY, "authorization"),
            (_, Effort::None) => {}
            (_, Effort::Quick | Effort::Thorough) => put(VARY, "accept-encoding"),
        }
        if unchanged {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        put(CONTENT_TYPE, inner.media_type);
        if let Some(coding) = coding {
            put(CONTENT_ENCODING, coding);
        }
        let body = packed.unwrap_or(&inner.plain).clone();
        (headers, Body::from(body)).into_response()
    }

    /// The entity tag of the content in a coding.
    fn tag(&self, coding: Option<&str>) -> String {
        let etag = &self.0.etag;
        coding.map_or_else(|| format!("\"{etag}\""), |coding| format!("\"{etag}-{coding}\""))
    }
}

/// The bytes in gzip; writing into memory does not fail.
fn gzip(bytes: &[u8], effort: Effort) -> Option<Bytes> {
    let level = match effort {
        Effort::None => return None,
        Effort::Quick => Compression::default(),
        Effort::Thorough => Compression::best(),
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// The bytes in Brotli; writing into memory does not fail.
fn brotli_of(bytes: &[u8], effort: Effort) -> Option<Bytes> {
    /// Bytes passed to the encoder at once.
    const BUFFER: usize = 4_096;
    /// Base two logarithm of how far back it looks: 4 MB, more than any of these is long.
    const WINDOW: u32 = 22;
    let quality = match effort {
        Effort::None => return None,
        Effort::Quick => 5,
        Effort::Thorough => 11,
    };
    let mut encoder = CompressorWriter::new(Vec::new(), BUFFER, quality, WINDOW);
    encoder.write_all(bytes).ok()?;
    Some(encoder.into_inner().into())
}
