//! What handlers extract from a request; refusals take the form of problems.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header::{CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use sha2::{Digest as _, Sha256};

use super::conditional::Tags;
use super::document::{MAX_ID, is_id};
use super::problem::{Kind, Problem};
use super::store::{Condition, Key, MAX_KEY};

/// The key that identifies a retry.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The campaign's identity in the path.
pub(super) struct CampaignId(pub String);

impl<S: Send + Sync> FromRequestParts<S> for CampaignId {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let id = path.ok().map(|Path(id)| id).filter(|id| is_id(id));
        id.map(CampaignId).ok_or_else(|| {
            Problem::new(
                Kind::InvalidRequest,
                "the address names no identity that a campaign can have here",
                format!("an identity has 1 to {MAX_ID} letters, digits and `.`, `_`, `-`, and begins with a letter or a digit"),
            )
        })
    }
}

/// The end of a path, decoded.
pub(super) struct Name(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Name {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        path.map(|Path(name)| Name(name)).map_err(|_| Problem::nothing_here())
    }
}

/// The whole body, within the route's limit.
pub(super) struct Whole(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Whole {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let body = Bytes::from_request(request, state).await;
        body.map(Whole).map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::new(
                Kind::TooLarge,
                "the body is larger than this address takes",
                "send less: a campaign with its pictures has at most 4 MB, anything else 64 kB",
            ),
            _ => Problem::new(
                Kind::InvalidRequest,
                "the body ended before it was whole",
                "send it again; with the same `Idempotency-Key` nothing happens twice",
            ),
        })
    }
}

/// The condition that the headers state.
pub(super) fn condition(headers: &HeaderMap) -> Result<Condition, Problem> {
    Ok(Condition {
        if_match: Tags::read(headers, &IF_MATCH)?,
        if_none_match: Tags::read(headers, &IF_NONE_MATCH)?,
    })
}

/// The idempotency key that the headers name, bound to this request: its method, path, conditions and body.
pub(super) fn key(headers: &HeaderMap, method: &str, path: &str, body: &[u8]) -> Result<Option<Key>, Problem> {
    let mut keys = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(value) = keys.next() else { return Ok(None) };
    let text = value.to_str().ok().map(str::trim);
    let fits = |text: &&str| (1..=MAX_KEY).contains(&text.len());
    let (Some(key), None) = (text.filter(fits), keys.next()) else {
        return Err(Problem::new(
            Kind::InvalidRequest,
            format!("`Idempotency-Key` is not a text of 1 to {MAX_KEY} characters"),
            "send one key of printable ASCII characters, such as a UUID",
        ));
    };
    let mut hash = Sha256::new();
    let mut bind = |part: &[u8]| {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    };
    bind(method.as_bytes());
    bind(path.as_bytes());
    for name in [IF_MATCH, IF_NONE_MATCH] {
        // Proxies may fold several lines into one, or change the blanks between tags.
        let tags = Tags::read(headers, &name)?;
        bind(tags.map(|tags| tags.to_string()).unwrap_or_default().as_bytes());
    }
    bind(body);
    Ok(Some(Key {
        key: key.to_owned(),
        fingerprint: hash.finalize().into(),
    }))
}

/// # Errors
/// When the headers do not say that the body is JSON.
pub(super) fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = media_type.and_then(|text| text.split(';').next()).unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    if essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json")) {
        return Ok(());
    }
    Err(Problem::new(
        Kind::NotJson,
        "the header `Content-Type` does not say JSON",
        "send `Content-Type: application/json`",
    ))
}
