//! What the log may say of things whose names are private: files are named after campaigns, identities come from files, addresses may carry
//! anything. Each function gives enough to tell one thing from another, and nothing to read.

use std::error::Error;
use std::io;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use url::Url;
use uuid::Uuid;

/// Longest word that [`word`] passes on.
const LONGEST_WORD: usize = 40;

/// A short hash that stands for a text: `#` and eight hexadecimal digits.
fn tag(text: &[u8]) -> String {
    let hash = Sha256::digest(text);
    let digits: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("#{digits}")
}

/// A file or folder, by a hash of its own name: the same file has the same one in every line.
pub fn file(path: &Path) -> String {
    tag(path.file_name().unwrap_or(path.as_os_str()).as_encoded_bytes())
}

/// An identity: itself when it is a UUID, else a hash of it. Files from elsewhere may have anything in its place.
pub fn id(text: &str) -> String {
    match Uuid::try_parse(text) {
        Ok(id) => id.to_string(),
        Err(_) => tag(text.as_bytes()),
    }
}

/// A word of a protocol, such as `not-ready`, when it looks like one; else `?`.
pub fn word(text: &str) -> &str {
    let tame = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    match (1..=LONGEST_WORD).contains(&text.len()) && text.bytes().all(tame) {
        true => text,
        false => "?",
    }
}

/// The host and port of an address: no user, no path, no query.
pub fn host(address: &Url) -> String {
    let host = address.host_str().unwrap_or("?");
    match address.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// What the operating system said below an error, innermost last: `No space left on device (os error 28)`. Empty when it said nothing.
///
/// Only the system's own words are passed on. What this program, a parser or a backend says may quote a file.
pub fn cause(error: &(dyn Error + 'static)) -> String {
    let mut found: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        // An error that is shared is one behind its count.
        let shared = error.downcast_ref::<Arc<io::Error>>().map(Arc::as_ref);
        if let Some(system) = error.downcast_ref::<io::Error>().or(shared)
            && let Some(said) = of_system(system)
            && !found.contains(&said)
        {
            found.push(said);
        }
        next = error.source();
    }
    found.join(": ")
}

/// What the operating system said, or what kind of error this program made of its own.
fn of_system(error: &io::Error) -> Option<String> {
    let system = error
        .raw_os_error()
        .map(|code| io::Error::from_raw_os_error(code).to_string());
    system.or_else(|| (error.kind() != io::ErrorKind::Other).then(|| error.kind().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::LibraryError;

    #[test]
    fn names_become_tags_that_distinguish_files() {
        let (one, other) = (
            Path::new("/home/a/Summer sale.campaign.json"),
            Path::new("/b/Spring.campaign.json"),
        );
        assert_eq!(file(one), file(Path::new("/elsewhere/Summer sale.campaign.json")));
        assert_ne!(file(one), file(other));
        assert_eq!(file(one).len(), 9);
        assert!(!file(one).to_lowercase().contains("summer"));
        assert!(!file(Path::new("/")).is_empty());
    }

    #[test]
    fn only_what_has_the_form_of_an_identity_is_shown() {
        let uuid = "0193a1b2-7c00-7000-8000-000000000001";
        assert_eq!(id(uuid), uuid);
        for hostile in ["Summer sale", "", "../../etc/passwd", "token-of-the-user"] {
            let shown = id(hostile);
            assert!(shown.starts_with('#') && shown.len() == 9, "{hostile}: {shown}");
        }
        assert_eq!(
            (word("not-ready"), word("Not ready: Summer"), word("")),
            ("not-ready", "?", "?")
        );
        assert_eq!(word(&"a".repeat(41)), "?");
    }

    #[test]
    fn an_address_shows_its_host_alone() {
        for (address, shown) in [
            (
                "https://user:secret@shop.example:8443/path?token=secret#part",
                "shop.example:8443",
            ),
            ("http://[::1]:7000/", "[::1]:7000"),
            ("https://shop.example/", "shop.example"),
            ("data:text/plain,secret", "?"),
        ] {
            assert_eq!(host(&Url::parse(address).expect("an address")), shown);
        }
    }

    #[test]
    fn the_cause_is_what_the_system_said_below_an_error() {
        let full = io::Error::from_raw_os_error(28);
        let said = full.to_string();
        let error = LibraryError::new("save", Path::new("/home/a/Summer sale.campaign.json"), full);
        let cause = cause(&error);
        assert_eq!(cause, said);
        assert!(!cause.contains("Summer"));
        let own = LibraryError::new("save", Path::new("Summer"), io::Error::other("Summer sale is too long"));
        assert_eq!(super::cause(&own), "");
        let kind = LibraryError::new(
            "read",
            Path::new("Summer"),
            io::Error::new(io::ErrorKind::InvalidData, "Summer"),
        );
        assert_eq!(super::cause(&kind), io::ErrorKind::InvalidData.to_string());
    }
}
