//! `beckon completions`: what makes a shell complete commands and options, made from the arguments themselves.

use clap_complete::Shell;

use super::arguments::{self, CompletedShell, Completions};
use super::terminal::{Exit, Fault, Terminal};

pub(super) fn run(arguments: &Completions, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let shell = match arguments.shell {
        CompletedShell::Bash => Shell::Bash,
        CompletedShell::Fish => Shell::Fish,
        CompletedShell::Zsh => Shell::Zsh,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut arguments::declared(), "beckon", &mut script);
    terminal.raw(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Yes)
}
