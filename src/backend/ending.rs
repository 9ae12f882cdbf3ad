//! Requests of the system or the user that the process should end.

use std::io;

use tokio::runtime::{Builder, Runtime};

use super::options::StartError;

/// Listens for Ctrl+C and signals of termination, from the instant it is made, so that none is missed.
#[derive(Debug)]
pub struct EndRequest {
    runtime: Runtime,
    signals: Signals,
}

impl EndRequest {
    /// Begins to listen; from now on the process does not end by itself when it is asked to.
    ///
    /// # Errors
    /// When the system does not tell of such requests.
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
