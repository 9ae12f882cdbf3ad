//! The secret that lets a client publish: generated once, kept in a file that only its owner can read, never logged.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use subtle::ConstantTimeEq as _;

use super::options::StartError;
use super::private::{self, PrivateError};

/// The file's name in the data folder.
pub(super) const FILE: &str = "token";
/// Where it is written before it gets its name.
const UNFINISHED: &str = "token.new";
/// Shortest token accepted from the file; users may choose their own.
const SHORTEST: usize = 20;
/// Longest one.
const LONGEST: usize = 512;

/// A bearer token.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Why there is no token.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// The file cannot be trusted, read or written.
    #[error("the file `token` is not used: {0}")]
    File(#[from] PrivateError),
    /// The file holds something else.
    #[error(
        "the file `token` holds no token: {SHORTEST} to {LONGEST} letters, digits and signs without blanks are needed"
    )]
    Unusable,
    /// The system provides no randomness.
    #[error("the system gives no randomness for a token: {0}")]
    NoRandomness(getrandom::Error),
}

impl From<io::Error> for TokenError {
    fn from(error: io::Error) -> Self {
        TokenError::File(error.into())
    }
}

/// The token of a backend that another process runs on this data folder.
///
/// # Errors
/// When the file is missing, is a link, belongs to somebody else or holds no token.
pub fn token_of(folder: &Path) -> Result<String, StartError> {
    Ok(Token::read(folder)?.0)
}

impl Token {
    /// The token of a data folder, and whether it was made just now.
    pub(super) fn of(folder: &Path) -> Result<(Self, bool), TokenError> {
        match Self::read(folder) {
            Err(TokenError::File(error)) if error.is_missing() => Ok((Self::make(folder)?, true)),
            read => Ok((read?, false)),
        }
    }

    fn read(folder: &Path) -> Result<Self, TokenError> {
        let file = private::open(File::options().read(true), &folder.join(FILE))?;
        let mut text = String::new();
        let read = file.take(LONGEST as u64 + 2).read_to_string(&mut text);
        read.map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => TokenError::Unusable,
            _ => error.into(),
        })?;
        let token = text.trim();
        let usable = (SHORTEST..=LONGEST).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic());
        usable.then(|| Token(token.to_owned())).ok_or(TokenError::Unusable)
    }

    /// Creates the token in a temporary file and renames it, so that no crash leaves half a token.
    fn make(folder: &Path) -> Result<Self, TokenError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(TokenError::NoRandomness)?;
        // Hexadecimal: it does not begin with a character that a command line would take for an option.
        let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let unfinished = folder.join(UNFINISHED);
        // A leftover of an earlier start, or anything put there: removed itself, not the target of a link.
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let mut written = private::open(File::options().write(true).create_new(true), &unfinished)?;
        writeln!(written, "{token}")?;
        written.sync_all()?;
        fs::rename(&unfinished, folder.join(FILE))?;
        // The rename itself outlives a loss of power only once the folder is on the disk.
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        Ok(Token(token))
    }

    /// Returns the token itself, for the program that started the backend.
    pub(super) fn secret(&self) -> &str {
        &self.0
    }

    /// Whether `offered` is this token, in a time that does not depend on where they differ.
    pub(super) fn is(&self, offered: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(offered).into()
    }
}
