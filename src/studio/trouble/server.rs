//! The words for a server on this computer that does not start.

use std::path::Path;

use super::{InWords, Words, library};
use crate::{
    backend::{OpenError, PrivateError, StartError, TokenError},
    wording::text::Text,
};

impl InWords for StartError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Folder { folder, source } => {
                let what = library::of_system(folder, source, text).what;
                Words::of("trouble-server-folder", &[("what", what)], text)
            }
            Self::File { name, folder, reason } => of_file(&folder.join(name), reason, text),
            Self::InUse { folder, .. } => {
                let folder = folder.display().to_string();
                Words::of("trouble-server-in-use", &[("folder", folder)], text)
            }
            Self::Database(error) => error.words(text),
            Self::Token(error) => error.words(text),
            Self::PortTaken { port } => Words::of("trouble-server-port", &[("port", port.to_string())], text),
            Self::Address { address, source } => {
                let values = [("address", address.to_string()), ("system", source.to_string())];
                Words::of("trouble-server-address", &values, text)
            }
            Self::Clock => Words::of("trouble-server-clock", &[], text),
            Self::Threads(error) => Words::of("trouble-server-threads", &[("system", error.to_string())], text),
        }
    }
}

impl InWords for OpenError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Newer { .. } => Words::of("trouble-server-newer", &[], text),
            Self::Foreign => Words::of("trouble-server-foreign", &[], text),
            Self::Damaged(_) => Words::of("trouble-server-damaged", &[], text),
            Self::Sqlite(_) if self.is_disk_full() => Words::of("trouble-server-full", &[], text),
            Self::Sqlite(_) if self.is_busy() => Words::of("trouble-server-busy", &[], text),
            Self::Sqlite(error) => Words::of("trouble-server-database", &[("system", error.to_string())], text),
        }
    }
}

impl InWords for TokenError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::File(reason) => of_file(Path::new("token"), reason, text),
            Self::Unusable => Words::of("trouble-server-token", &[], text),
            Self::NoRandomness(error) => Words::of("trouble-server-chance", &[("system", error.to_string())], text),
        }
    }
}

/// Why a file of the server's folder is not used.
fn of_file(path: &Path, reason: &PrivateError, text: &Text) -> Words {
    let of = |key: &str| Words::of(key, &[("file", path.display().to_string())], text);
    match reason {
        PrivateError::Disk(error) => library::of_system(path, error, text),
        PrivateError::NotRegular => of("trouble-server-file-kind"),
        PrivateError::NotOurs => of("trouble-server-file-owner"),
        PrivateError::Linked => of("trouble-server-file-linked"),
    }
}
