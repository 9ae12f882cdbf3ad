//! What every request is answered from.

use std::sync::Arc;

use super::counter::Counter;
use super::files::Files;
use super::limiter::Limiter;
use super::problem::Problem;
use super::published::Shelf;
use super::store::{Answer, Database, Store, Write};
use super::token::Token;

/// The backend's parts, shared by all requests.
pub(super) struct App {
    pub store: Store,
    pub shelf: Arc<Shelf>,
    pub token: Token,
    pub limiter: Limiter,
    pub counter: Counter,
    pub files: Files,
    /// Whether a reverse proxy in front says where requests come from.
    pub behind_proxy: bool,
}

impl App {
    /// Makes a change; when it is answered, it is on the disk, and visitors fetch what follows from it.
    pub(super) async fn write(&self, write: Write) -> Result<Answer, Problem> {
        let shelf = Arc::clone(&self.shelf);
        let job = move |database: &mut Database| {
            let answer = database.write(write)?;
            refresh(database, &shelf);
            Ok(answer)
        };
        self.store.run(job).await
    }

    /// Writes down what was counted since the last time. Goes on when whoever asks for it hangs up: what is counted and not yet written
    /// is in no other place.
    pub(super) async fn flush(self: &Arc<Self>) {
        let app = Arc::clone(self);
        let writing = tokio::spawn(async move {
            let counted = app.counter.take();
            if counted.is_empty() {
                return;
            }
            let kept = counted.clone();
            let written = app.store.run(move |database| Ok(database.count(&counted)?)).await;
            if written.is_err() {
                app.counter.put_back(kept);
            }
        });
        // A panic was reported where it happened.
        let _ = writing.await;
    }

    /// Forgets what nobody asks for any more.
    pub(super) async fn sweep(&self) {
        self.limiter.prune();
        let shelf = Arc::clone(&self.shelf);
        let job = move |database: &mut Database| {
            database.sweep(crate::clock::now())?;
            refresh(database, &shelf);
            Ok(())
        };
        // The reason of a failure is in the log; the next sweep tries again.
        let _ = self.store.run(job).await;
    }
}

/// Shows visitors what the database says now. A failure leaves them what they had, until the next change or sweep.
fn refresh(database: &Database, shelf: &Shelf) {
    match database.published() {
        Ok(published) => shelf.exchange(published),
        Err(error) => tracing::error!(%error, "what visitors fetch could not be brought up to date"),
    }
}
