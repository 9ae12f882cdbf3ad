//! The way over HTTP, against servers that behave as no backend would.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use crate::publish::courier::{Demand, Http, Method, Request, Response, Wire, WireError};
use crate::publish::{Connection, Token};

/// Answers one connection with these bytes, and hands out what it heard.
fn server(answer: Vec<u8>) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/base/", listener.local_addr().expect("an address"));
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let heard = read_request(&mut stream);
        // The client may have heard enough.
        let _ = stream.write_all(&answer);
        heard
    });
    (url, thread)
}

fn read_request(stream: &mut TcpStream) -> String {
    let (mut heard, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&heard).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.and_then(|length| length.parse().ok()).unwrap_or(0) {
                return text;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return text,
            Ok(count) => heard.extend_from_slice(&buffer[..count]),
        }
    }
}

fn http(url: &str) -> Http {
    let connection = Connection {
        id: "here".into(),
        name: "Here".into(),
        url: url.into(),
    };
    Http::new(&connection, &Token::new("s3cret").expect("a token")).expect("a way")
}

fn ask(answer: &str) -> (Result<Response, WireError>, String) {
    let (url, thread) = server(answer.as_bytes().to_vec());
    let got = http(&url).send(&Request::get("api/v1/campaigns"));
    (got, thread.join().expect("it heard"))
}

#[test]
fn a_request_says_what_the_contract_wants() {
    let (url, thread) = server(
        b"HTTP/1.1 200 OK\r\nETag: W/\"7\"\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}".to_vec(),
    );
    let request = Request {
        method: Method::Put,
        path: "api/v1/campaigns/a".into(),
        demand: Demand::Is("\"6\"".into()),
        key: Some("key.0.put".into()),
        body: Some(b"{\"a\":1}".to_vec()),
    };
    let response = http(&url).send(&request).expect("an answer");
    assert_eq!((response.status, response.etag.as_deref()), (200, Some("\"7\"")));
    let heard = thread.join().expect("it heard");
    assert!(
        heard.starts_with("PUT /base/api/v1/campaigns/a HTTP/1.1\r\n"),
        "{heard}"
    );
    for line in [
        "authorization: Bearer s3cret",
        "if-match: \"6\"",
        "idempotency-key: key.0.put",
        "content-type: application/json",
        concat!("user-agent: Beckon/", env!("CARGO_PKG_VERSION")),
        "content-length: 7",
    ] {
        assert!(heard.lines().any(|other| other == line), "{line}: {heard}");
    }
    assert!(heard.ends_with("\r\n\r\n{\"a\":1}"));
}

#[test]
fn nobody_is_followed_anywhere() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a port");
    elsewhere.set_nonblocking(true).expect("set");
    let target = elsewhere.local_addr().expect("an address");
    for status in [301, 302, 307, 308] {
        let (got, _) = ask(&format!(
            "HTTP/1.1 {status} Go\r\nLocation: http://{target}/\r\nContent-Length: 0\r\n\r\n"
        ));
        assert_eq!(got.map(|response| response.status), Ok(status));
    }
    assert!(elsewhere.accept().is_err(), "the token went elsewhere");
}

#[test]
fn what_is_not_whole_is_no_answer() {
    for answer in [
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        "nonsense\r\n\r\n",
    ] {
        assert_eq!(ask(answer).0, Err(WireError::Broken), "{answer}");
    }
    let nobody = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port");
    let got = http(&format!("http://{nobody}/")).send(&Request::get("api/v1/campaigns"));
    assert_eq!(got, Err(WireError::Unreachable));
    for error in [
        WireError::Unreachable,
        WireError::Broken,
        WireError::TooLarge,
        WireError::TooSlow,
        WireError::Untrusted,
    ] {
        assert!(!error.to_string().contains("127.0.0.1") && !error.hint().is_empty());
    }
}

#[test]
fn an_answer_has_an_end() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        read_request(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        let chunk = vec![b' '; 1 << 20];
        while stream.write_all(&chunk).is_ok() {}
    });
    assert_eq!(
        http(&url).send(&Request::get("api/v1/campaigns")),
        Err(WireError::TooLarge)
    );
    thread.join().expect("it ended");
}
