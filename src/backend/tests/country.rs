//! Which country a request comes from.

use super::headers;
use crate::backend::country::{CountryHeader, CountryHeaderError};

#[test]
fn a_header_names_a_country_or_nobody_knows_it() {
    let header: CountryHeader = " CF-IPCountry ".parse().expect("a name");
    let cases: &[(&[&'static str], Option<&str>)] = &[
        (&["TR"], Some("TR")),
        (&["tr"], Some("TR")),
        (&[" De "], Some("DE")),
        // Unknown, and Tor, as Cloudflare writes them.
        (&["XX"], None),
        (&["T1"], None),
        (&["EU"], None),
        (&["Turkey"], None),
        (&[""], None),
        (&[], None),
        // One of them may be the visitor's own.
        (&["TR", "DE"], None),
        (&["TR, DE"], None),
    ];
    for (lines, country) in cases {
        let lines: Vec<_> = lines.iter().map(|line| ("cf-ipcountry", *line)).collect();
        assert_eq!(header.country(&headers(&lines)), *country, "{lines:?}");
    }
    assert_eq!(header.country(&headers(&[("x-country", "TR")])), None);
}

#[test]
fn a_header_has_a_name_that_http_takes() {
    for text in ["", "  ", "CF IPCountry", "country:", "Ülke"] {
        assert_eq!(text.parse::<CountryHeader>(), Err(CountryHeaderError), "{text}");
    }
}
