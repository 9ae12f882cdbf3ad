//! Starting and ending: ports, folders, signals, logs, what `beckon serve` says.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use beckon::backend::{Options, StartError, start};
use serde_json::Value;

use crate::crash::Process;
use crate::http::{Backend, campaign, raw, request};

#[test]
fn what_a_backend_has_is_there_when_it_starts_again() {
    let backend = Backend::start();
    let json = ("Content-Type", "application/json");
    let put = backend.send(
        "PUT",
        "/api/v1/campaigns/a",
        &[json],
        campaign("a", "x").to_string().as_bytes(),
    );
    backend.send("POST", "/api/v1/campaigns/a/launch", &[], b"");
    let event = br#"{ "events": [{ "campaign": "a", "event": "shown" }] }"#;
    assert_eq!(backend.send("POST", "/v1/events", &[], event).status, 202);
    let (token, list) = (
        backend.server.token().to_owned(),
        backend.send("GET", "/v1/campaigns.json", &[], b""),
    );
    backend.server.stop();
    let again = start(Options {
        port: 0,
        ..Options::new(backend.folder.path())
    });
    let again = Backend {
        server: again.expect("it starts again"),
        folder: backend.folder,
    };
    assert_eq!(again.server.token(), token);
    assert_eq!(again.send("GET", "/v1/campaigns.json", &[], b"").body, list.body);
    let items = again.send("GET", "/api/v1/campaigns", &[], b"").json();
    assert_eq!(
        items["campaigns"][0]["counts"]["shown"], 1,
        "counted just before the end"
    );
    assert_ne!(items["campaigns"][0]["etag"], put.etag());
}

