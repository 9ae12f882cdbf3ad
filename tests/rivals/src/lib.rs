//! The modules of Beckon that decide, from their own files.

#![allow(dead_code, unused_imports, missing_docs, reason = "the rest of the program uses what is unused here")]

#[path = "../../../src/campaign/mod.rs"]
pub mod campaign;
#[path = "../../../src/engine/mod.rs"]
pub mod engine;
#[path = "../../../src/visitor/mod.rs"]
pub mod visitor;
