//! Everything that is tested from outside of the library, except for the window: one program, because each that links all of Beckon takes
//! seconds to link, and because the suites share the processor's cores. `cargo test --test integration widget::` runs one of them.
//!
//! They must not change what a whole process has: its environment, its working directory, its log. The window's tests have a program of their own
//! (`tests/window`), whose log one of them reads.

mod backend;
mod cli;
mod conformance;
mod differential;
mod end_to_end;
mod fixtures;
mod modules;
mod node;
mod pixels;
mod publish;
mod reach;
mod samples;
mod supply;
mod unfinished;
mod widget;
mod widget_engine;
mod z3;
