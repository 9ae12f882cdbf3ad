//! Row for row: the engine's decision about a visitor, and the clause's about its row.

mod support;

mod counting;
mod growth;
mod rows;
mod written;
