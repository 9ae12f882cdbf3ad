//! A proxy between client and backend that breaks things at random, from a seed.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The fault of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No fault.
    None,
    /// The connection breaks before the request is passed on.
    Drop,
    /// It is delayed.
    Delay,
    /// The request breaks off within its body.
    CutRequest,
    /// The request is carried out, and the answer breaks off within its body.
    CutAnswer,
    /// The request is carried out, and nothing comes back.
    LoseAnswer,
    /// The request is passed on twice at once.
    Double,
    /// The request is passed on, and once more after others have been.
    Late,
    /// Answered here, without the backend.
    Instead(u16),
    /// Carried out, but answered differently here.
    AfterAll(u16),
}

const FAULTS: [Fault; 14] = [
    Fault::Drop,
    Fault::Delay,
    Fault::CutRequest,
    Fault::CutAnswer,
    Fault::LoseAnswer,
    Fault::Double,
    Fault::Late,
    Fault::Instead(500),
    Fault::Instead(429),
    Fault::Instead(503),
    Fault::Instead(302),
    Fault::AfterAll(500),
    Fault::AfterAll(504),
    Fault::LoseAnswer,
];

/// A proxy on threads of its own. Dropping it ends it.
pub struct Proxy {
    address: SocketAddr,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    state: Arc<State>,
}

struct State {
    /// The backend's address; it may change when the backend restarts.
    backend: Mutex<SocketAddr>,
    chance: Mutex<fastrand::Rng>,
    /// The percentage of exchanges that break.
    percent: u8,
    late: Mutex<Vec<Vec<u8>>>,
    broken: AtomicUsize,
}

impl Proxy {
    /// Starts a proxy before a backend that breaks `percent` of the exchanges.
    pub fn before(backend: SocketAddr, seed: u64, percent: u8) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let ends = Arc::new(AtomicBool::new(false));
        let state = Arc::new(State {
            backend: Mutex::new(backend),
            chance: Mutex::new(fastrand::Rng::with_seed(seed)),
            percent,
            late: Mutex::default(),
            broken: AtomicUsize::new(0),
        });
        let thread = thread::spawn({
            let (ends, state) = (ends.clone(), state.clone());
            move || {
                for client in listener.incoming().flatten() {
                    if ends.load(Ordering::SeqCst) {
                        return;
                    }
                    let state = state.clone();
                    // Broken connections are the purpose of this proxy.
                    thread::spawn(move || drop(serve(client, &state)));
                }
            }
        });
        Proxy {
            address,
            ends,
            thread: Some(thread),
            state,
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many exchanges broke.
    pub fn broken(&self) -> usize {
        self.state.broken.load(Ordering::SeqCst)
    }

    /// Passes on everything that was held back.
    pub fn flush(&self) {
        let late: Vec<_> = self.state.late.lock().expect("no thread panicked").drain(..).collect();
        let backend = *self.state.backend.lock().expect("no thread panicked");
        for request in late {
            let _ = pass_on(backend, &request);
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::SeqCst);
        // Wakes it from waiting.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(mut client: TcpStream, state: &State) -> io::Result<()> {
    client.set_read_timeout(Some(Duration::from_secs(20)))?;
    let request = read_request(&mut client)?;
    let backend = *state.backend.lock().expect("no thread panicked");
    let fault = {
        let mut chance = state.chance.lock().expect("no thread panicked");
        match chance.u8(0..100) < state.percent {
            true => FAULTS[chance.usize(0..FAULTS.len())],
            false => Fault::None,
        }
    };
    if fault != Fault::None {
        state.broken.fetch_add(1, Ordering::SeqCst);
    }
    match fault {
        Fault::None => client.write_all(&pass_on(backend, &request)?)?,
        Fault::Drop => {}
        Fault::Delay => {
            thread::sleep(Duration::from_millis(5));
            client.write_all(&pass_on(backend, &request)?)?;
        }
        Fault::CutRequest => {
            let mut stream = TcpStream::connect(backend)?;
            stream.write_all(&request[..request.len() * 2 / 3])?;
            stream.shutdown(Shutdown::Write)?;
        }
        Fault::CutAnswer => {
            let answer = pass_on(backend, &request)?;
            client.write_all(&answer[..answer.len().saturating_sub(20)])?;
        }
        Fault::LoseAnswer => drop(pass_on(backend, &request)?),
        Fault::Double => {
            let twin = thread::spawn({
                let request = request.clone();
                move || pass_on(backend, &request)
            });
            let answer = pass_on(backend, &request)?;
            let _ = twin.join();
            client.write_all(&answer)?;
        }
        Fault::Late => {
            client.write_all(&pass_on(backend, &request)?)?;
            let mut late = state.late.lock().expect("no thread panicked");
            late.push(request);
            let due = if late.len() > 5 { Some(late.remove(0)) } else { None };
            drop(late);
            if let Some(request) = due {
                pass_on(backend, &request)?;
            }
        }
        Fault::Instead(status) => client.write_all(page(status).as_bytes())?,
        Fault::AfterAll(status) => {
            pass_on(backend, &request)?;
            client.write_all(page(status).as_bytes())?;
        }
    }
    client.shutdown(Shutdown::Write)
}

/// Returns an answer of the proxy itself.
fn page(status: u16) -> String {
    let body = "<html><body><h1>Sorry</h1></body></html>";
    let more = match status {
        429 | 503 => "Retry-After: 2\r\n",
        302 => "Location: http://127.0.0.1:9/login\r\n",
        _ => "",
    };
    format!(
        "HTTP/1.1 {status} Sorry\r\nContent-Type: text/html\r\n{more}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Reads a whole request, changed so that the backend closes after its answer.
fn read_request(client: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 16 * 1024];
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        match client.read(&mut buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => bytes.extend_from_slice(&buffer[..count]),
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())?
    });
    while bytes.len() < head + length.unwrap_or(0) {
        match client.read(&mut buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => bytes.extend_from_slice(&buffer[..count]),
        }
    }
    let mut request = text.trim_end_matches("\r\n").as_bytes().to_vec();
    request.extend_from_slice(b"\r\nConnection: close\r\n\r\n");
    request.extend_from_slice(&bytes[head..]);
    Ok(request)
}

/// Passes a request on and reads the whole answer.
fn pass_on(backend: SocketAddr, request: &[u8]) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(backend)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(request)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}
