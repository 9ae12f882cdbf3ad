//! `beckon man`: the manual pages, made from the arguments themselves.

use std::io;
use std::path::Path;

use clap_mangen::Man;

use super::arguments::{self, Man as Arguments};
use super::nearest::most_alike;
use super::output;
use super::terminal::{Exit, Fault, Terminal};
use crate::library::LibraryError;

/// Commands and files that people run.
const SECTION: &str = "1";

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let program = program();
    match (&arguments.output, &arguments.command) {
        (Some(folder), _) => write_all(&program, folder, arguments.force, terminal),
        (None, None) => print(&program, terminal),
        (None, Some(name)) => match program.get_subcommands().find(|command| command.get_name() == name) {
            Some(command) => print(command, terminal),
            None => Err(unknown(name)),
        },
    }
}

/// The program's arguments, with each command called as its page is: `beckon-check`.
fn program() -> clap::Command {
    let mut program = arguments::declared();
    program.build();
    program
}

fn print(command: &clap::Command, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    terminal.raw(&page(command)?)?;
    Ok(Exit::Yes)
}

fn write_all(program: &clap::Command, folder: &Path, force: bool, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let error = LibraryError::new("make the folder", folder, error);
        Fault::new(error.to_string(), error.hint())
    })?;
    for command in std::iter::once(program).chain(program.get_subcommands()) {
        let file = folder.join(format!("{}.{SECTION}", page_name(command)));
        output::write(&file, page(command)?.as_bytes(), &[], force)?;
    }
    terminal.line(&format!("wrote {}", folder.display()))?;
    Ok(Exit::Yes)
}

fn page_name(command: &clap::Command) -> String {
    command.get_display_name().unwrap_or(command.get_name()).to_owned()
}

/// The page as troff, for `man`.
fn page(command: &clap::Command) -> Result<String, Fault> {
    let mut page = Vec::new();
    let man = Man::new(command.clone()).title(page_name(command).to_uppercase());
    let written: io::Result<()> = man
        .section(SECTION)
        .source(concat!("Beckon ", env!("CARGO_PKG_VERSION")))
        .manual("Beckon")
        .render(&mut page);
    written.map_err(|error| Fault::new(format!("the page cannot be made: {error}"), "report this"))?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn unknown(name: &str) -> Fault {
    let names = arguments::command_names().into_iter().map(|name| (name.clone(), name));
    let hint = match most_alike(name, names) {
        Some(name) => format!("the nearest is: beckon man {name}"),
        None => "see the commands with: beckon --help".to_owned(),
    };
    Fault::new(format!("`{name}` is not a command"), hint)
}
