//! What the computer is: its system, its desktop, and the room on a disk.

use std::path::Path;

use crate::library::read_bounded;

/// Largest file of the system's that is read, in bytes.
const MOST_BYTES: usize = 64 << 10;

/// The name of the system, such as `Debian GNU/Linux 12 (bookworm), Linux 6.1.0, x86_64`.
pub(super) fn name() -> String {
    let named = os_release("/etc/os-release").or_else(|| os_release("/usr/lib/os-release"));
    let kernel = || {
        let release = read_bounded(Path::new("/proc/sys/kernel/osrelease"), MOST_BYTES).ok()?;
        Some(format!("Linux {}", String::from_utf8_lossy(&release).trim()))
    };
    let kernel = cfg!(target_os = "linux").then(kernel).flatten();
    let system = named.or_else(|| kernel.is_none().then(|| std::env::consts::OS.to_owned()));
    let parts = [system, kernel, Some(std::env::consts::ARCH.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn os_release(path: &str) -> Option<String> {
    let text = read_bounded(Path::new(path), MOST_BYTES).ok()?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(line.trim().trim_matches('"').to_owned())
}

/// A variable of the environment that says what kind of desktop this is.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The desktop, and how windows reach the screen.
pub(super) fn desktop() -> Option<String> {
    let named = variable("XDG_CURRENT_DESKTOP").or_else(|| variable("DESKTOP_SESSION"));
    let parts: Vec<String> = named.into_iter().chain(session()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// How the window reaches the screen: `wayland`, `x11`, or nothing.
fn session() -> Option<String> {
    variable("XDG_SESSION_TYPE").or_else(|| {
        let set = |name: &str| variable(name).is_some();
        if set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET") {
            return Some("wayland".to_owned());
        }
        set("DISPLAY").then(|| "x11".to_owned())
    })
}

/// How many bytes this user can still write on the disk of a folder.
#[cfg(unix)]
pub(super) fn free_bytes(folder: &Path) -> Option<u64> {
    let facts = rustix::fs::statvfs(folder).ok()?;
    facts.f_bavail.checked_mul(facts.f_frsize)
}

#[cfg(not(unix))]
pub(super) fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}
