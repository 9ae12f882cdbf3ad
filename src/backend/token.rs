//! The secret that lets a client publish: made once, kept in a file that only its owner reads, never logged.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use subtle::ConstantTimeEq as _;

/// The file's name in the data folder.
const FILE: &str = "token";
/// Shortest token that is taken from the file; somebody may have chosen their own.
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
pub(super) enum TokenError {
    /// The file cannot be read or written.
    #[error("the file `token` cannot be read or written: {0}")]
    Disk(#[from] io::Error),
    /// The file holds something else.
    #[error(
        "the file `token` holds no token: {SHORTEST} to {LONGEST} letters, digits and signs without blanks are needed"
    )]
    Unusable,
    /// The system has no randomness to give.
    #[error("the system gives no randomness for a token: {0}")]
    NoRandomness(getrandom::Error),
}

impl Token {
    /// Reads the token of a data folder; the first time, makes one.
    pub(super) fn of(folder: &Path) -> Result<Self, TokenError> {
        let file = folder.join(FILE);
        match File::open(&file) {
            Ok(file) => Self::read(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::make(folder, &file),
            Err(error) => Err(error.into()),
        }
    }

    fn read(file: File) -> Result<Self, TokenError> {
        restrict(&file)?;
        let mut text = String::new();
        let read = file.take(LONGEST as u64 + 2).read_to_string(&mut text);
        read.map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => TokenError::Unusable,
            _ => TokenError::Disk(error),
        })?;
        let token = text.trim();
        let usable = (SHORTEST..=LONGEST).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic());
        usable.then(|| Token(token.to_owned())).ok_or(TokenError::Unusable)
    }

    /// Written beside and renamed, so that no crash leaves half a token.
    fn make(folder: &Path, file: &Path) -> Result<Self, TokenError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(TokenError::NoRandomness)?;
        // Hexadecimal: it begins with no sign that a command line would take for an option.
        let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let unfinished = folder.join("token.new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut written = options.open(&unfinished)?;
        restrict(&written)?;
        writeln!(written, "{token}")?;
        written.sync_all()?;
        std::fs::rename(&unfinished, file)?;
        // The rename itself outlives a loss of power only once the folder is on the disk.
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        Ok(Token(token))
    }

    /// The token itself, for whoever started the backend.
    pub(super) fn secret(&self) -> &str {
        &self.0
    }

    /// Whether this is it, in a time that does not depend on where it differs.
    pub(super) fn is(&self, offered: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(offered).into()
    }
}

/// Takes everybody else's rights to the file.
#[cfg(unix)]
fn restrict(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut permissions = file.metadata()?.permissions();
    if permissions.mode() & 0o077 != 0 {
        permissions.set_mode(0o600);
        file.set_permissions(permissions)?;
    }
    Ok(())
}

/// Elsewhere the user's own folder is what protects it.
#[cfg(not(unix))]
fn restrict(_file: &File) -> io::Result<()> {
    Ok(())
}
