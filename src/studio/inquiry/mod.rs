//! Questions that may take longer than a frame, answered in the background: one of each kind runs at a time, and only the newest waits.
//!
//! An answer is kept with its question. One that arrives after a newer question was asked is dropped and never shown. Nothing here
//! starts threads or draws: `app` runs the questions, and panels get words.

mod question;
#[cfg(test)]
mod tests;
mod tree;

pub use question::{AboutCampaign, AboutVisitor, Answered, Inquiries};
pub use tree::{ConflictMarks, same_shape};

/// One kind of question.
#[derive(Debug, Clone)]
pub struct Inquiry<Q, A> {
    running: Option<Q>,
    /// The newest question: running, waiting or answered.
    wanted: Option<Q>,
    answer: Option<(Q, A)>,
    /// Whether the newest question has no answer and no running job.
    given_up: bool,
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
    /// waited.
    pub fn ask(&mut self, question: Q) -> Option<Q> {
        if self.wanted.as_ref() == Some(&question) {
            return None;
        }
        self.wanted = Some(question.clone());
        self.given_up = false;
        if self.running.is_some() {
            return None;
        }
        self.running = Some(question.clone());
        Some(question)
    }

    /// Takes the answer to a started question if it is still the newest, else drops it. Returns the waiting question, to be started.
    pub fn take(&mut self, question: Q, answer: A) -> Option<Q> {
        self.running = None;
        if self.wanted.as_ref() == Some(&question) {
            self.answer = Some((question, answer));
            return None;
        }
        self.running.clone_from(&self.wanted);
        self.running.clone()
    }

    /// Gives up a started question whose job panicked: it is not asked again unchanged. Returns the waiting question, to be started.
    pub fn give_up(&mut self, question: &Q) -> Option<Q> {
        self.running = None;
        if self.wanted.as_ref() == Some(question) {
            self.given_up = true;
            return None;
        }
        self.running.clone_from(&self.wanted);
        self.running.clone()
    }

    /// Cancels the question and forgets the last answer.
    pub fn forget(&mut self) {
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
}
