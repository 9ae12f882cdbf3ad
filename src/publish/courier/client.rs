//! The way to a backend over HTTP: exchanges that end by a deadline as a whole, bounded answers, no redirects, and the token to nobody else.

use std::cell::Cell;
use std::error::Error;
use std::sync::Once;
use std::time::{Duration, Instant};

use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_MATCH, IF_NONE_MATCH, RETRY_AFTER,
};
use reqwest::{Client, RequestBuilder, Response as Answer};
use tokio::runtime::{Builder, Runtime};
use url::Url;

use super::transport::{Method, Precondition, Request, Response, Transport, TransportError};
use crate::clock;
use crate::publish::connection::is_loopback;
use crate::publish::{Connection, Token};
use crate::redact;

/// Largest answer that is read, in bytes: a list of a few thousand campaigns, or one with its pictures.
const MAX_ANSWER_BYTES: usize = 64 << 20;

/// Time limits, each for the whole exchange: from the first step to the last byte of the answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// Finding the backend.
    pub connect: Duration,
    /// Writing something, pictures on a slow line included.
    pub write: Duration,
    /// Reading: nothing is lost by a retry, and the waiting user can do other things.
    pub read: Duration,
}

impl Patience {
    pub(super) const USUAL: Patience = Patience {
        connect: Duration::from_secs(10),
        write: Duration::from_secs(90),
        read: Duration::from_secs(10),
    };
}

/// A connection, with its token, over HTTP.
pub struct Http {
    base: Url,
    token: HeaderValue,
    client: Client,
    patience: Patience,
    /// Why the last request was not answered.
    silent: Cell<Option<&'static str>>,
    /// Taken only when the transport is dropped.
    runtime: Option<Runtime>,
}

impl Http {
    /// Prepares the transport. Nothing is sent yet. Proxies of the environment are used, except to reach this machine.
    ///
    /// Returns `None` when the address is invalid, the system's certificates cannot be read, or no thread can be started.
    pub fn new(connection: &Connection, token: &Token) -> Option<Http> {
        Self::with_patience(connection, token, Patience::USUAL)
    }

    pub(super) fn with_patience(connection: &Connection, token: &Token, patience: Patience) -> Option<Http> {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            // An error means that one is already installed.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let base = Url::parse(&connection.url).ok()?;
        let mut header = HeaderValue::from_str(&format!("Bearer {}", token.secret())).ok()?;
        header.set_sensitive(true);
        let mut builder = Client::builder()
            .user_agent(concat!("Beckon/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(patience.connect)
            .referer(false);
        if is_loopback(&base) {
            builder = builder.no_proxy();
        }
        // One thread that notices when the other side hangs up between two exchanges.
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("exchange")
            .enable_all()
            .build();
        Some(Http {
            base,
            token: header,
            client: builder.build().ok()?,
            patience,
            silent: Cell::default(),
            runtime: Some(runtime.ok()?),
        })
    }

    fn prepare(&self, request: &Request) -> Result<RequestBuilder, TransportError> {
        let url = self.base.join(&request.path).map_err(|_| TransportError::Unreachable)?;
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
        match &request.precondition {
            Precondition::None => {}
            Precondition::Is(etag) => sent = sent.header(IF_MATCH, etag),
            Precondition::Absent => sent = sent.header(IF_NONE_MATCH, "*"),
        }
        if let Some(key) = &request.key {
            sent = sent.header("idempotency-key", key);
        }
        if let Some(body) = &request.body {
            sent = sent.header(CONTENT_TYPE, "application/json").body(body.clone());
        }
        Ok(sent)
    }
}

impl Transport for Http {
    fn send(&self, request: &Request, within: Duration) -> Result<Response, TransportError> {
        let begun = Instant::now();
        let answer = self.exchange(request, within);
        self.record(request, &answer, begun.elapsed());
        answer
    }
}

impl Http {
    fn exchange(&self, request: &Request, within: Duration) -> Result<Response, TransportError> {
        if self.base.scheme() == "https" && !clock::is_usable() {
            return Err(TransportError::Clock);
        }
        let sent = self.prepare(request)?;
        let patience = match request.method {
            Method::Get => self.patience.read,
            Method::Put | Method::Post | Method::Delete => self.patience.write,
        };
        let Some(runtime) = &self.runtime else {
            return Err(TransportError::Unreachable);
        };
        // Whatever the other side does, the time limit holds.
        let whole = async { tokio::time::timeout(patience.min(within), receive(sent)).await };
        runtime.block_on(whole).unwrap_or(Err(TransportError::TooSlow))
    }

    /// Writes an exchange into the log: never a path, a header or a body.
    fn record(&self, request: &Request, answer: &Result<Response, TransportError>, took: Duration) {
        let (method, step, host) = (request.method.id(), request.step(), redact::host(&self.base));
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        match answer {
            // Asked every few seconds while somebody looks.
            Ok(response) if request.method == Method::Get && response.status < 400 => {
                tracing::debug!(method, step, host, status = response.status, ms, "answered");
            }
            Ok(response) if response.status < 400 => {
                tracing::info!(method, step, host, status = response.status, ms, "answered");
            }
            Ok(response) => tracing::warn!(method, step, host, status = response.status, ms, "answered"),
            // Nor every attempt of a computer without a network.
            Err(error) if request.method == Method::Get && self.silent.get() == Some(error.id()) => {
                tracing::debug!(method, step, host, why = error.id(), ms, "not answered");
            }
            Err(error) => tracing::warn!(method, step, host, why = error.id(), ms, "not answered"),
        }
        self.silent.set(answer.as_ref().err().map(TransportError::id));
    }
}

impl Drop for Http {
    fn drop(&mut self) {
        // A hanging name look-up is abandoned.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn receive(sent: RequestBuilder) -> Result<Response, TransportError> {
    let mut answer = sent.send().await.map_err(|error| kind_of(&error))?;
    let mut response = head_of(&answer);
    while let Some(part) = answer.chunk().await.map_err(|error| kind_of(&error))? {
        if response.body.len() + part.len() > MAX_ANSWER_BYTES {
            return Err(TransportError::TooLarge);
        }
        response.body.extend_from_slice(&part);
    }
    Ok(response)
}

fn head_of(answer: &Answer) -> Response {
    let word = |name: HeaderName| {
        let value = answer.headers().get(name)?.to_str().ok()?;
        Some(value.to_owned())
    };
    Response {
        status: answer.status().as_u16(),
        // A compressing proxy marks the entity tag as weak; the backend knows the strong one.
        etag: word(ETAG).map(|etag| etag.strip_prefix("W/").unwrap_or(&etag).to_owned()),
        retry_after: word(RETRY_AFTER),
        content_type: word(CONTENT_TYPE),
        body: Vec::new(),
    }
}

/// What went wrong, without the address and whatever else the error remembers.
fn kind_of(error: &reqwest::Error) -> TransportError {
    if error.is_timeout() {
        return TransportError::TooSlow;
    }
    if !error.is_connect() {
        return TransportError::Broken;
    }
    match speaks_of_trust(error) {
        true => TransportError::Untrusted,
        false => TransportError::Unreachable,
    }
}

/// Whether TLS itself is at fault. Errors of input and output wrap others without naming them as their source.
fn speaks_of_trust(error: &(dyn Error + 'static)) -> bool {
    let wrapped = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|inner| speaks_of_trust(inner))
        || error.source().is_some_and(speaks_of_trust)
}
