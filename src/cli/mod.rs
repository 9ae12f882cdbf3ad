//! The command line: the same core without a window (`assets/docs/command-line.md`), one file a command.
//!
//! Results go to standard output, problems to standard error as one line and a `hint:` line. Exit codes: 0 yes or fine, 1 no or problems
//! found, 2 bad use or unreadable input. The clock is read here and nowhere below. It does not depend on the window: what belongs to it comes in
//! through [`Surroundings`].

mod arguments;
mod calendar;
mod check;
mod completions;
mod diagnose;
mod explain;
mod export;
mod find_visitor;
mod help;
mod html;
mod import;
mod import_texts;
mod input;
mod man;
mod nearest;
mod notices;
mod output;
mod overlap;
mod preset;
mod publish;
mod reach;
mod render;
mod replace;
mod saving;
mod schema;
mod serve;
mod sheet;
mod simulate;
mod summary;
mod terminal;
mod tour;
mod tree;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::Parser as _;

use arguments::{Arguments, Command};
pub use terminal::Exit;
use terminal::{Fault, Terminal};
pub use tour::{WindowPicture, WindowShot};

/// What the command line cannot know on its own.
#[derive(Default)]
pub struct Surroundings {
    /// Draws the app's own window, for the tour; `None` in a program without one.
    pub window_picture: Option<WindowPicture>,
}

/// What the arguments request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// A command ran, and ended with this code.
    Done(Exit),
    /// The app, on a library and campaigns if they are named.
    App {
        /// The campaigns to open.
        files: Vec<PathBuf>,
        /// The library folder to open.
        library: Option<PathBuf>,
    },
}

/// Runs a command; requests the app if the arguments name none.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Request {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Request::Done(arguments::report(&error, &mut Terminal::new(out, err, false))),
    };
    let mut terminal = Terminal::new(out, err, arguments.json);
    terminal.language = arguments.lang;
    if arguments.notices {
        let outcome = notices::run(&mut terminal);
        return Request::Done(terminal.end(outcome));
    }
    let Some(command) = arguments.command else {
        return match arguments::app_files(arguments.files) {
            Ok(files) => Request::App {
                files,
                library: arguments.library,
            },
            Err(fault) => Request::Done(terminal.end(Err(fault))),
        };
    };
    let outcome = match arguments.files.first() {
        Some(file) => Err(arguments::file_before_command(file)),
        None => perform(command, surroundings, &mut terminal),
    };
    Request::Done(terminal.end(outcome))
}

/// Runs the tour, as `beckon` does where no window can open.
pub fn take_tour(surroundings: &Surroundings, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let mut terminal = Terminal::new(out, err, false);
    let outcome = tour::run(&arguments::Tour::default(), surroundings, &mut terminal);
    terminal.end(outcome)
}

/// Reports why something outside the command line failed, in the same format.
pub fn complain(message: &str, hint: &str, err: &mut dyn Write) -> Exit {
    let mut nowhere = std::io::sink();
    Terminal::new(&mut nowhere, err, false).end(Err(Fault::new(message, hint)))
}

fn perform(command: Command, surroundings: &Surroundings, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    match command {
        Command::Check(arguments) => check::run(&arguments, terminal),
        Command::Explain(arguments) => explain::run(&arguments, terminal),
        Command::Simulate(arguments) => simulate::run(&arguments, terminal),
        Command::Reach(arguments) => reach::run(&arguments, terminal),
        Command::FindVisitor(arguments) => find_visitor::run(&arguments, terminal),
        Command::Overlap(arguments) => overlap::run(&arguments, terminal),
        Command::Calendar(arguments) => calendar::run(&arguments, terminal),
        Command::Replace(arguments) => replace::run(&arguments, terminal),
        Command::Summary(arguments) => summary::run(&arguments, terminal),
        Command::Render(arguments) => render::run(&arguments, terminal),
        Command::Html(arguments) => html::run(&arguments, terminal),
        Command::Sheet(arguments) => sheet::run(&arguments, terminal),
        Command::Export(arguments) => export::run(&arguments, terminal),
        Command::Import(arguments) => import::run(&arguments, terminal),
        Command::Serve(arguments) => serve::run(&arguments, terminal),
        Command::Publish(arguments) => publish::run(&arguments, terminal),
        Command::Schema(arguments) => schema::run(&arguments, terminal),
        Command::Diagnose(arguments) => diagnose::run(&arguments, terminal),
        Command::Help(arguments) => help::run(&arguments, terminal),
        Command::Completions(arguments) => completions::run(&arguments, terminal),
        Command::Man(arguments) => man::run(&arguments, terminal),
        Command::Tour(arguments) => tour::run(&arguments, surroundings, terminal),
    }
}
