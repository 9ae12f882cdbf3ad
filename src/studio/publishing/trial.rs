//! "Test connection": asks a backend for its campaigns, and says what is wrong in plain words.

use std::time::Duration;

use serde_json::Value;

use crate::publish::{Connection, Http, Request, Token, Transport, TransportError};

/// How long a backend may take to answer while somebody waits for it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The result of trying a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trial {
    /// It answers, and has this many campaigns.
    Fine(usize),
    /// The key of the text that describes the problem.
    Wrong(&'static str),
    /// It answers with an HTTP status that has no better description.
    Status(u16),
}

/// Asks once. Waits for the network; call it in the background.
pub fn try_connection(connection: &Connection, token: &Token) -> Trial {
    let Some(http) = Http::new(connection, token) else {
        return Trial::Wrong("try-unprepared");
    };
    let response = match http.send(&Request::get("api/v1/campaigns"), PATIENCE) {
        Ok(response) => response,
        Err(error) => {
            return Trial::Wrong(match error {
                TransportError::Unreachable => "try-unreachable",
                TransportError::Untrusted => "try-untrusted",
                TransportError::Broken => "try-broken",
                TransportError::TooSlow => "try-slow",
                TransportError::Clock => "try-clock",
                TransportError::TooLarge => "try-not-beckon",
            });
        }
    };
    let campaigns = || {
        let value: Value = serde_json::from_slice(&response.body).ok()?;
        Some(value.get("campaigns")?.as_array()?.len())
    };
    match response.status {
        200 => campaigns().map_or(Trial::Wrong("try-not-beckon"), Trial::Fine),
        401 | 403 => Trial::Wrong("try-token"),
        300..=399 => Trial::Wrong("try-moved"),
        404 | 405 => Trial::Wrong("try-not-beckon"),
        429 => Trial::Wrong("try-busy"),
        status => Trial::Status(status),
    }
}
