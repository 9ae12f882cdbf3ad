//! Properties of matching, explanation and delivery over generated campaigns, visitors and journeys. The conformance cases define what single fields
//! and events mean.

mod address;
mod delivery;
mod generate;
mod lacking;
mod matching;

pub(crate) use generate::{
    campaign as generated_campaign, timetable as generated_timetable, visitor as generated_visitor,
};
