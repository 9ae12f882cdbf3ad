//! The parts of the backend in isolation. Its answers over HTTP are tested in `tests/backend`.

mod connection;
mod content;
mod country;
mod demo;
mod description;
mod document;
mod headers;
mod journal;
mod limits;
mod live;
mod network;
mod token;

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// Headers of these lines.
fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers
}
