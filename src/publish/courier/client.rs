//! The way to a backend over HTTP: timeouts, bounded answers, no redirects, and the token to nobody else.

use std::error::Error;
use std::io::Read;
use std::sync::Once;
use std::time::Duration;

use reqwest::blocking::{Client, Response as Answer};
use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_MATCH, IF_NONE_MATCH, RETRY_AFTER,
};
use url::Url;

use super::wire::{Demand, Method, Request, Response, Wire, WireError};
use crate::publish::connection::is_loopback;
use crate::publish::{Connection, Token};

/// Largest answer that is read, in bytes: a list of a few thousand campaigns, or one with its pictures.
const MAX_ANSWER_BYTES: u64 = 64 << 20;
/// How long finding the backend may take.
const CONNECT: Duration = Duration::from_secs(10);
/// How long an exchange may take as a whole, pictures on a slow line included.
const EXCHANGE: Duration = Duration::from_secs(90);
/// How long it may take to read something: nothing is lost when it is tried again, and whoever waits for it can do other things.
const READ: Duration = Duration::from_secs(10);

/// A connection, with its token, over HTTP.
pub struct Http {
    base: Url,
    token: HeaderValue,
    client: Client,
}

impl Http {
    /// Prepares the way. Nothing is sent yet. Proxies of the environment are used, but never to reach this very machine.
    ///
    /// Returns `None` when the address is none, or the system's certificates cannot be read.
    pub fn new(connection: &Connection, token: &Token) -> Option<Http> {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            // An error says that somebody installed one already.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let base = Url::parse(&connection.url).ok()?;
        let mut header = HeaderValue::from_str(&format!("Bearer {}", token.secret())).ok()?;
        header.set_sensitive(true);
        let mut builder = Client::builder()
            .user_agent(concat!("Beckon/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(EXCHANGE)
            .referer(false);
        if is_loopback(&base) {
            builder = builder.no_proxy();
        }
        let client = builder.build().ok()?;
        Some(Http {
            base,
            token: header,
            client,
        })
    }

    fn receive(answer: Answer) -> Result<Response, WireError> {
        let word = |name: HeaderName| {
            let value = answer.headers().get(name)?.to_str().ok()?;
            Some(value.to_owned())
        };
        let mut response = Response {
            status: answer.status().as_u16(),
            // A proxy that compresses calls a mark weak; the backend knows it without.
            etag: word(ETAG).map(|etag| etag.trim_start_matches("W/").to_owned()),
            retry_after: word(RETRY_AFTER),
            content_type: word(CONTENT_TYPE),
            body: Vec::new(),
        };
        let read = answer.take(MAX_ANSWER_BYTES + 1).read_to_end(&mut response.body);
        read.map_err(|error| match error.kind() {
            std::io::ErrorKind::TimedOut => WireError::TooSlow,
            _ => WireError::Broken,
        })?;
        if response.body.len() as u64 > MAX_ANSWER_BYTES {
            return Err(WireError::TooLarge);
        }
        Ok(response)
    }
}

impl Wire for Http {
    fn send(&self, request: &Request) -> Result<Response, WireError> {
        let url = self.base.join(&request.path).map_err(|_| WireError::Unreachable)?;
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Put => reqwest::Method::PUT,
            Method::Post => reqwest::Method::POST,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut sent = self
            .client
            .request(method, url)
            .header(AUTHORIZATION, self.token.clone())
            .header(ACCEPT, "application/json, application/problem+json");
        if request.method == Method::Get {
            sent = sent.timeout(READ);
        }
        match &request.demand {
            Demand::None => {}
            Demand::Is(etag) => sent = sent.header(IF_MATCH, etag),
            Demand::Absent => sent = sent.header(IF_NONE_MATCH, "*"),
        }
        if let Some(key) = &request.key {
            sent = sent.header("idempotency-key", key);
        }
        if let Some(body) = &request.body {
            sent = sent.header(CONTENT_TYPE, "application/json").body(body.clone());
        }
        Self::receive(sent.send().map_err(|error| kind_of(&error))?)
    }
}

/// What went wrong, without the address and whatever else the error remembers.
fn kind_of(error: &reqwest::Error) -> WireError {
    if error.is_timeout() {
        return WireError::TooSlow;
    }
    if !error.is_connect() {
        return WireError::Broken;
    }
    match speaks_of_trust(error) {
        true => WireError::Untrusted,
        false => WireError::Unreachable,
    }
}

/// Whether TLS itself is at fault. Errors of input and output wrap others without naming them as their source.
fn speaks_of_trust(error: &(dyn Error + 'static)) -> bool {
    let wrapped = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|inner| speaks_of_trust(inner))
        || error.source().is_some_and(speaks_of_trust)
}
