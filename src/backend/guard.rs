//! The layers around every handler: the client's address, the log, strict requests, the time limit, the token, headers that keep browsers
//! strict.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response as HttpResponse, Version};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::app::App;
use super::connection::Peer;
use super::journal::Answered;
use super::network::{self, FORWARDED_FOR, customer};
use super::problem::{Kind, Problem};

/// How long a request may take, its body included.
pub(super) const REQUEST: Duration = Duration::from_secs(30);
/// How long a request with the token may take to send its body: pictures on a slow line, for as long as a publishing Beckon waits.
pub(super) const WRITE: Duration = Duration::from_secs(100);

/// What pages and answers of the private side may do in a browser: nothing.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";
/// What the demo shop may load: its own content, and what the widget needs.
const DEMO: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
/// Lets pages that isolate themselves use the answers of the public side.
const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The address that a request counts for: the client's own, or the one that trusted proxies name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Client(pub IpAddr);

/// A mark on the answer to a request that came with the token.
#[derive(Debug, Clone, Copy)]
struct Authorised;

/// Finds out where a request comes from, and logs its answer.
pub(super) async fn log(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let client = client_of(&app, &request);
    request.extensions_mut().insert(Client(client));
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let answered = Answered {
        method: &method,
        path: path.as_ref().map_or("(none)", MatchedPath::as_str),
        status: response.status().as_u16(),
        took: begun.elapsed(),
        client,
        authorised: response.extensions().get::<Authorised>().is_some(),
    };
    app.journal.note(&answered, Instant::now());
    response
}

fn client_of(app: &App, request: &Request) -> IpAddr {
    // Every request came on a connection.
    let peer = request.extensions().get::<Peer>();
    let peer = peer.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.address);
    let client = network::client(peer, request.headers(), &app.trusted_proxies);
    if client == peer.to_canonical() && request.headers().contains_key(FORWARDED_FOR) {
        app.doubt_forwarding(peer);
    }
    client
}

/// Refuses requests that do not name one host (RFC 9112, 3.2): proxies and caches may interpret them differently.
pub(super) async fn require_host(request: Request, next: Next) -> Response {
    let mut hosts = request.headers().get_all(HOST).iter();
    let first = hosts.next();
    let fault = match first {
        _ if hosts.next().is_some() => Some("the request has more than one `Host`"),
        None if request.version() >= Version::HTTP_11 => Some("the request has no `Host`"),
        Some(host) if !is_host(host.as_bytes()) => Some("`Host` does not name a host"),
        None | Some(_) => None,
    };
    match fault {
        None => next.run(request).await,
        Some(fault) => {
            let hint = "send one `Host` with the name or address that the backend is reached by";
            Problem::new(Kind::InvalidRequest, fault, hint).into_response()
        }
    }
}

/// Whether a value is a host with or without a port. It may be empty, where the address of the request has no host.
fn is_host(value: &[u8]) -> bool {
    value.is_empty() || (!value.contains(&b'@') && Authority::try_from(value).is_ok())
}

/// Ends requests that take too long, and marks their connection as busy meanwhile.
pub(super) async fn limit_time(request: Request, next: Next) -> Response {
    let working = request.extensions().get::<Peer>().map(Peer::work);
    let answer = timeout(limit_of(&request), next.run(request)).await;
    drop(working);
    answer.unwrap_or_else(|_| {
        let hint = "send it again; with the same `Idempotency-Key` nothing happens twice";
        Problem::new(Kind::Timeout, "the request was not answered in time", hint).into_response()
    })
}

/// Returns how long a request may take. Without the token, it is refused before its body is read.
fn limit_of(request: &Request) -> Duration {
    let publishes = request.uri().path().starts_with("/api/") && !request.method().is_safe();
    if publishes { WRITE } else { REQUEST }
}

/// Refuses requests without the token.
pub(super) async fn require_token(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    match authorise(&app, request.extensions().get::<Client>().copied(), request.headers()) {
        Err(problem) => problem.into_response(),
        Ok(()) => {
            let mut response = next.run(request).await;
            response.extensions_mut().insert(Authorised);
            response
        }
    }
}

/// Whether a request comes with the token.
///
/// # Errors
/// When it comes without or with a wrong one, or from a network that sent too many wrong ones.
pub(super) fn authorise(app: &App, client: Option<Client>, headers: &HeaderMap) -> Result<(), Problem> {
    let mut offers = headers.get_all(AUTHORIZATION).iter();
    let first = offers.next();
    if first.is_some() && offers.next().is_some() {
        return Err(Problem::unauthorized("the request has more than one `Authorization`"));
    }
    let Some(token) = first.and_then(|value| bearer(value.as_bytes())) else {
        return Err(Problem::unauthorized("the request has no bearer token"));
    };
    let network = client.map(|Client(address)| customer(address));
    let now = Instant::now();
    let wrong_tokens = &app.limits.wrong_tokens;
    if let Some(network) = &network {
        wrong_tokens.look(network, now).map_err(Problem::too_many_tokens)?;
    }
    if app.token.is(token) {
        return Ok(());
    }
    if let Some(network) = network {
        // With too many networks to remember them all, only the token's length protects it.
        let _ = wrong_tokens.take(network, now);
    }
    Err(Problem::unauthorized("the token is not this backend's"))
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
