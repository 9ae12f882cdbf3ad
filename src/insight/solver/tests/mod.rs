//! Laws of the solver over generated campaigns, and named cases.

mod cases;
mod conflicts;
mod enumerate;
mod found;
mod generate;
mod hostile;
mod nearest;
mod opening;
mod rests;
