//! Publishing end to end: the real client and the real backend, with everything between them that can break.
//!
//! `BECKON_PUBLISHES` and `BECKON_KILLS` set how long the two long tests run; `assets/docs/publishing.md` has the figures of a full run.

mod commands;
mod faults;
mod kills;
mod proxy;
mod readable;
mod site;
mod site_document;
mod support;
