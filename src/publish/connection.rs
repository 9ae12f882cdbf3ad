//! Where campaigns are published to: a name, an address, and an identity that outlives changes of both.
//!
//! Tokens are kept elsewhere: see [`super::Tokens`].

use std::fs::File;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use url::{Host, Url};

use crate::library::{LibraryError, make_private_folder, open_regular, read_bounded, write_private};

/// The value of the key `format`.
const FORMAT: &str = "beckon.connections";
/// Largest file of connections that is read, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// A backend that campaigns are published to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Identity, used by outbox, ledger and keyring. Letters, digits, `-` and `_`, at most 64.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The backend's address as [`check_address`] gives it: it ends in `/`, and `api/v1/…` follows.
    pub url: String,
}

/// Why a connection cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConnectionError {
    /// Not an address that a browser would open.
    #[error("`{0}` is not an address")]
    NotAnAddress(String),
    /// Neither http nor https.
    #[error("an address that starts with `{0}:` is not one of a backend")]
    Scheme(String),
    /// A user's name or password within the address.
    #[error("the address holds a user's name or password")]
    Credentials,
    /// A part after `?` or `#`.
    #[error("the address goes on after a `?` or `#`")]
    Tail,
    /// A name that cannot be shown, or that another connection has.
    #[error("the connection needs a name of its own")]
    Name,
    /// An identity that is not a valid file name.
    #[error("`{0}` cannot be the identity of a connection")]
    Identity(String),
    /// The file of connections holds something else.
    #[error("`{}` does not hold connections: {why}", .path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The file cannot be read or written.
    #[error(transparent)]
    Disk(#[from] LibraryError),
}

impl ConnectionError {
    /// The word for it in the log and in machine-readable output.
    pub fn id(&self) -> &'static str {
        match self {
            ConnectionError::NotAnAddress(_) => "not-an-address",
            ConnectionError::Scheme(_) => "scheme",
            ConnectionError::Credentials => "credentials",
            ConnectionError::Tail => "tail",
            ConnectionError::Name => "name",
            ConnectionError::Identity(_) => "identity",
            ConnectionError::Damaged { .. } => "damaged",
            ConnectionError::Disk(error) => error.kind.id(),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &str {
        match self {
            ConnectionError::NotAnAddress(_) | ConnectionError::Scheme(_) => {
                "write it as your backend shows it, such as https://campaigns.example.com"
            }
            ConnectionError::Credentials => "leave them out of the address, and give the token in its own field",
            ConnectionError::Tail => "leave out what follows the ? or #",
            ConnectionError::Name => "give it a name that no other connection has",
            ConnectionError::Identity(_) => "use letters, digits, - and _, at most 64",
            ConnectionError::Damaged { .. } => "restore the file from a copy, or move it away and connect again",
            ConnectionError::Disk(error) => error.hint(),
        }
    }
}

/// An address that can be published to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The address, ending in `/`.
    pub url: String,
    /// True when campaigns and token would travel unencrypted over a network, which the user has to know.
    pub unencrypted: bool,
}

