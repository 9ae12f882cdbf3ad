//! One thing at a time, such as a dialog: what the user asks for comes at once, what the program has to say waits until nothing is in front.

use std::collections::VecDeque;

/// What is in front, and what waits for its turn.
#[derive(Debug)]
pub struct Queue<T> {
    front: Option<T>,
    waiting: VecDeque<T>,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self {
            front: None,
            waiting: VecDeque::new(),
        }
    }
}

impl<T> Queue<T> {
    /// Puts something in front, in place of what is there: the user asked for it.
    pub fn put(&mut self, new: T) {
        self.front = Some(new);
    }

    /// Shows something once nothing is in front.
    pub fn add(&mut self, new: T) {
        self.waiting.push_back(new);
        self.advance();
    }

    /// Shows the next one that waits, if nothing is in front.
    pub fn advance(&mut self) {
        if self.front.is_none() {
            self.front = self.waiting.pop_front();
        }
    }

    /// Puts something in front unless something is there: what the user asked for meanwhile counts more.
    pub fn put_if_free(&mut self, new: T) {
        self.front.get_or_insert(new);
    }

    /// Whether nothing is in front.
    pub fn is_free(&self) -> bool {
        self.front.is_none()
    }

    /// Returns what is in front.
    pub fn front(&self) -> Option<&T> {
        self.front.as_ref()
    }

    /// Returns what is in front, to change it.
    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.front.as_mut()
    }

    /// Takes away what is in front. What waits comes with the next [`Self::advance`].
    pub fn close(&mut self) -> Option<T> {
        self.front.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_says_waits_and_comes_in_order() {
        let mut queue = Queue::default();
        queue.add("recovered drafts");
        assert_eq!(queue.front(), Some(&"recovered drafts"));
        queue.add("a crash");
        queue.add("a conflict");
        assert_eq!(queue.front(), Some(&"recovered drafts"));
        queue.close();
        queue.advance();
        assert_eq!(queue.front(), Some(&"a crash"));
        queue.close();
        queue.advance();
        assert_eq!(queue.close(), Some("a conflict"));
        queue.advance();
        assert!(queue.is_free());
    }

    #[test]
    fn what_the_user_asks_for_comes_at_once_and_loses_nothing_that_waits() {
        let mut queue = Queue::default();
        queue.put("help");
        queue.add("a crash");
        queue.put("settings");
        queue.put_if_free("versions");
        assert_eq!(queue.close(), Some("settings"));
        queue.advance();
        assert_eq!(queue.front(), Some(&"a crash"));
    }
}
