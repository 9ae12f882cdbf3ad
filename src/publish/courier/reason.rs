//! Why nothing goes out to a connection: one variant for each sentence, with what the sentence needs.
//!
//! The English sentences are here, for the command line and logs; the window words its own in the user's language.

use std::borrow::Cow;

use super::transport::TransportError;
use crate::publish::{Answer, ConnectionError, TokenError};

/// Why nothing goes out to a connection, or nothing of one campaign: until a later try, or until the user does something.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Reason {
    /// There was no answer.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The answer is not from a backend, but from a network's sign-in page, a proxy, or a wrong address.
    #[error("what answers at the connection's address is not a Beckon backend")]
    NotABackend,
    /// The backend refuses the token.
    #[error("the backend does not accept the token")]
    TokenRefused,
    /// The network's proxy requires a password.
    #[error("the proxy of this network wants a password")]
    ProxyPassword,
    /// No token is kept for the connection of this name.
    #[error("there is no token for `{0}`")]
    NoToken(String),
    /// The token cannot be read.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// No secure connection to the backend of this name can be prepared.
    #[error("no secure connection to `{0}` can be prepared")]
    Unprepared(String),
    /// The connections cannot be read.
    #[error(transparent)]
    Connections(#[from] ConnectionError),
    /// The connection was removed, and campaigns wait for it.
    #[error("the connection that this waits for is not set up any more")]
    NotSetUp,
    /// The server on this computer does not run.
    #[error("the server on this computer is not running yet")]
    LocalNotRunning,
    /// The backend keeps reporting a different version, but there is none.
    #[error("the backend says again and again that it was changed there")]
    KeepsChanging,
    /// The backend asks to wait for a while.
    #[error("{}", .0.message())]
    NotNow(Answer),
    /// The backend does not report the state of its campaigns.
    #[error("{}", .0.message())]
    NotListed(Answer),
}

impl Reason {
    /// The word for it in the log.
    pub fn id(&self) -> &'static str {
        match self {
            Reason::Transport(error) => error.id(),
            Reason::NotABackend => "not-a-backend",
            Reason::TokenRefused => "token-refused",
            Reason::ProxyPassword => "proxy-password",
            Reason::NoToken(_) => "no-token",
            Reason::Token(_) => "token",
            Reason::Unprepared(_) => "unprepared",
            Reason::Connections(error) => error.id(),
            Reason::NotSetUp => "not-set-up",
            Reason::LocalNotRunning => "local-not-running",
            Reason::KeepsChanging => "keeps-changing",
            Reason::NotNow(_) => "not-now",
            Reason::NotListed(_) => "not-listed",
        }
    }

    /// What may help.
    pub fn hint(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Reason::Transport(error) => error.hint(),
            Reason::NotABackend => {
                "if your network wants you to sign in, do so in a browser; else check the connection's address"
            }
            Reason::TokenRefused => "give the connection a token that is valid, then try again",
            Reason::ProxyPassword => "set the proxy's password in your system's settings, then try again",
            Reason::NoToken(_) => "give the connection its token, then try again",
            Reason::Token(error) => error.hint(),
            Reason::Unprepared(_) => "check the connection's address, and that this system has root certificates",
            Reason::Connections(error) => return error.hint().into(),
            Reason::NotSetUp => "set it up again, or give up what waits for it",
            Reason::LocalNotRunning => "it starts by itself; if it does not, launch again",
            Reason::KeepsChanging => "it is tried again by itself; if it stays, ask whoever runs the backend",
            Reason::NotNow(answer) => answer.hint.as_deref().unwrap_or("it is tried again by itself"),
            Reason::NotListed(_) => "check the connection's address; it is tried again by itself",
        })
    }
}
