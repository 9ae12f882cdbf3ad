//! Accepts connections and has each of them answered, until it is time to end.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::connection::{Connection, Peer};
use super::connection_limiter::{ConnectionLimiter, ConnectionPermit};
use crate::clock;

/// How long to rest when a connection cannot be accepted, such as for too many open files: others may close some.
const REST: Duration = Duration::from_millis(100);
/// How often at most that is logged.
const COMPLAINT: Duration = Duration::from_secs(60);

/// Answers until `end` says so, and then until the requests being processed are answered.
pub(super) async fn serve(
    listener: TcpListener,
    limiter: Arc<ConnectionLimiter>,
    router: Router,
    mut end: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    let mut complaints = Complaints::default();
    let ending = end.clone();
    loop {
        tokio::select! {
            () = asked_to_end(&mut end) => break,
            // A panic in one was reported where it happened.
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    if let Some(permit) = limiter.admit(peer.ip()) {
                        connections.spawn(converse(stream, peer, permit, Arc::clone(&limiter), router.clone(), ending.clone()));
                    }
                }
                Err(error) => {
                    complaints.about(&error);
                    sleep(REST).await;
                }
            }
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

/// Waits until it is time to end. The sender's own end is a request to end, too.
async fn asked_to_end(end: &mut watch::Receiver<bool>) {
    let _ = end.wait_for(|ending| *ending).await;
}

/// Answers the requests of one connection, for as long as it may stay.
async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    mut permit: ConnectionPermit,
    limiter: Arc<ConnectionLimiter>,
    router: Router,
    mut end: watch::Receiver<bool>,
) {
    let io = Connection::new(stream, Arc::clone(&permit.activity), limiter);
    let peer = Peer {
        address: peer.ip(),
        activity: Arc::clone(&permit.activity),
    };
    let router = TowerToHyperService::new(router);
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer.clone());
        router.call(request)
    });
    let mut conversation = pin!(Builder::new().serve_connection(TokioIo::new(io), answer));
    let mut ending = false;
    loop {
        // With a clock that HTTP cannot write, the HTTP library would panic; the connection ends instead.
        let step = std::future::poll_fn(|context| match clock::is_usable() {
            true => conversation.as_mut().poll(context).map(|_| ()),
            false => Poll::Ready(()),
        });
        tokio::select! {
            () = step => return,
            _ = &mut permit.left => return,
            () = asked_to_end(&mut end), if !ending => {
                ending = true;
                if clock::is_usable() {
                    conversation.as_mut().graceful_shutdown();
                }
            }
        }
    }
}

/// Says now and then that connections cannot be accepted.
#[derive(Default)]
struct Complaints {
    last: Option<Instant>,
}

impl Complaints {
    fn about(&mut self, error: &io::Error) {
        if self.last.is_none_or(|last| last.elapsed() >= COMPLAINT) {
            self.last = Some(Instant::now());
            tracing::warn!(%error, "connections cannot be accepted");
        }
    }
}
