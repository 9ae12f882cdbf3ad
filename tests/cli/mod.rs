//! The command line, run as users do: the real binary, its exit codes, its two outputs, its files.

mod audiences;
#[cfg(target_os = "linux")]
mod clock;
mod commands;
mod diagnose;
mod documents;
mod exports;
mod help;
mod hostile;
mod languages;
#[cfg(unix)]
mod leaks;
mod manual;
mod outputs;
#[cfg(target_os = "linux")]
mod packages;
mod pictures;
mod presets;
mod questions;
mod reach;
mod support;
#[cfg(unix)]
mod swollen;
mod texts;
