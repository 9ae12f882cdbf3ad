//! Websites whose visitors are counted.

use std::fmt;
use std::str::FromStr;

use axum::http::HeaderMap;
use axum::http::header::ORIGIN;
use url::{Host, Url};

/// A website as browsers name it in `Origin`: scheme, host and port (RFC 6454).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// A text that names no website.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is not the address of a website, such as https://www.example.com")]
pub struct OriginError;

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        let url = Url::parse(text.trim()).map_err(|_| OriginError)?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let named = matches!(url.host(), Some(Host::Domain(_) | Host::Ipv4(_) | Host::Ipv6(_)));
        let nobody = url.username().is_empty() && url.password().is_none();
        if matches!(url.scheme(), "http" | "https") && bare && named && nobody {
            return Ok(Origin(url.origin().ascii_serialization()));
        }
        Err(OriginError)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a request claims to come from one of these websites; from any if the list is empty.
pub(super) fn is_welcome(headers: &HeaderMap, welcome: &[Origin]) -> bool {
    if welcome.is_empty() {
        return true;
    }
    let mut named = headers.get_all(ORIGIN).iter();
    match (named.next().and_then(|origin| origin.to_str().ok()), named.next()) {
        (Some(origin), None) => welcome.iter().any(|known| known.0.eq_ignore_ascii_case(origin)),
        _ => false,
    }
}
