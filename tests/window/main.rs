//! The window, operated as users do: through accessible names, with the mouse and the keyboard.

#![cfg(feature = "desktop")]

mod audiences;
mod by_keyboard;
mod calendar;
mod canvas;
mod checks;
mod devices;
mod diagnostics;
mod first_minute;
mod help;
mod insight;
mod journey;
mod keeping;
mod layout;
mod libraries;
mod library_batch;
mod library_list;
mod main_path;
mod monkey;
mod outside;
mod pictures;
mod publishing;
mod reach;
mod screens;
mod sheet;
mod shell;
mod shortcuts;
mod site;
mod site_publishing;
mod snapshots;
mod support;
mod widgets;
