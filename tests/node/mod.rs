//! The Node.js that the tests run their scripts with: the one that `tests/package.json` pins, so that nothing depends on the machine's; where
//! that has none for the system, the machine's own.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Node about to run a script; arguments follow.
///
/// # Panics
/// When the tests' packages are not installed.
pub fn command(script: &Path) -> Command {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules");
    assert!(
        modules.is_dir(),
        "the tests' packages are missing: run `./run test`, or `npm ci` in tests"
    );
    let pinned = modules.join(".bin/node");
    let node = if pinned.exists() { pinned } else { PathBuf::from("node") };
    let mut command = Command::new(node);
    command.arg(script);
    command
}
