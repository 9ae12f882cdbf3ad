//! Values worth trying: ordinary ones, their neighbours, and those that break careless code.

mod addresses;
mod values;

pub use addresses::*;
pub use values::*;
