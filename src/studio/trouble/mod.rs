//! Failures of work in the background, and their words in the window's language.
//!
//! Errors travel typed, as [`Trouble`]; their words are made where they are shown, in the language of that moment. Nowhere else in the
//! window is an error turned into text: an error's own sentence is English, for the command line and logs.

mod connection;
mod export;
mod file;
mod journey;
mod library;
mod log;
mod picture;
mod server;

#[cfg(test)]
mod tests;

use crate::{
    backend,
    campaign::one_line,
    library::{LibraryError, LoadError, PictureError, SaveError},
    popup::{PngError, RenderError},
    publish::{ConnectionError, ExportError, ImportError, SendError, TextsError, TokenError},
    reach::ReachError,
    visitor::VisitorError,
    wording::{
        self,
        text::{Language, Text},
    },
};

/// The result of work in the background.
pub type Result<T> = std::result::Result<T, Trouble>;

/// A failure of work in the background.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A file or folder.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// A campaign file that cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// A campaign that is not saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// A picture that cannot be used.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A preview that cannot be drawn.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A preview that cannot be written.
    #[error(transparent)]
    Png(#[from] PngError),
    /// Campaigns that cannot be exported or launched.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A file that cannot be brought into the library.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Texts for translators that cannot be written or brought back.
    #[error(transparent)]
    Texts(#[from] TextsError),
    /// Something that waits and cannot be sent.
    #[error(transparent)]
    Send(#[from] SendError),
    /// A connection that cannot be kept.
    #[error(transparent)]
    Connection(#[from] ConnectionError),
    /// A token that cannot be kept or found.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The token that is kept belongs to another server than the connection now leads to.
    #[error("the token that is kept is for another server")]
    TokenOfAnotherServer,
    /// A job of Beckon itself that panicked.
    #[error("this broke off because of a fault in Beckon")]
    BrokeOff,
    /// The system cannot start a thread to publish on, with its message.
    #[error("nothing can be published: {0}")]
    NoThread(std::io::Error),
    /// The server on this computer does not start.
    #[error(transparent)]
    Server(#[from] backend::StartError),
    /// The server on this computer has a token that no request can carry.
    #[error("the server on this computer has a token that cannot be used")]
    ServerToken,
    /// A log of visitors that cannot be read or counted.
    #[error(transparent)]
    Log(#[from] ReachError),
    /// A journey file that cannot be played.
    #[error(transparent)]
    Journey(#[from] VisitorError),
    /// A journey file that is not UTF-8.
    #[error("the journey is not a text in UTF-8")]
    JourneyNotText,
    /// A journey with more steps than can be shown.
    #[error("the journey has {steps} steps, more than the {most} that can be shown")]
    JourneyTooLong {
        /// How many it has.
        steps: usize,
        /// How many can be shown.
        most: usize,
    },
}

/// What went wrong and what to do about it, in words for users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What went wrong, without a full stop.
    pub what: String,
    /// What to do about it: whole sentences.
    pub hint: String,
    /// Its name in the log, in any language of the window: the key of its text.
    pub code: String,
}

/// Something that went wrong and has words in every language of the window.
pub trait InWords {
    /// Error and remedy in the words of `text`.
    fn words(&self, text: &Text) -> Words;
}

impl InWords for Trouble {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Library(error) => error.words(text),
            Self::Load(error) => error.words(text),
            Self::Save(error) => error.words(text),
            Self::Picture(error) => error.words(text),
            Self::Render(error) => error.words(text),
            Self::Png(error) => error.words(text),
            Self::Export(error) => error.words(text),
            Self::Import(error) => error.words(text),
            Self::Texts(error) => error.words(text).capitalised(text),
            Self::Send(error) => error.words(text),
            Self::Connection(error) => error.words(text),
            Self::Token(error) => error.words(text),
            Self::TokenOfAnotherServer => Words::of("trouble-token-elsewhere", &[], text),
            Self::BrokeOff => Words::of("trouble-broke-off", &[], text).capitalised(text),
            Self::NoThread(error) => {
                let system = error.to_string();
                Words::of("trouble-publishing-thread", &[("system", system)], text)
            }
            Self::Server(error) => error.words(text),
            Self::ServerToken => Words::of("trouble-server-token", &[], text),
            Self::Log(error) => error.words(text),
            Self::Journey(error) => error.words(text),
            Self::JourneyNotText => Words::of("trouble-journey-not-text", &[], text).capitalised(text),
            Self::JourneyTooLong { steps, most } => {
                let values = [("steps", count(*steps, text)), ("most", count(*most, text))];
                Words::of("trouble-journey-long", &values, text).capitalised(text)
            }
        }
    }
}

impl Words {
    /// Returns the text of `key` and that of its remedy, with the same values.
    fn of(key: &str, values: &[(&str, String)], text: &Text) -> Self {
        Self {
            what: fill(key, values, text),
            hint: fill(&format!("{key}-hint"), values, text),
            code: key.to_owned(),
        }
    }

    /// Returns the same, beginning with a capital letter.
    fn capitalised(self, text: &Text) -> Self {
        Self {
            what: wording::capitalised(&self.what, text.language()),
            ..self
        }
    }

    /// Both in one line.
    pub fn line(&self, text: &Text) -> String {
        let values = [
            ("error", self.what.as_str().into()),
            ("hint", self.hint.as_str().into()),
        ];
        text.tv("trouble", &values)
    }
}

/// A line as a sentence: with a capital letter and a full stop.
pub fn sentence(line: &str, language: Language) -> String {
    let end = match line.is_empty() || line.ends_with(['.', '!', '?']) {
        true => "",
        false => ".",
    };
    format!("{}{end}", wording::capitalised(line, language))
}

/// The text of `key` with these values, each in one line, whatever a file or a backend contains.
fn fill(key: &str, values: &[(&str, String)], text: &Text) -> String {
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, one_line(value).into()))
        .collect();
    text.tv(key, &values)
}

/// A count as the language writes it.
fn count(number: usize, text: &Text) -> String {
    wording::count(number as u64, text.language())
}

/// Megabytes as the language writes them, with one decimal at most; more than a limit never reads as the limit.
fn megabytes(bytes: usize, text: &Text) -> String {
    let tenths = (bytes as f64 * 10.0 / f64::from(1 << 20)).ceil();
    wording::decimal(tenths / 10.0, text.language())
}
