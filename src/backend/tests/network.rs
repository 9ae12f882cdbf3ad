//! Where requests come from.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderValue};

use crate::backend::network::{Network, client};
use crate::backend::origin::{Origin, is_welcome};

fn address(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

#[test]
fn only_trusted_proxies_are_believed() {
    let trusted: Vec<Network> = ["10.0.0.0/8", "2001:db8:ffff::/48", "127.0.0.1"]
        .into_iter()
        .map(|network| network.parse().expect("a network"))
        .collect();
    let cases: &[(&str, &[&str], &str)] = &[
        // The peer's address, where no proxy is trusted.
        ("192.0.2.1", &["203.0.113.9"], "192.0.2.1"),
        ("10.0.0.1", &[], "10.0.0.1"),
        ("10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
        ("::ffff:10.0.0.1", &["::ffff:203.0.113.9"], "203.0.113.9"),
        // Addresses made up by the client are further left.
        ("10.0.0.1", &["1.1.1.1, 203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.1.1.1", "203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["10.9.9.9, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
        ("10.0.0.1", &["203.0.113.9", "10.0.0.3,2001:db8:ffff::1"], "203.0.113.9"),
        // All of them are proxies: the first one is the furthest known address.
        ("127.0.0.1", &["10.0.0.2, 10.0.0.3"], "10.0.0.2"),
        // With ports, brackets and quotes, as some proxies write them.
        ("10.0.0.1", &["203.0.113.9:5555"], "203.0.113.9"),
        ("10.0.0.1", &["[2001:db8::1]"], "2001:db8::1"),
        ("10.0.0.1", &["[2001:db8::1]:443"], "2001:db8::1"),
        ("10.0.0.1", &["\"[2001:db8::1]:443\""], "2001:db8::1"),
        ("10.0.0.1", &["2001:db8::1"], "2001:db8::1"),
        ("10.0.0.1", &[" 203.0.113.9 \t"], "203.0.113.9"),
        // The search ends at an entry that is not an address.
        ("10.0.0.1", &["203.0.113.9, unknown"], "10.0.0.1"),
        ("10.0.0.1", &["203.0.113.9, unknown, 10.0.0.7"], "10.0.0.7"),
        ("10.0.0.1", &[""], "10.0.0.1"),
        ("10.0.0.1", &["203.0.113.9,"], "10.0.0.1"),
        ("10.0.0.1", &["\u{e9}"], "10.0.0.1"),
    ];
    for (peer, lines, wanted) in cases {
        let mut headers = HeaderMap::new();
        for line in *lines {
            let value = HeaderValue::from_bytes(line.as_bytes()).expect("a header");
            headers.append("x-forwarded-for", value);
        }
        assert_eq!(
            client(address(peer), &headers, &trusted),
            address(wanted),
            "{peer} {lines:?}"
        );
    }
}

#[test]
fn networks_are_read_and_others_refused() {
    let of = |text: &str| text.parse::<Network>();
    for (network, inside, outside) in [
        ("10.0.0.0/8", "10.255.0.1", "11.0.0.1"),
        ("10.1.2.3/8", "10.255.0.1", "11.0.0.1"),
        ("192.0.2.7", "::ffff:192.0.2.7", "192.0.2.8"),
        ("0.0.0.0/0", "203.0.113.9", "2001:db8::1"),
        ("fd00::/8", "fd12::1", "fe80::1"),
        ("::1", "::1", "::2"),
    ] {
        let read = of(network).expect(network);
        assert!(
            read.contains(address(inside)) && !read.contains(address(outside)),
            "{network}"
        );
    }
    for bad in [
        "",
        "10.0.0.0/33",
        "10.0.0/8",
        "proxy.example",
        "fd00::/129",
        "10.0.0.0/",
        "*",
    ] {
        assert!(of(bad).is_err(), "{bad}");
    }
    let private = Network::private();
    let is_private = |text: &str| private.iter().any(|network| network.contains(address(text)));
    for inside in ["127.0.0.1", "::1", "10.1.1.1", "172.16.0.1", "192.168.1.1", "fd00::1"] {
        assert!(is_private(inside), "{inside}");
    }
    for outside in ["172.32.0.1", "203.0.113.9", "2001:db8::1"] {
        assert!(!is_private(outside), "{outside}");
    }
}

#[test]
fn websites_are_named_as_browsers_name_them() {
    for (text, wanted) in [
        ("https://www.example.com", Some("https://www.example.com")),
        ("HTTPS://WWW.Example.com/", Some("https://www.example.com")),
        ("https://www.example.com:443", Some("https://www.example.com")),
        ("http://localhost:3000", Some("http://localhost:3000")),
        ("https://[2001:db8::1]:8443", Some("https://[2001:db8::1]:8443")),
        ("https://münchen.example", Some("https://xn--mnchen-3ya.example")),
        ("https://www.example.com/shop", None),
        ("https://www.example.com/?a", None),
        ("https://ada@www.example.com", None),
        ("www.example.com", None),
        ("ftp://www.example.com", None),
        ("null", None),
        ("*", None),
        ("", None),
    ] {
        let read = text.parse::<Origin>().ok().map(|origin| origin.to_string());
        assert_eq!(read.as_deref(), wanted, "{text}");
    }
    let welcome = ["https://www.example.com".parse::<Origin>().expect("an origin")];
    for (lines, wanted) in [
        (&["https://www.example.com"] as &[&'static str], true),
        (&["https://www.example.com", "https://other.example"], false),
        (&["https://other.example"], false),
        (&["null"], false),
        (&[], false),
    ] {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("origin", HeaderValue::from_static(line));
        }
        assert_eq!(is_welcome(&headers, &welcome), wanted, "{lines:?}");
        assert!(is_welcome(&headers, &[]), "everybody is welcome where nobody is named");
    }
}
