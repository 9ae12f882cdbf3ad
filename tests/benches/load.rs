//! What websites fetch, under load: `GET /v1/campaigns.json` of `beckon serve` compared with nginx serving the same bytes as a static file.
//!
//! Both on loopback, both writing their access log into a file, one after the other, with `wrk`. It reports if nginx or wrk is missing.

#[path = "../backend/http.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod http;

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use http::{campaign, request};

const CAMPAIGNS: usize = 20;
const CONNECTIONS: &str = "200";
const SECONDS: &str = "8";

/// A process that ends with this.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // nginx's workers end with their master only when it ends in order; so does the backend.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// The figures of wrk and the system for one server.
struct Figures {
    per_second: f64,
    p50: String,
    p99: String,
    kilobytes: u64,
}

fn main() {
    let nginx = ["/usr/sbin/nginx", "nginx"]
        .into_iter()
        .find(|program| answers(program, "-v"));
    let (Some(nginx), true) = (nginx, answers("wrk", "-v")) else {
        println!("nginx and wrk are needed: apt-get install nginx-light wrk");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let (backend, address) = start_backend(folder.path());
    let list = request(address, "GET", "/v1/campaigns.json", &[], b"")
        .expect("an answer")
        .body;
    println!(
        "{CAMPAIGNS} campaigns, {} bytes, {CONNECTIONS} connections, {SECONDS} s each",
        list.len()
    );
    let ours = measure(address, backend.0.id());
    drop(backend);
    let (server, address) = start_nginx(nginx, folder.path(), &list);
    let theirs = measure(address, server.0.id());
    drop(server);
    for (name, figures) in [("beckon serve", &ours), ("nginx", &theirs)] {
        println!(
            "{name}: {:.0} requests/s, median {}, p99 {}, {:.1} MB resident under load",
            figures.per_second,
            figures.p50,
            figures.p99,
            figures.kilobytes as f64 / 1024.0
        );
    }
    println!("ratio: {:.2}", ours.per_second / theirs.per_second);
}

fn answers(program: &str, argument: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(argument).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}

/// `beckon serve` with its campaigns live.
fn start_backend(folder: &Path) -> (Running, SocketAddr) {
    let log = File::create(folder.join("backend.log")).expect("a log");
    let mut child = Command::new(env!("CARGO_BIN_EXE_beckon"))
        // As nginx does, it logs every request; and all connections come from here, as from a proxy.
        .args([
            "serve",
            "--port",
            "0",
            "--json",
            "--log-requests",
            "--trusted-proxy",
            "127.0.0.1",
            "--data",
        ])
        .arg(folder.join("data"))
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .expect("it starts");
    let mut said = String::new();
    let mut lines = BufReader::new(child.stdout.take().expect("its output"));
    while !said.ends_with("}\n") && lines.read_line(&mut said).expect("a line") > 0 {}
    let said: Value = serde_json::from_str(&said).expect("JSON");
    let url = said["url"].as_str().expect("an address");
    let address = url.trim_start_matches("http://").parse().expect("an address");
    let bearer = format!("Bearer {}", said["token"].as_str().expect("a token"));
    let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
    for number in 0..CAMPAIGNS {
        let id = format!("c{number}");
        let body = campaign(&id, "A text of the usual length for a bubble beside the launcher").to_string();
        let path = format!("/api/v1/campaigns/{id}");
        let put = request(address, "PUT", &path, &headers, body.as_bytes()).expect("an answer");
        let launched = request(address, "POST", &format!("{path}/launch"), &headers, b"").expect("an answer");
        assert_eq!((put.status, launched.status), (201, 200));
    }
    (Running(child), address)
}

/// nginx with the same bytes in a file.
fn start_nginx(nginx: &str, folder: &Path, list: &[u8]) -> (Running, SocketAddr) {
    let free = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port");
    fs::create_dir_all(folder.join("site/v1")).expect("a folder");
    fs::write(folder.join("site/v1/campaigns.json"), list).expect("written");
    let place = folder.display();
    let settings = format!(
        "daemon off; worker_processes 2; pid {place}/nginx.pid; error_log {place}/error.log;
        events {{ worker_connections 1024; }}
        http {{
            types {{ application/json json; }}
            access_log {place}/access.log; sendfile on; tcp_nodelay on;
            client_body_temp_path {place}/t1; proxy_temp_path {place}/t2; fastcgi_temp_path {place}/t3;
            uwsgi_temp_path {place}/t4; scgi_temp_path {place}/t5;
            server {{ listen {free}; root {place}/site; }}
        }}"
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, settings).expect("written");
    // Its workers may belong to another user, who must be able to read.
    open_up(folder);
    let child = Command::new(nginx)
        .arg("-p")
        .arg(folder)
        .arg("-c")
        .arg(&file)
        .spawn()
        .expect("nginx starts");
    let running = Running(child);
    let there = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(25));
        TcpStream::connect(free).is_ok()
    });
    assert!(there, "nginx does not answer");
    (running, free)
}

#[cfg(unix)]
fn open_up(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("opened");
}

#[cfg(not(unix))]
fn open_up(_folder: &Path) {}

/// Loads a server; its memory is that of the process and its children under load.
fn measure(address: SocketAddr, process: u32) -> Figures {
    let url = format!("http://{address}/v1/campaigns.json");
    let load = Command::new("wrk")
        .args(["-t2", "-c", CONNECTIONS, "-d", SECONDS, "--latency", &url])
        .stdout(Stdio::piped())
        .spawn()
        .expect("wrk starts");
    let half = SECONDS.parse::<u64>().unwrap_or(8) / 2;
    std::thread::sleep(std::time::Duration::from_secs(half));
    let kilobytes = resident(process);
    let said = load.wait_with_output().expect("wrk ends");
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let after = |word: &str| {
        let line = said.lines().find(|line| line.trim_start().starts_with(word));
        line.and_then(|line| line.split_whitespace().nth(1))
            .unwrap_or("?")
            .to_owned()
    };
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        println!("{said}");
    }
    Figures {
        per_second: after("Requests/sec:").parse().unwrap_or(f64::NAN),
        p50: after("50%"),
        p99: after("99%"),
        kilobytes,
    }
}

/// Memory of a process and its children, in kB.
fn resident(process: u32) -> u64 {
    let of = |process: u32| {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmRSS:"))
            .unwrap_or_default()
            .to_owned();
        line.split_whitespace()
            .nth(1)
            .and_then(|number| number.parse::<u64>().ok())
            .unwrap_or(0)
    };
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    of(process)
        + children
            .split_whitespace()
            .filter_map(|child| child.parse().ok())
            .map(of)
            .sum::<u64>()
}
