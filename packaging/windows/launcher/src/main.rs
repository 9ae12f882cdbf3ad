//! Starts the `beckon.exe` that lies beside it, without the console that Windows gives to command-line programs. Shortcuts and file types lead
//! here; terminals use `beckon.exe` itself.

#![cfg_attr(windows, windows_subsystem = "windows")]

use std::io;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn start() -> io::Result<()> {
    let program = std::env::current_exe()?.with_file_name(if cfg!(windows) { "beckon.exe" } else { "beckon" });
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1));
    without_console(&mut command);
    command.spawn().map(drop)
}

#[cfg(windows)]
fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_console(_command: &mut Command) {}
