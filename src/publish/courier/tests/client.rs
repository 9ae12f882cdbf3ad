//! The transport over HTTP, against servers that behave unlike any backend.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::publish::courier::client::Patience;
use crate::publish::courier::{Http, Method, Precondition, Request, Response, Transport, TransportError};
use crate::publish::{Connection, Token};

/// Answers one connection with these bytes, and returns what it received.
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

fn ask(answer: &str) -> (Result<Response, TransportError>, String) {
    let (url, thread) = server(answer.as_bytes().to_vec());
    let got = http(&url).send(&Request::get("api/v1/campaigns"), Duration::MAX);
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
        precondition: Precondition::Is("\"6\"".into()),
        key: Some("key.0.put".into()),
        body: Some(b"{\"a\":1}".to_vec()),
    };
    let response = http(&url).send(&request, Duration::MAX).expect("an answer");
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
fn an_incomplete_answer_is_not_an_answer() {
    for answer in [
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        "nonsense\r\n\r\n",
    ] {
        assert_eq!(ask(answer).0, Err(TransportError::Broken), "{answer}");
    }
    let nobody = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port");
    let got = http(&format!("http://{nobody}/")).send(&Request::get("api/v1/campaigns"), Duration::MAX);
    assert_eq!(got, Err(TransportError::Unreachable));
    for error in [
        TransportError::Unreachable,
        TransportError::Broken,
        TransportError::TooLarge,
        TransportError::TooSlow,
        TransportError::Untrusted,
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
        http(&url).send(&Request::get("api/v1/campaigns"), Duration::MAX),
        Err(TransportError::TooLarge)
    );
    thread.join().expect("it ended");
}

/// How a server keeps its client waiting.
#[derive(Debug, Clone, Copy)]
enum Dawdle {
    /// It accepts the request and does not answer.
    Silent,
    /// A header that never ends, byte by byte.
    Header,
    /// An answer that never ends, byte by byte.
    Body,
    /// The same in chunks.
    Chunks,
    /// Keeps asking for more.
    Continue,
}

/// A server whose answer never ends, until its client hangs up.
fn dawdler(how: Dawdle) -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        read_request(&mut stream);
        let (head, drop): (&[u8], &[u8]) = match how {
            Dawdle::Silent => (b"", b""),
            Dawdle::Header => (b"HTTP/1.1 200 OK\r\nX-Long: ", b"a"),
            Dawdle::Body => (
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n",
                b" ",
            ),
            Dawdle::Chunks => (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
            Dawdle::Continue => (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        };
        let _ = stream.write_all(head);
        // Between two bytes it checks whether the client is still there.
        stream.set_read_timeout(Some(Duration::from_millis(20))).expect("set");
        let mut heard = [0; 64];
        loop {
            match stream.read(&mut heard) {
                Ok(0) => return,
                Err(error) if !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => return,
                _ if stream.write_all(drop).is_err() => return,
                _ => {}
            }
        }
    });
    (url, thread)
}

#[test]
fn every_exchange_ends_by_its_deadline_as_a_whole() {
    const SHORT: Duration = Duration::from_millis(300);
    let usual = Patience::USUAL;
    let put = Request {
        method: Method::Put,
        body: Some(b"{}".to_vec()),
        ..Request::get("api/v1/campaigns/a")
    };
    for how in [
        Dawdle::Silent,
        Dawdle::Header,
        Dawdle::Body,
        Dawdle::Chunks,
        Dawdle::Continue,
    ] {
        for (request, patience, within) in [
            (
                Request::get("api/v1/campaigns"),
                Patience { read: SHORT, ..usual },
                Duration::MAX,
            ),
            (put.clone(), Patience { write: SHORT, ..usual }, Duration::MAX),
            // The caller may have less patience than the transport.
            (put.clone(), usual, SHORT),
            (Request::get("api/v1/campaigns"), usual, SHORT),
            (put.clone(), usual, Duration::ZERO),
        ] {
            let (url, thread) = dawdler(how);
            let connection = Connection {
                id: "here".into(),
                name: "Here".into(),
                url,
            };
            let token = Token::new("s3cret").expect("a token");
            let http = Http::with_patience(&connection, &token, patience).expect("a way");
            assert_eq!(http.send(&request, within), Err(TransportError::TooSlow), "{how:?}");
            drop(http);
            if within.is_zero() {
                // It was never used.
                let _ = TcpStream::connect(connection.url.trim_start_matches("http://").trim_end_matches('/'));
            }
            thread.join().expect("the client hung up");
        }
    }
}
