//! The server on this computer: started by the first launch without a connection, and shown on a demo shop.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    backend::{self, Server, StartError},
    popup::Brand,
    publish::{Connection, DataDir, MakeTransport, Reason, Token, Tokens, over_http},
    studio::trouble::{self, Trouble},
};

/// The identity of the connection to it.
pub const LOCAL: &str = "this-computer";

/// Its token once it runs, shared with the sender. It stays in memory: the server's own folder keeps it.
#[derive(Debug, Clone, Default)]
pub struct LocalToken(Arc<Mutex<Option<Token>>>);

impl LocalToken {
    fn set(&self, token: Option<Token>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }

    /// Whether the server runs, as far as is known.
    pub fn is_known(&self) -> bool {
        self.get().is_some()
    }

    fn get(&self) -> Option<Token> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Transports to every connection: to this computer with this token, to others with theirs.
    pub fn transports(&self, tokens: Tokens) -> MakeTransport {
        let own = self.clone();
        let transports = over_http(move |connection| match connection.id.as_str() {
            LOCAL => Ok(own.get()),
            other => Ok(tokens.get(other)?.map(|(token, _)| token)),
        });
        let own = self.clone();
        Arc::new(move |connection| {
            if connection.id == LOCAL && own.get().is_none() {
                return Err(Reason::LocalNotRunning);
            }
            transports(connection)
        })
    }
}

/// A running server. Dropping it ends it, unless another window runs it.
#[derive(Debug)]
pub struct LocalServer {
    url: String,
    /// `None` when another window runs it.
    server: Option<Server>,
    /// How its demo shop looks.
    brand: Box<Brand>,
}

impl LocalServer {
    /// Where it answers, with a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Whether this window runs it; else another one does.
    pub fn is_ours(&self) -> bool {
        self.server.is_some()
    }

    /// Whether its demo shop looks different from `brand`, and can be restarted.
    pub fn looks_otherwise(&self, brand: &Brand) -> bool {
        self.server.is_some() && *self.brand != *brand
    }

    /// One that another window runs, for tests.
    #[cfg(test)]
    pub(super) fn elsewhere(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            server: None,
            brand: Box::default(),
        }
    }

    /// Ends it, after the requests being processed.
    pub fn stop(self) {
        if let Some(server) = self.server {
            server.stop();
        }
    }
}

/// The result of starting it.
pub type Started = trouble::Result<LocalServer>;

/// What the server on this computer is started with.
#[derive(Debug, Clone)]
pub struct LocalSetup {
    /// Its folder.
    pub data: PathBuf,
    /// The preferred port.
    pub port: u16,
    /// How its demo shop looks.
    pub brand: Brand,
    /// The name of the connection to it.
    pub name: String,
    /// Where its token is stored.
    pub token: LocalToken,
}

/// Starts the server and adds a connection to it. Takes some milliseconds of disk time; call it in the background.
///
/// # Errors
/// When the folder, the database, threads or the list of connections refuse.
pub fn start_local(setup: &LocalSetup, data_dir: &DataDir) -> Started {
    let LocalSetup {
        data,
        port,
        brand,
        name,
        token,
    } = setup;
    let (server, secret) = run(data, *port, brand.clone())?;
    let secret = Token::new(&secret).ok_or(Trouble::ServerToken)?;
    let connection = Connection {
        id: LOCAL.to_owned(),
        name: name.clone(),
        url: server.url.clone(),
    };
    // The address first: the token must reach nobody who has another address by now.
    token.set(None);
    data_dir.connections.put(connection)?;
    token.set(Some(secret));
    Ok(server)
}

fn run(data: &Path, port: u16, brand: Brand) -> Result<(LocalServer, String), StartError> {
    let start = |port: u16| {
        let mut options = backend::Options::new(data);
        options.port = port;
        options.site.brand = brand.clone();
        backend::start(options)
    };
    let started = match start(port) {
        Err(StartError::PortTaken { .. } | StartError::Address { .. }) => start(0),
        other => other,
    };
    let (url, token, server) = match started {
        Ok(server) => (server.url(), server.token().to_owned(), Some(server)),
        Err(StartError::InUse { folder, url: Some(url) }) => (url, backend::token_of(&folder)?, None),
        Err(error) => return Err(error),
    };
    let url = format!("{}/", url.trim_end_matches('/'));
    let brand = Box::new(brand);
    Ok((LocalServer { url, server, brand }, token))
}
