//! A plain HTTP client that sends any bytes, well formed or not, and a backend to send them to.

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use beckon::backend::{Options, Server, start};
use serde_json::{Value, json};

/// A backend in a folder of its own.
pub struct Backend {
    pub server: Server,
    pub folder: tempfile::TempDir,
}

impl Backend {
    pub fn start() -> Backend {
        Self::start_with(|_| {})
    }

    /// The same with other options.
    pub fn start_with(change: impl FnOnce(&mut Options)) -> Backend {
        let folder = tempfile::tempdir().expect("a folder");
        let mut options = Options {
            port: 0,
            ..Options::new(folder.path())
        };
        change(&mut options);
        Backend {
            server: start(options).expect("it starts"),
            folder,
        }
    }

    /// Ends it and starts it again on the same folder.
    pub fn restarted(self) -> Backend {
        self.server.stop();
        let options = Options {
            port: 0,
            ..Options::new(self.folder.path())
        };
        Backend {
            server: start(options).expect("it starts again"),
            folder: self.folder,
        }
    }

    /// Sends a request with the token.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let bearer = format!("Bearer {}", self.server.token());
        let headers: Vec<_> = headers
            .iter()
            .copied()
            .chain([("Authorization", bearer.as_str())])
            .collect();
        request(self.server.address(), method, path, &headers, body).expect("an answer")
    }
}

/// What came back.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} {}", self.status, self.headers, self.text())
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(known, _)| known == name);
        found.next().map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    pub fn etag(&self) -> String {
        self.header("etag").expect("an entity tag").to_owned()
    }
}

/// Sends one request on a connection of its own.
pub fn request(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<Answer> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    raw(address, &[head.as_bytes(), body].concat())
}

/// Sends bytes as they are, and reads until the backend ends the connection.
pub fn raw(address: SocketAddr, bytes: &[u8]) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    // A refusal may come before everything is sent.
    let sent = stream.write_all(bytes);
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Err(error) if answer.is_empty() => return Err(error),
        _ if answer.is_empty() => return Err(sent.err().unwrap_or(io::ErrorKind::UnexpectedEof.into())),
        _ => {}
    }
    parse(&answer).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// An answer, if it is complete.
fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let answer = Answer {
        status,
        headers,
        body: bytes[end + 4..].to_vec(),
    };
    let length = answer
        .header("content-length")
        .and_then(|length| length.parse::<usize>().ok());
    // Answers to HEAD, and those without a body, say how long it would be.
    let whole = length.is_none_or(|length| answer.body.len() == length || answer.body.is_empty());
    whole.then_some(answer)
}

/// A campaign that can be launched.
pub fn campaign(id: &str, text: &str) -> Value {
    json!({ "format": "beckon.campaign", "version": 1, "id": id, "name": "A tip", "platform": "web_messenger",
        "time_zone": "Europe/London",
        "audience": { "all": [{ "field": "page_views", "operator": "greater_than", "value": 1 }] },
        "activity": { "join": "and", "conditions": [] },
        "content": { "type": "text", "text": text, "user_say": "Hello" },
        "schedule": { "repeat_cycle": null, "message_delay": 0, "priority": 1 }, "launcher_image": "current" })
}
