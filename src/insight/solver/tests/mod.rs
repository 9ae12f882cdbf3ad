//! Laws of the solver over generated campaigns, and named cases.

mod conflicts;
mod enumerate;
mod found;
mod generate;
mod nearest;
