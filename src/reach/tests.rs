//! Row for row: what the engine says of a visitor, and the clause of its row.

mod support;

mod counting;
mod growth;
mod rows;
mod written;
