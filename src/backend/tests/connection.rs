//! Connections that merely hold their place.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use axum::Router;
use axum::routing::get;

use crate::backend::connection::{Door, Peer};

/// A server that loses patience quickly.
async fn serve() -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let router = Router::new().route("/", get(async || "hello"));
    let service = router.into_make_service_with_connect_info::<Peer>();
    let door = Door::new(listener, Duration::from_millis(150));
    tokio::spawn(async move { axum::serve(door, service).await });
    address
}

/// What a client gets that sends these pieces, waiting between them, until the connection ends.
fn drip(address: SocketAddr, pieces: &[&str]) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream
        .set_read_timeout(Some(Duration::from_millis(40)))
        .expect("a limit");
    let mut answer = Vec::new();
    for piece in pieces {
        if stream.write_all(piece.as_bytes()).is_err() || listen(&mut stream, &mut answer) {
            break;
        }
    }
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    assert!(listen(&mut stream, &mut answer), "the server holds on");
    String::from_utf8_lossy(&answer).into_owned()
}

/// Reads until nothing comes; true when the connection has ended.
fn listen(stream: &mut TcpStream, answer: &mut Vec<u8>) -> bool {
    let mut buffer = [0; 4096];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => return true,
            Ok(read) => answer.extend_from_slice(&buffer[..read]),
            Err(error) => {
                use std::io::ErrorKind::{TimedOut, WouldBlock};
                return !matches!(error.kind(), WouldBlock | TimedOut);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_that_never_end_end_the_connection() {
    let address = serve().await;
    for pieces in [
        vec![""],
        vec!["GET / HTTP/1.1\r\nHost: a\r\n"],
        std::iter::once("GET / HTTP/1.1\r\n")
            .chain(std::iter::repeat_n("X: y\r\n", 400))
            .collect(),
        // A request, and then silence on the connection that was kept.
        vec!["GET / HTTP/1.1\r\nHost: a\r\n\r\n"],
    ] {
        let whole = pieces.concat().ends_with("\r\n\r\n");
        let answer = tokio::task::spawn_blocking(move || drip(address, &pieces))
            .await
            .expect("done");
        assert_eq!(answer.starts_with("HTTP/1.1 200"), whole, "{answer}");
    }
}
