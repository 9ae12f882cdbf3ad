//! The server on this computer: started by the first launch without a connection, and shown on a demo shop.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    backend::{self, Server, StartError},
    popup::Brand,
    publish::{Connection, MakeWire, NoWay, Post, Token, Tokens, over_http},
};

/// The identity of the connection to it.
pub const LOCAL: &str = "this-computer";

/// Its token once it runs, shared with whoever sends. It stays in memory: the server's own folder keeps it.
#[derive(Debug, Clone, Default)]
pub struct LocalToken(Arc<Mutex<Option<Token>>>);

impl LocalToken {
    fn set(&self, token: Option<Token>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }

    fn get(&self) -> Option<Token> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ways to every connection: to this computer with this token, to others with theirs.
    pub fn ways(&self, tokens: Tokens) -> MakeWire {
        let own = self.clone();
        let ways = over_http(move |connection| match connection.id.as_str() {
            LOCAL => Ok(own.get()),
            other => Ok(tokens.get(other)?.map(|(token, _)| token)),
        });
        let own = self.clone();
        Arc::new(move |connection| {
            if connection.id == LOCAL && own.get().is_none() {
                return Err(NoWay {
                    why: "the server on this computer is not running yet".to_owned(),
                    hint: "it starts by itself; if it does not, launch again".to_owned(),
                });
            }
            ways(connection)
        })
    }
}

/// A running server. Dropping it ends it, unless another window runs it.
#[derive(Debug)]
pub struct LocalServer {
    url: String,
    /// None when another window runs it.
    server: Option<Server>,
    /// How its demo shop looks.
    brand: Brand,
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

    /// Whether its demo shop looks otherwise than `brand`, and can be started anew.
    pub fn looks_otherwise(&self, brand: &Brand) -> bool {
        self.server.is_some() && self.brand != *brand
    }

    /// Ends it, after the requests that are being worked at.
    pub fn stop(self) {
        if let Some(server) = self.server {
            server.stop();
        }
    }
}

/// What came of starting it: the server; or error and remedy.
pub type Started = Result<LocalServer, (String, String)>;

/// Starts the server, and makes it a connection called `name`. Takes some milliseconds of disk; call beside the window.
///
/// # Errors
/// Error and remedy, when the folder, the database, threads or the list of connections refuse.
pub fn start_local(data: &Path, port: u16, brand: Brand, name: &str, post: &Post, token: &LocalToken) -> Started {
    let (server, secret) = run(data, port, brand)?;
    let secret = Token::new(&secret).ok_or_else(|| {
        let why = "the server on this computer has a token that cannot be used".to_owned();
        (
            why,
            "remove the file `token` from its data folder, then launch again".to_owned(),
        )
    })?;
    let connection = Connection {
        id: LOCAL.to_owned(),
        name: name.to_owned(),
        url: server.url.clone(),
    };
    // The address first: the token must reach nobody who has another address by now.
    token.set(None);
    post.connections
        .put(connection)
        .map_err(|error| (error.to_string(), error.hint().to_owned()))?;
    token.set(Some(secret));
    Ok(server)
}

fn run(data: &Path, port: u16, brand: Brand) -> Result<(LocalServer, String), (String, String)> {
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
    match started {
        Ok(server) => {
            let token = server.token().to_owned();
            let url = format!("{}/", server.url());
            let server = Some(server);
            Ok((LocalServer { url, server, brand }, token))
        }
        Err(StartError::InUse { folder, url: Some(url) }) => {
            let token = backend::token_of(&folder).map_err(|error| (error.to_string(), error.hint().to_owned()))?;
            let url = format!("{}/", url.trim_end_matches('/'));
            let server = None;
            Ok((LocalServer { url, server, brand }, token))
        }
        Err(error) => Err((error.to_string(), error.hint().to_owned())),
    }
}