#[test]
fn why_a_backend_does_not_start() {
    let backend = Backend::start();
    let folder = tempfile::tempdir().expect("a folder");
    let port = backend.server.address().port();
    let taken = start(Options {
        port,
        ..Options::new(folder.path())
    });
    let error = taken.expect_err("the port is taken");
    assert!(
        matches!(error, StartError::PortTaken { port: named } if named == port),
        "{error}"
    );
    assert!(error.hint().contains("--port"));
    let error = start(Options {
        port: 0,
        ..Options::new(backend.folder.path())
    })
    .expect_err("the folder is taken");
    assert!(error.to_string().contains(&backend.server.url()), "{error}");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    let error = start(Options::new(file.join("within"))).expect_err("a folder within a file");
    assert!(matches!(error, StartError::Folder { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn only_their_owner_reads_its_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let backend = Backend::start();
    let files = fs::read_dir(backend.folder.path()).expect("a folder");
    for file in files.map(|entry| entry.expect("an entry")) {
        let name = file.file_name().into_string().expect("a name");
        let rights = file.metadata().expect("its rights").permissions().mode() & 0o777;
        assert!(rights == 0o600 || name == "running", "{name}: {rights:o}");
    }
}

#[test]
fn several_backends_run_side_by_side() {
    let (one, two) = (Backend::start(), Backend::start());
    assert_ne!(one.server.url(), two.server.url());
    assert_ne!(one.server.token(), two.server.token());
    let bearer = format!("Bearer {}", one.server.token());
    let crossed = request(
        two.server.address(),
        "GET",
        "/api/v1/campaigns",
        &[("Authorization", &bearer)],
        b"",
    );
    assert_eq!(crossed.expect("an answer").status, 401);
}

#[test]
fn a_request_that_is_being_sent_holds_up_the_end() {
    let backend = Backend::start();
    let body = campaign("a", "x").to_string();
    let head = format!(
        "PUT /api/v1/campaigns/a HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        backend.server.token(),
        body.len()
    );
    let mut stream = TcpStream::connect(backend.server.address()).expect("a connection");
    stream.write_all(head.as_bytes()).expect("sent");
    // The backend asks for the body: it is at work.
    let mut asked = [0; 25];
    stream.read_exact(&mut asked).expect("100 Continue");
    assert!(asked.starts_with(b"HTTP/1.1 100"));
    let server = backend.server;
    let ending = std::thread::spawn(move || server.stop());
    stream.write_all(body.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.contains("201 Created"), "{answer}");
    ending.join().expect("it ended");
}

#[test]
fn nonsense_is_refused_without_harm() {
    let backend = Backend::start();
    let address = backend.server.address();
    let many: String = (0..200).map(|number| format!("X-{number}: y\r\n")).collect();
    for bytes in [
        "nonsense\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".into(),
        "GET http://[::1 HTTP/1.1\r\nHost: a\r\n\r\n".into(),
        format!("GET / HTTP/1.1\r\nHost: a\r\n{many}\r\n"),
        format!(
            "GET /{} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "a".repeat(100_000)
        ),
        "PUT /api/v1/campaigns/a HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n".into(),
        "POST /v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".into(),
    ] {
        // Refused with a status, or by ending the connection.
        if let Ok(answer) = raw(address, bytes.as_bytes()) {
            assert!((400..500).contains(&answer.status), "{answer:?}");
        }
    }
    assert_eq!(backend.send("GET", "/api/v1/campaigns", &[], b"").status, 200);
}

#[test]
fn one_address_cannot_flood_the_counts() {
    let backend = Backend::start();
    let event = br#"{ "events": [{ "campaign": "a", "event": "shown" }] }"#;
    let refused = (0..2_000)
        .map(|_| backend.send("POST", "/v1/events", &[], event))
        .find(|answer| answer.status != 202);
    let refused = refused.expect("a refusal");
    assert_eq!(refused.status, 429);
    assert!(
        refused
            .header("retry-after")
            .and_then(|wait| wait.parse::<u64>().ok())
            .is_some_and(|wait| wait >= 1)
    );
    assert_eq!(refused.header("access-control-allow-origin"), Some("*"));
    assert_eq!(refused.json()["type"], "urn:beckon:problem:too-many");
    assert_eq!(
        backend.send("GET", "/v1/campaigns.json", &[], b"").status,
        200,
        "fetching goes on"
    );
}

#[test]
fn the_command_says_where_and_logs_without_secrets() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut process = Process::start(folder.path());
    let token = process.said["token"].as_str().expect("a token").to_owned();
    assert!(
        process.said["demo"]
            .as_str()
            .is_some_and(|demo| demo.ends_with("/demo/"))
    );
    let bearer = format!("Bearer {token}");
    let secret = campaign("a", "a secret text").to_string();
    let headers = [
        ("Authorization", bearer.as_str()),
        ("Idempotency-Key", "secret-key"),
        ("Content-Type", "application/json"),
    ];
    let put = request(
        process.client.address,
        "PUT",
        "/api/v1/campaigns/a?secret=query",
        &headers,
        secret.as_bytes(),
    );
    assert_eq!(put.expect("an answer").status, 201);
    end(&mut process, "TERM");
    let mut log = String::new();
    process
        .child
        .stderr
        .take()
        .expect("its log")
        .read_to_string(&mut log)
        .expect("text");
    let line = log
        .lines()
        .find(|line| line.contains("campaigns/{id}"))
        .expect("a line for the request");
    let line: Value = serde_json::from_str(line).expect("JSON");
    assert_eq!(
        (line["method"].as_str(), line["status"].as_u64()),
        (Some("PUT"), Some(201)),
        "{line}"
    );
    assert!(line["ms"].is_number(), "{line}");
    for word in [token.as_str(), "secret"] {
        assert!(!log.contains(word), "{log}");
    }
}

/// Asks a process to end, which it does well.
fn end(process: &mut Process, signal: &str) {
    let asked = Command::new("kill")
        .args([format!("-{signal}"), process.child.id().to_string()])
        .status();
    assert!(asked.expect("kill runs").success());
    assert!(process.child.wait().expect("it ends").success());
}

#[test]
fn it_ends_when_asked_by_either_signal() {
    let folder = tempfile::tempdir().expect("a folder");
    for signal in ["INT", "TERM"] {
        end(&mut Process::start(folder.path()), signal);
    }
}

#[test]
fn the_command_for_people() {
    let folder = tempfile::tempdir().expect("a folder");
    let backend = Backend::start();
    let serve = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beckon"));
        command
            .arg("serve")
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command.output().expect("it runs")
    };
    let port = backend.server.address().port().to_string();
    let data = folder.path().to_str().expect("a path");
    let taken = serve(&["--port", &port, "--data", data]);
    let problem = String::from_utf8_lossy(&taken.stderr).into_owned();
    assert_eq!(taken.status.code(), Some(2));
    assert!(problem.contains(&format!("error: port {port} is taken")), "{problem}");
    assert!(problem.contains("hint: name another with --port"), "{problem}");
    assert!(taken.stdout.is_empty());
    let bad = serve(&["--host", "nowhere"]);
    assert_eq!(bad.status.code(), Some(2));
}
