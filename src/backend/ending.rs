//! Requests of the system or the user that the process should end.

use std::io;
use std::thread;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use super::options::StartError;

/// Listens for Ctrl+C and termination signals from its creation, so that none is missed.
#[derive(Debug)]
pub struct EndRequest {
    runtime: Runtime,
    signals: Signals,
}

impl EndRequest {
    /// Begins to listen; from now on such requests no longer end the process automatically.
    ///
    /// # Errors
    /// When the system cannot report such requests.
    pub fn listen() -> Result<Self, StartError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(StartError::Threads)?;
        let signals = runtime.block_on(async { Signals::listen() });
        Ok(EndRequest {
            signals: signals.map_err(StartError::Threads)?,
            runtime,
        })
    }

    /// Waits for a request, which may have come already.
    pub fn wait(mut self) {
        self.runtime.block_on(self.signals.next());
    }

    /// Runs work on a thread of its own; `None` when a request comes first, after which nobody waits for the thread.
    ///
    /// # Errors
    /// When the system refuses a thread, or the work panicked.
    pub fn unless_asked<T: Send + 'static>(
        &mut self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Option<T>, StartError> {
        let (done, result) = oneshot::channel();
        let thread = thread::Builder::new().name("beckon-start".into());
        // Nobody may be waiting any more.
        let spawned = thread.spawn(move || drop(done.send(work())));
        spawned.map_err(StartError::Threads)?;
        let signals = &mut self.signals;
        let result = self.runtime.block_on(async move {
            tokio::select! {
                result = result => Some(result),
                () = signals.next() => None,
            }
        });
        let panicked = |_| StartError::Threads(io::Error::other("the thread that starts the backend panicked"));
        result.transpose().map_err(panicked)
    }
}

#[cfg(unix)]
#[derive(Debug)]
struct Signals([tokio::signal::unix::Signal; 3]);

#[cfg(unix)]
impl Signals {
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals([
            signal(SignalKind::interrupt())?,
            signal(SignalKind::terminate())?,
            signal(SignalKind::hangup())?,
        ]))
    }

    async fn next(&mut self) {
        let [interrupt, terminate, hangup] = &mut self.0;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    }
}

#[cfg(windows)]
#[derive(Debug)]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn listen() -> io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Signals)
    }

    async fn next(&mut self) {
        self.0.recv().await;
    }
}
