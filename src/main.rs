//! The binary: hands its arguments to the command line, opens the window when they ask for it, and exits with their code.

use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

use beckon::cli::{self, Request};

fn main() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(stdout().lock()), stderr());
    let exit = match cli::run(std::env::args_os(), &mut out, &mut err) {
        Request::Done(exit) => exit,
        Request::App { .. } => cli::complain(
            "there is no window yet",
            "see the commands with: beckon --help",
            &mut err,
        ),
    };
    ExitCode::from(exit.code())
}
