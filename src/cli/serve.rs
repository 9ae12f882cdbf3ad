//! `beckon serve`: the backend that campaigns are launched to, until it is asked to end.

use serde::Serialize;
use tracing::subscriber::set_global_default;
use tracing_subscriber::fmt;

use super::arguments::Serve;
use super::terminal::{Exit, Fault, Terminal};
use crate::backend::{EndRequest, Options, Server, StartError, default_data_folder, start};

/// What `--json` says once it answers.
#[derive(Debug, Serialize)]
struct Running {
    url: String,
    token: String,
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
    // Whoever reads that it runs may end it at once.
    let asked = EndRequest::listen().map_err(|error| told(&error))?;
    let server = start(Options {
        host: arguments.host,
        port: arguments.port,
        behind_proxy: arguments.behind_proxy,
        ..Options::new(data)
    })
    .map_err(|error| told(&error))?;
    say(&server, terminal)?;
    if !arguments.host.is_loopback() {
        let hint = "put a reverse proxy with TLS in front, or leave --host out";
        terminal.note("other machines can reach this address, unencrypted", hint);
    }
    asked.wait();
    server.stop();
    Ok(Exit::Yes)
}

/// Where it answers, and the token that publishing needs: on standard output, never in the log.
fn say(server: &Server, terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    let running = Running {
        url: server.url(),
        token: server.token().to_owned(),
        demo: format!("{}/demo/", server.url()),
        data: server.data().display().to_string(),
    };
    if terminal.json {
        terminal.value(&running)?;
    } else {
        terminal.line(&format!("URL    {}", running.url))?;
        terminal.line(&format!("Token  {}", running.token))?;
        terminal.line(&format!("Demo   {}", running.demo))?;
        terminal.line(&format!("Data   {}", running.data))?;
        terminal.line("It runs until you press Ctrl+C.")?;
    }
    terminal.flush()
}

/// The log goes to standard error, a line a request; as JSON where results are.
fn log(json: bool) {
    let lines = fmt().with_writer(std::io::stderr).with_target(false).with_ansi(false);
    let lines = lines.with_max_level(tracing::Level::INFO);
    // A log that is set up already, as in a test, goes on.
    let _ = match json {
        true => set_global_default(lines.json().flatten_event(true).finish()),
        false => set_global_default(lines.compact().finish()),
    };
}

fn told(error: &StartError) -> Fault {
    Fault::new(error.to_string(), error.hint())
}
