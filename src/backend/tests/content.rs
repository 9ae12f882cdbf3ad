//! What visitors fetch, in each coding.

use std::io::Read as _;

use axum::http::HeaderMap;
use axum::response::Response;

use super::headers;
use crate::backend::content::{Content, Effort, Freshness};

fn text(effort: Effort) -> (Content, String) {
    let text = "{\"campaigns\":[]} and so on, ".repeat(200);
    (
        Content::text("application/json", Freshness::AskAlways, effort, text.clone()),
        text,
    )
}

async fn bytes(response: Response) -> (HeaderMap, Vec<u8>) {
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.expect("a body");
    (parts.headers, body.to_vec())
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().expect("text"))
}

fn unpacked(coding: &str, bytes: &[u8]) -> String {
    let mut text = String::new();
    let read = match coding {
        "gzip" => flate2::read::GzDecoder::new(bytes).read_to_string(&mut text),
        "br" => brotli::Decompressor::new(bytes, 4_096).read_to_string(&mut text),
        "" => (&mut &*bytes).read_to_string(&mut text),
        other => panic!("{other}"),
    };
    read.expect("what was packed");
    text
}

#[tokio::test]
async fn every_coding_gives_the_same_under_a_tag_of_its_own() {
    for effort in [Effort::Quick, Effort::Thorough] {
        let (content, wanted) = text(effort);
        let mut tags = Vec::new();
        for (accepted, coding) in [("", ""), ("gzip", "gzip"), ("gzip, br", "br")] {
            let (got, body) = bytes(content.answer(&headers(&[("accept-encoding", accepted)]))).await;
            assert_eq!(header(&got, "content-encoding"), coding);
            assert_eq!(header(&got, "vary"), "accept-encoding");
            assert_eq!(unpacked(coding, &body), wanted);
            assert!(
                coding.is_empty() || body.len() * 5 < wanted.len(),
                "{coding}: {}",
                body.len()
            );
            tags.push(header(&got, "etag").to_owned());
        }
        for tag in &tags {
            let mut asked = headers(&[("accept-encoding", "br")]);
            asked.insert("if-none-match", tag.parse().expect("a header"));
            let response = content.answer(&asked);
            assert_eq!(response.status(), 304, "{tag}");
        }
        tags.dedup();
        assert_eq!(tags.len(), 3, "{tags:?}");
    }
}

#[tokio::test]
async fn what_does_not_become_shorter_is_sent_as_it_is() {
    let asked = headers(&[("accept-encoding", "br, gzip")]);
    let short = Content::text("text/plain", Freshness::Minutes, Effort::Thorough, "a");
    let (got, body) = bytes(short.answer(&asked)).await;
    assert_eq!(
        (header(&got, "content-encoding"), body.as_slice()),
        ("", b"a".as_slice())
    );
    assert_eq!(header(&got, "vary"), "accept-encoding");
    let font = Content::new("font/woff2", Freshness::Day, vec![0; 4_096]);
    let (got, body) = bytes(font.answer(&asked)).await;
    assert_eq!((header(&got, "content-encoding"), body.len()), ("", 4_096));
    assert_eq!(header(&got, "vary"), "");
}
