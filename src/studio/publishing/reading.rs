//! When the disk is read: one reading at a time, and one more if anything happened meanwhile.
//!
//! An [`Inquiry`](crate::studio::inquiry::Inquiry) would drop what was read before the newest request, so that a busy outbox would not be
//! shown until it is idle. Here every reading is shown, and the newest request is answered last.

use super::Request;

/// The reading of the disk.
#[derive(Debug, Default)]
pub(super) struct Reading {
    stage: Stage,
    /// Whether anything was ever read.
    succeeded: bool,
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    Idle,
    Running,
    /// Running, and out of date: it is read once more afterwards.
    Late,
}

impl Reading {
    /// Reads the disk because it changed: now, or once more after the running reading.
    pub(super) fn ask(&mut self) -> Option<Request> {
        match self.stage {
            Stage::Idle => Some(self.start()),
            Stage::Running | Stage::Late => {
                self.stage = Stage::Late;
                None
            }
        }
    }

    /// A reading has ended, and maybe failed.
    pub(super) fn end(&mut self, succeeded: bool) -> Option<Request> {
        self.succeeded |= succeeded;
        match std::mem::take(&mut self.stage) {
            Stage::Late => Some(self.start()),
            Stage::Idle | Stage::Running => None,
        }
    }

    fn start(&mut self) -> Request {
        self.stage = Stage::Running;
        Request::Read { first: !self.succeeded }
    }
}
