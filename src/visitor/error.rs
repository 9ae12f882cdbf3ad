//! Why a text is not a visitor or a journey.

use std::borrow::Cow;

use crate::campaign::{ReadError, one_line};

/// Why a text is not a visitor or a journey.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VisitorError {
    /// Not JSON, or a key twice.
    #[error(transparent)]
    Text(#[from] ReadError),
    /// JSON, but not an object.
    #[error("the file holds no object")]
    NotAnObject,
    /// JSON, but a key is unknown or missing, or a value has the wrong type.
    #[error("{said}")]
    Shape {
        /// What is wrong.
        fault: ShapeFault,
        /// Line and column, both from 1, where they are known.
        position: Option<(usize, usize)>,
        /// The parser's own message, with line and column.
        said: String,
    },
    /// An event list that cannot happen.
    #[error("event {number}: {fault}")]
    Event {
        /// The event, counted from 1.
        number: usize,
        /// What is wrong with it.
        fault: EventFault,
    },
}

/// What keeps a JSON text from being a visitor or a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeFault {
    /// Neither kind of file has this key.
    UnknownKey(String),
    /// This key is required.
    MissingKey(String),
    /// A value that its key cannot have.
    WrongValue,
}

/// Why an event cannot happen at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventFault {
    /// Its time is before that of the event above it, or negative.
    #[error("it happens before the one above it, or before the start")]
    OutOfOrder,
    /// Nothing happens, or several things do.
    #[error("it must say exactly one thing that happens")]
    NotOneThing,
    /// A page that led somewhere, although no page is opened.
    #[error("a `referrer` needs the page that it led to")]
    ReferrerAlone,
    /// A scroll to less than 0 or more than 100 percent.
    #[error("a scroll goes from 0 to 100 percent")]
    ScrollOutside,
}

impl VisitorError {
    /// Returns what to do about it.
    pub fn hint(&self) -> Cow<'static, str> {
        match self {
            VisitorError::Text(error) => error.hint(),
            VisitorError::NotAnObject | VisitorError::Shape { .. } => {
                "compare the keys with those in: beckon help visitors".into()
            }
            VisitorError::Event {
                fault: EventFault::ReferrerAlone,
                ..
            } => "write `referrer` beside the `open` of the page that was opened from there".into(),
            VisitorError::Event { .. } => {
                "give each event `at` in seconds, in order, and one of open, scroll, exit, click, close, converse, identify, input, away, covered, end"
                    .into()
            }
        }
    }
}

impl From<serde_json::Error> for VisitorError {
    fn from(error: serde_json::Error) -> Self {
        let said = error.to_string();
        let named = |begin: &str| Some(said.strip_prefix(begin)?.split_once('`')?.0.to_owned());
        let fault = match (named("unknown field `"), named("missing field `")) {
            (Some(key), _) => ShapeFault::UnknownKey(key),
            (None, Some(key)) => ShapeFault::MissingKey(key),
            (None, None) => ShapeFault::WrongValue,
        };
        VisitorError::Shape {
            fault,
            position: (error.line() > 0).then(|| (error.line(), error.column().max(1))),
            said: one_line(&said),
        }
    }
}
