//! What stands around every handler: the log line, the time limit, the token, headers that keep browsers strict.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response as HttpResponse};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::{Instant, timeout};

use super::app::App;
use super::connection::Peer;
use super::problem::{Kind, Problem};

/// How long a request may take, its body included.
pub(super) const REQUEST: Duration = Duration::from_secs(30);
/// How long one with the token may take to bring what it writes: pictures on a slow line, for as long as a publishing Beckon waits.
pub(super) const WRITE: Duration = Duration::from_secs(100);

/// What pages and answers of the private side may do in a browser: nothing.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";
/// What the demo shop may do: what it brings along itself, and what the widget needs.
const DEMO: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
/// Lets pages that isolate themselves use what the public side hands out.
const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// One line a request. Never a query, a body, a token or a key.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let ms = (begun.elapsed().as_secs_f64() * 10_000.0).round() / 10.0;
    let path = path.as_ref().map_or("(none)", MatchedPath::as_str);
    tracing::info!(%method, path, status = response.status().as_u16(), ms, "request");
    response
}

/// Ends requests that take too long, and tells their connection that they are being worked at.
pub(super) async fn limit_time(request: Request, next: Next) -> Response {
    let working = request
        .extensions()
        .get::<ConnectInfo<Peer>>()
        .map(|ConnectInfo(peer)| peer.work());
    let answer = timeout(limit_of(&request), next.run(request)).await;
    drop(working);
    answer.unwrap_or_else(|_| {
        let hint = "send it again; with the same `Idempotency-Key` nothing happens twice";
        Problem::new(Kind::Timeout, "the request was not answered in time", hint).into_response()
    })
}

/// How long a request may take. Whoever has no token is refused before its body is read.
fn limit_of(request: &Request) -> Duration {
    let publishes = request.uri().path().starts_with("/api/") && !request.method().is_safe();
    if publishes { WRITE } else { REQUEST }
}

/// Lets nobody in without the token.
pub(super) async fn require_token(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut offers = request.headers().get_all(AUTHORIZATION).iter();
    let offered = offers.next().and_then(|value| bearer(value.as_bytes()));
    let refusal = match offered {
        _ if offers.next().is_some() => "the request has more than one `Authorization`",
        None => "the request has no bearer token",
        Some(token) if !app.token.is(token) => "the token is not this backend's",
        Some(_) => return next.run(request).await,
    };
    Problem::unauthorized(refusal).into_response()
}

/// Whether whoever asks may see what visitors do not.
pub(super) fn has_token(app: &App, headers: &HeaderMap) -> bool {
    let mut offers = headers.get_all(AUTHORIZATION).iter();
    let offered = offers.next().and_then(|value| bearer(value.as_bytes()));
    offers.next().is_none() && offered.is_some_and(|token| app.token.is(token))
}

/// The token of `Bearer TOKEN`; the scheme's case does not matter.
fn bearer(value: &[u8]) -> Option<&[u8]> {
    let (scheme, token) = value.split_at_checked(7)?;
    scheme.eq_ignore_ascii_case(b"bearer ").then(|| token.trim_ascii())
}

/// For the private side: kept by no cache, usable by no page.
pub(super) fn private<B>(mut response: HttpResponse<B>) -> HttpResponse<B> {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING));
    response
}

/// For what websites embed.
pub(super) fn embeddable<B>(mut response: HttpResponse<B>) -> HttpResponse<B> {
    let headers = response.headers_mut();
    headers.insert(CROSS_ORIGIN, HeaderValue::from_static("cross-origin"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING));
    response
}

/// For the demo shop.
pub(super) fn demo<B>(mut response: HttpResponse<B>) -> HttpResponse<B> {
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(DEMO));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

/// For everything: no guessing of media types.
pub(super) fn strict<B>(mut response: HttpResponse<B>) -> HttpResponse<B> {
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
