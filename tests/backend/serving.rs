//! Starting and ending: ports, folders, signals, logs, what `beckon serve` says.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use beckon::backend::{Options, StartError, start};
use serde_json::{Value, json};

use super::crash::Process;
use super::http::{Backend, campaign, raw, request};

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
    let again = backend.restarted();
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
    // The backend asks for the body: it is processing the request.
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

/// A campaign that is live.
fn launch(backend: &Backend, id: &str) {
    let path = format!("/api/v1/campaigns/{id}");
    let body = campaign(id, "x").to_string();
    let put = backend.send("PUT", &path, &[("Content-Type", "application/json")], body.as_bytes());
    assert_eq!(put.status, 201, "{put:?}");
    let launched = backend.send("POST", &format!("{path}/launch"), &[], b"");
    assert_eq!(launched.status, 200, "{launched:?}");
}

#[test]
fn one_network_counts_for_no_more_than_its_visitors_can_do() {
    let backend = Backend::start();
    launch(&backend, "a");
    launch(&backend, "b");
    let forged = vec![r#"{ "campaign": "a", "event": "shown" }"#; 300].join(",");
    let forged = format!("{{ \"events\": [{forged}] }}");
    for _ in 0..100 {
        assert_eq!(backend.send("POST", "/v1/events", &[], forged.as_bytes()).status, 202);
    }
    let honest = br#"{ "events": [{ "campaign": "b", "event": "shown" }] }"#;
    assert_eq!(backend.send("POST", "/v1/events", &[], honest).status, 202);
    let items = backend.send("GET", "/api/v1/campaigns", &[], b"").json();
    let shown = items["campaigns"][0]["counts"]["shown"].as_u64().expect("a count");
    assert!((300..3_000).contains(&shown), "{shown} of 30,000");
    assert_eq!(items["campaigns"][1]["counts"]["shown"], 1, "other campaigns count on");
}

#[test]
fn visitors_of_other_websites_are_not_counted_where_websites_are_named() {
    let backend = Backend::start_with(|options| {
        options.origins = vec!["https://www.example.com".parse().expect("an origin")];
    });
    launch(&backend, "a");
    let event = br#"{ "events": [{ "campaign": "a", "event": "shown" }] }"#;
    for (origin, wanted) in [
        (Some("https://www.example.com"), 202),
        (Some("https://other.example"), 403),
        (Some("null"), 403),
        (None, 403),
    ] {
        let headers: Vec<_> = origin.into_iter().map(|origin| ("Origin", origin)).collect();
        let answer = request(backend.server.address(), "POST", "/v1/events", &headers, event).expect("an answer");
        assert_eq!(answer.status, wanted, "{origin:?}");
        if wanted == 403 {
            assert_eq!(answer.json()["type"], "urn:beckon:problem:origin-refused");
            assert!(
                answer.json()["hint"]
                    .as_str()
                    .is_some_and(|hint| hint.contains("--origin"))
            );
        }
    }
    let items = backend.send("GET", "/api/v1/campaigns", &[], b"").json();
    assert_eq!(items["campaigns"][0]["counts"]["shown"], 1);
}

#[test]
fn the_country_is_what_the_proxy_says_of_this_request() {
    let header = "CF-IPCountry".parse().expect("the name of a header");
    let backend = Backend::start_with(|options| options.country_header = Some(header));
    for (lines, country) in [
        (&[("CF-IPCountry", "TR")][..], Value::from("TR")),
        (&[("cf-ipcountry", "de")], "DE".into()),
        (&[("CF-IPCountry", "XX")], Value::Null),
        (&[("CF-IPCountry", "T1")], Value::Null),
        (&[("CF-IPCountry", "TR"), ("CF-IPCountry", "DE")], Value::Null),
        (&[("X-Country", "TR")], Value::Null),
    ] {
        let answer = request(backend.server.address(), "GET", "/v1/country.json", lines, b"").expect("an answer");
        assert_eq!(answer.json(), json!({ "country": country }), "{lines:?}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    }
}

#[test]
fn limits_count_by_the_address_that_trusted_proxies_name() {
    let event = br#"{ "events": [] }"#;
    let flood = |backend: &Backend, address: &dyn Fn(usize) -> String| {
        let sent = (0..600).map(|number| {
            let address = address(number);
            backend
                .send("POST", "/v1/events", &[("X-Forwarded-For", &address)], event)
                .status
        });
        sent.filter(|status| *status == 429).count()
    };
    let invented = |number: usize| format!("2001:db8:{:x}::1", number);
    let behind_visitors = |number: usize| format!("2001:db8:{:x}::1, 203.0.113.9:4711", number);
    let nobody = Backend::start();
    assert!(flood(&nobody, &invented) > 0, "whatever a client makes up, it is one");
    let trusting =
        || Backend::start_with(|options| options.trusted_proxies = vec!["127.0.0.0/8".parse().expect("a network")]);
    assert_eq!(flood(&trusting(), &invented), 0, "a trusted proxy speaks for many");
    assert!(
        flood(&trusting(), &behind_visitors) > 0,
        "and a client's own words count for nothing"
    );
}

#[test]
fn wrong_tokens_are_limited_and_others_are_not() {
    let backend = Backend::start();
    let ask = |authorization: &str| {
        let headers = [("Authorization", authorization)];
        request(backend.server.address(), "GET", "/api/v1/campaigns", &headers, b"").expect("an answer")
    };
    let statuses: Vec<u16> = (0..60)
        .map(|number| ask(&format!("Bearer wrong-{number}")).status)
        .collect();
    assert_eq!(statuses.first(), Some(&401));
    let refused = ask("Bearer wrong");
    assert_eq!(refused.status, 429, "{statuses:?}");
    assert!(refused.header("retry-after").is_some());
    assert_eq!(refused.json()["type"], "urn:beckon:problem:too-many");
    assert_eq!(ask("Basic dXNlcjpwYXNz").status, 401, "no token is no guess");
    let list = request(backend.server.address(), "GET", "/v1/campaigns.json", &[], b"");
    assert_eq!(list.expect("an answer").status, 200, "visitors go on");
}

#[test]
fn a_request_names_one_host() {
    let backend = Backend::start();
    let ask = |lines: &str| {
        let text = format!("GET /v1/campaigns.json HTTP/1.1\r\n{lines}Connection: close\r\n\r\n");
        raw(backend.server.address(), text.as_bytes()).expect("an answer")
    };
    for (lines, wanted) in [
        ("Host: a\r\n", 200),
        ("Host: a:8123\r\n", 200),
        ("Host: [::1]:8123\r\n", 200),
        ("Host:\r\n", 200),
        ("", 400),
        ("Host: a\r\nHost: a\r\n", 400),
        ("Host: a\r\nHost: b\r\n", 400),
        ("Host: a b\r\n", 400),
        ("Host: user@a\r\n", 400),
        ("Host: a/b\r\n", 400),
    ] {
        let answer = ask(lines);
        assert_eq!(answer.status, wanted, "{lines:?}: {answer:?}");
        if wanted == 400 {
            assert_eq!(
                answer.header("content-type"),
                Some("application/problem+json"),
                "{lines:?}"
            );
            assert_eq!(answer.json()["type"], "urn:beckon:problem:invalid-request");
        }
    }
    let old = raw(backend.server.address(), b"GET /v1/campaigns.json HTTP/1.0\r\n\r\n").expect("an answer");
    assert_eq!(old.status, 200, "HTTP/1.0 needs none");
}

#[test]
fn one_network_cannot_keep_others_from_being_served() {
    let backend = Backend::start();
    let address = backend.server.address();
    let half = || {
        let mut stream = TcpStream::connect(address).expect("a connection");
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n");
        stream
    };
    let held: Vec<TcpStream> = (0..500).map(|_| half()).collect();
    assert_eq!(
        backend.send("GET", "/v1/campaigns.json", &[], b"").status,
        200,
        "even from the same network"
    );
    drop(held);
}

#[test]
fn a_damaged_campaign_keeps_nothing_else_from_being_served() {
    let backend = Backend::start();
    for id in ["a", "b", "c"] {
        launch(&backend, id);
    }
    let database = rusqlite::Connection::open(backend.folder.path().join("beckon.db")).expect("a database");
    let spoil = "UPDATE campaigns SET document = '{broken' WHERE id = 'b'; UPDATE campaigns SET launched = '{broken' WHERE id = 'c'";
    database.execute_batch(spoil).expect("spoilt");
    drop(database);
    let look = |backend: &Backend| {
        let items = backend.send("GET", "/api/v1/campaigns", &[], b"");
        assert_eq!(items.status, 200, "{items:?}");
        let items = items.json();
        let statuses: Vec<_> = items["campaigns"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|item| item["status"].clone())
            .collect();
        assert_eq!(statuses, ["live", "unreadable", "unreadable"]);
        let list = backend.send("GET", "/v1/campaigns.json", &[], b"").json();
        let shown: Vec<_> = list["campaigns"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|item| item["id"].clone())
            .collect();
        assert_eq!(shown.len(), 2, "{shown:?}");
        let refused = backend.send("GET", "/api/v1/campaigns/b", &[], b"");
        assert_eq!(
            (refused.status, refused.json()["type"].as_str()),
            (500, Some("urn:beckon:problem:unreadable"))
        );
        assert!(!refused.text().contains("disk"), "{refused:?}");
        // A client that has only its name can still take it off.
        assert_eq!(refused.json()["current_etag"], items["campaigns"][1]["etag"]);
    };
    look(&backend);
    let again = backend.restarted();
    look(&again);
    let etag = again.send("GET", "/api/v1/campaigns", &[], b"").json()["campaigns"][1]["etag"].clone();
    let headers = [
        ("Content-Type", "application/json"),
        ("If-Match", etag.as_str().expect("a tag")),
    ];
    let healed = again.send(
        "PUT",
        "/api/v1/campaigns/b",
        &headers,
        campaign("b", "y").to_string().as_bytes(),
    );
    assert_eq!(
        (healed.status, healed.json()["status"].as_str()),
        (200, Some("live")),
        "{healed:?}"
    );
}

#[test]
fn what_is_too_long_to_be_kept_is_refused_at_once() {
    let backend = Backend::start();
    let json = [("Content-Type", "application/json")];
    let document = campaign("a", "x").to_string();
    let with = |numbers: &str| document.replacen('{', &format!("{{\"numbers\":[{numbers}],"), 1);
    let grown = with(&vec!["1e15"; 500_000].join(","));
    let refused = backend.send("PUT", "/api/v1/campaigns/a", &json, grown.as_bytes());
    assert_eq!(
        (refused.status, refused.json()["type"].as_str()),
        (413, Some("urn:beckon:problem:too-large"))
    );
    // Pretty printed, this one would be four times as long; it is stored as sent.
    let kept = with(&vec!["0"; 600_000].join(","));
    assert_eq!(
        backend
            .send("PUT", "/api/v1/campaigns/a", &json, kept.as_bytes())
            .status,
        201
    );
    assert_eq!(backend.send("POST", "/api/v1/campaigns/a/launch", &[], b"").status, 200);
    let got = backend.send("GET", "/api/v1/campaigns/a", &[], b"");
    assert_eq!(got.json()["numbers"].as_array().map(Vec::len), Some(600_000));
    assert_eq!(
        backend.send("GET", "/api/v1/campaigns", &[], b"").json()["campaigns"][0]["status"],
        "live"
    );
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
    let log = log_of(&mut process);
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

/// Asks a process to end, and checks that it ends successfully.
fn end(process: &mut Process, signal: &str) {
    let asked = Command::new("kill")
        .args([format!("-{signal}"), process.child.id().to_string()])
        .status();
    assert!(asked.expect("kill runs").success());
    assert!(process.child.wait().expect("it ends").success());
}

/// What a process wrote to standard error, once it has ended.
fn log_of(process: &mut Process) -> String {
    let mut log = String::new();
    let mut errors = process.child.stderr.take().expect("its log");
    errors.read_to_string(&mut log).expect("text");
    log
}

#[test]
fn the_token_is_printed_at_the_first_start_and_when_it_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut seen = Vec::new();
    for (arguments, shown) in [(&[] as &[&str], true), (&[], false), (&["--show-token"], true)] {
        let mut process = Process::start_with(folder.path(), arguments);
        let file = process.said["token_file"].as_str().expect("a file").to_owned();
        let kept = fs::read_to_string(file).expect("the token").trim().to_owned();
        assert_eq!(
            process.said["token"].as_str(),
            shown.then_some(kept.as_str()),
            "{arguments:?}"
        );
        end(&mut process, "TERM");
        assert!(!log_of(&mut process).contains(&kept));
        seen.push(kept);
    }
    seen.dedup();
    assert_eq!(seen.len(), 1);
}

#[test]
fn the_log_is_short_and_names_addresses_only_when_asked_to() {
    for (arguments, has_lines, has_addresses) in [
        (&[] as &[&str], false, false),
        (&["--log-addresses"], false, true),
        (&["--log-requests"], true, false),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let arguments = [arguments, &["--trusted-proxy", "127.0.0.1"]].concat();
        let mut process = Process::start_with(folder.path(), &arguments);
        let address = process.client.address;
        let forwarded = [("X-Forwarded-For", "203.0.113.9")];
        for _ in 0..50 {
            let fetched = request(address, "GET", "/v1/campaigns.json", &forwarded, b"");
            assert_eq!(fetched.expect("an answer").status, 200);
        }
        let refused = request(address, "GET", "/api/v1/campaigns", &forwarded, b"");
        assert_eq!(refused.expect("an answer").status, 401);
        end(&mut process, "TERM");
        let log = log_of(&mut process);
        let lines = |part: &str| log.lines().filter(|line| line.contains(part)).count();
        assert_eq!(
            lines("/v1/campaigns.json"),
            if has_lines { 50 } else { 0 },
            "{arguments:?}: {log}"
        );
        assert_eq!(lines("\"status\":401"), 1, "{arguments:?}: {log}");
        assert_eq!(lines("203.0.113.9"), usize::from(has_addresses), "{arguments:?}: {log}");
    }
}

#[cfg(unix)]
#[test]
fn a_start_that_cannot_go_on_ends_by_itself_or_when_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("token");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .expect("mkfifo runs")
            .success()
    );
    let run = Command::new(env!("CARGO_BIN_EXE_beckon"))
        .args(["serve", "--port", "0", "--data"])
        .arg(folder.path())
        .output()
        .expect("it ends");
    let problem = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(2), "{problem}");
    assert!(problem.contains("`token`") && problem.contains("hint: "), "{problem}");
}

#[cfg(unix)]
#[test]
fn it_ends_when_asked_while_it_is_still_starting() {
    let folder = tempfile::tempdir().expect("a folder");
    // Another holder of the database makes the start wait for seconds, and then fail.
    let holder = rusqlite::Connection::open(folder.path().join("beckon.db")).expect("a database");
    holder
        .execute_batch("BEGIN EXCLUSIVE; CREATE TABLE held (a)")
        .expect("held");
    let mut child = Command::new(env!("CARGO_BIN_EXE_beckon"))
        .args(["serve", "--port", "0", "--data"])
        .arg(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    // It listens for signals before it touches the folder.
    while !folder.path().join("running").exists() {
        assert!(child.try_wait().expect("a status").is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    assert!(asked.expect("kill runs").success());
    assert!(child.wait().expect("it ends").success());
    drop(holder);
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
