//! Words: sentences for rules, findings and verdicts, and the texts of the app, in each language.
//!
//! It must never look at a clock, a file or the network, nor decide anything.

pub mod text;
