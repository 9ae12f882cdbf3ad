//! Laws of the solver over generated campaigns, and named cases.

mod enumerate;
mod found;
mod generate;
