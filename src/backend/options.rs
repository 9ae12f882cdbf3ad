//! How a backend runs, and why it may fail to start.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use super::country::CountryHeader;
use super::journal::LogOptions;
use super::network::Network;
use super::origin::Origin;
use super::private::PrivateError;
use super::site::Site;
use super::store::OpenError;
use super::token::TokenError;

/// The default port.
pub const DEFAULT_PORT: u16 = 8123;

/// The options of a backend.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that it keeps everything in; created if missing.
    pub data: PathBuf,
    /// The address it listens at; the loopback one keeps it to this machine.
    pub host: IpAddr,
    /// The port; 0 takes any free one.
    pub port: u16,
    /// The look of the demo shop.
    pub site: Site,
    /// Reverse proxies in front, whose `X-Forwarded-For` says where requests come from.
    pub trusted_proxies: Vec<Network>,
    /// Websites whose visitors are counted; if empty, all.
    pub origins: Vec<Origin>,
    /// The header in which a proxy in front says which country a request comes from; without it, nobody knows.
    pub country_header: Option<CountryHeader>,
    /// What the log of requests contains.
    pub log: LogOptions,
}

impl Options {
    /// Returns options for a backend on this machine only, at the usual port.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Options {
            data: data.into(),
            host: Ipv4Addr::LOCALHOST.into(),
            port: DEFAULT_PORT,
            site: Site::default(),
            trusted_proxies: Vec::new(),
            origins: Vec::new(),
            country_header: None,
            log: LogOptions::default(),
        }
    }
}

/// Why a backend does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be used.
    #[error("the data folder `{}` cannot be used: {source}", .folder.display())]
    Folder {
        /// Which.
        folder: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A file of the data folder cannot be trusted.
    #[error("the file `{name}` in `{}` is not used: {reason}", .folder.display())]
    File {
        /// Which.
        name: &'static str,
        /// In which folder.
        folder: PathBuf,
        /// Why.
        reason: PrivateError,
    },
    /// Another backend has the data folder.
    #[error("another backend is running on `{}`{}", .folder.display(), at(.url.as_deref()))]
    InUse {
        /// Which folder.
        folder: PathBuf,
        /// Where that backend answers, if it said so.
        url: Option<String>,
    },
    /// The database cannot be opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// There is no token.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// Another program has the port.
    #[error("port {port} is taken by another program")]
    PortTaken {
        /// Which.
        port: u16,
    },
    /// The address cannot be listened at.
    #[error("nothing can listen at {address}: {source}")]
    Address {
        /// Which.
        address: SocketAddr,
        /// What the operating system said.
        source: io::Error,
    },
    /// The clock shows a time that HTTP cannot write.
    #[error("the clock of this computer shows a time outside the years 1970 to 9999")]
    Clock,
    /// The system refused threads.
    #[error("the backend's threads could not start: {0}")]
    Threads(io::Error),
}

fn at(url: Option<&str>) -> String {
    url.map(|url| format!(" at {url}")).unwrap_or_default()
}

impl StartError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            StartError::Folder { .. } => "name a folder that you can write to with --data",
            StartError::File { .. } => "move it out of the data folder, or name another folder with --data",
            StartError::InUse { .. } => "use that one, end it first, or name another folder with --data",
            StartError::Database(error) => error.hint(),
            StartError::Token(_) => {
                "remove the file `token` from the data folder for a new one; clients then need the new one"
            }
            StartError::PortTaken { .. } => "name another with --port, or --port 0 for any that is free",
            StartError::Address { .. } => {
                "name an address of this machine with --host, and a port above 1023 with --port"
            }
            StartError::Clock => "set the clock, then start again",
            StartError::Threads(_) => "close other programs and try again",
        }
    }
}
