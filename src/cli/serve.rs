//! `beckon serve`: the backend that campaigns are launched to, until it is asked to end.

use serde::Serialize;
use tracing::subscriber::set_global_default;
use tracing_subscriber::fmt;

use super::arguments::Serve;
use super::terminal::{Exit, Fault, Terminal};
use crate::backend::{EndRequest, LogOptions, Network, Options, Server, StartError, default_data_folder, start};

/// What `--json` says once it answers.
#[derive(Debug, Serialize)]
struct Running {
    url: String,
    /// At the first start, or when it is asked for; else null.
    token: Option<String>,
    token_file: String,
    demo: String,
    data: String,
}

pub(super) fn run(arguments: &Serve, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let data = arguments
        .data
        .clone()
        .or_else(default_data_folder)
        .ok_or_else(|| Fault::new("the system knows no folder for data", "name one with --data DIR"))?;
    log(terminal.json);
    // Before anything that may take long, so that it always ends on request.
    let mut asked = EndRequest::listen().map_err(|error| fault(&error))?;
    let mut trusted_proxies = arguments.trusted_proxy.clone();
    if arguments.behind_proxy {
        trusted_proxies.extend(Network::private());
    }
    let options = Options {
        host: arguments.host,
        port: arguments.port,
        trusted_proxies,
        origins: arguments.origin.clone(),
        country_header: arguments.country_header.clone(),
        log: LogOptions {
            addresses: arguments.log_addresses,
            every_request: arguments.log_requests,
        },
        ..Options::new(data)
    };
    let Some(started) = asked.unless_asked(|| start(options)).map_err(|error| fault(&error))? else {
        return Ok(Exit::Yes);
    };
    let server = started.map_err(|error| fault(&error))?;
    say(&server, arguments.show_token, terminal)?;
    if !arguments.host.is_loopback() {
        let hint = "put a reverse proxy with TLS in front, or leave --host out";
        terminal.note("other machines can reach this address, unencrypted", hint);
    }
    asked.wait();
    server.stop();
    Ok(Exit::Yes)
}

/// Writes its address, and the token that publishing needs while nobody can know it yet: to standard output, never to the log. Services
/// often have their output stored where many can read it, so the token is not printed at every start.
fn say(server: &Server, show_token: bool, terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    let shown = server.is_first_start() || show_token;
    let running = Running {
        url: server.url(),
        token: shown.then(|| server.token().to_owned()),
        token_file: server.token_file().display().to_string(),
        demo: format!("{}/demo/", server.url()),
        data: server.data().display().to_string(),
    };
    if terminal.json {
        terminal.value(&running)?;
    } else {
        terminal.line(&format!("URL    {}", running.url))?;
        match &running.token {
            Some(token) => terminal.line(&format!("Token  {token}"))?,
            None => terminal.line(&format!("Token  in {} (--show-token prints it)", running.token_file))?,
        }
        terminal.line(&format!("Demo   {}", running.demo))?;
        terminal.line(&format!("Data   {}", running.data))?;
        terminal.line("It runs until you press Ctrl+C.")?;
    }
    terminal.flush()
}

/// Sends the log to standard error; as JSON if results are JSON.
fn log(json: bool) {
    let lines = fmt().with_writer(std::io::stderr).with_target(false).with_ansi(false);
    let lines = lines.with_max_level(tracing::Level::INFO);
    // A log that is already set up, as in a test, stays.
    let _ = match json {
        true => set_global_default(lines.json().flatten_event(true).finish()),
        false => set_global_default(lines.compact().finish()),
    };
}

fn fault(error: &StartError) -> Fault {
    Fault::new(error.to_string(), error.hint())
}
