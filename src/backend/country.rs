//! Which country a visitor is in, where a proxy in front says so in a header, as content delivery networks do.
//!
//! It never guesses from an address, and answers whoever asks about themselves alone; nothing of it is kept.

use std::str::FromStr;

use axum::http::{HeaderMap, HeaderName};

use crate::campaign::COUNTRIES;

/// The name of the header in which a proxy writes the country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryHeader(HeaderName);

/// A text that no header can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is not the name of a header, such as CF-IPCountry")]
pub struct CountryHeaderError;

impl FromStr for CountryHeader {
    type Err = CountryHeaderError;

    fn from_str(text: &str) -> Result<Self, CountryHeaderError> {
        text.trim().parse().map(Self).map_err(|_| CountryHeaderError)
    }
}

impl CountryHeader {
    /// Returns the country that a request's header names; `None` for several, and for what is no country, such as `XX` (unknown) and `T1` (Tor).
    pub(super) fn country(&self, headers: &HeaderMap) -> Option<&'static str> {
        let mut lines = headers.get_all(&self.0).iter();
        let named = lines.next()?.to_str().ok()?.trim();
        if lines.next().is_some() {
            return None;
        }
        let known = COUNTRIES.iter().find(|country| country.id.eq_ignore_ascii_case(named));
        known.map(|country| country.id)
    }
}
