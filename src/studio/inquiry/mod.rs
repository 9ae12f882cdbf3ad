//! The newest request wins: questions that may take longer than a frame, answered in the background. One of each kind runs at a time, and
//! only the newest waits.
//!
//! An answer is kept with its question. One that arrives after a newer question was asked is dropped and never shown. Work that can be
//! stopped takes the [`Stop`] of its question, and hears there that nobody wants the answer any more. Nothing here starts threads or draws:
//! `app` runs the questions, and panels get words.
//!
//! Two things are newest-wins and not an [`Inquiry`]: the reading of the outbox, which shows what is late as well
//! (`publishing::reading`), and the renderer's thread, which belongs to `popup` and holds one waiting scene (`popup::worker`).

mod question;
mod stop;
#[cfg(test)]
mod tests;
mod tree;

pub use question::{AboutCampaign, AboutVisitor, Answered, Inquiries};
pub use stop::Stop;
pub use tree::{ConflictMarks, same_shape};

/// One kind of question.
#[derive(Debug, Clone)]
pub struct Inquiry<Q, A> {
    running: Option<Running<Q>>,
    /// The newest question: running, waiting or answered.
    wanted: Option<Q>,
    answer: Option<(Q, A)>,
    /// Whether the newest question has no answer and no running job.
    given_up: bool,
}

/// A question whose job has not ended.
#[derive(Debug, Clone)]
struct Running<Q> {
    question: Q,
    /// How to stop the job, if it can be stopped.
    stop: Option<Stop>,
}

impl<Q> Running<Q> {
    fn new(question: Q) -> Self {
        Self { question, stop: None }
    }

    fn stop(&self) {
        if let Some(stop) = &self.stop {
            stop.set();
        }
    }

    /// Whether the job was stopped, so that its answer is incomplete.
    fn is_stopped(&self) -> bool {
        self.stop.as_ref().is_some_and(Stop::is_set)
    }
}

impl<Q, A> Default for Inquiry<Q, A> {
    fn default() -> Self {
        Self {
            running: None,
            wanted: None,
            answer: None,
            given_up: false,
        }
    }
}

impl<Q: Clone + PartialEq, A> Inquiry<Q, A> {
    /// Asks a question unless it is the one already asked. Returns it when it is to be started now; otherwise it waits, replacing any that
    /// waited, and what runs is stopped if it can be.
    pub fn ask(&mut self, question: Q) -> Option<Q> {
        if self.wanted.as_ref() == Some(&question) {
            return None;
        }
        self.wanted = Some(question.clone());
        self.given_up = false;
        if let Some(running) = &self.running {
            if running.question != question {
                running.stop();
            }
            return None;
        }
        self.running = Some(Running::new(question.clone()));
        Some(question)
    }

    /// Asks a question that is to be started now, whatever runs: that is stopped if it can be, and its answer is dropped. For jobs that may
    /// hang, or that wait for each other anyway.
    pub fn ask_at_once(&mut self, question: Q) {
        if let Some(running) = &self.running {
            running.stop();
        }
        self.wanted = Some(question.clone());
        self.given_up = false;
        self.running = Some(Running::new(question));
    }

    /// How the job of the question that was just started is told to stop; one that has none is never stopped. A job that was stopped
    /// returns an answer, too, which is dropped.
    pub fn stop(&mut self) -> Stop {
        let running = self.running.as_mut();
        running.map_or_else(Stop::default, |running| running.stop.get_or_insert_default().clone())
    }

    /// Takes the answer to a started question if it is still the newest, else drops it. Returns the waiting question, to be started.
    pub fn take(&mut self, question: Q, answer: A) -> Option<Q> {
        let ended = self.end(&question)?;
        if self.wanted.as_ref() == Some(&question) && !ended.is_stopped() {
            self.answer = Some((question, answer));
            return None;
        }
        self.start_next()
    }

    /// Gives up a started question whose job panicked: it is not asked again unchanged. Returns the waiting question, to be started.
    pub fn give_up(&mut self, question: &Q) -> Option<Q> {
        self.end(question)?;
        if self.wanted.as_ref() == Some(question) {
            self.given_up = true;
            return None;
        }
        self.start_next()
    }

    /// The job of a question has ended; `None` when another one took its place.
    fn end(&mut self, question: &Q) -> Option<Running<Q>> {
        self.running.take_if(|running| running.question == *question)
    }

    fn start_next(&mut self) -> Option<Q> {
        self.running = self.wanted.clone().map(Running::new);
        self.wanted.clone()
    }

    /// Cancels the question and forgets the last answer.
    pub fn forget(&mut self) {
        if let Some(running) = &self.running {
            running.stop();
        }
        self.wanted = None;
        self.answer = None;
    }

    /// The last answer and its question; it stays until there is a newer one.
    pub fn last(&self) -> Option<(&Q, &A)> {
        self.answer.as_ref().map(|(question, answer)| (question, answer))
    }

    /// The newest question, answered or not.
    pub fn newest(&self) -> Option<&Q> {
        self.wanted.as_ref()
    }

    /// The answer to the newest question.
    pub fn answer(&self) -> Option<&A> {
        let (question, answer) = self.last()?;
        (self.wanted.as_ref() == Some(question)).then_some(answer)
    }

    /// Whether the newest question has no answer yet.
    pub fn is_open(&self) -> bool {
        self.wanted.is_some() && self.answer().is_none() && !self.given_up
    }

    /// The question whose job has not ended.
    pub fn running(&self) -> Option<&Q> {
        self.running.as_ref().map(|running| &running.question)
    }
}
