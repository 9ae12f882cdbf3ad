//! The thread that owns the database. It runs jobs in order; a job that panics fails alone.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::JoinHandle;

use tokio::sync::{mpsc, oneshot};

use super::Database;
use crate::backend::problem::Problem;

/// Jobs that may wait; further ones make their requests wait.
const QUEUE: usize = 256;

type Job = Box<dyn FnOnce(&mut Database) + Send>;

/// Sends jobs to the database's thread, which ends with the last of these.
#[derive(Clone)]
pub(in crate::backend) struct Store {
    jobs: mpsc::Sender<Job>,
}

impl Store {
    /// Gives a database a thread of its own.
    ///
    /// # Errors
    /// When the operating system refuses one.
    pub(in crate::backend) fn start(mut database: Database) -> std::io::Result<(Store, JoinHandle<()>)> {
        let (jobs, mut waiting) = mpsc::channel::<Job>(QUEUE);
        let work = move || {
            while let Some(job) = waiting.blocking_recv() {
                // The waiting caller notices the panic because no answer arrives. The transaction was rolled back.
                let _ = catch_unwind(AssertUnwindSafe(|| job(&mut database)));
            }
        };
        let thread = std::thread::Builder::new().name("beckon-store".into()).spawn(work)?;
        Ok((Store { jobs }, thread))
    }

    /// Does a job and waits for its answer. The job is done even when nobody waits any more.
    ///
    /// # Errors
    /// The job's own; when the thread has ended, or the job panicked.
    pub(in crate::backend) async fn run<T, F>(&self, job: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&mut Database) -> Result<T, Problem> + Send + 'static,
    {
        let (done, answer) = oneshot::channel();
        let job: Job = Box::new(move |database| {
            // Nobody may be waiting any more.
            let _ = done.send(job(database));
        });
        self.jobs.send(job).await.map_err(|_| Problem::unavailable())?;
        answer
            .await
            .unwrap_or_else(|_| Err(Problem::internal(&"a job panicked")))
    }
}
