//! Publishing without a window: what follows from which event, as tables.

mod courier;
mod desk;
mod launching;
mod reading;
mod server;
mod site;
