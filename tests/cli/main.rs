//! The command line, run as people run it: the real binary, its exit codes, its two outputs, its files.

mod exports;
mod pictures;
mod support;
