//! Work that must not hold up a frame: disks, dialogs, pictures. Results come back as typed events.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

/// Runs work beside the window and collects what comes of it.
pub struct Tasks<E> {
    sender: Sender<E>,
    receiver: Receiver<E>,
    /// None for work that is done at once, in tests and pictures.
    window: Option<egui::Context>,
}

impl<E: Send + 'static> Tasks<E> {
    /// Work runs on threads of its own and wakes `window` when it is done.
    pub fn beside(window: egui::Context) -> Self {
        Self::new(Some(window))
    }

    /// Work is done at once, so that a test or a picture needs no waiting.
    pub fn at_once() -> Self {
        Self::new(None)
    }

    fn new(window: Option<egui::Context>) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            window,
        }
    }

    /// Whether work is done at once.
    pub fn is_at_once(&self) -> bool {
        self.window.is_none()
    }

    /// Starts `work`. When no thread can be started, it is done at once.
    pub fn start(&self, work: impl FnOnce() -> E + Send + 'static) {
        let Some(window) = self.window.clone() else {
            self.deliver(work());
            return;
        };
        let sender = self.sender.clone();
        thread::spawn(move || {
            // The receiver is gone when the window is closing; nobody wants the result then.
            if sender.send(work()).is_ok() {
                window.request_repaint();
            }
        });
    }

    /// Starts `work` that has several results, each delivered when it is there.
    pub fn stream(&self, work: impl FnOnce(&mut dyn FnMut(E)) + Send + 'static) {
        let Some(window) = self.window.clone() else {
            work(&mut |event| self.deliver(event));
            return;
        };
        let sender = self.sender.clone();
        thread::spawn(move || {
            work(&mut |event| {
                if sender.send(event).is_ok() {
                    window.request_repaint();
                }
            });
        });
    }

    /// Delivers events from any thread, and wakes the window for each.
    pub fn messenger(&self) -> impl Fn(E) + Send + 'static {
        let (sender, window) = (self.sender.clone(), self.window.clone());
        move |event| {
            if sender.send(event).is_ok()
                && let Some(window) = &window
            {
                window.request_repaint();
            }
        }
    }

    /// Puts an event into the queue.
    pub fn deliver(&self, event: E) {
        // Sender and receiver live in the same place, so this cannot fail.
        let _ = self.sender.send(event);
    }

    /// The events that have come since the last call.
    pub fn finished(&self) -> Vec<E> {
        self.receiver.try_iter().collect()
    }
}