/// Reads an address as a person typed it.
///
/// # Errors
/// When it is not an address, or contains parts that do not belong there.
pub fn check_address(text: &str) -> Result<Address, ConnectionError> {
    let text = text.trim();
    let mut url = Url::parse(text).map_err(|_| ConnectionError::NotAnAddress(text.to_owned()))?;
    if !matches!(url.scheme(), "http" | "https") {
        // `localhost:8080` reads as a scheme, too.
        return Err(match text.contains("://") {
            true => ConnectionError::Scheme(url.scheme().to_owned()),
            false => ConnectionError::NotAnAddress(text.to_owned()),
        });
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(ConnectionError::Credentials);
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(ConnectionError::Tail);
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(Address {
        unencrypted: url.scheme() == "http" && !is_loopback(&url),
        url: url.into(),
    })
}

/// Whether two addresses lead to the same server, so that one may receive what the other was trusted with.
pub fn is_same_server(one: &str, other: &str) -> bool {
    let origin = |text: &str| Url::parse(text.trim()).ok().map(|url| url.origin());
    origin(one).is_some_and(|one| one.is_tuple() && Some(one) == origin(other))
}

/// Whether an address means this very machine.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

/// The connections of a user: a file, read again each time, so that the app and the command line agree.
#[derive(Debug, Clone)]
pub struct Connections {
    folder: PathBuf,
}

impl Connections {
    /// Opens the connections kept in a folder, which need not exist yet.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Connections { folder: folder.into() }
    }

    /// Returns all of them, in the order of creation.
    ///
    /// # Errors
    /// When the file exists but cannot be read.
    pub fn list(&self) -> Result<Vec<Connection>, ConnectionError> {
        let value = self.read()?;
        let items = value.get("connections").and_then(Value::as_array).into_iter().flatten();
        Ok(items.filter_map(from_value).collect())
    }

    /// Returns the connection that a user means by its name or its address.
    ///
    /// # Errors
    /// When the file exists but cannot be read.
    pub fn find(&self, meant: &str) -> Result<Option<Connection>, ConnectionError> {
        let list = self.list()?;
        let address = check_address(meant).ok().map(|address| address.url);
        let named = list
            .iter()
            .find(|one| one.name.to_lowercase() == meant.trim().to_lowercase());
        let found = named.or_else(|| list.iter().find(|one| Some(&one.url) == address.as_ref()));
        Ok(found.cloned())
    }

    /// Adds a connection, or replaces the one with its identity. Returns it with its address normalised.
    ///
    /// # Errors
    /// When name, address or identity is invalid, or the disk refuses the write.
    pub fn put(&self, connection: Connection) -> Result<Connection, ConnectionError> {
        let connection = Connection {
            url: check_address(&connection.url)?.url,
            name: connection.name.trim().to_owned(),
            id: connection.id,
        };
        if !is_safe_name(&connection.id) {
            return Err(ConnectionError::Identity(connection.id));
        }
        let _lock = self.lock()?;
        let same_name = |one: &Connection| one.name.to_lowercase() == connection.name.to_lowercase();
        let taken = self.list()?.iter().any(|one| one.id != connection.id && same_name(one));
        if taken || connection.name.is_empty() {
            return Err(ConnectionError::Name);
        }
        self.change(
            |items| match items.iter_mut().find(|item| item["id"] == connection.id) {
                Some(item) => {
                    item["name"] = json!(connection.name);
                    item["url"] = json!(connection.url);
                }
                None => items.push(json!({ "id": connection.id, "name": connection.name, "url": connection.url })),
            },
        )?;
        Ok(connection)
    }

    /// Forgets a connection. What waits for it stays in the outbox.
    ///
    /// # Errors
    /// When the disk refuses the write.
    pub fn remove(&self, id: &str) -> Result<(), ConnectionError> {
        let _lock = self.lock()?;
        self.change(|items| items.retain(|item| item["id"] != id))
    }

    /// Whether connections were ever kept here, even if none are left.
    pub(super) fn are_kept(&self) -> bool {
        self.file().is_file()
    }

    fn file(&self) -> PathBuf {
        self.folder.join("connections.json")
    }

    fn read(&self) -> Result<Map<String, Value>, ConnectionError> {
        let path = self.file();
        let bytes = match read_bounded(&path, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Map::new()),
            Err(error) => return Err(LibraryError::new("read", &path, error).into()),
        };
        let damaged = |why: String| ConnectionError::Damaged {
            path: path.clone(),
            why,
        };
        let map: Map<String, Value> = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        if map.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(damaged(format!("its `format` is not `{FORMAT}`")));
        }
        Ok(map)
    }

    /// Changes the list in the file; keys of other versions stay.
    fn change(&self, act: impl FnOnce(&mut Vec<Value>)) -> Result<(), ConnectionError> {
        let mut map = self.read()?;
        map.insert("format".into(), FORMAT.into());
        map.entry("version").or_insert(json!(1));
        let list = map.entry("connections").or_insert_with(|| json!([]));
        if !list.is_array() {
            *list = json!([]);
        }
        if let Some(items) = list.as_array_mut() {
            act(items);
        }
        let mut text = serde_json::to_string_pretty(&map).unwrap_or_default();
        text.push('\n');
        let path = self.file();
        write_private(&path, text.as_bytes()).map_err(|error| LibraryError::new("save", &path, error).into())
    }

    /// Keeps other processes from changing the file until the lock is dropped.
    fn lock(&self) -> Result<File, LibraryError> {
        make_private_folder(&self.folder).map_err(|error| LibraryError::new("make the folder", &self.folder, error))?;
        lock_file(&self.folder.join("connections.lock"))
    }
}

/// Waits until this process alone holds a file's lock, and holds it until the file is dropped.
pub(super) fn lock_file(path: &Path) -> Result<File, LibraryError> {
    let failed = |error| LibraryError::new("lock", path, error);
    let file = open_lock(path)?;
    file.lock().map_err(failed)?;
    Ok(file)
}

/// Opens a file to be locked.
pub(super) fn open_lock(path: &Path) -> Result<File, LibraryError> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    open_regular(path, &mut options, false).map_err(|error| LibraryError::new("lock", path, error))
}

fn from_value(value: &Value) -> Option<Connection> {
    let word = |key: &str| value.get(key)?.as_str().map(str::to_owned);
    let id = word("id").filter(|id| is_safe_name(id))?;
    Some(Connection {
        id,
        name: word("name")?,
        url: check_address(&word("url")?).ok()?.url,
    })
}

/// Whether a text can be the name of a file on every system.
pub(super) fn is_safe_name(text: &str) -> bool {
    let tame = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    (1..=64).contains(&text.len()) && text.chars().all(tame)
}
