//! Everything that is tested from outside of the library, except for the window. It is one program, because each program that links all of Beckon
//! takes seconds to build, and because its tests then share the processors. `cargo test --test integration widget::` runs one suite.
//!
//! No test may change what belongs to the whole process: its environment, its working directory, its log. The window's tests are a program of their
//! own (`tests/window`), because one of them reads the log of its process.

mod backend;
#[path = "widget/browsers.rs"]
mod browsers;
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
mod use_cases;
mod widget;
mod widget_engine;
mod z3;
