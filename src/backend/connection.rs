//! Connections from outside, so many at once and none that merely holds its place.
//!
//! A connection on which no request is being worked at must bring a whole request header within [`PATIENCE`], however slowly its bytes
//! drip in, and a client must take what it asked for: a write that makes no progress for so long ends the connection too. What happens while a
//! request is being worked at, its body included, is limited by the request's own time.

use std::future::Future as _;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep};

/// Connections at once; further ones wait to be accepted.
const CONNECTIONS: usize = 1_024;
/// How long a connection may make no progress.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// Accepts connections.
pub(super) struct Door {
    listener: TcpListener,
    places: Arc<Semaphore>,
    patience: Duration,
}

impl Door {
    pub(super) fn new(listener: TcpListener, patience: Duration) -> Self {
        Door {
            listener,
            places: Arc::new(Semaphore::new(CONNECTIONS)),
            patience,
        }
    }
}

impl Listener for Door {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            let Ok(place) = Arc::clone(&self.places).acquire_owned().await else {
                // The semaphore is never closed.
                std::future::pending::<()>().await;
                continue;
            };
            match self.listener.accept().await {
                Ok((stream, peer)) => {
                    // Without it answers in two pieces wait for the client's acknowledgement; nothing else depends on it.
                    let _ = stream.set_nodelay(true);
                    return (Connection::new(stream, place, self.patience), peer);
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    // Such as too many open files: others may close some.
                    sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// What requests know of the connection they came on.
#[derive(Debug, Clone)]
pub(super) struct Peer {
    /// Whence it came.
    pub address: SocketAddr,
    working: Arc<AtomicUsize>,
}

impl Peer {
    /// Says that a request is being worked at, until the guard is dropped.
    pub(super) fn work(&self) -> Working {
        self.working.fetch_add(1, Ordering::Relaxed);
        Working(Arc::clone(&self.working))
    }
}

impl Connected<IncomingStream<'_, Door>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Peer {
            address: *stream.remote_addr(),
            working: Arc::clone(&stream.io().working),
        }
    }
}

/// A request that is being worked at.
pub(super) struct Working(Arc<AtomicUsize>);

impl Drop for Working {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A connection that loses patience.
pub(super) struct Connection {
    stream: TcpStream,
    working: Arc<AtomicUsize>,
    /// When it last took something of an answer; at first, when it was opened.
    progress: Instant,
    waiting: Pin<Box<Sleep>>,
    patience: Duration,
    _place: OwnedSemaphorePermit,
}

impl Connection {
    fn new(stream: TcpStream, place: OwnedSemaphorePermit, patience: Duration) -> Self {
        Connection {
            stream,
            working: Arc::default(),
            progress: Instant::now(),
            waiting: Box::pin(sleep(patience)),
            patience,
            _place: place,
        }
    }

    /// Whether it merely holds its place.
    fn is_stuck(&self) -> bool {
        self.working.load(Ordering::Relaxed) == 0 && self.progress.elapsed() >= self.patience
    }

    /// Turns what is still pending into an error once patience has run out.
    fn pend<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        while self.waiting.as_mut().poll(context).is_ready() {
            if self.is_stuck() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            let end = (self.progress + self.patience).max(Instant::now() + Duration::from_millis(100));
            self.waiting.as_mut().reset(end);
        }
        Poll::Pending
    }

    fn written<T>(&mut self, done: Poll<T>) -> Poll<T> {
        self.progress = Instant::now();
        done
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // Bytes of a header are no progress; the answer to it is.
        match Pin::new(&mut self.stream).poll_read(context, buffer) {
            Poll::Pending => self.pend(context),
            Poll::Ready(_) if self.is_stuck() => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            done => done,
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write(context, bytes) {
            Poll::Pending => self.pend(context),
            done => self.written(done),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write_vectored(context, pieces) {
            Poll::Pending => self.pend(context),
            done => self.written(done),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
