//! Connections that merely occupy their place, and those for which there is none.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::oneshot::error::TryRecvError;
use tokio::sync::watch;

use crate::backend::connection_limiter::{ConnectionLimiter, ConnectionLimits, ConnectionPermit};
use crate::backend::serving;

/// A server, for as long as this is there.
struct Running {
    address: SocketAddr,
    _stay: watch::Sender<bool>,
}

async fn serve(rules: ConnectionLimits) -> Running {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let router = Router::new().route("/", get(async || "hello"));
    let (stay, end) = watch::channel(false);
    tokio::spawn(serving::serve(listener, ConnectionLimiter::new(rules), router, end));
    Running { address, _stay: stay }
}

/// A server that loses patience quickly.
fn impatient() -> ConnectionLimits {
    ConnectionLimits {
        patience: Duration::from_millis(150),
        ..ConnectionLimits::default()
    }
}

/// A server for few connections, which it keeps for as long as any test runs.
fn small() -> ConnectionLimits {
    ConnectionLimits {
        connections: 24,
        share: 8,
        patience: Duration::from_secs(3_600),
        short_patience: Duration::from_secs(3_600),
        trusted: Vec::new(),
    }
}

/// Returns what a client receives that sends these pieces, waiting between them, until the connection ends.
fn drip(address: SocketAddr, pieces: &[&str]) -> String {
    let mut stream = std::net::TcpStream::connect(address).expect("a connection");
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

/// Reads until nothing arrives; true when the connection has ended.
fn listen(stream: &mut std::net::TcpStream, answer: &mut Vec<u8>) -> bool {
    let mut buffer = [0; 4096];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => return true,
            Ok(read) => answer.extend_from_slice(&buffer[..read]),
            Err(error) => return !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_that_never_end_end_the_connection() {
    let running = serve(impatient()).await;
    let address = running.address;
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

#[tokio::test(flavor = "multi_thread")]
async fn patience_is_shorter_when_there_is_little_room() {
    let rules = ConnectionLimits {
        short_patience: Duration::from_millis(150),
        ..small()
    };
    let running = serve(rules).await;
    let mut crowd = Vec::new();
    for host in 1..=3 {
        for _ in 0..6 {
            crowd.push(half_a_request(running.address, host).await);
        }
    }
    // With three quarters of the places taken, some are closed soon, until there is room again.
    let (ended, mut ends) = tokio::sync::mpsc::channel(crowd.len());
    for mut stream in crowd {
        let ended = ended.clone();
        tokio::spawn(async move {
            let mut byte = [0; 1];
            let read = stream.read(&mut byte).await;
            // The test may be over by then.
            let _ = ended.send(matches!(read, Ok(0) | Err(_))).await;
        });
    }
    assert_eq!(ends.recv().await, Some(true));
}

/// A connection from 127.0.0.`host`.
async fn connect(address: SocketAddr, host: u8) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    let from = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, host)), 0);
    socket.bind(from).expect("an address of this machine");
    socket.connect(address).await.expect("a connection")
}

async fn half_a_request(address: SocketAddr, host: u8) -> TcpStream {
    let mut stream = connect(address, host).await;
    let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n").await;
    stream
}

/// Whether a client from this address is answered.
async fn is_served(address: SocketAddr, host: u8) -> bool {
    let mut stream = connect(address, host).await;
    let asked = stream
        .write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await;
    let mut answer = String::new();
    asked.is_ok() && stream.read_to_string(&mut answer).await.is_ok() && answer.ends_with("hello")
}

#[tokio::test(flavor = "multi_thread")]
async fn one_network_cannot_take_all_places() {
    let running = serve(small()).await;
    let mut held = Vec::new();
    for _ in 0..60 {
        held.push(half_a_request(running.address, 1).await);
    }
    for host in 2..=40 {
        assert!(is_served(running.address, host).await, "127.0.0.{host}");
    }
    // Another client at the attacker's address is served too: the longest idle connection makes room.
    assert!(is_served(running.address, 1).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_networks_together_do_not_keep_others_out() {
    let running = serve(small()).await;
    let mut held = Vec::new();
    for host in 1..=10 {
        for _ in 0..8 {
            held.push(half_a_request(running.address, host).await);
        }
    }
    for host in 11..=40 {
        assert!(is_served(running.address, host).await, "127.0.0.{host}");
    }
}

/// Returns how many of these had to make room.
fn left(permits: &mut [ConnectionPermit]) -> usize {
    let states = permits.iter_mut().map(|permit| permit.left.try_recv());
    states.filter(|state| *state == Err(TryRecvError::Closed)).count()
}

#[test]
fn proxies_have_no_share_and_requests_that_are_worked_at_stay() {
    let rules = ConnectionLimits {
        trusted: vec!["10.0.0.0/8".parse().expect("a network")],
        ..small()
    };
    let limiter = ConnectionLimiter::new(rules);
    let of = |text: &str| text.parse::<IpAddr>().expect("an address");
    let mut proxied: Vec<_> = (0..12).filter_map(|_| limiter.admit(of("10.0.0.1"))).collect();
    assert_eq!(proxied.len(), 12, "more than a share");
    let busy: Vec<_> = (0..8)
        .filter_map(|_| limiter.admit(of("192.0.2.1")))
        .map(|place| (place.activity.work(), place))
        .collect();
    assert_eq!(busy.len(), 8);
    assert!(limiter.admit(of("192.0.2.1")).is_none(), "its share is being answered");
    assert!(limiter.admit(of("::ffff:192.0.2.1")).is_none(), "the same address");
    let mut rest: Vec<_> = (0..4).filter_map(|_| limiter.admit(of("2001:db8::1"))).collect();
    let mut newcomer = limiter.admit(of("2001:db8:0:1::1")).expect("an idle one makes room");
    assert_eq!(newcomer.left.try_recv(), Err(TryRecvError::Empty));
    assert_eq!(left(&mut rest), 1, "the largest network with an idle one gives it up");
    assert_eq!(left(&mut proxied), 0);
}

#[test]
fn a_request_that_takes_too_long_makes_room_when_none_is_idle() {
    let rules = ConnectionLimits {
        short_patience: Duration::ZERO,
        ..small()
    };
    let limiter = ConnectionLimiter::new(rules);
    let peer: IpAddr = "192.0.2.1".parse().expect("an address");
    let mut slow: Vec<_> = (0..8).filter_map(|_| limiter.admit(peer)).collect();
    let _working: Vec<_> = slow.iter().map(|permit| permit.activity.work()).collect();
    assert!(limiter.admit(peer).is_some(), "with no patience, any takes too long");
    assert_eq!(left(&mut slow), 1);
}
