//! Entity tags, encodings, idempotency keys and media types, as written in headers.

use axum::http::HeaderValue;
use axum::http::header::IF_MATCH;

use super::headers;
use crate::backend::conditional::{Coding, Tags};
use crate::backend::extract::{key, require_json};

#[test]
fn entity_tags_are_read_in_all_their_forms() {
    let tags = |list: &[&str]| Some(Tags::These(list.iter().map(|tag| (*tag).to_owned()).collect()));
    let cases = [
        ("*", Some(Tags::Any)),
        (" * ", Some(Tags::Any)),
        (r#""a""#, tags(&[r#""a""#])),
        (r#"W/"a""#, tags(&[r#"W/"a""#])),
        (r#""a","b", W/"c""#, tags(&[r#""a""#, r#""b""#, r#"W/"c""#])),
        (r#", "a" ,, "b" ,"#, tags(&[r#""a""#, r#""b""#])),
        (r#""with, comma""#, tags(&[r#""with, comma""#])),
        (r#""with \ backslash", "b""#, tags(&[r#""with \ backslash""#, r#""b""#])),
        ("\"a\"\t,\t\"b\"", tags(&[r#""a""#, r#""b""#])),
        (r#"W/"a" , W/"a""#, tags(&[r#"W/"a""#, r#"W/"a""#])),
        (r#"W/"""#, tags(&[r#"W/"""#])),
        (r#""""#, tags(&[r#""""#])),
        ("", None),
        (",", None),
        ("a", None),
        (r#""a"#, None),
        (r#"w/"a""#, None),
        (r#""a" "b""#, None),
        (r#""a"*"#, None),
        ("*, \"a\"", None),
        ("**", None),
        (r#"W/ "a""#, None),
        (r#"W/W/"a""#, None),
        (r#""a";"b""#, None),
    ];
    for (text, wanted) in cases {
        let read = Tags::read(&headers(&[("if-match", text)]), &IF_MATCH);
        match wanted {
            Some(wanted) => assert_eq!(read.ok().flatten(), Some(wanted), "{text}"),
            None => assert!(read.is_err(), "{text}"),
        }
    }
    assert_eq!(Tags::read(&headers(&[]), &IF_MATCH).ok(), Some(None));
    let lines = headers(&[("if-match", r#""a""#), ("if-match", r#""b""#)]);
    assert_eq!(
        Tags::read(&lines, &IF_MATCH).ok().flatten(),
        tags(&[r#""a""#, r#""b""#])
    );
    for second in ["*", "b", ""] {
        let lines = headers(&[("if-match", r#""a""#), ("if-match", second)]);
        let read = Tags::read(&lines, &IF_MATCH).ok();
        assert_eq!(read.is_some(), second.is_empty(), "{second}");
    }
    let mut beyond_ascii = headers(&[]);
    let value = HeaderValue::from_bytes(b"\"\xc3\xa9\"").expect("a value");
    beyond_ascii.insert(IF_MATCH, value);
    assert!(Tags::read(&beyond_ascii, &IF_MATCH).is_err());
}

#[test]
fn changes_compare_strongly_and_caches_weakly() {
    let weak = Tags::These(vec![r#"W/"a""#.into()]);
    assert!(!weak.names(Some(r#""a""#)));
    assert!(weak.names_weakly(r#""a""#));
    let several = Tags::These(vec![r#""x""#.into(), r#"W/"b""#.into(), r#""a""#.into()]);
    assert!(several.names(Some(r#""a""#)));
    assert!(!several.names(Some(r#""b""#)) && several.names_weakly(r#""b""#));
    assert!(!several.names(None) && !several.names_weakly(r#""c""#));
    assert!(Tags::Any.names(Some(r#""a""#)));
    assert!(!Tags::Any.names(None), "`*` asks for something that is there");
}

#[test]
fn the_coding_that_a_client_likes_best() {
    use Coding::{Brotli, Gzip, Identity};
    let cases = [
        ("gzip", Gzip),
        ("GZIP", Gzip),
        ("x-gzip", Gzip),
        ("gzip, deflate, br, zstd", Brotli),
        ("br", Brotli),
        ("BR;q=0.001", Brotli),
        ("gzip;q=1.0, br;q=0.9", Gzip),
        ("br;q=0.8, gzip;q=0.8", Brotli),
        ("deflate, gzip;q=1.0, *;q=0.5", Gzip),
        ("gzip;q=0.4, *;q=0.5", Brotli),
        ("*", Brotli),
        ("br;q=0, *", Gzip),
        ("br;q=0, gzip;q=0, *", Identity),
        ("*;q=0", Identity),
        ("gzip;q=0", Identity),
        ("gzip; q=0.0, *;q=0", Identity),
        ("gzip ; Q=0.5", Gzip),
        ("identity", Identity),
        ("identity;q=0, gzip", Gzip),
        ("identity;q=1, gzip;q=0.5", Identity),
        ("identity;q=0.5, gzip;q=0.5", Gzip),
        ("gzip;q=2", Identity),
        ("gzip;q=-1", Identity),
        ("gzip;q=nan", Identity),
        ("gzip;q", Identity),
        ("", Identity),
        (" , ;q=1", Identity),
        ("gzipped, brotli", Identity),
    ];
    for (text, wanted) in cases {
        assert_eq!(
            Coding::liked_best(&headers(&[("accept-encoding", text)])),
            wanted,
            "{text}"
        );
    }
    assert_eq!(Coding::liked_best(&headers(&[])), Identity);
    let lines = headers(&[("accept-encoding", "gzip"), ("accept-encoding", "br;q=0.5")]);
    assert_eq!(Coding::liked_best(&lines), Gzip);
}

#[test]
fn a_key_stands_for_method_path_conditions_and_body() {
    let named = headers(&[("idempotency-key", " k1 ")]);
    let of = |method, path, body| key(&named, method, path, body).ok().flatten().expect("a key");
    let first = of("PUT", "/a", b"x");
    assert_eq!(first.key, "k1");
    assert_eq!(first, of("PUT", "/a", b"x"));
    for other in [
        of("POST", "/a", b"x"),
        of("PUT", "/b", b"x"),
        of("PUT", "/a", b"y"),
        of("PUT", "/ax", b""),
    ] {
        assert_ne!(first.fingerprint, other.fingerprint);
    }
    let under = |lines: &[(&'static str, &'static str)]| {
        let all = [&[("idempotency-key", "k1")], lines].concat();
        let key = key(&headers(&all), "PUT", "/a", b"x").ok().flatten();
        key.expect("a key").fingerprint
    };
    let one = under(&[("if-match", r#""a""#)]);
    for (lines, same) in [
        (&[] as &[(&'static str, &'static str)], false),
        (&[("if-match", r#""b""#)], false),
        (&[("if-match", "*")], false),
        (&[("if-none-match", r#""a""#)], false),
        (&[("if-match", r#""a", "b""#)], false),
        (&[("if-match", r#"  "a"  "#)], true),
        (&[("if-match", r#", "a" ,"#)], true),
    ] {
        assert_eq!(under(lines) == one, same, "{lines:?}");
    }
    assert!(matches!(key(&headers(&[]), "PUT", "/a", b""), Ok(None)));
    assert!(key(&headers(&[("idempotency-key", "")]), "PUT", "/a", b"").is_err());
    let twice = headers(&[("idempotency-key", "a"), ("idempotency-key", "b")]);
    assert!(key(&twice, "PUT", "/a", b"").is_err());
}

#[test]
fn only_json_is_a_campaign() {
    for (text, wanted) in [
        ("application/json", true),
        ("Application/JSON; charset=utf-8", true),
        ("application/vnd.beckon+json", true),
        ("text/plain", false),
        ("text/json", false),
        ("image/svg+json", false),
        ("", false),
    ] {
        let read = require_json(&headers(&[("content-type", text)]));
        assert_eq!(read.is_ok(), wanted, "{text}");
    }
    assert!(require_json(&headers(&[])).is_err());
}
