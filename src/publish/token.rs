//! Tokens: in the operating system's keyring or, without one, in a file that only the user can read.
//!
//! Never in a campaign, a log, an error or a debug print. The keyring may wait for the user to unlock it: call this from a thread that may wait.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::connection::is_safe_name;
use crate::library::{LibraryError, make_private_folder, read_bounded, remove_file, write_private};

/// The keyring's name for what this program keeps there; the account is the connection's identity.
const SERVICE: &str = "beckon";
/// Longest token, in bytes.
const MAX_TOKEN_BYTES: usize = 4096;

/// A bearer token. Its debug output reveals nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Reads a token as a user pasted it; `None` for invalid ones: empty, too long, or with characters not allowed in a header.
    pub fn new(text: &str) -> Option<Token> {
        let text = text.trim();
        let fits = (1..=MAX_TOKEN_BYTES).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Token(text.to_owned()))
    }

    /// The token itself, for the request that needs it.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Where a token is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In the operating system's keyring.
    Keyring,
    /// In a file that only this user can read, because no keyring answers: tell the user.
    File,
}

/// Whether the operating system's keyring is asked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyring {
    /// Asked first; the file is used when it does not answer.
    System,
    /// Never asked.
    Avoid,
}

/// Why a token cannot be kept or found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// The keyring refused, for example because it stayed locked.
    #[error("the keyring did not give the token: {0}")]
    Keyring(String),
    /// The connection's identity is not a valid file name.
    #[error("`{0}` cannot be the identity of a connection")]
    Identity(String),
    /// The file cannot be written or read.
    #[error(transparent)]
    Disk(#[from] LibraryError),
}

impl TokenError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            TokenError::Keyring(_) => "unlock your keyring and try again, or enter the token again",
            TokenError::Identity(_) => "remove the connection and set it up again",
            TokenError::Disk(error) => error.hint(),
        }
    }
}

/// The tokens of a user's connections.
#[derive(Debug, Clone)]
pub struct Tokens {
    folder: PathBuf,
    keyring: Keyring,
}

impl Tokens {
    /// Opens the tokens, with a folder to use without a keyring. It need not exist yet.
    pub fn new(folder: impl Into<PathBuf>, keyring: Keyring) -> Self {
        let folder = folder.into();
        Tokens { folder, keyring }
    }

    /// Keeps a connection's token, and returns where. May wait for the user.
    ///
    /// # Errors
    /// When neither keyring nor disk accepts it.
    pub fn set(&self, connection: &str, token: &Token) -> Result<Kept, TokenError> {
        let file = self.file(connection)?;
        if self.keyring == Keyring::System
            && entry(connection).is_some_and(|entry| entry.set_password(token.secret()).is_ok())
        {
            // An older token in the file has no use any more.
            let _ = remove_file(&file);
            return Ok(Kept::Keyring);
        }
        let failed = |error| LibraryError::new("save the token in", &file, error);
        make_private_folder(&self.folder).map_err(failed)?;
        write_private(&file, token.secret().as_bytes()).map_err(failed)?;
        Ok(Kept::File)
    }

    /// A connection's token, and where it is kept. May wait for the user.
    ///
    /// # Errors
    /// When a keyring is there and does not open.
    pub fn get(&self, connection: &str) -> Result<Option<(Token, Kept)>, TokenError> {
        let file = self.file(connection)?;
        match read_bounded(&file, MAX_TOKEN_BYTES) {
            Ok(bytes) => {
                let token = String::from_utf8(bytes).ok().and_then(|text| Token::new(&text));
                return Ok(token.map(|token| (token, Kept::File)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(LibraryError::new("read the token in", &file, error).into()),
        }
        if self.keyring == Keyring::Avoid {
            return Ok(None);
        }
        let Some(entry) = entry(connection) else {
            return Ok(None);
        };
        match entry.get_password() {
            Ok(text) => Ok(Token::new(&text).map(|token| (token, Kept::Keyring))),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(error) => Err(TokenError::Keyring(describe(&error).to_owned())),
        }
    }

    /// Forgets a connection's token, wherever it is kept. May wait for the user.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn forget(&self, connection: &str) -> Result<(), TokenError> {
        let file = self.file(connection)?;
        match remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(LibraryError::new("remove the token in", &file, error).into());
            }
            _ => {}
        }
        if self.keyring == Keyring::Avoid {
            return Ok(());
        }
        match entry(connection).map(|entry| entry.delete_credential()) {
            None | Some(Ok(()) | Err(keyring::Error::NoEntry)) => Ok(()),
            Some(Err(error)) => Err(TokenError::Keyring(describe(&error).to_owned())),
        }
    }

    fn file(&self, connection: &str) -> Result<PathBuf, TokenError> {
        if !is_safe_name(connection) {
            return Err(TokenError::Identity(connection.to_owned()));
        }
        Ok(self.folder.join(format!("{connection}.token")))
    }
}

/// Returns the keyring's entry for a connection; `None` where no keyring answers.
fn entry(connection: &str) -> Option<keyring::Entry> {
    keyring::Entry::new(SERVICE, connection).ok()
}

/// Returns a keyring's error in words that cannot hold a secret.
fn describe(error: &keyring::Error) -> &'static str {
    match error {
        keyring::Error::NoStorageAccess(_) => "it is locked",
        keyring::Error::BadEncoding(_) | keyring::Error::BadDataFormat(..) => "what it holds is damaged",
        keyring::Error::Ambiguous(_) => "it holds several",
        _ => "it does not answer",
    }
}
