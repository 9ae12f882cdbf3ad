//! A connection from outside, closed when it merely occupies its place.
//!
//! While no request is being processed, a whole request header must arrive within its patience, however slowly the bytes drip in, and the
//! client must read its answer: a write without progress for that long ends the connection too. The time while a
//! request is processed, including its body, is limited by the request's own time limit.

use std::future::Future as _;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::connection_limiter::{Activity, ConnectionLimiter, Working};

/// What requests know about their connection.
#[derive(Debug, Clone)]
pub(super) struct Peer {
    /// The address that it came from.
    pub address: IpAddr,
    /// Its current activity.
    pub activity: Arc<Activity>,
}

impl Peer {
    /// Marks a request as being processed, until the guard is dropped.
    pub(super) fn work(&self) -> Working {
        self.activity.work()
    }
}

/// A connection that loses patience.
pub(super) struct Connection {
    stream: TcpStream,
    activity: Arc<Activity>,
    limiter: Arc<ConnectionLimiter>,
    waiting: Pin<Box<Sleep>>,
}

impl Connection {
    pub(super) fn new(stream: TcpStream, activity: Arc<Activity>, limiter: Arc<ConnectionLimiter>) -> Self {
        // Without it answers in two pieces wait for the client's acknowledgement; nothing else depends on it.
        let _ = stream.set_nodelay(true);
        Connection {
            stream,
            activity,
            waiting: Box::pin(sleep(limiter.pulse())),
            limiter,
        }
    }

    /// Whether it merely occupies its place.
    fn is_stuck(&self) -> bool {
        !self.activity.is_working() && self.activity.progress().elapsed() >= self.limiter.patience()
    }

    /// Turns a pending operation into an error once patience has run out.
    fn pend<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        while self.waiting.as_mut().poll(context).is_ready() {
            if self.is_stuck() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            let now = Instant::now();
            let end = self.activity.progress() + self.limiter.patience();
            let look = end.clamp(
                now + Duration::from_millis(100),
                now + self.limiter.pulse().max(Duration::from_millis(100)),
            );
            self.waiting.as_mut().reset(look.into());
        }
        Poll::Pending
    }

    fn written(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        self.activity.wrote(written.is_pending());
        match written {
            Poll::Pending => self.pend(context),
            done => done,
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // Header bytes do not count as progress; the answer does.
        match Pin::new(&mut self.stream).poll_read(context, buffer) {
            Poll::Pending => self.pend(context),
            Poll::Ready(_) if self.is_stuck() => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            done => done,
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.written(context, written)
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
